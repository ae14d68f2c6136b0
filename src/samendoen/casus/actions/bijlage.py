"""Attach a file to the dossier of somebody, and take it away."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import (
    Betrokkenewaarde,
    betrokkenen_van,
    bijlagen,
    eis_open,
    haal_notities,
    haal_op_slot,
    niet_gevonden,
)
from samendoen.casus.actions.onderzoek import eis_schrijfbaar
from samendoen.casus.events import BijlageToegevoegd, BijlageVerwijderd
from samendoen.casus.models import Bijlage
from samendoen.casus.rules import GROOTSTE, Bestandbezwaar, Bestandsoort, beoordeel
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Scan,
    Vastlegging,
    actie,
    bewaar_bestand,
    klok,
    leg_vast,
    scan,
    wis_bestanden,
)
from samendoen.kernel.velden import blinde_indexen

DOEL = "casus_bijlage.bestand"
AFDRUK = "casus_bijlage.afdruk"
LANGSTE_NAAM = 150


@dataclass(frozen=True, slots=True)
class NieuweBijlage:
    """A file to attach: about whom, under which name, and perhaps with which note."""

    kenmerk: UUID
    casus: int
    persoon: int
    naam: str
    inhoud: bytes
    notitie: int | None = None


@actie("casus", Permissie.CASUS_WERKEN)
def voeg_bijlage_toe(door: Actor, nieuw: NieuweBijlage) -> int:
    """Keep a file in the dossier of somebody; return its id. A `kenmerk` that is known changes nothing.

    Raises NietGevonden or Geweigerd without the right on the casus, the person or the note, and Domeinfout
    ("bijlage_…") for a file that is too large, of a kind that is not taken, with a macro, that the scanner
    refuses or cannot scan, or that stands there already. Nothing of such a file is kept.
    """
    soort = _keur(nieuw)
    # Before anything is locked: a scanner takes its time.
    gescand = _scan(nieuw.inhoud)
    casus = haal_op_slot(door, [nieuw.casus])[nieuw.casus]
    mogen = betrokkenen_van(door, [nieuw.casus], schrijven=True)
    wie = eis_schrijfbaar(door, mogen, nieuw.casus, nieuw.persoon)
    if nieuw.notitie is not None:
        _eis_notitie(door, nieuw.notitie, nieuw.casus)
    bekend = Bijlage.objects.filter(kenmerk=nieuw.kenmerk).values_list("pk", flat=True).first()
    if bekend is not None:
        return bekend
    eis_open([casus])
    [afdruk] = blinde_indexen([hashlib.sha256(nieuw.inhoud).hexdigest()], AFDRUK)
    _weiger_dubbel(wie, afdruk)
    with bewaar_bestand(nieuw.inhoud, DOEL) as bestand:
        rij = _schrijf(door, nieuw, wie, soort, afdruk, bestand, gescand=gescand)
        gebeurtenis = BijlageToegevoegd(
            casus=nieuw.casus,
            persoon=nieuw.persoon,
            notitie=nieuw.notitie,
            bestandsoort=soort.value,
            bytes=rij.bytes,
            gescand=gescand,
        )
        leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=wie.dossier_id))
    return rij.pk


def _eis_notitie(door: Actor, notitie: int, casus: int) -> None:
    if haal_notities(door, [notitie])[notitie].casus_id != casus:
        raise niet_gevonden()


def _schrijf(
    door: Actor,
    nieuw: NieuweBijlage,
    wie: Betrokkenewaarde,
    soort: Bestandsoort,
    afdruk: bytes,
    bestand: str,
    *,
    gescand: bool,
) -> Bijlage:
    return Bijlage.objects.create(
        kenmerk=nieuw.kenmerk,
        casus_id=nieuw.casus,
        notitie_id=nieuw.notitie,
        inwoner_id=wie.persoon_id,
        wet=wie.wet,
        dossier_id=wie.dossier_id,
        naam=nette_naam(nieuw.naam),
        soort=soort.value,
        bytes=len(nieuw.inhoud),
        afdruk=afdruk,
        bestand=bestand,
        gescand=gescand,
        toegevoegd_door_id=door.id,
        toegevoegd_op=klok.nu(),
    )


def nette_naam(naam: str) -> str:
    """Return a name without path, line breaks or other signs that nobody sees; its end stays."""
    kaal = "".join(teken for teken in naam.replace("\\", "/").rpartition("/")[2] if teken.isprintable())
    return kaal[-LANGSTE_NAAM:]


def _keur(nieuw: NieuweBijlage) -> Bestandsoort:
    oordeel = beoordeel(nieuw.naam, nieuw.inhoud)
    if isinstance(oordeel, Bestandsoort):
        return oordeel
    wat, doe = bezwaarzin(oordeel)
    raise Domeinfout(f"bijlage_{oordeel.value}", wat, doe, veld="bestand")


def bezwaarzin(bezwaar: Bestandbezwaar) -> tuple[str, str]:
    """Return why a file is not taken, and what one can do."""
    mb = GROOTSTE // (1024 * 1024)
    return {
        Bestandbezwaar.LEEG: (_("Dit bestand is leeg."), _("Kies een ander bestand.")),
        Bestandbezwaar.TE_GROOT: (
            _("Dit bestand is groter dan %(mb)s MB.") % {"mb": mb},
            _("Maak het kleiner, of verdeel het over meer bestanden."),
        ),
        Bestandbezwaar.SOORT: (
            _("Dit soort bestand bewaren wij niet."),
            _("Kies een pdf, foto (png, jpg), Word (docx), Excel (xlsx), odt, txt of e-mail (eml)."),
        ),
        Bestandbezwaar.NAAM: (
            _("De naam van dit bestand past niet bij wat erin staat."),
            _("Sla het opnieuw op in het programma waarin het gemaakt is, en kies het dan nog eens."),
        ),
        Bestandbezwaar.MACRO: (
            _("Dit bestand bevat een macro: een programma dat schade kan doen. Wij bewaren het niet."),
            _("Sla het op zonder macro's (docx, xlsx of odt), of maak er een pdf van."),
        ),
        Bestandbezwaar.BIJVOEGSEL: (
            _("Aan deze e-mail zit een bestand vast dat wij niet bewaren."),
            _("Sla de tekst van de e-mail op als pdf, en voeg de goede bijlagen los toe."),
        ),
    }[bezwaar]


def _weiger_dubbel(wie: Betrokkenewaarde, afdruk: bytes) -> None:
    dubbel = Bijlage.objects.filter(dossier=wie.dossier_id, afdruk=afdruk).exclude(bestand="").first()
    if dubbel is not None:
        raise Domeinfout(
            "bijlage_dubbel",
            _("Dit bestand staat er al, als %(naam)s.") % {"naam": dubbel.naam},
            _("U hoeft het niet nog eens toe te voegen."),
            veld="bestand",
        )


def _scan(inhoud: bytes) -> bool:
    """Return whether the scanner found the file clean; False when there is no scanner."""
    uitkomst = scan(inhoud)
    if uitkomst is Scan.GEWEIGERD:
        raise Domeinfout(
            "bijlage_virus",
            _("De virusscanner weigert dit bestand. Het is niet bewaard."),
            _("Open het bestand niet. Meld het aan de beheerder."),
            veld="bestand",
        )
    if uitkomst is Scan.STUK:
        raise Domeinfout(
            "bijlage_scanner",
            _("De virusscanner werkt nu niet. Het bestand is niet bewaard."),
            _("Probeer het later opnieuw, of meld het aan de beheerder."),
            veld="bestand",
        )
    return uitkomst is Scan.SCHOON


@actie("casus", Permissie.CASUS_WERKEN)
def verwijder_bijlage(door: Actor, casus_id: int, bijlage_id: int) -> None:
    """Take a file away for good. Raises NietGevonden or Geweigerd without the right; one that is gone already
    is NietGevonden."""
    haal_op_slot(door, [casus_id])
    rijen = bijlagen(door, casus_id).filter(pk=bijlage_id)
    rij = rijen.first()
    if rij is None:
        raise niet_gevonden()
    eis_schrijfbaar(door, betrokkenen_van(door, [casus_id], schrijven=True), casus_id, rij.inwoner_id)
    wis_bestanden([rij.bestand])
    rij.naam, rij.afdruk, rij.bestand, rij.verwijderd_op = None, None, "", klok.vandaag()
    rij.save(update_fields=["naam", "afdruk", "bestand", "verwijderd_op"])
    gebeurtenis = BijlageVerwijderd(casus=casus_id)
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=rij.dossier_id))
