"""The waiting list of a team, and why a question stands where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.api import namen
from samendoen.kaart.api import aanbod
from samendoen.kernel.api import Actor, Niveau, Permissie, haal, klok, log_inzage, zichtbaar
from samendoen.organisatie.api import TeamWaarde, teamnaam, teams_bij_code
from samendoen.schil.api import datum_lang, status, termijn_tekst
from samendoen.toegang.definities import Prioriteit, Wachtlijstdefinitie, eigen_wachtlijst
from samendoen.toegang.models import CONTACTUITKOMSTEN, Melding, Overbrugging, Wachtcontact
from samendoen.toegang.queries.wachtenden import op_volgorde, wachtend
from samendoen.toegang.rules import Contactuitkomst, kort, volgend_contact

PER_PAGINA = 50
PLEK = ("prioriteit", "reden", "contact_op", "volgende_op", "verteld_op", "verwachte_weken")
VELDEN = (
    "pk", "dossier_id", "inwoner_id", "herkend", "vraag", "route", "ontvangen_op", "getrieerd_op",
    *(f"wachtplek__{veld}" for veld in PLEK),
)  # fmt: skip
Rij = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wachtkop:
    """The first of those who wait at a team, as ready strings, and how many wait there."""

    totaal: int
    rijen: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contactbeeld:
    """A call: who, when, what came of it."""

    id: int
    kop: str
    woorden: str
    afspraak: str
    ingetrokken: bool


@dataclass(frozen=True, slots=True)
class Overbruggingbeeld:
    """What helps meanwhile."""

    id: int
    naam: str
    tekst: str
    periode: str
    loopt: bool
    ingetrokken: bool


@dataclass(frozen=True, slots=True)
class Wachtbeeld:
    """The page of one question that waits, or did. `plaats` is 0 for one that does not wait any more."""

    id: int
    vraag: str
    team: str
    team_code: str
    wie: str
    plaats: int
    totaal: int
    prioriteit: str
    waarom: tuple[str, ...]
    bellen: str
    te_laat: bool
    ritme: str
    verteld: str
    contacten: tuple[Contactbeeld, ...]
    overbruggingen: tuple[Overbruggingbeeld, ...]
    mag_werken: bool
    mag_schrijven: bool
    gekozen: str
    reden: str


def eigen_teams(door: Actor) -> list[TeamWaarde]:
    """Return today's teams that this actor is in; all teams for somebody in none (the desk)."""
    alle = list(teams_bij_code(klok.vandaag()).values())
    return [team for team in alle if team.groep_id in door.groepen] or alle


