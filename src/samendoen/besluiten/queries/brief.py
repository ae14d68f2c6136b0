"""The letters of decisions: as they will look, and as they were sent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from samendoen.besluiten.models import Aanvraag, Besluit, Bezwaar, Voorziening
from samendoen.besluiten.queries.bijdrage import redenen_vrij
from samendoen.besluiten.queries.brieftekst import Briefgegevens, Pgbbrief, Toegekend, maak_brief
from samendoen.besluiten.queries.pgb import pgbbrieven
from samendoen.besluiten.queries.wijziging import wijzigingsteksten
from samendoen.besluiten.queries.wijzigingstekst import maak_wijzigingsbrief
from samendoen.besluiten.rules.bezwaar import VERVANGT, Bezwaarstatus
from samendoen.inwoners.api import Geadresseerde, Postadres, geadresseerden, kernen, postadressen
from samendoen.kernel.api import Actor, klok
from samendoen.organisatie.api import contactteksten, gemeente
from samendoen.recht.api import Post
from samendoen.schil.api import Brief, brief_als_json, brief_uit_json

VOLWASSEN = 18
IN_BEZWAAR = "artikel 7:11, tweede lid, van de Algemene wet bestuursrecht"
Paar = tuple[Besluit, Voorziening | None]


def kenmerk(besluit: Besluit) -> str:
    """Return by which number a letter is known, also by who receives it."""
    return f"A{besluit.aanvraag_id}-B{besluit.pk}" if besluit.pk else f"A{besluit.aanvraag_id}"


def brieven(door: Actor, paren: Sequence[Paar]) -> list[dict[str, Any]]:
    """Return the letter of each decision with what it grants as JSON to keep, in the order given.

    A dozen reads, whatever their number. Dated on the announcement, or today when there is none yet. The
    decisions come with their applications and product, authorised by the caller. The address stands apart
    (`adres`), and one that is secret not at all: `als_brief` joins them for who may know it.
    """
    personen = {besluit.inwoner_id for besluit, _v in paren}
    adressen, kern = postadressen(door, personen), kernen(door, personen)
    post = geadresseerden(door, personen)
    vast, eerder = _vast(), _eerder(besluit for besluit, _v in paren)
    wijzigingen = wijzigingsteksten([besluit for besluit, _v in paren if besluit.verandering])
    bezwaren = in_bezwaar([besluit for besluit, _v in paren])
    pgbs = pgbbrieven(v for _b, v in paren)
    vrij = redenen_vrij({b.inwoner_id: v.van for b, v in paren if v and b.aanvraag.product.eigen_bijdrage})
    alle = []
    for besluit, voorziening in paren:
        wie, adres = kern.get(besluit.inwoner_id), adressen.get(besluit.inwoner_id)
        gegevens = replace(
            _gegevens(besluit, vast),
            naam=adres.naam if adres else "",
            leeftijd=wie.leeftijd if wie else VOLWASSEN,
            herziet_van=eerder.get(besluit.herziet_id or 0),
            in_bezwaar=besluit.aanvraag_id in bezwaren,
            vrijgesteld=vrij.get(besluit.inwoner_id, ""),
            grond=IN_BEZWAAR if besluit.aanvraag_id in bezwaren else besluit.grond,
            toegekend=_toegekend(besluit, voorziening, pgbs.get(voorziening.pk)) if voorziening else None,
        )
        open_ = adres.regels if adres and not adres.geheim else ()
        w = wijzigingen.get(id(besluit))
        brief = brief_als_json(maak_wijzigingsbrief(gegevens, w) if w else maak_brief(gegevens))
        alle.append(via(brief, post.get(besluit.inwoner_id, ())) or {**brief, "adres": list(open_)})
    return alle


def via(brief: dict[str, Any], post: Sequence[Geadresseerde]) -> dict[str, Any] | None:
    """Return a letter that goes by way of a representative, with that address; None when it does not."""
    eerste = next((g for g in post if g.via), None)
    if eerste is None:
        return None
    return {**brief, "aan": [*brief["aan"], *eerste.per_adres], "via": True}


def als_brief(bewaard: dict[str, Any], adres: Postadres | None) -> Brief:
    """Return a letter as this reader may see it: with the address that it was sent to.

    `adres` is what the reader may know of it today. Who may not know a secret address sees none, also not
    that of a letter from before it became secret.
    """
    gegevens = dict(bewaard)
    toen, elders = tuple(gegevens.pop("adres", ())), gegevens.pop("via", False)
    brief = brief_uit_json(gegevens)
    if elders or adres is None or not adres.regels:
        return brief
    return replace(brief, aan=(*brief.aan, *(toen or adres.regels)))


def brief_van(door: Actor, besluit: Besluit, voorziening: Voorziening | None) -> Brief | None:
    """Return the letter of a decision: as it was sent, or as it will look; None when it was erased."""
    if besluit.bekendgemaakt_op is None:
        [bewaard] = brieven(door, [(besluit, voorziening)])
    elif besluit.brief is None:
        return None
    else:
        bewaard = besluit.brief
    return als_brief(bewaard, postadressen(door, [besluit.inwoner_id]).get(besluit.inwoner_id))


def wie_krijgt(door: Actor, aanvraag: Aanvraag) -> tuple[Geadresseerde, ...]:
    """Return who receives the letter about an application, and why; it costs money when there is an own
    contribution or a budget."""
    product = aanvraag.product
    post = geadresseerden(door, [aanvraag.inwoner_id], geld=product.eigen_bijdrage or product.pgb)
    return post.get(aanvraag.inwoner_id, ())


def brief_aan(brief: Brief, wie: Geadresseerde) -> Brief:
    """Return a letter with the name and the address of one of those who receive it."""
    onbekend = "De ouder met gezag" if wie.post is Post.GEZAG else wie.hoedanigheid
    return replace(brief, aan=(wie.naam or onbekend, *wie.regels))


def _vast() -> dict[str, str]:
    deze, teksten = gemeente(), contactteksten()
    return {
        "gemeente": deze.naam if deze else "",
        "contact": teksten.get("vraag_stellen", ("", ""))[1],
        "gratis_hulp": teksten.get("clientondersteuning", ("", ""))[1],
    }


def _eerder(besluiten: Iterable[Besluit]) -> dict[int, date]:
    """Return when the decisions were announced that these replace."""
    ids = [besluit.herziet_id for besluit in besluiten if besluit.herziet_id]
    if not ids:
        return {}
    rijen = Besluit.objects.filter(pk__in=ids).values_list("pk", "bekendgemaakt_op")
    return {pk: op for pk, op in rijen if op is not None}


def in_bezwaar(besluiten: Sequence[Besluit]) -> frozenset[int]:
    """Return the applications on which these decide anew because somebody objected (Awb art. 7:11 lid 2)."""
    nieuw = {b.aanvraag_id: b.bekendgemaakt_op for b in besluiten if b.herziet_id and not b.verandering}
    if not nieuw:
        return frozenset()
    rijen = Bezwaar.objects.filter(besluit__aanvraag__in=nieuw, uitkomst__in=VERVANGT)
    velden = rijen.values_list("besluit__aanvraag", "status", "bekendgemaakt_op")
    samen = ((a, s == Bezwaarstatus.BESLIST or (op is not None and op == nieuw[a])) for a, s, op in velden)
    return frozenset(aanvraag for aanvraag, hoort in samen if hoort)


def _gegevens(besluit: Besluit, vast: dict[str, str]) -> Briefgegevens:
    aanvraag: Aanvraag = besluit.aanvraag
    product = aanvraag.product
    return Briefgegevens(
        naam="",
        leeftijd=VOLWASSEN,
        nummer=kenmerk(besluit),
        datum=besluit.bekendgemaakt_op or klok.vandaag(),
        wet=besluit.wet,
        product=product.naam,
        omschrijving=product.omschrijving,
        eigen_bijdrage=product.eigen_bijdrage,
        eigen_uitgifte=product.eigen_uitgifte,
        aangevraagd_op=aanvraag.aangevraagd_op,
        uitkomst=besluit.uitkomst,
        grond=besluit.grond,
        bevinding=besluit.bevinding,
        niet_lichter=besluit.niet_lichter,
        motivering=besluit.motivering,
        ondertekenaars=_ondertekenaars(besluit),
        gemeente=vast["gemeente"],
        contact=vast["contact"],
        gratis_hulp=vast["gratis_hulp"],
    )


def _ondertekenaars(besluit: Besluit) -> tuple[str, ...]:
    wie = (besluit.besloten_door, besluit.tweede_door)
    return tuple(gebruiker.naam for gebruiker in wie if gebruiker is not None)


def _toegekend(besluit: Besluit, voorziening: Voorziening, pgb: Pgbbrief | None) -> Toegekend:
    aanbieder = voorziening.aanbieder
    return Toegekend(
        omvang=voorziening.omvang,
        eenheid=voorziening.eenheid,
        frequentie=voorziening.frequentie,
        van=voorziening.van,
        tot=voorziening.tot,
        vorm=voorziening.vorm,
        bedrag_eurocent=besluit.bedrag_eurocent,
        aanbieder=aanbieder.naam if aanbieder else "",
        pgb=pgb,
    )
