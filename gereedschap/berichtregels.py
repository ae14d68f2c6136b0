"""docs/berichten.md: which rules of iWmo and iJw 3.2 are implemented, which are not, and why.

`python -m gereedschap.berichtregels` writes the generated part; a test says when it is out of date.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from samendoen.berichten.rules.inhoud import ALLE_REGELS as REGELS
from samendoen.berichten.rules.regels import Plek
from samendoen.berichten.rules.soorten import SOORTEN, Klasse
from samendoen.berichten.rules.verkeer import ALLE_KRUISREGELS as KRUISREGELS
from samendoen.berichten.rules.waarden import Enkel

BESTAND = Path(__file__).resolve().parents[1] / "docs" / "berichten.md"
BEGIN, EINDE = "<!-- regels: gemaakt door gereedschap/berichtregels.py -->", "<!-- einde regels -->"

VERVALT = {
    "RS003": "no element of 3.2 is a number of four digits",
    "RS009": "two positions: every such element has a code list, which allows less",
    "RS010": "three positions: only BerichtCode, which has one value (RS047)",
    "RS015": "nine positions: only Bsn, which has nine digits (RS037)",
    "RS039": "no element of 3.2 is a text of fourteen positions",
}
"""Rules of level 1 that can never be the one that fails."""


def vormregels() -> dict[str, set[str]]:
    """Return the rules and code lists of level 1 with the names of the types that hold them."""
    gevonden: dict[str, set[str]] = {}
    for soort in SOORTEN.values():
        for type_ in _typen(soort.wortel):
            for eis in type_.eisen:
                gevonden.setdefault(eis.regel, set()).add(type_.naam)
    return gevonden


def tabellen() -> str:
    """Return the generated part."""
    vorm = vormregels()
    codes = {code: typen for code, typen in vorm.items() if code[:2] in {"RS", "CS"}}
    lijsten = {code: typen for code, typen in vorm.items() if code not in codes}
    return "\n".join(
        [
            *("| level | rules | implemented | not yet |", "| --- | --- | --- | --- |"),
            f"| 1, form | RS, and CS015 CS025 CS319 | {len(codes)} | 0; {len(VERVALT)} can never fail |",
            f"| 1, form | code lists | {len(lijsten)} | 0 |",
            f"| 2, content | CD, CS, TR | {len(REGELS)} | 0 |",
            f"| 3, across messages | TR | {len(_van_niveau(3))} | 0 |",
            f"| 4, outside source | TR | {len(_van_niveau(4))} | 0 |",
            *("", "### Level 2: within the message", ""),
            *("| rule | what a sender is told to do | where it holds |", "| --- | --- | --- |"),
            *(f"| {r.code} | {r.zin} | {_plekken(r.plekken)} |" for _code, r in sorted(REGELS.items())),
            *("", "### Levels 3 and 4: against what was exchanged before, and other sources", ""),
            *("| rule | level | code | what a sender is told to do | where it holds |", "|" + " --- |" * 5),
            *(
                f"| {r.code} | {r.niveau} | {r.retourcode} | {r.zin} | {_plekken(r.plekken)} |"
                for _code, r in sorted(KRUISREGELS.items())
            ),
            *("", "### Level 1: form, from the tables", ""),
            *("| rule or list | types |", "| --- | --- |"),
            *(f"| {code} | {', '.join(sorted(typen))} |" for code, typen in sorted(vorm.items())),
            *(f"| {code} | ({reden}) |" for code, reden in VERVALT.items()),
        ]
    )


def bijgewerkt(tekst: str) -> str:
    """Return the document with its generated part made anew."""
    voor, _, rest = tekst.partition(BEGIN)
    return f"{voor}{BEGIN}\n{tabellen()}\n{EINDE}{rest.partition(EINDE)[2]}"


def _van_niveau(niveau: int) -> list[str]:
    return [code for code, regel in KRUISREGELS.items() if regel.niveau == niveau]


def _plekken(plekken: Iterable[Plek]) -> str:
    per_element: dict[str, list[str]] = {}
    for plek in plekken:
        per_element.setdefault(f"{plek.klasse} {plek.element}".rstrip(), []).append(
            plek.standaard + plek.nummer
        )
    return "<br>".join(f"{', '.join(berichten)} {waar}" for waar, berichten in per_element.items())


def _typen(klasse: Klasse) -> Iterator[Enkel]:
    for deel in klasse.delen:
        if isinstance(deel.soort, Klasse):
            yield from _typen(deel.soort)
        else:
            yield deel.soort


def main() -> int:
    """Write the document; return the exit code."""
    BESTAND.write_text(bijgewerkt(BESTAND.read_text()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
