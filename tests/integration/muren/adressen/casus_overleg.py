"""What case tables add to the table of URLs: a meeting is of its team, an item of its dossier."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL = {"escalatie": WERK, "overleggen": WERK, "overleg_nieuw": WERKEN}
VOOR_DOSSIER = {
    "overleg": WERK,
    "overleg_punt": WERK,
    "overleg_afzeggen": WERKEN,
    "overleg_wijzigen": WERKEN,
    "overleg_deelnemer": WERKEN,
    "overleg_bespreken": WERKEN,
    "overleg_delen": WERKEN,
    "overleg_verplaatsen": WERKEN,
    "casus_agenderen": WERKEN,
    "melding_agenderen": WERKEN,
}
POST_DOSSIER = {
    "overleg_deelnemer_weg": WERKEN,
    "overleg_melding": WERKEN,
    "overleg_meenemen": WERKEN,
    "overleg_heropenen": WERKEN,
    "overleg_toch": WERKEN,
    "overleg_deling_weg": WERKEN,
}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a meeting of the team with a casus on its agenda, and one that comes after it."""
    from tests import overlegmaker as ov
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    [ouder] = maak_gezin(("Tafel", date(1985, 3, 12)))
    melding = maak_melding(ouder, "KANARIEVRAAG", team=team)
    casus = maak_casus(SYSTEEM, melding, maak_medewerker(Rol.CONSULENT, [team]).pk)
    eerst, later = ov.overleg(team=team), ov.overleg(op=date(2024, 6, 10), team=team)
    punt = ov.agendeer(SYSTEEM, eerst, casus=casus, vraag="KANARIEVRAAG")
    wie = ov.zet_aan_tafel(eerst, naam="Vera Veilig", organisatie="Veilig Thuis")
    deling = ov.deel(SYSTEEM, punt, wie)
    van_punt: list[object] = [punt]
    van_overleg: list[object] = [eerst]
    return {
        **dict.fromkeys(
            ("overleg", "overleg_afzeggen", "overleg_toch", "overleg_wijzigen", "overleg_deelnemer"),
            van_overleg,
        ),
        **dict.fromkeys(
            ("overleg_punt", "overleg_bespreken", "overleg_delen", "overleg_verplaatsen"), van_punt
        ),
        "overleg_heropenen": van_punt,
        "casus_agenderen": [casus],
        "melding_agenderen": [melding],
        "overleg_deelnemer_weg": [eerst, wie],
        "overleg_melding": [eerst, melding],
        "overleg_meenemen": [later, punt],
        "overleg_deling_weg": [punt, deling],
    }
