"""What advice without a dossier adds to the table of URLs."""

LOKET = "loket consulent teamleider"
VOOR_ROL = {"adviezen": LOKET}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"advies_intrekken": LOKET}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Name an advice that nobody gave."""
    return {"advies_intrekken": [1]}
