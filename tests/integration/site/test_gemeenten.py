"""The thread runs in every municipality on the same code: question, triage, casus, plan, a case table."""

from datetime import date
from uuid import uuid4

import pytest

from samendoen.casus.api import Agendering as Agenda
from samendoen.casus.api import (
    Bespreking,
    NieuweCasus,
    NieuwOverleg,
    agendeer_punten,
    bespreek_punten,
    open_casussen,
    plan_overleggen,
    schrijf_bevindingen,
    stel_plannen_vast,
)
from samendoen.casus.definities import escalatieroutes, tafels
from samendoen.casus.models import Agendapunt, Plan
from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kaart.api import importeer_kaart, organisaties_voor_keuze
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.organisatie.api import (
    NieuweMedewerker,
    importeer_gemeente,
    leefgebieden,
    maak_medewerker,
    teams_bij_code,
)
from samendoen.organisatie.queries import vergeet_gemeentenaam
from samendoen.toegang.api import (
    NieuweMelding,
    Triagebesluit,
    Triagevraag,
    meldingkernen,
    registreer_meldingen,
    stel_triage_voor,
    trieer_meldingen,
)
from tests.casusmaker import actie, doel, schrijf
from tests.maak import actor
from tests.onderzoekmaker import begin, bevinding, kies

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
# Code -> a village, its team, an outreach team, who helps with debts, and a life domain of its own lens.
GEMEENTEN = {
    "1961": ("Leerdam", "gebiedsteam_leerdam", "eropaf", "Avres", "wonen"),
    "0331": ("Lopik", "sociaal_team", "meldpunt_bezorgd", "Werk en Inkomen Lekstroom (WIL)", "wonen"),
    "1581": (
        "Doorn",
        "dorpsteam_west",
        "meldpunt_zorg_en_overlast",
        "Regionale Dienst Werk en Inkomen Kromme Rijn Heuvelrug (RDWI)",
        "zingeving",
    ),
}


@pytest.mark.parametrize("code", GEMEENTEN)
def test_the_thread_runs_on_the_definitions_of_each_municipality(code: str) -> None:
    dorp, team, eropaf, schuldhulp, gebied = GEMEENTEN[code]
    vergeet_gemeentenaam()
    importeer_gemeente(SYSTEEM, code)
    importeer_kaart(SYSTEEM, code)
    try:
        assert team in teams_bij_code(VANDAAG)
        assert gebied in leefgebieden()
        gewoon = stel_triage_voor(Triagevraag("wmo", ("dagelijks_functioneren",), plaats=dorp))
        assert (gewoon.uitkomst, gewoon.team) == ("team", team)
        assert stel_triage_voor(Triagevraag("wmo", vrijwillig=False)).team == eropaf
        geld = stel_triage_voor(Triagevraag("schuldhulp"))
        assert geld.uitkomst == "warme_overdracht"
        assert schuldhulp in dict(organisaties_voor_keuze()).values()
        door = _consulent(team)
        casus, wie = _casus(door.id, dorp, team)
        onderzoek = begin(door, casus, wie)
        kies(door, onderzoek, wie, gebied)
        schrijf_bevindingen(door, [bevinding(onderzoek, wie, gebied)])
        plan = schrijf(door, casus, [doel(wie, actie(), leefgebied=gebied)], date(2024, 9, 2))
        stel_plannen_vast(door, [(plan, VANDAAG)])
        assert Plan.objects.get(pk=plan).status == "vastgesteld"
        uitkomst = next(iter(tafels()["teamoverleg"].uitkomsten()))
        [nu] = plan_overleggen(door, [NieuwOverleg(uuid4(), "teamoverleg", team, klok.vandaag())])
        [punt] = agendeer_punten(door, [Agenda(uuid4(), nu, casus=casus)])
        bespreek_punten(door, [Bespreking(punt, uitkomst)])
        assert Agendapunt.objects.get(pk=punt).uitkomst == uitkomst
        assert escalatieroutes()
    finally:
        vergeet_gemeentenaam()


def _consulent(team: str) -> Actor:
    nieuw = NieuweMedewerker(f"proef-{team}", "Joke Jansen", (Rol.CONSULENT,), (team,))
    return actor(Gebruiker.objects.get(pk=maak_medewerker(SYSTEEM, nieuw)))


def _casus(regisseur: int | None, dorp: str, team: str) -> tuple[int, int]:
    """Take a question of somebody in this village, triage it to this team, and open a casus."""
    nieuw = NieuweInwoner(
        kenmerk=uuid4(), achternaam="Yilmaz", geboortedatum=date(1950, 3, 12), voornamen="Fatima", plaats=dorp
    )
    [wie] = registreer_inwoners(SYSTEEM, [nieuw])
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), date(2020, 1, 1), ((wie, "ouder"),))])
    vraag = NieuweMelding(uuid4(), "Het lukt niet meer.", "telefoon", "wmo", team, VANDAAG, inwoner=wie)
    [melding] = registreer_meldingen(SYSTEEM, [vraag])
    trieer_meldingen(SYSTEEM, [Triagebesluit(melding, "team", team, reden="Hoort hier.")])
    assert meldingkernen(SYSTEEM, [melding])[melding].route == "team"
    [casus] = open_casussen(SYSTEEM, [NieuweCasus(uuid4(), melding, VANDAAG, regisseur)])
    return casus, wie
