"""A message as a value: what stood in it, exactly as it stood, with access by path and by type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any, cast

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


@dataclass(slots=True)
class Groep:
    """An element that holds elements: by name, in the order in which they stood; a value, never changed.

    An element that may repeat is a tuple, another its text or group. Paths of the accessors go down by name:
    "Omvang/Volume". What is absent is "", None or an empty list. Types hold once level 1 has passed; the text
    itself is kept, so that writing gives what was read. (Not frozen: that costs half of the reading.)
    """

    naam: str
    pad: str
    delen: Mapping[str, "Waarde"]

    def alle(self, pad: str) -> Sequence["Groep | str"]:
        """Return everything at a path, in order."""
        gevonden = self._alle(pad)
        return list(gevonden) if "/" in pad else gevonden

    def _alle(self, pad: str) -> Sequence["Groep | str"]:
        waarde = self.delen.get(pad)
        if waarde is not None:
            return waarde if isinstance(waarde, tuple) else (waarde,)
        stap, rest = _stappen(pad)
        onder = self.delen.get(stap)
        if isinstance(onder, Groep):
            waarde = onder.delen.get(rest)
            return waarde if isinstance(waarde, tuple) else onder._alle(rest)
        if isinstance(onder, tuple):
            gevonden: list[Groep | str] = []
            for deel in onder:
                if isinstance(deel, Groep):
                    gevonden += deel._alle(rest)
            return gevonden
        return ()

    def groepen(self, pad: str) -> list["Groep"]:
        """Return the groups at a path, in order."""
        waarde = self.delen.get(pad)
        if isinstance(waarde, Groep):
            return [waarde]
        return [deel for deel in self._alle(pad) if isinstance(deel, Groep)]

    def rij(self, naam: str) -> Sequence["Groep"]:
        """Return the groups right below with this name, in order: `groepen` of what never is text."""
        waarde = self.delen.get(naam)
        if isinstance(waarde, Groep):
            return (waarde,)
        return cast("tuple[Groep, ...]", waarde) if isinstance(waarde, tuple) else ()

    def groep(self, pad: str) -> "Groep | None":
        """Return the first group at a path."""
        waarde = self.delen.get(pad)
        return waarde if isinstance(waarde, Groep) else next(iter(self.groepen(pad)), None)

    def onder(self, naam: str) -> "Groep":
        """Return the group right below with this name, an empty one when there is none."""
        waarde = self.delen.get(naam)
        return waarde if isinstance(waarde, Groep) else Groep(naam, f"{self.pad}/{naam}", {})

    def heeft(self, pad: str) -> bool:
        """Tell whether something stands at a path."""
        if pad in self.delen:
            return True
        stap, rest = _stappen(pad)
        onder = self.delen.get(stap)
        if onder is None:
            return False
        if isinstance(onder, Groep):
            return rest in onder.delen or ("/" in rest and onder.heeft(rest))
        return bool(self._alle(pad))

    def tekst(self, pad: str) -> str:
        """Return the first text at a path."""
        waarde = self.delen.get(pad)
        if waarde is None:
            stap, rest = _stappen(pad)
            onder = self.delen.get(stap)
            if onder is None:
                return ""
            if isinstance(onder, Groep):
                waarde = onder.delen.get(rest)
        if isinstance(waarde, str):
            return waarde
        gevonden = self._alle(pad)
        return gevonden[0] if gevonden and isinstance(gevonden[0], str) else ""

    def getal(self, pad: str) -> int | None:
        """Return the whole number at a path, never negative."""
        tekst = self.delen.get(pad)
        if not isinstance(tekst, str):
            tekst = self.tekst(pad)
        if tekst.isdecimal() and len(tekst) < _LANG:
            return int(tekst)
        kaal = tekst.strip(WIT)
        return int(kaal.lstrip("+-0") or "0") if kaal else None

    def datum(self, pad: str) -> date | None:
        """Return the day at a path; one outside the years 1 to 9999 is the nearest that Python knows."""
        tekst = self.delen.get(pad)
        if not isinstance(tekst, str):
            tekst = self.tekst(pad)
        return _dag(tekst) if len(tekst) < _LANG else _dag.__wrapped__(tekst)

    def kinderen(self) -> list["Groep"]:
        """Return the groups right below this one, in order."""
        kinderen: list[Groep] = []
        for waarde in self.delen.values():
            if isinstance(waarde, str):
                continue
            if isinstance(waarde, Groep):
                kinderen.append(waarde)
            else:
                kinderen += [deel for deel in waarde if isinstance(deel, Groep)]
        return kinderen

    def loop(self) -> list["Groep"]:
        """Return this group and all groups in it, in order."""
        alle: list[Groep] = []
        self._verzamel(alle)
        return alle

    def _verzamel(self, alle: list["Groep"]) -> None:
        alle.append(self)
        for waarde in self.delen.values():
            if isinstance(waarde, Groep):
                waarde._verzamel(alle)
            elif isinstance(waarde, tuple):
                for deel in waarde:
                    if isinstance(deel, Groep):
                        deel._verzamel(alle)


Waarde = str | Groep | tuple[Groep | str, ...]
"""What stands at a name."""
_LANG = 20
"""No longer text is a day or a number that anybody writes."""


@lru_cache(maxsize=1024)
def _stappen(pad: str) -> tuple[str, str]:
    """Return the first step of a path, and what comes after it."""
    stap, _, rest = pad.partition("/")
    return stap, rest


@lru_cache(maxsize=4096)
def _dag(tekst: str) -> date | None:
    kaal = tekst.strip(WIT)
    if not kaal:
        return None
    if kaal.startswith("-"):
        return date.min
    return date.fromisoformat(kaal) if len(kaal) == len("jjjj-mm-dd") else date.max


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message of a kind; `wortel` holds its header and its body."""

    soort: Berichtsoort
    wortel: Groep

    @property
    def kop(self) -> Groep:
        """Return the header."""
        kop = self.wortel.groep("Header")
        assert kop is not None
        return kop


