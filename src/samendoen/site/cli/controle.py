"""What `samendoen check` looks at. Each control says what is wrong and how to put it right."""

import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from samendoen.site.databank import OUDSTE_VERSIE, eigen_server, samendoen_home
from samendoen.site.fout import Bedrijfsfout

MINSTE_RUIMTE_MB = 1024


@dataclass(frozen=True)
class Bevinding:
    """The outcome of one control."""

    onderdeel: str
    goed: bool
    toelichting: str
    doe: str = ""

    def als_json(self) -> dict[str, object]:
        """Return it as `samendoen check --json` prints it."""
        return asdict(self)

    def __str__(self) -> str:
        kop = "goed" if self.goed else "FOUT"
        return f"{kop}  {self.onderdeel}: {self.toelichting}" + (f"\n      {self.doe}" if self.doe else "")


def controleer() -> list[Bevinding]:
    """Run every control. What cannot be looked at because an earlier part fails is left out."""
    from samendoen.site.cli.opstart import met_databank

    bevindingen = [_ruimte()]
    try:
        with met_databank():
            bevindingen.append(Bevinding("instellingen", True, "worden begrepen"))
            for controle in _CONTROLES:
                bevindingen += _voer_uit(controle)
    except Bedrijfsfout as fout:
        bevindingen.append(Bevinding("instellingen", False, fout.toelichting, fout.doe))
    return bevindingen


def _voer_uit(controle: Callable[[], Iterator[Bevinding]]) -> list[Bevinding]:
    from django.db import Error

    try:
        return list(controle())
    except Error as fout:
        doe = "Draait de server, en kloppen naam, wachtwoord en rechten in DATABASE_URL?"
        reden = str(fout).strip().splitlines()[0]
        return [Bevinding(controle.__name__.strip("_"), False, f"de databank antwoordt niet: {reden}", doe)]


def _ruimte() -> Bevinding:
    home = samendoen_home()
    plek = next(pad for pad in (home, *home.parents) if pad.exists())
    vrij = shutil.disk_usage(plek).free // 2**20
    if vrij < MINSTE_RUIMTE_MB:
        doe = f"Maak ten minste {MINSTE_RUIMTE_MB} MB vrij, of zet SAMENDOEN_HOME op een andere schijf."
        return Bevinding("schijf", False, f"nog {vrij} MB vrij onder {home}", doe)
    return Bevinding("schijf", True, f"{vrij} MB vrij onder {home}")


def _databank() -> Iterator[Bevinding]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int, current_setting('server_encoding')"
        )
        nummer, codering = cursor.fetchone()
    versie, soort = nummer // 10_000, "eigen server" if eigen_server() else "ingebouwd"
    yield Bevinding(
        "databank",
        versie >= OUDSTE_VERSIE,
        f"PostgreSQL {versie} ({soort})",
        "" if versie >= OUDSTE_VERSIE else f"Samendoen vraagt PostgreSQL {OUDSTE_VERSIE} of nieuwer.",
    )
    if codering != "UTF8":
        yield Bevinding(
            "databank", False, f"de codering is {codering}", "Maak de databank aan met ENCODING 'UTF8'."
        )


def _migraties() -> Iterator[Bevinding]:
    from samendoen.site.cli.opstart import ontbrekende_migraties

    achter = ontbrekende_migraties()
    if achter:
        yield Bevinding("migraties", False, f"{len(achter)} ontbreken", "Voer 'samendoen migrate' uit.")
    else:
        yield Bevinding("migraties", True, "de databank is bij")


def _sleutels() -> Iterator[Bevinding]:
    from django.conf import settings

    map_ = Path(settings.SAMENDOEN_SLEUTELS).resolve()
    if map_.is_relative_to(samendoen_home().resolve()):
        doe = "Verplaats de map en zet SAMENDOEN_SLEUTELS op de nieuwe plek."
        yield Bevinding("sleutels", False, f"de sleutels in {map_} liggen binnen de gegevensmap", doe)
    open_ = [
        pad for pad in (map_, *sorted(map_.iterdir())) if pad.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    for pad in open_:
        doe = f"chmod {'700' if pad.is_dir() else '600'} '{pad}'"
        yield Bevinding("sleutels", False, f"anderen kunnen bij {pad}", doe)
    if not open_:
        yield Bevinding("sleutels", True, f"{map_} is alleen voor dit account")


def _productie() -> Iterator[Bevinding]:
    """Settings that are fine for a demo and wrong once real people are in the database."""
    from django.conf import settings

    if eigen_server() is None:
        return
    eisen = (
        (not settings.DEBUG, "SAMENDOEN_DEBUG staat aan", "Haal SAMENDOEN_DEBUG weg."),
        (not settings.SAMENDOEN_VANDAAG, "de klok staat op een oefendatum", "Haal SAMENDOEN_VANDAAG weg."),
        (
            settings.HTTPS,
            "SAMENDOEN_HTTPS staat uit",
            "Zet een proxy met https ervoor en SAMENDOEN_HTTPS op 1.",
        ),
    )
    for goed, toelichting, doe in eisen:
        if not goed:
            yield Bevinding("productie", False, toelichting, doe)


def _vaste_bestanden() -> Iterator[Bevinding]:
    from django.conf import settings

    if (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield Bevinding("vaste bestanden", True, f"staan in {settings.STATIC_ROOT}")
    else:
        doe = "Voer 'make demo' uit, of 'samendoen migrate' als node_modules er al is."
        yield Bevinding("vaste bestanden", False, "stijl en lettertypen ontbreken", doe)


def _berichten() -> Iterator[Bevinding]:
    from samendoen.berichten.post import bezwaren

    gevonden = bezwaren()
    for zin, doe in gevonden:
        yield Bevinding("berichten", False, zin, doe)
    if not gevonden:
        yield Bevinding("berichten", True, "er is ruimte, en er ligt niets te lang")


def _talen() -> Iterator[Bevinding]:
    from django.conf import settings

    for code, naam in settings.LANGUAGES:
        bestanden = [Path(map_) / code / "LC_MESSAGES" / "django.mo" for map_ in settings.LOCALE_PATHS]
        if code != settings.LANGUAGE_CODE and not any(pad.exists() for pad in bestanden):
            yield Bevinding("talen", False, f"de vertaling {naam} is niet gebouwd", "Voer 'make opbouw' uit.")


def _django() -> Iterator[Bevinding]:
    from django.core.checks import ERROR, run_checks

    for bericht in run_checks():
        if bericht.level >= ERROR:
            yield Bevinding(f"django {bericht.id}", False, str(bericht.msg), str(bericht.hint or ""))


_CONTROLES = (_databank, _migraties, _sleutels, _productie, _vaste_bestanden, _berichten, _talen, _django)
