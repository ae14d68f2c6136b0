"""Read a document in whatever known format, and say what in it does not add up.

Nothing is dropped: what no reader could place is in `niet_geplaatst`, line by line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from samendoen.beleid.rules import kruis
from samendoen.beleid.rules.accentendocument import GelezenAccent, GelezenActie, is_accenten, lees_accenten
from samendoen.beleid.rules.bron import Deel, Stuk, Stukken, Tabelrij, loopt_door, tekst
from samendoen.beleid.rules.controle import Bevinding
from samendoen.beleid.rules.getallentabel import Getallentabel, getallentabellen
from samendoen.beleid.rules.mutatietabel import GelezenMutaties, lees_mutaties, meubel_eruit
from samendoen.beleid.rules.samenhang import Activiteitkern, Doelkern, controleer_samenhang
from samendoen.beleid.rules.vergelijking import Oordeel, controleer_vergelijkingen, vergelijkingen
from samendoen.beleid.rules.voortgangsdocument import (
    GelezenVoortgang,
    is_voortgang,
    lees_voortgang,
    zijn_etiketten,
)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What was read of a document; `tabellen` are the tables of numbers with a total, outside the rest."""

    soort: str
    voortgang: GelezenVoortgang | None
    accenten: tuple[GelezenAccent, ...]
    mutaties: tuple[GelezenMutaties, ...]
    tabellen: tuple[Getallentabel, ...]
    meubel: Stukken
    niet_geplaatst: tuple[Deel, ...]

    @property
    def geplaatst(self) -> tuple[object, ...]:
        """Return everything that has a place."""
        return (self.voortgang, self.accenten, self.mutaties, self.tabellen, self.meubel)


def lees(delen: Sequence[Deel]) -> Gelezen:
    """Read a document. `soort` is voortgang, evaluatie, mutaties or onbekend."""
    rest, meubel = meubel_eruit(delen)
    mutaties, rest = lees_mutaties(rest)
    voortgang: GelezenVoortgang | None = None
    accenten: list[GelezenAccent] = []
    if is_voortgang(_op_regels(rest)):
        voortgang = lees_voortgang(_op_regels(rest))
        rest, voortgang = list(voortgang.los), replace(voortgang, los=())
    elif is_accenten(rest):
        accenten, rest = lees_accenten(rest)
    soort = "voortgang" if voortgang else "evaluatie" if accenten else "mutaties" if mutaties else "onbekend"
    tabellen = tuple(getallentabellen(rest))
    gebruikt = {id(deel) for tabel in tabellen for deel in tabel.delen}
    vrij = [deel for deel in rest if id(deel) not in gebruikt]
    over = tuple(sorted(_gevuld(vrij), key=lambda deel: deel.nr))
    return Gelezen(soort, voortgang, tuple(accenten), tuple(mutaties), tabellen, meubel, over)


def _op_regels(delen: Sequence[Deel]) -> list[Stuk]:
    """Return a document as lines. A table becomes its cells; one of labels above values, column by column."""
    stukken: list[Stuk] = []
    i = 0
    while i < len(delen):
        deel, volgende = delen[i], delen[i + 1] if i + 1 < len(delen) else None
        i += 1
        if isinstance(deel, Stuk):
            stukken.append(deel)
            continue
        cellen = list(deel.stukken())
        if isinstance(volgende, Tabelrij) and _etiketten_boven(deel, volgende):
            cellen = [s for paar in zip_longest(deel.stukken(), volgende.stukken()) for s in paar if s]
            i += 1
        for cel in cellen:
            for woorden in cel.tekst.split("\n"):
                stukken += [Stuk(cel.nr, woorden), Stuk(cel.nr, "")]
    return stukken


def _etiketten_boven(rij: Tabelrij, volgende: Tabelrij) -> bool:
    return zijn_etiketten(rij.cellen) and not zijn_etiketten(volgende.cellen)


