"""What inwoners adds to the table of URLs: a resident opens for who has a grant on one of the dossiers."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM

WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WIJZIGEN = "loket consulent teamleider"
VOOR_ROL = {"inwoner_nieuw": WIJZIGEN, "inwoner_ingeschreven": WIJZIGEN}
VOOR_DOSSIER = {
    "inwoner": WERK,
    "inwoner_wijzigen": WIJZIGEN,
    "inwoner_lid_erbij": WIJZIGEN,
    "inwoner_lid_vertrekt": WIJZIGEN,
    "inwoner_gezag": WIJZIGEN,
    "inwoner_gezag_einde": WIJZIGEN,
    "inwoner_relatie": WIJZIGEN,
    "inwoner_relatie_einde": WIJZIGEN,
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()
DAG = date(2024, 6, 3)


def adressen(team: str) -> dict[str, list[object]]:
    """Register a parent and a child, on whose dossiers a team works."""
    from samendoen.inwoners import api
    from samendoen.kernel.access import Toekenning, ken_toe, open_dossiers
    from samendoen.kernel.acties import schrijft
    from samendoen.kernel.models import Groep, Grond, Niveau

    ouder, kind = api.registreer_inwoners(
        SYSTEEM,
        [
            api.NieuweInwoner(uuid4(), "KANARIEVRAAG", date(1980, 1, 1)),
            api.NieuweInwoner(uuid4(), "KANARIEVRAAG", date(2015, 1, 1)),
        ],
    )
    [huis] = api.vorm_huishoudens(
        SYSTEEM, [api.NieuwHuishouden(uuid4(), DAG, ((ouder, "ouder"), (kind, "kind")))]
    )
    api.leg_gezag_vast(SYSTEEM, [api.NieuwGezag(kind, ouder, DAG)])
    [relatie] = api.leg_relaties_vast(
        SYSTEEM, [api.NieuweRelatie(uuid4(), kind, "netwerk", DAG, naam="Buur")]
    )
    with schrijft("kernel"):
        dossiers = open_dossiers(["jeugd", "wmo"], "melding", [DAG, DAG], [kind, ouder])
        groep = Groep.objects.get(code=team).pk
        ken_toe(Toekenning(d.pk, Niveau.SCHRIJFBAAR, Grond.TEAM, d.wet, groep_id=groep) for d in dossiers)
    args: dict[str, list[object]] = {naam: [kind] for naam in VOOR_DOSSIER}
    return args | {
        "inwoner_lid_vertrekt": [kind, huis, ouder],
        "inwoner_gezag_einde": [kind, ouder],
        "inwoner_relatie_einde": [kind, relatie],
    }
