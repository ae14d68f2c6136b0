"""A council report to PDF: text, tables and charts, from drawing the charts to the checked file."""

import io
import time
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tests.bench.omgeving import zeg
from tests.bench.rijen import Grenzen, Maat, Onderdeel

# Of 25 charts: so many activities beside each make forty pages.
ACTIVITEITEN = 6
ZIN = "Het Sociaal Team houdt spreekuur in de dorpen en kijkt samen met inwoners wat er nodig is. "


def naar_pdf(maten: Iterable[int]) -> Onderdeel:
    """Make reports with ever more charts; the largest has forty pages and twenty-five of them."""
    uit = Onderdeel(
        "Raadsrapport (25 grafieken: 40 bladzijden) naar PDF/UA",
        "-",
        "<= 10 s",
        "grafieken",
        grenzen=Grenzen(duur=10_000),
    )
    for n in maten:
        zeg(f"  {n} grafieken")
        uit.maten.append(_meet(n))
    return uit


def _meet(n: int) -> Maat:
    from pypdf import PdfReader

    from samendoen.beleid.queries.rapport.vormen import maak_vorm
    from samendoen.beleid.rules.rapport import Rapportdocument
    from samendoen.cijfers.queries.grafieken import beeld

    beeld.svg.cache_clear()
    van = time.perf_counter()
    document = Rapportdocument(
        "trendrapportage", "Trendrapportage", "Gemeente Proef", (), date(2024, 6, 3), tuple(_blokken(n))
    )
    pdf = maak_vorm(document, "pdf")
    duur = 1000 * (time.perf_counter() - van)
    return Maat(n, duur, duur, noot=f"{len(PdfReader(io.BytesIO(pdf)).pages)} bladzijden")


def _blokken(n: int) -> Iterator[Any]:
    from samendoen.beleid.rules import Kleur
    from samendoen.beleid.rules.rapport import Alinea, Cel, Figuur, Kolom, Kop, Licht, Lichten, Tabel
    from samendoen.cijfers.queries.grafieken import beeld
    from samendoen.cijfers.queries.grafieken.woorden import beschrijving
    from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks

    jaren = ("2021", "2022", "2023", "2024")
    for nummer in range(n):
        yield Kop(f"Doel {nummer + 1}")
        teams = {f"Team {t}": [40 * t + 7 * j + nummer for j in range(len(jaren))] for t in range(1, 5)}
        grafiek = Grafiek(
            f"Meldingen {nummer + 1}",
            "meldingen",
            "lijn",
            jaren,
            tuple(
                Reeks(team, tuple(Punt(j, float(w), str(w)) for j, w in enumerate(waarden)))
                for team, waarden in teams.items()
            ),
        )
        rijen = tuple((Cel(team), *(Cel(str(w)) for w in waarden)) for team, waarden in teams.items())
        kolommen = (Kolom("Team", breedte=2), *(Kolom(jaar, getal=True) for jaar in jaren))
        tabel = Tabel(grafiek.titel, kolommen, rijen)
        yield Figuur(beschrijving(grafiek), beeld.svg(grafiek, 620), tabel)
        for activiteit in range(ACTIVITEITEN):
            yield Kop(f"Activiteit {nummer + 1}.{activiteit + 1}", 3)
            yield Lichten(tuple(Licht(k, "woord", k.value) for k in (Kleur.GROEN, Kleur.ORANJE, Kleur.ROOD)))
            yield Alinea(ZIN * 4, "Verantwoording")
