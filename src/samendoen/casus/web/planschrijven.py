"""Write a goal or an action of the concept: saved as one types, and two professionals see each other."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.casus.actions import concept
from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer
from samendoen.casus.actions.planschrijven import Actieschrift, Doelschrift, schrijf_actie, schrijf_doel
from samendoen.casus.models import Actie, Doel
from samendoen.casus.queries.onderzoekschrijven import stand_van
from samendoen.casus.queries.planschrijven import actierij, conceptstand, doelrij, intussen, wie_schreef
from samendoen.casus.queries.schrijven import Blad, formulierblad, haal_actie, haal_doel
from samendoen.casus.rules import Samenvoeging
from samendoen.casus.web.bewaren import Bewaring, Bron, bewaar, merken_van, vangnet, velden_van, zet_gelezen
from samendoen.casus.web.formulier import Formulierpagina, behandel, kruimels, naar_schrijven
from samendoen.casus.web.planforms import ActieForm, DoelForm, Planform, vul_in
from samendoen.kernel.api import NietGevonden, Permissie, Verzoek, geheel, poort
from samendoen.schil.api import toon

WERKEN = Permissie.CASUS_WERKEN
BEZIG = frozenset(
    {
        "",
        "plan_tekst",
        "plan_actie",
        "plan_niveau",
        "plan_niet_lichter",
        "plan_uiterlijk",
        "plan_gemist",
        "plan_gemis_reden",
    }
)
"""What is refused because somebody is still typing: said calmly while the page saves by itself."""
Rij = Doel | Actie
Schrijf = Callable[[dict[str, Any], dict[str, str]], Samenvoeging]


@poort(WERKEN, "GET", "HEAD", "POST")
def doel(request: Verzoek, casus_id: int, doel_id: UUID | None = None) -> HttpResponse:
    """Write one goal."""
    blad = formulierblad(request.actor, casus_id)
    huidig = _haal_doel(request, casus_id, doel_id) if doel_id else None
    begin = _als_begin(huidig, DoelForm.VELDEN) or _nieuw_doel(request, blad)
    mensen = [(m.persoon_id, m.naam) for m in blad.mensen.bekend]
    form = DoelForm(request.POST or None, initial=begin | _mee(request, blad, begin), mensen=mensen)
    pagina = Formulierpagina(
        _("Doel wijzigen") if doel_id else _("Doel toevoegen"),
        _("Doel opslaan"),
        _("Het doel staat in het concept."),
        naar_schrijven(casus_id),
        intro=blad.titel,
    )

    def lees() -> Doel | None:
        return doelrij(request.actor, casus_id, _kenmerk(form))

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        schrift = Doelschrift(casus_id, form.doel(waarden), gelezen, form.cleaned_data["versie"])
        return schrijf_doel(request.actor, schrift)

    return _antwoord(request, blad, form, pagina, lees, schrijf)


def _haal_doel(request: Verzoek, casus_id: int, doel_id: UUID) -> Doelinvoer | None:
    """Return a goal as it stands. Who was writing in it when a colleague took it away still gets an answer:
    the action says what happened, and the words stay on the page."""
    try:
        return haal_doel(request.actor, casus_id, doel_id)
    except NietGevonden:
        if request.method != "POST":
            raise
        return None


def _nieuw_doel(request: Verzoek, blad: Blad) -> dict[str, Any]:
    """Begin with the person whose heading one came from, or the only one there is."""
    gevraagd = geheel(request.GET.get("voor", ""))
    bekend = [m.persoon_id for m in blad.mensen.bekend]
    if gevraagd in bekend:
        return {"persoon": gevraagd}
    return {"persoon": bekend[0]} if len(bekend) == 1 else {}


@poort(WERKEN, "GET", "HEAD", "POST")
def actie(request: Verzoek, casus_id: int, doel_id: UUID, actie_id: UUID | None = None) -> HttpResponse:
    """Write one action of a goal; htmx asks for it anew when an offer of the kaart is chosen."""
    blad = formulierblad(request.actor, casus_id)
    doel_ = _haal_doel(request, casus_id, doel_id)
    huidig = _haal_actie(request, doel_, actie_id) if doel_ and actie_id else None
    form = _actieform(request, blad, doel_.leefgebied if doel_ else "", huidig)
    pagina = Formulierpagina(
        _("Actie wijzigen") if actie_id else _("Actie toevoegen"),
        _("Actie opslaan"),
        _("De actie staat in het concept."),
        naar_schrijven(casus_id),
        intro=f"“{doel_.tekst}”" if doel_ else "",
    )

    def lees() -> Actie | None:
        return actierij(doelrij(request.actor, casus_id, doel_id), _kenmerk(form))

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        versie = form.cleaned_data["versie"]
        schrift = Actieschrift(casus_id, doel_id, form.actie(waarden), gelezen, versie)
        return schrijf_actie(request.actor, schrift)

    return _antwoord(request, blad, form, pagina, lees, schrijf)


def _haal_actie(request: Verzoek, doel_: Doelinvoer, actie_id: UUID) -> Actieinvoer | None:
    try:
        return haal_actie(doel_, actie_id)
    except NietGevonden:
        if request.method != "POST":
            raise
        return None


def _actieform(request: Verzoek, blad: Blad, leefgebied: str, huidig: Actieinvoer | None) -> ActieForm:
    was = huidig.aanbod if huidig else None
    if request.method == "POST" and not _vult_in(request):
        return ActieForm(request.POST, leefgebied=leefgebied, huidig=was)
    begin = _als_begin(huidig, ActieForm.VELDEN)
    mee = _mee(request, blad, begin)
    if _vult_in(request):
        begin = vul_in({naam: request.POST.get(naam, "") for naam in ActieForm.base_fields})
        mee = {}
    return ActieForm(initial=begin | mee, leefgebied=leefgebied, huidig=was)


def _vult_in(request: Verzoek) -> bool:
    """Tell whether htmx asks for the form anew because an offer was chosen: nothing is kept then. It asks by
    POST, so that no words stand in an address."""
    return bool(request.htmx) and "vul" in request.POST


def _als_begin(huidig: Doelinvoer | Actieinvoer | None, namen: tuple[str, ...]) -> dict[str, Any]:
    if huidig is None:
        return {}
    return {"kenmerk": huidig.kenmerk} | {naam: getattr(huidig, naam) for naam in namen}


def _mee(request: Verzoek, blad: Blad, begin: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the form carries along: the concept as it is read now, and the signs of its own fields."""
    if request.method == "POST":
        return {}
    stand = conceptstand(request.actor, blad.id)
    staat = {naam: waarde for naam, waarde in begin.items() if naam != "kenmerk" and "kenmerk" in begin}
    return {"versie": stand.versie, "zag": stand.zag, "gelezen": zet_gelezen(merken_van(staat))}


