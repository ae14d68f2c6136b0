"""The tables of an indicator: who may see them, what they say, and what they keep to themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from samendoen.cijfers.api import kruistabel, maak_momentopname, publiceer, tabel
from samendoen.kernel.access import open_dossiers
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import NIEMAND, SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import ActorSoort
from samendoen.kernel.rechten import Rol, permissies
from tests.conftest import VANDAAG
from tests.integration.cijfers.conftest import Bied, Meld

GISTEREN = VANDAAG - timedelta(days=1)


def iemand(*rollen: Rol) -> Actor:
    """Return an actor with these roles."""
    return Actor(
        ActorSoort.GEBRUIKER, 1, "Proef", frozenset(rollen), permissies=permissies(frozenset(rollen))
    )


BELEID, RAAD = iemand(Rol.BELEID), iemand(Rol.RAAD)


@pytest.fixture
def geteld(indicatoren: Path, bied: Bied) -> None:
    """Freeze a fact that is easily counted by hand: nulls, doubles, small numbers, an empty year."""
    with schrijft("kernel"):
        a, b = (d.persoon_id for d in open_dossiers(["wmo"] * 2, "proef", [VANDAAG] * 2))
    dag21, dag23 = date(2021, 5, 1), date(2023, 5, 1)
    bied(
        [("leerdam", dag21, True, a)] * 6,
        [("leerdam", dag23, False, a)] * 4,
        [("wmo", dag21, True, b)] * 5,
        [("wmo", dag23, None, None)] * 12,
        [("sociaal_loket", dag23, True, a)],
        [(None, None, False, None)] * 5,
    )
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_the_table_is_the_document_of_the_contract() -> None:
    document = tabel(BELEID, "aantal", ["team", "jaar"]).als_json()
    assert document == {
        "code": "aantal",
        "peildatum": "2024-06-02",
        "rijen": [
            {"team": "Leerdam", "jaar": 2021, "waarde": 6, "onderdrukt": False},
            {"team": "Leerdam", "jaar": 2023, "waarde": 4, "onderdrukt": False},
            {"team": "sociaal_loket", "jaar": 2023, "waarde": 1, "onderdrukt": False},
            {"team": "Wmo", "jaar": 2021, "waarde": 5, "onderdrukt": False},
            {"team": "Wmo", "jaar": 2023, "waarde": 12, "onderdrukt": False},
            {"team": None, "jaar": None, "waarde": 5, "onderdrukt": False},
        ],
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_without_breakdown_there_is_one_figure() -> None:
    assert [rij.waarde for rij in tabel(BELEID, "aantal").rijen] == [33]


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_the_public_table_hides_one_to_four() -> None:
    rijen = tabel(BELEID, "aantal", ["team", "jaar"], publiek=True).rijen
    assert [(rij.waarde, rij.onderdrukt) for rij in rijen] == [
        (6, False),
        (None, True),
        (None, True),
        (5, False),
        (12, False),
        (5, False),
    ]


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_a_share_is_hidden_when_few_people_are_on_either_side() -> None:
    open_ = {r.namen: r for r in tabel(BELEID, "snelheid", ["team", "jaar"]).rijen}
    dicht = {r.namen: r for r in tabel(RAAD, "snelheid", ["team", "jaar"]).rijen}
    assert (open_["Leerdam", 2021].waarde, dicht["Leerdam", 2021].waarde) == (1.0, 1.0)
    assert (open_["Leerdam", 2023].waarde, dicht["Leerdam", 2023].waarde) == (0.0, None)
    assert open_["Wmo", 2023].waarde == 0.0


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
@pytest.mark.parametrize("door", [RAAD, iemand(Rol.RAAD, Rol.BELEID)])
def test_the_council_always_gets_the_protected_table(door: Actor) -> None:
    gevraagd = tabel(door, "aantal", ["team", "jaar"], publiek=False)
    assert gevraagd.beschermd
    assert gevraagd.rijen == tabel(BELEID, "aantal", ["team", "jaar"], publiek=True).rijen


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
@pytest.mark.parametrize("per", [["snel"], ["team", "snel"], ["team", "jaar", "snel"]])
def test_a_breakdown_that_was_not_published_does_not_go_outside(per: list[str]) -> None:
    for door, publiek in ((RAAD, False), (BELEID, True)):
        with pytest.raises(Domeinfout) as fout:
            tabel(door, "aantal", per, publiek=publiek)
        assert fout.value.fout == "niet_openbaar"
        assert "team,jaar" in fout.value.doe
    assert tabel(BELEID, "aantal", per).rijen


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_the_published_table_may_be_asked_the_other_way_round() -> None:
    assert tabel(RAAD, "aantal", ["jaar", "team"]).rijen[0].namen == (2021, "Leerdam")


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.BELEID, Rol.RAAD, Rol.TEAMLEIDER, Rol.BEHEER}))
def test_without_the_right_there_are_no_figures_not_even_public_ones(rol: Rol) -> None:
    for publiek in (False, True):
        with pytest.raises(Geweigerd):
            tabel(iemand(rol), "aantal", ["team", "jaar"], publiek=publiek)
    with pytest.raises(Geweigerd):
        kruistabel(NIEMAND, "aantal", ["team", "jaar"])


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
@pytest.mark.parametrize(
    ("code", "genoemd"), [("aantl", "aantal"), ("MENSEN", "mensen"), ("zzz", "aantal, mensen, snelheid")]
)
def test_an_unknown_code_names_the_nearest(code: str, genoemd: str) -> None:
    with pytest.raises(NietGevonden) as fout:
        tabel(BELEID, code)
    assert genoemd in fout.value.doe


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
@pytest.mark.parametrize("per", [["wijk"], ["team", "team"], ["wie"], ["dag"]])
def test_an_unknown_breakdown_says_which_are_allowed(per: list[str]) -> None:
    with pytest.raises(Domeinfout) as fout:
        tabel(BELEID, "aantal", per)
    assert fout.value.fout == "onbekende_uitsplitsing"
    assert "team, jaar, snel" in fout.value.doe


@pytest.mark.django_db
def test_without_a_snapshot_it_says_to_make_one(indicatoren: Path, bied: Bied) -> None:
    bied([])
    with pytest.raises(Domeinfout) as fout:
        tabel(BELEID, "aantal")
    assert "samendoen cijfers momentopname" in fout.value.doe
    maak_momentopname(SYSTEEM)
    with pytest.raises(Domeinfout) as fout:
        tabel(BELEID, "aantal", peildatum=date(2024, 5, 1))
    assert "1 mei 2024" in fout.value.toelichting
    assert "--peildatum 2024-05-01" in fout.value.doe


@pytest.mark.django_db
def test_a_snapshot_of_before_the_fact_existed_says_so(
    indicatoren: Path, bied: Bied, monkeypatch: pytest.MonkeyPatch
) -> None:
    soort = bied([])
    monkeypatch.setattr("samendoen.kernel.stekkers.feit._inhoud", {})
    maak_momentopname(SYSTEEM)
    monkeypatch.setattr("samendoen.kernel.stekkers.feit._inhoud", {"proef": soort})
    publiceer(SYSTEEM, VANDAAG - timedelta(days=1))
    for door, waarom in ((BELEID, "feit_niet_vastgezet"), (RAAD, "niet_in_publicatie")):
        with pytest.raises(Domeinfout) as fout:
            tabel(door, "aantal")
        assert fout.value.fout == waarom


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_totals_are_asked_and_not_added_up() -> None:
    kruis = kruistabel(BELEID, "mensen", ["team", "jaar"])
    assert kruis.rijen == ("Leerdam", "sociaal_loket", "Wmo", "onbekend")
    assert kruis.kolommen == ("2021", "2023", "onbekend")
    assert kruis.cellen == (("1", "1", "0"), ("0", "1", "0"), ("1", "0", "0"), ("0", "0", "0"))
    assert kruis.rijtotalen == ("1", "1", "1", "0")
    assert kruis.kolomtotalen == ("2", "1", "0")
    assert kruis.totaal == "2"


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_the_protected_cross_table_says_where_something_is_hidden() -> None:
    kruis = kruistabel(RAAD, "aantal", ["team", "jaar"])
    assert kruis.cellen[0] == ("6", "1 t/m 4", "0")
    assert kruis.met_verborgen
    assert kruistabel(RAAD, "mensen", ["team", "jaar"]).totaal is None


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
@pytest.mark.parametrize(
    ("per", "rijen", "kolommen", "cellen"),
    [
        ([], ("Proef snelheid",), ("proeven",), (("36% (12 van 33)",),)),
        (
            ["snel"],
            ("nee", "ja", "onbekend"),
            ("proeven",),
            (("0% (0 van 9)",), ("100% (12 van 12)",), ("0% (0 van 12)",)),
        ),
    ],
)
def test_a_share_is_written_as_a_percentage_of_how_many(
    per: list[str], rijen: Any, kolommen: Any, cellen: Any
) -> None:
    kruis = kruistabel(BELEID, "snelheid", per)
    assert (kruis.rijen, kruis.kolommen, kruis.cellen) == (rijen, kolommen, cellen)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("peildatum", "kop"),
    [
        (date(2024, 6, 2), "2024 (t/m mei)"),
        (date(2024, 6, 30), "2024 (t/m mei)"),
        (date(2024, 7, 1), "2024 (t/m 1 juli 2024)"),
        (date(2024, 12, 31), "2024"),
        (date(2025, 3, 1), "2024"),
    ],
)
def test_a_year_that_is_not_over_says_how_far_it_goes(
    meld: Meld, vaste_klok: date, peildatum: date, kop: str
) -> None:
    from samendoen.kernel import klok

    meld("voorzieningen", date(2024, 2, 1))
    with klok.op(peildatum + timedelta(days=1)):
        maak_momentopname(SYSTEEM, peildatum)
        assert kruistabel(BELEID, "meldingen-per-team", ["team", "jaar"]).kolommen == (kop,)


@pytest.mark.django_db
def test_the_remarks_of_one_municipality_are_not_shown_in_another(meld: Meld, settings: Any) -> None:
    meld("voorzieningen", date(2024, 2, 1))
    settings.SAMENDOEN_GEMEENTE = "0331"
    maak_momentopname(SYSTEEM)
    kruis = kruistabel(BELEID, "meldingen-per-team", ["jaar"])
    assert kruis.rijen == ("2024 (t/m 2 juni 2024)",)


@pytest.mark.django_db
def test_meldingen_per_team_by_hand(meld: Meld) -> None:
    """Names as in the published table, one team without anything in a year."""
    meld("gebiedsteam_leerdam", date(2022, 3, 1), 3)
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 2, kader="jeugd")
    meld("voorzieningen", date(2023, 12, 31), 4)
    maak_momentopname(SYSTEEM)
    kruis = kruistabel(BELEID, "meldingen-per-team", ["team", "jaar"])
    assert (kruis.rijen, kruis.kolommen) == (("Leerdam", "Wmo consulenten"), ("2022", "2023"))
    assert kruis.cellen == (("3", "2"), ("0", "4"))
    assert (kruis.rijtotalen, kruis.kolomtotalen, kruis.totaal) == (("5", "4"), ("3", "6"), "9")
    per_maand = tabel(BELEID, "meldingen-per-team", ["maand", "kader"]).rijen
    assert [(rij.namen[0], rij.waarde) for rij in per_maand] == [
        ("2022-03", 3),
        ("2023-03", 2),
        ("2023-12", 4),
    ]


@pytest.mark.django_db
@pytest.mark.usefixtures("geteld")
def test_the_same_question_is_computed_once(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Callable[[int], Any]
) -> None:
    from samendoen.cijfers.queries import motor

    eerst = tabel(BELEID, "aantal", ["jaar"])
    monkeypatch.setattr(motor, "bouw", None)
    with django_assert_num_queries(1):
        assert replace(tabel(BELEID, "aantal", ["jaar"])) == eerst
