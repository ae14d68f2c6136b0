"""Who may read a resident, and who the address of one who keeps it secret (decision record 0007)."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from samendoen.inwoners.models import Gezinslid, Inwoner
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

GROND_VOOR_ADRES = (Grond.REGIE, Grond.TWEEDE, Grond.LEIDING)


def loopt(dag: object = None) -> Q:
    """Return the condition that a from-until row holds on a day (today)."""
    op = dag or klok.vandaag()
    return Q(van__lte=op) & (Q(tot__isnull=True) | Q(tot__gt=op))


def leesbaar(door: Actor, persoon_ids: Iterable[int], niveau: Niveau = Niveau.LEESBAAR) -> set[int]:
    """Return which of these residents this actor has a grant on; the system reads all."""
    rijen = Inwoner.objects.filter(pk__in=list(persoon_ids))
    if door.soort != ActorSoort.SYSTEEM:
        rijen = zichtbaar_via_persoon(rijen, door, niveau=niveau)
    return set(rijen.values_list("pk", flat=True))


def afgeschermd(persoon_ids: Iterable[int]) -> set[int]:
    """Return whose address is secret: their own choice, or that of somebody who lives there."""
    ids = list(persoon_ids)
    zelf = Inwoner.objects.filter(pk__in=ids, geheimhouding=True).values_list("pk", flat=True)
    met_geheim = Gezinslid.objects.filter(
        loopt(),
        hoofdverblijf=True,
        huishouden=OuterRef("huishouden"),
        inwoner__in=Inwoner.objects.filter(geheimhouding=True).values("pk"),
    )
    samen = Gezinslid.objects.filter(loopt(), Exists(met_geheim), inwoner__in=ids, hoofdverblijf=True)
    return {*zelf, *samen.values_list("inwoner_id", flat=True)}


def adres_dicht(door: Actor, persoon_ids: Iterable[int]) -> set[int]:
    """Return whose address this actor may not read. The system (jobs, the demo) reads no secret one."""
    geheim = afgeschermd(persoon_ids)
    return geheim - personen_op_grond(door, geheim, GROND_VOOR_ADRES) if geheim else geheim


def haal_inwoner(door: Actor, persoon_id: int, niveau: Niveau = Niveau.LEESBAAR) -> Inwoner:
    """Fetch and authorise, and lock what is to be written; refuses as `kernel.haal` does (404, 403)."""
    rijen = Inwoner.objects.filter(pk=persoon_id)
    if niveau > Niveau.LEESBAAR:
        rijen = rijen.select_for_update(of=("self",), no_key=True)
    systeem = door.soort == ActorSoort.SYSTEEM
    rij = (rijen if systeem else zichtbaar_via_persoon(rijen, door, niveau=niveau)).first()
    if rij is not None:
        return rij
    if not systeem and niveau > Niveau.LEESBAAR and leesbaar(door, [persoon_id]):
        raise alleen_lezen()
    raise NietGevonden(
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
