"""Penalty for deciding late: Awb art. 4:17 and 4:18.

At most 42 days: 14 at EUR 23, 14 at EUR 35, 14 at EUR 45, so EUR 1,442 at most. The first day is the one on
which two weeks have passed since the day on which the term had expired *and* the written notice of default
was received. The Algemene termijnenwet does not touch the 42 days (art. 4:17 lid 1), nor the two weeks
here. Amounts are whole eurocents.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from samendoen.recht.datum import eis_datum
from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.termijn import bereken
from samendoen.recht.waarden import Termijn

HOOGSTENS_DAGEN = 42
TARIEVEN = ((14, 2300), (14, 3500), (14, 4500))  # days, eurocents per day (Awb art. 4:17 lid 2)
MAXIMUM_EUROCENT = sum(dagen * tarief for dagen, tarief in TARIEVEN)

# Two whole weeks after day D have passed on D + 15; a municipality that reads "the day on which two weeks
# have passed" as the fourteenth day itself sets 14.
EERSTE_DAG_NA = 15

TE_VROEG = (
    "De ingebrekestelling is ontvangen voordat de beslistermijn voorbij was. Volgens vaste rechtspraak telt "
    "een te vroege ingebrekestelling meestal niet: controleer of er later nog een is ontvangen."
)


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """A penalty up to and including `tot`: first and last possible day, days so far, eurocents so far."""

    eerste_dag: date
    laatste_dag: date
    tot: date
    dagen: int
    bedrag_eurocent: int
    waarschuwingen: tuple[str, ...] = ()

    def als_json(self) -> dict[str, object]:
        """Return the penalty in the public form of the command `dwangsom`."""
        return {
            "eerste_dag": self.eerste_dag.isoformat(),
            "dagen": self.dagen,
            "bedrag_eurocent": self.bedrag_eurocent,
        }


def bedrag(dagen: int) -> int:
    """Return the eurocents due for this many days in default; after 42 days nothing is added."""
    totaal = 0
    for aantal, tarief in TARIEVEN:
        stuk = min(max(dagen, 0), aantal)
        totaal += stuk * tarief
        dagen -= stuk
    return totaal


def bereken_dwangsom(
    verstreken: date, ingebrekestelling: date, tot: date, *, eerste_dag_na: int = EERSTE_DAG_NA
) -> Dwangsom:
    """Compute the penalty up to and including `tot` (Awb art. 4:17).

    `verstreken` is the last day of the term to decide, `ingebrekestelling` the day the written notice was
    received. When the decision is announced on day B, the last day in default is the day before: give
    `tot` = B - 1. Zero days and zero cents before the first day. A notice received on or before
    `verstreken` gives a warning, as courts usually hold it premature.
    """
    for dag, wat in (
        (verstreken, "De dag waarop de termijn verstreek"),
        (ingebrekestelling, "De dag van de ingebrekestelling"),
        (tot, "De dag tot en met welke geteld wordt"),
    ):
        eis_datum(dag, wat)
    if not 14 <= eerste_dag_na <= 15:
        raise Rechtsfout(
            "eerste-dag-onmogelijk",
            f"De eerste dag kan niet {eerste_dag_na} dagen na de ingebrekestelling liggen.",
            "Kies 14 of 15: twee weken moeten zijn verstreken.",
        )
    eerste = max(verstreken, ingebrekestelling) + timedelta(days=eerste_dag_na)
    dagen = min(max((tot - eerste).days + 1, 0), HOOGSTENS_DAGEN)
    return Dwangsom(
        eerste_dag=eerste,
        laatste_dag=eerste + timedelta(days=HOOGSTENS_DAGEN - 1),
        tot=tot,
        dagen=dagen,
        bedrag_eurocent=bedrag(dagen),
        waarschuwingen=(TE_VROEG,) if ingebrekestelling <= verstreken else (),
    )


def vaststellen_uiterlijk(laatste_dwangsomdag: date) -> Termijn:
    """Return the term within which the penalty must be fixed: 2 weeks after its last day (Awb art. 4:18)."""
    return bereken("dwangsom-vaststellen", laatste_dwangsomdag)
