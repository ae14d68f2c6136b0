"""The life of a story: who may use it for what until when, and what may happen to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from samendoen.beleid.events.verhaal import (
    BeeldGezet,
    BeeldWeggehaald,
    ToestemmingVerlengd,
    VerhaalAangeboden,
    VerhaalGepubliceerd,
    VerhaalGewijzigd,
    VerhaalIngetrokken,
    VerhaalOpgetekend,
    VerhaalTeruggehaald,
    VerhaalVerlopen,
    VerhaalWeggegooid,
)


class Verhaalstaat(StrEnum):
    """Where a story is."""

    CONCEPT = "concept"
    AANGEBODEN = "aangeboden"
    GEPUBLICEERD = "gepubliceerd"
    INGETROKKEN = "ingetrokken"
    VERLOPEN = "verlopen"
    WEGGEGOOID = "weggegooid"


LEVEND = (Verhaalstaat.CONCEPT, Verhaalstaat.AANGEBODEN, Verhaalstaat.GEPUBLICEERD)
"""A story that ended holds no words and no picture."""


class Verteller(StrEnum):
    """Whose story it is: a role, never a name."""

    INWONER = "inwoner"
    OUDER = "ouder"
    JONGERE = "jongere"
    MANTELZORGER = "mantelzorger"
    VRIJWILLIGER = "vrijwilliger"
    PROFESSIONAL = "professional"
    ORGANISATIE = "organisatie"


class Gever(StrEnum):
    """Who gave consent."""

    ZELF = "zelf"
    OUDERS = "ouders"
    VERTEGENWOORDIGER = "vertegenwoordiger"


class Wijze(StrEnum):
    """How consent was recorded."""

    FORMULIER = "formulier"
    EMAIL = "email"
    OPNAME = "opname"


class Gebruik(StrEnum):
    """What a story may be used for."""

    KOERS = "koers"
    RAPPORT = "rapport"
    MARKT = "markt"


class Daad(StrEnum):
    """What is done to a story."""

    WIJZIG = "wijzig"
    BIED_AAN = "bied_aan"
    PUBLICEER = "publiceer"
    HAAL_TERUG = "haal_terug"
    VERLENG = "verleng"
    TREK_IN = "trek_in"
    VERLOOP = "verloop"
    GOOI_WEG = "gooi_weg"


S = Verhaalstaat
OVERGANGEN: dict[Daad, dict[Verhaalstaat, Verhaalstaat]] = {
    Daad.WIJZIG: {S.CONCEPT: S.CONCEPT},
    Daad.BIED_AAN: {S.CONCEPT: S.AANGEBODEN},
    Daad.PUBLICEER: {S.AANGEBODEN: S.GEPUBLICEERD},
    Daad.HAAL_TERUG: {S.AANGEBODEN: S.CONCEPT, S.GEPUBLICEERD: S.CONCEPT},
    Daad.VERLENG: {s: s for s in LEVEND},
    Daad.TREK_IN: dict.fromkeys(LEVEND, S.INGETROKKEN),
    Daad.VERLOOP: dict.fromkeys(LEVEND, S.VERLOPEN),
    Daad.GOOI_WEG: {S.CONCEPT: S.WEGGEGOOID},
}
LANGSTE_TOESTEMMING = timedelta(days=3 * 365)
"""Ours: after that one asks again. A story of longer ago says little about a figure of today."""


def wordt(daad: Daad, staat: Verhaalstaat) -> Verhaalstaat | None:
    """Return the state after `daad`; None when it cannot be done now."""
    return OVERGANGEN[daad].get(staat)


class Bezwaar(StrEnum):
    """Why consent is not taken."""

    TOEKOMST = "toekomst"
    VERLEDEN = "verleden"
    TE_LANG = "te_lang"
    GEEN_GEBRUIK = "geen_gebruik"


def beoordeel_toestemming(
    gegeven_op: date, tot: date, gebruik: Iterable[str], vandaag: date
) -> Bezwaar | None:
    """Return what is wrong with consent; it holds up to and including `tot`."""
    if gegeven_op > vandaag:
        return Bezwaar.TOEKOMST
    if tot < vandaag:
        return Bezwaar.VERLEDEN
    if tot - gegeven_op > LANGSTE_TOESTEMMING:
        return Bezwaar.TE_LANG
    return None if set(gebruik) else Bezwaar.GEEN_GEBRUIK


@dataclass(frozen=True, slots=True)
class Verhaalstand:
    """What the events of a story say of it."""

    staat: Verhaalstaat
    versie: int
    tot: date
    gebruik: tuple[str, ...]
    beeld: bool = False


_STAAT_NA = {
    VerhaalAangeboden: S.AANGEBODEN,
    VerhaalGepubliceerd: S.GEPUBLICEERD,
    VerhaalTeruggehaald: S.CONCEPT,
    VerhaalIngetrokken: S.INGETROKKEN,
    VerhaalVerlopen: S.VERLOPEN,
    VerhaalWeggegooid: S.WEGGEGOOID,
}


def vouw(gebeurtenissen: Iterable[object]) -> Verhaalstand | None:
    """Return the story as its events in order made it; None without a first one."""
    stand: Verhaalstand | None = None
    for g in gebeurtenissen:
        if isinstance(g, VerhaalOpgetekend):
            stand = Verhaalstand(S.CONCEPT, 1, g.tot, g.gebruik)
        elif stand is not None:
            stand = _na(stand, g)
    return stand


def _na(stand: Verhaalstand, g: object) -> Verhaalstand:
    if isinstance(g, VerhaalGewijzigd):
        return replace(stand, versie=g.nummer)
    if isinstance(g, ToestemmingVerlengd):
        return replace(stand, tot=g.tot, gebruik=g.gebruik)
    if isinstance(g, BeeldGezet | BeeldWeggehaald):
        return replace(stand, beeld=isinstance(g, BeeldGezet))
    for soort, staat in _STAAT_NA.items():
        if isinstance(g, soort):
            weg = staat not in LEVEND
            return replace(stand, staat=staat, beeld=stand.beeld and not weg)
    return stand
