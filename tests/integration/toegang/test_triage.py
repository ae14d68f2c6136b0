"""Triage: a human decides beside the table's proposal, and the question goes where it was sent."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.kernel import klok
from samendoen.kernel.access import zichtbaar
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Gebeurtenis, GebeurtenisInhoud, Inzagerecht, Zoekregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang.access import triagestand
from samendoen.toegang.actions import triage
from samendoen.toegang.api import (
    Triagebesluit,
    Triagevraag,
    registreer_meldingen,
    stel_triage_voor,
    trieer_meldingen,
)
from samendoen.toegang.definities import tabelnaam, triageregels
from samendoen.toegang.models import Melding
from samendoen.werk.models import Termijn
from tests.integration.toegang.conftest import BUREN, TEAM, MaakInwoner, NeemOp, nieuw
from tests.maak import actor, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = date(2024, 6, 17)


def laatste(nummer: int) -> dict[str, Any]:
    """Return the data of the last event of a melding."""
    gegevens: dict[str, Any] = van_onderwerp("toegang.melding", [nummer])[nummer][-1].gegevens
    return gegevens


def test_the_proposal_is_that_of_the_village_of_the_resident(
    loket: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    nummer = neem_op(loket, team="", inwoner=maak_inwoner(plaats="LEERDAM"), leefgebieden=("veiligheid",))
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM)])
    gegevens = laatste(nummer)
    assert (gegevens["regel"], gegevens["voorstel_team"]) == ("wmo_begeleiding", TEAM)
    assert gegevens["definitie"] == triageregels(tabelnaam())[1]
    assert gegevens["afgeweken"] is False


def test_a_decision_other_than_proposed_asks_a_reason(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket, leefgebieden=("huishouden",))
    besluit = Triagebesluit(nummer, "team", TEAM)
    with pytest.raises(Domeinfout, match="iets anders dan het voorstel") as fout:
        trieer_meldingen(loket, [besluit])
    assert fout.value.veld == "reden"
    trieer_meldingen(loket, [replace(besluit, reden="KANARIE kent dit gezin")])
    assert laatste(nummer)["afgeweken"] is True
    assert "KANARIE" not in str(laatste(nummer))
    assert GebeurtenisInhoud.objects.get(veld="reden").waarde == "KANARIE kent dit gezin"


def test_the_melding_its_clock_and_its_grants_go_to_the_team(
    loket: Actor, consulent: Actor, buur: Actor, neem_op: NeemOp
) -> None:
    nummer = neem_op(loket, team=BUREN)
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM)])
    assert Melding.objects.get().team.code == TEAM
    with klok.op(date(2024, 6, 4)):
        ziet = [zichtbaar(Melding.objects.all(), wie).count() for wie in (loket, consulent, buur)]
    assert ziet == [1, 1, 0]
    assert Termijn.objects.get(onderwerp_id=nummer).groep_id in consulent.groepen
    assert Zoekregel.objects.get(onderwerp_id=nummer).label.startswith("Gebiedsteam Leerdam")


def test_information_and_advice_handles_it_at_once(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket, kader="geen")
    trieer_meldingen(loket, [Triagebesluit(nummer, "informatie_en_advies")])
    melding = Melding.objects.get()
    assert (melding.status, melding.uitkomst, melding.afgehandeld_op) == (
        "afgehandeld",
        "informatie_en_advies",
        VANDAAG,
    )


def test_a_warm_referral_knows_to_whom_with_whom_and_when_to_ask(
    loket: Actor, neem_op: NeemOp, avres: int
) -> None:
    nummer = neem_op(loket, kader="schuldhulp")
    trieer_meldingen(
        loket, [Triagebesluit(nummer, "warme_overdracht", "", avres, LATER, contact="Mevrouw Voorbeeld")]
    )
    melding = Melding.objects.get()
    assert (melding.status, melding.uitkomst) == ("afgehandeld", "doorverwezen")
    assert (melding.organisatie_id, melding.contact, melding.opvolgen_op) == (
        avres,
        "Mevrouw Voorbeeld",
        LATER,
    )
    assert Termijn.objects.get().status == "gehaald"
    assert "Voorbeeld" not in str(list(Gebeurtenis.objects.values_list("gegevens", flat=True)))


@pytest.mark.parametrize(
    ("besluit", "veld"),
    [
        ({"uitkomst": "rooksignaal"}, "uitkomst"),
        ({"uitkomst": "team", "team": ""}, "team"),
        ({"uitkomst": "team", "team": "bestaat_niet"}, "team"),
        ({"uitkomst": "team", "team": "loket_jeugd", "reden": "daarom"}, "team"),
        ({"uitkomst": "warme_overdracht", "opvolgen_op": LATER}, "organisatie"),
        ({"uitkomst": "warme_overdracht", "organisatie": 987654, "opvolgen_op": LATER}, "organisatie"),
        ({"uitkomst": "informatie_en_advies", "opvolgen_op": LATER}, "uitkomst"),
        ({"uitkomst": "team", "team": TEAM, "op": date(2024, 6, 2)}, "op"),
        ({"uitkomst": "team", "team": TEAM, "op": date(2024, 6, 4)}, "op"),
        ({"uitkomst": "team", "team": TEAM, "reden": "x" * 501}, "reden"),
    ],
)
def test_a_decision_that_cannot_be_gets_a_sentence_and_changes_nothing(
    loket: Actor, neem_op: NeemOp, besluit: dict[str, Any], veld: str
) -> None:
    goed, fout = neem_op(loket), neem_op(loket)
    with pytest.raises(Domeinfout) as gezegd:
        trieer_meldingen(loket, [Triagebesluit(goed, "team", TEAM), Triagebesluit(fout, **besluit)])
    assert (gezegd.value.veld, bool(gezegd.value.doe)) == (veld, True)
    assert set(Melding.objects.values_list("route", flat=True)) == {""}


@pytest.mark.parametrize("dag", [None, VANDAAG])
def test_a_warm_referral_asks_a_later_day_to_follow_up(
    loket: Actor, neem_op: NeemOp, avres: int, dag: date | None
) -> None:
    nummer = neem_op(loket, kader="schuldhulp")
    with pytest.raises(Domeinfout) as fout:
        trieer_meldingen(loket, [Triagebesluit(nummer, "warme_overdracht", "", avres, dag)])
    assert fout.value.veld == "opvolgen_op"


def test_the_same_decision_sent_twice_is_one(loket: Actor, neem_op: NeemOp) -> None:
    for kader, uitkomst, team in (("wmo", "team", TEAM), ("geen", "informatie_en_advies", "")):
        nummer = neem_op(loket, kader=kader)
        for _ in range(2):
            trieer_meldingen(loket, [Triagebesluit(nummer, uitkomst, team)])
        soorten = [g.soort for g in van_onderwerp("toegang.melding", [nummer])[nummer]]
        assert soorten.count("toegang.melding_getrieerd") == 1


def test_of_two_who_decide_the_second_hears_it(loket: Actor, consulent: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket)
    gezien = triagestand(Melding.objects.get())
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM, gezien=gezien)])
    with pytest.raises(Domeinfout, match="collega"):
        trieer_meldingen(
            consulent, [Triagebesluit(nummer, "eropaf", "eropaf", reden="Zorgen", gezien=gezien)]
        )
    assert Melding.objects.get().route == "team"


def test_a_decision_can_be_taken_anew(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket)
    trieer_meldingen(loket, [Triagebesluit(nummer, "spoed", TEAM, reden="Vandaag nodig")])
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM)])
    assert Melding.objects.get().route == "team"


def test_what_is_handled_is_not_triaged_any_more(loket: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(loket, kader="geen")
    trieer_meldingen(loket, [Triagebesluit(nummer, "informatie_en_advies")])
    with pytest.raises(Domeinfout, match="afgehandeld"):
        trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM)])


def test_outside_the_scope_it_does_not_exist_and_without_the_role_it_is_refused(
    loket: Actor, buur: Actor, neem_op: NeemOp
) -> None:
    nummer = neem_op(loket)
    with pytest.raises(NietGevonden):
        trieer_meldingen(buur, [Triagebesluit(nummer, "team", TEAM)])
    with pytest.raises(Geweigerd):
        trieer_meldingen(
            actor(maak_medewerker(Rol.BACKOFFICE, [TEAM])), [Triagebesluit(nummer, "team", TEAM)]
        )
    assert Melding.objects.get().route == ""


def test_nothing_moves_when_recording_fails(
    loket: Actor, neem_op: NeemOp, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer = neem_op(loket, team=BUREN)
    rechten = Inzagerecht.objects.count()

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(triage, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        trieer_meldingen(loket, [Triagebesluit(nummer, "team", TEAM)])
    assert (Melding.objects.get().route, Inzagerecht.objects.count()) == ("", rechten)


def test_many_decisions_cost_as_many_statements_as_one() -> None:
    maak_gemeente()
    ids = registreer_meldingen(SYSTEEM, [nieuw(team=BUREN) for _ in range(30)])

    def kosten(nummers: list[int]) -> int:
        with CaptureQueriesContext(connection) as vragen:
            trieer_meldingen(SYSTEEM, [Triagebesluit(n, "team", TEAM) for n in nummers])
        return len(vragen)

    assert kosten(ids[1:]) <= kosten(ids[:1])


def test_without_a_village_a_human_chooses_the_team() -> None:
    maak_gemeente()
    voorstel = stel_triage_voor(Triagevraag("jeugd"))
    assert (voorstel.uitkomst, voorstel.team) == ("team", "")
    assert voorstel.reden
    assert stel_triage_voor(Triagevraag("jeugd", plaats="Vianen")).team == BUREN


def test_the_village_of_a_secret_address_proposes_no_team(
    loket: Actor, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    nummer = neem_op(loket, inwoner=maak_inwoner(geheimhouding=True), leefgebieden=("veiligheid",))
    trieer_meldingen(loket, [Triagebesluit(nummer, "team", BUREN)])
    assert laatste(nummer)["voorstel_team"] is None
