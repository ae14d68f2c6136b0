"""What besluiten plugs in."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events, feiten
from samendoen.besluiten.access import binnen
from samendoen.besluiten.models import Aanvraag, Advies, Besluit, Pgb, Voorziening, Wijziging
from samendoen.besluiten.queries import herbeoordeling, leeftijden, leveringen_achter, taken
from samendoen.besluiten.queries.achter import ZAKEN
from samendoen.besluiten.queries.kort import paneel_melding
from samendoen.besluiten.queries.paneel import aanvraagknop, paneel
from samendoen.besluiten.queries.zinnen import ZINNEN
from samendoen.besluiten.rules import Aanvraagstatus
from samendoen.besluiten.stekkers import bezwaar, bijdrage, doorbraak, klacht
from samendoen.casus.api import herleid_leeftijd
from samendoen.inwoners.api import namen
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.feit.meld_aan("besluit", feiten.BESLUIT)
    stekkers.zaken.meld_aan("besluit", ZAKEN)
    stekkers.zaken.meld_aan("levering", leveringen_achter.ZAKEN)
    stekkers.feit.meld_aan("declaratieregel", feiten.DECLARATIEREGEL)
    stekkers.feit.meld_aan("huishoudkosten", feiten.HUISHOUDKOSTEN)
    stekkers.feit.meld_aan("levering", feiten.LEVERING)
    stekkers.wisser.meld_aan("besluiten", WISSER)
    for punt in (NAVIGATIE, GELD, AFLOPEND, AANBIEDERS, PRODUCTEN, PRODUCTCODES, PGB):
        stekkers.navigatie.meld_aan(punt.url_naam, punt)
    stekkers.paneel.meld_aan("casus:besluiten", paneel)
    stekkers.vulling.meld_aan(
        "casus:besluiten", stekkers.Vulling("besluiten_aanvraag WHERE casus_id = %(id)s")
    )
    stekkers.paneel.meld_aan("evaluatie:besluiten", aanvraagknop)
    stekkers.paneel.meld_aan("melding:besluiten", paneel_melding)
    stekkers.opgepakt.meld_aan("casus.melding:besluiten", steunt_op_melding)
    stekkers.soortnaam.meld_aan(events.AANVRAAG, AANVRAAGNAAM)
    stekkers.soortnaam.meld_aan(events.DECLARATIE, DECLARATIENAAM)
    stekkers.soortnaam.meld_aan(events.VOORZIENING, VOORZIENINGNAAM)
    stekkers.adres.meld_aan(events.AANVRAAG, adres_aanvraag)
    stekkers.adres.meld_aan(events.VOORZIENING, adres_voorziening)
    stekkers.aanduiding.meld_aan(events.AANVRAAG, aanduiding_aanvraag)
    stekkers.aanduiding.meld_aan(events.VOORZIENING, aanduiding_voorziening)
    for regel in (*REGELS, herbeoordeling.REGEL):
        stekkers.taakregel.meld_aan(regel.code, regel)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)
    bezwaar.meld_aan()
    bijdrage.meld_aan()
    doorbraak.meld_aan()
    klacht.meld_aan()


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every application and decision of this person under this law, letters too."""
    aanvragen = Aanvraag.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(motivering="")
    besluiten = Besluit.objects.filter(inwoner_id=persoon_id, wet=wet)
    budgetten = Pgb.objects.filter(inwoner_id=persoon_id, wet=wet)
    budgetten = budgetten.exclude(vertegenwoordiger="", toelichting="")
    adviezen = Advies.objects.filter(inwoner_id=persoon_id, wet=wet, inhoud__isnull=False)
    return (
        aanvragen.update(motivering="")
        + besluiten.update(bevinding="", niet_lichter="", motivering="", brief=None)
        + adviezen.update(inhoud=None)
        + budgetten.update(vertegenwoordiger="", toelichting="")
        + Wijziging.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(naar="").update(naar="")
        + bezwaar.wis(persoon_id, wet)
        + bijdrage.wis(persoon_id, wet)
        + doorbraak.wis(persoon_id, wet)
        + klacht.wis(persoon_id, wet)
    )


def steunt_op_melding(onderwerp: Any) -> QuerySet[Aanvraag]:
    """Return the applications that lean on a question being in its casus: made from it, or under its law."""
    van_dossier = Q(casus__meldingen__melding=onderwerp, dossier=F("casus__meldingen__melding__dossier"))
    rijen = Aanvraag.objects.exclude(status=Aanvraagstatus.INGETROKKEN.value)
    return rijen.filter(Q(melding=onderwerp) | van_dossier)


