"""Messages for tests: the golden ones, written by hand from the specification, with places changed."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from samendoen.berichten.api import inhoud_van, maak, schrijf
from samendoen.berichten.rules.bericht import Bericht
from samendoen.berichten.transport import Levering
from samendoen.berichten.xml.lezen import lees

GOUD = Path(__file__).parent / "berichten" / "goud"
AANBIEDER = "41414141"


def goud(soort: str, **anders: Any) -> bytes:
    """Return the golden message of a kind; `kop__Afzender="..."` changes a place below the header."""
    return bewerkt(
        (GOUD / f"{soort.lower()}.xml").read_bytes(), {f"Header/{k}": v for k, v in anders.items()}
    )


def bewerkt(bron: bytes, wijzigingen: dict[str, Any]) -> bytes:
    """Return a message with other values at these paths, such as "Client/StartProducten/StartProduct/0"."""
    waarde = _waarde(bron)
    inhoud: Any = inhoud_van(waarde.wortel)
    for pad, nieuw in wijzigingen.items():
        *boven, laatste = pad.split("/")
        plek = inhoud
        for stap in boven:
            plek = plek[int(stap)] if stap.isdigit() else plek[stap]
        plek[laatste] = nieuw
    return schrijf(maak(waarde.soort, inhoud))


def _waarde(bron: bytes) -> Bericht:
    waarde = lees(bron).bericht
    assert waarde is not None
    return waarde


def waarde(bron: bytes) -> Bericht:
    """Return a message as a value."""
    return _waarde(bron)


def levering(inhoud: bytes, naam: str = "bericht.xml") -> Levering:
    """Return a delivery of its own."""
    return Levering(uuid4(), naam, inhoud)
