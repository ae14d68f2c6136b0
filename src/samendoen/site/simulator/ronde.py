"""One round of a provider: read what lies in `uit/`, do what is due, send it. Stopped anywhere, it goes on.

What is read and what follows from it is written in one transaction; only then the file is put away. What a
message is called follows from what it is about, so that a round done again makes the same messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from samendoen.site.simulator.boek import Boek
from samendoen.site.simulator.declaratie import Rekening, Vraag, declareer
from samendoen.site.simulator.fouten import FOUTEN, VOLGORDE, niets_om_fout_te_doen
from samendoen.site.simulator.ontvangst import ontvang
from samendoen.site.simulator.postbus import Postbus
from samendoen.site.simulator.regie import meld_regie
from samendoen.site.simulator.tarieven import Tarieven
from samendoen.site.simulator.verzoeken import Wensen, doe_verzoeken
from samendoen.site.simulator.vorm import Onleesbaar
from samendoen.site.simulator.waarden import Verstuurd
from samendoen.site.simulator.werk import Verslag, Werk

ONLEESBAAR = "Fo01"
HOEVEEL = 250
"""Files that are read in one transaction."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What a provider is asked to do. `agb` and `gemeente` say between whom."""

    agb: str
    gemeente: str
    zaad: int = 0
    tarieven: Tarieven = field(default_factory=Tarieven)
    wensen: Wensen = field(default_factory=Wensen)
    vraag: Vraag | None = None
    fout: str = ""
    geduld: bool = False
    """Wait with the mistake until there is something to make it with, rather than say that there is not."""


class Aanbieder:
    """A provider at the folders of a municipality.

    `stap` is called before every step that lasts, with its name.
    """

    def __init__(
        self, opdracht: Opdracht, map_: Path, stap: Callable[[str], None] = lambda naam: None
    ) -> None:
        self.opdracht = opdracht
        self.post = Postbus(map_, opdracht.agb)
        self.boek = Boek(self.post.eigen / "boek.sqlite")
        self._stap = stap
        self._van_anderen: set[str] = set()
        self._vergist = False

    def ronde(self, vandaag: date) -> Verslag:
        """Do everything that there is to do today. Raises Bedrijfsfout, and then nothing new is sent."""
        verslag = Verslag()
        o = self.opdracht
        werk = Werk(o.agb, o.gemeente, vandaag, o.zaad, self.boek, o.tarieven, verslag)
        with self.post.slot():
            self._verzend()
            self._stap("wachtende vrijgeven")
            with self.boek.samen():
                self.boek.verplaats("wacht", "klaar")
            for stuk in _stukken(self.post.binnen(), HOEVEEL):
                self._lees(werk, stuk)
            with self.boek.samen():
                self._hoor_weigeringen(werk)
                self._doe(werk)
                self._stap("gedaan")
            self._verzend()
        return verslag

    def sluit(self) -> None:
        """Close the ledger."""
        self.boek.sluit()

    def _lees(self, werk: Werk, paden: Sequence[Path]) -> None:
        """Read files together and put them away. What is not for us stays."""
        weg: list[tuple[Path, bool]] = []
        with self.boek.samen():
            for pad in paden:
                if pad.name in self._van_anderen:
                    continue
                try:
                    van_ons = ontvang(werk, pad.read_bytes())
                except FileNotFoundError:
                    continue
                except Onleesbaar as fout:
                    # A name says whom it is for: a file of another provider is not ours to judge.
                    van_ons = self.opdracht.agb in pad.name
                    if van_ons:
                        werk.meld(f"{pad.name} is niet te lezen: {fout}.")
                        weg.append((pad, False))
                        continue
                if van_ons:
                    weg.append((pad, True))
                else:
                    self._van_anderen.add(pad.name)
            self._stap("gelezen")
        for pad, leesbaar in weg:
            self._stap("opbergen")
            self.post.berg_op(pad, leesbaar=leesbaar)

    def _hoor_weigeringen(self, werk: Werk) -> None:
        """Note the files of ours that could not even be read; no message answers those."""
        for naam in self.post.weigeringen():
            van_ons = self.boek.een(Verstuurd, naam=naam)
            if van_ons is not None and not van_ons.codes:
                self.boek.zet(replace(van_ons, codes=ONLEESBAAR))
                werk.meld(f"{van_ons.soort} {van_ons.identificatie} kon de gemeente niet lezen.")

    def _doe(self, werk: Werk) -> None:
        o = self.opdracht
        sleutel = ("fout", o.fout, werk.vandaag, o.vraag.maand if o.vraag else "")
        fout = "" if self._vergist or self.boek.is_gedaan(*sleutel) else o.fout
        meld_regie(replace(werk, plek="wacht") if fout == VOLGORDE else werk)
        doe_verzoeken(werk, o.wensen)
        soort = FOUTEN[fout] if fout else None
        vergist = False

        def verdraai(goed: Rekening) -> Rekening:
            nonlocal vergist
            if vergist or soort is None or soort.rekening is None:
                return goed
            anders = soort.rekening(werk, goed)
            vergist = anders != goed
            return anders

        if o.vraag is not None:
            declareer(werk, o.vraag, verdraai)
        if soort is not None and soort.los is not None:
            merk = "" if fout == VOLGORDE else f"fout-{fout}-{werk.vandaag}"
            vergist = soort.los(replace(werk, merk=merk))
        if fout and not vergist and not o.geduld:
            raise niets_om_fout_te_doen(fout)
        if vergist:
            self.boek.eerste_keer(*sleutel)
            self._vergist = True

    def _verzend(self) -> None:
        """Send what the outbox holds, each file once (see `postbus`)."""
        klaar = self.boek.alle(Verstuurd, plek="klaar")
        for bericht in klaar:
            self._stap("klaarleggen")
            self.post.leg_klaar(bericht.naam, bericht.inhoud)
        if klaar:
            self._stap("klaar")
            with self.boek.samen():
                self.boek.verplaats("klaar", "gelegd")
        gelegd = self.boek.alle(Verstuurd, plek="gelegd")
        for bericht in gelegd:
            self._stap("aanbieden")
            self.post.bied_aan(bericht.naam)
        if gelegd:
            self._stap("verzonden")
            with self.boek.samen():
                self.boek.verplaats("gelegd", "verzonden")


def _stukken(paden: list[Path], hoeveel: int) -> Iterator[list[Path]]:
    rij = iter(paden)
    while stuk := list(islice(rij, hoeveel)):
        yield stuk
