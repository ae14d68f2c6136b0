"""The envelope around a message: off when it comes in, on when it goes out, and the fault that goes back.

Which form is spoken is a setting; an answer goes in the form in which its question came. A message of ours
has the number of its envelope from the day that it is made: offered again it is the same, byte for byte.
"""

import re
from importlib.metadata import version
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from samendoen.berichten.events import BerichtMislukt
from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.envelop import (
    NIET_VOLGENS_SCHEMA,
    Envelop,
    Envelopsoort,
    Fout,
    Systeem,
    Versie,
    Vormkeuze,
)
from samendoen.berichten.rules.inhoudsopgave import VRAAG_VAN
from samendoen.berichten.rules.tabellen import SUBVERSIE, VERSIE
from samendoen.berichten.rules.toestand import OVERGANGEN, Richting, Status
from samendoen.berichten.rules.transportfouten import zin_bij
from samendoen.berichten.xml.envelop import is_envelop, lees_envelop, schrijf_envelop, tijdstip
from samendoen.kernel.api import Actor, Vastlegging, klok, leg_vast
from samendoen.organisatie.api import gemeente

APPLICATIE = "Samendoen"
_AGB, _CODE = re.compile("[0-9]{8}"), re.compile("[a-z0-9]{1,7}")
_GEEN_NAAM = re.compile("[^A-Za-z0-9-]")
_KAAL_VERWACHT = (
    "Dit bericht zit in een envelop ggk0210 en deze gemeente wisselt kale berichten uit: stuur het zonder "
    "envelop, of zet SAMENDOEN_BERICHTEN_VORM op ggk0210."
)
_ENVELOP_VERWACHT = "Stuur het bericht in een envelop ggk0210 versie 2.1: zonder envelop is er geen afzender."


def gebruikt_enveloppen() -> bool:
    """Tell whether messages travel in envelopes here."""
    return settings.SAMENDOEN_BERICHTEN_VORM == Vormkeuze.GGK0210


def neem_uit(inhoud: bytes) -> tuple[bytes, UUID | None, dict[str, Any]]:
    """Return what to keep of a delivery: the message, the reference of its envelope, and its address.

    What cannot be taken out is kept as it came, to be refused when it is processed.
    """
    if not gebruikt_enveloppen():
        return inhoud, None, {}
    envelop = lees_envelop(inhoud).envelop
    if envelop is None:
        return inhoud, None, {"vorm": Vormkeuze.GGK0210}
    adres = {
        "vorm": Vormkeuze.GGK0210,
        "soort": envelop.soort,
        "zender": envelop.zender.organisatie,
        "functie": envelop.functie,
        "versie": "".join((envelop.applicatie.versie, envelop.applicatie.subversie))
        if envelop.applicatie
        else "",
    }
    return envelop.bericht or inhoud, envelop.referentie, adres


def vormfout(rij: Bericht) -> tuple[Bevinding, ...]:
    """Return what is wrong with the form in which a message came; what is in it is not judged."""
    ruw = bytes(rij.ruw or b"")
    if not rij.envelop:
        return (Bevinding(1, "GGK", "/", _KAAL_VERWACHT),) if is_envelop(ruw) else ()
    if is_envelop(ruw):  # still in it: a fault, or an envelope that says nothing good
        return lees_envelop(ruw).bevindingen
    return () if rij.referentie else (Bevinding(1, "GGK", "/", _ENVELOP_VERWACHT),)


def nieuw_adres() -> tuple[UUID, dict[str, Any]]:
    """Return reference and address for a message of ours, whether it will go in an envelope or not."""
    groot, klein, *_ = (*version("samendoen").split("."), "0", "0")
    return uuid4(), {"versie": f"{int(groot):04}{int(klein):04}"}


