"""Write a remark at an indicator, and take one back."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.actions.opmerkingen import (
    LANGSTE_OPMERKING,
    NieuweOpmerking,
    plaats_opmerking,
    trek_opmerking_in,
)
from samendoen.cijfers.queries.soorten import keur_code
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import DatumVeld, Formulierpagina, behandel_formulier

MAG = Permissie.BELEID_BEHEREN


class OpmerkingForm(forms.Form):
    """What happened, and when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    dag = DatumVeld(label=gettext_lazy("Wanneer gebeurde het, of begon het?"))
    tot = DatumVeld(
        label=gettext_lazy("Laatste dag"),
        required=False,
        help_text=gettext_lazy("Laat leeg als het op één dag gebeurde of als iets van toen af anders is."),
    )
    tekst = forms.CharField(
        label=gettext_lazy("Wat moet een lezer weten?"),
        max_length=LANGSTE_OPMERKING,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Iedereen die het cijfer ziet, leest dit ook. Schrijf niets over een inwoner."
        ),
    )


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, code: str) -> HttpResponse:
    """Write a remark at an indicator."""
    indicator = keur_code(code)
    form = OpmerkingForm(request.POST or None, initial={"kenmerk": uuid4()})
    adres = reverse("indicator", args=[code])
    pagina = Formulierpagina(
        titel=_("Opmerking bij een cijfer"),
        knop=_("Plaats opmerking"),
        gelukt=_("De opmerking staat bij het cijfer. Vergist? Trek haar daar weer in."),
        terug=adres,
        intro=indicator.naam,
        uitleg=_("Voor wat de reeks verklaart: corona, of een andere manier van sluiten."),
    )

    def plaats() -> None:
        g = form.cleaned_data
        plaats_opmerking(
            request.actor, NieuweOpmerking(g["kenmerk"], code, g["dag"], g["tekst"], g["tot"] or None)
        )

    boven = [(_("Cijfers"), reverse("cijfers")), (indicator.naam, adres)]
    return behandel_formulier(request, form, pagina, plaats, boven)


@poort(MAG, "POST")
def intrekken(request: Verzoek, opmerking_id: int) -> HttpResponse:
    """Take a remark back and return to its indicator."""
    code = trek_opmerking_in(request.actor, opmerking_id)
    messages.success(request, _("De opmerking is ingetrokken. Vergist? Plaats haar opnieuw."))
    return redirect("indicator", code)
