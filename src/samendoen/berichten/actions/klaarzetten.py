"""Make messages of ours ready to go: numbered, written, kept. The outbox hands them to the transport."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.functions import RandomUUID
from django.db import connection
from django.db.models import Case, F, When

from samendoen.berichten.actions.enveloppen import nieuw_adres
from samendoen.berichten.events import BerichtHerzonden, BerichtKlaargezet
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.inhoudsopgave import Kop, kop_van
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.berichten.transport.punten import Punt, bij
from samendoen.berichten.xml.schrijven import schrijf as schrijf_xml
from samendoen.kernel.api import Actor, Vastlegging, actie, klok, leg_vast, schrijf

WET = {"wmo": "wmo", "jw": "jeugd"}
"""Standard -> the law under which its messages are kept."""


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """A message to make. `maak` gets its identity and its day; `regels` are its lines, not saved yet."""

    maak: Callable[[str, date], Waarde]
    antwoord_op: int | None = None
    inwoner: int | None = None
    dossier: int | None = None
    regels: Sequence[Berichtregel] = ()


@actie("berichten", None)
def zet_klaar(door: Actor, uitgaand: Sequence[Uitgaand]) -> list[int]:
    """Number, write and keep these messages; return their ids. They go out with the next run."""
    nummers = _nummers(len(uitgaand))
    rijen = [_rij(pk, u) for pk, u in zip(nummers, uitgaand, strict=True)]
    Bericht.objects.bulk_create(rijen)
    for rij, u in zip(rijen, uitgaand, strict=True):
        for regel in u.regels:
            regel.bericht_id = rij.pk
    schrijf(regel for u in uitgaand for regel in u.regels)
    leg_vast(door, *(_klaargezet(rij) for rij in rijen))
    bij(Punt.ANTWOORD)
    return [rij.pk for rij in rijen]


def _nummers(aantal: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('berichten_bericht', 'id')) FROM generate_series(1, %s)",
            [aantal],
        )
        return [nummer for (nummer,) in cursor.fetchall()]


def _identificatie(pk: int, dag: date) -> str:
    """Return an identity of twelve digits, with the day in it: a restored backup numbers anew."""
    return f"{dag:%y%j}{pk % 10_000_000:07}"


def _rij(pk: int, u: Uitgaand) -> Bericht:
    dag = klok.vandaag()
    waarde = u.maak(_identificatie(pk, dag), dag)
    kop: Kop = kop_van(waarde)
    ruw = schrijf_xml(waarde)
    referentie, envelop = nieuw_adres()
    return Bericht(
        pk=pk,
        richting=Richting.UIT.value,
        status=Status.KLAAR.value,
        soort=kop.soort,
        afzender=kop.afzender,
        ontvanger=kop.ontvanger,
        identificatie=kop.identificatie,
        dagtekening=kop.dagtekening,
        sha256=hashlib.sha256(ruw).hexdigest(),
        ruw=ruw,
        naam=kop.bestandsnaam,
        referentie=referentie,
        envelop=envelop,
        op=klok.nu(),
        antwoord_op_id=u.antwoord_op,
        wet=WET[waarde.soort.standaard],
        inwoner_id=u.inwoner,
        dossier_id=u.dossier,
    )


def _klaargezet(rij: Bericht) -> Vastlegging:
    gebeurtenis = BerichtKlaargezet(
        berichtsoort=rij.soort.lower(),
        tegenpartij=rij.ontvanger,
        inhoud=rij.sha256,
        antwoord_op=rij.antwoord_op_id,
    )
    return Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=rij.dossier_id)


_NUMMER = Case(
    When(status=Status.MISLUKT.value, referentie__isnull=False, then=RandomUUID()), default=F("referentie")
)
"""The chain takes a number once: an envelope that it refused goes again under another one."""


def herzend_rijen(door: Actor, rijen: Iterable[Bericht]) -> None:
    """Let these messages of ours go once more, the very same; for an action that locked them."""
    alle = list(rijen)
    Bericht.objects.filter(pk__in=[rij.pk for rij in alle]).update(
        status=Status.KLAAR.value,
        pogingen=0,
        opnieuw_op=None,
        fout="",
        afgehandeld_op=None,
        referentie=_NUMMER,
    )
    leg_vast(
        door,
        *(Vastlegging(BerichtHerzonden(), rij.pk, klok.vandaag(), dossier_id=rij.dossier_id) for rij in alle),
    )
