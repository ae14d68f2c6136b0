"""What requests of providers add to the tables of actions: answering hangs on the dossier of the question."""

from collections.abc import Callable
from datetime import date
from typing import Any

BACKOFFICE = "consulent teamleider backoffice"
OP_DOSSIER = {
    "berichten.neem_in_onderzoek": BACKOFFICE,
    "berichten.wijs_verzoeken_af": BACKOFFICE,
    "berichten.neem_antwoorden_terug": BACKOFFICE,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make three requests about a dossier, one refused by an answer that did not arrive."""
    from samendoen.berichten.actions.ontvangst import ontvang
    from samendoen.berichten.models import Bericht, Verzoek
    from samendoen.kernel import klok
    from samendoen.kernel.acties import schrijft
    from samendoen.kernel.actor import SYSTEEM
    from samendoen.kernel.models import Dossier
    from tests.integration.muren.tabellen.berichten import _levering

    dossier = Dossier.objects.get(pk=wereld.dossiers[0])
    bericht = ontvang(SYSTEEM, _levering())
    dag = date(2024, 6, 3)
    with schrijft("berichten"):
        antwoord = Bericht.objects.create(
            richting="uit", status="mislukt", sha256="0" * 64, op=klok.nu(), dossier=dossier, wet=dossier.wet
        )
        rijen = [
            Verzoek.objects.create(
                bericht_id=bericht,
                aanbieder="41414141",
                referentie=f"ref-{nummer}",
                dagtekening=dag,
                ontvangen_op=dag,
                status="afgewezen" if nummer == 3 else "ontvangen",
                antwoord=antwoord if nummer == 3 else None,
                wet="wmo",
                dossier=dossier,
            )
            for nummer in (1, 2, 3)
        ]
    return {"verzoeken": [rij.pk for rij in rijen]}


def _afwijzing(verzoek: int) -> Any:
    from samendoen.berichten.actions.verzoekantwoord import Afwijzing

    return Afwijzing(verzoek, "7")


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "berichten.neem_in_onderzoek": lambda w, r: ([w.extra["verzoeken"][0]],),
    "berichten.neem_antwoorden_terug": lambda w, r: ([w.extra["verzoeken"][2]],),
    "berichten.wijs_verzoeken_af": lambda w, r: ([_afwijzing(w.extra["verzoeken"][1])],),
}
