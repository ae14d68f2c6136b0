"""Forms of the investigation. They carry along what was read: two writers never overwrite each other."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.casus.actions.onderzoekinvoer import LANGSTE, Bevindinginvoer, Onderzochteinvoer
from samendoen.casus.models import CLIENTONDERSTEUNINGEN, EIGEN_PLANNEN, VERTELD
from samendoen.casus.rules import HOOGSTE, LAAGSTE
from samendoen.casus.web.bewaren import Bewaarform
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.kernel.api import klok
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies


class BeginForm(forms.Form):
    """Begin an investigation: since when, into which questions, about whom, and perhaps as a copy."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    meldingen = forms.TypedMultipleChoiceField(
        label=_("Naar welke vragen kijkt u?"),
        coerce=int,
        required=False,
        widget=Chips,
        error_messages=kies(_("Kies een vraag uit de lijst.")),
    )
    personen = forms.TypedMultipleChoiceField(
        label=_("Met wie?"),
        help_text=_("U kunt later iemand toevoegen. Niet iedereen hoeft mee te doen."),
        coerce=int,
        widget=Chips,
        error_messages=kies(_("Kies met wie u het onderzoek doet.")),
    )
    kopie = forms.BooleanField(
        label=_("Beginnen met wat er in het vorige onderzoek staat"),
        help_text=_("U ziet de teksten van toen en past ze aan. De conclusie schrijft u opnieuw."),
        required=False,
    )
    op = DatumVeld(label=_("Begonnen op"))

    def __init__(
        self, *args: Any, vragen: Keuzes = (), mensen: Keuzes = (), kopie: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        vragen = list(vragen)
        vul(self, "meldingen", vragen)
        vul(self, "personen", mensen)
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].initial = klok.vandaag
        if not vragen:
            del self.fields["meldingen"]
        if not kopie:
            del self.fields["kopie"]


