"""Who may read a resident, and who the address of one who keeps it secret (decision record 0007)."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.inwoners.models import Gezinslid, Huishouden, Inwoner
from samendoen.kernel.api import (
    Actor,
    ActorSoort,
    Geweigerd,
    Grond,
    NietGevonden,
    Niveau,
    klok,
    personen_op_grond,
    zichtbaar_via_persoon,
)

# In SQL: every page with a name asks it, and Django takes longer to write it than PostgreSQL to answer.
AFGESCHERMD = """
SELECT inwoner_id FROM inwoners_inwoner WHERE inwoner_id = ANY(%(ids)s) AND geheimhouding
UNION
SELECT lid.inwoner_id
FROM inwoners_gezinslid lid
JOIN inwoners_gezinslid huisgenoot ON huisgenoot.huishouden_id = lid.huishouden_id
JOIN inwoners_inwoner wie ON wie.inwoner_id = huisgenoot.inwoner_id AND wie.geheimhouding
WHERE lid.inwoner_id = ANY(%(ids)s) AND lid.hoofdverblijf AND huisgenoot.hoofdverblijf
    AND lid.van <= %(vandaag)s AND (lid.tot IS NULL OR lid.tot > %(vandaag)s)
    AND huisgenoot.van <= %(vandaag)s AND (huisgenoot.tot IS NULL OR huisgenoot.tot > %(vandaag)s)
"""
GROND_VOOR_ADRES = (Grond.REGIE, Grond.TWEEDE, Grond.LEIDING)


def loopt(dag: date | None = None) -> Q:
    """Return the condition that a from-until row holds on a day (today)."""
    op = dag or klok.vandaag()
    return Q(van__lte=op) & (Q(tot__isnull=True) | Q(tot__gt=op))


def leesbaar(door: Actor, persoon_ids: Iterable[int], niveau: Niveau = Niveau.LEESBAAR) -> set[int]:
    """Return which of these residents this actor has a grant on; the system reads all."""
    return set(inwoners(door, persoon_ids, niveau).values_list("pk", flat=True))


def inwoners(door: Actor, persoon_ids: Iterable[int], niveau: Niveau = Niveau.LEESBAAR) -> QuerySet[Inwoner]:
    """Return the rows of the residents among these whom this actor has a grant on; the system reads all."""
    rijen = Inwoner.objects.filter(pk__in=list(persoon_ids))
    return rijen if door.soort == ActorSoort.SYSTEEM else zichtbaar_via_persoon(rijen, door, niveau=niveau)


def afgeschermd(persoon_ids: Iterable[int]) -> set[int]:
    """Return whose address is secret: their own choice, or that of somebody who lives there."""
    ids = list(persoon_ids)
    if not ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(AFGESCHERMD, {"ids": ids, "vandaag": klok.vandaag()})
        return {persoon for (persoon,) in cursor.fetchall()}


def adres_dicht(door: Actor, persoon_ids: Iterable[int], geheim: set[int] | None = None) -> set[int]:
    """Return whose address this actor may not read. The system (jobs, the demo) reads no secret one.

    Whoever hides at home keeps it closed for everybody there: who directs for a child at the home of the
    other parent does not learn by that child where the parent lives who hides.
    `geheim`: what `afgeschermd` said of them, for who has asked already.
    """
    geheim = afgeschermd(persoon_ids) if geheim is None else geheim
    if not geheim:
        return geheim
    verbergen = _wie_zich_verbergen(geheim)
    mogen = personen_op_grond(door, geheim.union(*verbergen.values()), GROND_VOOR_ADRES)
    return {persoon for persoon in geheim if not {persoon, *verbergen.get(persoon, ())} <= mogen}


def _wie_zich_verbergen(persoon_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return person -> who in the same main home chose to keep the address secret."""
    thuis = Gezinslid.objects.filter(loopt(), hoofdverblijf=True)
    huis_van = dict(thuis.filter(inwoner__in=list(persoon_ids)).values_list("inwoner_id", "huishouden_id"))
    zelf = Inwoner.objects.filter(geheimhouding=True).values("pk")
    per_huis: dict[int, set[int]] = {}
    rijen = thuis.filter(huishouden__in=set(huis_van.values()), inwoner__in=zelf)
    for huis, persoon in rijen.values_list("huishouden_id", "inwoner_id"):
        per_huis.setdefault(huis, set()).add(persoon)
    return {persoon: per_huis.get(huis, set()) for persoon, huis in huis_van.items()}


