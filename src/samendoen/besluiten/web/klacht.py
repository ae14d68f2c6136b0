"""Complaints: the list of one's own, one complaint, and a page or a button for every step in it."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.actions.klacht import (
    Klachteinde,
    Klachthoren,
    NieuweKlacht,
    leg_klachthoren_vast,
    registreer_klachten,
)
from samendoen.besluiten.actions.klachteinde import (
    draag_klacht_over,
    handel_klacht_af,
    heropen_klacht,
    verdaag_klacht,
)
from samendoen.besluiten.models import AFLOPEN, NIETBEHANDELD, NIETGEHOORD, OORDELEN
from samendoen.besluiten.models.catalogus import keuzes
from samendoen.besluiten.queries.klacht import (
    WELKE,
    Klachtbeeld,
    iedereen,
    klachtbeeld,
    klachten,
    klager_bekend,
    wie_behandelt_klachten,
)
from samendoen.besluiten.rules.klacht import Klachtstatus
from samendoen.besluiten.web.bezwaar import Stap
from samendoen.besluiten.web.bezwaarforms import VerdaagForm, tekstveld
from samendoen.besluiten.web.forms import DagForm, vul
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Permissie,
    Verzoek,
    Wet,
    geheel,
    klok,
    log_inzage,
    poort,
)
from samendoen.schil.api import (
    ChipEen,
    DatumVeld,
    Formulierpagina,
    Kolom,
    Tabel,
    behandel_formulier,
    kies,
    toon,
)

OPNEMEN, BEHANDELEN = Permissie.MELDING_REGISTREREN, Permissie.REGIE_TOEWIJZEN
NIET = gettext_lazy("Niet van toepassing")


class KlachtForm(forms.Form):
    """Who complains, about whom, about what."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    persoon = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1)
    klager = forms.CharField(
        label=gettext_lazy("Naam van de klager"),
        help_text=gettext_lazy("Een klacht zonder naam behandelt u niet als klacht (Awb artikel 9:4)."),
        max_length=200,
    )
    klageradres = tekstveld(
        gettext_lazy("Adres van de klager"), gettext_lazy("Daar gaan de brieven heen."), 2, verplicht=True
    )
    beklaagde = forms.TypedChoiceField(
        label=gettext_lazy("Over wie gaat de klacht?"),
        help_text=gettext_lazy("Die collega kan de klacht niet lezen en krijgt een kopie van u."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    gebeurd_op = DatumVeld(label=gettext_lazy("Wanneer gebeurde het?"))
    over = tekstveld(
        gettext_lazy("Wat is er gebeurd?"), gettext_lazy("In de woorden van de klager."), 6, verplicht=True
    )
    ontvangen_op = DatumVeld(label=gettext_lazy("Ontvangen op"))
    wet = forms.ChoiceField(
        label=gettext_lazy("Bij welke wet hoort het?"), choices=Wet.choices, initial=Wet.GEEN.value
    )
    behandelaar = forms.TypedChoiceField(
        label=gettext_lazy("Wie behandelt de klacht?"),
        help_text=gettext_lazy("Alleen u en deze collega kunnen de klacht lezen (Awb artikel 9:7)."),
        coerce=int,
        error_messages=kies(gettext_lazy("Kies een collega uit de lijst.")),
    )
    commissie = forms.BooleanField(
        label=gettext_lazy("Een klachtencommissie adviseert"),
        help_text=gettext_lazy("Dan is de termijn tien weken in plaats van zes (Awb artikel 9:11)."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["ontvangen_op"].initial = klok.vandaag
        vul(self.fields["beklaagde"], [("", _("De gemeente, niet één medewerker")), *iedereen()])
        vul(self.fields["behandelaar"], [("", _("Kies een collega")), *wie_behandelt_klachten()])


class KlachthoorForm(forms.Form):
    """When people were heard, or why not."""

    klager_op = DatumVeld(label=gettext_lazy("Klager gehoord op"), required=False)
    beklaagde_op = DatumVeld(label=gettext_lazy("Medewerker gehoord op"), required=False)
    nietgehoord = forms.ChoiceField(
        label=gettext_lazy("Waarom is de klager niet gehoord?"),
        help_text=gettext_lazy("Alleen als u de klager niet hoort (Awb artikel 9:10)."),
        choices=[("", NIET), *keuzes(NIETGEHOORD)],
        required=False,
    )
    verslag = tekstveld(gettext_lazy("Wat is er gezegd?"), rijen=6)


class EindeForm(DagForm):
    """How it ended."""

    afloop = forms.ChoiceField(
        label=gettext_lazy("Hoe is de klacht afgelopen?"),
        choices=keuzes(AFLOPEN),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies hoe de klacht is afgelopen.")),
    )
    oordeel = forms.ChoiceField(
        label=gettext_lazy("Oordeel"),
        help_text=gettext_lazy("Alleen bij ‘Oordeel gegeven’."),
        choices=[("", NIET), *keuzes(OORDELEN)],
        required=False,
    )
    nietbehandeld = forms.ChoiceField(
        label=gettext_lazy("Waarom niet in behandeling?"),
        help_text=gettext_lazy("Alleen als u de klacht niet behandelt; de brief gaat binnen vier weken weg."),
        choices=[("", NIET), *keuzes(NIETBEHANDELD)],
        required=False,
    )
    bevindingen = tekstveld(
        gettext_lazy("Bevindingen"), gettext_lazy("Of wat er is afgesproken. Komt in de brief."), 6
    )
    conclusies = tekstveld(
        gettext_lazy("Wat doen we ermee?"),
        gettext_lazy("Wat de gemeente anders gaat doen. Komt in de brief."),
        3,
    )
    field_order = ("afloop", "oordeel", "nietbehandeld", "bevindingen", "conclusies", "op")


class OverdraagForm(forms.Form):
    """Who handles it from now on."""

    behandelaar = forms.TypedChoiceField(
        label=gettext_lazy("Wie behandelt de klacht?"),
        coerce=int,
        error_messages=kies(gettext_lazy("Kies een collega uit de lijst.")),
    )

    def __init__(self, *args: Any, mensen: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["behandelaar"], [("", _("Kies een collega")), *mensen])


@poort(OPNEMEN)
def lijst(request: Verzoek) -> HttpResponse:
    """The complaints that this reader took down or handles."""
    welke = request.GET.get("welke", "")
    filters = {"welke": welke if welke in WELKE else ""}
    rijen, deel = klachten(request.actor, filters, geheel(request.GET.get("pagina", "1")) or 1)
    kolommen = [
        Kolom("wie", _("Wie klaagt")),
        Kolom("uiterlijk", _("Uiterlijk afhandelen")),
        Kolom("stand", _("Stand")),
        Kolom("behandelaar", _("Behandelaar")),
        Kolom("ontvangen", _("Ontvangen"), heel=True),
    ]
    leeg = _(
        "U behandelt nu geen klacht. Is iemand ontevreden over hoe hij is behandeld? Leg de klacht vast."
    )
    context = {
        "tabel": Tabel(_("Klachten"), kolommen, rijen, leeg=leeg, toon_titel=False),
        "deel": deel,
        "filters": filters,
        "intro": _("U ziet alleen klachten die u vastlegde of behandelt."),
        "keuzes": [(code, str(naam)) for code, naam in WELKE.items()],
        "knop": (reverse("klacht_nieuw"), _("Klacht vastleggen")),
    }
    return toon(request, "besluiten/bezwaar/lijst.html", context, deel="lijst")


def _boven(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Klachten"), reverse("klachten")), *verder]


@poort(OPNEMEN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Record a complaint; with ?inwoner= of a resident whom this actor may read."""
    wie = geheel(request.GET.get("inwoner", ""))
    form = KlachtForm(request.POST or None, initial=klager_bekend(request.actor, wie) if wie else {})
    gemaakt: list[int] = []

    def doe() -> None:
        gemaakt.extend(registreer_klachten(request.actor, [NieuweKlacht(**form.cleaned_data)]))

    pagina = Formulierpagina(
        _("Klacht vastleggen"),
        _("Vastleggen"),
        _("De klacht is vastgelegd. Verstuur de brief die de ontvangst bevestigt."),
        reverse("klachten"),
        uitleg=_("Een klacht gaat over hoe iemand is behandeld. Tegen een besluit maakt iemand bezwaar."),
    )
    antwoord = behandel_formulier(request, form, pagina, doe, _boven())
    return redirect("klacht", gemaakt[0]) if gemaakt else antwoord


@poort(Permissie.WERK_ZIEN)
def klacht(request: Verzoek, klacht_id: int) -> HttpResponse:
    """One complaint, with what this reader may do about it; logged."""
    k = klachtbeeld(request.actor, klacht_id)
    log_inzage(request.actor, "klacht", [k.dossier_id])
    context = {
        "k": k,
        "stappen": _stappen(request.actor, k) if k.schrijfbaar else [],
        "kruimels": _boven((_("Klacht %(nr)s") % {"nr": k.id}, "")),
    }
    return toon(request, "besluiten/klacht/klacht.html", context)


def _stappen(door: Actor, k: Klachtbeeld) -> list[Stap]:
    if not door.mag(BEHANDELEN):
        return []
    if k.status is Klachtstatus.AFGEHANDELD:
        return [
            Stap(_("Toch verder behandelen"), reverse("klacht_heropenen", args=[k.id]), "stil", post=True)
        ]
    return [
        Stap(_("Horen"), reverse("klacht_horen", args=[k.id]), "secundair" if k.gehoord else ""),
        Stap(_("Afhandelen"), reverse("klacht_afhandelen", args=[k.id]), "" if k.gehoord else "secundair"),
        Stap(_("Verdagen"), reverse("klacht_verdagen", args=[k.id]), "stil"),
        Stap(_("Overdragen"), reverse("klacht_overdragen", args=[k.id]), "stil"),
    ]


Maakform = Callable[[Any], forms.Form]
Doe = Callable[[Actor, int, dict[str, Any]], None]
Teksten = Callable[[], tuple[str, str, str, str]]


def _stap(form: Maakform, doe: Doe, teksten: Teksten, naar: str = "klacht") -> Any:
    """Return the view of one step with a form: title, explanation, button and what is said afterwards."""

    @poort(BEHANDELEN, "GET", "HEAD", "POST")
    def stap(request: Verzoek, klacht_id: int) -> HttpResponse:
        k = klachtbeeld(request.actor, klacht_id)
        log_inzage(request.actor, "klacht", [k.dossier_id])
        f = form(request.POST or None)
        titel, uitleg, knop, gelukt = teksten()
        hier = reverse("klacht", args=[klacht_id])
        terug = hier if naar == "klacht" else reverse(naar)
        pagina = Formulierpagina(titel, knop, gelukt, terug, uitleg=uitleg, annuleer=hier)
        boven = _boven((_("Klacht %(nr)s") % {"nr": k.id}, hier))
        return behandel_formulier(
            request, f, pagina, lambda: doe(request.actor, klacht_id, f.cleaned_data), boven
        )

    return stap


horen = _stap(
    KlachthoorForm,
    lambda door, pk, g: leg_klachthoren_vast(door, pk, Klachthoren(**g)),
    lambda: (
        _("Horen"),
        _("U hoort de klager en de medewerker. Wat u eerder invulde over horen, wordt vervangen."),
        _("Opslaan"),
        _("Vastgelegd wie wanneer is gehoord."),
    ),
)
verdagen = _stap(
    lambda data: VerdaagForm(data, hoogstens=28),
    lambda door, pk, g: verdaag_klacht(door, pk, g["dagen"], g["reden"], g["sleutel"]),
    lambda: (
        _("Klacht verdagen"),
        _("Er komt een brief aan de klager."),
        _("Verdagen"),
        _("De termijn is verdaagd. Verstuur vandaag de brief."),
    ),
)
afhandelen = _stap(
    EindeForm,
    lambda door, pk, g: handel_klacht_af(door, pk, Klachteinde(**g)),
    lambda: (
        _("Klacht afhandelen"),
        _("Er komt een brief, behalve bij een vergissing. Bij een oordeel noemt de brief de ombudsman."),
        _("Afhandelen"),
        _("De klacht is afgehandeld. Verstuur de brief en vertel de medewerker hoe zij afliep."),
    ),
)
overdragen = _stap(
    lambda data: OverdraagForm(data, mensen=wie_behandelt_klachten()),
    lambda door, pk, g: draag_klacht_over(door, pk, g["behandelaar"]),
    lambda: (
        _("Klacht overdragen"),
        _("U kunt de klacht daarna niet meer lezen, tenzij u haar vastlegde."),
        _("Overdragen"),
        _("De klacht is overgedragen."),
    ),
    naar="klachten",
)


@poort(BEHANDELEN, "POST")
def heropenen(request: Verzoek, klacht_id: int) -> HttpResponse:
    """Go on with a complaint that had ended."""
    try:
        heropen_klacht(request.actor, klacht_id)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}".strip())
    else:
        messages.success(request, _("De klacht loopt weer. De termijn is niet veranderd."))
    return redirect("klacht", klacht_id)
