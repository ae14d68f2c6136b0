"""What is written into a note, and what makes it good."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.actions.onderzoekinvoer import Gelezen, netjes
from samendoen.casus.definities import Sjabloon
from samendoen.casus.models import Notitie
from samendoen.casus.rules import Notitiesoort, Wijze
from samendoen.kernel.api import klok

LANGSTE = 10_000
LANGSTE_WIE = 300
DEEL = "deel_"
"""How the name of a field begins that holds what stands under a heading."""


@dataclass(frozen=True, slots=True)
class NieuweNotitie:
    """A note to begin with a template. `kenmerk` is made by the client and makes a repeat harmless.

    Without `over` it is about everybody in the casus about whom this actor may write.
    """

    kenmerk: UUID
    casus: int
    sjabloon: str
    over: tuple[int, ...] = ()
    op: date | None = None


@dataclass(frozen=True, slots=True)
class Notitieinvoer:
    """What stands in a note: the whole of it, and the signs of what the writer had read. `delen` is heading
    -> text; `met_wie` and `wijze` are of a contact."""

    notitie: int
    op: date
    delen: Mapping[str, str] = field(default_factory=dict)
    met_wie: str = ""
    wijze: str = ""
    gelezen: Gelezen | None = None


@dataclass(frozen=True, slots=True)
class Notitiewie:
    """About whom a note is, and who of the household may read it: None for whom the rule names."""

    notitie: int
    over: tuple[int, ...]
    lezers: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Deel:
    """What stands under a heading; the heading as it was when it was written."""

    code: str
    kop: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words of a note."""

    met_wie: str = ""
    delen: tuple[Deel, ...] = ()

    def als_tekst(self) -> str:
        """Return how they are kept."""
        return json.dumps([self.met_wie, [[d.code, d.kop, d.tekst] for d in self.delen]], ensure_ascii=False)


def woorden_van(notitie: Notitie) -> Woorden:
    """Return the words of a note; none after erasure."""
    if notitie.woorden is None:
        return Woorden()
    met_wie, delen = json.loads(notitie.woorden)
    return Woorden(met_wie, tuple(Deel(*deel) for deel in delen))


def leeg(sjabloon: Sjabloon) -> Woorden:
    """Return the headings of a template with nothing under them."""
    return Woorden("", tuple(Deel(kop.code, kop.naam, "") for kop in sjabloon.kop))


def staand(notitie: Notitie) -> dict[str, Any]:
    """Return what stands in a note by the fields of its form."""
    woorden = woorden_van(notitie)
    waarden: dict[str, Any] = {"op": notitie.op}
    if notitie.soort == Notitiesoort.CONTACT:
        waarden |= {"met_wie": woorden.met_wie, "wijze": notitie.wijze}
    return waarden | {f"{DEEL}{deel.code}": deel.tekst for deel in woorden.delen}


def gevraagd(invoer: Notitieinvoer, namen: Mapping[str, Any]) -> dict[str, Any]:
    """Return an input by the same fields; what it does not name is empty."""
    waarden = {"op": invoer.op, "met_wie": invoer.met_wie, "wijze": invoer.wijze}
    waarden |= {f"{DEEL}{code}": tekst for code, tekst in invoer.delen.items()}
    return {naam: netjes(waarden.get(naam, "")) for naam in namen}


def controleer(invoer: Notitieinvoer, notitie: Notitie) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    weiger_eerste("notitie", _fouten(invoer, notitie))


def _fouten(invoer: Notitieinvoer, notitie: Notitie) -> Iterator[tuple[str, bool, str, str]]:
    yield (
        "op",
        invoer.op > klok.vandaag(),
        _("Deze dag ligt in de toekomst."),
        _("Kies de dag waarop het was."),
    )
    yield (
        "wijze",
        invoer.wijze not in {"", *Wijze},
        _("Deze keuze bestaat niet."),
        _("Kies uit de lijst."),
    )
    bekend = {deel.code for deel in woorden_van(notitie).delen}
    yield (
        "delen",
        not invoer.delen.keys() <= bekend,
        _("Dit kopje hoort niet bij deze notitie."),
        _("Ververs de pagina."),
    )
    teksten = [("met_wie", invoer.met_wie, LANGSTE_WIE)]
    teksten += [(f"{DEEL}{code}", tekst, LANGSTE) for code, tekst in invoer.delen.items()]
    for veld, tekst, langste in teksten:
        te_lang = _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": langste}
        yield veld, len(netjes(tekst)) > langste, te_lang, _("Kort het in.")
        yield veld, "\x00" in tekst, _("Hier staat een teken dat niet bestaat."), _("Typ het opnieuw.")
