"""Meldcode huiselijk geweld en kindermishandeling (Jeugdwet art. 4.1.7): five steps and the weighing.

The weighing is five questions in a fixed order. The first answer that decides stops it: questions after it
need no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from samendoen.recht.fouten import Rechtsfout

GRONDSLAG = "Jeugdwet art. 4.1.7"

STAPPEN = (
    "Breng de signalen in kaart.",
    "Overleg met een deskundige collega en zo nodig met Veilig Thuis.",
    "Praat met de betrokkenen.",
    "Weeg het geweld of de kindermishandeling.",
    "Beslis: is melden nodig, en is hulp mogelijk?",
)


class Besluit(StrEnum):
    """Where the weighing ends."""

    AFSLUITEN = "afsluiten"  # no suspicion: record and close
    MELDEN = "melden"  # report to Veilig Thuis
    HULP = "hulp"  # help without a report, and follow whether it works


@dataclass(frozen=True, slots=True)
class Weegvraag:
    """One question: its key, its Dutch text, and the answer that ends the weighing with which decision."""

    sleutel: str
    tekst: str
    beslissend_antwoord: bool
    besluit: Besluit


WEEGVRAGEN = (
    Weegvraag(
        "vermoeden",
        "Is er een vermoeden van huiselijk geweld of kindermishandeling?",
        False,
        Besluit.AFSLUITEN,
    ),
    Weegvraag("onveilig", "Is er sprake van acute of structurele onveiligheid?", True, Besluit.MELDEN),
    Weegvraag("hulp_mogelijk", "Kan ik effectieve hulp bieden of regelen?", False, Besluit.MELDEN),
    Weegvraag("hulp_aanvaard", "Aanvaarden de betrokkenen de hulp en doen zij mee?", False, Besluit.MELDEN),
    Weegvraag("resultaat", "Leidt de hulp binnen de afgesproken tijd tot resultaat?", False, Besluit.MELDEN),
)


@dataclass(frozen=True, slots=True)
class Weging:
    """The outcome: the decision, and the question that decided it (None when no question did)."""

    besluit: Besluit
    door: Weegvraag | None
    grondslag: str = GRONDSLAG


def weeg(antwoorden: Mapping[str, bool] = MappingProxyType({})) -> Weging:
    """Weigh the answers, keyed by `Weegvraag.sleutel`.

    Raises `Rechtsfout` for an unknown key, and for a question without an answer before anything was decided:
    nobody is reported, or not reported, on a guess.
    """
    onbekend = sorted(set(antwoorden) - {vraag.sleutel for vraag in WEEGVRAGEN})
    if onbekend:
        raise Rechtsfout(
            "weegvraag-onbekend",
            f"Deze weegvraag bestaat niet: {', '.join(onbekend)}.",
            f"Gebruik: {', '.join(vraag.sleutel for vraag in WEEGVRAGEN)}.",
        )
    for vraag in WEEGVRAGEN:
        if vraag.sleutel not in antwoorden:
            raise Rechtsfout(
                "weegvraag-open", f"Nog niet beantwoord: {vraag.tekst}", "Antwoord met ja of nee."
            )
        if antwoorden[vraag.sleutel] is vraag.beslissend_antwoord:
            return Weging(vraag.besluit, vraag)
    return Weging(Besluit.HULP, None)
