"""Change, extend or end a provision: why that may be, what it does to its assignments, and by which code.

The standard knows one list of reasons for a changed assignment (WMO002, JZ002; the same codes). `REDENEN` is
the table of what happened with the code that says so to a provider.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.besluiten.rules import Frequentie, Vorm


class Verandering(StrEnum):
    """What a decision does with a provision that holds."""

    VERLENGING = "verlenging"
    WIJZIGING = "wijziging"
    BEEINDIGING = "beeindiging"


class RedenWijziging(StrEnum):
    """The codes of WMO002 and JZ002. 01 lapsed with release 3.1 and is never sent."""

    VERVALLEN = "01"
    OVERLEDEN = "02"
    CONTRACT = "03"
    VERLENGD = "04"
    VERKORT = "05"
    ANDER_DOMEIN = "06"
    VERHUISD = "07"
    LEVERINGSVORM = "08"
    ANDERE_AANBIEDER = "09"
    BEKOSTIGING = "10"
    HERINDELING = "11"
    AANBIEDER = "12"
    VERWIJDERD = "13"
    CORRECTIE = "14"


class Reden(StrEnum):
    """Why a provision is extended, changed or ended."""

    NOG_NODIG = "nog_nodig"
    OP_VERZOEK_AANBIEDER = "op_verzoek_aanbieder"
    MEER_OF_MINDER = "meer_of_minder"
    ANDERE_VORM = "andere_vorm"
    ANDERE_AANBIEDER = "andere_aanbieder"
    CONTRACT = "contract"
    BEKOSTIGING = "bekostiging"
    CORRECTIE = "correctie"
    DOEL_BEREIKT = "doel_bereikt"
    WENS_INWONER = "wens_inwoner"
    NIET_MEER_NODIG = "niet_meer_nodig"
    OVERLIJDEN = "overlijden"
    VERHUIZING = "verhuizing"
    ANDERE_WET = "andere_wet"
    HERINDELING = "herindeling"
    NA_STOP = "na_stop"
    TEN_ONRECHTE = "ten_onrechte"


@dataclass(frozen=True, slots=True)
class Redenregel:
    """One line of the table. `terug`: it may work from a day before it was announced, since the resident
    knew, or nobody is harmed; what is decided about somebody else's needs works afterwards only."""

    reden: Reden
    bij: frozenset[Verandering]
    code: RedenWijziging
    terug: bool = False


_V, _W, _B = (frozenset({soort}) for soort in Verandering)
REDENEN: dict[Reden, Redenregel] = {
    regel.reden: regel
    for regel in (
        Redenregel(Reden.NOG_NODIG, _V, RedenWijziging.VERLENGD, terug=True),
        Redenregel(Reden.OP_VERZOEK_AANBIEDER, _V | _W | _B, RedenWijziging.AANBIEDER),
        Redenregel(Reden.MEER_OF_MINDER, _W, RedenWijziging.VERKORT),
        Redenregel(Reden.ANDERE_VORM, _W, RedenWijziging.LEVERINGSVORM),
        Redenregel(Reden.ANDERE_AANBIEDER, _W, RedenWijziging.ANDERE_AANBIEDER),
        Redenregel(Reden.CONTRACT, _W | _B, RedenWijziging.CONTRACT),
        Redenregel(Reden.BEKOSTIGING, _W, RedenWijziging.BEKOSTIGING),
        Redenregel(Reden.CORRECTIE, _V | _W, RedenWijziging.CORRECTIE, terug=True),
        Redenregel(Reden.DOEL_BEREIKT, _B, RedenWijziging.VERKORT),
        Redenregel(Reden.WENS_INWONER, _B, RedenWijziging.VERKORT, terug=True),
        Redenregel(Reden.NIET_MEER_NODIG, _B, RedenWijziging.VERKORT),
        Redenregel(Reden.OVERLIJDEN, _B, RedenWijziging.OVERLEDEN, terug=True),
        Redenregel(Reden.VERHUIZING, _B, RedenWijziging.VERHUISD, terug=True),
        Redenregel(Reden.ANDERE_WET, _B, RedenWijziging.ANDER_DOMEIN),
        Redenregel(Reden.HERINDELING, _B, RedenWijziging.HERINDELING),
        Redenregel(Reden.NA_STOP, _B, RedenWijziging.CORRECTIE, terug=True),
        Redenregel(Reden.TEN_ONRECHTE, _B, RedenWijziging.CORRECTIE, terug=True),
    )
}
"""Whatever the reason: what ends before it began is removed (13, Einddatum = Ingangsdatum)."""
BIJ_TOEWIJZING = (
    Reden.ANDERE_AANBIEDER,
    Reden.CONTRACT,
    Reden.OP_VERZOEK_AANBIEDER,
    Reden.NA_STOP,
    Reden.CORRECTIE,
)
"""Why one provider stops while the provision itself holds: no decision, since the resident keeps the help."""


