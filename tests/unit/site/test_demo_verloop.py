"""What the demo decides before anything is written: exact counts, possible dates, readable banks."""

import tomllib
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from samendoen.besluiten.definities import catalogus
from samendoen.kernel.definities import definitie_pad
from samendoen.organisatie.definities import gemeentedefinitie
from samendoen.recht.api import is_bsn, is_gewone_dag
from samendoen.site.demo.collegas import BEZETTING, maak_collegas, regisseurs
from samendoen.site.demo.definities import LEVENSFASEN, meldingendemo
from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS
from samendoen.site.demo.levensloop import LOOPT, Levensloop, leef
from samendoen.site.demo.plan import AFLOOP, ZAAD, Schrijfritme, voorvallen
from samendoen.site.demo.plandefinities import doelen, plannenbank
from samendoen.site.demo.redenen import redenenbank
from samendoen.site.demo.traject import Traject, Versie
from samendoen.site.demo.verhalen import verhalen
from samendoen.site.demo.verloop import Verloop
from samendoen.site.demo.vitrine import Vitrine, richt_in

DEMO = meldingendemo()
LOPEND = {"Leerdam": 500, "Meerkerk": 313, "Vianen": 556, "Wmo consulenten": 269}
TEAMS = {
    "Leerdam": "gebiedsteam_leerdam",
    "Meerkerk": "gebiedsteam_meerkerk",
    "Vianen": "gebiedsteam_vianen",
    "Wmo consulenten": "voorzieningen",
}


@cache
def vitrine(schaal: float = 1.0) -> Vitrine:
    return richt_in(DEMO, voorvallen(DEMO, schaal))


def geleefd(schaal: float = 1.0) -> Levensloop:
    v = richt_in(DEMO, voorvallen(DEMO, schaal))
    return leef(DEMO, v.voorvallen, schaal, vast=v.vast)


@cache
def trajecten(schaal: float = 0.3) -> list[Traject]:
    aanbieders = {product.code: ["99990001"] for product in plannenbank().product}
    wie = regisseurs(maak_collegas(DEMO.gemeente, ZAAD), TEAMS)
    verloop = Verloop(DEMO, aanbieders, wie, Schrijfritme.bij(schaal))
    return [verloop.maak(c) for c in geleefd(schaal).casussen if not c.gezin.vitrine]


# --- exact counts ---


def test_the_running_casussen_are_exactly_the_published_ones() -> None:
    loop = geleefd()
    lopend = Counter(casus.telnaam for casus in loop.casussen if casus.einde == LOOPT)
    assert lopend == LOPEND
    assert sum(lopend.values()) == 1638


def test_no_household_has_two_casussen_at_the_same_time() -> None:
    per: dict[object, list[tuple[date, date]]] = {}
    for casus in geleefd(0.3).casussen:
        per.setdefault(casus.gezin.kenmerk, []).append((casus.opent_op, casus.einde))
    for perioden in per.values():
        for (_begin, einde), (volgende, _einde) in pairwise(perioden):
            assert einde < volgende


def test_the_households_of_the_tour_change_no_count() -> None:
    gewoon = Counter((v.telnaam, v.ontvangen_op.year) for v in voorvallen(DEMO))
    assert Counter((v.telnaam, v.ontvangen_op.year) for v in vitrine().voorvallen) == gewoon
    assert gewoon[("Leerdam", 2023)] == 641


def test_a_demo_too_small_for_a_story_leaves_it_out() -> None:
    klein = vitrine(0.01)
    assert len(klein.voorvallen) == len(voorvallen(DEMO, 0.01))
    assert 0 < len(klein.trajecten) <= len(vitrine().trajecten)


def test_the_same_seed_gives_the_same_lives_and_another_one_others() -> None:
    def kern(loop: Levensloop) -> list[object]:
        return [(c.kenmerk, c.opent_op, c.einde, c.gezin.mensen[0].bsn) for c in loop.casussen]

    assert kern(geleefd(0.02)) == kern(geleefd(0.02))
    v = voorvallen(DEMO, 0.02, zaad=7)
    assert kern(leef(DEMO, v, 0.02, zaad=7)) != kern(geleefd(0.02))


def test_the_shares_of_how_a_question_ends_add_up() -> None:
    assert sum(deel for deel, *_ in AFLOOP.values()) == 1000


# --- people ---


