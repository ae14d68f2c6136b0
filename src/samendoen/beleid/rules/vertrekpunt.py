"""Where an accent starts from: for whom, how much, when we are satisfied, what we count and tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from samendoen.beleid.rules.bedragen import bedragen_in
from samendoen.beleid.rules.bron import Deel, Stuk, Stukken, Tabelrij, tekst

_BEGIN = re.compile(r"^(?P<nr>\d+)\.1\s+het vertrekpunt\b", re.IGNORECASE)
_EINDE = re.compile(r"^\d+\.\d+\s+\S")
_VELDEN = {
    "doelgroep": re.compile(r"^doelgroep\b", re.IGNORECASE),
    "plan": re.compile(r"^plan\b", re.IGNORECASE),
    "inzet": re.compile(r"^inzet\b", re.IGNORECASE),
    "tevreden_als": re.compile(r"^wanneer( zijn)?( we)?( tevreden\??)?(?=\s|$)", re.IGNORECASE),
    "toetsing": re.compile(r"^hoe( toetsen)?( we\??)?(?=\s|$)", re.IGNORECASE),
    "tellen": re.compile(r"^we tellen\s*:", re.IGNORECASE),
    "vertellen": re.compile(r"^we vertellen\s*:", re.IGNORECASE),
}
_VERVOLG_ETIKET = re.compile(r"^((zijn|toetsen) ?)?(we ?)?(tevreden\??|we\?)?$", re.IGNORECASE)
_NIET = re.compile(r"^niet van toepassing\b", re.IGNORECASE)
_OPSOMTEKEN = re.compile(r"^[-–•\uf0b7\uf0a7·]\s*")
_PUNT = re.compile(r"^\s*[-–•\uf0b7\uf0a7·]|^\s{2,}\S|^ [A-Z]")
_ZWAARTE = re.compile(r"\b(licht|middel|zwaar)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vertrekpunt:
    """The aims of one accent; `inzet` names how heavy and for how much."""

    titel: Stukken = ()
    velden: dict[str, Stukken] = field(default_factory=dict)
    etiketten: Stukken = ()

    def veld(self, naam: str) -> str:
        """Return a field as one text, "" when the document has it not."""
        return tekst(self.velden.get(naam, ()))

    def punten(self, naam: str) -> list[str]:
        """Return a field as its points: what a dash or a bullet begins."""
        punten: list[list[Stuk]] = []
        for stuk in self.velden.get(naam, ()):
            if _PUNT.match(stuk.tekst) or not punten:
                punten.append([])
            punten[-1].append(stuk)
        return [_OPSOMTEKEN.sub("", tekst(punt)) for punt in punten]

    @property
    def zwaarte(self) -> str:
        """Return licht, middel or zwaar, "" when it says none."""
        past = _ZWAARTE.search(self.veld("inzet"))
        return past.group(1).casefold() if past else ""

    @property
    def gemeten(self) -> bool:
        """Return whether it says how we know: something to count, to tell, or another way of looking."""
        anders = self.veld("toetsing")
        telt = any(self.veld(naam) for naam in ("tellen", "vertellen"))
        return telt or bool(anders and not _NIET.match(anders))

    @property
    def bedrag(self) -> int | None:
        """Return the amount it starts with, in cents."""
        bedragen = bedragen_in(self.veld("inzet"))
        return bedragen[0] if bedragen else None

    def stukken(self) -> Stukken:
        """Return every piece of it."""
        return (*self.titel, *self.etiketten, *(s for veld in self.velden.values() for s in veld))


def lees_vertrekpunten(delen: Sequence[Deel]) -> tuple[dict[int, Vertrekpunt], list[Deel]]:
    """Return the starting points by number of their accent, and everything else."""
    punten: dict[int, Vertrekpunt] = {}
    rest: list[Deel] = []
    i = 0
    while i < len(delen):
        deel = delen[i]
        past = _BEGIN.match(deel.tekst.strip()) if isinstance(deel, Stuk) else None
        if not past or int(past["nr"]) in punten or not isinstance(deel, Stuk):
            rest.append(deel)
            i += 1
            continue
        einde = next((j for j in range(i + 1, len(delen)) if _sluit(delen[j])), len(delen))
        punten[int(past["nr"])] = _Lezer(deel).lees(delen[i + 1 : einde])
        i = einde
    return punten, rest


def _sluit(deel: Deel) -> bool:
    return isinstance(deel, Stuk) and bool(_EINDE.match(deel.tekst.strip()))


class _Lezer:
    def __init__(self, kop: Stuk) -> None:
        self.titel: list[Stuk] = []
        self.etiketten: list[Stuk] = [kop]
        self.velden: dict[str, list[Stuk]] = {}
        self.nu = ""

    def lees(self, delen: Sequence[Deel]) -> Vertrekpunt:
        for deel in delen:
            for stuk in deel.stukken() if isinstance(deel, Tabelrij) else (deel,):
                if stuk.tekst.strip():
                    self._neem(stuk)
        velden = {naam: tuple(stukken) for naam, stukken in self.velden.items()}
        return Vertrekpunt(tuple(self.titel), velden, tuple(self.etiketten))

    def _neem(self, stuk: Stuk) -> None:
        kaal = stuk.tekst.strip()
        for naam, zoek in _VELDEN.items():
            if (past := zoek.match(kaal)) and naam not in self.velden:
                self.nu = naam
                self.velden[naam] = []
                self.etiketten.append(Stuk(stuk.nr, past.group()))
                if rest := kaal[past.end() :].strip():
                    self._neem(Stuk(stuk.nr, rest))
                return
        leeg = self.nu and not self.velden[self.nu]
        if leeg and self.nu in ("tevreden_als", "toetsing") and _VERVOLG_ETIKET.match(kaal):
            self.etiketten.append(stuk)
        elif self.nu:
            self.velden[self.nu].append(stuk)
        else:
            self.titel.append(stuk)
