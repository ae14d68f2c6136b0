"""An old woman, a daughter close to overload, help in the household, and a memory that fails."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from samendoen.besluiten.api import NieuwBesluit, maak_bekend, neem_besluiten
from samendoen.besluiten.models import Aanvraag, Besluit, Voorziening
from samendoen.besluiten.queries.beslissen import beginwaarden
from samendoen.casus.api import (
    Akkoordinvoer,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Uitkomstinvoer,
    actienummers,
    leg_akkoorden_vast,
    leg_evaluaties_vast,
    schrijf_bevindingen,
    schrijf_onderzochten,
    stel_plannen_vast,
    verstuur_verslagen,
)
from samendoen.casus.models import Doel, Evaluatie
from samendoen.inwoners.api import NieuweRelatie, leg_relaties_vast
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.recht.api import Grond
from samendoen.toegang.api import (
    Contactinvoer,
    NieuweMelding,
    Triagebesluit,
    leg_wachtcontacten_vast,
    registreer_meldingen,
    trieer_meldingen,
)
from samendoen.werk.api import hervat_termijn, schors_termijn
from samendoen.werk.models import Taak, Termijn
from tests.besluitmaker import THUISHULP, maak_catalogus, vraag, wijs
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, schrijf
from tests.integration.verhalen.klokken import (
    elke_klok_is_gehaald,
    elke_klok_klopt_op_het_scherm,
    lees_klok,
)
from tests.integration.verhalen.scherm import klant, pagina
from tests.integration.verhalen.verloop import Verloop
from tests.onderzoekmaker import begin, bevinding, kies, onderzochte

pytestmark = pytest.mark.volle_maat

BEGIN = date(2024, 6, 3)
CONCLUSIE = "Stofzuigen en ramen lappen lukken niet meer; drie uur hulp per week lost het op."


def dag(maand: int, nummer: int) -> date:
    return date(2024, maand, nummer)


@pytest.fixture
def mevrouw(verloop: Verloop) -> int:
    """Give Annie, 82, with a daughter who does everything; the catalogue is read in."""
    maak_catalogus()
    [annie] = maak_gezin(("Annie", date(1942, 2, 10)))
    ria = NieuweRelatie(
        uuid4(), annie, "mantelzorger", BEGIN, naam="Ria de Wit", toelichting="Dochter, komt elke dag."
    )
    leg_relaties_vast(SYSTEEM, [ria])
    return annie


def test_from_the_call_of_a_tired_daughter_to_an_evaluated_plan(
    verloop: Verloop, mevrouw: int, loket: Actor, joke: Actor, bo: Actor
) -> None:
    melding = de_vraag_wacht_op_het_team(verloop, loket, joke, mevrouw)
    casus, onderzoek = joke_gaat_langs(verloop, joke, mevrouw, melding)
    het_verslag_stopt_de_klok(verloop, joke, onderzoek, melding)
    aanvraag = het_plan_en_de_aanvraag(verloop, joke, casus, mevrouw)
    een_brief_ontbreekt(verloop, joke, aanvraag)
    besluit = het_besluit_uit_het_onderzoek(verloop, joke, aanvraag)
    de_brief_gaat_naar_de_mentor(verloop, joke, mevrouw, besluit)
    de_hulp_wordt_toegewezen(verloop, bo, besluit)
    samen_terugkijken(verloop, joke, casus, mevrouw)
    assert elke_klok_is_gehaald() == [
        ("wmo-onderzoek", dag(7, 15), dag(7, 9)),
        ("wmo-besluit", dag(7, 31), dag(7, 31)),
    ]
    assert elke_klok_klopt_op_het_scherm({TEAM: klant(joke)}) == 2
    assert verloop.nachten == 77


def de_vraag_wacht_op_het_team(verloop: Verloop, loket: Actor, joke: Actor, annie: int) -> int:
    """The front desk is busy: the night asks for triage. The team is full: the list asks for a call."""
    nieuw = NieuweMelding(
        uuid4(),
        "Mijn moeder redt het niet meer en ik houd het niet vol.",
        "telefoon",
        "wmo",
        "",
        BEGIN,
        inwoner=annie,
        leefgebieden=("huishouden", "lichamelijke_gezondheid"),
        melder="ander",
    )
    [melding] = registreer_meldingen(loket, [nieuw])
    verloop.tot(dag(6, 6))
    assert verloop.gekomen() == {dag(6, 5): [("toegang-triage", "sociaal_loket")]}
    trieer_meldingen(loket, [Triagebesluit(melding, "team", TEAM, reden="De dochter raakt overbelast.")])
    verloop.tot(dag(6, 27))
    assert verloop.gekomen() == {dag(6, 27): [("wachtlijst-contact", TEAM)]}
    leg_wachtcontacten_vast(
        joke, [Contactinvoer(uuid4(), melding, klok.vandaag(), "gesproken", "Volgende week.", None, 1)]
    )
    assert not Taak.objects.filter(regel="wachtlijst-contact", status="open").exists()
    return melding


def joke_gaat_langs(verloop: Verloop, joke: Actor, annie: int, melding: int) -> tuple[int, int]:
    """The casus, the kitchen table, and what the daughter can no longer carry."""
    verloop.tot(dag(7, 1))
    casus = maak_casus(joke, melding)
    onderzoek = begin(joke, casus, annie)
    kies(joke, onderzoek, annie, "huishouden", "psychische_gezondheid")
    schrijf_bevindingen(
        joke,
        [
            bevinding(
                onderzoek, annie, "huishouden", mantelzorg="Ria slaapt slecht en wil een dag vrij.", cijfer=4
            ),
            bevinding(onderzoek, annie, "psychische_gezondheid", situatie="Zij vergeet het gas.", cijfer=5),
        ],
    )
    schrijf_onderzochten(joke, [onderzochte(onderzoek, annie, conclusie=CONCLUSIE)])
    return casus, onderzoek


def het_verslag_stopt_de_klok(verloop: Verloop, joke: Actor, onderzoek: int, melding: int) -> None:
    """At three quarters of the six weeks the night asks; the report that is sent stops the Wmo clock."""
    verloop.tot(dag(7, 9))
    assert verloop.gekomen() == {dag(7, 5): [("termijn-nadert", TEAM)]}
    verstuur_verslagen(joke, [(onderzoek, klok.vandaag())])
    klok_ = Termijn.objects.get(soort="wmo-onderzoek", onderwerp_id=melding)
    assert (klok_.status, klok_.gehaald_op) == ("gehaald", dag(7, 9))


def het_plan_en_de_aanvraag(verloop: Verloop, joke: Actor, casus: int, annie: int) -> int:
    """Own strength, family and a volunteer first; what is left is asked for."""
    maatwerk = actie(
        "maatwerk",
        "Hulp bij het huishouden, drie uur per week.",
        niet_lichter="Ria doet al alles wat zij kan.",
    )
    doelen = [
        doel(annie, actie("netwerk", "Ria doet de boodschappen."), maatwerk, leefgebied="huishouden"),
        doel(annie, actie("basishulp", "Casemanager dementie."), leefgebied="psychische_gezondheid"),
    ]
    plan = schrijf(joke, casus, doelen, dag(9, 16))
    leg_akkoorden_vast(joke, [Akkoordinvoer(plan, annie, "akkoord", klok.vandaag(), "", ("zelf",))])
    stel_plannen_vast(joke, [(plan, klok.vandaag())])
    nummer = actienummers([plan])[plan, maatwerk.kenmerk]
    verloop.tot(dag(7, 11))
    return vraag(joke, casus, annie, actie=nummer)


def een_brief_ontbreekt(verloop: Verloop, joke: Actor, aanvraag: int) -> None:
    """Something is missing in the application: the clock stands still until it is there."""
    verloop.tot(dag(7, 15))
    klok_ = Termijn.objects.get(soort="wmo-besluit", onderwerp_id=aanvraag)
    assert klok_.uiterste_datum == dag(7, 25)
    schors_termijn(joke, klok_.pk, klok.vandaag(), Grond.AANVULLING, uuid4(), dag(7, 29))
    verloop.tot(dag(7, 22))
    assert verloop.gekomen() == {}, "a clock that stands still asks nothing"
    assert "Nog niet bekend" in pagina(joke, "vandaag")
    hervat_termijn(joke, klok_.pk, klok.vandaag())
    klok_.refresh_from_db()
    assert klok_.uiterste_datum == dag(7, 31)
    assert "Stond stil van" in lees_klok(klant(joke), klok_.pk)


def het_besluit_uit_het_onderzoek(verloop: Verloop, joke: Actor, aanvraag: int) -> int:
    """What was found is not typed again; the decision is taken before the clock ends."""
    verloop.tot(dag(7, 30))
    assert verloop.gekomen() == {dag(7, 28): [("termijn-nadert", TEAM)]}
    begin_ = beginwaarden(joke, Aanvraag.objects.select_related("product").get(pk=aanvraag))
    assert begin_["bevinding"] == CONCLUSIE
    nieuw = NieuwBesluit(
        kenmerk=uuid4(),
        aanvraag=aanvraag,
        uitkomst="toegekend",
        motivering="Met deze hulp kunt u veilig thuis blijven wonen.",
        besloten_op=klok.vandaag(),
        bevinding=str(begin_["bevinding"]),
        omvang=Decimal(3),
        van=dag(8, 12),
        tot=date(2025, 8, 12),
        aanbieder=THUISHULP,
    )
    [besluit] = neem_besluiten(joke, [nieuw])
    return besluit


def de_brief_gaat_naar_de_mentor(verloop: Verloop, joke: Actor, annie: int, besluit: int) -> None:
    """The judge appointed the daughter as mentor: the letter goes to her."""
    verloop.tot(dag(7, 31))
    assert verloop.gekomen() == {dag(7, 31): [("besluit-bekendmaken", TEAM)]}
    mentor = NieuweRelatie(
        uuid4(), annie, "mentor", klok.vandaag(), naam="Ria de Wit", adres="Beukenlaan 8, 4141 BB Leerdam"
    )
    leg_relaties_vast(joke, [mentor])
    maak_bekend(joke, [(besluit, klok.vandaag())])
    brief = Besluit.objects.get(pk=besluit).brief
    assert brief is not None
    assert brief["aan"] == ["Annie Yilmaz", "p/a mentor Ria de Wit", "Beukenlaan 8", "4141 BB Leerdam"]
    assert CONCLUSIE in pagina(joke, "besluit", besluit)


def de_hulp_wordt_toegewezen(verloop: Verloop, bo: Actor, besluit: int) -> None:
    """The back office sends the order to the provider that was chosen."""
    verloop.tot(dag(8, 5))
    assert verloop.gekomen() == {dag(8, 1): [("voorziening-toewijzen", TEAM)]}
    wijs(bo, Voorziening.objects.get(besluit=besluit).pk)


def samen_terugkijken(verloop: Verloop, joke: Actor, casus: int, annie: int) -> None:
    """A fortnight ahead the night asks to look back; once that is done the task is off the desk."""
    verloop.spring(dag(8, 31))  # the help comes every week
    verloop.tot(dag(9, 12))
    assert verloop.gekomen() == {dag(9, 2): [("evaluatie", "Joke Jansen")]}
    huishouden, geheugen = Doel.objects.filter(plan__casus=casus).order_by("volgorde")
    terug = Evaluatieinvoer(
        kenmerk=uuid4(),
        plan=huishouden.plan_id,
        op=klok.vandaag(),
        volgende_op=dag(12, 12),
        doelen=(
            Doeluitslaginvoer(huishouden.kenmerk, "bereikt", "Het huis is weer schoon.", "doorgaan"),
            Doeluitslaginvoer(
                geheugen.kenmerk, "deels", "Ik vergeet meer dan ik wil.", "opschalen", "Het gas bleef aan."
            ),
        ),
        uitkomsten=(Uitkomstinvoer(annie, "loopt", 7),),
    )
    leg_evaluaties_vast(joke, [terug])
    assert not Taak.objects.filter(regel="evaluatie", status="open").exists()
    verloop.tot(dag(9, 13))
    assert verloop.gekomen() == {dag(9, 13): [("evaluatievervolg", "Joke Jansen")]}
    assert Evaluatie.objects.get().op == dag(9, 12)
    assert "Ik vergeet meer dan ik wil." in pagina(joke, "evaluatie", casus, Evaluatie.objects.get().pk)
