"""Screens of case tables: the list, a meeting with its agenda, who sits at it; and the escalation routes."""

from collections.abc import Callable
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.actions.afzeggen import Afzegging, plan_overleg_weer, zeg_overleg_af
from samendoen.casus.actions.agendapunt import Agendering, agendeer_punten, verplaats_punten
from samendoen.casus.actions.overleg import (
    Deelnemerinvoer,
    NieuwOverleg,
    haal_deelnemer_weg,
    plan_overleggen,
    voeg_deelnemers_toe,
    wijzig_overleg,
)
from samendoen.casus.actions.overlegrechten import haal_overleg
from samendoen.casus.definities import escalatieroutes, tafels
from samendoen.casus.models import AFZEGREDENEN
from samendoen.casus.queries.overleg import (
    collegas,
    eigen_teams,
    open_punten,
    overlegbeeld,
    overzicht,
    tafelnaam,
    te_kiezen_overleggen,
)
from samendoen.casus.web.formulier import Formulierpagina, doe_of_zeg
from samendoen.casus.web.overlegforms import AfzegForm, DeelnemerForm, OverlegForm
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import behandel_formulier, datum_lang, probeer, toon

MAG = Permissie.CASUS_WERKEN


@poort(Permissie.WERK_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """Every case table with one's own meetings, and what waits without one."""
    gegevens = {"tafels": overzicht(request.actor), "mag_plannen": request.actor.mag(MAG)}
    return toon(request, "casus/overleggen.html", gegevens)


@poort(Permissie.WERK_ZIEN)
def escalatie(request: Verzoek) -> HttpResponse:
    """Whom to call, when and in which order, for each kind of problem."""
    return toon(request, "casus/escalatie.html", {"routes": escalatieroutes()})


@poort(Permissie.WERK_ZIEN)
def bekijken(request: Verzoek, overleg_id: int) -> HttpResponse:
    """One meeting with its agenda; `?kaal=1` shows numbers alone, for paper that goes round the table."""
    kaal = request.GET.get("kaal") == "1"
    beeld = overlegbeeld(request.actor, overleg_id, kaal=kaal)
    kruimels = [(_("Overleg"), reverse("overleggen")), (f"{beeld.naam}, {beeld.dag}", "")]
    return toon(request, "casus/overleg.html", {"o": beeld, "kaal": kaal, "kruimels": kruimels})


def behandel_overleg(
    request: Verzoek,
    form: forms.Form,
    pagina: Formulierpagina,
    doe: Callable[[], object],
    sjabloon: str = "schil/formulierpagina.html",
) -> HttpResponse:
    """Answer a request for a form about a meeting or an item of its agenda."""
    boven = [(_("Overleg"), reverse("overleggen"))]
    return behandel_formulier(request, form, pagina, doe, boven, sjabloon=sjabloon)


@poort(MAG, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Plan a meeting of one's own team."""
    form = OverlegForm(
        request.POST or None,
        initial={"tafel": request.GET.get("tafel", "")},
        tafels=[(t.code, t.naam) for t in tafels().values()],
        teams=eigen_teams(request.actor),
        mensen=collegas(),
    )
    gemaakt: list[int] = []
    if request.method == "POST" and probeer(
        form, lambda: gemaakt.extend(plan_overleggen(request.actor, [NieuwOverleg(**form.cleaned_data)]))
    ):
        messages.success(request, _("Het overleg is gepland."))
        return redirect("overleg", gemaakt[0])
    pagina = Formulierpagina(_("Overleg plannen"), _("Plannen"), "", reverse("overleggen"))
    return behandel_overleg(request, form, pagina, lambda: None)


@poort(MAG, "GET", "HEAD", "POST")
def wijzigen(request: Verzoek, overleg_id: int) -> HttpResponse:
    """Give a meeting another day or chair."""
    rij = haal_overleg(request.actor, overleg_id)
    begin = {"op": rij.op, "voorzitter": rij.voorzitter_id}
    form = OverlegForm(request.POST or None, initial=begin, mensen=collegas())
    pagina = Formulierpagina(
        _("Overleg wijzigen"),
        _("Opslaan"),
        _("Het overleg is gewijzigd."),
        reverse("overleg", args=[overleg_id]),
        intro=tafelnaam(rij.tafel),
    )
    return behandel_overleg(
        request, form, pagina, lambda: wijzig_overleg(request.actor, overleg_id, **form.cleaned_data)
    )


@poort(MAG, "GET", "HEAD", "POST")
def afzeggen(request: Verzoek, overleg_id: int) -> HttpResponse:
    """Cancel a meeting; its open items wait, or go to another one."""
    rij = haal_overleg(request.actor, overleg_id)
    n = open_punten(overleg_id)
    form = AfzegForm(
        request.POST or None,
        redenen=AFZEGREDENEN.items(),
        overleggen=te_kiezen_overleggen(klok.vandaag(), overleg_id) if n else (),
    )
    pagina = Formulierpagina(
        _("Overleg afzeggen"),
        _("Afzeggen"),
        _("Het overleg is afgezegd. U kunt het weer plannen zolang de dag vrij is."),
        reverse("overleg", args=[overleg_id]),
        intro=f"{tafelnaam(rij.tafel)}, {datum_lang(rij.op)}",
        uitleg=ngettext(
            "Er staat %(n)s punt op de agenda dat nog niet besproken is.",
            "Er staan %(n)s punten op de agenda die nog niet besproken zijn.",
            n,
        )
        % {"n": n}
        if n
        else _("Er staat niets op de agenda dat nog besproken moet worden."),
        gevaar=True,
    )

    def zeg_af() -> None:
        g = form.cleaned_data
        zeg_overleg_af(request.actor, Afzegging(overleg_id, g["reden"], g.get("naar")))

    return behandel_overleg(request, form, pagina, zeg_af)


@poort(MAG, "POST")
def toch(request: Verzoek, overleg_id: int) -> HttpResponse:
    """Plan a meeting again that was cancelled."""
    haal_overleg(request.actor, overleg_id)
    doe_of_zeg(
        request,
        lambda: plan_overleg_weer(request.actor, overleg_id),
        _("Het overleg gaat door. Punten die naar een ander overleg gingen, staan nog daar."),
    )
    return redirect("overleg", overleg_id)


@poort(MAG, "GET", "HEAD", "POST")
def deelnemer(request: Verzoek, overleg_id: int) -> HttpResponse:
    """Say who sits at a meeting."""
    rij = haal_overleg(request.actor, overleg_id)
    form = DeelnemerForm(request.POST or None, mensen=collegas())
    pagina = Formulierpagina(
        _("Deelnemer toevoegen"),
        _("Toevoegen"),
        _("De deelnemer staat op de lijst."),
        reverse("overleg", args=[overleg_id]),
        intro=tafelnaam(rij.tafel),
        uitleg=_(
            "Aan tafel zitten geeft geen recht om dossiers te openen. Wie van buiten komt, ziet hier niets."
        ),
    )

    def voeg_toe() -> None:
        voeg_deelnemers_toe(request.actor, [Deelnemerinvoer(overleg=overleg_id, **form.cleaned_data)])

    return behandel_overleg(request, form, pagina, voeg_toe)


@poort(MAG, "POST")
def deelnemer_weg(request: Verzoek, overleg_id: int, deelnemer_id: int) -> HttpResponse:
    """Take somebody off the list."""
    haal_overleg(request.actor, overleg_id)
    doe_of_zeg(
        request,
        lambda: haal_deelnemer_weg(request.actor, deelnemer_id),
        _("De deelnemer staat niet meer op de lijst."),
    )
    return redirect("overleg", overleg_id)


@poort(MAG, "POST")
def bespreek_melding(request: Verzoek, overleg_id: int, melding_id: int) -> HttpResponse:
    """Put a new question on the agenda, and go to discuss it."""
    haal_overleg(request.actor, overleg_id)
    [punt] = agendeer_punten(request.actor, [Agendering(uuid4(), overleg_id, melding=melding_id)])
    return redirect("overleg_punt", punt)


@poort(MAG, "POST")
def meenemen(request: Verzoek, overleg_id: int, punt_id: int) -> HttpResponse:
    """Take an item that was left at an earlier meeting along to this one."""
    haal_overleg(request.actor, overleg_id)
    doe_of_zeg(
        request,
        lambda: verplaats_punten(request.actor, [(punt_id, overleg_id)]),
        _("Het punt staat nu op deze agenda."),
    )
    return redirect("overleg", overleg_id)
