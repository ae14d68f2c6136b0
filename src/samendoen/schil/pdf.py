"""An accessible PDF from a template of typst and values: letters and reports."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

# Letters that our fonts do not have (Chinese, emoji) become this sign: a page must always come out.
ONBEKEND = "\N{WHITE SQUARE}"
MAX_POGINGEN = 20
_BESTURING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NIET_TE_TONEN = re.compile(r'the text `"(.+?)"` could not be displayed')


def maak_pdf(sjabloon: Path, naam: str, gegevens: Mapping[str, Any]) -> bytes:
    """Return PDF/UA-1, made by `sjabloon` from `gegevens`, which it reads as JSON from sys.inputs by `naam`.

    The same values give the same bytes, on every machine with the same version of typst: no clock, no fonts
    of the system. What people wrote goes in as data and is never read as mark-up. Typst itself checks the
    file against PDF/UA-1 and raises what does not hold.
    """
    schoon = _schoon(gegevens)
    import typst  # 84 MB of typesetter: only for who asks a PDF

    for _poging in range(MAX_POGINGEN):
        try:
            return typst.compile(
                _sjabloon(sjabloon),
                format="pdf",
                font_paths=_letters(),
                ignore_system_fonts=True,
                sys_inputs={naam: json.dumps(schoon, ensure_ascii=False)},
                pdf_standards=["ua-1"],
                timestamp=0,
            )
        except typst.TypstError as fout:
            schoon = _zonder_vreemd(schoon, fout)
    raise RuntimeError("A page keeps characters that no font can show")


def _schoon(waarde: Any) -> Any:
    """Leave out characters that are no text: a PDF cannot hold them."""
    return _vervang(waarde, lambda tekst: _BESTURING.sub("", tekst.replace("\r\n", "\n")))


def _zonder_vreemd(gegevens: dict[str, Any], fout: Any) -> dict[str, Any]:
    """Replace what the fonts cannot show; any other error is ours and passes on."""
    vreemd = {teken for stuk in _NIET_TE_TONEN.findall(f"{fout} {fout.diagnostic}") for teken in stuk}
    if not vreemd:
        raise fout
    tabel = {ord(teken): ONBEKEND for teken in vreemd}
    schoon: dict[str, Any] = _vervang(gegevens, lambda tekst: tekst.translate(tabel))
    return schoon


def _vervang(waarde: Any, hoe: Any) -> Any:
    """Return a copy in which every text went through `hoe`."""
    if isinstance(waarde, str):
        return hoe(waarde)
    if isinstance(waarde, list | tuple):
        return [_vervang(deel, hoe) for deel in waarde]
    if isinstance(waarde, dict):
        return {naam: _vervang(deel, hoe) for naam, deel in waarde.items()}
    return waarde


@cache
def _sjabloon(pad: Path) -> bytes:
    return pad.read_bytes()


@cache
def _letters() -> Any:
    """Return the fonts that the typst wheel brings along: the same everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
