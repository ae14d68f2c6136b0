"""Ask a provider, and let that end."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.toewijzing import NieuweToewijzing, beeindig_toewijzingen, wijs_toe
from samendoen.besluiten.queries.beeld import beeld
from samendoen.besluiten.queries.keuzes import aanbieders_voor_keuze
from samendoen.besluiten.queries.voorzieningen import toewijzing_om_te_lezen, voorziening_om_te_lezen
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.web.forms import EindeForm, ToewijsForm
from samendoen.besluiten.web.views import met_formulier, toon_aanvraag
from samendoen.kernel.api import Permissie, Verzoek, poort


@poort(Permissie.WERK_ZIEN)
def voorziening(request: Verzoek, voorziening_id: int) -> HttpResponse:
    """Show a provision where it belongs: on the page of its application, with its decision."""
    v = voorziening_om_te_lezen(request.actor, voorziening_id)
    return toon_aanvraag(request, beeld(request.actor, v.aanvraag_id, v.besluit_id))


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def toewijzen(request: Verzoek, voorziening_id: int) -> HttpResponse:
    """Ask a provider that offers the product; the one that the resident chose is filled in."""
    v = voorziening_om_te_lezen(request.actor, voorziening_id)
    form = ToewijsForm(
        request.POST or None,
        initial={"aanbieder": v.gekozen},
        aanbieders=aanbieders_voor_keuze(v.product),
    )
    teksten = (
        _("Toewijzen"),
        _("Deze aanbieder gaat de hulp geven: %(omvang)s, %(periode)s.")
        % {"omvang": v.omvang, "periode": v.periode},
        _("Toewijzen"),
        _("De voorziening is toegewezen."),
    )
    return met_formulier(
        request,
        v.aanvraag_id,
        form,
        lambda g: wijs_toe(request.actor, [NieuweToewijzing(voorziening=voorziening_id, **g)]),
        teksten,
    )


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def beeindigen(request: Verzoek, toewijzing_id: int) -> HttpResponse:
    """End an assignment, so that another provider can go on."""
    v = toewijzing_om_te_lezen(request.actor, toewijzing_id)
    teksten = (
        _("Toewijzing beëindigen"),
        _("%(aanbieder)s stopt met deze hulp. De voorziening zelf blijft gelden.")
        % {"aanbieder": v.aanbieder},
        _("Beëindigen"),
        _("De toewijzing is beëindigd. Wijs de voorziening zo nodig opnieuw toe."),
    )
    return met_formulier(
        request,
        v.aanvraag_id,
        EindeForm(request.POST or None),
        lambda g: beeindig_toewijzingen(request.actor, [(toewijzing_id, g["tot"] + EEN_DAG)], g["reden"]),
        teksten,
    )
