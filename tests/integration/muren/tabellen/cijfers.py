"""Figures in the tables of who may do what."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings

from samendoen.cijfers.rules.keuze import Keuze
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM

if TYPE_CHECKING:
    from tests.integration.muren.test_toegangstabel import Wereld

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "cijfers.maak_momentopname": "beleid beheer",
    "cijfers.publiceer": "beleid beheer",
    "cijfers.bewaar_vraag": "teamleider beleid raad beheer",
    "cijfers.haal_vraag_weg": "teamleider beleid raad beheer",
    "cijfers.voer_ggm_uit": "beheer",
}
BINNEN: set[str] = set()
VRAAG = Keuze("melding")
EERGISTEREN = date(2024, 6, 1)
ARGUMENTEN: dict[str, Any] = {
    "cijfers.maak_momentopname": lambda w, r: (),
    "cijfers.publiceer": lambda w, r: (EERGISTEREN,),
    "cijfers.bewaar_vraag": lambda w, r: ("Een vraag", VRAAG),
    "cijfers.haal_vraag_weg": lambda w, r: (w.extra["vragen"][r],),
    "cijfers.voer_ggm_uit": lambda w, r: (Path(settings.SAMENDOEN_HOME) / f"ggm-{uuid4()}", EERGISTEREN),
}


def zet_op(wereld: "Wereld") -> dict[str, Any]:
    """Freeze a day that can be published, publish an earlier one, and have everybody keep a question."""
    from samendoen.cijfers.api import maak_momentopname, publiceer
    from samendoen.cijfers.models import Eigenvraag
    from samendoen.kernel.acties import schrijft

    maak_momentopname(SYSTEEM, EERGISTEREN)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM, date(2024, 4, 1)).peildatum)
    with schrijft("cijfers"):
        vragen = {
            rol: Eigenvraag.objects.create(
                gebruiker_id=pk, naam="Bewaard", adres="feit=melding", bewaard_op=klok.nu()
            ).pk
            for rol, pk in wereld.wie.items()
        }
    return {"vragen": vragen}
