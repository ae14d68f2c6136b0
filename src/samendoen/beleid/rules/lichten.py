"""Rules of the policy cycle on values alone: lights, and what a part of a plan is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Aspect(StrEnum):
    """What a light is about: the three of Lopik's progress report, or the one of Lansingerland's accents.

    Which of them an agenda has, its plan says; never go over all of them, go over those of the agenda.
    """

    KWALITEIT = "kwaliteit"
    TIJD = "tijd"
    GELD = "geld"
    RESULTAAT = "resultaat"


DRIE = (Aspect.KWALITEIT, Aspect.TIJD, Aspect.GELD)
"""The lights that an agenda has unless its plan says otherwise."""


class Kleur(StrEnum):
    """A light. Onbekend is an answer too: what cannot be read is never guessed."""

    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"
    ONBEKEND = "onbekend"


class Deelsoort(StrEnum):
    """What a part of a plan is: the plan itself, or what is done of it in one year."""

    BELEIDSPLAN = "beleidsplan"
    JAARAGENDA = "jaaragenda"


# From what needs attention first to what needs none.
ZWAARTE = (Kleur.ROOD, Kleur.ORANJE, Kleur.GROEN, Kleur.ONBEKEND)
AANDACHT = frozenset({Kleur.ROOD, Kleur.ORANJE})


@dataclass(frozen=True, slots=True)
class Licht:
    """One light as it was set. `synthetisch`: made up for the demo, in no document."""

    aspect: Aspect
    kleur: Kleur
    peildatum: date
    synthetisch: bool


def zwaarste(kleuren: Iterable[Kleur]) -> Kleur:
    """Return the colour that asks most attention; without any it is unknown."""
    alle = set(kleuren)
    return next((kleur for kleur in ZWAARTE if kleur in alle), Kleur.ONBEKEND)


def vouw(lichten: Iterable[Licht], peildatum: date | None = None) -> dict[Aspect, Licht]:
    """Fold lights in order of setting to the one per aspect that holds on `peildatum` (None: the last).

    A light of a later day beats one of an earlier day; of two of one day the last that was set counts.
    """
    stand: dict[Aspect, Licht] = {}
    for nieuw in lichten:
        oud = stand.get(nieuw.aspect)
        te_laat = peildatum is not None and nieuw.peildatum > peildatum
        if not te_laat and (oud is None or oud.peildatum <= nieuw.peildatum):
            stand[nieuw.aspect] = nieuw
    return stand


def reden_nodig(oud: Kleur | None, nieuw: Kleur) -> bool:
    """Return whether a light must say why: it asks attention, or differs from the one before."""
    return nieuw is not Kleur.GROEN or (oud is not None and oud is not nieuw)


# Of twenty synthetic lights sixteen are green: about half of the activities then has three green ones.
_VOORBEELD = (Kleur.GROEN,) * 16 + (Kleur.ORANJE,) * 3 + (Kleur.ROOD,)


def voorbeeldkleur(activiteit: str, aspect: Aspect) -> Kleur:
    """Return the made-up colour of an activity's light: always the same one for the same code."""
    return _VOORBEELD[hashlib.sha256(f"{activiteit}/{aspect}".encode()).digest()[0] % len(_VOORBEELD)]
