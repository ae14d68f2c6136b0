"""Rules of the year: who may publish what, which task is due when, what an account still misses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Regelsoort(StrEnum):
    """What a line of a plan is."""

    THEMA = "thema"
    DOEL = "doel"
    ACTIVITEIT = "activiteit"


class Aanbodstaat(StrEnum):
    """Where an offer to publish stands. Verlopen: a word or a light changed after it was offered."""

    OPEN = "open"
    GOEDGEKEURD = "goedgekeurd"
    TERUGGESTUURD = "teruggestuurd"
    INGETROKKEN = "ingetrokken"
    VERLOPEN = "verlopen"
    TERUGGEHAALD = "teruggehaald"


class Stap(StrEnum):
    """What somebody does with an offer."""

    KEUR_GOED = "keur_goed"
    STUUR_TERUG = "stuur_terug"
    TREK_IN = "trek_in"
    VERLOOP = "verloop"
    HAAL_TERUG = "haal_terug"


# From where to where; what is not in it is refused.
STAPPEN: dict[tuple[Aanbodstaat, Stap], Aanbodstaat] = {
    (Aanbodstaat.OPEN, Stap.KEUR_GOED): Aanbodstaat.GOEDGEKEURD,
    (Aanbodstaat.OPEN, Stap.STUUR_TERUG): Aanbodstaat.TERUGGESTUURD,
    (Aanbodstaat.OPEN, Stap.TREK_IN): Aanbodstaat.INGETROKKEN,
    (Aanbodstaat.OPEN, Stap.VERLOOP): Aanbodstaat.VERLOPEN,
    (Aanbodstaat.GOEDGEKEURD, Stap.HAAL_TERUG): Aanbodstaat.TERUGGEHAALD,
}
NAAR_DE_RAAD = frozenset({Aanbodstaat.OPEN, Aanbodstaat.GOEDGEKEURD})
"""States in which the owner has done the work for a report."""


def na(staat: Aanbodstaat, stap: Stap) -> Aanbodstaat | None:
    """Return the state after a step, None when it cannot be done from here."""
    return STAPPEN.get((staat, stap))


def vouw_aanbod(stappen: Iterable[Stap]) -> Aanbodstaat:
    """Fold the steps that were taken with an offer to where it stands."""
    staat = Aanbodstaat.OPEN
    for stap in stappen:
        staat = na(staat, stap) or staat
    return staat


class Mist(StrEnum):
    """What an activity still misses for a report, in the order in which one does it."""

    EIGENAAR = "eigenaar"
    LICHT = "licht"
    TEKST = "tekst"
    AANBIEDEN = "aanbieden"
    GOEDKEUREN = "goedkeuren"
    VERBETEREN = "verbeteren"


@dataclass(frozen=True, slots=True)
class Werkstand:
    """What is known of an activity for a report: who owns it, which lights and text are there, and what came
    of the newest offer made for this report (None: none was made)."""

    eigenaar: bool
    lichten: int
    aspecten: int
    tekst: bool
    aanbod: Aanbodstaat | None


def wat_mist(stand: Werkstand) -> tuple[Mist, ...]:
    """Return what has to be done before this activity can stand in the report."""
    mist = [] if stand.eigenaar else [Mist.EIGENAAR]
    if stand.aanbod is Aanbodstaat.GOEDGEKEURD:
        return tuple(mist)
    if stand.aanbod is Aanbodstaat.OPEN:
        return (*mist, Mist.GOEDKEUREN)
    if stand.aanbod is Aanbodstaat.TERUGGESTUURD:
        return (*mist, Mist.VERBETEREN)
    if stand.lichten < stand.aspecten:
        mist.append(Mist.LICHT)
    if not stand.tekst:
        mist.append(Mist.TEKST)
    return (*mist, Mist.AANBIEDEN)


class Ronde(StrEnum):
    """How urgent an account is on a day: not asked yet, asked, reminded, or late and with the adviser."""

    NOG_NIET = "nog_niet"
    GEVRAAGD = "gevraagd"
    HERINNERD = "herinnerd"
    TE_LAAT = "te_laat"


def ronde(dag: date, rapportdag: date, vooraf: int, herinnering: int) -> Ronde:
    """Return how urgent an account for `rapportdag` is on `dag`; the day itself is still in time."""
    if dag > rapportdag:
        return Ronde.TE_LAAT
    if dag >= rapportdag - timedelta(days=herinnering):
        return Ronde.HERINNERD
    if dag >= rapportdag - timedelta(days=vooraf):
        return Ronde.GEVRAAGD
    return Ronde.NOG_NIET


def aan_de_beurt(dagen: Sequence[date], dag: date) -> tuple[date | None, date] | None:
    """Return of the days of reporting the one that is worked on, with the one before it.

    A day that has passed is worked on until the next one comes nearer than it is past; without a next one
    for a month. None: nothing is asked.
    """
    gesorteerd = sorted(dagen)
    voorbij = [d for d in gesorteerd if d < dag]
    komend = [d for d in gesorteerd if d >= dag]
    laatste = voorbij[-1] if voorbij else None
    if laatste and (not komend or dag - laatste < komend[0] - dag) and dag - laatste <= timedelta(days=31):
        return (voorbij[-2] if len(voorbij) > 1 else None, laatste)
    return (laatste, komend[0]) if komend else None


def kwartaaleinden(jaar: int) -> tuple[date, ...]:
    """Return the last days of the four quarters of a year."""
    return tuple(date(jaar + (maand == 12), maand % 12 + 1, 1) - timedelta(days=1) for maand in (3, 6, 9, 12))


def schuif(ids: Sequence[int], wie: int, plaats: int) -> tuple[int, ...]:
    """Return a row of numbers with `wie` on another place, counted from 1; outside it is the nearest."""
    rest = [nummer for nummer in ids if nummer != wie]
    plek = max(0, min(plaats - 1, len(rest)))
    return (*rest[:plek], wie, *rest[plek:])
