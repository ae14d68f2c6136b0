"""One figure by itself, for a page that shows it beside something else."""

from dataclasses import dataclass

from samendoen.cijfers import definities
from samendoen.cijfers.queries.kruis import NIETS
from samendoen.cijfers.queries.overzicht import nieuwste_van
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


def indicatornamen() -> dict[str, str]:
    """Return every indicator by code, with its name."""
    return {code: indicator.naam for code, indicator in definities.indicatoren().items()}


def nieuwste_cijfer(door: Actor, code: str) -> Cijfer | None:
    """Return the newest figure of an indicator, None for one that does not exist.

    Under the rights of `door`: as `tabel`, and raises the same Geweigerd.
    """
    indicator = definities.indicatoren().get(code)
    if indicator is None:
        return None
    peildatum = nieuwste_dag(door)
    if peildatum is None:
        return Cijfer(code, indicator.naam, "", "", "")
    waarde, periode = ("" if deel == NIETS else deel for deel in nieuwste_van(door, indicator, peildatum))
    return Cijfer(code, indicator.naam, waarde, periode, datum_zonder_dag(peildatum))
