"""The Algemene termijnenwet (Atw), art. 1, 2, 4 and 5, as questions about days and lengths.

Excluded days are Saturdays, Sundays and the holidays of art. 3 (see `kalender`); the others are ordinary
days. Art. 5 extends the law to terms in an order in council (AMvB); terms in a municipal by-law, a
standard or a contract are not covered: those are kinds with another `Verschuiving`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from samendoen.recht.datum import Eenheid, eis_datum, plus
from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.kalender import LID_1, Feestdag, erkende_feestdag

ART_1 = "Atw art. 1 lid 1"
ART_2 = "Atw art. 2"
ART_4 = "Atw art. 4"
EU_3_4 = "Verordening (EEG, Euratom) nr. 1182/71 art. 3 lid 4"

# Art. 4: a term described in more than this is not shifted. Exactly this much still is; hours and years
# never are. The law knows no working days; they are days.
LANGSTE = {Eenheid.DAGEN: 90, Eenheid.WERKDAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3}

WEEKEND = Feestdag("een dag in het weekend", ART_1)

_EEN_DAG = timedelta(days=1)


class Verschuiving(StrEnum):
    """Which rule moves a last day that falls on a weekend or a holiday."""

    ATW = "atw"  # a term in a law or an order in council (Atw art. 1 and 5)
    EU = "eu"  # a term in European law
    GEEN = "geen"  # a term in a standard, a by-law or a contract


def valt_onder_atw(aantal: int, eenheid: Eenheid) -> bool:
    """Tell whether the law covers a term of this length (Atw art. 4).

    Judged on the length as the law describes it, before suspension or postponement: 12 weeks, 90 days and
    3 months are covered, 13 weeks, 91 days, 4 months and any number of hours or years are not.
    """
    return aantal <= LANGSTE.get(eenheid, 0)


def uitzondering(dag: date) -> Feestdag | None:
    """Return why `dag` cannot be a last day (Saturday, Sunday or holiday), or None for an ordinary day."""
    feestdag = erkende_feestdag(dag)
    if feestdag is None and dag.weekday() >= 5:
        return WEEKEND
    return feestdag


def uitzondering_eu(dag: date) -> Feestdag | None:
    """Return why `dag` cannot be the last day of a term in European law, or None.

    Saturdays, Sundays and the holidays of Atw art. 3 lid 1. Good Friday and days equated by decree are
    equated "for this law" only, so they count as ordinary days here: the earlier, safer last day.
    """
    reden = uitzondering(dag)
    if reden is not None and dag.weekday() < 5 and reden.grondslag != LID_1:
        return None
    return reden


def is_gewone_dag(dag: date) -> bool:
    """Tell whether `dag` is no Saturday, Sunday or holiday (Atw art. 1 lid 1)."""
    return dag.weekday() < 5 and erkende_feestdag(dag) is None


def eerstvolgende_gewone_dag(dag: date) -> date:
    """Return `dag` itself if it is an ordinary day, else the first one after it (Atw art. 1 lid 1)."""
    while not is_gewone_dag(dag):
        dag += _EEN_DAG
    return dag


def plus_werkdagen(dag: date, aantal: int, telt: Callable[[date], bool] = is_gewone_dag) -> date:
    """Return the last of `aantal` working days after `dag`; `dag` itself does not count."""
    while aantal > 0:
        dag += _EEN_DAG
        if telt(dag):
            aantal -= 1
    return dag


def terugrekenen(moment: date, aantal: int, eenheid: Eenheid) -> date:
    """Return the day that lies `aantal` units before `moment`: the last day to act in time.

    Nothing is shifted: Atw art. 1 lid 2 excludes terms that are counted backwards from a moment or event,
    also when the day found is a Sunday or a holiday.
    """
    eis_datum(moment)
    if aantal < 0:
        raise Rechtsfout(
            "aantal-negatief", "Een termijn kan niet negatief zijn.", "Geef een aantal van 0 of meer."
        )
    return plus(moment, -aantal, eenheid)
