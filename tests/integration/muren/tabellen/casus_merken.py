"""What marks and judgments of safety add to the tables of actions."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "casus.zet_merken": WERKEN,
    "casus.verleng_merken": WERKEN,
    "casus.hef_merken_op": WERKEN,
    "casus.taxeer_veiligheid": WERKEN,
    "casus.trek_taxatie_in": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with somebody who is marked, and whose safety was judged."""
    from samendoen.casus.api import taxeer_veiligheid, zet_merken
    from tests.veiligheidmaker import maak_veilig_gezin, merk, taxatie

    casus, ouder = maak_veilig_gezin(wereld.collega)
    [merk_id] = zet_merken(SYSTEEM, [merk(casus, ouder, besloten_door=wereld.collega)])
    [taxatie_id] = taxeer_veiligheid(SYSTEEM, [taxatie(casus, ouder)])
    return {"vm_casus": casus, "vm_wie": ouder, "vm_merk": merk_id, "vm_taxatie": taxatie_id}


def _merk(w: Any) -> Any:
    from tests.veiligheidmaker import merk

    return merk(w.extra["vm_casus"], w.extra["vm_wie"], besloten_door=w.collega)


def _taxatie(w: Any) -> Any:
    from tests.veiligheidmaker import taxatie

    return taxatie(w.extra["vm_casus"], w.extra["vm_wie"])


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.zet_merken": lambda w, r: ([_merk(w)],),
    "casus.verleng_merken": lambda w, r: ([(w.extra["vm_merk"], VANDAAG + timedelta(days=90))],),
    "casus.hef_merken_op": lambda w, r: ([(w.extra["vm_merk"], "Een vergissing.")],),
    "casus.taxeer_veiligheid": lambda w, r: ([_taxatie(w)],),
    "casus.trek_taxatie_in": lambda w, r: (w.extra["vm_taxatie"],),
}
