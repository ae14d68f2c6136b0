"""Screens of the investigation: its page, begin one, choose life domains, marks afterwards, throw it away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions.bevindingen import geef_cijfers_later
from samendoen.casus.actions.onderzoek import (
    gooi_onderzoek_weg,
    kies_leefgebieden,
    neem_meldingen_mee,
    van_korte_route,
)
from samendoen.casus.actions.onderzoekbegin import begin_onderzoeken
from samendoen.casus.actions.onderzoekinvoer import Leefgebiedkeuze, NieuwOnderzoek
from samendoen.casus.queries.onderzoek import (
    begin_van,
    haal_onderzoek,
    nummer_van,
    onderzoeksbeeld,
)
from samendoen.casus.queries.onderzoekschrijven import Persoonsblad, cijferlijst, persoonsblad
from samendoen.casus.queries.schrijven import Blad, formulierblad
from samendoen.casus.web.formulier import Formulierpagina, behandel, doe_of_zeg, kruimels, zonder_vragen
from samendoen.casus.web.onderzoekforms import BeginForm, CijfersForm, LeefgebiedenForm
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import probeer, toon, toon_formulier

WERKEN = Permissie.CASUS_WERKEN


def _via(casus_id: int, nummer: int) -> tuple[tuple[str, str]]:
    return ((_("Onderzoek %(nr)s") % {"nr": nummer}, reverse("onderzoek", args=[casus_id, nummer])),)


def naar_onderzoek(blad: Blad, nummer: int, *verder: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page below an investigation."""
    url = reverse("onderzoek", args=[blad.id, nummer]) if verder else ""
    return kruimels(blad, (_("Onderzoek %(nr)s") % {"nr": nummer}, url), *verder)


