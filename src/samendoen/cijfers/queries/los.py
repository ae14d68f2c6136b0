"""One figure by itself, for a page that shows it beside something else."""

from dataclasses import dataclass
from typing import Any

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.queries.kruis import NIETS
from samendoen.cijfers.queries.overzicht import NIVEAUS, elders_gemeten, nieuwste_van, past_bij
from samendoen.cijfers.queries.tabellen import nieuwste_dag
from samendoen.kernel.api import Actor
from samendoen.schil.api import datum_zonder_dag


@dataclass(frozen=True, slots=True)
class Cijfer:
    """The newest figure of an indicator, as people read it; `waarde` is "" when there is none yet."""

    code: str
    naam: str
    waarde: str
    periode: str
    peildatum: str


def indicatorlijst(zoek: str = "") -> list[dict[str, Any]]:
    """Return every definition with all words of `zoek`, by level and code: what can be asked, and how.

    Definitions are no figures: anybody may read them.
    """
    tellen, elders = definities.indicatoren().values(), definities.externe_indicatoren().values()
    alle: list[Indicator | Extern] = [*tellen, *elders]
    alle.sort(key=lambda i: (list(NIVEAUS).index(i.niveau), i.code))
    return [
        {
            "code": i.code,
            "naam": i.naam,
            "niveau": i.niveau,
            "soort": i.soort,
            "openbaar": i.soort == "extern" or i.openbaar,
            "uitsplitsingen": [] if i.soort == "extern" else list(i.uitsplitsingen),
        }
        for i in alle
        if past_bij(i, zoek)
    ]


def indicatornamen() -> dict[str, str]:
    """Return every indicator by code, with its name."""
    alle = {**definities.indicatoren(), **definities.externe_indicatoren()}
    return {code: indicator.naam for code, indicator in sorted(alle.items())}


def nieuwste_cijfer(door: Actor, code: str) -> Cijfer | None:
    """Return the newest figure of an indicator, None for one that does not exist.

    Under the rights of `door`: as `tabel`, and raises the same Geweigerd.
    """
    elders = definities.externe_indicatoren().get(code)
    if elders is not None:
        waarde, jaar = ("" if deel == NIETS else deel for deel in elders_gemeten(elders))
        return Cijfer(code, elders.naam, waarde, jaar, "")
    indicator = definities.indicatoren().get(code)
    if indicator is None:
        return None
    peildatum = nieuwste_dag(door)
    if peildatum is None:
        return Cijfer(code, indicator.naam, "", "", "")
    waarde, periode = ("" if deel == NIETS else deel for deel in nieuwste_van(door, indicator, peildatum))
    return Cijfer(code, indicator.naam, waarde, periode, datum_zonder_dag(peildatum))
