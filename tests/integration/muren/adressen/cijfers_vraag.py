"""What own questions, and what practice misses, add to the table of URLs."""

ZIEN = "teamleider beleid raad beheer"
VOOR_ROL = {"cijfers_gemis": ZIEN, "eigen_vraag": ZIEN, "eigen_vraag_bestand": ZIEN}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"eigen_vraag_bewaren": ZIEN, "eigen_vraag_weg": ZIEN}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Return the arguments of its URLs; a question of nobody is not found, which is not refused."""
    return {"eigen_vraag_bestand": ["csv"], "eigen_vraag_weg": [999_999]}
