"""Decide on an application, or take a decision that replaces an earlier one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_aanvragen, is_systeem, naar_aanvraag
from samendoen.besluiten.actions.controle import controleer_besluit
from samendoen.besluiten.events import AANVRAAG, BesluitGenomen
from samendoen.besluiten.models import Aanvraag, Besluit, Product, Voorziening
from samendoen.besluiten.queries.aanbod import Aanbod, aanbod
from samendoen.besluiten.rules import (
    GEEFT,
    MET_BUDGET,
    Aanvraagstatus,
    Besluitstatus,
    Eenheid,
    Frequentie,
    Toewijzingswijze,
    Vorm,
    bedrag_eurocent,
    grondslag,
    honderdste,
)
from samendoen.casus import api as casussen
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.organisatie.api import (
    Mandaatoordeel,
    Mandaatuitkomst,
    mag_besluiten,
    mandaatzin,
    mandaten_van,
)
from samendoen.schil.api import datum_lang
from samendoen.werk.api import laatste_dagen

AL_BESLOTEN = (Aanvraagstatus.BESLOTEN, Aanvraagstatus.BEKENDGEMAAKT)


@dataclass(frozen=True, slots=True)
class NieuwBesluit:
    """A decision to be. `kenmerk` is made by the client and makes a repeat harmless.

    What is granted: `omvang` in the product's unit and frequency, `van` up to `tot` (the first day no
    longer; None: no end), in kind (`zin`, with the AGB code of who was chosen, if anybody) or as `pgb`.
    `wijze`: what the provider is told; with a budget `omvang` is in euros, over the whole period.
    An empty `niet_lichter` takes over what the plan's action says.
    """

    kenmerk: UUID
    aanvraag: int
    uitkomst: str
    motivering: str
    besloten_op: date
    bevinding: str = ""
    niet_lichter: str = ""
    omvang: Decimal | None = None
    van: date | None = None
    tot: date | None = None
    vorm: str = Vorm.ZIN.value
    aanbieder: str = ""
    wijze: str = Toewijzingswijze.SPECIFIEK.value

    @property
    def geeft(self) -> bool:
        """Whether it grants something."""
        return self.uitkomst in GEEFT


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def neem_besluiten(door: Actor, nieuwe: Sequence[NieuwBesluit]) -> list[int]:
    """Decide on applications; return the ids of the decisions in the order asked.

    A known `kenmerk` gives the decision that exists. The mandate decides whether this actor may decide this
    amount alone, or with a second signature (Awb art. 10:3); the system is asked for none. Raises
    NietGevonden or Geweigerd without the right on an application; Domeinfout when it was decided already,
    outside the mandate, without reasons, or (with the field) for what cannot be granted. All or nothing.
    """
    return _neem(door, nieuwe, "besluit")


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def herzie_besluiten(door: Actor, nieuwe: Sequence[NieuwBesluit]) -> list[int]:
    """Take decisions that replace the announced ones once they are announced; return their ids.

    Wmo 2015 art. 2.3.9, 2.3.10. See `neem_besluiten`; no term runs for it.
    """
    return _neem(door, nieuwe, "herzie")


def _neem(door: Actor, nieuwe: Sequence[NieuwBesluit], stap: str) -> list[int]:
    aanvragen = haal_aanvragen(door, [n.aanvraag for n in nieuwe])
    rijen = Besluit.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    if eerste:
        aangevuld = _met_reden_uit_plan(door, list(eerste.values()), aanvragen)
        bekend |= _schrijf(door, aangevuld, aanvragen, stap)
    return [bekend[n.kenmerk] for n in nieuwe]


def _met_reden_uit_plan(
    door: Actor, nieuwe: Sequence[NieuwBesluit], aanvragen: Mapping[int, Aanvraag]
) -> list[NieuwBesluit]:
    """Take over why lighter help does not suffice from the plan, where nothing else was written."""
    actie_van = {n.kenmerk: aanvragen[n.aanvraag].actie_id for n in nieuwe if n.geeft and not n.niet_lichter}
    ids = {actie_id for actie_id in actie_van.values() if actie_id is not None}
    acties = casussen.actiekernen(door, ids) if ids else {}
    redenen = {k: acties[a].niet_lichter for k, a in actie_van.items() if a is not None and a in acties}
    return [replace(n, niet_lichter=redenen.get(n.kenmerk, n.niet_lichter)) for n in nieuwe]


def _schrijf(
    door: Actor, nieuwe: Sequence[NieuwBesluit], aanvragen: Mapping[int, Aanvraag], stap: str
) -> dict[UUID, int]:
    aanbieders = aanbod({n.aanbieder for n in nieuwe if n.aanbieder})
    for nieuw in nieuwe:
        aanvraag = aanvragen[nieuw.aanvraag]
        if stap == "besluit" and aanvraag.status in AL_BESLOTEN:
            raise al_besloten(aanvraag)
        # Set at once: a second decision on the same application in this very list is refused as well.
        aanvraag.status = naar_aanvraag(aanvraag, stap)
        controleer_besluit(nieuw, aanvraag, aanbieders)
    tweede = eis_mandaat(door, [(n, aanvragen[n.aanvraag]) for n in nieuwe])
    herzien = _geldende(nieuwe) if stap == "herzie" else {}
    if stap == "herzie" and any(n.aanvraag not in herzien for n in nieuwe):
        raise elders_gewijzigd()
    dagen = {n.aanvraag: n.besloten_op for n in nieuwe}
    uiterste = {} if herzien else laatste_dagen(AANVRAAG, dagen, dagen)
    besluiten = schrijf(
        maak_rij(door, n, aanvragen[n.aanvraag], tweede[n.kenmerk], herzien, uiterste) for n in nieuwe
    )
    paren = list(zip(nieuwe, besluiten, strict=True))
    schrijf(wat_gegeven(n, b, aanvragen[n.aanvraag], aanbieders) for n, b in paren if n.geeft)
    werk_bij({n.aanvraag: aanvragen[n.aanvraag] for n in nieuwe}.values(), ["status"])
    leg_vast(door, *(genomen(b) for b in besluiten))
    return {b.kenmerk: b.pk for b in besluiten}


def al_besloten(aanvraag: Aanvraag) -> Domeinfout:
    """Return the error for an application that was decided already: by whom, and when."""
    laatste = Besluit.objects.filter(aanvraag=aanvraag).exclude(status=Besluitstatus.TERUGGENOMEN.value)
    rij = laatste.order_by("-pk").values_list("besloten_door__naam", "besloten_op").first()
    naam, op = rij or (None, aanvraag.aangevraagd_op)
    return Domeinfout(
        "al_besloten",
        _("Over deze aanvraag is al besloten, door %(naam)s op %(dag)s.")
        % {"naam": naam or "Samendoen", "dag": datum_lang(op)},
        _("Bekijk dat besluit. Neem het terug, of neem een nieuw besluit dat het vervangt."),
    )


def elders_gewijzigd() -> Domeinfout:
    """Return the error for a decision that was changed by one on another application."""
    return Domeinfout(
        "elders_gewijzigd",
        _("Dit besluit is gewijzigd door een besluit op een latere aanvraag."),
        _("Ga naar die aanvraag. Neem daar een nieuw besluit."),
    )


def _geldende(nieuwe: Iterable[NieuwBesluit]) -> dict[int, int]:
    """Return by application the announced decision that holds."""
    rijen = Besluit.objects.filter(
        aanvraag__in=[n.aanvraag for n in nieuwe], status=Besluitstatus.BEKENDGEMAAKT.value
    )
    return dict(rijen.values_list("aanvraag_id", "pk"))


def bedrag(nieuw: NieuwBesluit, aanvraag: Aanvraag) -> int:
    """Return what this decision costs, in eurocents: nothing when it grants nothing."""
    if not nieuw.geeft or nieuw.omvang is None or nieuw.van is None:
        return 0
    if nieuw.wijze in MET_BUDGET:
        return honderdste(nieuw.omvang)
    product = aanvraag.product
    return bedrag_eurocent(product.prijs_eurocent, nieuw.omvang, product.frequentie, nieuw.van, nieuw.tot)


def waarin(wijze: str, product: Product) -> tuple[str, str]:
    """Return the unit and frequency of what is granted: a budget is euros over the whole period."""
    if wijze in MET_BUDGET:
        return Eenheid.EURO.value, Frequentie.TOTAAL.value
    return product.eenheid, product.frequentie


def oordeel(door: Actor, wet: str, eurocent: int, dag: date) -> Mandaatoordeel:
    """Return what this actor's mandates of today allow for a decision of this amount on `dag`."""
    mandaten = mandaten_van(door.id, klok.vandaag()) if door.id is not None else []
    return mag_besluiten(mandaten, wet, eurocent, dag)


