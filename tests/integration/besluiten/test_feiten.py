"""The fact of decisions: what was known at a moment, and nothing about who it is."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samendoen.besluiten.api import herzie_besluiten, maak_bekend, neem_terug, trek_aanvraag_in
from samendoen.besluiten.feiten import BESLUIT
from samendoen.cijfers import definities
from samendoen.cijfers.queries.zaken import lijst
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.rechten import Permissie
from tests.besluitmaker import afwijzing, maak_geldend
from tests.casusmaker import TEAM
from tests.integration.besluiten.conftest import Gezin
from tests.wijzigingmaker import doe, verlenging

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
MORGEN = VANDAAG + timedelta(days=1)
TE_LAAT = date(2024, 7, 1)


def rijen(dag: date) -> list[dict[str, Any]]:
    """Return the rows as known at the end of a day, by column."""
    namen = [kolom.naam for kolom in BESLUIT.kolommen]
    peilmoment = klok.einde_van(dag) - timedelta(microseconds=1)
    return [dict(zip(namen, rij, strict=True)) for portie in BESLUIT.rijen(peilmoment) for rij in portie]


def test_an_application_is_no_decision_yet(aanvraag: int) -> None:
    assert rijen(VANDAAG) == []


def test_a_decision_counts_from_the_day_on_which_it_was_taken(
    gezin: Gezin, genomen: int, consulent: Actor
) -> None:
    with klok.op(MORGEN):
        maak_bekend(consulent, [(genomen, MORGEN)])
    [toen] = rijen(VANDAAG)
    assert toen == {
        "team": TEAM,
        "kader": "wmo",
        "categorie": "huishouden",
        "uitkomst": "toegekend",
        "aangevraagd_op": VANDAAG,
        "besloten_op": VANDAAG,
        "bekendgemaakt_op": None,
        "op_tijd": None,
        "herziening": False,
        "geldt": True,
        "inwoner": gezin.moeder,
    }
    assert rijen(MORGEN) == [{**toen, "bekendgemaakt_op": MORGEN, "op_tijd": True}]


def test_a_decision_that_was_told_after_the_term_is_late(genomen: int, consulent: Actor) -> None:
    with klok.op(TE_LAAT):
        maak_bekend(consulent, [(genomen, TE_LAAT)])
    [rij] = rijen(TE_LAAT)
    assert rij["op_tijd"] is False
    laat = definities.indicatoren()["besloten-binnen-termijn"].filter[0].model_copy(update={"in_": (False,)})
    figuur = definities.indicatoren()["dagen-tot-besluit"].model_copy(update={"filter": (laat,)})
    cel = {"team": [TEAM], "kader": ["wmo"], "categorie": ["huishouden"], "jaar": ["2024"]}
    werkt = replace(consulent, permissies=consulent.permissies | {Permissie.CIJFERS_ZIEN})
    _zaken, [besluit], _deel = lijst(werkt, figuur, cel, 1)
    assert (besluit["url"], besluit["uitkomst"]) == (f"/besluiten/{genomen}/", "Toegekend")
    assert besluit["bekend"] == "ma 1 juli 2024"
    assert lijst(werkt, figuur, {**cel, "kader": ["jeugd"]}, 1)[1] == []


def test_a_decision_that_was_taken_back_never_was(genomen: int, consulent: Actor) -> None:
    with klok.op(MORGEN):
        neem_terug(consulent, genomen)
    assert rijen(MORGEN) == []
    assert len(rijen(VANDAAG)) == 1


def test_a_revision_stands_beside_what_it_replaces_and_has_no_term(
    aanvraag: int, genomen: int, consulent: Actor
) -> None:
    maak_bekend(consulent, [(genomen, VANDAAG)])
    with klok.op(MORGEN):
        [nieuw] = herzie_besluiten(consulent, [afwijzing(aanvraag, besloten_op=MORGEN)])
        maak_bekend(consulent, [(nieuw, MORGEN)])
    oud, herzien = rijen(MORGEN)
    assert (oud["geldt"], oud["op_tijd"], oud["herziening"]) == (False, True, False)
    assert (herzien["geldt"], herzien["op_tijd"], herzien["herziening"]) == (True, None, True)


def test_what_was_withdrawn_says_so_and_has_no_term(aanvraag: int, consulent: Actor) -> None:
    trek_aanvraag_in(consulent, aanvraag, VANDAAG)
    [rij] = rijen(VANDAAG)
    assert (rij["uitkomst"], rij["op_tijd"]) == ("ingetrokken", None)


def test_an_extension_replaces_nothing(gezin: Gezin, consulent: Actor) -> None:
    doe(consulent, verlenging(maak_geldend(consulent, gezin.casus, gezin.moeder)))
    eerste, langer = rijen(VANDAAG)
    assert (eerste["geldt"], langer["herziening"], langer["geldt"]) == (True, False, True)
