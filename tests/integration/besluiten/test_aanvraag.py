"""An application: written down once, by the right people, for the right person, and withdrawn."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.actions import aanvraag as acties
from samendoen.besluiten.api import importeer_catalogus, trek_aanvraag_in, vraag_aan
from samendoen.besluiten.models import Aanbieder, Aanvraag, Besluit, Product
from samendoen.casus.api import sluit_casussen, voeg_meldingen_toe
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from samendoen.recht.api import bereken
from samendoen.werk.models import Termijn
from tests.besluitmaker import aanvraag, vraag
from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.besluiten.conftest import Gezin
from tests.maak import maak_gemeente

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def test_the_catalogue_is_read_in_once() -> None:
    code = maak_gemeente().code
    eerst = importeer_catalogus(SYSTEEM, code)
    assert (eerst.nieuw, Product.objects.count(), Aanbieder.objects.count()) == (True, 22, 10)
    assert not importeer_catalogus(SYSTEEM, code).nieuw
    assert Product.objects.count() == 22


def test_a_catalogue_of_another_municipality_is_refused() -> None:
    maak_gemeente("0331")
    with pytest.raises(Domeinfout, match="hoort niet bij de gemeente"):
        importeer_catalogus(SYSTEEM, "1961")


def test_an_application_starts_the_clock_of_its_law(gezin: Gezin, consulent: Actor) -> None:
    rij = Aanvraag.objects.get(pk=vraag(consulent, gezin.casus, gezin.moeder))
    assert (rij.status, rij.wet, rij.inwoner_id) == ("ingediend", "wmo", gezin.moeder)
    klok = Termijn.objects.get(onderwerp_soort="besluiten.aanvraag")
    assert (klok.soort, klok.uiterste_datum) == ("wmo-besluit", bereken("wmo-besluit", VANDAAG).einde)


def test_the_event_holds_no_word_of_what_was_asked(aanvraag: int) -> None:
    [g] = van_onderwerp("besluiten.aanvraag", [aanvraag])[aanvraag]
    assert g.gegevens == {
        "product": "hulp_bij_het_huishouden",
        "categorie": "huishouden",
        "kader": "wmo",
        "team": "gebiedsteam_leerdam",
        "actie": None,
    }


def test_a_form_sent_twice_is_one_application(gezin: Gezin, consulent: Actor) -> None:
    eenmaal = aanvraag(gezin.casus, gezin.moeder)
    eerst = vraag_aan(consulent, [eenmaal])
    assert vraag_aan(consulent, [eenmaal, eenmaal]) == eerst * 2
    assert Aanvraag.objects.count() == 1


FOUTEN: list[tuple[dict[str, Any], str, str]] = [
    ({"product": "bestaat_niet"}, "product", "bestaat niet"),
    ({"product": "jeugdhulp_ambulant"}, "product", "tot 23 jaar"),
    ({"persoon": 987654}, "persoon", "hoort niet bij deze casus"),
    ({"aangevraagd_op": date(2024, 6, 4)}, "aangevraagd_op", "in de toekomst"),
    ({"aangevraagd_op": date(2022, 6, 4)}, "aangevraagd_op", "meer dan een jaar terug"),
    ({"actie": 987654}, "actie", "niet in het plan"),
    ({"motivering": "x" * 8001}, "motivering", "langer dan"),
]


def test_bad_input_gets_a_sentence_and_changes_nothing(gezin: Gezin, consulent: Actor) -> None:
    voor = Gebeurtenis.objects.count()
    goed = aanvraag(gezin.casus, gezin.moeder, product="rolstoel")
    for anders, veld, zin in FOUTEN:
        with pytest.raises(Domeinfout, match=zin) as fout:
            vraag_aan(consulent, [goed, aanvraag(gezin.casus, **{"persoon": gezin.moeder, **anders})])
        assert (fout.value.veld, bool(fout.value.doe)) == (veld, True)
    assert (Aanvraag.objects.count(), Gebeurtenis.objects.count()) == (0, voor)


def test_the_same_again_while_it_waits_is_refused(gezin: Gezin, consulent: Actor) -> None:
    vraag(consulent, gezin.casus, gezin.moeder)
    with pytest.raises(Domeinfout, match="al aangevraagd"):
        vraag(consulent, gezin.casus, gezin.moeder)


def test_a_product_of_another_law_needs_a_question_under_that_law(gezin: Gezin, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="geen vraag onder die wet") as fout:
        vraag(consulent, gezin.casus, gezin.dochter, product="jeugdhulp_ambulant")
    assert fout.value.veld == "product"
    melding = maak_melding(gezin.dochter, kader="jeugd")
    voeg_meldingen_toe(consulent, [(gezin.casus, melding)])
    rij = Aanvraag.objects.get(pk=vraag(consulent, gezin.casus, gezin.dochter, product="jeugdhulp_ambulant"))
    assert (rij.wet, rij.dossier.wet, rij.dossier.persoon_id) == ("jeugd", "jeugd", gezin.dochter)
    assert Termijn.objects.get(onderwerp_soort="besluiten.aanvraag").soort == "awb-beslistermijn"


def test_an_application_names_the_action_that_it_fulfils(gezin: Gezin, consulent: Actor) -> None:
    maatwerk = actie("maatwerk", "Iemand helpt met het huishouden.", niet_lichter="Oma kan het niet.")
    lichter = actie("netwerk")
    schrijf(consulent, gezin.casus, [doel(gezin.moeder, maatwerk, lichter)])
    from samendoen.casus.models import Actie

    nummers = dict(Actie.objects.values_list("niveau", "pk"))
    with pytest.raises(Domeinfout, match="geen maatwerk"):
        vraag(consulent, gezin.casus, gezin.moeder, actie=nummers["netwerk"])
    with pytest.raises(Domeinfout, match="niet in het plan van deze persoon"):
        vraag(consulent, gezin.casus, gezin.dochter, actie=nummers["maatwerk"])
    rij = Aanvraag.objects.get(pk=vraag(consulent, gezin.casus, gezin.moeder, actie=nummers["maatwerk"]))
    assert rij.actie_id == nummers["maatwerk"]


def test_a_closed_casus_takes_no_application(gezin: Gezin, consulent: Actor) -> None:
    sluit_casussen(consulent, [(gezin.casus, "zelf_verder", VANDAAG)])
    with pytest.raises((Domeinfout, Geweigerd), match=r"gesloten|lezen"):
        vraag(SYSTEEM, gezin.casus, gezin.moeder)


def test_a_neighbour_hears_that_the_casus_does_not_exist(gezin: Gezin, buur: Actor) -> None:
    with pytest.raises(NietGevonden):
        vraag(buur, gezin.casus, gezin.moeder)
    assert not Aanvraag.objects.exists()


def test_nothing_is_applied_for_when_recording_fails(
    gezin: Gezin, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        vraag(consulent, gezin.casus, gezin.moeder)
    assert not Aanvraag.objects.exists()


def test_withdrawing_confirms_by_letter_and_lets_the_clock_lapse(aanvraag: int, consulent: Actor) -> None:
    nummer = trek_aanvraag_in(consulent, aanvraag, VANDAAG)
    assert trek_aanvraag_in(consulent, aanvraag, VANDAAG) == nummer
    besluit = Besluit.objects.get()
    assert (besluit.uitkomst, besluit.bekendgemaakt_op, besluit.bezwaar_tot) == ("ingetrokken", VANDAAG, None)
    assert besluit.brief is not None and besluit.brief["onderwerp"] == "U hebt uw aanvraag ingetrokken"
    assert Aanvraag.objects.get().status == "ingetrokken"
    assert Termijn.objects.get(onderwerp_soort="besluiten.aanvraag").status == "vervallen"


@pytest.mark.parametrize("op", [date(2024, 6, 2), date(2024, 6, 4)])
def test_withdrawn_before_it_was_asked_or_tomorrow_is_refused(
    aanvraag: int, consulent: Actor, op: date
) -> None:
    with pytest.raises(Domeinfout, match="vóór de aanvraag of in de toekomst"):
        trek_aanvraag_in(consulent, aanvraag, op)


def _vragen(doe: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as vragen:
        doe()
    return len(vragen)


def test_many_applications_cost_as_many_statements_as_one(gezin: Gezin, consulent: Actor) -> None:
    casussen = [(gezin.casus, gezin.moeder)]
    for _ in range(4):
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        casussen.append((maak_casus(consulent, maak_melding(ouder)), ouder))
    een = _vragen(lambda: vraag_aan(SYSTEEM, [aanvraag(*casussen[0])]))
    vier = _vragen(lambda: vraag_aan(SYSTEEM, [aanvraag(*paar) for paar in casussen[1:]]))
    assert vier == een


def test_an_unknown_kenmerk_of_somebody_elses_casus_is_not_found(gezin: Gezin, buur: Actor) -> None:
    with pytest.raises(NietGevonden):
        vraag_aan(buur, [aanvraag(gezin.casus, gezin.moeder, kenmerk=uuid4())])
