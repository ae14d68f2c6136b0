"""Facts of the front door for `cijfers`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from samendoen.kernel.api import gebeurtenissen_tot, in_porties, per_onderwerp, verwoord_regels
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen
from samendoen.toegang.models import KANALEN, ROUTES, STATUSSEN, UITKOMSTEN, WETTEN
from samendoen.toegang.rules import dringend, vouw

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
            stand.status.value,
            stand.afgehandeld_op,
            stand.uitkomst or None,
            stand.route or None,
            stand.getrieerd_op,
            dringend(stand.spoed, stand.route),
            regels[0].persoon_id,
        )


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
    ),
    rijen=_rijen,
)
