"""The task to look whether a provision still fits, on the day that was agreed on."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from samendoen.besluiten import events
from samendoen.besluiten.models import Voorziening
from samendoen.besluiten.rules import Voorzieningstatus
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.werk.api import taakregel

HERBEOORDELEN = "voorziening-herbeoordelen"


def _vooraf() -> timedelta:
    return taakregel(HERBEOORDELEN).dagen("dagen_vooraf")


def herbeoordelen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every provision that holds and is to be looked at as soon as the definition says.

    Moving the day, clearing it and ending the provision take the task away.
    """
    regel = taakregel(HERBEOORDELEN)
    rijen = Voorziening.objects.filter(
        status=Voorzieningstatus.GELDT.value, eindreden="", herbeoordelen_op__lte=dag + _vooraf()
    ).order_by("pk")
    velden = ("pk", "dossier_id", "herbeoordelen_op", "besluit__aanvraag__team__groep_id")
    for pk, dossier, op, groep in rijen.values_list(*velden).iterator():
        tekst, uitleg = regel.schrijf(dag=datum_lang(op))
        yield Taakvoorstel(
            sleutel=f"herbeoordeling.{pk}.{op.isoformat()}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=op,
            dossier_id=dossier,
            groep_id=groep,
            gebruiker_id=None,
            onderwerp_soort=events.VOORZIENING,
            onderwerp_id=pk,
        )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task was computed."""
    op = Voorziening.objects.values_list("herbeoordelen_op", flat=True).get(pk=int(sleutel.split(".")[1]))
    if op is None:
        return []
    return [(_("Taak vanaf"), op - _vooraf()), (_("Herbeoordelen op"), op)]


REGEL = Taakregel(
    HERBEOORDELEN,
    "Een voorziening is aan de beurt om opnieuw te bekijken.",
    herbeoordelen,
    herleid,
)
