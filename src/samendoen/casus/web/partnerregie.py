"""Screens of direction at a partner: hand over a life domain, look at it together, take it back."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.actions.partnerregie import (
    LANGSTE,
    LANGSTE_CONTACT,
    Partnerregieinvoer,
    beeindig_partnerregies,
    begin_partnerregies,
    bekijk_partnerregies,
    eis_regie,
    mag_regisseren,
)
from samendoen.casus.queries.partnerregie import (
    afspraken,
    haal_partnerregie,
    keuzes,
    voorgestelde_dag,
)
from samendoen.casus.queries.schrijven import Blad, formulierblad
from samendoen.casus.web.forms import DagForm, Keuzes, vul
from samendoen.casus.web.formulier import Formulierpagina, behandel, kruimels
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import ChipEen, DatumVeld, kies, toon

WERKEN = Permissie.CASUS_WERKEN


class PartnerForm(forms.Form):
    """Which partner directs what, who is asked there, what was agreed, from when, and when to look again."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    organisatie = forms.ChoiceField(
        label=gettext_lazy("Wie neemt welk deel van de regie over?"),
        help_text=gettext_lazy("Hier staat alleen waar de gemeente een afspraak over heeft."),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies wie welk deel overneemt.")),
    )
    contact = forms.CharField(
        label=gettext_lazy("Wie is daar het aanspreekpunt?"),
        help_text=gettext_lazy("Naam en hoe u die persoon bereikt."),
        max_length=LANGSTE_CONTACT,
        error_messages={"required": gettext_lazy("Schrijf op wie daar het aanspreekpunt is.")},
    )
    afspraak = forms.CharField(
        label=gettext_lazy("Wat spreekt u af?"),
        help_text=gettext_lazy("Wat de partner doet, wat bij u blijft, en wanneer u elkaar belt."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE,
        error_messages={"required": gettext_lazy("Schrijf op wat u afspreekt.")},
    )
    van = DatumVeld(label=gettext_lazy("Vanaf"))
    bekijken_op = DatumVeld(
        label=gettext_lazy("Wanneer kijkt u samen hoe het gaat?"),
        help_text=gettext_lazy("Kort daarvoor komt er een taak op Vandaag."),
    )

    def __init__(self, *args: Any, mogelijk: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opties = list(mogelijk)
        vul(self, "organisatie", opties)
        self.fields["organisatie"].initial = opties[0][0] if len(opties) == 1 else None
        self.fields["van"].initial = klok.vandaag
        self.fields["bekijken_op"].initial = voorgestelde_dag


class BekijkForm(forms.Form):
    """That people looked at it together, and when they do so again."""

    toelichting = forms.CharField(
        label=gettext_lazy("Hoe gaat het?"),
        help_text=gettext_lazy("Staat op de tijdlijn. U mag het leeg laten."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        required=False,
    )
    bekijken_op = DatumVeld(label=gettext_lazy("Wanneer kijkt u weer samen?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bekijken_op"].initial = voorgestelde_dag


def _antwoord(
    request: Verzoek, blad: Blad, form: forms.Form, pagina: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    """Answer who directs; tell a colleague who does not whom to ask."""
    if mag_regisseren(request.actor, [blad.id]):
        return behandel(request, blad, form, pagina, doe)
    if request.method == "POST":
        eis_regie(request.actor, [blad.id])
    return _dicht(
        request,
        blad,
        pagina,
        _("Alleen de regisseur beslist dit"),
        _(
            "Overleg met de regisseur van deze casus, of met de teamleider. "
            "Zij beslissen wie een deel van de regie overneemt."
        ),
    )


def _dicht(request: Verzoek, blad: Blad, pagina: Formulierpagina, titel: str, tekst: str) -> HttpResponse:
    gegevens = {
        "pagina": pagina,
        "leeg_titel": titel,
        "leeg_tekst": tekst,
        "kruimels": kruimels(blad, (pagina.titel, "")),
    }
    return toon(request, "casus/partnerregie_dicht.html", gegevens)


@poort(WERKEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Let a partner direct one life domain."""
    blad = formulierblad(request.actor, casus_id)
    mogelijk = keuzes(casus_id)
    form = PartnerForm(request.POST or None, mogelijk=mogelijk)
    pagina = Formulierpagina(
        _("Een deel van de regie bij een partner"),
        _("Regie overdragen"),
        _("De partner voert nu dit deel van de regie. U kunt het later terugnemen."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=" ".join(partner.waarvoor for partner in afspraken()),
    )
    if not mogelijk and request.method != "POST" and mag_regisseren(request.actor, [casus_id]):
        return _dicht(
            request,
            blad,
            pagina,
            _("Er is nu niets over te dragen"),
            _(
                "Alles waarover uw gemeente een afspraak met een partner heeft, ligt al bij een partner. "
                "Of uw gemeente heeft zulke afspraken niet."
            ),
        )

    def begin() -> None:
        g = form.cleaned_data
        organisatie, _punt, gebied = g["organisatie"].partition(".")
        invoer = Partnerregieinvoer(
            g["kenmerk"],
            casus_id,
            gebied,
            int(organisatie),
            g["contact"],
            g["afspraak"],
            g["van"],
            g["bekijken_op"],
        )
        begin_partnerregies(request.actor, [invoer])

    return _antwoord(request, blad, form, pagina, begin)


@poort(WERKEN, "GET", "HEAD", "POST")
def bekijken(request: Verzoek, casus_id: int, partnerregie_id: int) -> HttpResponse:
    """Record that director and partner looked at it together."""
    blad = formulierblad(request.actor, casus_id)
    rij = haal_partnerregie(casus_id, partnerregie_id)
    form = BekijkForm(request.POST or None)
    pagina = Formulierpagina(
        _("Samen gekeken met %(wie)s") % {"wie": rij.organisatie.naam},
        _("Opslaan"),
        _("Opgeslagen. De regie blijft bij de partner."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
    )
    return _antwoord(
        request,
        blad,
        form,
        pagina,
        lambda: bekijk_partnerregies(
            request.actor,
            [(partnerregie_id, form.cleaned_data["bekijken_op"], form.cleaned_data["toelichting"])],
        ),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def terugnemen(request: Verzoek, casus_id: int, partnerregie_id: int) -> HttpResponse:
    """Take a life domain back."""
    blad = formulierblad(request.actor, casus_id)
    rij = haal_partnerregie(casus_id, partnerregie_id)
    form = DagForm(request.POST or None, label=_("Weer bij u vanaf"))
    pagina = Formulierpagina(
        _("Regie terugnemen van %(wie)s") % {"wie": rij.organisatie.naam},
        _("Terugnemen"),
        _("De regie is terug bij de regisseur."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
        uitleg=_("Was het een vergissing? Kies dan de eerste dag, %(dag)s: dan is het nooit overgedragen.")
        % {"dag": rij.van.strftime("%d-%m-%Y")},
    )
    return _antwoord(
        request,
        blad,
        form,
        pagina,
        lambda: beeindig_partnerregies(request.actor, [(partnerregie_id, form.cleaned_data["op"])]),
    )
