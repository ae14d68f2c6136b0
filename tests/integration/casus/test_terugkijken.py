"""Looking back on a plan: what is recorded, what is refused, what follows, and who reads it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from samendoen.casus.actions import evaluatie as module
from samendoen.casus.api import (
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Uitkomstinvoer,
    leg_evaluaties_vast,
    stel_plannen_vast,
    trek_evaluatie_in,
)
from samendoen.casus.models import Casus, Doel, Doeluitslag, Evaluatie, Plan, Uitkomst
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Gebeurtenis, Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.werk.api import Uitslag, pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.casusmaker import doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
GEPLAND = VANDAAG + timedelta(days=7)
LATER = VANDAAG + timedelta(days=90)
RUST = doel(0).kenmerk
SCHOOL = doel(0).kenmerk


@pytest.fixture
def plan(gezin: Gezin, casus: int, consulent: Actor) -> int:
    """Give a plan that holds, with a goal of the mother and one of her son."""
    doelen = [
        replace(doel(gezin.moeder), kenmerk=RUST),
        replace(doel(gezin.zoon, tekst="Naar school."), kenmerk=SCHOOL),
    ]
    nummer = schrijf(consulent, casus, doelen, GEPLAND)
    stel_plannen_vast(consulent, [(nummer, VANDAAG)])
    return nummer


def uitslag(kenmerk: UUID = RUST, bereikt: str = "deels", **anders: Any) -> Doeluitslaginvoer:
    return replace(Doeluitslaginvoer(kenmerk, bereikt, "Het is rustiger."), **anders)


def invoer(plan: int, **anders: Any) -> Evaluatieinvoer:
    gewoon = Evaluatieinvoer(uuid4(), plan, VANDAAG, LATER, (uitslag(), uitslag(SCHOOL)))
    return replace(gewoon, **anders)


def draai(*codes: str, dag: date = VANDAAG) -> Uitslag:
    with klok.op(dag):
        return pas_taakregels_toe(SYSTEEM, codes=codes or ["evaluatie", "evaluatievervolg"])


def test_it_keeps_what_was_said_and_plans_the_next_time(gezin: Gezin, plan: int, consulent: Actor) -> None:
    uitkomsten = (Uitkomstinvoer(gezin.zoon, "volgens_plan", 8, "ja", "deels"),)
    [nummer] = leg_evaluaties_vast(consulent, [invoer(plan, uitkomsten=uitkomsten)])
    assert Plan.objects.get().evaluatie_op == LATER
    assert Doeluitslag.objects.filter(evaluatie=nummer, woorden="Het is rustiger.").count() == 2
    u = Uitkomst.objects.get()
    assert (u.inwoner_id, u.einde, u.cijfer, u.minder_problemen) == (gezin.zoon, "volgens_plan", 8, "deels")
    assert Gebeurtenis.objects.filter(soort="casus.evaluatie_vastgelegd").count() == 1


def test_sent_twice_it_is_one_evaluation(plan: int, consulent: Actor) -> None:
    een = invoer(plan)
    assert leg_evaluaties_vast(consulent, [een]) == leg_evaluaties_vast(consulent, [een])
    assert Evaluatie.objects.count() == 1


def test_of_two_at_once_the_second_hears_that_a_colleague_was_first(plan: int, consulent: Actor) -> None:
    leg_evaluaties_vast(consulent, [invoer(plan, gepland_op=GEPLAND)])
    with pytest.raises(Domeinfout, match="collega legde net ook een evaluatie"):
        leg_evaluaties_vast(consulent, [invoer(plan, gepland_op=GEPLAND)])


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": VANDAAG + timedelta(days=1)}, "op"),
        ({"op": VANDAAG - timedelta(days=1)}, "op"),
        ({"volgende_op": VANDAAG}, "volgende_op"),
        ({"volgende_op": VANDAAG + timedelta(days=400)}, "volgende_op"),
        ({"doelen": (uitslag(),)}, "doelen"),
        ({"doelen": (uitslag(), uitslag(), uitslag(SCHOOL))}, "doelen"),
        ({"doelen": (uitslag(), uitslag(SCHOOL), uitslag(uuid4()))}, "doelen"),
    ],
)
def test_what_cannot_be_is_refused(plan: int, consulent: Actor, anders: dict[str, Any], veld: str) -> None:
    with pytest.raises(Domeinfout) as fout:
        leg_evaluaties_vast(consulent, [invoer(plan, **anders)])
    assert fout.value.veld == veld


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"bereikt": "zeker"}, "bereikt"),
        ({"woorden": " "}, "woorden"),
        ({"woorden": "x" * 2001}, "woorden"),
        ({"vervolg": "wachten"}, "vervolg"),
        ({"vervolg": "opschalen"}, "reden"),
        ({"vervolg": "stoppen"}, "reden"),
        ({"reden": "x" * 2001}, "reden"),
    ],
)
def test_what_is_missing_of_a_goal_comes_beside_its_field(
    plan: int, consulent: Actor, anders: dict[str, Any], veld: str
) -> None:
    doelen = (uitslag(**anders), uitslag(SCHOOL))
    with pytest.raises(Domeinfout) as fout:
        leg_evaluaties_vast(consulent, [invoer(plan, doelen=doelen)])
    assert fout.value.veld == f"{veld}_{Doel.objects.get(kenmerk=RUST).pk}"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"einde": "weg"}, "einde"),
        ({"cijfer": 11}, "cijfer"),
        ({"zonder_hulp": "soms"}, "zonder_hulp"),
        ({"einde": "door_inwoner"}, "zonder_hulp"),
        ({"einde": "door_inwoner", "zonder_hulp": "nee"}, "minder_problemen"),
    ],
)
def test_the_national_criteria_are_asked_when_help_to_a_child_stops(
    gezin: Gezin, plan: int, consulent: Actor, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        uitkomst = replace(Uitkomstinvoer(gezin.zoon), **anders)
        leg_evaluaties_vast(consulent, [invoer(plan, uitkomsten=(uitkomst,))])
    assert fout.value.veld == f"{veld}_{gezin.zoon}"


def test_of_a_grown_up_they_are_not_asked(gezin: Gezin, plan: int, consulent: Actor) -> None:
    leg_evaluaties_vast(consulent, [invoer(plan, uitkomsten=(Uitkomstinvoer(gezin.moeder, "volgens_plan"),))])
    assert Uitkomst.objects.get().einde == "volgens_plan"


def test_an_outcome_is_of_somebody_involved(plan: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="niet bij de casus betrokken"):
        leg_evaluaties_vast(consulent, [invoer(plan, uitkomsten=(Uitkomstinvoer(0),))])


def test_one_looks_back_on_the_plan_that_holds(gezin: Gezin, casus: int, plan: int, consulent: Actor) -> None:
    concept = schrijf(consulent, casus, [doel(gezin.moeder)], LATER)
    with pytest.raises(Domeinfout, match="geldt niet"):
        leg_evaluaties_vast(consulent, [invoer(concept)])


def test_a_neighbour_hears_that_it_does_not_exist_and_a_reader_that_it_may_not_be_written(
    plan: int, consulent: Actor, buur: Actor
) -> None:
    [nummer] = leg_evaluaties_vast(consulent, [invoer(plan)])
    doen: list[Callable[[Actor], object]] = [
        lambda wie: leg_evaluaties_vast(wie, [invoer(plan)]),
        lambda wie: trek_evaluatie_in(wie, nummer),
    ]
    for doe in doen:
        with pytest.raises(NietGevonden):
            doe(buur)
    with schrijft("kernel"):
        dossier = Casus.objects.get().dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=buur.id)])
    with klok.op(klok.nu() + timedelta(minutes=1)):
        for doe in doen:
            with pytest.raises(Geweigerd):
                doe(buur)


def test_nothing_is_kept_when_recording_fails(
    plan: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        leg_evaluaties_vast(consulent, [invoer(plan)])
    assert (Evaluatie.objects.count(), Plan.objects.get().evaluatie_op) == (0, GEPLAND)


def test_the_task_to_look_back_is_off_the_desk_and_comes_again(plan: int, consulent: Actor) -> None:
    draai("evaluatie")
    leg_evaluaties_vast(consulent, [invoer(plan)])
    assert Taak.objects.get().status == "vervallen"
    assert draai("evaluatie") == Uitslag()
    assert draai("evaluatie", dag=LATER - timedelta(days=14)).gemaakt == 1
    assert Taak.objects.get(status="open").uiterlijk == LATER


def test_what_changes_becomes_a_task_of_the_director(plan: int, consulent: Actor) -> None:
    zwaarder = uitslag(vervolg="opschalen", reden="De avonden lopen uit de hand.")
    leg_evaluaties_vast(consulent, [invoer(plan, doelen=(zwaarder, uitslag(SCHOOL)))])
    assert draai("evaluatievervolg").gemaakt == 1
    taak = Taak.objects.get()
    assert (taak.gebruiker_id, taak.uiterlijk) == (consulent.id, VANDAAG + timedelta(days=14))
    assert "zwaardere hulp" in taak.uitleg
    assert "uit de hand" not in taak.uitleg + taak.tekst
    assert draai("evaluatievervolg") == Uitslag()


def test_looking_back_again_asks_only_for_what_was_decided_last(plan: int, consulent: Actor) -> None:
    lichter = tuple(uitslag(k, vervolg="afschalen") for k in (RUST, SCHOOL))
    leg_evaluaties_vast(consulent, [invoer(plan, doelen=lichter)])
    assert draai("evaluatievervolg").gemaakt == 2
    leg_evaluaties_vast(consulent, [invoer(plan)])
    assert set(Taak.objects.values_list("status", flat=True)) == {"vervallen"}
    assert draai("evaluatievervolg") == Uitslag()


def test_taken_back_the_day_planned_before_holds_again(plan: int, consulent: Actor) -> None:
    [eerste] = leg_evaluaties_vast(consulent, [invoer(plan)])
    [tweede] = leg_evaluaties_vast(consulent, [invoer(plan, volgende_op=LATER + timedelta(days=7))])
    with pytest.raises(Domeinfout, match="Alleen de laatste"):
        trek_evaluatie_in(consulent, eerste)
    trek_evaluatie_in(consulent, tweede)
    assert Plan.objects.get().evaluatie_op == LATER
    trek_evaluatie_in(consulent, eerste)
    assert Plan.objects.get().evaluatie_op == GEPLAND
    with pytest.raises(Domeinfout, match="Alleen de laatste"):
        trek_evaluatie_in(consulent, eerste)


def test_erasure_takes_the_words_and_leaves_how_far(
    gezin: Gezin, plan: int, consulent: Actor, settings: Any, tmp_path: object
) -> None:
    settings.SAMENDOEN_SLEUTELS = tmp_path
    leg_evaluaties_vast(consulent, [invoer(plan, doelen=(uitslag(reden="KANARIE"), uitslag(SCHOOL)))])
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    rijen = Doeluitslag.objects.order_by("pk").values_list("woorden", "reden", "bereikt")
    assert list(rijen) == [("", "", "deels"), ("Het is rustiger.", "", "deels")]


def velden(gezin: Gezin) -> dict[str, str]:
    rust, school = (Doel.objects.get(kenmerk=k).pk for k in (RUST, SCHOOL))
    return {
        "kenmerk": str(uuid4()),
        "gepland_op": GEPLAND.isoformat(),
        "op": VANDAAG.isoformat(),
        "volgende_op": LATER.isoformat(),
        f"bereikt_{rust}": "niet",
        f"woorden_{rust}": "Wij redden het niet alleen.",
        f"vervolg_{rust}": "opschalen",
        f"reden_{rust}": "Oma is ziek.",
        f"bereikt_{school}": "bereikt",
        f"woorden_{school}": "Ik ga weer.",
        f"vervolg_{school}": "stoppen",
        f"reden_{school}": "Het lukt zelf.",
        f"einde_{gezin.moeder}": "loopt",
        f"einde_{gezin.zoon}": "volgens_plan",
        f"cijfer_{gezin.zoon}": "8",
        f"zonder_hulp_{gezin.zoon}": "ja",
        f"minder_problemen_{gezin.zoon}": "ja",
    }


def test_by_its_form_from_the_casus_to_the_history(
    gezin: Gezin, casus: int, plan: int, consulent: Actor
) -> None:
    client = klant(consulent)
    assert reverse("evaluatie_nieuw", args=[casus]) in tekst(client, "casus", casus)
    client.post(reverse("evaluatie_nieuw", args=[casus]), velden(gezin))
    nummer = Evaluatie.objects.get().pk
    html = tekst(client, "casus", casus)
    assert "1 doel bereikt, 0 deels, 1 niet" in html
    assert "Samen teruggekeken op versie 1 van het plan" in html
    blad = tekst(client, "evaluatie", casus, nummer)
    aanvragen = reverse("aanvraag_nieuw", args=[casus])
    for woorden in (
        "Wij redden het niet alleen.",
        "Zwaardere hulp",
        "Gestopt volgens plan",
        aanvragen,
    ):
        assert woorden in blad, woorden
    client.post(reverse("evaluatie_intrekken", args=[casus, nummer]))
    assert "telt niet mee" in tekst(client, "evaluatie", casus, nummer)


def test_what_is_missing_is_said_on_the_form(gezin: Gezin, casus: int, plan: int, consulent: Actor) -> None:
    rust = Doel.objects.get(kenmerk=RUST).pk
    leeg = velden(gezin) | {f"reden_{rust}": "", f"woorden_{rust}": "Nee."}
    html = klant(consulent).post(reverse("evaluatie_nieuw", args=[casus]), leeg).content.decode()
    assert "Bij zwaardere hulp en bij stoppen hoort waarom." in html
    assert Evaluatie.objects.count() == 0


def test_without_a_plan_that_holds_there_is_nothing_to_look_back_on(casus: int, consulent: Actor) -> None:
    client = klant(consulent)
    assert client.get(reverse("evaluatie_nieuw", args=[casus])).status_code == 404
    assert "Terugkijken" not in tekst(client, "casus", casus)


def test_who_may_not_read_somebody_sees_nothing_of_what_they_said(
    gezin: Gezin, casus: int, plan: int, consulent: Actor
) -> None:
    doelen = (uitslag(woorden="KANARIE", reden="KANARIE"), uitslag(SCHOOL))
    [nummer] = leg_evaluaties_vast(
        consulent, [invoer(plan, doelen=doelen, uitkomsten=(Uitkomstinvoer(gezin.moeder, cijfer=3),))]
    )
    lezer = maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"])
    with schrijft("kernel"):
        dossier = Doel.objects.get(kenmerk=SCHOOL).dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=lezer.pk)])
    with klok.op(klok.nu() + timedelta(minutes=1)):
        client = klant(actor(lezer))
        blad = tekst(client, "evaluatie", casus, nummer)
        assert "KANARIE" not in blad + tekst(client, "casus", casus)
        assert ("Fatima" in blad, "Sami" in blad) == (False, True)
    logregel = Inzagelogregel.objects.get(pagina="casus-evaluatie")
    assert logregel.dossiers == [dossier]
