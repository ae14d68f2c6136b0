"""Rules of the case as tables: who agrees at which age, and the folds without a database."""

from datetime import date
from uuid import UUID

import pytest

from samendoen.casus import events
from samendoen.casus.rules import (
    ACTIE_OVERGANGEN,
    CASUS_OVERGANGEN,
    PLAN_OVERGANGEN,
    Actiestatus,
    Planstatus,
    Spreker,
    Status,
    Taakrol,
    is_akkoord,
    sprekers_nodig,
    vouw,
    vouw_plan,
)

OP = date(2024, 6, 3)
ZELF, OUDERS, NAMENS = Spreker.ZELF, Spreker.OUDERS, Spreker.VERTEGENWOORDIGER


@pytest.mark.parametrize(
    ("geboren", "nodig"),
    [
        (date(2012, 6, 4), {OUDERS}),
        (date(2012, 6, 3), {OUDERS, ZELF}),
        (date(2008, 6, 4), {OUDERS, ZELF}),
        (date(2008, 6, 3), {ZELF}),
        (date(1980, 1, 1), {ZELF}),
    ],
)
def test_who_must_speak_follows_the_age(geboren: date, nodig: set[Spreker]) -> None:
    assert sprekers_nodig(geboren, OP) == nodig


@pytest.mark.parametrize(
    ("geboren", "door", "goed"),
    [
        (date(2016, 1, 1), {OUDERS}, True),
        (date(2016, 1, 1), {ZELF}, False),
        (date(2010, 1, 1), {OUDERS}, False),
        (date(2010, 1, 1), {ZELF}, False),
        (date(2010, 1, 1), {ZELF, OUDERS}, True),
        (date(2007, 1, 1), {ZELF}, True),
        (date(2007, 1, 1), {NAMENS}, False),
        (date(1950, 1, 1), {NAMENS}, True),
        (date(1950, 1, 1), {OUDERS}, False),
    ],
)
def test_somebody_agrees_when_everybody_spoke_who_must(geboren: date, door: set[str], goed: bool) -> None:
    assert is_akkoord(geboren, OP, door) is goed


def test_every_status_has_its_transitions() -> None:
    assert CASUS_OVERGANGEN.keys() == set(Status)
    assert PLAN_OVERGANGEN.keys() == set(Planstatus)
    assert ACTIE_OVERGANGEN.keys() == set(Actiestatus)


def test_what_was_replaced_or_thrown_away_is_done() -> None:
    assert PLAN_OVERGANGEN[Planstatus.VERVANGEN] == PLAN_OVERGANGEN[Planstatus.VERVALLEN] == {}


def geopend() -> events.CasusGeopend:
    return events.CasusGeopend(
        kader="wmo", team="leerdam", huishouden=7, melding=3, regisseur=11, betrokkenen=(1, 2)
    )


def test_an_opened_casus_has_one_director_from_that_day() -> None:
    stand = vouw([(OP, geopend())])
    assert stand is not None
    assert (stand.wie(Taakrol.REGISSEUR), stand.wie(Taakrol.TWEEDE), stand.status) == (11, None, Status.OPEN)
    assert (stand.meldingen, stand.betrokkenen) == (frozenset({3}), frozenset({1, 2}))


def test_closing_ends_every_role_on_that_day() -> None:
    later = date(2024, 7, 1)
    stand = vouw(
        [
            (OP, geopend()),
            (OP, events.TweedeGezet(gebruiker=12)),
            (later, events.RegieOvergedragen(van=11, naar=13)),
            (later, events.CasusGesloten(reden="verhuisd")),
        ]
    )
    assert stand is not None
    assert [(r.gebruiker, r.tot) for r in stand.regie] == [(11, later), (12, later), (13, later)]
    assert (stand.status, stand.gesloten_op, stand.reden) == (Status.GESLOTEN, later, "verhuisd")


def test_without_an_opening_there_is_no_casus() -> None:
    assert vouw([]) is None
    assert vouw([(OP, events.CasusGesloten(reden="vergissing"))]) is None
    assert vouw_plan([(OP, events.PlanWeggegooid(casus=1, plan_versie=1))]) is None


def test_writing_over_a_concept_forgets_who_agreed_with_what_stood_there() -> None:
    def geschreven(*niveaus: str) -> events.PlanGeschreven:
        return events.PlanGeschreven(
            casus=1,
            team="leerdam",
            plan_versie=1,
            evaluatie_op=None,
            doelen=(UUID(int=1),),
            doelgebieden=("wonen",),
            acties=tuple(UUID(int=10 + n) for n in range(len(niveaus))),
            niveaus=niveaus,
            leefgebieden=("wonen",) * len(niveaus),
        )

    akkoord = events.AkkoordVastgelegd(persoon=1, oordeel="akkoord", gezegd_door=("zelf",))
    stand = vouw_plan([(OP, geschreven("netwerk")), (OP, akkoord)])
    assert stand is not None
    assert set(stand.akkoorden) == {1}
    opnieuw = vouw_plan([(OP, geschreven("netwerk")), (OP, akkoord), (OP, geschreven("netwerk", "maatwerk"))])
    assert opnieuw is not None
    assert (opnieuw.akkoorden, len(opnieuw.acties)) == ({}, 2)