def verpakt(bericht: Bericht) -> bytes:
    """Return the file of a message of ours. Raises ValueError when it does not fit in an envelope."""
    ruw, vraag = bytes(bericht.ruw or b""), bericht.antwoord_op
    is_antwoord = bericht.soort[-3:] in VRAAG_VAN
    cross = vraag.referentie if is_antwoord and vraag else None
    in_envelop = cross is not None if is_antwoord else gebruikt_enveloppen()
    if bericht.referentie is None or not in_envelop:
        return ruw
    eigen = bericht.envelop["versie"]
    return schrijf_envelop(
        Envelop(
            soort=Envelopsoort.TERUG if is_antwoord else Envelopsoort.HEEN,
            zender=Systeem(bericht.afzender, APPLICATIE),
            ontvanger=Systeem(bericht.ontvanger),
            referentie=bericht.referentie,
            tijdstip=tijdstip(bericht.op),
            cross=cross,
            functie=bericht.soort,
            applicatie=Versie(eigen[:4], eigen[4:]),
            functieversie=Versie(f"{VERSIE:0>4}", f"{SUBVERSIE:0>4}"),
            bericht=ruw,
        )
    )


def nummer_fout(rij: Bericht) -> None:
    """Give the fault that tells of this refusal its number, when there is an envelope to answer.

    A fault is not answered with a fault.
    """
    if rij.referentie and rij.envelop.get("soort") != Envelopsoort.FOUT and gemeente():
        rij.envelop["fout"] = str(uuid4())


def foutbericht(rij: Bericht) -> tuple[str, bytes] | None:
    """Return name and bytes of the Fo01 that tells of a refusal; None when there is no envelope to answer."""
    hier, nummer, adres = gemeente(), rij.envelop.get("fout"), rij.envelop
    if hier is None or nummer is None or rij.verwerkt_op is None:
        return None
    waarom = rij.bevindingen[0]
    zin = f"Het bericht voldoet niet aan het schema. {waarom['melding']} ({waarom['regel']}, {waarom['pad']})"
    fout = Envelop(
        soort=Envelopsoort.FOUT,
        zender=Systeem(hier.code, APPLICATIE),
        ontvanger=Systeem(adres["zender"]),
        referentie=UUID(nummer),
        tijdstip=tijdstip(rij.verwerkt_op),
        cross=rij.referentie,
        fout=Fout(
            NIET_VOLGENS_SCHEMA, "client", zin[:200], f"{adres['functie']}-{adres['versie']}".strip("-")
        ),
    )
    wie = _GEEN_NAAM.sub("", adres["zender"])[:20] or "onbekend"
    return f"{Envelopsoort.FOUT}_{hier.code}_{wie}_{nummer}.xml", schrijf_envelop(fout)


def is_transportfout(rij: Bericht) -> bool:
    """Tell whether this is a Fo01: the chain, or a provider, refuses a message of ours."""
    return bool(rij.envelop.get("soort") == Envelopsoort.FOUT)


def sluit_mislukte(door: Actor, rij: Bericht) -> tuple[bool, str]:
    """Note a Fo01 with the message of ours that it is about; return whether we know that, and the code.

    Its sentence is the sender's and is not kept: the code says what is wrong, and we what to do.
    """
    envelop = lees_envelop(bytes(rij.ruw or b"")).envelop
    assert envelop is not None
    assert envelop.fout is not None
    code = envelop.fout.code.lower()
    code = code if _CODE.fullmatch(code) else "onbekend"
    rij.soort = Envelopsoort.FOUT.value
    rij.afzender = envelop.zender.organisatie if _AGB.fullmatch(envelop.zender.organisatie) else ""
    ons = Bericht.objects.select_for_update(of=("self",)).defer("ruw")
    vraag = ons.filter(richting=Richting.UIT.value, referentie=envelop.cross).first()
    if vraag is None:
        return False, code
    rij.wet, rij.dossier_id, rij.inwoner_id = vraag.wet, vraag.dossier_id, vraag.inwoner_id
    volgende = OVERGANGEN[Status(vraag.status)].get("mislukt")
    if volgende is not None:
        vraag.status, vraag.verwerkt_op = volgende.value, klok.nu()
        vraag.bevindingen = [{"niveau": 1, "regel": code.upper(), "pad": "/", "melding": zin_bij(code)}]
        vraag.save(update_fields=["status", "verwerkt_op", "bevindingen"])
        mislukt = BerichtMislukt(codes=(code,))
        leg_vast(door, Vastlegging(mislukt, vraag.pk, klok.vandaag(), dossier_id=vraag.dossier_id))
    return True, code