class LeefgebiedenForm(forms.Form):
    """On which life domains one looks with somebody; those that the question names come first."""

    leefgebieden = forms.MultipleChoiceField(
        label=_("Leefgebieden"),
        widget=Chips,
        error_messages=kies(_("Kies minstens één leefgebied.")),
    )

    reden = forms.CharField(
        label=_("Waarom kijkt u niet naar alles van de korte route?"),
        help_text=_("Nodig als u een leefgebied van de korte route weglaat. Meer kiezen mag altijd."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, *args: Any, eerst: Iterable[str] = (), naam: str = "", kort: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        namen = leefgebieden()
        if not kort:
            del self.fields["reden"]
        self.volgorde = [*(code for code in namen if code in set(eerst)), *namen]
        vul(self, "leefgebieden", [(code, namen[code]) for code in dict.fromkeys(self.volgorde)])
        self.fields["leefgebieden"].label = gettext("Waar kijkt u met %(naam)s naar?") % {"naam": naam}

    def gekozen(self, was: Sequence[str]) -> tuple[str, ...]:
        """Return what was chosen: in the order in which it stood, what is new behind it."""
        nu = set(self.cleaned_data["leefgebieden"])
        return tuple(dict.fromkeys([*(c for c in was if c in nu), *(c for c in self.volgorde if c in nu)]))


def _tekstveld(label: Any, hulp: Any = "", rijen: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hulp,
        required=False,
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )


def _cijfers() -> list[tuple[str, Any]]:
    return [("", _("Niet gevraagd")), *((str(n), str(n)) for n in range(LAAGSTE, HOOGSTE + 1))]


class BevindingForm(Bewaarform):
    """What is found on one life domain, asked as the law asks it."""

    situatie = _tekstveld(_("Hoe gaat het nu?"))
    wens = _tekstveld(_("Wat wil %(naam)s?"), _("In de eigen woorden."), 2)
    eigen_kracht = _tekstveld(_("Wat kan %(naam)s zelf, of met huisgenoten?"), rijen=2)
    netwerk = _tekstveld(_("Wat doen mensen om %(naam)s heen, of kunnen zij doen?"), rijen=2)
    mantelzorg = _tekstveld(
        _("Wie zorgt er voor %(naam)s, en wat heeft die nodig?"),
        _("Is er geen mantelzorger? Schrijf dat op."),
        2,
    )
    aanbod = forms.TypedMultipleChoiceField(
        label=_("Welk aanbod voor iedereen hebt u samen bekeken?"),
        coerce=int,
        required=False,
        widget=Chips,
        error_messages=kies(_("Kies een aanbod uit de lijst.")),
    )
    algemeen = _tekstveld(_("Is dat genoeg? Waarom wel of niet?"), rijen=2)
    cijfer = forms.TypedChoiceField(
        label=_("Welk cijfer geeft %(naam)s zelf?"),
        help_text=_("1 is heel slecht, 10 is heel goed."),
        choices=_cijfers,
        coerce=int,
        empty_value=None,
        required=False,
        widget=ChipEen,
        error_messages=kies(_("Kies een cijfer van 1 tot en met 10.")),
    )
    VELDEN, TEKSTEN = Bevindinginvoer.VELDEN, Bevindinginvoer.TEKSTEN

    def __init__(
        self, *args: Any, naam: str = "", vraag: str = "", aanbod: Keuzes = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for veld in ("wens", "eigen_kracht", "netwerk", "mantelzorg", "cijfer"):
            self.fields[veld].label = str(self.fields[veld].label) % {"naam": naam}
        self.fields["situatie"].help_text = vraag
        keuzes = list(aanbod)
        vul(self, "aanbod", keuzes)
        if not keuzes:
            del self.fields["aanbod"]
            self.fields["algemeen"].label = _("Welk aanbod voor iedereen is bekeken, en is dat genoeg?")


class OnderzochteForm(Bewaarform):
    """What goes for somebody on every life domain."""

    conclusie = _tekstveld(
        _("Wat is de conclusie?"),
        _("Hiermee begint het verslag. Het besluit neemt deze tekst over."),
        4,
    )
    eigen_plan = forms.ChoiceField(
        label=_("Heeft %(naam)s een eigen plan gemaakt?"),
        choices=[("", _("Niet gevraagd")), *((p.value, tekst) for p, tekst in EIGEN_PLANNEN.items())],
        required=False,
        widget=ChipEen,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    plan_ontvangen_op = DatumVeld(label=_("Ontvangen op"), required=False)
    plan_tekst = _tekstveld(
        _("Wat staat er in het eigen plan?"), _("Neem de tekst over, of schrijf waar u het bewaart."), 3
    )
    plan_antwoord = _tekstveld(_("Wat doet u met het eigen plan?"), _("Dit antwoord komt in het verslag."), 2)
    samenwerking = _tekstveld(
        _("Met wie stemt u af?"),
        _("Bijvoorbeeld de huisarts, de verzekeraar, school, de woningbouw of werk en inkomen."),
        2,
    )
    clientondersteuning = forms.ChoiceField(
        label=_("Is gratis cliëntondersteuning aangeboden?"),
        choices=[("", _("Niet vastgelegd")), *((c.value, t) for c, t in CLIENTONDERSTEUNINGEN.items())],
        required=False,
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    verteld = forms.MultipleChoiceField(
        label=_("Wat hebt u verteld en vastgesteld?"),
        choices=[(v.value, tekst) for v, tekst in VERTELD.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    VELDEN, TEKSTEN = Onderzochteinvoer.VELDEN, Onderzochteinvoer.TEKSTEN

    def __init__(self, *args: Any, naam: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["eigen_plan"]
        veld.label = str(veld.label) % {"naam": naam}


class CijfersForm(forms.Form):
    """The marks that somebody gives afterwards, one for each life domain."""

    def __init__(self, *args: Any, gebieden: Sequence[tuple[str, str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, naam, toen in gebieden:
            self.fields[code] = forms.TypedChoiceField(
                label=naam,
                help_text=toen,
                choices=_cijfers,
                coerce=int,
                empty_value=None,
                required=False,
                widget=ChipEen,
                error_messages=kies(_("Kies een cijfer van 1 tot en met 10.")),
            )

    alles_mag_leeg: ClassVar[bool] = True
