"""Budgets of one's own: on the page of an application, in a letter, and in the list for the SVB."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.besluiten.models import BEHEER, VOORWAARDEN, Pgb, Voorziening
from samendoen.besluiten.queries.brieftekst import Pgbbrief
from samendoen.besluiten.queries.woorden import laatste_dag, omvang_zin, periode_zin
from samendoen.besluiten.rules import Voorzieningstatus, Vorm
from samendoen.besluiten.rules.pgb import Beheer, ontbrekend
from samendoen.inwoners.api import clientgegevens, namen
from samendoen.kernel.api import Actor, log_inzage, zichtbaar
from samendoen.schil.api import datum_zonder_dag, euro_centen, status

PER_PAGINA = 50


@dataclass(frozen=True, slots=True)
class Pgbbeeld:
    """A budget on the page of an application; `ontbreekt` are the conditions that are not met."""

    voorziening: int
    budget: str
    beheer: str
    ontbreekt: tuple[str, ...]
    toelichting: str
    overeenkomst: str
    gekeurd: bool


def pgb_van(voorziening: int) -> Pgb | None:
    """Return the budget of a provision that somebody authorised."""
    return Pgb.objects.select_related("overeenkomst_door").filter(voorziening=voorziening).first()


def pgbbeeld(voorziening: int) -> Pgbbeeld | None:
    """Return the budget of a provision in words; None when nothing was written down yet."""
    rij = pgb_van(voorziening)
    if rij is None:
        return None
    return Pgbbeeld(
        voorziening=voorziening,
        budget=_("%(bedrag)s per jaar") % {"bedrag": euro_centen(rij.budget_eurocent)},
        beheer=rij.vertegenwoordiger or str(BEHEER[Beheer(rij.beheer)]),
        ontbreekt=tuple(str(VOORWAARDEN[v]) for v in ontbrekend(rij.voorwaarden)),
        toelichting=rij.toelichting,
        overeenkomst=_overeenkomst(rij),
        gekeurd=rij.overeenkomst_op is not None,
    )


def zonder_pgb(besluit: int) -> str:
    """Return the warning before a budget is announced of which nothing was written down, or ""."""
    rijen = Voorziening.objects.filter(besluit=besluit, vorm=Vorm.PGB.value)
    if not rijen.exclude(Exists(Pgb.objects.filter(voorziening=OuterRef("pk")))).exists():
        return ""
    return _(
        "Let op: het budget is nog niet vastgelegd en de voorwaarden zijn niet nagelopen. In de brief staat "
        "dan niet wie het beheert."
    )


def _overeenkomst(rij: Pgb) -> str:
    if rij.overeenkomst_op is None:
        return _("nog niet beoordeeld")
    dag = datum_zonder_dag(rij.overeenkomst_op)
    if rij.overeenkomst_door is None:
        return _("akkoord op %(dag)s") % {"dag": dag}
    return _("akkoord op %(dag)s, door %(naam)s") % {"dag": dag, "naam": rij.overeenkomst_door.naam}


def pgbbrieven(voorzieningen: Iterable[Voorziening | None]) -> dict[int, Pgbbrief]:
    """Return by provision what a letter says of its budget; nothing is asked when none is a budget."""
    ids = [v.pk for v in voorzieningen if v is not None and v.pk and v.vorm == Vorm.PGB]
    if not ids:
        return {}
    rijen = Pgb.objects.filter(voorziening__in=ids)
    return {rij.voorziening_id: Pgbbrief(rij.budget_eurocent, rij.vertegenwoordiger) for rij in rijen}


def _lopend(door: Actor, dag: date) -> QuerySet[Any]:
    """Return the provisions that are given as a budget on a day, within sight."""
    loopt = Q(tot=None) | Q(tot__gt=dag)
    rijen: QuerySet[Any] = zichtbaar(Voorziening.objects.all(), door)
    rijen = rijen.filter(loopt, status=Voorzieningstatus.GELDT.value, vorm=Vorm.PGB.value)
    pgb = Pgb.objects.filter(voorziening=OuterRef("pk"))
    velden = ("budget_eurocent", "beheer", "vertegenwoordiger", "overeenkomst_op")
    met: QuerySet[Any] = rijen.annotate(**{f"pgb_{v}": Subquery(pgb.values(v)[:1]) for v in velden})
    return met.order_by("van", "pk")


_VELDEN = (
    "pk", "dossier_id", "inwoner_id", "wet", "omvang", "eenheid", "frequentie", "van", "tot",
    "pgb_budget_eurocent", "pgb_beheer", "pgb_vertegenwoordiger", "pgb_overeenkomst_op",
)  # fmt: skip


def pgb_lijst(door: Actor, dag: date, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return a page of the budgets that run within sight, as ready strings; logged."""
    rijen = _lopend(door, dag).values(*_VELDEN, product_naam=F("product__naam"))
    deel: Page[Any] = Paginator(rijen, PER_PAGINA).get_page(pagina)
    alle = list(deel.object_list)
    log_inzage(door, "pgb", (r["dossier_id"] for r in alle))
    wie = namen(door, {r["inwoner_id"] for r in alle}) if alle else {}
    stam = reverse("voorziening", args=[0]).removesuffix("0/")
    return [
        {
            "url": f"{stam}{r['pk']}/",
            "wie": wie.get(r["inwoner_id"], _("Voorziening %(nr)s") % {"nr": r["pk"]}),
            "onder": capfirst(r["product_naam"]),
            "omvang": omvang_zin(r["omvang"], r["eenheid"], r["frequentie"]),
            "periode": capfirst(periode_zin(r["van"], r["tot"])),
            "budget": _bedrag(r["pgb_budget_eurocent"]),
            "overeenkomst": _stand(r["pgb_overeenkomst_op"]),
        }
        for r in alle
    ], deel


