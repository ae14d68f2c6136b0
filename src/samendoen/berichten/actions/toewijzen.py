"""Tell providers what is assigned to them: a 301 per client and provider, when something changed."""

from samendoen.berichten.actions.klaarzetten import Uitgaand, zet_klaar
from samendoen.berichten.actions.verzoekantwoord import houd_vast, wijs_verzoeken_toe
from samendoen.berichten.models import Berichtregel
from samendoen.berichten.queries.toewijzingen import KLASSE, TeSturen, op_te_stellen, vingerafdruk
from samendoen.kernel.api import Actor, Permissie, actie, op_beurt

PAD = "/Bericht/Client"


@actie("berichten", Permissie.SYSTEEM)
def stel_toewijzingen_op(door: Actor) -> int:
    """Make every 301 that is to go and can be made; return how many. Nothing changed: nothing is made.

    What cannot be made is a task of the back office, and goes as soon as it can.
    """
    op_beurt("berichten 301")
    klaar = _klaar()
    while not houd_vast([pk for te_sturen in klaar for pk in te_sturen.verzoeken]):
        klaar = _klaar()
    gemaakt = zet_klaar(door, [_uitgaand(te_sturen) for te_sturen in klaar])
    wijs_verzoeken_toe(door, {pk: ids for te_sturen in klaar for pk, ids in te_sturen.verzoeken.items()})
    return len(gemaakt)


def _klaar() -> list[TeSturen]:
    return [te_sturen for te_sturen in op_te_stellen() if te_sturen.bericht is not None]


def _uitgaand(te_sturen: TeSturen) -> Uitgaand:
    assert te_sturen.bericht is not None
    wie = {"inwoner_id": te_sturen.persoon_id, "wet": te_sturen.wet}
    producten = [
        Berichtregel(
            volgnummer=nummer + 1,
            klasse=KLASSE,
            pad=f"{PAD}/ToegewezenProducten/{KLASSE}[{nummer}]",
            toewijzing_id=kern.id,
            dossier_id=kern.dossier_id,
            vingerafdruk=vingerafdruk(kern),
            toegewezen_op=moment,
            **wie,
        )
        for nummer, (kern, moment) in enumerate(zip(te_sturen.kernen, te_sturen.momenten, strict=True), 1)
    ]
    client = Berichtregel(volgnummer=1, klasse="Client", pad=PAD, dossier_id=te_sturen.dossier_id, **wie)
    return Uitgaand(
        maak=te_sturen.bericht.maak,
        inwoner=te_sturen.persoon_id,
        dossier=te_sturen.dossier_id,
        regels=[client, *producten],
    )
