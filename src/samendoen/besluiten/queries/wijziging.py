"""What a decision that changes a provision says, from its row: for the letter and for the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.models import (
    REDENEN,
    VERANDERINGEN,
    Aanbieder,
    Besluit,
    Toewijzing,
    Voorziening,
    Wijziging,
)
from samendoen.besluiten.queries.brieftekst import Toegekend
from samendoen.besluiten.queries.wijzigingstekst import Wijzigingtekst
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules import Besluitstatus, Toewijzingstatus
from samendoen.besluiten.rules.wijziging import Reden, Verandering
from samendoen.schil.api import datum_lang


def wie_geeft(voorzieningen: Iterable[Voorziening]) -> dict[int, Aanbieder | None]:
    """Return by provision who gives it now, or whom the resident chose while nobody does; one query."""
    alle = {v.pk: v for v in voorzieningen}
    geldt = Toewijzing.objects.filter(voorziening__in=alle, status=Toewijzingstatus.GELDT.value)
    nu = {t.voorziening_id: t.aanbieder for t in geldt.select_related("aanbieder").order_by("pk")}
    return {pk: nu.get(pk, v.aanbieder) for pk, v in alle.items()}


def wijzigingsteksten(besluiten: Sequence[Besluit]) -> dict[int, Wijzigingtekst]:
    """Return by `id()` of the decision what its letter says about the change; two queries.

    A decision that was not saved yet has its change with it.
    """
    per = {b.pk: b for b in besluiten if b.pk}
    rijen = Wijziging.objects.filter(besluit__in=per).select_related(
        "voorziening__aanbieder", "voorziening__product", "aanbieder", "oud"
    )
    paren = [(per[w.besluit_id], w) for w in rijen.order_by("pk")] if per else []
    paren += [(b, b.wijziging) for b in besluiten if not b.pk]
    if not paren:
        return {}
    nu = wie_geeft(w.voorziening for _b, w in paren)
    return {id(b): _tekst(b, w, nu[w.voorziening_id]) for b, w in paren}


def _tekst(b: Besluit, w: Wijziging, nu: Aanbieder | None) -> Wijzigingtekst:
    v = w.voorziening
    return Wijzigingtekst(
        verandering=Verandering(w.verandering),
        reden=w.reden,
        per=w.per,
        oud_op=w.oud.bekendgemaakt_op or b.besloten_op,
        gevraagd=b.herziet_id is None,
        was=_toegekend(v.van, v.tot, v, b, nu),
        wordt=None if w.omvang is None else _wordt(w, w.omvang, b, nu),
        naar=w.naar,
    )


def _wordt(w: Wijziging, omvang: Decimal, b: Besluit, nu: Aanbieder | None) -> Toegekend:
    v = w.voorziening
    van = v.van if w.verandering == Verandering.VERLENGING else w.per
    wie = w.aanbieder or nu
    anders = Voorziening(omvang=omvang, eenheid=v.eenheid, frequentie=v.frequentie, vorm=w.vorm or v.vorm)
    return _toegekend(van, w.tot, anders, b, wie)


def _toegekend(van: date, tot: date | None, v: Voorziening, b: Besluit, wie: Aanbieder | None) -> Toegekend:
    return Toegekend(
        omvang=v.omvang,
        eenheid=v.eenheid,
        frequentie=v.frequentie,
        van=van,
        tot=tot,
        vorm=v.vorm,
        bedrag_eurocent=b.bedrag_eurocent,
        aanbieder=wie.naam if wie else "",
    )


@dataclass(frozen=True, slots=True)
class Veranderbeeld:
    """What the page of a decision says of a change: what it changes, and which decisions belong together."""

    titel: str
    feiten: tuple[tuple[str, str], ...]
    besluiten: tuple[tuple[str, str], ...]


def veranderbeeld(b: Besluit) -> Veranderbeeld | None:
    """Return what a decision changes and what changed it; None when neither is so. One query."""
    if not b.verandering and b.status != Besluitstatus.GEWIJZIGD:
        return None
    rijen = Wijziging.objects.select_related("oud", "besluit").filter(Q(besluit=b) | Q(oud=b))
    alle = list(rijen.order_by("pk"))
    zelf = next((w for w in alle if w.besluit_id == b.pk), None)
    links = [] if zelf is None else [_link(_("Het besluit dat hiermee verandert"), zelf.oud)]
    links += [
        _link(_("Het besluit dat dit verandert"), w.besluit)
        for w in alle
        if w.oud_id == b.pk and w.besluit.status not in (Besluitstatus.GENOMEN, Besluitstatus.TERUGGENOMEN)
    ]
    titel = str(VERANDERINGEN[Verandering(zelf.verandering)]) if zelf else _("Later veranderd")
    return Veranderbeeld(titel, _feiten(zelf) if zelf else (), tuple(links))


def _link(wat: str, b: Besluit) -> tuple[str, str]:
    return reverse("besluit", args=[b.pk]), f"{wat} ({datum_lang(b.besloten_op)})"


def _feiten(w: Wijziging) -> tuple[tuple[str, str], ...]:
    reden = ((_("Reden"), str(REDENEN[Reden(w.reden)])),) if w.reden else ()
    naar = ((_("Nieuwe gemeente"), w.naar),) if w.naar else ()
    if w.verandering == Verandering.BEEINDIGING:
        return (*reden, *naar, (_("Laatste dag"), datum_lang(laatste_dag(w.per))))
    if not w.reden:
        return ()
    tot = datum_lang(laatste_dag(w.tot)) if w.tot else _("geen einddatum")
    return (*reden, (_("Vanaf"), datum_lang(w.per)), (_("Laatste dag"), tot))
