"""Keeping a plan up on screen: change, add, move, end and restore, and what changed since it was read in."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions import regels, regels_toevoegen
from samendoen.beleid.models import Onderdeel
from samendoen.beleid.queries import bewerken as vragen
from samendoen.beleid.queries import schermen
from samendoen.beleid.queries.boom import boom
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.beleid.rules.planregels import VELDEN
from samendoen.beleid.web.regelforms import RedenForm, RegelForm
from samendoen.kernel.api import Domeinfout, NietGevonden, Permissie, Verzoek, klok, poort
from samendoen.schil.api import probeer, toon

MAG = Permissie.BELEID_BEHEREN


@poort(MAG)
def bewerken(request: Verzoek) -> HttpResponse:
    """Show one part of a plan with what can be done to its lines."""
    plannen = schermen.plannen()
    kruimels = [(_("Koers"), reverse("koers")), (_("Plan bewerken"), "")]
    if not plannen:
        return toon(request, "beleid/bewerken.html", {"kruimels": kruimels})
    gekozen = schermen.plan(request.GET.get("plan", ""), plannen)
    delen = boom(gekozen, klok.vandaag())
    code = request.GET.get("deel", "")
    deel = next((d for d in delen if d.code == code), delen[0])
    rij = Onderdeel.objects.select_related("plan").get(pk=deel.id)
    kruimels = [(_("Koers"), f"{reverse('koers')}?plan={gekozen.code}&deel={deel.code}"), kruimels[1]]
    gegevens = {"kruimels": kruimels, "plan": gekozen, "delen": delen, "b": vragen.bewerkblad(rij)}
    return toon(request, "beleid/bewerken.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def wijzigingen(request: Verzoek) -> HttpResponse:
    """Show what changed in a plan since it was read in."""
    gekozen = schermen.plan(request.GET.get("plan", ""), schermen.plannen())
    kruimels = [
        (_("Koers"), f"{reverse('koers')}?plan={gekozen.code}"),
        (_("Gewijzigd sinds het inlezen"), ""),
    ]
    blad = vragen.wijzigingsblad(request.actor, gekozen)
    return toon(request, "beleid/wijzigingen.html", {"kruimels": kruimels, "w": blad})


@poort(MAG, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, soort: str, regel_id: int) -> HttpResponse:
    """Change one theme, goal or activity."""
    wat = _soort(soort)
    rij = regels.haal_regel(wat, regel_id)
    nu = {v: getattr(rij, "eigenaar_id" if v == "eigenaar" else v) for v in VELDEN[wat]}
    form = RegelForm(wat, request.POST or None, nieuw=False, initial=nu | {"versie": rij.versie})

    def wijzig() -> None:
        versie = form.cleaned_data["versie"] or 0
        wijziging = regels.Wijziging(wat, regel_id, versie, form.waarden(), form.reden)
        regels.wijzig_regels(request.actor, [wijziging])

    titel = {
        Regelsoort.THEMA: _("Thema wijzigen"),
        Regelsoort.DOEL: _("Doel wijzigen"),
        Regelsoort.ACTIVITEIT: _("Activiteit wijzigen"),
    }[wat]
    gelukt = _("Gewijzigd. Wat er stond, blijft te lezen bij Gewijzigd sinds het inlezen.")
    return _formulier(request, form, wijzig, (titel, rij.titel, gelukt), _terug(wat, rij))


@poort(MAG, "GET", "HEAD", "POST")
def toevoegen(request: Verzoek, soort: str, onder_id: int) -> HttpResponse:
    """Add a theme to a part, a goal to a theme, or an activity to a goal."""
    wat = _soort(soort)
    ouder, terug = _ouder(wat, onder_id)
    form = RegelForm(wat, request.POST or None, nieuw=True)

    def voeg_toe() -> None:
        g, kenmerk = form.waarden(), form.cleaned_data["kenmerk"]
        for naam in ("tellen", "vertellen", "partners"):
            if naam in g:
                g[naam] = tuple(g[naam])
        if wat is Regelsoort.THEMA:
            regels_toevoegen.voeg_themas_toe(
                request.actor, [regels_toevoegen.NieuwThema(kenmerk, onder_id, **g)]
            )
        elif wat is Regelsoort.DOEL:
            doel = regels_toevoegen.NieuwDoel(kenmerk, onder_id, reden=form.reden, **g)
            regels_toevoegen.voeg_doelen_toe(request.actor, [doel])
        else:
            activiteit = regels_toevoegen.NieuweActiviteit(kenmerk, onder_id, **g)
            regels_toevoegen.voeg_activiteiten_toe(request.actor, [activiteit])

    titel = {
        Regelsoort.THEMA: _("Thema toevoegen"),
        Regelsoort.DOEL: _("Doel toevoegen"),
        Regelsoort.ACTIVITEIT: _("Activiteit toevoegen"),
    }[wat]
    gelukt = _("Toegevoegd. Vergissing? Beëindig het hieronder weer.")
    return _formulier(request, form, voeg_toe, (titel, ouder, gelukt), terug)


@poort(MAG, "POST")
def verplaatsen(request: Verzoek, soort: str, regel_id: int) -> HttpResponse:
    """Give a line the place among its own that the button names."""
    wat = _soort(soort)
    plaats, versie = request.POST.get("plaats", ""), request.POST.get("versie", "")
    if plaats.isdecimal() and versie.isdecimal():
        verplaatsing = regels.Verplaatsing(wat, regel_id, int(versie), int(plaats))
        try:
            regels.verplaats_regels(request.actor, [verplaatsing])
        except NietGevonden:
            raise
        except Domeinfout as fout:
            messages.error(request, f"{fout.toelichting} {fout.doe}")
    return redirect(_terug(wat, regels.haal_regel(wat, regel_id)) + f"#{wat}-{regel_id}")


@poort(MAG, "GET", "HEAD", "POST")
def beeindigen(request: Verzoek, soort: str, regel_id: int) -> HttpResponse:
    """End a line, with a reason."""
    return _einde(
        request,
        (_soort(soort), regel_id),
        regels.beeindig_regels,
        (_("Beëindigen"), _("Beëindigd. Vergissing? Herstel het onderaan de pagina.")),
    )


@poort(MAG, "GET", "HEAD", "POST")
def herstellen(request: Verzoek, soort: str, regel_id: int) -> HttpResponse:
    """Let a line that ended run again, with a reason."""
    return _einde(
        request,
        (_soort(soort), regel_id),
        regels.herstel_regels,
        (_("Herstellen"), _("Hersteld: het loopt weer.")),
    )


def _einde(
    request: Verzoek,
    welke: tuple[Regelsoort, int],
    doe: Callable[[Any, list[regels.Einde]], object],
    teksten: tuple[str, str],
) -> HttpResponse:
    wat, regel_id = welke
    rij = regels.haal_regel(wat, regel_id)
    form = RedenForm(request.POST or None, initial={"versie": rij.versie})

    def eindig() -> None:
        g = form.cleaned_data
        doe(request.actor, [regels.Einde(wat, regel_id, g["versie"], g["reden"])])

    titel, gelukt = teksten
    return _formulier(request, form, eindig, (titel, rij.titel, gelukt), _terug(wat, rij))


def _soort(soort: str) -> Regelsoort:
    try:
        return Regelsoort(soort)
    except ValueError as fout:
        raise Http404 from fout


def _ouder(wat: Regelsoort, onder_id: int) -> tuple[str, str]:
    """Return the title of what a new line lies below, and the page to go back to."""
    if wat is Regelsoort.THEMA:
        deel = Onderdeel.objects.select_related("plan").filter(pk=onder_id).first()
        if deel is None:
            raise Http404
        return deel.titel, _blad(deel)
    boven = Regelsoort.THEMA if wat is Regelsoort.DOEL else Regelsoort.DOEL
    rij = regels.haal_regel(boven, onder_id)
    return rij.titel, _terug(boven, rij)


def _terug(wat: Regelsoort, rij: Any) -> str:
    for stap in regels.MODELLEN[wat][2].split("__"):
        rij = getattr(rij, stap)
    return _blad(rij)


def _blad(deel: Onderdeel) -> str:
    return f"{reverse('koers_bewerken')}?plan={deel.plan.code}&deel={deel.code}"


def _formulier(
    request: Verzoek,
    form: forms.Form,
    doe: Callable[[], object],
    teksten: tuple[str, str, str],
    terug: str,
) -> HttpResponse:
    titel, over, gelukt = teksten
    if request.method == "POST" and probeer(form, doe):
        messages.success(request, gelukt)
        return redirect(terug)
    kruimels = [(_("Koers"), reverse("koers")), (_("Plan bewerken"), terug), (titel, "")]
    gegevens = {"form": form, "titel": titel, "over": over, "terug": terug, "kruimels": kruimels}
    return toon(request, "beleid/formulier.html", gegevens)
