"""A budget that changes: shifted, added to, taken back; and what a light for money means, by whom."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samendoen.beleid import api
from samendoen.beleid.actions.begrotingswijziging import (
    NieuweWijziging,
    trek_wijziging_in,
    wijzig_begroting,
    zet_geldgrens,
)
from samendoen.beleid.models import (
    Begrotingskolom,
    Begrotingsregel,
    Begrotingswijziging,
    Besteding,
    Geldgrens,
    Plan,
)
from samendoen.beleid.queries.begroting import begrotingen
from samendoen.beleid.rules import Soort
from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, Rol, lees, van_onderwerp
from tests.integration.beleid.test_begroting import klant, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_2021")]
GELD = "/koers/geld/?plan=lansingerland"
KANS, KNEL, IN_2021, IN_2022 = "kans", "knel", "2021", "2022"


@pytest.fixture
def in_2021() -> Iterator[None]:
    """Let it be a day in 2021, a year the budget has."""
    with klok.op(date(2021, 9, 15)):
        yield


@pytest.fixture
def plan(db: None) -> Plan:
    """Give Lansingerland's plan as it is read in."""
    api.importeer_plan(SYSTEEM, "lansingerland")
    return Plan.objects.get(code="lansingerland")


def nieuw(
    van: str, naar: str, euro: int, soort: Soort = Soort.INCIDENTEEL, **anders: object
) -> NieuweWijziging:
    """Return a change in 2021, by the codes of the lines."""
    regel = dict(Begrotingsregel.objects.values_list("code", "pk"))
    velden: dict[str, object] = {
        "kenmerk": uuid4(),
        "kolom_id": Begrotingskolom.objects.get(code=IN_2021, begroting__regels__code=KANS).pk,
        "van_id": regel.get(van),
        "naar_id": regel.get(naar),
        "eurocent": euro * 100,
        "soort": soort,
        "reden": "Er kwamen minder gezinnen dan gedacht.",
    }
    return NieuweWijziging(**(velden | anders))  # type: ignore[arg-type]


def bedragen(plan: Plan, code: str) -> tuple[int, int]:
    """Return what a line has in 2021 and 2022, in euros."""
    [gelezen] = begrotingen(plan)
    regel = next(r for r in gelezen.begroting.regels if r.code == code)
    return regel.bedragen[IN_2021] // 100, regel.bedragen[IN_2022] // 100


def test_a_shift_moves_money_and_no_total(plan: Plan, adviseur: Actor) -> None:
    eenmalig = nieuw(KANS, KNEL, 10_000)
    nummer = wijzig_begroting(adviseur, eenmalig)
    assert wijzig_begroting(adviseur, eenmalig) == nummer  # sent twice
    assert (bedragen(plan, KANS), bedragen(plan, KNEL)) == ((265_000, 275_000), (148_000, 138_000))
    wijzig_begroting(adviseur, nieuw(KANS, KNEL, 1_000, Soort.STRUCTUREEL))
    assert (bedragen(plan, KANS), bedragen(plan, KNEL)) == ((264_000, 274_000), (149_000, 139_000))
    [gelezen] = begrotingen(plan)
    assert gelezen.begroting.totaal(IN_2021) == gelezen.document.totaal(IN_2021) == 963_000_00
    bladzij = tekst(klant(Rol.RAAD), GELD)
    assert "Elk kind een kans naar" in bladzij
    assert "€ 264.000" in bladzij
    assert "telt op tot € 825.000" in bladzij  # what the document says is still held against the document

    trek_wijziging_in(adviseur, nummer)
    trek_wijziging_in(adviseur, nummer)
    assert bedragen(plan, KANS) == (274_000, 274_000)
    soorten = [g.soort for g in van_onderwerp("beleid.begrotingswijziging", [nummer])[nummer]]
    assert soorten == ["beleid.begroting_gewijzigd", "beleid.begrotingswijziging_ingetrokken"]
    assert "teruggenomen op" in tekst(klant(Rol.BELEID), GELD)


def test_money_comes_from_outside_and_what_is_available_follows(plan: Plan, adviseur: Actor) -> None:
    regel = Begrotingsregel.objects.get(code=KANS)
    api.boek_bestedingen(adviseur, [api.NieuweBesteding(regel.pk, 2021, 280_000_00, klok.vandaag())])
    erbij = wijzig_begroting(adviseur, nieuw("", KANS, 25_000))
    [gelezen] = begrotingen(plan)
    assert gelezen.begroting.besteed(2021) == (300_000_00, 280_000_00)
    assert gelezen.begroting.totaal(IN_2021) == 988_000_00
    # Taken away again, it may not be used twice.
    wijzig_begroting(adviseur, nieuw(KANS, "", 290_000))
    with pytest.raises(Domeinfout) as gemeld:
        trek_wijziging_in(adviseur, erbij)
    assert gemeld.value.fout == "begrotingswijziging_te_veel"
    assert Begrotingswijziging.objects.get(pk=erbij).ingetrokken_op is None


