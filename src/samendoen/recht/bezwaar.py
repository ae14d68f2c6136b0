"""Objection in time: Awb art. 6:7, 6:8, 6:9 and 6:10.

Six weeks from the day after the announcement. A letter sent by post is also in time when it was posted
before the end of the term and received within one week after it (art. 6:9 lid 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samendoen.recht.datum import datumtekst, eis_datum
from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.termijn import bereken


@dataclass(frozen=True, slots=True)
class Tijdigheid:
    """Whether an objection came in time, the two days that decide it, and why (Dutch, with the article)."""

    tijdig: bool
    laatste_dag: date
    laatste_dag_per_post: date
    uitleg: str
    grondslag: str


def beoordeel_tijdigheid(bekendmaking: date, ontvangen: date, ter_post: date | None = None) -> Tijdigheid:
    """Judge whether an objection was lodged in time.

    `bekendmaking` is the announcement of the decision, `ontvangen` the day of receipt, `ter_post` the day of
    posting if it came by post. Raises `Rechtsfout` if it was received before it was posted. Being late can
    still be excusable (art. 6:11): that is for a person to weigh, not for this function.
    """
    laatste = bereken("bezwaar", bekendmaking).einde
    per_post = bereken("bezwaar-per-post", laatste).einde
    eis_datum(ontvangen, "De datum van ontvangst")
    if ter_post is not None:
        eis_datum(ter_post, "De datum van verzending")
        if ontvangen < ter_post:
            raise Rechtsfout(
                "ontvangen-voor-verzending",
                "Het bezwaarschrift is ontvangen voordat het is verstuurd.",
                "Controleer beide datums.",
            )
    tijdig, uitleg, grondslag = _oordeel(bekendmaking, ontvangen, ter_post, laatste, per_post)
    return Tijdigheid(tijdig, laatste, per_post, uitleg, grondslag)


def _oordeel(
    bekendmaking: date, ontvangen: date, ter_post: date | None, laatste: date, per_post: date
) -> tuple[bool, str, str]:
    if ontvangen <= bekendmaking:
        return (
            True,
            "Het bezwaar kwam vóór het begin van de termijn; dat maakt het niet ongeldig.",
            "Awb art. 6:10",
        )
    if ontvangen <= laatste:
        return True, f"Ontvangen op of vóór de laatste dag, {datumtekst(laatste)}.", "Awb art. 6:9 lid 1"
    if ter_post is None or ter_post > laatste:
        return False, f"De laatste dag was {datumtekst(laatste)}.", "Awb art. 6:7 en 6:9"
    if ontvangen <= per_post:
        return True, f"Op tijd gepost en ontvangen uiterlijk {datumtekst(per_post)}.", "Awb art. 6:9 lid 2"
    return False, f"Op tijd gepost, maar later ontvangen dan {datumtekst(per_post)}.", "Awb art. 6:9 lid 2"
