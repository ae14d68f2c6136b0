"""Process: judge what was received, let it have its effects, and queue the answer; all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from samendoen.berichten.actions.antwoord import sluit_vraag
from samendoen.berichten.actions.enveloppen import is_transportfout, nummer_fout, sluit_mislukte, vormfout
from samendoen.berichten.actions.klaarzetten import WET, Uitgaand, herzend_rijen, zet_klaar
from samendoen.berichten.actions.ontvangen import Ontvangen
from samendoen.berichten.actions.stromen import PER_REGEL, STROMEN, wacht_op
from samendoen.berichten.events import BerichtVerwerkt
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.queries.kennis import kennis_van
from samendoen.berichten.queries.regels import regels_van
from samendoen.berichten.queries.vraagt import GEWIST
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.inhoudsopgave import Kop, is_voor_gemeente, kop_van, opmerkingen
from samendoen.berichten.rules.retour import beoordeel, codes_per_klasse
from samendoen.berichten.rules.toestand import OVERGANGEN, TELT_NIET, Richting, Status, wachttijd
from samendoen.berichten.rules.verkeer import toets_verkeer
from samendoen.berichten.transport.punten import Punt, bij
from samendoen.berichten.xml.controleren import controleer
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    schrijf,
)
from samendoen.organisatie.api import gemeente

BEWAAR_BEVINDINGEN = 200
"""So many findings say what is wrong; a broken file can have as many as it has lines."""
WACHT_OP_STROOM = timedelta(hours=1)
NIET_VOOR_ONS, ONBEKENDE_VRAAG = "niet-voor-ons", "onbekende-vraag"
# What processing may change of a row: all but the bytes.
_VELDEN = [
    "soort", "afzender", "ontvanger", "identificatie", "dagtekening", "wet", "status", "fout", "bevindingen",
    "verwerkt_op", "opnieuw_op", "pogingen", "antwoord_op", "eerste", "inwoner", "dossier", "envelop",
    "toegekend_eurocent",
]  # fmt: skip


@actie("berichten", Permissie.SYSTEEM)
def verwerk(door: Actor, bericht_id: int) -> str:
    """Process one received message and return its status; one that was processed already stays as it is.

    One transaction: its status, its lines, its effects and its answer, ready to go. What nothing handles
    yet, or no team takes, keeps waiting (`ontvangen`), and is tried again every hour.
    Domeinfout when there is no such message.
    """
    rij = Bericht.objects.select_for_update(of=("self",)).filter(pk=bericht_id).first()
    if rij is None or rij.richting != Richting.IN:
        raise Domeinfout("geen_bericht", _("Dit bericht is niet ontvangen."), _("Controleer het nummer."))
    if rij.status == Status.ONTVANGEN:
        bij(Punt.VERWERKEN)
        _verwerk(door, rij)
    return rij.status


@actie("berichten", Permissie.SYSTEEM)
def stel_uit(door: Actor, bericht_id: int, fout: str) -> int:
    """Note that processing failed (a code), and try again later; return how often it failed by now."""
    rij = Bericht.objects.select_for_update(of=("self",)).defer("ruw").get(pk=bericht_id)
    rij.pogingen += 1
    rij.fout, rij.opnieuw_op = fout, klok.nu() + wachttijd(rij.pogingen)
    rij.save(update_fields=["pogingen", "fout", "opnieuw_op"])
    return rij.pogingen


@dataclass(slots=True)
class _Oordeel:
    """What becomes of a message: the step of the table, what was found, and its answer."""

    stap: str
    bevindingen: Sequence[Bevinding] = ()
    antwoord: int | None = None
    codes: tuple[str, ...] = ()
    fout: str = ""


def _verwerk(door: Actor, rij: Bericht) -> None:
    if rij.ruw is None and rij.soort:  # erased while it waited
        _leg_oordeel_vast(door, rij, _Oordeel("keur_af", fout=GEWIST))
        return
    if rij.ruw is None:
        te_groot = Bevinding(1, "OP179", "/", "Het bestand is groter dan 25 MB: verdeel de inhoud.")
        _leg_oordeel_vast(door, rij, _Oordeel("weiger", [te_groot]))
        return
    if om := _van_buiten(door, rij):
        _leg_oordeel_vast(door, rij, om)
        return
    controle = controleer(bytes(rij.ruw))
    if controle.bericht is None:
        rij.soort = controle.soort.code if controle.soort else ""
        _leg_oordeel_vast(door, rij, _Oordeel("weiger", controle.bevindingen))
        return
    kop = kop_van(controle.bericht)
    _neem_kop_over(rij, kop, controle.bericht)
    oordeel = _herken(door, rij, controle.bericht, kop)
    if oordeel is None:
        oordeel = _beoordeel(door, rij, controle.bericht, controle.bevindingen)
    if oordeel is None:
        rij.fout = wacht_op(controle.bericht.soort.nummer, rij.wet)
        rij.opnieuw_op = klok.nu() + WACHT_OP_STROOM
        rij.save(update_fields=_VELDEN)
        return
    _leg_oordeel_vast(door, rij, oordeel)


def _van_buiten(door: Actor, rij: Bericht) -> _Oordeel | None:
    """Return the verdict when the outside alone decides: a wrong form, or a fault about one of ours."""
    if bezwaren := vormfout(rij):
        return _Oordeel("weiger", bezwaren)
    if not is_transportfout(rij):
        return None
    bekend, code = sluit_mislukte(door, rij)
    fout = "" if bekend else ONBEKENDE_VRAAG
    return _Oordeel("verwerk" if bekend else "keur_af", codes=(code,), fout=fout)


def _neem_kop_over(rij: Bericht, kop: Kop, waarde: Waarde) -> None:
    rij.soort, rij.afzender, rij.ontvanger = kop.soort, kop.afzender, kop.ontvanger
    rij.identificatie, rij.dagtekening = kop.identificatie, kop.dagtekening
    rij.wet = WET[waarde.soort.standaard]


def _herken(door: Actor, rij: Bericht, waarde: Waarde, kop: Kop) -> _Oordeel | None:
    """Return the verdict on a message that is not for us, or whose identity was there before."""
    hier = gemeente()
    if hier is None or kop.ontvanger != hier.code or not is_voor_gemeente(waarde.soort.nummer):
        zin = "Dit bericht is niet voor deze gemeente: controleer afzender, ontvanger en soort."
        return _Oordeel("weiger", [Bevinding(1, "XSD", "/Bericht/Header", zin)], fout=NIET_VOOR_ONS)
    op_beurt(f"berichten {kop.afzender} {kop.soort} {kop.identificatie}")
    zelfde = Bericht.objects.filter(
        afzender=kop.afzender, soort=kop.soort, identificatie=kop.identificatie, richting=Richting.IN.value
    )
    eerste = zelfde.exclude(pk=rij.pk).exclude(status__in=TELT_NIET).defer("ruw").first()
    if eerste is None:
        return None
    rij.eerste = eerste
    if eerste.sha256 != rij.sha256:
        return _Oordeel("wantrouw")
    antwoord = Bericht.objects.select_for_update(of=("self",)).defer("ruw").filter(antwoord_op=eerste)
    gegaan = list(
        antwoord.filter(richting=Richting.UIT.value, status=Status.AANGEBODEN.value, ruw__isnull=False)
    )
    herzend_rijen(door, gegaan)
    return _Oordeel("herken", antwoord=gegaan[0].pk if gegaan else None)


def _beoordeel(
    door: Actor, rij: Bericht, waarde: Waarde, bevindingen: Sequence[Bevinding]
) -> _Oordeel | None:
    """Return the verdict on a message that is new; None when nobody takes what it brings yet."""
    if kop_van(waarde).vraag is not None:
        return _beoordeel_antwoord(door, rij, waarde, bevindingen)
    stroom = STROMEN.get(waarde.soort.nummer)
    if bevindingen:
        return _Oordeel("keur_af", bevindingen, _antwoord(door, rij, waarde, bevindingen))
    regels = _regels(rij, waarde)
    bevindingen = toets_verkeer(waarde, kennis_van(rij, waarde, regels))
    if stroom is None or (not bevindingen and wacht_op(waarde.soort.nummer, rij.wet)):
        return None
    afgewezen = _geef_oordeel(regels, waarde, bevindingen)
    schrijf(regels)
    if not bevindingen or waarde.soort.nummer in PER_REGEL:
        stroom(door, Ontvangen(rij, waarde, regels, afgewezen))
    bij(Punt.GEVOLGEN)
    stap = "keur_af" if bevindingen else "verwerk"
    return _Oordeel(stap, bevindingen, _antwoord(door, rij, waarde, bevindingen))


def _geef_oordeel(
    regels: Sequence[Berichtregel], waarde: Waarde, bevindingen: Sequence[Bevinding]
) -> frozenset[str]:
    """Write the retourcodes with the lines, and return the paths of the classes that fail.

    What lies below a class that fails fails too.
    """
    codes = codes_per_klasse(waarde, bevindingen)
    kop = list(codes.get(waarde.kop.pad, ()))
    for regel in regels:
        pad = regel.pad
        while pad and pad not in codes:
            pad = pad.rpartition("/")[0]
        regel.retourcodes = list(codes.get(pad, kop))
    return frozenset(codes)


def _beoordeel_antwoord(
    door: Actor, rij: Bericht, waarde: Waarde, bevindingen: Sequence[Bevinding]
) -> _Oordeel:
    """Return the verdict on an answer to a message of ours. Nobody answers an answer."""
    codes = opmerkingen(waarde)
    if bevindingen:
        return _Oordeel("keur_af", bevindingen, codes=codes)
    regels = _regels(rij, waarde)
    schrijf(regels)
    if not sluit_vraag(door, rij, waarde, regels):
        return _Oordeel("keur_af", codes=codes, fout=ONBEKENDE_VRAAG)
    bij(Punt.GEVOLGEN)
    return _Oordeel("verwerk", codes=codes)


def _antwoord(door: Actor, rij: Bericht, waarde: Waarde, bevindingen: Sequence[Bevinding]) -> int:
    regels: Sequence[Berichtregel] = ()
    if bevindingen and waarde.soort.nummer in PER_REGEL:
        # It names clients of its own accord: who is erased must be found in it.
        regels = regels_van(beoordeel(waarde, bevindingen, "0", klok.vandaag()), rij.wet)
    antwoord = Uitgaand(
        maak=lambda nummer, dag: beoordeel(waarde, bevindingen, nummer, dag),
        antwoord_op=rij.pk,
        inwoner=rij.inwoner_id,
        dossier=rij.dossier_id,
        regels=regels,
    )
    [pk] = zet_klaar(door, [antwoord])
    return pk


def _regels(rij: Bericht, waarde: Waarde) -> list[Berichtregel]:
    regels = regels_van(waarde, rij.wet)
    for regel in regels:
        regel.bericht = rij
    wie = {regel.inwoner_id for regel in regels}
    waar = {regel.dossier_id for regel in regels if regel.dossier_id}
    rij.inwoner_id = wie.pop() if len(wie) == 1 else None
    rij.dossier_id = waar.pop() if len(waar) == 1 and rij.inwoner_id else None
    return regels


def _leg_oordeel_vast(door: Actor, rij: Bericht, oordeel: _Oordeel) -> None:
    rij.status = OVERGANGEN[Status(rij.status)][oordeel.stap].value
    rij.verwerkt_op, rij.fout, rij.opnieuw_op, rij.pogingen = klok.nu(), oordeel.fout, None, 0
    if oordeel.stap == "weiger":
        nummer_fout(rij)
    rij.bevindingen = [_bevinding(b) for b in oordeel.bevindingen[:BEWAAR_BEVINDINGEN]]
    rij.save(update_fields=_VELDEN)
    codes = oordeel.codes or tuple(dict.fromkeys(b.retourcode or b.regel for b in oordeel.bevindingen))
    gebeurtenis = BerichtVerwerkt(
        berichtsoort=rij.soort.lower() or "onbekend",
        tegenpartij=rij.afzender or "onbekend",
        uitkomst=rij.status,
        codes=tuple(code.lower() for code in codes),
        antwoord=oordeel.antwoord,
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=rij.dossier_id))


def _bevinding(b: Bevinding) -> dict[str, object]:
    return {
        "niveau": b.niveau,
        "regel": b.regel,
        "pad": b.pad,
        "melding": b.melding,
        "retourcode": b.retourcode,
    }
