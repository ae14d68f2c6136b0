"""Meldpunt Bezorgd: a worry about somebody, whose reporter may stay unknown and is never passed on."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection

from samendoen.casus.api import open_casussen
from samendoen.inwoners.api import NieuweInwoner
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Persoon
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.actions import registratie
from samendoen.toegang.api import (
    Triagevraag,
    Zorginvoer,
    bevestig_ontvangst,
    koppel_inwoners,
    meld_zorgen,
    meldingkernen,
    stel_triage_voor,
)
from samendoen.toegang.models import Melding, Zorgmelding
from tests.integration.toegang.conftest import MaakInwoner
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
MA = date(2024, 6, 3)
ZORG = "De gordijnen zijn al een week dicht, en hij schreeuwt."
MELDER = "Buurvrouw Kanariestein"


def zorg(**anders: Any) -> Zorginvoer:
    gewoon = Zorginvoer(uuid4(), ZORG, MA, anoniem=True, aanduiding="De man van nummer 12")
    return replace(gewoon, **anders)


def overal(woord: str) -> list[str]:
    """Return the tables in which a word stands."""
    gevonden = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            tabel = model._meta.db_table
            cursor.execute(f'SELECT count(*) FROM "{tabel}" t WHERE t::text ILIKE %s', [f"%{woord}%"])
            if cursor.fetchone()[0]:
                gevonden.append(tabel)
    return gevonden


def test_of_an_anonymous_reporter_nothing_is_kept_whatever_was_typed() -> None:
    klant = aangemelde_client(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))
    html = klant.get("/meldingen/bezorgd/").content.decode()
    assert "Dan bewaren wij niets van de melder" in html
    assert "U hoort niet van ons wat wij doen" in html
    velden = {
        "kenmerk": str(uuid4()), "zorg": ZORG, "wie": "anoniem", "melder_naam": MELDER,
        "melder_telefoon": "0612345678", "melder_relatie": "buurvrouw", "inwoner": "onbekend",
        "aanduiding": "De man van nummer 12", "ontvangen_op": "2024-06-03",
    }  # fmt: skip
    mis = klant.post("/meldingen/bezorgd/", velden | {"aanduiding": ""}).content.decode()
    assert "Schrijf op hoe de melder die persoon noemt." in mis
    for _ in range(2):
        antwoord = klant.post("/meldingen/bezorgd/", velden, follow=True)
    melding = Melding.objects.get()
    assert (melding.melder, melding.kanaal, melding.wet, melding.herkend) == (
        "anoniem", "meldpunt_bezorgd", "geen", False,
    )  # fmt: skip
    assert overal("Kanariestein") == overal("0612345678") == []
    html = antwoord.content.decode()
    assert "er is niets van de melder bewaard" in html and "De man van nummer 12" in html
    assert "Ontvangst bevestigen" not in html


def test_a_reporter_who_says_who_they_are_is_kept_with_the_melding_and_erased_with_it(
    loket: Actor, maak_inwoner: MaakInwoner
) -> None:
    bekend = zorg(anoniem=False, melder_naam=MELDER, melder_telefoon="0612345678", melder_relatie="buurvrouw")
    [nummer] = meld_zorgen(loket, [bekend])
    assert meld_zorgen(loket, [bekend]) == [nummer]
    persoon = maak_inwoner()
    koppel_inwoners(loket, [(nummer, persoon)])
    rij = Zorgmelding.objects.get()
    assert (rij.inwoner_id, rij.melder_naam) == (persoon, MELDER)
    assert overal("Kanariestein") == ["toegang_zorgmelding"]
    wis_persoon(SYSTEEM, persoon, "geen", "verzoek")
    assert overal("Kanariestein") == overal("nummer 12") == []


def test_somebody_new_is_registered_with_the_worry(loket: Actor) -> None:
    wie = NieuweInwoner(uuid4(), "Proefpersoon", date(1964, 2, 1))
    [nummer] = meld_zorgen(loket, [zorg(nieuwe=wie, aanduiding="")])
    assert meldingkernen(loket, [nummer])[nummer].herkend


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"aanduiding": " "}, "aanduiding"),
        ({"melder_naam": MELDER}, "anoniem"),
        ({"zorg": ""}, "vraag"),
        ({"aanduiding": "x" * 201}, "aanduiding"),
    ],
)
def test_what_cannot_be_is_refused(loket: Actor, anders: dict[str, Any], veld: str) -> None:
    with pytest.raises(Domeinfout) as fout:
        meld_zorgen(loket, [zorg(**anders)])
    assert fout.value.veld == veld
    assert not Melding.objects.exists()


def test_nothing_is_kept_when_recording_fails(loket: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(registratie, "leg_vast", stuk)
    wie = NieuweInwoner(uuid4(), "Proefpersoon", date(1964, 2, 1))
    with pytest.raises(RuntimeError, match="vol"):
        meld_zorgen(loket, [zorg(nieuwe=wie, anoniem=False, melder_naam=MELDER)])
    assert not (Melding.objects.exists() or Zorgmelding.objects.exists() or Persoon.objects.exists())


def test_whom_it_is_about_gets_no_letter_and_the_words_go_nowhere(
    loket: Actor, maak_inwoner: MaakInwoner
) -> None:
    persoon = maak_inwoner()
    [nummer] = meld_zorgen(loket, [zorg(inwoner=persoon)])
    with pytest.raises(Domeinfout, match="krijgt geen brief"):
        bevestig_ontvangst(loket, [(nummer, MA)])
    regisseur = maak_medewerker(Rol.CONSULENT, ["sociaal_loket"])
    klant = aangemelde_client(regisseur)
    assert klant.get(f"/meldingen/{nummer}/brief/").status_code == 400
    html = klant.get(f"/meldingen/{nummer}/").content.decode()
    deel = html[: html.index("gordijnen")]
    assert "sd-geen-druk" in deel[deel.rindex("<section") :]
    from samendoen.casus.api import NieuweCasus

    [casus] = open_casussen(SYSTEEM, [NieuweCasus(uuid4(), nummer, MA, regisseur.pk)])
    html = klant.get(f"/casussen/{casus}/").content.decode()
    deel = html[: html.index("gordijnen")]
    assert "sd-geen-druk" in deel[-200:]
    assert meldingkernen(SYSTEEM, [nummer])[nummer].afgeschermd


def test_the_table_proposes_the_outreach_team(loket: Actor) -> None:
    voorstel = stel_triage_voor(Triagevraag(kader="geen", kanaal="meldpunt_bezorgd", vrijwillig=False))
    assert (voorstel.uitkomst, voorstel.team) == ("eropaf", "eropaf")
