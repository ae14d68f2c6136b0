"""Screens of the villages' subsidy budget: the division, one village with its expenses."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions.dorpsbudget import (
    NieuweDorpsuitgave,
    boek_dorpsuitgaven,
    trek_dorpsuitgave_in,
    verdeel_dorpsbudget,
)
from samendoen.beleid.queries import initiatieven as vragen
from samendoen.beleid.queries.verhaalbladen import mag_beheren
from samendoen.beleid.web.initiatiefforms import UitgaveForm, VerdeelForm
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, behandel_formulier, toon

ZIEN, MAG = Permissie.BELEID_ZIEN, Permissie.BELEID_BEHEREN


def _kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Koers"), reverse("koers")), (_("Dorpen"), reverse("koers_dorpen")), *verder]


@poort(ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Show per year what every village has, spent and has left."""
    kolommen = [
        Kolom("dorp", _("Dorp")),
        Kolom("inwoners", _("Inwoners"), getal=True),
        Kolom("deel", _("Deel"), getal=True, heel=True),
        Kolom("besteed", _("Besteed"), getal=True, heel=True),
        Kolom("over", _("Over"), getal=True, heel=True),
    ]
    tabellen = [
        Tabel(_("Subsidiebudget %(jaar)s") % {"jaar": b["jaar"]}, kolommen, b["rijen"], voet=b["voet"])
        for b in vragen.dorpsbudgetten()
    ]
    gegevens = {
        "tabellen": tabellen,
        "beheren": mag_beheren(request.actor),
        "kruimels": [*_kruimels()[:1], (_("Dorpen"), "")],
    }
    return toon(request, "beleid/dorpen.html", gegevens)


@poort(MAG, "GET", "HEAD", "POST")
def verdelen(request: Verzoek) -> HttpResponse:
    """Divide the money of a year."""
    form = VerdeelForm(request.POST or None)
    pagina = Formulierpagina(
        _("Budget verdelen over de dorpen"),
        _("Verdelen"),
        _("Verdeeld. Verdeel opnieuw als een getal niet klopte."),
        reverse("koers_dorpen"),
        uitleg=_("De aantallen zijn schattingen van Samendoen. Zet er uw eigen cijfers in."),
    )

    def doe() -> None:
        g = form.cleaned_data
        verdeel_dorpsbudget(request.actor, g["jaar"], g["bedrag"], form.inwoners())

    return behandel_formulier(request, form, pagina, doe, _kruimels())


@poort(ZIEN)
def dorp(request: Verzoek, deel_id: int) -> HttpResponse:
    """Show the share of a village and its expenses."""
    blad = vragen.dorpspagina(vragen.haal_deel(deel_id))
    titel = f"{blad['dorp']} {blad['jaar']}"
    gegevens = {"d": blad, "beheren": mag_beheren(request.actor), "kruimels": _kruimels((titel, ""))}
    return toon(request, "beleid/dorp.html", gegevens)


@poort(MAG, "GET", "HEAD", "POST")
def uitgave(request: Verzoek, deel_id: int) -> HttpResponse:
    """Book an expense of a village."""
    blad = vragen.dorpspagina(vragen.haal_deel(deel_id))
    form = UitgaveForm(request.POST or None)
    terug = reverse("koers_dorp", args=[deel_id])
    titel = f"{blad['dorp']} {blad['jaar']}"
    pagina = Formulierpagina(
        _("Uitgave boeken"),
        _("Boeken"),
        _("Geboekt. Klopt het niet, trek de uitgave dan in."),
        terug,
        intro=titel,
        uitleg=_("Nog over: %(bedrag)s.") % {"bedrag": blad["over"]},
    )

    def doe() -> None:
        g = form.cleaned_data
        nieuw = NieuweDorpsuitgave(g["kenmerk"], deel_id, g["omschrijving"], g["bedrag"], g["op"])
        boek_dorpsuitgaven(request.actor, [nieuw])

    return behandel_formulier(request, form, pagina, doe, _kruimels((titel, terug)))


@poort(MAG, "POST")
def uitgave_intrekken(request: Verzoek, uitgave_id: int) -> HttpResponse:
    """Withdraw an expense."""
    deel = vragen.budget_van_uitgave(uitgave_id)
    trek_dorpsuitgave_in(request.actor, uitgave_id)
    messages.success(request, _("De uitgave is ingetrokken; het geld is weer over."))
    return redirect("koers_dorp", deel)
