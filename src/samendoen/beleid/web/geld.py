"""Money on screen: book what was spent, take over a ledger, and what in a plan does not add up."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions.begroting import NieuweBesteding, boek_bestedingen, lees_grootboek
from samendoen.beleid.models import Plan
from samendoen.beleid.queries import schermen
from samendoen.beleid.queries.begroting import boekpagina, regelcodes
from samendoen.beleid.queries.bevindingen import zin
from samendoen.beleid.queries.controle import bevindingen_van_plan
from samendoen.beleid.rules.bedragen import eurocent, is_bedrag
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import DatumVeld, probeer, toon

GROOTSTE_GROOTBOEK = 100_000
"""Characters of a ledger that is taken over."""


class BestedingForm(forms.Form):
    """What was spent of one line, up to a day."""

    besteed = forms.CharField(
        label=gettext_lazy("Besteed sinds 1 januari, in euro's"),
        max_length=20,
        help_text=gettext_lazy("Bijvoorbeeld 12.345,67. Het hele bedrag van dit jaar, niet wat erbij kwam."),
    )
    tot = DatumVeld(label=gettext_lazy("Tot en met welke dag?"))

    def clean_besteed(self) -> int:
        """Return the amount in cents."""
        return als_eurocent(self.cleaned_data["besteed"])


def als_eurocent(woorden: str) -> int:
    """Return what was typed in cents. Raises ValidationError, in words."""
    kaal = woorden.strip()
    if not is_bedrag(kaal) or not any(teken.isdigit() for teken in kaal):
        raise forms.ValidationError(_("Dit is geen bedrag. Schrijf bijvoorbeeld 12.345,67."))
    return eurocent(kaal)


class GrootboekForm(forms.Form):
    """Lines of a ledger: a file of it, or pasted."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand uit het grootboek (CSV)"), required=False, allow_empty_file=True
    )

    tekst = forms.CharField(
        label=gettext_lazy("Regels uit het grootboek"),
        help_text=gettext_lazy(
            "Op elke regel: code;jaar;besteed;tot, bijvoorbeeld kans;2025;12.345,67;2025-06-30. Klopt er een "
            "regel niet, dan wordt niets ingelezen."
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=GROOTSTE_GROOTBOEK,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Let the lines be those of the file, when there is one."""
        gegevens: dict[str, Any] = super().clean() or {}
        bestand = gegevens.get("bestand")
        if bestand is not None:
            gegevens["tekst"] = self._uit(bestand)
        elif not gegevens.get("tekst") and "tekst" not in self.errors:
            self.add_error("tekst", _("Kies een bestand, of plak de regels."))
        return gegevens

    def _uit(self, bestand: Any) -> str:
        if bestand.size > GROOTSTE_GROOTBOEK:
            self.add_error(
                "bestand", _("Dit bestand is te groot voor een grootboek. Kies een ander bestand.")
            )
            return ""
        ruw = bestand.read()
        for codering in ("utf-8-sig", "cp1252"):
            try:
                return str(ruw.decode(codering))
            except UnicodeDecodeError:
                continue
        self.add_error("bestand", _("Dit is geen tekstbestand. Bewaar het grootboek als CSV."))
        return ""


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def besteding(request: Verzoek, regel_id: int) -> HttpResponse:
    """Book what was spent of a line; what was booked before stays."""
    beeld = boekpagina(regel_id)
    form = BestedingForm(request.POST or None, initial={"tot": klok.vandaag(), "besteed": beeld["besteed"]})

    def boek() -> None:
        tot = form.cleaned_data["tot"]
        nieuw = NieuweBesteding(regel_id, tot.year, form.cleaned_data["besteed"], tot)
        boek_bestedingen(request.actor, [nieuw])

    terug = f"{reverse('koers_geld')}?plan={beeld['plan']}"
    if request.method == "POST" and probeer(form, boek):
        messages.success(request, _("Het bedrag is geboekt. Klopt het niet, boek dan het goede bedrag."))
        return redirect(terug)
    return _formulier(request, form, _("Besteed bijwerken"), beeld["naam"], terug)


@poort(Permissie.BELEID_BEHEREN, "GET", "HEAD", "POST")
def grootboek(request: Verzoek) -> HttpResponse:
    """Take over what was spent from lines of a ledger: all of them, or none."""
    gekozen = _plan(request)
    form = GrootboekForm(request.POST or None, request.FILES or None)
    aantal: list[int] = []

    def lees() -> None:
        aantal.extend(boek_bestedingen(request.actor, lees_grootboek(gekozen, form.cleaned_data["tekst"])))

    terug = f"{reverse('koers_geld')}?plan={gekozen.code}"
    if request.method == "POST" and probeer(form, lees):
        messages.success(request, _("Ingelezen: %(n)s nieuwe bedragen.") % {"n": len(aantal)})
        return redirect(terug)
    over = _("%(plan)s. Codes: %(codes)s.") % {"plan": gekozen.titel, "codes": regelcodes(gekozen)}
    return _formulier(request, form, _("Bedragen uit het grootboek inlezen"), over, terug)


def _plan(request: Verzoek) -> Plan:
    return schermen.plan(request.GET.get("plan", ""), schermen.plannen())


def _formulier(request: Verzoek, form: forms.Form, titel: str, over: str, terug: str) -> HttpResponse:
    kruimels = [(_("Koers"), reverse("koers")), (_("Geld"), terug), (titel, "")]
    gegevens = {"form": form, "titel": titel, "over": over, "terug": terug, "kruimels": kruimels}
    return toon(request, "beleid/formulier.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def controle(request: Verzoek) -> HttpResponse:
    """Show everything in a plan that does not add up or hangs loose, by table."""
    plannen = schermen.plannen()
    kruimels = [(_("Koers"), reverse("koers")), (_("Controle"), "")]
    gegevens: dict[str, object] = {"kruimels": kruimels, "plannen": plannen}
    if plannen:
        gekozen = _plan(request)
        per: dict[str, list[str]] = {}
        for bevinding in bevindingen_van_plan(gekozen):
            per.setdefault(bevinding.tabel, []).append(zin(bevinding))
        gegevens |= {"plan": gekozen, "groepen": list(per.items())}
    return toon(request, "beleid/controle.html", gegevens)
