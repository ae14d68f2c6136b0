"""What marks and judgments of safety plug in: panels, task rules, how their events read, their eraser."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import (
    MERKSOORTEN,
    OORDELEN_VEILIGHEID,
    Veiligheidsmerk,
    Veiligheidstaxatie,
)
from samendoen.casus.queries import merken, veiligheid
from samendoen.casus.rules import Merksoort, Onveiligheid
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers
from samendoen.schil.api import datum_lang


def meld_aan() -> None:
    """Fill the stekkers of marks and judgments."""
    stekkers.paneel.meld_aan("casus:veiligheid", veiligheid.paneel)
    stekkers.paneel.meld_aan("casushoofd:merken", merken.paneel)
    stekkers.paneel.meld_aan("huisbezoek:merken", merken.paneel)
    stekkers.paneel.meld_aan("melding:merken", merken.paneel_melding)
    stekkers.taakregel.meld_aan(KIJKMOMENT.code, KIJKMOMENT)
    stekkers.taakregel.meld_aan(AFLOPEND.code, AFLOPEND)
    stekkers.adres.meld_aan(events.MERK, adres_merk)
    stekkers.adres.meld_aan(events.TAXATIE, adres_taxatie)
    stekkers.aanduiding.meld_aan(events.MERK, merken.aanduiding_merk)
    stekkers.aanduiding.meld_aan(events.TAXATIE, merken.aanduiding_taxatie)
    stekkers.soortnaam.meld_aan(events.MERK, MERKNAAM)
    stekkers.soortnaam.meld_aan(events.TAXATIE, TAXATIENAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres_merk(onderwerp_id: int) -> str:
    """Return the page on which one decides whether a mark stays."""
    return reverse("merk_verlengen", args=[onderwerp_id])


def adres_taxatie(onderwerp_id: int) -> str:
    """Return the page on which one looks again."""
    return reverse("taxatie_opnieuw", args=[onderwerp_id])


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words about the safety of this person; a mark without words warns of nothing any more."""
    van = {"inwoner_id": persoon_id, "wet": wet}
    alle: Iterable[int] = (
        Veiligheidsmerk.objects.filter(**van)
        .exclude(instructie="", reden="", reden_opheffen="")
        .update(instructie="", reden="", reden_opheffen=""),
        Veiligheidstaxatie.objects.filter(**van).exclude(woorden="").update(woorden=""),
    )
    return sum(alle)


def _gezet(gegevens: Gegevens, inhoud: Inhoud) -> str:
    soort = str(MERKSOORTEN[Merksoort(gegevens["merk"])])
    return _("Merk gezet: %(merk)s.") % {"merk": soort[:1].lower() + soort[1:]}


def _getaxeerd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    oordeel = str(OORDELEN_VEILIGHEID[Onveiligheid(gegevens["oordeel"])])
    return _("Veiligheid ingeschat: %(oordeel)s.") % {"oordeel": oordeel[:1].lower() + oordeel[1:]}


def _verlengd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Merk verlengd tot en met %(dag)s.") % {"dag": datum_lang(date.fromisoformat(gegevens["tot"]))}


ZINNEN: dict[str, stekkers.Zin] = {
    events.MerkGezet.soort: _gezet,
    events.MerkVerlengd.soort: _verlengd,
    events.MerkOpgeheven.soort: vast(gettext_lazy("Merk opgeheven.")),
    events.VeiligheidGetaxeerd.soort: _getaxeerd,
    events.TaxatieIngetrokken.soort: vast(
        gettext_lazy("Een inschatting van de veiligheid is ingetrokken: zij was een vergissing.")
    ),
}
MERKNAAM = gettext_lazy("merk")
TAXATIENAAM = gettext_lazy("inschatting van de veiligheid")
WISSER = stekkers.Wisser(("casus.Veiligheidsmerk", "casus.Veiligheidstaxatie"), wis)
KIJKMOMENT = stekkers.Taakregel(
    merken.KIJKMOMENT,
    "De dag komt om opnieuw naar de veiligheid te kijken.",
    merken.kijkmomenten,
    merken.herleid_kijkmoment,
)
AFLOPEND = stekkers.Taakregel(
    merken.MERK_LOOPT_AF,
    "Een merk dat collega's waarschuwt, loopt bijna af.",
    merken.aflopende_merken,
    merken.herleid_merk,
)
