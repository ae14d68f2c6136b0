"""Forms of the term calculator. All are sent by GET: the address of the answer can be shared."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.recht.api import (
    SOORTEN,
    Dwangsom,
    Grond,
    Rechtsfout,
    Schorsing,
    Termijn,
    Termijnsoort,
    bereken,
    bereken_dwangsom,
)
from samendoen.schil.api import DatumVeld

GRONDEN = (
    (Grond.AANVULLING, _("Uitnodiging om aan te vullen")),
    (Grond.INSTEMMING, _("De aanvrager stemt schriftelijk in")),
    (Grond.VERTRAGING, _("Vertraging door de aanvrager")),
    (Grond.OVERMACHT, _("Overmacht")),
)


def _wet(soort: Termijnsoort) -> str:
    return soort.grondslag.partition(" art.")[0].partition(" OP")[0]


def soortkeuzes() -> Iterable[tuple[str, Any]]:
    """Return the kinds of term out of the law's own table, grouped by law."""
    yield "", _("Kies een termijn")
    for wet, soorten in groupby(sorted(SOORTEN.values(), key=_wet), key=_wet):
        yield wet, [(s.code, f"{gettext(s.naam).capitalize()} ({s.lengte})") for s in soorten]


class TermijnForm(forms.Form):
    """Which term, from which day, and how many days it was postponed."""

    soort = forms.ChoiceField(
        label=_("Welke termijn?"),
        choices=soortkeuzes,
        error_messages={
            "required": _("Kies een termijn uit de lijst."),
            "invalid_choice": _("Deze termijn bestaat niet. Kies er een uit de lijst."),
        },
    )
    start = DatumVeld(
        label=_("Begint op"),
        help_text=_("De dag van de melding, de aanvraag of de bekendmaking. Die dag telt zelf niet mee."),
    )
    verdaging = forms.IntegerField(
        label=_("Verdaging in dagen"),
        required=False,
        min_value=0,
        max_value=3650,
        error_messages={"invalid": _("Vul een heel getal in, bijvoorbeeld 42.")},
        widget=forms.NumberInput({"class": "sd-kort", "inputmode": "numeric"}),
    )

    # Which field an error of the law belongs to, by the beginning of its code.
    VELDEN = (("verdaging", "verdaging"), ("datum", "start"), ("onbekende", "soort"))

    def bereken(self, schorsingen: Iterable[Schorsing], vandaag: date) -> Termijn | None:
        """Return the term, or None after putting the law's objection beside the field it is about."""
        gegevens = self.cleaned_data
        try:
            return bereken(
                gegevens["soort"],
                gegevens["start"],
                schorsingen,
                gegevens["verdaging"] or 0,
                peildatum=vandaag,
            )
        except Rechtsfout as fout:
            veld = next((naam for begin, naam in self.VELDEN if fout.fout.startswith(begin)), None)
            self.add_error(veld, str(fout))
            return None


class SchorsingForm(forms.Form):
    """One period in which the term stood still; an empty row counts as none."""

    alles_mag_leeg = True
    van = DatumVeld(label=_("Stil vanaf"), required=False)
    tot = DatumVeld(label=_("Tot"), required=False)
    grond = forms.ChoiceField(label=_("Waarom"), choices=GRONDEN, required=False, initial=Grond.AANVULLING)

    def clean(self) -> dict[str, Any]:
        """Ask for the first day when only the last one is given, and refuse the wrong order."""
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if tot and not van and "van" not in self.errors:
            self.add_error("van", gettext("Vul ook in vanaf welke dag de termijn stilstond."))
        if van:
            try:
                gegevens["schorsing"] = Schorsing(van, tot, Grond(gegevens.get("grond") or Grond.AANVULLING))
            except Rechtsfout as fout:
                self.add_error("tot", str(fout))
        return gegevens


class DwangsomForm(forms.Form):
    """When the term ended, when the notice of default came, and through which day to count."""

    verstreken = DatumVeld(label=_("Laatste dag van de beslistermijn"))
    ingebrekestelling = DatumVeld(label=_("Ingebrekestelling ontvangen op"))
    tot = DatumVeld(
        label=_("Tellen tot en met"),
        help_text=_("Is er al een besluit? Vul dan de dag vóór de bekendmaking in."),
    )

    def bereken(self) -> Dwangsom | None:
        """Return the penalty, or None after adding the law's objection."""
        dagen = self.cleaned_data
        try:
            return bereken_dwangsom(dagen["verstreken"], dagen["ingebrekestelling"], dagen["tot"])
        except Rechtsfout as fout:
            self.add_error(None, str(fout))
            return None
