"""An own question as somebody chose it: codes only, so that it may stand in an address and be shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from samendoen.cijfers.rules.uitdrukking import Sleutel

MEESTE_FILTERS = 2
GEEN = "-"
"""How an address says that a value is not known."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which fact, what of it (`maat`), by which rows and columns, in which period, of which rows only.

    `maat` is "aantal", or "kind:column" with for days ":since which date". `dag` is the date column that
    periods are of, `periode` is like 2024, 2024-K2 or 2024-05, `alleen` pairs of column and value. `buiten`:
    the answer is meant to leave the house. An empty string is: not chosen.
    """

    feit: str = ""
    maat: str = "aantal"
    rijen: str = ""
    kolommen: str = ""
    dag: str = ""
    periode: str = ""
    alleen: tuple[tuple[str, str], ...] = ()
    buiten: bool = False
    peildatum: str = ""

    @property
    def per(self) -> tuple[str, ...]:
        """By what the answer is broken down, each once."""
        return tuple(dict.fromkeys(naam for naam in (self.rijen, self.kolommen) if naam))


def lees(ruw: Mapping[str, str]) -> Keuze:
    """Return the choice that parameters of an address tell; what is not known to it is passed over."""
    tekst = {naam: str(ruw.get(naam, "")).strip()[:80] for naam in _NAMEN}
    alleen = ((str(ruw.get(f"f{n}", ""))[:80], str(ruw.get(f"w{n}", ""))[:80]) for n in _FILTERS)
    return Keuze(
        **{**tekst, "maat": tekst["maat"] or "aantal"},
        alleen=tuple((kolom, waarde) for kolom, waarde in alleen if kolom),
        buiten=ruw.get("buiten") == "ja",
    )


def adres(keuze: Keuze) -> str:
    """Return the parameters of an address that `lees` reads as this choice; no more than was chosen."""
    paren = [(naam, getattr(keuze, naam)) for naam in _NAMEN]
    paren = [(naam, waarde) for naam, waarde in paren if waarde and (naam, waarde) != ("maat", "aantal")]
    for n, (kolom, waarde) in zip(_FILTERS, keuze.alleen, strict=False):
        paren += [(f"f{n}", kolom), *([(f"w{n}", waarde)] if waarde else [])]
    return urlencode([*paren, *([("buiten", "ja")] if keuze.buiten else [])])


def als_woord(sleutel: Sleutel) -> str:
    """Return how an address writes a value."""
    if sleutel is None:
        return GEEN
    return ("ja" if sleutel else "nee") if isinstance(sleutel, bool) else str(sleutel)


_NAMEN = ("feit", "maat", "rijen", "kolommen", "dag", "periode", "peildatum")
_FILTERS = range(1, MEESTE_FILTERS + 1)
