"""Objections: the list, one objection, and a page or a button for every step in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.bezwaar import (
    NieuwBezwaar,
    deel_bezwaar_toe,
    registreer_bezwaren,
    trek_bezwaar_in,
    zet_bezwaar_terug,
)
from samendoen.besluiten.actions.bezwaarbehandeling import (
    Hoorinvoer,
    leg_horen_vast,
    meld_hersteld,
    stel_in_gebreke,
    verdaag_bezwaar,
    vraag_herstel,
)
from samendoen.besluiten.actions.bezwaarbeslissing import (
    Bezwaarbeslissing,
    beslis_bezwaar,
    maak_bezwaar_bekend,
    neem_bezwaarbeslissing_terug,
)
from samendoen.besluiten.models import Bezwaar
from samendoen.besluiten.queries import beeld as beelden
from samendoen.besluiten.queries.betrokken import wie_kan_behandelen
from samendoen.besluiten.queries.bezwaar import Bezwaarbeeld, besluitzin, bezwaarbeeld
from samendoen.besluiten.queries.bezwaarlijst import WELKE, bezwaren
from samendoen.besluiten.queries.zaakbrief import lees
from samendoen.besluiten.rules.bezwaar import Bezwaarstatus
from samendoen.besluiten.web.bezwaarforms import (
    BezwaarbeslisForm,
    BezwaarForm,
    HerstelForm,
    HoorForm,
    IntrekForm,
    ToedeelForm,
    VerdaagForm,
)
from samendoen.besluiten.web.forms import DagForm
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Permissie,
    Verzoek,
    geheel,
    log_inzage,
    poort,
)
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, behandel_formulier, brief_pdf, toon

VOORBEREIDEN, NEMEN = Permissie.BESLUIT_VOORBEREIDEN, Permissie.BESLUIT_NEMEN


@dataclass(frozen=True, slots=True)
class Stap:
    """A button on the page of an objection."""

    naam: str
    url: str
    soort: str = "secundair"
    post: bool = False


@poort(VOORBEREIDEN)
def lijst(request: Verzoek) -> HttpResponse:
    """The objections that this reader may see, the first to be late first."""
    welke = request.GET.get("welke", "")
    filters = {"welke": welke if welke in WELKE else ""}
    rijen, deel = bezwaren(request.actor, filters, geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Bezwaren"),
        [
            Kolom("wie", _("Van wie en waarover")),
            Kolom("uiterlijk", _("Uiterlijk beslissen")),
            Kolom("stand", _("Stand")),
            Kolom("behandelaar", _("Behandelaar")),
            Kolom("ontvangen", _("Ontvangen")),
        ],
        rijen,
        leeg=_(
            "Hier staat nu niets. Een bezwaar legt u vast op de pagina van het besluit waartegen het gaat."
        ),
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "filters": filters,
        "intro": _("Wat het eerst te laat is, staat bovenaan."),
        "keuzes": [(code, str(naam)) for code, naam in WELKE.items()],
    }
    return toon(request, "besluiten/bezwaar/lijst.html", context, deel="lijst")


@poort(VOORBEREIDEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, besluit_id: int) -> HttpResponse:
    """Record an objection to a decision."""
    aanvraag_id = beelden.aanvraag_van_besluit(request.actor, besluit_id)
    rij = beelden.lees_aanvraag(request.actor, aanvraag_id)
    besluit = next(b for b in beelden.besluiten_van(rij) if b.pk == besluit_id)
    log_inzage(request.actor, "besluit", [rij.dossier_id])
    form = BezwaarForm(request.POST or None)
    gemaakt: list[int] = []

    def doe() -> None:
        gemaakt.extend(
            registreer_bezwaren(request.actor, [NieuwBezwaar(besluit=besluit_id, **form.cleaned_data)])
        )

    terug = reverse("besluit", args=[besluit_id])
    pagina = Formulierpagina(
        _("Bezwaar vastleggen"),
        _("Vastleggen"),
        _("Het bezwaar is vastgelegd. Verstuur de brief die de ontvangst bevestigt."),
        terug,
        uitleg=besluitzin(besluit),
    )
    antwoord = behandel_formulier(request, form, pagina, doe, _boven((rij.product.naam, terug)))
    return redirect("bezwaar", gemaakt[0]) if gemaakt else antwoord


def _boven(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Bezwaren"), reverse("bezwaren")), *verder]


@poort(Permissie.WERK_ZIEN)
def bezwaar(request: Verzoek, bezwaar_id: int) -> HttpResponse:
    """One objection, with what this reader may do about it; logged."""
    b = bezwaarbeeld(request.actor, bezwaar_id)
    log_inzage(request.actor, "bezwaar", [b.dossier_id])
    stappen = _stappen(request.actor, b) if b.schrijfbaar else []
    context = {
        "b": b,
        "stappen": stappen,
        "vervang_eerst": b.status is Bezwaarstatus.BESLIST
        and b.vervanging is not None
        and not b.vervanging[1],
        "kruimels": _boven((_("Bezwaar %(nr)s") % {"nr": b.id}, "")),
    }
    return toon(request, "besluiten/bezwaar/bezwaar.html", context)


def _stappen(door: Actor, b: Bezwaarbeeld) -> list[Stap]:
    """Return the buttons: what comes next is the plain one."""
    open_, beslist = b.status is Bezwaarstatus.ONTVANGEN, b.status is Bezwaarstatus.BESLIST
    neemt = door.mag(NEMEN) and not b.betrokken
    bereidt = door.mag(VOORBEREIDEN)
    klaar = beslist and b.mag_vervangen and (b.vervanging is None or bool(b.vervanging[1]))
    mogelijk = (
        (open_ and bereidt, "bezwaar_toedelen", _("Toedelen"), "secundair" if b.behandelaar else ""),
        (open_ and neemt, "bezwaar_horen", _("Horen"), "secundair" if b.gehoord else ""),
        (open_ and neemt, "bezwaar_beslissen", _("Beslissen"), "" if b.gehoord else "secundair"),
        (open_ and door.mag(NEMEN) and not b.herstel_open, "bezwaar_herstel", _("Laten aanvullen"), "stil"),
        (
            open_ and door.mag(NEMEN) and b.herstel_open,
            "bezwaar_hersteld",
            _("Aanvulling ontvangen"),
            "secundair",
        ),
        ((open_ or beslist) and door.mag(NEMEN), "bezwaar_verdagen", _("Verdagen"), "stil"),
        (klaar and bereidt, "bezwaar_bekendmaken", _("Bekendmaken"), ""),
        ((open_ or beslist) and bereidt, "bezwaar_ingebreke", _("Ingebrekestelling"), "stil"),
        (open_ and bereidt, "bezwaar_intrekken", _("Intrekken"), "stil"),
    )
    knoppen = [Stap(naam, reverse(url, args=[b.id]), soort) for mag, url, naam, soort in mogelijk if mag]
    if beslist and neemt:
        knoppen.append(_knop(b, "bezwaar_terugnemen", _("Beslissing terugnemen")))
    if b.status is Bezwaarstatus.INGETROKKEN and bereidt:
        knoppen.append(_knop(b, "bezwaar_terugzetten", _("Toch behandelen")))
    return knoppen


def _knop(b: Bezwaarbeeld, url: str, naam: str) -> Stap:
    return Stap(naam, reverse(url, args=[b.id]), "stil", post=True)


Maakform = Callable[[Any, Bezwaarbeeld], forms.Form]
Doe = Callable[[Actor, int, dict[str, Any]], None]
Teksten = Callable[[], tuple[str, str, str, str]]


def _stap(permissie: Permissie, form: Maakform, doe: Doe, teksten: Teksten) -> Any:
    """Return the view of one step with a form: title, explanation, button and what is said afterwards."""

    @poort(permissie, "GET", "HEAD", "POST")
    def stap(request: Verzoek, bezwaar_id: int) -> HttpResponse:
        b = bezwaarbeeld(request.actor, bezwaar_id)
        log_inzage(request.actor, "bezwaar", [b.dossier_id])
        f = form(request.POST or None, b)
        terug = reverse("bezwaar", args=[bezwaar_id])
        titel, uitleg, knop, gelukt = teksten()
        pagina = Formulierpagina(titel, knop, gelukt, terug, uitleg=uitleg)
        boven = _boven((_("Bezwaar %(nr)s") % {"nr": b.id}, terug))
        return behandel_formulier(
            request, f, pagina, lambda: doe(request.actor, bezwaar_id, f.cleaned_data), boven
        )

    return stap


def _doe(permissie: Permissie, doe: Callable[[Actor, int], None], gelukt: Callable[[], str]) -> Any:
    """Return the view of one step that is only a button."""

    @poort(permissie, "POST")
    def knop(request: Verzoek, bezwaar_id: int) -> HttpResponse:
        try:
            doe(request.actor, bezwaar_id)
        except (Geweigerd, NietGevonden):
            raise
        except Domeinfout as fout:
            messages.error(request, f"{fout.toelichting} {fout.doe}".strip())
        else:
            messages.success(request, gelukt())
        return redirect("bezwaar", bezwaar_id)

    return knop


def _toedeelform(data: Any, b: Bezwaarbeeld) -> forms.Form:
    besluit = Bezwaar.objects.select_related("besluit").get(pk=b.id).besluit
    return ToedeelForm(data, mensen=wie_kan_behandelen(besluit))


toedelen = _stap(
    VOORBEREIDEN,
    _toedeelform,
    lambda door, pk, g: deel_bezwaar_toe(door, pk, g["behandelaar"]),
    lambda: (
        _("Bezwaar toedelen"),
        _("Wie het besluit nam of voorbereidde, behandelt het bezwaar niet (Awb artikel 7:5 en 10:3)."),
        _("Toedelen"),
        _("Het bezwaar is toegedeeld. De termijn staat nu op Vandaag van die collega."),
    ),
)
herstel = _stap(
    NEMEN,
    lambda data, b: HerstelForm(data),
    lambda door, pk, g: vraag_herstel(door, pk, g["gebreken"], g["op"], g["uiterlijk"]),
    lambda: (
        _("Laten aanvullen"),
        _("Er komt een brief. De termijn staat stil vanaf de dag na de brief tot de aanvulling er is."),
        _("Maak de brief"),
        _("De brief staat klaar. Verstuur hem vandaag."),
    ),
)
hersteld = _stap(
    NEMEN,
    lambda data, b: DagForm(data),
    lambda door, pk, g: meld_hersteld(door, pk, g["op"]),
    lambda: (
        _("Aanvulling ontvangen"),
        _("De termijn loopt weer vanaf deze dag."),
        _("Opslaan"),
        _("Vastgelegd dat het bezwaar is aangevuld."),
    ),
)
horen = _stap(
    NEMEN,
    lambda data, b: HoorForm(data),
    lambda door, pk, g: leg_horen_vast(door, pk, Hoorinvoer(**{**g, "afzien": g["afzien"] or ""})),
    lambda: (
        _("Horen"),
        _("Een geplande dag geeft een uitnodiging. Wat u eerder invulde over horen, wordt vervangen."),
        _("Opslaan"),
        _("Vastgelegd. Verstuur de uitnodiging als het gesprek nog komt."),
    ),
)
verdagen = _stap(
    NEMEN,
    lambda data, b: VerdaagForm(data, hoogstens=42),
    lambda door, pk, g: verdaag_bezwaar(door, pk, g["dagen"], g["reden"], g["sleutel"]),
    lambda: (
        _("Beslissing op het bezwaar verdagen"),
        _("Er komt een brief aan de indiener. Langer mag alleen als de indiener ermee instemt (opschorten)."),
        _("Verdagen"),
        _("De termijn is verdaagd. Verstuur vandaag de brief."),
    ),
)
beslissen = _stap(
    NEMEN,
    lambda data, b: BezwaarbeslisForm(data, tijdig=b.tijdig),
    lambda door, pk, g: beslis_bezwaar(door, pk, Bezwaarbeslissing(**g)),
    lambda: (
        _("Beslissen op het bezwaar"),
        _("U bekijkt het besluit helemaal opnieuw. Bij (deels) gegrond neemt u daarna een nieuw besluit."),
        _("Beslissen"),
        _("De beslissing is genomen. Zij geldt pas als zij bekend is gemaakt."),
    ),
)
bekendmaken = _stap(
    VOORBEREIDEN,
    lambda data, b: DagForm(data),
    lambda door, pk, g: maak_bezwaar_bekend(door, pk, g["op"]),
    lambda: (
        _("Beslissing bekendmaken"),
        _("De brief ligt daarna vast. Verstuur de brief op de dag die u hier invult."),
        _("Bekendmaken"),
        _("De beslissing is bekendgemaakt. Verstuur nu de brief, met het nieuwe besluit als dat er is."),
    ),
)


class IngebrekeForm(DagForm):
    """When the notice of default came; empty: it was recorded by mistake."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].label = _("Ontvangen op")
        self.fields["op"].required = False
        self.fields["op"].help_text = _("Leeg: de ingebrekestelling was een vergissing of is ingetrokken.")


