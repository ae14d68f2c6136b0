"""Forms of a note."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.casus.actions.notitieinvoer import DEEL, LANGSTE, LANGSTE_WIE, Notitieinvoer, woorden_van
from samendoen.casus.actions.notitieklaar import LANGSTE_REDEN
from samendoen.casus.actions.notitiewissen import Schoning
from samendoen.casus.models import WIJZEN, Notitie
from samendoen.casus.rules import Notitiesoort
from samendoen.casus.web.bewaren import Bewaarform
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies

STANDAARD, ZELF = "standaard", "zelf"


class NieuweNotitieForm(forms.Form):
    """Begin a note: with which template, about whom, and of which day."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    sjabloon = forms.ChoiceField(
        label=_("Wat voor notitie is het?"),
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies wat voor notitie het is.")),
    )
    over = forms.TypedMultipleChoiceField(
        label=_("Over wie gaat het?"),
        help_text=_("Wie over één van hen niet mag lezen, ziet de notitie niet."),
        coerce=int,
        widget=Chips,
        error_messages=kies(_("Kies over wie de notitie gaat.")),
    )
    op = DatumVeld(label=_("Wanneer was het?"))

    def __init__(self, *args: Any, sjablonen: Keuzes = (), mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = list(mensen)
        vul(self, "sjabloon", sjablonen)
        vul(self, "over", mensen)
        self.fields["over"].initial = [persoon for persoon, _naam in mensen]
        self.fields["op"].initial = klok.vandaag


class NotitieForm(Bewaarform):
    """A note, with the headings that it began with; saved while one types."""

    op = DatumVeld(label=_("Wanneer was het?"))

    def __init__(self, *args: Any, rij: Notitie, hulp: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rij.soort == Notitiesoort.CONTACT:
            self.fields["wijze"] = forms.ChoiceField(
                label=gettext("Hoe ging het contact?"),
                choices=[(wijze.value, naam) for wijze, naam in WIJZEN.items()],
                widget=ChipEen,
                required=False,
                error_messages=kies(_("Kies uit de lijst.")),
            )
            self.fields["met_wie"] = forms.CharField(
                label=gettext("Met wie?"),
                help_text=gettext("Wie waren erbij? Ook wie niet bij het huishouden hoort."),
                required=False,
                max_length=LANGSTE_WIE,
            )
        for deel in woorden_van(rij).delen:
            self.fields[f"{DEEL}{deel.code}"] = forms.CharField(
                label=deel.kop,
                help_text=hulp.get(deel.code, ""),
                required=False,
                max_length=LANGSTE,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @property
    def namen(self) -> tuple[str, ...]:
        """Return the fields that are saved."""
        return tuple(naam for naam in self.fields if naam != "gelezen")

    @property
    def teksten(self) -> tuple[str, ...]:
        """Return which of them are texts."""
        return tuple(naam for naam in self.fields if naam == "met_wie" or naam.startswith(DEEL))


def als_notitie(notitie_id: int, waarden: Mapping[str, Any], gelezen: Mapping[str, str]) -> Notitieinvoer:
    """Return what a valid form of a note asks."""
    return Notitieinvoer(
        notitie=notitie_id,
        op=waarden["op"],
        delen={v.removeprefix(DEEL): tekst for v, tekst in waarden.items() if v.startswith(DEEL)},
        met_wie=waarden.get("met_wie", ""),
        wijze=waarden.get("wijze", ""),
        gelezen=gelezen,
    )


class SchoonForm(forms.Form):
    """What stands in a note, to take out what is about somebody who was erased."""

    gezien = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rij: Notitie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = woorden_van(rij)
        if rij.soort == Notitiesoort.CONTACT:
            veld = forms.CharField(label=gettext("Met wie?"), required=False, max_length=LANGSTE_WIE)
            self.fields["met_wie"], veld.initial = veld, woorden.met_wie
        for deel in woorden.delen:
            self.fields[f"{DEEL}{deel.code}"] = forms.CharField(
                label=deel.kop,
                initial=deel.tekst,
                required=False,
                max_length=LANGSTE,
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    def schoning(self, notitie_id: int) -> Schoning:
        """Return what a valid form asks."""
        g = self.cleaned_data
        delen = {veld.removeprefix(DEEL): tekst for veld, tekst in g.items() if veld.startswith(DEEL)}
        return Schoning(notitie_id, delen, g.get("met_wie", ""), g["gezien"])


class WieForm(forms.Form):
    """About whom a note is, and who of the household may read it."""

    over = forms.TypedMultipleChoiceField(
        label=_("Over wie gaat het?"),
        help_text=_("Wie over één van hen niet mag lezen, ziet de notitie niet."),
        coerce=int,
        widget=Chips,
        error_messages=kies(_("Kies over wie de notitie gaat.")),
    )
    wie_leest = forms.ChoiceField(
        label=_("Wie van het huishouden mag dit lezen?"),
        choices=[
            (STANDAARD, _("Wie dat van de wet mag: de persoon zelf, en wie gezag heeft en hier woont")),
            (ZELF, _("Ik kies het zelf")),
        ],
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies wie dit mag lezen.")),
    )
    lezers = forms.TypedMultipleChoiceField(
        label=_("Alleen als u zelf kiest: wie?"),
        help_text=_("Kiest u niemand, dan leest niemand van het huishouden mee."),
        coerce=int,
        required=False,
        widget=Chips,
        error_messages=kies(_("Kies uit de lijst.")),
    )

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = list(mensen)
        vul(self, "over", mensen)
        vul(self, "lezers", mensen)

    def gekozen(self) -> tuple[int, ...] | None:
        """Return the readers that somebody chose; None for those whom the rule names."""
        g = self.cleaned_data
        return tuple(g["lezers"]) if g["wie_leest"] == ZELF else None


class RedenForm(forms.Form):
    """Why a note is withdrawn."""

    reden = forms.CharField(
        label=_("Wat klopt er niet?"),
        help_text=_("De reden staat bij de notitie. U kunt de notitie later terugzetten."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_REDEN,
        error_messages={"required": _("Schrijf op wat er niet klopt.")},
    )


def beginwaarden(over: Sequence[int], lezers: Sequence[int], *, gekozen: bool) -> dict[str, Any]:
    """Return what the form of who begins with."""
    return {"over": list(over), "lezers": list(lezers), "wie_leest": ZELF if gekozen else STANDAARD}
