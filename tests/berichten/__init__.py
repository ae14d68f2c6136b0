"""Messages for tests: the golden ones, written by hand from the specification, and variants of them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samendoen.berichten.api import SOORTEN, Berichtsoort, controleer, inhoud_van, maak, schrijf

GOUD = Path(__file__).parent / "goud"


def goud(code: str) -> bytes:
    """Return the golden message of a kind such as WMO301."""
    return (GOUD / f"{code.lower()}.xml").read_bytes()


def inhoud(code: str) -> dict[str, Any]:
    """Return the golden message of a kind as nested mappings."""
    bericht = controleer(goud(code)).bericht
    assert bericht is not None
    return dict(inhoud_van(bericht.wortel))


def variant(code: str, wijzigingen: Mapping[str, Any]) -> bytes:
    """Return the golden message of a kind with other values at some paths; None takes an element out.

    A path goes down by name, "Client/Contactgegevens/Contact[2]/Soort"; the elements come in the right order.
    """
    geheel = inhoud(code)
    for pad, waarde in wijzigingen.items():
        _zet(geheel, pad.split("/"), waarde)
    return schrijf(maak(SOORTEN[code], geheel))


def schemamap() -> Path | None:
    """Return the folder with the official schemas, when there is one."""
    return Path(os.environ["SAMENDOEN_XSD_MAP"]) if os.environ.get("SAMENDOEN_XSD_MAP") else None


def alle_soorten() -> list[Berichtsoort]:
    """Return all kinds of message."""
    return list(SOORTEN.values())


def _zet(in_: dict[str, Any], stappen: list[str], waarde: Any) -> None:
    naam, _, plek = stappen[0].rstrip("]").partition("[")
    if len(stappen) == 1 and not plek:
        in_[naam] = waarde
        return
    rij = in_.get(naam)
    rij = [dict(een) for een in rij] if isinstance(rij, list | tuple) else [dict(rij or {})]
    nummer = int(plek or 1) - 1
    if nummer == len(rij):
        rij.append({})
    if len(stappen) > 1:
        _zet(rij[nummer], stappen[1:], waarde)
    elif waarde is None:
        del rij[nummer]
    else:
        rij[nummer] = waarde
    in_[naam] = rij
