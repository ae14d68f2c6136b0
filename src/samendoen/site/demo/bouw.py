"""The demo of a data folder: built once, whole or not at all, and known again afterwards.

Imported before Django is ready; what writes is imported when there is something to build.
"""

import os
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from samendoen.site.databank import eigen_server
from samendoen.site.demo.definities import Meldingendemo, meldingendemo
from samendoen.site.demo.stand import Stand, lees_stand, schrijf_stand
from samendoen.site.fout import Bedrijfsfout

HOOGSTENS_JAREN = 10
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Bouwsel:
    """What was built, as `samendoen demo --json` prints it."""

    gemeente: str
    meldingen: dict[str, dict[str, int]]
    casussen_open: dict[str, int]
    gebeurtenissen: int
    duur_s: float

    def als_json(self) -> dict[str, Any]:
        """Return the document of contract 09."""
        return {
            "gemeente": self.gemeente,
            "meldingen": self.meldingen,
            "casussen_open": self.casussen_open,
            "gebeurtenissen": self.gebeurtenissen,
            "duur_s": round(self.duur_s, 1),
        }


def bepaal_stand(home: Path, gemeente: str, schaal: float, vandaag: date | None) -> Stand:
    """Return what must be there, and write the demo's day for everybody who starts after this.

    Raises Bedrijfsfout when the folder holds another demo.
    """
    standaard = meldingendemo(gemeente).vandaag
    oud = lees_stand(home)
    if oud and oud.klaar and (oud.gemeente, oud.schaal) != (gemeente, schaal):
        raise Bedrijfsfout(
            "andere_demo",
            f"In {home} staat al een demo van {oud.gemeente} op schaal {oud.schaal:g}.",
            "Kies een andere map (SAMENDOEN_HOME=...), of verwijder die map om opnieuw te beginnen.",
        )
    dag = vandaag.isoformat() if vandaag else (oud.vandaag if oud and oud.klaar else standaard.isoformat())
    if dag < standaard.isoformat():
        raise Bedrijfsfout(
            "demodag", f"De demo begint op {standaard.isoformat()}.", "Kies die dag of een latere."
        )
    laatste = standaard.replace(year=standaard.year + HOOGSTENS_JAREN).isoformat()
    if dag > laatste:
        raise Bedrijfsfout(
            "demodag",
            f"De demo loopt hoogstens {HOOGSTENS_JAREN} jaar door, dus tot en met {laatste}.",
            f"Kies met --vandaag een dag van {standaard.isoformat()} tot en met {laatste}.",
        )
    stand = Stand(gemeente, schaal, dag, klaar=bool(oud and oud.klaar))
    if stand.klaar:
        schrijf_stand(home, stand)
    os.environ["SAMENDOEN_VANDAAG"] = dag
    os.environ["SAMENDOEN_GEMEENTE"] = meldingendemo(gemeente).gemeente
    return stand


def bouw(home: Path, stand: Stand, voortgang: Voortgang) -> Bouwsel:
    """Build the demo, unless it is there; return what it holds. Django and the database are ready.

    A build that broke off is thrown away and done again. Raises Bedrijfsfout on a database that holds
    something else.
    """
    begin = time.monotonic()
    demo = meldingendemo(stand.gemeente)
    if not stand.klaar:
        from samendoen.site.demo.vullen import vul

        _maak_leeg(home)
        schrijf_stand(home, Stand(stand.gemeente, stand.schaal, stand.vandaag, klaar=False))
        vul(demo, stand.schaal, voortgang)
        schrijf_stand(home, Stand(stand.gemeente, stand.schaal, stand.vandaag, klaar=True))
    elif not _is_de_demo():
        raise Bedrijfsfout(
            "demo_elders",
            f"Volgens {home} is de demo gebouwd, maar in deze databank staat zij niet.",
            "Klopt DATABASE_URL? Kies anders een andere map (SAMENDOEN_HOME=...) om haar hier te bouwen.",
        )
    return _tel(demo, time.monotonic() - begin)


def _is_de_demo() -> bool:
    """Tell whether this database holds the demo's logins: it may be another than it was built in."""
    from django.db import connection

    from samendoen.kernel.api import bezette_namen
    from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS

    if "kernel_gebruiker" not in connection.introspection.table_names():
        return False
    namen = [gebruiker.gebruikersnaam for gebruiker in DEMO_GEBRUIKERS]
    return bezette_namen(namen) == set(namen)


def _maak_leeg(home: Path) -> None:
    from django.db import connection

    from samendoen.site.cli.bedrijf import bijwerken

    tabellen = connection.introspection.table_names()
    if "kernel_gebruiker" in tabellen:
        afgebroken = lees_stand(home) is not None
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT 1 FROM kernel_gebruiker)")
            [bezet] = cursor.fetchone()
        if bezet and (not afgebroken or eigen_server()):
            raise Bedrijfsfout(
                "databank_in_gebruik",
                "Deze databank bevat al gegevens die niet van de demo zijn.",
                "Kies een andere map (SAMENDOEN_HOME=...) of een lege databank (DATABASE_URL=...).",
            )
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    bijwerken()


def _tel(demo: Meldingendemo, duur: float) -> Bouwsel:
    from samendoen.casus.api import open_casussen_per_team
    from samendoen.kernel.api import aantal_gebeurtenissen
    from samendoen.organisatie.api import telnamen
    from samendoen.toegang.api import aantallen_per_team_en_jaar

    namen = telnamen()
    per_jaar: dict[str, Counter[str]] = {str(jaar): Counter() for jaar in demo.jaren}
    for code, jaar, aantal in aantallen_per_team_en_jaar():
        per_jaar.setdefault(str(jaar), Counter())[namen.get(code) or code] += aantal
    lopend = {namen.get(code) or code: aantal for code, aantal in open_casussen_per_team().items()}
    return Bouwsel(
        gemeente=demo.gemeente,
        meldingen={jaar: dict(sorted(telling.items())) for jaar, telling in sorted(per_jaar.items())},
        casussen_open=dict(sorted(lopend.items())),
        gebeurtenissen=aantal_gebeurtenissen(),
        duur_s=duur,
    )