def _kenmerk(form: Planform) -> UUID:
    return UUID(str(form["kenmerk"].value()))


def _staand(rij: Rij | None, namen: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of a row under their names in the form; empty ones without a row."""
    if rij is None:
        return dict.fromkeys(namen, "")
    anders = {"persoon": "inwoner_id", "aanbod": "aanbod_id"}
    return {naam: getattr(rij, anders.get(naam, naam)) for naam in namen}


def _bewaar(
    request: Verzoek, form: Planform, lees: Callable[[], Rij | None], schrijf: Schrijf
) -> Bewaring | None:
    if request.method != "POST" or _vult_in(request):
        return None
    staand = _staand(lees(), form.namen) if form.is_valid() else {}
    bron = Bron(
        staand,
        lambda: _staand(lees(), form.namen),
        lambda: wie_schreef(lees()),
        schrijf,
    )
    return bewaar(form, bron, request.actor.id)


def _antwoord(
    request: Verzoek,
    blad: Blad,
    form: Planform,
    pagina: Formulierpagina,
    lees: Callable[[], Rij | None],
    schrijf: Schrijf,
) -> HttpResponse:
    """Save what was sent, and show the form, or only how saving stands."""
    b = _bewaar(request, form, lees, schrijf)
    elders = _elders(request, blad.id, form)
    if b is not None and b.gelukt and not request.htmx:
        messages.success(request, pagina.gelukt)
        if elders:
            # Without the details: a message travels in a cookie. The plan says who changed what.
            messages.info(request, _("Intussen veranderde ook iets anders in dit plan. Dat blijft staan."))
        return redirect(pagina.terug)
    bezig = bool(b and request.htmx and not b.gelukt and b.fout in BEZIG)
    gegevens = {
        "form": form,
        "pagina": pagina,
        "vangnet": vangnet(request.path, request.actor.id),
        "b": b,
        "bezig": bezig,
        "velden": [veld for veld in velden_van(form, b) if veld[0] in form.namen],
        "gelezen": b.gelezen if b else form["gelezen"].initial,
        "versie": _versie(request, blad.id, form, b),
        "stand": b.zin if b else _laatst(request, lees),
        "elders": _zin(elders) if elders else "",
        "kruimels": kruimels(blad, *pagina.via, (pagina.titel, "")),
    }
    deel = "velden" if _vult_in(request) else "stand"
    return toon(request, "casus/plan_deel.html", gegevens, deel=deel)


def _laatst(request: Verzoek, lees: Callable[[], Rij | None]) -> str:
    """Return who wrote here last, for the page as it is asked."""
    rij = lees() if request.method != "POST" else None
    return stand_van(rij) if rij is not None else ""


def _versie(request: Verzoek, casus_id: int, form: Planform, b: Bewaring | None) -> object:
    """Return the number of the concept that the form goes on in: the first save may have begun it."""
    if b is None or not b.gelukt:
        return form["versie"].value()
    return conceptstand(request.actor, casus_id).versie


def _elders(request: Verzoek, casus_id: int, form: Planform) -> tuple[str, ...]:
    if "zag" not in form.data:
        return ()
    g = form.cleaned_data
    return intussen(request.actor, casus_id, g.get("zag", ""), g.get("kenmerk"))


def _zin(elders: tuple[str, ...]) -> str:
    return _("Intussen veranderde ook iets anders in dit plan: %(wat)s. Dat blijft staan.") % {
        "wat": ", ".join(elders)
    }


class WegForm(forms.Form):
    """Ask once; carries the sign of what one saw."""

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)


def _haal_weg(
    request: Verzoek,
    blad: Blad,
    pagina: Formulierpagina,
    wat: Doelinvoer | Actieinvoer,
    wijziging: Callable[[str], concept.Wijziging],
) -> HttpResponse:
    """Take it away when it is still what one saw; else show it as it is now, and ask once more."""
    form = WegForm(request.POST if request.method == "POST" else None, initial={"gezien": concept.teken(wat)})
    gezien = str(form["gezien"].value() or "")
    if request.method == "POST" and gezien and gezien != concept.teken(wat):
        zin = _("Een collega heeft hier intussen iets in gewijzigd. Lees het nog een keer.")
        messages.warning(request, zin)
        return redirect(request.path)
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: concept.wijzig_concept(request.actor, blad.id, wijziging(gezien)),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def doel_weg(request: Verzoek, casus_id: int, doel_id: UUID) -> HttpResponse:
    """Ask once, then take a goal out of the concept."""
    blad = formulierblad(request.actor, casus_id)
    wat = haal_doel(request.actor, casus_id, doel_id)
    pagina = Formulierpagina(
        _("Doel weghalen"),
        _("Weghalen"),
        _("Het doel is uit het concept gehaald."),
        naar_schrijven(casus_id),
        intro=f"“{wat.tekst}”",
        uitleg=_(
            "De acties bij dit doel gaan mee weg. Wat al was vastgesteld, blijft in de oude versie staan."
        ),
        gevaar=True,
    )
    return _haal_weg(request, blad, pagina, wat, lambda gezien: concept.haal_doel_weg(doel_id, gezien))


@poort(WERKEN, "GET", "HEAD", "POST")
def actie_weg(request: Verzoek, casus_id: int, doel_id: UUID, actie_id: UUID) -> HttpResponse:
    """Ask once, then take an action out of the concept."""
    blad = formulierblad(request.actor, casus_id)
    wat = haal_actie(haal_doel(request.actor, casus_id, doel_id), actie_id)
    pagina = Formulierpagina(
        _("Actie weghalen"),
        _("Weghalen"),
        _("De actie is uit het concept gehaald."),
        naar_schrijven(casus_id),
        intro=wat.tekst,
        gevaar=True,
    )
    return _haal_weg(request, blad, pagina, wat, lambda gezien: concept.haal_actie_weg(actie_id, gezien))
