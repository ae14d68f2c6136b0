"""An investigation: begin, choose where to look, write it down; who may, what is recorded and erased."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from samendoen.casus import events
from samendoen.casus.api import (
    Bevindinginvoer,
    NieuwOnderzoek,
    begin_onderzoeken,
    geef_cijfers_later,
    gooi_onderzoek_weg,
    haal_melding_los,
    neem_meldingen_mee,
    schrijf_bevindingen,
    schrijf_onderzochten,
    sluit_casussen,
    verstuur_verslagen,
    voeg_meldingen_toe,
)
from samendoen.casus.models import (
    Bevinding,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
    Verslagbrief,
    Verslagdeel,
)
from samendoen.casus.rules import (
    Gebiedstand,
    Onderzochtestand,
    OnderzoekStand,
    Onderzoekstatus,
    vouw_onderzoek,
)
from samendoen.inwoners.api import NieuwGezag, leg_gezag_vast
from samendoen.kaart.api import aanbod_voor_keuze, importeer_kaart
from samendoen.kernel import gebeurtenissen, klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import SOORTEN, lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis, Grond, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.maak import actor, maak_medewerker
from tests.onderzoekmaker import begin, bevinding, gelezen, kies, onderzochte, soorten, vol

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def gast(gezin: Gezin, casus: int) -> Actor:
    """Give somebody who may write about the mother alone."""
    from samendoen.casus.api import betrokkenen

    wie = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Guus Gast"))
    dossier = next(w.dossier_id for w in betrokkenen(casus) if w.persoon_id == gezin.moeder)
    with schrijft("kernel"):
        ken_toe([Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=wie.id)])
    return wie


def test_it_begins_about_who_asked_on_the_domains_of_the_question(consulent: Actor) -> None:
    [persoon] = maak_gezin(("Fatima", date(1985, 3, 12)))
    nieuw = NieuweMelding(
        uuid4(),
        "Het huis.",
        "telefoon",
        "wmo",
        TEAM,
        VANDAAG,
        inwoner=persoon,
        leefgebieden=("huishouden", "wonen"),
    )
    casus = maak_casus(consulent, registreer_meldingen(SYSTEEM, [nieuw])[0])
    nummer = begin(consulent, casus)
    assert Onderzoekmelding.objects.get().onderzoek_id == nummer
    assert Onderzochte.objects.get().inwoner_id == persoon
    rijen = Bevinding.objects.order_by("volgorde").values_list("leefgebied", flat=True)
    assert list(rijen) == ["wonen", "huishouden"]
    assert soorten(nummer) == ["onderzoek_begonnen", "leefgebieden_gekozen"]


def test_the_same_form_twice_is_one_investigation(casus: int, consulent: Actor) -> None:
    nieuw = NieuwOnderzoek(uuid4(), casus, VANDAAG)
    een = begin_onderzoeken(consulent, [nieuw])
    assert begin_onderzoeken(consulent, [nieuw]) == een
    assert Onderzoek.objects.count() == 1


def test_one_runs_at_a_time(casus: int, consulent: Actor) -> None:
    begin(consulent, casus)
    with pytest.raises(Domeinfout, match="loopt al onderzoek 1") as fout:
        begin(consulent, casus)
    assert fout.value.fout == "onderzoek_loopt"


@pytest.mark.parametrize("dag", [VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)])
def test_it_does_not_begin_before_the_casus_or_in_the_future(casus: int, consulent: Actor, dag: date) -> None:
    with pytest.raises(Domeinfout) as fout:
        begin(consulent, casus, op=dag)
    assert fout.value.veld == "op"


def test_a_closed_casus_is_not_investigated(gezin: Gezin, casus: int, consulent: Actor) -> None:
    from samendoen.toegang.api import handel_melding_af

    handel_melding_af(SYSTEEM, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    with pytest.raises(Domeinfout):
        begin(consulent, casus)


def test_a_further_question_is_taken_along(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer, tweede = begin(consulent, casus), maak_melding(gezin.zoon)
    with pytest.raises(Domeinfout, match="hoort niet bij de casus"):
        neem_meldingen_mee(consulent, [(nummer, tweede)])
    voeg_meldingen_toe(consulent, [(casus, tweede)])
    for _keer in range(2):
        neem_meldingen_mee(consulent, [(nummer, tweede)])
    assert set(Onderzoekmelding.objects.values_list("melding_id", flat=True)) == {gezin.melding, tweede}
    assert soorten(nummer).count("onderzoek_melding_meegenomen") == 1


def test_a_domain_with_words_does_not_go_by_a_click(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen", "inkomen")
    schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder)])
    with pytest.raises(Domeinfout, match="Over Wonen is al iets opgeschreven"):
        kies(consulent, nummer, gezin.moeder, "inkomen")
    kies(consulent, nummer, gezin.moeder, "huishouden", "wonen")
    assert list(Bevinding.objects.order_by("volgorde").values_list("leefgebied", "situatie")) == [
        ("huishouden", ""),
        ("wonen", "De trap is te steil."),
    ]


@pytest.mark.parametrize("gebieden", [("kelder",), ("wonen", "wonen")])
def test_a_domain_that_is_not_there_or_twice_is_refused(
    gezin: Gezin, casus: int, consulent: Actor, gebieden: tuple[str, ...]
) -> None:
    with pytest.raises(Domeinfout) as fout:
        kies(consulent, begin(consulent, casus), gezin.moeder, *gebieden)
    assert fout.value.veld == "leefgebieden"


def test_words_are_kept_clean_and_once(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    invoer = bevinding(nummer, gezin.moeder, situatie="  Een trap.\r\nTe steil. ")
    assert "situatie" in schrijf_bevindingen(consulent, [invoer])[0].anders
    assert schrijf_bevindingen(consulent, [invoer])[0].anders == ()
    rij = Bevinding.objects.get()
    assert (rij.situatie, rij.cijfer, rij.versie) == ("Een trap.\nTe steil.", 4, 1)
    assert rij.bijgewerkt_door_id == consulent.id


def test_what_is_typed_all_day_is_one_event(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")

    def typ(door: Actor, **anders: object) -> int:
        rij = Bevinding.objects.get()
        nu = {v: getattr(rij, v) for v in bevinding(0, 0).VELDEN}
        schrijf_bevindingen(door, [bevinding(nummer, gezin.moeder, **{**nu, **anders}, gelezen=gelezen(rij))])
        return soorten(nummer).count("bevinding_geschreven")

    assert typ(consulent, situatie="De") == 1
    assert typ(consulent, situatie="De trap") == 1
    assert typ(consulent, cijfer=3) == 2
    assert typ(collega, situatie="De trap is steil") == 3
    with klok.op(VANDAAG + timedelta(days=1)):
        assert typ(collega, situatie="De trap is te steil") == 4


def test_two_writers_in_two_fields_keep_both(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    leeg = gelezen(Bevinding.objects.get())
    schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder, wens="", cijfer=None, gelezen=leeg)])
    mijn = Bevindinginvoer(nummer, gezin.moeder, "wonen", wens="Een lift.", gelezen=leeg)
    [samen] = schrijf_bevindingen(collega, [mijn])
    rij = Bevinding.objects.get()
    assert (rij.situatie, rij.wens) == ("De trap is te steil.", "Een lift.")
    assert samen.anders == ("wens",)
    assert set(samen.van_ander) == {"situatie", "eigen_kracht", "netwerk", "mantelzorg", "algemeen"}


def test_two_writers_in_one_field_overwrite_nothing(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    leeg = gelezen(Bevinding.objects.get())
    schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder, gelezen=leeg)])
    ander = bevinding(nummer, gezin.moeder, situatie="Er is geen trap.", wens="Iets nieuws.", gelezen=leeg)
    with pytest.raises(Domeinfout) as fout:
        schrijf_bevindingen(collega, [ander])
    assert (fout.value.fout, fout.value.veld) == ("onderzoek_botst", "situatie")
    assert Bevinding.objects.get().wens == "Ik wil beneden kunnen slapen."
    schrijf_bevindingen(collega, [replace(ander, gelezen=gelezen(Bevinding.objects.get()))])
    assert Bevinding.objects.get().situatie == "Er is geen trap."


@pytest.mark.parametrize(
    ("veld", "anders"),
    [
        ("situatie", {"situatie": "x" * 5001}),
        ("wens", {"wens": "a\x00"}),
        ("cijfer", {"cijfer": 11}),
        ("aanbod", {"aanbod": (987654,)}),
        ("op", {"op": VANDAAG + timedelta(days=1)}),
    ],
)
def test_a_finding_that_cannot_be(
    gezin: Gezin, casus: int, consulent: Actor, veld: str, anders: dict[str, Any]
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    with pytest.raises(Domeinfout) as fout:
        schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder, **anders)])
    assert fout.value.veld == veld
    assert Bevinding.objects.get().versie == 0


@pytest.mark.parametrize(
    ("veld", "anders"),
    [
        ("clientondersteuning", {"clientondersteuning": "misschien"}),
        ("eigen_plan", {"eigen_plan": "spoorboekje"}),
        ("eigen_plan", {"eigen_plan": "geen"}),
        ("verteld", {"verteld": ("alles",)}),
        ("plan_ontvangen_op", {"plan_ontvangen_op": VANDAAG + timedelta(days=1)}),
    ],
)
def test_what_goes_for_somebody_and_cannot_be(
    gezin: Gezin, casus: int, consulent: Actor, veld: str, anders: dict[str, Any]
) -> None:
    nummer = begin(consulent, casus)
    with pytest.raises(Domeinfout) as fout:
        schrijf_onderzochten(consulent, [onderzochte(nummer, gezin.moeder, **anders)])
    assert fout.value.veld == veld


def test_a_domain_or_person_that_was_not_chosen_is_refused(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nummer = begin(consulent, casus)
    with pytest.raises(Domeinfout, match="hoort niet bij het onderzoek"):
        schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder)])
    with pytest.raises(Domeinfout, match="hoort niet bij het onderzoek"):
        schrijf_onderzochten(consulent, [onderzochte(nummer, gezin.zoon)])


def test_who_may_not_write_about_somebody(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor, gast: Actor
) -> None:
    nummer = vol(consulent, casus, gezin.moeder, gezin.zoon)
    with pytest.raises(NietGevonden):
        schrijf_bevindingen(buur, [bevinding(nummer, gezin.moeder)])
    with pytest.raises(NietGevonden):
        schrijf_bevindingen(gast, [bevinding(nummer, gezin.zoon)])
    with pytest.raises((NietGevonden, Geweigerd)):
        verstuur_verslagen(gast, [(nummer, VANDAAG)])
    assert Onderzoek.objects.get().status == "loopt"


def test_nothing_changes_when_recording_fails(
    gezin: Gezin, casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")

    def faal(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(gebeurtenissen, "_raak_aan", faal)
    for doe in (
        lambda: schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder)]),
        lambda: schrijf_onderzochten(consulent, [onderzochte(nummer, gezin.moeder)]),
        lambda: kies(consulent, nummer, gezin.moeder, "inkomen"),
        lambda: verstuur_verslagen(consulent, [(nummer, VANDAAG)]),
        lambda: gooi_onderzoek_weg(consulent, nummer),
    ):
        with pytest.raises(RuntimeError):
            doe()
    assert Bevinding.objects.get().situatie == Onderzochte.objects.get().conclusie == ""
    assert (Onderzoek.objects.get().status, Melding.objects.get().status) == ("loopt", "open")
    assert not Verslagbrief.objects.exists()


def test_no_word_of_it_stands_in_an_event(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    alles = str(list(Gebeurtenis.objects.values_list("gegevens", flat=True)))
    assert "trap" not in alles
    assert "Beneden" not in alles


def rij(nummer: int) -> OnderzoekStand:
    o = Onderzoek.objects.select_related("casus__team").get(pk=nummer)
    return OnderzoekStand(
        casus=o.casus_id,
        team=o.casus.team.code,
        begonnen_op=o.begonnen_op,
        kopie_van=o.kopie_van_id,
        meldingen=frozenset(
            Onderzoekmelding.objects.filter(onderzoek=o).values_list("melding_id", flat=True)
        ),
        personen={
            p.inwoner_id: Onderzochtestand(
                gebieden={
                    b.leefgebied: Gebiedstand(tuple(b.aanbod), b.cijfer, b.cijfer_later)
                    for b in Bevinding.objects.filter(onderzochte=p).order_by("volgorde")
                },
                clientondersteuning=p.clientondersteuning,
                eigen_plan=p.eigen_plan,
                plan_ontvangen_op=p.plan_ontvangen_op,
                verteld=frozenset(p.verteld),
            )
            for p in Onderzochte.objects.filter(onderzoek=o)
        },
        status=Onderzoekstatus(o.status),
        verstuurd_op=o.verstuurd_op,
        ontvangers=frozenset(Verslagbrief.objects.filter(onderzoek=o).values_list("inwoner_id", flat=True)),
    )


def test_every_row_equals_the_fold_of_its_events(gezin: Gezin, casus: int, consulent: Actor) -> None:
    importeer_kaart(SYSTEEM, "1961")
    nummer, _naam = aanbod_voor_keuze(["wonen"])[0]
    begonnen = vol(consulent, casus, gezin.moeder, gezin.zoon)
    rijtje = Bevinding.objects.get(inwoner=gezin.moeder)
    schrijf_bevindingen(
        consulent,
        [bevinding(begonnen, gezin.moeder, aanbod=(nummer,), cijfer=3, gelezen=gelezen(rijtje))],
    )
    tweede = maak_melding(gezin.zoon)
    voeg_meldingen_toe(consulent, [(casus, tweede)])
    neem_meldingen_mee(consulent, [(begonnen, tweede)])
    haal_melding_los(consulent, casus, tweede)
    verstuur_verslagen(consulent, [(begonnen, VANDAAG)])
    geef_cijfers_later(consulent, [(begonnen, gezin.moeder, "wonen", 8)])
    kopie = begin(consulent, casus, kopie_van=begonnen)
    gooi_onderzoek_weg(consulent, kopie)
    alle = Gebeurtenis.objects.filter(onderwerp_soort=events.ONDERZOEK)
    gebeurd = set(alle.values_list("soort", flat=True))
    assert gebeurd == {s.soort for s in SOORTEN.values() if s.onderwerp == events.ONDERZOEK}
    for pk, regels in van_onderwerp(events.ONDERZOEK, [begonnen, kopie]).items():
        assert vouw_onderzoek((g.voorgevallen_op, lees(g)) for g in regels) == rij(pk)


def test_erasure_takes_the_words_of_one_out_of_every_letter(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    leg_gezag_vast(SYSTEEM, [NieuwGezag(gezin.dochter, gezin.moeder, VANDAAG)])
    nummer = vol(consulent, casus, gezin.moeder, gezin.dochter)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    wis_persoon(SYSTEEM, gezin.dochter, "wmo", "verzoek")
    moeder, dochter = (Bevinding.objects.get(inwoner=p) for p in (gezin.moeder, gezin.dochter))
    assert (dochter.situatie, dochter.cijfer, moeder.situatie) == ("", None, "De trap is te steil.")
    delen = dict(Verslagdeel.objects.filter(brief__inwoner=gezin.moeder).values_list("inwoner_id", "blokken"))
    assert delen[gezin.dochter] is None
    assert "De trap is te steil." in str(delen[gezin.moeder])
