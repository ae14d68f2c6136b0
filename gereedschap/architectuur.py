"""The generated parts of docs/architectuur.md: what is drawn there is read from the code.

`python -m gereedschap.architectuur` writes them; `--controleer` says whether they are up to date.
"""

import ast
import importlib
import inspect
import os
import pkgutil
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from itertools import accumulate
from pathlib import Path

import grimp

from gereedschap.verwijzingen import ladder

WORTEL = Path(__file__).resolve().parents[1]
BESTAND = WORTEL / "docs" / "architectuur.md"
MEESTE_BESTANDEN = 30
"""More definition files of one kind are counted, not named."""
BEGIN, EINDE = "<!-- {}: gemaakt door gereedschap/architectuur.py -->", "<!-- einde {} -->"


def contexten() -> str:
    """Return the contexts and who calls whom by its door, as a Mermaid picture; highest above."""
    graaf = grimp.build_graph("samendoen", exclude_type_checking_imports=True, cache_dir=None)
    echt = [c for c in ladder() if f"samendoen.{c}" in graaf.modules]
    regels = ["```mermaid", "graph TD"]
    for context in reversed(echt):
        regels.append(f'    {context}["<b>{context}</b><br/>{_omschrijving(context)}"]')
    for van in reversed(echt):
        direct = [naar for naar in echt if naar != van and _roept(graaf, van, naar)]
        # Who is reached through another needs no line of its own: the picture stays readable.
        omweg = {c for naar in direct for c in echt if c != naar and _bereikt(graaf, echt, naar, c)}
        regels += [f"    {van} --> {naar}" for naar in reversed(direct) if naar not in omweg]
    return "\n".join([*regels, "```"])


def _roept(graaf: grimp.ImportGraph, van: str, naar: str) -> bool:
    return graaf.direct_import_exists(
        importer=f"samendoen.{van}", imported=f"samendoen.{naar}", as_packages=True
    )


def _bereikt(graaf: grimp.ImportGraph, echt: list[str], van: str, naar: str) -> bool:
    if _roept(graaf, van, naar):
        return True
    return any(_roept(graaf, van, c) and _bereikt(graaf, echt, c, naar) for c in echt if c not in (van, naar))


def _omschrijving(context: str) -> str:
    boom = ast.parse((WORTEL / "src" / "samendoen" / context / "__init__.py").read_text())
    zin = (ast.get_docstring(boom) or "").splitlines()[0]
    return zin.split(":")[0].rstrip(".").replace('"', "'")


def toestanden() -> str:
    """Return the state machines, one Mermaid diagram each, from the tables that the actions ask."""
    tabellen: dict[str, Mapping[StrEnum, Mapping[str, StrEnum]]] = {}
    for context in reversed(ladder()):
        with suppress(ModuleNotFoundError):
            regels = vars(importlib.import_module(f"samendoen.{context}.rules"))
            tabellen |= {
                naam.removesuffix("_OVERGANGEN").capitalize(): tabel
                for naam, tabel in regels.items()
                if naam.endswith("_OVERGANGEN")
            }
    return "\n\n".join(_diagram(naam, tabel) for naam, tabel in tabellen.items())


def _diagram(naam: str, tabel: Mapping[StrEnum, Mapping[str, StrEnum]]) -> str:
    regels = [f"### {naam}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {next(iter(tabel)).value}"]
    regels += [
        f"    {van.value} --> {naar.value}: {actie}"
        for van, acties in tabel.items()
        for actie, naar in acties.items()
    ]
    return "\n".join([*regels, "```"])


def acties() -> str:
    """Return the use cases and the permission that each of them asks, as a table."""
    from samendoen.kernel.acties import ACTIES

    for context in ladder():
        with suppress(ModuleNotFoundError):
            kamer = importlib.import_module(f"samendoen.{context}.actions")
            for module in pkgutil.iter_modules(kamer.__path__, f"{kamer.__name__}."):
                importlib.import_module(module.name)
    importlib.import_module("samendoen.site.urls")  # of contexts with a plan of their own the screens know
    ons = (a for a in ACTIES.values() if a.functie.__module__.startswith("samendoen."))
    regels = ["| action | permission | what it does |", "| --- | --- | --- |"]
    for actie in sorted(ons, key=lambda a: a.naam):
        zin = _hele_zin(actie.functie.__doc__ or "").replace("|", "\\|")
        regels.append(f"| `{actie.naam}` | {actie.permissie or '(part of other actions)'} | {zin} |")
    return "\n".join(regels)


