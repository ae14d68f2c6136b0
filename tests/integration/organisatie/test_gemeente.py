"""The municipality: imported once; teams are called what they were called on that day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import (
    SYSTEEM,
    Domeinfout,
    klok,
)
from samendoen.kernel.models import Gebeurtenis
from samendoen.organisatie.actions.team import hernoem_team
from samendoen.organisatie.api import (
    gemeente,
    importeer_gemeente,
    teamnamen,
    teams_bij_code,
    teams_voor_keuze,
    telnamen,
)
from samendoen.organisatie.models import Capaciteit, Gemeente, Kern, Mandaat, Team
from tests.conftest import VANDAAG
from tests.maak import maak_gemeente

pytestmark = pytest.mark.django_db
LEERDAM, WMO = "gebiedsteam_leerdam", "voorzieningen"
MORGEN = VANDAAG + timedelta(days=1)


def test_the_import_brings_the_whole_definition() -> None:
    uitslag = importeer_gemeente(SYSTEEM, "vijfheerenlanden")

    assert uitslag.nieuw and uitslag.zin == "Vijfheerenlanden is ingelezen."
    assert gemeente() is not None and gemeente() == maak_gemeente()
    assert (Team.objects.count(), Kern.objects.count(), Mandaat.objects.count()) == (13, 16, 6)
    leerdam = Team.objects.get(code=LEERDAM)
    assert {kern.naam for kern in leerdam.kernen.all()} == {
        "Leerdam",
        "Kedichem",
        "Oosterwijk",
        "Schoonrewoerd",
    }


def test_only_the_attendance_officers_have_a_published_size() -> None:
    maak_gemeente()
    gepubliceerd = Capaciteit.objects.filter(fte__isnull=False, aanname=False)
    assert [(c.functie, str(c.fte), c.personen) for c in gepubliceerd] == [("Leerplichtambtenaar", "2.78", 3)]


def test_a_second_import_changes_nothing_and_says_so() -> None:
    maak_gemeente()
    eerst = Gebeurtenis.objects.count(), Team.objects.count()

    uitslag = importeer_gemeente(SYSTEEM, "1961")

    assert not uitslag.nieuw and uitslag.zin == "Vijfheerenlanden was al ingelezen; er is niets veranderd."
    assert (Gebeurtenis.objects.count(), Team.objects.count()) == eerst


@pytest.mark.parametrize(("welke", "zin"), [("lopik", "al van de gemeente"), ("atlantis", "niet bekend")])
def test_another_or_an_unknown_municipality_is_refused(welke: str, zin: str) -> None:
    maak_gemeente()
    with pytest.raises(Domeinfout, match=zin):
        importeer_gemeente(SYSTEEM, welke)


def test_a_second_municipality_cannot_be_built_in_one_database() -> None:
    maak_gemeente()
    with (
        pytest.raises(IntegrityError, match="gemeente_is_de_enige"),
        transaction.atomic(),
        schrijft("organisatie"),
    ):
        Gemeente.objects.create(id=2, code="0331", naam="Lopik", definitie="0" * 64, geimporteerd_op=VANDAAG)


@pytest.mark.parametrize("code", ["0331", "1581", "1621", "1961"])
def test_each_of_the_four_definitions_can_be_imported(code: str) -> None:
    gemaakt = maak_gemeente(code)
    assert gemaakt.code == code
    assert teams_bij_code(VANDAAG)


@pytest.mark.parametrize(
    ("dag", "naam"),
    [(date(2024, 12, 31), "Wmo-team"), (date(2025, 1, 1), "Team Voorzieningen")],
)
def test_a_team_is_called_what_it_was_called_on_that_day(dag: date, naam: str) -> None:
    maak_gemeente()
    assert teams_bij_code(dag)[WMO].naam == naam
    assert dict(teams_voor_keuze(dag))[WMO] == naam
    with klok.op(dag):
        assert teamnamen()[WMO] == naam


def test_a_team_that_is_yet_to_come_is_no_choice_but_has_a_name() -> None:
    maak_gemeente()
    voor_2021 = date(2020, 12, 31)
    assert "toeslagen" not in teams_bij_code(voor_2021)
    with klok.op(voor_2021):
        assert teamnamen()["toeslagen"] == "Team kindertoeslagenaffaire"
    assert "toeslagen" in dict(teams_voor_keuze(None))


def test_the_labels_of_published_tables() -> None:
    maak_gemeente()
    assert telnamen() == {
        "gebiedsteam_leerdam": "Leerdam",
        "gebiedsteam_vianen": "Vianen",
        "gebiedsteam_meerkerk": "Meerkerk",
        "voorzieningen": "Wmo consulenten",
    }


def test_teams_of_a_day_take_one_query(django_assert_num_queries: object) -> None:
    maak_gemeente()
    with django_assert_num_queries(1):  # type: ignore[operator]
        teams_bij_code(VANDAAG)


def test_a_new_name_holds_from_its_day_and_not_before() -> None:
    maak_gemeente()
    hernoem_team(SYSTEEM, LEERDAM, "Sociaal Team Leerdam", MORGEN)

    assert teams_bij_code(VANDAAG)[LEERDAM].naam == "Gebiedsteam Leerdam"
    assert teams_bij_code(MORGEN)[LEERDAM].naam == "Sociaal Team Leerdam"
    assert teamnamen()[LEERDAM] == "Gebiedsteam Leerdam"


def test_the_same_new_name_again_changes_nothing() -> None:
    maak_gemeente()
    hernoem_team(SYSTEEM, LEERDAM, "Sociaal Team Leerdam", MORGEN)
    eerst = Gebeurtenis.objects.count()
    hernoem_team(SYSTEEM, LEERDAM, "Sociaal Team Leerdam", MORGEN)
    assert Gebeurtenis.objects.count() == eerst


@pytest.mark.parametrize(("naam", "dag", "veld"), [("  ", MORGEN, "naam"), ("Ander", VANDAAG, "van")])
def test_history_is_not_renamed(naam: str, dag: date, veld: str) -> None:
    maak_gemeente()
    hernoem_team(SYSTEEM, LEERDAM, "Sociaal Team Leerdam", VANDAAG)
    with pytest.raises(Domeinfout) as gevangen:
        hernoem_team(SYSTEEM, LEERDAM, naam, dag)
    assert gevangen.value.veld == veld
