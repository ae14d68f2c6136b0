"""Set the bounds of a light, and see what was set before."""

from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.actions.grenzen import LANGSTE_EIGENAAR, LANGSTE_REDEN, NieuweGrens, zet_grens
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.queries.lichten import eenheid_van, geschiedenis
from samendoen.cijfers.queries.soorten import keur_code
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import DatumVeld, Formulierpagina, Kolom, Tabel, behandel_formulier

MAG = Permissie.BELEID_BEHEREN
HOGER, LAGER = "hoger", "lager"


class GrensForm(forms.Form):
    """Bounds, from when on, whose and why."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    richting = forms.ChoiceField(
        label=gettext_lazy("Wat is beter?"),
        choices=[(HOGER, gettext_lazy("Hoger is beter")), (LAGER, gettext_lazy("Lager is beter"))],
        widget=forms.RadioSelect,
    )
    groen = forms.DecimalField(
        label=gettext_lazy("Groen"),
        required=False,
        max_digits=16,
        decimal_places=4,
        localize=True,
        help_text=gettext_lazy("Laat groen en oranje leeg als er geen licht meer moet zijn."),
    )
    oranje = forms.DecimalField(
        label=gettext_lazy("Oranje"),
        required=False,
        max_digits=16,
        decimal_places=4,
        localize=True,
        help_text=gettext_lazy("Wat daar voorbij ligt, is rood."),
    )
    geldt_vanaf = DatumVeld(
        label=gettext_lazy("Geldt voor cijfers vanaf"),
        help_text=gettext_lazy("Oudere cijfers houden het licht dat ze hadden."),
    )
    eigenaar = forms.CharField(
        label=gettext_lazy("Van wie is deze grens?"),
        max_length=LANGSTE_EIGENAAR,
        help_text=gettext_lazy("Bijvoorbeeld: de gemeenteraad, of college van B en W."),
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Waarom ligt de grens hier?"),
        max_length=LANGSTE_REDEN,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@poort(MAG, "GET", "HEAD", "POST")
def zet(request: Verzoek, code: str) -> HttpResponse:
    """Set the bounds of an indicator; below the form stands everything that was set before."""
    indicator = keur_code(code)
    form = GrensForm(request.POST or None, initial=_begin(indicator))
    _noem_eenheid(form, eenheid_van(indicator))
    if indicator.richting != "geen":
        form.fields["richting"].widget = forms.HiddenInput()
    adres = reverse("indicator", args=[code])
    pagina = Formulierpagina(
        titel=_("Grenzen van het licht"),
        knop=_("Zet grenzen"),
        gelukt=_("De grenzen zijn gezet. Vergist? Zet ze opnieuw voor dezelfde dag: de laatste geldt."),
        terug=adres,
        intro=indicator.naam,
        uitleg=_richtingzin(indicator.richting),
    )

    def doe() -> None:
        g = form.cleaned_data
        nieuw = NieuweGrens(
            g["kenmerk"],
            code,
            g["richting"] == HOGER,
            g["groen"],
            g["oranje"],
            g["geldt_vanaf"],
            g["eigenaar"],
            g["toelichting"],
        )
        zet_grens(request.actor, nieuw)

    boven = [(_("Cijfers"), reverse("cijfers")), (indicator.naam, adres)]
    extra = {"tabel": _tabel(code)}
    return behandel_formulier(request, form, pagina, doe, boven, sjabloon="cijfers/grens.html", extra=extra)


def _begin(indicator: Indicator | Extern) -> dict[str, object]:
    return {
        "kenmerk": uuid4(),
        "richting": HOGER if indicator.richting == "geen" else indicator.richting,
        "geldt_vanaf": klok.vandaag(),
    }


def _noem_eenheid(form: forms.Form, eenheid: str) -> None:
    """Say in which unit the bounds are."""
    for naam in ("groen", "oranje"):
        veld = form.fields[naam]
        veld.label = _("%(label)s (%(eenheid)s)") % {"label": veld.label, "eenheid": eenheid}


def _richtingzin(richting: str) -> str:
    if richting == HOGER:
        return _("Hoger is hier beter: vul bij groen en oranje in vanaf welk cijfer het zo is.")
    if richting == LAGER:
        return _("Lager is hier beter: vul bij groen en oranje in tot en met welk cijfer het zo is.")
    return _("Dit cijfer heeft zelf geen goede kant. Kies welke kant voor deze grens de goede is.")


def _tabel(code: str) -> Tabel:
    kolommen = [
        Kolom("vanaf", _("Geldt vanaf"), heel=True),
        Kolom("groen", _("Groen")),
        Kolom("oranje", _("Oranje")),
        Kolom("eigenaar", _("Van wie")),
        Kolom("waarom", _("Waarom")),
        Kolom("gezet", _("Gezet op")),
    ]
    leeg = _("Er zijn nog geen grenzen gezet: dit cijfer heeft geen licht.")
    return Tabel(_("Wat er is gezet"), kolommen, geschiedenis(code), leeg=leeg, toon_titel=False)
