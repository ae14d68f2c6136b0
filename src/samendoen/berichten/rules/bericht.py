"""A message as a value: what stood in it, exactly as it stood, with access by path and by type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from samendoen.berichten.rules.soorten import Berichtsoort, Deel, Klasse
from samendoen.berichten.rules.waarden import WIT

Los = str | int | date | time
Inhoud = Mapping[str, "Inhoud | Los | Sequence[Inhoud | Los] | None"]
"""What a message is made from: nested mappings; a repeated element is a list, None leaves one out."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What is wrong at one place; `melding` says what to do.

    `niveau` 1: the form, 2: the content, 3: against what was exchanged before, 4: against another source.
    `regel` is the code of a rule or of a code list, or XML (not readable), XSD (structure). `retourcode` is
    what levels 3 and 4 are answered with, "" where the standard has none.
    """

    niveau: int
    regel: str
    pad: str
    melding: str
    retourcode: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """An element that holds elements: by name, in the order in which they stood.

    Paths of the accessors go down by name: "Omvang/Volume". What is absent is "", None or an empty list.
    Types hold once level 1 has passed; the text itself is kept, so that writing gives what was read.
    """

    naam: str
    pad: str
    delen: Mapping[str, tuple["Groep | str", ...]]

    def alle(self, pad: str) -> Sequence["Groep | str"]:
        """Return everything at a path, in order."""
        if "/" not in pad:
            return self.delen.get(pad, ())
        stap, _, rest = pad.partition("/")
        gevonden: list[Groep | str] = []
        for deel in self.delen.get(stap, ()):
            if isinstance(deel, Groep):
                gevonden += deel.alle(rest)
        return gevonden

    def groepen(self, pad: str) -> list["Groep"]:
        """Return the groups at a path, in order."""
        return [deel for deel in self.alle(pad) if isinstance(deel, Groep)]

    def groep(self, pad: str) -> "Groep | None":
        """Return the first group at a path."""
        return next(iter(self.groepen(pad)), None)

    def heeft(self, pad: str) -> bool:
        """Tell whether something stands at a path."""
        return pad in self.delen if "/" not in pad else bool(self.alle(pad))

    def tekst(self, pad: str) -> str:
        """Return the first text at a path."""
        gevonden = self.delen.get(pad, ()) if "/" not in pad else self.alle(pad)
        return gevonden[0] if gevonden and isinstance(gevonden[0], str) else ""

    def getal(self, pad: str) -> int | None:
        """Return the whole number at a path, never negative."""
        kaal = self.tekst(pad).strip(WIT)
        return int(kaal.lstrip("+-0") or "0") if kaal else None

    def datum(self, pad: str) -> date | None:
        """Return the day at a path; one outside the years 1 to 9999 is the nearest that Python knows."""
        kaal = self.tekst(pad).strip(WIT)
        if not kaal:
            return None
        if kaal.startswith("-"):
            return date.min
        return date.fromisoformat(kaal) if len(kaal) == len("jjjj-mm-dd") else date.max

    def kinderen(self) -> list["Groep"]:
        """Return the groups right below this one, in order."""
        return [deel for rij in self.delen.values() for deel in rij if isinstance(deel, Groep)]

    def loop(self) -> list["Groep"]:
        """Return this group and all groups in it, in order."""
        alle = [self]
        for rij in self.delen.values():
            for deel in rij:
                if isinstance(deel, Groep):
                    alle += deel.loop()
        return alle


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message of a kind; `wortel` holds its header and its body."""

    soort: Berichtsoort
    wortel: Groep

    @property
    def kop(self) -> Groep:
        """Return the header."""
        [kop] = self.wortel.groepen("Header")
        return kop


def maak(soort: Berichtsoort, inhoud: Inhoud) -> Bericht:
    """Return a message of a kind with this content, its elements in the order of the standard.

    Raises ValueError for an element that the kind does not know; whether the rest is right, the checks say.
    """
    return Bericht(soort, _groep(soort.wortel, soort.wortel.naam, "/" + soort.wortel.naam, inhoud))


def _groep(klasse: Klasse, naam: str, pad: str, inhoud: Inhoud) -> Groep:
    if vreemd := inhoud.keys() - klasse.namen:
        raise ValueError(f"{pad}: {', '.join(sorted(vreemd))}")
    delen: dict[str, tuple[Groep | str, ...]] = {}
    for deel in klasse.delen:
        waarde = inhoud.get(deel.naam)
        rij = waarde if isinstance(waarde, list | tuple) else [] if waarde is None else [waarde]
        if rij:
            delen[deel.naam] = tuple(_waarde(deel, pad, een, nummer) for nummer, een in enumerate(rij, 1))
    return Groep(naam, pad, delen)


def _waarde(deel: Deel, pad: str, waarde: Any, nummer: int) -> Groep | str:
    if isinstance(deel.soort, Klasse):
        return _groep(deel.soort, deel.naam, pad + padnaam(deel, nummer), waarde)
    return waarde.isoformat() if isinstance(waarde, date | time) else str(waarde)


def inhoud_van(groep: Groep) -> Inhoud:
    """Return a group as nested mappings, the reverse of `maak`."""
    rijen = {
        naam: [deel if isinstance(deel, str) else inhoud_van(deel) for deel in rij]
        for naam, rij in groep.delen.items()
    }
    return {naam: rij[0] if len(rij) == 1 else rij for naam, rij in rijen.items()}


def padnaam(deel: Deel, nummer: int) -> str:
    """Return a step of a path: an element that may repeat carries its number, from 1."""
    return f"/{deel.naam}[{nummer}]" if deel.herhaalt else f"/{deel.naam}"
