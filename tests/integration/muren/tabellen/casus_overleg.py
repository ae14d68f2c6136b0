"""What case tables add to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
OP_DOSSIER = {
    "casus.agendeer_punten": "consulent teamleider",
    "casus.bespreek_punten": "consulent teamleider",
    "casus.deel_gegevens": "consulent teamleider",
    "casus.heropen_punt": "consulent teamleider",
    "casus.trek_deling_in": "consulent teamleider",
    "casus.verplaats_punten": "consulent teamleider",
}
# A meeting belongs to its team and to who sits at it, not to a dossier.
OP_ROL = {
    "casus.haal_deelnemer_weg": "consulent teamleider",
    "casus.plan_overleg_weer": "consulent teamleider",
    "casus.plan_overleggen": "consulent teamleider",
    "casus.voeg_deelnemers_toe": "consulent teamleider",
    "casus.wijzig_overleg": "consulent teamleider",
    "casus.zeg_overleg_af": "consulent teamleider",
}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a meeting with two casussen on its agenda: one is open, one was discussed."""
    from samendoen.casus.api import Bespreking, bespreek_punten
    from tests import overlegmaker as ov
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding

    eerst, later = ov.overleg(), ov.overleg(op=date(2024, 6, 10))
    casussen = []
    for naam in ("Tafel", "Stoel"):
        [ouder] = maak_gezin((naam, date(1985, 3, 12)))
        casussen.append(maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega))
    punten = [ov.agendeer(SYSTEEM, eerst, casus=c) for c in casussen]
    for rol in (Rol.CONSULENT, Rol.TEAMLEIDER):  # without a team: only who sits there may change it
        for nummer in (eerst, later):
            ov.zet_aan_tafel(nummer, wereld.wie[rol])
    los = ov.zet_aan_tafel(eerst, naam="Per Ongeluk", organisatie="Politie")
    wie = ov.zet_aan_tafel(eerst, naam="Vera Veilig", organisatie="Veilig Thuis")
    deling = ov.deel(SYSTEEM, punten[0], wie)
    bespreek_punten(SYSTEEM, [Bespreking(punten[1], "advies")])
    return {
        "ov_eerst": eerst,
        "ov_later": later,
        "ov_casus": casussen[0],
        "ov_open": punten[0],
        "ov_klaar": punten[1],
        "ov_wie": wie,
        "ov_los": los,
        "ov_deling": deling,
    }


def _overleg(w: Any, rol: Rol) -> Any:
    from samendoen.casus.api import NieuwOverleg
    from tests.casusmaker import TEAM

    return NieuwOverleg(uuid4(), "teamoverleg", TEAM, date(2024, 7, 1), w.wie[rol])


def _afzegging(w: Any) -> Any:
    from samendoen.casus.api import Afzegging

    return Afzegging(w.extra["ov_later"], "vrij")


def _agendering(w: Any) -> Any:
    from samendoen.casus.api import Agendering

    return Agendering(uuid4(), w.extra["ov_later"], casus=w.extra["ov_casus"])


def _bespreking(w: Any) -> Any:
    from samendoen.casus.api import Bespreking

    return Bespreking(w.extra["ov_open"], "oppakken", "Joke belt.")


def _deling(w: Any) -> Any:
    from samendoen.casus.api import Delinginvoer

    return Delinginvoer(uuid4(), w.extra["ov_open"], w.extra["ov_wie"], "Zorgen.", "taak_wmo")


def _deelnemer(w: Any) -> Any:
    from samendoen.casus.api import Deelnemerinvoer

    return Deelnemerinvoer(uuid4(), w.extra["ov_later"], naam="Wim Wijk", organisatie="Politie")


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.agendeer_punten": lambda w, r: ([_agendering(w)],),
    "casus.bespreek_punten": lambda w, r: ([_bespreking(w)],),
    "casus.deel_gegevens": lambda w, r: ([_deling(w)],),
    "casus.heropen_punt": lambda w, r: (w.extra["ov_klaar"],),
    "casus.trek_deling_in": lambda w, r: (w.extra["ov_deling"],),
    "casus.verplaats_punten": lambda w, r: ([(w.extra["ov_open"], w.extra["ov_later"])],),
    "casus.haal_deelnemer_weg": lambda w, r: (w.extra["ov_los"],),
    "casus.plan_overleggen": lambda w, r: ([_overleg(w, r)],),
    "casus.voeg_deelnemers_toe": lambda w, r: ([_deelnemer(w)],),
    "casus.plan_overleg_weer": lambda w, r: (w.extra["ov_later"],),
    "casus.wijzig_overleg": lambda w, r: (w.extra["ov_later"], date(2024, 6, 11), None),
    "casus.zeg_overleg_af": lambda w, r: (_afzegging(w),),
}
