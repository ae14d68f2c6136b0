"""A synthetic municipality of 14,000 people as fact rows: what its snapshots hold, quarter by quarter."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from samendoen.kernel import stekkers
from samendoen.kernel.stekkers import Feitsoort

Rij = Mapping[str, Any]
KWARTALEN = tuple(date(2022 + n // 4, 3 * (n % 4) + 3, 28) for n in range(8))
"""The days of the publications: 90 days or so apart."""
BEGIN = date(2022, 1, 3)
TEAMS = {"gebiedsteam_leerdam": 12, "gebiedsteam_vianen": 8, "gebiedsteam_meerkerk": 3, "voorzieningen": 2}
WETTEN = {"wmo": 10, "jeugd": 7, "participatie": 2, "schulden": 1}
KANALEN = {"telefoon": 9, "loket": 5, "huisarts": 3, "website": 2}


def _kies(bron: Random, gewichten: Mapping[str, int]) -> str:
    return bron.choices(list(gewichten), list(gewichten.values()))[0]


def meldingen(bron: Random) -> Iterator[Rij]:
    """Yield what comes in, day by day, to the end of the last quarter."""
    dag = BEGIN
    while dag <= KWARTALEN[-1]:
        yield {
            "team": _kies(bron, TEAMS),
            "ontvangen_op": dag,
            "kanaal": _kies(bron, KANALEN),
            "kader": _kies(bron, WETTEN),
            "status": "open",
        }
        dag += timedelta(days=bron.choice((0, 1, 1, 1, 2, 3)))


def casussen(bron: Random, alle: Sequence[Rij]) -> Iterator[Rij]:
    """Yield a casus for some of the meldingen; each is closed after a while."""
    for melding in alle:
        if bron.random() < 0.4:
            open_ = melding["ontvangen_op"] + timedelta(days=bron.randint(3, 40))
            dicht = open_ + timedelta(days=bron.randint(60, 500))
            yield {
                "team": melding["team"],
                "kader": melding["kader"],
                "geopend_op": open_,
                "gesloten_op": dicht,
            }


def besluiten(bron: Random, alle: Sequence[Rij]) -> Iterator[Rij]:
    """Yield decisions in those cases, most of them in time."""
    for casus in alle:
        for _keer in range(bron.choice((0, 1, 1, 2))):
            dag = casus["geopend_op"] + timedelta(days=bron.randint(20, 90))
            yield {
                "team": casus["team"],
                "kader": casus["kader"],
                "categorie": _kies(bron, {"begeleiding": 5, "hulpmiddel": 3, "vervoer": 1}),
                "uitkomst": _kies(bron, {"toegekend": 9, "afgewezen": 1}),
                "besloten_op": dag,
                "bekendgemaakt_op": dag,
                "op_tijd": bron.random() < 0.85,
                "geldt": True,
            }


def leveringen(bron: Random, alle: Sequence[Rij]) -> Iterator[Rij]:
    """Yield the help that began after most of those decisions."""
    for besluit in alle:
        if besluit["uitkomst"] == "toegekend" and bron.random() < 0.95:
            dagen = bron.randint(2, 60)
            yield {
                "team": besluit["team"],
                "kader": besluit["kader"],
                "categorie": besluit["categorie"],
                "begin": besluit["besloten_op"] + timedelta(days=dagen),
                "dagen_tot_begin": dagen,
            }


def planacties(bron: Random, alle: Sequence[Rij]) -> Iterator[Rij]:
    """Yield what was agreed in the plans of those cases."""
    for casus in alle:
        for _keer in range(bron.randint(1, 3)):
            yield {
                "team": casus["team"],
                "niveau": _kies(bron, {"eigen_kracht": 4, "netwerk": 3, "algemeen": 3, "maatwerk": 5}),
                "leefgebied": _kies(bron, {"wonen": 3, "geld": 3, "gezin": 2, "gezondheid": 1}),
                "vastgesteld_op": casus["geopend_op"] + timedelta(days=20),
                "geldt": True,
            }


def maak(zaad: int) -> dict[str, list[tuple[date, Rij]]]:
    """Return, per fact, its rows with the day from which they are known."""
    bron = Random(zaad)
    melding = list(meldingen(bron))
    casus = list(casussen(bron, melding))
    besluit = list(besluiten(bron, casus))
    return {
        "melding": [(rij["ontvangen_op"], rij) for rij in melding],
        "casus": [(rij["geopend_op"], rij) for rij in casus],
        "besluit": [(rij["bekendgemaakt_op"], rij) for rij in besluit],
        "levering": [(rij["begin"], rij) for rij in leveringen(bron, besluit)],
        "planactie": [(rij["vastgesteld_op"], rij) for rij in planacties(bron, casus)],
    }


def op(dag: date, rij: Rij) -> Rij:
    """Return a row as it was known at the end of a day: a casus is open until it is closed."""
    if "gesloten_op" not in rij:
        return rij
    dicht = rij["gesloten_op"] <= dag
    return {
        **rij,
        "gesloten_op": rij["gesloten_op"] if dicht else None,
        "status": "gesloten" if dicht else "open",
    }


def bekend(lake: Mapping[str, Sequence[tuple[date, Rij]]], feit: str, dag: date) -> list[Rij]:
    """Return the rows of a fact as they were known at the end of a day."""
    return [op(dag, rij) for vanaf, rij in lake[feit] if vanaf <= dag]


def bied(lake: Mapping[str, Sequence[tuple[date, Rij]]]) -> dict[str, Feitsoort]:
    """Return the facts of the contexts with these rows instead of their own."""

    def rijen(feit: str, kolommen: Sequence[str]) -> Callable[[datetime], Iterator[list[tuple[Any, ...]]]]:
        return lambda moment: iter(
            [[tuple(rij.get(naam) for naam in kolommen) for rij in bekend(lake, feit, moment.date())]]
        )

    uit = {}
    for feit in lake:
        soort = stekkers.feit.geef(feit)
        assert soort is not None
        namen = [kolom.naam for kolom in soort.kolommen]
        uit[feit] = replace(soort, rijen=rijen(feit, namen), samen=None)
    return uit
