"""What the figures plug in: their place in the navigation, the sentences and addresses of their events."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.events import (
    CijfersGepubliceerd,
    GgmUitgevoerd,
    GrensGezet,
    MetingGeboekt,
    MetingVervallen,
    MomentopnameGemaakt,
    OpmerkingGeplaatst,
    OpmerkingIngetrokken,
    VraagBewaard,
    VraagWeggehaald,
)
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Navigatiepunt
from samendoen.schil.api import voetlinks


def meld_aan() -> None:
    """Fill the stekkers; called from AppConfig.ready()."""
    stekkers.navigatie.meld_aan("cijfers", NAVIGATIE)
    voetlinks.meld_aan("opendata", OPENDATA)
    stekkers.navigatie.meld_aan("eigen_vraag", NAVIGATIE_VRAAG)
    stekkers.navigatie.meld_aan("dashboards", DASHBOARDS)
    stekkers.navigatie.meld_aan("mijn_cijfers", EIGEN)
    stekkers.navigatie.meld_aan("cijfers_gemis", NAVIGATIE_GEMIS)
    stekkers.navigatie.meld_aan("metingen", NAVIGATIE_METINGEN)
    stekkers.gebeurteniszin.meld_aan(MomentopnameGemaakt.soort, _zin)
    stekkers.gebeurteniszin.meld_aan(VraagBewaard.soort, ZIN_BEWAARD)
    stekkers.gebeurteniszin.meld_aan(VraagWeggehaald.soort, ZIN_WEGGEHAALD)
    stekkers.adres.meld_aan(VraagBewaard.onderwerp, _adres_vraag)
    stekkers.gebeurteniszin.meld_aan(CijfersGepubliceerd.soort, _zin_publicatie)
    stekkers.gebeurteniszin.meld_aan(MetingGeboekt.soort, _zin_meting)
    stekkers.gebeurteniszin.meld_aan(MetingVervallen.soort, lambda g, i: _("Meting van een ander vervallen."))
    stekkers.gebeurteniszin.meld_aan(OpmerkingGeplaatst.soort, _zin_opmerking)
    stekkers.gebeurteniszin.meld_aan(OpmerkingIngetrokken.soort, lambda g, i: _("Opmerking ingetrokken."))
    stekkers.gebeurteniszin.meld_aan(GrensGezet.soort, _zin_grens)
    stekkers.adres.meld_aan(MetingGeboekt.onderwerp, lambda _id: reverse("metingen"))
    stekkers.gebeurteniszin.meld_aan(GgmUitgevoerd.soort, _zin_ggm)
    for soort in (MomentopnameGemaakt, CijfersGepubliceerd, OpmerkingGeplaatst, GrensGezet):
        stekkers.adres.meld_aan(soort.onderwerp, _adres)


# Who comes for the figures begins with the answer, not with the list.
DASHBOARDS = Navigatiepunt(gettext_lazy("Dashboard"), "dashboards", Permissie.CIJFERS_ZIEN, 59)
EIGEN = Navigatiepunt(
    gettext_lazy("Mijn werk in cijfers"), "mijn_cijfers", Permissie.CASUS_WERKEN, 11, "vandaag"
)
OPENDATA = Navigatiepunt(gettext_lazy("Open data"), "opendata", None, 850)
NAVIGATIE = Navigatiepunt(gettext_lazy("Cijfers"), "cijfers", Permissie.CIJFERS_ZIEN, 60)
NAVIGATIE_VRAAG = Navigatiepunt(
    gettext_lazy("Eigen vraag"), "eigen_vraag", Permissie.CIJFERS_ZIEN, 61, onder="cijfers"
)
NAVIGATIE_GEMIS = Navigatiepunt(
    gettext_lazy("Wat de praktijk mist"), "cijfers_gemis", Permissie.CIJFERS_ZIEN, 62, onder="cijfers"
)
NAVIGATIE_METINGEN = Navigatiepunt(
    gettext_lazy("Elders gemeten"), "metingen", Permissie.CIJFERS_ZIEN, 63, onder="cijfers"
)
ZIN_BEWAARD = stekkers.vaste_zin(gettext_lazy("Eigen vraag bewaard."))
ZIN_WEGGEHAALD = stekkers.vaste_zin(gettext_lazy("Eigen vraag weggehaald."))


def _zin(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Momentopname van %(dag)s gemaakt.") % {"dag": gegevens["peildatum"]}


def _zin_publicatie(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Cijfers van %(dag)s gepubliceerd.") % {"dag": gegevens["peildatum"]}


def _zin_meting(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    zin = _("Meting van een ander ingelezen: %(code)s, %(periode)s.")
    return zin % {"code": gegevens["indicator"], "periode": gegevens["periode"].upper()}


def _zin_opmerking(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Opmerking geplaatst bij het cijfer %(code)s.") % {"code": gegevens["indicator"]}


def _zin_grens(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    zin = _("Grens gezet voor het licht van %(code)s, geldt vanaf %(dag)s.")
    return zin % {"code": gegevens["indicator"], "dag": gegevens["geldt_vanaf"]}


def _zin_ggm(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Gegevens van %(dag)s uitgevoerd volgens het GGM.") % {"dag": gegevens["peildatum"]}


def _adres(onderwerp_id: int) -> str:
    return reverse("cijfers")


def _adres_vraag(onderwerp_id: int) -> str:
    return reverse("eigen_vraag")
