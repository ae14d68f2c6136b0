"""Employees: account, roles, teams, registration."""

from datetime import date, timedelta

import pytest

from samendoen.kernel.api import (
    SYSTEEM,
    Domeinfout,
    NietGevonden,
    Rol,
    actor_van,
    hash_wachtwoord,
    klok,
    rollen_van,
)
from samendoen.kernel.models import Gebeurtenis, Gebruiker
from samendoen.organisatie.actions.medewerker import (
    NieuweMedewerker,
    Registratiegegevens,
    haal_uit_team,
    maak_accounts,
    neem_rol_af,
    wijzig_gegevens,
    zet_in_team,
    zet_rol,
    zet_rollen_en_teams,
)
from samendoen.organisatie.api import (
    medewerkers_van,
    teams_bij_code,
)
from tests.conftest import VANDAAG
from tests.maak import maak_gemeente, maak_medewerker, medewerker_id, teamcodes

pytestmark = pytest.mark.django_db
LEERDAM, VIANEN, WMO = "gebiedsteam_leerdam", "gebiedsteam_vianen", "voorzieningen"
MORGEN = VANDAAG + timedelta(days=1)


def test_a_new_employee_has_account_roles_and_teams_from_today() -> None:
    gebruiker = maak_medewerker([Rol.CONSULENT, Rol.TEAMLEIDER], [LEERDAM, WMO])

    actor = actor_van(gebruiker)
    assert actor.rollen == {Rol.CONSULENT, Rol.TEAMLEIDER}
    assert teamcodes(gebruiker) == {LEERDAM, WMO}
    groep = teams_bij_code(VANDAAG)[LEERDAM].groep_id
    assert [m.id for m in medewerkers_van([groep])] == [gebruiker.pk]


def test_the_same_form_twice_is_one_employee_with_the_first_password() -> None:
    maak_gemeente()
    nieuw = NieuweMedewerker("ans", "Ans", ("loket",), wachtwoord="eerste-wachtwoord")
    [eerste] = maak_accounts(SYSTEEM, [nieuw])
    [tweede] = maak_accounts(SYSTEEM, [nieuw])

    assert eerste.nieuw and not tweede.nieuw
    assert eerste.gebruiker_id == tweede.gebruiker_id
    assert Gebruiker.objects.get(gebruikersnaam="ans").check_password("eerste-wachtwoord")


def test_equal_passwords_are_kept_apart_unless_the_caller_hands_over_one_hash() -> None:
    maak_gemeente()
    ieder = [NieuweMedewerker(naam, naam, ("loket",), wachtwoord="hetzelfde-woord") for naam in ("an", "bo")]
    hash_ = hash_wachtwoord("demo-voor-iedereen")
    samen = [NieuweMedewerker(naam, naam, ("loket",), wachtwoord=hash_) for naam in ("cor", "dien")]
    maak_accounts(SYSTEEM, [*ieder, *samen])

    an, bo, cor, dien = Gebruiker.objects.filter(gebruikersnaam__in=("an", "bo", "cor", "dien")).order_by(
        "pk"
    )
    assert an.password != bo.password and cor.password == dien.password == hash_.waarde
    assert an.check_password("hetzelfde-woord") and dien.check_password("demo-voor-iedereen")
    assert not cor.check_password(hash_.waarde)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"gebruikersnaam": "bezet"}, "gebruikersnaam"),
        ({"gebruikersnaam": "Met Spatie"}, "gebruikersnaam"),
        ({"naam": " "}, "naam"),
        ({"rollen": ()}, "rollen"),
        ({"rollen": ("inwoner",)}, "rollen"),
        ({"rollen": ("burgemeester",)}, "rollen"),
        ({"teams": ("nergens",)}, "teams"),
        ({"gegevens": Registratiegegevens(registratie="skj")}, "registratienummer"),
        ({"gegevens": Registratiegegevens(registratienummer="1")}, "registratie"),
    ],
)
def test_an_impossible_employee_is_refused_beside_the_field(anders: dict[str, object], veld: str) -> None:
    maak_medewerker(Rol.LOKET, gebruikersnaam="bezet")
    eerst = Gebruiker.objects.count()
    goed = {"gebruikersnaam": "ans", "naam": "Ans", "rollen": ("loket",), "teams": ()}

    with pytest.raises(Domeinfout) as gevangen:
        maak_accounts(SYSTEEM, [NieuweMedewerker(**{**goed, **anders})])  # type: ignore[arg-type]

    assert gevangen.value.veld == veld
    assert Gebruiker.objects.count() == eerst


def test_a_role_that_is_taken_away_today_is_gone_at_once() -> None:
    gebruiker = maak_medewerker([Rol.CONSULENT, Rol.TEAMLEIDER])
    assert neem_rol_af(SYSTEEM, medewerker_id(gebruiker), "teamleider")
    assert actor_van(gebruiker).rollen == {Rol.CONSULENT}
    assert not neem_rol_af(SYSTEEM, medewerker_id(gebruiker), "teamleider")


def test_a_role_of_last_week_keeps_its_history() -> None:
    with klok.op(VANDAAG - timedelta(days=7)):
        gebruiker = maak_medewerker([Rol.CONSULENT, Rol.TEAMLEIDER])
    neem_rol_af(SYSTEEM, medewerker_id(gebruiker), "teamleider")

    assert rollen_van([gebruiker.pk], VANDAAG)[gebruiker.pk] == {Rol.CONSULENT}
    gisteren = VANDAAG - timedelta(days=1)
    assert rollen_van([gebruiker.pk], gisteren)[gebruiker.pk] == {Rol.CONSULENT, Rol.TEAMLEIDER}


def test_what_somebody_has_already_is_not_given_twice() -> None:
    pk = medewerker_id(maak_medewerker(Rol.CONSULENT, [LEERDAM]))
    eerst = Gebeurtenis.objects.count()
    assert not zet_rol(SYSTEEM, pk, "consulent")
    assert not zet_in_team(SYSTEEM, pk, LEERDAM)
    assert not haal_uit_team(SYSTEEM, pk, VIANEN)
    assert Gebeurtenis.objects.count() == eerst


def test_nobody_takes_functional_management_from_oneself() -> None:
    gebruiker = maak_medewerker(Rol.BEHEER)
    with pytest.raises(Domeinfout, match="uzelf"):
        zet_rollen_en_teams(actor_van(gebruiker), medewerker_id(gebruiker), ["loket"], [])
    assert actor_van(gebruiker).rollen == {Rol.BEHEER}


def test_roles_and_teams_are_brought_in_line_in_one_go() -> None:
    gebruiker = maak_medewerker(Rol.CONSULENT, [LEERDAM])
    zet_rollen_en_teams(SYSTEEM, medewerker_id(gebruiker), ["kwaliteit"], [VIANEN, WMO])
    assert actor_van(gebruiker).rollen == {Rol.KWALITEIT}
    assert teamcodes(gebruiker) == {VIANEN, WMO}


def test_the_same_details_again_record_nothing() -> None:
    pk = medewerker_id(maak_medewerker(Rol.CONSULENT))
    nieuw = Registratiegegevens("Jeugdprofessional", "skj", "900000009", date(2026, 1, 1))
    wijzig_gegevens(SYSTEEM, pk, nieuw)
    eerst = Gebeurtenis.objects.count()
    wijzig_gegevens(SYSTEEM, pk, nieuw)
    assert Gebeurtenis.objects.count() == eerst


def test_an_employee_that_is_not_there_is_not_found() -> None:
    maak_gemeente()
    with pytest.raises(NietGevonden):
        zet_rol(SYSTEEM, 999_999, "loket")
