"""The sheets: the tables from which questions for outside are answered. Read as published, never counted.

A sheet is protected with the public indicators, when a snapshot is published (`queries/beschermen.py`). A
question takes a part of it: some of its columns, and of others one value.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from samendoen.cijfers.definities.bladen import Blad, als_indicator, bladen
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.vragen import vraag
from samendoen.cijfers.rules.keuze import als_woord
from samendoen.cijfers.rules.openbaar import Cel, uit_json
from samendoen.cijfers.rules.uitdrukking import Vraag


def bladvragen(feiten: Container[str]) -> Iterator[tuple[str, Vraag]]:
    """Yield the code and the question of every sheet of these facts. Raises Definitiefout."""
    for blad in bladen():
        if blad.feit in feiten:
            yield blad.code, vraag(als_indicator(blad), blad.per)


def bladen_van(feit: str) -> tuple[Blad, ...]:
    """Return the sheets of a fact, the smallest first."""
    return tuple(sorted((b for b in bladen() if b.feit == feit), key=lambda b: len(b.per)))


def is_uit(publicatie: Publicatie, blad: Blad) -> bool:
    """Tell whether a sheet is in a publication, and could be protected."""
    inhoud = publicatie.tabellen.get(blad.code)
    return inhoud is not None and not inhoud.get("tekort")


def cellen(publicatie: Publicatie, blad: Blad, per: Sequence[str], alleen: Mapping[str, str]) -> list[Cel]:
    """Return what a published sheet shows by `per`, of the columns in `alleen` one value (as addresses write
    it)."""
    gevraagd = {*per, *alleen}
    for volgorde, ruw in publicatie.tabellen[blad.code]["tabellen"].items():
        namen = volgorde.split(",") if volgorde else []
        if set(namen) == gevraagd:
            return list(_deel([uit_json(cel) for cel in ruw], namen, per, alleen))
    raise LookupError(f"{blad.code} has no table by {sorted(gevraagd)}")


def _deel(
    alle: Sequence[Cel], namen: Sequence[str], per: Sequence[str], alleen: Mapping[str, str]
) -> Iterator[Cel]:
    plaatsen = [namen.index(naam) for naam in per]
    for cel in alle:
        waarden = dict(zip(namen, cel.sleutels, strict=True))
        if all(als_woord(waarden[naam]) == waarde for naam, waarde in alleen.items()):
            yield Cel(tuple(cel.sleutels[n] for n in plaatsen), cel.teller, cel.noemer, cel.status)
