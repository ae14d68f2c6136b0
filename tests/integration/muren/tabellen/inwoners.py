"""What inwoners adds to the tables of actions: what is known of somebody is changed by who writes there."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM

WIE = "loket consulent teamleider"
OP_DOSSIER = {
    "inwoners.wijzig_inwoners": WIE,
    "inwoners.gezinsleden_erbij": WIE,
    "inwoners.gezinsleden_vertrekken": WIE,
    "inwoners.leg_gezag_vast": WIE,
    "inwoners.beeindig_gezag": WIE,
    "inwoners.leg_relaties_vast": WIE,
    "inwoners.beeindig_relaties": WIE,
}
OP_ROL = {"inwoners.registreer_inwoners": WIE, "inwoners.vorm_huishoudens": WIE}
BINNEN = {"inwoners.zorg_voor_huishoudens"}
DAG = date(2024, 6, 3)


def _nieuw(achternaam: str, geboren: date) -> Any:
    from samendoen.inwoners.api import NieuweInwoner

    return NieuweInwoner(uuid4(), achternaam, geboren)


def zet_op(wereld: Any) -> dict[str, Any]:
    """Register a family of which the child and the household are in reach, and people who are not."""
    from samendoen.inwoners import api
    from samendoen.kernel.access import open_dossiers

    volwassen = date(1980, 1, 1)
    ouder, kind, opa, ander = api.registreer_inwoners(
        SYSTEEM,
        [
            _nieuw("Ouder", volwassen),
            _nieuw("Kind", date(2015, 1, 1)),
            _nieuw("Opa", volwassen),
            _nieuw("Ander", volwassen),
        ],
    )
    leden = ((ouder, "ouder"), (kind, "kind"))
    [huishouden] = api.vorm_huishoudens(SYSTEEM, [api.NieuwHuishouden(uuid4(), DAG, leden)])
    api.leg_gezag_vast(SYSTEEM, [api.NieuwGezag(kind, ouder, DAG)])
    [relatie] = api.leg_relaties_vast(
        SYSTEEM, [api.NieuweRelatie(uuid4(), kind, "netwerk", DAG, naam="Buur")]
    )
    with schrijft("kernel"):
        open_dossiers(["jeugd"], "melding", [DAG], [kind])
    return {
        "ouder": ouder,
        "kind": kind,
        "opa": opa,
        "ander": ander,
        "huishouden": huishouden,
        "relatie": relatie,
    }


def _acties() -> dict[str, Callable[[Any, Any], tuple[Any, ...]]]:
    from samendoen.inwoners import api

    return {
        "inwoners.registreer_inwoners": lambda w, r: ([_nieuw("Nieuw", DAG - timedelta(days=9000))],),
        "inwoners.wijzig_inwoners": lambda w, r: (
            [api.Gegevenswijziging(w.extra["kind"], {"roepnaam": "Sam"})],
        ),
        "inwoners.vorm_huishoudens": lambda w, r: (
            [api.NieuwHuishouden(uuid4(), DAG, ((w.extra["ander"], "overig"),))],
        ),
        "inwoners.gezinsleden_erbij": lambda w, r: (
            [api.Toetreding(w.extra["huishouden"], w.extra["opa"], "overig", DAG)],
        ),
        "inwoners.gezinsleden_vertrekken": lambda w, r: (
            [api.Vertrek(w.extra["huishouden"], w.extra["ouder"], DAG)],
        ),
        "inwoners.leg_gezag_vast": lambda w, r: ([api.NieuwGezag(w.extra["kind"], w.extra["opa"], DAG)],),
        "inwoners.beeindig_gezag": lambda w, r: ([api.Gezagseinde(w.extra["kind"], w.extra["ouder"], DAG)],),
        "inwoners.leg_relaties_vast": lambda w, r: (
            [api.NieuweRelatie(uuid4(), w.extra["kind"], "mantelzorger", DAG, naam="Tante")],
        ),
        "inwoners.beeindig_relaties": lambda w, r: ([(w.extra["relatie"], DAG)],),
    }


ARGUMENTEN = _acties()
