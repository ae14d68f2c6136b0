"""Screens of a warm handover: ask, answer, take the question back."""

from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.actions.overdracht import (
    LANGSTE,
    Overdrachtinvoer,
    aanvaard_overdracht,
    stel_overdrachten_voor,
    trek_overdracht_in,
    weiger_overdracht,
)
from samendoen.casus.queries.keuzes import collegas, lopende_regie
from samendoen.casus.queries.overdracht import wachtende
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.rules import Taakrol
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.casus.web.formulier import Formulierpagina, behandel, zonder_vragen
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import DatumVeld, kies

WERKEN = Permissie.CASUS_WERKEN


class VoorstelForm(forms.Form):
    """Ask a colleague to take over."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    naar = forms.TypedChoiceField(
        label=gettext_lazy("Wie vraagt u om de regie over te nemen?"),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(gettext_lazy("Kies wie u vraagt.")),
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Wat moet uw collega weten?"),
        help_text=gettext_lazy("Hoe het gaat, wat nu nodig is, en wanneer u samen met het huishouden praat."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LANGSTE,
        error_messages={"required": gettext_lazy("Schrijf kort op wat uw collega moet weten.")},
    )

    def __init__(self, *args: object, mensen: Keuzes = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        vul(self, "naar", [("", _("Kies een collega")), *mensen])


class AanvaardForm(forms.Form):
    """Take over, with the day of the shared contact."""

    contact_op = DatumVeld(
        label=gettext_lazy("Wanneer sprak u samen met uw collega en het huishouden?"),
        help_text=gettext_lazy("Een warme overdracht doet u met zijn drieën."),
    )


class WeigerForm(forms.Form):
    """Do not take over, and why."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom neemt u de regie niet over?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        error_messages={"required": gettext_lazy("Schrijf op waarom niet.")},
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Ask a colleague of the team to take over the direction."""
    blad = formulierblad(request.actor, casus_id)
    nu = lopende_regie(casus_id).get(Taakrol.REGISSEUR)
    mensen = [(pk, naam) for pk, naam in collegas([blad.casus.team.groep_id]) if pk != nu]
    form = VoorstelForm(request.POST or None, mensen=mensen)
    pagina = Formulierpagina(
        _("Warm overdragen"),
        _("Vragen"),
        _("Uw collega is gevraagd. Tot het antwoord blijft u regisseur."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=_(
            "Uw collega krijgt een taak en geeft antwoord. Pas na een ja, en een gesprek samen met het "
            "huishouden, gaat de regie over."
        ),
    )

    def vraag() -> None:
        g = form.cleaned_data
        stel_overdrachten_voor(
            request.actor, [Overdrachtinvoer(g["kenmerk"], casus_id, g["naar"], g["toelichting"])]
        )

    return behandel(request, blad, form, pagina, vraag)


@poort(WERKEN, "GET", "HEAD", "POST")
def aanvaarden(request: Verzoek, casus_id: int) -> HttpResponse:
    """Accept the direction that was offered."""
    blad = formulierblad(request.actor, casus_id)
    rij = wachtende(casus_id)
    form = AanvaardForm(request.POST or None, initial={"contact_op": klok.vandaag()})
    pagina = Formulierpagina(
        _("Regie overnemen"),
        _("Ik neem de regie over"),
        _("U bent nu de regisseur."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=_("%(van)s schreef: %(tekst)s") % {"van": rij.van.naam, "tekst": rij.toelichting},
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: aanvaard_overdracht(request.actor, rij.pk, form.cleaned_data["contact_op"]),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def weigeren(request: Verzoek, casus_id: int) -> HttpResponse:
    """Refuse the direction that was offered."""
    blad = formulierblad(request.actor, casus_id)
    rij = wachtende(casus_id)
    form = WeigerForm(request.POST or None)
    pagina = Formulierpagina(
        _("Regie niet overnemen"),
        _("Ik neem de regie niet over"),
        _("Uw antwoord is vastgelegd. De regie blijft waar zij is."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: weiger_overdracht(request.actor, rij.pk, form.cleaned_data["reden"]),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, casus_id: int) -> HttpResponse:
    """Ask once, then ask the colleague no longer."""
    blad = formulierblad(request.actor, casus_id)
    rij = wachtende(casus_id)
    pagina = Formulierpagina(
        _("Vraag intrekken"),
        _("Intrekken"),
        _("De vraag is ingetrokken."),
        reverse("casus", args=[casus_id]),
        intro=_("De vraag aan %(naam)s om de regie over te nemen") % {"naam": rij.naar.naam},
    )
    return zonder_vragen(request, blad, pagina, lambda: trek_overdracht_in(request.actor, rij.pk))
