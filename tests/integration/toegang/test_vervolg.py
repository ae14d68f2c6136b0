"""What comes after taking a melding: link a resident, confirm the receipt, ask after a referral."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from samendoen.inwoners.api import NieuweInwoner
from samendoen.inwoners.models import Inwoner
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Dossier, GebeurtenisInhoud, Persoon, Zoekregel
from samendoen.toegang.actions import koppeling
from samendoen.toegang.api import (
    Triagebesluit,
    bevestig_ontvangst,
    koppel_inwoners,
    meldingkernen,
    neem_meldingen_op,
    trek_melding_in,
    trieer_meldingen,
    volg_op,
)
from samendoen.toegang.definities import ontvangstbrief
from samendoen.toegang.models import Melding
from samendoen.werk.api import NieuweTaak, maak_taak
from samendoen.werk.models import Taak, Termijn
from tests.integration.toegang.conftest import TEAM, MaakInwoner, NeemOp, nieuw

pytestmark = pytest.mark.django_db
VANDAAG, MORGEN = date(2024, 6, 3), date(2024, 6, 4)


def soorten(nummer: int) -> list[str]:
    """Return the kinds of the events of a melding that were not revoked."""
    return [g.soort.removeprefix("toegang.") for g in van_onderwerp("toegang.melding", [nummer])[nummer]]


def test_a_resident_is_linked_and_everything_about_the_question_moves_along(
    loket: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    nummer, persoon = neem_op(loket), maak_inwoner()
    melding = Melding.objects.get()
    maak_taak(loket, NieuweTaak(uuid4(), "Bel terug", VANDAAG, dossier_id=melding.dossier_id))
    koppel_inwoners(loket, [(nummer, persoon)])
    oud, melding = melding.inwoner_id, Melding.objects.get()
    assert (melding.inwoner_id, melding.herkend) == (persoon, True)
    assert Dossier.objects.get(pk=melding.dossier_id).persoon_id == persoon
    for rijen in (
        GebeurtenisInhoud.objects.filter(veld="vraag"),
        Zoekregel.objects.filter(onderwerp_id=nummer),
        Taak.objects.filter(notitie="Bel terug"),
    ):
        assert set(rijen.values_list("inwoner_id", flat=True)) == {persoon}
    assert Persoon.objects.get(pk=oud).pseudoniemsleutel is None
    assert soorten(nummer)[-1] == "inwoner_gekoppeld"


def test_linking_twice_is_linking_once(loket: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner) -> None:
    nummer, persoon = neem_op(loket), maak_inwoner()
    for _ in range(2):
        koppel_inwoners(loket, [(nummer, persoon)])
    assert soorten(nummer).count("inwoner_gekoppeld") == 1


def test_a_melding_of_one_resident_does_not_become_that_of_another(
    loket: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    eerste, ander = maak_inwoner(), maak_inwoner()
    nummer = neem_op(loket, inwoner=eerste)
    with pytest.raises(Domeinfout, match="hoort al bij een inwoner"):
        koppel_inwoners(loket, [(nummer, ander)])
    assert Melding.objects.get().inwoner_id == eerste


def test_who_nobody_knows_cannot_be_linked(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket)
    onbekend = Melding.objects.get().inwoner_id
    with pytest.raises(Domeinfout, match="niet bekend"):
        koppel_inwoners(loket, [(nummer, onbekend)])


def test_nothing_is_linked_when_recording_fails(
    loket: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer, persoon = neem_op(loket), maak_inwoner()

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(koppeling, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        koppel_inwoners(loket, [(nummer, persoon)])
    assert Dossier.objects.get().persoon_id != persoon


def test_a_new_resident_and_the_question_are_taken_together(loket: Actor) -> None:
    wie = NieuweInwoner(uuid4(), "Proefpersoon", date(1964, 2, 1))
    melding = nieuw()
    for _ in range(2):
        [nummer] = neem_meldingen_op(loket, [(melding, wie)])
    assert (Melding.objects.count(), Inwoner.objects.count()) == (1, 1)
    assert meldingkernen(loket, [nummer])[nummer].herkend


@pytest.mark.parametrize(
    ("melding", "inwoner", "veld"),
    [
        ({"ontvangen_op": MORGEN}, {}, "ontvangen_op"),
        ({}, {"geboortedatum": MORGEN}, "geboortedatum"),
        ({}, {"bsn": "111222334"}, "bsn"),
    ],
)
def test_of_a_question_and_a_resident_neither_stays_when_one_is_wrong(
    loket: Actor, melding: dict[str, Any], inwoner: dict[str, Any], veld: str
) -> None:
    wie = replace(NieuweInwoner(uuid4(), "Proefpersoon", date(1964, 2, 1)), **inwoner)
    with pytest.raises(Domeinfout) as fout:
        neem_meldingen_op(loket, [(nieuw(**melding), wie)])
    assert fout.value.veld == veld
    assert (Melding.objects.count(), Inwoner.objects.count()) == (0, 0)


def test_the_receipt_is_confirmed_once_with_the_texts_of_that_day(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket)
    bevestig_ontvangst(loket, [(nummer, VANDAAG)])
    with klok.op(MORGEN):
        bevestig_ontvangst(loket, [(nummer, MORGEN)])
    assert Melding.objects.get().bevestigd_op == VANDAAG
    [rij] = [
        g
        for g in van_onderwerp("toegang.melding", [nummer])[nummer]
        if g.soort == "toegang.ontvangst_bevestigd"
    ]
    assert rij.gegevens == {"teksten": ontvangstbrief("wmo")[1]}


@pytest.mark.parametrize("dag", [date(2024, 6, 2), MORGEN])
def test_a_letter_is_not_sent_before_the_receipt_or_tomorrow(
    loket: Actor, neem_op: NeemOp, dag: date
) -> None:
    nummer = neem_op(loket)
    with pytest.raises(Domeinfout) as fout:
        bevestig_ontvangst(loket, [(nummer, dag)])
    assert fout.value.veld == "op"


@pytest.fixture
def overgedragen(loket: Actor, neem_op: NeemOp, avres: int) -> int:
    """Give a question that was handed over to Avres, to be followed up in a fortnight."""
    nummer = neem_op(loket, kader="schuldhulp")
    trieer_meldingen(loket, [Triagebesluit(nummer, "warme_overdracht", "", avres, date(2024, 6, 17))])
    return nummer


def test_a_referral_that_worked_stays_handled(loket: Actor, overgedragen: int) -> None:
    volg_op(loket, overgedragen, True)
    melding = Melding.objects.get()
    assert (melding.status, melding.opvolgen_op, melding.route) == ("afgehandeld", None, "warme_overdracht")
    with pytest.raises(Domeinfout, match="niets meer na te vragen"):
        volg_op(loket, overgedragen, True)


def test_a_referral_that_did_not_work_is_triaged_anew_and_its_clock_runs_on(
    loket: Actor, overgedragen: int
) -> None:
    volg_op(loket, overgedragen, False)
    melding = Melding.objects.get()
    assert (melding.status, melding.route, melding.organisatie_id, melding.uitkomst) == ("open", "", None, "")
    assert Termijn.objects.get().status == "loopt"
    assert "melding_afgehandeld" not in soorten(overgedragen)
    trieer_meldingen(loket, [Triagebesluit(overgedragen, "team", TEAM, reden="Avres kan niet")])
    assert Melding.objects.get().route == "team"


@pytest.mark.parametrize(
    "doe",
    [
        lambda wie, nummer, persoon: koppel_inwoners(wie, [(nummer, persoon)]),
        lambda wie, nummer, persoon: bevestig_ontvangst(wie, [(nummer, VANDAAG)]),
        lambda wie, nummer, persoon: trieer_meldingen(wie, [Triagebesluit(nummer, "team", TEAM)]),
    ],
    ids=["koppel", "bevestig", "trieer"],
)
def test_nothing_happens_any_more_to_what_is_withdrawn(
    loket: Actor,
    neem_op: NeemOp,
    maak_inwoner: MaakInwoner,
    doe: Callable[[Actor, int, int], None],
) -> None:
    nummer, persoon = neem_op(loket), maak_inwoner()
    trek_melding_in(loket, nummer, "door_inwoner")
    with pytest.raises(Domeinfout, match="ingetrokken"):
        doe(loket, nummer, persoon)


@pytest.mark.parametrize(
    "doe",
    [
        lambda wie, nummer: koppel_inwoners(wie, [(nummer, 1)]),
        lambda wie, nummer: bevestig_ontvangst(wie, [(nummer, VANDAAG)]),
        lambda wie, nummer: volg_op(wie, nummer, True),
    ],
    ids=["koppel", "bevestig", "volg_op"],
)
def test_a_neighbour_finds_nothing_to_go_on_with(
    loket: Actor, buur: Actor, neem_op: NeemOp, doe: Callable[[Actor, int], None]
) -> None:
    nummer = neem_op(loket)
    with pytest.raises(NietGevonden):
        doe(buur, nummer)


def test_another_context_gets_what_the_asker_may_read(loket: Actor, buur: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket, leefgebieden=("wonen",))
    kern = meldingkernen(loket, [nummer, 987654], schrijfbaar=True)[nummer]
    assert (kern.team, kern.wet, kern.leefgebieden, kern.herkend) == (TEAM, "wmo", ("wonen",), False)
    assert meldingkernen(buur, [nummer]) == {}
