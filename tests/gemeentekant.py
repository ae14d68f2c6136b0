"""A small municipality for tests of the simulator: it sends by our own engine, and judges what comes back."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from samendoen.berichten.api import SOORTEN, Bericht, controleer, inhoud_van, keur_goed, maak, schrijf
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.site.simulator.werk import Verslag
from tests.berichten import inhoud, schemamap

AGB, GEMEENTE = "41414141", "1961"
BSN = {1: "999990019", 2: "999991012", 3: "999991024"}
PRODUCT = {"WMO": {"Categorie": "01", "Code": "01A01"}, "JW": {"Categorie": "45", "Code": "45A04"}}
PER_WEEK = {"Volume": 3, "Eenheid": "04", "Frequentie": "2"}


class Gemeente:
    """The municipality at a folder. Every message that it takes from `in/` must pass levels 1 and 2."""

    def __init__(self, map_: Path, standaard: str = "WMO") -> None:
        self.map, self.standaard = map_, standaard
        self.nummer = 0
        (map_ / "uit").mkdir(parents=True)

    def aanbieder(self, vandaag: str, **keuzes: Any) -> Verslag:
        """Let the provider do one round on a day."""
        speler = Aanbieder(Opdracht(AGB, GEMEENTE, **keuzes), self.map)
        try:
            return speler.ronde(date.fromisoformat(vandaag))
        finally:
            speler.sluit()

    def wijs_toe(self, *toewijzingen: Mapping[str, Any], wie: int = 1, dag: str = "2024-06-03") -> None:
        """Send a 301 with assignments; what they leave out is a weekly product of a year."""
        geheel = inhoud(f"{self.standaard}301")
        basis: dict[str, Any] = {
            "Product": PRODUCT[self.standaard],
            "Toewijzingsdatum": dag,
            "Toewijzingstijd": "09:30:00",
            "Ingangsdatum": "2024-06-10",
            "Einddatum": "2025-06-08",
        }
        producten = [basis | ({} if "Budget" in t else {"Omvang": PER_WEEK}) | dict(t) for t in toewijzingen]
        client = {
            **geheel["Client"],
            "Bsn": BSN[wie],
            "ToegewezenProducten": {"ToegewezenProduct": producten},
        }
        self.stuur("301", {**geheel, "Client": client}, dag)

    def stuur(self, nummer: str, geheel: Mapping[str, Any], dag: str) -> str:
        """Put a message of this content in `uit/` and return its identity."""
        self.nummer += 1
        kop = geheel["Header"] | {"Afzender": GEMEENTE, "Ontvanger": AGB}
        identificatie = f"G{self.nummer:05}"
        kop["BerichtIdentificatie"] = {"Identificatie": identificatie, "Dagtekening": dag}
        self.leg_neer(maak(SOORTEN[f"{self.standaard}{nummer}"], {**geheel, "Header": kop}), identificatie)
        return identificatie

    def leg_neer(self, bericht: Bericht, naam: str) -> None:
        """Put a message in `uit/`; it must pass levels 1 and 2 itself."""
        bytes_ = schrijf(bericht)
        assert controleer(bytes_).bevindingen == ()
        (self.map / "uit" / f"{bericht.soort.code}_{naam}.xml").write_bytes(bytes_)

    def haal(self) -> list[Bericht]:
        """Take what lies in `in/`, in order of sending; all of it must be right on levels 1 and 2."""
        berichten = []
        for pad in sorted((self.map / "in").iterdir(), key=lambda pad: (pad.stat().st_ctime_ns, pad.name)):
            uitslag = controleer(pad.read_bytes(), schemamap())
            assert uitslag.bericht is not None and uitslag.bevindingen == (), (pad.name, uitslag.bevindingen)
            berichten.append(uitslag.bericht)
            pad.unlink()
        return berichten

    def keur_goed(self, berichten: Iterable[Bericht], dag: str) -> None:
        """Answer messages that ask for an answer: all is right."""
        for bericht in berichten:
            if bericht.soort.nummer in {"305", "307", "315", "317", "323"}:
                self.nummer += 1
                antwoord = keur_goed(bericht, f"A{self.nummer:05}", date.fromisoformat(dag))
                self.leg_neer(antwoord, f"A{self.nummer:05}")

    def keur_prestaties_af(self, bericht: Bericht, referenties: set[str], dag: str) -> None:
        """Answer an invoice with a 325 that rejects these lines."""
        declaratie = inhoud_als_lijst(bericht)
        clienten, af = [], 0
        for client in declaratie["Clienten"]["Client"]:
            regels = [
                p | {"RetourCodes": {"RetourCode": "9321"}}
                for p in client["Prestaties"]["Prestatie"]
                if p["ProductReferentie"]["ReferentieNummer"] in referenties
            ]
            af += sum(int(p["IngediendBedrag"]["Bedrag"]) for p in regels)
            if regels:
                goed = {"RetourCodes": {"RetourCode": "0200"}}
                clienten.append({"Bsn": client["Bsn"], "Prestaties": {"Prestatie": regels}} | goed)
        self.nummer += 1
        heel = keur_goed(bericht, f"A{self.nummer:05}", date.fromisoformat(dag))
        geheel = dict(_inhoud(heel))
        antwoord = geheel["DeclaratieAntwoord"]
        totaal = int(antwoord["TotaalIngediendBedrag"]["TotaalBedrag"]) - af
        antwoord |= {
            "TotaalToegekendBedrag": {"TotaalBedrag": totaal, "DebetCredit": "D"},
            "Clienten": {"Client": clienten},
            "RetourCodes": {"RetourCode": "0200"},
        }
        self.leg_neer(maak(heel.soort, geheel), f"A{self.nummer:05}")


def _inhoud(bericht: Bericht) -> dict[str, Any]:
    return dict(inhoud_van(bericht.wortel))


def inhoud_als_lijst(bericht: Bericht) -> dict[str, Any]:
    """Return an invoice as nested mappings, its clients and lines always as lists."""
    declaratie: dict[str, Any] = _inhoud(bericht)["Declaratie"]
    clienten = declaratie["Clienten"]["Client"]
    declaratie["Clienten"]["Client"] = clienten if isinstance(clienten, list) else [clienten]
    for client in declaratie["Clienten"]["Client"]:
        regels = client["Prestaties"]["Prestatie"]
        client["Prestaties"]["Prestatie"] = regels if isinstance(regels, list) else [regels]
    return declaratie


def regels(bericht: Bericht) -> list[dict[str, Any]]:
    """Return the lines of an invoice."""
    clienten = inhoud_als_lijst(bericht)["Clienten"]["Client"]
    return [regel for client in clienten for regel in client["Prestaties"]["Prestatie"]]


def soorten(berichten: Iterable[Bericht]) -> list[str]:
    """Return the numbers of messages, sorted."""
    return sorted(bericht.soort.nummer for bericht in berichten)
