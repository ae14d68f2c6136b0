"""Tasks by hand: make, finish, and take finishing back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Dossierkop,
    NietGevonden,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    actor_van,
    haal_dossier,
    klok,
    leg_vast,
)
from samendoen.werk.access import eis_eigen_groep, haal_taak
from samendoen.werk.events import TaakAfgerond, TaakGemaakt, TaakHeropend
from samendoen.werk.models import Taak
from samendoen.werk.rules import HANDMATIG, TAAK_OVERGANGEN, Taakstatus

LANGSTE = 200


@dataclass(frozen=True, slots=True)
class NieuweTaak:
    """A task as somebody types it. `sleutel` is made by the client and makes a repeat harmless.

    Without group or colleague it is for the maker. `onderwerp_*` is what it is about, if anything.
    """

    sleutel: UUID
    notitie: str
    uiterlijk: date
    dossier_id: int | None = None
    groep_id: int | None = None
    onderwerp_soort: str = ""
    onderwerp_id: int | None = None
    gebruiker_id: int | None = None


@actie("werk", Permissie.TAAK_MAKEN)
def maak_taak(door: Actor, nieuw: NieuweTaak) -> int:
    """Make a task for oneself, one's team or a colleague who may open the dossier, on a dossier that one may
    write or on none; return its id.

    A `sleutel` of one's own that is known gives the task that exists, and changes nothing. Raises
    NietGevonden, Geweigerd, or Domeinfout (with the field): no words, too many, or a day that is past.
    """
    _controleer(nieuw)
    dossier = None
    if nieuw.dossier_id is not None:
        dossier = haal_dossier(door, nieuw.dossier_id, niveau=Niveau.SCHRIJFBAAR)
    if nieuw.groep_id is not None:
        eis_eigen_groep(door, nieuw.groep_id)
    if nieuw.gebruiker_id is not None and nieuw.gebruiker_id != door.id:
        _eis_leest(nieuw.gebruiker_id, nieuw.dossier_id)
    sleutel = f"{door.id}.{nieuw.sleutel}"
    rij = _rij(door, nieuw, sleutel, dossier)
    try:
        with transaction.atomic():
            rij.save(force_insert=True)
    except IntegrityError as fout:
        if "taak_eenmaal" not in str(fout):
            raise
        return Taak.objects.get(regel=HANDMATIG, sleutel=sleutel).pk
    leg_vast(door, _gemaakt(rij, dossier))
    return rij.pk


def _eis_leest(gebruiker_id: int, dossier_id: int | None) -> None:
    """Refuse a colleague who could not open what the task is about."""
    collega = get_user_model().objects.filter(pk=gebruiker_id, is_active=True).first()
    try:
        if collega is None or dossier_id is None:
            raise NietGevonden("geen_collega", "", "")
        haal_dossier(actor_van(collega), dossier_id, niveau=Niveau.LEESBAAR)
    except NietGevonden as niet:
        raise Domeinfout(
            "taak_gebruiker",
            _("Deze collega mag dit dossier niet openen."),
            _("Kies een collega die bij dit huishouden werkt, of laat deze collega eerst meelezen."),
            veld="gebruiker",
        ) from niet


def _controleer(nieuw: NieuweTaak) -> None:
    fouten = (
        (
            "notitie",
            not nieuw.notitie.strip(),
            _("Er staat niet wat er moet gebeuren."),
            _("Schrijf het op."),
        ),
        (
            "notitie",
            len(nieuw.notitie.strip()) > LANGSTE,
            _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE},
            _("Maak hem korter; zet de rest in het dossier."),
        ),
        (
            "uiterlijk",
            nieuw.uiterlijk < klok.vandaag(),
            _("Deze dag is al voorbij."),
            _("Kies vandaag of een dag daarna."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"taak_{veld}", wat, doe, veld=veld)


def _rij(door: Actor, nieuw: NieuweTaak, sleutel: str, dossier: Dossierkop | None) -> Taak:
    return Taak(
        regel=HANDMATIG,
        sleutel=sleutel,
        onderwerp_soort=nieuw.onderwerp_soort,
        onderwerp_id=nieuw.onderwerp_id,
        dossier_id=dossier.id if dossier else None,
        inwoner_id=dossier.persoon_id if dossier else None,
        wet=dossier.wet if dossier else "",
        groep_id=nieuw.groep_id,
        gebruiker_id=None if nieuw.groep_id else (nieuw.gebruiker_id or door.id),
        bij_sinds=klok.vandaag(),
        uiterlijk=nieuw.uiterlijk,
        notitie=nieuw.notitie.strip(),
    )


def _gemaakt(taak: Taak, dossier: Dossierkop | None) -> Vastlegging:
    gebeurtenis = TaakGemaakt(
        regel=taak.regel, uiterlijk=taak.uiterlijk, groep=taak.groep_id, gebruiker=taak.gebruiker_id
    )
    if dossier is None:
        return Vastlegging(gebeurtenis, taak.pk, klok.vandaag())
    return Vastlegging(
        gebeurtenis,
        taak.pk,
        klok.vandaag(),
        dossier_id=dossier.id,
        persoon_id=dossier.persoon_id,
        wet=dossier.wet,
        inhoud={"taak": taak.notitie},
    )


@actie("werk", Permissie.TAAK_AFRONDEN)
def rond_taak_af(door: Actor, taak_id: int) -> int:
    """Finish a task; return its id. One that is done already stays as it is.

    Raises NietGevonden, Geweigerd, or Domeinfout when its rule no longer asks for it.
    """
    taak = haal_taak(door, taak_id)
    if taak.status == Taakstatus.GEDAAN:
        return taak.pk
    vandaag = klok.vandaag()
    taak.status, taak.afgerond_op = _naar(taak, "rond_af"), vandaag
    taak.save(update_fields=["status", "afgerond_op"])
    leg_vast(door, Vastlegging(TaakAfgerond(), taak.pk, vandaag, dossier_id=taak.dossier_id))
    return taak.pk


@actie("werk", Permissie.TAAK_AFRONDEN)
def heropen_taak(door: Actor, taak_id: int) -> int:
    """Take finishing back; return its id. One that is open stays as it is.

    Raises NietGevonden, Geweigerd, or Domeinfout when its rule no longer asks for it.
    """
    taak = haal_taak(door, taak_id)
    if taak.status == Taakstatus.OPEN:
        return taak.pk
    if taak.status == Taakstatus.VERVALLEN:
        raise _fout_status()
    taak.status, taak.afgerond_op = _naar(taak, "heropen"), None
    taak.save(update_fields=["status", "afgerond_op"])
    leg_vast(door, Vastlegging(TaakHeropend(), taak.pk, klok.vandaag(), dossier_id=taak.dossier_id))
    return taak.pk


@actie("werk", None)
def verplaats_taken(door: Actor, dossier_id: int, persoon_id: int) -> int:
    """Let what was written on a dossier be about the person whom it turned out to be about; return how many.

    A part of the action that moves the dossier: erasure finds these words by person.
    """
    geschreven = Taak.objects.filter(dossier_id=dossier_id, inwoner__isnull=False)
    return geschreven.update(inwoner_id=persoon_id)


def _naar(taak: Taak, overgang: str) -> Taakstatus:
    volgende = TAAK_OVERGANGEN[Taakstatus(taak.status)].get(overgang)
    if volgende is None:
        raise _fout_status()
    return volgende


def _fout_status() -> Domeinfout:
    return Domeinfout(
        "taak_vervallen",
        _("Deze taak is vervallen: waar zij uit voortkwam, geldt niet meer."),
        _("Ververs de pagina. Maak zelf een taak als er toch nog iets moet gebeuren."),
    )
