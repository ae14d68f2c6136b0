"""What stories plug in: how their events read, and the files they refer to."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.events import verhaal as events
from samendoen.beleid.queries.verhaalbladen import paneel
from samendoen.beleid.queries.verhalen import bekende_bestanden
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import vaste_zin

NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Verhalen"), "koers_verhalen", Permissie.BELEID_ZIEN, 71, onder="koers"
)


def meld_aan() -> None:
    """Fill the stekkers of stories."""
    stekkers.bestanden.meld_aan("beleid.verhaal", bekende_bestanden)
    stekkers.paneel.meld_aan("doel:verhalen", paneel)
    stekkers.adres.meld_aan(events.VERHAAL, _adres)
    stekkers.navigatie.meld_aan("koers_verhalen", NAVIGATIE)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _adres(onderwerp_id: int) -> str:
    return reverse("koers_verhaal", args=[onderwerp_id])


def _ingetrokken(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    aantal = len(gegevens["rapporten"])
    if not aantal:
        return _("Toestemming ingetrokken. Tekst en beeld zijn gewist.")
    return _("Toestemming ingetrokken. Tekst en beeld zijn gewist. Rapporten met dit verhaal: %(n)s.") % {
        "n": aantal
    }


def _aangeboden(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Aangeboden aan een collega; %(bevestigd)s punten nagekeken.") % gegevens


ZINNEN: dict[str, stekkers.Zin] = {
    events.VerhaalOpgetekend.soort: vaste_zin(gettext_lazy("Verhaal opgetekend, met toestemming.")),
    events.VerhaalGewijzigd.soort: vaste_zin(gettext_lazy("Verhaal gewijzigd.")),
    events.BeeldGezet.soort: vaste_zin(gettext_lazy("Beeld toegevoegd.")),
    events.BeeldWeggehaald.soort: vaste_zin(gettext_lazy("Beeld weggehaald.")),
    events.VerhaalAangeboden.soort: _aangeboden,
    events.VerhaalGepubliceerd.soort: vaste_zin(gettext_lazy("Verhaal gepubliceerd.")),
    events.VerhaalTeruggehaald.soort: vaste_zin(
        gettext_lazy("Verhaal teruggehaald; het is weer een concept.")
    ),
    events.ToestemmingVerlengd.soort: vaste_zin(gettext_lazy("Opnieuw toestemming gekregen.")),
    events.VerhaalIngetrokken.soort: _ingetrokken,
    events.VerhaalVerlopen.soort: vaste_zin(
        gettext_lazy("Toestemming verlopen; tekst en beeld zijn gewist.")
    ),
    events.VerhaalWeggegooid.soort: vaste_zin(
        gettext_lazy("Verhaal weggegooid; tekst en beeld zijn gewist.")
    ),
}
