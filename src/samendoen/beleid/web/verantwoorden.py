"""Giving the account of an activity: lights, text, offer; and judging what a colleague offered."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions import agenda, publicatie
from samendoen.beleid.actions.aanbod import Oordeel
from samendoen.beleid.queries import goedkeuren as vragen
from samendoen.beleid.queries.activiteit import huidige_lichten, schrijfstand
from samendoen.beleid.web.forms import OpmerkingForm, StandenForm, VerantwoordingForm
from samendoen.beleid.web.views import kruimels_van
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, poort
from samendoen.schil.api import probeer, toon

MAG = Permissie.BELEID_VERANTWOORDEN
MAG_KEUREN = Permissie.BELEID_PUBLICEREN


@poort(MAG, "GET", "HEAD", "POST")
def stand(request: Verzoek, activiteit_id: int) -> HttpResponse:
    """Set the lights of an activity, each with its reason."""
    beeld = schrijfstand(request.actor, activiteit_id)
    aspecten, nu = huidige_lichten(activiteit_id)
    form = StandenForm(request.POST or None, aspecten=aspecten, nu=nu)

    def zet() -> None:
        # One by one, so that what is refused comes beside its own light; all or none.
        _zet_of_zeg(request, form, activiteit_id)

    if request.method == "POST" and probeer(form, zet):
        messages.success(
            request, _("De lichten zijn gezet. De raad ziet ze na goedkeuring door een collega.")
        )
        return redirect("koers_activiteit", activiteit_id)
    return _formulier(request, beeld, form, _("Lichten zetten"))


def _zet_of_zeg(request: Verzoek, form: StandenForm, activiteit_id: int) -> None:
    standen = form.standen(activiteit_id)
    try:
        agenda.zet_standen(request.actor, standen)
    except Domeinfout as fout:
        fout.veld = _veld_van(form, fout.veld)
        raise


def _veld_van(form: StandenForm, veld: str | None) -> str | None:
    """Return the field of the form that a refusal is about: the first light without the reason it needs."""
    if veld != "toelichting":
        return veld
    for aspect in form.aspecten:
        if form.cleaned_data[f"kleur_{aspect}"] and not form.cleaned_data[f"toelichting_{aspect}"].strip():
            kleur = form.cleaned_data[f"kleur_{aspect}"]
            if kleur != "groen" or form.fields[f"kleur_{aspect}"].initial not in ("", "groen"):
                return f"toelichting_{aspect}"
    return None


@poort(MAG, "GET", "HEAD", "POST")
def verantwoording(request: Verzoek, activiteit_id: int) -> HttpResponse:
    """Write the account of an activity. Where a colleague wrote meanwhile both texts stand side by side."""
    beeld = schrijfstand(request.actor, activiteit_id)
    nu = beeld["tekst"]
    form = VerantwoordingForm(
        request.POST or None, initial={"tekst": nu["tekst"] if nu else "", "basis": nu["id"] if nu else None}
    )
    botst: list[bool] = []

    def schrijf() -> None:
        g = form.cleaned_data
        nieuw = agenda.NieuweVerantwoording(activiteit_id, g["tekst"], g["basis"])
        try:
            agenda.wijzig_verantwoordingen(request.actor, [nieuw])
        except Domeinfout as fout:
            botst.append(fout.fout == "verantwoording_botst")
            raise

    if request.method == "POST" and probeer(form, schrijf):
        messages.success(
            request, _("De verantwoording is opgeslagen. De raad leest haar na goedkeuring door een collega.")
        )
        return redirect("koers_activiteit", activiteit_id)
    extra: dict[str, Any] = {}
    if any(botst):
        beeld = schrijfstand(request.actor, activiteit_id)
        extra = {"hun": beeld["tekst"], "mijn": request.POST["tekst"]}
        # Both texts are on screen now: what is sent next was written with that one in view.
        gezien = request.POST.copy()
        gezien["basis"] = str(beeld["tekst"]["id"])
        form.data = gezien
    return _formulier(
        request, beeld, form, _("Verantwoording schrijven"), "beleid/verantwoording.html", extra
    )


def _formulier(
    request: Verzoek,
    beeld: dict[str, Any],
    form: forms.Form,
    titel: str,
    sjabloon: str = "beleid/formulier.html",
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    terug = reverse("koers_activiteit", args=[beeld["id"]])
    gegevens = {
        "form": form,
        "titel": titel,
        "over": beeld["titel"],
        "terug": terug,
        "kruimels": kruimels_van(beeld, titel, (beeld["titel"], terug)),
    }
    return toon(request, sjabloon, gegevens | (extra or {}))


@poort(MAG, "POST")
def aanbieden(request: Verzoek, activiteit_id: int) -> HttpResponse:
    """Offer the account of an activity as it stands."""
    return _doe(
        request,
        lambda: publicatie.bied_aan(request.actor, [activiteit_id]),
        _("Aangeboden. Een collega kijkt ernaar; tot die tijd ziet de raad wat er eerder stond."),
        reverse("koers_activiteit", args=[activiteit_id]),
    )


@poort(MAG, "POST")
def intrekken(request: Verzoek, aanbieding_id: int) -> HttpResponse:
    """Take back what was offered."""
    terug = vragen.activiteit_url(aanbieding_id)
    return _doe(
        request,
        lambda: publicatie.trek_aanbod_in(request.actor, aanbieding_id),
        _("Ingetrokken. U kunt weer verder schrijven en het opnieuw aanbieden."),
        terug,
    )


@poort(MAG_KEUREN)
def goedkeuren(request: Verzoek) -> HttpResponse:
    """List what waits for somebody else's eyes."""
    kruimels = [(_("Koers"), reverse("koers")), (_("Goedkeuren"), "")]
    return toon(request, "beleid/goedkeuren.html", {"kruimels": kruimels} | vragen.lijst(request.actor))


