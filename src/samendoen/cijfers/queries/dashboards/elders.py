"""What others measured, of our municipality beside the region and the country."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Extern, Externemeting
from samendoen.cijfers.queries.kruis import geldt_hier, kommagetal
from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks


def elders_vergeleken(indicator: Extern) -> tuple[Grafiek | None, str]:
    """Return bars of the newest figure of each area, our own first, and what is missing.

    Figures of other municipalities than ours are left out: region and country are to compare with.
    """
    nieuwste: dict[str, Externemeting] = {}
    for meting in sorted(indicator.meting, key=lambda m: m.jaar):
        if geldt_hier(meting.gemeente):
            nieuwste[meting.gebied] = meting
    rij = sorted(nieuwste.values(), key=lambda m: (not m.gemeente, m.gebied))
    if not rij:
        return None, _("Van onze gemeente is hier nog geen cijfer van.")
    punten = tuple(Punt(n, float(m.waarde), kommagetal(float(m.waarde))) for n, m in enumerate(rij))
    grafiek = Grafiek(
        titel=indicator.naam,
        eenheid=indicator.eenheid,
        vorm="staaf",
        as_=tuple(f"{m.gebied} ({m.jaar})" + ("*" if m.twijfel else "") for m in rij),
        reeksen=(Reeks(indicator.naam, punten),),
        taal=get_language() or "nl",
    )
    return grafiek, "" if rij[0].gemeente else _("Van onze gemeente is hier nog geen cijfer van.")
