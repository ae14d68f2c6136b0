"""What is known beside the message that is judged, indexed once so that every rule is one look-up.

A message may correct itself: what it takes back counts as gone for its other lines, and what it brings in
counts for the lines after it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from samendoen.berichten.rules.bericht import Bericht, Groep
from samendoen.berichten.rules.constraints import VERWIJDEREN
from samendoen.berichten.rules.kennis import (
    Declaratie,
    Kennis,
    Prestatie,
    Start,
    Stop,
    Tarief,
    Toewijzing,
    Verzoek,
    ongecrediteerd,
)
from samendoen.berichten.rules.technisch import Gepland

T = TypeVar("T")


class eens(Generic[T]):
    """A value that is reckoned when it is first asked, and kept; for one thread, without a lock."""

    def __init__(self, reken: Callable[[Any], T]) -> None:
        self.reken, self.naam, self.__doc__ = reken, reken.__name__, reken.__doc__

    def __get__(self, eigenaar: Any, soort: object = None) -> T:
        waarde: T = self.reken(eigenaar)
        eigenaar.__dict__[self.naam] = waarde
        return waarde


TIJDELIJK = "20"
"""Reason of a stop after which delivery may go on."""


@dataclass(frozen=True, slots=True)
class Gestopt:
    """The stops of one start, taken together."""

    tijdelijk: bool = False
    definitief: bool = False
    laatste: date = date.min

    def en(self, stop: Stop) -> "Gestopt":
        """Return these stops and one more."""
        tijdelijk = stop.reden == TIJDELIJK
        return Gestopt(
            self.tijdelijk or tijdelijk, self.definitief or not tijdelijk, max(self.laatste, stop.einde)
        )


@dataclass(slots=True)
class Regel:
    """A line of a 305 or 307: the start that it is about, the stop it is, and whether it takes that back."""

    start: Start
    stop: Stop | None
    verwijdert: bool


class Register:
    """A message and what is known, by the keys that the rules ask for."""

    def __init__(self, bericht: Bericht, kennis: Kennis) -> None:
        self.bericht = bericht
        self.kennis = kennis
        self._tarieven_in: dict[tuple[str, str, date, date], list[Tarief]] = {}
        self.dagtekening = bericht.kop.datum("BerichtIdentificatie/Dagtekening") or date.max

    def _regels(self, pad: str) -> Iterator[tuple[Groep, str]]:
        """Give the groups at a path below each client, with its BSN."""
        boven = "Declaratie/Clienten/Client" if self.bericht.soort.nummer == "323" else "Client"
        for client in self.bericht.wortel.groepen(boven):
            bsn = client.tekst("Bsn")
            for groep in client.groepen(pad):
                yield groep, bsn

    # ---- assignments and requests

    @eens
    def toewijzingen(self) -> dict[int, Toewijzing]:
        """The assignments by number."""
        return {toewijzing.nummer: toewijzing for toewijzing in self.kennis.toewijzingen}

    @eens
    def clienten(self) -> frozenset[str]:
        """The BSN of everybody who has, or had, an assignment."""
        return frozenset(toewijzing.bsn for toewijzing in self.kennis.toewijzingen)

    @eens
    def verzoeken(self) -> dict[str, Verzoek]:
        """The requests by reference."""
        return {verzoek.referentie: verzoek for verzoek in self.kennis.verzoeken}

    @eens
    def wachtenden(self) -> frozenset[str]:
        """The BSN of everybody for whom a request waits for its answer."""
        return frozenset(verzoek.bsn for verzoek in self.kennis.verzoeken if verzoek.loopt)

    def toewijzing(self, nummer: int | None, bsn: str) -> Toewijzing | None:
        """Return the assignment with this number, if it is of this client."""
        gevonden = self.toewijzingen.get(nummer or 0)
        return gevonden if gevonden is not None and gevonden.bsn == bsn else None

    def actueel(self, product: Groep, bsn: str) -> Toewijzing | None:
        """Return the assignment of a line, when on the day of the message it still runs or is to begin."""
        toewijzing = self.toewijzing(product.getal("ToewijzingNummer"), bsn)
        loopt = toewijzing is not None and toewijzing.actueel(self.dagtekening)
        return toewijzing if loopt else None

    @eens
    def gevraagd(self) -> dict[str, Gepland]:
        """What a 317 says of each running assignment, by path: product and days as they stay or should be."""
        gevonden = {}
        for soort in ("OngewijzigdeProducten/OngewijzigdProduct", "TeWijzigenProducten/TeWijzigenProduct"):
            for product, bsn in self._regels(f"Verzoek/{soort}"):
                if toewijzing := self.actueel(product, bsn):
                    van = product.datum("GewensteIngangsdatum")
                    tot = product.datum("Einddatum") if van else toewijzing.einde
                    gevonden[product.pad] = Gepland(
                        toewijzing.categorie, toewijzing.code, van or toewijzing.ingang, tot
                    )
        return gevonden

    # ---- starts and stops

    @eens
    def starts(self) -> frozenset[Start]:
        """The starts that were received."""
        return frozenset(self.kennis.starts)

    @eens
    def stops(self) -> frozenset[Stop]:
        """The stops that were received."""
        return frozenset(self.kennis.stops)

    @eens
    def gestopt(self) -> dict[Start, Gestopt]:
        """The starts that a received stop ends."""
        return _samen(self.kennis.stops)

    @eens
    def regels(self) -> dict[str, "Regel"]:
        """The starts and stops of this message by path."""
        if self.bericht.soort.nummer == "305":
            starts = self._regels("StartProducten/StartProduct")
            return {g.pad: Regel(Start.uit(g, bsn), None, _verwijdert(g)) for g, bsn in starts}
        stops = ((g, Stop.uit(g, bsn)) for g, bsn in self._regels("StopProducten/StopProduct"))
        return {g.pad: Regel(stop.start, stop, _verwijdert(g)) for g, stop in stops}

    @eens
    def lopend(self) -> dict[tuple[object, ...], str]:
        """Who delivers what already, and which line of this message ("" none) says so."""
        weg = {regel.start for regel in self.regels.values() if regel.verwijdert}
        gevonden = {
            levering(start): "" for start in self.starts if start not in weg and start not in self.gestopt
        }
        for pad, regel in self.regels.items():
            if not regel.verwijdert:
                gevonden.setdefault(levering(regel.start), pad)
        return gevonden

    @eens
    def gestopt_voor(self) -> dict[str, Gestopt]:
        """Per stop of this message, by path: the other stops of its start, received or in lines above."""
        weg = {regel.stop for regel in self.regels.values() if regel.verwijdert}
        tot_nu_toe = _samen(stop for stop in self.kennis.stops if stop not in weg)
        gevonden: dict[str, Gestopt] = {}
        for pad, regel in self.regels.items():
            gevonden[pad] = eerder = tot_nu_toe.get(regel.start, Gestopt())
            if regel.stop is not None and not regel.verwijdert:
                tot_nu_toe[regel.start] = eerder.en(regel.stop)
        return gevonden

    # ---- invoices

    @eens
    def prestaties(self) -> dict[str, Prestatie]:
        """The lines of this invoice by path, credits too; each as if it were granted."""
        return {g.pad: Prestatie.uit(g, bsn) for g, bsn in self._regels("Prestaties/Prestatie")}

    @eens
    def op_toewijzing(self) -> dict[str, tuple[Prestatie, Toewijzing | None]]:
        """The lines of this invoice by path, each with the assignment of its client that it names."""
        return {pad: (p, self.toewijzing(p.toewijzing, p.bsn)) for pad, p in self.prestaties.items()}

    @eens
    def declaratie_tot(self) -> date | None:
        """The last day of the period of this invoice."""
        return self.bericht.wortel.datum("Declaratie/DeclaratiePeriode/Einddatum")

    @eens
    def eerste_met_nummer(self) -> dict[str, str]:
        """The path of the first line of this invoice that has a number."""
        eerste: dict[str, str] = {}
        for pad, prestatie in self.prestaties.items():
            eerste.setdefault(prestatie.referentie, pad)
        return eerste

    @eens
    def eerder(self) -> dict[str, Prestatie]:
        """The lines of earlier invoices by number."""
        return {prestatie.referentie: prestatie for prestatie in self.kennis.prestaties}

    @eens
    def gecrediteerd(self) -> frozenset[str]:
        """The numbers that a granted credit took back."""
        return frozenset(p.vorig for p in self.kennis.prestaties if p.credit and p.toegekend)

    @eens
    def _tarieven(self) -> dict[tuple[str, str], list[Tarief]]:
        """The tariffs by category and code."""
        gevonden: dict[tuple[str, str], list[Tarief]] = {}
        for tarief in self.kennis.tarieven:
            gevonden.setdefault((tarief.categorie, tarief.code), []).append(tarief)
        return gevonden

    def tarieven_in(self, categorie: str, code: str, van: date, tot: date) -> list[Tarief]:
        """Return the tariffs of a product, for whatever unit, on some day of a period."""
        vraag = (categorie, code, van, tot)
        gevonden = self._tarieven_in.get(vraag)
        if gevonden is None:
            alle = self._tarieven.get((categorie, code), ())
            gevonden = [t for t in alle if t.van <= tot and (t.tot is None or t.tot >= van)]
            self._tarieven_in[vraag] = gevonden
        return gevonden

    @eens
    def staat_open(self) -> tuple[Prestatie, ...]:
        """The granted debits that nobody took back."""
        return tuple(ongecrediteerd(self.kennis.prestaties))

    @eens
    def declaraties(self) -> dict[str, Declaratie]:
        """The invoices by number."""
        return {declaratie.nummer: declaratie for declaratie in self.kennis.declaraties}


def _verwijdert(product: Groep) -> bool:
    return product.tekst("StatusAanlevering") == VERWIJDEREN


def levering(start: Start) -> tuple[object, ...]:
    """Return what may run once at a time: an assignment, or without one a product of a client."""
    if start.toewijzing is None:
        return (start.bsn, start.categorie, start.code)
    return (start.bsn, start.toewijzing)


def _samen(stops: Iterable[Stop]) -> dict[Start, Gestopt]:
    gevonden: dict[Start, Gestopt] = {}
    for stop in stops:
        gevonden[stop.start] = gevonden.get(stop.start, Gestopt()).en(stop)
    return gevonden
