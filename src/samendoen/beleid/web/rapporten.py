"""The reports: choose and look at one, freeze, publish and correct it, read it, lay two side by side."""

import base64
import hashlib
import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions.agenda import LANGSTE_TEKST
from samendoen.beleid.actions.rapport import document_voor, maak_rapport, publiceer_rapport, verbeter_rapport
from samendoen.beleid.models.rapport import RAPPORTSOORTEN
from samendoen.beleid.queries import rapporten, schermen
from samendoen.beleid.queries.rapport.bladzij import inhoud_html
from samendoen.beleid.queries.rapport.soorten import MAKERS
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, klok, poort
from samendoen.schil.api import (
    DatumVeld,
    Formulierpagina,
    Kolom,
    Tabel,
    behandel_formulier,
    probeer,
    toon,
)

STIJL = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


class RapportForm(forms.Form):
    """Which report: what kind, of which plan, on what day."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Welk rapport?"), choices=[(soort, RAPPORTSOORTEN[soort]) for soort in MAKERS]
    )
    plan = forms.ChoiceField(label=gettext_lazy("Van welk plan?"))
    peildatum = DatumVeld(label=gettext_lazy("De stand van welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(p.code, f"{p.titel} ({p.gemeente})") for p in schermen.plannen()]
        self.fields["plan"].choices = keuzes  # type: ignore[attr-defined]


class VerbeterForm(forms.Form):
    """What is different in the new version, and why."""

    wijziging = forms.CharField(
        label=gettext_lazy("Wat is er anders?"),
        help_text=gettext_lazy("De raad leest dit bovenaan het rapport."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_TEKST,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=LANGSTE_TEKST
    )
    peildatum = DatumVeld(
        label=gettext_lazy("De stand van welke dag?"),
        help_text=gettext_lazy(
            "Wat u vandaag verbeterde in een tekst of een licht, staat er alleen in met de stand van vandaag."
        ),
    )


@poort(Permissie.BELEID_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Show the reports that this reader may read."""
    kolommen = [
        Kolom("titel", _("Rapport")),
        Kolom("peildatum", _("Stand van"), heel=True),
        Kolom("staat", _("Status")),
        Kolom("gemaakt", _("Gemaakt op"), heel=True),
        Kolom("downloads", _("Downloaden"), heel=True),
    ]
    mag = request.actor.mag(Permissie.BELEID_BEHEREN)
    leeg = (
        _("Er is nog geen rapport. Kies hierboven Rapport maken.")
        if mag
        else _("Er is nog geen rapport gepubliceerd.")
    )
    rijen = rapporten.rapporten(request.actor)
    gegevens = {
        "tabel": Tabel(_("Rapporten"), kolommen, rijen, leeg=leeg, toon_titel=False),
        "mag_maken": mag and bool(schermen.plannen()),
        "kruimels": [(_("Koers"), reverse("koers")), (_("Rapporten"), "")],
    }
    return toon(request, "beleid/rapporten.html", gegevens)


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def maken(request: Verzoek) -> HttpResponse:
    """Choose a report and look at it; freezing it is a second press of a button."""
    begin = {"soort": "voortgang", "plan": request.GET.get("plan", ""), "peildatum": klok.vandaag()}
    gekozen = request.method == "POST" or "soort" in request.GET
    form = RapportForm((request.POST or request.GET) if gekozen else None, initial=begin)
    uit: list[Any] = []

    def doe() -> None:
        velden = form.cleaned_data
        keuze = (velden["soort"], velden["plan"], velden["peildatum"])
        if request.method == "POST":
            uit.append(maak_rapport(request.actor, *keuze))
        else:
            uit.append(document_voor(*keuze)[1])

    gelukt = gekozen and probeer(form, doe)
    if gelukt and request.method == "POST":
        if uit[0].nieuw:
            zin = _("Het rapport ligt vast en verandert niet meer. De raad ziet het nog niet.")
            messages.success(request, zin)
        else:
            messages.info(request, _("Er is niets veranderd: dit rapport bestond al."))
        return redirect("koers_rapport_blad", uit[0].rapport_id)
    gegevens = {
        "form": form,
        "inhoud": inhoud_html(uit[0], "div") if gelukt else "",
        "velden": [(naam, waarde) for naam, waarde in request.GET.items() if naam in form.fields],
        "kruimels": [*_kruimels(), (_("Rapport maken"), "")],
    }
    return toon(request, "beleid/rapport_maken.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def blad(request: Verzoek, rapport_id: int) -> HttpResponse:
    """Show a report with its versions, what one can do with it, and what it says."""
    beeld = rapporten.blad(request.actor, rapport_id)
    return toon(request, "beleid/rapport_blad.html", {"r": beeld, "kruimels": _bij(beeld)})


@poort(Permissie.BELEID_PUBLICEREN, "POST")
def publiceren(request: Verzoek, rapport_id: int) -> HttpResponse:
    """Let a report out to the council."""
    try:
        nieuw = publiceer_rapport(request.actor, rapport_id)
    except Domeinfout as fout:
        if fout.fout == "rapport_onbekend":
            raise
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return redirect("koers_rapport_blad", rapport_id)
    if nieuw:
        messages.success(request, _("Het rapport is gepubliceerd: de raad kan het lezen."))
    return redirect("koers_rapport_blad", rapport_id)


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def verbeteren(request: Verzoek, rapport_id: int) -> HttpResponse:
    """Make another version of a published report."""
    beeld = rapporten.blad(request.actor, rapport_id)
    form = VerbeterForm(request.POST or None, initial={"peildatum": klok.vandaag()})
    pagina = Formulierpagina(
        titel=_("Verbeterde versie maken"),
        knop=_("Versie maken"),
        gelukt=_("De verbeterde versie ligt vast. De raad ziet haar zodra een ander haar publiceert."),
        terug=reverse("koers_rapport_blad", args=[rapport_id]),
        intro=beeld["titel"],
        uitleg=_("Dit rapport blijft staan zoals het is, met de mededeling dat het verbeterd is."),
    )

    def doe() -> None:
        velden = form.cleaned_data
        verbeter_rapport(request.actor, rapport_id, velden["wijziging"], velden["reden"], velden["peildatum"])

    boven = [*_kruimels(), (beeld["titel"], pagina.terug)]
    return behandel_formulier(request, form, pagina, doe, boven)


@poort(Permissie.BELEID_ZIEN)
def verschil(request: Verzoek, rapport_id: int) -> HttpResponse:
    """Show what differs between this report and another one of its kind."""
    beeld = rapporten.blad(request.actor, rapport_id)
    gekozen = request.GET.get("met", "")
    met = int(gekozen[:18]) if gekozen.isdecimal() else 0
    gegevens: dict[str, Any] = {"r": beeld, "met": met, "weg_woord": _("weg:"), "erbij_woord": _("erbij:")}
    if met:
        gegevens["v"] = rapporten.verschil(request.actor, met, rapport_id)
    eigen = (beeld["titel"], reverse("koers_rapport_blad", args=[rapport_id]))
    gegevens["kruimels"] = [*_kruimels(), eigen, (_("Wat is er anders?"), "")]
    return toon(request, "beleid/rapport_verschil.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def bestand(request: Verzoek, rapport_id: int, vorm: str) -> HttpResponse:
    """Give a report: to download, or with `?bekijk` to read in the browser."""
    gevonden = rapporten.bestand(request.actor, rapport_id, vorm)
    bekijk = "bekijk" in request.GET and vorm in {"html", "pdf"}
    antwoord = HttpResponse(gevonden.inhoud, content_type=gevonden.soort)
    wijze = "inline" if bekijk else "attachment"
    antwoord.headers["Content-Disposition"] = f'{wijze}; filename="{gevonden.naam}"'
    antwoord.headers["ETag"] = f'"{gevonden.hash}"'
    # The file brings its own style sheet: exactly that one is allowed, and nothing else.
    antwoord.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src {_stijlhash(gevonden.inhoud)}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    return antwoord


def _stijlhash(inhoud: bytes) -> str:
    gevonden = STIJL.search(inhoud)
    if gevonden is None:
        return "'none'"
    return f"'sha256-{base64.b64encode(hashlib.sha256(gevonden.group(1)).digest()).decode()}'"


def _kruimels() -> list[tuple[str, str]]:
    return [(_("Koers"), reverse("koers")), (_("Rapporten"), reverse("koers_rapporten"))]


def _bij(beeld: dict[str, Any]) -> list[tuple[str, str]]:
    return [*_kruimels(), (beeld["titel"], "")]
