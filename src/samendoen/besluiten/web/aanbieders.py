"""Providers: the list, one with everything that was agreed, and what the back office writes about it."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.aanbieder import (
    Beschikbaarheidinvoer,
    NieuweAanbieder,
    haal_aanbieder,
    meld_beschikbaarheid,
    voeg_aanbieders_toe,
    wijzig_aanbieder,
)
from samendoen.besluiten.actions.berichtenverkeer import zet_berichtenverkeer
from samendoen.besluiten.queries.aanbieders import aanbiederbeeld, aanbieders_lijst, producten_om_te_leveren
from samendoen.besluiten.web.aanbodforms import AanbiederForm, BerichtenForm, RuimteForm
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, behandel_formulier, toon

MAG = Permissie.PRODUCTEN_BEHEREN


def kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the bread crumbs to a page below the list of providers."""
    return [(_("Aanbieders"), reverse("aanbieders")), *verder]


def adres(aanbieder_id: int) -> str:
    """Return the page of a provider."""
    return reverse("aanbieder", args=[aanbieder_id])


@poort(MAG)
def aanbieders(request: Verzoek) -> HttpResponse:
    """All providers, or those that a few letters find."""
    zoek = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    tabel = Tabel(
        _("Aanbieders"),
        [
            Kolom("naam", _("Aanbieder")),
            Kolom("contract", _("Contract")),
            Kolom("bezet", _("Cliënten nu"), getal=True),
            Kolom("wachttijd", _("Wachttijd")),
            Kolom("berichten", _("Berichten")),
        ],
        aanbieders_lijst(zoek),
        leeg=_("Hier komen de aanbieders waarmee de gemeente werkt. Voeg de eerste toe."),
        toon_titel=False,
    )
    return toon(request, "besluiten/aanbieders.html", {"tabel": tabel, "q": zoek}, deel="lijst")


@poort(MAG)
def aanbieder(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """One provider: contracts, tariffs, places, messages."""
    beeld = aanbiederbeeld(haal_aanbieder(aanbieder_id))
    return toon(request, "besluiten/aanbieder.html", {"a": beeld, "kruimels": kruimels((beeld.naam, ""))})


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Put a provider in the list."""
    form = AanbiederForm(request.POST or None)
    pagina = Formulierpagina(
        _("Aanbieder toevoegen"),
        _("Toevoegen"),
        _("De aanbieder staat in de lijst. Leg nu het contract vast."),
        reverse("aanbieders"),
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: voeg_aanbieders_toe(request.actor, [NieuweAanbieder(**form.cleaned_data)]),
        kruimels(),
    )


@poort(MAG, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """Change the name and the place."""
    rij = haal_aanbieder(aanbieder_id)
    begin = {"naam": rij.naam, "plaats": rij.plaats}
    form = AanbiederForm(request.POST or None, initial=begin, met_code=False)
    pagina = Formulierpagina(
        _("Naam en plaats wijzigen"),
        _("Opslaan"),
        _("De gegevens zijn gewijzigd."),
        adres(aanbieder_id),
        intro=_("AGB-code %(agb)s") % {"agb": rij.agb},
        uitleg=_("Brieven die al verstuurd zijn, houden de naam van toen."),
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: wijzig_aanbieder(request.actor, aanbieder_id, **form.cleaned_data),
        kruimels((rij.naam, adres(aanbieder_id))),
    )


@poort(MAG, "GET", "HEAD", "POST")
def ruimte_melden(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """Write down what a provider told about its places and its waiting time."""
    rij = haal_aanbieder(aanbieder_id)
    form = RuimteForm(request.POST or None, producten=producten_om_te_leveren())
    pagina = Formulierpagina(
        _("Plaatsen en wachttijd"),
        _("Opslaan"),
        _("Genoteerd. Dit staat nu bij de keuze van een aanbieder."),
        adres(aanbieder_id),
        intro=rij.naam,
        uitleg=_("Het laatste telt; wat eerder is verteld, blijft staan. Vergist? Noteer het opnieuw."),
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: meld_beschikbaarheid(
            request.actor, [Beschikbaarheidinvoer(aanbieder=aanbieder_id, **form.cleaned_data)]
        ),
        kruimels((rij.naam, adres(aanbieder_id))),
    )


@poort(MAG, "GET", "HEAD", "POST")
def berichten(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """Exchange messages with a provider from a day on, or no longer."""
    rij = haal_aanbieder(aanbieder_id)
    form = BerichtenForm(request.POST or None, initial={"vanaf": rij.berichten_vanaf})
    pagina = Formulierpagina(
        _("Berichtenverkeer"),
        _("Opslaan"),
        _("Het berichtenverkeer is ingesteld. U kunt dit altijd weer wijzigen."),
        adres(aanbieder_id),
        intro=rij.naam,
        uitleg=_(
            "Zet dit pas aan als de aanbieder klaar is voor iWmo of iJw 3.2. Wat eerder is toegewezen, gaat "
            "niet alsnog per bericht."
        ),
    )
    return behandel_formulier(
        request,
        form,
        pagina,
        lambda: zet_berichtenverkeer(request.actor, [(rij.agb, form.cleaned_data["vanaf"])]),
        kruimels((rij.naam, adres(aanbieder_id))),
    )
