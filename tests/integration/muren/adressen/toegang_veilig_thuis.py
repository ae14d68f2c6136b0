"""What reports from Veilig Thuis add to the table of URLs."""

VOOR_ROL = {"veilig_thuis": "loket consulent teamleider kwaliteit backoffice leerplicht partner"}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """It takes no arguments."""
    return {}
