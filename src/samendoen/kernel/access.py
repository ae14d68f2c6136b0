"""Who may see which dossier: one join on Inzagerecht, for every context."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Geweigerd, NietGevonden
from samendoen.kernel.models import Dossier, Grond, Inzagelogregel, Inzagerecht, Niveau
from samendoen.kernel.personen import nieuwe_personen

M = TypeVar("M", bound=Model)
EIGEN_WERK = (Grond.AANNAME, Grond.REGIE, Grond.TWEEDE)


def zichtbaar(
    rijen: QuerySet[M], door: Actor, *, pad: str = "dossier", niveau: Niveau = Niveau.LEESBAAR
) -> QuerySet[M]:
    """Return the rows whose dossier (at `pad`; "" = the rows are dossiers) this actor has a grant on."""
    dossier = f"{pad}_id" if pad else "pk"
    return rijen.filter(Exists(_rechten(door, niveau).filter(dossier=OuterRef(dossier))))


def _rechten(door: Actor, niveau: Niveau) -> QuerySet[Inzagerecht]:
    nu = klok.nu()
    loopt = Q(van__lte=nu) & (Q(tot__isnull=True) | Q(tot__gt=nu))
    wie = Q(groep_id__in=door.groepen)
    if door.id is not None:
        wie |= Q(gebruiker_id=door.id)
    return Inzagerecht.objects.filter(wie, loopt, niveau__gte=niveau)


def eigen_dossiers(door: Actor) -> QuerySet[Inzagerecht, int]:
    """Return the ids of the dossiers that are this actor's own work: taken in, directed or seconded."""
    rechten = _rechten(door, Niveau.LEESBAAR).filter(gebruiker__isnull=False, grond__in=EIGEN_WERK)
    return rechten.values_list("dossier_id", flat=True)


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
        Inzagerecht.objects.bulk_create(
            Inzagerecht(
                dossier_id=t.dossier_id,
                gebruiker_id=t.gebruiker_id,
                groep_id=t.groep_id,
                niveau=t.niveau,
                grond=t.grond,
                wet=t.wet,
                van=nu,
                tot=t.tot,
            )
            for t in toekenningen
        )


def beeindig(dossier_id: int, grond: Grond, *, gebruiker_id: int) -> int:
    """End the running grants of this user on this ground; return how many."""
    nu = klok.nu()
    rechten = Inzagerecht.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=nu), dossier_id=dossier_id, grond=grond, gebruiker_id=gebruiker_id
    )
    with schrijft("kernel"):
        # A grant of this very moment would get an empty period: one tick longer.
        return rechten.update(tot=nu + timedelta(microseconds=1))


def open_dossiers(wetten: Sequence[str], soort: str, op: Sequence[date]) -> list[Dossier]:
    """Make new persons with a dossier each (law and opening day per item); return the dossiers."""
    personen = nieuwe_personen(len(wetten))
    vandaag = klok.vandaag()
    with schrijft("kernel"):
        return Dossier.objects.bulk_create(
            Dossier(
                persoon=persoon, wet=wet, soort=soort, geopend_op=dag, laatst_gewijzigd_op=max(dag, vandaag)
            )
            for persoon, wet, dag in zip(personen, wetten, op, strict=True)
        )


def log_inzage(door: Actor, pagina: str, dossiers: Iterable[int]) -> None:
    """Write that this user read these dossiers on this page: one row per page, none for nothing."""
    ids = sorted(set(dossiers))
    if ids and door.id is not None:
        Inzagelogregel.objects.create(gebruiker_id=door.id, op=klok.nu(), pagina=pagina, dossiers=ids)
