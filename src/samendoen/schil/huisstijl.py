"""House styles: which design tokens every page loads. A brand is tokens only, never other templates."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.exceptions import ImproperlyConfigured

VOORBEELD = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Style sheets out of npm (relative to node_modules) and of this app, and the class on `<html>`."""

    npm: tuple[str, ...]
    eigen: tuple[str, ...]
    klasse: str


HUISSTIJLEN = {
    "samendoen": Huisstijl((VOORBEELD,), ("schil/huisstijl.css",), "voorbeeld-theme samendoen-theme"),
    "voorbeeld": Huisstijl((VOORBEELD,), (), "voorbeeld-theme"),
}


def lees(waarde: str) -> Huisstijl:
    """Return the house style that a setting names.

    Either a name of the table above, or "path/in/node_modules.css class" for the tokens of a
    municipality. These carry their own licence and are installed by who may use them; they come
    on top of the default tokens, so that a set that leaves some out still gives a complete page.
    Raises ImproperlyConfigured with what to write instead.
    """
    if waarde in HUISSTIJLEN:
        return HUISSTIJLEN[waarde]
    pad, _, klasse = waarde.partition(" ")
    delen = PurePosixPath(pad)
    if not klasse.strip() or delen.suffix != ".css" or delen.is_absolute() or ".." in delen.parts:
        bekend = ", ".join(sorted(HUISSTIJLEN))
        raise ImproperlyConfigured(
            f"SAMENDOEN_HUISSTIJL={waarde!r} is geen huisstijl. Kies {bekend}, of geef het pad van een "
            "bestand met design tokens in node_modules en de naam van het thema, bijvoorbeeld "
            "'@gemeente/design-tokens/dist/theme.css gemeente-theme'."
        )
    basis = HUISSTIJLEN["samendoen"]
    return Huisstijl((*basis.npm, pad), basis.eigen, f"{basis.klasse} {klasse.strip()}")
