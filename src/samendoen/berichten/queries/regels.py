"""The lines of a message as they are kept: whom and which assignment each class is about."""

from samendoen.berichten.models import Berichtregel
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.inhoudsopgave import plaatsen
from samendoen.besluiten.api import toewijzingskernen
from samendoen.inwoners.api import personen_met_bsn
from samendoen.kernel.api import SYSTEEM


def regels_van(waarde: Waarde, wet: str) -> list[Berichtregel]:
    """Return the lines of a message that passed level 1, not saved yet; two queries, whatever their number.

    A person or an assignment that we do not know is left open.
    """
    alle = plaatsen(waarde)
    personen = personen_met_bsn(SYSTEEM, {plaats.bsn for plaats in alle})
    kernen = toewijzingskernen(SYSTEEM, {plaats.toewijzing for plaats in alle if plaats.toewijzing})
    dossiers = {nummer: kern.dossier_id for nummer, kern in kernen.items()}
    return [
        Berichtregel(
            volgnummer=nummer,
            klasse=plaats.klasse,
            pad=plaats.pad,
            toewijzing_id=plaats.toewijzing if plaats.toewijzing in kernen else None,
            dossier_id=dossiers.get(plaats.toewijzing or 0),
            inwoner_id=personen.get(plaats.bsn),
            wet=wet,
            retourcodes=list(plaats.codes),
        )
        for nummer, plaats in enumerate(alle, 1)
    ]
