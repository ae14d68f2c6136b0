"""The page for at the door, made for a phone: what one needs to know, and the note that keeps every word."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.casus.actions.notitie import begin_notities
from samendoen.casus.actions.notitieinvoer import NieuweNotitie
from samendoen.casus.queries.huisbezoek import bezoekbeeld, thuissjabloon
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.web.formulier import doe_of_zeg, kruimels
from samendoen.casus.web.notitieschrijven import editor, notitieform
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import toon

MAG = Permissie.CASUS_WERKEN


class BeginForm(forms.Form):
    """Begin the note of a visit; sent twice it is one note."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


@poort(MAG)
def huisbezoek(request: Verzoek, casus_id: int) -> HttpResponse:
    """What one needs at the door, and the note that one writes there."""
    beeld = bezoekbeeld(request.actor, casus_id)
    gegevens: dict[str, Any] = {
        "h": beeld,
        "begin": BeginForm(),
        "kan_beginnen": beeld.blad.open and thuissjabloon() is not None,
        "panelen": stekkers.panelen("huisbezoek", request.actor, casus_id),
        "kruimels": kruimels(beeld.blad, (_("Huisbezoek"), "")),
    }
    if beeld.concept is not None:
        gegevens |= editor(request, notitieform(request, beeld.concept), beeld.concept)
    return toon(request, "casus/huisbezoek.html", gegevens)


@poort(MAG, "POST")
def beginnen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Begin the note of a visit, about everybody about whom one may write."""
    formulierblad(request.actor, casus_id)
    form, sjabloon = BeginForm(request.POST), thuissjabloon()
    if form.is_valid() and sjabloon is not None:
        nieuw = NieuweNotitie(form.cleaned_data["kenmerk"], casus_id, sjabloon.code)
        doe_of_zeg(
            request,
            lambda: begin_notities(request.actor, [nieuw]),
            _("U kunt schrijven. Alles wordt vanzelf opgeslagen."),
        )
    return redirect("huisbezoek", casus_id)
