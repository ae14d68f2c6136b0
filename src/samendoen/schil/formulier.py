"""Forms: every field with its label, hint and error tied together for keyboard and screen reader."""

from typing import Any, ClassVar

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy as _

KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    # Without --html-textarea: that draws an empty required field red before anybody typed.
    (forms.Textarea, "utrecht-textarea"),
    (forms.RadioSelect, "sd-keuze"),
    (forms.CheckboxSelectMultiple, "sd-keuze"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.CheckboxInput, "sd-vink"),
    (forms.FileInput, "sd-bestand"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)


class Veld(forms.BoundField):
    """A bound field that gives its widget the classes of the component library."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Add the class of the component, and that of an invalid one when the field has an error."""
        widget = widget or self.field.widget
        opgebouwd = super().build_widget_attrs(attrs, widget)
        klasse = next((klasse for soort, klasse in KLASSEN if isinstance(widget, soort)), "")
        if self.errors and klasse.startswith("utrecht-"):
            klasse += f" {klasse.split()[0]}--invalid"
        if self.field.disabled and klasse == "utrecht-textarea":
            klasse += " utrecht-textarea--disabled"
        if isinstance(widget, forms.Textarea) and widget.attrs.get("rows") == "10":  # Django's own choice
            opgebouwd["rows"] = "4"
        if widget.attrs.get("placeholder") == self.label:  # says nothing new, and fades while typing
            opgebouwd["placeholder"] = False
        eigen = widget.attrs.get("class", "")
        return {**opgebouwd, "class": f"{klasse} {eigen}".strip()} if klasse or eigen else opgebouwd

    @property
    def zegt_niet_verplicht(self) -> bool:
        """Return whether to say that it may stay empty: not where all of the form may, or nobody can type."""
        alles = getattr(self.form, "alles_mag_leeg", False)
        return not (self.field.required or self.field.disabled or alles)

    @property
    def css_soort(self) -> str:
        """Return "vink" for a single checkbox, whose box stands before its label; else ""."""
        return "vink" if isinstance(self.field.widget, forms.CheckboxInput) else ""


class Weergave(DjangoTemplates):
    """FORM_RENDERER: `{{ form }}` and `{{ form.veld.as_field_group }}` come out accessible."""

    form_template_name = "schil/formulier/formulier.html"
    field_template_name = "schil/formulier/veld.html"
    bound_field_class = Veld


class Chips(forms.CheckboxSelectMultiple):
    """Several of a few short options, as chips: Tab to each, Space to choose."""

    template_name = "schil/formulier/chips.html"


class ChipEen(forms.RadioSelect):
    """One of a few short options, as chips: Tab into the group, arrows to choose."""

    template_name = "schil/formulier/chips.html"


class DatumInvoer(forms.DateInput):
    """The browser's own date field: typing and picking, in the reader's notation."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "sd-datum", **(attrs or {})}, format="%Y-%m-%d")


class DatumVeld(forms.DateField):
    """A date; without a date picker one may also type it as 22-4-2025."""

    widget = DatumInvoer
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Vul een bestaande datum in, bijvoorbeeld 22-4-2025."),
        "required": _("Vul een datum in, bijvoorbeeld 22-4-2025."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d %m %Y"])
        super().__init__(**kwargs)


def kies(zin: Any) -> dict[str, Any]:
    """Return the error messages of a choice that was not made, or that does not exist."""
    return {"required": zin, "invalid_choice": zin}
