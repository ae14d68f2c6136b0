"""Advice without a dossier: it is counted, nobody is in it, and it can be taken back."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction

from samendoen.kernel import klok, stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.models import Dossier, Gebeurtenis, Persoon
from samendoen.kernel.rechten import Rol
from samendoen.toegang.actions import advies as acties
from samendoen.toegang.api import Adviesinvoer, geef_adviezen, trek_advies_in
from samendoen.toegang.models import Advies
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
MA = date(2024, 6, 3)


def feiten() -> list[tuple[object, ...]]:
    """Return the rows of the fact as known now."""
    feit = stekkers.feit.geef("advies")
    assert feit
    with transaction.atomic():
        return [rij for portie in feit.rijen(klok.nu()) for rij in portie]


def test_advice_is_counted_with_nobody_in_it_and_taken_back_by_who_gave_it(loket: Actor, buur: Actor) -> None:
    advies = Adviesinvoer(uuid4(), "telefoon", "uitleg", MA, "wonen")
    [nummer] = geef_adviezen(loket, [advies])
    assert geef_adviezen(loket, [advies]) == [nummer]
    assert feiten() == [(MA, "telefoon", "wonen", "uitleg")]
    assert not (Dossier.objects.exists() or Persoon.objects.exists())
    assert Gebeurtenis.objects.get(soort="toegang.advies_gegeven").dossier_id is None
    with pytest.raises(NietGevonden):
        trek_advies_in(buur, nummer)
    for _ in range(2):
        trek_advies_in(loket, nummer)
    assert feiten() == []
    assert Advies.objects.get().ingetrokken


def test_an_unknown_code_or_day_is_refused() -> None:
    maak_gemeente()
    for mis, veld in (
        (Adviesinvoer(uuid4(), "duif", "uitleg", MA), "kanaal"),
        (Adviesinvoer(uuid4(), "telefoon", "raad", MA), "antwoord"),
        (Adviesinvoer(uuid4(), "telefoon", "uitleg", MA, "maan"), "leefgebied"),
        (Adviesinvoer(uuid4(), "telefoon", "uitleg", date(2024, 6, 4)), "op"),
    ):
        with pytest.raises(Domeinfout) as fout:
            geef_adviezen(SYSTEEM, [mis])
        assert fout.value.veld == veld
    assert not Advies.objects.exists()


def test_nothing_changes_when_recording_fails(loket: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    [nummer] = geef_adviezen(loket, [Adviesinvoer(uuid4(), "telefoon", "uitleg", MA)])

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        geef_adviezen(loket, [Adviesinvoer(uuid4(), "telefoon", "uitleg", MA)])
    with pytest.raises(RuntimeError, match="vol"):
        trek_advies_in(loket, nummer)
    assert not Advies.objects.get().ingetrokken


def test_the_screen_counts_and_takes_back() -> None:
    klant = aangemelde_client(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))
    assert "Nog geen advies" in klant.get("/advies/").content.decode()
    velden = {"kenmerk": str(uuid4()), "antwoord": "verwezen", "kanaal": "inloop", "op": "2024-06-03"}
    html = klant.post("/advies/", velden, follow=True).content.decode()
    assert "Advies gegeven. Het telt mee in de cijfers." in html
    assert "Verwezen naar een andere organisatie" in html
    nummer = Advies.objects.get().pk
    html = klant.post(f"/advies/{nummer}/intrekken/", follow=True).content.decode()
    assert "Ingetrokken" in html
