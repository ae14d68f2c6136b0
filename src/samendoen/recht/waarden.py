"""The values of the term engine: what a term is, what stops it, and what a computed term looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from samendoen.recht.atw import Verschuiving, valt_onder_atw
from samendoen.recht.datum import Eenheid, eis_datum, hoeveel
from samendoen.recht.fouten import Rechtsfout

_EEN_DAG = timedelta(days=1)


class Grond(StrEnum):
    """Why a term stands still. Which grounds a kind of term knows is in its `schorsgronden`."""

    AANVULLING = "aanvulling"  # invited to supplement or repair (Awb 4:15 lid 1 onder a, 7:10 lid 2)
    INSTEMMING = "instemming"  # written consent of the applicant (Awb 4:15 lid 2 onder a)
    VERTRAGING = "vertraging"  # delay by the applicant (Awb 4:15 lid 2 onder b)
    OVERMACHT = "overmacht"  # force majeure (Awb 4:15 lid 2 onder c)


@dataclass(frozen=True, slots=True)
class Schorsing:
    """One interval in which a term stands still.

    With `Grond.AANVULLING`, `van` is the day of the invitation and `tot` the day of the supplement, or the
    last day of the set term when it lapsed unused: the term stands still from the day *after* the invitation
    up to but *not including* `tot` (Awb art. 4:15 lid 1). An invitation without a set term suspends nothing
    and should not be given here. With the other grounds both days are suspended days (Awb art. 4:15 lid 2).
    `tot=None`: the suspension still runs. Raises `Rechtsfout` if `tot` lies before `van`.
    """

    van: date
    tot: date | None
    grond: Grond = Grond.AANVULLING

    def __post_init__(self) -> None:
        eis_datum(self.van, "De eerste datum van de schorsing")
        if self.tot is None:
            return
        eis_datum(self.tot, "De laatste datum van de schorsing")
        if self.tot < self.van:
            raise Rechtsfout(
                "schorsing-omgekeerd",
                f"De schorsing eindigt ({self.tot.isoformat()}) voordat zij begint ({self.van.isoformat()}).",
                "Geef eerst de datum van de uitnodiging en dan die van de aanvulling.",
            )

    def dagen(self, peildatum: date | None = None) -> tuple[date, date]:
        """Return the first and last day on which the term stands still; last < first when there are none.

        A suspension that still runs counts up to and including `peildatum`; without one it counts no day.
        """
        open_eind = self.grond is Grond.AANVULLING
        eerste = self.van + _EEN_DAG if open_eind else self.van
        if self.tot is None:
            return eerste, eerste - _EEN_DAG if peildatum is None else max(peildatum, eerste - _EEN_DAG)
        return eerste, self.tot - _EEN_DAG if open_eind else self.tot


@dataclass(frozen=True, slots=True)
class Verdaging:
    """The power to postpone: the article, and the most days it allows (None: the law names no maximum)."""

    grondslag: str
    hoogstens_dagen: int | None


@dataclass(frozen=True)
class Termijnsoort:
    """A kind of term, as data: how long, from what, under which article, and what may stop or move it.

    `gebeurtenis` completes "Op <datum> ..." and `doel` "De laatste dag is <datum>: ...", both Dutch.
    `na` is the term that must have ended before this one begins; the start given is then that one's start.
    """

    code: str
    naam: str
    aantal: int
    eenheid: Eenheid
    grondslag: str
    gebeurtenis: str
    doel: str
    verschuiving: Verschuiving = Verschuiving.ATW
    schorsgronden: tuple[tuple[Grond, str], ...] = ()
    verdaging: Verdaging | None = None
    na: Termijnsoort | None = None

    def __post_init__(self) -> None:
        fout: str | None = None
        if self.aantal < 1:
            fout = "duurt korter dan één dag"
        elif self.eenheid is Eenheid.UREN:
            fout = "is in uren en heeft dus geen laatste dag"
        elif self.eenheid is Eenheid.WERKDAGEN and (self.schorsgronden or self.verdaging):
            fout = "is in werkdagen en kan daarom niet worden geschorst of verdaagd"
        if fout:
            raise Rechtsfout(
                "soort-onmogelijk", f"De termijn '{self.code}' {fout}.", "Verbeter de definitie."
            )

    def __hash__(self) -> int:
        # The code identifies a kind: this keeps the memo table of the engine fast.
        return hash(self.code)

    @property
    def lengte(self) -> str:
        """The length in Dutch words: "6 weken"."""
        return hoeveel(self.aantal, self.eenheid)

    @property
    def atw(self) -> bool:
        """Whether the Algemene termijnenwet covers this kind (art. 1, 4 and 5), judged on its own length."""
        return self.verschuiving is Verschuiving.ATW and valt_onder_atw(self.aantal, self.eenheid)

    @property
    def ten_minste_drie_dagen(self) -> bool:
        """Whether the term is of at least three days (Atw art. 2)."""
        return self.eenheid is not Eenheid.DAGEN or self.aantal >= 3

    def grondslag_schorsing(self, grond: Grond) -> str:
        """Return the article that allows this suspension, or raise `Rechtsfout` if there is none."""
        for bekend, grondslag in self.schorsgronden:
            if bekend is grond:
                return grondslag
        toegestaan = ", ".join(bekend.value for bekend, _ in self.schorsgronden)
        raise Rechtsfout(
            "schorsing-kan-niet",
            f"De termijn '{self.code}' ({self.grondslag}) kan niet worden geschorst wegens {grond.value}.",
            f"Laat de schorsing weg of gebruik een van deze gronden: {toegestaan}."
            if toegestaan
            else "Laat de schorsing weg: de wet kent haar voor deze termijn niet.",
        )


@dataclass(frozen=True, slots=True)
class Stap:
    """One sentence of the explanation: the day it leads to, what happens (Dutch), and the article."""

    datum: date
    wat: str
    grondslag: str


@dataclass(frozen=True, slots=True)
class Termijn:
    """A computed term. `einde` is the last day that is still in time; the last step leads to it."""

    soort: Termijnsoort
    start: date
    einde: date
    waarschuwingen: tuple[str, ...] = ()
    stappen: tuple[Stap, ...] = field(default=(), repr=False)

    def dagen_over(self, vandaag: date) -> int:
        """Return the days left after `vandaag`: 0 on the last day, negative when the term has passed."""
        return (self.einde - vandaag).days

    def is_verstreken(self, vandaag: date) -> bool:
        """Tell whether the last day lies before `vandaag`."""
        return vandaag > self.einde

    def als_json(self) -> dict[str, object]:
        """Return the term in the public form of the command `termijn`; dates are ISO 8601."""
        return {
            "soort": self.soort.code,
            "start": self.start.isoformat(),
            "einde": self.einde.isoformat(),
            "waarschuwingen": list(self.waarschuwingen),
            "stappen": [
                {"datum": s.datum.isoformat(), "wat": s.wat, "grondslag": s.grondslag} for s in self.stappen
            ],
        }