def test_every_number_passes_the_eleven_test_and_is_nobody_elses() -> None:
    mensen = {m.kenmerk: m for _dag, gezin in geleefd(0.3).gezinnen for m in gezin.mensen}
    nummers = [mens.bsn for mens in mensen.values()]
    assert len(set(nummers)) == len(nummers)
    assert all(is_bsn(nummer) and nummer.startswith("9") for nummer in nummers)


def test_whom_a_question_is_about_has_the_age_that_it_says() -> None:
    for melding in geleefd(0.3).meldingen:
        vraag = melding.voorval.vraag
        if melding.wie is None or vraag.leeftijd is None:
            continue
        van, tot = vraag.leeftijd
        assert van <= melding.wie.leeftijd(melding.voorval.ontvangen_op) <= tot


def test_colleagues_have_names_of_their_own_and_no_login() -> None:
    collegas = maak_collegas(DEMO.gemeente, ZAAD)
    assert len(collegas) == sum(aantal for aantal, _rol, _functies in BEZETTING.values())
    namen = [c.gebruikersnaam for c in collegas] + [g.gebruikersnaam for g in DEMO_GEBRUIKERS]
    assert len(set(namen)) == len(namen)
    assert all(c.wachtwoord is None for c in collegas)
    assert all(len(wie) >= 11 for wie in regisseurs(collegas, TEAMS).values())


# --- when what happens ---


def test_a_week_is_written_on_its_friday_and_longer_ago_four_at_once() -> None:
    for schaal in (1.0, 0.02):
        ritme = Schrijfritme.bij(schaal)
        dagen = [date(2021, 1, 1) + timedelta(days=n) for n in range(1247)]
        for dag in (d for d in dagen if is_gewone_dag(d)):
            vrijdag = ritme.schrijfdag(dag)
            assert vrijdag.weekday() == 4
            assert timedelta(0) <= vrijdag - dag < timedelta(days=28)
        assert ritme.schrijfdag(date(2024, 5, 29)) == date(2024, 5, 31)


def test_versions_follow_each_other_and_are_adopted_before_the_next() -> None:
    for traject in trajecten():
        for versie in traject.versies:
            assert traject.casus.opent_op <= versie.op < DEMO.vandaag
            assert versie.vastgesteld_op is None or versie.op <= versie.vastgesteld_op < DEMO.vandaag
            assert (versie.vastgesteld_op or versie.op) <= traject.casus.einde
            assert versie.doelen and all(doel.afspraken for doel in versie.doelen)
        for eerder, later in pairwise(traject.versies):
            assert later.nummer == eerder.nummer + 1
            assert eerder.vastgesteld_op is not None and eerder.vastgesteld_op < later.op


def gevraagd(versie: Versie) -> set[tuple[object, object]]:
    return {(doel.wie.kenmerk, a.kenmerk) for doel in versie.doelen for a in doel.afspraken if a.product}


def test_what_is_applied_for_stands_in_the_plan_and_is_decided_before_the_casus_closes() -> None:
    for traject in trajecten():
        in_plan = set[tuple[object, object]]().union(*(gevraagd(v) for v in traject.versies))
        for verzoek in traject.verzoeken:
            assert (verzoek.wie.kenmerk, verzoek.afspraak) in in_plan
            bekend = verzoek.beslissing.bekend_op if verzoek.beslissing else None
            klaar = verzoek.ingetrokken_op or bekend
            assert klaar is None or verzoek.op <= klaar <= traject.casus.einde
            assert klaar is not None or traject.casus.einde == LOOPT


def test_some_is_late_and_some_waits_so_that_vandaag_lives() -> None:
    alle = [verzoek for traject in trajecten(1.0) for verzoek in traject.verzoeken]
    wacht = [v for v in alle if v.beslissing is None and v.ingetrokken_op is None]
    te_laat = [v for v in wacht if DEMO.vandaag - v.op > timedelta(days=14)]
    assert len(wacht) > 20 and te_laat
    assert [v for v in alle if v.beslissing and v.beslissing.bekend_op is None]
    assert any(versie.vastgesteld_op is None for traject in trajecten(1.0) for versie in traject.versies)


# --- the banks ---


def test_every_life_domain_has_goals_for_everybody() -> None:
    gebieden = {gebied.code for gebied in gemeentedefinitie("vijfheerenlanden").leefgebied}
    assert {doel.leefgebied for doel in plannenbank().doel} == gebieden
    assert all(doelen(gebied, fase) for gebied in gebieden for fase in LEVENSFASEN)


