"""A slow and obvious engine: it reads a definition as it stands in its file and goes over the rows.

It imports nothing of ours, so that it can be held beside the real one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

Rij = Mapping[str, Any]
Definitie = Mapping[str, Any]
Antwoord = tuple[Any, ...]
KWARTAAL = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3, 10: 4, 11: 4, 12: 4}


def reken(definitie: Definitie, rijen: Sequence[Rij], per: Sequence[str]) -> dict[tuple[Any, ...], Antwoord]:
    """Return per group: (count), (part, whole) of a share, or (number, over how many) of what is measured."""
    groepen: dict[tuple[Any, ...], list[Rij]] = {} if per else {(): []}
    for rij in rijen:
        if past_op_alles(rij, definitie.get("filter", [])):
            groepen.setdefault(tuple(deel(definitie, rij, naam) for naam in per), []).append(rij)
    uit = {groep: meet(leden, definitie["maat"]) for groep, leden in groepen.items()}
    if definitie["maat"]["soort"] == "verdeling":
        return {groep: (n, heel(uit, groep, per, definitie["maat"]["kolom"])) for groep, (n,) in uit.items()}
    return uit


def past_op_alles(rij: Rij, filters: Sequence[Mapping[str, Any]]) -> bool:
    return all(past(rij, filter_) for filter_ in filters)


def past(rij: Rij, filter_: Mapping[str, Any]) -> bool:
    """A value that is missing passes nothing, except where emptiness itself is asked."""
    waarde = rij[filter_["kolom"]]
    if "leeg" in filter_:
        return bool((waarde is None) == filter_["leeg"])
    if "sinds" in filter_:
        waarde = dagen(rij[filter_["sinds"]], waarde)
    if waarde is None:
        return False
    if "is" in filter_:
        return bool(waarde == als(filter_["is"], waarde))
    if "in" in filter_:
        return any(waarde == als(een, waarde) for een in filter_["in"])
    van, tot = filter_.get("van"), filter_.get("tot")
    return (van is None or waarde >= als(van, waarde)) and (tot is None or waarde < als(tot, waarde))


def als(geschreven: Any, waarde: Any) -> Any:
    """A day is written as text."""
    return date.fromisoformat(geschreven) if isinstance(waarde, date) else geschreven


def dagen(eerst: date | None, dan: date | None) -> int | None:
    return None if eerst is None or dan is None else (dan - eerst).days


def deel(definitie: Definitie, rij: Rij, naam: str) -> Any:
    if naam not in ("jaar", "kwartaal", "maand"):
        return rij[naam]
    dag = rij[definitie["periode"]["kolom"]]
    if dag is None:
        return None
    if naam == "jaar":
        return dag.year
    return f"{dag.year}-K{KWARTAAL[dag.month]}" if naam == "kwartaal" else dag.isoformat()[:7]


def heel(
    uit: Mapping[tuple[Any, ...], Antwoord], groep: tuple[Any, ...], per: Sequence[str], kolom: str
) -> int:
    """All groups that differ in the divided column alone, together."""
    rest = [plaats for plaats, naam in enumerate(per) if naam != kolom]
    return sum(n for ander, (n,) in uit.items() if all(ander[i] == groep[i] for i in rest))


def meet(rijen: Sequence[Rij], maat: Mapping[str, Any]) -> Antwoord:
    soort = maat["soort"]
    if soort == "uniek":
        return (len({rij[maat["kolom"]] for rij in rijen} - {None}),)
    if soort == "aandeel":
        return (len([rij for rij in rijen if past_op_alles(rij, maat["teller"])]), len(rijen))
    if soort in ("aantal", "verdeling"):
        return (len(rijen),)
    waarden = [rij[maat["kolom"]] for rij in rijen]
    if "sinds" in maat:
        waarden = [dagen(rij[maat["sinds"]], rij[maat["kolom"]]) for rij in rijen]
    waarden = sorted(waarde for waarde in waarden if waarde is not None)
    if not waarden:
        return (None, 0)
    if soort == "percentiel" or soort == "mediaan":
        getal = percentiel(waarden, maat.get("percentiel", 50))
    else:
        getal = float(Fraction(sum(waarden), 1 if soort == "som" else len(waarden)))
    return (getal / maat.get("deler", 1), len(waarden))


def percentiel(oplopend: Sequence[int], hoeveel: int) -> float:
    """Walk that part of the way from the first to the last; between two rows in proportion."""
    plaats = Fraction(hoeveel, 100) * (len(oplopend) - 1)
    onder = int(plaats)
    rest = plaats - onder
    boven = oplopend[min(onder + 1, len(oplopend) - 1)]
    return float(oplopend[onder] + rest * (boven - oplopend[onder]))
