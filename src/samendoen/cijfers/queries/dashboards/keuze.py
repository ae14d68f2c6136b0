"""Which dashboards somebody has, and of which team."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.cijfers.definities.dashboards import Dashboard, dashboards
from samendoen.kernel.api import Actor, Geweigerd, NietGevonden, klok
from samendoen.organisatie.api import TeamWaarde, teams_bij_code


@dataclass(frozen=True, slots=True)
class Keuze:
    """The dashboard that somebody opens; of a team also which one, and the others of that reader."""

    dashboard: Dashboard
    team: TeamWaarde | None = None
    teams: tuple[TeamWaarde, ...] = ()


def eigen_dashboards(door: Actor) -> list[Dashboard]:
    """Return the dashboards for the roles of this actor, in their order."""
    return [d for d in dashboards().values() if door.rollen & set(d.rollen)]


def kies(door: Actor, code: str, team: str = "") -> Keuze:
    """Return a dashboard for this actor. Raises NietGevonden (no such dashboard; a team that is not
    one's own) and Geweigerd (of another role)."""
    dashboard = dashboards().get(code)
    if dashboard is None:
        raise NietGevonden(
            "onbekend_dashboard",
            _("Dit dashboard bestaat niet."),
            _("Kies er een op de pagina Dashboards."),
        )
    if not door.rollen & set(dashboard.rollen):
        raise Geweigerd(
            "geen_recht",
            _("Dit dashboard hoort niet bij uw rol."),
            _("Kies een eigen dashboard, of vraag functioneel beheer om de rol die hierbij hoort."),
        )
    if dashboard.bereik != "team":
        return Keuze(dashboard)
    eigen = sorted(
        (t for t in teams_bij_code(klok.vandaag()).values() if t.groep_id in door.groepen),
        key=lambda t: t.naam,
    )
    gekozen = next((t for t in eigen if t.code == team or not team), None)
    if gekozen is None and team:
        raise NietGevonden(
            "onbekend_team",
            _("Dit team bestaat niet, of u hoort er niet bij."),
            _("Kies een van uw eigen teams."),
        )
    return Keuze(dashboard, gekozen, tuple(eigen))
