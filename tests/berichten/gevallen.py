"""Cases of the rules of level 2, and the places in the golden messages that they change.

A case starts from the golden message of its kind and says what is changed, first to one that the rule
refuses, then to one that it lets through.
"""

from dataclasses import dataclass, field
from typing import Any

# Places in the golden messages.
CLIENT, RELATIE = "Client", "Client/Relaties/Relatie[1]"
CONTACT1, CONTACT2 = "Client/Contactgegevens/Contact[1]", "Client/Contactgegevens/Contact[2]"
T1, T2 = (f"Client/ToegewezenProducten/ToegewezenProduct[{n}]" for n in (1, 2))
A1, A2 = (f"Client/AangevraagdeProducten/AangevraagdProduct[{n}]" for n in (1, 2))
START, STOP = "Client/StartProducten/StartProduct[1]", "Client/StopProducten/StopProduct[1]"
VERZOEK = "Client/Verzoek"
WIJZIG, NIEUW = (
    f"{VERZOEK}/TeWijzigenProducten/TeWijzigenProduct[1]",
    f"{VERZOEK}/NieuweProducten/NieuwProduct[1]",
)
CLIENTEN = "Declaratie/Clienten/Client"
P1, P2, P3 = (f"{CLIENTEN}[{c}]/Prestaties/Prestatie[{p}]" for c, p in ((1, 1), (2, 1), (2, 2)))
TOTAAL = "Declaratie/TotaalIngediendBedrag"
ANTWOORD = "DeclaratieAntwoord"
AFGEWEZEN = f"{ANTWOORD}/Clienten/Client[1]/Prestaties/Prestatie[1]"
DAG = "Header/BerichtIdentificatie/Dagtekening"

TELEFOON = {"Telefoon01": {"Telefoonnummer": "0600000004", "Landnummer": "31"}}
PER_MAAND = {"Volume": 5, "Eenheid": "04", "Frequentie": "4"}
NUL_CREDIT, NUL_DEBET = {"TotaalBedrag": 0, "DebetCredit": "C"}, {"TotaalBedrag": 0, "DebetCredit": "D"}
GEEN_BSN, BSN = "999990018", "999990020"


@dataclass(frozen=True)
class Geval:
    """A rule in a kind of message: the place, what is changed to fail and to pass, what else fails then."""

    regel: str
    soort: str
    pad: str
    fout: dict[str, Any]
    goed: dict[str, Any] = field(default_factory=dict)
    ook: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.regel} {self.soort} {self.pad}"


def geval(
    regel: str,
    soort: str,
    pad: str,
    *,
    fout: dict[str, Any],
    goed: dict[str, Any] | None = None,
    ook: str = "",
) -> Geval:
    """Return a case; without `goed` the golden message itself is the one that passes."""
    return Geval(regel, soort, f"/Bericht/{pad}", fout, goed or {}, frozenset(ook.split()))


def zonder(*paden: str) -> dict[str, Any]:
    """Return a change that takes elements out."""
    return dict.fromkeys(paden)
