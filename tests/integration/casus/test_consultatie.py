"""An expert reads along for a purpose and through a last day; it ends by itself."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.casus.actions import consultatie as module
from samendoen.casus.api import Consultatieinvoer, begin_consultaties, sluit_casussen, stop_consultatie
from samendoen.casus.models import Betrokkene, Consultatie
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Gebeurtenis, Grond, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import handel_melding_af
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TOT = VANDAAG + timedelta(days=7)


@pytest.fixture
def deskundige() -> Actor:
    return actor(maak_medewerker(Rol.KWALITEIT, ["gebiedsteam_vianen"], "Wil Weters"))


@pytest.fixture
def leesvraag(casus: int, leider: Actor, deskundige: Actor) -> int:
    return begin(leider, casus, deskundige)


def begin(door: Actor, casus: int, wie: Actor, waarvoor: str = "Is dit veilig?", tot: date = TOT) -> int:
    [nummer] = begin_consultaties(door, [Consultatieinvoer(uuid4(), casus, wie.id or 0, waarvoor, tot)])
    return nummer


def leest(wie: Actor, casus: int, dag: date) -> bool:
    """Tell whether somebody can open the casus in the middle of a day."""
    with klok.op(datetime.combine(dag, time(23, 30), klok.NEDERLAND)):
        return klant(wie).get(reverse("casus", args=[casus])).status_code == 200


def test_somebody_reads_along_through_the_last_day_and_not_after(
    casus: int, deskundige: Actor, leesvraag: int
) -> None:
    dagen = [VANDAAG, TOT, TOT + timedelta(days=1)]
    assert [leest(deskundige, casus, dag) for dag in dagen] == [True, True, False]
    assert Gebeurtenis.objects.filter(soort="casus.consultatie_begonnen").count() == 1


def test_it_ends_sooner_when_it_is_stopped(
    casus: int, leider: Actor, deskundige: Actor, leesvraag: int
) -> None:
    stop_consultatie(leider, leesvraag)
    assert not leest(deskundige, casus, VANDAAG)
    with pytest.raises(Domeinfout, match="al voorbij"):
        stop_consultatie(leider, leesvraag)


def test_it_ends_with_the_casus(
    gezin: Gezin, casus: int, consulent: Actor, deskundige: Actor, leesvraag: int
) -> None:
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    assert Consultatie.objects.get().beeindigd_op == VANDAAG
    assert not leest(deskundige, casus, VANDAAG)


def test_sent_twice_it_is_one_consultation(casus: int, leider: Actor, deskundige: Actor) -> None:
    een = Consultatieinvoer(uuid4(), casus, deskundige.id or 0, "Is dit veilig?", TOT)
    assert begin_consultaties(leider, [een]) == begin_consultaties(leider, [een])


@pytest.mark.parametrize(
    ("waarvoor", "dagen", "veld"),
    [(" ", 7, "waarvoor"), ("x" * 2001, 7, "waarvoor"), ("Ja", -1, "tot"), ("Ja", 32, "tot")],
)
def test_what_cannot_be_is_refused(
    casus: int, leider: Actor, deskundige: Actor, waarvoor: str, dagen: int, veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        begin(leider, casus, deskundige, waarvoor, VANDAAG + timedelta(days=dagen))
    assert fout.value.veld == veld


def test_only_who_advises_on_households_is_consulted(casus: int, leider: Actor) -> None:
    with pytest.raises(Domeinfout) as fout:
        begin(leider, casus, actor(maak_medewerker(Rol.LEERPLICHT, ["gebiedsteam_vianen"])))
    assert fout.value.veld == "gebruiker"


def test_the_leader_lets_somebody_read_along_and_others_do_not(
    casus: int, consulent: Actor, deskundige: Actor, leesvraag: int
) -> None:
    vreemd = actor(maak_medewerker(Rol.TEAMLEIDER, ["gebiedsteam_vianen"]))
    doen: list[Callable[[Actor], object]] = [
        lambda wie: begin(wie, casus, deskundige),
        lambda wie: stop_consultatie(wie, leesvraag),
    ]
    for doe in doen:
        with pytest.raises(Geweigerd):
            doe(consulent)
        with pytest.raises(NietGevonden):
            doe(vreemd)


def test_nothing_is_opened_when_recording_fails(
    casus: int, leider: Actor, deskundige: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        begin(leider, casus, deskundige)
    assert not leest(deskundige, casus, VANDAAG)


def test_the_page_says_who_reads_along_until_when(
    gezin: Gezin, casus: int, leider: Actor, consulent: Actor, deskundige: Actor, buur: Actor
) -> None:
    client = klant(leider)
    velden = {
        "kenmerk": str(uuid4()),
        "gebruiker": str(deskundige.id),
        "waarvoor": "KANARIEVRAAG",
        "tot": TOT.isoformat(),
    }
    client.post(reverse("consultatie_nieuw", args=[casus]), velden)
    nummer = Consultatie.objects.get().pk
    stop = reverse("consultatie_stoppen", args=[casus, nummer])
    html = tekst(client, "casus", casus)
    for woorden in ("Wil Weters", "KANARIEVRAAG", "nog 7 dagen", stop):
        assert woorden in html, woorden
    assert stop not in tekst(klant(consulent), "casus", casus)
    with schrijft("kernel"):
        dossier = Betrokkene.objects.get(inwoner=gezin.zoon).dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=buur.id)])
    with klok.op(klok.nu() + timedelta(minutes=1)):
        assert "KANARIEVRAAG" not in tekst(klant(buur), "casus", casus)
    client.post(stop)
    assert "Wie er eerder meelas" in tekst(client, "casus", casus)


def test_erasure_takes_the_purpose(gezin: Gezin, leesvraag: int, settings: Any, tmp_path: object) -> None:
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    assert Consultatie.objects.get().waarvoor == ""
