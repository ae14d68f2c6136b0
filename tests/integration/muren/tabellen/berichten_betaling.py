"""What paying an invoice adds to the tables of actions: it hangs on the dossier that the invoice is about."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

BACKOFFICE = "consulent teamleider backoffice"
OP_DOSSIER = {"berichten.betaal_declaraties": BACKOFFICE, "berichten.trek_betalingen_in": BACKOFFICE}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()
DAG = date(2024, 6, 3)


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make an invoice about a dossier, of which a part was paid."""
    from samendoen.berichten.models import Bericht
    from samendoen.berichten.queries.rekening import kenmerk_van
    from samendoen.besluiten.models import Aanbieder, Betaling, Declaratie
    from samendoen.kernel import klok
    from samendoen.kernel.acties import schrijft
    from samendoen.kernel.models import Dossier

    dossier = Dossier.objects.get(pk=wereld.dossiers[0])
    with schrijft("berichten"):
        bericht = Bericht.objects.create(
            richting="in",
            status="verwerkt",
            soort="WMO323",
            afzender="99990001",
            identificatie="B1",
            sha256="0" * 64,
            op=klok.nu(),
            toegekend_eurocent=36000,
            dossier=dossier,
            wet=dossier.wet,
        )
    with schrijft("besluiten"):
        declaratie = Declaratie.objects.create(
            kenmerk=kenmerk_van("99990001", "WMO323", "B1"),
            aanbieder=Aanbieder.objects.create(agb="99990001", naam="Proef", plaats="Leerdam"),
            wet="wmo",
            nummer="D1",
            van=DAG,
            tot=date(2024, 6, 4),
            dagtekening=DAG,
            geboekt_op=DAG,
            ingediend_eurocent=36000,
            toegekend_eurocent=36000,
            betaald_eurocent=100,
        )
        betaling = Betaling.objects.create(kenmerk=uuid4(), declaratie=declaratie, op=DAG, eurocent=100)
    return {"declaratie": bericht.pk, "betaling": betaling.pk}


def _betaling(w: Any) -> Any:
    from samendoen.berichten.actions.betaling import Betaling

    return Betaling(uuid4(), w.extra["declaratie"], DAG, 200)


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "berichten.betaal_declaraties": lambda w, r: ([_betaling(w)],),
    "berichten.trek_betalingen_in": lambda w, r: ([(w.extra["declaratie"], w.extra["betaling"])],),
}
