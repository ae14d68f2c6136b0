"""Screens of the plan: as a letter, and writing it one goal and one action at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions import concept
from samendoen.casus.actions.acties import heropen_actie, rond_acties_af
from samendoen.casus.actions.akkoord import Akkoordinvoer, leg_akkoorden_vast
from samendoen.casus.actions.vaststellen import gooi_concept_weg, stel_plannen_vast
from samendoen.casus.queries.brief import planbrief
from samendoen.casus.queries.planschrijven import vaststelblad
from samendoen.casus.queries.schrijven import (
    afspraak,
    concept_van,
    formulierblad,
    heeft_concept,
    laatste_plan,
    werkblad,
)
from samendoen.casus.rules import sprekers_nodig
from samendoen.casus.web.forms import (
    AfrondForm,
    AkkoordForm,
    EvaluatieForm,
    VaststelForm,
)
from samendoen.casus.web.formulier import (
    Formulierpagina,
    behandel,
    doe_of_zeg,
    kruimels,
    naar_schrijven,
    zonder_vragen,
)
from samendoen.kernel.api import Permissie, Verzoek, geheel, klok, poort
from samendoen.schil.api import brief_html, probeer, toon, toon_formulier

WERKEN = Permissie.CASUS_WERKEN


@poort(Permissie.WERK_ZIEN)
def brief(request: Verzoek, casus_id: int) -> HttpResponse:
    """A version of the plan as a letter, for the whole household or for one of them; it prints."""
    versie, voor = geheel(request.GET.get("versie", "")), geheel(request.GET.get("voor", ""))
    beeld = planbrief(request.actor, casus_id, versie, voor)
    casus = (_("Casus %(nr)s") % {"nr": casus_id}, reverse("casus", args=[casus_id]))
    gegevens = {
        "p": beeld,
        "brief": brief_html(beeld.brief, niveau=2),
        "kruimels": [(_("Casussen"), reverse("casussen")), casus, (_("Plan"), "")],
    }
    return toon(request, "casus/brief.html", gegevens)


@poort(WERKEN, "GET", "HEAD", "POST")
def schrijven(request: Verzoek, casus_id: int) -> HttpResponse:
    """The page on which the plan is written: goals with actions, the day to look back, who agrees."""
    beeld = werkblad(request.actor, casus_id)
    nu = concept_van(casus_id).evaluatie_op if beeld.concept else None
    form = EvaluatieForm(request.POST or None, initial={"evaluatie_op": nu, "gezien": nu})

    def zet() -> None:
        g = form.cleaned_data
        concept.wijzig_concept(request.actor, casus_id, concept.zet_evaluatie(g["evaluatie_op"], g["gezien"]))

    if request.method == "POST":
        if probeer(form, zet):
            messages.success(request, _("De dag is opgeslagen."))
            return redirect("plan_schrijven", casus_id)
        # What a colleague chose has been said now: the next time one means to choose otherwise.
        form.data = request.POST.copy()
        form.data["gezien"] = nu.isoformat() if nu else ""
    gegevens = {"w": beeld, "form": form, "kruimels": kruimels(beeld.blad, (_("Plan schrijven"), ""))}
    return toon(request, "casus/schrijven.html", gegevens)


@poort(WERKEN, "POST")
def nieuwe_versie(request: Verzoek, casus_id: int) -> HttpResponse:
    """Begin a next version as a copy of the plan that holds."""
    doe_of_zeg(
        request,
        lambda: concept.wijzig_concept(request.actor, casus_id, concept.ongewijzigd),
        _("Dit is de nieuwe versie. Zij begint als kopie van het plan dat nu geldt."),
    )
    return redirect("plan_schrijven", casus_id)


@poort(WERKEN, "GET", "HEAD", "POST")
def vaststellen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Read the concept, and let it hold: these words and no others."""
    blad = formulierblad(request.actor, casus_id)
    if request.method == "POST" and not heeft_concept(casus_id):
        zin = _("Een collega heeft deze versie van het plan intussen vastgesteld of weggegooid.")
        messages.warning(request, zin)
        return redirect("casus", casus_id)
    plan = concept_van(casus_id)
    form = VaststelForm(request.POST or None, label=_("Geldt vanaf"))

    def stel_vast() -> None:
        g = form.cleaned_data
        stel_plannen_vast(request.actor, [(plan.pk, g["op"])], {plan.pk: g["gezien"]})

    if request.method == "POST" and probeer(form, stel_vast):
        messages.success(request, _("Het plan geldt. U kunt het nu als brief meegeven."))
        return redirect("casus", casus_id)
    v = vaststelblad(request.actor, blad, plan, form.data.get("zag"))
    form.toon(v.gezien, v.zag)
    pagina = Formulierpagina(
        _("Plan vaststellen"),
        _("Vaststellen"),
        "",
        naar_schrijven(casus_id),
        intro=_("Versie %(nr)s van het plan van %(wie)s") % {"nr": plan.versie, "wie": blad.titel},
        uitleg=_("Daarna verandert deze versie niet meer. Een wijziging wordt een nieuwe versie."),
    )
    extra = {"v": v, "blad": blad}
    sjabloon = "casus/plan_vaststellen.html"
    return toon_formulier(request, form, pagina, kruimels(blad), sjabloon=sjabloon, extra=extra)


