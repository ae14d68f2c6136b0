"""Changes of a budget after it was decided: shifted between lines, added or taken away, in euro cents.

A structural change holds for its column and all that follow, a one-off change for its column alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from samendoen.beleid.rules.begroting import Begroting, Budgetregel
from samendoen.beleid.rules.geld import Soort


@dataclass(frozen=True, slots=True)
class Wijziging:
    """An amount (more than nought) from one line to another. Without `van` it comes from outside the budget,
    without `naar` it leaves it. `kolom` is the code of the first column it holds for."""

    van: str
    naar: str
    kolom: str
    bedrag: int
    soort: Soort


def pas_toe(begroting: Begroting, wijzigingen: Iterable[Wijziging]) -> Begroting:
    """Return the budget as it is after these changes, without what the document names: it told of before."""
    per: dict[str, dict[str, int]] = {}
    for w in wijzigingen:
        for regel, teken in ((w.van, -1), (w.naar, 1)):
            for kolom in kolommen_van(w, [k.code for k in begroting.kolommen]) if regel else ():
                bedragen = per.setdefault(regel, {})
                bedragen[kolom] = bedragen.get(kolom, 0) + teken * w.bedrag
    return replace(
        begroting, regels=tuple(_met(r, per.get(r.code, {})) for r in begroting.regels), genoemd=None
    )


def kolommen_van(wijziging: Wijziging, kolommen: Sequence[str]) -> Sequence[str]:
    """Return the columns that a change holds for, in order."""
    begin = list(kolommen).index(wijziging.kolom)
    return kolommen[begin:] if wijziging.soort is Soort.STRUCTUREEL else kolommen[begin : begin + 1]


def te_kort(begroting: Begroting) -> list[tuple[str, str, int]]:
    """Return (line, column, amount) of every line that has less than nothing."""
    return [
        (r.naam, kolom.titel, r.bedragen[kolom.code])
        for r in begroting.regels
        for kolom in begroting.kolommen
        if r.bedragen.get(kolom.code, 0) < 0
    ]


def _met(regel: Budgetregel, erbij: Mapping[str, int]) -> Budgetregel:
    if not erbij:
        return regel
    bedragen = {code: regel.bedragen.get(code, 0) for code in (*regel.bedragen, *erbij)}
    return replace(regel, bedragen={code: bedrag + erbij.get(code, 0) for code, bedrag in bedragen.items()})
