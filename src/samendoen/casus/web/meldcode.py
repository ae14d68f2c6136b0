"""Screens of the meldcode: begin a path, walk its steps in any order, end it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions.meldcode import begin_meldcodes, leg_stappen_vast, trek_stap_in
from samendoen.casus.actions.meldcodeinvoer import Stapinvoer
from samendoen.casus.actions.meldcodestand import (
    heropen_meldcode,
    hervat_meldcode,
    pauzeer_meldcode,
    rond_meldcode_af,
    trek_meldcode_in,
    verklaar_geen_tweede,
)
from samendoen.casus.definities import meldcode as definitie_van
from samendoen.casus.definities import meldcodes
from samendoen.casus.models import Meldcodepad
from samendoen.casus.queries.meldcode import haal_pad, haal_stap, over_wie, padbeeld, staande_stap
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.rules import STAPPEN, Stapsoort
from samendoen.casus.web.formulier import Formulierpagina, behandel, zonder_vragen
from samendoen.casus.web.meldcodeforms import (
    BeginForm,
    KetenForm,
    OverslaForm,
    PauzeForm,
    StapForm,
    TweedeRedenForm,
    begin_van_stap,
)
from samendoen.casus.web.veiligheid import NIEMAND, RedenForm, pagina, wie_van
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import toon

WERKEN = Permissie.CASUS_WERKEN


@poort(WERKEN, "GET", "HEAD", "POST")
def beginnen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Begin a path."""
    blad = formulierblad(request.actor, casus_id)
    form = BeginForm(request.POST or None, mensen=wie_van(blad))
    over = pagina(
        casus_id,
        _("Meldcode beginnen"),
        _("Beginnen"),
        _("De meldcode is begonnen. Was dat een vergissing? Trek haar dan in."),
        intro=blad.titel,
        uitleg=" ".join(m.intro for m in meldcodes().values()),
    )
    return behandel(
        request, blad, form, over, lambda: begin_meldcodes(request.actor, [form.invoer(casus_id)])
    )


@poort(Permissie.VEILIGHEID_ZIEN)
def toon_pad(request: Verzoek, pad_id: int) -> HttpResponse:
    """One path: the five steps, what is missing, the steps towards Veilig Thuis, what happened."""
    beeld = padbeeld(request.actor, pad_id)
    kruimels = [
        (_("Casussen"), reverse("casussen")),
        (_("Casus %(nr)s") % {"nr": beeld.casus_id}, reverse("casus", args=[beeld.casus_id])),
        (_("Veiligheid"), reverse("veiligheid", args=[beeld.casus_id])),
        (_("Meldcode"), ""),
    ]
    return toon(request, "casus/meldcode.html", {"p": beeld, "niemand": NIEMAND, "kruimels": kruimels})


def _over(
    request: Verzoek, pad: Meldcodepad, titel: str, knop: str, gelukt: str, **rest: Any
) -> Formulierpagina:
    """Return the page of a form about a path: it leads back to the path."""
    terug = reverse("meldcode", args=[pad.pk])
    via = (
        (_("Veiligheid"), reverse("veiligheid", args=[pad.casus_id])),
        (_("Meldcode"), terug),
    )
    rest.setdefault("intro", over_wie(request.actor, [pad.pk])[pad.pk])
    return Formulierpagina(titel, knop, gelukt, terug, via=via, **rest)


