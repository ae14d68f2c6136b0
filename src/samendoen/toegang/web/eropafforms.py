"""Forms of ErOpAf and of Meldpunt Bezorgd. They read and hint; the actions decide."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Actor, klok
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies
from samendoen.toegang.actions.eropaf import LANGSTE, Eropafinvoer, Poginginvoer
from samendoen.toegang.actions.zorgmelding import Zorginvoer
from samendoen.toegang.models import (
    EROPAFKEUZES,
    POGINGUITKOMSTEN,
    POGINGWIJZEN,
    VERKENNINGUITKOMSTEN,
)
from samendoen.toegang.rules import Eropafkeuze
from samendoen.toegang.web.forms import UIT, InwonerForm
from samendoen.toegang.web.herkenning import ONBEKEND

ANONIEM, BEKEND = "anoniem", "bekend"


def _codes(teksten: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(code.value, tekst) for code, tekst in teksten.items()]


class PogingForm(forms.Form):
    """That contact was sought: how, what came of it, and when again."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    wijze = forms.ChoiceField(
        label=_("Hoe zocht u contact?"),
        choices=_codes(POGINGWIJZEN),
        widget=ChipEen,
        error_messages=kies(_("Kies hoe u contact zocht.")),
    )
    uitkomst = forms.ChoiceField(
        label=_("Wat kwam eruit?"),
        choices=_codes(POGINGUITKOMSTEN),
        widget=ChipEen,
        error_messages=kies(_("Kies wat eruit kwam.")),
    )
    woorden = forms.CharField(
        label=_("Wat hebt u gezien en gehoord?"),
        help_text=_("Ook: wat vindt de inwoner zelf belangrijk, en waar kan hulp bij aansluiten?"),
        required=False,
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    op = DatumVeld(label=_("Op welke dag?"))
    volgende_op = DatumVeld(
        label=_("Wanneer zoekt u weer contact?"),
        help_text=_("Leeg: volgens het ritme van de gemeente. Op die dag komt er een taak."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].initial = klok.vandaag

    def als_invoer(self, melding_id: int) -> Poginginvoer:
        """Return what is asked to write down."""
        return Poginginvoer(melding=melding_id, **self.cleaned_data)


class BesluitForm(forms.Form):
    """What is decided, and why. The outcome of an investigation is asked while one runs."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    besluit = forms.ChoiceField(
        label=_("Wat besluit u?"), widget=forms.RadioSelect, error_messages=kies(_("Kies wat u besluit."))
    )
    uitkomst = forms.ChoiceField(
        label=_("Wat is de uitkomst van het verkennend onderzoek?"),
        choices=[("", _("Niet van toepassing")), *_codes(VERKENNINGUITKOMSTEN)],
        required=False,
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies een uitkomst.")),
    )
    motivering = forms.CharField(
        label=_("Waarom?"),
        help_text=_(
            "Noem ook met wie u dit besprak. Noem nooit de naam van een melder die anoniem wil blijven."
        ),
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf kort op waarom u dit besluit.")},
    )
    op = DatumVeld(
        label=_("Op welke dag?"),
        help_text=_(
            "Bij een verkennend onderzoek: de dag waarop daarom is gevraagd, of waarop u de uitkomst "
            "vertelde. De wet geeft er veertien dagen voor."
        ),
    )
    volgende_op = DatumVeld(
        label=_("Wanneer zoekt u weer contact?"),
        help_text=_("Alleen als u doorgaat. Leeg: volgens het ritme van de gemeente."),
        required=False,
    )

    def __init__(self, *args: Any, verkent: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weg = {Eropafkeuze.OVERDRAGEN}
        weg.add(Eropafkeuze.VERKENNEND_ONDERZOEK if verkent else Eropafkeuze.VERKENNING_VERTELD)
        keuzes = [(k.value, tekst) for k, tekst in EROPAFKEUZES.items() if k not in weg]
        self.fields["besluit"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].initial = klok.vandaag
        if not verkent:
            del self.fields["uitkomst"]

    def als_invoer(self, melding_id: int) -> Eropafinvoer:
        """Return what is asked to write down."""
        return Eropafinvoer(melding=melding_id, **self.cleaned_data)


class BezorgdForm(InwonerForm):
    """A worry about somebody: what is told, who it is about, and whether the reporter is named."""

    zorg = forms.CharField(
        label=_("Wat is er aan de hand?"),
        help_text=_("In de woorden van wie belt. Schrijf hier niet op wie dat is."),
        error_messages={"required": _("Schrijf op wat de melder vertelt.")},
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        max_length=4000,
    )
    aanduiding = forms.CharField(
        label=_("Over wie gaat het, volgens de melder?"),
        help_text=_("Bijvoorbeeld “de man van nummer 12”. Nodig als u niemand herkent."),
        required=False,
        max_length=200,
        widget=forms.TextInput(UIT),
    )
    wie = forms.ChoiceField(
        label=_("Wil de melder bekend zijn?"),
        choices=[(ANONIEM, _("Nee, anoniem")), (BEKEND, _("Ja, met naam"))],
        widget=ChipEen,
        error_messages=kies(_("Kies of de melder anoniem blijft.")),
    )
    melder_naam = forms.CharField(
        label=_("Naam van de melder"), required=False, max_length=120, widget=forms.TextInput(UIT)
    )
    melder_telefoon = forms.CharField(
        label=_("Telefoon van de melder"), required=False, max_length=30, widget=forms.TextInput(UIT)
    )
    melder_relatie = forms.CharField(
        label=_("Wie is de melder voor deze persoon?"),
        help_text=_("Bijvoorbeeld buur, zus of huisarts."),
        required=False,
        max_length=120,
        widget=forms.TextInput(UIT),
    )
    spoed = forms.BooleanField(
        label=_("Spoed"), required=False, help_text=_("Er is vandaag of morgen al hulp nodig.")
    )
    ontvangen_op = DatumVeld(label=_("Ontvangen op"))
    gebieden = forms.MultipleChoiceField(
        label=_("Waar gaat het over?"),
        required=False,
        widget=Chips,
        error_messages=kies(_("Kies leefgebieden uit de lijst.")),
    )
    field_order = ("kenmerk", "zorg", "aanduiding")

    def __init__(self, door: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(door, *args, **kwargs)
        self.fields["gebieden"].choices = list(leefgebieden().items())  # type: ignore[attr-defined]
        self.fields["ontvangen_op"].initial = klok.vandaag
        self.fields["wie"].initial = ANONIEM

    def clean(self) -> dict[str, Any]:
        """Ask how the person is called where nobody was recognised."""
        gegevens = super().clean()
        if gegevens.get("inwoner") == ONBEKEND and not gegevens.get("aanduiding"):
            self.add_error("aanduiding", _("Schrijf op hoe de melder die persoon noemt."))
        return gegevens

    def als_zorg(self) -> Zorginvoer:
        """Return what is asked to register; of who stays anonymous nothing, whatever was typed."""
        d = self.cleaned_data
        anoniem = d["wie"] == ANONIEM
        van_melder = (
            {} if anoniem else {n: d[n] for n in ("melder_naam", "melder_telefoon", "melder_relatie")}
        )
        return Zorginvoer(
            kenmerk=d["kenmerk"],
            zorg=d["zorg"],
            ontvangen_op=d["ontvangen_op"],
            anoniem=anoniem,
            aanduiding=d["aanduiding"],
            inwoner=self.gekozen.persoon_id if self.gekozen else None,
            nieuwe=self.nieuwe_inwoner(),
            spoed=d["spoed"],
            leefgebieden=tuple(d["gebieden"]),
            **van_melder,
        )
