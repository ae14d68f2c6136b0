"""Taking a snapshot out as tables of the Gemeentelijk Gegevensmodel: rows, no counts, so it is logged."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.actions.ggm_leesmij import leesmij
from samendoen.cijfers.definities import ggm
from samendoen.cijfers.events import GgmUitgevoerd
from samendoen.cijfers.models import Momentopname
from samendoen.cijfers.queries.ggm import Uitvoer, Verslag, ddl
from samendoen.cijfers.queries.momentopnamen import controleer, momentopname
from samendoen.cijfers.queries.tabellen import beschermd
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, Permissie, Vastlegging, actie, klok, leg_vast

TABELLEN, GEGEVENS, LEESMIJ, VERSLAG = "1-tabellen.sql", "2-gegevens.sql", "LEESMIJ.md", "verslag.json"


@dataclass(frozen=True, slots=True)
class Ggm:
    """An export: its day, what went where, and SHA-256 over its files."""

    peildatum: date
    versie: str
    verslag: Verslag
    hash: str

    def als_json(self) -> dict[str, Any]:
        """Return the document of `samendoen cijfers ggm`."""
        v = self.verslag
        afbeelding = ggm.afbeelding()
        return {
            "ggm": self.versie,
            "peildatum": self.peildatum.isoformat(),
            "hash": self.hash,
            "tabellen": dict(v.tabellen),
            "zonder_plaats": [
                {"feit": z.feit, "kolommen": list(z.kolommen), "reden": z.reden}
                for z in afbeelding.zonder_plaats
            ],
            "niet_afgebeeld": list(v.niet_afgebeeld),
            "zonder_feit": list(v.zonder_feit),
            "niet_gekozen": [
                {"tabel": tabel, "feit": feit, "rijen": rijen, "reden": reden}
                for tabel, feit, rijen, reden in v.niet_gekozen
            ],
            "onbekend": [
                {"kolom": kolom, "feit": feit, "code": code, "rijen": rijen, "werd": werd or None}
                for kolom, feit, code, rijen, werd in v.onbekend
            ],
        }


@actie("cijfers", Permissie.FEITEN_UITVOEREN)
def voer_ggm_uit(door: Actor, uit: Path, peildatum: date | None = None) -> Ggm:
    """Write the snapshot of `peildatum`, or the newest, to the folder `uit` as tables of the GGM.

    Parquet per table, SQL for an empty database, and what may be done with it. The same snapshot gives the
    same bytes. The folder must be new or empty. Raises Geweigerd (also for who sits in the council, whatever
    else he is) and Domeinfout (no snapshot, a folder with something in it, a full disk).
    """
    if beschermd(door):
        raise Geweigerd(
            "geen_recht",
            _("Gegevens per melding of besluit zijn er niet voor de gemeenteraad."),
            _("Bekijk de cijfers die de gemeente publiceert."),
        )
    peiling = momentopname(peildatum)
    controleer(peiling)
    _is_leeg(uit)
    with closing(Uitvoer(peiling)) as uitvoer, _werkmap(uit) as werk:
        gemaakt = _schrijf(uitvoer, werk)
        _leg_vast(door, gemaakt)
        # Last: what could not be recorded is not taken out.
        if uit.exists():
            uit.rmdir()
        werk.rename(uit)
    return gemaakt


def _leg_vast(door: Actor, gemaakt: Ggm) -> None:
    rij = Momentopname.objects.get(peildatum=gemaakt.peildatum)
    aantallen = gemaakt.verslag.tabellen
    gebeurtenis = GgmUitgevoerd(
        peildatum=gemaakt.peildatum,
        tabellen=len(aantallen),
        rijen=sum(aantallen.values()),
        hash=gemaakt.hash,
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))


def _is_leeg(uit: Path) -> None:
    if uit.exists() and (not uit.is_dir() or any(uit.iterdir())):
        raise Domeinfout(
            "map_niet_leeg",
            _("In '%(map)s' staat al iets.") % {"map": uit.name},
            _("Kies een nieuwe of lege map, dan raakt niets door elkaar."),
            veld="uit",
        )


@contextmanager
def _werkmap(uit: Path) -> Iterator[Path]:
    """Give a folder beside the real one; it is gone afterwards, unless it became the real one."""
    werk = None
    try:
        uit.parent.mkdir(parents=True, exist_ok=True)
        werk = Path(tempfile.mkdtemp(prefix=".ggm-", dir=uit.parent))
        yield werk
    except OSError as fout:
        raise Domeinfout(
            "ggm_schrijven",
            _("De tabellen konden niet worden weggeschreven: %(reden)s.") % {"reden": fout.strerror or fout},
            _("Maak ruimte vrij of kies een map waarin u mag schrijven, en probeer het opnieuw."),
            veld="uit",
        ) from fout
    finally:
        if werk is not None:
            shutil.rmtree(werk, ignore_errors=True)


def _schrijf(uitvoer: Uitvoer, map_: Path) -> Ggm:
    _schrijf_tabellen(uitvoer, map_)
    gemaakt = Ggm(uitvoer.peiling.peildatum, ggm.tabellen().versie, uitvoer.verslag(), _hash(map_))
    tekst = json.dumps(gemaakt.als_json(), ensure_ascii=False, indent=2)
    (map_ / VERSLAG).write_text(tekst + "\n", encoding="utf-8")
    (map_ / LEESMIJ).write_text(leesmij(gemaakt.als_json(), uitvoer.peiling), encoding="utf-8")
    return gemaakt


def _schrijf_tabellen(uitvoer: Uitvoer, map_: Path) -> None:
    (map_ / TABELLEN).write_text(f"BEGIN;\n\n{ddl()}\nCOMMIT;\n", encoding="utf-8")
    with (map_ / GEGEVENS).open("w", encoding="utf-8") as sql:
        sql.write("BEGIN;\n\n")
        for tabel in ggm.tabellen().tabel:
            uitvoer.schrijf_parquet(tabel, map_ / f"{tabel.naam.lower()}.parquet")
            sql.writelines(uitvoer.inserts(tabel))
        sql.write("\nCOMMIT;\n")


def _hash(map_: Path) -> str:
    som = hashlib.sha256()
    for pad in sorted(map_.iterdir()):
        with pad.open("rb") as lezer:
            som.update(f"{pad.name}:{hashlib.file_digest(lezer, 'sha256').hexdigest()}\n".encode())
    return som.hexdigest()


def pak_in(map_: Path, doel: Path) -> None:
    """Put the files of an export in one zip; the same files give the same bytes."""
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as pak:
        for pad in sorted(map_.iterdir()):
            vak = zipfile.ZipInfo(pad.name, (1980, 1, 1, 0, 0, 0))
            vak.compress_type = zipfile.ZIP_DEFLATED
            pak.writestr(vak, pad.read_bytes())
