"""The pages of initiatives, their money and the villages' budget, as ready strings."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.beleid.actions.dorpsbudget import besteed_van, dorp_onbekend
from samendoen.beleid.actions.initiatief import initiatief_onbekend, laatste_toets, voorwaarden_van
from samendoen.beleid.definities import plancodes, plandefinitie
from samendoen.beleid.definities.verhaal import dorpen
from samendoen.beleid.events.initiatief import INITIATIEF
from samendoen.beleid.models import (
    Dorpsbudget,
    Dorpsdeel,
    Dorpsuitgave,
    Evaluatiemoment,
    Initiatief,
    Plan,
)
from samendoen.beleid.models.initiatief import BESLUITEN, STATEN, UITKOMSTEN
from samendoen.beleid.queries.initiatiefgeld import Jaargeld, geld_per_jaar, pot_van
from samendoen.beleid.rules.initiatief import Besluit, Initiatiefstaat, Uitkomst, niet_voldaan
from samendoen.kernel.api import Actor, klok, verloop
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.organisatie.api import gemeente
from samendoen.schil.api import aantal, datum_lang, datum_zonder_dag, euro, euro_centen, status, termijn_tekst
from samendoen.werk.api import taakregel

EVALUEREN = "initiatief-evalueren"
_SOORT = {
    Initiatiefstaat.TOETS: "waarschuwing",
    Initiatiefstaat.LOOPT: "loopt",
    Initiatiefstaat.AFGEWEZEN: "neutraal",
    Initiatiefstaat.BESLOTEN: "ok",
}
_TEKEN = {Uitkomst.VOLDOET: "ok", Uitkomst.NIET: "fout", Uitkomst.UITWERKEN: "waarschuwing"}


def plannen_met_voorwaarden() -> list[Plan]:
    """Return the plans here that judge initiatives."""
    codes = [code for code in plancodes() if plandefinitie(code)[0].voorwaarde]
    return list(Plan.objects.filter(code__in=codes).order_by("titel", "code"))


def haal(initiatief_id: int) -> Initiatief:
    """Return an initiative. Raises NietGevonden."""
    rijen = Initiatief.objects.select_related("plan", "doel", "regel", "eigenaar")
    rij = rijen.filter(pk=initiatief_id).first()
    if rij is None:
        raise initiatief_onbekend()
    return rij


def lijst() -> list[dict[str, Any]]:
    """Return every initiative as a row: those that ask something first."""
    orde = list(Initiatiefstaat)
    rijen = sorted(
        Initiatief.objects.select_related("plan"), key=lambda r: (orde.index(Initiatiefstaat(r.staat)), -r.pk)
    )
    return [
        {
            "naam": rij.naam,
            "url": reverse("koers_initiatief", args=[rij.pk]),
            "onder": " · ".join(deel for deel in (rij.indiener, rij.dorp, _tijd(rij)) if deel),
            "staat": _staat(rij),
            "bedrag": euro(rij.bedrag_eurocent),
        }
        for rij in rijen
    ]


def _staat(rij: Initiatief) -> SafeString:
    naam = str(STATEN[Initiatiefstaat(rij.staat)])
    if rij.besluit:
        naam = str(BESLUITEN[Besluit(rij.besluit)]).partition(":")[0]
    return status(_SOORT[Initiatiefstaat(rij.staat)], naam)


def _tijd(rij: Initiatief) -> str:
    woorden = {"van": datum_zonder_dag(rij.van), "tot": datum_zonder_dag(rij.tot)}
    return _("%(van)s tot en met %(tot)s") % woorden


def geldtabel(plan: Plan) -> list[dict[str, str]]:
    """Return the money of every year as rows."""
    pot = pot_van(plan)
    return [_geldregel(g) for g in geld_per_jaar(pot)] if pot else []


def _geldregel(g: Jaargeld) -> dict[str, str]:
    onbepaald = _("nog niet bepaald")
    r = g.regel
    return {
        "naam": f"{g.jaar}: {g.naam}",
        "beschikbaar": onbepaald if r.beschikbaar is None else euro(r.beschikbaar),
        "toegekend": euro(r.toegekend),
        "over": onbepaald if r.over is None else euro(r.over),
        "grootboek": "" if g.grootboek is None else euro(g.grootboek),
    }


def initiatiefpagina(rij: Initiatief) -> dict[str, Any]:
    """Return the page of an initiative."""
    staat = Initiatiefstaat(rij.staat)
    toets = toetsregels(rij)
    momenten = list(rij.momenten.order_by("op"))
    open_ = niet_voldaan(list(toets), {c: t["uitkomst"] for c, t in toets.items()})
    gehouden = [m for m in momenten if m.gehouden_op]
    return {
        "id": rij.pk,
        "naam": rij.naam,
        "wie": ", ".join(deel for deel in (rij.indiener, rij.dorp) if deel),
        "plan": rij.plan.titel,
        "omschrijving": rij.omschrijving,
        "doel": f"{rij.doel.code} {rij.doel.titel}" if rij.doel else "",
        "doel_url": reverse("koers_doel", args=[rij.doel_id]) if rij.doel_id else "",
        "staat": _staat(rij),
        "tijd": _tijd(rij),
        "bedrag": euro(rij.bedrag_eurocent),
        "geld": _("%(regel)s van %(jaar)s") % {"regel": rij.regel.naam, "jaar": rij.jaar},
        "beoogd": rij.beoogd,
        "gronden": rij.gronden,
        "eigenaar": rij.eigenaar.naam if rij.eigenaar else "",
        "toets": list(toets.values()),
        "open": len(open_),
        "momenten": [_moment(m, staat) for m in momenten],
        "reden": rij.reden,
        "besluit": BESLUITEN[Besluit(rij.besluit)] if rij.besluit else "",
        "zaak": rij.zaak,
        "raad": rij.raad,
        "besteed": euro(rij.besteed_eurocent) if rij.besteed_eurocent is not None else "",
        "in_toets": staat is Initiatiefstaat.TOETS,
        "loopt": staat is Initiatiefstaat.LOOPT,
        "terug": staat is not Initiatiefstaat.TOETS and not (staat is Initiatiefstaat.LOOPT and gehouden),
        "regels": [
            {"datum": datum_lang(r["datum"]), "wat": r["zin"], "wie": r["wie"]}
            for r in verloop(INITIATIEF, rij.pk)
        ],
    }


def toetsregels(rij: Initiatief) -> dict[str, dict[str, Any]]:
    """Return every condition by code, with how it was judged."""
    nu = laatste_toets(rij.pk)
    uit = {}
    for nummer, (code, titel) in enumerate(voorwaarden_van(rij.plan.code).items(), 1):
        uitkomst, tekst = nu.get(code, ("", ""))
        label = (
            status(_TEKEN[Uitkomst(uitkomst)], UITKOMSTEN[Uitkomst(uitkomst)])
            if uitkomst
            else status("pauze", _("Nog niet bekeken"))
        )
        uit[code] = {
            "nummer": nummer, "titel": titel, "uitkomst": uitkomst, "label": label, "toelichting": tekst
        }  # fmt: skip
    return uit


def _moment(m: Evaluatiemoment, staat: Initiatiefstaat) -> dict[str, Any]:
    loopt = staat is Initiatiefstaat.LOOPT
    return {
        "id": m.pk,
        "op": datum_lang(m.op) if m.gehouden_op or not loopt else termijn_tekst(m.op, klok.vandaag()),
        "gehouden": datum_zonder_dag(m.gehouden_op) if m.gehouden_op else "",
        "bevinding": m.bevinding,
        "houden": loopt and not m.gehouden_op,
        "terug": loopt and bool(m.gehouden_op),
    }


def geldkeuzes(plan: Plan) -> tuple[list[tuple[str, str]], list[tuple[int, str]]]:
    """Return the lines that may pay, and the years of their budget."""
    pot = pot_van(plan)
    if pot is None:
        return [], []
    return list(pot.namen.items()), [(jaar, str(jaar)) for jaar in pot.jaren]


def dorpsnamen() -> dict[str, int]:
    """Return the villages of this municipality with the inhabitants that the definition gives."""
    onze = gemeente()
    return dorpen(onze.code) if onze else {}


def dorpsbudgetten() -> list[dict[str, Any]]:
    """Return the budgets of the villages, newest year first, with rows and a computed total."""
    return [_budget(b) for b in Dorpsbudget.objects.order_by("-jaar").prefetch_related("delen__uitgaven")]


def _budget(budget: Dorpsbudget) -> dict[str, Any]:
    delen = sorted(budget.delen.all(), key=lambda d: d.dorp)
    rijen, samen = [], 0
    for deel in delen:
        besteed = sum(u.eurocent for u in deel.uitgaven.all() if u.ingetrokken_op is None)
        samen += besteed
        rijen.append(
            {
                "dorp": deel.dorp,
                "url": reverse("koers_dorp", args=[deel.pk]),
                "inwoners": aantal(deel.inwoners),
                "deel": euro_centen(deel.eurocent),
                "besteed": euro_centen(besteed),
                "over": euro_centen(deel.eurocent - besteed),
            }
        )
    voet = {
        "dorp": _("Samen"),
        "inwoners": aantal(sum(d.inwoners for d in delen)),
        "deel": euro_centen(sum(d.eurocent for d in delen)),
        "besteed": euro_centen(samen),
        "over": euro_centen(budget.eurocent - samen),
    }
    return {"jaar": budget.jaar, "rijen": rijen, "voet": voet}


def haal_deel(deel_id: int) -> Dorpsdeel:
    """Return the share of a village. Raises NietGevonden."""
    deel = Dorpsdeel.objects.select_related("budget").filter(pk=deel_id).first()
    if deel is None:
        raise dorp_onbekend()
    return deel


def dorpspagina(deel: Dorpsdeel) -> dict[str, Any]:
    """Return the page of a village in a year: its share and its expenses."""
    besteed = besteed_van(deel.pk)
    uitgaven = Dorpsuitgave.objects.filter(deel=deel).order_by("-op", "-pk")
    return {
        "id": deel.pk,
        "dorp": deel.dorp,
        "jaar": deel.budget.jaar,
        "deel": euro_centen(deel.eurocent),
        "besteed": euro_centen(besteed),
        "over": euro_centen(deel.eurocent - besteed),
        "uitgaven": [
            {
                "id": u.pk,
                "op": datum_zonder_dag(u.op),
                "omschrijving": u.omschrijving,
                "bedrag": euro_centen(u.eurocent),
                "weg": datum_zonder_dag(u.ingetrokken_op) if u.ingetrokken_op else "",
            }
            for u in uitgaven
        ],
    }


def budget_van_uitgave(uitgave_id: int) -> int:
    """Return the share that an expense is of. Raises NietGevonden."""
    deel = Dorpsuitgave.objects.filter(pk=uitgave_id).values_list("deel", flat=True).first()
    if deel is None:
        raise dorp_onbekend()
    return deel


def evaluatietaken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every agreed evaluation of what runs, as early as the definition says."""
    regel = taakregel(EVALUEREN)
    rijen = Evaluatiemoment.objects.filter(
        initiatief__staat=Initiatiefstaat.LOOPT.value,
        initiatief__eigenaar__isnull=False,
        gehouden_op=None,
        op__lte=dag + regel.vooraf,
    ).order_by("pk")
    for moment in rijen.select_related("initiatief"):
        tekst, uitleg = regel.schrijf("te_laat" if moment.op < dag else "", dag=datum_lang(moment.op))
        yield Taakvoorstel(
            sleutel=f"initiatief.{moment.pk}.{moment.op.isoformat()}",
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=moment.op,
            dossier_id=None,
            groep_id=None,
            gebruiker_id=moment.initiatief.eigenaar_id,
            onderwerp_soort=INITIATIEF,
            onderwerp_id=moment.initiatief_id,
        )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task was computed."""
    op = date.fromisoformat(sleutel.split(".")[2])
    return [(_("Taak vanaf"), op - taakregel(EVALUEREN).vooraf), (_("Evaluatie afgesproken op"), op)]


REGEL = Taakregel(EVALUEREN, "Een initiatief is aan de beurt om te evalueren.", evaluatietaken, herleid)


def namen(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return by number what an initiative is called: what a task is about."""
    return dict(Initiatief.objects.filter(pk__in=list(onderwerp_ids)).values_list("pk", "naam"))
