"""The year of a plan: kept up on screen, lights and accounts with four eyes, tasks before a report."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.beleid import api
from samendoen.beleid.actions import regels
from samendoen.beleid.api import (
    Einde,
    NieuwDoel,
    NieuweActiviteit,
    NieuweRapportdag,
    NieuweStand,
    NieuweVerantwoording,
    NieuwThema,
    Oordeel,
    Regelsoort,
    Verplaatsing,
    Wijziging,
)
from samendoen.beleid.models import (
    Aanbieding,
    Activiteit,
    Doelstelling,
    Onderdeel,
    Plan,
    Planwijziging,
    Rapportdag,
    Stand,
    Thema,
    Verantwoording,
)
from samendoen.beleid.rules.planregels import vouw_regel
from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, Rol, lees
from samendoen.kernel.models import Gebeurtenis, Gebruiker
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
GEHEIM = "Zonnepark aan de Lekdijk"


@dataclass
class Wereld:
    """Two advisers, an owner who leads a team, a councillor, and one activity of Lopik."""

    anna: Gebruiker
    bert: Gebruiker
    eigenaar: Gebruiker
    raad: Gebruiker
    mbo: Activiteit
    plan: Plan

    def lichten(self, door: Actor, kleur: str = "groen", waarom: str = "") -> None:
        """Set the three lights of the activity."""
        alle = [
            NieuweStand(self.mbo.pk, a, kleur, klok.vandaag(), waarom) for a in ("kwaliteit", "tijd", "geld")
        ]
        api.zet_standen(door, alle)

    def schrijf(self, door: Actor, tekst: str) -> int:
        """Write the account of the activity over the newest one."""
        basis = Verantwoording.objects.filter(activiteit=self.mbo).order_by("-pk").first()
        nieuw = NieuweVerantwoording(self.mbo.pk, tekst, basis.pk if basis else None)
        return api.wijzig_verantwoordingen(door, [nieuw])[0]


@pytest.fixture
def w(lopik: Plan) -> Wereld:
    """Give that world; the leader owns the activity."""
    anna, bert = maak_medewerker(Rol.BELEID), maak_medewerker(Rol.BELEID)
    eigenaar_, raad = maak_medewerker(Rol.TEAMLEIDER), maak_medewerker(Rol.RAAD)
    mbo = Activiteit.objects.get(code="mbo")
    wereld = Wereld(anna, bert, eigenaar_, raad, mbo, lopik)
    eigenaar = Wijziging(Regelsoort.ACTIVITEIT, mbo.pk, 1, {"eigenaar": wereld.eigenaar.pk})
    api.wijzig_regels(actor(wereld.anna), [eigenaar])
    return wereld


def tekst(klant: Client, url: str) -> str:
    """Return a page without markup."""
    antwoord = klant.get(url)
    assert antwoord.status_code == 200, url
    zonder = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return re.sub(r"\s+", " ", zonder)


def bladzijden(w: Wereld) -> list[str]:
    """Return every page of policy that a councillor can open."""
    doel = w.mbo.doelstelling_id
    return [
        "/koers/?open=1",
        "/koers/?aandacht=1",
        "/koers/?deel=plan-2020&open=1",
        "/koers/geld/",
        "/koers/controle/",
        "/koers/rapporten/",
        "/koers/wijzigingen/?plan=lopik",
        f"/koers/doelen/{doel}/",
        f"/koers/activiteiten/{w.mbo.pk}/",
    ]


def test_nothing_reaches_the_council_before_somebody_else_approved_it(w: Wereld) -> None:
    eigenaar, anna = actor(w.eigenaar), actor(w.anna)
    raad = aangemelde_client(w.raad)
    w.lichten(eigenaar, "rood", f"{GEHEIM} loopt vast.")
    w.schrijf(eigenaar, f"{GEHEIM}: er is nog niets gedaan.")
    rapport = api.maak_rapport(anna, "voortgang", "lopik")
    assert not any(GEHEIM in rapport.bestanden[vorm].decode() for vorm in ("html", "json"))
    for url in bladzijden(w):
        bladzij = tekst(raad, url)
        assert GEHEIM not in bladzij, url
        assert "bijsturen" not in bladzij, url
    assert GEHEIM in tekst(aangemelde_client(w.anna), bladzijden(w)[-1])
    [aanbod] = api.bied_aan(eigenaar, [w.mbo.pk])
    assert api.bied_aan(eigenaar, [w.mbo.pk]) == []
    assert GEHEIM not in tekst(raad, bladzijden(w)[-1])
    api.keur_goed(anna, [Oordeel(aanbod)])
    assert GEHEIM in tekst(raad, bladzijden(w)[-1])
    assert "1 bijsturen" in tekst(raad, "/koers/?open=1")
    later = api.maak_rapport(anna, "voortgang", "lopik")
    assert GEHEIM in later.bestanden["html"].decode()
    # What changes after approval waits again; the council reads what was approved.
    w.schrijf(eigenaar, "Alles is anders: een fietspad.")
    assert "fietspad" not in tekst(raad, bladzijden(w)[-1])
    assert GEHEIM in tekst(raad, bladzijden(w)[-1])
    api.haal_publicatie_terug(actor(w.bert), Oordeel(aanbod, "Er stond een naam in."))
    assert GEHEIM not in tekst(raad, bladzijden(w)[-1])
    soorten = list(
        Gebeurtenis.objects.filter(onderwerp_soort="beleid.activiteit", onderwerp_id=w.mbo.pk)
        .order_by("pk")
        .values_list("soort", flat=True)
    )
    assert [s for s in soorten if "aangeboden" in s or "goed" in s or "terug" in s] == [
        "beleid.verantwoording_aangeboden",
        "beleid.verantwoording_goedgekeurd",
        "beleid.publicatie_teruggehaald",
    ]


def test_who_made_any_part_of_it_never_approves_it_with_whatever_role(w: Wereld) -> None:
    eigenaar, anna, bert = actor(w.eigenaar), actor(w.anna), actor(w.bert)
    w.lichten(anna)
    w.schrijf(eigenaar, "Er is een overeenkomst.")
    [aanbod] = api.bied_aan(eigenaar, [w.mbo.pk])
    with pytest.raises(Geweigerd, match="Uw rol"):
        api.keur_goed(eigenaar, [Oordeel(aanbod)])
    # The owner becomes an adviser: wrote it, so never.
    beleid = replace(eigenaar, permissies=bert.permissies, rollen=bert.rollen)
    for door in (beleid, anna, SYSTEEM):
        with pytest.raises(Geweigerd, match="zelf"):
            api.keur_goed(door, [Oordeel(aanbod)])
    # Over HTTP, asking for JSON, it is refused as well.
    antwoord = aangemelde_client(w.anna).post(
        f"/koers/goedkeuren/{aanbod}/goed/", headers={"accept": "application/json"}
    )
    assert antwoord.status_code == 403
    # The right is asked at the moment itself: who lost the role since is refused.
    weg = replace(bert, permissies=actor(w.raad).permissies)
    with pytest.raises(Geweigerd, match="Uw rol"):
        api.keur_goed(weg, [Oordeel(aanbod)])
    assert Verantwoording.objects.filter(gepubliceerd_op=None).count() == 1
    assert Stand.objects.filter(gepubliceerd_op=None).count() == 3
    with pytest.raises(Domeinfout) as fout:
        api.stuur_terug(bert, [Oordeel(aanbod, " ")])
    assert fout.value.veld == "opmerking"
    api.stuur_terug(bert, [Oordeel(aanbod, "Noem het bedrag.")])
    with pytest.raises(Domeinfout, match="niet meer ter goedkeuring"):
        api.keur_goed(bert, [Oordeel(aanbod)])
    assert "Noem het bedrag." in tekst(aangemelde_client(w.eigenaar), f"/koers/activiteiten/{w.mbo.pk}/")
    [weer] = api.bied_aan(eigenaar, [w.mbo.pk])
    w.lichten(eigenaar, "oranje", "Het duurt langer.")
    with pytest.raises(Domeinfout, match="niet meer ter goedkeuring"):
        api.keur_goed(bert, [Oordeel(weer)])
    assert Aanbieding.objects.get(pk=weer).staat == "verlopen"
    [nog] = api.bied_aan(eigenaar, [w.mbo.pk])
    api.trek_aanbod_in(eigenaar, nog)
    with pytest.raises(NietGevonden):
        api.keur_goed(bert, [Oordeel(999_999)])


def test_only_who_manages_the_plan_or_owns_the_activity_accounts_for_it(w: Wereld) -> None:
    gebruiker = maak_medewerker(Rol.TEAMLEIDER)
    ander = actor(gebruiker)
    with pytest.raises(Geweigerd, match="eigenaar"):
        w.lichten(ander)
    with pytest.raises(Geweigerd, match="eigenaar"):
        api.bied_aan(ander, [w.mbo.pk])
    with pytest.raises(Domeinfout, match="ontbreekt een licht"):
        api.bied_aan(actor(w.eigenaar), [w.mbo.pk])
    with pytest.raises(NietGevonden):
        api.bied_aan(actor(w.eigenaar), [999_999])
    w.schrijf(actor(w.eigenaar), f"{GEHEIM}.")
    assert GEHEIM in tekst(aangemelde_client(w.eigenaar), f"/koers/activiteiten/{w.mbo.pk}/")
    klant = aangemelde_client(gebruiker)
    assert GEHEIM not in tekst(klant, f"/koers/activiteiten/{w.mbo.pk}/")
    assert klant.get(f"/koers/activiteiten/{w.mbo.pk}/verantwoording/").status_code == 403


def test_a_light_that_differs_or_is_not_green_says_why(w: Wereld) -> None:
    anna = actor(w.anna)
    w.lichten(anna)
    with pytest.raises(Domeinfout) as fout:
        w.lichten(anna, "rood")
    assert fout.value.veld == "toelichting"
    w.lichten(anna, "rood", "Te duur.")
    with pytest.raises(Domeinfout):
        w.lichten(anna, "groen")
    api.importeer_plan(SYSTEEM, "lansingerland")
    accent = Activiteit.objects.filter(doelstelling__thema__onderdeel__plan__code="lansingerland")[0]
    with pytest.raises(Domeinfout, match="hoort niet bij deze agenda"):
        api.zet_standen(anna, [NieuweStand(accent.pk, "tijd", "groen", VANDAAG, "")])
    klant = aangemelde_client(w.anna)
    velden = {
        "peildatum": "2024-06-03",
        "kleur_resultaat": "oranje",
        "toelichting_resultaat": "Deels gelukt.",
    }
    klant.post(f"/koers/activiteiten/{accent.pk}/licht/", velden)
    assert "Deels gelukt." in tekst(klant, f"/koers/activiteiten/{accent.pk}/")
    api.zet_voorbeeldstanden(SYSTEEM, "lansingerland")
    assert set(
        Stand.objects.filter(
            activiteit__doelstelling__thema__onderdeel__plan__code="lansingerland"
        ).values_list("aspect", flat=True)
    ) == {"resultaat"}


def test_two_people_in_one_text_lose_nothing(w: Wereld) -> None:
    url = f"/koers/activiteiten/{w.mbo.pk}/verantwoording/"
    anna, bert = aangemelde_client(w.anna), aangemelde_client(w.bert)
    basis = Verantwoording.objects.get(activiteit=w.mbo).pk
    anna.post(url, {"tekst": "De tekst van Anna.", "basis": basis})
    antwoord = bert.post(url, {"tekst": "De tekst van Bert.", "basis": basis})
    bladzij = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert bladzij.index("De tekst van Anna.") < bladzij.index("De tekst van Bert.")
    assert "Er is niets verloren" in bladzij
    nieuwste = Verantwoording.objects.order_by("-pk")[0]
    assert nieuwste.tekst == "De tekst van Anna."
    # Whichever of the two forms is sent next was written with Anna's text in view.
    assert len(re.findall(rf'name="basis"[^>]*value="{nieuwste.pk}"', bladzij)) == 2
    bert.post(url, {"tekst": "De tekst van Anna. De tekst van Bert.", "basis": nieuwste.pk})
    geschiedenis = tekst(bert, f"/koers/activiteiten/{w.mbo.pk}/")
    assert geschiedenis.count("De tekst van Bert.") >= 1
    assert f"door {w.anna.naam}" in geschiedenis
    assert Verantwoording.objects.filter(activiteit=w.mbo).count() == 3


def test_a_goal_changes_with_a_reason_and_stays_recognisable(w: Wereld) -> None:
    anna, doel = actor(w.anna), Doelstelling.objects.get(code="4.2")
    oud = doel.titel
    wijziging = Wijziging(Regelsoort.DOEL, doel.pk, 1, {"titel": f"{oud} en sneller", "tellen": ["Dagen"]})
    with pytest.raises(Domeinfout) as fout:
        api.wijzig_regels(anna, [wijziging])
    assert fout.value.veld == "reden"
    wijziging = replace(wijziging, reden="De verantwoordingsmarkt vroeg erom.")
    assert api.wijzig_regels(anna, [wijziging]) == [doel.pk]
    assert api.wijzig_regels(anna, [wijziging]) == []
    with pytest.raises(Domeinfout, match="intussen"):
        api.wijzig_regels(anna, [replace(wijziging, velden={"titel": "Iets anders"})])
    with pytest.raises(Domeinfout) as fout:
        api.wijzig_regels(anna, [Wijziging(Regelsoort.DOEL, doel.pk, 2, {"titel": " "}, "Zomaar.")])
    assert fout.value.veld == "titel"
    raad = aangemelde_client(w.raad)
    # Who owns an activity is for who works on the plan.
    assert w.eigenaar.naam not in tekst(raad, "/koers/wijzigingen/?plan=lopik")
    assert w.eigenaar.naam in tekst(aangemelde_client(w.bert), "/koers/wijzigingen/?plan=lopik")
    for url in (f"/koers/doelen/{doel.pk}/", "/koers/wijzigingen/?plan=lopik"):
        bladzij = raad.get(url).content.decode()
        assert "<ins>en sneller</ins>" in bladzij, url
        assert "De verantwoordingsmarkt vroeg erom." in bladzij, url
        assert w.anna.naam not in bladzij, url
    assert Planwijziging.objects.get(veld="titel").oud == oud
    assert "markt" not in str(
        Gebeurtenis.objects.get(soort="beleid.regel_gewijzigd", gegevens__regelsoort="doel").gegevens
    )


def test_lines_come_move_end_and_return(w: Wereld) -> None:
    anna, agenda = actor(w.anna), Onderdeel.objects.get(soort="jaaragenda", plan=w.plan)
    kenmerken = [uuid4(), uuid4(), uuid4()]
    for _keer in range(2):
        [thema] = api.voeg_themas_toe(anna, [NieuwThema(kenmerken[0], agenda.pk, "Energie")])
        [doel] = api.voeg_doelen_toe(anna, [NieuwDoel(kenmerken[1], thema, "Warme huizen", "Motie 12.")])
        [act] = api.voeg_activiteiten_toe(
            anna, [NieuweActiviteit(kenmerken[2], doel, "Isoleren", "100 huizen", ("Stichting Warm",))]
        )
    assert Thema.objects.filter(kenmerk=kenmerken[0]).count() == 1
    raad = aangemelde_client(w.raad)
    assert "Isoleren" in tekst(raad, "/koers/?open=1")
    eerste = list(Doelstelling.objects.filter(thema__code="jeugd-wmo").order_by("volgorde"))
    api.verplaats_regels(anna, [Verplaatsing(Regelsoort.DOEL, eerste[2].pk, 1, 1)])
    api.verplaats_regels(anna, [Verplaatsing(Regelsoort.DOEL, eerste[2].pk, 1, 1)])
    assert Doelstelling.objects.filter(thema=eerste[0].thema_id).order_by("volgorde")[0].pk == eerste[2].pk
    with pytest.raises(Domeinfout, match="intussen"):
        api.verplaats_regels(anna, [Verplaatsing(Regelsoort.DOEL, eerste[2].pk, 1, 3)])
    einde = Einde(Regelsoort.DOEL, doel, 1, "De motie is afgedaan.")
    for _keer in range(2):
        api.beeindig_regels(anna, [einde])
    assert "Isoleren" not in tekst(raad, "/koers/?open=1")
    assert "Beëindigd op 3 juni 2024: De motie is afgedaan." in tekst(raad, f"/koers/doelen/{doel}/")
    with pytest.raises(Domeinfout, match="beëindigd"):
        api.wijzig_regels(anna, [Wijziging(Regelsoort.DOEL, doel, 2, {"titel": "X"}, "Y")])
    api.herstel_regels(anna, [replace(einde, versie=2, reden="Toch niet.")])
    eind_act = Einde(Regelsoort.ACTIVITEIT, act, 1, "Klaar.")
    api.beeindig_regels(anna, [eind_act])
    with pytest.raises(Domeinfout, match="beëindigd"):
        api.zet_standen(anna, [NieuweStand(act, "tijd", "groen", VANDAAG, "")])
    api.herstel_regels(anna, [replace(eind_act, versie=2, reden="Toch niet.")])
    assert "Isoleren" in tekst(raad, "/koers/?open=1")
    van_plan = Gebeurtenis.objects.filter(onderwerp_soort="beleid.plan", onderwerp_id=w.plan.pk)
    alle = list(van_plan.order_by("pk"))
    wie = [(Regelsoort.DOEL, doel), (Regelsoort.DOEL, eerste[2].pk), (Regelsoort.ACTIVITEIT, act)]
    for soort, nummer in wie:
        rij = regels.haal_regel(soort, nummer)
        eigen = [
            lees(g)
            for g in alle
            if (g.gegevens.get("regelsoort"), g.gegevens.get("regel")) == (soort, nummer)
        ]
        stand = vouw_regel(eigen)
        assert (stand.versie, stand.beeindigd_op) == (rij.versie, rij.beeindigd_op)


def test_the_plan_is_kept_up_on_screen(w: Wereld) -> None:
    klant = aangemelde_client(w.anna)
    agenda = Onderdeel.objects.get(soort="jaaragenda", plan=w.plan)
    blad = f"/koers/bewerken/?plan=lopik&deel={agenda.code}"
    klant.get(blad)
    with CaptureQueriesContext(connection) as vragen:
        assert "Mbo en zorg werken samen" in tekst(klant, blad)
    assert len(vragen) <= 18, [v["sql"][:90] for v in vragen.captured_queries]
    velden = {"kenmerk": str(uuid4()), "titel": "Energie"}
    assert klant.post(f"/koers/bewerken/thema/bij/{agenda.pk}/", velden).status_code == 302
    thema = Thema.objects.get(titel="Energie")
    doel = {"kenmerk": str(uuid4()), "titel": "Warme huizen", "tellen": "Huizen\r\n\r\nGeld", "reden": ""}
    assert (
        "waarom dit verandert" in klant.post(f"/koers/bewerken/doel/bij/{thema.pk}/", doel).content.decode()
    )
    klant.post(f"/koers/bewerken/doel/bij/{thema.pk}/", doel | {"reden": "Motie 12."})
    rij = Doelstelling.objects.get(titel="Warme huizen")
    assert rij.tellen == ["Huizen", "Geld"]
    act = {"kenmerk": str(uuid4()), "titel": "Isoleren", "resultaat": "100 huizen", "eigenaar": w.eigenaar.pk}
    klant.post(f"/koers/bewerken/activiteit/bij/{rij.pk}/", act)
    nieuw = Activiteit.objects.get(titel="Isoleren")
    assert nieuw.eigenaar_id == w.eigenaar.pk
    url = f"/koers/bewerken/activiteit/{nieuw.pk}/"
    assert "100 huizen" in klant.get(url).content.decode()
    wijzig = act | {"versie": 1, "resultaat": "200 huizen", "reden": "Er kwam subsidie."}
    klant.post(url, wijzig)
    assert "intussen" in klant.post(url, wijzig | {"resultaat": "300 huizen"}).content.decode()
    klant.post(f"{url}einde/", {"versie": 2, "reden": "Afgerond."})
    assert "Beëindigd op 3 juni 2024: Afgerond." in tekst(klant, blad)
    klant.post(f"{url}herstellen/", {"versie": 3, "reden": "Toch niet."})
    eerste = Doelstelling.objects.get(code="1", thema__onderdeel=agenda)
    klant.post(f"/koers/bewerken/doel/{eerste.pk}/plaats/", {"plaats": 2, "versie": 1})
    eerste.refresh_from_db()
    assert eerste.volgorde == 2
    assert klant.get("/koers/bewerken/zeppelin/1/").status_code == 404


def test_owners_are_asked_reminded_and_the_adviser_hears_what_is_late(w: Wereld) -> None:
    anna, eigenaar = actor(w.anna), actor(w.eigenaar)
    dag = VANDAAG + timedelta(days=40)
    nieuw = NieuweRapportdag(uuid4(), "lopik", "Voortgang 2e kwartaal", dag, 21, 7, w.anna.pk)
    for _keer in range(2):
        api.plan_rapportdagen(anna, [nieuw])
    [rij] = Rapportdag.objects.all()
    with pytest.raises(Domeinfout, match="al"):
        api.plan_rapportdagen(anna, [replace(nieuw, kenmerk=uuid4())])
    with pytest.raises(Domeinfout) as fout:
        api.plan_rapportdagen(anna, [replace(nieuw, kenmerk=uuid4(), dag=VANDAAG - timedelta(days=1))])
    assert fout.value.veld == "dag"

    def taken(op: date, code: str = "verantwoording") -> dict[int | None, list[str]]:
        with klok.op(op):
            pas_taakregels_toe(SYSTEEM, codes=["verantwoording", "verantwoording-gemist"])
        per: dict[int | None, list[str]] = {}
        rijen = Taak.objects.filter(regel=code, status="open", onderwerp_id=w.mbo.pk)
        for taak in rijen:
            per.setdefault(taak.gebruiker_id, []).append(taak.tekst)
        return per

    assert taken(dag - timedelta(days=22)) == {}
    [vraag] = taken(dag - timedelta(days=21))[w.eigenaar.pk]
    assert vraag == "Zet de lichten en schrijf de verantwoording: Mbo en zorg werken samen"
    # Without an owner it lies with the adviser.
    assert Taak.objects.filter(status="open", gebruiker=w.anna).count() == 29
    assert "Herinnering" in taken(dag - timedelta(days=7))[w.eigenaar.pk][0]
    with klok.op(dag - timedelta(days=5)):
        assert "Mbo en zorg werken samen" in tekst(aangemelde_client(w.eigenaar), "/vandaag/")
        vandaag = tekst(aangemelde_client(w.anna), "/vandaag/")
        assert "Herinnering" in vandaag
        assert "Casussen" not in vandaag
        assert "Gedaan" not in vandaag
        taak = Taak.objects.get(status="open", gebruiker=w.eigenaar)
        assert "Voortgang 2e kwartaal" in tekst(aangemelde_client(w.eigenaar), f"/vandaag/taken/{taak.pk}/")
    assert taken(dag + timedelta(days=1), "verantwoording-gemist").keys() == {w.anna.pk}
    with klok.op(dag + timedelta(days=2)):
        w.lichten(eigenaar)
        w.schrijf(eigenaar, "Er is een overeenkomst.")
        api.bied_aan(eigenaar, [w.mbo.pk])
    assert Taak.objects.filter(status="open", onderwerp_id=w.mbo.pk).count() == 0
    assert taken(dag + timedelta(days=3)) == {}
    assert Taak.objects.filter(status="open", regel="verantwoording-gemist").count() == 29
    api.laat_rapportdag_vervallen(anna, rij.pk)
    assert taken(dag + timedelta(days=4)) == {}
    assert Taak.objects.filter(status="open").count() == 0


def test_what_is_coming_says_per_activity_what_is_missing(w: Wereld) -> None:
    klant, anna = aangemelde_client(w.anna), actor(w.anna)
    assert "nog geen rapportdag" in tekst(klant, "/koers/komt/?plan=lopik")
    klant.post("/koers/komt/rapportdagen/kwartalen/", {"plan": "lopik", "jaar": "2024"})
    assert [str(d) for d in Rapportdag.objects.order_by("dag").values_list("dag", flat=True)] == [
        "2024-06-30",
        "2024-09-30",
        "2024-12-31",
    ]
    klant.post("/koers/komt/rapportdagen/kwartalen/", {"plan": "lopik", "jaar": "2024"})
    assert Rapportdag.objects.count() == 3
    velden: dict[str, Any] = {
        "kenmerk": str(uuid4()),
        "titel": "Trendrapport",
        "dag": "2024-11-01",
        "dagen_vooraf": 30,
        "dagen_herinnering": 5,
        "adviseur": w.anna.pk,
    }
    assert klant.post("/koers/komt/rapportdagen/nieuw/?plan=lopik", velden).status_code == 302
    w.lichten(anna)
    w.schrijf(anna, "Er is een overeenkomst.")
    klant.get("/koers/komt/?plan=lopik")
    with CaptureQueriesContext(connection) as vragen:
        bladzij = tekst(klant, "/koers/komt/?plan=lopik")
    assert len(vragen) <= 18, [v["sql"][:90] for v in vragen.captured_queries]
    assert "0 van de 30 activiteiten zijn aangeboden" in bladzij
    assert "geen eigenaar" in bladzij
    assert "Bied 1 activiteit aan die klaar is" in bladzij
    klant.post("/koers/komt/aanbieden/", {"plan": "lopik"})
    assert "1 van de 30 activiteiten zijn aangeboden" in tekst(klant, "/koers/komt/?plan=lopik")
    # The one who offered sees it among the own, the other among what waits.
    assert "Van uzelf" in tekst(klant, "/koers/goedkeuren/")
    bert = aangemelde_client(w.bert)
    assert "Mbo en zorg werken samen" in tekst(bert, "/koers/goedkeuren/")
    [aanbod] = Aanbieding.objects.all()
    assert "Wat de raad gaat lezen" in tekst(bert, f"/koers/goedkeuren/{aanbod.pk}/")
    assert "Goedkeuren en publiceren" not in tekst(klant, f"/koers/goedkeuren/{aanbod.pk}/")
    bert.post(f"/koers/goedkeuren/{aanbod.pk}/terug/", {"opmerking": "Noem het bedrag."})
    klant.post(f"/koers/activiteiten/{w.mbo.pk}/aanbieden/")
    weer = Aanbieding.objects.order_by("-pk")[0]
    bert.post(f"/koers/goedkeuren/{weer.pk}/goed/")
    bert.post(f"/koers/goedkeuren/{weer.pk}/terughalen/", {"opmerking": "Toch niet."})
    assert Aanbieding.objects.get(pk=weer.pk).staat == "teruggehaald"
    klant.post(f"/koers/activiteiten/{w.mbo.pk}/aanbieden/")
    klant.post(f"/koers/goedkeuren/{Aanbieding.objects.order_by('-pk')[0].pk}/intrekken/")
    for rij in Rapportdag.objects.all():
        klant.post(f"/koers/komt/rapportdagen/{rij.pk}/vervalt/", {"plan": "lopik"})
    assert Rapportdag.objects.filter(vervallen_op=None).count() == 0
