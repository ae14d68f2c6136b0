"""What the meldcode adds to the table of URLs."""

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

ZIEN, WERKEN = "consulent teamleider kwaliteit", "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
FORMULIEREN = (
    *("keten", "tweede", "pauze", "hervatten", "afronden"),
    *("heropenen", "intrekken", "stap", "overslaan"),
)
VOOR_DOSSIER = {
    "meldcode_beginnen": WERKEN,
    "meldcode": ZIEN,
    "stap_intrekken": WERKEN,
    **{f"meldcode_{naam}": WERKEN for naam in FORMULIEREN},
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a path of the meldcode in which a step was taken."""
    from samendoen.casus.api import begin_meldcodes, leg_stappen_vast
    from tests.maak import maak_medewerker
    from tests.veiligheidmaker import maak_veilig_gezin, meldcode, stap

    casus, ouder = maak_veilig_gezin(maak_medewerker(Rol.CONSULENT, [team]).pk, team)
    [pad] = begin_meldcodes(SYSTEEM, [meldcode(casus, ouder)])
    [stap_id] = leg_stappen_vast(SYSTEEM, [stap(pad, "signalen", "KANARIEVRAAG")])
    args: dict[str, list[object]] = {f"meldcode_{naam}": [pad] for naam in FORMULIEREN}
    args |= {f"meldcode_{naam}": [pad, "gesprek"] for naam in ("stap", "overslaan")}
    return args | {"meldcode_beginnen": [casus], "meldcode": [pad], "stap_intrekken": [stap_id]}
