"""Publishing: the protected tables of a snapshot are made once and stay as they are."""

import hashlib
import json
from datetime import date, timedelta
from functools import partial

from django.db import transaction

from samendoen.cijfers import definities
from samendoen.cijfers.actions.publicatiebestand import zet_bij_feiten
from samendoen.cijfers.events import CijfersGepubliceerd
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.beschermen import openbare_tabellen
from samendoen.cijfers.queries.momentopnamen import momentopname
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, klok, leg_vast

SAMEN = timedelta(days=2 * 366)
"""Publications within this time of each other are protected together."""


@actie("cijfers", Permissie.MOMENTOPNAME_MAKEN)
def publiceer(door: Actor, peildatum: date) -> bool:
    """Publish the snapshot of this day, unless another publication lies too near; return whether it is out.

    Too near: the difference between two days tells about single people, and hiding those would hide all.
    Doing it again changes nothing. Raises Domeinfout when there is no such snapshot.
    """
    dagen = timedelta(days=definities.dagen_tussen())
    buren = Publicatie.objects.filter(peildatum__gt=peildatum - dagen, peildatum__lt=peildatum + dagen)
    bezet = set(buren.values_list("peildatum", flat=True))
    if bezet:
        for rij in buren.filter(peildatum=peildatum):
            transaction.on_commit(partial(zet_bij_feiten, rij))
        return peildatum in bezet
    andere = Publicatie.objects.filter(
        peildatum__gt=peildatum - SAMEN, peildatum__lt=peildatum + SAMEN
    ).order_by("peildatum")
    tabellen = openbare_tabellen(momentopname(peildatum), list(andere))
    tekst = json.dumps(tabellen, sort_keys=True, ensure_ascii=False)
    rij = Publicatie.objects.create(
        peildatum=peildatum,
        gemaakt_op=klok.nu(),
        drempel=definities.drempel(),
        tabellen=tabellen,
        hash=hashlib.sha256(tekst.encode()).hexdigest(),
    )
    gebeurtenis = CijfersGepubliceerd(peildatum=peildatum, tabellen=len(tabellen), hash=rij.hash)
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    transaction.on_commit(partial(zet_bij_feiten, rij))
    return True
