"""Forms of werk. Each carries an id made with the form: sent twice it is done once."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, klok
from samendoen.organisatie.api import teams_bij_code
from samendoen.recht.api import Grond
from samendoen.schil.api import ChipEen, DatumVeld
from samendoen.werk.actions.taak import LANGSTE, NieuweTaak
from samendoen.werk.rules import Verdagingsreden

MIJ = "mij"
GROOTSTE = 2**63 - 1
"""The highest number that the database gives anything."""
GRONDEN = {
    Grond.AANVULLING: gettext_lazy("De aanvraag moet worden aangevuld"),
    Grond.INSTEMMING: gettext_lazy("De inwoner stemt er schriftelijk mee in"),
    Grond.VERTRAGING: gettext_lazy("De inwoner zorgt voor vertraging"),
    Grond.OVERMACHT: gettext_lazy("Overmacht"),
}
VERDAGINGSREDENEN = {
    Verdagingsreden.ADVIES: gettext_lazy("Er wordt op een advies gewacht"),
    Verdagingsreden.ONDERZOEK: gettext_lazy("Er is meer onderzoek nodig"),
    Verdagingsreden.BELANGEN: gettext_lazy("De belangen vragen meer afweging"),
    Verdagingsreden.CAPACITEIT: gettext_lazy("Er is nu niemand die dit kan doen"),
}


class MetSleutel(forms.Form):
    """A form with an id of its own."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"sleutel": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


class SchorsForm(MetSleutel):
    """Let a clock stand still."""

    prefix = "schors"
    reden = forms.ChoiceField(label=gettext_lazy("Waarom staat de termijn stil?"), widget=forms.RadioSelect)
    van = DatumVeld(
        label=gettext_lazy("Vanaf"),
        help_text=gettext_lazy("Bij een aanvulling: de dag waarop u erom vroeg. Die dag telt nog mee."),
    )
    hersteltermijn = DatumVeld(
        label=gettext_lazy("De aanvulling moet er zijn op"),
        required=False,
        help_text=gettext_lazy(
            "Alleen bij een aanvulling. Komt er niets, dan loopt de termijn na die dag vanzelf weer."
        ),
    )

    def __init__(self, gronden: Sequence[Grond], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["reden"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(g.value, GRONDEN[g]) for g in gronden]

    def clean_reden(self) -> Grond:
        """Return the ground itself."""
        return Grond(self.cleaned_data["reden"])


class HervatForm(forms.Form):
    """Let a clock run again."""

    prefix = "hervat"
    tot = DatumVeld(
        label=gettext_lazy("De termijn loopt weer vanaf"),
        help_text=gettext_lazy(
            "Bij een aanvulling: de dag waarop die binnenkwam. Anders: de laatste dag van de opschorting."
        ),
    )


class VerdaagForm(MetSleutel):
    """Postpone a decision."""

    prefix = "verdaag"
    dagen = forms.IntegerField(
        label=gettext_lazy("Aantal dagen erbij"), min_value=1, widget=forms.NumberInput({"class": "sd-kort"})
    )
    reden = forms.ChoiceField(
        label=gettext_lazy("Waarom is meer tijd nodig?"),
        widget=forms.RadioSelect,
        choices=list(VERDAGINGSREDENEN.items()),
    )

    def __init__(self, hoogstens: int | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hoogstens is not None:
            self.fields["dagen"].help_text = _("De wet staat samen hoogstens %(n)s dagen toe.") % {
                "n": hoogstens
            }

    def clean_reden(self) -> Verdagingsreden:
        """Return the reason itself."""
        return Verdagingsreden(self.cleaned_data["reden"])


class TaakForm(MetSleutel):
    """Make a task by hand; may come from a page that says what it is about."""

    notitie = forms.CharField(
        label=gettext_lazy("Wat moet er gebeuren?"),
        max_length=LANGSTE,
        help_text=gettext_lazy("Eén zin. Zonder dossier: schrijf geen namen of andere persoonsgegevens op."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    uiterlijk = DatumVeld(label=gettext_lazy("Uiterlijk"))
    voor = forms.ChoiceField(label=gettext_lazy("Voor wie?"), initial=MIJ, widget=ChipEen)
    dossier = forms.IntegerField(required=False, min_value=1, max_value=GROOTSTE, widget=forms.HiddenInput)
    onderwerp_soort = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    onderwerp_id = forms.IntegerField(
        required=False, min_value=1, max_value=GROOTSTE, widget=forms.HiddenInput
    )

    def __init__(self, door: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["voor"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = _keuzes(door)

    def clean(self) -> dict[str, Any]:
        """Refuse half a subject, or one of a kind that nobody knows: the page was tampered with."""
        schoon = super().clean() or {}
        soort, nummer = schoon.get("onderwerp_soort") or "", schoon.get("onderwerp_id")
        if bool(soort) != bool(nummer) or (soort and stekkers.adres.geef(soort) is None):
            raise forms.ValidationError(
                _("Waar deze taak over gaat, is niet bekend. Begin opnieuw vanaf die pagina.")
            )
        return schoon

    def als_taak(self) -> NieuweTaak:
        """Return what was typed, for the action."""
        schoon = self.cleaned_data
        return NieuweTaak(
            sleutel=schoon["sleutel"],
            notitie=schoon["notitie"],
            uiterlijk=schoon["uiterlijk"],
            dossier_id=schoon["dossier"],
            groep_id=None if schoon["voor"] == MIJ else int(schoon["voor"]),
            onderwerp_soort=schoon["onderwerp_soort"],
            onderwerp_id=schoon["onderwerp_id"],
        )


def _keuzes(door: Actor) -> list[tuple[str, str]]:
    """Return for whom one may make a task: oneself, and the teams that one belongs to."""
    teams = teams_bij_code(klok.vandaag()).values()
    eigen = sorted((t.naam, t.groep_id) for t in teams if t.groep_id in door.groepen)
    return [(MIJ, _("Mijzelf")), *((str(groep_id), naam) for naam, groep_id in eigen)]