@poort(MAG_KEUREN)
def aanbod(request: Verzoek, aanbieding_id: int) -> HttpResponse:
    """Show what was offered beside what is published now."""
    beeld = vragen.aanbod(request.actor, aanbieding_id)
    kruimels = [
        (_("Koers"), reverse("koers")),
        (_("Goedkeuren"), reverse("koers_goedkeuren")),
        (beeld["titel"], ""),
    ]
    return toon(request, "beleid/aanbod.html", {"b": beeld, "kruimels": kruimels})


@poort(MAG_KEUREN, "POST")
def goed(request: Verzoek, aanbieding_id: int) -> HttpResponse:
    """Approve one offer."""
    return _doe(
        request,
        lambda: publicatie.keur_goed(request.actor, [Oordeel(aanbieding_id)]),
        _("Goedgekeurd: vanaf nu leest de raad dit. Vergissing? Haal het terug bij de activiteit."),
        reverse("koers_goedkeuren"),
    )


@poort(MAG_KEUREN, "GET", "HEAD", "POST")
def terug(request: Verzoek, aanbieding_id: int) -> HttpResponse:
    """Send one offer back with a remark."""
    return _met_opmerking(
        request,
        aanbieding_id,
        publicatie.stuur_terug,
        _("Terugsturen"),
        _("Teruggestuurd. De schrijver leest uw opmerking bij de activiteit."),
    )


@poort(MAG_KEUREN, "GET", "HEAD", "POST")
def terughalen(request: Verzoek, aanbieding_id: int) -> HttpResponse:
    """Take what was approved off the council's pages again."""
    return _met_opmerking(
        request,
        aanbieding_id,
        lambda door, oordelen: publicatie.haal_publicatie_terug(door, oordelen[0]),
        _("Publicatie terughalen"),
        _("Teruggehaald: de raad leest weer wat er eerder stond."),
    )


def _met_opmerking(
    request: Verzoek,
    aanbieding_id: int,
    doe: Callable[[Any, list[Oordeel]], object],
    titel: str,
    gelukt: str,
) -> HttpResponse:
    beeld = vragen.aanbod(request.actor, aanbieding_id)
    form = OpmerkingForm(request.POST or None)

    def oordeel() -> None:
        doe(request.actor, [Oordeel(aanbieding_id, form.cleaned_data["opmerking"])])

    if request.method == "POST" and probeer(form, oordeel):
        messages.success(request, gelukt)
        return redirect("koers_goedkeuren")
    kruimels = [
        (_("Koers"), reverse("koers")),
        (_("Goedkeuren"), reverse("koers_goedkeuren")),
        (beeld["titel"], reverse("koers_aanbod", args=[aanbieding_id])),
        (titel, ""),
    ]
    gegevens = {
        "form": form,
        "titel": titel,
        "over": beeld["titel"],
        "terug": reverse("koers_aanbod", args=[aanbieding_id]),
        "kruimels": kruimels,
    }
    return toon(request, "beleid/formulier.html", gegevens)


def _doe(request: Verzoek, doe: Callable[[], object], gelukt: str, terug: str) -> HttpResponse:
    """Do it and say so, or say what was refused; Geweigerd and NietGevonden pass."""
    from samendoen.kernel.api import Geweigerd, NietGevonden

    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, gelukt)
    return redirect(terug)