@poort(WERKEN, "GET", "HEAD", "POST")
def weggooien(request: Verzoek, casus_id: int) -> HttpResponse:
    """Ask once, then throw the concept away."""
    blad = formulierblad(request.actor, casus_id)
    plan = concept_van(casus_id)
    pagina = Formulierpagina(
        _("Concept weggooien"),
        _("Weggooien"),
        _("Het concept is weggegooid."),
        reverse("casus", args=[casus_id]),
        intro=_("Versie %(nr)s van het plan van %(wie)s") % {"nr": plan.versie, "wie": blad.titel},
        uitleg=_("Een plan dat al geldt, blijft gewoon gelden."),
        gevaar=True,
        annuleer=naar_schrijven(casus_id),
    )
    return zonder_vragen(request, blad, pagina, lambda: gooi_concept_weg(request.actor, plan.pk))


@poort(WERKEN, "GET", "HEAD", "POST")
def akkoord(request: Verzoek, casus_id: int, persoon_id: int) -> HttpResponse:
    """Record what somebody thinks of the newest version."""
    blad = formulierblad(request.actor, casus_id)
    mens, plan = blad.mens(persoon_id), laatste_plan(casus_id)
    form = AkkoordForm(request.POST or None, sprekers=sorted(sprekers_nodig(mens.geboren, klok.vandaag())))
    terug = naar_schrijven(casus_id) if plan.vastgesteld_op is None else reverse("casus", args=[casus_id])
    pagina = Formulierpagina(
        _("Eens met het plan?"),
        _("Opslaan"),
        _("Dat is vastgelegd."),
        terug,
        intro=_("%(naam)s (%(leeftijd)s), versie %(nr)s van het plan")
        % {"naam": mens.naam, "leeftijd": mens.leeftijd, "nr": plan.versie},
        uitleg=mens.beslist,
    )

    def leg_vast() -> None:
        g = form.cleaned_data
        invoer = Akkoordinvoer(
            plan.pk, persoon_id, g["oordeel"], g["op"], g["toelichting"], tuple(g["gezegd_door"])
        )
        leg_akkoorden_vast(request.actor, [invoer])

    return behandel(request, blad, form, pagina, leg_vast)


@poort(WERKEN, "GET", "HEAD", "POST")
def afronden(request: Verzoek, casus_id: int, actie_id: int) -> HttpResponse:
    """Say how an action of the plan ended."""
    blad = formulierblad(request.actor, casus_id)
    form = AfrondForm(request.POST or None)
    pagina = Formulierpagina(
        _("Actie afronden"),
        _("Opslaan"),
        _("De actie is afgerond."),
        reverse("casus", args=[casus_id]),
        intro=afspraak(request.actor, casus_id, actie_id),
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: rond_acties_af(
            request.actor, [(actie_id, form.cleaned_data["status"], form.cleaned_data["op"])]
        ),
    )


@poort(WERKEN, "POST")
def terug(request: Verzoek, casus_id: int, actie_id: int) -> HttpResponse:
    """Take back that an action ended."""
    doe_of_zeg(request, lambda: heropen_actie(request.actor, actie_id), _("De actie gaat door."))
    return redirect("casus", casus_id)
