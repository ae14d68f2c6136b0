"""Dutch for what Typer itself says: the headings of the help and the messages about wrong usage."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

_Functie = TypeVar("_Functie", bound=Callable[..., Any])

_UITLEG = {
    "Usage:": "Gebruik:",
    "Options:": "Opties:",
    "Arguments:": "Argumenten:",
    "Commands:": "Opdrachten:",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [ARGUMENTEN]...",
    "Show this message and exit.": "Toon deze uitleg en stop.",
    "[default: ": "[standaard: ",
    "[required]": "[verplicht]",
    "; required]": "; verplicht]",
    "[env var: ": "[instelling: ",
}

_MELDINGEN = (
    (r"Missing command\.", "Er ontbreekt een opdracht."),
    (r"No such command '(?P<a>.*?)'\..*", "De opdracht '{a}' bestaat niet."),
    (r"No such option:? '?(?P<a>[^\s'.]+)'?.*", "De optie '{a}' bestaat niet."),
    (r"Missing option (?P<a>'.*?')\.?.*", "De optie {a} ontbreekt."),
    (r"Missing argument (?P<a>'.*?')\.?.*", "Het gegeven {a} ontbreekt."),
    (r"Missing parameter:? (?P<a>.*)", "Het gegeven {a} ontbreekt."),
    (r"Got unexpected extra argument\(?s?\)? \((?P<a>.*)\)", "Dit staat er te veel: {a}."),
    (r"Option (?P<a>'.*?') requires an argument\.?", "De optie {a} vraagt om een waarde."),
    (r"Option (?P<a>'.*?') does not take a value\.?", "De optie {a} krijgt geen waarde."),
    (r"Input should be a valid (?:integer|number).*", "dit is geen getal."),
    (r"Input should be a valid (?:date|datetime).*", "dit is geen datum; schrijf jjjj-mm-dd."),
    (r"Input should be greater than or equal to (?P<a>\S+)", "kies ten minste {a}."),
    (r"Input should be less than or equal to (?P<a>\S+)", "kies ten hoogste {a}."),
    (r"Input should be (?P<a>'.*') or (?P<b>'.*')", "kies uit {a}, {b}."),
    (r"(?P<a>'.*') is not a valid (?:integer|int)\.?", "{a} is geen heel getal."),
    (r"(?P<a>'.*') is not a valid float\.?", "{a} is geen getal."),
    (r"(?P<a>'.*') is not one of (?P<b>.*?)\.?", "{a} kan niet; kies uit {b}."),
    (r"(?P<a>'.*') does not match the formats? (?P<b>.*?)\.?", "{a} is geen datum in de vorm {b}."),
    (r"(?P<a>\S+) is not in the range (?P<b>.*?)\.?", "{a} valt buiten het bereik {b}."),
    (r"(?i:file|path|dir|directory) (?P<a>'.*') does not exist\.?", "{a} bestaat niet."),
    (r"(?i:file|path) (?P<a>'.*') is a (?:dir|directory)\.?", "{a} is een map."),
    (r"(?i:dir|directory|path) (?P<a>'.*') is a file\.?", "{a} is geen map."),
)


def uitleg(tekst: str) -> str:
    """Return the help text with its headings in Dutch."""
    for engels, nederlands in _UITLEG.items():
        tekst = tekst.replace(engels, nederlands)
    return tekst


def melding(tekst: str) -> str:
    """Return a message about wrong usage in Dutch; one that we do not know stays as it is."""
    tekst = tekst.removeprefix("Value error, ")
    waarde = re.fullmatch(
        r"Invalid value(?: for (?P<bij>.*?)(?: \(env var: .*?\))?)?: (?P<rest>.*)", tekst, re.DOTALL
    )
    if waarde:
        bij = f" bij {waarde['bij']}" if waarde["bij"] else ""
        return f"Verkeerde waarde{bij}: {melding(waarde['rest'])}"
    for patroon, zin in _MELDINGEN:
        gevonden = re.fullmatch(patroon, tekst, re.DOTALL)
        if gevonden:
            return zin.format(**gevonden.groupdict())
    return tekst


class _Opdracht(TyperCommand):
    def get_help(self, ctx: Any) -> str:
        return uitleg(super().get_help(ctx))


class _Groep(TyperGroup):
    def get_help(self, ctx: Any) -> str:
        return uitleg(super().get_help(ctx))


class Opdrachten(typer.Typer):
    """A Typer app that speaks Dutch. Use it as any Typer app: `@app.command()`, `app.add_typer(...)`."""

    def __init__(self, *, help: str) -> None:
        super().__init__(
            cls=_Groep,
            help=help,
            no_args_is_help=True,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
        )

    def command(self, name: str | None = None, **keuzes: Any) -> Callable[[_Functie], _Functie]:
        """Register a command; see typer.Typer.command."""
        return super().command(name, **({"cls": _Opdracht} | keuzes))
