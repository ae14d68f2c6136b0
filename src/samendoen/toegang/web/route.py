"""Screens of the short route of a melding: its few questions, and letting it go."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import Formulierpagina, behandel_formulier
from samendoen.toegang import queries
from samendoen.toegang.actions.route import LANGSTE, Routeinvoer, kies_routes, laat_route_los
from samendoen.toegang.definities import Korteroute, eigen_routes
from samendoen.toegang.models import Routekeuze
from samendoen.toegang.queries.route import keuze_van, voorgesteld
from samendoen.toegang.web.kruimels import naar_melding


class RouteForm(forms.Form):
    """The questions of one route, and the proof that belongs to it."""

    alles_mag_leeg = True

    def __init__(self, *args: Any, route: Korteroute, staand: Routekeuze | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.route = route
        for n, vraag in enumerate(route.vraag):
            self.fields[vraag.code] = forms.CharField(
                label=vraag.tekst,
                required=False,
                max_length=LANGSTE,
                initial=staand.antwoorden.get(vraag.code, "") if staand else "",
                widget=forms.Textarea(attrs={"rows": 2} | ({"autofocus": True} if n == 0 else {})),
            )
        if route.bewijs:
            self.fields["bewijs"] = forms.MultipleChoiceField(
                label=gettext_lazy("Welk bewijs is er?"),
                required=False,
                choices=[(b.code, b.naam) for b in route.bewijs],
                initial=staand.bewijs if staand else [],
                widget=forms.CheckboxSelectMultiple,
            )

    def als_invoer(self, melding_id: int) -> Routeinvoer:
        """Return what is asked to write down."""
        d = self.cleaned_data
        antwoorden = {v.code: d[v.code] for v in self.route.vraag}
        return Routeinvoer(melding_id, self.route.code, antwoorden, tuple(d.get("bewijs", ())))


@poort(Permissie.MELDING_TRIEREN, "GET", "HEAD", "POST")
def volgen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Ask the questions of a short route: the one chosen, the one in `?route=`, or the one proposed."""
    beeld = queries.melding(request.actor, melding_id)
    routes, staand = eigen_routes(), keuze_van(melding_id)
    voorstel = voorgesteld(beeld.vraag)
    code = request.GET.get("route") or (staand.route if staand else "") or (voorstel.code if voorstel else "")
    route = routes.get(code) or next(iter(routes.values()))
    form = RouteForm(request.POST or None, route=route, staand=staand)

    def kies() -> None:
        kies_routes(request.actor, [form.als_invoer(melding_id)])

    pagina = Formulierpagina(
        _("Korte route: %(naam)s") % {"naam": route.naam},
        _("Opslaan"),
        _("De antwoorden zijn opgeslagen. U kunt ze nog wijzigen."),
        reverse("melding", args=[melding_id]),
        intro=beeld.vraag,
    )
    andere = [(r.code, r.naam) for r in routes.values() if r.code != route.code]
    return behandel_formulier(
        request,
        form,
        pagina,
        kies,
        naar_melding(melding_id),
        sjabloon="toegang/melding_route.html",
        extra={"stappen": route.stappen, "andere": andere},
    )


@poort(Permissie.MELDING_TRIEREN, "GET", "HEAD", "POST")
def loslaten(request: Verzoek, melding_id: int) -> HttpResponse:
    """Ask once, then walk the full path."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    beeld = queries.melding(request.actor, melding_id)
    pagina = Formulierpagina(
        _("Toch breed kijken"),
        _("Toch breed kijken"),
        _("De vraag volgt de gewone weg. De antwoorden blijven bewaard."),
        reverse("melding", args=[melding_id]),
        intro=beeld.vraag,
        uitleg=_("U kijkt dan naar alles wat nodig is. De korte route kunt u later weer kiezen."),
    )
    boven = naar_melding(melding_id)
    return behandel_formulier(request, form, pagina, lambda: laat_route_los(request.actor, melding_id), boven)
