"""Pure rules of decisions: statuses and their transitions, terms, amounts, the folds of events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

OUDSTE = timedelta(days=366)
# A decision that lies in a drawer helps nobody: announced within this many days (Awb 3:40: until then it
# does not work).
BEKENDMAKEN_BINNEN = timedelta(days=3)
# So long before an assignment ends somebody asks how to go on (design 02, "taakregel").
VOORAF = timedelta(weeks=8)
EEN_DAG = timedelta(days=1)


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
    HERROEPEN = "herroepen"


class Uitkomst(StrEnum):
    """What was decided. `ingetrokken`: nothing, because the applicant withdrew; only confirmed."""

    TOEGEKEND = "toegekend"
    GEDEELTELIJK = "gedeeltelijk"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


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
    Besluitstatus.BEKENDGEMAAKT: {"herroep": Besluitstatus.HERROEPEN},
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
    Toewijzingstatus.BEEINDIGD: {},
}

GEEFT = frozenset({Uitkomst.TOEGEKEND, Uitkomst.GEDEELTELIJK})
KIESBAAR = (Uitkomst.TOEGEKEND, Uitkomst.GEDEELTELIJK, Uitkomst.AFGEWEZEN)
# Legal frame -> the statutory clock that an application starts: Wmo 2015 art. 2.3.5 lid 2, else Awb 4:13.
TERMIJN_BIJ_AANVRAAG: dict[str, str] = {"wmo": "wmo-besluit", "jeugd": "awb-beslistermijn"}
# Legal frame -> the article that a decision rests on, in kind and as a budget.
GRONDSLAG: dict[tuple[str, Vorm], str] = {
    ("wmo", Vorm.ZIN): "artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015",
    ("wmo", Vorm.PGB): "artikel 2.3.5 en 2.3.6 van de Wet maatschappelijke ondersteuning 2015",
    ("jeugd", Vorm.ZIN): "artikel 2.3 van de Jeugdwet",
    ("jeugd", Vorm.PGB): "artikel 2.3 en 8.1.1 van de Jeugdwet",
}
_WEKEN_PER_JAAR = 52
_DAGEN_PER: dict[Frequentie, Decimal] = {
    Frequentie.PER_WEEK: Decimal(7),
    Frequentie.PER_VIER_WEKEN: Decimal(28),
    Frequentie.PER_MAAND: Decimal("30.4375"),
}


def bedrag_eurocent(prijs: int, omvang: Decimal, frequentie: str, van: date, tot: date | None) -> int:
    """Return what a provision costs: price per unit times volume over its period, `tot` exclusive.

    Begun weeks or months count whole. Without an end: over one year. This is what a mandate is held to.
    """
    if frequentie == Frequentie.TOTAAL:
        keren = Decimal(1)
    else:
        dagen = (tot - van).days if tot else _WEKEN_PER_JAAR * 7
        keren = (Decimal(dagen) / _DAGEN_PER[Frequentie(frequentie)]).to_integral_value(ROUND_CEILING)
    return int((prijs * omvang * keren).to_integral_value(ROUND_HALF_UP))


def honderdste(omvang: Decimal) -> int:
    """Return a volume as an event keeps it: in hundredths."""
    return int((omvang * 100).to_integral_value(ROUND_HALF_UP))


def omvang_tekst(omvang: Decimal) -> str:
    """Return a volume as people write it: "3", "2,5"."""
    return f"{omvang.normalize():f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Besluitstand:
    """What the events say about one decision."""

    besluit: int
    uitkomst: str
    besloten_op: date
    op_tijd: bool | None
    tweede_nodig: bool
    meegetekend: bool = False
    bekendgemaakt_op: date | None = None
    bezwaar_tot: date | None = None


@dataclass(frozen=True, slots=True)
class Aanvraagstand:
    """What the events of one application say about it; `besluit` is the last decision that stands."""

    product: str
    categorie: str
    kader: str
    team: str
    aangevraagd_op: date
    status: Aanvraagstatus
    besluit: Besluitstand | None = None
    herroepen: tuple[int, ...] = ()


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Aanvraagstand | None:
    """Fold (occurred on, event) in order of recording into the application's state; None without events.

    Revoked events are left out by the reader before they come here: a decision that was taken back does
    not appear at all.
    """
    stand: Aanvraagstand | None = None
    for dag, gebeurtenis in gebeurtenissen:
        stand = _stap(stand, dag, gebeurtenis)
    return stand


def _stap(stand: Aanvraagstand | None, dag: date, g: "Gebeurtenissoort") -> Aanvraagstand | None:
    from samendoen.besluiten import events

    match g:
        case events.AanvraagGedaan():
            return Aanvraagstand(g.product, g.categorie, g.kader, g.team, dag, Aanvraagstatus.INGEDIEND)
        case events.BesluitGenomen() if stand:
            nieuw = Besluitstand(g.besluit, g.uitkomst, dag, g.op_tijd, g.tweede_nodig)
            return replace(stand, status=Aanvraagstatus.BESLOTEN, besluit=nieuw)
        case events.BesluitMeegetekend() if stand and stand.besluit and stand.besluit.besluit == g.besluit:
            return replace(stand, besluit=replace(stand.besluit, meegetekend=True))
        case events.BesluitBekendgemaakt() if stand and stand.besluit:
            besluit = replace(stand.besluit, bekendgemaakt_op=dag, bezwaar_tot=g.bezwaar_tot)
            return replace(stand, status=Aanvraagstatus.BEKENDGEMAAKT, besluit=besluit)
        case events.BesluitHerroepen() if stand:
            return replace(stand, herroepen=(*stand.herroepen, g.besluit))
        case events.AanvraagIngetrokken() if stand:
            weg = Besluitstand(g.besluit, Uitkomst.INGETROKKEN, dag, None, False, bekendgemaakt_op=dag)
            return replace(stand, status=Aanvraagstatus.INGETROKKEN, besluit=weg)
        case _:
            return stand


@dataclass(frozen=True, slots=True)
class Voorzieningstand:
    """What the events of one provision say about it; `aanbieder` is the AGB code of the running assignment."""

    product: str
    categorie: str
    kader: str
    team: str
    vorm: str
    honderdste: int
    eenheid: str
    frequentie: str
    van: date
    tot: date | None
    status: Voorzieningstatus
    aanbieder: str = ""
    toegewezen_op: date | None = None


def vouw_voorziening(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Voorzieningstand | None:
    """Fold the events of one provision into its state; None without events. See `vouw`."""
    stand: Voorzieningstand | None = None
    for dag, gebeurtenis in gebeurtenissen:
        stand = _stap_voorziening(stand, dag, gebeurtenis)
    return stand


def _stap_voorziening(
    stand: Voorzieningstand | None, dag: date, g: "Gebeurtenissoort"
) -> Voorzieningstand | None:
    from samendoen.besluiten import events

    match g:
        case events.VoorzieningToegekend():
            velden = g.model_dump(exclude={"besluit"})
            return Voorzieningstand(**velden, status=Voorzieningstatus.GELDT)
        case events.Toegewezen() if stand:
            return replace(stand, aanbieder=g.aanbieder, toegewezen_op=dag)
        case events.ToewijzingBeeindigd() if stand:
            return replace(stand, aanbieder="", toegewezen_op=None)
        case events.VoorzieningHerroepen() if stand:
            return replace(stand, status=Voorzieningstatus.HERROEPEN)
        case _:
            return stand
