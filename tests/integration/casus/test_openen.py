"""A casus: opened once for a household, by the right people, with everybody in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.casus.actions import openen
from samendoen.casus.api import (
    NieuweCasus,
    betrek_personen,
    betrokkenen,
    casuskernen,
    casussen_van_meldingen,
    open_casussen,
    open_casussen_per_team,
    voeg_meldingen_toe,
)
from samendoen.casus.models import Betrokkene, Casus, Casusmelding, Regie
from samendoen.kernel.access import zichtbaar
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Dossier, Grond, Inzagerecht, Zoekregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang.models import Melding
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_inwoner, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def nieuw(melding: int, **anders: Any) -> NieuweCasus:
    return replace(NieuweCasus(uuid4(), melding, VANDAAG), **anders)


def gronden(dossier: int) -> set[tuple[str, bool]]:
    rijen = Inzagerecht.objects.filter(dossier=dossier, tot=None)
    return {(grond, groep is not None) for grond, groep in rijen.values_list("grond", "groep")}


def test_everybody_of_the_household_is_involved_with_an_own_dossier(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    waarden = betrokkenen(nummer)
    assert [w.persoon_id for w in waarden] == [gezin.moeder, gezin.zoon, gezin.dochter]
    assert len({w.dossier_id for w in waarden}) == 3
    assert Casus.objects.get().dossier.persoon_id == gezin.moeder
    assert set(Dossier.objects.filter(soort="casus").values_list("persoon", flat=True)) == {
        gezin.moeder,
        gezin.zoon,
        gezin.dochter,
    }


def test_team_and_director_may_work_on_every_dossier(gezin: Gezin, consulent: Actor, buur: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    for waarde in betrokkenen(nummer):
        assert gronden(waarde.dossier_id) == {(Grond.TEAM, True), (Grond.REGIE, False)}
    melding = Melding.objects.get()
    assert (Grond.REGIE, False) in gronden(melding.dossier_id)
    assert [bool(casuskernen(wie, [nummer])) for wie in (consulent, buur, SYSTEEM)] == [True, False, True]


def test_the_event_says_codes_and_numbers_alone(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    [gebeurtenis] = van_onderwerp("casus.casus", [nummer])[nummer]
    assert gebeurtenis.gegevens == {
        "kader": "wmo",
        "team": TEAM,
        "huishouden": Casus.objects.get().huishouden_id,
        "melding": gezin.melding,
        "regisseur": consulent.id,
        "betrokkenen": [gezin.moeder, gezin.zoon, gezin.dochter],
    }
    assert gebeurtenis.voorgevallen_op == VANDAAG


def test_a_casus_is_found_by_its_number_and_says_no_name(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    regel = Zoekregel.objects.get(soort="casus.casus")
    assert (regel.tekst, "Yilmaz" in regel.label) == (f"casus {nummer}", False)


def test_a_form_sent_twice_is_one_casus(gezin: Gezin, consulent: Actor) -> None:
    eenmaal = nieuw(gezin.melding)
    eerst = open_casussen(consulent, [eenmaal])
    assert open_casussen(consulent, [eenmaal]) == eerst
    assert open_casussen(consulent, [eenmaal, eenmaal]) == eerst * 2
    assert (Casus.objects.count(), Regie.objects.count(), Betrokkene.objects.count()) == (1, 1, 3)


def test_a_second_casus_is_refused_with_which_one_runs_and_who_directs_it(
    gezin: Gezin, consulent: Actor, collega: Actor
) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    tweede = maak_melding(gezin.zoon)
    with pytest.raises(Domeinfout) as fout:
        maak_casus(collega, tweede)
    assert fout.value.fout == "casus_loopt"
    assert f"casus {nummer}" in fout.value.toelichting
    assert "Joke Jansen (Gebiedsteam Leerdam)" in fout.value.toelichting
    assert "Voeg de melding toe" in fout.value.doe


def test_the_same_question_does_not_open_a_second_casus(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    with pytest.raises(Domeinfout, match=f"hoort al bij casus {nummer}"):
        maak_casus(consulent, gezin.melding)


def test_two_questions_of_one_household_do_not_open_two_casussen_at_once(
    gezin: Gezin, consulent: Actor
) -> None:
    tweede = maak_melding(gezin.zoon)
    with pytest.raises(Domeinfout, match="hetzelfde huishouden"):
        open_casussen(consulent, [nieuw(gezin.melding), nieuw(tweede)])
    assert Casus.objects.count() == 0


def test_somebody_alone_gets_a_household(consulent: Actor) -> None:
    persoon = maak_inwoner()
    nummer = maak_casus(consulent, maak_melding(persoon))
    assert [w.persoon_id for w in betrokkenen(nummer)] == [persoon]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": date(2024, 6, 4)}, "op"),
        ({"op": date(2024, 6, 2)}, "op"),
        ({"team": "bestaat_niet"}, "team"),
        ({"regisseur": 987654}, "regisseur"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(
    gezin: Gezin, consulent: Actor, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        open_casussen(consulent, [nieuw(gezin.melding, **anders)])
    assert (fout.value.veld, bool(fout.value.toelichting), bool(fout.value.doe)) == (veld, True, True)
    assert (Casus.objects.count(), Dossier.objects.filter(soort="casus").count()) == (0, 0)


def test_a_question_of_somebody_unknown_opens_no_casus(consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="om welke inwoner"):
        maak_casus(consulent, maak_melding(None))


@pytest.mark.parametrize(
    "kies",
    [
        lambda: maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]).pk,
        lambda: maak_medewerker(Rol.LOKET, [TEAM]).pk,
    ],
    ids=["of another team", "of the front desk"],
)
def test_the_director_is_somebody_of_the_team_who_may(
    gezin: Gezin, consulent: Actor, kies: Callable[[], int]
) -> None:
    with pytest.raises(Domeinfout, match="kan de regie"):
        maak_casus(consulent, gezin.melding, kies())


def test_a_colleague_of_the_team_can_be_made_director(gezin: Gezin, consulent: Actor, collega: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding, collega.id)
    assert casuskernen(consulent, [nummer])[nummer].regisseur == "Piet Pieters"


def test_the_system_names_the_director(gezin: Gezin) -> None:
    with pytest.raises(Domeinfout, match="regisseur ontbreekt"):
        maak_casus(SYSTEEM, gezin.melding)


def test_a_neighbour_hears_that_the_question_does_not_exist(gezin: Gezin, buur: Actor) -> None:
    with pytest.raises(NietGevonden):
        maak_casus(buur, gezin.melding)


def test_the_front_desk_opens_no_casus(gezin: Gezin) -> None:
    with pytest.raises(Geweigerd):
        maak_casus(actor(maak_medewerker(Rol.LOKET, [TEAM])), gezin.melding)


def test_nothing_is_opened_when_recording_fails(
    gezin: Gezin, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(openen, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        maak_casus(consulent, gezin.melding)
    assert (Casus.objects.count(), Dossier.objects.filter(soort="casus").count()) == (0, 0)


def test_opening_many_costs_no_more_statements_than_opening_one(consulent: Actor) -> None:
    meldingen = [maak_melding(maak_gezin((f"Ouder {n}", date(1980, 1, 1)))[0]) for n in range(13)]
    with CaptureQueriesContext(connection) as een:
        open_casussen(consulent, [nieuw(meldingen[0])])
    with CaptureQueriesContext(connection) as twaalf:
        open_casussen(consulent, [nieuw(melding) for melding in meldingen[1:]])
    assert len(twaalf) <= len(een) + 1
    assert open_casussen_per_team() == {TEAM: 13}


def test_a_further_question_joins_the_casus(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    tweede = maak_melding(gezin.zoon, kader="jeugd")
    voeg_meldingen_toe(consulent, [(nummer, tweede)])
    assert casussen_van_meldingen([gezin.melding, tweede]) == {gezin.melding: nummer, tweede: nummer}
    assert (Grond.REGIE, False) in gronden(Melding.objects.get(pk=tweede).dossier_id)
    voeg_meldingen_toe(consulent, [(nummer, tweede)])
    assert Casusmelding.objects.count() == 2
    soorten = [g.soort for g in van_onderwerp("casus.casus", [nummer])[nummer]]
    assert soorten == ["casus.casus_geopend", "casus.melding_toegevoegd"]


def test_a_question_of_another_household_is_refused(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_casus(consulent, gezin.melding)
    vreemd = maak_melding(maak_gezin(("Ander", date(1970, 1, 1)))[0])
    with pytest.raises(Domeinfout, match="ander huishouden"):
        voeg_meldingen_toe(consulent, [(nummer, vreemd)])


def test_a_question_of_another_team_opens_to_the_team_of_the_casus(gezin: Gezin, leider: Actor) -> None:
    nummer = maak_casus(leider, gezin.melding)
    tweede = maak_melding(gezin.zoon, team="gebiedsteam_vianen")
    lid_van_twee = actor(maak_medewerker(Rol.CONSULENT, [TEAM, "gebiedsteam_vianen"]))
    voeg_meldingen_toe(lid_van_twee, [(nummer, tweede)])
    assert zichtbaar(Melding.objects.filter(pk=tweede), leider).exists()


def test_who_came_to_live_there_is_involved_later(gezin: Gezin, consulent: Actor) -> None:
    from samendoen.inwoners.models import Gezinslid
    from samendoen.kernel.acties import schrijft

    nummer = maak_casus(consulent, gezin.melding)
    oma = maak_inwoner("Oma", date(1950, 1, 1))
    with pytest.raises(Domeinfout, match="hoort niet bij het huishouden"):
        betrek_personen(consulent, [(nummer, oma)])
    with schrijft("inwoners"):
        huishouden = Casus.objects.get().huishouden_id
        Gezinslid.objects.create(huishouden_id=huishouden, inwoner_id=oma, rol="overig", van=VANDAAG)
    betrek_personen(consulent, [(nummer, oma), (nummer, gezin.zoon)])
    assert [w.persoon_id for w in betrokkenen(nummer)][-1] == oma
    assert gronden(betrokkenen(nummer)[-1].dossier_id) == {(Grond.TEAM, True), (Grond.REGIE, False)}


def test_opened_on_an_earlier_day_it_began_that_day(consulent: Actor) -> None:
    eergisteren = VANDAAG - timedelta(days=3)
    persoon = maak_inwoner()
    melding = maak_melding(persoon, op=eergisteren)
    open_casussen(consulent, [nieuw(melding, op=eergisteren)])
    assert (Casus.objects.get().geopend_op, Regie.objects.get().van) == (eergisteren, eergisteren)
