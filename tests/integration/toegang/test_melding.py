"""A melding: taken, handled, reopened, withdrawn; and refused where it must be."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from samendoen.kernel import klok
from samendoen.kernel.access import zichtbaar
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Dossier, Gebeurtenis, GebeurtenisInhoud, Zoekregel
from samendoen.kernel.rechten import Rol
from samendoen.recht.api import bereken
from samendoen.toegang import queries
from samendoen.toegang.actions import melding as acties
from samendoen.toegang.actions import registratie
from samendoen.toegang.api import registreer_meldingen
from samendoen.toegang.models import Melding
from samendoen.toegang.stekkers import aanduiding
from samendoen.werk.models import Termijn
from samendoen.werk.queries.vandaag import Vraag, vandaag
from tests.integration.toegang.conftest import TEAM, nieuw
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db


def neem_op(door: Actor, **anders: Any) -> int:
    [nummer] = registreer_meldingen(door, [nieuw(**anders)])
    return nummer


def test_a_melding_is_taken_with_everything_that_hangs_on_it(loket: Actor) -> None:
    melding = Melding.objects.get(pk=neem_op(loket))
    assert (melding.status, melding.team.code, melding.vraag) == ("open", TEAM, "Wie helpt mij met mijn was?")
    assert Zoekregel.objects.get(onderwerp_id=melding.pk).tekst == melding.vraag
    termijn = Termijn.objects.get(onderwerp_id=melding.pk)
    assert termijn.uiterste_datum == bereken("wmo-onderzoek", date(2024, 6, 3)).einde


def test_the_event_holds_no_word_of_the_question(loket: Actor) -> None:
    nummer = neem_op(loket, vraag="KANARIE")
    [gebeurtenis] = van_onderwerp("toegang.melding", [nummer])[nummer]
    assert (gebeurtenis.versie, gebeurtenis.gegevens["team"]) == (2, TEAM)
    assert "KANARIE" not in str(gebeurtenis.gegevens)
    assert GebeurtenisInhoud.objects.get(gebeurtenis=gebeurtenis).waarde == "KANARIE"


def test_a_form_sent_twice_is_one_melding(loket: Actor) -> None:
    eenmaal = nieuw()
    eerst = registreer_meldingen(loket, [eenmaal])
    assert registreer_meldingen(loket, [eenmaal]) == eerst
    assert registreer_meldingen(loket, [eenmaal, eenmaal]) == eerst * 2
    assert (Melding.objects.count(), Termijn.objects.count(), Dossier.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"vraag": "  "}, "vraag"),
        ({"team": "bestaat_niet"}, "team"),
        ({"kanaal": "rooksignaal"}, "kanaal"),
        ({"kader": "verzonnen"}, "kader"),
        ({"kader": "jeugd", "team": "voorzieningen"}, "kader"),
        ({"ontvangen_op": date(2024, 6, 4)}, "ontvangen_op"),
        ({"ontvangen_op": date(2022, 6, 3)}, "ontvangen_op"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(
    loket: Actor, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        registreer_meldingen(loket, [nieuw(), nieuw(**anders)])
    assert (fout.value.veld, bool(fout.value.toelichting), bool(fout.value.doe)) == (veld, True, True)
    assert (Melding.objects.count(), Gebeurtenis.objects.filter(soort__startswith="toegang").count()) == (
        0,
        0,
    )


def test_nothing_is_taken_when_recording_fails(loket: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(registratie, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        neem_op(loket)
    assert (Melding.objects.count(), Dossier.objects.count()) == (0, 0)


def test_the_team_may_work_on_it_and_the_neighbours_do_not_see_it(
    loket: Actor, consulent: Actor, buur: Actor
) -> None:
    neem_op(loket)
    assert [zichtbaar(Melding.objects.all(), wie).count() for wie in (loket, consulent, buur)] == [1, 1, 0]


def handel_af(door: Actor, nummer: int) -> None:
    acties.handel_melding_af(door, nummer, "onderzocht", date(2024, 6, 3))


def test_handling_closes_the_melding_and_its_clock(loket: Actor, consulent: Actor) -> None:
    nummer = neem_op(loket)
    handel_af(consulent, nummer)
    assert Melding.objects.get().status == "afgehandeld"
    assert Termijn.objects.get().status == "gehaald"


def test_reopening_undoes_the_handling(loket: Actor, consulent: Actor) -> None:
    nummer = neem_op(loket)
    handel_af(consulent, nummer)
    acties.heropen_melding(consulent, nummer)
    assert (Melding.objects.get().status, Termijn.objects.get().status) == ("open", "loopt")
    handel_af(consulent, nummer)
    acties.heropen_melding(consulent, nummer)
    assert Melding.objects.get().status == "open"


def test_withdrawing_lets_the_clock_lapse(loket: Actor) -> None:
    nummer = neem_op(loket)
    acties.trek_melding_in(loket, nummer, "door_inwoner")
    assert (Melding.objects.get().status, Termijn.objects.get().status) == ("ingetrokken", "vervallen")


@pytest.mark.parametrize(
    "doe",
    [
        lambda wie, nummer: handel_af(wie, nummer),
        lambda wie, nummer: acties.heropen_melding(wie, nummer),
        lambda wie, nummer: acties.trek_melding_in(wie, nummer, "dubbel"),
    ],
    ids=["handel_af", "heropen", "trek_in"],
)
def test_what_is_withdrawn_is_done(loket: Actor, consulent: Actor, doe: Callable[[Actor, int], None]) -> None:
    nummer = neem_op(loket)
    acties.trek_melding_in(loket, nummer, "dubbel")
    with pytest.raises(Domeinfout, match="ingetrokken"):
        doe(consulent, nummer)


def test_a_neighbour_hears_that_it_does_not_exist(loket: Actor, buur: Actor) -> None:
    nummer = neem_op(loket)
    with pytest.raises(NietGevonden):
        handel_af(buur, nummer)
    assert Melding.objects.get().status == "open"


def test_the_front_desk_may_not_handle(loket: Actor) -> None:
    nummer = neem_op(loket)
    with pytest.raises(Geweigerd):
        handel_af(loket, nummer)


@pytest.mark.parametrize("op", [date(2024, 6, 2), date(2024, 6, 4)])
def test_handled_before_the_receipt_or_tomorrow_is_refused(loket: Actor, consulent: Actor, op: date) -> None:
    nummer = neem_op(loket)
    with pytest.raises(Domeinfout, match="vóór de ontvangst of in de toekomst"):
        acties.handel_melding_af(consulent, nummer, "onderzocht", op)


def test_a_kenmerk_of_another_makes_no_second_one(loket: Actor, consulent: Actor) -> None:
    kenmerk = UUID(int=7)
    assert neem_op(loket, kenmerk=kenmerk) == neem_op(consulent, kenmerk=kenmerk)


def test_who_took_it_has_it_on_vandaag_for_a_fortnight_and_then_no_more(loket: Actor) -> None:
    nummer = neem_op(loket)
    for dag, ziet in ((date(2024, 6, 3), [nummer]), (date(2024, 6, 17), [nummer]), (date(2024, 6, 18), [])):
        with klok.op(dag):
            assert list(zichtbaar(Melding.objects.all(), loket).values_list("pk", flat=True)) == ziet
            getoond = sum(deel.aantal for deel in vandaag(loket, Vraag()).values())
            assert getoond == len(ziet)


def test_vandaag_names_a_melding_by_the_words_of_its_question(loket: Actor, consulent: Actor) -> None:
    neem_op(loket)
    [rij] = vandaag(consulent, Vraag())["nieuw"].rijen
    assert rij["wat"] == "Wie helpt mij met mijn was?"


def test_the_words_of_a_question_are_for_who_may_read_it(loket: Actor, consulent: Actor, buur: Actor) -> None:
    nummer = neem_op(loket)
    assert aanduiding(consulent, [nummer, 987654]) == {nummer: "Wie helpt mij met mijn was?"}
    assert aanduiding(buur, [nummer]) == {}


def test_the_timeline_does_not_repeat_the_question(loket: Actor, consulent: Actor) -> None:
    nummer = neem_op(loket)
    assert [r["toelichting"] for r in queries.melding(consulent, nummer).tijdlijn] == ["", ""]


@pytest.mark.parametrize(
    "vraag", ["pagina=²", "pagina=99999999999", "sorteer=vraag", "team=kelder", "status=weg"]
)
def test_a_strange_address_of_the_list_is_no_error(vraag: str) -> None:
    klant = aangemelde_client(maak_medewerker(Rol.CONSULENT, [TEAM]))
    assert klant.get(f"/meldingen/?{vraag}").status_code == 200


def test_a_filter_without_result_leads_back_to_everything() -> None:
    klant = aangemelde_client(maak_medewerker(Rol.CONSULENT, [TEAM]))
    assert "Geen melding gevonden" in klant.get("/meldingen/?status=open").content.decode()
    assert "Hier verschijnen de meldingen" in klant.get("/meldingen/").content.decode()


def test_an_empty_form_says_what_to_do_and_draws_red_only_then() -> None:
    klant = aangemelde_client(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))
    assert "--invalid" not in klant.get("/meldingen/nieuw/").content.decode()
    html = klant.post("/meldingen/nieuw/", {"kenmerk": str(uuid4())}).content.decode()
    assert "Schrijf op wat de inwoner vraagt." in html
    assert "utrecht-textarea--invalid" in html