_RIJ, _TIJD = (list, tuple), (date, time)


def maak(soort: Berichtsoort, inhoud: Inhoud) -> Bericht:
    """Return a message of a kind with this content, its elements in the order of the standard.

    Raises ValueError for an element that the kind does not know; whether the rest is right, the checks say.
    """
    return Bericht(soort, maak_wortel(soort, inhoud))


def maak_wortel(soort: Berichtsoort, inhoud: Inhoud) -> Groep:
    """As `maak`: return the root alone."""
    return _groep(soort.wortel, soort.wortel.naam, "/" + soort.wortel.naam, inhoud)


def _groep(klasse: Klasse, naam: str, pad: str, inhoud: Inhoud) -> Groep:
    if not klasse.namen.issuperset(inhoud):
        raise ValueError(f"{pad}: {', '.join(sorted(inhoud.keys() - klasse.namen))}")
    delen: dict[str, Waarde] = {}
    for deel in klasse.delen:
        waarde = inhoud.get(deel.naam)
        if waarde is None:
            continue
        if deel.herhaalt or isinstance(waarde, _RIJ):
            rij = waarde if isinstance(waarde, _RIJ) else [waarde]
            if reeks := tuple(_waarde(deel, pad, een, nummer) for nummer, een in enumerate(rij, 1)):
                delen[deel.naam] = reeks if deel.herhaalt or len(reeks) > 1 else reeks[0]
        else:
            delen[deel.naam] = _waarde(deel, pad, waarde, 1)
    return Groep(naam, pad, delen)


def _waarde(deel: Deel, pad: str, waarde: Any, nummer: int) -> Groep | str:
    if isinstance(deel.soort, Klasse):
        return _groep(deel.soort, deel.naam, pad + padnaam(deel, nummer), waarde)
    return waarde.isoformat() if isinstance(waarde, _TIJD) else str(waarde)


def inhoud_van(groep: Groep) -> Inhoud:
    """Return a group as nested mappings, the reverse of `maak`."""
    inhoud: dict[str, Any] = {}
    for naam, waarde in groep.delen.items():
        rij = waarde if isinstance(waarde, tuple) else (waarde,)
        delen = [deel if isinstance(deel, str) else inhoud_van(deel) for deel in rij]
        inhoud[naam] = delen[0] if len(delen) == 1 else delen
    return inhoud


def padnaam(deel: Deel, nummer: int) -> str:
    """Return a step of a path: an element that may repeat carries its number, from 1."""
    return f"/{deel.naam}[{nummer}]" if deel.herhaalt else f"/{deel.naam}"
