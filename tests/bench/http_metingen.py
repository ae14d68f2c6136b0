"""What is measured through HTTP, at each size of the database."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from samendoen.kernel.api import klok
from samendoen.kernel.models import Gebruiker
from tests.bench import verzoeken
from tests.bench.basis import TEAM, Basis
from tests.bench.dienst import Dienst
from tests.bench.omgeving import zeg
from tests.bench.opnamevloer import meet_vloer, neem_patroon
from tests.bench.rijen import Grenzen, Onderdeel, van_uitslag
from tests.bench.verkeer import Lijn, Mislukt, Uitslag, Verzoek, om_de_beurt, open_lus
from tests.bench.vermenigvuldig import aantallen

PER_SECONDE = 20.0
PEER = {"opnemen": 109.0, "lijst": 303.0, "een": 104.0, "persoon": 105.0}


@dataclass(frozen=True, slots=True)
class Ronde:
    """How much is asked in one go: requests of the open loop, requests of the others."""

    opname: int
    lezen: int


def onderdelen() -> dict[str, Onderdeel]:
    """Return the rows that are measured here, still empty."""
    opname = "dezelfde rijen, psycopg, één transactie"
    return {
        "api": Onderdeel(
            "Melding opnemen, API (20 per seconde)", opname, "CPU <= 6x, p95 <= 60 ms", "meldingen",
            6, PEER["opnemen"], 1 / 6, Grenzen(p95=60),
        ),
        "formulier": Onderdeel(
            "Melding opnemen, formulier (20 per seconde)", opname, "CPU <= 8x, p95 <= 60 ms", "meldingen",
            8, PEER["opnemen"], 1 / 4, Grenzen(p95=60),
        ),
        "lijst": Onderdeel(
            "Lijst van 100 meldingen, API", "SQL + orjson, zelfde HTTP en token", "<= 2x, p95 <= 40 ms",
            "meldingen", 2, PEER["lijst"], 1 / 10, Grenzen(p95=40),
        ),
        "een": Onderdeel(
            "Eén melding, API", "-", "-", "meldingen", None, PEER["een"], 1 / 10,
        ),
        "persoon": Onderdeel(
            "Meldingen van één inwoner, API", "-", "-", "meldingen", None, PEER["persoon"], 1 / 10,
        ),
        "casus": Onderdeel(
            "Casus, pagina (10 meldingen, 3 planversies)", "-", "p95 <= 80 ms, CPU <= 30 ms", "casussen",
            None, PEER["een"], None, Grenzen(p95=80, cpu=30),
        ),
        "casus_api": Onderdeel("Casus, API", "-", "-", "casussen", None, PEER["een"], 1 / 10),
        "vandaag": Onderdeel(
            "Vandaag, professional met 60 huishoudens", "-", "p95 <= 50 ms, <= 10 vragen", "casussen",
            grenzen=Grenzen(p95=50, vragen=10),
        ),
        "teambord": Onderdeel(
            "Teambord, 2.000 lopende casussen bij 33 collega's", "-", "-", "casussen",
        ),
        "wachtlijst": Onderdeel("Wachtlijst, 60 wachtenden", "-", "-", "casussen"),
        "zoeken": Onderdeel("Zoeken in een casus met 40 notities", "-", "-", "casussen"),
    }  # fmt: skip


def meet(dienst: Dienst, basis: Basis, ronde: Ronde, uit: dict[str, Onderdeel]) -> None:
    """Measure every row at the size that the database has now."""
    n = aantallen()
    zeg(f"  {n['meldingen']} meldingen, {n['casussen']} casussen, {n['gebeurtenissen']} gebeurtenissen")
    _lezen(dienst, basis, ronde, uit, n)
    _opnemen(dienst, basis, ronde, uit, n["meldingen"])


def _opnemen(dienst: Dienst, basis: Basis, ronde: Ronde, uit: dict[str, Onderdeel], n: int) -> None:
    dag, lijn = klok.vandaag().isoformat(), Lijn(dienst.poort)
    via_api = verzoeken.opname_api(basis.geheim, TEAM, dag)
    via_formulier = verzoeken.opname_formulier(dienst, basis.loket, TEAM, dag)
    for naam, maak in (("api", via_api), ("formulier", via_formulier)):
        patroon = neem_patroon(partial(lijn.doe, maak(0)))
        uitslag = open_lus(dienst, maak, ronde.opname, PER_SECONDE)
        vloer = meet_vloer(patroon, dienst.home, ronde.opname)
        uit[naam].maten.append(van_uitslag(n, uitslag, vloer, len(patroon.rijen)))


def _lezen(dienst: Dienst, basis: Basis, ronde: Ronde, uit: dict[str, Onderdeel], n: dict[str, int]) -> None:
    token = verzoeken.met_token(basis.geheim)
    vraag = urlencode({"team": TEAM, "status": "open"})

    def lees(maak: Callable[[int], Verzoek]) -> Uitslag:
        return om_de_beurt(dienst, maak, ronde.lezen)

    vloer = lees(verzoeken.pagina(f"/api/vloer/meldingen?{vraag}", token))
    lijst = lees(verzoeken.pagina(f"{verzoeken.MELDINGEN}?{vraag}", token))
    uit["lijst"].maten.append(van_uitslag(n["meldingen"], lijst, vloer))
    een = lees(verzoeken.pagina(f"{verzoeken.MELDINGEN}/{basis.melding}", token))
    uit["een"].maten.append(van_uitslag(n["meldingen"], een))
    persoon = lees(verzoeken.zoek_api(basis.geheim, basis.bsn))
    uit["persoon"].maten.append(van_uitslag(n["meldingen"], persoon))
    api = lees(verzoeken.pagina(f"/api/v1/casussen/{basis.zware_casus}", token))
    uit["casus_api"].maten.append(van_uitslag(n["casussen"], api))
    _schermen(lees, basis, uit, n["casussen"])


def _schermen(
    lees: Callable[[Callable[[int], Verzoek]], Uitslag], basis: Basis, uit: dict[str, Onderdeel], n: int
) -> None:
    schermen: tuple[tuple[str, str, list[object], int], ...] = (
        ("vandaag", "vandaag", [], basis.regisseur),
        ("casus", "casus", [basis.zware_casus], basis.regisseur),
        ("teambord", "teambord_team", [TEAM], basis.leider),
        ("wachtlijst", "wachtlijst", [], basis.regisseur),
    )
    for naam, url, argumenten, wie in schermen:
        try:
            pad = reverse(url, args=argumenten)
        except NoReverseMatch:
            uit[naam].overgeslagen = "deze pagina is er nog niet"
            continue
        uitslag = lees(verzoeken.pagina(pad, verzoeken.aangemeld(wie)))
        uit[naam].maten.append(van_uitslag(n, uitslag, vragen=_aantal_vragen(pad, wie)))
    gezocht = lees(verzoeken.zoek_in_casus(basis.regisseur, basis.zware_casus))
    uit["zoeken"].maten.append(van_uitslag(n, gezocht))


def _aantal_vragen(pad: str, gebruiker_id: int) -> int:
    """Return how many queries a page takes, in this process: the second time, as always after the first."""
    client = Client()
    client.force_login(Gebruiker.objects.get(pk=gebruiker_id))
    client.get(pad)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get(pad)
    if antwoord.status_code != 200:
        raise Mislukt(f"GET {pad}: {antwoord.status_code}")
    return len(vragen)
