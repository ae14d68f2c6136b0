"""Rules of the investigation: its statuses, two writers on one text, what is still missing.

The questions are those of Wmo 2015 art. 2.3.2 lid 4. How many life domains one walks is a choice: a ramp
does not ask twelve.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

LAAGSTE, HOOGSTE = 1, 10
"""A resident gives a mark as at school."""


class Onderzoekstatus(StrEnum):
    """Where an investigation stands. At most one of a casus runs."""

    LOOPT = "loopt"
    AFGEROND = "afgerond"
    WEGGEGOOID = "weggegooid"


class Clientondersteuning(StrEnum):
    """Whether free independent support was offered (Wmo 2015 art. 2.2.4, 2.3.2 lid 3)."""

    JA = "ja"
    AFGEZIEN = "afgezien"
    NEE = "nee"


class EigenPlan(StrEnum):
    """Whether the resident has a plan of their own (Wmo 2015 art. 2.3.2 lid 2, Jeugdwet art. 4.1.2)."""

    GEEN = "geen"
    PERSOONLIJK = "persoonlijk"
    FAMILIEGROEP = "familiegroep"


class Verteld(StrEnum):
    """What the law asks to tell or to establish during the investigation."""

    BIJDRAGE = "bijdrage"
    PGB = "pgb"
    IDENTITEIT = "identiteit"


# status -> action -> status
ONDERZOEK_OVERGANGEN: dict[Onderzoekstatus, dict[str, Onderzoekstatus]] = {
    Onderzoekstatus.LOOPT: {"verstuur": Onderzoekstatus.AFGEROND, "gooi_weg": Onderzoekstatus.WEGGEGOOID},
    Onderzoekstatus.AFGEROND: {},
    Onderzoekstatus.WEGGEGOOID: {},
}


def merk(waarde: str) -> str:
    """Return a short sign of a text: two texts with the same sign are the same text."""
    return sha256(waarde.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What two writers mean together: which fields become another, on which they clash, and which the
    other one changed while this writer left them alone."""

    anders: tuple[str, ...]
    botst: tuple[str, ...]
    van_ander: tuple[str, ...]


def voeg_samen(
    staand: Mapping[str, str], mijn: Mapping[str, str], gelezen: Mapping[str, str]
) -> Samenvoeging:
    """Compare what stands there, what somebody sends, and the signs (`merk`) of what that somebody read.

    A field without a sign was read as empty. Nothing is overwritten that the writer has not seen: a field
    that both changed, each to something else, clashes.
    """
    leeg = merk("")
    anders, botst, van_ander = [], [], []
    for veld, waarde in mijn.items():
        nu, toen = staand[veld], gelezen.get(veld, leeg)
        if waarde == nu:
            continue
        if merk(nu) == toen:
            anders.append(veld)
        elif merk(waarde) == toen:
            van_ander.append(veld)
        else:
            botst.append(veld)
    return Samenvoeging(tuple(anders), tuple(botst), tuple(van_ander))


class Onderdeel(StrEnum):
    """What an investigation looks at, in the order in which one reads it."""

    LEEFGEBIED = "leefgebied"
    BEHOEFTE = "behoefte"
    EIGEN_KRACHT = "eigen_kracht"
    NETWERK = "netwerk"
    MANTELZORG = "mantelzorg"
    ALGEMEEN = "algemeen"
    SAMENWERKING = "samenwerking"
    BIJDRAGE = "bijdrage"
    PGB = "pgb"
    EIGEN_PLAN = "eigen_plan"
    CLIENTONDERSTEUNING = "clientondersteuning"
    IDENTITEIT = "identiteit"
    CONCLUSIE = "conclusie"


