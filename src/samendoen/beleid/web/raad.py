"""The council's page, and keeping what was asked, promised and contracted."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions import raad as acties
from samendoen.beleid.models import Begrotingsregel
from samendoen.beleid.models.raad import BELOFTESOORTEN
from samendoen.beleid.queries import schermen
from samendoen.beleid.queries.begroting import boekpagina
from samendoen.beleid.queries.doel import haal_doel
from samendoen.beleid.queries.raad import een_belofte, een_verplichting, raadsblad, stopblad
from samendoen.beleid.rules.raad import Beloftesoort, Beloftestaat
from samendoen.beleid.web.geld import als_eurocent
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import (
    ChipEen,
    DatumVeld,
    Formulierpagina,
    Kruimel,
    behandel_formulier,
    probeer,
    toon,
)


class SindsForm(forms.Form):
    """Since when one wants to know what changed."""

    sinds = DatumVeld(label=gettext_lazy("Wat is er veranderd sinds"), required=False)


class StopForm(forms.Form):
    """On which day one would stop."""

    dag = DatumVeld(label=gettext_lazy("Als we opzeggen op"))


class BelofteForm(forms.Form):
    """A motion, amendment or promise."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    soort = forms.ChoiceField(
        label=gettext_lazy("Wat is het?"),
        choices=[(s.value, naam) for s, naam in BELOFTESOORTEN.items()],
        widget=ChipEen,
    )
    titel = forms.CharField(label=gettext_lazy("Titel"), max_length=200)
    tekst = forms.CharField(
        label=gettext_lazy("Wat is er gevraagd of toegezegd?"),
        help_text=gettext_lazy("Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=acties.LANGSTE,
        required=False,
    )
    gedaan_op = DatumVeld(label=gettext_lazy("Op welke dag?"))
    uiterlijk = DatumVeld(label=gettext_lazy("Uiterlijk klaar op"), required=False)


class UitkomstForm(forms.Form):
    """What came of it."""

    staat = forms.ChoiceField(
        label=gettext_lazy("Hoe is het afgelopen?"),
        choices=[
            (Beloftestaat.AFGEDAAN.value, gettext_lazy("Gedaan wat gevraagd was")),
            (Beloftestaat.VERVALLEN.value, gettext_lazy("Vervallen")),
        ],
        widget=ChipEen,
    )
    uitkomst = forms.CharField(
        label=gettext_lazy("Wat kwam ervan?"),
        help_text=gettext_lazy("De raad leest dit. Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=acties.LANGSTE,
    )


class VerplichtingForm(forms.Form):
    """Money that is promised to an organisation."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    naam = forms.CharField(
        label=gettext_lazy("Wat is het, en met welke organisatie?"),
        help_text=gettext_lazy("Bijvoorbeeld: subsidie buurtgezinnen, Stichting Samen. Noem geen mensen."),
        max_length=200,
    )
    per_jaar = forms.CharField(
        label=gettext_lazy("Bedrag per jaar, in euro's"),
        max_length=20,
        help_text=gettext_lazy("Bijvoorbeeld 12.345,67."),
    )
    vanaf = DatumVeld(label=gettext_lazy("Vanaf"))
    tot = DatumVeld(label=gettext_lazy("Tot en met"), required=False)
    opzegtermijn = forms.IntegerField(
        label=gettext_lazy("Opzegtermijn in maanden"),
        help_text=gettext_lazy("Leeg: niet eerder op te zeggen dan de laatste dag."),
        min_value=0,
        max_value=acties.LANGSTE_TERMIJN,
        required=False,
    )

    def clean_per_jaar(self) -> int:
        """Return the amount in cents."""
        return als_eurocent(self.cleaned_data["per_jaar"])


@poort(Permissie.BELEID_ZIEN)
def raad(request: Verzoek) -> HttpResponse:
    """Answer what a council asks of a plan, on one page."""
    plannen = schermen.plannen()
    form = SindsForm(request.GET or None)
    gegevens: dict[str, Any] = {
        "kruimels": [(_("Koers"), reverse("koers")), (_("Raad"), "")],
        "plannen": plannen,
    }
    if plannen:
        gekozen = schermen.plan(request.GET.get("plan", ""), plannen)
        blad: dict[str, Any] = {}

        def haal() -> None:
            blad.update(raadsblad(request.actor, gekozen, form.cleaned_data["sinds"]))

        if not (form.is_bound and probeer(form, haal)):
            blad = raadsblad(request.actor, gekozen, None)
        gegevens |= {"plan": gekozen, "form": form, "b": blad, "mag_beheren": _mag(request)}
    return toon(request, "beleid/raad.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def stoppen(request: Verzoek, doel_id: int) -> HttpResponse:
    """Say what comes free if one stops with a goal."""
    doel = haal_doel(doel_id)
    form = StopForm(request.GET if "dag" in request.GET else None, initial={"dag": klok.vandaag()})
    blad: dict[str, Any] = {}

    def haal(dag: date) -> None:
        blad.update(stopblad(request.actor, doel_id, dag))

    if not (form.is_bound and probeer(form, lambda: haal(form.cleaned_data["dag"]))):
        haal(klok.vandaag())
    kruimels = [*_boven(doel_id, doel.titel), (_("Wat als we stoppen?"), "")]
    gegevens = {"b": blad, "form": form, "kruimels": kruimels, "mag_beheren": _mag(request)}
    return toon(request, "beleid/stoppen.html", gegevens)


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def belofte_nieuw(request: Verzoek, doel_id: int) -> HttpResponse:
    """Put a motion or promise beside a goal."""
    doel = haal_doel(doel_id)
    form = BelofteForm(request.POST or None, initial={"kenmerk": uuid4(), "gedaan_op": klok.vandaag()})

    def doe() -> None:
        velden = dict(form.cleaned_data)
        soort = Beloftesoort(velden.pop("soort"))
        acties.leg_belofte_vast(request.actor, acties.NieuweBelofte(doel_id=doel_id, soort=soort, **velden))

    pagina = Formulierpagina(
        _("Motie of toezegging vastleggen"),
        _("Vastleggen"),
        _("Vastgelegd. Is het al gedaan, rond het dan af."),
        reverse("koers_doel", args=[doel_id]),
        intro=doel.titel,
    )
    return behandel_formulier(request, form, pagina, doe, _boven(doel_id, doel.titel))


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def belofte_einde(request: Verzoek, belofte_id: int) -> HttpResponse:
    """Say what came of a motion or promise."""
    rij = een_belofte(belofte_id)
    form = UitkomstForm(request.POST or None)

    def doe() -> None:
        staat = Beloftestaat(form.cleaned_data["staat"])
        acties.beeindig_belofte(request.actor, belofte_id, staat, form.cleaned_data["uitkomst"])

    pagina = Formulierpagina(
        _("Motie of toezegging afronden"),
        _("Afronden"),
        _("Afgerond. Klopt het niet, heropen haar dan."),
        reverse("koers_doel", args=[rij.doel_id]),
        intro=rij.titel,
        uitleg=rij.tekst,
    )
    return behandel_formulier(request, form, pagina, doe, _boven(rij.doel_id, rij.doel.titel))


@poort(Permissie.BELEID_BEHEREN, "POST")
def belofte_heropenen(request: Verzoek, belofte_id: int) -> HttpResponse:
    """Let a motion or promise ask something again."""
    rij = een_belofte(belofte_id)
    acties.heropen_belofte(request.actor, belofte_id)
    return redirect("koers_doel", rij.doel_id)


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def verplichting_nieuw(request: Verzoek, regel_id: int) -> HttpResponse:
    """Record what of a line of the budget is promised."""
    naam = boekpagina(regel_id)["naam"]
    doel = Begrotingsregel.objects.select_related("doelstelling").get(pk=regel_id).doelstelling
    form = VerplichtingForm(request.POST or None, initial={"kenmerk": uuid4()})

    def doe() -> None:
        velden = dict(form.cleaned_data)
        bedrag = velden.pop("per_jaar")
        nieuw = acties.NieuweVerplichting(regel_id=regel_id, per_jaar_eurocent=bedrag, **velden)
        acties.leg_verplichting_vast(request.actor, nieuw)

    terug = reverse("koers_stoppen", args=[doel.pk]) if doel else reverse("koers_geld")
    pagina = Formulierpagina(
        _("Verplichting vastleggen"),
        _("Vastleggen"),
        _("De verplichting is vastgelegd. Klopt zij niet, haal haar dan weg en leg de goede vast."),
        terug,
        intro=naam,
    )
    return behandel_formulier(request, form, pagina, doe, _boven(doel.pk, doel.titel) if doel else [])


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def verplichting_weg(request: Verzoek, verplichting_id: int) -> HttpResponse:
    """Take back an obligation that was entered wrongly."""
    rij = een_verplichting(verplichting_id)
    doel = rij.regel.doelstelling
    form = forms.Form(request.POST if request.method == "POST" else None)
    pagina = Formulierpagina(
        _("Verplichting weghalen"),
        _("Weghalen"),
        _("De verplichting telt niet meer mee."),
        reverse("koers_stoppen", args=[doel.pk]) if doel else reverse("koers_geld"),
        intro=rij.naam,
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: acties.trek_verplichting_in(request.actor, verplichting_id),
        _boven(doel.pk, doel.titel) if doel else [],
    )


def _mag(request: Verzoek) -> bool:
    return request.actor.mag(Permissie.BELEID_BEHEREN)


def _boven(doel_id: int, titel: str) -> list[Kruimel]:
    return [(_("Koers"), reverse("koers")), (titel, reverse("koers_doel", args=[doel_id]))]
