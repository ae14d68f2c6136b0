"""Who may see a casus, and who may write in it (decision record 0008).

Reading asks a grant on the dossier of anybody involved; what is shown of a person asks one on that person's
own dossier. Writing asks one on the dossier of the casus, and on that of every person who is written about.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext as _

from samendoen.casus.models import (
    STATUSSEN,
    Betrokkene,
    Bijlage,
    Casus,
    Meldcodepad,
    Meldcodepersoon,
    Notitie,
    Notitiepersoon,
    Onderzoek,
    Plan,
    Regie,
)
from samendoen.casus.rules import CASUS_OVERGANGEN, Status
from samendoen.kernel.api import (
    Actor,
    ActorSoort,
    Domeinfout,
    Geweigerd,
    HeeftRecht,
    NietGevonden,
    Niveau,
    Permissie,
    onthoud,
    zichtbaar,
)

M = TypeVar("M", bound=Model)


def is_systeem(door: Actor) -> bool:
    """Tell whether jobs, imports or the demo act: they may touch everything."""
    return door.soort == ActorSoort.SYSTEEM


def binnen(
    rijen: QuerySet[M], door: Actor, *, pad: str = "dossier", niveau: Niveau = Niveau.LEESBAAR
) -> QuerySet[M]:
    """Keep the rows whose dossier this actor has a grant on; the system keeps all."""
    return rijen if is_systeem(door) else zichtbaar(rijen, door, pad=pad, niveau=niveau)


def veilig(rijen: QuerySet[M], door: Actor, *, pad: str = "dossier") -> QuerySet[M]:
    """Keep what is written down about safety that this actor may read: a professional with the permission,
    and a grant on the dossier of whom it is about. Nobody of a household ever has that permission."""
    if not is_systeem(door) and not door.mag(Permissie.VEILIGHEID_ZIEN):
        return rijen.none()
    return binnen(rijen, door, pad=pad)


def leesbare_paden(door: Actor, **welke: object) -> QuerySet[Meldcodepad]:
    """Return the paths of the meldcode that this actor may read: about nobody whose dossier is closed."""
    rijen = veilig(Meldcodepad.objects.filter(**welke), door)
    personen = Meldcodepersoon.objects.filter(pad__in=rijen.values("pk"))
    dicht = personen.exclude(pk__in=veilig(personen, door).values("pk"))
    return rijen.exclude(pk__in=dicht.values("pad"))


def leesbaar(rijen: QuerySet[Casus], door: Actor) -> QuerySet[Casus]:
    """Keep the casussen that this actor may open: a grant on anybody involved."""
    if is_systeem(door):
        return rijen
    return rijen.filter(pk__in=binnen(Betrokkene.objects.all(), door).values("casus"))


def schrijfbaar(rijen: QuerySet[Casus], door: Actor) -> QuerySet[Casus]:
    """Keep the casussen that this actor may write in."""
    return binnen(rijen, door, niveau=Niveau.SCHRIJFBAAR)


def werkt(door: Actor, casus: Casus) -> bool:
    """Tell whether this actor may add something to a casus: it is open, and theirs to write in."""
    return casus.status == Status.OPEN and mag_schrijven(door, casus.pk, Permissie.CASUS_WERKEN)


def haal(door: Actor, casus_id: int) -> Casus:
    """Fetch and authorise one casus to read; NietGevonden outside the scope."""
    rij = te_lezen(door, casus_id)
    if rij is None:
        raise niet_gevonden()
    return rij


def te_lezen(door: Actor, casus_id: int) -> Casus | None:
    """Return a casus for a part of a page; None outside the scope."""
    return _gelezen(door, casus_id)[0]


@onthoud
def _gelezen(door: Actor, casus_id: int) -> tuple[Casus | None, bool]:
    """Return a casus when this actor may read it, and whether they may write in it. One query."""
    rijen = leesbaar(Casus.objects.select_related("team").filter(pk=casus_id), door)
    if is_systeem(door):
        gevonden = rijen.first()
        return gevonden, gevonden is not None
    mag = HeeftRecht("dossier_id", door, Niveau.SCHRIJFBAAR)
    for rij in rijen.annotate(mag_schrijven=mag):
        return rij, bool(rij.mag_schrijven)
    return None, False


def mag_schrijven(door: Actor, casus_id: int, permissie: Permissie | None = None) -> bool:
    """Tell whether this actor may write in a casus, and holds `permissie`: for what a page offers."""
    if permissie is not None and not door.mag(permissie):
        return False
    return _gelezen(door, casus_id)[1]


def loopt_te_lezen(door: Actor, casus_id: int) -> bool:
    """Tell whether a casus is open and this actor may read it."""
    rij = te_lezen(door, casus_id)
    return rij is not None and rij.status == Status.OPEN


def werkt_in(door: Actor, casus_id: int, permissie: Permissie = Permissie.CASUS_WERKEN) -> bool:
    """Tell whether this actor may add something to a casus with `permissie`: it is open, and theirs to write
    in."""
    return mag_schrijven(door, casus_id, permissie) and loopt_te_lezen(door, casus_id)


@dataclass(frozen=True, slots=True)
class Regiewaarde:
    """Somebody who directs a casus or stands beside, or did until `tot`."""

    gebruiker_id: int
    naam: str
    rol: str
    van: date
    tot: date | None


@onthoud
def regie_van(door: Actor, casus_id: int) -> tuple[Regiewaarde, ...]:
    """Return who directed a casus and stood beside, the oldest first; for who has authorised it."""
    rijen = Regie.objects.filter(casus=casus_id).order_by("pk")
    velden = rijen.values_list("gebruiker_id", "gebruiker__naam", "rol", "van", "tot")
    return tuple(Regiewaarde(*rij) for rij in velden)


def eigen_rollen(door: Actor, casus_id: int) -> frozenset[str]:
    """Return as what this actor directs a casus now, or stands beside."""
    return frozenset(r.rol for r in regie_van(door, casus_id) if r.gebruiker_id == door.id and r.tot is None)


def haal_schrijfbaar(door: Actor, casus_id: int) -> Casus:
    """Fetch and authorise one casus for the page of a form; refuses as haal_op_slot does."""
    rijen = Casus.objects.select_related("team")
    rij = schrijfbaar(rijen, door).filter(pk=casus_id).first()
    if rij is None:
        raise weiger(leesbaar(rijen, door), [casus_id])
    return rij


def haal_op_slot(door: Actor, ids: Iterable[int]) -> dict[int, Casus]:
    """Return these casussen locked for a change, in one statement; the system may touch all.

    Raises NietGevonden or Geweigerd when this actor may not write in one of them.
    """
    gevraagd = set(ids)
    rijen = Casus.objects.select_for_update(of=("self",)).select_related("team").order_by("pk")
    gevonden = {c.pk: c for c in schrijfbaar(rijen, door).filter(pk__in=gevraagd)}
    if gevraagd - gevonden.keys():
        raise weiger(leesbaar(Casus.objects.all(), door), gevraagd - gevonden.keys())
    return gevonden


def haal_plannen(door: Actor, plan_ids: Iterable[int]) -> dict[int, Plan]:
    """Return these versions with their casus, both locked for a change; refuses as haal_op_slot does."""
    gevraagd = set(plan_ids)
    van = dict(Plan.objects.filter(pk__in=gevraagd).values_list("pk", "casus_id"))
    if gevraagd - van.keys():
        raise niet_gevonden()
    casussen = haal_op_slot(door, van.values())
    plannen = {p.pk: p for p in Plan.objects.select_for_update().filter(pk__in=gevraagd).order_by("pk")}
    for plan in plannen.values():
        plan.casus = casussen[plan.casus_id]
    return plannen


def haal_onderzoeken(door: Actor, onderzoek_ids: Iterable[int]) -> dict[int, Onderzoek]:
    """Return these investigations with their casus, both locked; refuses as haal_op_slot does."""
    gevraagd = set(onderzoek_ids)
    van = dict(Onderzoek.objects.filter(pk__in=gevraagd).values_list("pk", "casus_id"))
    if gevraagd - van.keys():
        raise niet_gevonden()
    casussen = haal_op_slot(door, van.values())
    rijen = Onderzoek.objects.select_for_update().filter(pk__in=gevraagd).order_by("pk")
    gevonden = {o.pk: o for o in rijen}
    for onderzoek in gevonden.values():
        onderzoek.casus = casussen[onderzoek.casus_id]
    return gevonden


def weiger(leesbare: QuerySet[M], ids: Iterable[int]) -> Domeinfout:
    """Return the refusal for what may not be written: 403 for what one may read, else 404."""
    alle = set(ids)
    return geweigerd(mag_lezen=leesbare.filter(pk__in=alle).count() == len(alle))


def geweigerd(*, mag_lezen: bool) -> Domeinfout:
    """Return the refusal to write in what one may read, or else that it does not exist."""
    if not mag_lezen:
        return niet_gevonden()
    return Geweigerd(
        "alleen_lezen",
        _("U mag dit lezen, maar niet wijzigen."),
        _("Vraag de regisseur of de teamleider om mee te mogen werken."),
    )


def niet_gevonden() -> NietGevonden:
    """Return the refusal of what does not exist, or lies outside one's scope: the same words."""
    return NietGevonden(
        "niet_gevonden",
        _("Dit bestaat niet, of het ligt buiten uw werkgebied."),
        _("Zoek opnieuw, of vraag uw teamleider."),
    )


