"""Paying an invoice: the day and the amount, and taking that back."""

import re
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.berichten.access import haal_om_te_lezen
from samendoen.berichten.actions.betaling import Betaling, betaal_declaraties, trek_betalingen_in
from samendoen.berichten.actions.verkeer import werk_taken_bij
from samendoen.berichten.queries.betaling import Betaalstand, betaalstand
from samendoen.kernel.api import Permissie, Verzoek, klok, log_inzage, poort
from samendoen.schil.api import (
    DatumVeld,
    Formulierpagina,
    Kruimel,
    behandel_formulier,
    datum_lang,
    euro_centen,
)

_BEDRAG = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{2}))?")


class Betaalformulier(forms.Form):
    """When and how much was paid."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    op = DatumVeld(label=gettext_lazy("Op welke dag is er betaald?"))
    bedrag = forms.CharField(
        label=gettext_lazy("Hoeveel is er betaald?"),
        help_text=gettext_lazy("In euro's, bijvoorbeeld 1.250,50."),
        max_length=16,
    )

    def clean_bedrag(self) -> int:
        """Return the amount in cents."""
        tekst = re.sub(r"[€\s\xa0]", "", self.cleaned_data["bedrag"])
        gelezen = _BEDRAG.fullmatch(tekst)
        if gelezen is None:
            raise forms.ValidationError(_("Vul een bedrag in, bijvoorbeeld 1.250,50."))
        return int(gelezen[1].replace(".", "")) * 100 + int(gelezen[2] or 0)


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def betalen(request: Verzoek, bericht_id: int) -> HttpResponse:
    """Write down a payment of an invoice."""
    stand = _stand(request, bericht_id)
    begin: dict[str, Any] = {
        "kenmerk": uuid4(),
        "op": klok.vandaag(),
        "bedrag": euro_centen(stand.over).replace("€", "").strip(),
    }
    form = Betaalformulier(request.POST if request.method == "POST" else None, initial=begin)
    pagina = Formulierpagina(
        titel=_("Betaling vastleggen"),
        knop=_("Leg de betaling vast"),
        gelukt=_("De betaling is vastgelegd."),
        terug=reverse("bericht", args=[bericht_id]),
        intro=_("Nog te betalen: %(bedrag)s") % {"bedrag": euro_centen(stand.over)},
        uitleg=_(
            "Betalen doet u in de financiële administratie; hier legt u vast dat het is gebeurd. Is alles "
            "betaald, dan is het bericht afgehandeld. Een vergissing kunt u intrekken."
        ),
    )

    def doe() -> None:
        g = form.cleaned_data
        betaal_declaraties(request.actor, [Betaling(g["kenmerk"], bericht_id, g["op"], g["bedrag"])])
        werk_taken_bij()

    return behandel_formulier(request, form, pagina, doe, _kruimels(bericht_id, pagina.terug))


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, bericht_id: int, betaling_id: int) -> HttpResponse:
    """Take back a payment that was a mistake, after asking once."""
    stand = _stand(request, bericht_id)
    wat = next((b for b in stand.betalingen if b.id == betaling_id), None)
    pagina = Formulierpagina(
        titel=_("Betaling intrekken"),
        knop=_("Trek de betaling in"),
        gelukt=_("De betaling is ingetrokken. De declaratie staat weer open."),
        terug=reverse("bericht", args=[bericht_id]),
        intro=_("%(bedrag)s op %(dag)s") % {"bedrag": euro_centen(wat.eurocent), "dag": datum_lang(wat.op)}
        if wat
        else "",
        uitleg=_("Doe dit als de betaling niet is gedaan, of niet zo. Geld haalt u hiermee niet terug."),
    )

    def doe() -> None:
        trek_betalingen_in(request.actor, [(bericht_id, betaling_id)])
        werk_taken_bij()

    form = forms.Form(request.POST if request.method == "POST" else None)
    return behandel_formulier(request, form, pagina, doe, _kruimels(bericht_id, pagina.terug))


def _stand(request: Verzoek, bericht_id: int) -> Betaalstand:
    """Return how paying stands; a message out of sight does not exist here either. Logged."""
    rij = haal_om_te_lezen(request.actor, bericht_id)
    log_inzage(request.actor, "betaling", [rij.dossier_id] if rij.dossier_id else [])
    return betaalstand(rij)


def _kruimels(bericht_id: int, terug: str) -> list[Kruimel]:
    return [(_("Bericht %(nr)s") % {"nr": bericht_id}, terug)]
