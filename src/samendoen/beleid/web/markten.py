"""Screens of the accountability market: list, page (also on paper), forms of its lines."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions import markt as acties
from samendoen.beleid.models import Markt, Marktregel
from samendoen.beleid.models.markt import GEVOLGEN, HERKOMSTEN, VORMEN
from samendoen.beleid.queries import markten, schermen
from samendoen.beleid.queries.verhaalbladen import doelkeuzes, mag_beheren
from samendoen.beleid.rules.markt import Regelsoort
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil.api import DatumVeld, Formulierpagina, Kolom, Tabel, behandel_formulier, toon

ZIEN, MAG = Permissie.BELEID_ZIEN, Permissie.BELEID_BEHEREN


class MarktForm(forms.Form):
    """When, where, about what."""

    titel = forms.CharField(label=gettext_lazy("Titel"), max_length=acties.LANGSTE_TITEL)
    op = DatumVeld(label=gettext_lazy("Op welke dag?"))
    plaats = forms.CharField(label=gettext_lazy("Waar?"), required=False, max_length=200)
    vraag = forms.CharField(
        label=gettext_lazy("De vraag van deze markt"),
        help_text=gettext_lazy("Bijvoorbeeld: liggen we op koers, en doen we de goede dingen?"),
        required=False,
        max_length=300,
    )


class NieuweMarktForm(MarktForm):
    """Idem, and of which plan."""

    plan = forms.ChoiceField(label=gettext_lazy("Van welk plan?"))
    field_order = ("plan", "titel", "op", "plaats", "vraag")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(p.code, f"{p.titel} ({p.gemeente})") for p in schermen.plannen()]
        self.fields["plan"].choices = keuzes  # type: ignore[attr-defined]


class Regelform(forms.Form):
    """What every line has."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    versie = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    titel = forms.CharField(label=gettext_lazy("Wat?"), max_length=acties.LANGSTE_TITEL)

    def __init__(self, *args: Any, markt: Markt, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "doel" in self.fields:
            self.fields["doel"].choices = [("", _("Geen doel in het bijzonder")), *doelkeuzes()]  # type: ignore[attr-defined]
        if "verhaal" in self.fields:
            self.fields["verhaal"].choices = markten.verhaalkeuzes(markt)  # type: ignore[attr-defined]


def _doelveld() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=gettext_lazy("Over welk doel?"), coerce=int, empty_value=None, required=False
    )


def _tekstveld(label: Any, hulp: Any = "", *, nodig: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hulp,
        required=nodig,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=acties.LANGSTE_TEKST,
    )


class AgendaForm(Regelform):
    """A line of the programme."""

    begin = forms.TimeField(label=gettext_lazy("Van"), widget=forms.TimeInput(attrs={"type": "time"}))
    einde = forms.TimeField(
        label=gettext_lazy("Tot"), widget=forms.TimeInput(attrs={"type": "time"}), required=False
    )
    van = forms.CharField(
        label=gettext_lazy("Door wie?"),
        help_text=gettext_lazy("De organisatie of de rol, geen naam."),
        required=False,
        max_length=acties.LANGSTE_LABEL,
    )
    tekst = _tekstveld(gettext_lazy("Toelichting"))
    field_order = ("begin", "einde", "titel", "van", "tekst")