def naar(casus: Casus, overgang: str) -> Status:
    """Return the status after this step; Domeinfout when it cannot be taken any more."""
    volgende = CASUS_OVERGANGEN[Status(casus.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "casus_status",
            _("Casus %(nr)s is %(status)s; dit kan nu niet meer.")
            % {"nr": casus.pk, "status": str(STATUSSEN[Status(casus.status)]).lower()},
            _("Ververs de pagina om te zien hoe de casus er nu voor staat."),
        )
    return volgende


def eis_open(casussen: Iterable[Casus]) -> None:
    """Refuse work in a casus that was closed."""
    for casus in casussen:
        if casus.status != Status.OPEN:
            naar(casus, "sluit")


@dataclass(frozen=True, slots=True)
class Betrokkenewaarde:
    """Somebody involved in a casus, and the own dossier of that person in it."""

    persoon_id: int
    dossier_id: int
    wet: str


def betrokkenen_van(
    door: Actor, casus_ids: Iterable[int], *, schrijven: bool = False
) -> dict[int, dict[int, Betrokkenewaarde]]:
    """Return casus -> person -> who is involved, of those whom this actor may read (or write about).

    To write locks their dossiers: nothing is written behind the back of an erasure. One query.
    """
    per: dict[int, dict[int, Betrokkenewaarde]] = defaultdict(dict)
    ids = tuple(casus_ids)
    for casus, wie in _op_slot(door, ids) if schrijven else _te_lezen(door, ids):
        per[casus][wie.persoon_id] = wie
    return per


def _op_slot(door: Actor, casus_ids: tuple[int, ...]) -> list[tuple[int, Betrokkenewaarde]]:
    rijen = Betrokkene.objects.filter(casus__in=casus_ids, tot=None, dossier__gewist_op=None)
    rijen = rijen.select_related("dossier").select_for_update(of=("dossier",), no_key=True)
    rijen = binnen(rijen, door, niveau=Niveau.SCHRIJFBAAR).order_by("dossier_id")
    return [(b.casus_id, Betrokkenewaarde(b.inwoner_id, b.dossier_id, b.wet)) for b in rijen]


@onthoud
def _te_lezen(door: Actor, casus_ids: tuple[int, ...]) -> list[tuple[int, Betrokkenewaarde]]:
    rijen = binnen(Betrokkene.objects.filter(casus__in=casus_ids, tot=None), door).order_by("dossier_id")
    velden = rijen.values_list("casus_id", "inwoner_id", "dossier_id", "wet")
    return [(casus, Betrokkenewaarde(persoon, dossier, wet)) for casus, persoon, dossier, wet in velden]


def betrokkenen_en_verborgen(door: Actor, casus_id: int) -> list[Betrokkenewaarde | None]:
    """Return who is involved in order of joining; None for who may not be read. One query."""
    rijen = Betrokkene.objects.filter(casus=casus_id, tot=None).order_by("pk")
    mag = Value(True) if is_systeem(door) else HeeftRecht("dossier_id", door, Niveau.LEESBAAR)
    velden = rijen.annotate(mag=mag).values_list("inwoner_id", "dossier_id", "wet", "mag")
    return [Betrokkenewaarde(wie, dossier, wet) if ok else None for wie, dossier, wet, ok in velden]


def alle_dossiers(casus_ids: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Return casus -> (dossier, law) of everybody involved; for actions that authorised the casus."""
    per: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rijen = Betrokkene.objects.filter(casus__in=casus_ids).order_by("pk")
    for casus, dossier, wet in rijen.values_list("casus_id", "dossier_id", "wet"):
        per[casus].append((dossier, wet))
    return per


def notities(door: Actor, casus_ids: Iterable[int], *, niveau: Niveau = Niveau.LEESBAAR) -> QuerySet[Notitie]:
    """Return the notes of these casussen that this actor may read (or write): those about nobody whose
    dossier is closed to them."""
    rijen = Notitie.objects.filter(casus__in=list(casus_ids))
    if is_systeem(door):
        return rijen
    over = Notitiepersoon.objects.filter(notitie=OuterRef("pk"), over=True)
    dicht = over.exclude(HeeftRecht("dossier_id", door, niveau))
    return rijen.filter(Exists(over), ~Exists(dicht))


def haal_notities(door: Actor, notitie_ids: Iterable[int]) -> dict[int, Notitie]:
    """Return these notes with their casus, both locked for a change, and the dossiers of those about whom
    they are: nothing is written behind the back of an erasure. Refuses as haal_op_slot does."""
    gevraagd = set(notitie_ids)
    van = dict(Notitie.objects.filter(pk__in=gevraagd).values_list("pk", "casus_id"))
    if gevraagd - van.keys():
        raise niet_gevonden()
    lezen = notities(door, van.values()).filter(pk__in=gevraagd)
    if lezen.count() < len(gevraagd):
        raise niet_gevonden()
    casussen = haal_op_slot(door, van.values())
    betrokkenen_van(door, van.values(), schrijven=True)
    rijen = notities(door, van.values(), niveau=Niveau.SCHRIJFBAAR).filter(pk__in=gevraagd).order_by("pk")
    gevonden = {n.pk: n for n in rijen.select_for_update(of=("self",))}
    if gevraagd - gevonden.keys():
        raise geweigerd(mag_lezen=True)
    for notitie in gevonden.values():
        notitie.casus = casussen[notitie.casus_id]
    return gevonden


def bijlagen(door: Actor, casus_id: int) -> QuerySet[Bijlage]:
    """Return the files of a casus that are there and that this actor may open: on a dossier, and with a note,
    that are both open to them."""
    rijen = Bijlage.objects.filter(casus=casus_id).exclude(bestand="")
    bij = Q(notitie=None) | Q(notitie__in=notities(door, [casus_id]))
    return binnen(rijen.filter(bij), door)
