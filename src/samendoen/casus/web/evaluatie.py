"""Screens of looking back on a plan."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions.evaluatie import leg_evaluaties_vast, trek_evaluatie_in
from samendoen.casus.queries.evaluatie import evaluatiebeeld, haal_evaluatie, terugblik
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.web.evaluatieform import EvaluatieForm
from samendoen.casus.web.formulier import Formulierpagina, behandel, zonder_vragen
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import datum_lang, toon


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Look back on the plan that holds, goal by goal, and plan the next time."""
    blad = formulierblad(request.actor, casus_id)
    beeld = terugblik(request.actor, casus_id, blad.mensen)
    form = EvaluatieForm(request.POST or None, terugblik=beeld)
    pagina = Formulierpagina(
        _("Samen terugkijken"),
        _("Vastleggen"),
        _("De evaluatie is vastgelegd. De volgende staat gepland."),
        reverse("casus", args=[casus_id]),
        intro=_("%(wie)s, versie %(nr)s van het plan") % {"wie": blad.titel, "nr": beeld.plan.versie},
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: leg_evaluaties_vast(request.actor, [form.invoer()]),
        sjabloon="casus/evaluatie_nieuw.html",
    )


@poort(Permissie.WERK_ZIEN)
def bekijken(request: Verzoek, casus_id: int, evaluatie_id: int) -> HttpResponse:
    """One evaluation: what was said of each goal, and what is done next."""
    beeld = evaluatiebeeld(request.actor, casus_id, evaluatie_id)
    casus = (_("Casus %(nr)s") % {"nr": casus_id}, reverse("casus", args=[casus_id]))
    context = {
        "e": beeld,
        "kruimels": [(_("Casussen"), reverse("casussen")), casus, (_("Terugkijken"), "")],
        "panelen": stekkers.panelen("evaluatie", request.actor, casus_id) if beeld.zwaarder else [],
    }
    return toon(request, "casus/evaluatie.html", context)


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, casus_id: int, evaluatie_id: int) -> HttpResponse:
    """Ask once, then take an evaluation back."""
    blad = formulierblad(request.actor, casus_id)
    evaluatie = haal_evaluatie(casus_id, evaluatie_id)
    pagina = Formulierpagina(
        _("Evaluatie intrekken"),
        _("Intrekken"),
        _("De evaluatie is ingetrokken."),
        reverse("casus", args=[casus_id]),
        intro=_("Evaluatie van %(dag)s") % {"dag": datum_lang(evaluatie.op)},
        uitleg=_(
            "Doe dit als u zich vergiste. De evaluatie blijft te lezen, maar telt niet meer mee. "
            "U kijkt weer terug op de dag die daarvóór gepland was."
        ),
        gevaar=True,
        annuleer=reverse("evaluatie", args=[casus_id, evaluatie_id]),
    )
    return zonder_vragen(request, blad, pagina, lambda: trek_evaluatie_in(request.actor, evaluatie_id))
