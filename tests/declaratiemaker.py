"""Invoices of household help for tests, as a provider writes them: amounts follow from the hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.berichtmaker import bewerkt, goud
from tests.besluitmaker import THUISHULP

EINDE = {"2024-06": "30", "2024-07": "31", "2024-08": "31"}


@dataclass(frozen=True)
class Regel:
    """A line of a month: hours at a tariff in cents; `vorig` makes it a credit."""

    referentie: str
    bsn: str
    toewijzing: int
    uren: int = 10
    tarief: int = 3600
    vorig: str = ""
    maand: str = "2024-06"
    begin: str = "01"

    @property
    def bedrag(self) -> int:
        """The amount, negative for a credit."""
        return self.uren * self.tarief * (-1 if self.vorig else 1)

    def inhoud(self) -> dict[str, Any]:
        """The line as it stands in the message."""
        van, tot = f"{self.maand}-{self.begin}", f"{self.maand}-{EINDE[self.maand]}"
        vorig = {"VorigReferentieNummer": self.vorig} if self.vorig else {}
        return {
            "ProductReferentie": {"ReferentieNummer": self.referentie, **vorig},
            "ToewijzingNummer": self.toewijzing,
            "ProductCategorie": "01",
            "ProductCode": "01A01",
            "ProductPeriode": {"Begindatum": van, "Einddatum": tot},
            "GeleverdVolume": self.uren,
            "Eenheid": "04",
            "ProductTarief": self.tarief,
            "IngediendBedrag": {"Bedrag": abs(self.bedrag), "DebetCredit": "C" if self.vorig else "D"},
        }


def rekening(nummer: str, *regels: Regel, maand: str = "2024-06", dag: str = "2024-07-01") -> bytes:
    """Return a 323 with these lines, per client."""
    totaal = sum(regel.bedrag for regel in regels)
    declaratie = {
        "DeclaratieNummer": nummer,
        "DeclaratiePeriode": {"Begindatum": f"{maand}-01", "Einddatum": f"{maand}-{EINDE[maand]}"},
        "DeclaratieDagtekening": dag,
        "TotaalIngediendBedrag": {"TotaalBedrag": abs(totaal), "DebetCredit": "DC"[totaal < 0]},
        "Clienten": {"Client": list(_clienten(regels))},
    }
    kop = {"Identificatie": f"B{nummer}", "Dagtekening": dag}
    anders = {"Header/Afzender": THUISHULP, "Header/BerichtIdentificatie": kop}
    return bewerkt(goud("WMO323"), {**anders, "Declaratie": declaratie})


def _clienten(regels: tuple[Regel, ...]) -> Iterator[dict[str, Any]]:
    for bsn in dict.fromkeys(regel.bsn for regel in regels):
        eigen = [regel.inhoud() for regel in regels if regel.bsn == bsn]
        yield {"Bsn": bsn, "Prestaties": {"Prestatie": eigen}}