def redenen_bij(verandering: Verandering) -> tuple[Reden, ...]:
    """Return the reasons that fit, in the order of the table."""
    return tuple(regel.reden for regel in REDENEN.values() if verandering in regel.bij)


def mag_vanaf(reden: Reden, per: date, bekend_op: date) -> bool:
    """Tell whether a change may begin on `per` when it is announced on this day."""
    return REDENEN[reden].terug or per > bekend_op


@dataclass(frozen=True, slots=True)
class Wat:
    """What is granted. `tot` is the first day no longer; `honderdste` the volume; `aanbieder` an id."""

    van: date
    tot: date | None
    honderdste: int
    frequentie: str
    vorm: str
    aanbieder: int | None


def code_van(reden: Reden, oud: Wat, nieuw: Wat) -> RedenWijziging:
    """Return the code for who gave it: a budget, or somebody else, says more than "less"."""
    code = REDENEN[reden].code
    if oud.vorm != nieuw.vorm:
        return RedenWijziging.LEVERINGSVORM
    if code is RedenWijziging.VERKORT and nieuw.aanbieder not in (None, oud.aanbieder):
        return RedenWijziging.ANDERE_AANBIEDER
    return code


@dataclass(frozen=True, slots=True)
class Loopt:
    """An assignment that ever began; `geldt`: it was not ended, though its last day may be past."""

    toewijzing: int
    aanbieder: int
    van: date
    tot: date | None
    geldt: bool

    def tot_na(self, dag: date) -> bool:
        """Tell whether it goes on after this day."""
        return self.tot is None or self.tot > dag


@dataclass(frozen=True, slots=True)
class Aanpassing:
    """What becomes of an assignment. `eindigt`: it holds no longer, another one goes on or nobody does.

    Without a code the provider need not hear it: it was over by itself.
    """

    toewijzing: int
    tot: date | None
    code: RedenWijziging | None
    eindigt: bool


