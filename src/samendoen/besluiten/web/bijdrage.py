"""Own contribution: the list for the CAK, and exemptions."""

import csv
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.access import binnen, niet_gevonden
from samendoen.besluiten.actions.bijdrage import (
    Vrijstellinginvoer,
    beeindig_vrijstelling,
    stel_vrij,
    trek_vrijstelling_in,
)
from samendoen.besluiten.models import Aanvraag, Vrijstelling
from samendoen.besluiten.queries.beeld import lees_aanvraag
from samendoen.besluiten.queries.bijdrage import (
    Bijdrageregel,
    bijdrageregels,
    bijdragerijen,
    cakregels,
    gronden_voor_keuze,
)
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.rules.geld import maand_van, volgende_maand
from samendoen.besluiten.web.forms import vul
from samendoen.kernel.api import Permissie, Verzoek, klok, log_inzage, poort
from samendoen.schil.api import DatumVeld, Formulierpagina, Kolom, Tabel, behandel_formulier, kies, toon

MAANDEN_TERUG = 18
VOORBEREIDEN = Permissie.BESLUIT_VOORBEREIDEN


class VrijstellingForm(forms.Form):
    """Why somebody pays no own contribution, and when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    grond = forms.ChoiceField(
        label=gettext_lazy("Waarom betaalt iemand geen eigen bijdrage?"),
        error_messages=kies(gettext_lazy("Kies een reden uit de lijst.")),
    )
    van = DatumVeld(label=gettext_lazy("Eerste dag"))
    tot = DatumVeld(
        label=gettext_lazy("Laatste dag"), help_text=gettext_lazy("Leeg: zonder einddatum."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["grond"], [("", _("Kies een reden")), *gronden_voor_keuze()])
        self.fields["kenmerk"].initial = uuid4
        self.fields["van"].initial = klok.vandaag


class EindeVrijstellingForm(forms.Form):
    """The last day of an exemption."""

    tot = DatumVeld(label=gettext_lazy("Laatste dag van de vrijstelling"))


@poort(Permissie.GELD_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Who owes the contribution from when until when; as a file for the CAK with ?vorm=csv."""
    maanden = _maanden()
    gekozen = request.GET.get("maand", "")
    gekozen = gekozen if gekozen in maanden else ""
    regels = bijdrageregels(request.actor, maanden[gekozen] if gekozen else None)
    if request.GET.get("vorm") == "csv":
        return _csv(cakregels(request.actor, regels), gekozen)
    context = {
        "tabel": _tabel(request, regels),
        "gekozen": gekozen,
        "maanden": [
            ("", _("Alle maanden")),
            *((code, _naam(eerste)) for code, (eerste, _v) in maanden.items()),
        ],
        "csv": "?" + urlencode({"maand": gekozen, "vorm": "csv"}),
    }
    return toon(request, "besluiten/bijdrage/lijst.html", context, deel="lijst")


def _tabel(request: Verzoek, regels: Sequence[Bijdrageregel]) -> Tabel:
    return Tabel(
        _("Eigen bijdrage"),
        [Kolom("wie", _("Wie en waarvoor")), Kolom("start", _("Begint")), Kolom("stop", _("Laatste dag"))],
        bijdragerijen(request.actor, regels),
        leeg=_("Hier verschijnt wie een eigen bijdrage betaalt, zodra de hulp is begonnen."),
        toon_titel=False,
    )


def _maanden() -> dict[str, tuple[date, date]]:
    """Return by code the first day of a month and of the next; this month first."""
    maand, alle = maand_van(klok.vandaag()), {}
    for _keer in range(MAANDEN_TERUG):
        alle[f"{maand:%Y-%m}"] = (maand, volgende_maand(maand))
        maand = maand_van(maand - EEN_DAG)
    return alle


def _naam(maand: date) -> str:
    return capfirst(date_format(maand, "F Y"))


def _csv(regels: Sequence[tuple[str, ...]], maand: str) -> HttpResponse:
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="eigen-bijdrage-{maand or "alle"}.csv"'
    antwoord["Cache-Control"] = "no-store"
    schrijver = csv.writer(antwoord, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(["bsn", "naam", "geboortedatum", "startdatum", "stopdatum"])
    schrijver.writerows(regels)
    return antwoord


@poort(VOORBEREIDEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, aanvraag_id: int) -> HttpResponse:
    """Record an exemption for who made this application."""
    rij = lees_aanvraag(request.actor, aanvraag_id)
    log_inzage(request.actor, "vrijstelling", [rij.dossier_id])
    form = VrijstellingForm(request.POST or None)
    terug = reverse("aanvraag", args=[aanvraag_id])

    def doe() -> None:
        g = form.cleaned_data
        tot = g["tot"] + EEN_DAG if g["tot"] else None
        stel_vrij(request.actor, Vrijstellinginvoer(g["kenmerk"], aanvraag_id, g["grond"], g["van"], tot))

    pagina = Formulierpagina(
        _("Vrijstelling vastleggen"),
        _("Vastleggen"),
        _("De vrijstelling is vastgelegd. In een nieuwe brief staat dat er geen eigen bijdrage is."),
        terug,
        uitleg=_("In die tijd vragen wij geen eigen bijdrage en geven wij niets door aan het CAK."),
    )
    return behandel_formulier(request, form, pagina, doe, _boven(aanvraag_id))


def _boven(aanvraag_id: int) -> list[tuple[str, str]]:
    naam = _("Aanvraag %(nr)s") % {"nr": aanvraag_id}
    return [(_("Besluiten"), reverse("besluiten")), (naam, reverse("aanvraag", args=[aanvraag_id]))]


def _haal(request: Verzoek, nummer: int) -> tuple[Vrijstelling, int]:
    """Return an exemption that this actor may read, and an application that it hangs on; logged."""
    rij = binnen(Vrijstelling.objects.filter(pk=nummer), request.actor).first()
    if rij is None:
        raise niet_gevonden()
    log_inzage(request.actor, "vrijstelling", [rij.dossier_id])
    aanvragen = Aanvraag.objects.filter(dossier=rij.dossier_id, product__eigen_bijdrage=True)
    return rij, aanvragen.order_by("-pk").values_list("pk", flat=True)[0]


@poort(VOORBEREIDEN, "GET", "HEAD", "POST")
def beeindigen(request: Verzoek, vrijstelling_id: int) -> HttpResponse:
    """Give an exemption another last day."""
    rij, aanvraag_id = _haal(request, vrijstelling_id)
    form = EindeVrijstellingForm(
        request.POST or None, initial={"tot": rij.tot - EEN_DAG if rij.tot else klok.vandaag()}
    )
    pagina = Formulierpagina(
        _("Vrijstelling beëindigen"),
        _("Opslaan"),
        _("De laatste dag van de vrijstelling is vastgelegd."),
        reverse("aanvraag", args=[aanvraag_id]),
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: beeindig_vrijstelling(request.actor, rij.pk, form.cleaned_data["tot"] + EEN_DAG),
        _boven(aanvraag_id),
        sjabloon="besluiten/bijdrage/einde.html",
        extra={"nummer": rij.pk},
    )


@poort(VOORBEREIDEN, "POST")
def intrekken(request: Verzoek, vrijstelling_id: int) -> HttpResponse:
    """Take back an exemption that was a mistake."""
    rij, aanvraag_id = _haal(request, vrijstelling_id)
    trek_vrijstelling_in(request.actor, rij.pk)
    messages.success(request, _("De vrijstelling is ingetrokken."))
    return redirect("aanvraag", aanvraag_id)
