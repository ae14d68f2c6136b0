"""Use cases of publication: four eyes on what the council reads of an activity.

Who wrote a text or set a light offers it; somebody else approves it or sends it back. Until then only who
works on it sees it. The right to approve is asked at the moment of approving, and nobody approves what they
made themselves, with whatever role.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from samendoen.beleid.access import haal_om_te_verantwoorden
from samendoen.beleid.actions.aanbod import Oordeel, beoordeel, vast
from samendoen.beleid.actions.agenda import LANGSTE_TEKST, hash_van
from samendoen.beleid.events import (
    ACTIVITEIT,
    PublicatieTeruggehaald,
    VerantwoordingAangeboden,
    VerantwoordingGoedgekeurd,
    VerantwoordingIngetrokken,
    VerantwoordingTeruggestuurd,
)
from samendoen.beleid.models import Aanbieding, Activiteit, Stand, Verantwoording
from samendoen.beleid.rules.jaar import Aanbodstaat, Stap, na
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Permissie,
    actie,
    klok,
    leg_vast,
)
from samendoen.werk.api import laat_taken_vervallen

TAAKREGELS = ("verantwoording", "verantwoording-gemist")


@actie("beleid", Permissie.BELEID_VERANTWOORDEN)
def bied_aan(door: Actor, activiteiten: Sequence[int]) -> list[int]:
    """Offer the account and the lights of activities, as they stand now, for publication; return the offers.

    What lies there already, or was published like this, is not offered again. The task of the owner is off
    the desk. Raises Domeinfout ("aanbod_niet_af") for an activity without an account or with a light that is
    missing, NietGevonden for an unknown one, Geweigerd for that of a colleague.
    """
    ids = sorted(set(activiteiten))
    rijen = haal_om_te_verantwoorden(door, ids)
    teksten, standen = _nieuwste_teksten(ids), _nieuwste_standen(ids)
    _eis_af(rijen.values(), teksten, standen)
    al = _laatste_aanbod(ids)
    nieuw = Aanbieding.objects.bulk_create(
        Aanbieding(
            activiteit_id=nummer,
            tekst=teksten[nummer],
            standen=sorted(stand.pk for stand in standen[nummer].values()),
            staat=Aanbodstaat.OPEN.value,
            door_id=door.id,
            aangeboden_op=klok.nu(),
        )
        for nummer in ids
        if not _ligt_er(al.get(nummer), teksten[nummer], standen[nummer])
    )
    leg_vast(
        door,
        *(
            vast(rij, VerantwoordingAangeboden(aanbieding=rij.pk, tekst=hash_van(rij.tekst.tekst)))
            for rij in nieuw
        ),
    )
    for regel in TAAKREGELS:
        laat_taken_vervallen(door, regel, ACTIVITEIT, ids)
    return [rij.pk for rij in nieuw]


@actie("beleid", Permissie.BELEID_PUBLICEREN)
def keur_goed(door: Actor, oordelen: Sequence[Oordeel]) -> None:
    """Publish what was offered: from now on everybody who may see policy reads it.

    Raises Geweigerd ("vier_ogen") for who wrote the text, set one of the lights or offered it; Domeinfout
    when it is not on offer any more, for one because it changed since; NietGevonden.
    """
    rijen = _neem(oordelen, Stap.KEUR_GOED)
    _eis_ander(door, rijen)
    beoordeel(door, rijen, oordelen, Stap.KEUR_GOED)
    vandaag = klok.vandaag()
    teksten = [rij.tekst_id for rij in rijen]
    standen = [nummer for rij in rijen for nummer in rij.standen]
    Verantwoording.objects.filter(pk__in=teksten, gepubliceerd_op=None).update(gepubliceerd_op=vandaag)
    Stand.objects.filter(pk__in=standen, gepubliceerd_op=None).update(gepubliceerd_op=vandaag)
    leg_vast(door, *(vast(rij, VerantwoordingGoedgekeurd(aanbieding=rij.pk)) for rij in rijen))


@actie("beleid", Permissie.BELEID_PUBLICEREN)
def stuur_terug(door: Actor, oordelen: Sequence[Oordeel]) -> None:
    """Send back what was offered, with a remark for who wrote it. As keur_goed; also without a remark it is
    refused. Who made it takes it back with trek_aanbod_in."""
    _eis_opmerkingen(oordelen)
    rijen = _neem(oordelen, Stap.STUUR_TERUG)
    _eis_ander(door, rijen)
    beoordeel(door, rijen, oordelen, Stap.STUUR_TERUG)
    leg_vast(door, *(vast(rij, VerantwoordingTeruggestuurd(aanbieding=rij.pk)) for rij in rijen))


@actie("beleid", Permissie.BELEID_VERANTWOORDEN)
def trek_aanbod_in(door: Actor, aanbieding_id: int) -> None:
    """Take back what was offered and not judged yet, for who may give that account."""
    # The activity first, as who writes in it does: two at once wait for each other.
    wiens = Aanbieding.objects.filter(pk=aanbieding_id).values_list("activiteit_id", flat=True)
    haal_om_te_verantwoorden(door, list(wiens))
    rijen = _neem([Oordeel(aanbieding_id)], Stap.TREK_IN)
    beoordeel(door, rijen, [], Stap.TREK_IN)
    leg_vast(door, *(vast(rij, VerantwoordingIngetrokken(aanbieding=rij.pk)) for rij in rijen))


@actie("beleid", Permissie.BELEID_PUBLICEREN)
def haal_publicatie_terug(door: Actor, oordeel: Oordeel) -> None:
    """Take what was published by approving off the pages of the council again, and say why.

    What was published before it holds again. A report that was frozen meanwhile keeps its bytes.
    """
    _eis_opmerkingen([oordeel])
    rijen = _neem([oordeel], Stap.HAAL_TERUG)
    beoordeel(door, rijen, [oordeel], Stap.HAAL_TERUG)
    for rij in rijen:
        elders = Aanbieding.objects.filter(activiteit=rij.activiteit_id, staat=Aanbodstaat.GOEDGEKEURD)
        nog = {nummer for ander in elders for nummer in ander.standen}
        teksten = Verantwoording.objects.filter(pk=rij.tekst_id, door__isnull=False)
        teksten.exclude(aanbiedingen__in=elders).update(gepubliceerd_op=None)
        Stand.objects.filter(pk__in=set(rij.standen) - nog, synthetisch=False, door__isnull=False).update(
            gepubliceerd_op=None
        )
    leg_vast(door, *(vast(rij, PublicatieTeruggehaald(aanbieding=rij.pk)) for rij in rijen))


def _nieuwste_teksten(ids: Sequence[int]) -> dict[int, Verantwoording]:
    rijen = Verantwoording.objects.filter(activiteit__in=ids).order_by("activiteit", "-op", "-pk")
    return {rij.activiteit_id: rij for rij in rijen.distinct("activiteit")}


def _nieuwste_standen(ids: Sequence[int]) -> dict[int, dict[str, Stand]]:
    per: dict[int, dict[str, Stand]] = {nummer: {} for nummer in ids}
    rijen = Stand.objects.filter(activiteit__in=ids, synthetisch=False)
    rijen = rijen.order_by("activiteit", "aspect", "-peildatum", "-pk")
    for rij in rijen.distinct("activiteit", "aspect"):
        per[rij.activiteit_id][rij.aspect] = rij
    return per


def _laatste_aanbod(ids: Sequence[int]) -> dict[int, Aanbieding]:
    rijen = Aanbieding.objects.filter(activiteit__in=ids).order_by("activiteit", "-pk")
    return {rij.activiteit_id: rij for rij in rijen.distinct("activiteit")}


def _ligt_er(al: Aanbieding | None, tekst: Verantwoording, standen: dict[str, Stand]) -> bool:
    """Tell whether exactly this lies on offer. What was published may be offered anew: it is still so."""
    if al is None or al.staat != Aanbodstaat.OPEN:
        return False
    return al.tekst_id == tekst.pk and al.standen == sorted(stand.pk for stand in standen.values())


def _eis_af(
    rijen: Iterable[Activiteit], teksten: dict[int, Verantwoording], standen: dict[int, dict[str, Stand]]
) -> None:
    aspecten = dict(
        Activiteit.objects.filter(pk__in=list(standen)).values_list(
            "pk", "doelstelling__thema__onderdeel__aspecten"
        )
    )
    for rij in rijen:
        if rij.pk not in teksten or set(aspecten[rij.pk]) - set(standen[rij.pk]):
            raise Domeinfout(
                "aanbod_niet_af",
                _("Bij '%(titel)s' ontbreekt een licht of de verantwoording.") % {"titel": rij.titel},
                _("Zet alle lichten en schrijf de verantwoording. Bied haar daarna aan."),
            )


def _neem(oordelen: Sequence[Oordeel], stap: Stap) -> list[Aanbieding]:
    """Take offers one after another. Raises NietGevonden, or Domeinfout when this step cannot be done."""
    ids = {oordeel.aanbieding_id for oordeel in oordelen}
    rijen = Aanbieding.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    gevonden = list(rijen.select_related("tekst"))
    if len(gevonden) < len(ids):
        raise NietGevonden(
            "aanbod_onbekend",
            _("Dit is niet aangeboden."),
            _("Kies een verantwoording op de pagina Goedkeuren."),
        )
    if any(na(Aanbodstaat(rij.staat), stap) is None for rij in gevonden):
        raise Domeinfout(
            "aanbod_voorbij",
            _("Dit ligt niet meer ter goedkeuring: het is beoordeeld, ingetrokken of intussen gewijzigd."),
            _("Ververs de pagina om te zien hoe het er nu voor staat."),
        )
    return gevonden


def _eis_ander(door: Actor, rijen: Sequence[Aanbieding]) -> None:
    """Refuse who made any part of an offer. The system approves nothing either: there are four eyes."""
    nummers = [nummer for rij in rijen for nummer in rij.standen]
    zetters = dict(Stand.objects.filter(pk__in=nummers).values_list("pk", "door_id"))
    for rij in rijen:
        makers = {rij.door_id, rij.tekst.door_id, *(zetters[nummer] for nummer in rij.standen)}
        if door.id is None or door.id in makers:
            raise Geweigerd(
                "vier_ogen",
                _("U hebt dit zelf geschreven, gezet of aangeboden."),
                _("Vraag een collega die mag goedkeuren om ernaar te kijken."),
            )


def _eis_opmerkingen(oordelen: Sequence[Oordeel]) -> None:
    for oordeel in oordelen:
        if not oordeel.opmerking.strip() or len(oordeel.opmerking) > LANGSTE_TEKST:
            raise Domeinfout(
                "opmerking_ontbreekt",
                _("Er staat niet wat de schrijver moet weten."),
                _("Schrijf in een paar zinnen op wat er anders moet."),
                veld="opmerking",
            )