@dataclass(frozen=True, slots=True)
class Nieuw:
    """An assignment to make, with a number of its own (IV066)."""

    aanbieder: int
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What follows for the assignments of a provision."""

    aanpassingen: tuple[Aanpassing, ...] = ()
    nieuw: Nieuw | None = None


def splitst(oud: Wat, nieuw: Wat, per: date) -> bool:
    """Tell whether a change ends the provision and begins another one (IV066, OP257).

    Who gives it, and a total over the whole period, may be changed in what there is; another volume per week
    or month, another form, or anything before it began, may not.
    """
    if nieuw.vorm != oud.vorm or per <= oud.van:
        return True
    ander = nieuw.aanbieder != oud.aanbieder
    if oud.frequentie == Frequentie.TOTAAL:
        return ander
    return nieuw.honderdste != oud.honderdste


def verleng(oud: Wat, nieuw: Wat, loopt: Sequence[Loopt], code: RedenWijziging, vandaag: date) -> Gevolg:
    """Return what an extension does: the last day moves (OP380); what is over gets a new number.

    Also one that was to end early, and is not over yet, goes on.
    """
    laatste = max(loopt, key=lambda t: (t.van, t.geldt, t.toewijzing), default=None)
    if laatste is not None and laatste.tot == oud.tot and laatste.tot_na(vandaag):
        return Gevolg((Aanpassing(laatste.toewijzing, nieuw.tot, code, eindigt=False),))
    if laatste is None or nieuw.vorm != Vorm.ZIN or oud.tot is None:
        return Gevolg()
    over = tuple(Aanpassing(t.toewijzing, t.tot, None, eindigt=True) for t in loopt if t.geldt)
    return Gevolg(over, Nieuw(laatste.aanbieder, oud.tot, nieuw.tot))


def wijzig(oud: Wat, nieuw: Wat, per: date, loopt: Sequence[Loopt], code: RedenWijziging) -> Gevolg:
    """Return what a change does from `per` on. `nieuw.aanbieder` None: who gives it now, goes on."""
    geldt = next((t for t in loopt if t.geldt), None)
    wie = nieuw.aanbieder or (geldt.aanbieder if geldt is not None else None)
    zelfde = geldt is not None and wie == geldt.aanbieder and geldt.tot_na(per)
    if geldt is not None and zelfde and not splitst(oud, nieuw, per):
        return Gevolg((Aanpassing(geldt.toewijzing, nieuw.tot, code, eindigt=False),))
    einden = eindig(loopt, per, code)
    return Gevolg(einden, Nieuw(wie, per, nieuw.tot) if wie and nieuw.vorm == Vorm.ZIN else None)


def eindig(loopt: Iterable[Loopt], per: date, code: RedenWijziging) -> tuple[Aanpassing, ...]:
    """Return how assignments end when nobody in them gives anything any more from `per` on."""
    return tuple(
        Aanpassing(t.toewijzing, t.van, RedenWijziging.VERWIJDERD, eindigt=True)
        if per <= t.van
        else Aanpassing(t.toewijzing, per, code, eindigt=True)
        if t.tot_na(per)
        else Aanpassing(t.toewijzing, t.tot, None, eindigt=True)
        for t in loopt
        if t.geldt or t.tot_na(per)
    )


# Legal frame, what is done -> the article that it rests on (Wmo 2015 art. 2.3.9: review; 2.3.10: revise).
GRONDSLAG: dict[tuple[str, Verandering], str] = {
    ("wmo", Verandering.VERLENGING): "artikel 2.3.5 en 2.3.9 van de Wet maatschappelijke ondersteuning 2015",
    ("wmo", Verandering.WIJZIGING): "artikel 2.3.9 en 2.3.10 van de Wet maatschappelijke ondersteuning 2015",
    ("wmo", Verandering.BEEINDIGING): "artikel 2.3.10 van de Wet maatschappelijke ondersteuning 2015",
    ("jeugd", Verandering.VERLENGING): "artikel 2.3 van de Jeugdwet",
    ("jeugd", Verandering.WIJZIGING): "artikel 2.3 van de Jeugdwet",
    ("jeugd", Verandering.BEEINDIGING): "artikel 2.3 van de Jeugdwet",
}
GRONDSLAG_VERHUIZING: dict[str, str] = {
    "wmo": "artikel 1.2.1 en 2.3.10 van de Wet maatschappelijke ondersteuning 2015",
    "jeugd": "artikel 1.1 (woonplaats) en 2.3 van de Jeugdwet",
}


def grondslag(wet: str, verandering: Verandering, reden: Reden, eigen: str = "") -> str:
    """Return the article that a change rests on; `eigen` is that of the product itself."""
    if eigen:
        return eigen
    if reden is Reden.VERHUIZING:
        return GRONDSLAG_VERHUIZING[wet]
    return GRONDSLAG[wet, verandering]
