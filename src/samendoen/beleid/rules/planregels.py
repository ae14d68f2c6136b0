"""Rules of keeping a plan up: what of a line can be changed, when it must say why, the next number."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samendoen.beleid.events import RegelBeeindigd, RegelGewijzigd, RegelHersteld, RegelVerplaatst
from samendoen.beleid.rules.jaar import Regelsoort

VELDEN: Mapping[Regelsoort, tuple[str, ...]] = {
    Regelsoort.THEMA: ("titel",),
    Regelsoort.DOEL: ("titel", "tevreden_als", "tellen", "vertellen", "toelichting"),
    Regelsoort.ACTIVITEIT: ("titel", "resultaat", "partners", "eigenaar"),
}
"""What can be changed of a line, by kind."""
VERPLICHT = frozenset({"titel", "resultaat"})
LENGTES = {"titel": 200, "tevreden_als": 2000, "toelichting": 2000, "resultaat": 2000}
LANGSTE_PUNT = 300
MEESTE_PUNTEN = 20
LANGSTE_PARTNER = 120


def reden_verplicht(soort: Regelsoort, velden: Iterable[str]) -> bool:
    """Return whether a change must say why: of a goal always, of an activity when the promise changes."""
    gewijzigd = set(velden)
    return bool(gewijzigd) and (
        soort is Regelsoort.DOEL or (soort is Regelsoort.ACTIVITEIT and "resultaat" in gewijzigd)
    )


def netjes(waarde: object) -> object:
    """Return a value as it is kept: texts without space around them, of rows only what is not empty."""
    if isinstance(waarde, str):
        return waarde.replace("\r\n", "\n").strip()
    if isinstance(waarde, list | tuple):
        return [regel for punt in waarde if (regel := " ".join(str(punt).split()))]
    return waarde


def als_tekst(waarde: object) -> str:
    """Return a value in words, as the history keeps it: a row as lines, nothing as ""."""
    if waarde is None:
        return ""
    if isinstance(waarde, list | tuple):
        return "\n".join(str(punt) for punt in waarde)
    return str(waarde)


def mis(veld: str, waarde: object) -> bool:
    """Return whether a value cannot be: missing, too long, or too much of it."""
    if isinstance(waarde, list | tuple):
        langste = LANGSTE_PARTNER if veld == "partners" else LANGSTE_PUNT
        return len(waarde) > MEESTE_PUNTEN or any(len(str(punt)) > langste for punt in waarde)
    if isinstance(waarde, str):
        return (veld in VERPLICHT and not waarde) or len(waarde) > LENGTES[veld]
    return veld in VERPLICHT


def volgend_nummer(codes: Sequence[str], bezet: Iterable[str]) -> str:
    """Return the code that follows those of its own ("2.7" after "2.6"), and is not taken yet."""
    delen = [m.groups() for code in codes if (m := re.fullmatch(r"(.*?)(\d+)", code))]
    voor = delen[-1][0] if delen else ""
    hoogste = max((int(nummer) for begin, nummer in delen if begin == voor), default=len(codes))
    vol = set(bezet)
    while f"{voor}{(hoogste := hoogste + 1)}" in vol:
        pass
    return f"{voor}{hoogste}"


@dataclass(frozen=True, slots=True)
class Regelstand:
    """What the events of a line say of it."""

    versie: int = 1
    beeindigd_op: date | None = None


def vouw_regel(gebeurtenissen: Iterable[object]) -> Regelstand:
    """Fold the events of one line, in order, to its version and whether it ended."""
    stand = Regelstand()
    for g in gebeurtenissen:
        if isinstance(g, RegelGewijzigd | RegelVerplaatst | RegelBeeindigd | RegelHersteld):
            stand = replace(stand, versie=stand.versie + 1)
        if isinstance(g, RegelBeeindigd):
            stand = replace(stand, beeindigd_op=g.op)
        if isinstance(g, RegelHersteld):
            stand = replace(stand, beeindigd_op=None)
    return stand