def haal_inwoners(
    door: Actor, persoon_ids: Iterable[int], niveau: Niveau = Niveau.LEESBAAR, *, op_slot: bool = True
) -> dict[int, Inwoner]:
    """Fetch and authorise all of these, and lock what is to be written (in one order, so that two never wait
    for each other; `op_slot` False: to show a form); refuses the whole as `kernel.haal` does (404, 403)."""
    gevraagd = set(persoon_ids)
    rijen = Inwoner.objects.filter(pk__in=gevraagd).order_by("pk")
    if op_slot and niveau > Niveau.LEESBAAR:
        rijen = rijen.select_for_update(of=("self",), no_key=True)
    if door.soort != ActorSoort.SYSTEEM:
        rijen = zichtbaar_via_persoon(rijen, door, niveau=niveau)
    gevonden = {rij.pk: rij for rij in rijen}
    mist = gevraagd - gevonden.keys()
    if mist and niveau > Niveau.LEESBAAR and leesbaar(door, mist) == mist:
        raise alleen_lezen()
    if mist:
        raise onbekend()
    return gevonden


def haal_inwoner(
    door: Actor, persoon_id: int, niveau: Niveau = Niveau.LEESBAAR, *, op_slot: bool = True
) -> Inwoner:
    """Fetch and authorise one resident; see haal_inwoners."""
    return haal_inwoners(door, [persoon_id], niveau, op_slot=op_slot)[persoon_id]


def haal_huishoudens(door: Actor, huishouden_ids: Iterable[int], ook: Iterable[int] = ()) -> None:
    """Authorise and lock households that are to be changed: for who may write about somebody who lives there.

    `ook`: persons who count as living there, if ever they did (who leaves). NietGevonden when this actor may
    read nobody there, Geweigerd when reading is all.
    """
    gevraagd, wie = set(huishouden_ids), list(ook)
    rijen = Huishouden.objects.filter(pk__in=gevraagd).order_by("pk").select_for_update(no_key=True)
    mist = gevraagd - {rij.pk for rij in _van_bewoners(rijen, door, wie, Niveau.SCHRIJFBAAR)}
    if mist:
        te_lezen = _van_bewoners(Huishouden.objects.filter(pk__in=mist), door, wie, Niveau.LEESBAAR)
        raise alleen_lezen() if te_lezen.count() == len(mist) else onbekend()


def _van_bewoners(
    rijen: QuerySet[Huishouden], door: Actor, ook: Iterable[int], niveau: Niveau
) -> QuerySet[Huishouden]:
    if door.soort == ActorSoort.SYSTEEM:
        return rijen
    bewoners = Gezinslid.objects.filter(loopt() | Q(inwoner__in=ook), huishouden=OuterRef("pk"))
    return rijen.filter(Exists(zichtbaar_via_persoon(bewoners, door, niveau=niveau)))


def geboortedatums(door: Actor, persoon_ids: Iterable[int]) -> dict[int, date]:
    """Return the birth dates of residents whom this actor may name; the others are left out.

    Whoever is known may be named (decision record 0007); who hides only by who may read them.
    """
    ids = set(persoon_ids)
    rijen = Inwoner.objects.filter(pk__in=ids)
    if door.soort != ActorSoort.SYSTEEM:
        geheim = afgeschermd(ids)
        rijen = rijen.exclude(pk__in=geheim - leesbaar(door, geheim))
    return dict(rijen.values_list("pk", "geboortedatum"))


def onbekend() -> NietGevonden:
    """Return the refusal for what does not exist or lies outside the scope: the same for both."""
    return NietGevonden(
        "niet_gevonden",
        _("Deze inwoner bestaat niet, of ligt buiten uw werkgebied."),
        _("Zoek opnieuw, of vraag uw teamleider."),
    )


def alleen_lezen() -> Geweigerd:
    """Return the refusal for who may read but not write."""
    return Geweigerd(
        "alleen_lezen",
        _("U mag dit lezen, maar niet wijzigen."),
        _("Vraag de regisseur of de teamleider om mee te mogen werken."),
    )
