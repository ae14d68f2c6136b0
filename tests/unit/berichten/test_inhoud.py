"""Level 2: of every rule, at every place where it holds, a message that passes and one that is refused.

A rule that has no such pair does not count as implemented.
"""

import re

import pytest

from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.inhoud import REGELS
from samendoen.berichten.rules.regels import Plek
from samendoen.berichten.xml.controleren import controleer
from tests.berichten import variant
from tests.berichten.alle_gevallen import GEVALLEN
from tests.berichten.gevallen import Geval


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_a_message_that_keeps_the_rule_is_accepted(geval: Geval) -> None:
    assert controleer(variant(geval.soort, geval.goed)).bevindingen == ()


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_a_message_that_breaks_the_rule_is_refused_there_and_told_what_to_do(geval: Geval) -> None:
    bevindingen = controleer(variant(geval.soort, geval.fout)).bevindingen
    assert Bevinding(2, geval.regel, geval.pad, REGELS[geval.regel].zin) in bevindingen
    assert {b.regel for b in bevindingen} <= {geval.regel} | geval.ook


def raakt(geval: Geval, plek: Plek) -> bool:
    """Tell whether a case is about this place of its rule."""
    pad = re.sub(r"\[[0-9]+\]", "", geval.pad) + "/"
    bericht = geval.soort.endswith(plek.nummer) and geval.soort.lower().startswith(plek.standaard)
    return bericht and f"/{plek.klasse}/" in pad and pad.endswith(f"{plek.element}/")


@pytest.mark.parametrize("code", sorted(REGELS))
def test_every_place_of_every_rule_has_its_pair(code: str) -> None:
    eigen = [geval for geval in GEVALLEN if geval.regel == code]
    assert [plek for plek in REGELS[code].plekken if not any(raakt(g, plek) for g in eigen)] == []
