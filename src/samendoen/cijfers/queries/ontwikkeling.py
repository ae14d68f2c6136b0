"""How a figure moved between the two newest periods that are over, in words."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.kruis import celtekst, deelperiode
from samendoen.cijfers.queries.overzicht import NIET_ERIN, met_naam, per_periode
from samendoen.cijfers.queries.tabellen import Rij, Stand
from samendoen.cijfers.queries.verwoording import breuken
from samendoen.cijfers.rules.ontwikkeling import Oordeel, oordeel
from samendoen.cijfers.rules.uitdrukking import begin_van, eind_van
from samendoen.kernel.api import Domeinfout

WOORDEN = {
    Oordeel.GELIJK: gettext_lazy("Dat is gelijk gebleven."),
    Oordeel.TOEVAL: gettext_lazy("Het verschil is zo klein dat het toeval kan zijn."),
    Oordeel.BETER: gettext_lazy("Dat gaat de goede kant op."),
    Oordeel.SLECHTER: gettext_lazy("Dat gaat de verkeerde kant op."),
    Oordeel.ANDERS: gettext_lazy("Dat is niet goed of slecht; het vraagt om uitleg."),
}


def ontwikkeling(van: Stand, indicator: Indicator) -> str:
    """Return how the figure moved, "" when there are no two periods to lay beside each other.

    A period of which a part is still to come does not count. A break in the series is said instead of a
    judgement.
    """
    try:
        gevraagd = per_periode(van, indicator)
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN:
            raise
        return ""
    if gevraagd is None:
        return ""
    tabel, rijen = gevraagd
    heel = sorted((rij for rij in rijen if _is_heel(rij, indicator, van)), key=lambda rij: str(rij.namen[-1]))
    if len(heel) < 2:
        return ""
    eerst, nu = heel[-2:]
    gevonden = oordeel(eerst, nu, indicator.richting, indicator.ruisband)
    if gevonden is None:
        return ""
    woorden = {
        "toen": eerst.namen[-1],
        "nu": nu.namen[-1],
        "van": met_naam(eerst, tabel),
        "naar": celtekst(nu, tabel),
    }
    zin = _("Van %(toen)s naar %(nu)s ging het van %(van)s naar %(naar)s.") % woorden
    return f"{zin} {_breuk(indicator, eerst, nu) or WOORDEN[gevonden]}"


def _is_heel(rij: Rij, indicator: Indicator, van: Stand) -> bool:
    periode = rij.namen[-1]
    if periode is None or rij.onderdrukt or isinstance(periode, bool):
        return False
    over = eind_van(periode) - timedelta(days=1) <= van.peildatum
    return over and not deelperiode(str(periode), indicator, van.peildatum)


def telling_veranderde(indicator: Indicator, eerst: str, nu: str) -> bool:
    """Return whether the count changed between the begin of one period and the end of another."""
    begin, eind = begin_van(eerst), eind_van(nu)
    return any(begin < dag < eind for dag, _reden in breuken(indicator))


def _breuk(indicator: Indicator, eerst: Rij, nu: Rij) -> str:
    if telling_veranderde(indicator, str(eerst.namen[-1]), str(nu.namen[-1])):
        return _("In die tijd veranderde de telling: leg ze niet zonder meer naast elkaar.")
    return ""