def test_what_cannot_be_is_refused_and_changes_nothing(
    plan: Plan, adviseur: Actor, raadslid: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    ander = Begrotingskolom.objects.exclude(begroting__onderdeel__plan=plan).first()
    assert ander
    fouten = {
        "begrotingswijziging_bedrag": nieuw(KANS, KNEL, 0),
        "begrotingswijziging_leeg": nieuw("", "", 5),
        "begrotingswijziging_zelfde": nieuw(KANS, KANS, 5),
        "reden_ontbreekt": nieuw(KANS, KNEL, 5, reden=" "),
        "begrotingswijziging_begroting": nieuw(KANS, KNEL, 5, kolom_id=ander.pk),
        "begrotingswijziging_te_veel": nieuw(KANS, KNEL, 275_001),
    }
    for fout, wijziging in fouten.items():
        with pytest.raises(Domeinfout) as gemeld:
            wijzig_begroting(adviseur, wijziging)
        assert gemeld.value.fout == fout
    with pytest.raises(NietGevonden):
        wijzig_begroting(adviseur, nieuw(KANS, KNEL, 5, naar_id=0))
    with pytest.raises(Geweigerd):
        wijzig_begroting(raadslid, nieuw(KANS, KNEL, 5))

    def stuk(*_a: object, **_k: object) -> None:
        raise RuntimeError("opslag weg")

    monkeypatch.setattr("samendoen.beleid.actions.begrotingswijziging.leg_vast", stuk)
    with pytest.raises(RuntimeError):
        wijzig_begroting(adviseur, nieuw(KANS, KNEL, 5))
    assert not Begrotingswijziging.objects.exists()


def test_a_light_for_money_means_what_somebody_said_from_that_day_on(plan: Plan, adviseur: Actor) -> None:
    regel = Begrotingsregel.objects.get(code=KANS)
    # Half a year of 150.000 is 300.000 a year: 109% of 275.000.
    api.boek_bestedingen(adviseur, [api.NieuweBesteding(regel.pk, 2021, 150_000_00, date(2021, 6, 30))])
    beleid = klant(Rol.BELEID)
    assert "iets boven het budget" in tekst(beleid, GELD)
    assert "de gemeente heeft nog niets anders bepaald" in tekst(beleid, GELD)
    url = "/koers/geld/licht/?plan=lansingerland"
    fout = beleid.post(
        url, {"groen_tot": "110", "oranje_tot": "105", "vanaf": "2021-09-01", "reden": "Afspraak"}
    )
    assert "ligt boven die van groen" in fout.content.decode()
    goed = {"groen_tot": "100", "oranje_tot": "105", "vanaf": "2021-09-01", "reden": "Afspraak met de raad."}
    beleid.post(url, goed, follow=True)
    bladzij = tekst(beleid, GELD)
    assert "ver boven het budget" in bladzij
    assert "vanaf 1 september 2021: Afspraak met de raad." in bladzij
    rij = Geldgrens.objects.get()
    assert zet_geldgrens(adviseur, plan.pk, 100, 105, klok.vandaag(), "Nog eens") == rij.pk
    later = zet_geldgrens(adviseur, plan.pk, 100, 120, date(2022, 1, 1), "Ruimer")
    assert later != rij.pk
    assert "ver boven het budget" in tekst(beleid, GELD)  # not yet
    gebeurd = van_onderwerp("beleid.plan", [plan.pk])[plan.pk]
    assert [lees(g).oranje_tot for g in gebeurd if g.soort == "beleid.geldgrens_gezet"] == [105, 120]  # type: ignore[attr-defined]


def test_a_change_and_a_ledger_on_screen(plan: Plan) -> None:
    beleid = klant(Rol.BELEID)
    [gelezen] = begrotingen(plan)
    url = f"/koers/geld/begrotingen/{gelezen.id}/"
    leeg = beleid.get(url).content.decode()
    assert "Van buiten deze begroting" in leeg
    stuur: dict[str, object] = {
        "kenmerk": str(uuid4()), "bedrag": "1.000,50", "van": gelezen.ids[KANS], "naar": gelezen.ids[KNEL],
        "kolom": Begrotingskolom.objects.get(code=IN_2021).pk, "soort": "I", "reden": "Schuiven",
    }  # fmt: skip
    fout = beleid.post(url, stuur | {"bedrag": "veel", "van": ""})
    assert "Dit is geen bedrag" in fout.content.decode()
    gedaan = beleid.post(url, stuur, follow=True).content.decode()
    assert "De begroting is gewijzigd" in gedaan
    rij = Begrotingswijziging.objects.get()
    assert rij.eurocent == 1_000_50
    terug = f"/koers/geld/wijzigingen/{rij.pk}/"
    assert "Schuiven" in beleid.get(terug).content.decode()
    assert "teruggenomen" in beleid.post(terug, follow=True).content.decode()
    assert beleid.get("/koers/geld/wijzigingen/0/").status_code == 404
    assert beleid.get("/koers/geld/begrotingen/0/").status_code == 404

    url = "/koers/geld/grootboek/?plan=lansingerland"
    assert "Kies een bestand, of plak de regels." in beleid.post(url, {"tekst": ""}).content.decode()
    plaatje = SimpleUploadedFile("g.csv", b"\x81\x8d\x8f\x90")
    assert "Dit is geen tekstbestand" in beleid.post(url, {"bestand": plaatje}).content.decode()
    regels = "regel;jaar;besteed;tot\r\nkans;2021;20.000;2021-07-31\r\n".encode("utf-8-sig")
    goed = beleid.post(url, {"bestand": SimpleUploadedFile("g.csv", regels)}, follow=True)
    assert "Ingelezen: 1 nieuwe bedragen." in goed.content.decode()
    assert Besteding.objects.filter(jaar=2021).count() == 1
