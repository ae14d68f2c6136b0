"""Screens of initiatives: list with their money, one initiative (also on paper), its steps."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions.initiatief import (
    NieuwInitiatief,
    initiatief_onbekend,
    ken_initiatief_toe,
    schrijf_initiatieven_in,
    toets_initiatief,
    wijs_initiatief_af,
    wijzig_initiatief,
)
from samendoen.beleid.actions.initiatief_loop import (
    besluit_over_initiatief,
    houd_evaluatie,
    neem_evaluatie_terug,
    neem_stap_terug,
)
from samendoen.beleid.models import Evaluatiemoment, Initiatief, Plan
from samendoen.beleid.queries import initiatieven as vragen
from samendoen.beleid.queries.verhaalbladen import mag_beheren
from samendoen.beleid.web.initiatiefforms import (
    BesluitForm,
    EvaluatieForm,
    InitiatiefForm,
    ToetsForm,
    WaaromForm,
    als_invoer,
)
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, behandel_formulier, toon

ZIEN, MAG = Permissie.BELEID_ZIEN, Permissie.BELEID_BEHEREN


def kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page below the list."""
    return [(_("Koers"), reverse("koers")), (_("Initiatieven"), reverse("koers_initiatieven")), *verder]


@poort(ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """List the initiatives, and per plan the money of every year: available, granted, left."""
    kolommen = [
        Kolom("naam", _("Initiatief")),
        Kolom("staat", _("Stand"), heel=True),
        Kolom("bedrag", _("Bedrag"), getal=True, heel=True),
    ]
    leeg = _("Er is nog geen initiatief. Schrijf er een in om het aan de voorwaarden te toetsen.")
    plannen = vragen.plannen_met_voorwaarden()
    gegevens = {
        "tabel": Tabel(_("Initiatieven"), kolommen, vragen.lijst(), leeg=leeg, toon_titel=False),
        "geld": [_geldtabel(plan) for plan in plannen],
        "plannen": plannen,
        "beheren": mag_beheren(request.actor),
        "kruimels": [*kruimels()[:1], (_("Initiatieven"), "")],
    }
    return toon(request, "beleid/initiatieven.html", gegevens)


def _geldtabel(plan: Plan) -> Tabel:
    kolommen = [
        Kolom("naam", _("Geld voor initiatieven")),
        Kolom("beschikbaar", _("Beschikbaar"), getal=True, heel=True),
        Kolom("toegekend", _("Toegekend"), getal=True, heel=True),
        Kolom("over", _("Over"), getal=True, heel=True),
        Kolom("grootboek", _("Uitgegeven volgens grootboek"), getal=True, heel=True),
    ]
    titel = _("Geld voor initiatieven: %(plan)s") % {"plan": plan.titel}
    return Tabel(
        titel, kolommen, vragen.geldtabel(plan), leeg=_("In de begroting staat hier geen geld voor.")
    )


@poort(ZIEN)
def initiatief(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Show an initiative."""
    blad = vragen.initiatiefpagina(vragen.haal(initiatief_id))
    gegevens = {"i": blad, "beheren": mag_beheren(request.actor), "kruimels": kruimels((blad["naam"], ""))}
    return toon(request, "beleid/initiatief.html", gegevens)


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Write an initiative down, by the conditions of ?plan=."""
    plannen = vragen.plannen_met_voorwaarden()
    gekozen = request.GET.get("plan", "")
    plan = next((p for p in plannen if gekozen in ("", p.code)), None)
    if plan is None:
        messages.error(request, _("Er is geen plan met voorwaarden voor initiatieven. Lees er eerst een in."))
        return redirect("koers_initiatieven")
    form = InitiatiefForm(request.POST or None, plan=plan)
    pagina = Formulierpagina(
        _("Initiatief inschrijven"),
        _("Inschrijven"),
        _("Het initiatief staat erin. Toets het nu aan de voorwaarden."),
        reverse("koers_initiatieven"),
        intro=plan.titel,
        uitleg=_(
            "Wek geen verwachtingen: vast geld is niet beloofd, en na afloop kan de opdracht worden "
            "aanbesteed."
        ),
    )

    def doe() -> None:
        invoer = NieuwInitiatief(form.cleaned_data["kenmerk"], plan.code, form.gegevens())
        schrijf_initiatieven_in(request.actor, [invoer])

    return behandel_formulier(request, form, pagina, doe, kruimels())


def _behandel(
    request: Verzoek,
    rij: Initiatief,
    form: forms.Form,
    teksten: tuple[str, str, str],
    doe: Callable[[], object],
    uitleg: str = "",
) -> HttpResponse:
    """Answer a request for a form about an initiative: title, button, what is said when done."""
    titel, knop, gelukt = teksten
    terug = reverse("koers_initiatief", args=[rij.pk])
    pagina = Formulierpagina(titel, knop, gelukt, terug, intro=rij.naam, uitleg=uitleg)
    return behandel_formulier(request, form, pagina, doe, kruimels((rij.naam, terug)))


@poort(MAG, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Change what is asked or agreed."""
    rij = vragen.haal(initiatief_id)
    nu: dict[str, Any] = {
        veld: getattr(rij, veld)
        for veld in ("versie", "naam", "indiener", "omschrijving", "dorp", "van", "tot", "jaar", "beoogd")
    }
    dagen = rij.momenten.order_by("op").values_list("op", flat=True)
    nu |= {
        "doel": rij.doel_id,
        "regel": rij.regel.code,
        "bedrag": als_invoer(rij.bedrag_eurocent),
        "gronden": "\n".join(rij.gronden),
        "momenten": "\n".join(f"{d:%d-%m-%Y}" for d in dagen),
    }
    form = InitiatiefForm(request.POST or None, initial=nu, plan=rij.plan)
    teksten = (_("Initiatief wijzigen"), _("Opslaan"), _("Het initiatief is gewijzigd."))

    def doe() -> None:
        wijzig_initiatief(request.actor, rij.pk, form.cleaned_data["versie"], form.gegevens())

    return _behandel(request, rij, form, teksten, doe)


@poort(MAG, "GET", "HEAD", "POST")
def toetsen(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Judge the conditions one by one."""
    rij = vragen.haal(initiatief_id)
    form = ToetsForm(request.POST or None, initiatief=rij)
    teksten = (_("Toetsen aan de voorwaarden"), _("Opslaan"), _("De toets is opgeslagen."))
    return _behandel(
        request,
        rij,
        form,
        teksten,
        lambda: toets_initiatief(request.actor, rij.pk, form.oordelen()),
        _("Wat u nog niet weet, laat u open. Eerdere oordelen blijven bewaard."),
    )


@poort(MAG, "POST")
def toekennen(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Grant the money."""
    gelukt = _("Toegekend. Klopt het niet, neem de stap dan terug.")
    return _doe(request, initiatief_id, lambda: ken_initiatief_toe(request.actor, initiatief_id), gelukt)


@poort(MAG, "GET", "HEAD", "POST")
def afwijzen(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Refuse it, with the reason."""
    rij = vragen.haal(initiatief_id)
    form = WaaromForm(request.POST or None)
    teksten = (_("Afwijzen"), _("Afwijzen"), _("Afgewezen. Klopt het niet, neem de stap dan terug."))
    return _behandel(
        request,
        rij,
        form,
        teksten,
        lambda: wijs_initiatief_af(request.actor, rij.pk, form.cleaned_data["reden"]),
    )


@poort(MAG, "GET", "HEAD", "POST")
def terug(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Take the last step back, with the reason."""
    rij = vragen.haal(initiatief_id)
    form = WaaromForm(request.POST or None)
    teksten = (_("Laatste stap terugnemen"), _("Terugnemen"), _("De laatste stap is teruggenomen."))
    return _behandel(
        request,
        rij,
        form,
        teksten,
        lambda: neem_stap_terug(request.actor, rij.pk, form.cleaned_data["reden"]),
    )


@poort(MAG, "GET", "HEAD", "POST")
def evalueren(request: Verzoek, moment_id: int) -> HttpResponse:
    """Write down what was found at an agreed moment."""
    rij = vragen.haal(_van_moment(moment_id))
    form = EvaluatieForm(request.POST or None)
    teksten = (_("Evaluatie vastleggen"), _("Vastleggen"), _("De evaluatie staat erin."))
    gronden = _("Afgesproken gronden: %(lijst)s.") % {"lijst": "; ".join(rij.gronden)} if rij.gronden else ""
    return _behandel(
        request,
        rij,
        form,
        teksten,
        lambda: houd_evaluatie(
            request.actor, moment_id, form.cleaned_data["op"], form.cleaned_data["bevinding"]
        ),
        gronden,
    )


@poort(MAG, "POST")
def evaluatie_terug(request: Verzoek, moment_id: int) -> HttpResponse:
    """Take an evaluation back."""
    gelukt = _("De evaluatie is teruggenomen; het moment staat weer open.")
    initiatief_id = _van_moment(moment_id)
    return _doe(request, initiatief_id, lambda: neem_evaluatie_terug(request.actor, moment_id), gelukt)


@poort(MAG, "GET", "HEAD", "POST")
def besluiten(request: Verzoek, initiatief_id: int) -> HttpResponse:
    """Decide how it goes on."""
    rij = vragen.haal(initiatief_id)
    form = BesluitForm(request.POST or None, initial={"besteed": als_invoer(rij.bedrag_eurocent)})
    teksten = (_("Besluit na evaluatie"), _("Besluiten"), _("Het besluit staat erin."))
    return _behandel(
        request, rij, form, teksten, lambda: besluit_over_initiatief(request.actor, rij.pk, form.invoer())
    )


def _van_moment(moment_id: int) -> int:
    gevonden = Evaluatiemoment.objects.filter(pk=moment_id).values_list("initiatief", flat=True).first()
    if gevonden is None:
        raise initiatief_onbekend()
    return gevonden


def _doe(request: Verzoek, initiatief_id: int, doe: Callable[[], object], gelukt: str) -> HttpResponse:
    """Do what a button asks and go back to the initiative, also with what was refused."""
    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, gelukt)
    return redirect("koers_initiatief", initiatief_id)
