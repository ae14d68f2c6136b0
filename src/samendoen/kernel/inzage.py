"""Use cases of access: emergency, consultation, and what the privacy officer sees."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from samendoen.kernel import access, klok
from samendoen.kernel.acties import actie
from samendoen.kernel.actor import Actor
from samendoen.kernel.events import InzageBeeindigd, InzageToegekend, NoodtoegangGenomen
from samendoen.kernel.fouten import Domeinfout, Geweigerd
from samendoen.kernel.gebeurtenissen import Vastlegging, leg_vast
from samendoen.kernel.models import (
    Dossier,
    Gebeurtenis,
    GebeurtenisInhoud,
    Gebruiker,
    Grond,
    Inzagelogregel,
    Niveau,
)
from samendoen.kernel.rechten import Permissie

NOOD_UREN = 24
MINSTE_REDEN = 10
MAAND = 31


@actie("kernel", Permissie.NOODTOEGANG)
def neem_noodtoegang(door: Actor, dossier_id: int, reden: str) -> int:
    """Give oneself read access for 24 hours, with a reason; it lands on the privacy officer's list.

    Raises Domeinfout for a reason of fewer than ten characters or an unknown dossier.
    """
    reden = reden.strip()
    if len(reden) < MINSTE_REDEN:
        raise Domeinfout(
            "reden_ontbreekt",
            _("Noodtoegang vraagt een reden."),
            _("Schrijf in een zin waarom u dit dossier nu moet zien."),
            veld="reden",
        )
    # Locked: the reason is content, and an erasure that runs would not see it.
    rijen = Dossier.objects.select_for_update(no_key=True).filter(pk=dossier_id, gewist_op=None)
    dossier = rijen.first()
    if dossier is None or door.id is None:
        raise Domeinfout("geen_dossier", _("Dit dossier bestaat niet."), _("Controleer het nummer."))
    tot = klok.nu() + timedelta(hours=NOOD_UREN)
    access.ken_toe(
        [
            access.Toekenning(
                dossier.pk, Niveau.LEESBAAR, Grond.NOOD, dossier.wet, gebruiker_id=door.id, tot=tot
            )
        ]
    )
    gebeurtenis = NoodtoegangGenomen(wet=dossier.wet, uren=NOOD_UREN)
    leg_vast(
        door,
        Vastlegging(
            gebeurtenis,
            dossier.pk,
            klok.vandaag(),
            dossier_id=dossier.pk,
            persoon_id=dossier.persoon_id,
            wet=dossier.wet,
            inhoud={"reden": reden},
        ),
    )
    return dossier.pk


@actie("kernel", Permissie.INZAGE_TOEKENNEN)
def sta_consultatie_toe(door: Actor, dossier_id: int, gebruiker_id: int, tot: date) -> int:
    """Let a colleague read along until `tot` (the last day). Only on a dossier one may write.

    Raises NietGevonden, Geweigerd, or Domeinfout for an end that is past or over a month away.
    """
    dossier = access.haal(Dossier.objects.all(), door, dossier_id, niveau=Niveau.SCHRIJFBAAR, pad="")
    dag = klok.vandaag()
    if not dag <= tot <= dag + timedelta(days=MAAND):
        raise Domeinfout(
            "einde_consultatie",
            _("Een consultatie duurt tot en met een dag binnen een maand."),
            _("Kies een einddatum tussen vandaag en over een maand."),
            veld="tot",
        )
    if not Gebruiker.objects.filter(pk=gebruiker_id, is_active=True).exists():
        raise Domeinfout(
            "geen_gebruiker", _("Deze collega is hier niet bekend."), _("Kies iemand uit de lijst.")
        )
    toekenning = access.Toekenning(
        dossier.pk,
        Niveau.LEESBAAR,
        Grond.CONSULTATIE,
        dossier.wet,
        gebruiker_id=gebruiker_id,
        tot=klok.einde_van(tot),
    )
    access.ken_toe([toekenning])
    gebeurtenis = InzageToegekend(gebruiker=gebruiker_id, niveau=Niveau.LEESBAAR, grond=Grond.CONSULTATIE)
    leg_vast(door, Vastlegging(gebeurtenis, dossier.pk, dag, dossier_id=dossier.pk))
    return dossier.pk


@actie("kernel", Permissie.INZAGE_TOEKENNEN)
def beeindig_consultatie(door: Actor, dossier_id: int, gebruiker_id: int) -> int:
    """End a colleague's consultation now; nothing to end is a Domeinfout."""
    dossier = access.haal(Dossier.objects.all(), door, dossier_id, niveau=Niveau.SCHRIJFBAAR, pad="")
    if not access.beeindig(dossier.pk, Grond.CONSULTATIE, gebruiker_id=gebruiker_id):
        raise Domeinfout(
            "geen_consultatie", _("Deze collega leest hier niet mee."), _("Er is niets te beëindigen.")
        )
    gebeurtenis = InzageBeeindigd(gebruiker=gebruiker_id, grond=Grond.CONSULTATIE)
    leg_vast(door, Vastlegging(gebeurtenis, dossier.pk, klok.vandaag(), dossier_id=dossier.pk))
    return dossier.pk


def inzagelog(door: Actor, dossier_id: int | None = None, aantal: int = 100) -> list[dict[str, Any]]:
    """Return who read what, newest first, for the privacy officer; others are refused."""
    _alleen_fg(door)
    rijen = Inzagelogregel.objects.order_by("-id")
    if dossier_id is not None:
        rijen = rijen.filter(dossiers__contains=[dossier_id])
    return [
        dict(rij) for rij in rijen.values("op", "pagina", "dossiers", "personen", "gebruiker__naam")[:aantal]
    ]


def noodtoegangen(door: Actor, aantal: int = 100) -> list[dict[str, Any]]:
    """Return the emergency accesses with their reasons, newest first, for the privacy officer."""
    _alleen_fg(door)
    rijen = list(Gebeurtenis.objects.filter(soort=NoodtoegangGenomen.soort).order_by("-id")[:aantal])
    redenen = dict(
        GebeurtenisInhoud.objects.filter(gebeurtenis__in=rijen).values_list("gebeurtenis_id", "waarde")
    )
    namen = dict(Gebruiker.objects.filter(pk__in=[r.actor_id for r in rijen]).values_list("pk", "naam"))
    return [
        {
            "op": r.vastgelegd_op,
            "dossier": r.dossier_id,
            "wie": namen.get(r.actor_id or 0, ""),
            "reden": redenen.get(r.pk, _("gewist")),
        }
        for r in rijen
    ]


def _alleen_fg(door: Actor) -> None:
    if not door.mag(Permissie.INZAGELOG_ZIEN):
        raise Geweigerd("geen_recht", _("Alleen de FG ziet het inzagelog."), _("Vraag het de FG."))