@poort(Permissie.WERK_ZIEN)
def toon_onderzoek(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """One investigation: with whom, where one looks, what is written, and what is still missing."""
    beeld = onderzoeksbeeld(request.actor, casus_id, nummer)
    return toon(request, "casus/onderzoek.html", {"o": beeld, "kruimels": naar_onderzoek(beeld.blad, nummer)})


@poort(WERKEN, "GET", "HEAD", "POST")
def beginnen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Begin an investigation, or go on with the one that runs."""
    blad = formulierblad(request.actor, casus_id)
    begin = begin_van(request.actor, blad.casus)
    if begin.loopt is not None and request.method != "POST":
        return redirect("onderzoek", casus_id, begin.loopt)
    mensen = [(m.persoon_id, m.naam) for m in blad.mensen.bekend]
    form = BeginForm(
        request.POST or None,
        vragen=begin.vragen,
        mensen=mensen,
        kopie=begin.vorige is not None,
        initial={
            "meldingen": [pk for pk, _vraag in begin.vragen],
            "personen": begin.vragers or [pk for pk, _naam in mensen[:1]],
        },
    )
    gemaakt: list[int] = []

    def begin_er_een() -> None:
        g = form.cleaned_data
        nieuw = NieuwOnderzoek(
            kenmerk=g["kenmerk"],
            casus=casus_id,
            op=g["op"],
            meldingen=tuple(g.get("meldingen") or ()),
            personen=tuple(g["personen"]),
            kopie_van=begin.vorige if g.get("kopie") else None,
        )
        gemaakt.extend(begin_onderzoeken(request.actor, [nieuw]))

    if request.method == "POST" and probeer(form, begin_er_een):
        messages.success(request, _("Het onderzoek is begonnen. Kies nu waar u samen naar kijkt."))
        return redirect("onderzoek", casus_id, nummer_van(gemaakt[0]))
    pagina = Formulierpagina(
        _("Onderzoek beginnen"),
        _("Onderzoek beginnen"),
        "",
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=_(
            "U kijkt samen naar wat er aan de hand is en wat kan helpen. U kiest zelf hoe breed: voor een "
            "kleine vraag is één leefgebied genoeg."
        ),
    )
    return toon_formulier(request, form, pagina, kruimels(blad))


@poort(WERKEN, "GET", "HEAD", "POST")
def leefgebieden(request: Verzoek, casus_id: int, nummer: int, persoon_id: int) -> HttpResponse:
    """Choose on which life domains one looks with somebody; who is not in it yet comes in."""
    p = persoonsblad(request.actor, casus_id, nummer, persoon_id)
    was = [g.code for g in p.gebieden]
    form = LeefgebiedenForm(
        request.POST or None,
        eerst=p.genoemd,
        naam=p.mens.roepnaam,
        kort=(p.onderzoek.pk, persoon_id) in van_korte_route([p.onderzoek.pk]),
        initial={"leefgebieden": was or sorted(p.genoemd)},
    )
    pagina = Formulierpagina(
        _("Leefgebieden kiezen"),
        _("Opslaan"),
        _("De leefgebieden zijn gekozen."),
        p.terug,
        intro=p.mens.naam,
        uitleg=_("Wat in de vraag genoemd is, staat vooraan. U hoeft niet alles te bespreken."),
        via=_via(casus_id, nummer),
    )
    return behandel(
        request,
        p.blad,
        form,
        pagina,
        lambda: kies_leefgebieden(
            request.actor,
            [
                Leefgebiedkeuze(
                    p.onderzoek.pk, persoon_id, form.gekozen(was), form.cleaned_data.get("reden", "")
                )
            ],
        ),
    )


@poort(WERKEN, "POST")
def meenemen(request: Verzoek, casus_id: int, nummer: int, melding_id: int) -> HttpResponse:
    """Take a further question of the casus along."""
    onderzoek = haal_onderzoek(request.actor, casus_id, nummer, schrijven=True)
    doe_of_zeg(
        request,
        lambda: neem_meldingen_mee(request.actor, [(onderzoek.pk, melding_id)]),
        _("De melding hoort nu bij dit onderzoek."),
    )
    return redirect("onderzoek", casus_id, nummer)


@poort(WERKEN, "GET", "HEAD", "POST")
def cijfers(request: Verzoek, casus_id: int, nummer: int, persoon_id: int) -> HttpResponse:
    """Ask the marks again, after the help."""
    p = persoonsblad(request.actor, casus_id, nummer, persoon_id)
    lijst = cijferlijst(p)
    nu = {code: later for code, _naam, _toen, later in lijst}
    form = CijfersForm(request.POST or None, gebieden=[rij[:3] for rij in lijst], initial=nu)
    pagina = Formulierpagina(
        _("Cijfers van nu"),
        _("Opslaan"),
        _("De cijfers zijn opgeslagen."),
        p.terug,
        intro=p.mens.naam,
        uitleg=_("Vraag hoe het nu gaat. Zo ziet u samen wat er veranderd is."),
        via=_via(casus_id, nummer),
    )
    return behandel(request, p.blad, form, pagina, lambda: _geef(request, p, form))


def _geef(request: Verzoek, p: Persoonsblad, form: CijfersForm) -> None:
    geef_cijfers_later(
        request.actor,
        [(p.onderzoek.pk, p.mens.persoon_id, code, cijfer) for code, cijfer in form.cleaned_data.items()],
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def weggooien(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Ask once, then throw away what was begun by mistake."""
    onderzoek = haal_onderzoek(request.actor, casus_id, nummer, schrijven=True)
    blad = formulierblad(request.actor, casus_id)
    pagina = Formulierpagina(
        _("Onderzoek weggooien"),
        _("Weggooien"),
        _("Het onderzoek is weggegooid."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=_("De vragen zijn daarna weer vrij voor een nieuw onderzoek. De termijn loopt gewoon door."),
        gevaar=True,
        via=_via(casus_id, nummer),
        annuleer=reverse("onderzoek", args=[casus_id, nummer]),
    )
    return zonder_vragen(request, blad, pagina, lambda: gooi_onderzoek_weg(request.actor, onderzoek.pk))
