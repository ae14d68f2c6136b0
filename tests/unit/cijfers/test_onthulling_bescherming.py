"""No small count can be computed, and no more is hidden than that takes: by attackers and a referee."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samendoen.cijfers.queries.onthulling.bescherm import Beschermd, bescherm
from samendoen.cijfers.queries.onthulling.controle import controleer
from samendoen.cijfers.rules.onthulling.drempel import Status, toon_aandeel, toon_gemiddelde
from samendoen.cijfers.rules.onthulling.publicatie import Inhoud, Publicatie
from samendoen.cijfers.rules.onthulling.tabel import Dimensie, Plek, Tabel
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming

GEWOON = Bescherming()


def dimensie(naam: str, *groepen: int) -> Dimensie:
    """Return a dimension: one number is values under a total, several are groups of values."""
    if len(groepen) == 1:
        return Dimensie(naam, "Totaal", {"Totaal": tuple(f"{naam}{i}" for i in range(groepen[0]))})
    kinderen = {f"{naam}{g}": tuple(f"{naam}{g}.{i}" for i in range(n)) for g, n in enumerate(groepen)}
    return Dimensie(naam, "Totaal", {**kinderen, "Totaal": tuple(kinderen)})


def maak(
    dimensies: Sequence[Dimensie], aantallen: Sequence[int], naam: str = "t", peildatum: str = ""
) -> Tabel:
    """Return a table with these innermost counts, in order."""
    bladeren = [[knoop for knoop in dim.knopen if dim.is_blad(knoop)] for dim in dimensies]
    plekken = list(product(*bladeren))
    return Tabel(naam, tuple(dimensies), dict(zip(plekken, aantallen, strict=True)), peildatum=peildatum)


def toevallig(zaad: int, dimensies: Sequence[Dimensie], gemiddeld: int) -> Tabel:
    """Return a table with many small counts, always the same one for a seed."""
    bron, grootte = Random(zaad), 1
    for dim in dimensies:
        grootte *= sum(dim.is_blad(knoop) for knoop in dim.knopen)
    return maak(dimensies, [int(bron.expovariate(1 / gemiddeld)) for _ in range(grootte)])


def publiceer(beschermd: Beschermd, merken: bool = True) -> list[Publicatie]:
    """Return what a reader sees."""
    uit = []
    for nummer, tabel in enumerate(beschermd.tabellen):
        cellen: dict[Plek, Inhoud] = {}
        for plek in tabel.plekken():
            status = beschermd.status(nummer, plek)
            if status is Status.OPEN:
                cellen[plek] = tabel.waarden.get(plek, 0)
            else:
                cellen[plek] = status if merken else Status.VERBORGEN
        uit.append(Publicatie(tabel, cellen))
    return uit


def veilig(beschermd: Beschermd, bescherming: Bescherming = GEWOON) -> bool:
    """Return whether our own audit finds nothing."""
    bereiken = controleer(publiceer(beschermd, bescherming.merken), bescherming)
    return all(bereik.veilig for bereik in bereiken)


def mogelijke_waarden(tabel: Tabel, dicht: dict[Plek, Status], plek: Plek, hoogste: int = 40) -> set[int]:
    """Return every value of a hidden cell of a two-way table that is possible: by trying all tables."""
    rijen, kolommen = tabel.dimensies
    r = rijen.kinderen["Totaal"]
    k = kolommen.kinderen["Totaal"]
    onbekend = [p for p in product(r, k) if p in dicht]
    vast = {p: tabel.waarden.get(p, 0) for p in product(r, k) if p not in dicht}

    def past(p: Plek, waarde: int) -> bool:
        if p in dicht:
            return 1 <= waarde <= 4 if dicht[p] is Status.PRIMAIR else waarde >= 5
        return waarde == tabel.waarden.get(p, 0)

    sommen = [(("Totaal", "Totaal"), list(product(r, k)))]
    sommen += [((een, "Totaal"), [(een, ander) for ander in k]) for een in r]
    sommen += [(("Totaal", ander), [(een, ander) for een in r]) for ander in k]
    gevonden: set[int] = set()

    def probeer(nummer: int, gekozen: dict[Plek, int]) -> None:
        if nummer == len(onbekend):
            alles = vast | gekozen
            totalen = {som: sum(alles[deel] for deel in delen) for som, delen in sommen}
            if all(past(som, totaal) for som, totaal in totalen.items()):
                gevonden.add((alles | totalen)[plek])
            return
        for waarde in range(1, hoogste):
            if past(onbekend[nummer], waarde):
                probeer(nummer + 1, gekozen | {onbekend[nummer]: waarde})

    probeer(0, {})
    return gevonden


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(2, 3).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.integers(0, 12), min_size=2 * n, max_size=2 * n))
    )
)
def test_an_attacker_who_tries_every_table_finds_no_small_count(gegeven: tuple[int, list[int]]) -> None:
    breed, aantallen = gegeven
    tabel = maak([dimensie("r", 2), dimensie("k", breed)], aantallen)
    uit = bescherm([tabel], GEWOON)
    dicht = dict(uit.statussen[0])
    if sum(1 for plek in dicht if "Totaal" not in plek) > 4 or uit.tekort:
        return
    for plek, status in dicht.items():
        if status is Status.PRIMAIR:
            assert len(mogelijke_waarden(tabel, dicht, plek, 24)) >= 2


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=24, max_size=24), st.booleans())
def test_what_is_protected_passes_the_audit(aantallen: list[int], merken: bool) -> None:
    bescherming = Bescherming(merken=merken)
    uit = bescherm([maak([dimensie("r", 2, 2), dimensie("k", 3), dimensie("w", 2)], aantallen)], bescherming)
    assert veilig(uit, bescherming) or uit.tekort


@pytest.mark.parametrize("k", [5, 10])
def test_counts_below_the_threshold_are_hidden_and_zero_is_not(k: int) -> None:
    uit = bescherm([maak([dimensie("r", 6)], [0, 1, k - 1, k, 50, 60])], Bescherming(drempel=k))
    assert [uit.status(0, (f"r{i}",)) for i in range(6)] == [
        Status.OPEN,
        Status.PRIMAIR,
        Status.PRIMAIR,
        *[uit.status(0, (f"r{i}",)) for i in (3, 4, 5)],
    ]
    assert Status.PRIMAIR not in [uit.status(0, (f"r{i}",)) for i in (3, 4, 5)]


def test_the_threshold_can_only_be_raised() -> None:
    with pytest.raises(ValueError, match="raised"):
        Bescherming(drempel=4)


def test_without_small_counts_nothing_is_hidden() -> None:
    uit = bescherm([maak([dimensie("r", 2), dimensie("k", 2)], [5, 6, 7, 0])], GEWOON)
    assert (uit.statussen, uit.cellen, uit.aantal, uit.optimaal) == (({},), 0, 0, True)


def test_four_fours_give_themselves_away_by_their_marks_and_so_more_is_hidden() -> None:
    """4 + 4 = 8: who knows that both are at most 4 knows them."""
    uit = bescherm([maak([dimensie("r", 3)], [4, 4, 20])], GEWOON)
    assert uit.statussen[0] == {
        ("r0",): Status.PRIMAIR,
        ("r1",): Status.PRIMAIR,
        ("r2",): Status.SECUNDAIR,
    }
    assert bescherm([maak([dimensie("r", 3)], [4, 4, 20])], Bescherming(merken=False)).cellen == 0


def test_what_cannot_be_protected_is_said() -> None:
    """Four ones with a total of four, and nobody else: whatever is hidden, each of them is 1."""
    uit = bescherm([maak([dimensie("r", 4)], [1, 1, 1, 1])], GEWOON)
    assert len(uit.tekort) == 5
    assert not veilig(uit)


def test_a_total_that_two_tables_share_is_hidden_in_both_or_in_neither() -> None:
    regio = dimensie("regio", 3)
    een = maak([regio, dimensie("bron", 2)], [3, 9, 20, 30, 25, 25], "een")
    ander = maak([regio, dimensie("leeftijd", 2)], [6, 6, 24, 26, 20, 30], "ander")
    uit = bescherm([een, ander], GEWOON)
    for plek in [(knoop, "Totaal") for knoop in regio.knopen]:
        assert uit.status(0, plek) == uit.status(1, plek)
    assert veilig(uit)
    assert uit.optimaal


def test_a_small_difference_between_two_days_is_no_less_secret() -> None:
    """120 in March and 123 in June: three new ones."""
    regio = dimensie("regio", 3)
    maart = maak([regio], [120, 80, 60], "maart", "2024-03-31")
    juni = maak([regio], [123, 95, 90], "juni", "2024-06-30")
    maart = Tabel(
        "maart",
        maart.dimensies,
        maart.aantallen,
        peildatum="2024-03-31",
        vast={plek: Status.OPEN for plek in maart.plekken()},
    )
    uit = bescherm([maart, juni], GEWOON)
    assert uit.statussen[0] == {}
    assert uit.status(1, ("regio0",)) is Status.SECUNDAIR
    assert len(uit.statussen[1]) >= 2
    assert veilig(uit)


def test_a_share_shows_only_when_both_sides_do_and_a_mean_when_its_count_does() -> None:
    assert toon_aandeel(Status.OPEN, Status.OPEN)
    assert not toon_aandeel(Status.OPEN, Status.SECUNDAIR)
    assert not toon_aandeel(Status.PRIMAIR, Status.OPEN)
    assert toon_gemiddelde(Status.OPEN)
    assert not toon_gemiddelde(Status.SECUNDAIR)


def deel_van(geheel: Tabel, aantallen: Sequence[int]) -> Tabel:
    """Return a table that counts a part of what another one counts."""
    kaal = maak(geheel.dimensies, aantallen, "deel")
    return replace(kaal, telt="deel", deel_van=geheel.telt)


def test_a_part_is_never_more_than_its_whole_and_so_hides_with_it() -> None:
    """Who knows that help came after a decision knows that it came at most so often: 3 and 9 of 10."""
    geheel = replace(maak([dimensie("r", 3)], [3, 9, 40], "geheel"), telt="geheel")
    los = bescherm([geheel, replace(deel_van(geheel, [2, 9, 30]), deel_van="")], GEWOON)
    samen = bescherm([geheel, deel_van(geheel, [2, 9, 30])], GEWOON)
    assert len(samen.statussen[0]) + len(samen.statussen[1]) >= len(los.statussen[0]) + len(los.statussen[1])
    assert veilig(samen)


def test_a_small_rest_of_a_whole_is_no_less_secret() -> None:
    """40 decisions and 38 with help: two people went without."""
    geheel = replace(maak([dimensie("r", 3)], [40, 90, 40], "geheel"), telt="geheel")
    deel = deel_van(geheel, [38, 50, 20])
    uit = bescherm([geheel, deel], GEWOON)
    assert uit.cellen >= 2
    assert veilig(uit)
    open_ = Beschermd((geheel, deel), ({}, {}), 0, 0, False, ())
    [rest] = [bereik for bereik in controleer(publiceer(open_), GEWOON) if not bereik.veilig]
    assert (rest.plek, rest.met, rest.ondergrens) == (("r0",), "deel", 2)


def test_what_contradicts_a_part_is_no_part() -> None:
    geheel = replace(maak([dimensie("r", 2)], [40, 90], "geheel"), telt="geheel")
    uit = bescherm([geheel, deel_van(geheel, [45, 50])], GEWOON)
    assert (uit.cellen, veilig(uit)) == (0, True)


def test_a_part_tells_only_by_what_says_the_same_of_both() -> None:
    geheel = replace(maak([dimensie("r", 2)], [40, 90], "geheel"), telt="geheel")
    deel = replace(deel_van(geheel, [38, 30]), gelijk=frozenset())
    assert bescherm([geheel, deel], GEWOON).cellen == 0


def test_people_who_do_not_add_up_have_no_totals_and_are_no_more_than_the_cases() -> None:
    zaken = replace(maak([dimensie("r", 3)], [3, 12, 40], "zaken"), telt="zaken", reeks="feit")
    mensen = replace(deel_van(zaken, [2, 12, 25]), optelbaar=False, deel_van="feit")
    uit = bescherm([zaken, mensen], GEWOON)
    assert ("Totaal",) not in {*mensen.waarden, *mensen.plekken()}
    assert uit.status(1, ("r0",)) is Status.PRIMAIR
    assert veilig(uit)


def test_a_series_is_compared_over_days_also_when_it_counts_a_little_else() -> None:
    regio = dimensie("regio", 2)
    maart = replace(maak([regio], [120, 60], "maart", "2024-03-31"), telt="alles", reeks="feit")
    maart = replace(maart, vast={plek: Status.OPEN for plek in maart.plekken()})
    juni = replace(maak([regio], [118, 90], "juni", "2024-06-30"), telt="zonder ingetrokken", reeks="feit")
    uit = bescherm([maart, juni], GEWOON)
    assert uit.status(1, ("regio0",)) is Status.SECUNDAIR
    assert veilig(uit)


def test_a_difference_that_gives_itself_away_is_said_of_both_its_tables() -> None:
    """Both were published already: nothing can be hidden any more."""
    regio = dimensie("regio", 1)
    tabellen = [
        replace(tabel, vast={plek: Status.OPEN for plek in tabel.plekken()})
        for tabel in (maak([regio], [120], "maart", "2024-03"), maak([regio], [123], "juni", "2024-06"))
    ]
    assert {naam for naam, _plek in bescherm(tabellen, GEWOON).tekort} == {"maart", "juni"}
