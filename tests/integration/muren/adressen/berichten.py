"""What berichten adds to the table of URLs: the list is the back office's, a message hangs on its dossier."""

from datetime import date

BACKOFFICE = "consulent teamleider backoffice"
VOOR_ROL = {"berichten": "backoffice"}
VOOR_DOSSIER = {
    "bericht": BACKOFFICE,
    "bericht_xml": BACKOFFICE,
    "bericht_herzenden": BACKOFFICE,
    "bericht_afhandelen": BACKOFFICE,
    "bericht_heropenen": BACKOFFICE,
    "bericht_verwerken": BACKOFFICE,
    "bericht_betalen": BACKOFFICE,
    "bericht_betaling_intrekken": BACKOFFICE,
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a message that was sent about somebody of this team."""
    from samendoen.berichten.models import Bericht
    from samendoen.kernel import klok
    from samendoen.kernel.acties import schrijft
    from samendoen.kernel.models import Dossier
    from tests.casusmaker import maak_gezin, maak_melding

    [wie] = maak_gezin(("Anna", date(1950, 1, 1)))
    maak_melding(wie, "KANARIEVRAAG", team=team)
    dossier = Dossier.objects.filter(persoon=wie).order_by("pk")[0]
    with schrijft("berichten"):
        rij = Bericht.objects.create(
            richting="uit",
            status="aangeboden",
            soort="WMO301",
            sha256="0" * 64,
            ruw=b"<Proef/>",
            op=klok.nu(),
            aangeboden_op=klok.nu(),
            dossier=dossier,
            inwoner_id=wie,
            wet=dossier.wet,
        )
    alleen: dict[str, list[object]] = {naam: [rij.pk] for naam in VOOR_DOSSIER}
    return alleen | {"bericht_betaling_intrekken": [rij.pk, 1]}
