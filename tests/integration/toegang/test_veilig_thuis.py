"""Reports from Veilig Thuis: which goes first, by which day, until somebody decides."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker
from samendoen.toegang.api import Triagebesluit, trieer_meldingen
from samendoen.toegang.queries.veilig_thuis import nog_te_bekijken, op_voorrang
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.integration.toegang.conftest import BUREN, TEAM, MaakInwoner, NeemOp
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
VT = {"kanaal": "veilig_thuis", "melder": "ander"}


def volgorde() -> list[tuple[int, str, date]]:
    return [(b.melding.pk, b.regel.code, b.uiterlijk) for b in op_voorrang(SYSTEEM, nog_te_bekijken())]


def pagina(wie: Actor, naam: str, *args: object) -> str:
    client = aangemelde_client(Gebruiker.objects.get(pk=wie.id or 0))
    antwoord = client.get(reverse(naam, args=args))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_the_most_urgent_goes_first_and_each_has_its_day(
    consulent: Actor, buur: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    oma, kind = maak_inwoner(geboortedatum=date(1940, 5, 1)), maak_inwoner(geboortedatum=date(2015, 5, 1))
    gewoon = neem_op(SYSTEEM, **VT, vraag="Ruzie bij de buren")
    oudere = neem_op(SYSTEEM, **VT, inwoner=oma, vraag="KANARIEVT bij oma")
    jeugd = neem_op(SYSTEEM, **VT, kader="jeugd", vraag="Zorgen om een kind")
    spoed = neem_op(SYSTEEM, **VT, spoed=True, vraag="Nu gevaar")
    eerste = neem_op(SYSTEEM, **VT, inwoner=kind, vraag="De eerste keer")
    elders = neem_op(SYSTEEM, **VT, inwoner=kind, vraag="Elders", team=BUREN)
    weer = neem_op(SYSTEEM, **VT, inwoner=kind, vraag="Weer dat kind")
    neem_op(SYSTEEM, vraag="Geen Veilig Thuis")
    assert volgorde() == [
        (spoed, "acuut", VANDAAG),
        (weer, "kind_herhaald", VANDAAG + timedelta(days=1)),
        (jeugd, "kind", VANDAAG + timedelta(days=2)),
        (eerste, "kind", VANDAAG + timedelta(days=2)),
        (elders, "kind", VANDAAG + timedelta(days=2)),
        (oudere, "oudere", VANDAAG + timedelta(days=3)),
        (gewoon, "gewoon", VANDAAG + timedelta(days=7)),
    ]
    html = pagina(consulent, "veilig_thuis")
    assert html.index("Nu gevaar") < html.index("Weer dat kind") < html.index("KANARIEVT")
    assert "Geen Veilig Thuis" not in html
    assert "1. Vandaag" in html
    assert "Elders" not in html
    assert "KANARIEVT" not in pagina(buur, "veilig_thuis")
    assert "Opnieuw gemeld" not in pagina(buur, "veilig_thuis").partition("<details")[0]
    assert "beslis uiterlijk op di 4 juni 2024" in pagina(consulent, "melding", weer)


def test_the_team_gets_a_task_that_goes_when_somebody_decides(consulent: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(SYSTEEM, **VT)
    regels = ["veilig-thuis", "toegang-triage"]
    pas_taakregels_toe(SYSTEEM, VANDAAG, codes=regels)
    pas_taakregels_toe(SYSTEEM, VANDAAG + timedelta(days=10), codes=regels)
    [taak] = Taak.objects.all()  # and none of the rule for other questions
    assert (taak.regel, taak.uiterlijk) == ("veilig-thuis", VANDAAG + timedelta(days=7))
    assert taak.groep is not None
    assert taak.groep.code == TEAM
    html = pagina(consulent, "taak", taak.pk)
    assert "Het Sociaal Team pakt elke melding van Veilig Thuis op." in html
    trieer_meldingen(consulent, [Triagebesluit(nummer, "team", TEAM)])
    taak.refresh_from_db()
    assert taak.status == "vervallen"
    assert volgorde() == []
    assert "beslis uiterlijk" not in pagina(consulent, "melding", nummer)
    assert "Er wacht geen melding van Veilig Thuis" in pagina(consulent, "veilig_thuis")


def test_the_list_asks_as_many_queries_for_ten_as_for_two(
    consulent: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    def aantal() -> int:
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            pagina(consulent, "veilig_thuis")
        return len(vragen)

    for _ in range(2):
        neem_op(SYSTEEM, **VT, inwoner=maak_inwoner())
    pagina(consulent, "veilig_thuis")
    met_twee = aantal()
    for _ in range(8):
        neem_op(SYSTEEM, **VT, inwoner=maak_inwoner())
    assert aantal() == met_twee