def wachtlijst(door: Actor, team: str, pagina: int) -> tuple[list[dict[str, str]], "Page[Any]"]:
    """Return a page of who waits at a team (a code), of those this actor may read; logged."""
    rijen = _van_team(door, team, eigen_wachtlijst())
    deel: Page[Any] = Paginator(rijen.values(*VELDEN), PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    log_inzage(door, "wachtlijst", (r["dossier_id"] for r in ruw))
    return _regels(door, ruw, deel.start_index()), deel


def wachtkop(door: Actor, team: str, hoeveel: int) -> Wachtkop:
    """Return the first who wait at a team (a code). The page that shows them logs the reading."""
    rijen = _van_team(door, team, eigen_wachtlijst())
    ruw = list(rijen.values(*VELDEN)[: hoeveel + 1])
    totaal = len(ruw) if len(ruw) <= hoeveel else rijen.count()
    return Wachtkop(totaal, tuple(_regels(door, ruw[:hoeveel], 1)))


def _van_team(door: Actor, team: str, definitie: Wachtlijstdefinitie) -> QuerySet[Melding, Any]:
    rijen = wachtend(zichtbaar(Melding.objects.filter(team__code=team), door))
    return op_volgorde(rijen, definitie)


def _regels(door: Actor, ruw: Sequence[Rij], vanaf: int) -> list[dict[str, str]]:
    """Return rows as ready strings; `vanaf` is the place in line of the first."""
    definitie, vandaag = eigen_wachtlijst(), klok.vandaag()
    wie = namen(door, {r["inwoner_id"] for r in ruw if r["herkend"]})
    zolang = _zolang([r["pk"] for r in ruw], vandaag)
    regels = []
    for plaats, r in enumerate(ruw, max(vanaf, 1)):
        prioriteit = definitie.van(r["wachtplek__prioriteit"] or "", r["route"])
        bellen = _bellen(r, prioriteit)
        tekst = termijn_tekst(bellen, vandaag)
        regels.append(
            {
                "id": str(r["pk"]),
                "dossier": str(r["dossier_id"]),
                "url": reverse("wachtplek", args=[r["pk"]]),
                "vraag": kort(r["vraag"]) or _("Melding %(nr)s") % {"nr": r["pk"]},
                "onder": wie.get(r["inwoner_id"], ""),
                "plaats": str(plaats),
                "prioriteit": format_html(
                    '{}<span class="sd-rijkop__onder">{}</span>', prioriteit.naam, r["wachtplek__reden"] or ""
                ),
                "wacht": _wacht(r["ontvangen_op"], vandaag),
                "bellen": status("fout", tekst) if bellen < vandaag else tekst,
                "verteld": _verteld(r) or _("Nog niet"),
                "zolang": ", ".join(zolang.get(r["pk"], ())) or "–",
            }
        )
    return regels


def _bellen(r: Rij, prioriteit: Prioriteit) -> date:
    volgende = r["wachtplek__volgende_op"]
    return volgend_contact(r["getrieerd_op"], r["wachtplek__contact_op"], volgende, prioriteit.weken)


def _wacht(sinds: date, vandaag: date) -> str:
    dagen = (vandaag - sinds).days
    return ngettext("%(n)s dag", "%(n)s dagen", dagen) % {"n": dagen}


def _verteld(r: Rij) -> str:
    """Return what was told about the waiting: until about when, and on which day that was said."""
    weken, op = r["wachtplek__verwachte_weken"], r["wachtplek__verteld_op"]
    if weken is None or op is None:
        return ""
    woorden = {"dag": datum_lang(op + timedelta(weeks=weken)), "op": datum_lang(op)}
    return _("tot ongeveer %(dag)s (verteld op %(op)s)") % woorden


def _zolang(ids: Iterable[int], vandaag: date) -> dict[int, list[str]]:
    """Return by question what helps on this day."""
    loopt = Q(tot__isnull=True) | Q(tot__gt=vandaag)
    rijen = Overbrugging.objects.filter(loopt, melding__in=list(ids), ingetrokken=False, van__lte=vandaag)
    per: dict[int, list[str]] = {}
    for pk, naam, tekst in rijen.order_by("pk").values_list("melding_id", "aanbod__naam", "tekst"):
        per.setdefault(pk, []).append(naam or kort(tekst, 40))
    return per


def wachtbeeld(door: Actor, melding_id: int) -> Wachtbeeld:
    """Return the waiting of one question: its place, why there, calls, what helps meanwhile; logged.

    NietGevonden outside the scope. Of one that does not wait any more what was done stays to be read.
    """
    rij = haal(Melding.objects.select_related("team"), door, melding_id, niveau=Niveau.LEESBAAR)
    log_inzage(door, "wachtplek", [rij.dossier_id])
    definitie, vandaag = eigen_wachtlijst(), klok.vandaag()
    [r] = op_volgorde(Melding.objects.filter(pk=melding_id), definitie).values(*VELDEN, "rang")
    prioriteit = definitie.van(r["wachtplek__prioriteit"] or "", rij.route)
    plaats, totaal, waarom = _plaats(rij, r, definitie)
    bellen = _bellen(r, prioriteit) if plaats else vandaag
    schrijft = zichtbaar(Melding.objects.filter(pk=rij.pk), door, niveau=Niveau.SCHRIJFBAAR).exists()
    mag = schrijft and door.mag(Permissie.MELDING_AFHANDELEN)
    return Wachtbeeld(
        id=rij.pk,
        vraag=rij.vraag,
        team=teamnaam(rij.team.code),
        team_code=rij.team.code,
        wie=namen(door, [rij.inwoner_id]).get(rij.inwoner_id, "") if rij.herkend else "",
        plaats=plaats,
        totaal=totaal,
        prioriteit=prioriteit.naam,
        waarom=(_om_reden(r, prioriteit), *waarom),
        bellen=termijn_tekst(bellen, vandaag),
        te_laat=bellen < vandaag,
        ritme=ngettext("elke week", "elke %(n)s weken", prioriteit.weken) % {"n": prioriteit.weken},
        verteld=_verteld(r),
        contacten=_contacten(melding_id),
        overbruggingen=_overbruggingen(melding_id, vandaag),
        mag_werken=mag and plaats > 0,
        mag_schrijven=mag,
        gekozen=prioriteit.code,
        reden=r["wachtplek__reden"] or "",
    )


def _om_reden(r: Rij, prioriteit: Prioriteit) -> str:
    if r["wachtplek__prioriteit"] != prioriteit.code:
        return _("Prioriteit %(naam)s: zo begint deze vraag, niemand koos een andere.") % {
            "naam": prioriteit.naam
        }
    if not r["wachtplek__reden"]:
        return _("Prioriteit %(naam)s: zo koos een collega. De reden is gewist.") % {"naam": prioriteit.naam}
    return _("Prioriteit %(naam)s, omdat: %(reden)s") % {
        "naam": prioriteit.naam,
        "reden": r["wachtplek__reden"],
    }


def _plaats(rij: Melding, r: Rij, definitie: Wachtlijstdefinitie) -> tuple[int, int, tuple[str, ...]]:
    """Return the place in line, how many wait, and why in sentences; (0, n, ()) when it waits not."""
    alle = op_volgorde(wachtend(Melding.objects.filter(team_id=rij.team_id)), definitie).order_by()
    langer = Q(ontvangen_op__lt=rij.ontvangen_op) | Q(ontvangen_op=rij.ontvangen_op, pk__lt=rij.pk)
    tel = alle.aggregate(
        alle=Count("pk"),
        zelf=Count("pk", filter=Q(pk=rij.pk)),
        hoger=Count("pk", filter=Q(rang__lt=r["rang"])),
        langer=Count("pk", filter=Q(rang=r["rang"]) & langer),
    )
    if not tel["zelf"]:
        return 0, tel["alle"], ()
    wacht = _("Wacht %(dagen)s, sinds de melding op %(dag)s.") % {
        "dagen": _wacht(rij.ontvangen_op, klok.vandaag()),
        "dag": datum_lang(rij.ontvangen_op),
    }
    return tel["hoger"] + tel["langer"] + 1, tel["alle"], (wacht, *_voor(tel["hoger"], tel["langer"]))


def _voor(hoger: int, langer: int) -> list[str]:
    """Return in sentences who goes first."""
    if not hoger + langer:
        return [_("Niemand gaat voor: deze vraag is als eerste aan de beurt.")]
    eerst = ngettext(
        "%(n)s vraag met een hogere prioriteit gaat voor.",
        "%(n)s vragen met een hogere prioriteit gaan voor.",
        hoger,
    ) % {"n": hoger}
    daarna = ngettext(
        "%(n)s vraag met dezelfde prioriteit wacht langer.",
        "%(n)s vragen met dezelfde prioriteit wachten langer.",
        langer,
    ) % {"n": langer}
    return [zin for zin, n in ((eerst, hoger), (daarna, langer)) if n]


def _contacten(melding_id: int) -> tuple[Contactbeeld, ...]:
    rijen = Wachtcontact.objects.filter(melding=melding_id).select_related("gebruiker")
    return tuple(
        Contactbeeld(
            id=c.pk,
            kop=_("%(dag)s: %(uitkomst)s (%(wie)s)")
            % {
                "dag": datum_lang(c.op),
                "uitkomst": str(CONTACTUITKOMSTEN[Contactuitkomst(c.uitkomst)]).lower(),
                "wie": c.gebruiker.naam if c.gebruiker else _("systeem"),
            },
            woorden=c.woorden,
            afspraak=_afspraak(c),
            ingetrokken=c.ingetrokken,
        )
        for c in rijen.order_by("-op", "-pk")
    )


def _afspraak(c: Wachtcontact) -> str:
    zin = _("Volgend contact uiterlijk %(dag)s.") % {"dag": datum_lang(c.volgende_op)}
    if c.verwachte_weken is None:
        return zin
    verteld = ngettext(
        "Verteld: nog ongeveer %(n)s week wachten.",
        "Verteld: nog ongeveer %(n)s weken wachten.",
        c.verwachte_weken,
    ) % {"n": c.verwachte_weken}
    return f"{verteld} {zin}"


def _overbruggingen(melding_id: int, vandaag: date) -> tuple[Overbruggingbeeld, ...]:
    rijen = list(Overbrugging.objects.filter(melding=melding_id).order_by("-van", "-pk"))
    bekend = aanbod({o.aanbod_id for o in rijen if o.aanbod_id is not None})
    return tuple(
        Overbruggingbeeld(
            id=o.pk,
            naam=bekend[o.aanbod_id].naam if o.aanbod_id in bekend else "",
            tekst=o.tekst,
            periode=_("%(van)s tot %(tot)s") % {"van": datum_lang(o.van), "tot": datum_lang(o.tot)}
            if o.tot
            else _("vanaf %(van)s") % {"van": datum_lang(o.van)},
            loopt=not o.ingetrokken and (o.tot is None or o.tot > vandaag),
            ingetrokken=o.ingetrokken,
        )
        for o in rijen
    )


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Say on the page of a question that it waits, and lead to why; "" for one that does not."""
    rijen = wachtend(zichtbaar(Melding.objects.filter(pk=onderwerp_id), door))
    if not rijen.exists():
        return ""
    return render_to_string("toegang/paneel_wacht.html", {"url": reverse("wachtplek", args=[onderwerp_id])})
