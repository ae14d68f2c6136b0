"""The council asks: on course, what changed, what was promised, and what if we stop."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.beleid import api
from samendoen.beleid.actions import raad
from samendoen.beleid.actions.begrotingswijziging import NieuweWijziging, wijzig_begroting
from samendoen.beleid.actions.raad import NieuweBelofte, NieuweVerplichting
from samendoen.beleid.models import Begrotingsregel, Belofte, Doelstelling, Plan, Stand, Verplichting
from samendoen.beleid.rules import Soort
from samendoen.beleid.rules.raad import Beloftesoort, Beloftestaat
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, Rol, van_onderwerp
from tests.integration.beleid.conftest import Licht
from tests.integration.beleid.test_begroting import klant, tekst

pytestmark = pytest.mark.django_db
RAAD = "/koers/raad/?plan=lopik"


@pytest.fixture
def doel(lopik: Plan) -> Doelstelling:
    """Give one goal of the agenda."""
    return Doelstelling.objects.get(code="1.1", thema__onderdeel__plan=lopik)


@pytest.fixture
def kans() -> Doelstelling:
    """Give a goal of Lansingerland, that has money of its own."""
    api.importeer_plan(SYSTEEM, "lansingerland")
    return Doelstelling.objects.get(code="1", thema__onderdeel__plan__code="lansingerland")


def motie(doel: Doelstelling, **anders: object) -> NieuweBelofte:
    """Return a motion of last month beside a goal."""
    velden: dict[str, object] = {
        "kenmerk": uuid4(),
        "doel_id": doel.pk,
        "soort": Beloftesoort.MOTIE,
        "titel": "Meer buurtkamers",
        "gedaan_op": klok.vandaag() - timedelta(days=30),
    }
    return NieuweBelofte(**(velden | anders))  # type: ignore[arg-type]


def test_the_page_says_whether_we_are_on_course_by_what_was_published(
    lopik: Plan, licht: Licht, adviseur: Actor
) -> None:
    raadslid = klant(Rol.RAAD)
    assert "of we op koers zijn, is niet te zeggen" in tekst(raadslid, RAAD)
    api.zet_standen(adviseur, [licht()])
    assert "is niet te zeggen" in tekst(raadslid, RAAD)  # nobody approved it yet
    assert "De planning schuift" not in tekst(klant(Rol.BELEID), RAAD)
    with schrijft("beleid"):
        Stand.objects.update(gepubliceerd_op=klok.vandaag())
    bladzij = tekst(raadslid, RAAD)
    assert "bij 1 van de 1 activiteiten met een licht is aandacht nodig" in bladzij
    assert "tijd: was geen licht, is nu oranje: let op De planning schuift." in bladzij
    # Since today nothing changed any more.
    nu = f"{RAAD}&sinds={klok.vandaag().isoformat()}"
    assert "Niets dat gepubliceerd is, is sinds die dag veranderd." in tekst(raadslid, nu)
    assert "Deze dag ligt in de toekomst" in tekst(raadslid, f"{RAAD}&sinds=2030-01-01")
    with CaptureQueriesContext(connection) as vragen:
        raadslid.get(RAAD)
    assert len(vragen) <= 40


def test_a_motion_is_kept_ended_and_reopened(doel: Doelstelling, adviseur: Actor, raadslid: Actor) -> None:
    nieuw = motie(doel, uiterlijk=klok.vandaag() - timedelta(days=1), tekst="In elk dorp een.")
    nummer = raad.leg_belofte_vast(adviseur, nieuw)
    assert raad.leg_belofte_vast(adviseur, nieuw) == nummer
    bezoek = klant(Rol.RAAD)
    assert "Motie: Meer buurtkamers Te laat: had klaar moeten zijn op 2 juni 2024" in tekst(bezoek, RAAD)
    assert "Meer buurtkamers" in tekst(bezoek, f"/koers/doelen/{doel.pk}/")

    beleid = klant(Rol.BELEID)
    einde = f"/koers/beloften/{nummer}/"
    assert "In elk dorp een." in beleid.get(einde).content.decode()
    beleid.post(einde, {"staat": "afgedaan", "uitkomst": "Er zijn er vier."}, follow=True)
    assert "Afgedaan op 3 juni 2024" in tekst(bezoek, RAAD)
    with pytest.raises(Domeinfout) as gemeld:
        raad.beeindig_belofte(adviseur, nummer, Beloftestaat.VERVALLEN, "Toch niet.")
    assert gemeld.value.fout == "belofte_niet_open"
    beleid.post(f"{einde}heropenen/")
    rij = Belofte.objects.get()
    assert (rij.staat, rij.uitkomst, rij.beeindigd_op) == ("open", "", None)
    soorten = [
        g.soort.removeprefix("beleid.belofte_") for g in van_onderwerp("beleid.belofte", [nummer])[nummer]
    ]
    assert soorten == ["vastgelegd", "beeindigd", "heropend"]

    with pytest.raises(Geweigerd):
        raad.leg_belofte_vast(raadslid, motie(doel))
    with pytest.raises(NietGevonden):
        raad.leg_belofte_vast(adviseur, motie(doel, doel_id=0))
    for veld, waarde in {"titel": " ", "gedaan_op": date(2030, 1, 1), "uiterlijk": date(2000, 1, 1)}.items():
        with pytest.raises(Domeinfout) as gemeld:
            raad.leg_belofte_vast(adviseur, motie(doel, **{veld: waarde}))
        assert gemeld.value.veld == veld
    assert Belofte.objects.count() == 1
    assert beleid.get("/koers/beloften/0/").status_code == 404


def test_what_comes_free_if_one_stops(kans: Doelstelling, adviseur: Actor) -> None:
    regel = Begrotingsregel.objects.get(code="kans")
    with klok.op(date(2021, 9, 15)):
        bezoek, beleid = klant(Rol.RAAD), klant(Rol.BELEID)
        url = f"/koers/doelen/{kans.pk}/stoppen/"
        leeg = tekst(bezoek, url)
        assert "Er zijn geen verplichtingen vastgelegd" in leeg
        assert "2021 € 68.750 € 0 € 68.750" in leeg  # October to December of 275.000
        nieuw = f"/koers/geld/regels/{regel.pk}/verplichting/"
        stuur = {
            "kenmerk": str(uuid4()), "naam": "Subsidie buurtgezinnen", "per_jaar": "120.000",
            "vanaf": "2019-01-01", "tot": "", "opzegtermijn": "",
        }  # fmt: skip
        assert "geen einde en geen opzegtermijn" in beleid.post(nieuw, stuur).content.decode()
        beleid.post(nieuw, stuur | {"opzegtermijn": "6"}, follow=True)
        bladzij = tekst(bezoek, url)
        assert "2021 € 68.750 € 30.000 € 38.750" in bladzij
        assert "2022 € 275.000 € 30.000 € 245.000" in bladzij
        assert "Bij opzegging betaald tot en met 31 maart 2022" in bladzij
        assert "Deze dag is al voorbij" in tekst(bezoek, f"{url}?dag=2021-09-14")
        assert "2022 € 206.250 € 0 € 206.250" not in tekst(bezoek, f"{url}?dag=2022-03-31")
        wijzig_begroting(
            adviseur,
            NieuweWijziging(
                uuid4(),
                regel.begroting.kolommen.get(code="2022").pk,
                None,
                regel.pk,
                25_000_00,
                Soort.INCIDENTEEL,
                "Subsidie van het rijk.",
            ),
        )
        assert "2022 € 300.000 € 30.000 € 270.000" in tekst(bezoek, url)
        veranderd = tekst(bezoek, "/koers/raad/?plan=lansingerland")
        assert "€ 25.000,00 van buiten deze begroting naar Elk kind een kans" in veranderd
        rij = Verplichting.objects.get()
        beleid.post(f"/koers/verplichtingen/{rij.pk}/", follow=True)
        assert "Er zijn geen verplichtingen vastgelegd" in tekst(bezoek, url)
        assert "Weghalen" not in tekst(bezoek, url)


def test_an_obligation_that_cannot_be_is_refused(
    kans: Doelstelling, adviseur: Actor, raadslid: Actor
) -> None:
    regel = Begrotingsregel.objects.get(code="kans").pk
    goed = NieuweVerplichting(uuid4(), regel, "Subsidie", 100, date(2024, 1, 1), date(2024, 12, 31))
    nummer = raad.leg_verplichting_vast(adviseur, goed)
    assert raad.leg_verplichting_vast(adviseur, goed) == nummer
    fout = [
        ("naam", NieuweVerplichting(uuid4(), regel, " ", 100, date(2024, 1, 1), date(2024, 12, 31))),
        ("per_jaar", NieuweVerplichting(uuid4(), regel, "S", 0, date(2024, 1, 1), date(2024, 12, 31))),
        ("tot", NieuweVerplichting(uuid4(), regel, "S", 1, date(2024, 1, 1), date(2023, 12, 31))),
        ("opzegtermijn", NieuweVerplichting(uuid4(), regel, "S", 1, date(2024, 1, 1), None, 121)),
    ]
    for veld, nieuw in fout:
        with pytest.raises(Domeinfout) as gemeld:
            raad.leg_verplichting_vast(adviseur, nieuw)
        assert gemeld.value.veld == veld
    with pytest.raises(Geweigerd):
        raad.trek_verplichting_in(raadslid, nummer)
    with pytest.raises(NietGevonden):
        raad.trek_verplichting_in(adviseur, 0)
    assert Verplichting.objects.filter(ingetrokken_op__isnull=True).count() == 1
