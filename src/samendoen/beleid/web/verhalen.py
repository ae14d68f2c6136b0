"""Screens of stories: the list, one story with the help to make it anonymous, and what is done to it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions.verhaal import (
    haal_beeld_weg,
    teken_verhalen_op,
    verhaal_onbekend,
    wijzig_verhaal,
    zet_beeld,
)
from samendoen.beleid.actions.verhaal_einde import gooi_verhaal_weg, trek_verhaal_in
from samendoen.beleid.actions.verhaal_loop import (
    bied_verhaal_aan,
    haal_verhaal_terug,
    publiceer_verhaal,
    verleng_toestemming,
    vlaggen_van,
)
from samendoen.beleid.models import Verhaal
from samendoen.beleid.queries import verhaalbladen as bladen
from samendoen.beleid.queries.verhalen import beeld_van
from samendoen.beleid.rules.beeld import GROOTSTE
from samendoen.beleid.web.verhaalforms import (
    AanbiedForm,
    BeeldForm,
    NieuwVerhaalForm,
    RedenForm,
    Toestemmingdeel,
    WijzigForm,
)
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, behandel_formulier, toon

ZIEN, MAG = Permissie.BELEID_ZIEN, Permissie.BELEID_BEHEREN


def _kruimels() -> list[tuple[str, str]]:
    return [(_("Koers"), reverse("koers")), (_("Verhalen"), reverse("koers_verhalen"))]


@poort(ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Show the published stories by goal; to who keeps them also what is being worked on."""
    beheren = bladen.mag_beheren(request.actor)
    gegevens: dict[str, Any] = {
        "kruimels": [(_("Koers"), reverse("koers")), (_("Verhalen"), "")],
        "beheren": beheren,
        "doelen": bladen.gepubliceerd(),
    }
    if beheren:
        kolommen = [
            Kolom("titel", _("Verhaal")),
            Kolom("staat", _("Stand"), heel=True),
            Kolom("tot", _("Toestemming tot en met")),
        ]
        leeg = _("Er is nog geen verhaal opgetekend. Begin met een verteller die toestemming gaf.")
        gegevens["tabel"] = Tabel(_("Alle verhalen"), kolommen, bladen.werkvoorraad(), leeg=leeg)
    return toon(request, "beleid/verhalen.html", gegevens)


