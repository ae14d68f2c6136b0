"""Erasure: a person under one law is forgotten everywhere; that something happened stays.

Wmo 2015 art. 5.3.4-5.3.5, Jeugdwet 7.3.8-7.3.9, AVG art. 17.
"""

import hashlib
import json
import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samendoen.kernel import klok, stekkers
from samendoen.kernel.acties import actie, schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.events import InhoudGewist
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.gebeurtenissen import Vastlegging, leg_vast
from samendoen.kernel.models import Dossier, GebeurtenisInhoud, Persoon, Wet, Wislijstregel, Zoekregel
from samendoen.kernel.rechten import Permissie
from samendoen.recht.api import Bewaarwet, moet_vernietigd

BEWAARWET = {Wet.WMO.value: Bewaarwet.WMO, Wet.JEUGD.value: Bewaarwet.JEUGDWET}
JONGSTE = timedelta(days=7 * 365)  # no law in the table keeps less: what is younger needs no look
REDENEN = frozenset({"verzoek", "bewaartermijn", "herstel"})


@actie("kernel", Permissie.WISSEN)
def wis_persoon(door: Actor, persoon_id: int, wet: str, reden: str) -> int:
    """Erase all personal content of a person under `wet`; return the number of rows.

    `reden` is one of REDENEN. Unknown person or law is a Domeinfout. Doing it again is harmless.
    The erasure is on the wislijst (database and file) before the transaction ends.
    """
    # Locked: two erasures under two laws must see each other, or the pseudonym key outlives both.
    persoon = Persoon.objects.select_for_update(no_key=True).filter(pk=persoon_id).first()
    if reden not in REDENEN or persoon is None:
        raise Domeinfout(
            "niets_te_wissen",
            _("Deze persoon of deze reden is niet bekend."),
            _("Controleer het nummer en kies een geldige reden."),
        )
    dossiers = list(Dossier.objects.select_for_update().filter(persoon_id=persoon_id, wet=wet))
    rijen = sum(_wis_bij(naam, persoon_id, wet) for naam, _wisser in stekkers.wisser)
    nu = klok.nu()
    with schrijft("kernel"):
        Dossier.objects.filter(pk__in=[d.pk for d in dossiers]).update(gewist_op=nu.date())
        if not Dossier.objects.filter(persoon_id=persoon_id, gewist_op=None).exists():
            Persoon.objects.filter(pk=persoon_id).update(pseudoniemsleutel=None)
        Wislijstregel.objects.create(inwoner_id=persoon_id, wet=wet, reden=reden, gewist_op=nu)
    gebeurtenis = InhoudGewist(wet=wet, reden=reden, rijen=rijen)
    leg_vast(door, *(Vastlegging(gebeurtenis, d.pk, nu.date(), dossier_id=d.pk) for d in dossiers))
    _schrijf_wislijst(persoon_id, _kenmerk(persoon), wet, reden)
    return rijen


def _wis_bij(naam: str, persoon_id: int, wet: str) -> int:
    wisser = stekkers.wisser.geef(naam)
    if wisser is None:
        return 0
    with schrijft(naam):
        return wisser.wis(persoon_id, wet)


def wis_eigen(persoon_id: int, wet: str) -> int:
    """The kernel's own wisser: content of events and search rows."""
    inhoud, _soorten = GebeurtenisInhoud.objects.filter(inwoner_id=persoon_id, wet=wet).delete()
    zoek, _soorten = Zoekregel.objects.filter(inwoner_id=persoon_id, wet=wet).delete()
    return inhoud + zoek


def wislijst_pad() -> Path:
    """Return the file of erasures. It stands with the keys: outside what a restore puts back."""
    return Path(settings.SAMENDOEN_SLEUTELS) / "wislijst.jsonl"


def _kenmerk(persoon: Persoon) -> str:
    """Return what tells this person from whoever has the same number in another database."""
    sleutel = persoon.pseudoniemsleutel
    return hashlib.sha256(bytes(sleutel)).hexdigest() if sleutel else ""


def _schrijf_wislijst(persoon_id: int, kenmerk: str, wet: str, reden: str) -> None:
    op = klok.nu().isoformat()
    regel = json.dumps({"persoon": persoon_id, "kenmerk": kenmerk, "wet": wet, "reden": reden, "op": op})
    fd = os.open(wislijst_pad(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(fd, regel.encode() + b"\n")
        os.fsync(fd)
    finally:
        os.close(fd)


def speel_wislijst_na(door: Actor = SYSTEEM) -> int:
    """After a restore: erase again all that the wislijst names; return how many erasures ran.

    Persons that the restored database does not know, or who only share the number of somebody on the
    list, are passed over.
    """
    gevraagd = _lees_wislijst()
    personen = Persoon.objects.filter(pk__in={persoon for persoon, _kenmerk, _wet in gevraagd})
    kenmerken = {persoon.pk: _kenmerk(persoon) for persoon in personen}
    gedaan = 0
    for persoon_id, kenmerk, wet in sorted(gevraagd):
        if kenmerken.get(persoon_id) == kenmerk and _staat_er_nog(persoon_id, wet):
            wis_persoon(door, persoon_id, wet, "herstel")
            gedaan += 1
    return gedaan


def _lees_wislijst() -> set[tuple[int, str, str]]:
    """Return (person, mark, law) of every whole line; a line torn by a crash was never committed."""
    pad = wislijst_pad()
    gelezen = set()
    for regel in pad.read_text().splitlines() if pad.exists() else []:
        with suppress(ValueError, KeyError):
            r = json.loads(regel)
            gelezen.add((r["persoon"], r["kenmerk"], r["wet"]))
    return gelezen


def _staat_er_nog(persoon_id: int, wet: str) -> bool:
    return Dossier.objects.filter(persoon_id=persoon_id, wet=wet, gewist_op=None).exists()


def verlopen_dossiers() -> list[tuple[int, str]]:
    """Return (person, law) whose dossiers under that law are all past their retention term.

    Laws of which we know no term (BEWAARWET) are never in it: the privacy officer decides.
    """
    vandaag = klok.vandaag()
    verlopen = []
    for wet, bewaarwet in BEWAARWET.items():
        laatste = (
            Dossier.objects.filter(wet=wet, gewist_op=None)
            .values("persoon_id")
            .annotate(laatste=Max("laatst_gewijzigd_op"))
            .filter(laatste__lt=vandaag - JONGSTE)
        )
        verlopen += [
            (rij["persoon_id"], wet) for rij in laatste if moet_vernietigd(bewaarwet, rij["laatste"], vandaag)
        ]
    return verlopen


def wis_verlopen(door: Actor = SYSTEEM) -> int:
    """Erase everything whose retention term has passed, person by person; return how many."""
    gedaan = 0
    for persoon_id, wet in verlopen_dossiers():
        with transaction.atomic():
            wis_persoon(door, persoon_id, wet, "bewaartermijn")
        gedaan += 1
    return gedaan
