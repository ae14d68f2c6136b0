"""The list of product codes: what a file says, what it changes, and what is wrong with it, by line."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.besluiten.rules.productlijst import (
    CATEGORIEEN,
    GROOTSTE,
    MEESTE_REGELS,
    Regel,
    Vergelijking,
    Versie,
    lees_lijst,
    sleutelgetal,
    vergelijk,
)

VANDAAG = date(2024, 6, 3)
GOED = "categorie;code;naam;eenheid;van;tot\n45;45A04;Ambulant;uur;2024-01-01;31-12-2024\n"


def fouten(tekst: str | bytes) -> list[tuple[str, int]]:
    inhoud = tekst.encode() if isinstance(tekst, str) else tekst
    return [(f.code, f.regel) for f in lees_lijst(inhoud)[2]]


def na(oud: list[Versie], uit: Vergelijking) -> list[Versie]:
    """Return what there is after a comparison, as the database will have it."""
    assert not uit.fouten
    rest = [v for v in oud if v.afspraak.id not in uit.weg]
    rest = [replace(v, afspraak=uit.anders.get(v.afspraak.id, v.afspraak)) for v in rest]
    hoogste = max((v.afspraak.id for v in rest), default=0)
    nieuw = [
        replace(v, afspraak=replace(v.afspraak, id=hoogste + n, sluit=None))
        for n, v in enumerate(uit.erbij, 1)
    ]
    return [*rest, *nieuw]


def telling(uit: Vergelijking) -> dict[str, int]:
    return {soort: len(regels) for soort, regels in uit.regels.items() if regels}


def test_a_line_says_what_a_code_means_and_when() -> None:
    verwacht = Regel(2, "45", "45A04", "Ambulant", "04", date(2024, 1, 1), date(2025, 1, 1))
    assert lees_lijst(GOED.encode()) == ([verwacht], [], [])
    met_teken = "\ufeff" + GOED.replace(";", ",").replace("\n", "\r\n")
    assert lees_lijst(met_teken.encode())[0] == [verwacht]
    anders = "Productcode\tOmschrijving\tProductcategorie code\n45a04\t Ambulant \t45\n-\tx\t-\n"
    regels, zonder, mis = lees_lijst(anders.encode())
    assert (regels, zonder, mis) == ([Regel(2, "45", "45A04", "Ambulant")], [3], [])
    als_json = {"meta": 1, "products": [{"productcode": "1A", "omschrijving": "Hulp", "categorie": 1}]}
    assert lees_lijst(json.dumps(als_json).encode())[0] == [Regel(1, "01", "1A", "Hulp")]


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (b"x" * (GROOTSTE + 1), [("te_groot", 0)]),
        ("categorie;code;naam\n45;1;Zorg\xeb".encode("latin-1"), [("codering", 2)]),
        ("categorie;code;naam\n45;1;Z".encode("utf-16"), [("codering", 1)]),
        (b"categorie;code;naam\n45;1;Z\x00", [("codering", 0)]),
        (b" \r\n ", [("leeg", 0)]),
        (b"categorie;code;naam\n", [("leeg", 0)]),
        (b"code;naam\n45A04;Zorg\n", [("kolom", 0)]),
        (b"categorie\n", [("kolom", 0)]),
        (b'categorie;code;naam\n45;1;"open\n', [("geen_csv", 2)]),
        (b"categorie;code;naam\n45;1;Zorg;meer\n", [("te_veel_cellen", 2)]),
        (b'{"a": 1}', [("geen_json", 0)]),
        (b"[" * 100_000, [("geen_json", 0)]),
        (b"[]", [("leeg", 0)]),
        (b"categorie;code;naam\n" + b"45;1;Z\n" * (MEESTE_REGELS + 1), [("te_veel_regels", 0)]),
        ("categorie;code;naam\n39;1;Z\n", [("categorie", 2)]),
        ("categorie;code;naam\n45;4-5;\n", [("code", 2), ("naam", 2)]),
        (f"categorie;code;naam\n45;1;{'z' * 201}\n", [("naam_lang", 2)]),
        (GOED.replace("uur", "emmer"), [("eenheid", 2)]),
        (GOED.replace("2024-01-01", "2024-02-30"), [("dag", 2)]),
        (GOED.replace("31-12-2024", "31-12-0024"), [("dag", 2)]),
        (GOED.replace("31-12-2024", "2023-12-31"), [("periode", 2)]),
        (GOED + "45;45A04;Twee;uur;2024-01-01;\n", [("dubbel", 3)]),
        (GOED + "45;45A04;Twee;uur;2024-12-31;\n", [("overlap_in_bestand", 3)]),
    ],
)
def test_a_bad_file_says_what_is_wrong_and_where(
    inhoud: bytes | str, verwacht: list[tuple[str, int]]
) -> None:
    assert fouten(inhoud) == verwacht


def test_what_is_new_changed_ended_or_the_same() -> None:
    [eerst], _zonder, _mis = lees_lijst(GOED.replace("31-12-2024", "").encode())
    uit = vergelijk([], [eerst], VANDAAG)
    assert telling(uit) == {"nieuw": 1}
    oud = na([], uit)
    assert telling(vergelijk(oud, [eerst], VANDAAG)) == {"gelijk": 1}
    eindigt = replace(eerst, tot=date(2025, 1, 1))
    assert telling(vergelijk(oud, [eindigt], VANDAAG)) == {"beeindigd": 1}
    # A correction of the same day takes the old text back; another day closes it.
    beter = vergelijk(oud, [replace(eerst, naam="Ambulant, regulier")], VANDAAG)
    assert (telling(beter), beter.weg, beter.anders) == ({"gewijzigd": 1}, [1], {})
    later = vergelijk(oud, [eerst, replace(eerst, nummer=3, naam="Anders", van=date(2024, 7, 1))], VANDAAG)
    assert telling(later) == {"gelijk": 1, "gewijzigd": 1} and later.anders[1].tot == date(2024, 7, 1)
    # Without days: from today on; what holds already is the same.
    kaal = replace(eerst, van=None)
    assert telling(vergelijk(oud, [kaal], VANDAAG)) == {"gelijk": 1}
    vandaag = vergelijk(oud, [replace(kaal, naam="Anders")], VANDAAG)
    assert vandaag.anders[1].tot == VANDAAG and vandaag.erbij[0].afspraak.van == VANDAAG
    # Before something that is agreed already.
    eerder = vergelijk(oud, [replace(eerst, van=date(2023, 1, 1))], VANDAAG)
    assert [(f.code, f.regel) for f in eerder.fouten] == [("overlap", 2)]


bestanden = st.lists(
    st.tuples(
        st.sampled_from(["45A01", "45A02"]),
        st.sampled_from(["A", "B"]),
        st.none() | st.integers(1, 20),
        st.none() | st.integers(1, 20),
    ),
    max_size=6,
)


@given(st.lists(bestanden, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_reading_twice_is_harmless_and_never_two_texts_hold(reeksen: list[list[tuple]]) -> None:  # type: ignore[type-arg]
    staat: list[Versie] = []
    for reeks in reeksen:
        kop = "categorie;code;naam;van;tot"
        rijen = [
            f"45;{code};{naam};{f'2024-06-{van:02}' if van else ''};{f'2024-06-{tot:02}' if tot else ''}"
            for code, naam, van, tot in reeks
        ]
        regels, _zonder, mis = lees_lijst("\n".join([kop, *rijen]).encode())
        uit = vergelijk(staat, regels, VANDAAG)
        if mis or uit.fouten:
            continue
        staat = na(staat, uit)
        nog_eens = vergelijk(staat, regels, VANDAAG)
        assert not nog_eens.fouten and set(telling(nog_eens)) <= {"gelijk"}, (regels, staat)
        for dag in range(1, 22):
            for code in ("45A01", "45A02"):
                geldt = [v for v in staat if v.code == code and v.afspraak.geldt(date(2024, 6, dag))]
                assert len(geldt) <= 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_whatever_is_in_a_file_there_is_an_answer(inhoud: bytes) -> None:
    regels, zonder, mis = lees_lijst(inhoud)
    assert regels or zonder or mis


def test_every_code_has_a_number_of_its_own() -> None:
    codes = ["1", "01", "001", "A", "0A", "45A04", "45A0", "ZZZZZ"]
    getallen = {sleutelgetal(c, code) for wet in CATEGORIEEN.values() for c in wet for code in codes}
    assert len(getallen) == sum(map(len, CATEGORIEEN.values())) * len(codes)
    assert max(getallen) < 2**63
