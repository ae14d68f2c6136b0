"""Pools that the demo's people are drawn from: names, streets and citizen service numbers; all invented."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from samendoen.organisatie.api import gemeentedefinitie
from samendoen.recht.api import is_bsn

VOORNAMEN, ACHTERNAMEN, STRATEN_PER_KERN = 240, 700, 30
# No postcode ends in these (they recall the occupier); I and O are read as digits too easily.
LETTERS = "ABCDEFGHJKLMNPRSTVWXZ"
VERMEDEN = frozenset({"SA", "SD", "SS"})
# Numbers that begin with a 9 are not handed out: with the eleven test passed they are nobody's.
BSN_VAN, BSN_TOT = 90_000_000, 100_000_000


@dataclass(frozen=True, slots=True)
class Straat:
    """A street that does not exist, with a postcode that could."""

    naam: str
    postcode: str
    plaats: str


@dataclass(frozen=True, slots=True)
class Namen:
    """What names and addresses are drawn from. A surname comes with its prefix apart."""

    vrouw: tuple[str, ...]
    man: tuple[str, ...]
    achternamen: tuple[tuple[str, str], ...]
    straten: Mapping[str, tuple[Straat, ...]]


@lru_cache(maxsize=4)
def namen(gemeente: str, zaad: int) -> Namen:
    """Return the pools of a municipality: drawn once from Faker, the same for the same seed."""
    from faker import Faker

    bron = Faker("nl_NL", use_weighting=False)
    bron.seed_instance(zaad)

    def verschillend(maak: str, aantal: int) -> tuple[str, ...]:
        getrokken = dict.fromkeys(getattr(bron, maak)() for _ in range(3 * aantal))
        return tuple(getrokken)[:aantal]

    toeval = random.Random(f"{zaad}/straten")
    straten = {
        kern.naam: tuple(
            Straat(naam, f"{toeval.choice(kern.postcodes)} {_letters(toeval)}", kern.naam)
            for naam in verschillend("street_name", STRATEN_PER_KERN)
        )
        for kern in gemeentedefinitie(gemeente).kern
    }
    return Namen(
        vrouw=verschillend("first_name_female", VOORNAMEN),
        man=verschillend("first_name_male", VOORNAMEN),
        achternamen=tuple(_gesplitst(naam) for naam in verschillend("last_name", ACHTERNAMEN)),
        straten=straten,
    )


def _letters(toeval: random.Random) -> str:
    while True:
        paar = "".join(toeval.choices(LETTERS, k=2))
        if paar not in VERMEDEN:
            return paar


def _gesplitst(naam: str) -> tuple[str, str]:
    """Split "van der Meer" into its prefix, which begins small, and the rest."""
    woorden = naam.split()
    eerste = next((n for n, woord in enumerate(woorden) if not woord[0].islower()), 0)
    return " ".join(woorden[:eerste]), " ".join(woorden[eerste:])


def burgerservicenummers(toeval: random.Random) -> Iterator[str]:
    """Yield numbers of the test range that pass the eleven test, never the same twice."""
    gehad = set()
    while True:
        kop = toeval.randrange(BSN_VAN, BSN_TOT)
        if kop in gehad:
            continue
        gehad.add(kop)
        som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(range(9, 1, -1), str(kop), strict=True))
        bsn = f"{kop}{som % 11}"
        if is_bsn(bsn):
            yield bsn