class BijdrageForm(Regelform):
    """What somebody brings."""

    herkomst = forms.ChoiceField(
        label=gettext_lazy("Van wie komt dit?"),
        choices=[(h.value, n) for h, n in HERKOMSTEN.items()],
        widget=forms.RadioSelect,
    )
    van = forms.CharField(
        label=gettext_lazy("Welke organisatie, of welke rol?"),
        help_text=gettext_lazy("Van een inwoner geen naam: schrijf bijvoorbeeld 'een mantelzorger'."),
        max_length=acties.LANGSTE_LABEL,
    )
    vorm = forms.ChoiceField(
        label=gettext_lazy("In welke vorm?"), choices=[(v.value, n) for v, n in VORMEN.items()]
    )
    doel = _doelveld()
    tekst = _tekstveld(gettext_lazy("Waar gaat het over?"))
    verhaal = forms.TypedChoiceField(
        label=gettext_lazy("Verhaal erbij"),
        help_text=gettext_lazy("Alleen verhalen waarvan de verteller de markt goed vindt."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    field_order = ("herkomst", "van", "vorm", "titel", "tekst", "doel", "verhaal")


class GehoordForm(Regelform):
    """What was heard and what comes of it."""

    tekst = _tekstveld(gettext_lazy("Wat hoorden we?"), gettext_lazy("Noem geen namen van mensen."))
    doel = _doelveld()
    gevolg = forms.ChoiceField(
        label=gettext_lazy("Wat doen we ermee?"),
        choices=[(g.value, n) for g, n in GEVOLGEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat ermee gebeurt.")},
    )
    reden = _tekstveld(gettext_lazy("Waarom?"), gettext_lazy("De raad leest dit."), nodig=True)
    field_order = ("titel", "tekst", "doel", "gevolg", "reden")


FORMS: dict[Regelsoort, tuple[type[Regelform], Any]] = {
    Regelsoort.AGENDA: (AgendaForm, gettext_lazy("Programmaonderdeel")),
    Regelsoort.BIJDRAGE: (BijdrageForm, gettext_lazy("Bijdrage")),
    Regelsoort.GEHOORD: (GehoordForm, gettext_lazy("Wat we hoorden")),
}


def _kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Koers"), reverse("koers")), (_("Markt"), reverse("koers_markten")), *verder]


@poort(ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """List the markets."""
    kolommen = [Kolom("titel", _("Markt")), Kolom("op", _("Wanneer"), heel=True), Kolom("staat", _("Stand"))]
    beheren = mag_beheren(request.actor)
    leeg = _("Er is nog geen markt gepland.") if beheren else _("Er is nog geen programma gepubliceerd.")
    tabel = Tabel(
        _("Verantwoordingsmarkten"), kolommen, markten.lijst(request.actor), leeg=leeg, toon_titel=False
    )
    gegevens = {"tabel": tabel, "beheren": beheren, "kruimels": [*_kruimels()[:1], (_("Markt"), "")]}
    return toon(request, "beleid/markten.html", gegevens)


@poort(ZIEN)
def markt(request: Verzoek, markt_id: int) -> HttpResponse:
    """Show a market as a programme and, afterwards, with its outcome."""
    blad = markten.marktpagina(request.actor, markten.vindbaar(request.actor, markt_id))
    return toon(request, "beleid/markt.html", {"m": blad, "kruimels": _kruimels((blad["titel"], ""))})


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Plan a market."""
    form = NieuweMarktForm(request.POST or None)
    pagina = Formulierpagina(
        _("Markt plannen"), _("Plannen"), _("De markt is gepland."), reverse("koers_markten")
    )

    def doe() -> None:
        g = dict(form.cleaned_data)
        acties.plan_markt(request.actor, g.pop("plan"), acties.Marktgegevens(**g))

    return behandel_formulier(request, form, pagina, doe, _kruimels())


@poort(MAG, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, markt_id: int) -> HttpResponse:
    """Move a market, or change its question."""
    rij = markten.vindbaar(request.actor, markt_id)
    nu = {"titel": rij.titel, "op": rij.op, "plaats": rij.plaats, "vraag": rij.vraag}
    form = MarktForm(request.POST or None, initial=nu)
    terug = reverse("koers_markt", args=[markt_id])
    pagina = Formulierpagina(_("Markt wijzigen"), _("Opslaan"), _("De markt is gewijzigd."), terug)

    def doe() -> None:
        acties.wijzig_markt(request.actor, markt_id, acties.Marktgegevens(**form.cleaned_data))

    return behandel_formulier(request, form, pagina, doe, _kruimels((rij.titel, terug)))


@poort(MAG, "GET", "HEAD", "POST")
def regel_nieuw(request: Verzoek, markt_id: int, soort: str) -> HttpResponse:
    """Add a line of one kind."""
    if soort not in set(Regelsoort):
        raise acties.markt_onbekend()
    rij = markten.vindbaar(request.actor, markt_id)
    return _regelpagina(request, rij, Regelsoort(soort), None)


@poort(MAG, "GET", "HEAD", "POST")
def regel(request: Verzoek, regel_id: int) -> HttpResponse:
    """Give a line other words."""
    rij = markten.een_regel(regel_id)
    return _regelpagina(request, rij.markt, Regelsoort(rij.soort), rij)


def _regelpagina(request: Verzoek, rij: Markt, soort: Regelsoort, oud: Marktregel | None) -> HttpResponse:
    klasse, naam = FORMS[soort]
    velden = [*klasse.base_fields]
    nu = {v: getattr(oud, f"{v}_id" if v in ("doel", "verhaal") else v) for v in velden} if oud else {}
    form = klasse(request.POST or None, initial=nu, markt=rij)
    terug = reverse("koers_markt", args=[rij.pk])
    gelukt = _("De regel staat erin. Klopt hij niet, wijzig of schrap hem dan.")
    pagina = Formulierpagina(str(naam), _("Opslaan"), gelukt, terug)

    def doe() -> None:
        invoer = acties.Marktregelinvoer(
            markt=rij.pk, soort=soort.value, regel=oud.pk if oud else None, **form.cleaned_data
        )
        acties.zet_marktregels(request.actor, [invoer])

    return behandel_formulier(request, form, pagina, doe, _kruimels((rij.titel, terug)))


@poort(MAG, "POST")
def regel_doen(request: Verzoek, regel_id: int, wat: str) -> HttpResponse:
    """Strike a line or let it stand again, say that it is done or not."""
    rij = markten.een_regel(regel_id)
    daden: dict[str, tuple[Callable[[], object], str]] = {
        "schrappen": (
            lambda: acties.schrap_marktregel(request.actor, regel_id),
            _("De regel is geschrapt. U kunt hem onderaan terugzetten."),
        ),
        "terugzetten": (
            lambda: acties.schrap_marktregel(request.actor, regel_id, terug=True),
            _("De regel staat er weer."),
        ),
        "afdoen": (lambda: acties.doe_marktregel_af(request.actor, regel_id), _("Afgedaan.")),
        "openen": (
            lambda: acties.doe_marktregel_af(request.actor, regel_id, terug=True),
            _("De regel staat weer open."),
        ),
    }
    return _doe(request, rij.markt_id, daden.get(wat))


@poort(MAG, "POST")
def publiceren(request: Verzoek, markt_id: int, deel: str, wat: str) -> HttpResponse:
    """Publish the programme or the outcome, or take it back."""
    terug = wat == "terug"
    gelukt = _("Gepubliceerd: de raad ziet het nu.")
    if terug:
        gelukt = _("Teruggehaald: de raad ziet het niet meer.")
    doe = (lambda: acties.publiceer_markt(request.actor, markt_id, deel, terug=terug), gelukt)
    return _doe(request, markt_id, doe if wat in ("terug", "nu") else None)


def _doe(request: Verzoek, markt_id: int, daad: tuple[Callable[[], object], str] | None) -> HttpResponse:
    """Do what a button asks and go back to the market, also with what was refused."""
    if daad is None:
        raise acties.markt_onbekend()
    doe, gelukt = daad
    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, gelukt)
    return redirect("koers_markt", markt_id)
