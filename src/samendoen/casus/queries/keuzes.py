"""What the forms of a casus choose from."""

from collections.abc import Iterable

from samendoen.casus.models import Regie
from samendoen.kernel.api import Permissie, klok, wie_mag
from samendoen.organisatie.api import medewerkers_van, teams_bij_code


def collegas(groep_ids: Iterable[int]) -> list[tuple[int, str]]:
    """Return (user, name) of who may work in casussen and is in one of these groups, by name."""
    mensen = medewerkers_van(groep_ids)
    mogen = wie_mag(Permissie.CASUS_WERKEN, [m.id for m in mensen], klok.vandaag())
    return [(m.id, m.naam) for m in mensen if m.id in mogen]


def alle_collegas() -> list[tuple[int, str]]:
    """Return (user, name) of everybody in a team of today who may work in casussen."""
    return collegas(team.groep_id for team in teams_bij_code(klok.vandaag()).values())


def lopende_regie(casus_id: int) -> dict[str, int]:
    """Return role -> user of who directs and seconds now; for who has authorised the casus."""
    return dict(Regie.objects.filter(casus=casus_id, tot=None).values_list("rol", "gebruiker_id"))
