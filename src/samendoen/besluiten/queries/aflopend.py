"""Assignments that end soon: the list for who must extend them, or let them end."""

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.besluiten.models import Toewijzing
from samendoen.besluiten.queries.taken import TOEWIJZING_EINDIGT
from samendoen.besluiten.queries.veranderlinks import veranderlinks
from samendoen.besluiten.queries.woorden import laatste_dag, omvang_zin
from samendoen.besluiten.rules import Toewijzingstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, klok, log_inzage, zichtbaar
from samendoen.schil.api import dagen_over, datum_lang, status
from samendoen.werk.api import taakregel

PER_PAGINA = 50
DRINGEND = 14
"""So many days before the end it has a word of its own: a decision takes longer than that."""


def weken_vooraf() -> int:
    """Return how many weeks the list looks ahead: as far as the tasks about it do."""
    return taakregel(TOEWIJZING_EINDIGT).weken_vooraf or 0


def aflopend(door: Actor, aanbieder: str, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return a page of the assignments within sight that end soon, the first to end first; logged.

    `aanbieder` is the AGB code of one provider, "" for all.
    """
    vandaag = klok.vandaag()
    loopt_af = Toewijzing.objects.filter(
        status=Toewijzingstatus.GELDT.value,
        tot__gt=vandaag,
        tot__lte=vandaag + taakregel(TOEWIJZING_EINDIGT).vooraf,
    )
    rijen = zichtbaar(loopt_af, door, pad="voorziening__dossier")
    if aanbieder:
        rijen = rijen.filter(aanbieder__agb=aanbieder)
    velden = rijen.order_by("tot", "pk").values(
        "pk", "tot", "voorziening_id", "voorziening__dossier_id", "voorziening__inwoner_id",
        "voorziening__product__naam", "voorziening__omvang", "voorziening__eenheid",
        "voorziening__frequentie", "aanbieder__naam",
    )  # fmt: skip
    deel: Page[Any] = Paginator(velden, PER_PAGINA).get_page(pagina)
    alle = list(deel.object_list)
    log_inzage(door, "toewijzingen_aflopend", (r["voorziening__dossier_id"] for r in alle))
    wie = namen(door, {r["voorziening__inwoner_id"] for r in alle}) if alle else {}
    stam = reverse("voorziening", args=[0]).removesuffix("0/")
    return [
        _rij(r, wie, stam, vandaag)
        | {"doe": veranderlinks(door, r["voorziening_id"], r["voorziening__product__naam"])}
        for r in alle
    ], deel


def _rij(r: dict[str, Any], wie: dict[int, str], stam: str, vandaag: date) -> dict[str, Any]:
    omvang = omvang_zin(r["voorziening__omvang"], r["voorziening__eenheid"], r["voorziening__frequentie"])
    return {
        "url": f"{stam}{r['voorziening_id']}/",
        "wie": wie.get(r["voorziening__inwoner_id"], _("Toewijzing %(nr)s") % {"nr": r["pk"]}),
        "onder": r["voorziening__product__naam"],
        "einde": _einde(laatste_dag(r["tot"]), vandaag),
        "omvang": omvang,
        "aanbieder": r["aanbieder__naam"],
    }


def _einde(dag: date, vandaag: date) -> SafeString:
    over = dagen_over(dag, vandaag)
    rest = format_html('<span class="sd-heel">({})</span>', over)
    if (dag - vandaag).days <= DRINGEND:
        rest = status("waarschuwing", over)
    return format_html('<span class="sd-heel">{}</span> {}', datum_lang(dag), rest)
