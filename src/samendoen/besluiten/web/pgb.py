"""A budget of one's own: write it down, check the care agreement, and the list for the SVB."""

import csv
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.actions.controle import LANGSTE
from samendoen.besluiten.actions.pgb import (
    LANGSTE_NAAM,
    Pgbinvoer,
    beoordeel_zorgovereenkomsten,
    hoogste,
    leg_pgb_vast,
)
from samendoen.besluiten.models import BEHEER, VOORWAARDEN, Voorziening
from samendoen.besluiten.queries.pgb import KOPPEN, pgb_lijst, pgb_regels, pgb_van
from samendoen.besluiten.queries.voorzieningen import voorziening_om_te_lezen
from samendoen.besluiten.rules.pgb import Beheer
from samendoen.besluiten.web.aanbodforms import EuroVeld
from samendoen.besluiten.web.forms import DagForm
from samendoen.besluiten.web.views import met_formulier
from samendoen.kernel.api import Permissie, Verzoek, geheel, klok, poort
from samendoen.schil.api import ChipEen, DatumVeld, Kolom, Tabel, euro_centen, kies, toon


class PgbForm(forms.Form):
    """How much a year, who manages it, and the conditions of the law.

    What may stay empty depends on the rest, so the hints say it and no field does by itself.
    """

    alles_mag_leeg = True
    budget = EuroVeld(label=gettext_lazy("Budget per jaar, in euro's"))
    beheer = forms.ChoiceField(
        label=gettext_lazy("Wie beheert het budget?"),
        choices=[(b.value, naam) for b, naam in BEHEER.items()],
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies wie het beheert.")),
    )
    vertegenwoordiger = forms.CharField(
        label=gettext_lazy("Naam van de vertegenwoordiger"),
        help_text=gettext_lazy("Alleen als de inwoner het budget niet zelf beheert. Komt in de brief."),
        max_length=LANGSTE_NAAM,
        required=False,
    )
    voorwaarden = forms.MultipleChoiceField(
        label=gettext_lazy("Wat is nagegaan?"),
        help_text=gettext_lazy("Wmo 2015 artikel 2.3.6 lid 2, Jeugdwet artikel 8.1.1 lid 2."),
        choices=[(v.value, zin) for v, zin in VOORWAARDEN.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Toelichting"),
        help_text=gettext_lazy("Nodig als niet alles hierboven is aangevinkt. Komt niet in de brief."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        required=False,
    )


class ZorgovereenkomstForm(DagForm):
    """On which day the agreement was checked; empty is not (any more)."""

    op = DatumVeld(
        label=gettext_lazy("Akkoord op"),
        help_text=gettext_lazy("Leeg: nog niet, of toch niet akkoord."),
        required=False,
    )


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def pgb_vastleggen(request: Verzoek, voorziening_id: int) -> HttpResponse:
    """Write down the budget of a provision."""
    v = voorziening_om_te_lezen(request.actor, voorziening_id)
    meest = hoogste(Voorziening.objects.select_related("product").get(pk=voorziening_id))
    form = PgbForm(request.POST or None, initial=_begin(voorziening_id, meest))
    form.fields["budget"].help_text = _("Hoogstens %(bedrag)s: zo veel kost dezelfde hulp in natura.") % {
        "bedrag": euro_centen(meest)
    }
    teksten = (
        _("Persoonsgebonden budget"),
        _("Wat u hier invult, komt in de brief. Na de bekendmaking ligt het bedrag vast."),
        _("Opslaan"),
        _("Het budget is vastgelegd. U kunt dit wijzigen."),
    )

    def doe(g: dict[str, Any]) -> None:
        rest = {naam: g[naam] for naam in ("beheer", "vertegenwoordiger", "toelichting")}
        invoer = Pgbinvoer(voorziening_id, g["budget"], voorwaarden=tuple(g["voorwaarden"]), **rest)
        leg_pgb_vast(request.actor, [invoer])

    return met_formulier(request, v.aanvraag_id, form, doe, teksten)


def _begin(voorziening_id: int, meest: int) -> dict[str, Any]:
    rij = pgb_van(voorziening_id)
    if rij is None:
        return {"budget": f"{meest / 100:.2f}".replace(".", ","), "beheer": Beheer.ZELF.value}
    return {
        "budget": f"{rij.budget_eurocent / 100:.2f}".replace(".", ","),
        "beheer": rij.beheer,
        "vertegenwoordiger": rij.vertegenwoordiger,
        "voorwaarden": rij.voorwaarden,
        "toelichting": rij.toelichting,
    }


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def zorgovereenkomst(request: Verzoek, voorziening_id: int) -> HttpResponse:
    """Write down that the care agreement was checked, or take that back."""
    v = voorziening_om_te_lezen(request.actor, voorziening_id)
    rij = pgb_van(voorziening_id)
    begin = {"op": rij.overeenkomst_op} if rij and rij.overeenkomst_op else None
    teksten = (
        _("Zorgovereenkomst"),
        _("Past de overeenkomst bij het besluit: de hulp, het tarief en de periode? Dan kan de SVB betalen."),
        _("Opslaan"),
        _("Opgeslagen. U kunt dit altijd weer wijzigen."),
    )
    return met_formulier(
        request,
        v.aanvraag_id,
        ZorgovereenkomstForm(request.POST or None, initial=begin),
        lambda g: beoordeel_zorgovereenkomsten(request.actor, [(voorziening_id, g["op"])]),
        teksten,
    )


@poort(Permissie.VOORZIENING_TOEWIJZEN)
def pgb(request: Verzoek) -> HttpResponse:
    """The budgets that run; for the back office also as a file for the SVB."""
    rijen, deel = pgb_lijst(request.actor, klok.vandaag(), geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Budgetten (pgb)"),
        [
            Kolom("wie", _("Voor wie en wat")),
            Kolom("omvang", _("Omvang")),
            Kolom("periode", _("Periode")),
            Kolom("budget", _("Budget per jaar"), getal=True),
            Kolom("overeenkomst", _("Zorgovereenkomst")),
        ],
        rijen,
        leeg=_("Hier verschijnen de lopende persoonsgebonden budgetten. Nu loopt er geen."),
        toon_titel=False,
    )
    context = {"tabel": tabel, "deel": deel, "mag_svb": request.actor.mag(Permissie.GELD_ZIEN)}
    return toon(request, "besluiten/pgb.html", context)


@poort(Permissie.GELD_ZIEN)
def pgb_svb(request: Verzoek) -> HttpResponse:
    """The budgets that run as a file for the SVB; every dossier in it is logged as read."""
    dag = klok.vandaag()
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="pgb-svb-{dag.isoformat()}.csv"'
    antwoord["Cache-Control"] = "no-store"
    schrijver = csv.writer(antwoord, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    schrijver.writerows([_cel(tekst) for tekst in regel] for regel in pgb_regels(request.actor, dag))
    return antwoord


def _cel(tekst: str) -> str:
    """Keep a spreadsheet from taking what somebody typed for a formula."""
    return f"'{tekst}" if tekst[:1] in "=+-@\t" and tekst else tekst
