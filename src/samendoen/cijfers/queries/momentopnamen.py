"""Which snapshots there are and where their files stand."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from samendoen.cijfers.models import Momentopname
from samendoen.kernel.api import Domeinfout
from samendoen.schil.api import datum_zonder_dag

BESTAND = "deel-0.parquet"


@dataclass(frozen=True, slots=True)
class Peiling:
    """A snapshot as others see it: its day, rows and file hash per fact."""

    peildatum: date
    feiten: dict[str, int]
    hashes: dict[str, str]
    gegevens_hash: str


def feitenmap() -> Path:
    """Return the folder of all facts of this municipality."""
    return Path(settings.SAMENDOEN_HOME) / "feiten" / settings.SAMENDOEN_GEMEENTE


def feitmap(feit: str, peildatum: date) -> Path:
    """Return the folder of one fact in one snapshot."""
    return feitenmap() / feit / f"peildatum={peildatum.isoformat()}"


def peiling_van(rij: Momentopname) -> Peiling:
    """Return the value of a stored snapshot."""
    return Peiling(rij.peildatum, dict(rij.rijen), dict(rij.hashes), rij.gegevens_hash)


def nieuwste_peildatum() -> date | None:
    """Return the day of the newest snapshot, None when there is none yet."""
    return Momentopname.objects.order_by("-peildatum").values_list("peildatum", flat=True).first()


def momentopname(peildatum: date | None = None) -> Peiling:
    """Return the snapshot of that day, or the newest. Raises Domeinfout when it was never made."""
    rijen = Momentopname.objects.order_by("-peildatum")
    rij = rijen.first() if peildatum is None else rijen.filter(peildatum=peildatum).first()
    if rij is not None:
        return peiling_van(rij)
    if peildatum is None:
        raise Domeinfout(
            "geen_momentopname",
            _("Er is nog geen momentopname: de cijfers van een dag zijn nog nooit vastgezet."),
            _("Maak er een op de pagina Cijfers, of met 'samendoen cijfers momentopname'."),
        )
    dag = datum_zonder_dag(peildatum)
    raise Domeinfout(
        "geen_momentopname",
        _("Van %(dag)s is geen momentopname gemaakt.") % {"dag": dag},
        _("Kies een andere peildatum, of maak haar met 'samendoen cijfers momentopname --peildatum %(dag)s'.")
        % {"dag": peildatum.isoformat()},
        veld="peildatum",
    )


def bestand(peiling: Peiling, feit: str) -> Path:
    """Return the file of a fact in a snapshot. Raises Domeinfout when it is not there."""
    if feit not in peiling.feiten:
        raise Domeinfout(
            "feit_niet_vastgezet",
            _("In de momentopname van %(dag)s staan geen gegevens over '%(feit)s'.")
            % {"dag": datum_zonder_dag(peiling.peildatum), "feit": feit},
            _("Kies een latere peildatum."),
            veld="peildatum",
        )
    pad = feitmap(feit, peiling.peildatum) / BESTAND
    if not pad.is_file():
        raise _beschadigd(peiling, feit)
    return pad


def controleer(peiling: Peiling) -> None:
    """Compare every file with the hash it was made with. Raises Domeinfout."""
    for feit, verwacht in peiling.hashes.items():
        if hash_van(bestand(peiling, feit)) != verwacht:
            raise _beschadigd(peiling, feit)


def hash_van(pad: Path) -> str:
    """Return SHA-256 (hexadecimal) of a file, read in pieces."""
    with pad.open("rb") as lezer:
        return hashlib.file_digest(lezer, "sha256").hexdigest()


def _beschadigd(peiling: Peiling, feit: str) -> Domeinfout:
    return Domeinfout(
        "momentopname_beschadigd",
        _("Het bestand '%(feit)s' van de momentopname van %(dag)s ontbreekt of is veranderd.")
        % {"dag": datum_zonder_dag(peiling.peildatum), "feit": feit},
        _("Zet de map 'feiten' terug uit de reservekopie; een momentopname wordt nooit opnieuw gemaakt."),
    )