ingebreke = _stap(
    VOORBEREIDEN,
    lambda data, b: IngebrekeForm(data),
    lambda door, pk, g: stel_in_gebreke(door, pk, g["op"]),
    lambda: (
        _("Ingebrekestelling"),
        _("Twee weken nadat de termijn voorbij is en de brief binnenkwam, begint een dwangsom te lopen."),
        _("Opslaan"),
        _("De ingebrekestelling is bijgewerkt."),
    ),
)
intrekken = _stap(
    VOORBEREIDEN,
    lambda data, b: IntrekForm(data),
    lambda door, pk, g: trek_bezwaar_in(door, pk, g["reden"], g["op"]),
    lambda: (
        _("Bezwaar intrekken"),
        _("Er komt geen beslissing. Trekt de indiener zelf in, dan bevestigt een brief dat."),
        _("Intrekken"),
        _("Het bezwaar is ingetrokken."),
    ),
)
terugnemen = _doe(
    NEMEN, neem_bezwaarbeslissing_terug, lambda: _("De beslissing is teruggenomen. De termijn loopt door.")
)
terugzetten = _doe(
    VOORBEREIDEN,
    zet_bezwaar_terug,
    lambda: _(
        "Het bezwaar loopt weer. Deel het opnieuw toe; verdagen en opschorten legt u zo nodig opnieuw vast."
    ),
)


@poort(Permissie.WERK_ZIEN)
def brief(request: Verzoek, brief_id: int) -> HttpResponse:
    """A letter in a procedure as PDF/UA, as it was sent."""
    rij, tekst = lees(request.actor, brief_id)
    if tekst is None:
        raise NietGevonden("geen_brief", _("Deze brief is gewist."), _("Er is niets te tonen."))
    antwoord = HttpResponse(brief_pdf(tekst), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="brief-{tekst.kenmerk}-{rij.soort}.pdf"'
    return antwoord
