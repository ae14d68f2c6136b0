"""Absence: who is away, and who comes into the teams for as long."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import (
    SYSTEEM,
    Domeinfout,
    Geweigerd,
    Rol,
    actor_van,
    klok,
)
from samendoen.organisatie.actions.afwezigheid import Melding, beeindig_afwezigheid, meld_afwezig
from samendoen.organisatie.models import Afwezigheid
from tests.conftest import VANDAAG
from tests.maak import maak_medewerker, medewerker_id, teamcodes

pytestmark = pytest.mark.django_db
LEERDAM, VIANEN, WMO = "gebiedsteam_leerdam", "gebiedsteam_vianen", "voorzieningen"
MORGEN = VANDAAG + timedelta(days=1)


def test_the_substitute_gets_into_the_teams_for_as_long_as_it_lasts() -> None:
    weg, vervanger = maak_medewerker(Rol.CONSULENT, [LEERDAM, WMO]), maak_medewerker(Rol.CONSULENT, [WMO])
    terug = VANDAAG + timedelta(days=10)

    meld_afwezig(SYSTEEM, Melding(medewerker_id(weg), MORGEN, terug, medewerker_id(vervanger)))

    dagen = (VANDAAG, MORGEN, terug - timedelta(days=1), terug)
    assert [LEERDAM in teamcodes(vervanger, dag) for dag in dagen] == [False, True, True, False]
    assert all(WMO in teamcodes(vervanger, dag) for dag in dagen)


def test_who_is_back_early_ends_the_substitution_too() -> None:
    weg, vervanger = maak_medewerker(Rol.CONSULENT, [LEERDAM]), maak_medewerker(Rol.CONSULENT, [WMO])
    pk = meld_afwezig(SYSTEEM, Melding(medewerker_id(weg), VANDAAG, None, medewerker_id(vervanger)))
    assert teamcodes(vervanger) == {LEERDAM, WMO}

    with klok.op(VANDAAG + timedelta(days=3)):
        beeindig_afwezigheid(SYSTEEM, pk)
        assert teamcodes(vervanger, klok.vandaag()) == {WMO}
        with pytest.raises(Domeinfout, match="al voorbij"):
            beeindig_afwezigheid(SYSTEEM, pk)


def test_the_end_of_a_substitution_leaves_a_membership_of_one_s_own() -> None:
    weg, vervanger = maak_medewerker(Rol.CONSULENT, [LEERDAM]), maak_medewerker(Rol.CONSULENT, [LEERDAM])
    pk = meld_afwezig(SYSTEEM, Melding(medewerker_id(weg), VANDAAG, None, medewerker_id(vervanger)))
    beeindig_afwezigheid(SYSTEEM, pk)
    assert teamcodes(vervanger) == {LEERDAM}


def test_an_absence_that_is_taken_back_makes_room_for_another() -> None:
    weg, vervanger = maak_medewerker(Rol.CONSULENT, [LEERDAM]), maak_medewerker(Rol.CONSULENT, [WMO])
    pk = meld_afwezig(SYSTEEM, Melding(medewerker_id(weg), MORGEN, None, medewerker_id(vervanger)))
    beeindig_afwezigheid(SYSTEEM, pk)

    rij = Afwezigheid.objects.get(pk=pk)
    assert rij.van == rij.tot
    assert teamcodes(vervanger, MORGEN) == {WMO}
    assert meld_afwezig(SYSTEEM, Melding(medewerker_id(weg), MORGEN)) != pk


def test_the_same_absence_twice_is_one() -> None:
    melding = Melding(medewerker_id(maak_medewerker(Rol.CONSULENT)), VANDAAG, MORGEN)
    assert meld_afwezig(SYSTEEM, melding) == meld_afwezig(SYSTEEM, melding)


def test_two_absences_never_overlap_but_may_touch() -> None:
    pk = medewerker_id(maak_medewerker(Rol.CONSULENT))
    meld_afwezig(SYSTEEM, Melding(pk, VANDAAG, VANDAAG + timedelta(days=5)))
    with pytest.raises(Domeinfout, match="al een afwezigheid") as gevangen:
        meld_afwezig(SYSTEEM, Melding(pk, MORGEN))
    assert gevangen.value.veld == "van"
    assert meld_afwezig(SYSTEEM, Melding(pk, VANDAAG + timedelta(days=5)))


def test_the_database_refuses_an_overlap_by_itself() -> None:
    pk = medewerker_id(maak_medewerker(Rol.CONSULENT))
    meld_afwezig(SYSTEEM, Melding(pk, VANDAAG))
    with (
        pytest.raises(IntegrityError, match="afwezigheid_een_tegelijk"),
        transaction.atomic(),
        schrijft("organisatie"),
    ):
        Afwezigheid.objects.create(medewerker_id=pk, van=MORGEN)


def test_the_database_refuses_oneself_as_substitute() -> None:
    pk = medewerker_id(maak_medewerker(Rol.CONSULENT))
    with (
        pytest.raises(IntegrityError, match="afwezigheid_vervanger_is_een_ander"),
        transaction.atomic(),
        schrijft("organisatie"),
    ):
        Afwezigheid.objects.create(medewerker_id=pk, van=VANDAAG, vervanger_id=pk)


def test_an_absence_cannot_end_before_it_begins_or_get_longer() -> None:
    pk = medewerker_id(maak_medewerker(Rol.CONSULENT))
    with pytest.raises(Domeinfout) as gevangen:
        meld_afwezig(SYSTEEM, Melding(pk, MORGEN, MORGEN))
    assert gevangen.value.veld == "tot"
    gemeld = meld_afwezig(SYSTEEM, Melding(pk, VANDAAG, MORGEN))
    with pytest.raises(Domeinfout, match="langer"):
        beeindig_afwezigheid(SYSTEEM, gemeld, MORGEN + timedelta(days=1))


def test_a_substitute_is_another_one_who_is_there() -> None:
    weg, ziek = maak_medewerker(Rol.CONSULENT, [LEERDAM]), maak_medewerker(Rol.CONSULENT, [LEERDAM])
    meld_afwezig(SYSTEEM, Melding(medewerker_id(ziek), VANDAAG))
    for vervanger, zin in ((weg, "eigen vervanger"), (ziek, "zelf afwezig")):
        with pytest.raises(Domeinfout, match=zin) as gevangen:
            meld_afwezig(SYSTEEM, Melding(medewerker_id(weg), VANDAAG, None, medewerker_id(vervanger)))
        assert gevangen.value.veld == "vervanger"


def test_who_reports_oneself_cannot_open_a_team_to_an_outsider() -> None:
    weg, vreemd = maak_medewerker(Rol.CONSULENT, [LEERDAM]), maak_medewerker(Rol.CONSULENT, [VIANEN])
    with pytest.raises(Domeinfout, match="niet in een van uw teams"):
        meld_afwezig(actor_van(weg), Melding(medewerker_id(weg), VANDAAG, None, medewerker_id(vreemd)))
    assert teamcodes(vreemd) == {VIANEN}


@pytest.mark.parametrize("wie", ["leider", "collega"])
def test_a_leader_opens_the_own_teams_and_no_other(wie: str) -> None:
    leider, weg = maak_medewerker(Rol.TEAMLEIDER, [LEERDAM]), maak_medewerker(Rol.CONSULENT, [LEERDAM, WMO])
    vervanger = leider if wie == "leider" else maak_medewerker(Rol.CONSULENT, [VIANEN])
    had = teamcodes(vervanger)
    meld_afwezig(actor_van(leider), Melding(medewerker_id(weg), VANDAAG, None, medewerker_id(vervanger)))
    assert teamcodes(vervanger) == had | {LEERDAM}


@pytest.mark.parametrize(
    ("rol", "teams", "mag"),
    [
        (Rol.TEAMLEIDER, [LEERDAM], True),
        (Rol.TEAMLEIDER, [VIANEN], False),
        (Rol.CONSULENT, [LEERDAM], False),
        (Rol.BEHEER, [], True),
        (Rol.BELEID, [LEERDAM], False),
    ],
)
def test_a_leader_reports_the_own_team_and_beheer_everybody(rol: Rol, teams: list[str], mag: bool) -> None:
    weg, melder = maak_medewerker(Rol.CONSULENT, [LEERDAM]), maak_medewerker(rol, teams)
    melding = Melding(medewerker_id(weg), VANDAAG)
    if mag:
        pk = meld_afwezig(actor_van(melder), melding)
        beeindig_afwezigheid(actor_van(melder), pk)
        return
    with pytest.raises(Geweigerd):
        meld_afwezig(actor_van(melder), melding)
    pk = meld_afwezig(actor_van(weg), melding)
    with pytest.raises(Geweigerd):
        beeindig_afwezigheid(actor_van(melder), pk)
    assert Afwezigheid.objects.get().tot is None
