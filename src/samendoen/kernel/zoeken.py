"""The one search table: filled by the writer, in the writer's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass

from samendoen.kernel.acties import schrijft
from samendoen.kernel.models import Zoekregel


@dataclass(frozen=True, slots=True)
class Vindbaar:
    """One thing to be found: `label` is all a result shows, `tekst` is what is searched."""

    soort: str
    onderwerp_id: int
    dossier_id: int
    persoon_id: int
    wet: str
    label: str
    tekst: str


def maak_vindbaar(dingen: Iterable[Vindbaar]) -> None:
    """Write or overwrite search rows."""
    rijen = [
        Zoekregel(
            soort=d.soort,
            onderwerp_id=d.onderwerp_id,
            dossier_id=d.dossier_id,
            inwoner_id=d.persoon_id,
            wet=d.wet,
            label=d.label,
            tekst=d.tekst,
        )
        for d in dingen
    ]
    with schrijft("kernel"):
        Zoekregel.objects.bulk_create(
            rijen,
            update_conflicts=True,
            unique_fields=["soort", "onderwerp_id"],
            update_fields=["label", "tekst", "dossier", "inwoner", "wet"],
        )
