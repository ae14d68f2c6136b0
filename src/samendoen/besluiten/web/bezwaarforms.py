"""Forms of an objection. They read and hint; the actions decide."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.actions.controle import LANGSTE
from samendoen.besluiten.models import (
    AFZIEN,
    BEZWAARUITKOMSTEN,
    GEBREKEN,
    HOREN,
    INTREKREDENEN,
    NAMENS,
    NIETONTVANKELIJK,
)
from samendoen.besluiten.models.catalogus import keuzes
from samendoen.besluiten.rules.bezwaar import Horen, Namens
from samendoen.besluiten.web.forms import DagForm, vul
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies
from samendoen.werk.api import Verdagingsreden

TWEE_WEKEN = timedelta(weeks=2)
VERDAAGREDENEN = {
    Verdagingsreden.ADVIES: _("Er wordt op een advies gewacht"),
    Verdagingsreden.ONDERZOEK: _("Er is meer onderzoek nodig"),
    Verdagingsreden.BELANGEN: _("De belangen vragen meer afweging"),
    Verdagingsreden.CAPACITEIT: _("Er is nu niemand die dit kan doen"),
}


def tekstveld(label: Any, uitleg: Any = "", rijen: int = 4, *, verplicht: bool = False) -> forms.CharField:
    """Return a field for some lines of text."""
    return forms.CharField(
        label=label,
        help_text=uitleg,
        widget=forms.Textarea(attrs={"rows": rijen}),
        max_length=LANGSTE,
        required=verplicht,
    )


class BezwaarForm(forms.Form):
    """What came in, from whom, and when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    ontvangen_op = DatumVeld(label=_("Ontvangen op"))
    gepost_op = DatumVeld(
        label=_("Poststempel"),
        help_text=_("Alleen bij post: op tijd gepost en binnen een week ontvangen is op tijd."),
        required=False,
    )
    namens = forms.ChoiceField(
        label=_("Wie maakt bezwaar?"),
        choices=keuzes(NAMENS),
        widget=ChipEen,
        initial=Namens.INWONER.value,
        error_messages=kies(_("Kies wie bezwaar maakt.")),
    )
    indiener = forms.CharField(
        label=_("Naam van de gemachtigde of vertegenwoordiger"),
        help_text=_("Alleen als de inwoner het niet zelf doet. De brieven gaan daarheen."),
        max_length=200,
        required=False,
    )
    indieneradres = tekstveld(_("Adres van de gemachtigde of vertegenwoordiger"), rijen=2)
    gronden = tekstveld(
        _("Waarom is iemand het niet eens met het besluit?"), _("In de woorden van de indiener."), 6
    )
    commissie = forms.BooleanField(
        label=_("Een adviescommissie adviseert over dit bezwaar"),
        help_text=_("Dan is de termijn twaalf weken in plaats van zes (Awb artikel 7:10 en 7:13)."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["ontvangen_op"].initial = klok.vandaag


class ToedeelForm(forms.Form):
    """Who handles it."""

    behandelaar = forms.TypedChoiceField(
        label=_("Wie behandelt dit?"),
        help_text=_("In de lijst staat wie besluiten mag nemen en niet aan dit besluit meewerkte."),
        coerce=int,
        error_messages=kies(_("Kies een collega uit de lijst.")),
    )

    def __init__(self, *args: Any, mensen: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["behandelaar"], [("", _("Kies een collega")), *mensen])


class HerstelForm(DagForm):
    """What is lacking, and until when it can be supplied."""

    gebreken = forms.MultipleChoiceField(
        label=_("Wat ontbreekt er?"),
        choices=keuzes(GEBREKEN),
        widget=Chips,
        error_messages=kies(_("Kies wat er ontbreekt.")),
    )
    uiterlijk = DatumVeld(label=_("Uiterlijk aanvullen op"))
    field_order = ("gebreken", "op", "uiterlijk")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].label = _("Datum van de brief")
        self.fields["uiterlijk"].initial = lambda: klok.vandaag() + TWEE_WEKEN


class HoorForm(forms.Form):
    """Plan a hearing, record it, or say why there is none."""

    stand = forms.ChoiceField(
        label=_("Hoe staat het met horen?"),
        choices=[keuze for keuze in keuzes(HOREN) if keuze[0] != Horen.NOG_NIET],
        widget=ChipEen,
        error_messages=kies(_("Kies gepland, gehoord of afgezien.")),
    )
    op = DatumVeld(label=_("Dag van het gesprek"), required=False)
    waar = tekstveld(
        _("Waar en hoe laat?"),
        _("Komt in de uitnodiging, bijvoorbeeld: om 10.00 uur in het gemeentehuis."),
        2,
    )
    verslag = tekstveld(_("Wat is er gezegd?"), _("Een kort verslag, na het gesprek."), 6)
    afzien = forms.ChoiceField(
        label=_("Waarom hoort u niemand?"), help_text=_("Alleen als u van horen afziet."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["afzien"], [("", _("Niet van toepassing")), *keuzes(AFZIEN)])


class BezwaarbeslisForm(DagForm):
    """What is decided, and why."""

    uitkomst = forms.ChoiceField(
        label=_("Wat beslist u?"),
        choices=keuzes(BEZWAARUITKOMSTEN),
        widget=ChipEen,
        error_messages=kies(_("Kies een uitkomst.")),
    )
    reden = forms.ChoiceField(
        label=_("Waarom niet-ontvankelijk?"), help_text=_("Alleen bij die uitkomst."), required=False
    )
    verschoonbaar = forms.TypedChoiceField(
        label=_("Was er een goede reden om te laat te zijn? (Awb artikel 6:11)"),
        choices=[("ja", _("Ja, wij behandelen het bezwaar")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=ChipEen,
        required=False,
    )
    motivering = tekstveld(
        _("Waarom beslist u dit?"), _("Komt in de brief; schrijf aan de indiener."), 8, verplicht=True
    )
    field_order = ("uitkomst", "reden", "verschoonbaar", "motivering", "op")

    def __init__(self, *args: Any, tijdig: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["reden"], [("", _("Niet van toepassing")), *keuzes(NIETONTVANKELIJK)])
        self.fields["op"].label = _("Beslist op")
        if tijdig:
            del self.fields["verschoonbaar"]


class VerdaagForm(forms.Form):
    """By how many days, and why."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
    dagen = forms.IntegerField(
        label=_("Hoeveel dagen?"),
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "sd-kort"}),
    )
    reden = forms.ChoiceField(
        label=_("Waarom?"),
        choices=[(r.value, naam) for r, naam in VERDAAGREDENEN.items()],
        widget=ChipEen,
        error_messages=kies(_("Kies een reden.")),
    )

    def __init__(self, *args: Any, hoogstens: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sleutel"].initial = uuid4
        self.fields["dagen"].help_text = gettext("Samen hoogstens %(dagen)s dagen.") % {"dagen": hoogstens}


class IntrekForm(DagForm):
    """Why it goes no further."""

    reden = forms.ChoiceField(
        label=_("Waarom?"),
        choices=keuzes(INTREKREDENEN),
        widget=ChipEen,
        error_messages=kies(_("Kies een reden.")),
    )
    field_order = ("reden", "op")
