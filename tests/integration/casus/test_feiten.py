"""The facts of the case: what was known at a moment, and nothing about who it is."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from samendoen.casus.api import (
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Uitkomstinvoer,
    draag_regie_over,
    leg_evaluaties_vast,
    rond_acties_af,
    sluit_casussen,
    stel_plannen_vast,
    trek_evaluatie_in,
)
from samendoen.casus.feiten import BASISHULPPERIODE, CASUS, DOELUITSLAG, PLANACTIE, UITKOMST
from samendoen.casus.models import Actie
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.stekkers import Feitsoort
from samendoen.toegang.api import handel_melding_af
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_melding, schrijf
from tests.integration.casus.conftest import Gezin

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = date(2024, 9, 2)


def rijen(soort: Feitsoort, dag: date) -> list[dict[str, Any]]:
    """Return the rows as known at the end of a day, by column."""
    namen = [kolom.naam for kolom in soort.kolommen]
    peilmoment = klok.einde_van(dag) - timedelta(microseconds=1)
    return [dict(zip(namen, rij, strict=True)) for portie in soort.rijen(peilmoment) for rij in portie]


def test_a_casus_is_counted_as_it_was_known_on_the_day(casus: int, gezin: Gezin) -> None:
    with klok.op(LATER):
        handel_melding_af(SYSTEEM, gezin.melding, "onderzocht", VANDAAG)
        sluit_casussen(SYSTEEM, [(casus, "doelen_bereikt", date(2024, 8, 30))])
    [toen] = rijen(CASUS, VANDAAG)
    assert toen == {
        "team": TEAM,
        "kader": "wmo",
        "geopend_op": VANDAAG,
        "gesloten_op": None,
        "status": "open",
        "reden": None,
        "betrokkenen": 3,
        "inwoner": gezin.moeder,
        "terugkeer": False,
    }
    [nu] = rijen(CASUS, LATER)
    assert (nu["status"], nu["gesloten_op"], nu["reden"]) == (
        "gesloten",
        date(2024, 8, 30),
        "doelen_bereikt",
    )
    assert rijen(CASUS, VANDAAG - timedelta(days=1)) == []


def test_a_household_that_is_back_within_a_year_is_counted_as_such(
    casus: int, gezin: Gezin, consulent: Actor
) -> None:
    with klok.op(LATER):
        handel_melding_af(SYSTEEM, gezin.melding, "onderzocht", VANDAAG)
        sluit_casussen(SYSTEEM, [(casus, "doelen_bereikt", LATER)])
        tweede = maak_casus(consulent, maak_melding(gezin.moeder))
    with klok.op(LATER + timedelta(days=7)):
        sluit_casussen(SYSTEEM, [(tweede, "vergissing", klok.vandaag())])
    een_jaar_na = LATER + timedelta(days=366)
    with klok.op(een_jaar_na):
        maak_casus(consulent, maak_melding(gezin.moeder))
    assert [rij["terugkeer"] for rij in rijen(CASUS, LATER)] == [False, True]
    assert [rij["terugkeer"] for rij in rijen(CASUS, een_jaar_na)] == [False, False]


def test_a_casus_opened_by_mistake_is_not_counted(casus: int, consulent: Actor) -> None:
    sluit_casussen(consulent, [(casus, "vergissing", VANDAAG)])
    assert rijen(CASUS, VANDAAG) == []


def test_another_director_makes_no_other_casus(casus: int, consulent: Actor, collega: Actor) -> None:
    eerst = rijen(CASUS, VANDAAG)
    assert collega.id is not None
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    assert rijen(CASUS, VANDAAG) == eerst


def test_actions_count_by_their_level_once_the_plan_holds(casus: int, gezin: Gezin, consulent: Actor) -> None:
    acties = [
        actie("netwerk"),
        actie("basishulp", "Wekelijks gesprek."),
        actie("maatwerk", "Begeleiding.", niet_lichter="Het netwerk kan niet meer doen."),
    ]
    plan = schrijf(consulent, casus, [doel(gezin.moeder, *acties)], date(2024, 12, 2))
    assert rijen(PLANACTIE, VANDAAG) == []
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    geteld = rijen(PLANACTIE, VANDAAG)
    assert [rij["niveau"] for rij in geteld] == ["netwerk", "basishulp", "maatwerk"]
    assert {(r["team"], r["leefgebied"], r["vastgesteld_op"], r["geldt"], r["inwoner"]) for r in geteld} == {
        (TEAM, "veiligheid", VANDAAG, True, gezin.moeder)
    }


def test_a_next_version_takes_the_place_of_the_one_before(casus: int, gezin: Gezin, consulent: Actor) -> None:
    eerste = schrijf(consulent, casus, [doel(gezin.moeder, actie("netwerk"))], date(2024, 12, 2))
    stel_plannen_vast(consulent, [(eerste, VANDAAG)])
    with klok.op(LATER):
        tweede = schrijf(consulent, casus, [doel(gezin.moeder, actie("eigen_kracht"))], date(2025, 3, 3))
        stel_plannen_vast(consulent, [(tweede, LATER)])
    nu = [(rij["versie"], rij["niveau"], rij["geldt"]) for rij in rijen(PLANACTIE, LATER)]
    assert nu == [(1, "netwerk", False), (2, "eigen_kracht", True)]
    toen = [(rij["versie"], rij["geldt"]) for rij in rijen(PLANACTIE, VANDAAG)]
    assert toen == [(1, True)]


def test_help_by_the_team_counts_from_its_begin_to_its_end(
    casus: int, gezin: Gezin, consulent: Actor
) -> None:
    einde = date(2024, 12, 1)
    blijft = actie("basishulp", "Wekelijks gesprek.", van=VANDAAG - timedelta(days=7), uiterlijk=einde)
    valt_af = actie("basishulp", "Samen naar school.")
    klaar = actie("basishulp", "Papieren ordenen.")
    rust = doel(gezin.zoon, blijft, valt_af, klaar, actie("netwerk"))
    stel_plannen_vast(consulent, [(schrijf(consulent, casus, [rust], LATER), VANDAAG)])
    with klok.op(VANDAAG + timedelta(days=10)):
        rond_acties_af(consulent, [(Actie.objects.get(kenmerk=klaar.kenmerk).pk, "gedaan", klok.vandaag())])
    with klok.op(VANDAAG + timedelta(days=20)):
        minder = doel(gezin.zoon, blijft, tekst="Rust.")
        stel_plannen_vast(consulent, [(schrijf(consulent, casus, [minder], LATER), klok.vandaag())])
    periodes = {
        r["begonnen_op"]: (r["beeindigd_op"], r["loopt"], r["gepland_tot"])
        for r in rijen(BASISHULPPERIODE, LATER)
        if r["begonnen_op"] != VANDAAG
    }
    assert periodes == {VANDAAG - timedelta(days=7): (None, True, einde)}
    eindes = sorted(r["beeindigd_op"] for r in rijen(BASISHULPPERIODE, LATER) if not r["loopt"])
    assert eindes == [VANDAAG + timedelta(days=10), VANDAAG + timedelta(days=20)]
    assert {(r["team"], r["kader"], r["inwoner"]) for r in rijen(BASISHULPPERIODE, LATER)} == {
        (TEAM, "wmo", gezin.zoon)
    }
    assert [r["loopt"] for r in rijen(BASISHULPPERIODE, VANDAAG)] == [True, True, True]
    with klok.op(LATER):
        handel_melding_af(SYSTEEM, gezin.melding, "onderzocht", LATER)
        sluit_casussen(SYSTEEM, [(casus, "doelen_bereikt", LATER)])
    assert not [r for r in rijen(BASISHULPPERIODE, LATER) if r["loopt"]]


def test_what_came_of_looking_back_counts_without_a_word(casus: int, gezin: Gezin, consulent: Actor) -> None:
    rust = doel(gezin.zoon, actie())
    plan = schrijf(consulent, casus, [rust], LATER)
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    uitslag = Doeluitslaginvoer(rust.kenmerk, "deels", "KANARIE")
    uitkomst = Uitkomstinvoer(gezin.zoon, "door_inwoner", 6, "nee", "deels")
    nummers = []
    for volgende in (LATER, LATER + timedelta(days=1)):
        invoer = Evaluatieinvoer(uuid4(), plan, VANDAAG, volgende, (uitslag,), (uitkomst,))
        nummers += leg_evaluaties_vast(consulent, [invoer])
    trek_evaluatie_in(consulent, nummers[1])
    assert rijen(DOELUITSLAG, VANDAAG) == [
        {
            "team": TEAM,
            "leefgebied": "veiligheid",
            "bereikt": "deels",
            "vervolg": "doorgaan",
            "op": VANDAAG,
            "laatste": True,
            "inwoner": gezin.moeder,
        }
    ]
    [rij] = rijen(UITKOMST, VANDAAG)
    assert (rij["einde"], rij["cijfer"], rij["inwoner"]) == ("door_inwoner", 6, gezin.zoon)
    assert (rij["zonder_hulp"], rij["minder_problemen"], rij["laatste"]) == ("nee", "deels", True)
    assert "KANARIE" not in str(rijen(UITKOMST, VANDAAG) + rijen(DOELUITSLAG, VANDAAG))
