"""What advice at the desk plugs in: its fact, its button on Vandaag, and how its events read."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie, gebeurtenissen_tot, in_porties
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import leefgebieden
from samendoen.toegang import events
from samendoen.toegang.models import ANTWOORDSOORTEN, KANALEN


def meld_aan() -> None:
    """Fill the stekkers of advice."""
    stekkers.feit.meld_aan("advies", FEIT)
    stekkers.begin.meld_aan("adviezen", ADVIES)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_adviezen(peilmoment))


def _adviezen(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for r in gebeurtenissen_tot(events.ADVIES, peilmoment, [events.AdviesGegeven.soort]):
        yield r.voorgevallen_op, r.gegevens["kanaal"], r.gegevens["leefgebied"], r.gegevens["antwoord"]


def _namen(teksten: Any) -> dict[str, str]:
    return {code.value: str(tekst) for code, tekst in teksten.items()}


FEIT = Feitsoort(
    naam="advies",
    korrel="een advies zonder dossier",
    kolommen=(
        Kolom("gegeven_op", "datum", "geen", "dag van het advies"),
        Kolom("kanaal", "code", "geen", "hoe de vraag binnenkwam", benoem=lambda: _namen(KANALEN)),
        Kolom("leefgebied", "code", "geen", "waar het over ging, leeg voor iets anders", benoem=leefgebieden),
        Kolom("antwoord", "code", "geen", "soort antwoord", benoem=lambda: _namen(ANTWOORDSOORTEN)),
    ),
    rijen=_rijen,
)
ADVIES = stekkers.Navigatiepunt(
    gettext_lazy("Advies zonder dossier"), "adviezen", Permissie.MELDING_REGISTREREN, 12
)
ZINNEN: dict[str, stekkers.Zin] = {
    events.AdviesGegeven.soort: stekkers.vaste_zin(gettext_lazy("Advies gegeven.")),
    events.AdviesIngetrokken.soort: stekkers.vaste_zin(gettext_lazy("Een advies is ingetrokken.")),
}
