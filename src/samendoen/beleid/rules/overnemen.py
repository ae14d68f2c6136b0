"""What was read of a document may enter a plan when a person looked at it and nothing is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from textwrap import shorten
from typing import Any

LANGSTE_TITEL = 200


class Staat(StrEnum):
    """Where a reading is: being looked at, part of the plan, or put away."""

    OPEN = "open"
    OVERGENOMEN = "overgenomen"
    WEGGELEGD = "weggelegd"


class Mist(StrEnum):
    """Why something that was read cannot enter a plan as it is."""

    TITEL = "titel"
    TITEL_LANG = "titel_lang"
    RESULTAAT = "resultaat"
    SOORT = "soort"
    NIETS = "niets"
    FORMAAT = "formaat"


@dataclass(frozen=True, slots=True)
class Hapering:
    """What is missing, and where: the line in the document and how people know it."""

    wat: Mist
    regel: int
    naam: str


OVERNEEMBAAR = frozenset({"voortgang", "evaluatie"})
"""The formats of which a person can make a part of a plan."""


def als_doelen(accenten: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return accents as goals with activities, so that they are looked over and taken over like any other.

    An action is what was promised, its results are the account, its advice stays as given.
    """
    return [
        {
            "regel": a["regel"],
            "nummer": a["nummer"],
            "thema": "",
            "titel": a["titel"],
            "toelichting": a["inleiding"],
            "tevreden_als": " ".join(a["tevreden_als"]),
            "tellen": a["tellen"],
            "vertellen": a["vertellen"],
            "activiteiten": [_als_activiteit(actie) for actie in a["acties"]],
        }
        for a in accenten
    ]


def jaar_van(accenten: Iterable[Mapping[str, Any]]) -> int | None:
    """Return the last year of which accents tell what was spent; None when they tell it of none."""
    jaren = [a["besteed"]["jaar"] for a in accenten if a["besteed"] and a["besteed"]["jaar"]]
    return max(jaren, default=None)


def _als_activiteit(actie: Mapping[str, Any]) -> dict[str, Any]:
    resultaten = actie["resultaten"]
    return {
        "regel": actie["regel"],
        "titel": shorten(actie["actie"], LANGSTE_TITEL, placeholder=" …"),
        "resultaat": actie["actie"],
        "verantwoording": "\n".join(r["resultaat"] for r in resultaten if r["resultaat"]),
        "adviezen": [r["advies"][:LANGSTE_TITEL] for r in resultaten if r["advies"]],
    }


def over_te_nemen(inhoud: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any], list[tuple[int, Any]]]]:
    """Yield the goals that have something left to take over: number, goal, its activities with number."""
    for nummer, doel in enumerate(inhoud["doelen"], 1):
        blijft = [(n, a) for n, a in enumerate(doel["activiteiten"], 1) if not a.get("weglaten")]
        if blijft or not doel["activiteiten"]:
            yield nummer, doel, blijft


def haperingen(inhoud: Mapping[str, Any]) -> list[Hapering]:
    """Return everything that keeps a reading out of a plan; empty: it may enter."""
    if inhoud["soort"] not in OVERNEEMBAAR:
        return [Hapering(Mist.FORMAAT, 0, "")]
    gevonden: list[Hapering] = []
    doelen = list(over_te_nemen(inhoud))
    if not doelen:
        gevonden.append(Hapering(Mist.NIETS, 0, ""))
    for _nummer, doel, activiteiten in doelen:
        gevonden += _titel(doel["titel"], doel["regel"])
        for _n, activiteit in activiteiten:
            gevonden += _titel(activiteit["titel"], activiteit["regel"])
            if not activiteit["resultaat"].strip():
                gevonden.append(Hapering(Mist.RESULTAAT, activiteit["regel"], activiteit["titel"][:60]))
    for mutatie in inhoud["mutaties"]:
        if mutatie["soort"] not in ("I", "S"):
            gevonden.append(Hapering(Mist.SOORT, mutatie["regel"], mutatie["naam"][:60]))
    return gevonden


def _titel(titel: str, regel: int) -> Iterator[Hapering]:
    if not titel.strip():
        yield Hapering(Mist.TITEL, regel, "")
    elif len(titel) > LANGSTE_TITEL:
        yield Hapering(Mist.TITEL_LANG, regel, titel[:60])
