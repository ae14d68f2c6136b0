"""The indicators that come with the product, counted by hand on facts of our own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samendoen.besluiten.feiten import BESLUIT
from samendoen.casus.feiten import CASUS, PLANACTIE
from samendoen.cijfers.api import kruistabel, maak_momentopname, publiceer, tabel
from samendoen.cijfers.queries.los import nieuwste_cijfer
from samendoen.kernel import stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import ActorSoort
from samendoen.kernel.rechten import Permissie, Rol
from samendoen.kernel.stekkers import Feitsoort
from tests.maak import maak_gemeente

pytestmark = pytest.mark.django_db
BELEID = Actor(
    ActorSoort.GEBRUIKER, 1, "b", frozenset({Rol.BELEID}), permissies=frozenset({Permissie.CIJFERS_ZIEN})
)
RAAD = replace(BELEID, rollen=frozenset({Rol.RAAD}))
Zet = Callable[[Feitsoort, list[tuple[Any, ...]]], None]
LEERDAM, WMO = "gebiedsteam_leerdam", "voorzieningen"


@pytest.fixture
def zet(monkeypatch: pytest.MonkeyPatch) -> Zet:
    """Give a function that freezes these rows as the only fact."""

    def binnen(soort: Feitsoort, rijen: list[tuple[Any, ...]]) -> None:
        maak_gemeente()
        eigen = replace(soort, rijen=lambda _peilmoment: iter([rijen]), samen=None)
        monkeypatch.setattr(stekkers.feit, "_inhoud", {soort.naam: eigen})
        publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)

    return binnen


def casussen(team: str, aantal: int, status: str = "open") -> list[tuple[Any, ...]]:
    dicht = (None, None) if status == "open" else (date(2024, 2, 1), "doelen_bereikt")
    rij = (team, "wmo", date(2023, 1, 9), dicht[0], status, dicht[1], 2, None, False)
    return [rij] * aantal


def besluiten(team: str, op_tijd: bool | None, aantal: int, jaar: int = 2024) -> list[tuple[Any, ...]]:
    dag = date(jaar, 3, 1)
    rij = (team, "wmo", "huishouden", "toegekend", dag, dag, dag, op_tijd, op_tijd is None, True, None)
    return [rij] * aantal


def acties(niveau: str, aantal: int, jaar: int = 2024, *, geldt: bool = True) -> list[tuple[Any, ...]]:
    rij = (LEERDAM, niveau, "huishouden", "afgesproken", date(jaar, 3, 1), 1, geldt, None, None, None)
    return [rij] * aantal


def test_running_casussen_per_team_leave_out_what_was_closed(zet: Zet) -> None:
    zet(CASUS, [*casussen(LEERDAM, 7), *casussen(LEERDAM, 9, "gesloten"), *casussen(WMO, 3)])
    kruis = kruistabel(BELEID, "trajecten-lopend", ["team"])
    assert (kruis.rijen, kruis.cellen) == (("Leerdam", "Wmo consulenten"), (("7",), ("3",)))
    assert kruis.kolomtotalen == ("10",)
    publiek = kruistabel(RAAD, "trajecten-lopend", ["team"])
    assert (publiek.cellen, publiek.kolomtotalen) == ((("verborgen",), ("1 t/m 4",)), ("10",))


def test_the_share_decided_within_the_term_names_both_sides(zet: Zet) -> None:
    zet(
        BESLUIT,
        [*besluiten(LEERDAM, True, 630), *besluiten(LEERDAM, False, 370), *besluiten(LEERDAM, None, 50)],
    )
    kruis = kruistabel(BELEID, "besloten-binnen-termijn", ["team", "jaar"])
    assert kruis.cellen == (("63% (630 van 1.000)",),)
    [rij] = tabel(BELEID, "besloten-binnen-termijn", ["team", "kader", "kwartaal"]).als_json()["rijen"]
    assert rij == {
        "team": "Leerdam",
        "kader": "Wmo 2015",
        "kwartaal": "2024-K1",
        "waarde": 0.63,
        "teller": 630,
        "noemer": 1000,
        "onderdrukt": False,
    }


@pytest.mark.parametrize(("op_tijd", "te_laat"), [(3, 0), (4, 40), (40, 4)])
def test_a_share_on_few_decisions_does_not_go_outside(zet: Zet, op_tijd: int, te_laat: int) -> None:
    zet(BESLUIT, [*besluiten(LEERDAM, True, op_tijd), *besluiten(LEERDAM, False, te_laat)])
    [rij] = tabel(RAAD, "besloten-binnen-termijn", ["team", "jaar"]).rijen
    assert (rij.waarde, rij.teller, rij.noemer, rij.onderdrukt) == (None, None, None, True)


def test_actions_are_divided_over_the_pyramid_lightest_first(zet: Zet) -> None:
    zet(
        PLANACTIE,
        [
            *acties("maatwerk", 30),
            *acties("eigen_kracht", 20),
            *acties("basishulp", 50),
            *acties("netwerk", 9, geldt=False),
        ],
    )
    kruis = kruistabel(BELEID, "eigen-steun-en-maatwerk", ["niveau", "jaar"])
    assert kruis.rijen == ("Eigen kracht", "Basishulp van het team", "Maatwerk")
    assert [rij[0] for rij in kruis.cellen] == ["20% (20 van 100)", "50% (50 van 100)", "30% (30 van 100)"]
    assert (kruis.kolomtotalen, kruis.totaal) == (("100",), "100")
    cijfer = nieuwste_cijfer(BELEID, "eigen-steun-en-maatwerk")
    assert cijfer is not None
    assert cijfer.waarde == "Maatwerk: 30% (30 van 100)"


def test_outside_a_small_part_of_the_pyramid_takes_another_with_it(zet: Zet) -> None:
    zet(PLANACTIE, [*acties("maatwerk", 30), *acties("eigen_kracht", 3), *acties("basishulp", 50)])
    kruis = kruistabel(RAAD, "eigen-steun-en-maatwerk", ["niveau", "jaar"])
    assert [rij[0] for rij in kruis.cellen] == ["verborgen", "60% (50 van 83)", "verborgen"]
    assert kruis.totaal == "83"
