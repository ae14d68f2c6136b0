"""What the front door tells other contexts: tasks, facts, panels, sentences."""

from datetime import date

import pytest

from samendoen.kernel import klok, stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import (
    Triagebesluit,
    heropen_melding,
    registreer_meldingen,
    trek_melding_in,
    trieer_meldingen,
    volg_op,
)
from samendoen.toegang.models import Melding
from samendoen.toegang.queries.paneel import paneel_inwoner
from samendoen.toegang.rules import OPVOLGEN, TRIAGE
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.integration.toegang.conftest import TEAM, MaakInwoner, NeemOp, nieuw

pytestmark = pytest.mark.django_db
LATER = date(2024, 6, 17)


def open_taken(regel: str, dag: date) -> list[int]:
    """Return the meldingen about which a rule asks something on a day, after it ran."""
    with klok.op(dag):
        pas_taakregels_toe(SYSTEEM, codes=[regel])
        rijen = Taak.objects.filter(regel=regel, status="open").order_by("onderwerp_id")
        return [taak.onderwerp_id or 0 for taak in rijen]


def test_a_question_that_is_not_triaged_becomes_a_task_on_its_second_working_day(
    loket: Actor, consulent: Actor, neem_op: NeemOp
) -> None:
    nummer = neem_op(loket)  # on a Monday
    assert open_taken(TRIAGE, date(2024, 6, 4)) == []
    assert open_taken(TRIAGE, date(2024, 6, 5)) == [nummer]
    taak = Taak.objects.get()
    assert (taak.uiterlijk, taak.groep_id in consulent.groepen) == (date(2024, 6, 5), True)
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM)])
    assert Taak.objects.get().status == "vervallen"
    assert open_taken(TRIAGE, date(2024, 6, 6)) == []


def test_what_is_withdrawn_asks_no_triage(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket)
    assert open_taken(TRIAGE, date(2024, 6, 5)) == [nummer]
    trek_melding_in(loket, nummer, "dubbel")
    assert Taak.objects.get().status == "vervallen"


def test_a_warm_referral_becomes_a_task_on_its_day_and_is_done_by_asking(
    loket: Actor, neem_op: NeemOp, avres: int
) -> None:
    nummer = neem_op(loket, kader="schuldhulp")
    trieer_meldingen(loket, [Triagebesluit(nummer, "warme_overdracht", "", avres, LATER)])
    assert open_taken(OPVOLGEN, date(2024, 6, 16)) == []
    assert open_taken(OPVOLGEN, LATER) == [nummer]
    with klok.op(LATER):
        volg_op(loket, nummer, False)
    assert Taak.objects.get(regel=OPVOLGEN).status == "vervallen"
    assert open_taken(TRIAGE, date(2024, 6, 18)) == [nummer]


def test_advice_that_is_taken_back_asks_for_triage_again(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket, kader="geen")
    trieer_meldingen(loket, [Triagebesluit(nummer, "informatie_en_advies")])
    assert open_taken(TRIAGE, date(2024, 6, 6)) == []
    heropen_melding(loket, nummer)
    assert open_taken(TRIAGE, date(2024, 6, 7)) == [nummer]


def test_the_page_of_a_resident_shows_the_meldingen_that_one_may_read(
    loket: Actor, buur: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    persoon = maak_inwoner()
    neem_op(loket, inwoner=persoon, vraag="<b>KANARIE</b>")
    html = paneel_inwoner(loket, persoon)
    assert "&lt;b&gt;KANARIE" in html
    assert paneel_inwoner(buur, persoon) == ""
    assert stekkers.paneel.geef("inwoner:toegang") is paneel_inwoner


def test_every_event_has_a_sentence_that_says_what_happened(
    loket: Actor, neem_op: NeemOp, avres: int
) -> None:
    nummer = neem_op(loket, kader="schuldhulp")
    trieer_meldingen(loket, [Triagebesluit(nummer, "warme_overdracht", "", avres, LATER)])
    volg_op(loket, nummer, False)
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM, reden="Toch hier")])
    zinnen = []
    for g in van_onderwerp("toegang.melding", [nummer])[nummer]:
        zin = stekkers.gebeurteniszin.geef(g.soort)
        assert zin
        zinnen.append(zin(g.gegevens, {}))
    assert zinnen == [
        "Melding ontvangen (Telefoon).",
        "Triage: warme overdracht.",
        "Nagevraagd: de warme overdracht is niet gelukt. De vraag is weer open.",
        "Heropend: de afhandeling was een vergissing.",
        "Triage: naar een team (Gebiedsteam Leerdam). Anders dan het voorstel.",
    ]


def test_erasure_takes_the_question_and_whom_we_spoke_to(
    neem_op: NeemOp, maak_inwoner: MaakInwoner, avres: int
) -> None:
    persoon = maak_inwoner()
    [nummer] = registreer_meldingen(SYSTEEM, [nieuw(kader="schuldhulp", inwoner=persoon)])
    besluit = Triagebesluit(nummer, "warme_overdracht", "", avres, LATER, contact="Mevrouw Voorbeeld")
    trieer_meldingen(SYSTEEM, [besluit])
    wis_persoon(SYSTEEM, persoon, "schuldhulp", "verzoek")
    melding = Melding.objects.get()
    assert (melding.vraag, melding.contact) == ("", "")
