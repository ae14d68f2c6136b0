"""Wat komt eraan: days of reporting, what is missing, and offering all that is ready."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions import publicatie, rapportdagen
from samendoen.beleid.models import Plan
from samendoen.beleid.queries import komt as vragen
from samendoen.beleid.queries import schermen
from samendoen.beleid.queries.bewerken import collega_met
from samendoen.beleid.queries.werkronde import rondes
from samendoen.kernel.api import Domeinfout, NietGevonden, Permissie, Verzoek, klok, poort
from samendoen.schil.api import DatumVeld, Kolom, Tabel, probeer, toon

MAG = Permissie.BELEID_BEHEREN


class RapportdagForm(forms.Form):
    """A day on which a plan reports."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    titel = forms.CharField(label=gettext_lazy("Hoe heet dit moment?"), max_length=120)
    dag = DatumVeld(label=gettext_lazy("Op welke dag is alles klaar?"))
    dagen_vooraf = forms.IntegerField(
        label=gettext_lazy("Hoeveel dagen vooraf krijgen de eigenaren een taak?"),
        min_value=1,
        max_value=120,
        initial=rapportdagen.VOORAF,
    )
    dagen_herinnering = forms.IntegerField(
        label=gettext_lazy("Hoeveel dagen vooraf een herinnering?"),
        min_value=0,
        max_value=120,
        initial=rapportdagen.HERINNERING,
    )
    adviseur = forms.TypedChoiceField(
        label=gettext_lazy("Bij wie komt wat te laat is?"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", _("Bij niemand")), *collega_met(MAG)]
        self.fields["adviseur"].choices = keuzes  # type: ignore[attr-defined]


@poort(MAG)
def komt(request: Verzoek) -> HttpResponse:
    """Show per activity what is missing for the next report, and the days of reporting."""
    plannen = schermen.plannen()
    kruimels = [(_("Koers"), reverse("koers")), (_("Wat komt eraan"), "")]
    gegevens: dict[str, Any] = {"kruimels": kruimels, "plannen": plannen, "jaar": klok.vandaag().year}
    if plannen:
        gekozen = _plan(request.GET.get("plan", ""))
        blad = vragen.blad(gekozen)
        gegevens |= {"plan": gekozen, "k": blad}
        if blad["ronde"]:
            gegevens["tabel"] = _tabel(blad["ronde"])
    return toon(request, "beleid/komt.html", gegevens)


def _tabel(ronde: dict[str, Any]) -> Tabel:
    kolommen = [
        Kolom("wat", _("Activiteit")),
        Kolom("mist", _("Nog te doen")),
        Kolom("eigenaar", _("Eigenaar")),
        Kolom("lichten", _("Lichten"), heel=True),
        Kolom("tekst", _("Tekst"), heel=True),
    ]
    leeg = _("De jaaragenda van dit plan heeft nog geen activiteiten.")
    return Tabel(_("Per activiteit"), kolommen, ronde["regels"], leeg=leeg, toon_titel=False)


@poort(MAG, "POST")
def aanbieden(request: Verzoek) -> HttpResponse:
    """Offer everything that is ready and was not offered yet."""
    gekozen = _plan(request.POST.get("plan", ""))
    ids = [nummer for r in rondes(klok.vandaag(), [gekozen]) for nummer in vragen.aan_te_bieden(r)]
    aantal = len(publicatie.bied_aan(request.actor, ids))
    messages.success(request, _("Aangeboden: %(n)s. Een collega kijkt ernaar.") % {"n": aantal})
    return redirect(_adres(gekozen))


@poort(MAG, "GET", "HEAD", "POST")
def rapportdag(request: Verzoek) -> HttpResponse:
    """Plan one day of reporting."""
    gekozen = _plan(request.GET.get("plan", ""))
    form = RapportdagForm(request.POST or None, initial={"adviseur": request.actor.id})

    def plan() -> None:
        nieuw = rapportdagen.NieuweRapportdag(plan=gekozen.code, **form.cleaned_data)
        rapportdagen.plan_rapportdagen(request.actor, [nieuw])

    if request.method == "POST" and probeer(form, plan):
        messages.success(request, _("De rapportdag staat erbij. Vergissing? Laat hem hieronder vervallen."))
        return redirect(_adres(gekozen))
    kruimels = [
        (_("Koers"), reverse("koers")),
        (_("Wat komt eraan"), _adres(gekozen)),
        (_("Rapportdag plannen"), ""),
    ]
    gegevens = {
        "form": form,
        "titel": _("Rapportdag plannen"),
        "over": gekozen.titel,
        "terug": _adres(gekozen),
        "kruimels": kruimels,
    }
    return toon(request, "beleid/formulier.html", gegevens)


@poort(MAG, "POST")
def kwartalen(request: Verzoek) -> HttpResponse:
    """Plan the ends of the quarters of a year that are to come."""
    gekozen = _plan(request.POST.get("plan", ""))
    jaar = request.POST.get("jaar", "")
    vandaag: date = klok.vandaag()
    gekozen_jaar = int(jaar) if jaar.isdecimal() and 0 <= int(jaar) - vandaag.year <= 1 else vandaag.year
    nieuw = rapportdagen.kwartalen(gekozen.code, gekozen_jaar, request.actor.id)
    aantal = len(rapportdagen.plan_rapportdagen(request.actor, nieuw))
    messages.success(request, _("Gepland: %(n)s rapportdagen.") % {"n": aantal})
    return redirect(_adres(gekozen))


@poort(MAG, "POST")
def vervalt(request: Verzoek, rapportdag_id: int) -> HttpResponse:
    """Take a day of reporting away."""
    try:
        rapportdagen.laat_rapportdag_vervallen(request.actor, rapportdag_id)
    except NietGevonden:
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, _("De rapportdag vervalt. Vergissing? Plan hem opnieuw."))
    return redirect(_adres(_plan(request.POST.get("plan", ""))))


def _plan(code: str) -> Plan:
    return schermen.plan(code, schermen.plannen())


def _adres(plan: Plan) -> str:
    return f"{reverse('koers_komt')}?plan={plan.code}"