def adres_aanvraag(onderwerp_id: int) -> str:
    """Return the page of an application."""
    return reverse("aanvraag", args=[onderwerp_id])


def adres_voorziening(onderwerp_id: int) -> str:
    """Return the page of a provision: that of its application."""
    return reverse("voorziening", args=[onderwerp_id])


def aanduiding_aanvraag(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return for whom and what each application is that this actor may read."""
    rijen = binnen(Aanvraag.objects.filter(pk__in=set(onderwerp_ids)), door)
    return _aanduiding(door, rijen.values_list("pk", "inwoner_id", "product__naam"))


def aanduiding_voorziening(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return for whom and what each provision is that this actor may read."""
    rijen = binnen(Voorziening.objects.filter(pk__in=set(onderwerp_ids)), door)
    return _aanduiding(door, rijen.values_list("pk", "inwoner_id", "product__naam"))


def _aanduiding(door: Actor, rijen: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    alle = list(rijen)
    wie = namen(door, {inwoner for _pk, inwoner, _naam in alle}) if alle else {}
    return {pk: f"{wie[inwoner]}: {product}" for pk, inwoner, product in alle if inwoner in wie}


WISSER = stekkers.Wisser(
    (
        "besluiten.Aanvraag",
        "besluiten.Advies",
        "besluiten.Besluit",
        "besluiten.Pgb",
        "besluiten.Wijziging",
        *bezwaar.MODELLEN,
        *bijdrage.MODELLEN,
        *doorbraak.MODELLEN,
        *klacht.MODELLEN,
    ),
    wis,
)
AANVRAAGNAAM = gettext_lazy("aanvraag")
DECLARATIENAAM = gettext_lazy("declaratie")
VOORZIENINGNAAM = gettext_lazy("voorziening")
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Besluiten"), "besluiten", Permissie.BESLUIT_VOORBEREIDEN, 40)
GELD = stekkers.Navigatiepunt(gettext_lazy("Geld"), "geld", Permissie.GELD_ZIEN, 41, "besluiten")
AFLOPEND = stekkers.Navigatiepunt(
    gettext_lazy("Aflopende toewijzingen"),
    "toewijzingen_aflopend",
    Permissie.VOORZIENING_TOEWIJZEN,
    42,
    onder="besluiten",
)
PGB = stekkers.Navigatiepunt(
    gettext_lazy("Budgetten (pgb)"), "pgb", Permissie.VOORZIENING_TOEWIJZEN, 43, "besluiten"
)
PRODUCTEN = stekkers.Navigatiepunt(
    gettext_lazy("Producten"), "producten", Permissie.PRODUCTEN_BEHEREN, 44, "aanbieders"
)
PRODUCTCODES = stekkers.Navigatiepunt(
    gettext_lazy("Productcodes"), "productcodes", Permissie.PRODUCTEN_BEHEREN, 45, "aanbieders"
)
AANBIEDERS = stekkers.Navigatiepunt(gettext_lazy("Aanbieders"), "aanbieders", Permissie.PRODUCTEN_BEHEREN, 43)
REGELS = (
    stekkers.Taakregel(
        taken.BEKENDMAKEN,
        "Een besluit is genomen en nog niet bekendgemaakt.",
        taken.bekendmaken,
        taken.herleid_bekendmaken,
    ),
    stekkers.Taakregel(
        taken.TOEWIJZEN,
        "Een voorziening in natura heeft nog geen aanbieder.",
        taken.toewijzen,
        taken.herleid_toewijzen,
    ),
    stekkers.Taakregel(
        taken.TOEWIJZING_EINDIGT,
        "De hulp van een aanbieder stopt binnenkort.",
        taken.toewijzing_loopt_af,
        taken.herleid_toewijzing,
    ),
    stekkers.Taakregel(
        taken.VOORZIENING_EINDIGT,
        "Wat is toegekend, loopt binnenkort af.",
        taken.voorziening_loopt_af,
        taken.herleid_voorziening,
    ),
    stekkers.Taakregel(
        leeftijden.LEEFTIJD,
        "Iemand met een voorziening bereikt een leeftijd waarop er iets te regelen is.",
        leeftijden.leeftijden,
        herleid_leeftijd,
    ),
)
