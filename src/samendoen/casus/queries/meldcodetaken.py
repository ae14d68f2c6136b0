"""What the rules of the meldcode ask of who directs: go on after a pause, and hear back from Veilig Thuis.

The tasks hang on no dossier, so that nobody but the director sees them.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from samendoen.casus.events import MELDCODE
from samendoen.casus.models import Meldcodepad, Meldcodestap
from samendoen.casus.queries.merken import taak
from samendoen.casus.queries.taken import regisseurs
from samendoen.casus.rules import Padstatus, Stapsoort, Status
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.recht.api import plus_werkdagen
from samendoen.schil.api import datum_lang
from samendoen.werk.api import taakregel

PAUZE, TERUGKOPPELING = "meldcode-pauze", "veilig-thuis-terugkoppeling"
"""Codes of the task rules."""


def pauzes(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every path whose pause ends soon after `dag`, or ended."""
    regel = taakregel(PAUZE)
    rijen = Meldcodepad.objects.filter(
        status=Padstatus.GEPAUZEERD, casus__status=Status.OPEN, gepauzeerd_tot__lte=dag + regel.vooraf
    )
    alle = list(rijen.order_by("pk"))
    regie = regisseurs(pad.casus_id for pad in alle)
    for pad in alle:
        if pad.gepauzeerd_tot is None:  # cannot be: the database asks a day of what waits
            continue
        woorden = regel.schrijf(dag=datum_lang(pad.gepauzeerd_tot))
        sleutel = f"{pad.pk}.{pad.gepauzeerd_tot.isoformat()}"
        yield taak(sleutel, woorden, pad.gepauzeerd_tot, regie[pad.casus_id], (MELDCODE, pad.pk))


def herleid_pauze(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to go on was computed."""
    pad = Meldcodepad.objects.get(pk=int(sleutel.partition(".")[0]))
    return [(_("Meldcode begonnen"), pad.begonnen_op)]


def terugkoppelingen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every report to Veilig Thuis of which nothing was heard after so many working days."""
    regel = taakregel(TERUGKOPPELING)
    staand = Meldcodestap.objects.filter(ingetrokken_op=None)
    later = staand.filter(pad=OuterRef("pad"), soort=Stapsoort.VT_TERUGKOPPELING, op__gte=OuterRef("op"))
    rijen = staand.filter(
        ~Exists(later), soort=Stapsoort.VT_MELDING, op__lte=dag, pad__casus__status=Status.OPEN
    ).exclude(pad__status=Padstatus.INGETROKKEN)
    alle = list(rijen.select_related("pad").order_by("pk"))
    regie = regisseurs(stap.pad.casus_id for stap in alle)
    for stap in alle:
        uiterlijk = plus_werkdagen(stap.op, regel.getal("binnen_werkdagen"))
        if uiterlijk <= dag:
            woorden, wie = regel.schrijf(dag=datum_lang(stap.op)), regie[stap.pad.casus_id]
            yield taak(str(stap.pk), woorden, uiterlijk, wie, (MELDCODE, stap.pad_id))


def herleid_terugkoppeling(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to hear back was computed."""
    stap = Meldcodestap.objects.get(pk=int(sleutel))
    return [(_("Gemeld bij Veilig Thuis"), stap.op)]
