"""Pure rules of decisions: statuses and their transitions, terms, amounts, the folds of events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

OUDSTE = timedelta(days=366)
"""An application, or the first day of a provision, lies no further from the day of deciding than this."""
# So long after a provision ends the back office can still read the dossier, to settle what remains.
NALOOP = timedelta(weeks=8)
EEN_DAG = timedelta(days=1)
# Youth help is for who is younger than this (Jeugdwet art. 1.1).
JEUGD_TOT = 23


class Aanvraagstatus(StrEnum):
    """Where an application stands."""

    INGEDIEND = "ingediend"
    BESLOTEN = "besloten"
    BEKENDGEMAAKT = "bekendgemaakt"
    INGETROKKEN = "ingetrokken"


class Besluitstatus(StrEnum):
    """Where a decision stands: it works from its announcement (Awb art. 3:40)."""

    GENOMEN = "genomen"
    TERUGGENOMEN = "teruggenomen"
    BEKENDGEMAAKT = "bekendgemaakt"
    GEWIJZIGD = "gewijzigd"
    HERROEPEN = "herroepen"


class Uitkomst(StrEnum):
    """What was decided. `ingetrokken`: nothing, because the applicant withdrew; only confirmed. `beeindigd`:
    what was granted before, ends (see rules.wijziging)."""

    TOEGEKEND = "toegekend"
    GEDEELTELIJK = "gedeeltelijk"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
    BEEINDIGD = "beeindigd"


class Vorm(StrEnum):
    """In kind, or a budget to buy it (Wmo 2015 art. 2.3.6, Jeugdwet art. 8.1.1)."""

    ZIN = "zin"
    PGB = "pgb"


class Eenheid(StrEnum):
    """In what a provision is counted."""

    UUR = "uur"
    DAGDEEL = "dagdeel"
    ETMAAL = "etmaal"
    RIT = "rit"
    STUK = "stuk"
    EURO = "euro"


class Toewijzingswijze(StrEnum):
    """How closely a provider is told what to give: a product and a volume, a category (with a budget or not)
    and the provider chooses the product, or a budget alone for what is needed."""

    SPECIFIEK = "specifiek"
    ASPECIFIEK = "aspecifiek"
    ASPECIFIEK_BUDGET = "aspecifiek_budget"
    GENERIEK = "generiek"


class Frequentie(StrEnum):
    """Per what a volume is granted."""

    PER_WEEK = "per_week"
    PER_VIER_WEKEN = "per_vier_weken"
    PER_MAAND = "per_maand"
    TOTAAL = "totaal"


class Voorzieningstatus(StrEnum):
    """Where a provision stands: it follows its decision."""

    VOORGENOMEN = "voorgenomen"
    GELDT = "geldt"
    VERVALLEN = "vervallen"
    HERROEPEN = "herroepen"


class Toewijzingstatus(StrEnum):
    """Where an assignment to a provider stands."""

    GELDT = "geldt"
    BEEINDIGD = "beeindigd"


# status -> action -> status
AANVRAAG_OVERGANGEN: dict[Aanvraagstatus, dict[str, Aanvraagstatus]] = {
    Aanvraagstatus.INGEDIEND: {
        "besluit": Aanvraagstatus.BESLOTEN,
        "trek_in": Aanvraagstatus.INGETROKKEN,
    },
    Aanvraagstatus.BESLOTEN: {
        "maak_bekend": Aanvraagstatus.BEKENDGEMAAKT,
        "neem_terug": Aanvraagstatus.INGEDIEND,
        "neem_herziening_terug": Aanvraagstatus.BEKENDGEMAAKT,
    },
    Aanvraagstatus.BEKENDGEMAAKT: {"herzie": Aanvraagstatus.BESLOTEN},
    Aanvraagstatus.INGETROKKEN: {},
}
BESLUIT_OVERGANGEN: dict[Besluitstatus, dict[str, Besluitstatus]] = {
    Besluitstatus.GENOMEN: {
        "maak_bekend": Besluitstatus.BEKENDGEMAAKT,
        "neem_terug": Besluitstatus.TERUGGENOMEN,
    },
    Besluitstatus.TERUGGENOMEN: {},
    Besluitstatus.BEKENDGEMAAKT: {"herroep": Besluitstatus.HERROEPEN, "wijzig": Besluitstatus.GEWIJZIGD},
    Besluitstatus.GEWIJZIGD: {},
    Besluitstatus.HERROEPEN: {},
}
VOORZIENING_OVERGANGEN: dict[Voorzieningstatus, dict[str, Voorzieningstatus]] = {
    Voorzieningstatus.VOORGENOMEN: {
        "maak_bekend": Voorzieningstatus.GELDT,
        "neem_terug": Voorzieningstatus.VERVALLEN,
    },
    Voorzieningstatus.GELDT: {"herroep": Voorzieningstatus.HERROEPEN},
    Voorzieningstatus.VERVALLEN: {},
    Voorzieningstatus.HERROEPEN: {},
}
TOEWIJZING_OVERGANGEN: dict[Toewijzingstatus, dict[str, Toewijzingstatus]] = {
    Toewijzingstatus.GELDT: {"beeindig": Toewijzingstatus.BEEINDIGD},
    Toewijzingstatus.BEEINDIGD: {"hervat": Toewijzingstatus.GELDT},
}

MET_BUDGET = frozenset({Toewijzingswijze.ASPECIFIEK_BUDGET, Toewijzingswijze.GENERIEK})
"""What is granted is an amount in euros over the whole period, so it has an end (CD075)."""
GEEFT = frozenset({Uitkomst.TOEGEKEND, Uitkomst.GEDEELTELIJK})
KIESBAAR = (Uitkomst.TOEGEKEND, Uitkomst.GEDEELTELIJK, Uitkomst.AFGEWEZEN)
# Legal frame -> the statutory clock that an application starts: Wmo 2015 art. 2.3.5 lid 2, else Awb 4:13.
# Both laws ask that the decision is *given* in time; it is given when it was made known to the applicant
# (Awb art. 3:40, 3:41). So it is the announcement that stops the clock, not the signature.
TERMIJN_BIJ_AANVRAAG: dict[str, str] = {
    "wmo": "wmo-besluit",
    "jeugd": "awb-beslistermijn",
    "geen": "awb-beslistermijn",
}
# Legal frame -> the article that a decision rests on, in kind and as a budget.
GRONDSLAG: dict[tuple[str, Vorm], str] = {
    ("wmo", Vorm.ZIN): "artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015",
    ("wmo", Vorm.PGB): "artikel 2.3.5 en 2.3.6 van de Wet maatschappelijke ondersteuning 2015",
    ("jeugd", Vorm.ZIN): "artikel 2.3 van de Jeugdwet",
    ("jeugd", Vorm.PGB): "artikel 2.3 en 8.1.1 van de Jeugdwet",
}
# A decision that replaces one (Wmo 2015 art. 2.3.9, 2.3.10) rests on these.
GRONDSLAG_HERZIENING: dict[str, str] = {
    "wmo": "artikel 2.3.9 en 2.3.10 van de Wet maatschappelijke ondersteuning 2015",
    "jeugd": "artikel 2.3 van de Jeugdwet",
}


def grondslag(wet: str, vorm: str, *, geeft: bool, herziet: bool, eigen: str = "") -> str:
    """Return the article that a decision under this law rests on; `eigen` is that of the product itself."""
    if eigen:
        return eigen
    if herziet:
        return GRONDSLAG_HERZIENING[wet]
    return GRONDSLAG[wet, Vorm(vorm) if geeft else Vorm.ZIN]


# Unit -> the most that fits in a week: more is a slip of the pen.
MEESTE_PER_WEEK: dict[Eenheid, int] = {Eenheid.UUR: 168, Eenheid.DAGDEEL: 21, Eenheid.ETMAAL: 7}
GROOTSTE = Decimal("99999.99")
_KEREN_PER_JAAR: dict[Frequentie, int] = {
    Frequentie.PER_WEEK: 52,
    Frequentie.PER_VIER_WEKEN: 13,
    Frequentie.PER_MAAND: 12,
}
_WEKEN: dict[Frequentie, int] = {Frequentie.PER_WEEK: 1, Frequentie.PER_VIER_WEKEN: 4}


def keren(frequentie: str, van: date, tot: date | None) -> int:
    """Return how often a volume is given in a period, `tot` exclusive: begun weeks and months count whole.

    Without an end: over one year.
    """
    soort = Frequentie(frequentie)
    if soort is Frequentie.TOTAAL:
        return 1
    if tot is None:
        return _KEREN_PER_JAAR[soort]
    if soort is Frequentie.PER_MAAND:
        return (tot.year - van.year) * 12 + tot.month - van.month + (tot.day > van.day)
    dagen = 7 * _WEKEN[soort]
    return -(-(tot - van).days // dagen)


def bedrag_eurocent(prijs: int, omvang: Decimal, frequentie: str, van: date, tot: date | None) -> int:
    """Return what a provision costs: price per unit times volume over its period, `tot` exclusive.

    This is what a mandate is held to; without an end it is the cost of one year.
    """
    return int((prijs * omvang * keren(frequentie, van, tot)).to_integral_value(ROUND_HALF_UP))


def past_in_de_week(omvang: Decimal, eenheid: str, frequentie: str) -> bool:
    """Tell whether a volume fits in the hours and days that there are."""
    meeste, weken = MEESTE_PER_WEEK.get(Eenheid(eenheid)), _WEKEN.get(Frequentie(frequentie))
    return meeste is None or weken is None or omvang <= meeste * weken


def honderdste(omvang: Decimal) -> int:
    """Return a volume as an event keeps it: in hundredths."""
    return int((omvang * 100).to_integral_value(ROUND_HALF_UP))


def omvang_tekst(omvang: Decimal) -> str:
    """Return a volume as people write it: "3", "2,5"."""
    return f"{omvang.normalize():f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Besluitstand:
    """What the events say about one decision.

    `op_tijd`: taken within the term; `bekend_op_tijd`: given within the term, which is what the law asks.
    Both are None for what is no first decision.
    """

    besluit: int
    uitkomst: str
    besloten_op: date
    op_tijd: bool | None
    tweede_nodig: bool
    bedrag_eurocent: int = 0
    herziet: int | None = None
    meegetekend: bool = False
    bekendgemaakt_op: date | None = None
    bekend_op_tijd: bool | None = None
    bezwaar_tot: date | None = None
    verandering: str = ""


@dataclass(frozen=True, slots=True)
class Aanvraagstand:
    """What the events of one application say about it; `besluit` is the last decision that stands, `advies`
    what was advised last. `melding`, `route` and `bewijs` are of one along a short route; `over` is the
    provision that it asks to change, `gewijzigd` the decisions that a later one changed."""

    product: str
    categorie: str
    kader: str
    team: str
    aangevraagd_op: date
    status: Aanvraagstatus
    actie: int | None = None
    besluit: Besluitstand | None = None
    advies: str = ""
    herroepen: tuple[int, ...] = ()
    melding: int | None = None
    route: str = ""
    bewijs: tuple[str, ...] = ()
    over: int | None = None
    gewijzigd: tuple[int, ...] = ()


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Aanvraagstand | None:
    """Fold (occurred on, event) in order of recording into the application's state; None without events.

    Revoked events are left out by the reader before they come here: a decision that was taken back does
    not appear at all.
    """
    stand: Aanvraagstand | None = None
    for dag, g in gebeurtenissen:
        stap = _STAP.get(g.soort)
        if g.soort == "besluiten.aanvraag_gedaan":
            stand = _gedaan(dag, g)
        elif stap is not None and stand is not None:
            stand = stap(stand, dag, g)
    return stand


def _gedaan(dag: date, g: Any) -> Aanvraagstand:
    return Aanvraagstand(g.product, g.categorie, g.kader, g.team, dag, Aanvraagstatus.INGEDIEND, g.actie)


def _genomen(stand: Aanvraagstand, dag: date, g: Any) -> Aanvraagstand:
    nieuw = Besluitstand(
        g.besluit, g.uitkomst, dag, g.op_tijd, g.tweede_nodig, g.bedrag_eurocent, herziet=g.herziet
    )
    return replace(stand, status=Aanvraagstatus.BESLOTEN, besluit=nieuw)


def _veranderd(stand: Aanvraagstand, dag: date, g: Any) -> Aanvraagstand:
    if stand.besluit is None or stand.besluit.besluit != g.besluit:
        return stand
    return replace(stand, besluit=replace(stand.besluit, verandering=g.verandering))


def _meegetekend(stand: Aanvraagstand, dag: date, g: Any) -> Aanvraagstand:
    """A signature under a decision that was taken back later says nothing any more."""
    if stand.besluit is None or stand.besluit.besluit != g.besluit:
        return stand
    return replace(stand, besluit=replace(stand.besluit, meegetekend=True))


def _bekendgemaakt(stand: Aanvraagstand, dag: date, g: Any) -> Aanvraagstand:
    if stand.besluit is None:
        return stand
    besluit = replace(
        stand.besluit, bekendgemaakt_op=dag, bekend_op_tijd=g.op_tijd, bezwaar_tot=g.bezwaar_tot
    )
    return replace(stand, status=Aanvraagstatus.BEKENDGEMAAKT, besluit=besluit)


def _ingetrokken(stand: Aanvraagstand, dag: date, g: Any) -> Aanvraagstand:
    bevestigd = Besluitstand(
        g.besluit, Uitkomst.INGETROKKEN, dag, None, tweede_nodig=False, bekendgemaakt_op=dag
    )
    return replace(stand, status=Aanvraagstatus.INGETROKKEN, besluit=bevestigd)


_STAP: dict[str, Callable[[Aanvraagstand, date, Any], Aanvraagstand]] = {
    "besluiten.langs_korte_route": lambda stand, _dag, g: replace(
        stand, melding=g.melding, route=g.route, bewijs=g.bewijs
    ),
    "besluiten.advies_gegeven": lambda stand, _dag, g: replace(stand, advies=g.uitkomst),
    "besluiten.besluit_genomen": _genomen,
    "besluiten.besluit_gewijzigd": lambda stand, _dag, g: replace(
        stand, gewijzigd=(*stand.gewijzigd, g.besluit)
    ),
    "besluiten.wijziging_besloten": _veranderd,
    "besluiten.wijziging_gevraagd": lambda stand, _dag, g: replace(stand, over=g.voorziening),
    "besluiten.besluit_meegetekend": _meegetekend,
    "besluiten.besluit_bekendgemaakt": _bekendgemaakt,
    "besluiten.besluit_herroepen": lambda stand, _dag, g: replace(
        stand, herroepen=(*stand.herroepen, g.besluit)
    ),
    "besluiten.aanvraag_ingetrokken": _ingetrokken,
}
