"""Where a message stands: every transition, the waiting after failures, and the fold of its events."""

from datetime import date, timedelta

from samendoen.berichten.events import (
    BerichtAangeboden,
    BerichtBeantwoord,
    BerichtHerzonden,
    BerichtKlaargezet,
    BerichtMislukt,
    BerichtOntvangen,
    BerichtVerwerkt,
    SignaalAfgehandeld,
)
from samendoen.berichten.rules.inhoudsopgave import is_voor_gemeente, kop_van, zonder_clienten
from samendoen.berichten.rules.soorten import SOORTEN
from samendoen.berichten.rules.toestand import OVERGANGEN, VAN_IN, Status, vouw, wachttijd
from tests.berichtmaker import goud, waarde

DAG = date(2024, 6, 3)
SOM = "0" * 64


def test_the_table_names_every_status_and_never_crosses_from_in_to_out() -> None:
    assert OVERGANGEN.keys() == set(Status)
    for van, stappen in OVERGANGEN.items():
        assert {(naar in VAN_IN) for naar in stappen.values()} <= {van in VAN_IN}


def test_each_failure_doubles_the_waiting_up_to_an_hour() -> None:
    assert [wachttijd(n) // timedelta(minutes=1) for n in (1, 2, 3, 6, 7, 500)] == [1, 2, 4, 32, 60, 60]


def test_the_fold_of_a_received_message_is_its_verdict() -> None:
    verwerkt = BerichtVerwerkt(
        berichtsoort="wmo305", tegenpartij="41414141", uitkomst="afgekeurd", codes=("0001",), antwoord=7
    )
    stand = vouw([(DAG, BerichtOntvangen(inhoud=SOM)), (DAG, verwerkt), (DAG, SignaalAfgehandeld())])
    assert stand is not None
    assert (stand.status, stand.antwoord, stand.codes, stand.afgehandeld_op) == (
        Status.AFGEKEURD,
        7,
        ("0001",),
        DAG,
    )
    assert vouw([]) is None
    assert vouw([(DAG, verwerkt)]) is None


def test_the_fold_of_a_message_of_ours_follows_it_out_and_back() -> None:
    klaar = BerichtKlaargezet(berichtsoort="wmo301", tegenpartij="41414141", inhoud=SOM, antwoord_op=None)
    gang = [klaar, BerichtAangeboden(poging=1), BerichtMislukt(codes=("fo01",)), BerichtHerzonden()]
    standen = [vouw((DAG, g) for g in gang[:n]) for n in range(1, 5)]
    assert [stand.status for stand in standen if stand] == ["klaar", "aangeboden", "mislukt", "klaar"]
    eind = vouw((DAG, g) for g in [*gang, BerichtBeantwoord(antwoord=9, codes=())])
    assert eind is not None
    assert (eind.status, eind.antwoord) == (Status.BEANTWOORD, 9)


def test_of_an_answer_the_sender_is_who_answered() -> None:
    vraag, retour, antwoord = (kop_van(waarde(goud(s))) for s in ("WMO301", "WMO302", "WMO325"))
    assert (vraag.afzender, vraag.ontvanger, vraag.vraag) == ("1961", "41414141", None)
    assert (retour.afzender, retour.ontvanger, retour.identificatie) == ("41414141", "1961", "R-000901")
    assert retour.vraag == ("WMO301", vraag.identificatie)
    assert retour.bestandsnaam == "WMO302_41414141_1961_R-000901.xml"
    assert antwoord.afzender == "1961"  # a message in its own right
    assert antwoord.vraag is not None
    assert antwoord.vraag[0] == "WMO323"


def test_a_municipality_receives_what_providers_send_and_what_answers_its_own() -> None:
    ontvangt = sorted(s.code for s in SOORTEN.values() if s.standaard == "wmo" and is_voor_gemeente(s.nummer))
    assert ontvangt == [f"WMO{n}" for n in (302, 305, 307, 315, 317, 320, 323)]


def test_who_is_erased_has_no_number_any_more_and_the_amounts_stay() -> None:
    bericht = waarde(goud("WMO323"))
    clienten = bericht.wortel.groepen("Declaratie/Clienten/Client")
    over = zonder_clienten(bericht, {clienten[0].pad})
    nieuw = over.wortel.groepen("Declaratie/Clienten/Client")
    assert [c.tekst("Bsn") for c in nieuw] == ["000000000", clienten[1].tekst("Bsn")]
    bedragen = "Prestaties/Prestatie/IngediendBedrag/Bedrag"
    assert [c.alle(bedragen) for c in nieuw] == [c.alle(bedragen) for c in clienten]
