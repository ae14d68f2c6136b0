"""Looking back on a plan: what its form asks, what was said, and what it asks of the director."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.access import binnen, haal, niet_gevonden, schrijfbaar, te_lezen, werkt
from samendoen.casus.events import CASUS
from samendoen.casus.models import (
    BEREIKT,
    EINDES,
    MATES,
    VERVOLG,
    Casus,
    Doel,
    Doeluitslag,
    Evaluatie,
    Plan,
    Uitkomst,
)
from samendoen.casus.queries import taken
from samendoen.casus.queries.mensen import Mens, Mensen, mensen_van
from samendoen.casus.queries.plan import plannen_van
from samendoen.casus.rules import (
    Bereikt,
    Einde,
    Mate,
    Planstatus,
    Status,
    Vervolg,
    is_jeugd,
)
from samendoen.kernel.api import Actor, Niveau, Permissie, gevuld, klok, log_inzage
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import datum_lang, status, termijn_tekst
from samendoen.werk.api import taakregel

VORM = {Bereikt.BEREIKT: "ok", Bereikt.DEELS: "info", Bereikt.NIET: "waarschuwing"}
VERVOLGVORM = {
    Vervolg.DOORGAAN: "neutraal",
    Vervolg.OPSCHALEN: "waarschuwing",
    Vervolg.AFSCHALEN: "ok",
    Vervolg.STOPPEN: "ok",
}


@dataclass(frozen=True, slots=True)
class Tebespreken:
    """A goal that the form asks about."""

    pk: int
    doel: Doel
    naam: str
    roepnaam: str
    gebied: str
    tekst: str
    tevreden_als: str


@dataclass(frozen=True, slots=True)
class Tevragen:
    """Somebody of whom the outcome is asked. `jeugd`: the national criteria too."""

    persoon_id: int
    naam: str
    roepnaam: str
    jeugd: bool


@dataclass(frozen=True, slots=True)
class Terugblik:
    """What the form of an evaluation asks."""

    plan: Plan
    doelen: tuple[Tebespreken, ...]
    mensen: tuple[Tevragen, ...]


def terugblik(door: Actor, casus_id: int, mensen: Mensen) -> Terugblik:
    """Return what is asked while looking back on the plan that holds, of those this actor may write about;
    NietGevonden without such a plan. For the page that authorised and logged the casus."""
    plan = Plan.objects.filter(casus=casus_id, status=Planstatus.VASTGESTELD).first()
    if plan is None:
        raise niet_gevonden()
    per = mensen.per_id()
    gebieden = leefgebieden()
    rijen = binnen(
        Doel.objects.filter(plan=plan, dossier__gewist_op=None), door, niveau=Niveau.SCHRIJFBAAR
    ).order_by("volgorde", "pk")
    doelen = [d for d in rijen if d.inwoner_id in per]
    volgorde = [m for m in mensen.bekend if m.persoon_id in {d.inwoner_id for d in doelen}]
    return Terugblik(
        plan=plan,
        doelen=tuple(
            Tebespreken(
                d.pk, d, m.naam, m.roepnaam, gebieden.get(d.leefgebied, d.leefgebied), d.tekst, d.tevreden_als
            )
            for m in volgorde
            for d in doelen
            if d.inwoner_id == m.persoon_id
        ),
        mensen=tuple(Tevragen(m.persoon_id, m.naam, m.roepnaam, _jeugd(m)) for m in volgorde),
    )


def _jeugd(mens: Mens) -> bool:
    return is_jeugd(mens.geboren, klok.vandaag(), mens.wet)


@dataclass(frozen=True, slots=True)
class Uitslagbeeld:
    """What was said of one goal, ready to show."""

    naam: str
    roepnaam: str
    gebied: str
    doel: str
    bereikt: SafeString
    woorden: str
    vervolg: SafeString
    reden: str


@dataclass(frozen=True, slots=True)
class Evaluatiebeeld:
    """One evaluation, ready to show. `laatste`: it may be taken back. `zwaarder`: a goal asks for more."""

    id: int
    casus_id: int
    titel: str
    op: str
    versie: int
    volgende: str
    ingetrokken: str
    doelen: tuple[Uitslagbeeld, ...]
    uitkomsten: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    laatste: bool
    zwaarder: bool


def evaluatiebeeld(door: Actor, casus_id: int, evaluatie_id: int) -> Evaluatiebeeld:
    """Return one evaluation with what was said of those this reader may read; logged.

    NietGevonden outside the scope.
    """
    casus = haal(door, casus_id)
    e = Evaluatie.objects.select_related("plan").filter(pk=evaluatie_id, plan__casus=casus).first()
    if e is None:
        raise niet_gevonden()
    mensen = mensen_van(door, casus_id)
    log_inzage(door, "casus-evaluatie", [m.dossier_id for m in mensen.bekend])
    uitslagen = list(
        binnen(Doeluitslag.objects.filter(evaluatie=e), door).select_related("doel").order_by("pk")
    )
    uitkomsten = list(binnen(Uitkomst.objects.filter(evaluatie=e), door).order_by("pk"))
    per = mensen.per_id()
    return Evaluatiebeeld(
        id=e.pk,
        casus_id=casus_id,
        titel=mensen.namen or _("Casus %(nr)s") % {"nr": casus_id},
        op=datum_lang(e.op),
        versie=e.plan.versie,
        volgende=datum_lang(e.volgende_op),
        ingetrokken=datum_lang(e.ingetrokken_op) if e.ingetrokken_op else "",
        doelen=tuple(_uitslag(u, per[u.inwoner_id]) for u in uitslagen if u.inwoner_id in per),
        uitkomsten=tuple(_uitkomst(u, per[u.inwoner_id].naam) for u in uitkomsten if u.inwoner_id in per),
        laatste=_is_laatste(door, casus, e),
        zwaarder=any(u.vervolg == Vervolg.OPSCHALEN for u in uitslagen),
    )


def _is_laatste(door: Actor, casus: Casus, e: Evaluatie) -> bool:
    """Tell whether this actor may take it back."""
    if casus.status != Status.OPEN or e.plan.status != Planstatus.VASTGESTELD or e.ingetrokken_op:
        return False
    if not door.mag(Permissie.CASUS_WERKEN):
        return False
    if not schrijfbaar(Casus.objects.filter(pk=casus.pk), door).exists():
        return False
    return not Evaluatie.objects.filter(plan=e.plan, ingetrokken_op=None, pk__gt=e.pk).exists()


def _uitslag(u: Doeluitslag, mens: Mens) -> Uitslagbeeld:
    gebieden = leefgebieden()
    return Uitslagbeeld(
        naam=mens.naam,
        roepnaam=mens.roepnaam,
        gebied=gebieden.get(u.doel.leefgebied, u.doel.leefgebied),
        doel=u.doel.tekst or _("De woorden zijn gewist."),
        bereikt=status(VORM[Bereikt(u.bereikt)], str(BEREIKT[Bereikt(u.bereikt)])),
        woorden=u.woorden or _("De woorden zijn gewist."),
        vervolg=status(VERVOLGVORM[Vervolg(u.vervolg)], str(VERVOLG[Vervolg(u.vervolg)])),
        reden=u.reden,
    )


def _uitkomst(u: Uitkomst, naam: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    feiten = [(_("Hulp"), str(EINDES[Einde(u.einde)]))]
    feiten.append((_("Tevreden"), str(u.cijfer) if u.cijfer else _("Niet gezegd")))
    for vraag, code in (
        (_("Verder zonder hulp"), u.zonder_hulp),
        (_("Minder problemen"), u.minder_problemen),
    ):
        if code:
            feiten.append((vraag, str(MATES[Mate(code)])))
    return naam, tuple(feiten)


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus when people look back, and each time that they did."""
    casus = te_lezen(door, onderwerp_id)
    if casus is None:
        return ""
    plan = next((p for p in plannen_van(door, onderwerp_id) if p.status == Planstatus.VASTGESTELD), None)
    evaluaties: list[Evaluatie] = []
    if "casus:evaluatie" in gevuld(door, "casus", onderwerp_id):
        rijen = Evaluatie.objects.filter(plan__casus=casus).select_related("plan")
        evaluaties = list(rijen.order_by("-op", "-pk"))
    if plan is None and not evaluaties:
        return ""
    geteld = _geteld(door, evaluaties) if evaluaties else {}
    mag = plan is not None and werkt(door, casus)
    dag = plan.evaluatie_op if plan and casus.status == Status.OPEN else None
    gegevens = {
        "wanneer": termijn_tekst(dag, klok.vandaag()) if dag else "",
        "te_laat": dag is not None and dag < klok.vandaag(),
        "nieuw_url": reverse("evaluatie_nieuw", args=[casus.pk]) if mag else "",
        "regels": [
            {
                "url": reverse("evaluatie", args=[casus.pk, e.pk]),
                "op": datum_lang(e.op),
                "onder": _("Ingetrokken") if e.ingetrokken_op else geteld.get(e.pk, ""),
            }
            for e in evaluaties
        ],
    }
    return render_to_string("casus/paneel_evaluatie.html", {"p": gegevens})


