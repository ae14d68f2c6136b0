"""Announcing: the letter is frozen, one may object, the clock stops, the provision holds."""

from datetime import date
from decimal import Decimal

import pytest

from samendoen.besluiten.api import herzie_besluiten, maak_bekend, neem_terug
from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing, Voorziening
from samendoen.besluiten.queries.brief import als_brief, brief_van
from samendoen.inwoners.api import Gegevenswijziging, postadres, wijzig_inwoners
from samendoen.kernel import klok
from samendoen.kernel.access import zichtbaar
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.wissen import wis_persoon
from samendoen.werk.models import Termijn
from tests.besluitmaker import afwijzing, beslis, besluit, maak_geldend, vraag, wijs
from tests.casusmaker import maak_casus, maak_gezin, maak_melding
from tests.integration.besluiten.conftest import Gezin

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def maak(nummer: int, door: Actor = SYSTEEM, op: date = VANDAAG) -> Besluit:
    maak_bekend(door, [(nummer, op)])
    return Besluit.objects.select_related("aanvraag__product", "besloten_door").get(pk=nummer)


def test_an_announced_decision_holds_and_one_may_object(genomen: int, consulent: Actor) -> None:
    rij = maak(genomen, consulent)
    assert (rij.status, rij.bekendgemaakt_op, rij.bezwaar_tot) == (
        "bekendgemaakt",
        VANDAAG,
        date(2024, 7, 15),
    )
    assert Aanvraag.objects.get().status == "bekendgemaakt"
    assert Voorziening.objects.get().status == "geldt"


def test_the_clock_is_met_by_the_announcement(genomen: int, consulent: Actor) -> None:
    rij = maak(genomen, consulent)
    klok_ = Termijn.objects.get(onderwerp_soort="besluiten.aanvraag")
    assert (klok_.status, klok_.gehaald_op, rij.bekend_op_tijd) == ("gehaald", VANDAAG, True)


def test_announced_after_the_last_day_the_term_is_missed(gezin: Gezin) -> None:
    nummer = beslis(SYSTEEM, vraag(SYSTEEM, gezin.casus, gezin.moeder))
    with klok.op(date(2024, 6, 18)):
        rij = maak(nummer, op=date(2024, 6, 18))
    assert (rij.op_tijd, rij.bekend_op_tijd) == (True, False)
    assert Termijn.objects.get(onderwerp_soort="besluiten.aanvraag").status == "gemist"


def test_no_clock_runs_for_the_term_to_object(genomen: int, consulent: Actor) -> None:
    maak(genomen, consulent)
    assert not Termijn.objects.filter(soort="bezwaar").exists()


def test_announcing_twice_changes_nothing(genomen: int, consulent: Actor) -> None:
    eerst = maak(genomen, consulent)
    with klok.op(date(2024, 6, 10)):
        assert maak(genomen, consulent, date(2024, 6, 10)).bekendgemaakt_op == eerst.bekendgemaakt_op


@pytest.mark.parametrize("op", [date(2024, 6, 2), date(2024, 6, 4)])
def test_announced_before_the_decision_or_tomorrow_is_refused(genomen: int, op: date) -> None:
    with pytest.raises(Domeinfout, match="vóór het besluit of in de toekomst"):
        maak_bekend(SYSTEEM, [(genomen, op)])


def test_what_was_taken_back_is_not_announced(genomen: int, consulent: Actor) -> None:
    neem_terug(consulent, genomen)
    with pytest.raises(Domeinfout, match="teruggenomen"):
        maak_bekend(consulent, [(genomen, VANDAAG)])


def test_the_letter_stays_what_was_sent(genomen: int, consulent: Actor, gezin: Gezin) -> None:
    rij = maak(genomen, consulent)
    voor = brief_van(consulent, rij, None)
    wijzig_inwoners(
        consulent, [Gegevenswijziging(gezin.moeder, {"straat": "Nieuwstraat", "huisnummer": "1"})]
    )
    assert voor is not None and brief_van(consulent, rij, None) == voor
    assert voor.aan[0] == "Fatima Yilmaz"
    assert any("Lingedijk" in regel for regel in voor.aan)


def test_a_preview_says_the_same_as_the_letter_that_is_sent(genomen: int, consulent: Actor) -> None:
    rij = Besluit.objects.select_related("aanvraag__product", "besloten_door").get(pk=genomen)
    vooraf = brief_van(consulent, rij, Voorziening.objects.get())
    assert brief_van(consulent, maak(genomen, consulent), None) == vooraf


