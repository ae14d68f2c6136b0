"""What berichten plugs in."""

from collections.abc import Iterable

from django.core import checks
from django.urls import reverse
from django.utils.translation import gettext_lazy

from samendoen.berichten import events
from samendoen.berichten.access import leesbaar
from samendoen.berichten.actions.wissen import wis
from samendoen.berichten.queries import taken, verzoek, verzoekbeeld
from samendoen.berichten.queries.paneel import paneel
from samendoen.berichten.queries.vormkeuze import vorm
from samendoen.berichten.queries.woorden import soort_zin, tegenpartij
from samendoen.berichten.queries.zinnen import ZINNEN
from samendoen.besluiten.api import aanbiedernamen
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.wisser.meld_aan("berichten", WISSER)
    stekkers.soortnaam.meld_aan(events.BERICHT, BERICHTNAAM)
    stekkers.soortnaam.meld_aan(events.VERZOEK, VERZOEKNAAM)
    checks.register(vorm)
    stekkers.adres.meld_aan(events.BERICHT, adres)
    stekkers.aanduiding.meld_aan(events.BERICHT, aanduiding)
    stekkers.navigatie.meld_aan("berichten", NAVIGATIE)
    stekkers.paneel.meld_aan("casus:berichten", paneel)
    stekkers.adres.meld_aan(events.VERZOEK, adres_verzoek)
    stekkers.aanduiding.meld_aan(events.VERZOEK, verzoekbeeld.aanduiding)
    stekkers.paneel.meld_aan("melding:verzoeken", verzoekbeeld.paneel_melding)
    for regel in REGELS:
        stekkers.taakregel.meld_aan(regel.code, regel)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of a message."""
    return reverse("bericht", args=[onderwerp_id])


def adres_verzoek(onderwerp_id: int) -> str:
    """Return the page of a request of a provider."""
    return reverse("verzoek", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return what each message is that this actor may read, and with whom; no name of a person is in it."""
    rijen = leesbaar(door).filter(pk__in=set(onderwerp_ids))
    alle = list(rijen.values("pk", "soort", "richting", "afzender", "ontvanger"))
    namen = aanbiedernamen() if alle else {}
    return {r["pk"]: f"{soort_zin(r['soort'])}, {tegenpartij(r, namen)}" for r in alle}


WISSER = stekkers.Wisser(("berichten.Bericht", "berichten.Berichtregel", "berichten.Verzoek"), wis)
BERICHTNAAM = gettext_lazy("bericht")
VERZOEKNAAM = gettext_lazy("verzoek van een aanbieder")
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Berichten"), "berichten", Permissie.BERICHTEN_ZIEN, 45)
REGELS = (
    stekkers.Taakregel(taken.ALARM, "Met een bericht ging iets mis.", taken.alarmen, taken.herleid),
    stekkers.Taakregel(
        taken.BEVINDING, "Een aanbieder vond iets in ons bericht.", taken.bevindingen, taken.herleid
    ),
    stekkers.Taakregel(
        taken.ZONDER_ANTWOORD,
        "Een aanbieder antwoordt niet op ons bericht.",
        taken.zonder_antwoord,
        taken.herleid,
    ),
    stekkers.Taakregel(
        taken.BEANTWOORDEN,
        "Een bericht van een aanbieder wacht op behandeling.",
        taken.beantwoorden,
        taken.herleid,
    ),
    stekkers.Taakregel(
        taken.ZONDER_BERICHT,
        "Een toewijzing kan niet naar de aanbieder.",
        taken.zonder_bericht,
        taken.herleid_toewijzing,
    ),
    stekkers.Taakregel(
        taken.BETALEN, "Een toegekende declaratie is nog niet betaald.", taken.betalen, taken.herleid_betaling
    ),
    stekkers.Taakregel(
        taken.VERZOEK,
        "Een verzoek van een aanbieder wacht op antwoord.",
        verzoek.te_beantwoorden,
        verzoek.herleid,
    ),
)
