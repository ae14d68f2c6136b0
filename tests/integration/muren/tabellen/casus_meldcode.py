"""What the meldcode adds to the tables of actions."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
ACTIES = (
    "begin_meldcodes leg_stappen_vast trek_stap_in pauzeer_meldcode hervat_meldcode rond_meldcode_af "
    "heropen_meldcode trek_meldcode_in verklaar_geen_tweede"
)
OP_DOSSIER = {f"casus.{naam}": WERKEN for naam in ACTIES.split()}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with a path that runs, one that waits, one that is done and one that ended."""
    from samendoen.casus.api import begin_meldcodes, leg_stappen_vast, pauzeer_meldcode, rond_meldcode_af
    from samendoen.casus.rules import STAPPEN
    from tests.veiligheidmaker import maak_veilig_gezin, meldcode, stap

    casus, ouder = maak_veilig_gezin(wereld.collega)
    loopt, wacht, klaar, af = begin_meldcodes(SYSTEEM, [meldcode(casus, ouder) for _ in range(4)])
    stappen = leg_stappen_vast(SYSTEEM, [stap(pad, s.value) for pad in (klaar, af) for s in STAPPEN])
    pauzeer_meldcode(SYSTEEM, wacht, "Wacht op advies.", VANDAAG + timedelta(days=7))
    rond_meldcode_af(SYSTEEM, af)
    paden = {"loopt": loopt, "wacht": wacht, "klaar": klaar, "af": af}
    return {"mc_casus": casus, "mc_wie": ouder, "mc_stap": stappen[0], "mc": paden}


def _nieuw(w: Any) -> Any:
    from tests.veiligheidmaker import meldcode

    return meldcode(w.extra["mc_casus"], w.extra["mc_wie"])


def _stap(w: Any) -> Any:
    from tests.veiligheidmaker import stap

    return stap(w.extra["mc"]["loopt"], "signalen")


LATER = VANDAAG + timedelta(days=7)
ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.begin_meldcodes": lambda w, r: ([_nieuw(w)],),
    "casus.leg_stappen_vast": lambda w, r: ([_stap(w)],),
    "casus.trek_stap_in": lambda w, r: (w.extra["mc_stap"],),
    "casus.pauzeer_meldcode": lambda w, r: (w.extra["mc"]["loopt"], "Wacht.", LATER),
    "casus.hervat_meldcode": lambda w, r: (w.extra["mc"]["wacht"],),
    "casus.rond_meldcode_af": lambda w, r: (w.extra["mc"]["klaar"],),
    "casus.heropen_meldcode": lambda w, r: (w.extra["mc"]["af"],),
    "casus.trek_meldcode_in": lambda w, r: (w.extra["mc"]["loopt"], "Vergissing."),
    "casus.verklaar_geen_tweede": lambda w, r: (w.extra["mc"]["loopt"], "geen_collega"),
}
