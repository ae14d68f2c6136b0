"""Dates, money and numbers as people read them, in the active language. Memoised: lists are long."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import get_language, gettext, ngettext

# Patterns instead of CLDR's styles: those put a comma in English that Dutch law letters do not have.
_LANG = "EEE d MMMM y"
_VOLUIT = "EEEE d MMMM y"
_ZONDER_DAG = "d MMMM y"
_KORT = {"nl": "dd-MM-y", "en": "d MMM y"}
_VASTE_SPATIE = "\u00a0"


def taal() -> str:
    """Return the two letters of the active language, "nl" when none is active."""
    return (get_language() or "nl")[:2]


@lru_cache(maxsize=20_000)
def _datum(dag: date, patroon: str, taalcode: str) -> str:
    return format_date(dag, patroon, locale=taalcode)


def datum_lang(dag: date) -> str:
    """Return "di 22 april 2025"."""
    return _datum(dag, _LANG, taal())


def datum_voluit(dag: date) -> str:
    """Return "dinsdag 22 april 2025"."""
    return _datum(dag, _VOLUIT, taal())


def datum_zonder_dag(dag: date) -> str:
    """Return "22 april 2025"."""
    return _datum(dag, _ZONDER_DAG, taal())


def datum_kort(dag: date) -> str:
    """Return "22-04-2025" ("22 Apr 2025" in English): for columns of dates."""
    code = taal()
    return _datum(dag, _KORT[code], code)


def dagen_over(uiterste: date, vandaag: date) -> str:
    """Return "nog 12 dagen", "vandaag" or "2 dagen te laat"."""
    dagen = (uiterste - vandaag).days
    if dagen == 0:
        return gettext("vandaag")
    if dagen < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -dagen) % {"n": aantal(-dagen)}
    return ngettext("nog %(n)s dag", "nog %(n)s dagen", dagen) % {"n": aantal(dagen)}


def dagen_geleden(dag: date, vandaag: date) -> str:
    """Return "over 12 dagen", "vandaag" or "2 dagen geleden": for a day with which nobody is late."""
    dagen = (dag - vandaag).days
    if dagen == 0:
        return gettext("vandaag")
    if dagen < 0:
        return ngettext("%(n)s dag geleden", "%(n)s dagen geleden", -dagen) % {"n": aantal(-dagen)}
    return ngettext("over %(n)s dag", "over %(n)s dagen", dagen) % {"n": aantal(dagen)}


def termijn_tekst(uiterste: date, vandaag: date) -> str:
    """Return "di 22 april 2025 (nog 12 dagen)"."""
    return f"{datum_lang(uiterste)} ({dagen_over(uiterste, vandaag)})"


@lru_cache(maxsize=20_000)
def _getal(waarde: int, patroon: str, taalcode: str) -> str:
    return format_decimal(waarde, patroon, locale=taalcode)


def aantal(waarde: int) -> str:
    """Return a count with separators: "12.570" ("12,570" in English)."""
    return _getal(waarde, "#,##0", taal())


def euro(cent: int) -> str:
    """Return an amount of euro cents: "€ 1.025.729", "€ 23,50", "-€ 736.242".

    Whole euros go without cents, as municipalities print their budgets; see `euro_centen`.
    """
    return euro_centen(cent) if cent % 100 else _euro(cent, aantal(abs(cent) // 100))


def euro_centen(cent: int) -> str:
    """Return an amount always with two decimals: "€ 1.442,00"."""
    komma = "," if taal() == "nl" else "."
    return _euro(cent, f"{aantal(abs(cent) // 100)}{komma}{abs(cent) % 100:02d}")


def _euro(cent: int, bedrag: str) -> str:
    return f"{'-' if cent < 0 else ''}€{_VASTE_SPATIE}{bedrag}"


def percentage(deel: int, geheel: int) -> str:
    """Return a share as a whole percentage: "63%"; "-" when there is nothing to take a share of."""
    return f"{aantal(round(100 * deel / geheel))}%" if geheel else "-"
