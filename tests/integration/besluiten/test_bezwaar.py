"""An objection from receipt to announcement: the clock, the letters, who may see it and who may decide."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten import api, events, feiten
from samendoen.besluiten.actions.bezwaar import deel_bezwaar_toe, registreer_bezwaren, trek_bezwaar_in
from samendoen.besluiten.actions.bezwaar import zet_bezwaar_terug as zet_terug
from samendoen.besluiten.actions.bezwaarbehandeling import Hoorinvoer, leg_horen_vast, meld_hersteld
from samendoen.besluiten.actions.bezwaarbeslissing import (
    beslis_bezwaar,
    maak_bezwaar_bekend,
    neem_bezwaarbeslissing_terug,
)
from samendoen.besluiten.models import Besluit, Bezwaar, Zaakbrief
from samendoen.besluiten.rules.bezwaar import vouw_bezwaar
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.stekkers import panelen
from samendoen.kernel.wissen import wis_persoon
from samendoen.organisatie.actions.mandaat import NieuwMandaat, geef_mandaat
from samendoen.werk.api import laatste_dagen
from samendoen.werk.models import Termijn
from tests.besluitmaker import besluit
from tests.bezwaarmaker import hoor, laat_aanvullen, maak_afwijzing, maak_bezwaar, nieuw_bezwaar, oordeel
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


@pytest.fixture
def bestreden(gezin: Gezin, consulent: Actor) -> int:
    """A refusal that was taken and announced on 3 June."""
    geef_mandaat(SYSTEEM, NieuwMandaat("besluit", ("wmo",), rol="consulent", van=VANDAAG))
    return maak_afwijzing(consulent, gezin.casus, gezin.moeder)


@pytest.fixture
def bezwaar(bestreden: int, backoffice: Actor, buur: Actor) -> int:
    """An objection of that day, handled by somebody of another team."""
    nummer = maak_bezwaar(SYSTEEM, bestreden)
    deel_bezwaar_toe(backoffice, nummer, buur.id or 0)
    return nummer


def brieven(bezwaar: int) -> list[str]:
    rijen = Zaakbrief.objects.filter(onderwerp_soort=events.BEZWAAR, onderwerp_id=bezwaar)
    return list(rijen.order_by("pk").values_list("soort", flat=True))


def tekst(bezwaar: int, soort: str) -> str:
    return str(Zaakbrief.objects.filter(onderwerp_id=bezwaar, soort=soort).latest("pk").brief)


def vouw_klopt(bezwaar: int) -> bool:
    rijen = van_onderwerp(events.BEZWAAR, [bezwaar])[bezwaar]
    v, rij = vouw_bezwaar((g.voorgevallen_op, lees(g)) for g in rijen), Bezwaar.objects.get(pk=bezwaar)
    return v is not None and (
        v.status,
        v.behandelaar,
        v.hersteltermijn,
        v.hersteld_op,
        v.horen,
        v.uitkomst,
        v.ingebreke_op,
        v.bekendgemaakt_op,
        v.dwangsom_eurocent,
    ) == (
        rij.status,
        rij.behandelaar_id,
        rij.hersteltermijn,
        rij.hersteld_op,
        rij.horen,
        rij.uitkomst,
        rij.ingebreke_op,
        rij.bekendgemaakt_op,
        rij.dwangsom_eurocent,
    )


def test_an_objection_that_is_upheld_replaces_the_decision(
    bestreden: int, backoffice: Actor, buur: Actor, consulent: Actor
) -> None:
    """The whole day: receive, hand out, hear, decide, take the new decision, announce both."""
    klant, jurist = klant_van(backoffice), klant_van(buur)
    rij = Besluit.objects.get(pk=bestreden)
    # The back office reads the dossier of the decision only when it is asked to; here the consultant records.
    werker = klant_van(consulent)
    assert "Bezwaar tegen dit besluit vastleggen" in werker.get(f"/besluiten/{bestreden}/").content.decode()
    ingevuld = {
        "kenmerk": str(uuid4()),
        "ontvangen_op": "2024-06-03",
        "namens": "inwoner",
        "gronden": "Mijn dochter werkt.",
    }
    antwoord = werker.post(f"/besluiten/{bestreden}/bezwaar/", ingevuld)
    nummer = Bezwaar.objects.get().pk
    assert antwoord["Location"] == f"/bezwaren/{nummer}/"
    # The term to object ends on 15 July; six weeks later it must be decided.
    assert laatste_dagen(events.BEZWAAR, [nummer]) == {nummer: date(2024, 8, 26)}
    pagina = klant.get(f"/bezwaren/{nummer}/").content.decode()
    assert "Mijn dochter werkt." in pagina
    keuze = klant.get(f"/bezwaren/{nummer}/toedelen/").content.decode()
    assert "Bram Buur" in keuze
    assert "Joke Jansen" not in keuze
    klant.post(f"/bezwaren/{nummer}/toedelen/", {"behandelaar": buur.id})
    assert Termijn.objects.get(onderwerp_soort=events.BEZWAAR).gebruiker_id == buur.id

    with klok.op(date(2024, 7, 1)):
        gesprek = {"stand": "gepland", "op": "2024-07-08", "waar": "Om 10.00 uur in het gemeentehuis."}
        jurist.post(f"/bezwaren/{nummer}/horen/", gesprek)
    with klok.op(date(2024, 7, 10)):
        te_vroeg = jurist.post(
            f"/bezwaren/{nummer}/beslissen/", {"uitkomst": "gegrond", "motivering": "x", "op": "2024-07-10"}
        )
        assert "nog niet gehoord" in te_vroeg.content.decode()
        gesprek = {"stand": "gehoord", "op": "2024-07-08", "verslag": "Mevrouw legt het uit."}
        jurist.post(f"/bezwaren/{nummer}/horen/", gesprek)
        jurist.post(
            f"/bezwaren/{nummer}/beslissen/",
            {"uitkomst": "gegrond", "motivering": "Uw dochter werkt.", "op": "2024-07-10"},
        )
        assert "Nieuw besluit nemen" in jurist.get(f"/bezwaren/{nummer}/").content.decode()
        zonder = klant.post(f"/bezwaren/{nummer}/bekendmaken/", {"op": "2024-07-10"})
        assert "nog geen nieuw besluit" in zonder.content.decode()
        toekenning = besluit(rij.aanvraag_id, besloten_op=date(2024, 7, 10), van=date(2024, 7, 15))
        [nieuw] = api.herzie_besluiten(buur, [toekenning])
        assert "Bekendmaken" not in klant.get(f"/bezwaren/{nummer}/").content.decode()
        jurist.post(f"/bezwaren/{nummer}/bekendmaken/", {"op": "2024-07-10"})
        assert "Afgehandeld" in jurist.get(f"/bezwaren/{nummer}/").content.decode()
    oud, vers = Besluit.objects.get(pk=bestreden), Besluit.objects.get(pk=nieuw)
    assert (oud.status, vers.status) == ("herroepen", "bekendgemaakt")
    assert "beslissing op uw bezwaar" in str(vers.brief)
    assert "artikel 7:11" in str(vers.brief)
    assert "kunt u bezwaar maken" not in str(vers.brief)
    klaar = Bezwaar.objects.get(pk=nummer)
    assert (klaar.op_tijd, klaar.beroep_tot) == (True, date(2024, 8, 21))
    assert brieven(nummer) == ["ontvangst", "horen", "beslissing"]
    assert "Bram Buur" in tekst(nummer, "beslissing")
    assert vouw_klopt(nummer)
    # What the handler could do in the dossier of the decision is over.
    with klok.op(date(2024, 7, 11)), pytest.raises(NietGevonden):
        api.herzie_besluiten(buur, [toekenning])
    with klok.op(date(2024, 7, 11)):
        feit = next(iter(feiten.BEZWAAR.rijen(klok.nu())))[0]
    assert feit[:9] == (
        "gebiedsteam_leerdam",
        "wmo",
        feit[2],
        VANDAAG,
        True,
        "gegrond",
        date(2024, 7, 10),
        True,
        0,
    )


def test_who_took_part_handles_nothing(
    bestreden: int, bezwaar: int, consulent: Actor, backoffice: Actor, leider: Actor
) -> None:
    with pytest.raises(Domeinfout, match="werkte mee"):
        deel_bezwaar_toe(backoffice, bezwaar, consulent.id or 0)
    eigen = maak_bezwaar(consulent, maak_afwijzing(consulent, *_wie(bestreden)))
    with pytest.raises(Domeinfout, match="U werkte mee"):
        hoor(consulent, eigen)
    with pytest.raises(Domeinfout, match="U werkte mee"):
        beslis_bezwaar(consulent, eigen, oordeel())
    html = klant_van(consulent).get(f"/bezwaren/{eigen}/").content.decode()
    assert "U was betrokken bij dit besluit" in html
    assert "/beslissen/" not in html


def _wie(bestreden: int) -> tuple[int, int]:
    rij = Besluit.objects.select_related("aanvraag").get(pk=bestreden)
    return rij.aanvraag.casus_id, rij.inwoner_id


def test_the_team_sees_that_there_is_an_objection_and_not_what_it_says(
    gezin: Gezin, bezwaar: int, collega: Actor, backoffice: Actor
) -> None:
    with pytest.raises(NietGevonden):
        trek_bezwaar_in(collega, bezwaar, "indiener", VANDAAG)
    [paneel] = [p for p in panelen("casus", collega, gezin.casus) if "Bezwaar" in p]
    assert f"Bezwaar {bezwaar}" in paneel
    assert "/bezwaren/" not in paneel
    assert klant_van(collega).get(f"/bezwaren/{bezwaar}/").status_code == 404
    klant = klant_van(backoffice)
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        lijst = klant.get("/bezwaren/").content.decode()
    assert "Fatima Yilmaz" in lijst
    assert "Bram Buur" in lijst
    assert len(vragen) <= 16
    assert Inzagelogregel.objects.filter(pagina="bezwaren", gebruiker=backoffice.id).exists()
    assert "Hier staat nu niets" in klant.get("/bezwaren/?welke=klaar").content.decode()


def test_what_is_lacking_stops_the_clock_until_it_comes(bestreden: int, bezwaar: int, buur: Actor) -> None:
    with klok.op(date(2024, 7, 22)):
        laat_aanvullen(buur, bezwaar, date(2024, 8, 5))
    with klok.op(date(2024, 7, 30)):
        meld_hersteld(buur, bezwaar, date(2024, 7, 30))
        meld_hersteld(buur, bezwaar, date(2024, 7, 30))
    # 23 through 29 July: seven days.
    assert laatste_dagen(events.BEZWAAR, [bezwaar]) == {bezwaar: date(2024, 9, 2)}
    assert brieven(bezwaar) == ["ontvangst", "herstel"]
    assert vouw_klopt(bezwaar)


def test_asking_while_one_may_still_object_stops_nothing(bezwaar: int, buur: Actor) -> None:
    laat_aanvullen(buur, bezwaar, date(2024, 6, 17))
    assert laatste_dagen(events.BEZWAAR, [bezwaar]) == {bezwaar: date(2024, 8, 26)}
    hoor(buur, bezwaar)
    with pytest.raises(Domeinfout, match="nog geen kans"):
        beslis_bezwaar(buur, bezwaar, oordeel("niet_ontvankelijk", reden="verzuim"))
    with klok.op(date(2024, 6, 18)):
        beslis_bezwaar(buur, bezwaar, oordeel("niet_ontvankelijk", reden="verzuim", op=date(2024, 6, 18)))


def test_a_postponement_comes_with_its_letter_and_has_an_end(bezwaar: int, buur: Actor) -> None:
    klant, sleutel = klant_van(buur), str(uuid4())
    ingevuld = {"sleutel": sleutel, "dagen": "42", "reden": "onderzoek"}
    klant.post(f"/bezwaren/{bezwaar}/verdagen/", ingevuld)
    klant.post(f"/bezwaren/{bezwaar}/verdagen/", ingevuld)
    assert laatste_dagen(events.BEZWAAR, [bezwaar]) == {bezwaar: date(2024, 10, 7)}
    assert brieven(bezwaar) == ["ontvangst", "uitstel"]
    assert "7 oktober 2024" in tekst(bezwaar, "uitstel")
    nog = klant.post(f"/bezwaren/{bezwaar}/verdagen/", {**ingevuld, "sleutel": str(uuid4()), "dagen": "1"})
    assert "hoogstens 42" in nog.content.decode()


def test_what_replaced_the_contested_decision_meanwhile_is_replaced_too(
    bestreden: int, bezwaar: int, consulent: Actor, buur: Actor
) -> None:
    aanvraag_id = Besluit.objects.get(pk=bestreden).aanvraag_id
    with klok.op(date(2024, 6, 10)):
        later: dict[str, Any] = {"besloten_op": date(2024, 6, 10), "van": date(2024, 7, 1)}
        [tussen] = api.herzie_besluiten(consulent, [besluit(aanvraag_id, **later)])
        api.maak_bekend(consulent, [(tussen, date(2024, 6, 10))])
        hoor(buur, bezwaar)
        beslis_bezwaar(buur, bezwaar, oordeel("gegrond", op=date(2024, 6, 10)))
        with pytest.raises(Domeinfout, match="meewerkte aan het eerste"):
            maak_bezwaar_bekend(buur, bezwaar, date(2024, 6, 10))
        [nieuw] = api.herzie_besluiten(buur, [besluit(aanvraag_id, **later)])
        maak_bezwaar_bekend(buur, bezwaar, date(2024, 6, 10))
    vers = Besluit.objects.get(pk=nieuw)
    assert (vers.status, vers.herziet_id) == ("bekendgemaakt", tussen)
    with klok.op(date(2024, 6, 11)):
        html = klant_van(consulent).get(f"/besluiten/{nieuw}/").content.decode()
        assert "Beroep kan tot en met" in html
        assert "Bezwaar tegen dit besluit vastleggen" not in html
        with pytest.raises(Domeinfout, match="beslissing op bezwaar"):
            maak_bezwaar(SYSTEEM, nieuw)
    assert "beslissing op uw bezwaar" in str(vers.brief)


def test_too_late_is_not_admissible_unless_there_is_an_excuse(
    bestreden: int, backoffice: Actor, buur: Actor
) -> None:
    with klok.op(date(2024, 7, 17)):
        nummer = maak_bezwaar(SYSTEEM, bestreden)
        assert "kwam te laat" in tekst(nummer, "ontvangst")
        deel_bezwaar_toe(backoffice, nummer, buur.id or 0)
        afgezien = Hoorinvoer("afgezien", afzien="kennelijk_niet_ontvankelijk")
        leg_horen_vast(buur, nummer, afgezien)
        with pytest.raises(Domeinfout, match="te laat"):
            beslis_bezwaar(buur, nummer, oordeel())
        beslis_bezwaar(buur, nummer, oordeel("niet_ontvankelijk", reden="te_laat"))
        neem_bezwaarbeslissing_terug(buur, nummer)
        hoor(buur, nummer)
        beslis_bezwaar(buur, nummer, oordeel(verschoonbaar=True))
        assert vouw_klopt(nummer)
        maak_bezwaar_bekend(buur, nummer, date(2024, 7, 17))
        assert "goede reden" in tekst(nummer, "beslissing")


def test_deciding_late_costs_money_that_the_letter_fixes(
    bezwaar: int, buur: Actor, backoffice: Actor
) -> None:
    klant = klant_van(backoffice)
    with klok.op(date(2024, 8, 27)):
        klant.post(f"/bezwaren/{bezwaar}/ingebrekestelling/", {"op": "2024-08-27"})
        assert "begint de dwangsom op" in klant.get(f"/bezwaren/{bezwaar}/").content.decode()
    with klok.op(date(2024, 9, 14)):
        html = klant.get(f"/bezwaren/{bezwaar}/").content.decode()
        assert "4 dagen, samen" in html
        assert html.count("23,00") == 4 + 1  # each day, and the sum of the first
        klant.post(f"/bezwaren/{bezwaar}/ingebrekestelling/", {"op": ""})
        assert "Per dag" not in klant.get(f"/bezwaren/{bezwaar}/").content.decode()
        klant.post(f"/bezwaren/{bezwaar}/ingebrekestelling/", {"op": "2024-08-27"})
        hoor(buur, bezwaar)
        beslis_bezwaar(buur, bezwaar, oordeel(op=date(2024, 9, 14)))
        maak_bezwaar_bekend(backoffice, bezwaar, date(2024, 9, 14))
        maak_bezwaar_bekend(backoffice, bezwaar, date(2024, 9, 14))
    rij = Bezwaar.objects.get(pk=bezwaar)
    # From 11 September; the day of the announcement itself costs nothing.
    assert (rij.op_tijd, rij.dwangsom_eurocent) == (False, 3 * 2300)
    assert "69,00" in tekst(bezwaar, "beslissing")
    assert vouw_klopt(bezwaar)


def test_a_withdrawal_is_confirmed_and_can_be_taken_back(bezwaar: int, backoffice: Actor) -> None:
    klant = klant_van(backoffice)
    klant.post(f"/bezwaren/{bezwaar}/intrekken/", {"reden": "indiener", "op": "2024-06-03"})
    assert brieven(bezwaar) == ["ontvangst", "intrekking"]
    assert laatste_dagen(events.BEZWAAR, [bezwaar]) == {}
    assert vouw_klopt(bezwaar)
    klant.post(f"/bezwaren/{bezwaar}/terugzetten/")
    assert laatste_dagen(events.BEZWAAR, [bezwaar]) == {bezwaar: date(2024, 8, 26)}
    assert vouw_klopt(bezwaar)
    trek_bezwaar_in(backoffice, bezwaar, "vergissing", VANDAAG)
    assert list(feiten.BEZWAAR.rijen(klok.nu())) in ([], [[]])
    with pytest.raises(Domeinfout):
        zet_terug(backoffice, maak_bezwaar(SYSTEEM, Bezwaar.objects.get(pk=bezwaar).besluit_id))


def test_what_cannot_be_is_refused(bestreden: int) -> None:
    onmogelijk: list[tuple[dict[str, Any], str]] = [
        ({"ontvangen_op": date(2024, 6, 4)}, "in de toekomst"),
        ({"gepost_op": date(2024, 6, 4)}, "poststempel"),
        ({"namens": "gemachtigde"}, "Vul de naam in"),
        ({"namens": "buurman"}, "indiener bestaat niet"),
    ]
    for anders, zin in onmogelijk:
        with pytest.raises(Domeinfout, match=zin):
            maak_bezwaar(SYSTEEM, bestreden, **anders)
    assert not Bezwaar.objects.exists()
    with klok.op(date(2024, 7, 17)):
        nummer = maak_bezwaar(SYSTEEM, bestreden, gepost_op=date(2024, 7, 15))
    assert Bezwaar.objects.get(pk=nummer).tijdig  # posted in time and received within a week


def test_the_same_form_twice_is_one_objection_and_a_second_is_refused(bestreden: int) -> None:
    nieuw = nieuw_bezwaar(
        bestreden, namens="gemachtigde", indiener="mr. A. Vocaat", indieneradres="Markt 1\n4141 AA Leerdam"
    )
    assert len(set(registreer_bezwaren(SYSTEEM, [nieuw]) + registreer_bezwaren(SYSTEEM, [nieuw]))) == 1
    brief: Any = Zaakbrief.objects.get().brief
    assert brief["aan"] == ["mr. A. Vocaat", "Markt 1", "4141 AA Leerdam"]
    with pytest.raises(Domeinfout, match="loopt al"):
        maak_bezwaar(SYSTEEM, bestreden)


def test_erasure_leaves_that_there_was_an_objection(bezwaar: int, gezin: Gezin, backoffice: Actor) -> None:
    brief = Zaakbrief.objects.get().pk
    assert klant_van(backoffice).get(f"/procedurebrieven/{brief}.pdf")["Content-Type"] == "application/pdf"
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    rij = Bezwaar.objects.get(pk=bezwaar)
    assert (rij.gronden, rij.status) == ("", "ontvangen")
    assert Zaakbrief.objects.get().brief is None