def test_a_letter_after_erasure_is_gone(
    genomen: int, consulent: Actor, gezin: Gezin, settings: object
) -> None:
    maak(genomen, consulent)
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    rij = Besluit.objects.get(pk=genomen)
    assert (rij.brief, rij.motivering, rij.bevinding, rij.niet_lichter) == (None, "", "", "")
    assert brief_van(SYSTEEM, rij, None) is None
    assert Aanvraag.objects.get().motivering == ""


def test_a_secret_address_is_not_in_the_letter_of_who_may_not_know_it(
    consulent: Actor, collega: Actor, gezin: Gezin
) -> None:
    [geheim] = maak_gezin(("Saar", date(1990, 1, 1)), geheim=True, straat="KANARIESTRAAT")
    casus = maak_casus(consulent, maak_melding(geheim))
    rij = maak(beslis(consulent, vraag(consulent, casus, geheim)), consulent)
    assert "KANARIE" not in str(rij.brief)
    van_regisseur, van_collega = brief_van(consulent, rij, None), brief_van(collega, rij, None)
    assert van_regisseur is not None and any("KANARIE" in regel for regel in van_regisseur.aan)
    assert van_collega is not None and van_collega.aan == ("Saar Yilmaz",)


def test_an_address_that_became_secret_disappears_from_old_letters(
    genomen: int, consulent: Actor, collega: Actor, gezin: Gezin
) -> None:
    rij = maak(genomen, consulent)
    wijzig_inwoners(consulent, [Gegevenswijziging(gezin.moeder, {"geheimhouding": True})])
    brief = brief_van(collega, rij, None)
    assert brief is not None and brief.aan == ("Fatima Yilmaz",)
    assert rij.brief is not None
    assert als_brief(rij.brief, postadres(consulent, gezin.moeder)).aan[1:] != ()


def test_the_back_office_gets_to_see_what_it_must_assign(
    genomen: int, consulent: Actor, backoffice: Actor, gezin: Gezin
) -> None:
    assert not zichtbaar(Voorziening.objects.all(), backoffice).exists()
    maak(genomen, consulent)
    assert zichtbaar(Voorziening.objects.all(), backoffice).count() == 1


def test_the_back_office_gets_to_see_a_budget_whose_agreement_it_must_check(
    aanvraag: int, consulent: Actor, backoffice: Actor
) -> None:
    maak(beslis(consulent, aanvraag, vorm="pgb", aanbieder=""), consulent)
    assert zichtbaar(Voorziening.objects.all(), backoffice).count() == 1


def test_a_new_decision_ends_what_it_replaces_when_it_begins(gezin: Gezin, consulent: Actor) -> None:
    oud = maak_geldend(consulent, gezin.casus, gezin.moeder)
    wijs(consulent, oud)
    aanvraag = Aanvraag.objects.get().pk
    [nieuw] = herzie_besluiten(
        consulent, [besluit(aanvraag, omvang=Decimal(4), van=date(2024, 8, 1), tot=date(2025, 8, 1))]
    )
    maak(nieuw, consulent)
    was = Voorziening.objects.get(pk=oud)
    assert (was.status, was.herroepen_per, was.tot) == ("herroepen", date(2024, 8, 1), date(2025, 6, 9))
    assert Besluit.objects.get(pk=was.besluit_id).status == "herroepen"
    toewijzing = Toewijzing.objects.get()
    assert (toewijzing.status, toewijzing.tot) == ("beeindigd", date(2024, 8, 1))
    assert Voorziening.objects.get(besluit=nieuw).status == "geldt"


def test_a_new_decision_that_grants_nothing_stops_the_help_at_once(gezin: Gezin, consulent: Actor) -> None:
    oud = maak_geldend(consulent, gezin.casus, gezin.moeder)
    wijs(consulent, oud)
    [nieuw] = herzie_besluiten(consulent, [afwijzing(Aanvraag.objects.get().pk)])
    rij = maak(nieuw, consulent)
    assert Voorziening.objects.get(pk=oud).herroepen_per == VANDAAG
    # It had not begun yet: an empty period.
    assert Toewijzing.objects.get().tot == date(2024, 6, 10)
    assert rij.brief is not None and "krijgt geen hulp bij het huishouden meer" in str(rij.brief["blokken"])


def test_decisions_are_announced_all_or_none(gezin: Gezin, consulent: Actor, genomen: int) -> None:
    ander = beslis(consulent, vraag(consulent, gezin.casus, gezin.moeder, product="rolstoel"), aanbieder="")
    neem_terug(consulent, ander)
    with pytest.raises(Domeinfout):
        maak_bekend(consulent, [(genomen, VANDAAG), (ander, VANDAAG)])
    assert Besluit.objects.get(pk=genomen).bekendgemaakt_op is None
