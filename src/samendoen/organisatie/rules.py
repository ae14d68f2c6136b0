"""Rules of organisatie, on values: who may decide what, who may report whom absent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Registratie(StrEnum):
    """Professional register of an employee."""

    SKJ = "skj"
    BIG = "big"


class Bevoegdheid(StrEnum):
    """What a mandate allows."""

    ADVISEERT = "adviseert"
    BESLUIT = "besluit"


class Uitkomst(StrEnum):
    """What somebody may do with a proposed decision."""

    BESLUIT = "besluit"
    TWEEDE_HANDTEKENING = "tweede_handtekening"
    ALLEEN_ADVIES = "alleen_advies"


class Reden(StrEnum):
    """Why; the sentences stand in `queries.waarden.REDENEN`."""

    BINNEN_MANDAAT = "binnen_mandaat"
    ZONDER_GRENS = "zonder_grens"
    TWEEDE_NODIG = "tweede_nodig"
    BOVEN_GRENS = "boven_grens"
    ADVISEERT = "adviseert"
    GEEN_MANDAAT = "geen_mandaat"


@dataclass(frozen=True, slots=True)
class Mandaatwaarde:
    """A mandate as a value. The amount is inclusive; None is no limit. `tot` is the first day it is over."""

    bevoegdheid: Bevoegdheid
    kaders: frozenset[str]
    tot_bedrag_eurocent: int | None = None
    tweede_handtekening: bool = False
    van: date | None = None
    tot: date | None = None

    def geldt(self, kader: str, dag: date) -> bool:
        """Return whether it holds for this legal frame on this day."""
        begonnen = self.van is None or self.van <= dag
        return kader in self.kaders and begonnen and (self.tot is None or dag < self.tot)

    def dekt(self, bedrag_eurocent: int) -> bool:
        """Return whether the amount lies within the limit."""
        return self.tot_bedrag_eurocent is None or bedrag_eurocent <= self.tot_bedrag_eurocent


@dataclass(frozen=True, slots=True)
class Mandaatoordeel:
    """What one may do and why; `grens_eurocent` is the limit that counted, if any."""

    uitkomst: Uitkomst
    reden: Reden
    grens_eurocent: int | None = None


def mag_besluiten(
    mandaten: Iterable[Mandaatwaarde], kader: str, bedrag_eurocent: int, dag: date
) -> Mandaatoordeel:
    """Return what these mandates together allow for a decision of this amount under this frame on `dag`.

    A mandate to sign alone goes before one that asks a second signature; without any that covers the
    amount one may only advise (Awb art. 10:3: nobody decides outside his mandate).
    """
    gelden = [mandaat for mandaat in mandaten if mandaat.geldt(kader, dag)]
    besluiten = [mandaat for mandaat in gelden if mandaat.bevoegdheid is Bevoegdheid.BESLUIT]
    dekkend = [mandaat for mandaat in besluiten if mandaat.dekt(bedrag_eurocent)]
    alleen = [mandaat for mandaat in dekkend if not mandaat.tweede_handtekening]
    if alleen:
        grens = _hoogste(alleen)
        reden = Reden.ZONDER_GRENS if grens is None else Reden.BINNEN_MANDAAT
        return Mandaatoordeel(Uitkomst.BESLUIT, reden, grens)
    if dekkend:
        return Mandaatoordeel(Uitkomst.TWEEDE_HANDTEKENING, Reden.TWEEDE_NODIG, _hoogste(dekkend))
    if besluiten:
        return Mandaatoordeel(Uitkomst.ALLEEN_ADVIES, Reden.BOVEN_GRENS, _hoogste(besluiten))
    return Mandaatoordeel(Uitkomst.ALLEEN_ADVIES, Reden.ADVISEERT if gelden else Reden.GEEN_MANDAAT)


def _hoogste(mandaten: Sequence[Mandaatwaarde]) -> int | None:
    """Return the highest limit, None when one of them has none."""
    grenzen = [mandaat.tot_bedrag_eurocent for mandaat in mandaten]
    bekend = [grens for grens in grenzen if grens is not None]
    return max(bekend) if len(bekend) == len(grenzen) else None


def mag_afwezigheid_melden(*, zelf: bool, beheert: bool, leidt: bool, deelt_team: bool) -> bool:
    """Return whether somebody may report this absence: oneself, a leader for the own team, beheer for all."""
    return zelf or beheert or (leidt and deelt_team)


def mag_vervangen(*, zelf: bool, vervanger_deelt_team: bool) -> bool:
    """Return whether this substitute may be chosen.

    A substitute gets into the teams of who is away. So who reports oneself chooses a colleague of an own
    team; somebody from elsewhere is a choice for leader or beheer.
    """
    return vervanger_deelt_team or not zelf


class Registratiestand(StrEnum):
    """How a professional registration stands on a day."""

    GEEN = "geen"
    GELDIG = "geldig"
    VERLOOPT = "verloopt"
    VERLOPEN = "verlopen"


WAARSCHUW_VOORAF = timedelta(days=90)


def registratiestand(geldig_tot: date | None, dag: date) -> Registratiestand:
    """Return the state of a registration that is valid up to (not including) `geldig_tot`."""
    if geldig_tot is None:
        return Registratiestand.GEEN
    if geldig_tot <= dag:
        return Registratiestand.VERLOPEN
    return Registratiestand.VERLOOPT if geldig_tot <= dag + WAARSCHUW_VOORAF else Registratiestand.GELDIG