def _gevuld(delen: Sequence[Deel]) -> Iterator[Deel]:
    for deel in delen:
        cellen = deel.cellen if isinstance(deel, Tabelrij) else (deel.tekst,)
        if any(cel.strip() for cel in cellen):
            yield deel


def controleer_document(delen: Sequence[Deel], oordeel: Oordeel) -> list[Bevinding]:
    """Return everything in a document that does not add up or hangs loose; `oordeel` is about two shares."""
    gelezen = lees(delen)
    zonder_meubel, _meubel = meubel_eruit(delen)
    rest = lees_mutaties(zonder_meubel)[1]
    tabellen = getallentabellen(rest)
    gevonden = [b for tabel in gelezen.mutaties for b in tabel.bevindingen()]
    gevonden += kruis.controleer_tabellen(tabellen)
    gevonden += _bestedingen(gelezen, tabellen)
    elders = vergelijkingen(_alineas(rest))
    gevonden += controleer_vergelijkingen("Vergelijking met elders", elders, oordeel)
    return gevonden + list(_samenhang(gelezen))


def _alineas(delen: Sequence[Deel]) -> Iterator[tuple[Stuk, ...]]:
    nu: list[Stuk] = []
    for deel in delen:
        stukken = deel.stukken() if isinstance(deel, Tabelrij) else (deel,)
        for stuk in stukken:
            if nu and (not stuk.tekst.strip() or not loopt_door(nu[-1], stuk)):
                yield tuple(nu)
                nu = []
            if stuk.tekst.strip():
                nu.append(stuk)
    if nu:
        yield tuple(nu)


def _bestedingen(gelezen: Gelezen, tabellen: Sequence[Getallentabel]) -> list[Bevinding]:
    """Compare what was available per accent, and what it started with, with the table of budgets."""
    namen = [a.naam for a in gelezen.accenten]
    budgetten = {
        kruis.titel(t): t for t in tabellen if t.euro and len(t.kolommen) > 1 and _gaat_over(t, namen)
    }
    gezien = []
    for accent, naam in zip(gelezen.accenten, namen, strict=True):
        b = accent.beschikbaar
        if b and b.jaar and b.bedrag is not None:
            gezien.append(kruis.Waarneming(naam, str(b.jaar), b.bedrag, "Beschikbaar budget per accent"))
        punt = accent.vertrekpunt
        if punt and punt.bedrag is not None:
            begin = next((t.kolommen[0][:4] for t in budgetten.values()), "")
            gezien.append(kruis.Waarneming(naam, begin, punt.bedrag, "Inzet bij het vertrekpunt"))
    return kruis.controleer_waarnemingen(gezien, budgetten)


def _gaat_over(tabel: Getallentabel, namen: Sequence[str]) -> bool:
    rijen = [rij.naam for rij in tabel.rijen]
    return sum(bool(kruis.zoek(naam, rijen)) for naam in namen) > 1


def _samenhang(gelezen: Gelezen) -> Iterator[Bevinding]:
    if gelezen.voortgang:
        doelen = [
            Doelkern(
                tekst(d.titel),
                tuple(Activiteitkern(tekst(a.titel), tekst(a.resultaat)) for a in d.activiteiten),
            )
            for d in gelezen.voortgang.doelen
        ]
        yield from controleer_samenhang("Doelen en activiteiten", doelen)
    accenten = [
        Doelkern(
            a.naam,
            tuple(_actiekern(actie) for actie in a.acties),
            streven=a.vertrekpunt.veld("tevreden_als") if a.vertrekpunt else "",
            gemeten=bool(a.vertrekpunt and a.vertrekpunt.gemeten),
        )
        for a in gelezen.accenten
    ]
    yield from controleer_samenhang("Accenten", accenten)


def _actiekern(actie: GelezenActie) -> Activiteitkern:
    return Activiteitkern(tekst(actie.actie), " ".join(tekst(r.resultaat) for r in actie.resultaten))
