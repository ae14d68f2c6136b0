"""Changing a budget on screen, taking a change back, and saying what a light for money means."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions.begrotingswijziging import (
    LANGSTE_REDEN,
    NieuweWijziging,
    trek_wijziging_in,
    wijzig_begroting,
    wijziging_onbekend,
    zet_geldgrens,
)
from samendoen.beleid.models import Begrotingswijziging
from samendoen.beleid.models.geld import SOORTEN
from samendoen.beleid.queries import schermen
from samendoen.beleid.queries.begrotingswijzigingen import begroting, keuzes, lichtregel
from samendoen.beleid.rules import Soort
from samendoen.beleid.web.geld import als_eurocent
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import (
    ChipEen,
    DatumVeld,
    Formulierpagina,
    Kruimel,
    behandel_formulier,
    euro_centen,
)


class WijzigingForm(forms.Form):
    """An amount from one line to another."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    bedrag = forms.CharField(
        label=gettext_lazy("Bedrag, in euro's"),
        max_length=20,
        help_text=gettext_lazy("Bijvoorbeeld 12.345,67."),
    )
    van = forms.TypedChoiceField(
        label=gettext_lazy("Waar komt het vandaan?"), coerce=int, empty_value=None, required=False
    )
    naar = forms.TypedChoiceField(
        label=gettext_lazy("Waar gaat het heen?"), coerce=int, empty_value=None, required=False
    )
    kolom = forms.TypedChoiceField(label=gettext_lazy("Voor welk jaar?"), coerce=int)
    soort = forms.ChoiceField(
        label=gettext_lazy("Alleen dat jaar, of ook daarna?"),
        choices=[
            (Soort.INCIDENTEEL.value, SOORTEN[Soort.INCIDENTEEL]),
            (Soort.STRUCTUREEL.value, SOORTEN[Soort.STRUCTUREEL]),
        ],
        widget=ChipEen,
        error_messages={"required": gettext_lazy("Kies incidenteel of structureel.")},
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("De raad leest dit. Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_REDEN,
    )

    def __init__(self, gegevens: Any, regels: list[tuple[int, str]], kolommen: list[tuple[int, str]]) -> None:
        super().__init__(gegevens, initial={"kenmerk": uuid4()})
        self._kies("van", [("", _("Van buiten deze begroting")), *regels])
        self._kies("naar", [("", _("Uit deze begroting weg")), *regels])
        self._kies("kolom", kolommen)

    def _kies(self, veld: str, keuzes: list[Any]) -> None:
        self.fields[veld].choices = keuzes  # type: ignore[attr-defined]

    def clean_bedrag(self) -> int:
        """Return the amount in cents."""
        return als_eurocent(self.cleaned_data["bedrag"])


class GeldgrensForm(forms.Form):
    """Up to where a light is green, and up to where orange."""

    groen_tot = forms.IntegerField(
        label=gettext_lazy("Groen tot en met hoeveel procent van het budget?"), min_value=1, max_value=999
    )
    oranje_tot = forms.IntegerField(
        label=gettext_lazy("Oranje tot en met hoeveel procent?"), min_value=2, max_value=1_000
    )
    vanaf = DatumVeld(label=gettext_lazy("Vanaf welke dag geldt dit?"))
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=LANGSTE_REDEN
    )


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, begroting_id: int) -> HttpResponse:
    """Shift an amount between lines of a budget, add to it or take from it."""
    rij, plan = begroting(begroting_id)
    form = WijzigingForm(request.POST or None, **keuzes(rij))

    def doe() -> None:
        g = form.cleaned_data
        soort = Soort(g["soort"])
        nieuw = NieuweWijziging(g["kenmerk"], g["kolom"], g["van"], g["naar"], g["bedrag"], soort, g["reden"])
        wijzig_begroting(request.actor, nieuw)

    pagina = Formulierpagina(
        _("Begroting wijzigen"),
        _("Wijzigen"),
        _("De begroting is gewijzigd. Klopt het niet, neem de wijziging dan terug."),
        _geld(plan),
        intro=rij.titel,
        uitleg=_("Structureel geldt voor dit jaar en alle jaren daarna, incidenteel alleen voor dit jaar."),
    )
    return behandel_formulier(request, form, pagina, doe, _kruimels(plan))


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def terugnemen(request: Verzoek, wijziging_id: int) -> HttpResponse:
    """Take a change of a budget back."""
    rij = Begrotingswijziging.objects.select_related("kolom").filter(pk=wijziging_id).first()
    if rij is None:
        raise wijziging_onbekend()
    _rij, plan = begroting(rij.kolom.begroting_id)
    pagina = Formulierpagina(
        _("Wijziging terugnemen"),
        _("Terugnemen"),
        _("De wijziging is teruggenomen. Zij blijft te lezen en telt niet meer mee."),
        _geld(plan),
        intro=f"{euro_centen(rij.eurocent)}. {rij.reden}",
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    return behandel_formulier(
        request, form, pagina, lambda: trek_wijziging_in(request.actor, wijziging_id), _kruimels(plan)
    )


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def geldgrens(request: Verzoek) -> HttpResponse:
    """Say what a light for money means in a plan."""
    plan = schermen.plan(request.GET.get("plan", ""), schermen.plannen())
    regel, zin = lichtregel(plan)
    begin = {"groen_tot": regel.groen_tot, "oranje_tot": regel.oranje_tot, "vanaf": klok.vandaag()}
    form = GeldgrensForm(request.POST or None, initial=begin)
    pagina = Formulierpagina(
        _("Wanneer is het licht voor geld groen, oranje of rood?"),
        _("Vastleggen"),
        _("De grenzen zijn vastgelegd. Klopt het niet, leg dan de goede vast."),
        _geld(plan.code),
        intro=zin,
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: zet_geldgrens(request.actor, plan.pk, **form.cleaned_data),
        _kruimels(plan.code),
    )


def _geld(plan: str) -> str:
    return f"{reverse('koers_geld')}?plan={plan}"


def _kruimels(plan: str) -> list[Kruimel]:
    return [(_("Koers"), reverse("koers")), (_("Geld"), _geld(plan))]
