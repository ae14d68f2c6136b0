"""A decision: within the mandate, with its reasons, taken once; signed, taken back, replaced."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.actions import besluit as acties
from samendoen.besluiten.api import (
    geef_advies,
    herzie_besluiten,
    maak_bekend,
    neem_besluiten,
    neem_terug,
    teken_mee,
    vraag_aan,
)
from samendoen.besluiten.models import Aanvraag, Advies, Besluit, Voorziening
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Gebeurtenis, GebeurtenisInhoud
from samendoen.recht.api import Grond
from samendoen.werk.api import schors_termijn
from samendoen.werk.models import Termijn
from tests.besluitmaker import aanvraag as nieuwe_aanvraag
from tests.besluitmaker import afwijzing, beslis, besluit, vraag
from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.besluiten.conftest import Gezin

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
GROOT = {"omvang": Decimal(12)}  # twelve hours a week for a year: € 22.464
ENORM = {"omvang": Decimal(40)}  # € 74.880


def test_a_decision_is_taken_with_what_it_grants(aanvraag: int, consulent: Actor) -> None:
    rij = Besluit.objects.get(pk=beslis(consulent, aanvraag))
    assert (rij.status, rij.uitkomst, rij.op_tijd, rij.tweede_nodig) == ("genomen", "toegekend", True, False)
    assert (rij.besloten_door_id, rij.bedrag_eurocent) == (consulent.id, 3 * 52 * 3600)
    assert "artikel 2.3.5" in rij.grond
    voorziening = Voorziening.objects.get(besluit=rij)
    gegeven = (voorziening.status, voorziening.omvang, voorziening.eenheid)
    assert gegeven == ("voorgenomen", Decimal(3), "uur")
    assert Aanvraag.objects.get().status == "besloten"


def test_taking_a_decision_does_not_stop_the_clock(genomen: int) -> None:
    """It is given when it is announced (Awb art. 3:40, 3:41)."""
    assert Termijn.objects.get(onderwerp_soort="besluiten.aanvraag").status == "loopt"


def test_a_decision_after_the_last_day_says_so(gezin: Gezin) -> None:
    with klok.op(date(2024, 6, 3)):
        nummer = vraag(SYSTEEM, gezin.casus, gezin.moeder)
    with klok.op(date(2024, 6, 18)):
        rij = Besluit.objects.get(pk=beslis(SYSTEEM, nummer, besloten_op=date(2024, 6, 18)))
    assert rij.op_tijd is False


def test_a_decision_while_the_clock_stands_still_is_not_late(gezin: Gezin, consulent: Actor) -> None:
    """Three weeks after the application, of which more than one waiting for what was missing (Awb 4:15)."""
    nummer = vraag(consulent, gezin.casus, gezin.moeder)
    termijn = Termijn.objects.get(onderwerp_soort="besluiten.aanvraag")
    with klok.op(date(2024, 6, 10)):
        schors_termijn(consulent, termijn.pk, date(2024, 6, 10), Grond.INSTEMMING, uuid4())
    with klok.op(date(2024, 6, 24)):
        besluit_ = beslis(consulent, nummer, besloten_op=date(2024, 6, 24))
        assert Besluit.objects.get(pk=besluit_).op_tijd
        maak_bekend(consulent, [(besluit_, date(2024, 6, 24))])
    assert Besluit.objects.get(pk=besluit_).bekend_op_tijd


def test_the_words_of_a_decision_are_content(genomen: int, aanvraag: int) -> None:
    g = van_onderwerp("besluiten.aanvraag", [aanvraag])[aanvraag][-1]
    assert set(g.gegevens) == {
        "besluit",
        "uitkomst",
        "op_tijd",
        "tweede_nodig",
        "bedrag_eurocent",
        "herziet",
    }
    velden = set(GebeurtenisInhoud.objects.filter(gebeurtenis=g).values_list("veld", flat=True))
    assert velden == {"bevinding", "niet_lichter", "motivering"}


def test_a_form_sent_twice_is_one_decision(aanvraag: int, consulent: Actor) -> None:
    eenmaal = besluit(aanvraag)
    eerst = neem_besluiten(consulent, [eenmaal])
    assert neem_besluiten(consulent, [eenmaal, eenmaal]) == eerst * 2
    assert (Besluit.objects.count(), Voorziening.objects.count()) == (1, 1)


FOUTEN: list[tuple[dict[str, Any], str, str]] = [
    ({"uitkomst": "misschien"}, "uitkomst", "bestaat niet"),
    ({"uitkomst": "ingetrokken"}, "uitkomst", "bestaat niet"),
    ({"motivering": " "}, "motivering", "zonder reden"),
    ({"niet_lichter": ""}, "niet_lichter", "lichtere hulp"),
    ({"omvang": None}, "omvang", "ontbreekt"),
    ({"omvang": Decimal(0)}, "omvang", "nul of minder"),
    ({"omvang": Decimal("2.125")}, "omvang", "twee cijfers"),
    ({"omvang": Decimal(200)}, "omvang", "past niet in een week"),
    ({"van": None}, "van", "eerste dag ontbreekt"),
    ({"van": date(2042, 6, 10)}, "van", "meer dan een jaar"),
    ({"tot": date(2024, 6, 10)}, "tot", "eindigt voordat zij begint"),
    ({"tot": date(2124, 6, 10)}, "tot", "langer dan twintig jaar"),
    ({"aanbieder": "12345678"}, "aanbieder", "bestaat niet"),
    ({"aanbieder": "99990003"}, "aanbieder", "levert dit product niet"),
    ({"vorm": "los"}, "vorm", "bestaat niet"),
    ({"vorm": "pgb"}, "aanbieder", "kiest de inwoner zelf"),
    ({"besloten_op": date(2024, 6, 4)}, "besloten_op", "in de toekomst"),
    ({"besloten_op": date(2024, 6, 2)}, "besloten_op", "vóór de aanvraag"),
]


def test_bad_input_gets_a_sentence_and_changes_nothing(aanvraag: int, consulent: Actor) -> None:
    voor = Gebeurtenis.objects.count()
    for anders, veld, zin in FOUTEN:
        with pytest.raises(Domeinfout, match=zin) as fout:
            beslis(consulent, aanvraag, **anders)
        assert (fout.value.veld, bool(fout.value.doe)) == (veld, True)
    assert (Besluit.objects.count(), Gebeurtenis.objects.count()) == (0, voor)


def test_a_product_without_a_budget_is_not_given_as_one(gezin: Gezin, consulent: Actor) -> None:
    nummer = vraag(consulent, gezin.casus, gezin.moeder, product="vervoer")
    with pytest.raises(Domeinfout, match="geen persoonsgebonden budget"):
        beslis(consulent, nummer, vorm="pgb", aanbieder="")


def test_a_refusal_grants_nothing_and_asks_no_lighter_help(aanvraag: int, consulent: Actor) -> None:
    [nummer] = neem_besluiten(consulent, [afwijzing(aanvraag)])
    assert Besluit.objects.get(pk=nummer).bedrag_eurocent == 0
    assert not Voorziening.objects.exists()


def test_why_lighter_help_does_not_suffice_comes_from_the_plan(gezin: Gezin, consulent: Actor) -> None:
    from samendoen.casus.models import Actie

    reden = "Oma kan het niet meer."
    schrijf(
        consulent, gezin.casus, [doel(gezin.moeder, actie("maatwerk", "Hulp in huis.", niet_lichter=reden))]
    )
    nummer = vraag(consulent, gezin.casus, gezin.moeder, actie=Actie.objects.get().pk)
    assert Besluit.objects.get(pk=beslis(consulent, nummer, niet_lichter="")).niet_lichter == reden


def test_deciding_twice_is_refused(genomen: int, aanvraag: int, collega: Actor) -> None:
    with pytest.raises(Domeinfout, match="al besloten, door Joke Jansen op ma 3 juni 2024"):
        beslis(collega, aanvraag)
    assert Besluit.objects.count() == 1


def test_two_decisions_on_one_application_in_one_list_are_refused(aanvraag: int) -> None:
    with pytest.raises(Domeinfout):
        neem_besluiten(SYSTEEM, [besluit(aanvraag), besluit(aanvraag)])


def test_above_the_limit_one_only_advises(aanvraag: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match=r"Adviseert alleen: .*15\.000") as fout:
        beslis(consulent, aanvraag, **GROOT)
    assert (fout.value.fout, fout.value.veld) == ("buiten_mandaat", "uitkomst")
    assert not Besluit.objects.exists()


def test_an_advice_is_kept_for_who_may_decide(aanvraag: int, consulent: Actor, leider: Actor) -> None:
    geef_advies(consulent, besluit(aanvraag, **GROOT))
    geef_advies(consulent, besluit(aanvraag, **GROOT))
    advies = Advies.objects.get()
    assert (advies.uitkomst, advies.gegeven_door_id) == ("toegekend", consulent.id)
    assert advies.inhoud is not None and advies.inhoud["omvang"] == "12"
    soorten = [g.soort for g in van_onderwerp("besluiten.aanvraag", [aanvraag])[aanvraag]]
    assert soorten.count("besluiten.advies_gegeven") == 1
    assert not Besluit.objects.get(pk=beslis(leider, aanvraag, **GROOT)).tweede_nodig


def test_advice_without_a_reason_or_after_the_decision_is_refused(aanvraag: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="zonder reden"):
        geef_advies(consulent, besluit(aanvraag, motivering=""))
    beslis(consulent, aanvraag)
    with pytest.raises(Domeinfout, match="kan dit niet meer"):
        geef_advies(consulent, besluit(aanvraag))


def test_the_largest_amounts_are_signed_by_two(
    aanvraag: int, consulent: Actor, leider: Actor, leider2: Actor
) -> None:
    nummer = beslis(leider, aanvraag, **ENORM)
    with pytest.raises(Domeinfout, match="tweede handtekening"):
        maak_bekend(leider, [(nummer, VANDAAG)])
    with pytest.raises(Domeinfout, match="Wie het besluit nam"):
        teken_mee(leider, nummer)
    with pytest.raises(Domeinfout, match="Adviseert alleen"):
        teken_mee(consulent, nummer)
    teken_mee(leider2, nummer)
    teken_mee(leider2, nummer)
    assert Besluit.objects.get(pk=nummer).tweede_door_id == leider2.id
    maak_bekend(leider, [(nummer, VANDAAG)])
    besluit_ = Besluit.objects.get(pk=nummer)
    assert besluit_.brief is not None and besluit_.brief["slot"][-2:] == ["Lena Leider", "Ties Tweede"]


def test_a_decision_that_needs_one_signature_takes_no_second(genomen: int, leider: Actor) -> None:
    with pytest.raises(Domeinfout, match="geen tweede handtekening"):
        teken_mee(leider, genomen)


def test_taken_back_the_application_waits_again(genomen: int, aanvraag: int, collega: Actor) -> None:
    neem_terug(collega, genomen)
    neem_terug(collega, genomen)
    assert Aanvraag.objects.get().status == "ingediend"
    assert Besluit.objects.get().status == "teruggenomen"
    assert Voorziening.objects.get().status == "vervallen"
    assert beslis(collega, aanvraag) != genomen


def test_after_the_announcement_it_cannot_be_taken_back(genomen: int, consulent: Actor) -> None:
    maak_bekend(consulent, [(genomen, VANDAAG)])
    with pytest.raises(Domeinfout, match="al bekendgemaakt"):
        neem_terug(consulent, genomen)


def test_a_new_decision_replaces_only_what_was_announced(
    genomen: int, aanvraag: int, consulent: Actor
) -> None:
    with pytest.raises(Domeinfout):
        herzie_besluiten(consulent, [besluit(aanvraag)])
    maak_bekend(consulent, [(genomen, VANDAAG)])
    [nieuw] = herzie_besluiten(consulent, [besluit(aanvraag, omvang=Decimal(4))])
    rij = Besluit.objects.get(pk=nieuw)
    assert (rij.herziet_id, rij.op_tijd, rij.status) == (genomen, None, "genomen")
    assert "2.3.10" in rij.grond
    assert Besluit.objects.get(pk=genomen).status == "bekendgemaakt"
    neem_terug(consulent, nieuw)
    assert Aanvraag.objects.get().status == "bekendgemaakt"


@pytest.mark.parametrize(
    "doe",
    [
        lambda wie, aanvraag, besluit_: beslis(wie, aanvraag),
        lambda wie, aanvraag, besluit_: geef_advies(wie, besluit(aanvraag)),
        lambda wie, aanvraag, besluit_: teken_mee(wie, besluit_),
        lambda wie, aanvraag, besluit_: neem_terug(wie, besluit_),
        lambda wie, aanvraag, besluit_: maak_bekend(wie, [(besluit_, VANDAAG)]),
    ],
    ids=["beslis", "advies", "teken_mee", "neem_terug", "maak_bekend"],
)
def test_a_neighbour_hears_that_it_does_not_exist(
    genomen: int, aanvraag: int, buur: Actor, doe: Callable[[Actor, int, int], None]
) -> None:
    with pytest.raises(NietGevonden):
        doe(buur, aanvraag, genomen)


def test_the_back_office_does_not_decide(aanvraag: int, backoffice: Actor) -> None:
    with pytest.raises(Geweigerd):
        beslis(backoffice, aanvraag)


def test_nothing_is_decided_when_recording_fails(
    aanvraag: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        beslis(consulent, aanvraag)
    assert (Besluit.objects.count(), Aanvraag.objects.get().status) == (0, "ingediend")


def test_many_decisions_cost_as_many_statements_as_one(gezin: Gezin, consulent: Actor) -> None:
    paren = [(gezin.casus, gezin.moeder)]
    for _ in range(3):
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        paren.append((maak_casus(consulent, maak_melding(ouder)), ouder))
    nummers = vraag_aan(SYSTEEM, [nieuwe_aanvraag(*paar) for paar in paren])

    def tel(welke: list[int]) -> tuple[int, int]:
        with CaptureQueriesContext(connection) as nemen:
            besluiten = neem_besluiten(SYSTEEM, [besluit(n) for n in welke])
        with CaptureQueriesContext(connection) as bekendmaken:
            maak_bekend(SYSTEEM, [(b, VANDAAG) for b in besluiten])
        return len(nemen), len(bekendmaken)

    assert tel(nummers[:1]) == tel(nummers[1:])
