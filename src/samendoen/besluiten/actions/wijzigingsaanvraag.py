"""Apply for an extension or a change of a provision: the clock of the decision runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_voorzieningen
from samendoen.besluiten.actions.aanvraag import gedaan, start_klokken
from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.events import WijzigingGevraagd
from samendoen.besluiten.models import Aanvraag, Voorziening
from samendoen.besluiten.rules import OUDSTE, Aanvraagstatus, Voorzieningstatus
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, klok, leg_vast, schrijf


@dataclass(frozen=True, slots=True)
class Wijzigingsaanvraag:
    """An application to extend or change a provision, in the resident's words. `kenmerk` is made by the
    client: a repeat is harmless."""

    kenmerk: UUID
    voorziening: int
    aangevraagd_op: date
    motivering: str = ""


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def vraag_wijzigingen_aan(door: Actor, nieuwe: Sequence[Wijzigingsaanvraag]) -> list[int]:
    """Write down that changes are asked and start the clocks; return the ids of the applications, as asked.

    Also while the casus is closed: help goes on then. Raises NietGevonden or Geweigerd without the right on a
    provision; Domeinfout (with the field) for one that does not hold, when it is asked already, or for an
    impossible day.
    """
    voorzieningen = haal_voorzieningen(door, [n.voorziening for n in nieuwe])
    rijen = Aanvraag.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    open_ = Aanvraag.objects.filter(over__in=voorzieningen, status=Aanvraagstatus.INGEDIEND.value)
    gevraagd = set(open_.values_list("over_id", flat=True))
    for n in eerste.values():
        _controleer(n, voorzieningen[n.voorziening], n.voorziening in gevraagd)
        gevraagd.add(n.voorziening)
    return [{**bekend, **_schrijf(door, list(eerste.values()), voorzieningen)}[n.kenmerk] for n in nieuwe]


def _controleer(n: Wijzigingsaanvraag, v: Voorziening, gevraagd: bool) -> None:
    vandaag = klok.vandaag()
    eis(
        "wijzigingsaanvraag",
        (
            (
                "voorziening",
                v.status != Voorzieningstatus.GELDT,
                _("Deze voorziening geldt niet, of nog niet."),
                _("Vraag zo nodig een nieuwe voorziening aan in de casus."),
            ),
            (
                "voorziening",
                gevraagd,
                _("Hierover ligt al een aanvraag waarover nog niet is besloten."),
                _("Open de aanvraag die er is."),
            ),
            (
                "aangevraagd_op",
                not vandaag - OUDSTE <= n.aangevraagd_op <= vandaag,
                _("De dag van de aanvraag ligt in de toekomst, of meer dan een jaar terug."),
                _("Kies vandaag of een dag daarvoor."),
            ),
            (
                "motivering",
                len(n.motivering) > LANGSTE,
                _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE},
                _("Maak de tekst korter."),
            ),
        ),
    )


def _schrijf(
    door: Actor, nieuwe: Sequence[Wijzigingsaanvraag], voorzieningen: Mapping[int, Voorziening]
) -> dict[UUID, int]:
    eerder = Aanvraag.objects.select_related("team", "product").filter(
        pk__in=[v.besluit.aanvraag_id for v in voorzieningen.values()]
    )
    van = {rij.pk: rij for rij in eerder}
    rijen = schrijf(
        Aanvraag(
            kenmerk=n.kenmerk,
            casus_id=oud.casus_id,
            dossier_id=v.dossier_id,
            inwoner_id=v.inwoner_id,
            wet=v.wet,
            team=oud.team,
            product=v.product,
            aangevraagd_op=n.aangevraagd_op,
            motivering=n.motivering.strip(),
            over=v,
        )
        for n in nieuwe
        for v in [voorzieningen[n.voorziening]]
        for oud in [van[v.besluit.aanvraag_id]]
    )
    for rij in rijen:
        gevraagd = WijzigingGevraagd(voorziening=rij.over_id or 0)
        leg_vast(
            door,
            gedaan(rij),
            Vastlegging(gevraagd, rij.pk, rij.aangevraagd_op, dossier_id=rij.dossier_id),
        )
    start_klokken(door, rijen)
    return {rij.kenmerk: rij.pk for rij in rijen}
