"""Search for words in one casus. They are sent in the body: they stand in no address and no log."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.queries.zoeken import zoek_in_casus
from samendoen.casus.web.formulier import kruimels
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import toon

LANGSTE = 100


class ZoekForm(forms.Form):
    """The words to look for."""

    q = forms.CharField(
        label=gettext_lazy("Woorden"),
        help_text=gettext_lazy(
            "Zoekt ook andere vormen van een woord: “schulden” vindt ook “schuld”. "
            "Zet woorden die bij elkaar horen tussen aanhalingstekens."
        ),
        max_length=LANGSTE,
        strip=True,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Typ een of meer woorden.")},
    )


@poort(Permissie.WERK_ZIEN, "GET", "HEAD", "POST")
def zoek(request: Verzoek, casus_id: int) -> HttpResponse:
    """Ask for words, and show where they stand."""
    form = ZoekForm(request.POST or None)
    woorden = form.cleaned_data["q"] if form.is_valid() else ""
    blad, gevonden = zoek_in_casus(request.actor, casus_id, woorden)
    gegevens = {
        "blad": blad,
        "form": form,
        "gezocht": bool(woorden),
        "gevonden": gevonden,
        "kruimels": kruimels(blad, (_("Zoeken in deze casus"), "")),
    }
    return toon(request, "casus/zoeken.html", gegevens)
