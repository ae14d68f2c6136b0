"""What the investigation adds to the tables of actions: it hangs on the dossiers of a casus."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "casus.begin_onderzoeken": WERKEN,
    "casus.neem_meldingen_mee": WERKEN,
    "casus.kies_leefgebieden": WERKEN,
    "casus.schrijf_bevindingen": WERKEN,
    "casus.schrijf_onderzochten": WERKEN,
    "casus.verstuur_verslagen": WERKEN,
    "casus.geef_cijfers_later": WERKEN,
    "casus.gooi_onderzoek_weg": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with an investigation that runs, one whose report was sent, and one without any."""
    from samendoen.casus.api import verstuur_verslagen, voeg_meldingen_toe
    from samendoen.organisatie.actions.medewerker import zet_in_team
    from samendoen.organisatie.models import Medewerker
    from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
    from tests.onderzoekmaker import begin, kies, vol

    zet_in_team(SYSTEEM, Medewerker.objects.get(gebruiker=wereld.collega).pk, TEAM)

    def casus(naam: str) -> tuple[int, int]:
        [persoon] = maak_gezin((naam, date(1985, 3, 12)))
        return persoon, maak_casus(SYSTEEM, maak_melding(persoon), wereld.collega)

    persoon, loopt = casus("Loopt")
    nummer = begin(SYSTEEM, loopt)
    kies(SYSTEEM, nummer, persoon, "wonen")
    verder = maak_melding(persoon)
    voeg_meldingen_toe(SYSTEEM, [(loopt, verder)])
    ander, klaar = casus("Klaar")
    verstuurd = vol(SYSTEEM, klaar, ander)
    verstuur_verslagen(SYSTEEM, [(verstuurd, VANDAAG)])
    _leeg, zonder = casus("Zonder")
    return {
        "oz_onderzoek": nummer,
        "oz_persoon": persoon,
        "oz_verder": verder,
        "oz_verstuurd": verstuurd,
        "oz_ander": ander,
        "oz_zonder": zonder,
    }


def _nieuw(w: Any) -> Any:
    from samendoen.casus.api import NieuwOnderzoek

    return NieuwOnderzoek(uuid4(), w.extra["oz_zonder"], VANDAAG)


def _keuze(w: Any) -> Any:
    from samendoen.casus.api import Leefgebiedkeuze

    return Leefgebiedkeuze(w.extra["oz_onderzoek"], w.extra["oz_persoon"], ("wonen", "inkomen"))


def _bevinding(w: Any) -> Any:
    from tests.onderzoekmaker import bevinding

    return bevinding(w.extra["oz_onderzoek"], w.extra["oz_persoon"])


def _onderzochte(w: Any) -> Any:
    from tests.onderzoekmaker import onderzochte

    return onderzochte(w.extra["oz_onderzoek"], w.extra["oz_persoon"])


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.begin_onderzoeken": lambda w, r: ([_nieuw(w)],),
    "casus.neem_meldingen_mee": lambda w, r: ([(w.extra["oz_onderzoek"], w.extra["oz_verder"])],),
    "casus.kies_leefgebieden": lambda w, r: ([_keuze(w)],),
    "casus.schrijf_bevindingen": lambda w, r: ([_bevinding(w)],),
    "casus.schrijf_onderzochten": lambda w, r: ([_onderzochte(w)],),
    "casus.verstuur_verslagen": lambda w, r: ([(w.extra["oz_onderzoek"], VANDAAG)],),
    "casus.geef_cijfers_later": lambda w, r: ([(w.extra["oz_verstuurd"], w.extra["oz_ander"], "wonen", 7)],),
    "casus.gooi_onderzoek_weg": lambda w, r: (w.extra["oz_onderzoek"],),
}
