"""Screens of ErOpAf: its list, and the small forms of an attempt, a decision, and taking them back."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, probeer, toon, toon_formulier
from samendoen.toegang import queries
from samendoen.toegang.actions.eropaf import (
    besluit_eropaf,
    leg_pogingen_vast,
    neem_eropaf_terug,
    trek_poging_in,
)
from samendoen.toegang.models import Eropaf
from samendoen.toegang.queries import eropaf
from samendoen.toegang.rules import verkenning_loopt
from samendoen.toegang.web.eropafforms import BesluitForm, PogingForm
from samendoen.toegang.web.kruimels import naar_melding

WERKEN = Permissie.MELDING_AFHANDELEN


@poort(Permissie.WERK_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Everybody to whom somebody goes without being asked, of what one may see."""
    rijen, deel = eropaf.lijst(request.actor, geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Lopende ErOpAf-trajecten"),
        [
            Kolom("wie", _("Wie")),
            Kolom("volgende", _("Volgende contact"), heel=True),
            Kolom("laatste", _("Laatste contact")),
            Kolom("open", _("Dagen open"), getal=True),
            Kolom("team", _("Team")),
            Kolom("stand", _("Stand")),
        ],
        rijen,
        toon_titel=False,
    )
    kruimels = [(_("Meldingen"), reverse("meldingen")), (_("ErOpAf"), "")]
    context = {
        "tabel": tabel,
        "deel": deel,
        "kruimels": kruimels,
        "mag_beginnen": request.actor.mag(Permissie.MELDING_REGISTREREN),
    }
    return toon(request, "toegang/eropaf.html", context)


def _pagina(
    request: Verzoek,
    melding_id: int,
    form: forms.Form,
    doe: Callable[[], object],
    teksten: tuple[str, str, str, str],
    gevaar: bool = False,
) -> HttpResponse:
    """Show one form about the path of a melding and do what it asks."""
    titel, uitleg, knop, gelukt = teksten
    if request.method == "POST" and probeer(form, doe):
        messages.success(request, gelukt)
        return redirect("melding", melding_id)
    beeld = queries.melding(request.actor, melding_id)
    pagina = Formulierpagina(
        titel,
        knop,
        gelukt,
        reverse("melding", args=[melding_id]),
        intro=beeld.wie.naam if beeld.wie else eropaf.aanduiding_van(melding_id),
        uitleg=uitleg,
        gevaar=gevaar,
    )
    return toon_formulier(request, form, pagina, naar_melding(melding_id))


def _loopt(request: Verzoek, melding_id: int) -> Eropaf:
    """Return the path that runs; who may not see the melding learns nothing about it."""
    queries.melding(request.actor, melding_id)
    pad = eropaf.lopend_pad(melding_id)
    if pad is None:
        raise Domeinfout(
            "eropaf_loopt_niet",
            _("Bij melding %(nr)s loopt geen ErOpAf.") % {"nr": melding_id},
            _("Stuur de melding met triage naar ErOpAf."),
        )
    return pad


@poort(WERKEN, "GET", "HEAD", "POST")
def poging(request: Verzoek, melding_id: int) -> HttpResponse:
    """Write down that contact was sought."""
    form = PogingForm(request.POST or None)
    teksten = (
        _("Contact gezocht"),
        _("Klopt het later niet? Dan trekt u de contactpoging weer in."),
        _("Vastleggen"),
        _("De contactpoging is vastgelegd."),
    )
    return _pagina(
        request,
        melding_id,
        form,
        lambda: leg_pogingen_vast(request.actor, [form.als_invoer(melding_id)]),
        teksten,
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def poging_intrekken(request: Verzoek, melding_id: int, poging_id: int) -> HttpResponse:
    """Ask once, then take an attempt back."""
    teksten = (
        _("Contactpoging intrekken"),
        _("Doe dit als u zich vergiste. De poging blijft te lezen, maar telt niet meer mee."),
        _("Intrekken"),
        _("De contactpoging is ingetrokken."),
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    return _pagina(
        request, melding_id, form, lambda: trek_poging_in(request.actor, melding_id, poging_id), teksten, True
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def besluit(request: Verzoek, melding_id: int) -> HttpResponse:
    """Decide how it goes on, or ends."""
    pad = _loopt(request, melding_id)
    verkent = verkenning_loopt(pad.verkenning_op, pad.verkenning_uitkomst)
    form = BesluitForm(request.POST or None, verkent=verkent)
    teksten = (
        _("Besluit over ErOpAf"),
        _(
            "Gaat een ander team of een andere organisatie verder? Kies dan op de pagina van de melding "
            "“Anders beslissen”. U kunt een besluit later terugnemen."
        ),
        _("Besluit vastleggen"),
        _("Het besluit is vastgelegd."),
    )
    return _pagina(
        request,
        melding_id,
        form,
        lambda: besluit_eropaf(request.actor, [form.als_invoer(melding_id)]),
        teksten,
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def terug(request: Verzoek, melding_id: int) -> HttpResponse:
    """Ask once, then take the last decision back."""
    teksten = (
        _("Besluit terugnemen"),
        _("ErOpAf gaat dan verder zoals vóór het laatste besluit. Het besluit blijft te lezen."),
        _("Terugnemen"),
        _("Het besluit is teruggenomen. ErOpAf gaat verder."),
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    return _pagina(
        request, melding_id, form, lambda: neem_eropaf_terug(request.actor, melding_id), teksten, True
    )
