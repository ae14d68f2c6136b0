"""Screens of the social map for functional management: add, change, stop."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kaart.access import haal_aanbod, haal_organisatie
from samendoen.kaart.actions import aanbod as aanbodacties
from samendoen.kaart.actions import organisatie as organisatieacties
from samendoen.kaart.web.forms import AanbodForm, BevestigForm, LocatieForm, OrganisatieForm, beginwaarden
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Formulierpagina, probeer, toon_formulier

BEHEER = Permissie.KAART_BEHEREN


def _behandel(
    request: Verzoek, form: forms.Form, pagina: Formulierpagina, doe: Callable[[], str]
) -> HttpResponse:
    """Show the form, or do what it asks and go where `doe` says."""
    naar: list[str] = []
    if request.method == "POST" and probeer(form, lambda: naar.append(doe())):
        messages.success(request, pagina.gelukt)
        return redirect(naar[0])
    return toon_formulier(request, form, pagina, [(_("Sociale kaart"), reverse("kaart"))])


def _aanbod(pk: int) -> str:
    return reverse("aanbod", args=[pk])


def _organisatie(pk: int) -> str:
    return reverse("kaart_organisatie", args=[pk])


@poort(BEHEER, "GET", "HEAD", "POST")
def aanbod_nieuw(request: Verzoek) -> HttpResponse:
    """Put an offer on the map; from an organisation's page it is that organisation's."""
    gekozen = geheel(request.POST.get("organisatie_id") or request.GET.get("organisatie", ""))
    form = AanbodForm(request.POST or None, organisatie_id=gekozen)

    def doe() -> str:
        nieuw = aanbodacties.NieuwAanbod(
            form.cleaned_data["kenmerk"], form.cleaned_data["organisatie_id"], form.gegevens()
        )
        return _aanbod(aanbodacties.maak_aanbod(request.actor, [nieuw])[0])

    terug = _organisatie(gekozen) if gekozen else reverse("kaart")
    pagina = Formulierpagina(_("Nieuw aanbod"), _("Opslaan"), _("Het aanbod staat op de kaart."), terug)
    return _behandel(request, form, pagina, doe)


@poort(BEHEER, "GET", "HEAD", "POST")
def aanbod_wijzigen(request: Verzoek, aanbod_id: int) -> HttpResponse:
    """Change an offer."""
    rij = haal_aanbod(aanbod_id)
    form = AanbodForm(
        request.POST or None, initial=beginwaarden(rij), organisatie_id=rij.organisatie_id, vast=True
    )

    def doe() -> str:
        aanbodacties.wijzig_aanbod(request.actor, aanbod_id, form.gegevens())
        return _aanbod(aanbod_id)

    pagina = Formulierpagina(
        _("Aanbod wijzigen"),
        _("Opslaan"),
        _("Het aanbod is gewijzigd."),
        _aanbod(aanbod_id),
        via=((rij.naam, _aanbod(aanbod_id)),),
        intro=rij.organisatie.naam,
    )
    return _behandel(request, form, pagina, doe)


@poort(BEHEER, "GET", "HEAD", "POST")
def aanbod_stoppen(request: Verzoek, aanbod_id: int) -> HttpResponse:
    """Stop an offer, after one question."""
    rij = haal_aanbod(aanbod_id)

    def doe() -> str:
        aanbodacties.stop_aanbod(request.actor, aanbod_id)
        return _aanbod(aanbod_id)

    pagina = Formulierpagina(
        _("%(naam)s stoppen?") % {"naam": rij.naam},
        _("Stoppen"),
        _("Het aanbod is gestopt. U kunt het hervatten."),
        _aanbod(aanbod_id),
        via=((rij.naam, _aanbod(aanbod_id)),),
        intro=_("Niemand kan er nog naar verwijzen. In plannen die er al zijn, blijft de naam staan."),
        gevaar=True,
    )
    form = BevestigForm(request.POST if request.method == "POST" else None)
    return _behandel(request, form, pagina, doe)


@poort(BEHEER, "POST")
def aanbod_hervatten(request: Verzoek, aanbod_id: int) -> HttpResponse:
    """Have a stopped offer again."""
    aanbodacties.hervat_aanbod(request.actor, aanbod_id)
    messages.success(request, _("Het aanbod staat weer op de kaart."))
    return redirect(_aanbod(aanbod_id))


@poort(BEHEER, "GET", "HEAD", "POST")
def organisatie_nieuw(request: Verzoek) -> HttpResponse:
    """Put an organisation on the map."""
    form = OrganisatieForm(request.POST or None)

    def doe() -> str:
        nieuw = organisatieacties.NieuweOrganisatie(form.cleaned_data["kenmerk"], form.gegevens())
        return _organisatie(organisatieacties.maak_organisaties(request.actor, [nieuw])[0])

    gelukt = _("De organisatie staat op de kaart. Voeg nu haar aanbod toe.")
    pagina = Formulierpagina(_("Nieuwe organisatie"), _("Opslaan"), gelukt, reverse("kaart"))
    return _behandel(request, form, pagina, doe)


@poort(BEHEER, "GET", "HEAD", "POST")
def organisatie_wijzigen(request: Verzoek, organisatie_id: int) -> HttpResponse:
    """Change an organisation."""
    rij = haal_organisatie(organisatie_id)
    begin = {v: getattr(rij, v) for v in ("naam", "omschrijving", "telefoon", "email", "website")}
    form = OrganisatieForm(request.POST or None, initial=begin)

    def doe() -> str:
        organisatieacties.wijzig_organisatie(request.actor, organisatie_id, form.gegevens())
        return _organisatie(organisatie_id)

    terug = _organisatie(organisatie_id)
    pagina = Formulierpagina(
        _("Organisatie wijzigen"),
        _("Opslaan"),
        _("De organisatie is gewijzigd."),
        terug,
        via=((rij.naam, terug),),
    )
    return _behandel(request, form, pagina, doe)


@poort(BEHEER, "GET", "HEAD", "POST")
def plek_nieuw(request: Verzoek, organisatie_id: int) -> HttpResponse:
    """Give an organisation a place."""
    rij = haal_organisatie(organisatie_id)
    form = LocatieForm(request.POST or None)

    def doe() -> str:
        nieuw = organisatieacties.NieuweLocatie(organisatie_id=organisatie_id, **form.cleaned_data)
        organisatieacties.maak_locaties(request.actor, [nieuw])
        return _organisatie(organisatie_id)

    terug = _organisatie(organisatie_id)
    pagina = Formulierpagina(
        _("Nieuwe plek"), _("Opslaan"), _("De plek is toegevoegd."), terug, via=((rij.naam, terug),)
    )
    return _behandel(request, form, pagina, doe)
