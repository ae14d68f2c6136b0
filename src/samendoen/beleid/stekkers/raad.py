"""What the council's questions plug in: where to find them, a panel beside a goal, how their events read."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.events import raad as events
from samendoen.beleid.models import Belofte
from samendoen.beleid.queries.raad import paneel
from samendoen.beleid.rules.raad import Beloftestaat
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import vaste_zin
from samendoen.schil.api import euro

NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Raad"), "koers_raad", Permissie.BELEID_ZIEN, 73, onder="koers"
)


def meld_aan() -> None:
    """Fill the stekkers of the council's questions."""
    stekkers.paneel.meld_aan("doel:beloften", paneel)
    stekkers.adres.meld_aan(events.BELOFTE, _adres)
    stekkers.navigatie.meld_aan("koers_raad", NAVIGATIE)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _adres(onderwerp_id: int) -> str:
    doel = Belofte.objects.filter(pk=onderwerp_id).values_list("doel", flat=True).first()
    return reverse("koers_doel", args=[doel]) if doel else reverse("koers_raad")


def _beeindigd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Afgedaan.") if gegevens["staat"] == Beloftestaat.AFGEDAAN else _("Vervallen.")


def _verplichting(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Verplichting vastgelegd: %(bedrag)s per jaar.") % {
        "bedrag": euro(gegevens["per_jaar_eurocent"])
    }


ZINNEN: dict[str, stekkers.Zin] = {
    events.BelofteVastgelegd.soort: vaste_zin(gettext_lazy("Motie of toezegging vastgelegd.")),
    events.BelofteBeeindigd.soort: _beeindigd,
    events.BelofteHeropend.soort: vaste_zin(gettext_lazy("Heropend.")),
    events.VerplichtingVastgelegd.soort: _verplichting,
    events.VerplichtingIngetrokken.soort: vaste_zin(gettext_lazy("Verplichting weggehaald.")),
}
