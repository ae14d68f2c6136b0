"""A warm handover: nothing changes until the colleague who is asked accepts."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.casus.actions import overdracht as module
from samendoen.casus.api import (
    Overdrachtinvoer,
    aanvaard_overdracht,
    casuskernen,
    draag_regie_over,
    sluit_casussen,
    stel_overdrachten_voor,
    trek_overdracht_in,
    weiger_overdracht,
)
from samendoen.casus.models import Betrokkene, Overdracht
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Gebeurtenis, Grond, Niveau
from samendoen.kernel.wissen import wis_persoon
from samendoen.toegang.api import handel_melding_af
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def vraag(casus: int, consulent: Actor, collega: Actor) -> int:
    """Give the question of the director to a colleague to take over."""
    return stel_voor(consulent, casus, collega)


def stel_voor(door: Actor, casus: int, naar: Actor, woorden: str = "Noor slaapt slecht.") -> int:
    [nummer] = stel_overdrachten_voor(door, [Overdrachtinvoer(uuid4(), casus, naar.id or 0, woorden)])
    return nummer


def regisseur(casus: int) -> int:
    return casuskernen(SYSTEEM, [casus])[casus].regisseur_id


def test_until_it_is_accepted_the_director_stays(
    casus: int, consulent: Actor, collega: Actor, vraag: int
) -> None:
    assert regisseur(casus) == consulent.id
    aanvaard_overdracht(collega, vraag, VANDAAG)
    assert regisseur(casus) == collega.id
    rij = Overdracht.objects.get()
    assert (rij.status, rij.contact_op) == ("aanvaard", VANDAAG)
    soorten = Gebeurtenis.objects.order_by("pk").values_list("soort", flat=True)
    assert list(soorten)[-2:] == ["casus.overdracht_aanvaard", "casus.regie_overgedragen"]


def test_sent_twice_it_is_one_question(casus: int, consulent: Actor, collega: Actor) -> None:
    een = Overdrachtinvoer(uuid4(), casus, collega.id or 0, "Noor slaapt slecht.")
    assert stel_overdrachten_voor(consulent, [een]) == stel_overdrachten_voor(consulent, [een])


def test_refused_with_a_reason_the_direction_stays(
    casus: int, consulent: Actor, collega: Actor, vraag: int
) -> None:
    with pytest.raises(Domeinfout, match="waarom u de regie niet overneemt"):
        weiger_overdracht(collega, vraag, " ")
    weiger_overdracht(collega, vraag, "Ik heb geen ruimte.")
    assert regisseur(casus) == consulent.id
    with pytest.raises(Domeinfout, match="wacht niemand meer"):
        aanvaard_overdracht(collega, vraag, VANDAAG)
    assert "Ik heb geen ruimte." in tekst(klant(consulent), "casus", casus)


@pytest.mark.parametrize("op", [VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)])
def test_the_shared_contact_lies_within_the_direction(collega: Actor, vraag: int, op: date) -> None:
    with pytest.raises(Domeinfout) as fout:
        aanvaard_overdracht(collega, vraag, op)
    assert fout.value.veld == "contact_op"


def test_the_director_asks_and_others_do_not(
    casus: int, consulent: Actor, collega: Actor, leider: Actor, vraag: int
) -> None:
    trek_overdracht_in(consulent, vraag)
    with pytest.raises(Geweigerd):
        stel_voor(collega, casus, leider)
    with pytest.raises(Geweigerd):
        draag_regie_over(consulent, [(casus, collega.id or 0, VANDAAG)])
    stel_voor(leider, casus, collega)


def test_only_who_was_asked_answers(consulent: Actor, leider: Actor, vraag: int) -> None:
    for wie in (consulent, leider):
        with pytest.raises(Geweigerd):
            aanvaard_overdracht(wie, vraag, VANDAAG)
        with pytest.raises(Geweigerd):
            weiger_overdracht(wie, vraag, "Nee.")


def test_who_was_asked_does_not_take_the_question_back(collega: Actor, leider: Actor, vraag: int) -> None:
    with pytest.raises(Geweigerd):
        trek_overdracht_in(collega, vraag)
    trek_overdracht_in(leider, vraag)
    assert Overdracht.objects.get().status == "ingetrokken"


def test_what_cannot_be_is_refused(
    casus: int, consulent: Actor, collega: Actor, buur: Actor, vraag: int
) -> None:
    with pytest.raises(Domeinfout, match="al een collega gevraagd"):
        stel_voor(consulent, casus, collega)
    trek_overdracht_in(consulent, vraag)
    for naar, woorden, veld in (
        (consulent, "Ja.", "naar"),
        (collega, " ", "toelichting"),
        (collega, "x" * 2001, "toelichting"),
        (buur, "Ja.", "regisseur"),
    ):
        with pytest.raises(Domeinfout) as fout:
            stel_voor(consulent, casus, naar, woorden)
        assert fout.value.veld == veld


def test_a_neighbour_hears_that_it_does_not_exist(casus: int, buur: Actor, vraag: int) -> None:
    doen: list[Callable[[], object]] = [
        lambda: stel_voor(buur, casus, buur),
        lambda: aanvaard_overdracht(buur, vraag, VANDAAG),
        lambda: weiger_overdracht(buur, vraag, "Nee."),
        lambda: trek_overdracht_in(buur, vraag),
        lambda: trek_overdracht_in(buur, 0),
    ]
    for doe in doen:
        with pytest.raises(NietGevonden):
            doe()


def test_assigned_by_the_leader_the_question_lapses(
    casus: int, leider: Actor, collega: Actor, vraag: int
) -> None:
    draag_regie_over(leider, [(casus, leider.id or 0, VANDAAG)])
    assert Overdracht.objects.get().status == "ingetrokken"


def test_in_a_closed_casus_nobody_waits(gezin: Gezin, casus: int, consulent: Actor, vraag: int) -> None:
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "zelf_verder", VANDAAG)])
    assert Overdracht.objects.get().status == "ingetrokken"


def test_nothing_changes_when_recording_fails(
    casus: int, consulent: Actor, collega: Actor, vraag: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        aanvaard_overdracht(collega, vraag, VANDAAG)
    assert (regisseur(casus), Overdracht.objects.get().status) == (consulent.id, "voorgesteld")


def test_who_is_asked_gets_a_task_until_there_is_an_answer(collega: Actor, vraag: int) -> None:
    pas_taakregels_toe(SYSTEEM, codes=["overdracht"])
    taak = Taak.objects.get()
    assert (taak.gebruiker_id, taak.uiterlijk) == (collega.id, VANDAAG + timedelta(days=7))
    assert "slaapt" not in taak.uitleg
    aanvaard_overdracht(collega, vraag, VANDAAG)
    assert Taak.objects.get().status == "vervallen"


def test_erasure_takes_what_colleagues_wrote(
    gezin: Gezin, vraag: int, settings: Any, tmp_path: object
) -> None:
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    assert Overdracht.objects.get().toelichting == ""


def test_who_reads_one_child_does_not_read_what_colleagues_wrote(
    gezin: Gezin, casus: int, buur: Actor, vraag: int
) -> None:
    with schrijft("kernel"):
        dossier = Betrokkene.objects.get(inwoner=gezin.zoon).dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=buur.id)])
    with klok.op(klok.nu() + timedelta(minutes=1)):
        assert "slaapt" not in tekst(klant(buur), "casus", casus)


def test_by_the_forms_from_question_to_direction(casus: int, consulent: Actor, collega: Actor) -> None:
    van, naar = klant(consulent), klant(collega)
    velden = {"kenmerk": str(uuid4()), "naar": str(collega.id), "toelichting": "Noor slaapt slecht."}
    van.post(reverse("overdracht_nieuw", args=[casus]), velden)
    html = tekst(naar, "casus", casus)
    assert "Noor slaapt slecht." in html
    assert reverse("overdracht", args=[casus]) in html
    assert reverse("overdracht", args=[casus]) + '"' not in tekst(van, "casus", casus)
    naar.post(reverse("overdracht_weigeren", args=[casus]), {"reden": "Nu niet."})
    van.post(reverse("overdracht_nieuw", args=[casus]), velden | {"kenmerk": str(uuid4())})
    van.post(reverse("overdracht_intrekken", args=[casus]))
    van.post(reverse("overdracht_nieuw", args=[casus]), velden | {"kenmerk": str(uuid4())})
    naar.post(reverse("overdracht", args=[casus]), {"contact_op": klok.vandaag().isoformat()})
    assert regisseur(casus) == collega.id
    assert naar.get(reverse("overdracht", args=[casus])).status_code == 404
