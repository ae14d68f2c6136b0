"""Extend, change or end a provision: on one page what holds, the decision and the letter."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.actions.herbeoordeling import plan_herbeoordelingen
from samendoen.besluiten.actions.wijziging import neem_wijzigingsbesluiten
from samendoen.besluiten.actions.wijzigingsaanvraag import Wijzigingsaanvraag, vraag_wijzigingen_aan
from samendoen.besluiten.queries import beeld as beelden
from samendoen.besluiten.queries import wijzigen as vragen
from samendoen.besluiten.queries.voorzieningen import voorziening_om_te_lezen
from samendoen.besluiten.rules.wijziging import Verandering
from samendoen.besluiten.web.views import met_formulier
from samendoen.besluiten.web.wijzigingsformulier import HerbeoordelingForm, WijzigForm, WijzigingsaanvraagForm
from samendoen.kernel.api import Permissie, Verzoek, geheel, log_inzage, poort
from samendoen.schil.api import probeer, toon

PADEN = {
    "verlengen": Verandering.VERLENGING,
    "wijzigen": Verandering.WIJZIGING,
    "beeindigen": Verandering.BEEINDIGING,
}
TITELS = {
    Verandering.VERLENGING: gettext_lazy("Verlengen"),
    Verandering.WIJZIGING: gettext_lazy("Wijzigen"),
    Verandering.BEEINDIGING: gettext_lazy("Beëindigen"),
}


@poort(Permissie.BESLUIT_NEMEN, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, voorziening_id: int, verandering: Verandering) -> HttpResponse:
    """Decide to extend, change or end; `?aanvraag=` is what asks for it. Filling in shows the letter."""
    t = vragen.lees(request.actor, voorziening_id, geheel(request.GET.get("aanvraag", "")))
    maak = partial(WijzigForm, **t.keuzes(verandering))
    if request.method != "POST":
        form = maak(initial=t.beginwaarden(verandering))
        eerst = {naam: form.get_initial_for_field(veld, naam) for naam, veld in form.fields.items()}
        return _toon(request, t, verandering, form, maak(eerst))
    if request.POST.get("doe", "bekijk") == "bekijk":
        return _toon(request, t, verandering, maak(initial=request.POST.dict()), maak(request.POST))
    form = maak(request.POST)
    gemaakt: list[int] = []

    def besluit() -> None:
        nieuw = vragen.als_invoer(t, verandering, form.waarden())
        gemaakt.extend(neem_wijzigingsbesluiten(request.actor, [nieuw]))

    if probeer(form, besluit):
        messages.success(request, _("Het besluit is genomen. Maak het bekend: pas dan geldt het."))
        return redirect("besluit", gemaakt[0])
    return _toon(request, t, verandering, form, form)


def _toon(
    request: Verzoek,
    t: vragen.Teveranderen,
    verandering: Verandering,
    form: WijzigForm,
    ingevuld: WijzigForm,
) -> HttpResponse:
    """Show the form, with beside it what comes of what is filled in so far."""
    ingevuld.is_valid()
    v = vragen.voorbeeld(request.actor, t, verandering, ingevuld.waarden())
    context: dict[str, Any] = {"form": form, "v": v}
    if not request.htmx:
        a = beelden.beeld(request.actor, t.aanvraag.pk)
        log_inzage(request.actor, "voorziening_wijzigen", a.dossiers)
        titel, terug = str(TITELS[verandering]), reverse("aanvraag", args=[t.aanvraag.pk])
        vraag = f"?aanvraag={t.aanvraag.pk}" if t.gevraagd else ""
        context |= {
            "a": a,
            "t": t,
            "titel": titel,
            "terug": terug,
            "anders": [
                (str(TITELS[soort]), f"{reverse(f'voorziening_{pad}', args=[t.v.pk])}{vraag}")
                for pad, soort in PADEN.items()
                if soort is not verandering
            ],
            "kruimels": [(_("Besluiten"), reverse("besluiten")), (a.titel, terug), (titel, "")],
        }
    return toon(request, "besluiten/wijzigen.html", context, deel="voorbeeld")


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def wijziging_aanvragen(request: Verzoek, voorziening_id: int) -> HttpResponse:
    """Write down that the resident asks to extend or change a provision."""
    v = voorziening_om_te_lezen(request.actor, voorziening_id)
    teksten = (
        _("Aanvraag om verlenging of wijziging"),
        _("Nu geldt: %(omvang)s, %(periode)s. Met deze aanvraag gaat de beslistermijn lopen.")
        % {"omvang": v.omvang, "periode": v.periode},
        _("Aanvraag opnemen"),
        _("De aanvraag is opgenomen. De beslistermijn loopt."),
    )
    gemaakt: list[int] = []

    def vraag(g: dict[str, Any]) -> None:
        nieuw = Wijzigingsaanvraag(voorziening=voorziening_id, **g)
        gemaakt.extend(vraag_wijzigingen_aan(request.actor, [nieuw]))

    antwoord = met_formulier(
        request, v.aanvraag_id, WijzigingsaanvraagForm(request.POST or None), vraag, teksten
    )
    return redirect("aanvraag", gemaakt[0]) if gemaakt else antwoord


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def herbeoordeling_plannen(request: Verzoek, voorziening_id: int) -> HttpResponse:
    """Agree when somebody looks whether a provision still fits, or that nobody does."""
    v = voorziening_om_te_lezen(request.actor, voorziening_id)
    teksten = (
        _("Herbeoordeling plannen"),
        _("Op deze dag kijkt u samen of de hulp nog past. U krijgt er vooraf een taak voor."),
        _("Opslaan"),
        _("De herbeoordeling is opgeslagen."),
    )
    return met_formulier(
        request,
        v.aanvraag_id,
        HerbeoordelingForm(request.POST or None, initial={"op": v.herbeoordelen_op}),
        lambda g: plan_herbeoordelingen(request.actor, [(voorziening_id, g["op"])]),
        teksten,
    )
