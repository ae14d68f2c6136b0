"""Keep the list of providers: put one in, change its name, write down what it told about its places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from samendoen.besluiten.access import is_systeem
from samendoen.besluiten.actions.controle import Bevinding, eis
from samendoen.besluiten.events.aanbod import AanbiederGewijzigd, AanbiederToegevoegd, BeschikbaarheidGemeld
from samendoen.besluiten.models import Aanbieder, Beschikbaarheid, Product
from samendoen.besluiten.models.beschikbaarheid import LANGSTE_WACHT
from samendoen.kernel.api import (
    Actor,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    schrijf,
)
from samendoen.recht.api import is_agb

BEURT = "besluiten.aanbieder"
LANGSTE_NAAM = 120
MEESTE_PLAATSEN = 100_000
OUDSTE_BERICHT = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class NieuweAanbieder:
    """A provider to put in the list. `agb` are eight digits."""

    agb: str
    naam: str
    plaats: str


@dataclass(frozen=True, slots=True)
class Beschikbaarheidinvoer:
    """What a provider told on `gemeld_op`. `product` "": for everything it gives; None: not told."""

    aanbieder: int
    plaatsen: int | None
    wachttijd_weken: int | None
    gemeld_op: date
    product: str = ""


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def voeg_aanbieders_toe(door: Actor, nieuwe: Sequence[NieuweAanbieder]) -> list[int]:
    """Put providers in the list; return their ids in the order asked. The same again changes nothing.

    Raises Domeinfout (with the field) for a code that is no AGB code or belongs to another name.
    """
    op_beurt(BEURT)
    bekend = {rij.agb: rij for rij in Aanbieder.objects.filter(agb__in=[n.agb for n in nieuwe])}
    verse: dict[str, Aanbieder] = {}
    for n in nieuwe:
        _controleer_naam(n.agb, n.naam, n.plaats, bekend.get(n.agb))
        if n.agb not in bekend:
            verse[n.agb] = Aanbieder(agb=n.agb, naam=n.naam.strip(), plaats=n.plaats.strip())
            bekend[n.agb] = verse[n.agb]
    schrijf(verse.values())
    leg_vast(
        door,
        *(
            Vastlegging(AanbiederToegevoegd(aanbieder=rij.agb), rij.pk, klok.vandaag())
            for rij in verse.values()
        ),
    )
    return [bekend[n.agb].pk for n in nieuwe]


def _controleer_naam(agb: str, naam: str, plaats: str, bekend: Aanbieder | None) -> None:
    anders = bekend is not None and (bekend.naam, bekend.plaats) != (naam.strip(), plaats.strip())
    korter = _("Maak de tekst korter.")
    te_lang = _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE_NAAM}
    bevindingen: tuple[Bevinding, ...] = (
        (
            "agb",
            not is_agb(agb),
            _("Een AGB-code heeft acht cijfers."),
            _("Neem de code over uit het contract of het AGB-register."),
        ),
        (
            "agb",
            anders,
            _("Deze AGB-code is al van %(naam)s in %(plaats)s.")
            % {"naam": bekend.naam if bekend else "", "plaats": bekend.plaats if bekend else ""},
            _("Open die aanbieder in de lijst, of controleer de code."),
        ),
        ("naam", not naam.strip(), _("De naam ontbreekt."), _("Vul de naam van de aanbieder in.")),
        ("naam", len(naam) > LANGSTE_NAAM, te_lang, korter),
        ("plaats", not plaats.strip(), _("De plaats ontbreekt."), _("Vul de vestigingsplaats in.")),
        ("plaats", len(plaats) > LANGSTE_NAAM, te_lang, korter),
    )
    eis("aanbieder", bevindingen)


def haal_aanbieder(aanbieder_id: int, *, op_slot: bool = False) -> Aanbieder:
    """Return a provider, locked for a change if asked; NietGevonden for another id."""
    rijen = Aanbieder.objects.select_for_update() if op_slot else Aanbieder.objects.all()
    rij = rijen.filter(pk=aanbieder_id).first()
    if rij is None:
        raise NietGevonden(
            "niet_gevonden", _("Deze aanbieder bestaat niet."), _("Ga terug naar de lijst van aanbieders.")
        )
    return rij


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def wijzig_aanbieder(door: Actor, aanbieder_id: int, naam: str, plaats: str) -> None:
    """Change the name and the place of a provider. Letters that were sent keep the name of then.

    The same again records nothing. Raises as `voeg_aanbieders_toe`; NietGevonden for an unknown one.
    """
    rij = haal_aanbieder(aanbieder_id, op_slot=True)
    _controleer_naam(rij.agb, naam, plaats, None)
    if (rij.naam, rij.plaats) == (naam.strip(), plaats.strip()):
        return
    rij.naam, rij.plaats = naam.strip(), plaats.strip()
    rij.aanname, rij.bron, rij.toelichting = False, "", ""
    rij.save()
    leg_vast(door, Vastlegging(AanbiederGewijzigd(aanbieder=rij.agb), rij.pk, klok.vandaag()))


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def meld_beschikbaarheid(door: Actor, meldingen: Sequence[Beschikbaarheidinvoer]) -> list[int]:
    """Write down what providers told; return the ids. The latest counts, what was told before stays.

    The same as what counts already, told on the same day, adds nothing. Raises NietGevonden for an unknown
    provider; Domeinfout (with the field) for nothing told, for what cannot be, or for an impossible day.
    """
    op_beurt(BEURT)
    codes = {m.product for m in meldingen if m.product}
    producten = Product.objects.in_bulk(codes, field_name="code")
    paren = [(m, haal_aanbieder(m.aanbieder)) for m in meldingen]
    for m, _aanbieder in paren:
        _controleer_melding(m, producten)
    rijen = []
    for m, aanbieder in paren:
        rij = _rij(door, m, aanbieder, producten.get(m.product))
        laatste = _laatste(rij)
        if laatste is None or _inhoud(laatste) != _inhoud(rij):
            laatste = rij
            schrijf([rij])
            leg_vast(door, _gemeld(rij, m))
        rijen.append(laatste)
    return [rij.pk for rij in rijen]


def _controleer_melding(m: Beschikbaarheidinvoer, producten: dict[str, Product]) -> None:
    vandaag = klok.vandaag()
    bevindingen: tuple[Bevinding, ...] = (
        (
            "product",
            bool(m.product) and m.product not in producten,
            _("Dit product bestaat niet."),
            _("Kies een product uit de lijst."),
        ),
        (
            "plaatsen",
            m.plaatsen is None and m.wachttijd_weken is None,
            _("Er is niets ingevuld."),
            _("Vul het aantal plaatsen of de wachttijd in."),
        ),
        (
            "plaatsen",
            not 0 <= (m.plaatsen or 0) <= MEESTE_PLAATSEN,
            _("Zo veel plaatsen kan niet."),
            _("Controleer het getal."),
        ),
        (
            "wachttijd_weken",
            not 0 <= (m.wachttijd_weken or 0) <= LANGSTE_WACHT,
            _("Een wachttijd is hoogstens %(n)s weken.") % {"n": LANGSTE_WACHT},
            _("Vul de wachttijd in hele weken in."),
        ),
        (
            "gemeld_op",
            not vandaag - OUDSTE_BERICHT <= m.gemeld_op <= vandaag,
            _("Deze dag ligt in de toekomst, of meer dan een jaar terug."),
            _("Vul de dag in waarop de aanbieder dit vertelde."),
        ),
    )
    eis("beschikbaarheid", bevindingen)


def _rij(
    door: Actor, m: Beschikbaarheidinvoer, aanbieder: Aanbieder, product: Product | None
) -> Beschikbaarheid:
    return Beschikbaarheid(
        aanbieder=aanbieder,
        product=product,
        plaatsen=m.plaatsen,
        wachttijd_weken=m.wachttijd_weken,
        gemeld_op=m.gemeld_op,
        genoteerd_door_id=None if is_systeem(door) else door.id,
    )


def _laatste(rij: Beschikbaarheid) -> Beschikbaarheid | None:
    rijen = Beschikbaarheid.objects.filter(aanbieder=rij.aanbieder, product=rij.product)
    return rijen.order_by("-gemeld_op", "-pk").first()


def _inhoud(rij: Beschikbaarheid) -> tuple[object, ...]:
    return rij.plaatsen, rij.wachttijd_weken, rij.gemeld_op


def _gemeld(rij: Beschikbaarheid, m: Beschikbaarheidinvoer) -> Vastlegging:
    gebeurtenis = BeschikbaarheidGemeld(
        aanbieder=rij.aanbieder.agb,
        product=m.product or None,
        plaatsen=m.plaatsen,
        wachttijd_weken=m.wachttijd_weken,
    )
    return Vastlegging(gebeurtenis, rij.aanbieder_id, m.gemeld_op)
