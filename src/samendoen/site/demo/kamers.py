"""What happens in the rooms around a plan, as values: which step, on which day, in whose words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS
from samendoen.site.demo.kamerverhalen import Zwaarteverhaal
from samendoen.site.demo.levensloop import LOOPT, Casusloop
from samendoen.site.demo.mensen import Gezin, Mens
from samendoen.site.demo.traject import Traject
from samendoen.site.demo.verhalen import Casusverhaal, Gezinsverhaal, Vraagverhaal, kenmerk_van

V = TypeVar("V")
# Of the running casussen of who has a login each fourth asks little, each fifth of the others much: ours.
LICHT, ZWAAR = 4, 5


@dataclass(frozen=True, slots=True)
class Wie:
    """A household of the tour (its code) with its casus and everybody in the story, by code."""

    code: str
    gezin: Gezin
    casus: Casusloop | None
    mensen: Mapping[str, Mens]


@dataclass(frozen=True, slots=True, eq=False)
class Stuk(Generic[V]):
    """Something that happens, as the story tells it. `over` is the mark of what it is about: a question, an
    investigation, a path; None is the casus. `door` is a user name."""

    verteld: V
    kenmerk: UUID
    wie: Wie
    door: str
    over: UUID | None = None

    def kenmerk_van(self, *delen: str) -> UUID:
        """Return the mark of something else in the same story."""
        return kenmerk_van(self.wie.code, *delen)

    @property
    def gezin(self) -> Gezin:
        """The household to which it happens."""
        return self.wie.gezin

    @property
    def casus(self) -> Casusloop:
        """The casus in which it happens; of a question without one there is nothing to ask."""
        assert self.wie.casus
        return self.wie.casus


Gebeurd = tuple[str, date, Stuk[Any]]
"""The step in which it is written (a field of `agenda.Week`), the day it happened, and what."""


def gebeurd(verhaal: Gezinsverhaal, wie: Wie) -> Iterator[Gebeurd]:
    """Yield what happens to a household besides its questions, plans and applications."""
    for vraag in verhaal.vraag:
        yield from _bij_de_deur(vraag, wie)
    if verhaal.casus and wie.casus:
        yield from _veilig(verhaal.casus, wie)
        yield from _onderzocht(verhaal.casus, wie)
        yield from _begeleid(verhaal.casus, wie)
    for n, p in enumerate(verhaal.punt):
        over = kenmerk_van(wie.code, "vraag", p.vraagcode) if p.vraagcode else None
        stuk = Stuk(p, kenmerk_van(wie.code, "punt", str(n)), wie, p.door, over)
        yield "geagendeerd", p.geagendeerd_op, stuk
        if p.uitkomst:
            yield "besproken", p.op, stuk


def _bij_de_deur(vraag: Vraagverhaal, wie: Wie) -> Iterator[Gebeurd]:
    over = kenmerk_van(wie.code, "vraag", vraag.code)
    for n, contact in enumerate(vraag.wacht):
        yield (
            "gewacht",
            contact.op,
            Stuk(contact, kenmerk_van(wie.code, vraag.code, "wacht", str(n)), wie, contact.door, over),
        )
    for n, poging in enumerate(vraag.eropaf.poging if vraag.eropaf else ()):
        assert vraag.eropaf
        merk = kenmerk_van(wie.code, vraag.code, "poging", str(n))
        yield "gezocht", poging.op, Stuk(poging, merk, wie, vraag.eropaf.door, over)


def _onderzocht(casus: Casusverhaal, wie: Wie) -> Iterator[Gebeurd]:
    for o in casus.onderzoek:
        stuk = Stuk(o, kenmerk_van(wie.code, "onderzoek", o.code), wie, casus.regisseur)
        yield "onderzoek_begonnen", o.op, stuk
        yield "bevonden", o.gesproken_op, stuk
        if o.verstuurd_op:
            yield "verslagen", o.verstuurd_op, stuk


def _veilig(casus: Casusverhaal, wie: Wie) -> Iterator[Gebeurd]:
    door = casus.regisseur
    for n, merk in enumerate(casus.merk):
        yield "gemerkt", merk.van, Stuk(merk, kenmerk_van(wie.code, "merk", str(n)), wie, door)
    for n, t in enumerate(casus.taxatie):
        yield "getaxeerd", t.op, Stuk(t, kenmerk_van(wie.code, "taxatie", str(n)), wie, door)
    for pad in casus.meldcode:
        stuk = Stuk(pad, kenmerk_van(wie.code, "meldcode", pad.code), wie, door)
        yield "meldcode_begonnen", pad.op, stuk
        for n, stap in enumerate(pad.stap):
            merk_ = kenmerk_van(wie.code, "meldcode", pad.code, str(n))
            yield "meldcode_stappen", stap.op, Stuk(stap, merk_, wie, door, stuk.kenmerk)
        if pad.klaar_op:
            yield "meldcode_klaar", pad.klaar_op, stuk


def _begeleid(casus: Casusverhaal, wie: Wie) -> Iterator[Gebeurd]:
    door = casus.regisseur
    for n, e in enumerate(casus.evaluatie):
        yield "geevalueerd", e.op, Stuk(e, kenmerk_van(wie.code, "evaluatie", str(n)), wie, door)
    for p in casus.partnerregie:
        merk = kenmerk_van(wie.code, "partnerregie", p.leefgebied)
        yield "bij_partner", p.van, Stuk(p, merk, wie, door)
    for n, notitie in enumerate(casus.notitie):
        yield "genoteerd", notitie.op, Stuk(notitie, kenmerk_van(wie.code, "notitie", str(n)), wie, door)
    if casus.zwaarte:
        stuk = Stuk(casus.zwaarte, kenmerk_van(wie.code, "zwaarte"), wie, door)
        yield "gewogen", casus.zwaarte.op, stuk


def wegingen(trajecten: Iterable[Traject], op: date) -> Iterator[Gebeurd]:
    """Yield how much some running casussen of who has a login ask, as was said on a day."""
    logins = {gebruiker.gebruikersnaam for gebruiker in DEMO_GEBRUIKERS}
    lopend = [t for t in trajecten if t.casus.einde == LOOPT and t.regisseur in logins]
    for n, casus in enumerate(t.casus for t in lopend):
        zwaarte = "licht" if n % LICHT == 0 else "zwaar" if n % ZWAAR == 0 else ""
        if zwaarte:
            wie = Wie("", casus.gezin, casus, {})
            yield "gewogen", op, Stuk(Zwaarteverhaal(intensiteit=zwaarte, op=op), casus.kenmerk, wie, "")
