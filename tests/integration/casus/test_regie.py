"""One director at any time; closing and opening again; and what the grants do."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from samendoen.casus.actions import regie as regiemodule
from samendoen.casus.api import (
    casuskernen,
    draag_regie_over,
    heropen_casus,
    sluit_casussen,
    zet_tweede,
)
from samendoen.casus.models import Casus, Casusmelding, Regie
from samendoen.kernel import klok
from samendoen.kernel.access import personen_op_grond
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Grond
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import handel_melding_af
from tests.casusmaker import TEAM, doel, maak_casus, maak_melding, schrijf
from tests.integration.casus.conftest import Gezin
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def regie_op(wie: Actor, gezin: Gezin, grond: Grond = Grond.REGIE) -> set[int]:
    """Return on whom of the household somebody has a grant on this ground a moment later."""
    with klok.op(klok.nu() + timedelta(minutes=1)):
        return personen_op_grond(wie, [gezin.moeder, gezin.zoon, gezin.dochter], [grond])


def allen(gezin: Gezin) -> set[int]:
    return {gezin.moeder, gezin.zoon, gezin.dochter}


def test_handing_over_moves_the_grants_and_keeps_the_history(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    assert collega.id is not None
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    assert (regie_op(consulent, gezin), regie_op(collega, gezin)) == (set(), allen(gezin))
    rijen = Regie.objects.order_by("pk").values_list("gebruiker_id", "van", "tot")
    assert list(rijen) == [(consulent.id, VANDAAG, VANDAAG), (collega.id, VANDAAG, None)]
    assert casuskernen(collega, [casus])[casus].regisseur == "Piet Pieters"


def test_there_is_one_director_at_any_time(casus: int, consulent: Actor, collega: Actor) -> None:
    assert collega.id is not None
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    assert Regie.objects.filter(rol="regisseur", tot=None).count() == 1
    assert Regie.objects.count() == 2


def test_a_colleague_may_take_over_but_not_give_away(
    gezin: Gezin, casus: int, collega: Actor, leider: Actor
) -> None:
    derde = maak_medewerker(Rol.CONSULENT, [TEAM]).pk
    with pytest.raises(Geweigerd, match="zonder antwoord"):
        draag_regie_over(collega, [(casus, derde, VANDAAG)])
    assert collega.id is not None
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    draag_regie_over(leider, [(casus, derde, VANDAAG)])
    assert casuskernen(leider, [casus])[casus].regisseur_id == derde


@pytest.mark.parametrize("op", [VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)])
def test_an_impossible_day_is_refused(casus: int, consulent: Actor, collega: Actor, op: date) -> None:
    assert collega.id is not None
    with pytest.raises(Domeinfout) as fout:
        draag_regie_over(collega, [(casus, collega.id, op)])
    assert fout.value.veld == "op"


def test_a_neighbour_hears_that_the_casus_does_not_exist(casus: int, buur: Actor) -> None:
    assert buur.id is not None
    doen: list[Callable[[], object]] = [
        lambda: draag_regie_over(buur, [(casus, buur.id or 0, VANDAAG)]),
        lambda: zet_tweede(buur, casus, buur.id),
        lambda: sluit_casussen(buur, [(casus, "zelf_verder", VANDAAG)]),
    ]
    for doe in doen:
        with pytest.raises(NietGevonden):
            doe()


def test_the_second_one_may_be_of_another_team(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    zet_tweede(consulent, casus, buur.id)
    assert regie_op(buur, gezin, Grond.TWEEDE) == allen(gezin)
    zet_tweede(consulent, casus, None)
    assert regie_op(buur, gezin, Grond.TWEEDE) == set()
    assert not Regie.objects.filter(rol="tweede", tot=None).exists()


def test_the_director_does_not_stand_beside_oneself(casus: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="is de regisseur"):
        zet_tweede(consulent, casus, consulent.id)


def test_who_stood_beside_and_takes_over_stands_beside_no_longer(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    zet_tweede(consulent, casus, collega.id)
    assert collega.id is not None
    draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    assert not Regie.objects.filter(rol="tweede", tot=None).exists()
    assert (regie_op(collega, gezin), regie_op(collega, gezin, Grond.TWEEDE)) == (allen(gezin), set())


def test_nothing_is_handed_over_when_recording_fails(
    casus: int, consulent: Actor, collega: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(regiemodule, "leg_vast", stuk)
    assert collega.id is not None
    with pytest.raises(RuntimeError, match="vol"):
        draag_regie_over(collega, [(casus, collega.id, VANDAAG)])
    assert Regie.objects.get().gebruiker_id == consulent.id


def rond_af(gezin: Gezin, wie: Actor) -> None:
    handel_melding_af(wie, gezin.melding, "onderzocht", VANDAAG)


def test_a_casus_with_an_open_question_does_not_close(gezin: Gezin, casus: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match=f"Melding {gezin.melding} .* staat nog open"):
        sluit_casussen(consulent, [(casus, "doelen_bereikt", VANDAAG)])
    rond_af(gezin, consulent)
    sluit_casussen(consulent, [(casus, "doelen_bereikt", VANDAAG)])
    rij = Casus.objects.get()
    assert (rij.status, rij.gesloten_op, rij.reden_sluiten) == ("gesloten", VANDAAG, "doelen_bereikt")


def test_a_casus_in_which_a_clock_runs_does_not_close(gezin: Gezin, casus: int, consulent: Actor) -> None:
    from samendoen.kernel.acties import schrijft
    from samendoen.werk.api import TermijnStart, start_termijnen, voltooi_termijnen

    rond_af(gezin, consulent)
    dossier = Casus.objects.get().dossier_id
    with schrijft("proef"):
        start = TermijnStart("wmo-besluit", VANDAAG, dossier, "proef.ding", 1, gebruiker_id=consulent.id)
        start_termijnen(SYSTEEM, [start])
    with pytest.raises(Domeinfout, match="wettelijke termijn"):
        sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    with schrijft("proef"):
        voltooi_termijnen(SYSTEEM, "proef.ding", [(1, VANDAAG)])
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])


def test_closing_ends_the_direction_and_the_team_keeps_reading(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    zet_tweede(consulent, casus, collega.id)
    rond_af(gezin, consulent)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    assert (regie_op(consulent, gezin), regie_op(collega, gezin, Grond.TWEEDE)) == (set(), set())
    assert not Regie.objects.filter(tot=None).exists()
    assert casuskernen(consulent, [casus])[casus].regisseur == "Joke Jansen"


def test_opened_again_the_same_people_go_on(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    zet_tweede(consulent, casus, collega.id)
    rond_af(gezin, consulent)
    sluit_casussen(consulent, [(casus, "geen_contact", VANDAAG)])
    with klok.op(VANDAAG + timedelta(days=9)):
        heropen_casus(collega, casus)
        assert regie_op(consulent, gezin) == allen(gezin)
        assert regie_op(collega, gezin, Grond.TWEEDE) == allen(gezin)
    assert Regie.objects.filter(tot=None).count() == 2
    assert Casus.objects.get().status == "open"


def test_a_casus_is_not_opened_again_beside_a_new_one(gezin: Gezin, casus: int, consulent: Actor) -> None:
    rond_af(gezin, consulent)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    nieuwe = maak_casus(consulent, maak_melding(gezin.zoon))
    with pytest.raises(Domeinfout, match=f"loopt al casus {nieuwe}"):
        heropen_casus(consulent, casus)


def test_opened_by_mistake_the_question_is_free_again_and_nobody_sees_it(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    sluit_casussen(consulent, [(casus, "vergissing", VANDAAG)])
    assert Casusmelding.objects.count() == 0
    with klok.op(VANDAAG + timedelta(days=1)):
        assert casuskernen(consulent, [casus]) == {}
    maak_casus(consulent, gezin.melding)
    with pytest.raises(Domeinfout, match="bij vergissing geopend"):
        heropen_casus(SYSTEEM, casus)


def test_with_an_agreed_plan_it_was_no_mistake(gezin: Gezin, casus: int, consulent: Actor) -> None:
    from samendoen.casus.api import stel_plannen_vast

    plan = schrijf(consulent, casus, [doel(gezin.moeder)], VANDAAG + timedelta(days=90))
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    with pytest.raises(Domeinfout, match="al een plan vastgesteld"):
        sluit_casussen(consulent, [(casus, "vergissing", VANDAAG)])


@pytest.mark.parametrize(
    ("reden", "op", "veld"),
    [
        ("verzonnen", VANDAAG, "reden"),
        ("zelf_verder", VANDAAG - timedelta(days=1), "op"),
        ("zelf_verder", VANDAAG + timedelta(days=1), "op"),
    ],
)
def test_a_closing_that_cannot_be_is_refused(
    casus: int, consulent: Actor, reden: str, op: date, veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        sluit_casussen(consulent, [(casus, reden, op)])
    assert (fout.value.veld, Casus.objects.get().status) == (veld, "open")


@pytest.mark.parametrize(
    "doe",
    [
        lambda wie, nr: sluit_casussen(wie, [(nr, "zelf_verder", VANDAAG)]),
        lambda wie, nr: draag_regie_over(wie, [(nr, wie.id, VANDAAG)]),
        lambda wie, nr: zet_tweede(wie, nr, wie.id),
    ],
    ids=["close", "hand over", "second"],
)
def test_in_a_closed_casus_nothing_is_done(
    gezin: Gezin, casus: int, consulent: Actor, leider: Actor, doe: Callable[[Actor, int], None]
) -> None:
    rond_af(gezin, consulent)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    with pytest.raises(Domeinfout, match="gesloten; dit kan nu niet meer"):
        doe(leider, casus)


def test_somebody_without_the_role_does_not_direct(casus: int, leider: Actor) -> None:
    kijker = actor(maak_medewerker(Rol.KWALITEIT, [TEAM]))
    assert kijker.id is not None
    with pytest.raises(Domeinfout, match="kan de regie"):
        draag_regie_over(leider, [(casus, kijker.id, VANDAAG)])
