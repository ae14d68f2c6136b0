"""A year of a plan as it looks halfway, for the demo: owners, days of reporting, accounts in every state.

Everything goes through the actions, by the people who would do it.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from samendoen.beleid.actions.aanbod import Oordeel
from samendoen.beleid.actions.agenda import (
    VOORBEELDPLAN,
    NieuweStand,
    NieuweVerantwoording,
    wijzig_verantwoordingen,
    zet_standen,
)
from samendoen.beleid.actions.publicatie import bied_aan, keur_goed, stuur_terug
from samendoen.beleid.actions.rapportdagen import NieuweRapportdag, plan_rapportdagen
from samendoen.beleid.actions.regels import Wijziging, wijzig_regels
from samendoen.beleid.models import Activiteit, Doelstelling, Rapportdag, Verantwoording
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.kernel.api import Actor, klok

GROEN, ORANJE, ROOD = "groen", "oranje", "rood"
# Invented for the demo, as the lights are: code of the activity, its three lights with a reason, its account.
GOEDGEKEURD = (
    "mbo",
    ((GROEN, ""), (ORANJE, "De tweede school begint na de zomer."), (GROEN, "")),
    "De samenwerking met het mbo loopt. Op één school is een vaste dag per week, op de tweede begint die na "
    "de zomer. Voor dit jaar is het geld er; voor volgend jaar vraagt het college een besluit van de raad.",
)
WACHT = (
    "top3",
    ((GROEN, ""), (GROEN, ""), (ORANJE, "De kosten liggen iets hoger dan begroot.")),
    "Met de drie grootste aanbieders is elk kwartaal een gesprek gevoerd over wat de hulp oplevert. De "
    "afspraken staan in een verslag dat wij samen vaststellen.",
)
TERUG = (
    "reablement",
    ((ORANJE, "Er zijn minder deelnemers dan gedacht."), (GROEN, ""), (GROEN, "")),
    "De proef is begonnen. De eerste inwoners doen weer meer zelf in huis.",
)
ASPECTEN = ("kwaliteit", "tijd", "geld")
MET_EIGENAAR = 12


def laad_jaarvoorbeeld(adviseur: Actor, tweede: Actor, eigenaar: Actor) -> None:
    """Give the example plan a running year; a second time changes nothing."""
    if Rapportdag.objects.filter(plan__code=VOORBEELDPLAN).exists():
        return
    _eigenaren(adviseur, [adviseur, eigenaar, tweede])
    _rapportdagen(adviseur)
    _verander_doel(adviseur)
    eerste = _schrijf(adviseur, *GOEDGEKEURD)
    keur_goed(tweede, [Oordeel(eerste)])
    _schrijf(tweede, *WACHT)
    derde = _schrijf(adviseur, *TERUG)
    stuur_terug(tweede, [Oordeel(derde, "Noem hoeveel inwoners meedoen, en hoeveel er waren beloofd.")])


def _eigenaren(door: Actor, wie: Sequence[Actor]) -> None:
    rijen = Activiteit.objects.filter(doelstelling__thema__onderdeel__plan__code=VOORBEELDPLAN)
    eerste = rijen.order_by("doelstelling__thema__volgorde", "doelstelling__volgorde", "volgorde", "pk")
    wijzig_regels(
        door,
        [
            Wijziging(Regelsoort.ACTIVITEIT, rij.pk, rij.versie, {"eigenaar": wie[nr % len(wie)].id})
            for nr, rij in enumerate(eerste[:MET_EIGENAAR])
        ],
    )


def _rapportdagen(door: Actor) -> None:
    vandaag = klok.vandaag()
    plan_rapportdagen(
        door,
        [
            NieuweRapportdag(
                uuid5(NAMESPACE_URL, f"demo/rapportdag/{over}"),
                VOORBEELDPLAN,
                titel,
                vandaag + timedelta(days=over),
                adviseur=door.id,
            )
            for titel, over in (("Voortgang voor de zomer", 12), ("Trendrapport najaar", 130))
        ],
    )


def _verander_doel(door: Actor) -> None:
    doel = Doelstelling.objects.get(
        code="2", thema__onderdeel__plan__code=VOORBEELDPLAN, thema__onderdeel__soort="jaaragenda"
    )
    wijzig_regels(
        door,
        [
            Wijziging(
                Regelsoort.DOEL,
                doel.pk,
                doel.versie,
                {"tevreden_als": "Inwoners weten ons te vinden voordat hun vraag groot is."},
                "Op de verantwoordingsmarkt vroegen inwoners en partners wanneer wij tevreden zijn.",
            )
        ],
    )


def _schrijf(door: Actor, code: str, lichten: Sequence[tuple[str, str]], tekst: str) -> int:
    """Give the account of one activity and offer it; return the offer."""
    rij = Activiteit.objects.get(code=code, doelstelling__thema__onderdeel__plan__code=VOORBEELDPLAN)
    zet_standen(
        door,
        [
            NieuweStand(rij.pk, aspect, kleur, klok.vandaag(), waarom)
            for aspect, (kleur, waarom) in zip(ASPECTEN, lichten, strict=True)
        ],
    )
    basis = Verantwoording.objects.filter(activiteit=rij).order_by("-op", "-pk").first()
    wijzig_verantwoordingen(door, [NieuweVerantwoording(rij.pk, tekst, basis.pk if basis else None)])
    [aanbod] = bied_aan(door, [rij.pk])
    return aanbod
