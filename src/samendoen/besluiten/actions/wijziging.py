"""Extend, change or end a provision that holds, by a decision that refers to the one that gave it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from samendoen.besluiten.access import haal_aanvragen, haal_voorzieningen, naar_aanvraag
from samendoen.besluiten.actions.besluit import (
    NieuwBesluit,
    eis_mandaat,
    genomen,
    maak_rij,
    vast,
    wat_gegeven,
)
from samendoen.besluiten.actions.controle import controleer_besluit
from samendoen.besluiten.actions.wijziging_toepassen import (
    bereken,
    eis_verwijderbaar,
    wat,
    wat_wordt,
)
from samendoen.besluiten.actions.wijzigingscontrole import controleer_wijziging, geeft
from samendoen.besluiten.events import AANVRAAG, WijzigingBesloten
from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing, Voorziening, Wijziging
from samendoen.besluiten.queries.aanbod import Aanbod, aanbod
from samendoen.besluiten.queries.wijziging import wie_geeft
from samendoen.besluiten.rules import OUDSTE, Toewijzingswijze, Uitkomst, Vorm
from samendoen.besluiten.rules.wijziging import Reden, Verandering, grondslag, splitst
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, leg_vast, werk_bij
from samendoen.werk.api import laatste_dagen


@dataclass(frozen=True, slots=True)
class Wijzigingsbesluit:
    """A decision to be on a provision that holds. `kenmerk` is made by the client: a repeat is harmless.

    `verandering` and `reden` are codes of rules.wijziging. `per` is the first day on which it is so (of an
    end: the first day no longer); an extension begins where the provision ends. `tot` (first day no longer)
    is what the last day becomes, of a change too. An empty `omvang`, `vorm` or `aanbieder` stays what it is.
    `aanvraag` is the application that asks it, None when nobody applied: then there is nothing to refuse.
    """

    kenmerk: UUID
    voorziening: int
    verandering: str
    reden: str
    motivering: str
    besloten_op: date
    per: date | None = None
    tot: date | None = None
    omvang: Decimal | None = None
    vorm: str = ""
    aanbieder: str = ""
    bevinding: str = ""
    naar: str = ""
    verblijf: bool = False
    aanvraag: int | None = None
    uitkomst: str = Uitkomst.TOEGEKEND.value


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def neem_wijzigingsbesluiten(door: Actor, nieuwe: Sequence[Wijzigingsbesluit]) -> list[int]:
    """Decide to extend, change or end provisions; return the ids of the decisions in the order asked.

    They work when they are announced (`maak_bekend`), on the assignments too; until then `neem_terug` undoes
    one, after that a new decision does. The mandate is held to what is granted anew. Raises NietGevonden or
    Geweigerd without the right on one; Domeinfout (with the field) for what cannot be decided. All or
    nothing.
    """
    van = dict(
        Voorziening.objects.filter(pk__in=[n.voorziening for n in nieuwe]).values_list(
            "pk", "besluit__aanvraag_id"
        )
    )
    per_besluit = {n.kenmerk: n.aanvraag or van.get(n.voorziening, 0) for n in nieuwe}
    aanvragen = haal_aanvragen(door, per_besluit.values())
    voorzieningen = haal_voorzieningen(door, [n.voorziening for n in nieuwe])
    bekend = dict(
        Besluit.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk")
    )
    for n in nieuwe:
        if n.kenmerk not in bekend:
            aanvraag = aanvragen[per_besluit[n.kenmerk]]
            bekend[n.kenmerk] = _neem(door, n, voorzieningen[n.voorziening], aanvraag)
    return [bekend[n.kenmerk] for n in nieuwe]


def als_besluit(n: Wijzigingsbesluit, v: Voorziening, aanvraag: Aanvraag, wie: str) -> NieuwBesluit:
    """Return what is granted anew as a decision: an extension from where the provision ends, a change from
    its first day. `wie` gives it now."""
    per = v.tot if n.verandering == Verandering.VERLENGING else n.per
    vorm = n.vorm or v.vorm
    beeindigt = n.verandering == Verandering.BEEINDIGING
    return NieuwBesluit(
        kenmerk=n.kenmerk,
        aanvraag=aanvraag.pk,
        uitkomst=Uitkomst.BEEINDIGD.value if beeindigt else n.uitkomst,
        motivering=n.motivering,
        besloten_op=n.besloten_op,
        bevinding=n.bevinding,
        omvang=v.omvang if n.omvang is None else n.omvang,
        van=per,
        tot=n.tot,
        vorm=vorm,
        aanbieder=n.aanbieder or wie if vorm == Vorm.ZIN else "",
        wijze=v.wijze if vorm == v.vorm else Toewijzingswijze.SPECIFIEK.value,
    )


def _neem(door: Actor, n: Wijzigingsbesluit, v: Voorziening, aanvraag: Aanvraag) -> int:
    nu = wie_geeft([v])[v.pk]
    wie, wie_id = (nu.agb, nu.pk) if nu else ("", None)
    controleer_wijziging(n, v, aanvraag, wie)
    aanvraag.status = naar_aanvraag(aanvraag, "herzie" if n.aanvraag is None else "besluit")
    nieuw = als_besluit(n, v, aanvraag, wie)
    aanbieders = aanbod({nieuw.aanbieder} - {""})
    if geeft(n):
        controleer_besluit(_aangevuld(nieuw), aanvraag, aanbieders)
    tweede = eis_mandaat(door, [(nieuw, aanvraag)])[n.kenmerk]
    uiterste = laatste_dagen(AANVRAAG, [aanvraag.pk], {aanvraag.pk: n.besloten_op}) if n.aanvraag else {}
    herzien = {} if n.aanvraag else {aanvraag.pk: v.besluit_id}
    besluit = maak_rij(door, nieuw, aanvraag, tweede, herzien, uiterste)
    besluit.verandering = n.verandering
    besluit.grond = grond_van(n, v)
    besluit.save()
    wijziging = rij_van(n, v, besluit, nieuw, aanbieders)
    _eis_toepasbaar(wijziging, v, n)
    wijziging.save()
    if n.verandering == Verandering.WIJZIGING and geeft(n) and _splitst(wijziging, v, wie_id):
        wat_gegeven(nieuw, besluit, aanvraag, aanbieders).save()
    werk_bij([aanvraag], ["status"])
    leg_vast(door, genomen(besluit), _besloten(besluit, wijziging))
    return besluit.pk


def _splitst(w: Wijziging, v: Voorziening, wie: int | None) -> bool:
    return splitst(wat(v, wie), wat_wordt(w, v, wie), w.per)


def _aangevuld(n: NieuwBesluit) -> NieuwBesluit:
    """Return what is granted anew as it is checked: why lighter help does not suffice was said when it was
    granted first, and an extension may be decided on well before it begins."""
    return replace(n, niet_lichter="-", van=min(n.van or date.max, n.besloten_op + OUDSTE))


def grond_van(n: Wijzigingsbesluit, v: Voorziening) -> str:
    """Return the article that a change rests on; a refusal names no reason."""
    reden = Reden(n.reden) if n.reden in set(Reden) else Reden.NOG_NODIG
    return grondslag(v.wet, Verandering(n.verandering), reden, v.product.grondslag)


def rij_van(
    n: Wijzigingsbesluit,
    v: Voorziening,
    besluit: Besluit,
    nieuw: NieuwBesluit,
    aanbieders: Mapping[str, Aanbod],
) -> Wijziging:
    """Return what a decision changes as a row."""
    anders = geeft(n)
    wie = aanbieders.get(nieuw.aanbieder) if anders else None
    return Wijziging(
        besluit=besluit,
        voorziening=v,
        oud_id=v.besluit_id,
        inwoner_id=v.inwoner_id,
        wet=v.wet,
        verandering=n.verandering,
        reden="" if n.uitkomst == Uitkomst.AFGEWEZEN else n.reden,
        per=nieuw.van or n.besloten_op,
        omvang=nieuw.omvang if anders else None,
        tot=n.tot if anders else None,
        vorm=nieuw.vorm if anders else "",
        aanbieder=wie.aanbieder if wie else None,
        naar=n.naar.strip() if n.reden == Reden.VERHUIZING else "",
    )


def _eis_toepasbaar(w: Wijziging, v: Voorziening, n: Wijzigingsbesluit) -> None:
    if n.uitkomst != Uitkomst.AFGEWEZEN:
        eis_verwijderbaar(bereken(w, v, list(Toewijzing.objects.filter(voorziening=v))).aanpassingen)


def _besloten(b: Besluit, w: Wijziging) -> Vastlegging:
    gebeurtenis = WijzigingBesloten(
        besluit=b.pk,
        voorziening=w.voorziening_id,
        verandering=w.verandering,
        reden=w.reden or None,
        per=w.per,
    )
    return vast(b, gebeurtenis, b.besloten_op)
