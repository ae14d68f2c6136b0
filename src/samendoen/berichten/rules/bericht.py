"""A message as a value: what stood in it, exactly as it stood, with access by path and by type."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from samendoen.berichten.rules.soorten import Berichtsoort, Klasse
from samendoen.berichten.rules.waarden import WIT

Los = str | int | date | time
Inhoud = Mapping[str, "Inhoud | Los | Sequence[Inhoud | Los] | None"]
"""What a message is made from: nested mappings; a repeated element is a list, None leaves one out."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What is wrong at one place. `niveau` 1: the form, 2: the content; `melding` says what to do.

    `regel` is the code of a rule or of a code list, or XML (not readable), XSD (structure).
    """

    niveau: int
    regel: str
    pad: str
    melding: str


@dataclass(frozen=True, slots=True)
class Groep:
    """An element that holds elements, in the order in which they stood.

    Paths of the accessors go down by name: "Omvang/Volume". What is absent is "", None or an empty list.
    Types hold once level 1 has passed; the text itself is kept, so that writing gives what was read.
    """

    naam: str
    pad: str
    delen: tuple[tuple[str, "Groep | str"], ...]

    def alle(self, pad: str) -> list["Groep | str"]:
        """Return everything at a path, in order."""
        eerste, _, rest = pad.partition("/")
        hier = [deel for naam, deel in self.delen if naam == eerste]
        if not rest:
            return hier
        return [diep for deel in hier if isinstance(deel, Groep) for diep in deel.alle(rest)]

    def groepen(self, pad: str) -> list["Groep"]:
        """Return the groups at a path, in order."""
        return [deel for deel in self.alle(pad) if isinstance(deel, Groep)]

    def groep(self, pad: str) -> "Groep | None":
        """Return the first group at a path."""
        return next(iter(self.groepen(pad)), None)

    def heeft(self, pad: str) -> bool:
        """Tell whether something stands at a path."""
        return bool(self.alle(pad))

    def tekst(self, pad: str) -> str:
        """Return the text at a path."""
        return next((deel for deel in self.alle(pad) if isinstance(deel, str)), "")

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

    def loop(self) -> Iterator["Groep"]:
        """Give this group and all groups in it, in order."""
        yield self
        for _naam, deel in self.delen:
            if isinstance(deel, Groep):
                yield from deel.loop()


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
    if vreemd := inhoud.keys() - set(klasse.namen):
        raise ValueError(f"{pad}: {', '.join(sorted(vreemd))}")
    delen: list[tuple[str, Groep | str]] = []
    for deel in klasse.delen:
        waarde = inhoud.get(deel.naam)
        rij = waarde if isinstance(waarde, list | tuple) else [] if waarde is None else [waarde]
        for nummer, een in enumerate(rij, 1):
            stap = pad + padnaam(deel.naam, deel.herhaalt, nummer)
            if isinstance(deel.soort, Klasse):
                delen.append((deel.naam, _groep(deel.soort, deel.naam, stap, een)))
            else:
                delen.append((deel.naam, een.isoformat() if isinstance(een, date | time) else str(een)))
    return Groep(naam, pad, tuple(delen))


def inhoud_van(groep: Groep) -> Inhoud:
    """Return a group as nested mappings, the reverse of `maak`."""
    rijen: dict[str, list[Inhoud | str]] = {}
    for naam, deel in groep.delen:
        rijen.setdefault(naam, []).append(deel if isinstance(deel, str) else inhoud_van(deel))
    return {naam: rij[0] if len(rij) == 1 else rij for naam, rij in rijen.items()}


def padnaam(naam: str, herhaalt: bool, nummer: int) -> str:
    """Return a step of a path: a repeated element carries its number, from 1."""
    return f"/{naam}[{nummer}]" if herhaalt else f"/{naam}"
