"""The screen of advice at the desk: count it in a few keys, take it back."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import ChipEen, DatumVeld, kies, probeer, toon
from samendoen.toegang.actions.advies import Adviesinvoer, geef_adviezen, trek_advies_in
from samendoen.toegang.models import ANTWOORDSOORTEN, KANALEN
from samendoen.toegang.queries.advies import van_vandaag


class AdviesForm(forms.Form):
    """What is needed to count an answer."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    antwoord = forms.ChoiceField(
        label=gettext_lazy("Wat voor antwoord gaf u?"),
        choices=[(code.value, tekst) for code, tekst in ANTWOORDSOORTEN.items()],
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies wat voor antwoord u gaf.")),
    )
    leefgebied = forms.ChoiceField(
        label=gettext_lazy("Waar ging het over?"),
        required=False,
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een leefgebied.")),
    )
    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam de vraag binnen?"),
        choices=[(code.value, tekst) for code, tekst in KANALEN.items()],
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies hoe de vraag binnenkwam.")),
    )
    op = DatumVeld(label=gettext_lazy("Op welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [*leefgebieden().items(), ("", _("Iets anders"))]
        self.fields["leefgebied"].choices = keuzes  # type: ignore[attr-defined]
        begin = {"kenmerk": uuid4, "kanaal": "telefoon", "op": klok.vandaag}
        for naam, waarde in begin.items():
            self.fields[naam].initial = waarde


@poort(Permissie.MELDING_REGISTREREN, "GET", "HEAD", "POST")
def adviezen(request: Verzoek) -> HttpResponse:
    """Count an answer, and see what one counted today."""
    form = AdviesForm(request.POST or None)

    def geef() -> None:
        geef_adviezen(request.actor, [Adviesinvoer(**form.cleaned_data)])

    if request.method == "POST" and probeer(form, geef):
        messages.success(request, _("Advies gegeven. Het telt mee in de cijfers."))
        return redirect("adviezen")
    context = {
        "form": form,
        "vandaag": van_vandaag(request.actor),
        "kruimels": [(_("Meldingen"), reverse("meldingen")), (_("Advies zonder dossier"), "")],
    }
    return toon(request, "toegang/adviezen.html", context)


@poort(Permissie.MELDING_REGISTREREN, "POST")
def intrekken(request: Verzoek, advies_id: int) -> HttpResponse:
    """Take one's own advice back."""
    trek_advies_in(request.actor, advies_id)
    messages.success(request, _("Het advies is ingetrokken. Het telt niet meer mee."))
    return redirect("adviezen")
