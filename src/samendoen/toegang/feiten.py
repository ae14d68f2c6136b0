"""Facts of the front door for `cijfers`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from samendoen.kernel.api import (
    Gebeurtenisregel,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen
from samendoen.toegang.events import EROPAF, ContactGezocht, EropafBegonnen, EropafBesloten, EropafVervallen
from samendoen.toegang.models import (
    EROPAFKEUZES,
    EROPAFSTATUSSEN,
    KANALEN,
    MELDERS,
    ROUTES,
    STATUSSEN,
    UITKOMSTEN,
    WETTEN,
    ZORGVRAGERS,
)
from samendoen.toegang.rules import (
    EROPAF_EINDE,
    Poginguitkomst,
    Zorgvrager,
    dringend,
    vouw,
    vouw_eropaf,
)

ONDERWERP = "toegang.melding"
# What this fact tells; of the rest of a melding's life it does not.
_SOORTEN = (
    "toegang.melding_geregistreerd",
    "toegang.melding_getrieerd",
    "toegang.overdracht_opgevolgd",
    "toegang.melding_afgehandeld",
    "toegang.melding_heropend",
    "toegang.melding_ingetrokken",
)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_melding(peilmoment))


def _per_melding(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _melding, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP, peilmoment, _SOORTEN)):
        stand = vouw(verwoord_regels(regels))
        if stand is None:
            continue  # taken down wrongly: the registration was revoked
        yield (
            stand.team,
            stand.ontvangen_op,
            stand.kanaal,
            stand.wet,
            str(stand.status),
            stand.afgehandeld_op,
            stand.uitkomst or None,
            stand.route or None,
            stand.getrieerd_op,
            dringend(stand.spoed, stand.route),
            regels[0].persoon_id,
            stand.melder,
            stand.vrijwillig,
            _ZORGVRAGERS[stand.zorgvrager],
        )


_ZORGVRAGERS = [soort.name.lower() if soort else None for soort in Zorgvrager]


def _namen(teksten: Any) -> dict[str, str]:
    return {code.value: str(tekst) for code, tekst in teksten.items()}


def _code(naam: str, uitleg: str, teksten: Any) -> Kolom:
    return Kolom(naam, "code", "geen", uitleg, benoem=lambda: _namen(teksten))


MELDING = Feitsoort(
    naam="melding",
    korrel="een melding",
    kolommen=(
        Kolom("team", "code", "geen", "team dat de melding kreeg", benoem=getelde_teamnamen),
        Kolom("ontvangen_op", "datum", "geen", "dag van ontvangst"),
        _code("kanaal", "hoe de vraag binnenkwam", KANALEN),
        _code("kader", "wettelijk kader", WETTEN),
        _code("status", "open, afgehandeld of ingetrokken", STATUSSEN),
        Kolom("afgehandeld_op", "datum", "geen", "dag van afhandeling, leeg zolang die er niet is"),
        Kolom(
            "uitkomst",
            "code",
            "geen",
            "hoe het eindigde, leeg zolang het open is",
            benoem=lambda: _namen(UITKOMSTEN),
        ),
        Kolom(
            "route",
            "code",
            "geen",
            "wat triage besloot, leeg zolang dat niet is gebeurd",
            benoem=lambda: _namen(ROUTES),
        ),
        Kolom("getrieerd_op", "datum", "geen", "dag van het triagebesluit, leeg zolang dat er niet is"),
        Kolom("spoed", "janee", "geen", "of er haast bij is: volgens het loket, en daarna volgens triage"),
        Kolom("inwoner", "pseudoniem", "pseudoniem", "om wie het gaat, zonder te zeggen wie"),
        _code("melder", "wie de vraag stelde", MELDERS),
        Kolom("vrijwillig", "janee", "geen", "of de inwoner zelf hulp wil"),
        Kolom(
            "zorgvrager",
            "code",
            "geen",
            "of de inwoner de weg naar hulp vindt, leeg als dat niet bekend is",
            benoem=lambda: {soort.name.lower(): str(ZORGVRAGERS[soort]) for soort in Zorgvrager if soort},
        ),
    ),
    rijen=_rijen,
)


_VAN_EROPAF = tuple(
    soort.soort for soort in (EropafBegonnen, ContactGezocht, EropafBesloten, EropafVervallen)
)


def _trajecten(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_traject(peilmoment))


def _per_traject(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _pad, regels in per_onderwerp(gebeurtenissen_tot(EROPAF, peilmoment, _VAN_EROPAF)):
        rij = _traject(regels)
        if rij is not None:
            yield rij


def _traject(regels: Sequence[Gebeurtenisregel]) -> tuple[Any, ...] | None:
    gebeurd = list(verwoord_regels(regels))
    stand = vouw_eropaf(gebeurd)
    if stand is None:
        return None
    team = next(g.team for _dag, g in gebeurd if isinstance(g, EropafBegonnen))
    pogingen = [(dag, g.uitkomst) for dag, g in gebeurd if isinstance(g, ContactGezocht)]
    contact = min((dag for dag, uit in pogingen if uit != Poginguitkomst.NIET_BEREIKT), default=None)
    einde = [g.besluit for _dag, g in gebeurd if isinstance(g, EropafBesloten) and g.besluit in EROPAF_EINDE]
    return (
        team,
        stand.begonnen_op,
        stand.status,
        stand.beeindigd_op,
        einde[-1] if einde else None,
        contact,
        (contact - stand.begonnen_op).days if contact else None,
        len(pogingen),
        stand.verkenning_op is not None,
    )


TRAJECT = Feitsoort(
    naam="eropaf",
    korrel="een ErOpAf-traject",
    kolommen=(
        Kolom("team", "code", "geen", "team dat begon", benoem=getelde_teamnamen),
        Kolom("begonnen_op", "datum", "geen", "dag waarop triage de vraag naar ErOpAf stuurde"),
        _code("stand", "loopt, losgelaten, overgedragen, verder in een casus of vervallen", EROPAFSTATUSSEN),
        Kolom("beeindigd_op", "datum", "geen", "laatste dag, leeg zolang het loopt"),
        _code("uitkomst", "besluit waarmee het eindigde, leeg zolang dat er niet is", EROPAFKEUZES),
        Kolom("contact_op", "datum", "geen", "dag van het eerste contact, leeg zonder contact"),
        Kolom("dagen_tot_contact", "geheel", "geen", "dagen van begin tot contact, leeg zonder contact"),
        Kolom("pogingen", "geheel", "geen", "hoe vaak contact is gezocht"),
        Kolom("verkennend_onderzoek", "janee", "geen", "of er een verkennend onderzoek was"),
    ),
    rijen=_trajecten,
)
"""Nobody is in it, not even under a pseudonym: few are reached this way, and who says no may stay unknown."""
