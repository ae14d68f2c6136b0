"""How far the demo of a data folder is: one small file, read before Django knows its settings."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

BESTAND = "demo.json"


@dataclass(frozen=True, slots=True)
class Stand:
    """What was built here. `klaar` is written last: without it the build broke off."""

    gemeente: str
    schaal: float
    vandaag: str
    klaar: bool


def lees_stand(home: Path) -> Stand | None:
    """Return the state of the demo in this data folder, or None where there is no demo."""
    try:
        return Stand(**json.loads((home / BESTAND).read_text()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return Stand("", 0.0, "", klaar=False)


def schrijf_stand(home: Path, stand: Stand) -> None:
    """Write the state; it is there whole or not at all."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    tijdelijk = home / f".{BESTAND}.nieuw"
    tijdelijk.write_text(json.dumps(asdict(stand)))
    os.replace(tijdelijk, home / BESTAND)


def demo_vandaag(home: Path) -> str:
    """Return the day that the demo in this data folder shows as today; "" where there is no demo."""
    stand = lees_stand(home)
    return stand.vandaag if stand else ""
