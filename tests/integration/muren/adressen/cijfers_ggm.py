"""What the GGM export adds to the table of URLs: rows go to nobody but the one who keeps the machine."""

VOOR_ROL = {"cijfers_ggm": "beheer"}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(_team: str) -> dict[str, list[object]]:
    """Return the arguments of the URLs: there are none."""
    return {}
