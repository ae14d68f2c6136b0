"""Screens of the waiting list: the list, one question that waits, and what is done for it."""

from collections.abc import Callable
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kaart.api import aanbod_voor_keuze
from samendoen.kernel.api import Permissie, Verzoek, geheel, klok, poort
from samendoen.schil.api import (
    ChipEen,
    DatumVeld,
    Formulierpagina,
    Kolom,
    Kruimel,
    Tabel,
    behandel_formulier,
    kies,
    toon,
)
from samendoen.toegang.actions.overbrugging import (
    Overbruggingsinvoer,
    bied_overbruggingen,
    stop_overbrugging,
    trek_overbrugging_in,
)
from samendoen.toegang.actions.wachtlijst import (
    LANGSTE,
    Contactinvoer,
    Prioriteitkeuze,
    leg_wachtcontacten_vast,
    trek_wachtcontact_in,
    zet_wachtprioriteiten,
)
from samendoen.toegang.definities import eigen_wachtlijst
from samendoen.toegang.models import CONTACTUITKOMSTEN
from samendoen.toegang.queries.wachtlijst import Wachtbeeld, eigen_teams, wachtbeeld, wachtlijst

WERKEN = Permissie.MELDING_AFHANDELEN


class PrioriteitForm(forms.Form):
    """How soon, and why."""

    prioriteit = forms.ChoiceField(
        label=gettext_lazy("Prioriteit"),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een prioriteit.")),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("Staat op de wachtlijst, zodat ieder ziet waarom deze vraag daar staat."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        error_messages={"required": gettext_lazy("Schrijf kort op waarom.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        veld = self.fields["prioriteit"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(p.code, p.naam) for p in eigen_wachtlijst().prioriteit]


class ContactForm(forms.Form):
    """A call to somebody who waits."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    op = DatumVeld(label=gettext_lazy("Wanneer belde u?"), initial=klok.vandaag)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Wat kwam ervan?"),
        choices=[(code.value, naam) for code, naam in CONTACTUITKOMSTEN.items()],
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies wat ervan kwam.")),
    )
    woorden = forms.CharField(
        label=gettext_lazy("Wat is er gezegd?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
    )
    verwachte_weken = forms.IntegerField(
        label=gettext_lazy("Hoeveel weken duurt het nog, vertelde u?"),
        help_text=gettext_lazy("Zo kan een collega hetzelfde zeggen."),
        required=False,
        min_value=0,
        widget=forms.NumberInput({"class": "sd-kort"}),
    )
    volgende_op = DatumVeld(
        label=gettext_lazy("Wanneer belt u weer?"),
        help_text=gettext_lazy("Leeg: zo laat als het ritme van deze prioriteit toelaat."),
        required=False,
    )


class OverbruggingForm(forms.Form):
    """What helps meanwhile."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    aanbod = forms.TypedChoiceField(
        label=gettext_lazy("Aanbod op de kaart"), coerce=int, empty_value=None, required=False
    )
    tekst = forms.CharField(
        label=gettext_lazy("Of iets anders: wat hebt u afgesproken?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
    )
    van = DatumVeld(label=gettext_lazy("Vanaf"), initial=klok.vandaag)
    tot = DatumVeld(label=gettext_lazy("Tot"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        veld = self.fields["aanbod"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies een aanbod")), *((str(pk), naam) for pk, naam in aanbod_voor_keuze())]


class StopForm(forms.Form):
    """The first day on which it helps no longer."""

    op = DatumVeld(label=gettext_lazy("Vanaf welke dag helpt dit niet meer?"), initial=klok.vandaag)


@poort(Permissie.WERK_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Who waits at a team, in order, and why in that order."""
    teams = eigen_teams(request.actor)
    codes = [team.code for team in teams]
    gevraagd = request.GET.get("team", "")
    team = gevraagd if gevraagd in codes else (codes[0] if codes else "")
    nummer = geheel(request.GET.get("pagina", "1")) or 1
    rijen, deel = wachtlijst(request.actor, team, nummer)
    tabel = Tabel(
        _("Wachtlijst"),
        [
            Kolom("vraag", _("Vraag")),
            Kolom("plaats", _("Plaats"), getal=True),
            Kolom("prioriteit", _("Prioriteit")),
            Kolom("wacht", _("Wacht"), heel=True),
            Kolom("bellen", _("Uiterlijk bellen")),
            Kolom("verteld", _("Wachttijd verteld")),
            Kolom("zolang", _("Helpt zolang")),
        ],
        rijen,
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "team": team,
        "teams": [(t.code, t.naam) for t in teams],
        "prioriteiten": [p.naam for p in eigen_wachtlijst().prioriteit],
    }
    return toon(request, "toegang/wachtlijst.html", context, deel="lijst")


def _kruimels(beeld: Wachtbeeld, *, open_: bool = False) -> list[Kruimel]:
    return [
        (_("Wachtlijst"), f"{reverse('wachtlijst')}?team={beeld.team_code}"),
        (_("Melding %(nr)s") % {"nr": beeld.id}, reverse("wachtplek", args=[beeld.id]) if open_ else ""),
    ]


@poort(Permissie.WERK_ZIEN)
def plek(request: Verzoek, melding_id: int) -> HttpResponse:
    """One question that waits: its place and why, calls, what helps meanwhile."""
    beeld = wachtbeeld(request.actor, melding_id)
    return toon(request, "toegang/wachtplek.html", {"w": beeld, "kruimels": _kruimels(beeld)})


def _behandel(
    request: Verzoek,
    beeld: Wachtbeeld,
    form: forms.Form,
    woorden: tuple[str, str, str],
    doe: Callable[[], None],
) -> HttpResponse:
    """Show one small form about a question that waits, and do what it asks."""
    titel, knop, gelukt = woorden
    pagina = Formulierpagina(titel, knop, gelukt, reverse("wachtplek", args=[beeld.id]), intro=beeld.vraag)
    return behandel_formulier(request, form, pagina, doe, _kruimels(beeld, open_=True))


@poort(WERKEN, "GET", "HEAD", "POST")
def prioriteit(request: Verzoek, melding_id: int) -> HttpResponse:
    """Decide how soon a question is next."""
    beeld = wachtbeeld(request.actor, melding_id)
    form = PrioriteitForm(request.POST or None, initial={"prioriteit": beeld.gekozen, "reden": beeld.reden})

    def doe() -> None:
        g = form.cleaned_data
        zet_wachtprioriteiten(request.actor, [Prioriteitkeuze(melding_id, g["prioriteit"], g["reden"])])

    woorden = (_("Prioriteit op de wachtlijst"), _("Opslaan"), _("De prioriteit is opgeslagen."))
    return _behandel(request, beeld, form, woorden, doe)


@poort(WERKEN, "GET", "HEAD", "POST")
def contact(request: Verzoek, melding_id: int) -> HttpResponse:
    """Record a call to who waits, and what was told about the waiting time."""
    beeld = wachtbeeld(request.actor, melding_id)
    form = ContactForm(request.POST or None)

    def doe() -> None:
        leg_wachtcontacten_vast(request.actor, [Contactinvoer(melding=melding_id, **form.cleaned_data)])

    woorden = (
        _("Contact met wie wacht"),
        _("Vastleggen"),
        _("Het contact is vastgelegd. Was het een vergissing, trek het dan hieronder in."),
    )
    return _behandel(request, beeld, form, woorden, doe)


@poort(WERKEN, "GET", "HEAD", "POST")
def overbruggen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Record what helps while one waits."""
    beeld = wachtbeeld(request.actor, melding_id)
    form = OverbruggingForm(request.POST or None)

    def doe() -> None:
        bied_overbruggingen(request.actor, [Overbruggingsinvoer(melding=melding_id, **form.cleaned_data)])

    woorden = (_("Wat helpt zolang?"), _("Vastleggen"), _("Vastgelegd wat helpt zolang de inwoner wacht."))
    return _behandel(request, beeld, form, woorden, doe)


@poort(WERKEN, "GET", "HEAD", "POST")
def overbrugging_stoppen(request: Verzoek, melding_id: int, overbrugging_id: int) -> HttpResponse:
    """Say when something helps no longer."""
    beeld = wachtbeeld(request.actor, melding_id)
    form = StopForm(request.POST or None)

    def doe() -> None:
        stop_overbrugging(request.actor, melding_id, overbrugging_id, form.cleaned_data["op"])

    woorden = (_("Hulp tijdens het wachten stopt"), _("Opslaan"), _("De laatste dag is opgeslagen."))
    return _behandel(request, beeld, form, woorden, doe)


@poort(WERKEN, "POST")
def contact_intrekken(request: Verzoek, melding_id: int, contact_id: int) -> HttpResponse:
    """Cross out a call that was recorded by mistake."""
    trek_wachtcontact_in(request.actor, melding_id, contact_id)
    messages.success(request, _("Het contact is ingetrokken."))
    return redirect("wachtplek", melding_id)


@poort(WERKEN, "POST")
def overbrugging_intrekken(request: Verzoek, melding_id: int, overbrugging_id: int) -> HttpResponse:
    """Cross out what was recorded by mistake."""
    trek_overbrugging_in(request.actor, melding_id, overbrugging_id)
    messages.success(request, _("De hulp tijdens het wachten is ingetrokken."))
    return redirect("wachtplek", melding_id)