def _behandel(
    request: Verzoek, pad: Meldcodepad, form: forms.Form, over: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    return behandel(request, formulierblad(request.actor, pad.casus_id), form, over, doe)


def _stapsoort(code: str) -> Stapsoort:
    """Return one of the five steps; 404 for another word in the address."""
    for soort in STAPPEN:
        if soort.value == code:
            return soort
    raise Http404


@poort(WERKEN, "GET", "HEAD", "POST")
def stap(request: Verzoek, pad_id: int, soort: str) -> HttpResponse:
    """Write down a step."""
    pad, welke = haal_pad(request.actor, pad_id), _stapsoort(soort)
    definitie = definitie_van(pad.doelgroep)
    begin = begin_van_stap(staande_stap(pad, welke))
    form = StapForm(request.POST or None, initial=begin, definitie=definitie, soort=welke)
    hulp = definitie.van_stap(soort)
    over = _over(
        request,
        pad,
        hulp.titel,
        _("Vastleggen"),
        _("De stap is vastgelegd. Vergist u zich? Leg haar opnieuw vast, of trek haar in."),
        uitleg=hulp.doel,
    )
    return _behandel(request, pad, form, over, lambda: leg_stappen_vast(request.actor, [form.invoer(pad_id)]))


@poort(WERKEN, "GET", "HEAD", "POST")
def overslaan(request: Verzoek, pad_id: int, soort: str) -> HttpResponse:
    """Leave a step out, with a reason."""
    pad, welke = haal_pad(request.actor, pad_id), _stapsoort(soort)
    form = OverslaForm(request.POST or None)
    hulp = definitie_van(pad.doelgroep).van_stap(soort)
    titel = _("Stap overslaan: %(stap)s") % {"stap": hulp.titel}
    over = _over(request, pad, titel, _("Overslaan"), _("Er staat nu waarom u deze stap overslaat."))

    def sla_over() -> None:
        g = form.cleaned_data
        invoer = Stapinvoer(
            g["kenmerk"], pad_id, welke.value, g["woorden"], klok.vandaag(), overgeslagen=True
        )
        leg_stappen_vast(request.actor, [invoer])

    return _behandel(request, pad, form, over, sla_over)


@poort(WERKEN, "GET", "HEAD", "POST")
def keten(request: Verzoek, pad_id: int) -> HttpResponse:
    """Write down a step towards Veilig Thuis or the youth-protection table."""
    pad = haal_pad(request.actor, pad_id)
    form = KetenForm(request.POST or None)
    over = _over(
        request,
        pad,
        _("Veilig Thuis en jeugdbescherming"),
        _("Vastleggen"),
        _("Het is vastgelegd. Vergist u zich? Trek het dan in."),
    )

    def leg_vast() -> None:
        g = form.cleaned_data
        leg_stappen_vast(request.actor, [Stapinvoer(g["kenmerk"], pad_id, g["soort"], g["woorden"], g["op"])])

    return _behandel(request, pad, form, over, leg_vast)


@poort(WERKEN, "GET", "HEAD", "POST")
def tweede(request: Verzoek, pad_id: int) -> HttpResponse:
    """Say why nobody stands beside the director."""
    pad = haal_pad(request.actor, pad_id)
    begin = {"reden": pad.geen_tweede, "woorden": pad.geen_tweede_woorden}
    form = TweedeRedenForm(request.POST or None, initial=begin)
    over = _over(
        request,
        pad,
        _("Geen tweede professional"),
        _("Vastleggen"),
        _("Het is vastgelegd."),
        uitleg=_("Als het om veiligheid gaat, werkt u met zijn tweeën. Kan dat niet, schrijf dan op waarom."),
    )

    def verklaar() -> None:
        g = form.cleaned_data
        verklaar_geen_tweede(request.actor, pad_id, g["reden"], g["woorden"])

    return _behandel(request, pad, form, over, verklaar)


@poort(WERKEN, "GET", "HEAD", "POST")
def pauze(request: Verzoek, pad_id: int) -> HttpResponse:
    """Let a path wait through a day."""
    pad = haal_pad(request.actor, pad_id)
    form = PauzeForm(request.POST or None)
    over = _over(request, pad, _("Meldcode laten wachten"), _("Laten wachten"), _("De meldcode wacht."))

    def pauzeer() -> None:
        pauzeer_meldcode(request.actor, pad_id, form.cleaned_data["reden"], form.cleaned_data["tot"])

    return _behandel(request, pad, form, over, pauzeer)


def _vraag_na(
    request: Verzoek, pad: Meldcodepad, over: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    return zonder_vragen(request, formulierblad(request.actor, pad.casus_id), over, doe)


@poort(WERKEN, "GET", "HEAD", "POST")
def hervatten(request: Verzoek, pad_id: int) -> HttpResponse:
    """Ask once, then let a path go on."""
    pad = haal_pad(request.actor, pad_id)
    over = _over(request, pad, _("Meldcode hervatten"), _("Hervatten"), _("De meldcode loopt weer."))
    return _vraag_na(request, pad, over, lambda: hervat_meldcode(request.actor, pad_id))


@poort(WERKEN, "GET", "HEAD", "POST")
def afronden(request: Verzoek, pad_id: int) -> HttpResponse:
    """Ask once, then end a path."""
    pad = haal_pad(request.actor, pad_id)
    over = _over(
        request,
        pad,
        _("Meldcode afronden"),
        _("Afronden"),
        _("De meldcode is afgerond. Was dat te vroeg? Heropen haar dan."),
        uitleg=_("Dat kan als elke stap is vastgelegd, of is overgeslagen met een reden."),
    )
    return _vraag_na(request, pad, over, lambda: rond_meldcode_af(request.actor, pad_id))


@poort(WERKEN, "GET", "HEAD", "POST")
def heropenen(request: Verzoek, pad_id: int) -> HttpResponse:
    """Ask once, then undo the end of a path."""
    pad = haal_pad(request.actor, pad_id)
    over = _over(request, pad, _("Meldcode heropenen"), _("Heropenen"), _("De meldcode loopt weer."))
    return _vraag_na(request, pad, over, lambda: heropen_meldcode(request.actor, pad_id))


@poort(WERKEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, pad_id: int) -> HttpResponse:
    """Take a path back that was begun by mistake."""
    pad = haal_pad(request.actor, pad_id)
    form = RedenForm(request.POST or None)
    over = _over(
        request,
        pad,
        _("Meldcode intrekken"),
        _("Intrekken"),
        _("De meldcode is ingetrokken."),
        uitleg=_("Doe dit als u zich vergiste. Zij blijft te lezen, maar telt nergens mee."),
        gevaar=True,
    )
    return _behandel(
        request, pad, form, over, lambda: trek_meldcode_in(request.actor, pad_id, form.cleaned_data["reden"])
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def stap_intrekken(request: Verzoek, stap_id: int) -> HttpResponse:
    """Ask once, then take back what was written down of a step."""
    rij = haal_stap(request.actor, stap_id)
    over = _over(
        request,
        rij.pad,
        _("Intrekken: %(stap)s") % {"stap": rij.get_soort_display()},
        _("Intrekken"),
        _("Het is ingetrokken."),
        uitleg=_("Doe dit als u zich vergiste. Wat er stond, blijft te lezen, maar geldt niet meer."),
        gevaar=True,
    )
    return _vraag_na(request, rij.pad, over, lambda: trek_stap_in(request.actor, stap_id))
