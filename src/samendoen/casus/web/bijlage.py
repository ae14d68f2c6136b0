"""Screens of attachments: add one, hand one over, take one away."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.actions.bijlage import (
    NieuweBijlage,
    bezwaarzin,
    verwijder_bijlage,
    voeg_bijlage_toe,
)
from samendoen.casus.models import Notitie
from samendoen.casus.queries.bijlage import download, haal_bijlage
from samendoen.casus.queries.notitie import haal_notitie
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.rules import GROOTSTE, Bestandbezwaar
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.casus.web.formulier import Formulierpagina, behandel, zonder_vragen
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort, scanner_ingesteld
from samendoen.schil.api import kies

MAG = Permissie.CASUS_WERKEN
SOORTEN = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.txt,.eml"


class BijlageForm(forms.Form):
    """A file, and about whom it is."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    persoon = forms.TypedChoiceField(
        label=gettext_lazy("Over wie gaat dit bestand?"),
        help_text=gettext_lazy("Wie over deze persoon niet mag lezen, ziet het bestand niet."),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=kies(gettext_lazy("Kies over wie het bestand gaat.")),
    )
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Pdf, foto, Word, Excel, odt, txt of e-mail (eml), hoogstens 10 MB."),
        max_length=255,
        widget=forms.FileInput(attrs={"accept": SOORTEN}),
        allow_empty_file=True,  # the action says what is wrong with it
        error_messages={"required": gettext_lazy("Kies een bestand.")},
    )

    def __init__(self, *args: Any, mensen: Keuzes = (), te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = list(mensen)
        vul(self, "persoon", mensen)
        if len(mensen) == 1:
            self.fields["persoon"].initial = mensen[0][0]
        if te_groot:
            self.fields["bestand"].error_messages["required"] = " ".join(bezwaarzin(Bestandbezwaar.TE_GROOT))


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Attach a file, perhaps with a note (?notitie=its number)."""
    blad = formulierblad(request.actor, casus_id)
    nummer = geheel(request.GET.get("notitie", ""))
    notitie: Notitie | None = haal_notitie(request.actor, casus_id, nummer) if nummer else None
    over = set(notitie.personen.filter(over=True).values_list("inwoner", flat=True)) if notitie else None
    form = BijlageForm(
        request.POST or None,
        request.FILES or None,
        mensen=[(m.persoon_id, m.naam) for m in blad.mensen.bekend if over is None or m.persoon_id in over],
        # Larger than what is kept in memory was not read at all.
        te_groot=(geheel(request.META.get("CONTENT_LENGTH", "") or "0") or 0) > GROOTSTE,
    )
    uitleg = _("Het bestand wordt versleuteld bewaard. Wie het opent, komt in het logboek.")
    if not scanner_ingesteld():
        uitleg += " " + _("Let op: bestanden worden hier niet op virussen gescand.")
    pagina = Formulierpagina(
        _("Bijlage toevoegen"),
        _("Toevoegen"),
        _("De bijlage is toegevoegd. Verkeerd bestand? U kunt het verwijderen."),
        reverse("notitie", args=[casus_id, nummer]) if notitie else reverse("casus", args=[casus_id]),
        intro=_("Bij notitie %(nr)s") % {"nr": nummer} if notitie else blad.titel,
        uitleg=uitleg,
    )

    def voeg_toe() -> None:
        g = form.cleaned_data
        bestand = g["bestand"]
        inhoud = bestand.read(GROOTSTE + 1)
        pk = notitie.pk if notitie else None
        bijlage = NieuweBijlage(g["kenmerk"], casus_id, g["persoon"], bestand.name, inhoud, pk)
        voeg_bijlage_toe(request.actor, bijlage)

    return behandel(request, blad, form, pagina, voeg_toe)


@poort(Permissie.WERK_ZIEN)
def downloaden(request: Verzoek, casus_id: int, bijlage_id: int) -> HttpResponse:
    """Hand a file over: to save, never to show, and kept by no cache."""
    bestand = download(request.actor, casus_id, bijlage_id)
    antwoord = HttpResponse(bestand.inhoud, content_type=bestand.mime)
    antwoord.headers["Content-Disposition"] = content_disposition_header(True, bestand.naam) or "attachment"
    antwoord.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


@poort(MAG, "GET", "HEAD", "POST")
def verwijderen(request: Verzoek, casus_id: int, bijlage_id: int) -> HttpResponse:
    """Ask once, then take a file away for good."""
    blad = formulierblad(request.actor, casus_id)
    rij = haal_bijlage(request.actor, casus_id, bijlage_id)
    pagina = Formulierpagina(
        _("Bijlage verwijderen"),
        _("Verwijderen"),
        _("De bijlage is verwijderd."),
        reverse("casus", args=[casus_id]),
        intro=str(rij.naam),
        uitleg=_("Het bestand is daarna echt weg. Dat er een bijlage was, blijft op de tijdlijn staan."),
        gevaar=True,
    )
    return zonder_vragen(
        request, blad, pagina, lambda: verwijder_bijlage(request.actor, casus_id, bijlage_id)
    )