@poort(ZIEN)
def verhaal(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Show a story; to who keeps it also the signs in it, its consent and its history."""
    blad = bladen.verhaalpagina(request.actor, bladen.vindbaar(request.actor, verhaal_id))
    return toon(request, "beleid/verhaal.html", {"v": blad, "kruimels": [*_kruimels(), (blad["titel"], "")]})


@poort(ZIEN)
def bestand(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Give the picture or clip of a story to who may see that story; kept by no cache."""
    bladen.vindbaar(request.actor, verhaal_id)
    gevonden = beeld_van(verhaal_id)
    if gevonden is None:
        raise verhaal_onbekend()
    antwoord = HttpResponse(gevonden[1], content_type=gevonden[0])
    antwoord.headers["Content-Disposition"] = "inline"
    antwoord.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


@poort(MAG)
def bewijs(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Show the sheet that the teller keeps, to print."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    if not rij.tekst:
        raise verhaal_onbekend()
    kruimels = [*_kruimels(), (str(rij.titel), reverse("koers_verhaal", args=[rij.pk])), (_("Bewijs"), "")]
    return toon(request, "beleid/verhaal_bewijs.html", {"b": bladen.bewijs(rij), "kruimels": kruimels})


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Write a story down: consent first."""
    form = NieuwVerhaalForm(request.POST or None, initial={"doel": geheel(request.GET.get("doel", ""))})
    pagina = Formulierpagina(
        _("Verhaal optekenen"),
        _("Opslaan als concept"),
        _("Het verhaal is opgeslagen. Alleen beleidsadviseurs zien het."),
        reverse("koers_verhalen"),
        uitleg=_("Eerst de toestemming, dan het verhaal. Er komt geen naam in Samendoen."),
    )
    return behandel_formulier(
        request, form, pagina, lambda: teken_verhalen_op(request.actor, [form.verhaal()]), _kruimels()
    )


def _behandel(
    request: Verzoek,
    rij: Verhaal,
    form: forms.Form,
    teksten: tuple[str, str, str, str],
    doe: Callable[[], object],
    *,
    gevaar: bool = False,
) -> HttpResponse:
    """Answer a request for a form about a story: title, button, what is said when done, explanation."""
    titel, knop, gelukt, uitleg = teksten
    terug = reverse("koers_verhaal", args=[rij.pk])
    naam = str(rij.titel or _("Verhaal %(nr)s") % {"nr": rij.pk})
    pagina = Formulierpagina(titel, knop, gelukt, terug, intro=naam, uitleg=uitleg, gevaar=gevaar)
    return behandel_formulier(request, form, pagina, doe, [*_kruimels(), (naam, terug)])


@poort(MAG, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Give a draft other words."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    nu = {
        "versie": rij.versie,
        "doel": rij.doel_id,
        "titel": rij.titel,
        "tekst": rij.tekst,
        "verteller": rij.verteller,
        "dorp": rij.dorp,
    }
    form = WijzigForm(request.POST or None, initial=nu)
    teksten = (_("Verhaal wijzigen"), _("Opslaan"), _("Het verhaal is gewijzigd."), "")
    return _behandel(
        request, rij, form, teksten, lambda: wijzig_verhaal(request.actor, rij.pk, form.wijziging())
    )


@poort(MAG, "GET", "HEAD", "POST")
def beeld(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Give a draft a picture or clip."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    form = BeeldForm(request.POST or None, request.FILES or None)

    def zet() -> None:
        inhoud = form.cleaned_data["bestand"].read(GROOTSTE + 1)
        zet_beeld(request.actor, rij.pk, inhoud, form.cleaned_data["omschrijving"])

    teksten = (
        _("Foto of filmpje erbij"),
        _("Toevoegen"),
        _("Het beeld staat erbij. Verkeerd beeld? U kunt het weghalen."),
        _("Wie herkenbaar in beeld is, moet daar zelf toestemming voor hebben gegeven."),
    )
    return _behandel(request, rij, form, teksten, zet)


@poort(MAG, "POST")
def beeld_weg(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Remove the picture or clip of a draft."""
    return _doe(
        request, verhaal_id, lambda: haal_beeld_weg(request.actor, verhaal_id), _("Het beeld is weg.")
    )


@poort(MAG, "GET", "HEAD", "POST")
def aanbieden(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Let a draft wait for a colleague, with a reason for every sign that stays."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    open_ = vlaggen_van(rij) if rij.tekst else ()
    redenen = {str(b.vlag): str(b.reden) for b in rij.bevestigingen.all()}
    form = AanbiedForm(request.POST or None, initial={"versie": rij.versie}, vlaggen=open_, redenen=redenen)
    uitleg = (
        _("Kijk elk punt na. Pas de tekst aan, of schrijf op waarom het kan blijven staan.")
        if open_
        else _("Er is niets gevonden dat iemand kan aanwijzen. Lees het zelf ook nog eens.")
    )
    gelukt = _("Het verhaal wacht op een collega, die het leest en publiceert.")
    return _behandel(
        request,
        rij,
        form,
        (_("Aanbieden aan een collega"), _("Aanbieden"), gelukt, uitleg),
        lambda: bied_verhaal_aan(request.actor, rij.pk, form.cleaned_data["versie"], form.redenen()),
    )


@poort(Permissie.BELEID_PUBLICEREN, "POST")
def publiceren(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Publish a story that a colleague wrote."""
    return _doe(
        request,
        verhaal_id,
        lambda: publiceer_verhaal(request.actor, verhaal_id),
        _("Het verhaal is gepubliceerd. Klopt er iets niet, haal het dan terug."),
    )


@poort(MAG, "GET", "HEAD", "POST")
def terughalen(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Make a story a draft again, with the reason."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    form = RedenForm(request.POST or None)
    teksten = (
        _("Terughalen"),
        _("Terughalen"),
        _("Het verhaal is weer een concept; de raad ziet het niet."),
        _("Staat het al in een rapport, dan blijft het daarin staan."),
    )
    return _behandel(
        request,
        rij,
        form,
        teksten,
        lambda: haal_verhaal_terug(request.actor, rij.pk, form.cleaned_data["reden"]),
    )


@poort(MAG, "GET", "HEAD", "POST")
def toestemming(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Keep consent that was given anew."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    form = Toestemmingdeel(request.POST or None)
    teksten = (
        _("Opnieuw toestemming vastleggen"),
        _("Vastleggen"),
        _("De nieuwe toestemming geldt nu."),
        _("De vorige toestemming telt daarna niet meer."),
    )
    return _behandel(
        request, rij, form, teksten, lambda: verleng_toestemming(request.actor, rij.pk, form.toestemming())
    )


@poort(MAG, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Ask once, then take everything away because the teller wants it so."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    teksten = (
        _("Toestemming intrekken"),
        _("Alles wissen"),
        _("De toestemming is ingetrokken. Tekst en beeld zijn gewist."),
        _(
            "De verteller mag dit altijd vragen, zonder reden. Tekst en beeld verdwijnen meteen en komen "
            "niet terug. Rapporten waar het verhaal in staat, krijgen een erratum."
        ),
    )
    return _behandel(
        request, rij, _leeg(request), teksten, lambda: trek_verhaal_in(request.actor, rij.pk), gevaar=True
    )


@poort(MAG, "GET", "HEAD", "POST")
def weggooien(request: Verzoek, verhaal_id: int) -> HttpResponse:
    """Ask once, then throw a draft away."""
    rij = bladen.vindbaar(request.actor, verhaal_id)
    teksten = (
        _("Concept weggooien"),
        _("Weggooien"),
        _("Het concept is weggegooid."),
        _("Tekst en beeld zijn daarna echt weg."),
    )
    return _behandel(
        request, rij, _leeg(request), teksten, lambda: gooi_verhaal_weg(request.actor, rij.pk), gevaar=True
    )


def _leeg(request: Verzoek) -> forms.Form:
    return forms.Form(request.POST if request.method == "POST" else None)


def _doe(request: Verzoek, verhaal_id: int, doe: Callable[[], object], gelukt: str) -> HttpResponse:
    """Do what a button asks and go back to the story, also with what was refused."""
    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, gelukt)
    return redirect("koers_verhaal", verhaal_id)
