"""What stories add to the tables of actions."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.teken_verhalen_op": "beleid",
    "beleid.wijzig_verhaal": "beleid",
    "beleid.zet_beeld": "beleid",
    "beleid.haal_beeld_weg": "beleid",
    "beleid.bied_verhaal_aan": "beleid",
    "beleid.publiceer_verhaal": "beleid",
    "beleid.haal_verhaal_terug": "beleid",
    "beleid.verleng_toestemming": "beleid",
    "beleid.trek_verhaal_in": "beleid",
    "beleid.gooi_verhaal_weg": "beleid",
    "beleid.laat_verhalen_verlopen": "",
    "beleid.laad_voorbeeldverhalen": "",
    "beleid.wis_beeindigde_verhalen": "",
}
BINNEN = {"beleid.noteer_verhalen", "beleid.haal_verhaal_uit_rapporten"}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


def toestemming() -> Any:
    """Give consent for every use, for a year."""
    from samendoen.beleid.api import Toestemminginvoer

    vandaag = klok.vandaag()
    alles = ("koers", "rapport", "markt")
    return Toestemminginvoer("zelf", "formulier", "Z-2024-17", alles, vandaag, vandaag + timedelta(days=365))


def nieuw_verhaal(doel: int, kenmerk: UUID | None = None) -> Any:
    """Give a story in which nobody is to be recognised."""
    from samendoen.beleid.api import NieuwVerhaal

    tekst = "Sinds de koffieochtend kom ik weer buiten."
    return NieuwVerhaal(kenmerk or uuid4(), doel, "Weer buiten", tekst, "inwoner", toestemming())


def zet_op(wereld: Any) -> dict[str, Any]:
    """Write down a draft, and one that waits."""
    from samendoen.beleid.api import bied_verhaal_aan, importeer_plan, teken_verhalen_op
    from samendoen.beleid.models import Doelstelling

    importeer_plan(SYSTEEM, "lopik")
    doel = Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk
    concept, wacht = teken_verhalen_op(SYSTEEM, [nieuw_verhaal(doel), nieuw_verhaal(doel)])
    bied_verhaal_aan(SYSTEEM, wacht, 1, {})
    return {"verhaaldoel": doel, "concept": concept, "wacht": wacht}


def _wijziging(w: Any) -> Any:
    from samendoen.beleid.actions.verhaal import Verhaalwijziging

    return Verhaalwijziging(1, w.extra["verhaaldoel"], "Weer buiten", "Ik kom weer buiten.", "inwoner")


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.teken_verhalen_op": lambda w, r: ([nieuw_verhaal(w.extra["verhaaldoel"])],),
    "beleid.wijzig_verhaal": lambda w, r: (w.extra["concept"], _wijziging(w)),
    "beleid.zet_beeld": lambda w, r: (w.extra["concept"], PNG, "Een kopje koffie."),
    "beleid.haal_beeld_weg": lambda w, r: (w.extra["concept"],),
    "beleid.bied_verhaal_aan": lambda w, r: (w.extra["concept"], 1, {}),
    "beleid.publiceer_verhaal": lambda w, r: (w.extra["wacht"],),
    "beleid.haal_verhaal_terug": lambda w, r: (w.extra["wacht"], "Nog een zin erbij."),
    "beleid.verleng_toestemming": lambda w, r: (w.extra["concept"], toestemming()),
    "beleid.trek_verhaal_in": lambda w, r: (w.extra["wacht"],),
    "beleid.gooi_verhaal_weg": lambda w, r: (w.extra["concept"],),
    "beleid.laat_verhalen_verlopen": lambda w, r: (),
    "beleid.laad_voorbeeldverhalen": lambda w, r: (),
    "beleid.wis_beeindigde_verhalen": lambda w, r: (),
}
