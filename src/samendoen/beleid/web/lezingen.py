"""Documents on screen: read one, look over what was read, correct it, take it over in the plan."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions.agenda import LANGSTE_TEKST
from samendoen.beleid.actions.lezing import (
    Verbetering,
    lees_document_in,
    leg_lezing_weg,
    neem_lezing_over,
    verbeter_lezing,
)
from samendoen.beleid.queries import lezingen, schermen
from samendoen.beleid.rules.overnemen import LANGSTE_TITEL
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, poort
from samendoen.schil.api import Kolom, Tabel, probeer, toon

MAG = Permissie.BELEID_BEHEREN
GROOTSTE = 10 * 1024 * 1024


class DocumentForm(forms.Form):
    """A document, and the plan it belongs to."""

    plan = forms.ChoiceField(label=gettext_lazy("Bij welk plan?"))
    bestand = forms.FileField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy(
            "Tekst, Word of PDF, hoogstens 10 MB. Het bestand zelf wordt niet bewaard. Lichten die plaatjes "
            "zijn, worden niet gelezen."
        ),
        error_messages={
            "required": gettext_lazy("Kies een bestand van hoogstens 10 MB."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(p.code, f"{p.titel} ({p.gemeente})") for p in schermen.plannen()]
        self.fields["plan"].choices = keuzes  # type: ignore[attr-defined]


class ActiviteitForm(forms.Form):
    """An activity as it should have been read."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    titel = forms.CharField(
        label=gettext_lazy("Activiteit"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LANGSTE_TITEL * 3,
    )
    resultaat = forms.CharField(
        label=gettext_lazy("Beloofd resultaat"), widget=forms.Textarea(attrs={"rows": 3})
    )
    verantwoording = forms.CharField(
        label=gettext_lazy("Verantwoording"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LANGSTE_TEKST * 3,
    )
    weglaten = forms.BooleanField(label=gettext_lazy("Niet overnemen in het plan"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("weglaten"):
            # What is left out need not be whole.
            self.fields["titel"].required = self.fields["resultaat"].required = False


@poort(MAG)
def lijst(request: Verzoek) -> HttpResponse:
    """List the documents that were read."""
    kolommen = [
        Kolom("naam", _("Document")),
        Kolom("plan", _("Plan")),
        Kolom("gelezen", _("Gelezen op"), heel=True),
        Kolom("staat", _("Stand"), heel=True),
    ]
    leeg = _("Er is nog geen document gelezen. Kies hierboven Document lezen.")
    tabel = Tabel(_("Documenten"), kolommen, lezingen.lijst(), leeg=leeg, toon_titel=False)
    kruimels = [(_("Koers"), reverse("koers")), (_("Documenten"), "")]
    return toon(request, "beleid/lezingen.html", {"tabel": tabel, "kruimels": kruimels})


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Read a document."""
    form = DocumentForm(request.POST or None, request.FILES or None)
    gelezen: list[int] = []

    def lees() -> None:
        bestand = form.cleaned_data["bestand"]
        inhoud = bestand.read(GROOTSTE + 1)
        if len(inhoud) > GROOTSTE:
            raise Domeinfout(
                "document_te_groot",
                _("Dit bestand is groter dan 10 MB."),
                _("Haal de plaatjes eruit of knip het document in delen."),
                veld="bestand",
            )
        gelezen.append(lees_document_in(request.actor, form.cleaned_data["plan"], str(bestand.name), inhoud))

    if request.method == "POST" and probeer(form, lees):
        return redirect("koers_lezing", gelezen[0])
    return _formulier(request, form, _("Document lezen"), _("Wat er staat, kijkt u daarna na."), [])


@poort(MAG)
def lezing(request: Verzoek, lezing_id: int) -> HttpResponse:
    """Show what was read, what does not add up, and what has no place."""
    beeld = lezingen.pagina(lezingen.haal(lezing_id))
    kruimels = [*_kruimels(), (beeld["naam"], "")]
    return toon(request, "beleid/lezing.html", {"lz": beeld, "kruimels": kruimels} | _woorden())


@poort(MAG, "GET", "HEAD", "POST")
def activiteit(request: Verzoek, lezing_id: int, doel: int, nummer: int) -> HttpResponse:
    """Correct one activity that was read, or leave it out."""
    rij = lezingen.haal(lezing_id)
    nu = lezingen.een_activiteit(rij, doel, nummer)
    form = ActiviteitForm(request.POST or None, initial=nu | {"versie": rij.versie})

    def verbeter() -> None:
        g = form.cleaned_data
        verbetering = Verbetering(g["titel"], g["resultaat"], g["verantwoording"], g["weglaten"])
        verbeter_lezing(request.actor, lezing_id, g["versie"], doel, nummer, verbetering)

    if request.method == "POST" and probeer(form, verbeter):
        messages.success(request, _("De activiteit is verbeterd."))
        return redirect("koers_lezing", lezing_id)
    terug = reverse("koers_lezing", args=[lezing_id])
    over = _("Zo is het gelezen op regel %(n)s.") % {"n": nu["regel"]}
    return _formulier(request, form, _("Activiteit nakijken"), over, [(rij.naam, terug)])


@poort(MAG, "POST")
def overnemen(request: Verzoek, lezing_id: int) -> HttpResponse:
    """Take a reading over in the plan, or say what is missing."""
    try:
        neem_lezing_over(request.actor, lezing_id)
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return redirect("koers_lezing", lezing_id)
    messages.success(request, _("De lezing staat nu in het plan, als een nieuw onderdeel."))
    return redirect(lezingen.pagina(lezingen.haal(lezing_id))["onderdeel_url"])


@poort(MAG, "POST")
def wegleggen(request: Verzoek, lezing_id: int) -> HttpResponse:
    """Put a reading away."""
    try:
        leg_lezing_weg(request.actor, lezing_id)
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return redirect("koers_lezing", lezing_id)
    messages.success(request, _("De lezing is weggelegd. Lees het document opnieuw in om weer te beginnen."))
    return redirect("koers_lezingen")


def _woorden() -> dict[str, str]:
    return {"weg_woord": _("wordt niet overgenomen"), "lastig_woord": _("kijk dit na")}


def _kruimels() -> list[tuple[str, str]]:
    return [(_("Koers"), reverse("koers")), (_("Documenten"), reverse("koers_lezingen"))]


def _formulier(
    request: Verzoek, form: forms.Form, titel: str, over: str, tussen: list[tuple[str, str]]
) -> HttpResponse:
    terug = tussen[-1][1] if tussen else reverse("koers_lezingen")
    kruimels = [*_kruimels(), *tussen, (titel, "")]
    gegevens = {"form": form, "titel": titel, "over": over, "terug": terug, "kruimels": kruimels}
    return toon(request, "beleid/formulier.html", gegevens)
