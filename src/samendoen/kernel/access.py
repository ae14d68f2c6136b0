"""Who may see which dossier: one join on Inzagerecht, for every context."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.kernel import klok
from samendoen.kernel.acties import nog_niet_geraakt, schrijft
from samendoen.kernel.actor import Actor
from samendoen.kernel.bulk import schrijf, schrijf_waarden
from samendoen.kernel.fouten import Geweigerd, NietGevonden
from samendoen.kernel.heeftrecht import HeeftRecht
from samendoen.kernel.models import (
    Dossier,
    GebeurtenisInhoud,
    Grond,
    Inzagelogregel,
    Inzagerecht,
    Niveau,
    Persoon,
    Zoekregel,
)
from samendoen.kernel.personen import nieuwe_personen

M = TypeVar("M", bound=Model)


def zichtbaar(
    rijen: QuerySet[M], door: Actor, *, pad: str = "dossier", niveau: Niveau = Niveau.LEESBAAR
) -> QuerySet[M]:
    """Return the rows whose dossier (at `pad`; "" = the rows are dossiers) this actor has a grant on."""
    return rijen.filter(HeeftRecht(f"{pad}_id" if pad else "pk", door, niveau))


def _rechten(door: Actor, niveau: Niveau) -> QuerySet[Inzagerecht]:
    nu = klok.nu()
    loopt = Q(van__lte=nu) & (Q(tot__isnull=True) | Q(tot__gt=nu))
    wie = Q(groep_id__in=door.groepen)
    if door.id is not None:
        wie |= Q(gebruiker_id=door.id)
    return Inzagerecht.objects.filter(wie, loopt, niveau__gte=niveau)


def haal(rijen: QuerySet[M], door: Actor, pk: Any, *, niveau: Niveau, pad: str = "dossier") -> M:
    """Fetch and authorise in one step.

    Outside the scope: NietGevonden (404), the same as what does not exist.
    Inside it, but with too low a level: Geweigerd (403).
    """
    rij = zichtbaar(rijen, door, pad=pad, niveau=niveau).filter(pk=pk).first()
    if rij is not None:
        return rij
    if niveau > Niveau.LEESBAAR and zichtbaar(rijen, door, pad=pad).filter(pk=pk).exists():
        raise Geweigerd(
            "alleen_lezen",
            _("U mag dit lezen, maar niet wijzigen."),
            _("Vraag de regisseur of de teamleider om mee te mogen werken."),
        )
    raise NietGevonden(
        "niet_gevonden",
        _("Dit bestaat niet, of het ligt buiten uw werkgebied."),
        _("Zoek opnieuw, of vraag uw teamleider."),
    )


@dataclass(frozen=True, slots=True)
class Dossierkop:
    """A dossier as another context may know it: about whom and under which law."""

    id: int
    persoon_id: int
    wet: str


def haal_dossier(door: Actor, dossier_id: int, *, niveau: Niveau) -> Dossierkop:
    """Fetch and authorise a dossier itself; refuses like `haal`.

    To write in it locks it: nothing is written behind the back of an erasure that has not ended yet.
    """
    rijen = Dossier.objects.filter(gewist_op=None)
    if niveau >= Niveau.SCHRIJFBAAR:
        rijen = rijen.select_for_update(of=("self",), no_key=True)
    dossier = haal(rijen, door, dossier_id, niveau=niveau, pad="")
    return Dossierkop(dossier.pk, dossier.persoon_id, dossier.wet)


@dataclass(frozen=True, slots=True)
class Toekenning:
    """A grant to write: on a dossier, to a user or a group, why, and until when (exclusive)."""

    dossier_id: int
    niveau: Niveau
    grond: Grond
    wet: str
    gebruiker_id: int | None = None
    groep_id: int | None = None
    tot: datetime | None = None


def ken_toe(toekenningen: Iterable[Toekenning]) -> None:
    """Write grants; only from an action of the context that knows the reason."""
    nu = klok.nu()
    with schrijft("kernel"):
        rijen = [
            {
                "dossier_id": t.dossier_id,
                "gebruiker_id": t.gebruiker_id,
                "groep_id": t.groep_id,
                "niveau": t.niveau,
                "grond": t.grond,
                "wet": t.wet,
                "van": nu,
                "tot": t.tot,
            }
            for t in toekenningen
        ]
        schrijf_waarden(Inzagerecht, rijen)


def zichtbaar_via_persoon(
    rijen: QuerySet[M], door: Actor, *, pad: str = "inwoner", niveau: Niveau = Niveau.LEESBAAR
) -> QuerySet[M]:
    """Return the rows about a person (anchor at `pad`) on any of whose dossiers this actor has a grant."""
    return rijen.filter(HeeftRecht(f"{pad}_id", door, niveau, via_persoon=True))


def personen_op_grond(door: Actor, persoon_ids: Iterable[int], gronden: Iterable[Grond]) -> set[int]:
    """Return which of these persons this actor may read on one of `gronden` (a secret address asks more
    than any grant)."""
    rechten = _rechten(door, Niveau.LEESBAAR).filter(
        grond__in=list(gronden), dossier__persoon__in=list(persoon_ids), dossier__gewist_op=None
    )
    return set(rechten.values_list("dossier__persoon_id", flat=True))


def beeindig_op(dossier_ids: Iterable[int], grond: Grond) -> int:
    """End every running grant on this ground on these dossiers, whoever holds it; return how many."""
    nu = klok.nu()
    rechten = Inzagerecht.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=nu), dossier_id__in=list(dossier_ids), grond=grond
    )
    with schrijft("kernel"):
        return rechten.update(tot=nu + timedelta(microseconds=1))


def beeindig(dossier_id: int, grond: Grond, *, gebruiker_id: int) -> int:
    """End the running grants of this user on this ground; return how many."""
    nu = klok.nu()
    rechten = Inzagerecht.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=nu), dossier_id=dossier_id, grond=grond, gebruiker_id=gebruiker_id
    )
    with schrijft("kernel"):
        # A grant of this very moment would get an empty period: one tick longer.
        return rechten.update(tot=nu + timedelta(microseconds=1))


def open_dossiers(
    wetten: Sequence[str], soort: str, op: Sequence[date], personen: Sequence[int | None] | None = None
) -> list[Dossier]:
    """Make a dossier per item (law, opening day, and whose it is); return them in order.

    Without a person, or for a None among them, a new anchor is made: of somebody not recognised yet.
    """
    bekend = list(personen or [None] * len(wetten))
    verse = iter(nieuwe_personen(bekend.count(None)))
    wie = [next(verse).pk if persoon is None else persoon for persoon in bekend]
    vandaag = klok.vandaag()
    with schrijft("kernel"):
        dossiers = schrijf(
            Dossier(
                persoon_id=persoon,
                wet=wet,
                soort=soort,
                geopend_op=dag,
                laatst_gewijzigd_op=max(dag, vandaag),
            )
            for persoon, wet, dag in zip(wie, wetten, op, strict=True)
        )
    nog_niet_geraakt(d.pk for d in dossiers)
    return dossiers


def verplaats_dossier(dossier_id: int, persoon_id: int) -> None:
    """Give a dossier to the person whom it turned out to be about (decision record 0004).

    What hangs on the dossier moves along: content of its events and search rows. The caller moves its
    own rows, and records the event. Without another dossier the old anchor loses its pseudonym key.
    """
    dossier = Dossier.objects.select_for_update(no_key=True).get(pk=dossier_id)
    oud, dossier.persoon_id = dossier.persoon_id, persoon_id
    with schrijft("kernel"):
        dossier.save(update_fields=["persoon"])
        inhoud = list(GebeurtenisInhoud.objects.filter(gebeurtenis__dossier=dossier_id, inwoner_id=oud))
        # Content is never changed, only made and erased: so it is made anew.
        GebeurtenisInhoud.objects.filter(pk__in=[i.pk for i in inhoud]).delete()
        schrijf(
            GebeurtenisInhoud(
                gebeurtenis_id=i.gebeurtenis_id,
                inwoner_id=persoon_id,
                wet=i.wet,
                veld=i.veld,
                waarde=i.waarde,
            )
            for i in inhoud
        )
        Zoekregel.objects.filter(dossier=dossier_id, inwoner_id=oud).update(inwoner_id=persoon_id)
        if not Dossier.objects.filter(persoon_id=oud).exists():
            Persoon.objects.filter(pk=oud).update(pseudoniemsleutel=None)


def log_inzage(door: Actor, pagina: str, dossiers: Iterable[int], personen: Iterable[int] = ()) -> None:
    """Write that this user read these dossiers on this page, or about these persons (who may have none):
    one row per page, none for nothing."""
    ids, wie = sorted(set(dossiers)), sorted(set(personen))
    if (ids or wie) and door.id is not None:
        regel = {"gebruiker_id": door.id, "op": klok.nu(), "pagina": pagina, "dossiers": ids, "personen": wie}
        schrijf_waarden(Inzagelogregel, [regel])


def andere_dossiers(persoon_id: int, behalve_wet: str) -> bool:
    """Tell whether this person has a dossier under another law that was not erased."""
    return Dossier.objects.filter(persoon_id=persoon_id, gewist_op=None).exclude(wet=behalve_wet).exists()


def dossiers_van(persoon_ids: Iterable[int], door: Actor | None = None) -> list[int]:
    """Return the ids of the dossiers of these persons that were not erased; with `door` only the readable."""
    dossiers = Dossier.objects.filter(persoon_id__in=list(persoon_ids), gewist_op=None)
    if door is not None:
        dossiers = zichtbaar(dossiers, door, pad="")
    return list(dossiers.values_list("pk", flat=True))