def eis_mandaat(door: Actor, paren: Sequence[tuple[NieuwBesluit, Aanvraag]]) -> dict[UUID, bool]:
    """Return by decision whether a second signature is needed; Domeinfout outside the mandate."""
    if is_systeem(door) or door.id is None:
        return {n.kenmerk: False for n, _a in paren}
    mandaten = mandaten_van(door.id, klok.vandaag())
    tweede = {}
    for nieuw, aanvraag in paren:
        uitspraak = mag_besluiten(mandaten, aanvraag.wet, bedrag(nieuw, aanvraag), nieuw.besloten_op)
        if uitspraak.uitkomst is Mandaatuitkomst.ALLEEN_ADVIES:
            raise buiten_mandaat(uitspraak)
        tweede[nieuw.kenmerk] = uitspraak.uitkomst is Mandaatuitkomst.TWEEDE_HANDTEKENING
    return tweede


def buiten_mandaat(uitspraak: Mandaatoordeel) -> Domeinfout:
    """Return the error for who may only advise, with the sentence that says why."""
    return Domeinfout(
        "buiten_mandaat",
        mandaatzin(uitspraak),
        _("Bewaar dit als advies. Iemand met een ruimer mandaat neemt dan het besluit."),
        veld="uitkomst",
    )


def maak_rij(
    door: Actor,
    n: NieuwBesluit,
    aanvraag: Aanvraag,
    tweede: bool,
    herzien: Mapping[int, int],
    uiterste: Mapping[int, date],
) -> Besluit:
    """Return a decision as a row; `herzien` says by application which decision it replaces, `uiterste` until
    when one must be taken."""
    dag = uiterste.get(aanvraag.pk)
    return Besluit(
        kenmerk=n.kenmerk,
        aanvraag=aanvraag,
        dossier_id=aanvraag.dossier_id,
        inwoner_id=aanvraag.inwoner_id,
        wet=aanvraag.wet,
        uitkomst=n.uitkomst,
        grond=grondslag(
            aanvraag.wet,
            n.vorm,
            geeft=n.geeft,
            herziet=aanvraag.pk in herzien,
            eigen=aanvraag.product.grondslag,
        ),
        bevinding=n.bevinding.strip(),
        niet_lichter=n.niet_lichter.strip() if n.geeft else "",
        motivering=n.motivering.strip(),
        bedrag_eurocent=bedrag(n, aanvraag),
        besloten_op=n.besloten_op,
        besloten_door_id=None if is_systeem(door) else door.id,
        op_tijd=n.besloten_op <= dag if dag else None,
        tweede_nodig=tweede,
        herziet_id=herzien.get(aanvraag.pk),
    )


