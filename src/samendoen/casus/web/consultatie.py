"""Screens of a consultation: let somebody read along, and stop it."""

from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.actions.consultatie import (
    LANGSTE,
    Consultatieinvoer,
    begin_consultaties,
    stop_consultatie,
)
from samendoen.casus.queries.consultatie import haal_consultatie, te_consulteren
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.casus.web.formulier import Formulierpagina, behandel, zonder_vragen
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import DatumVeld, kies

MAG = Permissie.INZAGE_TOEKENNEN


class ConsultatieForm(forms.Form):
    """Who reads along, for what, and until when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    gebruiker = forms.TypedChoiceField(
        label=gettext_lazy("Wie leest er mee?"),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(gettext_lazy("Kies wie er meeleest.")),
    )
    waarvoor = forms.CharField(
        label=gettext_lazy("Waarvoor leest iemand mee?"),
        help_text=gettext_lazy("De vraag aan uw collega. Die staat ook op de tijdlijn."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        error_messages={"required": gettext_lazy("Schrijf op wat u van uw collega wilt weten.")},
    )
    tot = DatumVeld(label=gettext_lazy("Tot en met"), help_text=gettext_lazy("Hoogstens een maand."))

    def __init__(self, *args: object, mensen: Keuzes = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        vul(self, "gebruiker", [("", _("Kies een collega")), *mensen])


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Let an expert read along in a casus."""
    blad = formulierblad(request.actor, casus_id)
    form = ConsultatieForm(request.POST or None, mensen=te_consulteren())
    pagina = Formulierpagina(
        _("Deskundige laten meelezen"),
        _("Laten meelezen"),
        _("Uw collega kan nu meelezen. Na de laatste dag stopt dat vanzelf."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=_(
            "Uw collega leest alles van dit huishouden, maar schrijft niets. Een geheim adres blijft dicht."
        ),
    )

    def begin() -> None:
        g = form.cleaned_data
        invoer = Consultatieinvoer(g["kenmerk"], casus_id, g["gebruiker"], g["waarvoor"], g["tot"])
        begin_consultaties(request.actor, [invoer])

    return behandel(request, blad, form, pagina, begin)


@poort(MAG, "GET", "HEAD", "POST")
def stoppen(request: Verzoek, casus_id: int, consultatie_id: int) -> HttpResponse:
    """Ask once, then let somebody read along no longer."""
    blad = formulierblad(request.actor, casus_id)
    rij = haal_consultatie(casus_id, consultatie_id)
    pagina = Formulierpagina(
        _("Meelezen stoppen"),
        _("Stoppen"),
        _("Uw collega leest niet langer mee."),
        reverse("casus", args=[casus_id]),
        intro=rij.gebruiker.naam,
    )
    return zonder_vragen(request, blad, pagina, lambda: stop_consultatie(request.actor, consultatie_id))
