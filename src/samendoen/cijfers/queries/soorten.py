"""An indicator by its code, whether we count it or others measure it, and where it says it comes from."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.kernel.api import NietGevonden
from samendoen.kernel.definities import MetHerkomst


def keur_code(code: str) -> Indicator | Extern:
    """Return the indicator with this code, counted or measured. Raises NietGevonden with the nearest ones."""
    tellen, elders = definities.indicatoren(), definities.externe_indicatoren()
    gevonden = tellen.get(code) or elders.get(code)
    if gevonden is not None:
        return gevonden
    alle = sorted([*tellen, *elders])
    lijkt = get_close_matches(code.lower(), alle, n=3, cutoff=0.4) or alle[:3]
    raise NietGevonden(
        "onbekende_indicator",
        _("De indicator '%(code)s' bestaat niet.") % {"code": code[:60]},
        _("Kies bijvoorbeeld: %(namen)s.") % {"namen": ", ".join(lijkt)},
    )


def is_elders_gemeten(code: str) -> bool:
    """Tell whether others measure this indicator: we count nothing for it."""
    return code in definities.externe_indicatoren()


def plek(indicator: Indicator | Extern, herkomst: MetHerkomst) -> str:
    """Return the document and the place in it, without what is explained about it."""
    if herkomst.aanname:
        return _("Onze eigen aanname.")
    titels = {document.sleutel: document.titel for document in indicator.document}
    return f"{titels[herkomst.document]}, {herkomst.bron.partition(':')[2].strip()}"


def bronzin(indicator: Indicator | Extern, herkomst: MetHerkomst) -> str:
    """Return where a part of a definition comes from: the document and the place in it."""
    waar = plek(indicator, herkomst)
    if herkomst.aanname:
        return f"{waar} {herkomst.toelichting}".strip()
    return f"{waar}. {herkomst.toelichting}" if herkomst.toelichting else waar