def _hele_zin(docstring: str) -> str:
    """Return what the first line says in whole sentences; a first sentence that runs on is finished."""
    alinea = " ".join(inspect.cleandoc(docstring).partition("\n\n")[0].split("\n"))
    eerste_regel = docstring.partition("\n")[0]
    zinnen = re.split(r"(?<=[.?])\s+(?=[A-Z])", alinea)
    past = [
        zin
        for zin, tot in zip(zinnen, accumulate(len(z) + 1 for z in zinnen), strict=True)
        if tot - 1 <= len(eerste_regel)
    ]
    return " ".join(past or zinnen[:1])


def stekkers() -> str:
    """Return what is plugged in where."""
    from samendoen.kernel import stekkers as bron

    regels = ["| stekker | plugged in |", "| --- | --- |"]
    for naam, waarde in vars(bron).items():
        if isinstance(waarde, bron.Register) and naam != "gebeurteniszin":
            sleutels = ", ".join(f"`{sleutel}`" for sleutel, _ding in waarde)
            regels.append(f"| `{naam}` | {sleutels or '(nobody yet)'} |")
    return "\n".join(regels)


def definities() -> str:
    """Return the folders of definition files: which code reads them, what they say, who has a file there."""
    from samendoen.kernel.definities import definitie_pad

    regels = ["| folder | schema | what it says | files |", "| --- | --- | --- | --- |"]
    for map_ in sorted(pad for pad in definitie_pad().iterdir() if pad.is_dir()):
        lezer = _lezer(map_.name)
        zin = _hele_zin(ast.get_docstring(ast.parse(lezer.read_text())) or "")
        namen = [pad.stem for pad in sorted(map_.glob("*.toml"))]
        bestanden = ", ".join(namen) if len(namen) <= MEESTE_BESTANDEN else f"{len(namen)} files"
        plaats = lezer.relative_to(WORTEL / "src" / "samendoen").as_posix()
        regels.append(f"| `{map_.name}` | `{plaats}` | {zin} | {bestanden} |")
    return "\n".join(regels)


def _lezer(map_: str) -> Path:
    """Return the module that reads a folder: the one that names it beside `definitie_pad`."""
    noemt = re.compile(rf'definitie_pad\("{map_}"|^MAP = "{map_}"', re.MULTILINE)
    bron = sorted((WORTEL / "src" / "samendoen").rglob("*definities*/**/*.py"))
    bron += sorted((WORTEL / "src" / "samendoen").rglob("definities.py"))
    # The kernel reads any folder, and only names one as an example.
    return next(pad for pad in bron if "kernel" not in pad.parts and noemt.search(pad.read_text()))


DELEN: dict[str, Callable[[], str]] = {
    "contexten": contexten,
    "stekkers": stekkers,
    "acties": acties,
    "definities": definities,
    "toestanden": toestanden,
}


def bijgewerkt(tekst: str) -> str:
    """Return the document with its generated parts made anew."""
    for naam, maak in DELEN.items():
        begin, einde = BEGIN.format(naam), EINDE.format(naam)
        voor, _oud, na = tekst.partition(begin)[0], *tekst.partition(begin)[2].partition(einde)[::2]
        tekst = f"{voor}{begin}\n{maak()}\n{einde}{na}"
    return tekst


def main() -> int:
    """Write or check the document; return the exit code."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samendoen.site.settings")
    django.setup()
    oud = BESTAND.read_text()
    nieuw = bijgewerkt(oud)
    if "--controleer" in sys.argv:
        return int(oud != nieuw)
    BESTAND.write_text(nieuw)
    return 0


if __name__ == "__main__":
    sys.exit(main())
