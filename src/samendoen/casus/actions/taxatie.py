"""How safe somebody is: a professional judges, and says when to look again."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, niet_gevonden, veilig
from samendoen.casus.actions.veiligheidinvoer import (
    Taxatieinvoer,
    controleer_taxatie,
    haal_om_te_schrijven,
)
from samendoen.casus.events import TAXATIE, TaxatieIngetrokken, VeiligheidGetaxeerd
from samendoen.casus.models import Veiligheidstaxatie
from samendoen.casus.queries.merken import KIJKMOMENT
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
)
from samendoen.werk.api import laat_taken_vervallen


@actie("casus", Permissie.CASUS_WERKEN)
def taxeer_veiligheid(door: Actor, invoer: Sequence[Taxatieinvoer]) -> list[int]:
    """Write down how safe people are; return the ids. The latest about somebody is the one that holds.

    A `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd without the right on the
    casus or the person, Domeinfout with the field for a closed casus, missing words, or an impossible day.
    """
    casussen, wie = haal_om_te_schrijven(door, [(t.casus, t.persoon) for t in invoer])
    bekend = dict(
        Veiligheidstaxatie.objects.filter(kenmerk__in=[t.kenmerk for t in invoer]).values_list(
            "kenmerk", "pk"
        )
    )
    nieuw = [t for t in invoer if t.kenmerk not in bekend]
    eis_open(casussen[t.casus] for t in nieuw)
    for t in nieuw:
        controleer_taxatie(t)
    rijen = schrijf(
        Veiligheidstaxatie(
            kenmerk=t.kenmerk,
            casus_id=t.casus,
            inwoner_id=t.persoon,
            wet=wie[t.casus, t.persoon].wet,
            dossier_id=wie[t.casus, t.persoon].dossier_id,
            oordeel=t.oordeel,
            woorden=t.woorden.strip(),
            op=t.op,
            opnieuw_op=t.opnieuw_op,
            door_id=door.id,
        )
        for t in nieuw
    )
    leg_vast(door, *(_getaxeerd(rij) for rij in rijen))
    laat_taken_vervallen(door, KIJKMOMENT, TAXATIE, _eerdere(rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[t.kenmerk] for t in invoer]


def _eerdere(rijen: Sequence[Veiligheidstaxatie]) -> list[int]:
    """Return what was judged before about the same people."""
    wie = {(rij.casus_id, rij.inwoner_id) for rij in rijen}
    alle = Veiligheidstaxatie.objects.filter(casus__in={casus for casus, _p in wie}, opnieuw_op__isnull=False)
    return [pk for pk, *van in alle.values_list("pk", "casus_id", "inwoner_id") if tuple(van) in wie]


def _getaxeerd(rij: Veiligheidstaxatie) -> Vastlegging:
    gebeurtenis = VeiligheidGetaxeerd(
        casus=rij.casus_id, persoon=rij.inwoner_id, oordeel=rij.oordeel, opnieuw_op=rij.opnieuw_op
    )
    return Vastlegging(gebeurtenis, rij.pk, rij.op, dossier_id=rij.dossier_id)


@actie("casus", Permissie.CASUS_WERKEN)
def trek_taxatie_in(door: Actor, taxatie_id: int) -> None:
    """Take a judgment back: it was a mistake; the one before it holds again.

    Raises NietGevonden or Geweigerd without the right, Domeinfout when it was taken back already.
    """
    rij = veilig(Veiligheidstaxatie.objects.filter(pk=taxatie_id), door).first()
    if rij is None:
        raise niet_gevonden()
    haal_om_te_schrijven(door, [(rij.casus_id, rij.inwoner_id)])
    rij = Veiligheidstaxatie.objects.select_for_update().get(pk=taxatie_id)
    if rij.ingetrokken_op is not None:
        raise Domeinfout(
            "veiligheid_ingetrokken",
            _("Deze inschatting is al ingetrokken."),
            _("Ververs de pagina om te zien hoe het er nu voor staat."),
        )
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    begin = van_onderwerp(TAXATIE, [rij.pk])[rij.pk][0]
    leg_vast(
        door,
        Vastlegging(
            TaxatieIngetrokken(), rij.pk, klok.vandaag(), dossier_id=rij.dossier_id, herroept_id=begin.pk
        ),
    )
    laat_taken_vervallen(door, KIJKMOMENT, TAXATIE, [rij.pk])
