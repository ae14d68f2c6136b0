"""What changed in a plan since a day, for its readers: lights, accounts, the plan itself, money, stories."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from samendoen.beleid.models import (
    Activiteit,
    Begrotingswijziging,
    Belofte,
    Doelstelling,
    Plan,
    Planwijziging,
    Rapport,
    Stand,
    Thema,
    Verantwoording,
    Verhaal,
)
from samendoen.beleid.models.agenda import ASPECTEN, KLEUREN
from samendoen.beleid.queries.wijzigingen import als_regels
from samendoen.beleid.rules import Aspect, Kleur
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.beleid.rules.verhaal import Verhaalstaat
from samendoen.kernel.api import Actor
from samendoen.schil.api import datum_zonder_dag, euro_centen

MEESTE = 100
"""So many lines of one kind at most; the page says when there are more."""
EERST = 4
"""So many of them one sees at once; the rest unfolds."""


def sinds(door: Actor, plan: Plan, dag: date) -> list[dict[str, Any]]:
    """Return what changed after `dag`, by kind, newest first; kinds without a change are left out."""
    groepen = (
        (_("Lichten"), _lichten(plan, dag)),
        (_("Verantwoording"), _teksten(plan, dag)),
        (_("Het plan zelf"), _plan(door, plan, dag)),
        (_("Geld"), _geld(plan, dag)),
        (_("Moties en toezeggingen"), _beloften(plan, dag)),
        (_("Verhalen"), _verhalen(plan, dag)),
        (_("Rapporten"), _rapporten(plan, dag)),
    )
    return [
        {
            "kop": kop,
            "aantal": min(len(regels), MEESTE),
            "eerst": regels[:EERST],
            "rest": regels[EERST:MEESTE],
            "meer": len(regels) > MEESTE,
        }
        for kop, regels in groepen
        if regels
    ]


def _regel(wat: object, titel: str = "", url: str = "", onder: str = "") -> dict[str, Any]:
    return {"titel": titel, "url": url, "wat": wat, "onder": onder}


def _lichten(plan: Plan, dag: date) -> list[dict[str, Any]]:
    """Return every light that now differs from what the council saw on that day."""
    rijen = Stand.objects.filter(
        activiteit__doelstelling__thema__onderdeel__plan=plan, gepubliceerd_op__isnull=False
    )
    toen = _nieuwste(rijen.filter(gepubliceerd_op__lte=dag))
    nu = _nieuwste(rijen)
    titels = dict(Activiteit.objects.filter(pk__in={a for a, _b in nu}).values_list("pk", "titel"))
    uit = []
    for (activiteit, aspect), s in sorted(nu.items(), key=lambda paar: -paar[1].pk):
        vroeger = toen.get((activiteit, aspect))
        if vroeger is not None and vroeger.kleur == s.kleur:
            continue
        was = str(KLEUREN[Kleur(vroeger.kleur)]) if vroeger else _("geen licht")
        wat = _("%(aspect)s: was %(was)s, is nu %(nu)s") % {
            "aspect": ASPECTEN[Aspect(aspect)],
            "was": was.casefold(),
            "nu": str(KLEUREN[Kleur(s.kleur)]).casefold(),
        }
        url = reverse("koers_activiteit", args=[activiteit])
        uit.append(_regel(wat, titels[activiteit], url, s.toelichting))
    return uit


def _nieuwste(rijen: Any) -> dict[tuple[int, str], Stand]:
    gekozen = rijen.order_by("activiteit", "aspect", "-peildatum", "-pk").distinct("activiteit", "aspect")
    return {(s.activiteit_id, s.aspect): s for s in gekozen}


def _teksten(plan: Plan, dag: date) -> list[dict[str, Any]]:
    rijen = Verantwoording.objects.filter(
        activiteit__doelstelling__thema__onderdeel__plan=plan, gepubliceerd_op__gt=dag
    ).select_related("activiteit")
    return [
        _regel(
            _("nieuwe verantwoording"),
            rij.activiteit.titel,
            reverse("koers_activiteit", args=[rij.activiteit_id]),
        )
        for rij in rijen.order_by("-pk")[: MEESTE + 1]
    ]


def _plan(door: Actor, plan: Plan, dag: date) -> list[dict[str, Any]]:
    """Return what was changed in goals, activities and themes, with the reason that was given."""
    titels = _titels(plan)
    van_plan = Q(pk__in=[])
    for soort, per in titels.items():
        van_plan |= Q(regelsoort=soort, regel__in=list(per))
    rijen: Sequence[Planwijziging] = list(
        Planwijziging.objects.filter(van_plan, op__gt=_einde(dag)).order_by("-pk")[: MEESTE + 1]
    )
    return [
        _regel(
            regel["wat"],
            titels[Regelsoort(rij.regelsoort)][rij.regel],
            _adres(Regelsoort(rij.regelsoort), rij.regel),
            regel["toelichting"],
        )
        for rij, regel in zip(rijen, als_regels(door, rijen), strict=True)
    ]


def _titels(plan: Plan) -> dict[Regelsoort, dict[int, str]]:
    doelen = Doelstelling.objects.filter(thema__onderdeel__plan=plan)
    activiteiten = Activiteit.objects.filter(doelstelling__thema__onderdeel__plan=plan)
    return {
        Regelsoort.THEMA: dict(Thema.objects.filter(onderdeel__plan=plan).values_list("pk", "titel")),
        Regelsoort.DOEL: dict(doelen.values_list("pk", "titel")),
        Regelsoort.ACTIVITEIT: dict(activiteiten.values_list("pk", "titel")),
    }


def _adres(soort: Regelsoort, nummer: int) -> str:
    pagina = {Regelsoort.DOEL: "koers_doel", Regelsoort.ACTIVITEIT: "koers_activiteit"}.get(soort)
    return reverse(pagina, args=[nummer]) if pagina else ""


def _einde(dag: date) -> datetime:
    return make_aware(datetime.combine(dag, time.max))


def _geld(plan: Plan, dag: date) -> list[dict[str, Any]]:
    rijen = Begrotingswijziging.objects.filter(
        Q(op__gt=dag) | Q(ingetrokken_op__gt=dag), kolom__begroting__onderdeel__plan=plan
    ).select_related("van", "naar", "kolom")
    return [
        _regel(
            _("%(bedrag)s van %(van)s naar %(naar)s, %(jaar)s")
            % {
                "bedrag": euro_centen(rij.eurocent),
                "van": rij.van.naam if rij.van else _("buiten deze begroting"),
                "naar": rij.naar.naam if rij.naar else _("buiten deze begroting"),
                "jaar": rij.kolom.titel,
            },
            onder=_("Teruggenomen. %(reden)s") % {"reden": rij.reden} if rij.ingetrokken_op else rij.reden,
        )
        for rij in rijen.order_by("-pk")[: MEESTE + 1]
    ]


def _beloften(plan: Plan, dag: date) -> list[dict[str, Any]]:
    rijen = Belofte.objects.filter(
        Q(gedaan_op__gt=dag) | Q(beeindigd_op__gt=dag), doel__thema__onderdeel__plan=plan
    )
    return [
        _regel(
            _("nieuw") if rij.beeindigd_op is None else _("afgerond"),
            rij.titel,
            reverse("koers_doel", args=[rij.doel_id]),
            rij.uitkomst,
        )
        for rij in rijen.order_by("-pk")[: MEESTE + 1]
    ]


def _verhalen(plan: Plan, dag: date) -> list[dict[str, Any]]:
    rijen = Verhaal.objects.filter(
        doel__thema__onderdeel__plan=plan, staat=Verhaalstaat.GEPUBLICEERD, gepubliceerd_op__gt=dag
    )
    return [
        _regel(_("nieuw verhaal"), rij.titel or "", reverse("koers_verhaal", args=[rij.pk]))
        for rij in rijen.order_by("-pk")[: MEESTE + 1]
    ]


def _rapporten(plan: Plan, dag: date) -> list[dict[str, Any]]:
    rijen = Rapport.objects.filter(plan=plan, publicatie__gepubliceerd_op__gt=_einde(dag))
    return [
        _regel(
            _("stand van %(dag)s") % {"dag": datum_zonder_dag(rij.peildatum)},
            rij.titel,
            reverse("koers_rapport_blad", args=[rij.pk]),
        )
        for rij in rijen.order_by("-pk")[: MEESTE + 1]
    ]
