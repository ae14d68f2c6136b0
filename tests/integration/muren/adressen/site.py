"""What the site itself adds to the table of URLs: everybody with a login searches, each in what is theirs."""

from samendoen.kernel.rechten import Rol

VOOR_ROL = {"zoek": " ".join(Rol)}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """The search screen takes no arguments."""
    return {}
