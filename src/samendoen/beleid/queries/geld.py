"""Money: the tables of changes with computed totals, and what in them does not add up."""

from dataclasses import asdict, dataclass
from typing import Any

from samendoen.beleid.models import Begrotingsmutatie, Mutatietabel, Plan
from samendoen.beleid.models.geld import SOORTEN
from samendoen.beleid.queries.bevindingen import zin
from samendoen.beleid.rules import Bedragen, Bevinding, Mutatie, Soort, controleer, tel_op
from samendoen.schil.api import euro


@dataclass(frozen=True, slots=True)
class TabelWaarde:
    """A table of changes: the lines, the totals we computed, those the document names, the findings."""

    titel: str
    bron: str
    onderdeel_id: int
    mutaties: tuple[Mutatie, ...]
    totaal: Bedragen
    genoemd: Bedragen | None
    bevindingen: tuple[Bevinding, ...]


def tabellen(plan: Plan) -> list[TabelWaarde]:
    """Return the tables of a plan, those of the latest year first; two queries."""
    rijen = list(Mutatietabel.objects.filter(onderdeel__plan=plan).order_by("-onderdeel__jaar", "pk"))
    per: dict[int, list[Mutatie]] = {rij.pk: [] for rij in rijen}
    for m in Begrotingsmutatie.objects.filter(tabel__in=rijen).order_by("volgorde"):
        per[m.tabel_id].append(
            Mutatie(
                m.naam,
                m.lasten_eurocent,
                m.baten_eurocent,
                m.genoemd_saldo_eurocent,
                Soort(m.soort),
                m.toelichting,
            )
        )
    return [_tabel(rij, tuple(per[rij.pk])) for rij in rijen]


def _tabel(rij: Mutatietabel, mutaties: tuple[Mutatie, ...]) -> TabelWaarde:
    genoemd = None
    lasten, baten, saldo = (
        rij.genoemd_lasten_eurocent,
        rij.genoemd_baten_eurocent,
        rij.genoemd_saldo_eurocent,
    )
    if lasten is not None and baten is not None and saldo is not None:
        genoemd = Bedragen(lasten, baten, saldo)
    return TabelWaarde(
        titel=rij.titel,
        bron=rij.bron,
        onderdeel_id=rij.onderdeel_id,
        mutaties=mutaties,
        totaal=tel_op(mutaties),
        genoemd=genoemd,
        bevindingen=tuple(controleer(rij.titel, mutaties, genoemd)),
    )


def soortnaam(soort: str) -> str:
    """Return "Incidenteel (I)"."""
    return f"{SOORTEN[Soort(soort)]} ({soort})"


def tabelwaarden(tabel: TabelWaarde) -> dict[str, Any]:
    """Return a table of changes as ready strings; the totals are the computed ones."""
    return {
        "titel": tabel.titel,
        "bron": tabel.bron,
        "regels": [
            {
                "naam": m.naam,
                "lasten": euro(m.lasten),
                "baten": euro(m.baten),
                "saldo": euro(m.lasten + m.baten),
                "soort": soortnaam(m.soort.value),
                "toelichting": m.toelichting,
            }
            for m in tabel.mutaties
        ],
        "totaal": _euros(tabel.totaal),
        "genoemd": _euros(tabel.genoemd) if tabel.genoemd else None,
        "gelijk": tabel.genoemd == tabel.totaal,
        "bevindingen": [zin(b) for b in tabel.bevindingen],
    }


def _euros(b: Bedragen) -> dict[str, str]:
    return {naam: euro(bedrag) for naam, bedrag in asdict(b).items()}
