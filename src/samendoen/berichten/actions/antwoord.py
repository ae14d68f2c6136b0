"""The answer of the other party to a message of ours: it closes the question, its lines get their verdict."""

from collections.abc import Sequence

from samendoen.berichten.events import BerichtBeantwoord
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.inhoudsopgave import GEEN_OPMERKING, codes_van, kop_van, opmerkingen, plaatsen
from samendoen.berichten.rules.toestand import OVERGANGEN, Richting, Status
from samendoen.kernel.api import Actor, Vastlegging, klok, leg_vast, werk_bij


def sluit_vraag(door: Actor, rij: Bericht, waarde: Waarde, regels: Sequence[Berichtregel]) -> bool:
    """Close the message of ours that this answers; False when we never sent it to this party.

    A second answer with another identity changes nothing: the first one holds.
    """
    kop = kop_van(waarde)
    assert kop.vraag is not None
    soort, nummer = kop.vraag
    vraag = (
        Bericht.objects.select_for_update(of=("self",))
        .defer("ruw")
        .filter(
            richting=Richting.UIT.value, soort=soort, identificatie=nummer, ontvanger=kop.afzender
        )
        .first()
    )  # fmt: skip
    if vraag is None:
        return False
    volgende = OVERGANGEN[Status(vraag.status)].get("beantwoord")
    if volgende is None:
        return True
    rij.antwoord_op = vraag
    rij.dossier_id, rij.inwoner_id = vraag.dossier_id, vraag.inwoner_id
    codes = opmerkingen(waarde)
    vraag.status, vraag.verwerkt_op = volgende.value, klok.nu()
    vraag.bevindingen = [
        {"niveau": 3, "regel": code, "pad": plaats.pad, "melding": ""}
        for plaats in plaatsen(waarde)
        for code in plaats.codes
        if code not in GEEN_OPMERKING
    ]
    vraag.save(update_fields=["status", "verwerkt_op", "bevindingen"])
    _geef_oordeel_door(vraag, waarde, regels)
    gebeurtenis = BerichtBeantwoord(antwoord=rij.pk, codes=tuple(code.lower() for code in codes))
    leg_vast(door, Vastlegging(gebeurtenis, vraag.pk, klok.vandaag(), dossier_id=vraag.dossier_id))
    return True


def _geef_oordeel_door(vraag: Bericht, waarde: Waarde, regels: Sequence[Berichtregel]) -> None:
    """Copy the verdict to the lines that we sent. What was not looked at fell with what stands above it."""
    codes = {(r.klasse, r.toewijzing_id): r.retourcodes for r in regels}
    boven = codes_van(waarde.kop), *(tuple(r.retourcodes) for r in regels if r.klasse == "Client")
    erboven = [code for rij in boven for code in rij if code not in GEEN_OPMERKING]
    eigen = list(Berichtregel.objects.filter(bericht=vraag))
    for regel in eigen:
        regel.retourcodes = codes.get((regel.klasse, regel.toewijzing_id), [])
        if GEEN_OPMERKING.issuperset(regel.retourcodes) and erboven:
            regel.retourcodes = list(dict.fromkeys(erboven))
    werk_bij(eigen, ["retourcodes"])
