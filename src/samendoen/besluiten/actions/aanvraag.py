"""Apply for a provision, and withdraw an application."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_aanvragen, is_systeem, naar_aanvraag, niet_gevonden
from samendoen.besluiten.actions.controle import controleer_aanvraag, controleer_intrekking
from samendoen.besluiten.events import AANVRAAG, AanvraagGedaan, AanvraagIngetrokken
from samendoen.besluiten.models import Aanvraag, Besluit, Product
from samendoen.besluiten.queries.brief import brieven
from samendoen.besluiten.rules import TERMIJN_BIJ_AANVRAAG, Aanvraagstatus, Besluitstatus, Uitkomst
from samendoen.casus import api as casussen
from samendoen.casus.api import Actiekern, Casuskern
from samendoen.inwoners.api import kernen
from samendoen.kernel.api import Actor, Geweigerd, Permissie, Vastlegging, actie, leg_vast, schrijf
from samendoen.werk.api import TermijnStart, laat_vervallen, start_termijnen


@dataclass(frozen=True, slots=True)
class NieuweAanvraag:
    """An application to be. `kenmerk` is made by the client and makes a repeat harmless.

    `persoon` is somebody involved in the casus, `product` a code, `actie` the plan's action that it fulfils.
    """

    kenmerk: UUID
    casus: int
    persoon: int
    product: str
    aangevraagd_op: date
    motivering: str
    actie: int | None = None


@dataclass(frozen=True, slots=True)
class Lijsten:
    """What exists: products by code, dossiers by (casus, person, law) of everybody involved, actions of the
    plans, ages, and what (person, product) has been applied for and waits for a decision."""

    casussen: Mapping[int, Casuskern]
    producten: Mapping[str, Product]
    dossiers: Mapping[tuple[int, int], Mapping[str, int]]
    acties: Mapping[int, Actiekern]
    leeftijden: Mapping[int, int]
    open: frozenset[tuple[int, str]]


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def vraag_aan(door: Actor, nieuwe: Sequence[NieuweAanvraag]) -> list[int]:
    """Write down applications and start the clock of the decision; return their ids in the order asked.

    The clock starts on the day of the application (Wmo 2015 art. 2.3.5 lid 2, Awb art. 4:13). A known
    `kenmerk` gives the application that exists. Raises NietGevonden or Geweigerd without the right on the
    casus; Domeinfout (with the field) for a closed casus, somebody who is not involved, an unknown product,
    one of another law, an action of somebody else, an impossible day, or the same application twice.
    """
    kernen_ = casussen_op_slot(door, {n.casus for n in nieuwe})
    rijen = Aanvraag.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    if eerste:
        lijsten = _lijsten(door, list(eerste.values()), kernen_)
        gevraagd = set(lijsten.open)
        for nieuw in eerste.values():
            controleer_aanvraag(nieuw, lijsten, gevraagd)
            gevraagd.add((nieuw.persoon, nieuw.product))
        bekend |= _schrijf(door, list(eerste.values()), lijsten)
    return [bekend[n.kenmerk] for n in nieuwe]


def casussen_op_slot(door: Actor, ids: set[int]) -> Mapping[int, Casuskern]:
    """Return the casussen, locked: two applications in one casus are written one after the other."""
    gevonden = casussen.casuskernen(door, ids, schrijfbaar=True)
    if ids - gevonden.keys():
        if casussen.casuskernen(door, ids).keys() >= ids:
            raise Geweigerd(
                "alleen_lezen",
                _("U mag deze casus lezen, maar er niets in aanvragen."),
                _("Vraag de regisseur of de teamleider om mee te mogen werken."),
            )
        raise niet_gevonden()
    return gevonden


def _lijsten(door: Actor, nieuwe: Sequence[NieuweAanvraag], kernen_: Mapping[int, Casuskern]) -> Lijsten:
    personen = {n.persoon for n in nieuwe}
    acties = {n.actie for n in nieuwe if n.actie is not None}
    wacht = Aanvraag.objects.filter(inwoner__in=personen, status=Aanvraagstatus.INGEDIEND.value)
    return Lijsten(
        casussen=kernen_,
        producten=Product.objects.in_bulk([n.product for n in nieuwe], field_name="code"),
        dossiers=dossiers_per_wet(door, kernen_.keys()),
        acties=casussen.actiekernen(door, acties) if acties else {},
        leeftijden={pk: kern.leeftijd for pk, kern in kernen(door, personen).items()},
        open=frozenset(wacht.values_list("inwoner_id", "product__code")),
    )


def dossiers_per_wet(door: Actor, casus_ids: Iterable[int]) -> dict[tuple[int, int], dict[str, int]]:
    """Return per (casus, person) the dossier to apply under, by law; to write, so locked.

    That of the person in the casus is under the law with which the casus began. For another law it is the
    dossier of the person's own question under that law that belongs to the casus: so that both access and
    retention are right. Without such a question there is none (Wmo 2015 art. 2.3.2: first the question).
    """
    ids = list(casus_ids)
    per: dict[tuple[int, int], dict[str, int]] = {}
    for casus, wie in casussen.betrokkenen_van(door, ids, schrijven=True).items():
        for persoon, waarde in wie.items():
            per[casus, persoon] = {waarde.wet: waarde.dossier_id}
    for casus, melding in casussen.meldingen_van(ids):
        if (casus, melding.persoon_id) in per:
            per[casus, melding.persoon_id].setdefault(melding.wet, melding.dossier_id)
    return per


def _schrijf(door: Actor, nieuwe: Sequence[NieuweAanvraag], lijsten: Lijsten) -> dict[UUID, int]:
    rijen = schrijf(_rij(n, lijsten) for n in nieuwe)
    gelezen = Aanvraag.objects.select_related("team", "product").in_bulk([rij.pk for rij in rijen])
    gemaakt = [gelezen[rij.pk] for rij in rijen]
    leg_vast(door, *(gedaan(rij) for rij in gemaakt))
    start_klokken(door, gemaakt)
    return {rij.kenmerk: rij.pk for rij in rijen}


def start_klokken(door: Actor, aanvragen: Sequence[Aanvraag]) -> None:
    """Start the clock of the decision on each application; see TERMIJN_BIJ_AANVRAAG."""
    start_termijnen(
        door,
        [
            TermijnStart(
                soort=TERMIJN_BIJ_AANVRAAG[rij.wet],
                start=rij.aangevraagd_op,
                dossier_id=rij.dossier_id,
                onderwerp_soort=AANVRAAG,
                onderwerp_id=rij.pk,
                groep_id=rij.team.groep_id,
            )
            for rij in aanvragen
        ],
    )


def _rij(n: NieuweAanvraag, lijsten: Lijsten) -> Aanvraag:
    product = lijsten.producten[n.product]
    return Aanvraag(
        kenmerk=n.kenmerk,
        casus_id=n.casus,
        dossier_id=lijsten.dossiers[n.casus, n.persoon][product.wet],
        inwoner_id=n.persoon,
        wet=product.wet,
        team_id=lijsten.casussen[n.casus].team_id,
        product=product,
        actie_id=n.actie,
        aangevraagd_op=n.aangevraagd_op,
        motivering=n.motivering.strip(),
    )


def gedaan(rij: Aanvraag) -> Vastlegging:
    """Return the event of an application that was made."""
    return Vastlegging(
        AanvraagGedaan(
            product=rij.product.code,
            categorie=rij.product.categorie,
            kader=rij.wet,
            team=rij.team.code,
            actie=rij.actie_id,
        ),
        rij.pk,
        rij.aangevraagd_op,
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud={"motivering": rij.motivering},
    )


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def trek_aanvraag_in(door: Actor, aanvraag_id: int, op: date) -> int:
    """Write that the applicant withdrew, with the letter that confirms it; return the id of that.

    The clock lapses: nothing is asked any more. Raises NietGevonden or Geweigerd without the right on it,
    Domeinfout when a decision was taken, or for a day before the application or in the future. Withdrawn
    twice is harmless.
    """
    aanvraag = haal_aanvragen(door, [aanvraag_id])[aanvraag_id]
    if aanvraag.status == Aanvraagstatus.INGETROKKEN:
        return Besluit.objects.get(aanvraag=aanvraag, uitkomst=Uitkomst.INGETROKKEN.value).pk
    aanvraag.status = naar_aanvraag(aanvraag, "trek_in")
    controleer_intrekking(aanvraag, op)
    besluit = Besluit(
        kenmerk=uuid4(),
        aanvraag=aanvraag,
        dossier_id=aanvraag.dossier_id,
        inwoner_id=aanvraag.inwoner_id,
        wet=aanvraag.wet,
        status=Besluitstatus.BEKENDGEMAAKT.value,
        uitkomst=Uitkomst.INGETROKKEN.value,
        besloten_op=op,
        besloten_door_id=None if is_systeem(door) else door.id,
        bekendgemaakt_op=op,
    )
    besluit.save()
    [besluit.brief] = brieven(door, [(besluit, None)])
    besluit.save(update_fields=["brief"])
    aanvraag.save(update_fields=["status"])
    leg_vast(
        door,
        Vastlegging(AanvraagIngetrokken(besluit=besluit.pk), aanvraag_id, op, dossier_id=aanvraag.dossier_id),
    )
    laat_vervallen(door, AANVRAAG, [aanvraag_id])
    return besluit.pk
