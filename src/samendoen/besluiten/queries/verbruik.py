"""Whether anything was given or paid on an assignment."""

from collections.abc import Collection

from django.db.models import BigIntegerField, Case, F, Sum, When
from django.utils.translation import gettext as _

from samendoen.besluiten.models import Declaratieregel, Levering
from samendoen.besluiten.rules.levering import Leveringsoort
from samendoen.kernel.api import Domeinfout


def niet_te_verwijderen(veld: str) -> Domeinfout:
    """Return the error for removing an assignment on which something was given or paid (TR385)."""
    return Domeinfout(
        "toewijzing_verbruikt",
        _("De aanbieder is al begonnen, of declareerde al: deze toewijzing kan niet meer weg."),
        _("Kies een dag na het begin van de hulp."),
        veld=veld,
    )


def verbruikt(toewijzingen: Collection[int]) -> bool:
    """Tell whether a start was reported on one of these, or something was granted and not taken back."""
    begonnen = Levering.objects.filter(
        toewijzing__in=toewijzingen, soort=Leveringsoort.START.value, ingetrokken_op__isnull=True
    )
    if begonnen.exists():
        return True
    bedrag = Case(
        When(credit=True, then=-F("toegekend_eurocent")),
        default=F("toegekend_eurocent"),
        output_field=BigIntegerField(),
    )
    regels = Declaratieregel.objects.filter(toewijzing__in=toewijzingen).order_by("toewijzing")
    per = regels.values("toewijzing").annotate(saldo=Sum(bedrag))
    return any(rij["saldo"] > 0 for rij in per)