def wat_gegeven(
    n: NieuwBesluit,
    besluit: Besluit,
    aanvraag: Aanvraag,
    aanbieders: Mapping[str, Aanbod],
) -> Voorziening:
    """Return what a decision grants as a row."""
    assert n.omvang is not None and n.van is not None  # see controleer_besluit
    eenheid, frequentie = waarin(n.wijze, aanvraag.product)
    return Voorziening(
        besluit=besluit,
        dossier_id=aanvraag.dossier_id,
        inwoner_id=aanvraag.inwoner_id,
        wet=aanvraag.wet,
        product=aanvraag.product,
        omvang=n.omvang,
        eenheid=eenheid,
        frequentie=frequentie,
        van=n.van,
        tot=n.tot,
        vorm=n.vorm,
        wijze=n.wijze,
        aanbieder=aanbieders[n.aanbieder].aanbieder if n.aanbieder else None,
    )


def genomen(b: Besluit) -> Vastlegging:
    """Return the event of a decision that was taken."""
    woorden = {"bevinding": b.bevinding, "niet_lichter": b.niet_lichter, "motivering": b.motivering}
    gebeurtenis = BesluitGenomen(
        besluit=b.pk,
        uitkomst=b.uitkomst,
        op_tijd=b.op_tijd,
        tweede_nodig=b.tweede_nodig,
        bedrag_eurocent=b.bedrag_eurocent,
        herziet=b.herziet_id,
    )
    return vast(b, gebeurtenis, b.besloten_op, woorden)


def vast(
    b: Besluit,
    gebeurtenis: Gebeurtenissoort,
    op: date,
    inhoud: Mapping[str, str] | None = None,
    herroept: int | None = None,
) -> Vastlegging:
    """Return an event about a decision as it is recorded: on the application's timeline."""
    return Vastlegging(
        gebeurtenis,
        b.aanvraag_id,
        op,
        dossier_id=b.dossier_id,
        persoon_id=b.inwoner_id,
        wet=b.wet,
        inhoud=inhoud or {},
        herroept_id=herroept,
    )
