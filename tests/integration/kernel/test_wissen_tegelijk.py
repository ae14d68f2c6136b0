"""Erasure while others work: what is written at the same moment is not forgotten by the erasure."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from uuid import uuid4

import pytest
from django.db import connections, transaction

from samendoen.kernel import access, klok, wissen
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.inzage import neem_noodtoegang
from samendoen.kernel.models import Dossier, GebeurtenisInhoud, Persoon
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from samendoen.werk.api import NieuweTaak, maak_taak
from samendoen.werk.models import Taak
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
GEDULD_S = 20.0


@pytest.fixture(autouse=True)
def sleutels(settings: pytest.FixtureRequest, tmp_path: Path) -> None:
    settings.SAMENDOEN_SLEUTELS = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def consulent() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_leerdam"]))


@pytest.fixture
def melding(consulent: Actor) -> Melding:
    nieuw = NieuweMelding(uuid4(), "Een vraag", "telefoon", "wmo", "gebiedsteam_leerdam", klok.vandaag())
    return Melding.objects.get(pk=registreer_meldingen(consulent, [nieuw])[0])


def in_een_draad(doe: Callable[[], object], fouten: list[Exception]) -> Thread:
    def draai() -> None:
        try:
            with klok.op(dag):
                doe()
        except Exception as fout:
            fouten.append(fout)
        finally:
            connections.close_all()

    dag = klok.vandaag()
    draad = Thread(target=draai)
    draad.start()
    return draad


def terwijl_er_gewist_wordt(
    monkeypatch: pytest.MonkeyPatch, melding: Melding, doe: Callable[[], object]
) -> list[Exception]:
    """Begin an erasure, begin `doe` before it commits, let both end; return what went wrong in either."""
    bezig, verder = Event(), Event()
    echt = wissen._schrijf_wislijst

    def wacht(persoon_id: int, kenmerk: str, wet: str, reden: str) -> None:
        echt(persoon_id, kenmerk, wet, reden)
        bezig.set()
        verder.wait(GEDULD_S)

    monkeypatch.setattr(wissen, "_schrijf_wislijst", wacht)
    fouten: list[Exception] = []
    wis = in_een_draad(lambda: wissen.wis_persoon(SYSTEEM, melding.inwoner_id, "wmo", "verzoek"), fouten)
    assert bezig.wait(GEDULD_S)
    ander = in_een_draad(doe, fouten)
    ander.join(0.5)  # time to run into the lock
    verder.set()
    for draad in (wis, ander):
        draad.join(GEDULD_S)
        assert not draad.is_alive()
    return fouten


def test_no_task_is_written_on_a_dossier_that_is_being_erased(
    monkeypatch: pytest.MonkeyPatch, consulent: Actor, melding: Melding
) -> None:
    taak = NieuweTaak(uuid4(), "Bel mevrouw", klok.vandaag(), melding.dossier_id)
    [fout] = terwijl_er_gewist_wordt(monkeypatch, melding, lambda: maak_taak(consulent, taak))
    assert isinstance(fout, Domeinfout) and fout.fout == "niet_gevonden"
    assert not Taak.objects.filter(inwoner=melding.inwoner_id).exists()
    assert not GebeurtenisInhoud.objects.filter(inwoner=melding.inwoner_id).exists()


def test_no_reason_is_written_on_a_dossier_that_is_being_erased(
    monkeypatch: pytest.MonkeyPatch, consulent: Actor, melding: Melding
) -> None:
    reden = "Er is acuut gevaar voor mevrouw"
    [fout] = terwijl_er_gewist_wordt(
        monkeypatch, melding, lambda: neem_noodtoegang(consulent, melding.dossier_id, reden)
    )
    assert isinstance(fout, Domeinfout) and fout.fout == "geen_dossier"
    assert not GebeurtenisInhoud.objects.filter(inwoner=melding.inwoner_id).exists()


def test_two_erasures_under_two_laws_together_destroy_the_pseudonym_key(
    monkeypatch: pytest.MonkeyPatch, melding: Melding
) -> None:
    with transaction.atomic(), schrijft("kernel"):
        [tweede] = access.open_dossiers(["jeugd"], "melding", [klok.vandaag()])
        Dossier.objects.filter(pk=tweede.pk).update(persoon_id=melding.inwoner_id)
    fouten = terwijl_er_gewist_wordt(
        monkeypatch,
        melding,
        lambda: wissen.wis_persoon(SYSTEEM, melding.inwoner_id, "jeugd", "verzoek"),
    )
    assert fouten == []
    assert Persoon.objects.get(pk=melding.inwoner_id).pseudoniemsleutel is None
