"""What the figures plug in: their place in the navigation, the sentences and addresses of their events."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.events import CijfersGepubliceerd, MomentopnameGemaakt
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Navigatiepunt


def meld_aan() -> None:
    """Fill the stekkers; called from AppConfig.ready()."""
    stekkers.navigatie.meld_aan("cijfers", NAVIGATIE)
    stekkers.gebeurteniszin.meld_aan(MomentopnameGemaakt.soort, _zin)
    stekkers.gebeurteniszin.meld_aan(CijfersGepubliceerd.soort, _zin_publicatie)
    for soort in (MomentopnameGemaakt, CijfersGepubliceerd):
        stekkers.adres.meld_aan(soort.onderwerp, _adres)


NAVIGATIE = Navigatiepunt(gettext_lazy("Cijfers"), "cijfers", Permissie.CIJFERS_ZIEN, 60)


def _zin(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Momentopname van %(dag)s gemaakt.") % {"dag": gegevens["peildatum"]}


def _zin_publicatie(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Cijfers van %(dag)s gepubliceerd.") % {"dag": gegevens["peildatum"]}


def _adres(onderwerp_id: int) -> str:
    return reverse("cijfers")
