"""A youngster with youth care who turns 18: a plan for later in time, and help that does not fall away."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from samendoen.besluiten.api import NieuwBesluit, maak_bekend, neem_besluiten
from samendoen.besluiten.models import Toewijzing, Voorziening
from samendoen.casus.api import (
    Akkoordinvoer,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Uitkomstinvoer,
    leg_akkoorden_vast,
    leg_evaluaties_vast,
    stel_plannen_vast,
    verstuur_verslagen,
    voeg_meldingen_toe,
)
from samendoen.casus.models import Doel, Evaluatie, Plan
from samendoen.inwoners.api import NieuwGezag, leg_gezag_vast
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.toegang.api import NieuweMelding, Triagebesluit, registreer_meldingen, trieer_meldingen
from samendoen.werk.api import Verdagingsreden, rond_taak_af, verdaag_termijn
from samendoen.werk.models import Taak, Termijn
from tests.besluitmaker import BEGELEIDING, maak_catalogus, vraag, wijs
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, schrijf
from tests.integration.verhalen.klokken import elke_klok_is_gehaald, elke_klok_klopt_op_het_scherm, lees_klok
from tests.integration.verhalen.scherm import klant, pagina
from tests.integration.verhalen.verloop import Verloop
from tests.onderzoekmaker import vol

pytestmark = pytest.mark.volle_maat

GEBOREN = date(2008, 1, 20)  # 16½ on 20 July 2024, 17½ on 20 July 2025, 18 on 20 January 2026
ACHTTIEN = date(2026, 1, 20)
JEUGDHULP = "99990008"
JOKE = "Joke Jansen"


@pytest.fixture
def gezin(verloop: Verloop) -> tuple[int, int]:
    """Give a mother with custody and Mees; the catalogue is read in."""
    maak_catalogus()
    moeder, mees = maak_gezin(("Fatima", date(1980, 3, 12)), ("Mees", GEBOREN))
    leg_gezag_vast(SYSTEEM, [NieuwGezag(mees, moeder, GEBOREN)])
    return moeder, mees


def test_from_youth_care_to_support_as_an_adult(
    verloop: Verloop, gezin: tuple[int, int], joke: Actor, bo: Actor
) -> None:
    moeder, mees = gezin
    casus = de_huisarts_stuurt_mees(verloop, joke, moeder, mees)
    jeugdhulp_tot_achttien(verloop, joke, casus, mees)
    het_toekomstplan(verloop, joke, casus, mees)
    met_zeventien_en_een_half(verloop, joke, casus, mees)
    de_jeugdhulp_loopt_af(verloop, joke, casus, mees)
    volwassen_hulp_wordt_besloten(verloop, joke, bo, casus, mees)
    achttien(verloop, joke, casus, mees)
    assert elke_klok_is_gehaald() == [
        ("awb-beslistermijn", date(2024, 8, 19), date(2024, 8, 8)),
        ("wmo-onderzoek", date(2026, 1, 7), date(2025, 12, 10)),
        ("wmo-besluit", date(2025, 12, 24), date(2025, 12, 18)),
    ]
    assert elke_klok_klopt_op_het_scherm({TEAM: klant(joke)}) == 3
    assert verloop.nachten == 97


def neem_op(joke: Actor, persoon: int, kader: str, kanaal: str, woorden: str) -> int:
    """Take a question and bring it to the team."""
    nieuw = NieuweMelding(uuid4(), woorden, kanaal, kader, TEAM, klok.vandaag(), inwoner=persoon)
    [melding] = registreer_meldingen(joke, [nieuw])
    trieer_meldingen(joke, [Triagebesluit(melding, "team", TEAM, reden="Het team kent dit gezin.")])
    return melding


def beslis(joke: Actor, aanvraag: int, van: date, tot: date, aanbieder: str, **anders: str) -> int:
    """Decide on hours a week."""
    nieuw = NieuwBesluit(
        kenmerk=uuid4(),
        aanvraag=aanvraag,
        uitkomst="toegekend",
        motivering="Met deze begeleiding houdt Mees zijn dagen op orde.",
        besloten_op=klok.vandaag(),
        bevinding="Plannen en geld lukken nog niet alleen.",
        niet_lichter="Zijn moeder en de mentor op school doen al wat zij kunnen.",
        omvang=Decimal(2),
        van=van,
        tot=tot,
        aanbieder=aanbieder,
    )
    [besluit] = neem_besluiten(joke, [nieuw])
    maak_bekend(joke, [(besluit, klok.vandaag())])
    return besluit


def kijk_terug(joke: Actor, casus: int, volgende: date, mees: int, einde: str = "loopt") -> None:
    """Look back on the plan that holds: every goal, and the outcome for Mees."""
    plan = Plan.objects.get(casus=casus, status="vastgesteld")
    doelen = Doel.objects.filter(plan=plan).order_by("volgorde")
    uitkomst = Uitkomstinvoer(mees, einde, 7, "deels", "ja")
    uitslagen = tuple(Doeluitslaginvoer(d.kenmerk, "deels", "Het gaat beter.", "doorgaan") for d in doelen)
    leg_evaluaties_vast(
        joke, [Evaluatieinvoer(uuid4(), plan.pk, klok.vandaag(), volgende, uitslagen, (uitkomst,))]
    )


def de_huisarts_stuurt_mees(verloop: Verloop, joke: Actor, moeder: int, mees: int) -> int:
    melding = neem_op(joke, mees, "jeugd", "huisarts", "Mees komt zijn bed niet meer uit.")
    casus = maak_casus(joke, melding)
    zwaar = actie("maatwerk", "Begeleiding thuis.", niet_lichter="School en moeder doen al wat zij kunnen.")
    doelen = [doel(mees, zwaar), doel(moeder, actie("netwerk", "Oma kookt op dinsdag."))]
    stel_plannen_vast(joke, [(schrijf(joke, casus, doelen, date(2024, 12, 2)), klok.vandaag())])
    return casus


def jeugdhulp_tot_achttien(verloop: Verloop, joke: Actor, casus: int, mees: int) -> None:
    """The report of a psychiatrist is late: the decision is postponed, and says why."""
    verloop.tot(date(2024, 6, 10))
    aanvraag = vraag(joke, casus, mees, product="jeugdhulp_ambulant")
    verloop.tot(date(2024, 7, 2))
    assert verloop.gekomen() == {date(2024, 7, 1): [("toekomstplan", JOKE)]}
    verloop.spring(date(2024, 7, 20))  # everybody waits for the psychiatrist
    verloop.tot(date(2024, 7, 25))
    assert verloop.gekomen() == {date(2024, 7, 22): [("termijn-nadert", TEAM)]}
    klok_ = Termijn.objects.get(soort="awb-beslistermijn", onderwerp_id=aanvraag)
    assert klok_.uiterste_datum == date(2024, 8, 5)
    verdaag_termijn(joke, klok_.pk, 14, Verdagingsreden.ADVIES, uuid4())
    verloop.tot(date(2024, 8, 8))
    assert verloop.gekomen() == {date(2024, 8, 2): [("termijn-nadert", TEAM)]}
    assert "14 dagen" in lees_klok(klant(joke), klok_.pk)
    besluit = beslis(joke, aanvraag, date(2024, 8, 12), ACHTTIEN, JEUGDHULP)
    wijs(joke, Voorziening.objects.get(besluit=besluit).pk, aanbieder=JEUGDHULP)


def het_toekomstplan(verloop: Verloop, joke: Actor, casus: int, mees: int) -> None:
    """At sixteen and a half the night asked for a plan for later; it is made, and looked back on."""
    [taak] = Taak.objects.filter(regel="leeftijd", status="open")
    plan = Plan.objects.get(casus=casus, status="vastgesteld")
    doelen = [
        doel(mees, actie("basishulp", "Toekomstplan: wonen, school, geld, mensen.")),
        doel(mees, actie("maatwerk", "Begeleiding thuis.", niet_lichter="Er is niemand anders.")),
    ]
    nieuw = schrijf(joke, casus, doelen, date(2024, 12, 2))
    assert nieuw != plan.pk
    leg_akkoorden_vast(joke, [Akkoordinvoer(nieuw, mees, "akkoord", klok.vandaag(), "", ("zelf",))])
    stel_plannen_vast(joke, [(nieuw, klok.vandaag())])
    rond_taak_af(joke, taak.pk)
    verloop.spring(date(2024, 11, 16))  # autumn: the help runs
    verloop.tot(date(2024, 11, 20))
    assert verloop.gekomen() == {date(2024, 11, 18): [("evaluatie", JOKE)]}
    verloop.spring(date(2024, 12, 2))
    kijk_terug(joke, casus, date(2025, 7, 10), mees)


def met_zeventien_en_een_half(verloop: Verloop, joke: Actor, casus: int, mees: int) -> None:
    """At seventeen and a half: what stops, what goes on, and who pays?"""
    verloop.spring(date(2025, 6, 24))
    verloop.tot(date(2025, 7, 3))
    assert verloop.gekomen() == {
        date(2025, 6, 26): [("evaluatie", JOKE)],
        date(2025, 7, 1): [("voorbereiding-18", JOKE)],
    }
    kijk_terug(joke, casus, date(2026, 2, 10), mees)


def de_jeugdhulp_loopt_af(verloop: Verloop, joke: Actor, casus: int, mees: int) -> None:
    """Eight weeks before the last day the night asks how to go on."""
    verloop.spring(date(2025, 11, 22))
    verloop.tot(date(2025, 11, 26))
    assert verloop.gekomen() == {date(2025, 11, 25): [("toewijzing-loopt-af", TEAM)]}
    assert "ma 19 januari 2026" in pagina(joke, "taak", Taak.objects.get(regel="toewijzing-loopt-af").pk)


def volwassen_hulp_wordt_besloten(verloop: Verloop, joke: Actor, bo: Actor, casus: int, mees: int) -> None:
    """A question under the Wmo, investigated, applied for and granted from the birthday on."""
    melding = neem_op(joke, mees, "wmo", "telefoon", "Wie helpt mij als ik achttien ben?")
    voeg_meldingen_toe(joke, [(casus, melding)])
    onderzoek = vol(joke, casus, mees)
    verloop.spring(date(2025, 12, 8))  # the report is being written
    verloop.tot(date(2025, 12, 10))
    verstuur_verslagen(joke, [(onderzoek, klok.vandaag())])
    aanvraag = vraag(joke, casus, mees, product="individuele_begeleiding")
    verloop.tot(date(2025, 12, 18))
    assert verloop.gekomen() == {}
    besluit = beslis(joke, aanvraag, ACHTTIEN, date(2027, 1, 20), BEGELEIDING)
    verloop.tot(date(2025, 12, 19))
    assert verloop.gekomen() == {date(2025, 12, 19): [("voorziening-toewijzen", TEAM)]}
    wijs(bo, Voorziening.objects.get(besluit=besluit).pk, aanbieder=BEGELEIDING)


def achttien(verloop: Verloop, joke: Actor, casus: int, mees: int) -> None:
    """On the birthday one help follows the other; Mees himself agrees, and they look back."""
    verloop.spring(date(2025, 12, 30))
    verloop.tot(date(2026, 1, 2))
    assert verloop.gekomen() == {date(2026, 1, 1): [("overgang-18", JOKE)]}
    [open_] = Taak.objects.filter(regel="leeftijd", status="open")
    assert open_.sleutel.startswith("overgang-18."), "what was asked at 16½ and 17½ is off the desk"
    verloop.spring(date(2026, 1, 18))
    verloop.tot(date(2026, 1, 28))
    assert verloop.gekomen() == {date(2026, 1, 27): [("evaluatie", JOKE)]}
    assert list(Toewijzing.objects.order_by("van").values_list("van", "tot")) == [
        (date(2024, 8, 12), ACHTTIEN),
        (ACHTTIEN, date(2027, 1, 20)),
    ], "not a day between the two"
    kijk_terug(joke, casus, date(2026, 7, 10), mees, "volgens_plan")
    rond_taak_af(joke, Taak.objects.get(regel="leeftijd", status="open").pk)
    assert Evaluatie.objects.count() == 3
    assert not Taak.objects.filter(status="open").exists()
