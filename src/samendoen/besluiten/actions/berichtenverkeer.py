"""Say with which providers we exchange messages, and from which day."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.besluiten.events import BerichtenverkeerGezet
from samendoen.besluiten.models import Aanbieder
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, werk_bij


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def zet_berichtenverkeer(door: Actor, keuzes: Sequence[tuple[str, date | None]]) -> None:
    """Exchange messages with (AGB code) from this day on; None: no longer. The same again records nothing.

    What is assigned from that day on goes by message. Domeinfout for a provider that is not known.
    """
    vanaf = dict(keuzes)
    rijen = list(Aanbieder.objects.select_for_update().filter(agb__in=vanaf).order_by("pk"))
    if len(rijen) < len(vanaf):
        raise Domeinfout(
            "aanbieder_onbekend",
            _("Deze aanbieder staat niet in de catalogus."),
            _("Controleer de AGB-code."),
            veld="aanbieder",
        )
    anders = [rij for rij in rijen if rij.berichten_vanaf != vanaf[rij.agb]]
    for rij in anders:
        rij.berichten_vanaf = vanaf[rij.agb]
    werk_bij(anders, ["berichten_vanaf"])
    leg_vast(
        door,
        *(
            Vastlegging(
                BerichtenverkeerGezet(aanbieder=rij.agb, vanaf=rij.berichten_vanaf), rij.pk, klok.vandaag()
            )
            for rij in anders
        ),
    )
