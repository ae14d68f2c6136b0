"""A row equals the fold of its events, in every state and over every kind of event."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from samendoen.besluiten import events
from samendoen.besluiten.api import (
    Beschikbaarheidinvoer,
    Korteaanvraag,
    NieuwContract,
    NieuweAanbieder,
    NieuwProduct,
    NieuwTarief,
    Pgbinvoer,
    beeindig_producten,
    beeindig_toewijzingen,
    beoordeel_zorgovereenkomsten,
    geef_advies,
    herzie_besluiten,
    importeer_productcodes,
    leg_pgb_vast,
    maak_bekend,
    meld_beschikbaarheid,
    neem_besluiten,
    neem_terug,
    neem_wijzigingsbesluiten,
    plan_herbeoordelingen,
    spreek_contracten_af,
    spreek_tarieven_af,
    teken_mee,
    trek_aanvraag_in,
    trek_contracten_in,
    trek_start_in,
    trek_stop_in,
    trek_tarieven_in,
    voeg_aanbieders_toe,
    voeg_producten_toe,
    vraag_kort_aan,
    wijzig_aanbieder,
    zet_berichtenverkeer,
)
from samendoen.besluiten.events import aanbod
from samendoen.besluiten.models import (
    Aanvraag,
    Advies,
    Besluit,
    Contract,
    Declaratie,
    Levering,
    Pgb,
    Tarief,
    Toewijzing,
    Voorziening,
)
from samendoen.besluiten.rules import (
    Aanvraagstand,
    Aanvraagstatus,
    Besluitstand,
    Toewijzingstatus,
    Voorzieningstatus,
    honderdste,
    vouw,
)
from samendoen.besluiten.rules.geld import Declaratiestand, vouw_declaratie
from samendoen.besluiten.rules.geldigheid import Afspraakstand, vouw_afspraak
from samendoen.besluiten.rules.levering import Melding, vouw_leveringen
from samendoen.besluiten.rules.pgb import Pgbstand, vouw_pgb
from samendoen.besluiten.rules.voorziening import Toewijzingstand, Voorzieningstand, vouw_voorziening
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.gebeurtenissen import SOORTEN, Gebeurtenissoort, lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from samendoen.toegang.api import Routeinvoer, kies_routes
from tests.besluitmaker import (
    HUISHOUDHULP,
    THUISHULP,
    afwijzing,
    beslis,
    besluit,
    boek,
    regel,
    start,
    stop,
    vraag,
    wijs,
)
from tests.casusmaker import maak_casus, maak_gezin, maak_melding
from tests.integration.besluiten.conftest import Gezin
from tests.wijzigingmaker import LATER, doe, einde, verlenging, wijziging
from tests.wijzigingmaker import vraag as vraag_wijziging

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
ENORM = Decimal(40)


def gevouwen(onderwerp: str, nummer: int) -> list[tuple[date, Gebeurtenissoort]]:
    return [(g.voorgevallen_op, lees(g)) for g in van_onderwerp(onderwerp, [nummer]).get(nummer, [])]


def stand_van(rij: Aanvraag) -> Aanvraagstand:
    besluiten = Besluit.objects.filter(aanvraag=rij).exclude(status="teruggenomen").order_by("pk")
    laatste = besluiten.last()
    advies = Advies.objects.filter(aanvraag=rij).first()
    return Aanvraagstand(
        product=rij.product.code,
        categorie=rij.product.categorie,
        kader=rij.wet,
        team=rij.team.code,
        aangevraagd_op=rij.aangevraagd_op,
        status=Aanvraagstatus(rij.status),
        actie=rij.actie_id,
        besluit=besluitstand(laatste) if laatste else None,
        advies=advies.uitkomst if advies else "",
        herroepen=tuple(b.pk for b in besluiten if b.status == "herroepen"),
        melding=rij.melding_id,
        route=rij.route,
        bewijs=tuple(rij.bewijs),
        over=rij.over_id,
        gewijzigd=tuple(b.pk for b in besluiten if b.status == "gewijzigd"),
    )


def besluitstand(b: Besluit) -> Besluitstand:
    return Besluitstand(
        besluit=b.pk,
        uitkomst=b.uitkomst,
        besloten_op=b.besloten_op,
        op_tijd=b.op_tijd,
        tweede_nodig=b.tweede_nodig,
        bedrag_eurocent=b.bedrag_eurocent,
        herziet=b.herziet_id,
        meegetekend=b.tweede_door_id is not None,
        bekendgemaakt_op=b.bekendgemaakt_op,
        bekend_op_tijd=b.bekend_op_tijd,
        bezwaar_tot=b.bezwaar_tot,
        verandering=b.verandering,
    )


def stand_van_voorziening(v: Voorziening) -> Voorzieningstand | None:
    if v.status in ("voorgenomen", "vervallen"):
        return None
    aanvraag = v.besluit.aanvraag
    return Voorzieningstand(
        besluit=v.besluit_id,
        product=v.product.code,
        categorie=v.product.categorie,
        kader=v.wet,
        team=aanvraag.team.code,
        vorm=v.vorm,
        honderdste=honderdste(v.omvang),
        eenheid=v.eenheid,
        frequentie=v.frequentie,
        van=v.van,
        tot=v.tot,
        status=Voorzieningstatus(v.status),
        herroepen_per=v.herroepen_per,
        eindreden=v.eindreden,
        herbeoordelen_op=v.herbeoordelen_op,
        wijze=v.wijze,
        toewijzingen=tuple(
            Toewijzingstand(
                t.pk, t.aanbieder.agb, t.toegewezen_op, t.van, t.tot, Toewijzingstatus(t.status), t.reden
            )
            for t in Toewijzing.objects.filter(voorziening=v).order_by("pk")
        ),
    )


def langs_korte_route(consulent: Actor) -> None:
    melding = maak_melding(maak_gezin(("Anna", date(1950, 1, 1)))[0])
    kies_routes(SYSTEEM, [Routeinvoer(melding, "huishoudelijke_hulp", {}, ("identiteit",))])
    vraag_kort_aan(consulent, [Korteaanvraag(uuid4(), melding, VANDAAG, "Stofzuigen.")])


def meld_alles(consulent: Actor, toewijzing: int) -> None:
    """Report starts and stops, take two back, and book an invoice with a line that is taken back."""
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, date(2025, 1, 1))])
    start(consulent, toewijzing)
    stop(consulent, toewijzing, reden="20")
    trek_stop_in(consulent, [(toewijzing, VANDAAG, VANDAAG, "20")])
    trek_start_in(consulent, [(toewijzing, VANDAAG)])
    start(consulent, toewijzing)
    stop(consulent, toewijzing, reden="20")
    start(consulent, toewijzing, date(2024, 7, 10))
    boek(
        regel(toewijzing),
        regel(toewijzing, "R2", vorige_referentie="R1"),
        regel(None, "R3", toegekend_eurocent=0),
    )


def doe_zaken() -> None:
    """Keep the list of providers: everything that a contract, a tariff or a provider can go through."""
    [nieuw] = voeg_aanbieders_toe(SYSTEEM, [NieuweAanbieder("99991234", "Zorg", "Leerdam")])
    wijzig_aanbieder(SYSTEEM, nieuw, "Zorg Samen", "Leerdam")
    meld_beschikbaarheid(SYSTEEM, [Beschikbaarheidinvoer(nieuw, 20, 3, VANDAAG)])
    for van in (VANDAAG, date(2025, 1, 1)):
        contract = NieuwContract("99991234", (HUISHOUDHULP,), van)
        [laatste] = spreek_contracten_af(SYSTEEM, [contract])
        [tarief] = spreek_tarieven_af(SYSTEEM, [NieuwTarief(HUISHOUDHULP, "99991234", 4000, van)])
    trek_contracten_in(SYSTEEM, [laatste])
    product = NieuwProduct("was en strijk", "huishouden", "De was.", "uur", "per_week", 3000, VANDAAG)
    beeindig_producten(SYSTEEM, [(voeg_producten_toe(SYSTEEM, [product])[0], date(2030, 1, 1))])
    importeer_productcodes(SYSTEEM, b"categorie;code;naam\n45;45A04;Ambulant")
    trek_tarieven_in(SYSTEEM, [tarief])


@pytest.fixture
def in_alle_standen(gezin: Gezin, consulent: Actor, leider: Actor, leider2: Actor) -> None:
    """Bring applications in every state that there is."""

    def nieuw() -> int:
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        return vraag(consulent, maak_casus(consulent, maak_melding(ouder)), ouder)

    doe_zaken()
    nieuw()  # applied for
    langs_korte_route(consulent)
    trek_aanvraag_in(consulent, nieuw(), VANDAAG)
    beslis(consulent, nieuw())  # decided
    terug = nieuw()
    neem_terug(consulent, beslis(consulent, terug))
    neem_besluiten(consulent, [afwijzing(terug)])
    samen = nieuw()
    geef_advies(consulent, besluit(samen, omvang=ENORM))
    weg = beslis(leider, samen, omvang=ENORM)
    teken_mee(leider2, weg)
    neem_terug(leider, weg)
    getekend = beslis(leider, samen, omvang=ENORM)
    teken_mee(leider2, getekend)
    maak_bekend(leider, [(getekend, VANDAAG)])
    herzien = nieuw()
    maak_bekend(consulent, [(beslis(consulent, herzien), VANDAAG)])
    oud = Voorziening.objects.get(besluit__aanvraag=herzien)
    beeindig_toewijzingen(consulent, [(wijs(consulent, oud.pk), date(2024, 7, 1))])
    loopt = wijs(consulent, oud.pk)
    meld_alles(consulent, loopt)
    [nieuwer] = herzie_besluiten(consulent, [besluit(herzien, van=date(2024, 8, 1))])
    maak_bekend(consulent, [(nieuwer, VANDAAG)])
    [terug] = herzie_besluiten(consulent, [afwijzing(herzien)])
    neem_terug(consulent, terug)
    [budget] = neem_besluiten(SYSTEEM, [besluit(nieuw(), vorm="pgb", aanbieder="", tot=None)])
    v = Voorziening.objects.get(besluit=budget)
    leg_pgb_vast(consulent, [Pgbinvoer(v.pk, 500_000, toelichting="Anders lukt het niet.")])
    beoordeel_zorgovereenkomsten(consulent, [(v.pk, VANDAAG)])
    verander(consulent, nieuw())
    budget = beslis(consulent, nieuw(), wijze="generiek", omvang=Decimal(5000))
    maak_bekend(consulent, [(budget, VANDAAG)])


def verander(consulent: Actor, aanvraag: int) -> None:
    """Extend on application, give to somebody else, ask for more, let go on elsewhere and end."""
    maak_bekend(consulent, [(beslis(consulent, aanvraag), VANDAAG)])
    v = Voorziening.objects.get(besluit__aanvraag=aanvraag).pk
    wijs(consulent, v)
    doe(consulent, verlenging(v, aanvraag=vraag_wijziging(consulent, v)))
    doe(consulent, wijziging(v, tot=LATER, omvang=None, aanbieder="99990002", reden="andere_aanbieder"))
    plan_herbeoordelingen(consulent, [(v, date(2024, 11, 4))])
    doe(consulent, einde(v, per=date(2024, 12, 2)))
    doe(consulent, verlenging(v, tot=LATER))
    weg = neem_wijzigingsbesluiten(consulent, [einde(v)])[0]
    neem_terug(consulent, weg)
    doe(consulent, wijziging(v, per=date(2025, 1, 6), tot=LATER))
    neem_wijzigingsbesluiten(consulent, [einde(Voorziening.objects.latest("pk").pk, per=date(2025, 2, 3))])


@pytest.mark.usefixtures("in_alle_standen")
def test_every_row_equals_the_fold_of_its_events() -> None:
    for aanvraag in Aanvraag.objects.select_related("product", "team"):
        assert vouw(gevouwen(events.AANVRAAG, aanvraag.pk)) == stand_van(aanvraag)
    for v in Voorziening.objects.select_related("product", "besluit__aanvraag__team"):
        assert vouw_voorziening(gevouwen(events.VOORZIENING, v.pk)) == stand_van_voorziening(v)
        staat = Levering.objects.filter(toewijzing__voorziening=v, ingetrokken_op__isnull=True)
        velden = staat.order_by("pk").values_list("toewijzing_id", "begin", "tot", "reden")
        assert vouw_leveringen(gevouwen(events.VOORZIENING, v.pk)) == tuple(Melding(*rij) for rij in velden)
    assert Levering.objects.filter(ingetrokken_op__isnull=True).count() == 3
    for d in Declaratie.objects.select_related("aanbieder"):
        [(_dag, gebeurtenis)] = gevouwen(events.DECLARATIE, d.pk)
        assert vouw_declaratie(gebeurtenis) == Declaratiestand(
            d.aanbieder.agb, d.wet, d.van, d.tot, d.ingediend_eurocent, d.toegekend_eurocent
        )
    for budget in Pgb.objects.all():
        assert vouw_pgb(gevouwen(events.VOORZIENING, budget.voorziening_id)) == Pgbstand(
            budget.budget_eurocent, budget.beheer, tuple(budget.voorwaarden), budget.overeenkomst_op
        )
    for model, onderwerp in ((Contract, aanbod.CONTRACT), (Tarief, aanbod.TARIEF)):
        for rij in model.objects.filter(aanbieder__agb="99991234"):
            stand = vouw_afspraak(g for _dag, g in gevouwen(onderwerp, rij.pk))
            assert stand == Afspraakstand(rij.van, rij.tot, rij.ingetrokken_op is not None)


# What follows a decision has a dossier or a ledger of its own, and a file of tests of its own.
ELDERS = ("betaling", "bezwaar", "bijdrage", "doorbraak", "klacht")


@pytest.mark.usefixtures("in_alle_standen")
def test_every_kind_of_event_was_recorded_and_reads_as_a_sentence() -> None:
    from samendoen.kernel import stekkers

    eigen = {k: klasse for (k, _versie), klasse in SOORTEN.items() if k.startswith("besluiten.")}
    onze = {k for k, klasse in eigen.items() if klasse.__module__.rpartition(".")[2] not in ELDERS}
    rijen = Gebeurtenis.objects.filter(soort__in=onze)
    assert set(rijen.values_list("soort", flat=True)) == onze
    for rij in rijen:
        zin: Callable[..., str] | None = stekkers.gebeurteniszin.geef(rij.soort)
        assert zin is not None and zin(rij.gegevens, {}).endswith(".")
