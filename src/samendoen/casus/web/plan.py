"""Screens of the plan: as a letter, and writing it one goal and one action at a time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions import concept
from samendoen.casus.actions.acties import heropen_actie, rond_acties_af
from samendoen.casus.actions.akkoord import Akkoordinvoer, leg_akkoorden_vast
from samendoen.casus.actions.planinvoer import Actieinvoer
from samendoen.casus.actions.vaststellen import gooi_concept_weg, stel_plannen_vast
from samendoen.casus.queries.brief import planbrief
from samendoen.casus.queries.schrijven import (
    Blad,
    afspraak,
    concept_van,
    formulierblad,
    haal_actie,
    haal_doel,
    laatste_plan,
    werkblad,
)
from samendoen.casus.rules import sprekers_nodig
from samendoen.casus.web.forms import (
    ActieForm,
    AfrondForm,
    AkkoordForm,
    DagForm,
    DoelForm,
    EvaluatieForm,
    begin_van_actie,
    begin_van_doel,
    vul_in,
)
from samendoen.casus.web.formulier import Formulierpagina, behandel, doe_of_zeg, kruimels, zonder_vragen
from samendoen.kernel.api import Permissie, Verzoek, geheel, klok, poort
from samendoen.schil.api import brief_html, probeer, toon

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
    form = EvaluatieForm(request.POST or None, initial={"evaluatie_op": nu})
    if request.method == "POST" and probeer(
        form,
        lambda: concept.wijzig_concept(
            request.actor, casus_id, concept.zet_evaluatie(form.cleaned_data["evaluatie_op"])
        ),
    ):
        messages.success(request, _("De dag is opgeslagen."))
        return redirect("plan_schrijven", casus_id)
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


def _naar_schrijven(casus_id: int) -> str:
    return reverse("plan_schrijven", args=[casus_id])


@poort(WERKEN, "GET", "HEAD", "POST")
def doel(request: Verzoek, casus_id: int, doel_id: UUID | None = None) -> HttpResponse:
    """Write one goal."""
    blad = formulierblad(request.actor, casus_id)
    begin = (
        begin_van_doel(haal_doel(request.actor, casus_id, doel_id)) if doel_id else _nieuw_doel(request, blad)
    )
    mensen = [(m.persoon_id, m.naam) for m in blad.mensen.bekend]
    form = DoelForm(request.POST or None, initial=begin, mensen=mensen)
    pagina = Formulierpagina(
        _("Doel wijzigen") if doel_id else _("Doel toevoegen"),
        _("Doel opslaan"),
        _("Het doel staat in het concept."),
        _naar_schrijven(casus_id),
        intro=blad.titel,
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: concept.wijzig_concept(request.actor, casus_id, concept.zet_doel(form.doel())),
    )


def _nieuw_doel(request: Verzoek, blad: Blad) -> dict[str, object]:
    """Begin with the person whose heading one came from, or the only one there is."""
    gevraagd = geheel(request.GET.get("voor", ""))
    bekend = [m.persoon_id for m in blad.mensen.bekend]
    if gevraagd in bekend:
        return {"persoon": gevraagd}
    return {"persoon": bekend[0]} if len(bekend) == 1 else {}


@poort(WERKEN, "GET", "HEAD", "POST")
def doel_weg(request: Verzoek, casus_id: int, doel_id: UUID) -> HttpResponse:
    """Ask once, then take a goal out of the concept."""
    blad = formulierblad(request.actor, casus_id)
    wat = haal_doel(request.actor, casus_id, doel_id)
    pagina = Formulierpagina(
        _("Doel weghalen"),
        _("Weghalen"),
        _("Het doel is uit het concept gehaald."),
        _naar_schrijven(casus_id),
        intro=f"“{wat.tekst}”",
        uitleg=_(
            "De acties bij dit doel gaan mee weg. Wat al was vastgesteld, blijft in de oude versie staan."
        ),
        gevaar=True,
    )
    return zonder_vragen(
        request,
        blad,
        pagina,
        lambda: concept.wijzig_concept(request.actor, casus_id, concept.haal_doel_weg(doel_id)),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def actie(request: Verzoek, casus_id: int, doel_id: UUID, actie_id: UUID | None = None) -> HttpResponse:
    """Write one action of a goal; htmx asks for it anew when an offer of the kaart is chosen."""
    blad = formulierblad(request.actor, casus_id)
    doel_ = haal_doel(request.actor, casus_id, doel_id)
    huidig = haal_actie(doel_, actie_id) if actie_id else None
    form = _actieform(request, doel_.leefgebied, huidig)
    pagina = Formulierpagina(
        _("Actie wijzigen") if actie_id else _("Actie toevoegen"),
        _("Actie opslaan"),
        _("De actie staat in het concept."),
        _naar_schrijven(casus_id),
        intro=f"“{doel_.tekst}”",
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: concept.wijzig_concept(request.actor, casus_id, concept.zet_actie(doel_id, form.actie())),
        sjabloon="casus/actie.html",
        deel="velden",
    )


def _actieform(request: Verzoek, leefgebied: str, huidig: Actieinvoer | None) -> ActieForm:
    was = huidig.aanbod if huidig else None
    if request.method == "POST" and not _vult_in(request):
        return ActieForm(request.POST, leefgebied=leefgebied, huidig=was)
    begin = begin_van_actie(huidig) if huidig else {}
    if _vult_in(request):
        begin = vul_in({naam: request.POST.get(naam, "") for naam in ActieForm.base_fields})
    return ActieForm(initial=begin, leefgebied=leefgebied, huidig=was)


def _vult_in(request: Verzoek) -> bool:
    """Tell whether htmx asks for the form anew because an offer was chosen: nothing is kept then. It asks by
    POST, so that no words stand in an address."""
    return bool(request.htmx) and "vul" in request.POST


@poort(WERKEN, "GET", "HEAD", "POST")
def actie_weg(request: Verzoek, casus_id: int, doel_id: UUID, actie_id: UUID) -> HttpResponse:
    """Ask once, then take an action out of the concept."""
    blad = formulierblad(request.actor, casus_id)
    wat = haal_actie(haal_doel(request.actor, casus_id, doel_id), actie_id)
    pagina = Formulierpagina(
        _("Actie weghalen"),
        _("Weghalen"),
        _("De actie is uit het concept gehaald."),
        _naar_schrijven(casus_id),
        intro=wat.tekst,
        gevaar=True,
    )
    return zonder_vragen(
        request,
        blad,
        pagina,
        lambda: concept.wijzig_concept(request.actor, casus_id, concept.haal_actie_weg(actie_id)),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def vaststellen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Let the concept hold."""
    blad = formulierblad(request.actor, casus_id)
    plan = concept_van(casus_id)
    form = DagForm(request.POST or None, label=_("Geldt vanaf"))
    pagina = Formulierpagina(
        _("Plan vaststellen"),
        _("Vaststellen"),
        _("Het plan geldt. U kunt het nu als brief meegeven."),
        reverse("casus", args=[casus_id]),
        intro=_("Versie %(nr)s van het plan van %(wie)s") % {"nr": plan.versie, "wie": blad.titel},
        uitleg=_("Daarna verandert deze versie niet meer. Een wijziging wordt een nieuwe versie."),
        annuleer=_naar_schrijven(casus_id),
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: stel_plannen_vast(request.actor, [(plan.pk, form.cleaned_data["op"])]),
    )


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
        annuleer=_naar_schrijven(casus_id),
    )
    return zonder_vragen(request, blad, pagina, lambda: gooi_concept_weg(request.actor, plan.pk))


@poort(WERKEN, "GET", "HEAD", "POST")
def akkoord(request: Verzoek, casus_id: int, persoon_id: int) -> HttpResponse:
    """Record what somebody thinks of the newest version."""
    blad = formulierblad(request.actor, casus_id)
    mens, plan = blad.mens(persoon_id), laatste_plan(casus_id)
    form = AkkoordForm(request.POST or None, sprekers=sorted(sprekers_nodig(mens.geboren, klok.vandaag())))
    terug = _naar_schrijven(casus_id) if plan.vastgesteld_op is None else reverse("casus", args=[casus_id])
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