def test_products_are_those_of_the_catalogue() -> None:
    bekend = {product.code: product for product in catalogus(DEMO.gemeente)[0].product}
    kaders = {c.code: c.kader for c in catalogus(DEMO.gemeente)[0].categorie}
    for product in plannenbank().product:
        assert product.pgb == bekend[product.code].pgb
    for actie in (a for doel in plannenbank().doel for a in doel.actie if a.product):
        assert actie.product is not None
        assert actie.kader == kaders[bekend[actie.product].categorie]


def test_offers_stand_on_the_map() -> None:
    kaart = tomllib.loads(definitie_pad("kaart", "vijfheerenlanden.toml").read_text(encoding="utf-8"))
    op_kaart = {aanbod["naam"] for aanbod in kaart["aanbod"]}
    genoemd = {a.aanbod for doel in plannenbank().doel for a in doel.actie if a.aanbod}
    genoemd |= {
        a.aanbod
        for verhaal in verhalen()
        for versie in (verhaal.casus.versie if verhaal.casus else ())
        for doel in versie.doel
        for a in doel.actie
        if a.aanbod
    }
    assert genoemd <= op_kaart


@pytest.mark.parametrize("van", ["eropaf", "na_eropaf", "warme_overdracht", "mislukt", "team", "spoed"])
def test_there_is_a_reason_for_every_deviation_towards_an_area_team(van: str) -> None:
    assert redenenbank()[van, "gebiedsteam"]


# --- the tour ---


def test_the_tour_has_a_story_for_every_director_and_both_desks() -> None:
    directeuren = {verhaal.casus.regisseur for verhaal in verhalen() if verhaal.casus}
    assert directeuren == {"leerdam", "vianen", "meerkerk", "wmo"}
    assert any(verhaal.casus and verhaal.casus.tweede == "eropaf" for verhaal in verhalen())
    nieuw = {vraag.kader for verhaal in verhalen() if verhaal.casus is None for vraag in verhaal.vraag}
    assert nieuw == {"wmo", "jeugd"}


def test_the_tour_has_a_secret_address_and_children_with_two_homes() -> None:
    assert [verhaal.code for verhaal in verhalen() if verhaal.geheim] == ["hendriksen"]
    assert [verhaal.code for verhaal in verhalen() if verhaal.ander_huis] == ["de_ruiter"]


def test_everything_in_a_story_happens_on_a_working_day_before_today() -> None:
    for verhaal in verhalen():
        dagen = [vraag.ontvangen_op for vraag in verhaal.vraag]
        for versie in verhaal.casus.versie if verhaal.casus else ():
            dagen += [versie.op, *([versie.vastgesteld_op] if versie.vastgesteld_op else [])]
        for verzoek in verhaal.casus.verzoek if verhaal.casus else ():
            besluit = verzoek.besluit
            dagen += [verzoek.op, *([besluit.besloten_op] if besluit else [])]
        assert all(is_gewone_dag(dag) and dag < DEMO.vandaag for dag in dagen)
    for stap, dag, stuk in vitrine().gebeurd:
        assert is_gewone_dag(dag) and dag < DEMO.vandaag, (stap, dag, stuk.verteld)


def test_the_three_households_to_open_are_investigated_in_time_and_looked_back_on() -> None:
    per = {verhaal.code: verhaal for verhaal in verhalen()}
    for code in ("de_ruiter", "terlouw", "verkuil"):
        verhaal = per[code]
        assert verhaal.casus and verhaal.casus.tweede and verhaal.casus.evaluatie
        assert set(verhaal.onderzocht) == {vraag.code for vraag in verhaal.vraag}
        assert all(v.klaar_op - v.ontvangen_op <= timedelta(weeks=6) for v in verhaal.vraag)
    riet, noa = per["terlouw"].mens[0], per["verkuil"].mens[1]
    assert (DEMO.vandaag.year - riet.geboortedatum.year, noa.geboortedatum) == (82, date(2007, 12, 3))


def test_what_happens_at_the_door_keeps_its_question_at_the_team_that_it_counts_for() -> None:
    gangen = [g.eropaf for g in vitrine().vast.values() if g.eropaf]
    assert sorted(gang.tot is None for gang in gangen) == [False, True]
    for _stap, dag, stuk in (g for g in vitrine().gebeurd if g[0] == "gezocht"):
        assert stuk.over
        gang = vitrine().vast[stuk.over].eropaf
        assert gang and gang.op <= dag <= (gang.tot or DEMO.vandaag)
