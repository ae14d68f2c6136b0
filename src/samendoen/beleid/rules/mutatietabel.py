"""Tables of changes of the budget (charges, income, balance, I/S, explanation), read from a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samendoen.beleid.rules.bedragen import GETAL, LANGSTE_REGEL, STREEP, eurocent, is_bedrag
from samendoen.beleid.rules.bron import Deel, Stuk, Stukken, Tabelrij, is_meubel, tekst
from samendoen.beleid.rules.controle import Bevinding, controleer
from samendoen.beleid.rules.geld import Bedragen, Mutatie, Soort, tel_op
from samendoen.beleid.rules.getallentabel import is_totaal

KOPPEN = {
    "lasten": re.compile(r"\blasten\b", re.IGNORECASE),
    "baten": re.compile(r"\bbaten\b", re.IGNORECASE),
    "saldo": re.compile(r"\bsaldo\b", re.IGNORECASE),
    "soort": re.compile(r"\bI\s*/\s*S\b|\bS\s*/\s*I\b"),
    "toelichting": re.compile(r"\btoelichting\b", re.IGNORECASE),
}
_TITEL = re.compile(r"^financi[eë]le mutaties\b", re.IGNORECASE)
_SOORT = r"(?P<soort>[ISis](?:/[ISis])?)(?=\s|$)"


@dataclass(frozen=True, slots=True)
class Mutatieregel:
    """A line as it was read: the pieces it is made of, and what they say. `saldo` as printed."""

    naam: Stukken
    cijfers: Stukken
    toelichting: Stukken
    lasten: int
    baten: int
    saldo: int | None
    soort: Soort | None

    def als_mutatie(self) -> Mutatie:
        """Return it as a change of the budget; without a letter it counts as incidental."""
        soort = self.soort or Soort.INCIDENTEEL
        naam, uitleg = tekst(self.naam), tekst(self.toelichting)
        return Mutatie(naam, self.lasten, self.baten, self.saldo, soort, uitleg)


@dataclass(frozen=True, slots=True)
class GelezenMutaties:
    """A table of changes: its header, its lines, and the line that names the totals if there is one."""

    kop: Stukken
    regels: tuple[Mutatieregel, ...]
    totaal: Mutatieregel | None

    @property
    def titel(self) -> str:
        """Return what the table is called, without the names of its columns."""
        lopend = tekst(self.kop)
        for kop in KOPPEN.values():
            lopend = kop.sub("", lopend)
        return " ".join(lopend.split()) or "Financiële mutaties"

    @property
    def genoemd(self) -> Bedragen | None:
        """Return the totals that the document names."""
        t = self.totaal
        return (
            Bedragen(t.lasten, t.baten, t.saldo if t.saldo is not None else t.lasten + t.baten) if t else None
        )

    @property
    def berekend(self) -> Bedragen:
        """Return the totals of the lines."""
        return tel_op(regel.als_mutatie() for regel in self.regels)

    def bevindingen(self) -> list[Bevinding]:
        """Return what does not add up in it."""
        return controleer(self.titel, [regel.als_mutatie() for regel in self.regels], self.genoemd)


def lees_mutaties(delen: Sequence[Deel]) -> tuple[list[GelezenMutaties], list[Deel]]:
    """Return the tables of changes, and everything that does not belong to one."""
    tabellen: list[GelezenMutaties] = []
    rest: list[Deel] = []
    i = 0
    while i < len(delen):
        volgorde = _kolommen(delen[i])
        gelezen, einde = _lees_tabel(delen, i, volgorde) if volgorde else (None, i + 1)
        if gelezen is None:
            rest.append(delen[i])
            i += 1
            continue
        boven = _titel_boven(rest)
        del rest[len(rest) - len(boven) :]
        titel = tuple(stuk for stuk in boven if isinstance(stuk, Stuk) and stuk.tekst.strip())
        tabellen.append(GelezenMutaties((*titel, *gelezen.kop), gelezen.regels, gelezen.totaal))
        i = einde
    return tabellen, rest


def _kolommen(deel: Deel) -> tuple[str, ...]:
    """Return the columns that a header names, from left to right; empty when it is none."""
    lopend = " \t ".join(deel.cellen) if isinstance(deel, Tabelrij) else deel.tekst
    plek = {naam: past.start() for naam, kop in KOPPEN.items() if (past := kop.search(lopend))}
    if not {"lasten", "baten"} <= set(plek) or len(plek) < 3 or len(lopend) > 160:
        return ()
    return tuple(sorted(plek, key=lambda naam: plek[naam]))


def _titel_boven(rest: Sequence[Deel]) -> list[Deel]:
    """Return the lines from "Financiële mutaties" on that stand right above the names of the columns."""
    for terug in range(1, min(8, len(rest)) + 1):
        boven = [deel for deel in rest[-terug:] if isinstance(deel, Stuk)]
        if len(boven) == terug and boven[0].tekst.strip() and _TITEL.match(tekst(boven)):
            return list(rest[-terug:])
    return []


def _lees_tabel(
    delen: Sequence[Deel], begin: int, volgorde: tuple[str, ...]
) -> tuple[GelezenMutaties | None, int]:
    if isinstance(delen[begin], Tabelrij):
        return _lees_rijen(delen, begin)
    return _Regels(volgorde).lees(delen, begin)


def _lees_rijen(delen: Sequence[Deel], begin: int) -> tuple[GelezenMutaties | None, int]:
    """Read a table of the file itself: every cell by the name of its column, in whatever order."""
    kop = delen[begin]
    if not isinstance(kop, Tabelrij):
        return None, begin
    plek = {naam: i for naam, zoek in KOPPEN.items() for i, cel in enumerate(kop.cellen) if zoek.search(cel)}
    naamkolom = next((i for i in range(len(kop.cellen)) if i not in plek.values()), 0)
    regels: list[Mutatieregel] = []
    einde = begin + 1
    while einde < len(delen):
        rij = delen[einde]
        if not isinstance(rij, Tabelrij) or (regel := _celregel(rij, plek, naamkolom)) is None:
            break
        regels.append(regel)
        einde += 1
    totaal = [regel for regel in regels if is_totaal(tekst(regel.naam))]
    gewoon = tuple(regel for regel in regels if regel not in totaal[:1])
    if not gewoon:
        return None, begin
    return GelezenMutaties(kop.stukken(), gewoon, totaal[0] if totaal else None), einde


def _celregel(rij: Tabelrij, plek: dict[str, int], naamkolom: int) -> Mutatieregel | None:
    def cel(naam: str) -> str:
        return rij.cellen[plek[naam]].strip() if naam in plek and plek[naam] < len(rij.cellen) else ""

    if not (is_bedrag(cel("lasten")) or is_bedrag(cel("baten"))):
        return None
    bezet = {naamkolom, plek.get("toelichting", -1)}
    if not all(is_bedrag(cel(naam)) or not cel(naam) for naam in ("lasten", "baten", "saldo")):
        return None
    stukken = rij.stukken()
    letter = cel("soort").upper()
    return Mutatieregel(
        naam=stukken[naamkolom : naamkolom + 1],
        cijfers=tuple(stuk for i, stuk in enumerate(stukken) if i not in bezet),
        toelichting=tuple(stuk for i, stuk in enumerate(stukken) if i == plek.get("toelichting", -1)),
        lasten=eurocent(cel("lasten")),
        baten=eurocent(cel("baten")),
        saldo=eurocent(cel("saldo")) if cel("saldo") else None,
        soort=Soort(letter) if letter in ("I", "S") else None,
    )


class _Regels:
    """Reads a table whose cells run together in lines: name, amounts, letter, explanation."""

    def __init__(self, volgorde: tuple[str, ...]) -> None:
        bedragen = [naam for naam in volgorde if naam in ("lasten", "baten", "saldo")]
        delen = [rf"(?P<{naam}>{GETAL}|{STREEP})" for naam in bedragen]
        self.met_saldo = "saldo" in bedragen
        cijfers = r"\s+".join(delen)
        self.vorm = re.compile(
            rf"^(?P<naam>.*?)(?:^|(?<=\s))(?P<cijfers>{cijfers}(?:\s+{_SOORT})?)(?P<rest>.*)$"
        )

    def lees(self, delen: Sequence[Deel], begin: int) -> tuple[GelezenMutaties | None, int]:
        """Read from the header on; up to the total, or else as long as there are lines of the table."""
        kop = delen[begin]
        alineas, eindes = self._alineas(delen, begin + 1)
        regels: list[Mutatieregel] = []
        wacht: Stukken = ()
        for alinea, einde in zip(alineas, eindes, strict=True):
            kort = ((i, s.tekst.strip()) for i, s in enumerate(alinea) if len(s.tekst) <= LANGSTE_REGEL)
            past = next(((i, m) for i, woorden in kort if (m := self.vorm.match(woorden))), None)
            if past is None:
                regels, wacht = self._zonder_cijfers(regels, wacht, alinea)
                continue
            if past[1]["naam"].strip() and regels:
                # The name stands before its amounts; what waited is the end of the explanation above.
                regels, wacht = self._zonder_cijfers(regels, wacht, ())
            regel = self._regel(wacht, alinea, *past)
            wacht = ()
            if is_totaal(tekst(regel.naam)):
                return self._klaar(kop, regels, regel), einde
            regels.append(regel)
        return None, begin

    @staticmethod
    def _klaar(kop: Deel, regels: list[Mutatieregel], totaal: Mutatieregel) -> GelezenMutaties | None:
        return GelezenMutaties((kop,), tuple(regels), totaal) if isinstance(kop, Stuk) and regels else None

    @staticmethod
    def _alineas(delen: Sequence[Deel], begin: int) -> tuple[list[Stukken], list[int]]:
        """Return the paragraphs from a place on, up to a row of a real table, and where each of them ends."""
        alineas: list[Stukken] = []
        eindes: list[int] = []
        nu: list[Stuk] = []
        for i in range(begin, len(delen) + 1):
            deel = delen[i] if i < len(delen) else None
            if isinstance(deel, Stuk) and deel.tekst.strip():
                nu.append(deel)
            elif nu:
                alineas.append(tuple(nu))
                eindes.append(i)
                nu = []
            if isinstance(deel, Tabelrij):
                break
        return alineas, eindes

    @staticmethod
    def _zonder_cijfers(
        regels: list[Mutatieregel], wacht: Stukken, alinea: Stukken
    ) -> tuple[list[Mutatieregel], Stukken]:
        """A paragraph without amounts is the name of what comes; the one before it was explanation."""
        if wacht and regels:
            laatste = regels[-1]
            regels = [
                *regels[:-1],
                Mutatieregel(
                    laatste.naam,
                    laatste.cijfers,
                    (*laatste.toelichting, *wacht),
                    laatste.lasten,
                    laatste.baten,
                    laatste.saldo,
                    laatste.soort,
                ),
            ]
            wacht = ()
        return regels, (*wacht, *alinea)

    def _regel(self, wacht: Stukken, alinea: Stukken, i: int, m: re.Match[str]) -> Mutatieregel:
        vooraf, nr = alinea[:i], alinea[i].nr
        eigen = (Stuk(nr, m["naam"].strip()),) if m["naam"].strip() else ()
        rest = (Stuk(nr, m["rest"].strip()),) if m["rest"].strip() else ()
        letter = (m["soort"] or "").upper()
        return Mutatieregel(
            naam=(*wacht, *vooraf, *eigen),
            cijfers=(Stuk(nr, m["cijfers"]),),
            toelichting=(*rest, *alinea[i + 1 :]),
            lasten=eurocent(m["lasten"]),
            baten=eurocent(m["baten"]),
            saldo=eurocent(m["saldo"]) if self.met_saldo else None,
            soort=Soort(letter) if letter in ("I", "S") else None,
        )


def meubel_eruit(delen: Sequence[Deel]) -> tuple[list[Deel], Stukken]:
    """Return a document without the furniture of its pages, and that furniture."""
    meubels = tuple(deel for deel in delen if isinstance(deel, Stuk) and is_meubel(deel))
    return [deel for deel in delen if not (isinstance(deel, Stuk) and is_meubel(deel))], meubels
