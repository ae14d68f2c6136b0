"""What an objection adds to the tables of actions: it hangs on a dossier of its own."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
NEMEN, VOORBEREIDEN = "consulent teamleider", "consulent teamleider backoffice"
OP_DOSSIER = {
    "besluiten.registreer_bezwaren": VOORBEREIDEN,
    "besluiten.deel_bezwaar_toe": VOORBEREIDEN,
    "besluiten.vraag_herstel": NEMEN,
    "besluiten.meld_hersteld": NEMEN,
    "besluiten.leg_horen_vast": NEMEN,
    "besluiten.stel_in_gebreke": VOORBEREIDEN,
    "besluiten.verdaag_bezwaar": NEMEN,
    "besluiten.beslis_bezwaar": NEMEN,
    "besluiten.neem_bezwaarbeslissing_terug": NEMEN,
    "besluiten.maak_bezwaar_bekend": VOORBEREIDEN,
    "besluiten.trek_bezwaar_in": VOORBEREIDEN,
    "besluiten.zet_bezwaar_terug": VOORBEREIDEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make objections in every state, and somebody who took no part in the decision."""
    from samendoen.besluiten.actions.bezwaar import trek_bezwaar_in
    from tests.besluitmaker import maak_catalogus
    from tests.bezwaarmaker import hoor, laat_aanvullen, maak_afwijzing, maak_beslist, maak_bezwaar
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    maak_catalogus()
    [ouder] = maak_gezin(("Bezwaarde", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)

    def nieuw() -> int:
        return maak_bezwaar(SYSTEEM, maak_afwijzing(SYSTEEM, casus, ouder))

    open_, gehoord, beslist, weg, gevraagd = (nieuw() for _ in range(5))
    hoor(SYSTEEM, gehoord)
    maak_beslist(SYSTEEM, beslist)
    trek_bezwaar_in(SYSTEEM, weg, "indiener", VANDAAG)
    laat_aanvullen(SYSTEEM, gevraagd, date(2024, 6, 17))
    return {
        "bz_besluit": maak_afwijzing(SYSTEEM, casus, ouder),
        "bz_wie": maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]).pk,
        "bz_open": open_,
        "bz_gehoord": gehoord,
        "bz_beslist": beslist,
        "bz_weg": weg,
        "bz_gevraagd": gevraagd,
    }


def _nieuw(w: Any) -> Any:
    from tests.bezwaarmaker import nieuw_bezwaar

    return nieuw_bezwaar(w.extra["bz_besluit"])


def _hoor() -> Any:
    from samendoen.besluiten.actions.bezwaarbehandeling import Hoorinvoer

    return Hoorinvoer("afgezien", afzien="wil_niet")


def _oordeel() -> Any:
    from tests.bezwaarmaker import oordeel

    return oordeel()


LATER = date(2024, 6, 17)
ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "besluiten.registreer_bezwaren": lambda w, r: ([_nieuw(w)],),
    "besluiten.deel_bezwaar_toe": lambda w, r: (w.extra["bz_open"], w.extra["bz_wie"]),
    "besluiten.vraag_herstel": lambda w, r: (w.extra["bz_open"], ["gronden"], VANDAAG, LATER),
    "besluiten.meld_hersteld": lambda w, r: (w.extra["bz_gevraagd"], VANDAAG),
    "besluiten.leg_horen_vast": lambda w, r: (w.extra["bz_open"], _hoor()),
    "besluiten.stel_in_gebreke": lambda w, r: (w.extra["bz_open"], VANDAAG),
    "besluiten.verdaag_bezwaar": lambda w, r: (w.extra["bz_open"], 7, "onderzoek", uuid4()),
    "besluiten.beslis_bezwaar": lambda w, r: (w.extra["bz_gehoord"], _oordeel()),
    "besluiten.neem_bezwaarbeslissing_terug": lambda w, r: (w.extra["bz_beslist"],),
    "besluiten.maak_bezwaar_bekend": lambda w, r: (w.extra["bz_beslist"], VANDAAG),
    "besluiten.trek_bezwaar_in": lambda w, r: (w.extra["bz_open"], "indiener", VANDAAG),
    "besluiten.zet_bezwaar_terug": lambda w, r: (w.extra["bz_weg"],),
}
