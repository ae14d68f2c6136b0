"""docs/berichten.md: which rules of iWmo and iJw 3.2 are implemented, which are not, and why.

`python -m gereedschap.berichtregels` writes the generated part; a test says when it is out of date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from samendoen.berichten.rules.inhoud import ALLE_REGELS as REGELS
from samendoen.berichten.rules.soorten import SOORTEN, Klasse
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

LATER = {
    "the assignment that it is about": "TR019 TR307 TR308 TR321 TR322 TR332 TR338 TR339 TR340 TR341 TR349 "
    "TR350 TR351 TR357 TR361 TR369 TR373 TR375 TR384 TR387 TR388 TR411 TR412",
    "earlier starts and stops": "TR063 TR071 TR074 TR326 TR382 TR413 TR414 TR415",
    "earlier requests and their answers": "TR347 TR355 TR359 TR360 TR365 TR374 TR379",
    "earlier invoices and their answers": "TR314 TR318 TR319 TR323 TR333 TR337 TR366 TR367 TR371 TR376 TR385 "
    "TR389 TR390",
    "everything that this sender sent, and the clients it is about": "TR056 TR304",
    "the tariff in the contract": "TR418",
}
"""Level 3: what a rule needs besides the message."""

EXTERN = {
    "TR135": "the day on which it is received",
    "TR346": "the contract, which says whether a tariff is per hour (the amounts: `rules/volume.py`)",
    "TR378": "the municipalities of Statistics Netherlands on a day",
    "TR381": "the list of products that was agreed on",
}
"""Level 4: the outside source that a rule needs."""


def vormregels() -> dict[str, set[str]]:
    """Return the rules and code lists of level 1 with the names of the types that hold them."""
    gevonden: dict[str, set[str]] = {}
    for soort in SOORTEN.values():
        for type_ in _typen(soort.wortel):
            for eis in type_.eisen:
                gevonden.setdefault(eis.regel, set()).add(type_.naam)
    return gevonden


def later() -> dict[str, str]:
    """Return the rules that one message cannot decide, and what they need."""
    return {code: nodig for nodig, codes in LATER.items() for code in codes.split()} | EXTERN


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
            f"| 3, across messages | TR | 0 | {len(later()) - len(EXTERN)} |",
            f"| 4, outside source | TR | 0 | {len(EXTERN)} |",
            *("", "### Level 2: within the message", ""),
            *("| rule | what a sender is told to do | where it holds |", "| --- | --- | --- |"),
            *(f"| {r.code} | {r.zin} | {_plekken(r.code)} |" for _code, r in sorted(REGELS.items())),
            *("", "### Level 1: form, from the tables", ""),
            *("| rule or list | types |", "| --- | --- |"),
            *(f"| {code} | {', '.join(sorted(typen))} |" for code, typen in sorted(vorm.items())),
            *(f"| {code} | ({reden}) |" for code, reden in VERVALT.items()),
            *("", "### Not decided by one message: with the flows and the transport", ""),
            *("| level | needs | rules |", "| --- | --- | --- |"),
            *(f"| 3 | {nodig} | {codes} |" for nodig, codes in LATER.items()),
            *(f"| 4 | {nodig} | {code} |" for code, nodig in EXTERN.items()),
        ]
    )


def bijgewerkt(tekst: str) -> str:
    """Return the document with its generated part made anew."""
    voor, _, rest = tekst.partition(BEGIN)
    return f"{voor}{BEGIN}\n{tabellen()}\n{EINDE}{rest.partition(EINDE)[2]}"


def _plekken(code: str) -> str:
    per_element: dict[str, list[str]] = {}
    for plek in REGELS[code].plekken:
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
