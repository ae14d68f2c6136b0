"""Hand over the direction warmly: it is proposed, and only changes when the colleague accepts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_op_slot, is_systeem, niet_gevonden
from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.actions.overdrachtverval import sluit_af, wachtend
from samendoen.casus.actions.regie import draag_regie_over
from samendoen.casus.actions.wie import Voordracht, eis_regisseurs
from samendoen.casus.events import OverdrachtAanvaard, OverdrachtGeweigerd, OverdrachtVoorgesteld
from samendoen.casus.models import Casus, Overdracht, Regie
from samendoen.casus.rules import OVERDRACHT_OVERGANGEN, Overdrachtstatus, Taakrol
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
)

LANGSTE = 2000


@dataclass(frozen=True, slots=True)
class Overdrachtinvoer:
    """The question to a colleague to direct a casus, and what that colleague should know."""

    kenmerk: UUID
    casus: int
    naar: int
    toelichting: str


@actie("casus", Permissie.CASUS_WERKEN)
def stel_overdrachten_voor(door: Actor, invoer: Sequence[Overdrachtinvoer]) -> list[int]:
    """Ask colleagues to take over the direction; return the ids. Until they accept nothing changes.

    Whoever directs may ask, and who may assign direction; a `kenmerk` that is known changes nothing. Raises
    NietGevonden or Geweigerd without the right, Domeinfout with the field for a closed casus, somebody who
    cannot direct it, missing words, or a casus in which somebody is asked already.
    """
    casussen = haal_op_slot(door, [o.casus for o in invoer])
    bekend = dict(
        Overdracht.objects.filter(kenmerk__in=[o.kenmerk for o in invoer]).values_list("kenmerk", "pk")
    )
    nieuw = [o for o in invoer if o.kenmerk not in bekend]
    eis_open(casussen[o.casus] for o in nieuw)
    regie = _regisseurs([o.casus for o in nieuw])
    wacht = wachtend([o.casus for o in nieuw])
    for o in nieuw:
        _controleer(door, o, regie[o.casus], o.casus in wacht)
    eis_regisseurs(door, (Voordracht(o.naar, casussen[o.casus].team.groep_id) for o in nieuw))
    begin = _eersten([o.casus for o in nieuw])
    rijen = schrijf(
        Overdracht(
            kenmerk=o.kenmerk,
            casus_id=o.casus,
            inwoner_id=begin[o.casus],
            wet=casussen[o.casus].wet,
            van_id=regie[o.casus],
            naar_id=o.naar,
            voorgesteld_op=klok.vandaag(),
            toelichting=o.toelichting.strip(),
        )
        for o in nieuw
    )
    leg_vast(door, *(_voorgesteld(rij, casussen[rij.casus_id]) for rij in rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[o.kenmerk] for o in invoer]


def _regisseurs(casus_ids: Sequence[int]) -> dict[int, int]:
    rijen = Regie.objects.filter(casus__in=casus_ids, rol=Taakrol.REGISSEUR, tot=None)
    return dict(rijen.values_list("casus_id", "gebruiker_id"))


def _eersten(casus_ids: Sequence[int]) -> dict[int, int]:
    """Return casus -> the person with whom it began."""
    return dict(Casus.objects.filter(pk__in=casus_ids).values_list("pk", "dossier__persoon_id"))


def _controleer(door: Actor, o: Overdrachtinvoer, regisseur: int, wacht_al: bool) -> None:
    if not is_systeem(door) and door.id != regisseur and not door.mag(Permissie.REGIE_TOEWIJZEN):
        raise Geweigerd(
            "regie_van_ander",
            _("U kunt de casus van een collega niet aan een ander geven."),
            _("Vraag de regisseur of de teamleider, of neem de regie zelf over."),
        )
    fouten = (
        (
            "naar",
            wacht_al,
            _("Er is al een collega gevraagd om de regie over te nemen."),
            _("Wacht op het antwoord, of trek die vraag eerst in."),
        ),
        (
            "naar",
            o.naar == regisseur,
            _("Deze collega is de regisseur van deze casus."),
            _("Kies een andere collega."),
        ),
        (
            "toelichting",
            not o.toelichting.strip(),
            _("Er staat niet wat uw collega moet weten."),
            _("Schrijf kort op hoe het gaat, en wat er nu nodig is."),
        ),
        (
            "toelichting",
            len(o.toelichting) > LANGSTE or "\x00" in o.toelichting,
            _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE},
            _("Kort het in."),
        ),
    )
    weiger_eerste("overdracht", fouten)


def _voorgesteld(rij: Overdracht, casus: Casus) -> Vastlegging:
    return Vastlegging(
        OverdrachtVoorgesteld(overdracht=rij.kenmerk, van=rij.van_id, naar=rij.naar_id),
        rij.casus_id,
        rij.voorgesteld_op,
        dossier_id=casus.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud={"toelichting": rij.toelichting},
    )


@actie("casus", Permissie.CASUS_WERKEN)
def aanvaard_overdracht(door: Actor, overdracht_id: int, contact_op: date) -> None:
    """Take over the direction that was offered, after a shared contact with the household on a day.

    Raises NietGevonden or Geweigerd without the right or for who was not asked, Domeinfout when nobody waits
    any more, or for a day before the direction began or after today.
    """
    rij, casus = _haal(door, overdracht_id)
    _eis_gevraagd(door, rij)
    begin = Regie.objects.values_list("van", flat=True).get(casus=casus, rol=Taakrol.REGISSEUR, tot=None)
    if not begin <= contact_op <= klok.vandaag():
        raise Domeinfout(
            "overdracht_contact_op",
            _("Dit gesprek ligt vóór het begin van de huidige regie of in de toekomst."),
            _("Kies de dag waarop u samen met uw collega en het huishouden sprak."),
            veld="contact_op",
        )
    _zet(rij, "aanvaard", contact_op=contact_op)
    leg_vast(
        door,
        Vastlegging(
            OverdrachtAanvaard(overdracht=rij.kenmerk, contact_op=contact_op),
            casus.pk,
            klok.vandaag(),
            dossier_id=casus.dossier_id,
        ),
    )
    draag_regie_over(door, [(casus.pk, rij.naar_id, klok.vandaag())])
    sluit_af(door, [casus.pk])


@actie("casus", Permissie.CASUS_WERKEN)
def weiger_overdracht(door: Actor, overdracht_id: int, reden: str) -> None:
    """Refuse the direction that was offered, with the reason; who directs goes on. Refuses as accepting does,
    and without a reason."""
    rij, casus = _haal(door, overdracht_id)
    _eis_gevraagd(door, rij)
    if not reden.strip() or len(reden) > LANGSTE or "\x00" in reden:
        raise Domeinfout(
            "overdracht_reden",
            _("Er staat niet waarom u de regie niet overneemt."),
            _("Schrijf het op, in hoogstens %(n)s tekens.") % {"n": LANGSTE},
            veld="reden",
        )
    _zet(rij, "weiger", reden=reden.strip())
    leg_vast(
        door,
        Vastlegging(
            OverdrachtGeweigerd(overdracht=rij.kenmerk),
            casus.pk,
            klok.vandaag(),
            dossier_id=casus.dossier_id,
            persoon_id=rij.inwoner_id,
            wet=rij.wet,
            inhoud={"toelichting": rij.reden},
        ),
    )
    sluit_af(door, [casus.pk])


@actie("casus", Permissie.CASUS_WERKEN)
def trek_overdracht_in(door: Actor, overdracht_id: int) -> None:
    """Ask no longer. Whoever asked may, and who may assign direction. Raises NietGevonden, Geweigerd, or
    Domeinfout when nobody waits any more."""
    rij, casus = _haal(door, overdracht_id)
    if not is_systeem(door) and door.id != rij.van_id and not door.mag(Permissie.REGIE_TOEWIJZEN):
        raise _niet_aan_u()
    _naar(rij, "trek_in")
    sluit_af(door, [casus.pk])


def _haal(door: Actor, overdracht_id: int) -> tuple[Overdracht, Casus]:
    casus_id = Overdracht.objects.filter(pk=overdracht_id).values_list("casus_id", flat=True).first()
    if casus_id is None:
        raise niet_gevonden()
    casus = haal_op_slot(door, [casus_id])[casus_id]
    eis_open([casus])
    return Overdracht.objects.select_for_update().get(pk=overdracht_id), casus


def _eis_gevraagd(door: Actor, rij: Overdracht) -> None:
    if not is_systeem(door) and door.id != rij.naar_id:
        raise _niet_aan_u()


def _niet_aan_u() -> Geweigerd:
    return Geweigerd(
        "overdracht_van_ander",
        _("Deze overdracht is een vraag tussen twee collega's."),
        _("Alleen wie gevraagd is, geeft antwoord. De teamleider kan de regie toewijzen."),
    )


def _naar(rij: Overdracht, overgang: str) -> Overdrachtstatus:
    volgende = OVERDRACHT_OVERGANGEN[Overdrachtstatus(rij.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "overdracht_status",
            _("Op deze overdracht wacht niemand meer."),
            _("Ververs de pagina om te zien wie nu de regie voert."),
        )
    return volgende


def _zet(rij: Overdracht, overgang: str, **anders: object) -> None:
    waarden: Mapping[str, object] = {
        "status": _naar(rij, overgang),
        "beantwoord_op": klok.vandaag(),
        **anders,
    }
    for veld, waarde in waarden.items():
        setattr(rij, veld, waarde)
    rij.save(update_fields=list(waarden))
