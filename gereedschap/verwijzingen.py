"""References between contexts that no import shows: foreign keys, templates, URL names, task names.

`python -m gereedschap.verwijzingen` lists those that go upward and exits with 1 when there are any.
"""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
RELATIES = {"ForeignKey", "OneToOneField", "ManyToManyField", "ParentalKey"}
URL_AANROEPEN = {"reverse", "reverse_lazy", "redirect", "resolve_url"}
TAAK_AANROEPEN = {"configure_task", "Volger"}
SJABLOON = re.compile(r"{%-?\s*(extends|include|url)\s+[\"']([^\"']+)[\"']")


@dataclass(frozen=True, order=True, slots=True)
class Verwijzing:
    """One reference by string: where it stands, what it is, and what it names."""

    bestand: str
    regel: int
    soort: str
    van: str
    naar: str
    tekst: str


def ladder(pyproject: Path = WORTEL / "pyproject.toml") -> list[str]:
    """Return the contexts, lowest first, from the contract that the linter checks."""
    contracten = tomllib.loads(pyproject.read_text())["tool"]["importlinter"]["contracts"]
    [lagen] = [contract["layers"] for contract in contracten if contract["id"] == "ladder"]
    return [laag.strip("()") for laag in reversed(lagen)]


def opwaarts(src: Path, url_namen: dict[str, str]) -> list[Verwijzing]:
    """Return the references in `src` (the folder of the package) that name something higher up.

    `url_namen` says to which context each URL name belongs.
    """
    rang = {context: n for n, context in enumerate(ladder())}
    return sorted(
        v for v in alle(src, url_namen) if v.van in rang and v.naar in rang and rang[v.naar] > rang[v.van]
    )


def alle(src: Path, url_namen: dict[str, str]) -> Iterator[Verwijzing]:
    """Yield every reference by string between contexts."""
    for pad in sorted(src.rglob("*")):
        delen = pad.relative_to(src).parts
        if len(delen) < 2 or "migrations" in delen:
            continue
        if pad.suffix == ".py":
            yield from _uit_code(pad, src, delen[0], url_namen)
        elif pad.suffix in {".html", ".txt"} and "templates" in delen:
            yield from _uit_sjabloon(pad, src, delen[0], url_namen)


def _uit_code(pad: Path, src: Path, van: str, url_namen: dict[str, str]) -> Iterator[Verwijzing]:
    for knoop in ast.walk(ast.parse(pad.read_text())):
        if not isinstance(knoop, ast.Call):
            continue
        naam = knoop.func.attr if isinstance(knoop.func, ast.Attribute) else getattr(knoop.func, "id", "")
        for tekst in _teksten(knoop):
            soort, naar = _duid(naam, tekst, url_namen)
            if naar:
                yield Verwijzing(str(pad.relative_to(src)), knoop.lineno, soort, van, naar, tekst)


def _teksten(knoop: ast.Call) -> list[str]:
    argumenten = [*knoop.args, *(k.value for k in knoop.keywords if k.arg in {"to", "viewname", "taak"})]
    return [a.value for a in argumenten if isinstance(a, ast.Constant) and isinstance(a.value, str)]


def _duid(naam: str, tekst: str, url_namen: dict[str, str]) -> tuple[str, str]:
    """Return what a string in a call refers to, and the context it lies in ("" when to none)."""
    if naam in RELATIES and "." in tekst:
        return "foreign key", tekst.split(".")[0]
    if naam in URL_AANROEPEN:
        return "url", url_namen.get(tekst, "")
    if naam in TAAK_AANROEPEN and "." in tekst:
        return "task", tekst.split(".")[0]
    if naam in {"render", "toon", "render_to_string", "get_template"} and tekst.endswith(".html"):
        return "template", tekst.split("/")[0]
    return "", ""


def _uit_sjabloon(pad: Path, src: Path, van: str, url_namen: dict[str, str]) -> Iterator[Verwijzing]:
    for nummer, regel in enumerate(pad.read_text().splitlines(), 1):
        for soort, tekst in SJABLOON.findall(regel):
            naar = url_namen.get(tekst, "") if soort == "url" else tekst.split("/")[0]
            if naar:
                yield Verwijzing(str(pad.relative_to(src)), nummer, soort, van, naar, tekst)


def url_namen() -> dict[str, str]:
    """Return the context of every named URL of ours. Django is configured."""
    from django.urls import URLPattern, URLResolver, get_resolver

    gevonden: dict[str, str] = {}

    def loop(patronen: list[URLPattern | URLResolver]) -> None:
        for patroon in patronen:
            if isinstance(patroon, URLResolver):
                loop(patroon.url_patterns)
            elif patroon.name and patroon.callback.__module__.startswith("samendoen."):
                gevonden[str(patroon.name)] = patroon.callback.__module__.split(".")[1]

    loop(get_resolver().url_patterns)
    return gevonden


def main() -> int:
    """Print what goes upward; return the exit code."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samendoen.site.settings")
    django.setup()
    fout = opwaarts(WORTEL / "src" / "samendoen", url_namen())
    for v in fout:
        print(f"{v.bestand}:{v.regel}: {v.van} refers up to {v.naar} ({v.soort} {v.tekst!r})")
    return 1 if fout else 0


if __name__ == "__main__":
    sys.exit(main())
