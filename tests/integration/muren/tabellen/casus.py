"""What casus adds to the tables of actions: everything hangs on the dossiers of a casus."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "casus.open_casussen": WERKEN,
    "casus.voeg_meldingen_toe": WERKEN,
    "casus.betrek_personen": WERKEN,
    # To oneself; that a consulent may not give away the casus of a colleague: test_regie.
    "casus.draag_regie_over": WERKEN,
    "casus.zet_tweede": WERKEN,
    "casus.sluit_casussen": WERKEN,
    "casus.heropen_casus": WERKEN,
    "casus.schrijf_plannen": WERKEN,
    "casus.wijzig_concept": WERKEN,
    "casus.schrijf_doel": WERKEN,
    "casus.schrijf_actie": WERKEN,
    "casus.stel_plannen_vast": WERKEN,
    "casus.gooi_concept_weg": WERKEN,
    "casus.leg_akkoorden_vast": WERKEN,
    "casus.rond_acties_af": WERKEN,
    "casus.heropen_actie": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with a plan that holds and a concept, a closed one, and a question without one."""
    from samendoen.casus.api import rond_acties_af, sluit_casussen, stel_plannen_vast
    from samendoen.casus.models import Actie
    from samendoen.organisatie.actions.medewerker import zet_in_team
    from samendoen.organisatie.models import Medewerker
    from samendoen.toegang.api import handel_melding_af
    from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf

    zet_in_team(SYSTEEM, Medewerker.objects.get(gebruiker=wereld.collega).pk, TEAM)
    ouder, kind = maak_gezin(("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
    doelen = [doel(ouder, actie(), actie("eigen_kracht"))]
    plan = schrijf(SYSTEEM, casus, doelen, VANDAAG + timedelta(days=90))
    stel_plannen_vast(SYSTEEM, [(plan, VANDAAG)])
    eerste, tweede = Actie.objects.order_by("pk").values_list("pk", flat=True)
    rond_acties_af(SYSTEEM, [(tweede, "gedaan", VANDAAG)])
    concept = schrijf(SYSTEEM, casus, doelen, VANDAAG + timedelta(days=90))
    klaar = maak_melding(maak_gezin(("Ander", date(1970, 1, 1)))[0])
    gesloten = maak_casus(SYSTEEM, klaar, wereld.collega)
    handel_melding_af(SYSTEEM, klaar, "onderzocht", VANDAAG)
    sluit_casussen(SYSTEEM, [(gesloten, "zelf_verder", VANDAAG)])
    leeg = maak_melding(maak_gezin(("Nieuw", date(1960, 1, 1)))[0])
    leegstand = maak_casus(SYSTEEM, leeg, wereld.collega)
    handel_melding_af(SYSTEEM, leeg, "onderzocht", VANDAAG)
    return {
        "casus": casus,
        "gesloten": gesloten,
        "te_sluiten": leegstand,
        "plan": plan,
        "concept": concept,
        "doelen": tuple(doelen),
        "actie": eerste,
        "klaar": tweede,
        "ouder": ouder,
        "los": maak_melding(maak_gezin(("Los", date(1990, 1, 1)))[0]),
        "kindvraag": maak_melding(kind),
        "kind": kind,
    }


def _nieuw(w: Any) -> Any:
    from samendoen.casus.api import NieuweCasus

    return NieuweCasus(uuid4(), w.extra["los"], VANDAAG)


def _plan(w: Any) -> Any:
    from samendoen.casus.api import Planinvoer

    return Planinvoer(w.extra["casus"], w.extra["doelen"], VANDAAG + timedelta(days=30))


def _ongewijzigd(plan: Any) -> Any:
    return plan


def _doelschrift(w: Any) -> Any:
    from samendoen.casus.api import Doelschrift
    from tests.casusmaker import doel

    return Doelschrift(w.extra["casus"], doel(w.extra["ouder"]))


def _actieschrift(w: Any) -> Any:
    from samendoen.casus.api import Actieschrift
    from tests.casusmaker import actie

    return Actieschrift(w.extra["casus"], w.extra["doelen"][0].kenmerk, actie())


def _akkoord(w: Any) -> Any:
    from samendoen.casus.api import Akkoordinvoer

    return Akkoordinvoer(w.extra["plan"], w.extra["ouder"], "akkoord", VANDAAG)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.open_casussen": lambda w, r: ([_nieuw(w)],),
    "casus.voeg_meldingen_toe": lambda w, r: ([(w.extra["casus"], w.extra["kindvraag"])],),
    "casus.betrek_personen": lambda w, r: ([(w.extra["casus"], w.extra["kind"])],),
    "casus.draag_regie_over": lambda w, r: ([(w.extra["casus"], w.wie[r], VANDAAG)],),
    "casus.zet_tweede": lambda w, r: (w.extra["casus"], w.wie[r]),
    "casus.sluit_casussen": lambda w, r: ([(w.extra["te_sluiten"], "zelf_verder", VANDAAG)],),
    "casus.heropen_casus": lambda w, r: (w.extra["gesloten"],),
    "casus.schrijf_plannen": lambda w, r: ([_plan(w)],),
    "casus.wijzig_concept": lambda w, r: (w.extra["casus"], _ongewijzigd),
    "casus.schrijf_doel": lambda w, r: (_doelschrift(w),),
    "casus.schrijf_actie": lambda w, r: (_actieschrift(w),),
    "casus.stel_plannen_vast": lambda w, r: ([(w.extra["concept"], VANDAAG)],),
    "casus.gooi_concept_weg": lambda w, r: (w.extra["concept"],),
    "casus.leg_akkoorden_vast": lambda w, r: ([_akkoord(w)],),
    "casus.rond_acties_af": lambda w, r: ([(w.extra["actie"], "gedaan", VANDAAG)],),
    "casus.heropen_actie": lambda w, r: (w.extra["klaar"],),
}
