"""Tasks by hand: made, finished, taken back, erased."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Rol,
    van_onderwerp,
)
from samendoen.kernel.models import Dossier, Gebeurtenis, GebeurtenisInhoud
from samendoen.kernel.wissen import wis_persoon
from samendoen.werk.actions import taak as acties
from samendoen.werk.api import NieuweTaak, heropen_taak, maak_taak, rond_taak_af
from samendoen.werk.models import Taak
from tests.integration.werk.conftest import VANDAAG, laat_lezen
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db


def maak(door: Actor, **anders: Any) -> int:
    gewoon: dict[str, Any] = {"sleutel": uuid4(), "notitie": "Bel de huisarts", "uiterlijk": VANDAAG}
    return maak_taak(door, NieuweTaak(**(gewoon | anders)))


def soorten_van(taak: int) -> list[str]:
    return [g.soort for g in van_onderwerp("werk.taak", [taak])[taak]]


def staat() -> tuple[object, ...]:
    return (list(Taak.objects.order_by("pk").values()), Gebeurtenis.objects.count())


def test_a_task_for_oneself_needs_no_dossier(loket: Actor) -> None:
    taak = Taak.objects.get(pk=maak(loket, notitie="  Sleutel halen  "))
    assert (taak.gebruiker_id, taak.groep_id, taak.notitie) == (loket.id, None, "Sleutel halen")
    assert (taak.regel, taak.status, taak.inwoner_id) == ("handmatig", "open", None)
    assert soorten_van(taak.pk) == ["werk.taak_gemaakt"]


def test_the_words_of_a_task_on_a_dossier_are_about_its_resident(consulent: Actor, dossier: Dossier) -> None:
    taak = Taak.objects.get(pk=maak(consulent, dossier_id=dossier.pk, notitie="KANARIE"))
    assert (taak.inwoner_id, taak.wet) == (dossier.persoon_id, "wmo")
    [gebeurtenis] = van_onderwerp("werk.taak", [taak.pk])[taak.pk]
    assert "KANARIE" not in str(gebeurtenis.gegevens)
    assert GebeurtenisInhoud.objects.get(gebeurtenis=gebeurtenis).waarde == "KANARIE"


def test_erasure_takes_the_task_and_its_words(consulent: Actor, dossier: Dossier) -> None:
    taak = maak(consulent, dossier_id=dossier.pk)
    ander = maak(consulent)
    wis_persoon(SYSTEEM, dossier.persoon_id, "jeugd", "verzoek")
    assert Taak.objects.filter(pk=taak).exists()  # erased under another law: not ours to erase
    wis_persoon(SYSTEEM, dossier.persoon_id, "wmo", "verzoek")
    assert list(Taak.objects.values_list("pk", flat=True)) == [ander]
    assert not GebeurtenisInhoud.objects.exists()
    assert soorten_van(taak) == ["werk.taak_gemaakt"]  # that it happened stays


def test_a_task_for_the_team_is_for_a_team_of_ones_own(consulent: Actor, buur: Actor) -> None:
    [eigen], [vreemd] = consulent.groepen, buur.groepen
    assert Taak.objects.get(pk=maak(consulent, groep_id=eigen)).groep_id == eigen
    with pytest.raises(NietGevonden, match="niet bij dit team"):
        maak(consulent, groep_id=vreemd)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"notitie": "   "}, "notitie"),
        ({"notitie": "x" * 201}, "notitie"),
        ({"uiterlijk": VANDAAG - timedelta(days=1)}, "uiterlijk"),
    ],
)
def test_bad_input_is_refused_with_the_field(loket: Actor, anders: dict[str, Any], veld: str) -> None:
    with pytest.raises(Domeinfout) as fout:
        maak(loket, **anders)
    assert (fout.value.veld, bool(fout.value.doe)) == (veld, True)
    assert staat() == ([], 0) or not Taak.objects.exists()


def test_the_same_form_twice_is_one_task(loket: Actor) -> None:
    sleutel = uuid4()
    eerste = maak(loket, sleutel=sleutel)
    voor = staat()
    assert maak(loket, sleutel=sleutel) == eerste
    assert staat() == voor


def test_somebody_elses_key_gives_no_way_to_their_task(loket: Actor, buur: Actor) -> None:
    sleutel = uuid4()
    assert maak(loket, sleutel=sleutel) != maak(buur, sleutel=sleutel)


def test_nobody_makes_a_task_on_a_dossier_outside_the_scope(buur: Actor, dossier: Dossier) -> None:
    with pytest.raises(NietGevonden):
        maak(buur, dossier_id=dossier.pk)
    assert not Taak.objects.exists()


def test_nobody_makes_a_task_on_a_dossier_that_one_only_reads(meelezer: Actor, dossier: Dossier) -> None:
    laat_lezen(dossier, meelezer)
    with pytest.raises(Geweigerd):
        maak(meelezer, dossier_id=dossier.pk)
    assert not Taak.objects.exists()


def test_a_role_without_the_right_makes_no_task(db: None) -> None:
    with pytest.raises(Geweigerd, match="rol"):
        maak(actor(maak_medewerker(Rol.BELEID)))


def test_a_task_is_finished_and_taken_back(consulent: Actor, dossier: Dossier) -> None:
    taak = maak(consulent, dossier_id=dossier.pk)
    assert rond_taak_af(consulent, taak) == rond_taak_af(consulent, taak) == taak
    assert Taak.objects.get(pk=taak).afgerond_op == VANDAAG
    assert heropen_taak(consulent, taak) == heropen_taak(consulent, taak) == taak
    assert (Taak.objects.get(pk=taak).status, Taak.objects.get(pk=taak).afgerond_op) == ("open", None)
    assert soorten_van(taak) == ["werk.taak_gemaakt", "werk.taak_afgerond", "werk.taak_heropend"]


Doe = Callable[[Actor, int], int]


@pytest.fixture(params=[rond_taak_af, heropen_taak], ids=["rond af", "heropen"])
def doe(request: pytest.FixtureRequest) -> Doe:
    functie: Doe = request.param
    return functie


def voor_beide(doe: Doe, door: Actor, taak: int) -> int:
    """Bring a task to where `doe` has something to do."""
    return rond_taak_af(door, taak) if doe is heropen_taak else taak


def test_outside_the_scope_a_task_does_not_exist(
    doe: Doe, consulent: Actor, buur: Actor, dossier: Dossier
) -> None:
    los = voor_beide(doe, consulent, maak(consulent))
    vast = voor_beide(doe, consulent, maak(consulent, dossier_id=dossier.pk))
    voor = staat()
    for taak in (los, vast):
        with pytest.raises(NietGevonden):
            doe(buur, taak)
    assert staat() == voor


def test_who_only_reads_the_dossier_leaves_the_teams_task_alone(
    doe: Doe, consulent: Actor, meelezer: Actor, dossier: Dossier
) -> None:
    [groep] = consulent.groepen
    taak = voor_beide(doe, consulent, maak(consulent, dossier_id=dossier.pk, groep_id=groep))
    laat_lezen(dossier, meelezer)
    voor = staat()
    with pytest.raises(Geweigerd):
        doe(meelezer, taak)
    assert staat() == voor


def test_a_colleague_who_was_consulted_finishes_her_own_task(
    doe: Doe, consulent: Actor, meelezer: Actor, dossier: Dossier
) -> None:
    taak = voor_beide(doe, consulent, maak(consulent, dossier_id=dossier.pk))
    laat_lezen(dossier, meelezer)
    with schrijft("werk"):
        Taak.objects.filter(pk=taak).update(gebruiker_id=meelezer.id)
    assert doe(meelezer, taak) == taak


def test_a_role_without_the_right_is_refused(doe: Doe, consulent: Actor) -> None:
    taak = voor_beide(doe, consulent, maak(consulent))
    with pytest.raises(Geweigerd, match="rol"):
        doe(actor(maak_medewerker(Rol.FG)), taak)


def test_a_lapsed_task_is_neither_finished_nor_reopened(doe: Doe, consulent: Actor) -> None:
    taak = maak(consulent)
    with schrijft("werk"):
        Taak.objects.filter(pk=taak).update(status="vervallen")
    with pytest.raises(Domeinfout, match="vervallen"):
        doe(consulent, taak)


def test_nothing_changes_when_recording_fails(
    doe: Doe, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    taak = voor_beide(doe, consulent, maak(consulent))
    voor = staat()
    monkeypatch.setattr(acties, "leg_vast", _kapot)
    with pytest.raises(OSError, match="kapot"):
        doe(consulent, taak)
    assert staat() == voor


def test_no_task_is_made_when_recording_fails(loket: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acties, "leg_vast", _kapot)
    with pytest.raises(OSError, match="kapot"):
        maak(loket)
    assert not Taak.objects.exists()


def _kapot(*_args: object) -> None:
    raise OSError("kapot")


@pytest.mark.parametrize(
    ("velden", "muur"),
    [
        ({"status": "gedaan"}, "taak_gedaan_op"),
        ({"afgerond_op": date(2024, 6, 3)}, "taak_gedaan_op"),
        ({"notitie": ""}, "taak_woorden"),
        ({"tekst": "van een regel"}, "taak_woorden"),
        ({"onderwerp_soort": "toegang.melding"}, "taak_onderwerp"),
        ({"wet": "wmo"}, "taak_over_wie"),
        ({"gebruiker_id": None}, "taak_een_eigenaar"),
    ],
)
def test_the_database_refuses_a_task_that_cannot_be(loket: Actor, velden: dict[str, Any], muur: str) -> None:
    taak = maak(loket)
    with pytest.raises(IntegrityError, match=muur), transaction.atomic(), schrijft("werk"):
        Taak.objects.filter(pk=taak).update(**velden)