def _geteld(door: Actor, evaluaties: Iterable[Evaluatie]) -> dict[int, str]:
    """Return by evaluation how many goals were reached, of those this reader may read."""
    per: dict[int, Counter[str]] = {}
    rijen = binnen(Doeluitslag.objects.filter(evaluatie__in=[e.pk for e in evaluaties]), door)
    for evaluatie, bereikt in rijen.values_list("evaluatie_id", "bereikt"):
        per.setdefault(evaluatie, Counter())[bereikt] += 1
    return {pk: tellingzin(telling) for pk, telling in per.items()}


def tellingzin(telling: Counter[str]) -> str:
    """Return "2 doelen bereikt, 1 deels, 0 niet": how far the goals of one evaluation were reached."""
    bereikt = telling[Bereikt.BEREIKT]
    return _("%(bereikt)s, %(deels)s deels, %(niet)s niet") % {
        "bereikt": ngettext("%(n)s doel bereikt", "%(n)s doelen bereikt", bereikt) % {"n": bereikt},
        "deels": telling[Bereikt.DEELS],
        "niet": telling[Bereikt.NIET],
    }


def vervolgtaken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director for every goal whose help becomes heavier or lighter or stops, from the
    last evaluation of the plan that holds."""
    later = Evaluatie.objects.filter(plan=OuterRef("evaluatie__plan"), ingetrokken_op=None)
    rijen = Doeluitslag.objects.filter(
        ~Exists(later.filter(pk__gt=OuterRef("evaluatie"))),
        evaluatie__ingetrokken_op=None,
        evaluatie__plan__status=Planstatus.VASTGESTELD,
        evaluatie__plan__casus__status=Status.OPEN,
    ).exclude(vervolg=Vervolg.DOORGAAN)
    velden = list(
        rijen.order_by("pk").values_list(
            "pk", "vervolg", "evaluatie__op", "evaluatie__plan__casus_id", "dossier_id"
        )
    )
    regel, regie = taakregel(taken.VERVOLG), taken.regisseurs({casus for _pk, _v, _op, casus, _d in velden})
    for pk, vervolg, op, casus, dossier in velden:
        tekst, uitleg = regel.schrijf(
            vervolg, dag=datum_lang(op), vervolg=str(VERVOLG[Vervolg(vervolg)]).lower()
        )
        yield Taakvoorstel(
            sleutel=str(pk),
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=op + regel.dagen("binnen_dagen"),
            dossier_id=dossier,
            groep_id=None,
            gebruiker_id=regie.get(casus),
            onderwerp_soort=CASUS,
            onderwerp_id=casus,
        )


def herleid_vervolg(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to work out what was agreed was computed."""
    uitslag = Doeluitslag.objects.select_related("evaluatie").get(pk=int(sleutel))
    return [(_("Samen teruggekeken"), uitslag.evaluatie.op)]


def haal_evaluatie(casus_id: int, evaluatie_id: int) -> Evaluatie:
    """Return an evaluation of a casus that was authorised; NietGevonden when it is not of it."""
    e = Evaluatie.objects.filter(pk=evaluatie_id, plan__casus=casus_id).first()
    if e is None:
        raise niet_gevonden()
    return e
