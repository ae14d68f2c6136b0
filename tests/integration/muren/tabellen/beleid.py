"""What beleid adds to the tables of actions: everything hangs on the role, nothing on a dossier."""

from collections.abc import Callable
from datetime import date
from typing import Any

from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.importeer_plan": "beleid",
    "beleid.zet_standen": "beleid",
    "beleid.zet_voorbeeldstanden": "beleid",
    "beleid.laad_voorbeeld": "beleid",
    "beleid.wijzig_verantwoordingen": "beleid",
    "beleid.koppel_indicator": "beleid",
    "beleid.maak_rapport": "beleid",
    "beleid.boek_bestedingen": "beleid",
    "beleid.leg_lezing_weg": "beleid",
    "beleid.lees_document_in": "beleid",
    "beleid.neem_lezing_over": "beleid",
    "beleid.verbeter_lezing": "beleid",
}
BINNEN: set[str] = set()
DOCUMENT = """Wat willen we bereiken?

Iedereen doet mee.

Wat gaan we ervoor doen in 2026?

We openen de deur

De deur is dicht en dat is jammer. Daarom gaat zij open.

Resultaat: De deur is open.
"""


def zet_op(wereld: Any) -> dict[str, Any]:
    """Read in Lopik's plan."""
    from samendoen.beleid.api import importeer_plan, lees_document_in
    from samendoen.beleid.models import Activiteit, Begrotingsregel, Doelstelling

    importeer_plan(SYSTEEM, "lopik")
    importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    return {
        "lezing": lees_document_in(SYSTEEM, "lopik", "voortgang.txt", DOCUMENT.encode()),
        "regel": Begrotingsregel.objects.get(code="innovatie").pk,
        "activiteit": Activiteit.objects.get(code="mbo").pk,
        "doel": Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk,
    }


def _stand(w: Any) -> Any:
    from samendoen.beleid.api import NieuweStand
    from samendoen.kernel import klok

    return NieuweStand(w.extra["activiteit"], "tijd", "oranje", klok.vandaag(), "De planning schuift.")


def _tekst(w: Any) -> Any:
    from samendoen.beleid.api import NieuweVerantwoording

    return NieuweVerantwoording(w.extra["activiteit"], "Er is een overeenkomst getekend.")


def _besteding(w: Any) -> Any:
    from samendoen.beleid.api import NieuweBesteding

    return NieuweBesteding(w.extra["regel"], 2024, 250_000_00, date(2024, 5, 31))


def _verbetering() -> Any:
    from samendoen.beleid.api import Verbetering

    return Verbetering("We openen de deur", "De deur staat open.", "")


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.importeer_plan": lambda w, r: ("lopik",),
    "beleid.zet_standen": lambda w, r: ([_stand(w)],),
    "beleid.zet_voorbeeldstanden": lambda w, r: ("lopik",),
    "beleid.laad_voorbeeld": lambda w, r: (),
    "beleid.wijzig_verantwoordingen": lambda w, r: ([_tekst(w)],),
    "beleid.koppel_indicator": lambda w, r: (w.extra["doel"], "meldingen-per-team"),
    "beleid.boek_bestedingen": lambda w, r: ([_besteding(w)],),
    "beleid.leg_lezing_weg": lambda w, r: (w.extra["lezing"],),
    "beleid.lees_document_in": lambda w, r: ("lopik", "brief.txt", b"Een brief."),
    "beleid.neem_lezing_over": lambda w, r: (w.extra["lezing"],),
    "beleid.verbeter_lezing": lambda w, r: (w.extra["lezing"], 1, 1, 1, _verbetering()),
    "beleid.maak_rapport": lambda w, r: ("voortgang", "lopik"),
}
