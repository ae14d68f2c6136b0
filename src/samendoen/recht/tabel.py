"""The table of kinds for the documentation, generated from the kinds themselves."""

from __future__ import annotations

from samendoen.recht.atw import Verschuiving
from samendoen.recht.datum import Eenheid
from samendoen.recht.soorten import SOORTEN
from samendoen.recht.waarden import Termijnsoort


def markdown_tabel() -> str:
    """Return all kinds of terms as a Markdown table, one line per kind, ending in a newline."""
    regels = ["| kind | length | from | article | moved by | suspension | postponement |", "| --- " * 7 + "|"]
    regels += [_regel(soort) for soort in SOORTEN.values()]
    return "\n".join(regels) + "\n"


def _regel(soort: Termijnsoort) -> str:
    begin = f"end of `{soort.na.code}`" if soort.na else f"dag waarop … {soort.gebeurtenis}"
    schorsing = soort.schorsgronden[0][1].split(" lid")[0] if soort.schorsgronden else "no"
    cellen = (
        f"`{soort.code}`",
        soort.lengte,
        begin,
        soort.grondslag,
        _verschuiving(soort),
        schorsing,
        _verdaging(soort),
    )
    return "| " + " | ".join(cellen) + " |"


def _verschuiving(soort: Termijnsoort) -> str:
    if soort.eenheid is Eenheid.WERKDAGEN:
        return "counts working days"
    if soort.verschuiving is Verschuiving.EU:
        return "Regulation 1182/71"
    return "Atw" if soort.atw else "nothing (Atw art. 4)"


def _verdaging(soort: Termijnsoort) -> str:
    if soort.verdaging is None:
        return "no"
    dagen = soort.verdaging.hoogstens_dagen
    return f"{soort.verdaging.grondslag}: " + ("reasonable" if dagen is None else f"at most {dagen} days")
