"""The doorbraakbudget: grant it, see it, record what was paid, take mistakes back."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.access import niet_gevonden
from samendoen.besluiten.actions.doorbraak import (
    NieuweDoorbraak,
    NieuweUitgave,
    boek_doorbraakuitgave,
    ken_doorbraak_toe,
    trek_doorbraak_in,
    trek_doorbraakuitgave_in,
)
from samendoen.besluiten.queries.doorbraak import (
    Doorbraakbeeld,
    budget_van_uitgave,
    doorbraakbeeld,
    ruimtezin,
)
from samendoen.besluiten.web.bezwaar import Stap
from samendoen.besluiten.web.bezwaarforms import tekstveld
from samendoen.besluiten.web.forms import DagForm, OmvangVeld
from samendoen.casus import api as casussen
from samendoen.kernel.api import (
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Permissie,
    Verzoek,
    log_inzage,
    poort,
)
from samendoen.schil.api import Formulierpagina, behandel_formulier, toon

NEMEN, WERKEN = Permissie.BESLUIT_NEMEN, Permissie.CASUS_WERKEN
HOOGST = Decimal(999999)


def _bedragveld(label: Any) -> OmvangVeld:
    invoer = forms.TextInput(attrs={"inputmode": "decimal", "class": "sd-kort", "autocomplete": "off"})
    return OmvangVeld(
        label=label, help_text=gettext_lazy("In euro's."), widget=invoer, decimal_places=2, max_value=HOOGST
    )


def centen(bedrag: Decimal) -> int:
    """Return an amount in euros as whole eurocents."""
    return int(bedrag * 100)


class DoorbraakForm(DagForm):
    """How much, what for, and why nothing else helps."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    bedrag = _bedragveld(gettext_lazy("Bedrag"))
    waarvoor = tekstveld(
        gettext_lazy("Waarvoor?"), gettext_lazy("Wat wordt ervan betaald?"), 2, verplicht=True
    )
    waarom = tekstveld(
        gettext_lazy("Waarom buiten de regels om?"),
        gettext_lazy("Waarom helpt geen voorziening, regeling of fonds, en wat wordt er hiermee beter?"),
        4,
        verplicht=True,
    )
    field_order = ("kenmerk", "bedrag", "waarvoor", "waarom", "op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].label = _("Toegekend op")


class UitgaveForm(DagForm):
    """What was paid."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    bedrag = _bedragveld(gettext_lazy("Bedrag"))
    omschrijving = tekstveld(gettext_lazy("Wat is betaald?"), rijen=2, verplicht=True)
    field_order = ("kenmerk", "bedrag", "omschrijving", "op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].label = _("Betaald op")


def _boven(casus_id: int, *verder: tuple[str, str]) -> list[tuple[str, str]]:
    casus = (_("Casus %(nr)s") % {"nr": casus_id}, reverse("casus", args=[casus_id]))
    return [(_("Casussen"), reverse("casussen")), casus, *verder]


@poort(NEMEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Grant a budget to the household of a casus."""
    kern = casussen.casuskernen(request.actor, [casus_id]).get(casus_id)
    if kern is None:
        raise niet_gevonden()
    log_inzage(request.actor, "doorbraak", [kern.dossier_id])
    form = DoorbraakForm(request.POST or None)

    def doe() -> None:
        g = form.cleaned_data
        ken_doorbraak_toe(
            request.actor,
            NieuweDoorbraak(g["kenmerk"], casus_id, centen(g["bedrag"]), g["waarvoor"], g["waarom"], g["op"]),
        )

    pagina = Formulierpagina(
        _("Doorbraakbudget toekennen"),
        _("Toekennen"),
        _("Het doorbraakbudget is toegekend. Leg vast wat ervan wordt betaald."),
        reverse("casus", args=[casus_id]),
        intro=_("Een klein bedrag buiten de regels om, waarmee een huishouden verder kan."),
        uitleg=ruimtezin(request.actor, kern.huishouden_id),
    )
    return behandel_formulier(request, form, pagina, doe, _boven(casus_id))


@poort(Permissie.WERK_ZIEN)
def doorbraak(request: Verzoek, doorbraak_id: int) -> HttpResponse:
    """One budget with what was paid from it; logged."""
    d = doorbraakbeeld(request.actor, doorbraak_id)
    log_inzage(request.actor, "doorbraak", [d.dossier_id])
    werkt = d.schrijfbaar and request.actor.mag(WERKEN)
    context = {
        "d": d,
        "werkt": werkt,
        "stappen": _stappen(d, werkt=werkt, neemt=d.schrijfbaar and request.actor.mag(NEMEN)),
        "kruimels": _boven(d.casus_id, (_("Doorbraakbudget"), "")),
    }
    return toon(request, "besluiten/doorbraak/doorbraak.html", context)


def _stappen(d: Doorbraakbeeld, *, werkt: bool, neemt: bool) -> list[Stap]:
    stappen = []
    if werkt and not d.ingetrokken and d.over_eurocent:
        stappen.append(Stap(_("Uitgave vastleggen"), reverse("doorbraak_uitgave", args=[d.id]), ""))
    if neemt and not d.ingetrokken and all(u.weg for u in d.uitgaven):
        stappen.append(Stap(_("Intrekken"), reverse("doorbraak_intrekken", args=[d.id]), "stil", post=True))
    return stappen


@poort(WERKEN, "GET", "HEAD", "POST")
def uitgave(request: Verzoek, doorbraak_id: int) -> HttpResponse:
    """Record a payment from a budget."""
    d = doorbraakbeeld(request.actor, doorbraak_id)
    log_inzage(request.actor, "doorbraak", [d.dossier_id])
    form = UitgaveForm(request.POST or None)
    terug = reverse("doorbraak", args=[doorbraak_id])

    def doe() -> None:
        g = form.cleaned_data
        boek_doorbraakuitgave(
            request.actor,
            NieuweUitgave(g["kenmerk"], doorbraak_id, centen(g["bedrag"]), g["omschrijving"], g["op"]),
        )

    pagina = Formulierpagina(
        _("Uitgave vastleggen"),
        _("Opslaan"),
        _("De uitgave is vastgelegd."),
        terug,
        uitleg=_("Van dit budget is nog %(bedrag)s over.") % {"bedrag": d.over},
    )
    boven = _boven(d.casus_id, (_("Doorbraakbudget"), terug))
    return behandel_formulier(request, form, pagina, doe, boven)


def _doe(request: Verzoek, doorbraak_id: int, doe: Callable[[], None], gelukt: str) -> HttpResponse:
    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}".strip())
    else:
        messages.success(request, gelukt)
    return redirect("doorbraak", doorbraak_id)


@poort(NEMEN, "POST")
def intrekken(request: Verzoek, doorbraak_id: int) -> HttpResponse:
    """Take back a budget that was a mistake."""
    gelukt = _("Het budget is ingetrokken.")
    return _doe(request, doorbraak_id, lambda: trek_doorbraak_in(request.actor, doorbraak_id), gelukt)


@poort(WERKEN, "POST")
def uitgave_intrekken(request: Verzoek, uitgave_id: int) -> HttpResponse:
    """Take back a payment that was a mistake."""
    budget = budget_van_uitgave(uitgave_id)
    gelukt = _("De uitgave is ingetrokken.")
    return _doe(request, budget, lambda: trek_doorbraakuitgave_in(request.actor, uitgave_id), gelukt)
