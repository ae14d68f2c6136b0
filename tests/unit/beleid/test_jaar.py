"""The year in rules alone: reasons, offers, rounds, what is missing, numbers, the fold of a line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.beleid.events import RegelBeeindigd, RegelGewijzigd, RegelHersteld, RegelVerplaatst
from samendoen.beleid.queries.wijzigingen import verschil
from samendoen.beleid.rules import Kleur, reden_nodig
from samendoen.beleid.rules.jaar import (
    STAPPEN,
    Aanbodstaat,
    Mist,
    Regelsoort,
    Ronde,
    Stap,
    Werkstand,
    aan_de_beurt,
    kwartaaleinden,
    na,
    ronde,
    schuif,
    vouw_aanbod,
    wat_mist,
)
from samendoen.beleid.rules.planregels import (
    Regelstand,
    mis,
    netjes,
    reden_verplicht,
    volgend_nummer,
    vouw_regel,
)

RAPPORT = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("oud", "nieuw", "nodig"),
    [
        (None, Kleur.GROEN, False),
        (Kleur.GROEN, Kleur.GROEN, False),
        (Kleur.ROOD, Kleur.GROEN, True),
        (Kleur.ONBEKEND, Kleur.GROEN, True),
        (None, Kleur.ORANJE, True),
        (Kleur.ROOD, Kleur.ROOD, True),
        (Kleur.GROEN, Kleur.ONBEKEND, True),
    ],
)
def test_a_light_says_why_when_it_asks_attention_or_differs(
    oud: Kleur | None, nieuw: Kleur, nodig: bool
) -> None:
    assert reden_nodig(oud, nieuw) is nodig


def test_an_offer_goes_one_way_and_only_what_was_approved_can_be_taken_off() -> None:
    assert {na(s, stap) for s in Aanbodstaat for stap in Stap} - {None} == set(STAPPEN.values())
    voorbij = set(Aanbodstaat) - {Aanbodstaat.OPEN, Aanbodstaat.GOEDGEKEURD}
    assert all(na(staat, stap) is None for staat in voorbij for stap in Stap)
    assert vouw_aanbod([Stap.KEUR_GOED, Stap.STUUR_TERUG]) is Aanbodstaat.GOEDGEKEURD
    assert vouw_aanbod([Stap.KEUR_GOED, Stap.HAAL_TERUG]) is Aanbodstaat.TERUGGEHAALD
    assert vouw_aanbod([]) is Aanbodstaat.OPEN


@pytest.mark.parametrize(
    ("stand", "mist"),
    [
        (Werkstand(False, 0, 3, False, None), (Mist.EIGENAAR, Mist.LICHT, Mist.TEKST, Mist.AANBIEDEN)),
        (Werkstand(True, 3, 3, True, None), (Mist.AANBIEDEN,)),
        (Werkstand(True, 1, 1, False, Aanbodstaat.VERLOPEN), (Mist.TEKST, Mist.AANBIEDEN)),
        (Werkstand(True, 1, 1, True, Aanbodstaat.TERUGGESTUURD), (Mist.VERBETEREN,)),
        (Werkstand(True, 0, 3, False, Aanbodstaat.OPEN), (Mist.GOEDKEUREN,)),
        (Werkstand(True, 3, 3, True, Aanbodstaat.GOEDGEKEURD), ()),
    ],
)
def test_what_an_activity_misses_for_a_report(stand: Werkstand, mist: tuple[Mist, ...]) -> None:
    assert wat_mist(stand) == mist


def test_a_round_begins_is_reminded_and_is_late_the_day_after() -> None:
    dagen = {
        date(2025, 6, 8): Ronde.NOG_NIET,
        date(2025, 6, 9): Ronde.GEVRAAGD,
        date(2025, 6, 23): Ronde.HERINNERD,
        RAPPORT: Ronde.HERINNERD,
        date(2025, 7, 1): Ronde.TE_LAAT,
    }
    assert {dag: ronde(dag, RAPPORT, 21, 7) for dag in dagen} == dagen


def test_a_report_that_has_passed_is_worked_on_until_the_next_is_nearer() -> None:
    q1, q2, q3, _q4 = kwartaaleinden(2025)
    assert (q1, q2) == (date(2025, 3, 31), RAPPORT)
    assert aan_de_beurt([q2, q1], date(2025, 3, 1)) == (None, q1)
    assert aan_de_beurt([q1, q2], date(2025, 4, 20)) == (None, q1)
    assert aan_de_beurt([q1, q2], date(2025, 6, 1)) == (q1, q2)
    assert aan_de_beurt([q1, q2], date(2025, 7, 15)) == (q1, q2)
    assert aan_de_beurt([q1, q2], date(2025, 9, 1)) is None
    assert aan_de_beurt([q1, q2, q3], date(2025, 7, 15)) == (q1, q2)
    assert aan_de_beurt([], q1) is None


@given(st.lists(st.integers(1, 50), unique=True, min_size=1), st.integers(-3, 60), st.data())
def test_moving_keeps_every_line_and_puts_one_on_its_place(
    ids: list[int], plaats: int, gegevens: st.DataObject
) -> None:
    wie = gegevens.draw(st.sampled_from(ids))
    nieuw = schuif(ids, wie, plaats)
    assert sorted(nieuw) == sorted(ids)
    assert nieuw.index(wie) == min(max(plaats, 1), len(ids)) - 1
    assert [n for n in nieuw if n != wie] == [n for n in ids if n != wie]


@pytest.mark.parametrize(
    ("eigen", "bezet", "volgend"),
    [
        (["2.1", "2.9"], ["2.1", "2.9"], "2.10"),
        (["1", "7"], ["1", "7", "8"], "9"),
        (["accenten"], ["accenten"], "2"),
        ([], [], "1"),
        (["3.0"], ["2.4"], "3.1"),
    ],
)
def test_the_next_number_follows_its_own(eigen: list[str], bezet: list[str], volgend: str) -> None:
    assert volgend_nummer(eigen, bezet) == volgend


def test_a_goal_always_says_why_it_changes_and_a_promise_too() -> None:
    assert reden_verplicht(Regelsoort.DOEL, ["titel"])
    assert reden_verplicht(Regelsoort.ACTIVITEIT, ["resultaat", "titel"])
    assert not reden_verplicht(Regelsoort.ACTIVITEIT, ["eigenaar"])
    assert not reden_verplicht(Regelsoort.THEMA, ["titel"])
    assert not reden_verplicht(Regelsoort.DOEL, [])


def test_what_a_line_can_be() -> None:
    assert netjes(["  Stichting  A ", "", "B"]) == ["Stichting A", "B"]
    assert mis("titel", "")
    assert mis("titel", "x" * 201)
    assert mis("partners", ["x" * 121])
    assert not mis("toelichting", "")
    assert not mis("tellen", ["x" * 121])


def test_the_events_of_a_line_fold_to_its_version_and_its_end() -> None:
    gewijzigd = RegelGewijzigd(regelsoort="doel", regel=1, velden=("titel",), regelversie=2)
    geeindigd = RegelBeeindigd(regelsoort="doel", regel=1, op=RAPPORT)
    verplaatst = RegelVerplaatst(regelsoort="doel", regel=1, plaats=1)
    assert vouw_regel([]) == Regelstand()
    assert vouw_regel([gewijzigd, verplaatst, geeindigd]) == Regelstand(4, RAPPORT)
    hersteld = RegelHersteld(regelsoort="doel", regel=1)
    assert vouw_regel([geeindigd, hersteld]) == Regelstand(3, None)


def test_a_difference_strikes_what_went_and_underlines_what_came() -> None:
    v = verschil("We doen <b>veel</b> samen", "We doen alles samen")
    assert v.oud == "We doen <del>&lt;b&gt;veel&lt;/b&gt;</del> samen"
    assert v.nieuw == "We doen <ins>alles</ins> samen"
    anders = verschil("Een heel andere zin", "Hier staat iets nieuws")
    assert (anders.oud, anders.nieuw) == ("Een heel andere zin", "Hier staat iets nieuws")
