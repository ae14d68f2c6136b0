"""Extend, change and end a provision, through actions, screens, letters and the message that follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.besluiten.api import (
    Wijzigingsaanvraag,
    Wijzigingsbesluit,
    maak_bekend,
    neem_terug,
    neem_wijzigingsbesluiten,
    vraag_wijzigingen_aan,
    zet_berichtenverkeer,
)
from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing, Voorziening, Wijziging
from samendoen.casus import api as casussen
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Gebruiker
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.berichten import schemamap
from tests.besluitmaker import boek, maak_geldend, regel, start, wijs
from tests.casusmaker import maak_melding
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
VAN, TOT = date(2024, 6, 10), date(2025, 6, 9)
LATER, PER = date(2025, 12, 8), date(2024, 10, 1)
ANDER = "99990002"


@pytest.fixture
def geldt(gezin: Gezin, consulent: Actor) -> int:
    return maak_geldend(consulent, gezin.casus, gezin.moeder)


@pytest.fixture
def toegewezen(geldt: int, backoffice: Actor) -> int:
    return wijs(backoffice, geldt)


def verlenging(voorziening: int, **anders: Any) -> Wijzigingsbesluit:
    gewoon = Wijzigingsbesluit(
        uuid4(), voorziening, "verlenging", "nog_nodig", "De hulp is nog nodig.", klok.vandaag(), tot=LATER
    )
    return replace(gewoon, **anders)


def wijziging(voorziening: int, **anders: Any) -> Wijzigingsbesluit:
    gewoon = Wijzigingsbesluit(
        uuid4(), voorziening, "wijziging", "meer_of_minder", "Er is meer nodig.", klok.vandaag(),
        per=PER, tot=TOT, omvang=Decimal(5),
    )  # fmt: skip
    return replace(gewoon, **anders)


def einde(voorziening: int, **anders: Any) -> Wijzigingsbesluit:
    gewoon = Wijzigingsbesluit(
        uuid4(), voorziening, "beeindiging", "doel_bereikt", "Het lukt nu zelf.", klok.vandaag(), per=PER
    )
    return replace(gewoon, **anders)


def neem(door: Actor, wat: Wijzigingsbesluit) -> int:
    return neem_wijzigingsbesluiten(door, [wat])[0]


def doe(door: Actor, wat: Wijzigingsbesluit) -> Besluit:
    """Decide and announce."""
    nummer = neem(door, wat)
    maak_bekend(door, [(nummer, klok.vandaag())])
    return Besluit.objects.get(pk=nummer)


def stand(voorziening: int) -> list[tuple[str, str, date, date | None, str]]:
    rijen = Toewijzing.objects.filter(voorziening=voorziening).order_by("pk")
    return [(r.aanbieder.agb, r.status, r.van, r.tot, r.reden) for r in rijen.select_related("aanbieder")]


def test_an_extension_works_from_its_announcement_and_keeps_the_number(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    wat = verlenging(geldt)
    nummer = neem(consulent, wat)
    assert neem(consulent, wat) == nummer  # a form sent twice
    v = Voorziening.objects.get(pk=geldt)
    assert v.tot == TOT
    oud = v.besluit_id
    maak_bekend(consulent, [(nummer, VANDAAG)])
    v.refresh_from_db()
    nieuw = Besluit.objects.get(pk=nummer)
    assert (v.tot, v.besluit_id, nieuw.herziet_id) == (LATER, nummer, oud)
    assert Besluit.objects.get(pk=oud).status == "gewijzigd"
    assert stand(geldt) == [("99990001", "geldt", VAN, LATER, "04")]
    assert nieuw.bezwaar_tot == date(2024, 7, 15)
    # Half a year of three hours a week, and not the year before.
    assert nieuw.bedrag_eurocent == 26 * 3 * v.product.prijs_eurocent


def test_until_the_announcement_it_can_be_taken_back(geldt: int, toegewezen: int, consulent: Actor) -> None:
    neem_terug(consulent, neem(consulent, wijziging(geldt)))
    assert stand(geldt) == [("99990001", "geldt", VAN, TOT, "")]
    assert Aanvraag.objects.get().status == "bekendgemaakt"
    assert list(Voorziening.objects.order_by("pk").values_list("status", flat=True)) == ["geldt", "vervallen"]
    doe(consulent, verlenging(geldt))


def test_more_hours_is_a_new_provision_with_a_new_number(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    besluit = doe(consulent, wijziging(geldt))
    oud, nieuw = Voorziening.objects.order_by("pk")
    assert (oud.status, oud.herroepen_per, nieuw.status, nieuw.van) == ("herroepen", PER, "geldt", PER)
    assert (nieuw.besluit_id, nieuw.omvang) == (besluit.pk, 5)
    assert stand(oud.pk) == [("99990001", "beeindigd", VAN, PER, "05")]
    assert stand(nieuw.pk) == [("99990001", "geldt", PER, TOT, "")]


def test_another_provider_goes_on_under_the_same_provision(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    doe(consulent, wijziging(geldt, omvang=None, aanbieder=ANDER, reden="andere_aanbieder"))
    assert stand(geldt) == [
        ("99990001", "beeindigd", VAN, PER, "09"),
        (ANDER, "geldt", PER, TOT, ""),
    ]
    assert Voorziening.objects.get().aanbieder.agb == ANDER  # type: ignore[union-attr]


def test_to_a_budget_and_back(geldt: int, toegewezen: int, consulent: Actor) -> None:
    doe(consulent, wijziging(geldt, omvang=None, vorm="pgb", reden="andere_vorm"))
    pgb = Voorziening.objects.get(status="geldt")
    assert (pgb.vorm, pgb.aanbieder_id, stand(pgb.pk)) == ("pgb", None, [])
    assert stand(geldt) == [("99990001", "beeindigd", VAN, PER, "08")]
    terug = date(2024, 11, 4)
    doe(
        consulent, wijziging(pgb.pk, per=terug, omvang=None, vorm="zin", aanbieder=ANDER, reden="andere_vorm")
    )
    zin = Voorziening.objects.get(status="geldt")
    assert stand(zin.pk) == [(ANDER, "geldt", terug, TOT, "")]


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, "05"),
        ({"reden": "wens_inwoner", "per": date(2024, 6, 12)}, "05"),
        ({"reden": "verhuizing", "naar": "Utrecht"}, "07"),
        ({"reden": "andere_wet"}, "06"),
        ({"reden": "na_stop"}, "14"),
    ],
)
def test_an_end_shortens_with_the_code_of_its_reason(
    geldt: int, toegewezen: int, consulent: Actor, anders: dict[str, Any], code: str
) -> None:
    wat = einde(geldt, **anders)
    besluit = doe(consulent, wat)
    v = Voorziening.objects.get()
    assert (v.status, v.tot, v.eindreden) == ("geldt", wat.per, wat.reden)
    assert (besluit.uitkomst, besluit.bedrag_eurocent) == ("beeindigd", 0)
    assert stand(geldt) == [("99990001", "beeindigd", VAN, wat.per, code)]


def test_what_never_began_is_removed_unless_it_was_used(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    weg = einde(geldt, reden="overlijden", per=date(2024, 6, 4))
    start(SYSTEEM, toegewezen, date(2024, 6, 10))
    with pytest.raises(Domeinfout, match="kan niet meer weg") as fout:
        neem(consulent, weg)
    assert fout.value.veld == "per"
    assert not Wijziging.objects.exists()


def test_removed_is_code_13_on_its_first_day(geldt: int, toegewezen: int, consulent: Actor) -> None:
    doe(consulent, einde(geldt, reden="overlijden", per=date(2024, 6, 4)))
    v = Voorziening.objects.get()
    assert (v.status, v.herroepen_per) == ("herroepen", VAN)
    assert stand(geldt) == [("99990001", "beeindigd", VAN, VAN, "13")]


def test_a_paid_assignment_is_not_removed(geldt: int, toegewezen: int, consulent: Actor) -> None:
    boek(regel(toegewezen))
    with pytest.raises(Domeinfout, match="kan niet meer weg"):
        neem(consulent, einde(geldt, reden="overlijden", per=date(2024, 6, 4)))


FOUTEN: list[tuple[Callable[..., Wijzigingsbesluit], dict[str, Any], str, str]] = [
    (verlenging, {"tot": TOT}, "tot", "loopt al"),
    (verlenging, {"tot": None}, "tot", "ontbreekt"),
    (verlenging, {"omvang": Decimal(4)}, "omvang", "blijft de omvang gelijk"),
    (verlenging, {"reden": "overlijden"}, "reden", "past hier niet"),
    (verlenging, {"motivering": " "}, "motivering", "zonder reden"),
    (verlenging, {"uitkomst": "afgewezen"}, "uitkomst", "kan hier niet"),
    (verlenging, {"besloten_op": date(2024, 6, 4)}, "besloten_op", "in de toekomst"),
    (verlenging, {"verandering": "wissen"}, "verandering", "kan een voorziening niet"),
    (wijziging, {"per": None}, "per", "ontbreekt"),
    (wijziging, {"per": TOT}, "per", "buiten de periode"),
    (wijziging, {"per": VANDAAG}, "per", "buiten de periode"),
    (wijziging, {"omvang": Decimal(3)}, "omvang", "verandert niets"),
    (wijziging, {"reden": "andere_vorm"}, "vorm", "blijft gelijk"),
    (wijziging, {"reden": "andere_aanbieder"}, "aanbieder", "blijft gelijk"),
    (wijziging, {"tot": PER}, "tot", "voordat zij begint"),
    (wijziging, {"omvang": Decimal(200)}, "omvang", "past niet in een week"),
    (wijziging, {"aanbieder": "99990003"}, "aanbieder", "levert dit product niet"),
    (einde, {"per": None}, "per", "ontbreekt"),
    (einde, {"per": TOT}, "per", "vanzelf"),
    (einde, {"per": VANDAAG}, "per", "voordat de inwoner het weet"),
    (einde, {"reden": "overlijden", "per": date(2024, 6, 5)}, "per", "in de toekomst"),
    (einde, {"reden": "verhuizing"}, "naar", "ontbreekt"),
]


def test_bad_input_gets_a_sentence_and_changes_nothing(geldt: int, toegewezen: int, consulent: Actor) -> None:
    for maak, anders, veld, zin in FOUTEN:
        with pytest.raises(Domeinfout, match=zin) as fout:
            neem(consulent, maak(geldt, **anders))
        assert (fout.value.veld, bool(fout.value.doe)) == (veld, True), anders
    assert not Wijziging.objects.exists()
    assert Aanvraag.objects.get().status == "bekendgemaakt"


def test_one_decision_at_a_time_and_only_on_what_holds(
    geldt: int, toegewezen: int, consulent: Actor, buur: Actor, backoffice: Actor
) -> None:
    with pytest.raises(NietGevonden):
        neem(buur, verlenging(geldt))
    with pytest.raises(Geweigerd):
        neem(backoffice, verlenging(geldt))
    nummer = neem(consulent, verlenging(geldt))
    with pytest.raises(Domeinfout, match="al een besluit genomen"):
        neem(consulent, einde(geldt))
    maak_bekend(consulent, [(nummer, VANDAAG)])
    doe(consulent, einde(geldt, reden="overlijden", per=date(2024, 6, 4)))
    with pytest.raises(Domeinfout, match="geldt niet"):
        neem(consulent, verlenging(geldt))


def test_an_end_that_harms_is_not_announced_when_its_day_is_past(
    geldt: int, toegewezen: int, consulent: Actor
) -> None:
    nummer = neem(consulent, einde(geldt, per=date(2024, 6, 12)))
    with klok.op(date(2024, 6, 12)), pytest.raises(Domeinfout, match="pas na de bekendmaking"):
        maak_bekend(consulent, [(nummer, date(2024, 6, 12))])


def test_an_ended_provision_can_go_on_after_all(geldt: int, toegewezen: int, consulent: Actor) -> None:
    doe(consulent, einde(geldt))
    doe(consulent, verlenging(geldt, tot=TOT))
    v = Voorziening.objects.get()
    assert (v.tot, v.eindreden) == (TOT, "")
    assert stand(geldt) == [("99990001", "geldt", VAN, TOT, "04")]


def vraag(door: Actor, voorziening: int, **anders: Any) -> int:
    wat = Wijzigingsaanvraag(uuid4(), voorziening, klok.vandaag(), "Mag de hulp langer?")
    return vraag_wijzigingen_aan(door, [replace(wat, **anders)])[0]


def test_who_applies_gets_a_decision_in_time(
    geldt: int, toegewezen: int, consulent: Actor, backoffice: Actor
) -> None:
    from samendoen.werk.models import Termijn

    nummer = vraag(backoffice, geldt)
    [termijn] = Termijn.objects.filter(onderwerp_soort="besluiten.aanvraag", onderwerp_id=nummer)
    assert termijn.soort == "wmo-besluit"
    with pytest.raises(Domeinfout, match="ligt al een aanvraag"):
        vraag(backoffice, geldt)
    besluit = doe(consulent, verlenging(geldt, aanvraag=nummer, uitkomst="gedeeltelijk"))
    assert (besluit.aanvraag_id, besluit.herziet_id, besluit.bekend_op_tijd) == (nummer, None, True)
    v = Voorziening.objects.select_related("besluit").get()
    assert (v.besluit.aanvraag_id, v.tot) == (nummer, LATER)
    assert Wijziging.objects.get().oud.status == "gewijzigd"


def test_a_refusal_changes_nothing(geldt: int, toegewezen: int, consulent: Actor) -> None:
    nummer = vraag(consulent, geldt)
    besluit = doe(consulent, verlenging(geldt, aanvraag=nummer, uitkomst="afgewezen", reden="", tot=None))
    v = Voorziening.objects.get()
    assert (v.tot, stand(geldt)) == (TOT, [("99990001", "geldt", VAN, TOT, "")])
    assert (besluit.uitkomst, besluit.status, Besluit.objects.first().status) == (  # type: ignore[union-attr]
        "afgewezen",
        "bekendgemaakt",
        "bekendgemaakt",
    )


# ---- the message that follows


class Bericht301:
    """What providers hear of it: each round messages that pass our own checks on all levels."""

    def __init__(self, persoon: int) -> None:
        from samendoen.berichten.rules.kennis import Kennis
        from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
        from samendoen.organisatie.api import gemeente

        wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": "999990019"})])
        zet_berichtenverkeer(SYSTEEM, [("99990001", VANDAAG), (ANDER, VANDAAG)])
        hier = gemeente()
        assert hier is not None
        self.kennis = Kennis(hier.code, "", date.max)

    def ronde(self) -> dict[str, list[tuple[str, str, str]]]:
        """Send what is news; return by provider (first day, last day, reason) of each product in it."""
        from samendoen.berichten.actions.toewijzen import stel_toewijzingen_op
        from samendoen.berichten.queries.toewijzingen import op_te_stellen
        from samendoen.berichten.rules.verkeer import toets_verkeer
        from samendoen.berichten.xml.controleren import controleer
        from samendoen.berichten.xml.schrijven import schrijf

        gestuurd = {}
        for te_sturen in op_te_stellen():
            assert (te_sturen.beletsel, bool(te_sturen.bericht)) == ("", True)
            assert te_sturen.bericht is not None
            bericht = te_sturen.bericht.maak("1", klok.vandaag())
            assert controleer(schrijf(bericht), schemamap()).bevindingen == ()
            kennis = replace(self.kennis, aanbieder=te_sturen.aanbieder)
            assert toets_verkeer(bericht, kennis) == ()
            gestuurd[te_sturen.aanbieder] = [
                (p.tekst("Ingangsdatum"), p.tekst("Einddatum"), p.tekst("RedenWijziging"))
                for p in bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
            ]
        stel_toewijzingen_op(SYSTEEM)
        return gestuurd


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


# ---- on the screen


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


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
