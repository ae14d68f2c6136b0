"""What notes add to the tables of actions: they hang on the dossiers of those about whom they are."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "casus.begin_notities": WERKEN,
    "casus.schrijf_notities": WERKEN,
    "casus.kies_wie": WERKEN,
    "casus.rond_notities_af": WERKEN,
    "casus.verbeter_notitie": WERKEN,
    "casus.gooi_notitie_weg": WERKEN,
    "casus.trek_notitie_in": WERKEN,
    "casus.zet_notitie_terug": WERKEN,
    "casus.schoon_notitie": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with a note in each state."""
    from samendoen.casus.api import trek_notitie_in
    from samendoen.kernel.wissen import wis_persoon
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.notitiemaker import begin, klaar, schrijf

    ouder, kind = maak_gezin(("Notitie", date(1985, 3, 12)), ("Gewist", date(2012, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
    samen = klaar(SYSTEEM, casus, ouder, kind)
    wis_persoon(SYSTEEM, kind, samen.personen.get(inwoner=kind).wet, "verzoek")
    samen.refresh_from_db()
    concept = begin(SYSTEEM, casus, ouder)
    schrijf(SYSTEEM, concept)
    ingetrokken = klaar(SYSTEEM, casus, ouder)
    trek_notitie_in(SYSTEEM, ingetrokken.pk, "Vergissing.")
    return {
        "no_casus": casus,
        "no_ouder": ouder,
        "no_concept": concept,
        "no_klaar": klaar(SYSTEEM, casus, ouder).pk,
        "no_ingetrokken": ingetrokken.pk,
        "no_samen": samen,
    }


def _nieuw(w: Any) -> Any:
    from samendoen.casus.api import NieuweNotitie

    return NieuweNotitie(uuid4(), w.extra["no_casus"], "mdo", (w.extra["no_ouder"],))


def _invoer(w: Any) -> Any:
    from tests.notitiemaker import invoer

    return invoer(w.extra["no_concept"], "Anders.")


def _wie(w: Any) -> Any:
    from samendoen.casus.api import Notitiewie

    return Notitiewie(w.extra["no_concept"].pk, (w.extra["no_ouder"],), ())


def _schoning(w: Any) -> Any:
    from samendoen.casus.actions.notitieinvoer import woorden_van
    from samendoen.casus.actions.notitiewissen import notitieteken
    from samendoen.casus.api import Schoning

    rij = w.extra["no_samen"]
    return Schoning(rij.pk, {woorden_van(rij).delen[0].code: "Schoon."}, "", notitieteken(rij))


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.begin_notities": lambda w, r: ([_nieuw(w)],),
    "casus.schrijf_notities": lambda w, r: ([_invoer(w)],),
    "casus.kies_wie": lambda w, r: ([_wie(w)],),
    "casus.rond_notities_af": lambda w, r: ([w.extra["no_concept"].pk],),
    "casus.verbeter_notitie": lambda w, r: (w.extra["no_klaar"], uuid4()),
    "casus.gooi_notitie_weg": lambda w, r: (w.extra["no_concept"].pk,),
    "casus.trek_notitie_in": lambda w, r: (w.extra["no_klaar"], "Niet waar."),
    "casus.zet_notitie_terug": lambda w, r: (w.extra["no_ingetrokken"],),
    "casus.schoon_notitie": lambda w, r: (_schoning(w),),
}
