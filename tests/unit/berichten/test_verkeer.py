"""Levels 3 and 4: of every rule, at every place, a message that passes, and one refused with its code.

A rule that has no such pair does not count as implemented.
"""

import re
from datetime import date

import pytest

from samendoen.berichten.api import Bericht, beoordeel, controleer, schrijf
from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.regels import Plek
from samendoen.berichten.rules.verkeer import ALLE_KRUISREGELS, toets_verkeer
from tests.berichten import variant
from tests.berichten.verkeer import LEVERING, VAN_DE_GEMEENTE, VERZOEKEN, Kruisgeval, koppen
from tests.berichten.verkeer_declaratie import ANTWOORDEN, DECLARATIE

KRUISGEVALLEN = [*koppen(), *LEVERING, *VERZOEKEN, *VAN_DE_GEMEENTE, *DECLARATIE, *ANTWOORDEN]
DAG = date(2024, 9, 15)


def bericht(soort: str, wijzigingen: dict[str, object]) -> Bericht:
    """Return a variant of a golden message that levels 1 and 2 accept."""
    controle = controleer(variant(soort, wijzigingen))
    assert controle.bevindingen == ()
    assert controle.bericht is not None
    return controle.bericht


@pytest.mark.parametrize("geval", KRUISGEVALLEN, ids=str)
def test_a_message_is_accepted_that_keeps_the_rule_and_refused_that_breaks_it(geval: Kruisgeval) -> None:
    dit, regel = geval.geval, ALLE_KRUISREGELS[geval.geval.regel]
    assert toets_verkeer(bericht(dit.soort, dit.goed), geval.goed) == ()
    kapot = bericht(dit.soort, dit.fout)
    bevindingen = toets_verkeer(kapot, geval.fout)
    assert Bevinding(regel.niveau, regel.code, dit.pad, regel.zin, regel.retourcode) in bevindingen
    assert {b.regel for b in bevindingen} <= {regel.code} | dit.ook
    if kapot.soort.retour is not None:
        antwoord = controleer(schrijf(beoordeel(kapot, bevindingen, "R-1", DAG)))
        assert antwoord.bevindingen == ()
        assert antwoord.bericht is not None
        codes = {
            code for groep in antwoord.bericht.wortel.loop() for code in groep.alle("RetourCodes/RetourCode")
        }
        assert regel.retourcode in codes


def raakt(geval: Kruisgeval, plek: Plek) -> bool:
    """Tell whether a case is about this place of its rule."""
    pad = re.sub(r"\[[0-9]+\]", "", geval.geval.pad) + "/"
    soort = geval.geval.soort
    past = soort.endswith(plek.nummer) and soort.lower().startswith(plek.standaard)
    return past and f"/{plek.klasse}/" in pad and (f"/{plek.element}/" in pad or not plek.element)


@pytest.mark.parametrize("code", sorted(ALLE_KRUISREGELS))
def test_every_place_of_every_rule_has_its_pair(code: str) -> None:
    eigen = [geval for geval in KRUISGEVALLEN if geval.geval.regel == code]
    plekken = ALLE_KRUISREGELS[code].plekken
    assert [plek for plek in plekken if not any(raakt(geval, plek) for geval in eigen)] == []
