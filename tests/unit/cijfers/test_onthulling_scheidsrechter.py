"""Beside Tau-Argus on the same tables: two-way, hierarchical and linked ones. Never less safe, nor dearer."""

from collections.abc import Sequence
from itertools import product

import pytest

from samendoen.cijfers.queries.onthulling import keuze as kiezen
from samendoen.cijfers.queries.onthulling.bescherm import Beschermd, bescherm
from samendoen.cijfers.rules.onthulling.tabel import Tabel
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming, Keuze, maak_vraagstuk
from tests.unit.cijfers.scheidsrechter import Vraag, vraag, vraag_scheidsrechter
from tests.unit.cijfers.test_onthulling_bescherming import GEWOON, dimensie, toevallig, veilig

ALLES = Bescherming(mogelijk=4)
"""Every value from 1 up to the threshold must stay possible for somebody who knows the marks."""


def gekoppeld(zaad: int, rijen: Sequence[int], gemiddeld: int) -> list[Tabel]:
    """Return two tables of the same people by other columns: their row totals are equal, and so are cells."""
    een = toevallig(zaad, [dimensie("r", *rijen), dimensie("k", 4)], gemiddeld)
    andere = dimensie("l", 4)
    anders: dict[tuple[str, ...], int] = {
        (rij, f"l{(int(kolom[1:]) + nummer // 4) % 4}"): aantal
        for nummer, ((rij, kolom), aantal) in enumerate(sorted(een.aantallen.items()))
    }
    return [een, Tabel("ander", (een.dimensies[0], andere), anders)]


EEN_VOOR_EEN = [
    [toevallig(zaad, [dimensie("r", *rijen), dimensie("k", *kolommen)], gemiddeld)]
    for zaad, (rijen, kolommen, gemiddeld) in enumerate(
        [
            *product([(4,), (8,), (3, 4)], [(4,), (6,)], [6, 15, 40, 100]),
            *product([(2, 3)], [(2, 2)], [25, 60]),
        ]
    )
]
GEKOPPELD = [
    gekoppeld(zaad, rijen, gemiddeld)
    for zaad, (rijen, gemiddeld) in enumerate(product([(5,), (2, 3)], [25, 60]), start=100)
]
VRAGEN = [*EEN_VOOR_EEN, *GEKOPPELD]


def verlies(tabellen: Sequence[Tabel], bescherming: Bescherming, cellen: frozenset[int]) -> int:
    """Return what a choice hides beyond the small counts."""
    _stelsel, vraagstuk = maak_vraagstuk(tabellen, bescherming)
    return sum(vraagstuk.cellen[cel].waarde for cel in cellen)


def vraag_over(tabellen: Sequence[Tabel], bescherming: Bescherming, kent_drempel: bool = True) -> Vraag:
    """Return the question to the referee about tables."""
    return vraag(maak_vraagstuk(tabellen, bescherming)[1], kent_drempel)


def zoals_hij(tabellen: Sequence[Tabel], antwoord: frozenset[int]) -> Beschermd:
    """Return the tables as the referee would publish them."""
    stelsel, vraagstuk = maak_vraagstuk(tabellen, GEWOON)
    dicht = antwoord | {n for n, cel in enumerate(vraagstuk.cellen) if cel.keuze is Keuze.DICHT}
    statussen = tuple(
        {plek: GEWOON.status(tabel.waarden[plek]) for plek, n in cellen.items() if n in dicht}
        for tabel, cellen in zip(tabellen, stelsel.cellen, strict=True)
    )
    return Beschermd(tuple(tabellen), statussen, 0, 0, False, ())


def test_asked_the_same_the_referee_hides_no_less() -> None:
    antwoorden = vraag_scheidsrechter([vraag_over(tabellen, ALLES) for tabellen in VRAGEN])
    vergeleken = {"een": 0, "gekoppeld": 0}
    for tabellen, antwoord in zip(VRAGEN, antwoorden, strict=True):
        uit = bescherm(tabellen, ALLES)
        if not uit.tekort:
            assert uit.optimaal
            assert uit.aantal <= verlies(tabellen, ALLES, antwoord)
            assert veilig(uit, ALLES)
            vergeleken["een" if len(tabellen) == 1 else "gekoppeld"] += 1
    assert vergeleken["een"] >= 17
    assert vergeleken["gekoppeld"] >= 4


def test_what_the_referee_finds_safe_is_never_beaten_where_it_is_safe() -> None:
    """Tau-Argus knows no threshold; where its choice stands against one who does, ours costs no more."""
    antwoorden = vraag_scheidsrechter([vraag_over(tabellen, GEWOON, False) for tabellen in VRAGEN])
    onveilig = 0
    for tabellen, antwoord in zip(VRAGEN, antwoorden, strict=True):
        uit = bescherm(tabellen, GEWOON)
        assert veilig(uit) or uit.tekort
        if uit.aantal > verlies(tabellen, GEWOON, antwoord):
            assert not veilig(zoals_hij(tabellen, antwoord))
            onveilig += 1
    assert onveilig


def test_without_proof_no_more_than_a_tenth_is_lost_beside_the_referee(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What large tables get, asked of small ones where the best is known."""
    monkeypatch.setattr(kiezen, "MEESTE_CELLEN", 0)
    antwoorden = vraag_scheidsrechter([vraag_over(tabellen, ALLES) for tabellen in VRAGEN])
    wij = hij = 0
    for tabellen, antwoord in zip(VRAGEN, antwoorden, strict=True):
        uit = bescherm(tabellen, ALLES)
        assert not uit.optimaal or not uit.cellen
        if not uit.tekort:
            wij, hij = wij + uit.aantal, hij + verlies(tabellen, ALLES, antwoord)
            assert veilig(uit, ALLES)
    assert wij <= 1.1 * hij
