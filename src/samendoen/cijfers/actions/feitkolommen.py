"""The wall of the figures: what a fact may hold, and what the values in a snapshot must look like."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, get_args

from samendoen.kernel.stekkers import Feitsoort, Kolom, Kolomtype, Privacyklasse

TYPEN = frozenset(get_args(Kolomtype))
KLASSEN = frozenset(get_args(Privacyklasse))
_CODE = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
_NAAM = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Eight digits or more in a row is a BSN, a telephone number or a bank account, never a code.
_NUMMER = re.compile(r"[0-9]{8,}")
# Name parts of columns that would be about somebody: they cannot even be declared.
VERBODEN = frozenset(
    {
        "achternaam", "adres", "bsn", "email", "geboortedatum", "huisnummer", "naam", "postcode", "straat",
        "tekst", "telefoon", "toelichting", "voornaam",
    }
)  # fmt: skip


class Persoonlijk(AssertionError):
    """Something personal would have gone into a snapshot. The message never holds the value itself."""


def keur_feitsoort(soort: Feitsoort) -> None:
    """Refuse a fact with an unknown type or class, or a column that would be personal."""
    namen = [kolom.naam for kolom in soort.kolommen]
    if not namen or len(set(namen)) != len(namen):
        raise Persoonlijk(f"{soort.naam}: columns are missing or there twice")
    for kolom in soort.kolommen:
        keur_kolom(soort.naam, kolom)


def keur_kolom(feit: str, kolom: Kolom) -> None:
    """Refuse one column; see `keur_feitsoort`."""
    plek = f"{feit}.{kolom.naam}"
    if kolom.type not in TYPEN or kolom.privacy not in KLASSEN:
        raise Persoonlijk(f"{plek}: type or privacy class is not on the closed list")
    if (kolom.type == "pseudoniem") != (kolom.privacy == "pseudoniem"):
        raise Persoonlijk(f"{plek}: a pseudonym, and only that, has the privacy class pseudoniem")
    if not _NAAM.fullmatch(kolom.naam) or VERBODEN & set(kolom.naam.split("_")):
        raise Persoonlijk(f"{plek}: the name says that it is personal")


def keur_waarden(feit: str, kolom: Kolom, waarden: Iterable[Any]) -> None:
    """Refuse values that are not of the column's type; a code is no free text and no number of a person."""
    soort = _SOORTEN.get(kolom.type)
    if soort is not None:
        past = {soort, type(None)}.issuperset(map(type, waarden))
    else:
        past = all(waarde is None or _is_code(waarde) for waarde in set(waarden))
    if not past:
        raise Persoonlijk(f"{feit}.{kolom.naam}: a value is not of type {kolom.type}")


def _is_code(waarde: Any) -> bool:
    return isinstance(waarde, str) and bool(_CODE.fullmatch(waarde)) and not _NUMMER.search(waarde)


_SOORTEN: dict[str, type] = {"datum": date, "geheel": int, "janee": bool, "pseudoniem": int}
"""What a value of each type of column is, exactly; of a code more is asked."""


def kolommen_van(soort: Feitsoort, rijen: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    """Turn a batch of rows into its columns, each value checked. Raises Persoonlijk."""
    breedte = len(soort.kolommen)
    if not {breedte}.issuperset(map(len, rijen)):
        raise Persoonlijk(f"{soort.naam}: a row has more or fewer values than there are columns")
    kolommen = [list(waarden) for waarden in zip(*rijen, strict=True)]
    for kolom, waarden in zip(soort.kolommen, kolommen, strict=True):
        keur_waarden(soort.naam, kolom, waarden)
    return kolommen
