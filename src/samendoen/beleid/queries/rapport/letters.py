"""The letters in a drawing: those that come along with what draws it, so that it is the same everywhere."""

import re

_LETTER = re.compile(r'font-family="[^"]*"')


def met_letter(svg: str, naam: str) -> str:
    """Return a drawing in which every word has this font."""
    return _LETTER.sub(f'font-family="{naam}"', svg)