def _bedrag(eurocent: int | None) -> str:
    return status("waarschuwing", _("nog niet vastgelegd")) if eurocent is None else euro_centen(eurocent)


def _stand(op: date | None) -> str:
    if op is None:
        return status("waarschuwing", _("nog niet beoordeeld"))
    return _("akkoord op %(dag)s") % {"dag": datum_zonder_dag(op)}


KOPPEN = (
    "bsn", "achternaam", "tussenvoegsel", "voornamen", "geboortedatum", "wet", "product", "categorie", "code",
    "van", "tot_en_met", "budget_per_jaar", "beheer", "vertegenwoordiger", "zorgovereenkomst_akkoord_op",
)  # fmt: skip


def pgb_regels(door: Actor, dag: date) -> list[list[str]]:
    """Return the budgets that run within sight as lines for the SVB, by KOPPEN; logged.

    Only what was written down; with the number of the resident, which the SVB knows people by.
    """
    rijen = _lopend(door, dag).exclude(pgb_budget_eurocent=None)
    alle = list(
        rijen.values(
            *_VELDEN,
            product_naam=F("product__naam"),
            categorie=F("product__berichtcategorie"),
            code=F("product__berichtcode"),
        )
    )
    log_inzage(door, "pgb_svb", (r["dossier_id"] for r in alle))
    wie = clientgegevens({r["inwoner_id"] for r in alle}) if alle else {}
    return [_regel(r, wie[r["inwoner_id"]]) for r in alle if r["inwoner_id"] in wie]


def _regel(r: dict[str, Any], c: Any) -> list[str]:
    euro = f"{r['pgb_budget_eurocent'] / 100:.2f}".replace(".", ",")
    dagen = (r["van"], laatste_dag(r["tot"]) if r["tot"] else None)
    op = r["pgb_overeenkomst_op"]
    return [
        c.bsn, c.achternaam, c.tussenvoegsel, c.voornamen, c.geboortedatum.isoformat(), r["wet"],
        r["product_naam"], r["categorie"], r["code"], *(dag.isoformat() if dag else "" for dag in dagen),
        euro, r["pgb_beheer"], r["pgb_vertegenwoordiger"], op.isoformat() if op else "",
    ]  # fmt: skip
