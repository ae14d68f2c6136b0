"""Vandaag: everything that lies with me or my team, in a few reads whatever its size."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Permissie, klok, log_inzage
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import dagen_over, datum_lang, status, termijn_tekst
from samendoen.werk import rules
from samendoen.werk.access import bij_mij, binnen, van_team
from samendoen.werk.models import Taak, Termijn
from samendoen.werk.queries.klokken import aanduidingen, adres_termijn, adres_van, naam_van, onderwerp_naam
from samendoen.werk.rules import HANDMATIG, NADERT, NIEUW_DAGEN, TERUG, Stand, Taakstatus, Termijnstatus

PER_DEEL = 25
DELEN = ("nu", "terug", "nieuw", "taken", "loopt", "gedaan")
VAN_TAKEN = {"terug", "taken", "gedaan"}
# What one may sort by -> the column of a clock and that of a task.
SORTEERBAAR = {
    "uiterlijk": ("uiterste_datum", "uiterlijk"),
    "wat": ("soort", "tekst"),
    "sinds": ("bij_sinds", "bij_sinds"),
}
VORM = {Stand.TE_LAAT: "fout", Stand.NADERT: "waarschuwing", Stand.STIL: "pauze", Stand.LOOPT: "loopt"}


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the URL asks: whose work (`mij`, `team`, "" = both), in which order, and, for one part of the
    page alone, which part and which page of it."""

    wie: str = ""
    orde: str = "uiterlijk"
    deel: str = ""
    pagina: int = 1


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of Vandaag: rows of ready strings, and how many there are in all."""

    code: str
    rijen: list[dict[str, str]]
    aantal: int


def vandaag(door: Actor, vraag: Vraag) -> dict[str, Deel]:
    """Return the parts of Vandaag by code; logged as one reading of all dossiers shown.

    Due and overdue clocks (`nu`), what came back (`terug`), what is new at my desk (`nieuw`), tasks
    (`taken`), the other clocks (`loopt`) and what was finished today (`gedaan`).
    """
    klokken = _lees(_klokken(door, vraag), vraag, 0) if vraag.deel not in VAN_TAKEN else []
    taken = _lees(_taken(door, vraag), vraag, 1) if vraag.deel in {"", *VAN_TAKEN} else []
    log_inzage(door, "vandaag", (r["dossier_id"] for r in (*klokken, *taken) if r["dossier_id"]))
    onderwerpen = {_onderwerp(r) for r in (*klokken, *taken) if r["onderwerp_id"] is not None}
    groepen = {r["groep__code"] for r in (*klokken, *taken) if r["groep__code"]}
    namen = teamnamen(groepen) if groepen else {}
    bij = Bijschrift(
        namen, aanduidingen(door, onderwerpen), klok.vandaag(), door.mag(Permissie.TAAK_AFRONDEN)
    )
    rijen: dict[str, list[dict[str, str]]] = {}
    aantal: dict[str, int] = {}
    for r in klokken:
        rijen.setdefault(r["deel"], []).append(_klokrij(r, bij))
        aantal[r["deel"]] = r["aantal"]
    for r in taken:
        rijen.setdefault(r["deel"], []).append(_taakrij(r, bij))
        aantal[r["deel"]] = r["aantal"]
    return {code: Deel(code, rijen.get(code, []), aantal.get(code, 0)) for code in DELEN}


@dataclass(frozen=True, slots=True)
class Bijschrift:
    """What the rows need beside their own columns: names of teams, words for subjects, today, and whether
    this actor may finish a task by hand."""

    teams: Mapping[str, str]
    aanduidingen: Mapping[tuple[str, int], str]
    dag: date
    mag_afronden: bool


def _onderwerp(r: Mapping[str, Any]) -> tuple[str, int]:
    return r["onderwerp_soort"], r["onderwerp_id"]


def _wie(door: Actor, wie: str) -> Q:
    keuzes = {"mij": bij_mij(door), "team": van_team(door)}
    return keuzes.get(wie, bij_mij(door) | van_team(door))


def _klokken(door: Actor, vraag: Vraag) -> QuerySet[Termijn]:
    dag = klok.vandaag()
    nieuw = Q(bij_sinds__gt=dag - timedelta(days=NIEUW_DAGEN))
    rijen = Termijn.objects.filter(_wie(door, vraag.wie), status=Termijnstatus.LOOPT)
    return binnen(rijen, door).annotate(
        deel=Case(
            When(Q(geschorst_vanaf=None, nadert_op__lte=dag), then=Value("nu")),
            When(nieuw, then=Value("nieuw")),
            default=Value("loopt"),
        )
    )


def _taken(door: Actor, vraag: Vraag) -> QuerySet[Taak]:
    wie = _wie(door, vraag.wie)
    # Whose it is stands twice: beside `open` too, so that the indexes of open tasks find them.
    te_doen = Q(wie, status=Taakstatus.OPEN) | Q(status=Taakstatus.GEDAAN, afgerond_op=klok.vandaag())
    rijen = Taak.objects.filter(wie, te_doen).exclude(regel=NADERT)
    return binnen(rijen, door).annotate(
        deel=Case(
            When(status=Taakstatus.GEDAAN, then=Value("gedaan")),
            When(regel__startswith=TERUG, then=Value("terug")),
            default=Value("taken"),
        )
    )


KLOKVELDEN = ("soort", "uiterste_datum", "nadert_op", "geschorst_vanaf", "status")
TAAKVELDEN = ("regel", "tekst", "uitleg", "notitie", "uiterlijk")
GEDEELD = ("id", "deel", "aantal", "onderwerp_soort", "onderwerp_id", "dossier_id")


def _lees(rijen: QuerySet[Any], vraag: Vraag, kolom: int) -> list[dict[str, Any]]:
    """Read the first rows of every part (or one page of one part) together with the size of each."""
    veld = SORTEERBAAR[vraag.orde.lstrip("-")][kolom]
    orde = F(veld).desc() if vraag.orde.startswith("-") else F(veld).asc()
    deel = [F("deel")]
    rijen = rijen.annotate(
        nr=Window(RowNumber(), partition_by=deel, order_by=[orde, F("pk").asc()]),
        aantal=Window(Count("pk"), partition_by=deel),
    )
    eerste = (vraag.pagina - 1) * PER_DEEL
    rijen = rijen.filter(nr__gt=eerste, nr__lte=eerste + PER_DEEL)
    if vraag.deel:
        rijen = rijen.filter(deel=vraag.deel)
    velden = (*GEDEELD, *(TAAKVELDEN if kolom else KLOKVELDEN))
    return list(rijen.order_by("nr").values(*velden, "groep__code"))


def _klokrij(r: Mapping[str, Any], bij: Bijschrift) -> dict[str, str]:
    stand = rules.stand(
        r["status"], r["uiterste_datum"], r["nadert_op"], r["geschorst_vanaf"] is not None, bij.dag
    )
    naam, onderwerp = naam_van(r["soort"]), onderwerp_naam(*_onderwerp(r))
    herkenbaar = bij.aanduidingen.get(_onderwerp(r))
    rij = {
        "wat": herkenbaar or f"{naam} ({onderwerp})",
        "onder": f"{naam} ({onderwerp})" if herkenbaar else "",
        "uiterlijk": _dag_met_uitleg(r, stand, bij.dag),
        "stand": status(VORM[stand], _standwoord(stand)),
        "bij": _bij(r["groep__code"], bij.teams),
    }
    return _met_adres(rij, r)


def _taakrij(r: Mapping[str, Any], bij: Bijschrift) -> dict[str, str]:
    wat = r["notitie"] or r["tekst"]
    rij = {
        "wat": wat,
        "onder": bij.aanduidingen.get(_onderwerp(r), ""),
        "uiterlijk": termijn_tekst(r["uiterlijk"], bij.dag),
        "waarom": _waarom(r, wat),
        "bij": _bij(r["groep__code"], bij.teams),
        "doe": _knop(r["id"], wat, r["deel"] == "gedaan") if bij.mag_afronden else "",
    }
    return _met_adres(rij, r)


def _waarom(r: Mapping[str, Any], wat: str) -> SafeString:
    """Return why a task stands here, with the way to its explanation: rule, source and days."""
    return format_html(
        '<span class="sd-deel__uitleg">{}</span> '
        '<a class="sd-heel" href="{}">{}<span class="sd-verborgen">: {}</span></a>',
        r["uitleg"] if r["regel"] != HANDMATIG else _("Met de hand gemaakt."),
        reverse("taak", args=[r["id"]]),
        _("Waarom staat dit hier?"),
        wat,
    )


def _met_adres(rij: dict[str, str], r: Mapping[str, Any]) -> dict[str, str]:
    url = adres_van(*_onderwerp(r))
    return {**rij, "url": url} if url else rij


def _standwoord(stand: Stand) -> str:
    woorden = {
        Stand.TE_LAAT: _("te laat"),
        Stand.NADERT: _("bijna om"),
        Stand.STIL: _("staat stil"),
        Stand.LOOPT: _("loopt"),
    }
    return woorden[stand]


def _bij(groep: str | None, namen: Mapping[str, str]) -> str:
    return namen.get(groep, groep) if groep else _("uzelf")


def _dag_met_uitleg(r: Mapping[str, Any], stand: Stand, dag: date) -> SafeString:
    """Return the last day as a link to its explanation; a clock that stands still has no last day yet."""
    einde = r["uiterste_datum"]
    stil = stand is Stand.STIL
    return format_html(
        '<a href="{}"><span class="sd-heel">{}</span>{}<span class="sd-verborgen">: {}</span></a>',
        adres_termijn(r["id"]),
        _("Nog niet bekend") if stil else datum_lang(einde),
        "" if stil else format_html(' <span class="sd-heel">({})</span>', dagen_over(einde, dag)),
        _("uitleg"),
    )


def _knop(taak_id: int, wat: str, gedaan: bool) -> SafeString:
    naam, woord = ("taak_heropenen", _("Toch niet")) if gedaan else ("taak_gedaan", _("Gedaan"))
    return format_html(
        '<button type="submit" class="sd-knop sd-knop--secundair" formaction="{}" '
        'aria-label="{}: {}">{}</button>',
        reverse(naam, args=[taak_id]),
        woord,
        wat,
        woord,
    )
