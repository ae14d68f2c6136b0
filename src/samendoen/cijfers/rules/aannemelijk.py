"""Pure rules that say when a figure that others measured is hard to believe. Nothing is ever changed: the
figure is shown as the source gives it, with what there is against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from samendoen.cijfers.rules.uitdrukking import begin_van

PROCENT = "%"
HONDERD = Decimal(100)
Plek = tuple[str, str, str]


class Vermoeden(StrEnum):
    """What is against a figure."""

    BEREIK = "bereik"
    ELDERS = "elders"
    SPRONG = "sprong"
    ZELFDE = "zelfde"
    BRON = "bron"


@dataclass(frozen=True, slots=True)
class Waarneming:
    """One figure: of which indicator, about when ("" when the source does not say) and where, from whom."""

    indicator: str
    eenheid: str
    periode: str
    gebiedsoort: str
    gebied: str
    waarde: Decimal
    bron: str

    @property
    def is_deel(self) -> bool:
        """Return whether it is a percentage."""
        return self.eenheid == PROCENT


@dataclass(frozen=True, slots=True)
class Grenzen:
    """From where on a figure is hard to believe; see `definities.meting.Aannemelijkheid`."""

    veel: int
    punten: int
    sprong: int
    sprong_punten: int
    sprong_aantal: int
    tekens: int


@dataclass(frozen=True, slots=True)
class Twijfel:
    """What is against a figure, beside which other one (`waar`: its area, period or indicator).

    `bedoeld` is what was probably meant when a comma slipped, else None.
    """

    vermoeden: Vermoeden
    ander: Decimal | None = None
    waar: str = ""
    bedoeld: Decimal | None = None


@dataclass(slots=True)
class Index:
    """All figures, found by what they are held against."""

    op_plek: dict[Plek, Decimal] = field(default_factory=dict)
    elders: dict[tuple[str, str], list[Waarneming]] = field(default_factory=dict)
    zelfde: dict[tuple[str, str, str, Decimal], list[str]] = field(default_factory=dict)


def maak_index(alle: Iterable[Waarneming]) -> Index:
    """Return the figures so that each can be held against the others."""
    index = Index()
    for w in alle:
        index.op_plek[w.indicator, w.periode, w.gebied.casefold()] = w.waarde
        if w.gebiedsoort in ("land", "regio"):
            index.elders.setdefault((w.indicator, w.periode), []).append(w)
        index.zelfde.setdefault((w.eenheid, w.periode, w.gebied.casefold(), w.waarde), []).append(w.indicator)
    return index


def twijfels(w: Waarneming, index: Index, grenzen: Grenzen) -> list[Twijfel]:
    """Return what is against a figure, nothing when it is easy to believe."""
    gevonden = [
        _bereik(w),
        _elders(w, index, grenzen),
        _sprong(w, index.op_plek, grenzen),
        _zelfde(w, index, grenzen),
        None if w.bron.strip() else Twijfel(Vermoeden.BRON),
    ]
    return [twijfel for twijfel in gevonden if twijfel is not None]


def ver_uiteen(een: Decimal, ander: Decimal, veel: int, punten: int) -> bool:
    """Tell whether two percentages can hardly both be right: `punten` points and `veel` times apart.

    1% beside 6% is possible, 12% beside 81% hardly. More than 100 is no percentage.
    """
    laag, hoog = sorted((een, ander))
    return hoog <= HONDERD and hoog - laag >= punten and (laag == 0 or hoog / laag >= veel)


def verschoven_komma(een: Decimal, ander: Decimal) -> Decimal | None:
    """Return the higher of two with its comma one place to the left, when that lies near the lower."""
    laag, hoog = sorted((een, ander))
    return hoog / 10 if laag and laag / 2 <= hoog / 10 <= laag * 2 else None


def _bereik(w: Waarneming) -> Twijfel | None:
    buiten = w.waarde < 0 or (w.is_deel and w.waarde > HONDERD)
    return Twijfel(Vermoeden.BEREIK) if buiten else None


def _elders(w: Waarneming, index: Index, grenzen: Grenzen) -> Twijfel | None:
    if not w.is_deel or w.gebiedsoort == "land":
        return None
    ander = next(
        (
            e
            for e in sorted(index.elders.get((w.indicator, w.periode), ()), key=lambda e: _nabij(w, e))
            if e.gebied.casefold() != w.gebied.casefold()
            and ver_uiteen(w.waarde, e.waarde, grenzen.veel, grenzen.punten)
        ),
        None,
    )
    if ander is None:
        return None
    return Twijfel(Vermoeden.ELDERS, ander.waarde, ander.gebied, verschoven_komma(w.waarde, ander.waarde))


def _nabij(w: Waarneming, ander: Waarneming) -> tuple[bool, str]:
    """Return what puts the same source first, and the country before the region."""
    return ander.bron != w.bron, ander.gebiedsoort


def jaar_eerder(periode: str) -> str:
    """Return the same period of the year before; "" of none."""
    jaar, streep, rest = periode.partition("-")
    return f"{int(jaar) - 1}{streep}{rest}" if periode else ""


def _sprong(w: Waarneming, op_plek: Mapping[Plek, Decimal], grenzen: Grenzen) -> Twijfel | None:
    eerder = jaar_eerder(w.periode)
    toen = op_plek.get((w.indicator, eerder, w.gebied.casefold())) if eerder else None
    if toen is None:
        return None
    laag, hoog = sorted((toen, w.waarde))
    genoeg = grenzen.sprong_punten if w.is_deel else grenzen.sprong_aantal
    if hoog - laag < genoeg or (laag > 0 and hoog / laag < grenzen.sprong):
        return None
    return Twijfel(Vermoeden.SPRONG, toen, eerder, verschoven_komma(toen, w.waarde))


def _zelfde(w: Waarneming, index: Index, grenzen: Grenzen) -> Twijfel | None:
    if len(w.waarde.normalize().as_tuple().digits) < grenzen.tekens:
        return None
    zelfde = index.zelfde.get((w.eenheid, w.periode, w.gebied.casefold(), w.waarde), ())
    ander = next((code for code in zelfde if code != w.indicator), None)
    return Twijfel(Vermoeden.ZELFDE, w.waarde, ander) if ander else None


def past_in_tijd(periode: str) -> bool:
    """Tell whether this is written as a year, quarter or month."""
    try:
        return 1990 <= begin_van(periode).year <= 2100
    except ValueError:
        return False
