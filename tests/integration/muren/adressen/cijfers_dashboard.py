"""Dashboards and open data in the table of who may open which URL."""

VOOR_ROL = {
    "dashboards": "consulent teamleider beleid raad beheer",
    "dashboard": "consulent teamleider",
    "mijn_cijfers": "consulent teamleider",
    "dashboard_blok": "beleid raad",
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR = {"opendata", "opendata_catalogus"}


def adressen(team: str) -> dict[str, list[object]]:
    """Return the arguments of each URL: the professional's dashboard, and a block of the council's."""
    return {"dashboard": ["mijn"], "dashboard_blok": ["raad", "eenzaamheid", "csv"]}