_OVERAL = "*"
WMO, JEUGD = "wmo", "jeugd"
GRONDSLAG: dict[Onderdeel, dict[str, str]] = {
    Onderdeel.LEEFGEBIED: {_OVERAL: ""},
    Onderdeel.BEHOEFTE: {
        WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder a",
        JEUGD: "Jeugdwet artikel 2.3 lid 4",
        _OVERAL: "",
    },
    Onderdeel.EIGEN_KRACHT: {
        WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder b",
        JEUGD: "Jeugdwet artikel 2.3 lid 1",
        _OVERAL: "",
    },
    Onderdeel.NETWERK: {
        WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder c",
        JEUGD: "Jeugdwet artikel 2.3 lid 1",
        _OVERAL: "",
    },
    Onderdeel.MANTELZORG: {WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder d"},
    Onderdeel.ALGEMEEN: {WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder e", _OVERAL: ""},
    Onderdeel.SAMENWERKING: {WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder f"},
    Onderdeel.BIJDRAGE: {WMO: "Wmo 2015 artikel 2.3.2 lid 4 onder g"},
    Onderdeel.PGB: {WMO: "Wmo 2015 artikel 2.3.2 lid 6"},
    Onderdeel.EIGEN_PLAN: {
        WMO: "Wmo 2015 artikel 2.3.2 lid 2 en lid 5",
        JEUGD: "Jeugdwet artikel 4.1.2",
    },
    Onderdeel.CLIENTONDERSTEUNING: {
        WMO: "Wmo 2015 artikel 2.3.2 lid 3",
        _OVERAL: "Wmo 2015 artikel 2.2.4",
    },
    Onderdeel.IDENTITEIT: {WMO: "Wmo 2015 artikel 2.3.4"},
    Onderdeel.CONCLUSIE: {WMO: "Wmo 2015 artikel 2.3.2 lid 8", _OVERAL: ""},
}
"""Under which law a part is asked, and by which article ("": good practice); left out: not asked there."""


def grondslag(onderdeel: Onderdeel, wet: str) -> str | None:
    """Return the article that asks this under a law, "" for good practice, None when it is not asked."""
    per_wet = GRONDSLAG[onderdeel]
    return per_wet.get(wet, per_wet.get(_OVERAL))


@dataclass(frozen=True, slots=True)
class Gebiedsbeeld:
    """A life domain as the checklist sees it: which parts have something in them."""

    code: str
    gevuld: frozenset[str]


@dataclass(frozen=True, slots=True)
class Persoonsbeeld:
    """Somebody as the checklist sees them."""

    wet: str
    gebieden: tuple[Gebiedsbeeld, ...]
    gevuld: frozenset[str]
    clientondersteuning: str = ""
    eigen_plan: str = ""
    verteld: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gemis:
    """What is still missing, by which article it is asked, and on which life domains ((): on none or all)."""

    onderdeel: Onderdeel
    grondslag: str
    gebieden: tuple[str, ...] = ()


def ontbreekt(beeld: Persoonsbeeld) -> tuple[Gemis, ...]:
    """Return what the investigation of somebody still misses. It informs; it stops nobody."""
    gemist = []
    for onderdeel in Onderdeel:
        artikel = grondslag(onderdeel, beeld.wet)
        if artikel is None:
            continue
        mis, gebieden = _TOETS[onderdeel](beeld)
        if mis:
            gemist.append(Gemis(onderdeel, artikel, gebieden))
    return tuple(gemist)


Toets = Callable[[Persoonsbeeld], tuple[bool, tuple[str, ...]]]


def _per_gebied(*velden: str) -> Toets:
    """Ask that every chosen life domain has one of these filled in; names those that do not."""

    def toets(beeld: Persoonsbeeld) -> tuple[bool, tuple[str, ...]]:
        leeg = tuple(g.code for g in beeld.gebieden if not g.gevuld & set(velden))
        return bool(leeg), leeg

    return toets


def _behoefte(beeld: Persoonsbeeld) -> tuple[bool, tuple[str, ...]]:
    leeg = tuple(g.code for g in beeld.gebieden if not {"situatie", "wens"} <= g.gevuld)
    return bool(leeg), leeg


def _eigen_plan(beeld: Persoonsbeeld) -> tuple[bool, tuple[str, ...]]:
    onbeantwoord = beeld.eigen_plan != EigenPlan.GEEN and "plan_antwoord" not in beeld.gevuld
    return not beeld.eigen_plan or onbeantwoord, ()


_TOETS: dict[Onderdeel, Toets] = {
    Onderdeel.LEEFGEBIED: lambda b: (not b.gebieden, ()),
    Onderdeel.BEHOEFTE: _behoefte,
    Onderdeel.EIGEN_KRACHT: _per_gebied("eigen_kracht"),
    Onderdeel.NETWERK: _per_gebied("netwerk"),
    # Whoever cares for somebody does so on several domains: said once is enough.
    Onderdeel.MANTELZORG: lambda b: (not any("mantelzorg" in g.gevuld for g in b.gebieden), ()),
    Onderdeel.ALGEMEEN: _per_gebied("algemeen", "aanbod"),
    Onderdeel.SAMENWERKING: lambda b: ("samenwerking" not in b.gevuld, ()),
    Onderdeel.BIJDRAGE: lambda b: (Verteld.BIJDRAGE not in b.verteld, ()),
    Onderdeel.PGB: lambda b: (Verteld.PGB not in b.verteld, ()),
    Onderdeel.EIGEN_PLAN: _eigen_plan,
    Onderdeel.CLIENTONDERSTEUNING: lambda b: (b.clientondersteuning in ("", Clientondersteuning.NEE), ()),
    Onderdeel.IDENTITEIT: lambda b: (Verteld.IDENTITEIT not in b.verteld, ()),
    Onderdeel.CONCLUSIE: lambda b: ("conclusie" not in b.gevuld, ()),
}
