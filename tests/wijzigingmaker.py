"""Makers of decisions that change a provision, and of the messages that follow; through the actions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.test import Client

from samendoen.berichten.actions.toewijzen import stel_toewijzingen_op
from samendoen.berichten.queries.toewijzingen import op_te_stellen
from samendoen.berichten.rules.kennis import Kennis
from samendoen.berichten.rules.verkeer import toets_verkeer
from samendoen.berichten.xml.controleren import controleer
from samendoen.berichten.xml.schrijven import schrijf
from samendoen.besluiten.api import (
    Wijzigingsaanvraag,
    Wijzigingsbesluit,
    maak_bekend,
    neem_wijzigingsbesluiten,
    vraag_wijzigingen_aan,
    zet_berichtenverkeer,
)
from samendoen.besluiten.models import Besluit, Toewijzing
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker
from samendoen.organisatie.api import gemeente
from tests.berichten import schemamap
from tests.maak import aangemelde_client

VANDAAG = date(2024, 6, 3)
VAN, TOT = date(2024, 6, 10), date(2025, 6, 9)
LATER, PER = date(2025, 12, 8), date(2024, 10, 1)
ANDER = "99990002"


def verlenging(voorziening: int, **anders: Any) -> Wijzigingsbesluit:
    gewoon = Wijzigingsbesluit(
        uuid4(), voorziening, "verlenging", "nog_nodig", "De hulp is nog nodig.", klok.vandaag(), tot=LATER
    )
    return replace(gewoon, **anders)


def wijziging(voorziening: int, **anders: Any) -> Wijzigingsbesluit:
    gewoon = Wijzigingsbesluit(
        uuid4(), voorziening, "wijziging", "meer_of_minder", "Er is meer nodig.", klok.vandaag(),
        per=PER, tot=TOT, omvang=Decimal(5),
    )  # fmt: skip
    return replace(gewoon, **anders)


def einde(voorziening: int, **anders: Any) -> Wijzigingsbesluit:
    gewoon = Wijzigingsbesluit(
        uuid4(), voorziening, "beeindiging", "doel_bereikt", "Het lukt nu zelf.", klok.vandaag(), per=PER
    )
    return replace(gewoon, **anders)


def neem(door: Actor, wat: Wijzigingsbesluit) -> int:
    return neem_wijzigingsbesluiten(door, [wat])[0]


def doe(door: Actor, wat: Wijzigingsbesluit) -> Besluit:
    """Decide and announce."""
    nummer = neem(door, wat)
    maak_bekend(door, [(nummer, klok.vandaag())])
    return Besluit.objects.get(pk=nummer)


def stand(voorziening: int) -> list[tuple[str, str, date, date | None, str]]:
    rijen = Toewijzing.objects.filter(voorziening=voorziening).order_by("pk")
    return [(r.aanbieder.agb, r.status, r.van, r.tot, r.reden) for r in rijen.select_related("aanbieder")]


def vraag(door: Actor, voorziening: int, **anders: Any) -> int:
    wat = Wijzigingsaanvraag(uuid4(), voorziening, klok.vandaag(), "Mag de hulp langer?")
    return vraag_wijzigingen_aan(door, [replace(wat, **anders)])[0]


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


class Bericht301:
    """What providers hear of it: each round messages that pass our own checks on all levels."""

    def __init__(self, persoon: int) -> None:

        wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": "999990019"})])
        zet_berichtenverkeer(SYSTEEM, [("99990001", VANDAAG), (ANDER, VANDAAG)])
        hier = gemeente()
        assert hier is not None
        self.kennis = Kennis(hier.code, "", date.max)

    def ronde(self) -> dict[str, list[tuple[str, str, str]]]:
        """Send what is news; return by provider (first day, last day, reason) of each product in it."""

        gestuurd = {}
        for te_sturen in op_te_stellen():
            assert (te_sturen.beletsel, bool(te_sturen.bericht)) == ("", True)
            assert te_sturen.bericht is not None
            bericht = te_sturen.bericht.maak("1", klok.vandaag())
            assert controleer(schrijf(bericht), schemamap()).bevindingen == ()
            kennis = replace(self.kennis, aanbieder=te_sturen.aanbieder)
            assert toets_verkeer(bericht, kennis) == ()
            gestuurd[te_sturen.aanbieder] = [
                (p.tekst("Ingangsdatum"), p.tekst("Einddatum"), p.tekst("RedenWijziging"))
                for p in bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
            ]
        stel_toewijzingen_op(SYSTEEM)
        return gestuurd
