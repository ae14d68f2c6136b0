"""What every part of a round works with: who we are, which day it is, the ledger, and what we noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from samendoen.site.simulator.boek import Boek
from samendoen.site.simulator.rekenen import kenmerk
from samendoen.site.simulator.tarieven import Tarieven
from samendoen.site.simulator.vorm import Veld, kop, schrijf
from samendoen.site.simulator.waarden import Verstuurd


@dataclass(frozen=True, slots=True)
class Verslag:
    """What happened in a round: counts per kind of message, and sentences about what is not in order."""

    gelezen: Counter[str] = field(default_factory=Counter)
    verzonden: Counter[str] = field(default_factory=Counter)
    te_laat: Counter[str] = field(default_factory=Counter)
    """Starts and stops reported later than five working days after they happened."""
    alarmen: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Werk:
    """One round of one provider with one municipality."""

    agb: str
    gemeente: str
    vandaag: date
    zaad: int
    boek: Boek
    tarieven: Tarieven
    verslag: Verslag
    plek: str = "klaar"
    """Where messages made now go: `klaar`, or `wacht` for the next round."""
    merk: str = ""
    """The mistake that is being made, so that what it sends gets an identity of its own."""

    def kenmerk(self, *delen: object, lengte: int = 12) -> str:
        """Return a number of ours for something, unique for this provider."""
        return kenmerk(self.zaad, self.agb, self.gemeente, *delen, lengte=lengte)

    def stuur(self, soort: str, over: Sequence[object], inhoud: Sequence[Veld]) -> str:
        """Put a message of our own in the outbox; return its identity, made from what it is about."""
        over = (self.merk, *over) if self.merk else over
        identificatie = self.kenmerk(soort, *over)
        kop_ = kop(soort, self.agb, self.gemeente, identificatie, self.vandaag)
        self.leg_in(soort, identificatie, "|".join(map(str, over)), schrijf(soort, [kop_, *inhoud]))
        return identificatie

    def leg_in(self, soort: str, identificatie: str, over: str, inhoud: bytes, *, extra: str = "") -> None:
        """Put a file in the outbox. One of the same name that lies there already stays as it is."""
        naam = f"{soort}_{self.agb}_{self.gemeente}_{identificatie}{extra}.xml"
        if self.boek.een(Verstuurd, naam=naam) is None:
            self.boek.zet(Verstuurd(soort, identificatie, naam, over, inhoud, self.plek, ""))
            self.verslag.verzonden[soort] += 1

    def meld(self, zin: str) -> None:
        """Note something that is not as it should be; a sentence without persons."""
        self.verslag.alarmen.append(zin)
