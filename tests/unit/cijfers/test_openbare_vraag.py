"""A publication keeps its question as text; it is read back as what it was, and nothing else is."""

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.queries.vragen import vraag
from samendoen.cijfers.rules.openbaar import vraag_uit


def test_every_question_that_we_can_ask_is_read_back() -> None:
    for indicator in definities.indicatoren().values():
        gevraagd = vraag(indicator, indicator.weergave.per)
        assert vraag_uit(repr(gevraagd)) == gevraagd


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Vraag(",
        "None",
        "Aantal()",
        "Vraag()",
        "Vraag(feit=open('x'), filters=(), groepen=(), maat=Aantal())",
        "Vraag(feit='a', filters=(), groepen=(), maat=__import__('os').system('x'))",
        "Vraag(**{'feit': 'a'})",
    ],
)
def test_anything_else_is_no_question(tekst: str) -> None:
    with pytest.raises(ValueError, match="no question"):
        vraag_uit(tekst)
