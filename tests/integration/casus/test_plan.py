"""The plan: whose goals, on which level and why; agreed with, holding, replaced; and who may say so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.casus.actions import plan as planmodule
from samendoen.casus.api import (
    Akkoordinvoer,
    Planinvoer,
    actiekernen,
    gooi_concept_weg,
    heropen_actie,
    leg_akkoorden_vast,
    maatwerkacties,
    rond_acties_af,
    schrijf_plannen,
    stel_plannen_vast,
)
from samendoen.casus.models import Actie, Akkoord, Doel, Plan
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import GebeurtenisInhoud, Grond, Niveau
from samendoen.kernel.rechten import Rol
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.casus.conftest import Gezin
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=90)


def stel_vast(door: Actor, casus: int, *doelen: Any) -> int:
    plan = schrijf(door, casus, doelen, LATER)
    stel_plannen_vast(door, [(plan, VANDAAG)])
    return plan


def test_a_plan_has_goals_of_persons_and_actions_along_the_pyramid(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    rust = doel(
        gezin.zoon,
        actie("eigen_kracht", "Sami gaat op tijd naar bed."),
        actie("maatwerk", "Begeleiding thuis.", niet_lichter="De jongerenwerker is geprobeerd."),
    )
    plan = Plan.objects.get(pk=schrijf(consulent, casus, [rust, doel(gezin.moeder)], LATER))
    assert (plan.versie, plan.status, plan.evaluatie_op) == (1, "concept", LATER)
    eerste, tweede = Doel.objects.order_by("volgorde")
    assert (eerste.inwoner_id, tweede.inwoner_id) == (gezin.zoon, gezin.moeder)
    assert eerste.dossier.persoon_id == gezin.zoon
    assert list(eerste.acties.order_by("volgorde").values_list("niveau", flat=True)) == [
        "eigen_kracht",
        "maatwerk",
    ]


def test_the_event_counts_the_pyramid_without_a_word(gezin: Gezin, casus: int, consulent: Actor) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder, actie(), actie("basishulp"), leefgebied="wonen")])
    [gebeurtenis] = van_onderwerp("casus.plan", [plan])[plan]
    gegevens = gebeurtenis.gegevens
    assert gegevens["niveaus"] == ["netwerk", "basishulp"]
    assert gegevens["leefgebieden"] == ["wonen", "wonen"]
    assert (gegevens["casus"], gegevens["team"], gegevens["plan_versie"]) == (casus, TEAM, 1)
    assert "Oma" not in str(gegevens)


@pytest.mark.parametrize(
    ("maak", "veld"),
    [
        (lambda g: doel(987654), "persoon"),
        (lambda g: doel(g.moeder, leefgebied="verzonnen"), "leefgebied"),
        (lambda g: doel(g.moeder, tekst="  "), "tekst"),
        (lambda g: doel(g.moeder, actie("hoog")), "niveau"),
        (lambda g: doel(g.moeder, actie(tekst="")), "actie"),
        (lambda g: doel(g.moeder, actie("maatwerk")), "niet_lichter"),
        (lambda g: doel(g.moeder, actie("maatwerk", niet_lichter="   ")), "niet_lichter"),
        (lambda g: doel(g.moeder, actie(aanbod=987654)), "aanbod"),
        (lambda g: doel(g.moeder, actie(wie="x" * 201)), "wie"),
        (lambda g: doel(g.moeder, actie(van=LATER, uiterlijk=VANDAAG)), "uiterlijk"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(
    gezin: Gezin, casus: int, consulent: Actor, maak: Any, veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        schrijf(consulent, casus, [maak(gezin)])
    assert (fout.value.veld, bool(fout.value.toelichting), bool(fout.value.doe)) == (veld, True, True)
    assert (Plan.objects.count(), Doel.objects.count()) == (0, 0)


def test_looking_back_lies_after_the_plan(gezin: Gezin, casus: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout) as fout:
        schrijf(consulent, casus, [doel(gezin.moeder)], VANDAAG)
    assert fout.value.veld == "evaluatie_op"


def test_writing_again_changes_the_concept_in_place(gezin: Gezin, casus: int, consulent: Actor) -> None:
    blijft, gaat = doel(gezin.moeder, actie(), actie("basishulp")), doel(gezin.zoon, actie())
    plan = schrijf(consulent, casus, [blijft, gaat])
    rij = Doel.objects.get(kenmerk=blijft.kenmerk)
    anders = replace(blijft, tekst="Meer rust.", acties=blijft.acties[:1])
    assert schrijf(consulent, casus, [anders]) == plan
    assert list(Doel.objects.values_list("pk", "tekst")) == [(rij.pk, "Meer rust.")]
    assert Actie.objects.count() == 1


def test_what_was_agreed_with_a_concept_counts_no_longer_once_it_says_something_else(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder)])
    leg_akkoorden_vast(consulent, [Akkoordinvoer(plan, gezin.moeder, "akkoord", VANDAAG)])
    schrijf(consulent, casus, [doel(gezin.moeder, tekst="Anders.")])
    assert Akkoord.objects.count() == 0


def test_version_two_replaces_version_one_which_stays_readable(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    rust = doel(gezin.moeder, actie())
    een = stel_vast(consulent, casus, rust)
    twee = stel_vast(consulent, casus, replace(rust, tekst="Nog meer rust."))
    assert list(Plan.objects.order_by("versie").values_list("pk", "versie", "status")) == [
        (een, 1, "vervangen"),
        (twee, 2, "vastgesteld"),
    ]
    assert Doel.objects.get(plan=een).tekst == "Rust in huis."
    assert Doel.objects.get(plan=een).kenmerk == Doel.objects.get(plan=twee).kenmerk


def test_what_holds_is_not_adopted_or_thrown_away_again(gezin: Gezin, casus: int, consulent: Actor) -> None:
    plan = stel_vast(consulent, casus, doel(gezin.moeder))
    doen: list[Callable[[], object]] = [
        lambda: stel_plannen_vast(consulent, [(plan, VANDAAG)]),
        lambda: gooi_concept_weg(consulent, plan),
    ]
    for doe in doen:
        with pytest.raises(Domeinfout, match="kan nu niet meer"):
            doe()


@pytest.mark.parametrize(
    ("doelen", "evaluatie", "op", "veld"),
    [
        (False, LATER, VANDAAG, "doelen"),
        (True, None, VANDAAG, "evaluatie_op"),
        (True, LATER, VANDAAG - timedelta(days=1), "op"),
        (True, LATER, VANDAAG + timedelta(days=1), "op"),
    ],
)
def test_a_plan_that_is_not_ready_does_not_hold(
    gezin: Gezin, casus: int, consulent: Actor, doelen: bool, evaluatie: date | None, op: date, veld: str
) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder)] if doelen else [], evaluatie)
    with pytest.raises(Domeinfout) as fout:
        stel_plannen_vast(consulent, [(plan, op)])
    assert (fout.value.veld, Plan.objects.get().status) == (veld, "concept")


def test_a_concept_thrown_away_makes_room_for_another(gezin: Gezin, casus: int, consulent: Actor) -> None:
    gooi_concept_weg(consulent, schrijf(consulent, casus, [doel(gezin.moeder)]))
    schrijf(consulent, casus, [doel(gezin.moeder)])
    assert list(Plan.objects.order_by("versie").values_list("versie", "status")) == [
        (1, "vervallen"),
        (2, "concept"),
    ]


def test_many_plans_cost_no_more_statements_than_one(consulent: Actor) -> None:
    paren = []
    for n in range(9):
        ouder = maak_gezin((f"Ouder {n}", date(1980, 1, 1)))[0]
        paren.append((maak_casus(consulent, maak_melding(ouder)), ouder))
    invoer = [Planinvoer(c, (doel(o, actie(), actie("basishulp")),), LATER) for c, o in paren]
    with CaptureQueriesContext(connection) as een:
        plan = schrijf_plannen(SYSTEEM, invoer[:1])
        stel_plannen_vast(SYSTEEM, [(plan[0], VANDAAG)])
    with CaptureQueriesContext(connection) as acht:
        plannen = schrijf_plannen(SYSTEEM, invoer[1:])
        stel_plannen_vast(SYSTEEM, [(p, VANDAAG) for p in plannen])
    assert len(acht) == len(een)
    with CaptureQueriesContext(connection) as akkoorden:
        leg_akkoorden_vast(
            SYSTEEM,
            [Akkoordinvoer(p, o, "akkoord", VANDAAG) for p, (_c, o) in zip(plannen, paren[1:], strict=True)],
        )
        rond_acties_af(SYSTEEM, [(a, "gedaan", VANDAAG) for a in Actie.objects.values_list("pk", flat=True)])
    assert len(akkoorden) < 35


@pytest.mark.parametrize(
    ("wie", "verwacht"),
    [("dochter", ["ouders"]), ("zoon", ["ouders", "zelf"]), ("moeder", ["zelf"])],
)
def test_who_speaks_follows_the_age(
    gezin: Gezin, casus: int, consulent: Actor, wie: str, verwacht: list[str]
) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder)])
    leg_akkoorden_vast(consulent, [Akkoordinvoer(plan, getattr(gezin, wie), "akkoord", VANDAAG)])
    assert Akkoord.objects.get().gezegd_door == verwacht


@pytest.mark.parametrize(("wie", "door"), [("dochter", "zelf"), ("zoon", "zelf"), ("zoon", "ouders")])
def test_agreed_by_who_may_not_alone_is_refused_with_the_article(
    gezin: Gezin, casus: int, consulent: Actor, wie: str, door: str
) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder)])
    akkoord = Akkoordinvoer(plan, getattr(gezin, wie), "akkoord", VANDAAG, gezegd_door=(door,))
    with pytest.raises(Domeinfout, match=r"Jeugdwet art\. 7\.3\.4") as fout:
        leg_akkoorden_vast(consulent, [akkoord])
    assert fout.value.veld == "gezegd_door"


def test_not_agreeing_says_why_and_the_last_word_counts(gezin: Gezin, casus: int, consulent: Actor) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder)])
    with pytest.raises(Domeinfout) as fout:
        leg_akkoorden_vast(consulent, [Akkoordinvoer(plan, gezin.zoon, "niet_akkoord", VANDAAG)])
    assert fout.value.veld == "toelichting"
    nee = Akkoordinvoer(plan, gezin.zoon, "niet_akkoord", VANDAAG, "KANARIE", ("zelf",))
    leg_akkoorden_vast(consulent, [nee])
    inhoud = GebeurtenisInhoud.objects.get(veld="toelichting")
    assert (inhoud.waarde, inhoud.inwoner_id) == ("KANARIE", gezin.zoon)
    leg_akkoorden_vast(consulent, [Akkoordinvoer(plan, gezin.zoon, "akkoord", VANDAAG)])
    assert Akkoord.objects.get().oordeel == "akkoord"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"oordeel": "misschien"}, "oordeel"),
        ({"op": VANDAAG + timedelta(days=1)}, "op"),
        ({"persoon": 987654}, "persoon"),
        ({"gezegd_door": ("buurman",)}, "gezegd_door"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(
    gezin: Gezin, casus: int, consulent: Actor, anders: dict[str, Any], veld: str
) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder)])
    with pytest.raises(Domeinfout) as fout:
        leg_akkoorden_vast(
            consulent, [replace(Akkoordinvoer(plan, gezin.moeder, "akkoord", VANDAAG), **anders)]
        )
    assert fout.value.veld == veld


def test_nobody_agrees_with_what_was_replaced(gezin: Gezin, casus: int, consulent: Actor) -> None:
    een = stel_vast(consulent, casus, doel(gezin.moeder))
    stel_vast(consulent, casus, doel(gezin.moeder))
    with pytest.raises(Domeinfout, match="geldt niet meer"):
        leg_akkoorden_vast(consulent, [Akkoordinvoer(een, gezin.moeder, "akkoord", VANDAAG)])


def test_an_action_is_done_or_stopped_and_goes_on_again(gezin: Gezin, casus: int, consulent: Actor) -> None:
    stel_vast(consulent, casus, doel(gezin.moeder, actie()))
    nummer = Actie.objects.get().pk
    rond_acties_af(consulent, [(nummer, "gedaan", VANDAAG)])
    assert (Actie.objects.get().status, Actie.objects.get().afgerond_op) == ("gedaan", VANDAAG)
    with pytest.raises(Domeinfout, match="kan nu niet meer"):
        rond_acties_af(consulent, [(nummer, "gestopt", VANDAAG)])
    heropen_actie(consulent, nummer)
    assert (Actie.objects.get().status, Actie.objects.get().afgerond_op) == ("afgesproken", None)


def test_an_action_of_a_concept_does_not_end(gezin: Gezin, casus: int, consulent: Actor) -> None:
    schrijf(consulent, casus, [doel(gezin.moeder, actie())])
    with pytest.raises(Domeinfout, match="plan dat nu niet geldt"):
        rond_acties_af(consulent, [(Actie.objects.get().pk, "gedaan", VANDAAG)])


def test_a_neighbour_hears_that_plan_and_action_do_not_exist(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    plan = stel_vast(consulent, casus, doel(gezin.moeder, actie()))
    nummer = Actie.objects.get().pk
    doen: list[Callable[[], object]] = [
        lambda: schrijf(buur, casus, []),
        lambda: stel_plannen_vast(buur, [(plan, VANDAAG)]),
        lambda: gooi_concept_weg(buur, plan),
        lambda: leg_akkoorden_vast(buur, [Akkoordinvoer(plan, gezin.moeder, "akkoord", VANDAAG)]),
        lambda: rond_acties_af(buur, [(nummer, "gedaan", VANDAAG)]),
        lambda: heropen_actie(buur, nummer),
    ]
    for doe in doen:
        with pytest.raises(NietGevonden):
            doe()


def test_nothing_is_written_when_recording_fails(
    gezin: Gezin, casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(planmodule, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        schrijf(consulent, casus, [doel(gezin.moeder)])
    assert Plan.objects.count() == 0


def geef(wie: Actor, casus: int, *personen: int, niveau: Niveau = Niveau.SCHRIJFBAAR) -> None:
    """Let somebody of elsewhere into the dossiers of some persons of a casus alone."""
    from samendoen.casus.api import betrokkenen

    dossiers = [w.dossier_id for w in betrokkenen(casus) if w.persoon_id in personen]
    with schrijft("kernel"):
        ken_toe(Toekenning(d, niveau, Grond.CONSULTATIE, "wmo", gebruiker_id=wie.id) for d in dossiers)


def test_goals_of_somebody_out_of_reach_are_left_as_they_are(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    gast = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    geef(gast, casus, gezin.moeder, gezin.zoon)
    geheim = doel(gezin.dochter, actie(), tekst="KANARIE")
    stel_vast(consulent, casus, doel(gezin.moeder), geheim)
    twee = schrijf(gast, casus, [doel(gezin.zoon)], LATER)
    assert set(Doel.objects.filter(plan=twee).values_list("inwoner_id", "tekst")) == {
        (gezin.zoon, "Rust in huis."),
        (gezin.dochter, "KANARIE"),
    }
    schrijf(gast, casus, [], LATER)
    assert Doel.objects.get(plan=twee).kenmerk == geheim.kenmerk
    with pytest.raises(Domeinfout, match="betrokken"):
        schrijf(gast, casus, [doel(gezin.dochter)])
    with pytest.raises(Domeinfout, match="kunt u niet wijzigen"):
        schrijf(gast, casus, [replace(doel(gezin.zoon), kenmerk=geheim.kenmerk)])


def test_an_action_of_somebody_out_of_reach_does_not_exist(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    gast = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    geef(gast, casus, gezin.moeder)
    stel_vast(
        consulent, casus, doel(gezin.dochter, actie("maatwerk", niet_lichter="KANARIE")), doel(gezin.moeder)
    )
    nummer = Actie.objects.get().pk
    assert (actiekernen(gast, [nummer]), maatwerkacties(gast, casus)) == ({}, [])
    with pytest.raises(NietGevonden):
        rond_acties_af(gast, [(nummer, "gedaan", VANDAAG)])
    geef(gast, casus, gezin.dochter, niveau=Niveau.LEESBAAR)
    assert [kern.niet_lichter for kern in maatwerkacties(gast, casus)] == ["KANARIE"]
    with pytest.raises(Geweigerd):
        rond_acties_af(gast, [(nummer, "gedaan", VANDAAG)])


def test_maatwerk_of_the_plan_that_holds(gezin: Gezin, casus: int, consulent: Actor) -> None:
    hulp = actie("maatwerk", "Begeleiding.", niet_lichter="Het loopje met oma is niet genoeg.")
    plan = schrijf(consulent, casus, [doel(gezin.moeder, hulp, actie())], LATER)
    assert maatwerkacties(consulent, casus) == []
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    [kern] = maatwerkacties(consulent, casus)
    assert (kern.persoon_id, kern.casus_id, kern.niveau) == (gezin.moeder, casus, "maatwerk")
    assert actiekernen(consulent, [kern.id]) == {kern.id: kern}


def test_an_action_that_was_applied_for_stays_in_the_concept(
    gezin: Gezin, casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db.models import ProtectedError

    def beschermd(*_: object) -> None:
        raise ProtectedError("in use", set())

    monkeypatch.setattr(planmodule, "_schrijf", beschermd)
    with pytest.raises(Domeinfout, match="hoort bij een aanvraag"):
        schrijf(consulent, casus, [doel(gezin.moeder)])


def test_one_casus_has_one_plan_at_a_time(gezin: Gezin, casus: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="heeft één plan"):
        schrijf_plannen(consulent, [Planinvoer(casus, (), None), Planinvoer(casus, (), None)])
    zelfde = doel(gezin.moeder)
    with pytest.raises(Domeinfout, match="staat twee keer"):
        schrijf(consulent, casus, [zelfde, zelfde])


def test_an_offer_of_the_map_may_be_named(gezin: Gezin, casus: int, consulent: Actor) -> None:
    from samendoen.kaart.api import aanbod_voor_keuze, importeer_kaart

    importeer_kaart(SYSTEEM, "1961")
    [nummer, _naam] = aanbod_voor_keuze()[0]
    schrijf(consulent, casus, [doel(gezin.moeder, actie("algemeen", aanbod=nummer))])
    assert Actie.objects.get().aanbod_id == nummer
    with pytest.raises(Domeinfout, match="past niet bij maatwerk"):
        schrijf(consulent, casus, [doel(gezin.moeder, actie("maatwerk", niet_lichter="x", aanbod=nummer))])


def test_a_kenmerk_of_a_goal_is_the_clients(gezin: Gezin, casus: int, consulent: Actor) -> None:
    eigen = replace(doel(gezin.moeder), kenmerk=uuid4())
    schrijf(consulent, casus, [eigen])
    assert Doel.objects.get().kenmerk == eigen.kenmerk
