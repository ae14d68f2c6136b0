"""What requests of providers add to the table of URLs: a request hangs on the dossier of its question."""

from datetime import date

BACKOFFICE = "consulent teamleider backoffice"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "verzoek": BACKOFFICE,
    "verzoek_onderzoeken": BACKOFFICE,
    "verzoek_terugnemen": BACKOFFICE,
    "verzoek_afwijzen": BACKOFFICE,
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a request about somebody of this team."""
    from uuid import uuid4

    from samendoen.berichten.models import Verzoek
    from samendoen.berichten.post import Levering, ontvang
    from samendoen.kernel.acties import schrijft
    from samendoen.kernel.actor import SYSTEEM
    from samendoen.kernel.models import Dossier
    from tests.casusmaker import maak_gezin, maak_melding

    [wie] = maak_gezin(("Anna", date(1950, 1, 1)))
    melding = maak_melding(wie, "KANARIEVRAAG", team=team)
    dossier = Dossier.objects.filter(persoon=wie).order_by("pk")[0]
    bericht = ontvang(SYSTEEM, Levering(uuid4(), "proef.xml", b"<Proef/>"))
    with schrijft("berichten"):
        rij = Verzoek.objects.create(
            bericht_id=bericht,
            aanbieder="41414141",
            referentie="ref",
            dagtekening=date(2024, 6, 3),
            ontvangen_op=date(2024, 6, 3),
            status="ontvangen",
            gevraagd=[{"categorie": "01", "code": "01A01", "toewijzing": None, "einde": "2024-12-31"}],
            melding_id=melding,
            wet="wmo",
            inwoner_id=wie,
            dossier=dossier,
        )
    return {naam: [rij.pk] for naam in VOOR_DOSSIER}
