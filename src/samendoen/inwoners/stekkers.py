"""What inwoners plugs in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.inwoners import events
from samendoen.inwoners.models import RELATIESOORTEN, Gezag, Gezinslid, Inwoner, Relatie
from samendoen.inwoners.queries.kernen import namen
from samendoen.inwoners.rules import Relatiesoort
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, andere_dossiers

SOORT = "inwoners.inwoner"


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.wisser.meld_aan("inwoners", WISSER)
    stekkers.adres.meld_aan(SOORT, adres)
    stekkers.aanduiding.meld_aan(SOORT, aanduiding)
    stekkers.soortnaam.meld_aan(SOORT, SOORTNAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of a resident."""
    return reverse("inwoner", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of the residents among these whom this actor has a grant on."""
    return namen(door, onderwerp_ids)


def wis(persoon_id: int, wet: str) -> int:
    """Forget who somebody is, when no dossier under another law still needs to know it."""
    if andere_dossiers(persoon_id, wet):
        return 0
    # Locked first: who is writing about this person right now finishes, and what that wrote goes too.
    Inwoner.objects.select_for_update().filter(pk=persoon_id).first()
    rijen = (
        Relatie.objects.filter(Q(inwoner=persoon_id) | Q(ander=persoon_id)),
        Gezag.objects.filter(Q(inwoner=persoon_id) | Q(gezaghebber=persoon_id)),
        Gezinslid.objects.filter(inwoner=persoon_id),
        Inwoner.objects.filter(pk=persoon_id),
    )
    return sum(deel.delete()[0] for deel in rijen)


def _relatie(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    soort = RELATIESOORTEN[Relatiesoort(gegevens["relatiesoort"])]
    return _("Toegevoegd: %(soort)s.") % {"soort": str(soort).lower()}


ZINNEN: dict[str, stekkers.Zin] = {
    events.InwonerGeregistreerd.soort: stekkers.vaste_zin(gettext_lazy("Ingeschreven als inwoner.")),
    events.GegevensGewijzigd.soort: stekkers.vaste_zin(gettext_lazy("Gegevens gewijzigd.")),
    events.HuishoudenGevormd.soort: stekkers.vaste_zin(gettext_lazy("Huishouden vastgelegd.")),
    events.GezinslidErbij.soort: stekkers.vaste_zin(gettext_lazy("Iemand kwam bij het huishouden.")),
    events.GezinslidVertrokken.soort: stekkers.vaste_zin(gettext_lazy("Iemand vertrok uit het huishouden.")),
    events.GezagVastgelegd.soort: stekkers.vaste_zin(gettext_lazy("Gezag vastgelegd.")),
    events.GezagBeeindigd.soort: stekkers.vaste_zin(gettext_lazy("Gezag beëindigd.")),
    events.RelatieVastgelegd.soort: _relatie,
    events.RelatieBeeindigd.soort: stekkers.vaste_zin(gettext_lazy("Relatie beëindigd.")),
}
SOORTNAAM = gettext_lazy("inwoner")
WISSER = stekkers.Wisser(
    ("inwoners.Inwoner", "inwoners.Gezinslid", "inwoners.Gezag", "inwoners.Relatie"), wis
)
