"""Rows equal the fold of their events, over every kind of event; and what erasure leaves."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from samendoen.casus import events
from samendoen.casus.api import (
    Akkoordinvoer,
    Consultatieinvoer,
    Doelinvoer,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Overdrachtinvoer,
    Uitkomstinvoer,
    Verplaatsing,
    aanvaard_overdracht,
    beeindig_partnerregies,
    begin_consultaties,
    bekijk_partnerregies,
    betrek_personen,
    gooi_concept_weg,
    haal_melding_los,
    heropen_actie,
    heropen_casus,
    leg_akkoorden_vast,
    leg_evaluaties_vast,
    rond_acties_af,
    sluit_casussen,
    stel_overdrachten_voor,
    stel_plannen_vast,
    stop_consultatie,
    trek_evaluatie_in,
    trek_overdracht_in,
    verplaats_casussen,
    voeg_meldingen_toe,
    weiger_overdracht,
    zet_intensiteiten,
    zet_tweede,
)
from samendoen.casus.models import (
    Actie,
    Akkoord,
    Betrokkene,
    Casus,
    Casusmelding,
    Consultatie,
    Doel,
    Evaluatie,
    Overdracht,
    Partnerregie,
    Plan,
    Regie,
)
from samendoen.casus.rules import (
    Actiestand,
    Actiestatus,
    Akkoordstand,
    Basishulpstand,
    Bereikt,
    CasusStand,
    Consultatiestand,
    Einde,
    Evaluatiestand,
    Mate,
    Overdrachtstand,
    Overdrachtstatus,
    Partnerstand,
    PlanStand,
    Planstatus,
    Regieperiode,
    Status,
    Taakrol,
    Uitkomststand,
    Vervolg,
    vouw,
    vouw_plan,
)
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.gebeurtenissen import SOORTEN, lees, van_onderwerp
from samendoen.kernel.models import Dossier, Gebeurtenis
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import handel_melding_af
from tests.casusmaker import actie, doel, maak_casus, maak_inwoner, maak_melding, maak_partnerregie, schrijf
from tests.integration.casus.conftest import Gezin

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=90)


def beleef(gezin: Gezin, casus: int, consulent: Actor, collega: Actor, buur: Actor) -> None:
    """Live a casus through everything that can happen to one."""
    from samendoen.inwoners.models import Gezinslid
    from samendoen.kernel.acties import schrijft

    oma = maak_inwoner("Oma", date(1950, 1, 1))
    with schrijft("inwoners"):
        huishouden = Casus.objects.get(pk=casus).huishouden_id
        Gezinslid.objects.create(huishouden_id=huishouden, inwoner_id=oma, rol="overig", van=VANDAAG)
    betrek_personen(consulent, [(casus, oma)])
    tweede = maak_melding(gezin.zoon)
    voeg_meldingen_toe(consulent, [(casus, tweede)])
    haal_melding_los(consulent, casus, tweede)
    voeg_meldingen_toe(consulent, [(casus, tweede)])
    zet_tweede(consulent, casus, buur.id)
    regisseer_elders(consulent, casus)
    lichter = {"gemist": "maatje", "gemis_reden": "wachtlijst"}
    zwaar = actie("maatwerk", niet_lichter="Het lukt niet lichter.", **lichter)
    rust = doel(gezin.moeder, actie("basishulp", uiterlijk=LATER), zwaar)
    een = schrijf(consulent, casus, [rust, doel(gezin.zoon, actie("eigen_kracht"))], LATER)
    leg_akkoorden_vast(consulent, [Akkoordinvoer(een, gezin.moeder, "akkoord", VANDAAG)])
    schrijf(consulent, casus, [rust], LATER)
    leg_akkoorden_vast(
        consulent,
        [
            Akkoordinvoer(een, gezin.moeder, "akkoord", VANDAAG),
            Akkoordinvoer(een, gezin.zoon, "niet_akkoord", VANDAAG, "Ik wil op kamers.", ("zelf",)),
        ],
    )
    stel_plannen_vast(consulent, [(een, VANDAAG)])
    eerste, laatste = Actie.objects.filter(doel__plan=een).order_by("volgorde").values_list("pk", flat=True)
    rond_acties_af(consulent, [(eerste, "gedaan", VANDAAG), (laatste, "gestopt", VANDAAG)])
    heropen_actie(consulent, laatste)
    kijk_terug(consulent, een, rust)
    with klok.op(VANDAAG + timedelta(days=10)):
        vandaag = klok.vandaag()
        draag_warm_over(consulent, collega, casus)
        zet_intensiteiten(collega, [(casus, "zwaar")])
        for van, naar in ((collega, consulent), (consulent, collega)):
            verplaats_casussen(SYSTEEM, [Verplaatsing(casus, van.id or 0, naar.id or 0, "Zo staat het.")])
        laat_meelezen(casus, buur)
        stel_plannen_vast(collega, [(schrijf(collega, casus, [rust], LATER), vandaag)])
        gooi_concept_weg(collega, schrijf(collega, casus, [], None))
        for melding in (gezin.melding, tweede):
            handel_melding_af(collega, melding, "onderzocht", vandaag)
        sluit_casussen(collega, [(casus, "geen_contact", vandaag)])
    with klok.op(VANDAAG + timedelta(days=20)):
        heropen_casus(collega, casus)


def kijk_terug(wie: Actor, plan: int, rust: Doelinvoer) -> None:
    """Look back twice; the second time was a mistake."""
    for dagen in (100, 120):
        uitslag = Doeluitslaginvoer(rust.kenmerk, "deels", "Het gaat wel.", "afschalen")
        uitkomst = Uitkomstinvoer(rust.persoon, cijfer=7)
        volgende = VANDAAG + timedelta(days=dagen)
        invoer = Evaluatieinvoer(uuid4(), plan, VANDAAG, volgende, (uitslag,), (uitkomst,))
        [nummer] = leg_evaluaties_vast(wie, [invoer])
    trek_evaluatie_in(wie, nummer)


def regisseer_elders(wie: Actor, casus: int) -> None:
    """Let a partner direct, look at it, take it back; and again, until the casus closes."""
    nummer = maak_partnerregie(wie, casus)
    bekijk_partnerregies(wie, [(nummer, LATER, "Het loopt.")])
    beeindig_partnerregies(wie, [(nummer, VANDAAG)])
    maak_partnerregie(wie, casus)


def laat_meelezen(casus: int, wie: Actor) -> None:
    """Let somebody read along twice; the first time ends sooner."""
    for keer in range(2):
        invoer = Consultatieinvoer(uuid4(), casus, wie.id or 0, "Kijk mee.", klok.vandaag())
        [nummer] = begin_consultaties(SYSTEEM, [invoer])
        if keer == 0:
            stop_consultatie(SYSTEEM, nummer)


def draag_warm_over(van: Actor, naar: Actor, casus: int) -> None:
    """Ask, and take it back; ask, and be refused; ask, and be answered with a yes."""
    for hoe in ("trek_in", "weiger", "aanvaard"):
        [nummer] = stel_overdrachten_voor(van, [Overdrachtinvoer(uuid4(), casus, naar.id or 0, "Het gaat.")])
        if hoe == "trek_in":
            trek_overdracht_in(van, nummer)
        elif hoe == "weiger":
            weiger_overdracht(naar, nummer, "Nu geen ruimte.")
        else:
            aanvaard_overdracht(naar, nummer, klok.vandaag())


def evaluatierij(e: Evaluatie) -> Evaluatiestand:
    return Evaluatiestand(
        op=e.op,
        volgende_op=e.volgende_op,
        doelen={u.doel.kenmerk: (Bereikt(u.bereikt), Vervolg(u.vervolg)) for u in e.doelen.all()},
        uitkomsten={
            u.inwoner_id: Uitkomststand(
                Einde(u.einde),
                u.cijfer,
                Mate(u.zonder_hulp) if u.zonder_hulp else None,
                Mate(u.minder_problemen) if u.minder_problemen else None,
            )
            for u in e.uitkomsten.all()
        },
    )


def gevouwen(casus: int) -> CasusStand | None:
    return vouw((g.voorgevallen_op, lees(g)) for g in van_onderwerp("casus.casus", [casus]).get(casus, []))


def casusrij(casus: int) -> CasusStand:
    c = Casus.objects.select_related("team").get(pk=casus)
    regie = Regie.objects.filter(casus=casus).order_by("pk")
    return CasusStand(
        kader=c.wet,
        team=c.team.code,
        huishouden=c.huishouden_id,
        geopend_op=c.geopend_op,
        betrokkenen=frozenset(Betrokkene.objects.filter(casus=c).values_list("inwoner_id", flat=True)),
        meldingen=frozenset(Casusmelding.objects.filter(casus=c).values_list("melding_id", flat=True)),
        regie=tuple(Regieperiode(r.gebruiker_id, Taakrol(r.rol), r.van, r.tot) for r in regie),
        status=Status(c.status),
        gesloten_op=c.gesloten_op,
        reden=c.reden_sluiten,
        intensiteit=c.intensiteit,
        consultaties={
            c.kenmerk: Consultatiestand(c.gebruiker_id, c.van, c.tot, c.beeindigd_op)
            for c in Consultatie.objects.filter(casus=casus)
        },
        overdrachten={
            o.kenmerk: Overdrachtstand(o.van_id, o.naar_id, Overdrachtstatus(o.status), o.contact_op)
            for o in Overdracht.objects.filter(casus=c)
        },
        partnerregies={
            p.kenmerk: Partnerstand(p.leefgebied, p.organisatie_id, p.van, p.bekijken_op, p.tot)
            for p in Partnerregie.objects.filter(casus=c)
        },
    )


def _vervangen_op(plan: Plan) -> date | None:
    """Return the day on which the next version that holds came in the place of this one."""
    later = Plan.objects.filter(casus=plan.casus, versie__gt=plan.versie, vastgesteld_op__isnull=False)
    volgende = later.order_by("versie").first()
    return volgende.vastgesteld_op if volgende and plan.vastgesteld_op else None


def planrij(plan: Plan) -> PlanStand:
    acties = Actie.objects.filter(doel__plan=plan).select_related("doel")
    akkoorden = Akkoord.objects.filter(plan=plan)
    return PlanStand(
        casus=plan.casus_id,
        team=plan.casus.team.code,
        versie=plan.versie,
        opgesteld_op=plan.opgesteld_op,
        evaluatie_op=plan.evaluatie_op,
        doelen=dict(Doel.objects.filter(plan=plan).values_list("kenmerk", "leefgebied")),
        acties={
            a.kenmerk: Actiestand(a.niveau, a.doel.leefgebied, Actiestatus(a.status), a.afgerond_op)
            for a in acties
        },
        status=Planstatus(plan.status),
        vastgesteld_op=plan.vastgesteld_op,
        vervangen_op=_vervangen_op(plan),
        basishulp={
            a.kenmerk: Basishulpstand(a.inwoner_id, a.wet, a.van or plan.vastgesteld_op, a.uiterlijk)
            for a in acties
            if a.niveau == "basishulp" and plan.vastgesteld_op
        },
        gemis={a.kenmerk: (a.gemist, a.gemis_reden) for a in acties if a.gemist and plan.vastgesteld_op},
        evaluaties={
            e.kenmerk: evaluatierij(e) for e in Evaluatie.objects.filter(plan=plan, ingetrokken_op=None)
        },
        akkoorden={a.inwoner_id: Akkoordstand(a.oordeel, a.op, tuple(a.gezegd_door)) for a in akkoorden},
    )


def test_every_row_equals_the_fold_of_its_events(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor, buur: Actor
) -> None:
    beleef(gezin, casus, consulent, collega, buur)
    van_hier = (events.CASUS, events.PLAN)
    gebeurd = set(Gebeurtenis.objects.filter(onderwerp_soort__in=van_hier).values_list("soort", flat=True))
    assert gebeurd == {soort.soort for soort in SOORTEN.values() if soort.onderwerp in van_hier}
    assert gevouwen(casus) == casusrij(casus)
    for plan in Plan.objects.select_related("casus__team"):
        regels = van_onderwerp(events.PLAN, [plan.pk])[plan.pk]
        assert vouw_plan((g.voorgevallen_op, lees(g)) for g in regels) == planrij(plan)


def test_a_closed_casus_equals_the_fold_of_its_events(gezin: Gezin, casus: int, consulent: Actor) -> None:
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "verhuisd", VANDAAG)])
    assert gevouwen(casus) == casusrij(casus)


def test_what_was_opened_by_mistake_never_was(gezin: Gezin, casus: int, consulent: Actor) -> None:
    sluit_casussen(consulent, [(casus, "vergissing", VANDAAG)])
    assert gevouwen(casus) is None
    assert gevouwen(maak_casus(consulent, gezin.melding)) is not None


def test_erasure_takes_the_words_of_one_and_leaves_those_of_the_others(
    gezin: Gezin, casus: int, consulent: Actor, settings: pytest.FixtureRequest, tmp_path: object
) -> None:
    settings.SAMENDOEN_SLEUTELS = tmp_path  # type: ignore[attr-defined]
    plan = schrijf(
        consulent, casus, [doel(gezin.zoon, actie(wie="Oma"), tekst="KANARIE"), doel(gezin.moeder)], LATER
    )
    nee = Akkoordinvoer(plan, gezin.zoon, "niet_akkoord", VANDAAG, "KANARIE", ("zelf",))
    leg_akkoorden_vast(consulent, [nee])
    wis_persoon(SYSTEEM, gezin.zoon, "wmo", "verzoek")
    assert sorted(Doel.objects.values_list("tekst", flat=True)) == ["", "Rust in huis."]
    assert list(Actie.objects.values_list("tekst", "wie")) == [("", "")]
    assert (Akkoord.objects.get().toelichting, Akkoord.objects.get().oordeel) == ("", "niet_akkoord")


def test_whoever_the_plan_is_about_keeps_the_dossier_from_that_day_on(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    """Retention counts from the last change (Wmo 2015 art. 5.3.4): a goal changes that of its person."""
    later = VANDAAG + timedelta(days=30)
    dossier = {b.inwoner_id: b.dossier_id for b in Betrokkene.objects.all()}

    def gewijzigd() -> dict[int, date]:
        rijen = Dossier.objects.filter(pk__in=dossier.values()).values_list(
            "persoon_id", "laatst_gewijzigd_op"
        )
        return dict(rijen)

    with klok.op(later):
        plan = schrijf(consulent, casus, [doel(gezin.zoon)], later + timedelta(days=90))
        assert gewijzigd() == {gezin.moeder: later, gezin.zoon: later, gezin.dochter: VANDAAG}
    with klok.op(later + timedelta(days=1)):
        stel_plannen_vast(consulent, [(plan, klok.vandaag())])
        assert gewijzigd()[gezin.zoon] == klok.vandaag()
    with klok.op(later + timedelta(days=2)):
        handel_melding_af(consulent, gezin.melding, "onderzocht", klok.vandaag())
        sluit_casussen(consulent, [(casus, "zelf_verder", klok.vandaag())])
        assert set(gewijzigd().values()) == {klok.vandaag()}
