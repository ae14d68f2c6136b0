"""Screens around a casus: direction, who is involved, the investigation is done, closing."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions.betrokkenen import betrek_personen
from samendoen.casus.actions.regie import draag_regie_over, zet_tweede
from samendoen.casus.actions.sluiten import heropen_casus, sluit_casussen
from samendoen.casus.queries.casus import hoort_bij
from samendoen.casus.queries.keuzes import alle_collegas, collegas, lopende_regie
from samendoen.casus.queries.onderzoek import loopt_naar
from samendoen.casus.queries.schrijven import Blad, formulierblad, nog_niet_betrokken
from samendoen.casus.rules import RedenSluiten, Taakrol
from samendoen.casus.web.forms import BetrekForm, DagForm, RegieForm, SluitForm, TweedeForm
from samendoen.casus.web.formulier import Formulierpagina, behandel, doe_of_zeg
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.toegang.api import Uitkomst, handel_meldingen_af

WERKEN = Permissie.CASUS_WERKEN


def _terug(blad: Blad) -> str:
    return reverse("casus", args=[blad.id])


@poort(WERKEN, "GET", "HEAD", "POST")
def overdragen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Assign the direction, or take it upon oneself; whoever directs asks a colleague instead."""
    blad = formulierblad(request.actor, casus_id)
    nu = lopende_regie(casus_id).get(Taakrol.REGISSEUR)
    mag_toewijzen = request.actor.mag(Permissie.REGIE_TOEWIJZEN)
    if request.actor.id == nu and not mag_toewijzen:
        return redirect("overdracht_nieuw", casus_id)  # to give it away one asks the colleague
    keuzes = dict(collegas([blad.casus.team.groep_id])) if mag_toewijzen else {}
    if request.actor.id is not None:
        keuzes.setdefault(request.actor.id, request.actor.naam)
    form = RegieForm(request.POST or None, collegas=[(pk, n) for pk, n in keuzes.items() if pk != nu])
    pagina = Formulierpagina(
        _("Regie overdragen"),
        _("Overdragen"),
        _("De regie is overgedragen."),
        _terug(blad),
        intro=blad.titel,
        uitleg=_(
            "Wie de regie overneemt, ziet meteen alles van dit huishouden. "
            "De oude regisseur ziet het alleen nog via het team."
        ),
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: draag_regie_over(
            request.actor, [(casus_id, form.cleaned_data["regisseur"], form.cleaned_data["op"])]
        ),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def tweede(request: Verzoek, casus_id: int) -> HttpResponse:
    """Choose who stands beside the director, or nobody."""
    blad = formulierblad(request.actor, casus_id)
    nu = lopende_regie(casus_id)
    keuzes = [(pk, naam) for pk, naam in alle_collegas() if pk != nu.get(Taakrol.REGISSEUR)]
    form = TweedeForm(request.POST or None, collegas=keuzes, initial={"tweede": nu.get(Taakrol.TWEEDE) or ""})
    pagina = Formulierpagina(
        _("Tweede professional"), _("Opslaan"), _("Dat is opgeslagen."), _terug(blad), intro=blad.titel
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: zet_tweede(request.actor, casus_id, form.cleaned_data["tweede"]),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def erbij(request: Verzoek, casus_id: int) -> HttpResponse:
    """Involve somebody of the household who was not yet."""
    blad = formulierblad(request.actor, casus_id)
    form = BetrekForm(request.POST or None, mensen=nog_niet_betrokken(request.actor, blad.casus))
    pagina = Formulierpagina(
        _("Iemand erbij"),
        _("Toevoegen"),
        _("Deze persoon hoort nu bij de casus."),
        _terug(blad),
        intro=blad.titel,
        uitleg=_("U kiest uit wie er in dit huishouden woont."),
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: betrek_personen(request.actor, [(casus_id, form.cleaned_data["persoon"])]),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def onderzocht(request: Verzoek, casus_id: int, melding_id: int) -> HttpResponse:
    """The investigation of a question is done and the report was sent: its clock is met or missed.

    With an investigation that runs it leads through its report; one may do without (`?zonder=`).
    """
    blad = formulierblad(request.actor, casus_id)
    hoort_bij(request.actor, casus_id, melding_id)
    loopt = loopt_naar(melding_id)
    if loopt is not None and request.method != "POST" and "zonder" not in request.GET:
        return redirect("onderzoek_verslag", casus_id, loopt)
    form = DagForm(request.POST or None, label=_("Verslag verstuurd op"))
    pagina = Formulierpagina(
        _("Onderzoek afgerond"),
        _("Onderzoek afgerond, verslag verstuurd"),
        _("Het onderzoek is afgerond. De termijn van deze melding is klaar."),
        _terug(blad),
        intro=blad.titel,
        uitleg=_(
            "De inwoner krijgt een verslag van het onderzoek (Wmo 2015, artikel 2.3.2 lid 8). "
            "Daarmee stopt de termijn."
        ),
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: handel_meldingen_af(
            request.actor, [(melding_id, Uitkomst.ONDERZOCHT.value, form.cleaned_data["op"])]
        ),
    )


@poort(WERKEN, "GET", "HEAD", "POST")
def sluiten(request: Verzoek, casus_id: int) -> HttpResponse:
    """Close a casus, with the reason."""
    blad = formulierblad(request.actor, casus_id)
    form = SluitForm(request.POST or None)
    vergissing = form.is_bound and form.data.get("reden") == RedenSluiten.VERGISSING
    pagina = Formulierpagina(
        _("Casus sluiten"),
        _("Casus sluiten"),
        _("De casus is gesloten. U kunt haar weer openen als dat te vroeg was.")
        if not vergissing
        else _("De casus is gesloten als vergissing. De melding is weer vrij."),
        reverse("casussen") if vergissing else _terug(blad),
        intro=blad.titel,
        uitleg=_(
            "Sluiten kan als er geen melding meer openstaat en geen wettelijke termijn meer loopt. "
            "Het plan blijft te lezen."
        ),
        annuleer=_terug(blad),
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: sluit_casussen(
            request.actor, [(casus_id, form.cleaned_data["reden"], form.cleaned_data["op"])]
        ),
    )


@poort(WERKEN, "POST")
def heropenen(request: Verzoek, casus_id: int) -> HttpResponse:
    """Undo the closing."""
    doe_of_zeg(
        request,
        lambda: heropen_casus(request.actor, casus_id),
        _("De casus is weer open. De regie loopt door."),
    )
    return redirect("casus", casus_id)
