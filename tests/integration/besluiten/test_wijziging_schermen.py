"""A provision that changes: on the screen, and in the message that follows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from samendoen.besluiten.api import (
    maak_bekend,
    toewijzingskernen,
)
from samendoen.besluiten.models import Aanvraag, Besluit, Voorziening, Wijziging
from samendoen.casus import api as casussen
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.besluitmaker import beslis, maak_geldend, wijs
from tests.casusmaker import maak_melding
from tests.integration.besluiten.conftest import Gezin
from tests.wijzigingmaker import (
    ANDER,
    LATER,
    Bericht301,
    doe,
    einde,
    klant_van,
    neem,
    verlenging,
    wijziging,
)

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def geldt(gezin: Gezin, consulent: Actor) -> int:
    return maak_geldend(consulent, gezin.casus, gezin.moeder)


@pytest.fixture
def toegewezen(geldt: int, backoffice: Actor) -> int:
    return wijs(backoffice, geldt)


# ---- the message that follows


def test_providers_hear_of_all_of_it_by_message(
    gezin: Gezin, geldt: int, consulent: Actor, backoffice: Actor
) -> None:
    post = Bericht301(gezin.moeder)
    wijs(backoffice, geldt)
    assert post.ronde() == {"99990001": [("2024-06-10", "2025-06-08", "")]}
    # Longer: the same number, a later last day (OP380).
    doe(consulent, verlenging(geldt))
    assert post.ronde() == {"99990001": [("2024-06-10", "2025-12-07", "04")]}
    assert post.ronde() == {}
    # More hours: shortened, and a new number beside it in one message (OP087, IV066).
    doe(consulent, wijziging(geldt, tot=LATER))
    assert post.ronde() == {
        "99990001": [("2024-06-10", "2024-09-30", "05"), ("2024-10-01", "2025-12-07", "")]
    }
    # Somebody else from November on: one hears that it stops, the other that it begins.
    nu = Voorziening.objects.get(status="geldt").pk
    doe(consulent, wijziging(nu, per=date(2024, 11, 1), tot=LATER, aanbieder=ANDER, reden="andere_aanbieder"))
    assert post.ronde() == {
        "99990001": [("2024-06-10", "2024-09-30", "05"), ("2024-10-01", "2024-10-31", "09")],
        ANDER: [("2024-11-01", "2025-12-07", "")],
    }
    # Dead before it began there: removed, Einddatum = Ingangsdatum; what ran is shortened to the day.
    with klok.op(date(2024, 10, 14)):
        doe(consulent, einde(nu, reden="overlijden", per=date(2024, 10, 13)))
        assert post.ronde() == {
            "99990001": [("2024-10-01", "2024-10-12", "02")],
            ANDER: [("2024-11-01", "2024-11-01", "13")],
        }


@pytest.mark.parametrize(
    ("wijze", "omvang", "product", "budget"),
    [
        ("aspecifiek", Decimal(3), ("01", ""), None),
        ("aspecifiek_budget", Decimal(5000), ("01", ""), 500000),
        ("generiek", Decimal("4999.50"), ("", ""), 499950),
    ],
)
def test_a_category_or_a_budget_goes_to_the_provider(
    gezin: Gezin, consulent: Actor, wijze: str, omvang: Decimal, product: tuple[str, str], budget: int | None
) -> None:
    post = Bericht301(gezin.moeder)
    v = maak_geldend(consulent, gezin.casus, gezin.moeder, wijze=wijze, omvang=omvang)
    toewijzing = wijs(consulent, v)
    post.ronde()
    kern = toewijzingskernen(SYSTEEM, [toewijzing])[toewijzing]
    assert (kern.categorie, kern.productcode, kern.volume) == (*product, None)
    assert kern.budget_eurocent == budget
    assert Besluit.objects.get().bedrag_eurocent == (budget or 52 * 3 * kostprijs())
    if budget:
        # A higher budget keeps its number (OP257), and the provider hears it.
        doe(consulent, wijziging(v, omvang=Decimal(6000)))
        assert post.ronde() == {"99990001": [("2024-06-10", "2025-06-08", "05")]}
        assert toewijzingskernen(SYSTEEM, [toewijzing])[toewijzing].budget_eurocent == 600000


def kostprijs() -> int:
    return Voorziening.objects.get().product.prijs_eurocent


def test_a_budget_has_an_end_and_is_no_pgb(aanvraag: int, consulent: Actor) -> None:
    gewoon = {"wijze": "generiek", "omvang": Decimal(500)}
    for anders, veld in (
        ({"tot": None}, "tot"),
        ({"vorm": "pgb", "aanbieder": ""}, "wijze"),
        ({"wijze": "anders"}, "wijze"),
    ):
        with pytest.raises(Domeinfout) as fout:
            beslis(consulent, aanvraag, **{**gewoon, **anders})
        assert fout.value.veld == veld


def test_the_form_to_decide_offers_a_budget(gezin: Gezin, aanvraag: int, consulent: Actor) -> None:
    klant, url = klant_van(consulent), f"/aanvragen/{aanvraag}/beslissen/"
    assert "Een budget voor wat nodig is" in klant.get(url).content.decode()
    invoer = {
        "kenmerk": str(uuid4()), "uitkomst": "toegekend", "omvang": "2500", "van": "2024-06-10",
        "tot": "2025-06-08", "vorm": "zin", "wijze": "generiek", "niet_lichter": "Er is niemand.",
        "motivering": "U kunt thuis blijven.",
    }  # fmt: skip
    voorbeeld = klant.post(url, {**invoer, "doe": "bekijk"}, headers={"hx-request": "true"}).content.decode()
    assert "€\u00a02.500,00 in totaal" in voorbeeld
    klant.post(url, {**invoer, "doe": "besluit"})
    v = Voorziening.objects.get()
    assert (v.wijze, v.omvang, v.eenheid, v.frequentie) == ("generiek", Decimal(2500), "euro", "totaal")
    assert "In natura. Een budget voor wat nodig is" in klant.get(f"/voorzieningen/{v.pk}/").content.decode()


# ---- on the screen


def test_a_worker_extends_and_ends_on_the_screen(
    gezin: Gezin, geldt: int, toegewezen: int, consulent: Actor, backoffice: Actor
) -> None:
    klant = klant_van(consulent)
    pagina = klant.get(f"/voorzieningen/{geldt}/").content.decode()
    for pad in ("verlengen", "wijzigen", "beeindigen", "aanvragen"):
        assert f"/voorzieningen/{geldt}/{pad}/" in pagina
    url = f"/voorzieningen/{geldt}/verlengen/"
    scherm = klant.get(url).content.decode()
    assert "3 uur per week" in scherm and "De hulp gaat door tot en met 7 juni 2026" in scherm
    invoer = {"kenmerk": str(uuid4()), "reden": "nog_nodig", "tot": "2025-12-07", "motivering": "Nog nodig."}
    voorbeeld = klant.post(url, {**invoer, "doe": "bekijk"}, headers={"hx-request": "true"}).content.decode()
    assert "gaat door tot en met 7 december 2025" in voorbeeld and "<html" not in voorbeeld
    fout = klant.post(url, {**invoer, "tot": "2025-06-08", "doe": "besluit"}).content.decode()
    assert "De hulp loopt al tot en met die dag." in fout and not Wijziging.objects.exists()
    antwoord = klant.post(url, {**invoer, "doe": "besluit"})
    nummer = Wijziging.objects.get().besluit_id
    assert antwoord.headers["Location"] == f"/besluiten/{nummer}/"
    assert "Verlenging" in klant.get(f"/besluiten/{nummer}/").content.decode()
    klant.post(f"/besluiten/{nummer}/bekendmaken/", {"op": "2024-06-03"})
    assert klant.get(f"/besluiten/{nummer}/brief.pdf").content.startswith(b"%PDF")
    eerste = klant.get(f"/besluiten/{Wijziging.objects.get().oud_id}/").content.decode()
    assert "Gewijzigd door een later besluit" in eerste and f"/besluiten/{nummer}/" in eerste
    ander = klant_van(backoffice)
    assert ander.get(url).status_code == 403
    wie = ander.get(f"/voorzieningen/{geldt}/").content.decode()
    assert f"/voorzieningen/{geldt}/aanvragen/" in wie and url not in wie


def test_an_application_for_a_change_leads_to_its_decision(
    geldt: int, toegewezen: int, consulent: Actor, backoffice: Actor
) -> None:
    invoer = {"kenmerk": str(uuid4()), "motivering": "Mag het langer?", "aangevraagd_op": "2024-06-03"}
    antwoord = klant_van(backoffice).post(f"/voorzieningen/{geldt}/aanvragen/", invoer)
    nummer = Aanvraag.objects.get(over=geldt).pk
    assert antwoord.headers["Location"] == f"/aanvragen/{nummer}/"
    klant = klant_van(consulent)
    door = klant.get(f"/aanvragen/{nummer}/beslissen/")
    assert door.headers["Location"] == f"/voorzieningen/{geldt}/verlengen/?aanvraag={nummer}"
    url = door.headers["Location"]
    assert "Mag het langer?" in klant.get(url).content.decode()
    invoer = {"kenmerk": str(uuid4()), "uitkomst": "afgewezen", "motivering": "Het lukt nu zelf."}
    assert klant.post(url, {**invoer, "doe": "besluit"}).status_code == 302
    brief = klant.get(f"/besluiten/{Wijziging.objects.get().besluit_id}/").content.decode()
    assert "Wij verlengen hulp bij het huishouden niet" in brief
    assert klant.get(f"/voorzieningen/{geldt}/verlengen/?aanvraag=999999").status_code == 404


def test_a_child_that_stays_elsewhere_stays_ours(gezin: Gezin, consulent: Actor) -> None:
    from tests.besluitmaker import beslis
    from tests.besluitmaker import vraag as vraag_gewoon

    melding = maak_melding(gezin.dochter, kader="jeugd")
    casussen.voeg_meldingen_toe(consulent, [(gezin.casus, melding)])
    nummer = beslis(
        consulent,
        vraag_gewoon(consulent, gezin.casus, gezin.dochter, product="jeugdhulp_ambulant"),
        aanbieder="",
    )
    maak_bekend(consulent, [(nummer, VANDAAG)])
    v = Voorziening.objects.get().pk
    weg = einde(v, reden="verhuizing", naar="Utrecht", verblijf=True)
    with pytest.raises(Domeinfout, match="blijft dus verantwoordelijk") as fout:
        neem(consulent, weg)
    assert fout.value.veld == "verblijf"
    url = f"/voorzieningen/{v}/beeindigen/"
    assert "Woonplaatsbeginsel (Jeugdwet artikel 1.1)" in klant_van(consulent).get(url).content.decode()
    besluit = doe(consulent, replace(weg, verblijf=False))
    assert "woonplaatsbeginsel" in str(besluit.brief) and "Utrecht" in str(besluit.brief)


def test_a_review_is_a_task_until_it_is_moved(geldt: int, consulent: Actor) -> None:
    klant, url = klant_van(consulent), f"/voorzieningen/{geldt}/herbeoordelen/"
    assert "al geweest" in klant.post(url, {"op": "2024-06-02"}).content.decode()
    assert "al gestopt" in klant.post(url, {"op": "2025-06-09"}).content.decode()
    klant.post(url, {"op": "2024-09-02"})
    assert "2 september 2024" in klant.get(f"/voorzieningen/{geldt}/").content.decode()
    taken = Taak.objects.filter(regel="voorziening-herbeoordelen", status="open")
    with klok.op(date(2024, 8, 18)):
        pas_taakregels_toe(SYSTEEM)
        assert not taken.exists()
    with klok.op(date(2024, 8, 19)):
        pas_taakregels_toe(SYSTEEM)
        [taak] = taken.all()
        assert (taak.uiterlijk, taak.onderwerp_id) == (date(2024, 9, 2), geldt)
        klant_van(consulent).post(url, {"op": "2025-02-03"})
        assert not taken.exists()  # at once, not after the next night
        pas_taakregels_toe(SYSTEEM)
        assert not taken.exists()


def test_what_ends_soon_and_the_casus_lead_to_extending_in_one_click(
    gezin: Gezin, consulent: Actor, backoffice: Actor
) -> None:
    v = maak_geldend(consulent, gezin.casus, gezin.moeder, tot=date(2024, 7, 8))
    wijs(backoffice, v)
    for url in ("/toewijzingen/aflopend/", f"/casussen/{gezin.casus}/"):
        pagina = klant_van(consulent).get(url).content.decode()
        for pad in ("verlengen", "wijzigen", "beeindigen"):
            assert f"/voorzieningen/{v}/{pad}/" in pagina
    voor_backoffice = klant_van(backoffice).get("/toewijzingen/aflopend/").content.decode()
    assert f"/voorzieningen/{v}/aanvragen/" in voor_backoffice and f"/{v}/verlengen/" not in voor_backoffice
    # What somebody decided to end asks nothing any more.
    doe(consulent, einde(v, reden="wens_inwoner", per=date(2024, 7, 1)))
    assert "Wijzigen" not in klant_van(consulent).get("/toewijzingen/aflopend/").content.decode()
    pas_taakregels_toe(SYSTEEM)
    assert not Taak.objects.filter(regel__contains="loopt-af", status="open").exists()
    assert not Taak.objects.filter(regel="voorziening-toewijzen", status="open").exists()
