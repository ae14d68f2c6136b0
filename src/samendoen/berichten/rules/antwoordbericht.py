"""A 319: what becomes of a request of a provider, made from values."""

from dataclasses import dataclass
from datetime import date

from samendoen.berichten.rules.bericht import Bericht, Inhoud, maak
from samendoen.berichten.rules.berichtkop import maak_kop
from samendoen.berichten.rules.soorten import SOORTEN


@dataclass(frozen=True, slots=True)
class Antwoordbericht:
    """What a 319 says; `standaard` is wmo or jw, `antwoord` a code of WJ760.

    `reden` (WJ759) belongs to a refusal, `woonplaats` (another municipality) to reason 8 of jw.
    """

    standaard: str
    gemeente: str
    aanbieder: str
    referentie: str
    antwoord: str
    reden: str = ""
    woonplaats: str = ""

    def maak(self, identificatie: str, dagtekening: date) -> Bericht:
        """Return the message with this identity, of this day."""
        soort = SOORTEN[f"{self.standaard.upper()}319"]
        kop = maak_kop(soort, self.gemeente, self.aanbieder, identificatie, dagtekening)
        antwoord: dict[str, Inhoud | str | None] = {
            "ReferentieAanbieder": self.referentie,
            "VerzoekAntwoord": self.antwoord,
            "RedenAfwijzingVerzoek": self.reden or None,
        }
        if self.woonplaats:
            antwoord["Woonplaatsbeginsel"] = {"Gemeente": self.woonplaats}
        return maak(soort, {"Header": kop, "Antwoord": antwoord})
