"""What the rule of notes asks: take out what a note says of somebody whose data were erased."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from samendoen.casus.events import NOTITIE
from samendoen.casus.models import Notitie
from samendoen.casus.queries.taken import regisseurs
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.werk.api import taakregel

SCHONEN = "notitie-schonen"
"""Code of the task rule."""


def te_schonen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director (without one: the team) of every note that is to be cleaned."""
    regel = taakregel(SCHONEN)
    rijen = list(Notitie.objects.filter(schonen_sinds__lte=dag).select_related("casus__team").order_by("pk"))
    regie = regisseurs({rij.casus_id for rij in rijen})
    for rij in rijen:
        if rij.schonen_sinds is None:  # cannot be: that is what was asked
            continue
        tekst, uitleg = regel.schrijf(dag=datum_lang(rij.schonen_sinds))
        wie = regie.get(rij.casus_id)
        yield Taakvoorstel(
            sleutel=f"{rij.pk}.{rij.schonen_sinds.isoformat()}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=rij.schonen_sinds + regel.dagen("binnen_dagen"),
            dossier_id=rij.dossier_id,
            groep_id=None if wie else rij.casus.team.groep_id,
            gebruiker_id=wie,
            onderwerp_soort=NOTITIE,
            onderwerp_id=rij.pk,
        )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task was computed."""
    return [(_("Gegevens gewist"), date.fromisoformat(sleutel.partition(".")[2]))]
