"""Forms of the meldcode. Which questions stand on them comes from the definition of the path."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.casus.actions.meldcodeinvoer import NieuweMeldcode, Stapinvoer
from samendoen.casus.definities import Meldcode
from samendoen.casus.models import DOELGROEPEN, GEEN_TWEEDE, MELDBESLUITEN, STAPSOORTEN, Meldcodestap
from samendoen.casus.rules import KETEN, Stapsoort, als_antwoorden
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.casus.web.veiligheid import woordenveld
from samendoen.kernel.api import klok
from samendoen.recht.api import WEEGVRAGEN
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies

JA_NEE = (("ja", _("Ja")), ("nee", _("Nee")))


class BeginForm(forms.Form):
    """Begin a path: whose safety it is about, and by which guidance."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    doelgroep = forms.ChoiceField(
        label=_("Om wiens veiligheid gaat het?"),
        help_text=_("Hiervan hangt af welke hulp u bij elke stap krijgt."),
        choices=[(d.value, naam) for d, naam in DOELGROEPEN.items()],
        widget=ChipEen,
        error_messages=kies(_("Kies om wie het gaat.")),
    )
    personen = forms.TypedMultipleChoiceField(
        label=_("Over wie gaat het?"),
        help_text=_("Kies ieder om wiens veiligheid het gaat, niet wie het gevaar is."),
        coerce=int,
        widget=Chips,
        error_messages={"required": _("Kies één of meer mensen."), "invalid_choice": _("Kies uit de lijst.")},
    )
    op = DatumVeld(label=_("Begonnen op"))

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "personen", mensen)
        self.fields["op"].initial = klok.vandaag

    def invoer(self, casus_id: int) -> NieuweMeldcode:
        """Return the path as it is begun."""
        g = self.cleaned_data
        return NieuweMeldcode(g["kenmerk"], casus_id, g["doelgroep"], tuple(g["personen"]), g["op"])


class StapForm(forms.Form):
    """Write down one step; the fields follow from which step it is."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, definitie: Meldcode, soort: Stapsoort, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        hulp = definitie.van_stap(soort.value)
        if soort is Stapsoort.WEGEN:
            for vraag in WEEGVRAGEN:
                self.fields[f"antwoord_{vraag.sleutel}"] = forms.ChoiceField(
                    label=vraag.tekst,
                    help_text=definitie.hulp(vraag.sleutel),
                    choices=JA_NEE,
                    required=vraag is WEEGVRAGEN[0],
                    widget=ChipEen,
                    error_messages=kies(_("Antwoord met ja of nee.")),
                )
        if soort is Stapsoort.BESLISSEN:
            self.fields["besluit"] = forms.ChoiceField(
                label=_("Wat beslist u?"),
                choices=[(b.value, naam) for b, naam in MELDBESLUITEN.items()],
                widget=ChipEen,
                error_messages=kies(_("Kies een besluit.")),
            )
        if hulp.keuzes:
            self.fields["keuzes"] = forms.MultipleChoiceField(
                label=_("Met wie?"),
                choices=[(k.code, k.naam) for k in hulp.keuzes],
                required=False,
                widget=Chips,
            )
        self.fields["woorden"] = woordenveld(
            _("Wat schrijft u hierover op?"), " ".join(hulp.vragen), _("Schrijf het op."), 8
        )
        self.fields["op"] = DatumVeld(label=_("Op"), initial=klok.vandaag)

    def invoer(self, pad_id: int) -> Stapinvoer:
        """Return the step as it is written down."""
        g = self.cleaned_data
        antwoorden = {v.sleutel: g.get(f"antwoord_{v.sleutel}") for v in WEEGVRAGEN}
        return Stapinvoer(
            kenmerk=g["kenmerk"],
            pad=pad_id,
            soort=self.soort.value,
            woorden=g["woorden"],
            op=g["op"],
            keuzes=tuple(g.get("keuzes") or ()),
            antwoorden={sleutel: waarde == "ja" for sleutel, waarde in antwoorden.items() if waarde},
            besluit=g.get("besluit") or "",
        )


def begin_van_stap(stap: Meldcodestap | None) -> dict[str, Any]:
    """Return what the form of a step begins with: what stands there now, to correct it."""
    if stap is None or stap.overgeslagen:
        return {}
    antwoorden = als_antwoorden(stap.antwoorden)
    return {
        **{f"antwoord_{sleutel}": "ja" if ja else "nee" for sleutel, ja in antwoorden.items()},
        "besluit": stap.besluit,
        "keuzes": stap.met_wie,
        "woorden": stap.woorden,
        "op": stap.op,
    }


class OverslaForm(forms.Form):
    """Leave a step out, and why."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    woorden = woordenveld(
        _("Waarom slaat u deze stap over?"),
        _("Bijvoorbeeld: een gesprek is nu niet veilig. U kunt de stap later alsnog vastleggen."),
        _("Schrijf op waarom."),
    )


class KetenForm(forms.Form):
    """A step towards Veilig Thuis or the youth-protection table, with its day."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    soort = forms.ChoiceField(
        label=_("Wat is er gedaan of gehoord?"),
        choices=[(s.value, STAPSOORTEN[s]) for s in KETEN],
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies wat er is gedaan.")),
    )
    op = DatumVeld(label=_("Op"), initial=klok.vandaag)
    woorden = forms.CharField(
        label=_("Wat is er afgesproken?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class PauzeForm(forms.Form):
    """Let a path wait."""

    reden = woordenveld(
        _("Waarom wacht u?"),
        _("Bijvoorbeeld: u wacht op een gesprek of een advies."),
        _("Schrijf op waarom."),
        3,
    )
    tot = DatumVeld(label=_("Wanneer kijkt u verder?"), help_text=_("U krijgt dan een taak."))


class TweedeRedenForm(forms.Form):
    """Why nobody stands beside the director."""

    reden = forms.ChoiceField(
        label=_("Waarom is er geen tweede professional?"),
        help_text=_("Wij tellen deze redenen, zonder namen. Kies niets als er toch iemand is."),
        choices=[(r.value, naam) for r, naam in GEEN_TWEEDE.items()],
        required=False,
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    woorden = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Nodig bij een andere reden."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
    )
