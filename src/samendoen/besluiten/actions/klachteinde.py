"""Let a complaint end, take that back, hand it to somebody else."""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.actions.klacht import Klachteinde, bewaar_brief, haal_klacht, vast, zaak
from samendoen.besluiten.actions.verdagen import verdaag
from samendoen.besluiten.events import KLACHT, KlachtAfgehandeld, KlachtHeropend, KlachtOvergedragen
from samendoen.besluiten.models import Klacht
from samendoen.besluiten.queries import klachtbrief
from samendoen.besluiten.queries.bezwaarbrief import uitstel
from samendoen.besluiten.queries.klacht import wie_behandelt_klachten
from samendoen.besluiten.queries.klachtbrief import Einde
from samendoen.besluiten.rules.klacht import Afloop, Nietbehandeld, Nietgehoord, Oordeel, beletsel
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    actie,
    beeindig,
    ken_toe,
    klok,
    leg_vast,
    van_onderwerp,
)
from samendoen.organisatie.api import contactteksten
from samendoen.werk.api import draag_termijnen_over, heropen_termijnen, laatste_dagen, voltooi_termijnen


@actie("besluiten", Permissie.REGIE_TOEWIJZEN)
def handel_klacht_af(door: Actor, klacht_id: int, invoer: Klachteinde) -> None:
    """Let a complaint end, with the letter that says how; its clock is met or missed on that day.

    Settled (Awb art. 9:5), with findings and a judgement (9:12), not dealt with (9:8), withdrawn, or
    recorded by mistake (no letter). Raises NietGevonden or Geweigerd without the right on it; Domeinfout
    when it ended, when the complainant was not heard (9:10), or for words or a day that cannot be.
    """
    rij = haal_klacht(door, klacht_id, "sluit")
    _controleer(rij, invoer)
    rij.afloop, rij.afgehandeld_op = invoer.afloop, invoer.op
    rij.oordeel = invoer.oordeel if invoer.afloop == Afloop.OORDEEL else ""
    rij.nietbehandeld = invoer.nietbehandeld if invoer.afloop == Afloop.NIET_BEHANDELD else ""
    rij.bevindingen, rij.conclusies = invoer.bevindingen.strip(), invoer.conclusies.strip()
    voltooi_termijnen(door, KLACHT, [(rij.pk, invoer.op)])
    rij.op_tijd = invoer.op <= laatste_dagen(KLACHT, [rij.pk])[rij.pk]
    rij.save()
    gebeurtenis = KlachtAfgehandeld(
        afloop=rij.afloop,
        oordeel=rij.oordeel or None,
        grond=rij.nietbehandeld or None,
        op_tijd=rij.op_tijd,
    )
    inhoud = {"bevindingen": rij.bevindingen, "conclusies": rij.conclusies}
    leg_vast(door, vast(rij, gebeurtenis, invoer.op, inhoud))
    if rij.afloop != Afloop.VERGISSING:
        einde = _einde(rij, invoer)
        tekst = klachtbrief.einde(zaak(rij), einde, contactteksten().get("ombudsman", ("", ""))[1])
        bewaar_brief(door, rij, "beslissing", invoer.op, tekst)


def _einde(rij: Klacht, invoer: Klachteinde) -> Einde:
    return Einde(
        afloop=Afloop(rij.afloop),
        op=invoer.op,
        bevindingen=rij.bevindingen,
        conclusies=rij.conclusies,
        oordeel=Oordeel(rij.oordeel) if rij.oordeel else None,
        grond=Nietbehandeld(rij.nietbehandeld) if rij.nietbehandeld else None,
        gehoord_op=rij.klager_gehoord_op,
    )


def _controleer(rij: Klacht, invoer: Klachteinde) -> None:
    eis(
        "einde",
        (
            (
                "afloop",
                invoer.afloop not in {a.value for a in Afloop},
                _("Deze afloop bestaat niet."),
                _("Kies hoe de klacht is afgelopen."),
            ),
            (
                "oordeel",
                bool(invoer.oordeel) and invoer.oordeel not in {o.value for o in Oordeel},
                _("Dit oordeel bestaat niet."),
                _("Kies een oordeel uit de lijst."),
            ),
            (
                "nietbehandeld",
                bool(invoer.nietbehandeld) and invoer.nietbehandeld not in {n.value for n in Nietbehandeld},
                _("Deze grond bestaat niet."),
                _("Kies een grond uit de lijst."),
            ),
            (
                "bevindingen",
                invoer.afloop == Afloop.OORDEEL and not invoer.bevindingen.strip(),
                _("De bevindingen ontbreken (Awb artikel 9:12)."),
                _("Schrijf op wat u hebt gezien en gehoord."),
            ),
            (
                "bevindingen",
                max(len(invoer.bevindingen), len(invoer.conclusies)) > LANGSTE,
                _("De tekst is te lang."),
                _("Maak hem korter."),
            ),
            (
                "op",
                not rij.ontvangen_op <= invoer.op <= klok.vandaag(),
                _("De dag ligt vóór de klacht of in de toekomst."),
                _("Kies een dag tussen de ontvangst en vandaag."),
            ),
        ),
    )
    code = beletsel(
        Afloop(invoer.afloop),
        Oordeel(invoer.oordeel) if invoer.oordeel else None,
        Nietbehandeld(invoer.nietbehandeld) if invoer.nietbehandeld else None,
        Nietgehoord(rij.nietgehoord) if rij.nietgehoord else None,
        gehoord=rij.klager_gehoord_op is not None,
    )
    if code:
        veld, wat, doe = _BELETSELEN[code]()
        raise Domeinfout(f"einde_{code}", wat, doe, veld=veld)


_BELETSELEN: dict[str, Callable[[], tuple[str, str, str]]] = {
    "geen_oordeel": lambda: ("oordeel", _("Er is geen oordeel gekozen."), _("Kies een oordeel.")),
    "geen_grond": lambda: (
        "nietbehandeld",
        _("Er staat niet waarom de klacht niet wordt behandeld (Awb artikel 9:8)."),
        _("Kies een grond."),
    ),
    "niet_gehoord": lambda: (
        "afloop",
        _("De klager is nog niet gehoord (Awb artikel 9:10)."),
        _("Leg eerst het gesprek vast, of waarom de klager niet is gehoord."),
    ),
    "kennelijk_past_niet": lambda: (
        "oordeel",
        _("U hoorde de klager niet omdat de klacht kennelijk ongegrond is. Dan past dit oordeel niet."),
        _("Hoor de klager alsnog, of kies ongegrond."),
    ),
}


@actie("besluiten", Permissie.REGIE_TOEWIJZEN)
def heropen_klacht(door: Actor, klacht_id: int) -> None:
    """Go on with a complaint that had ended: it was not settled after all, or ended by mistake.

    The clock runs as if it never stopped. Raises NietGevonden or Geweigerd without the right on it;
    Domeinfout when it has not ended.
    """
    rij = haal_klacht(door, klacht_id, "heropen")
    rij.afloop, rij.oordeel, rij.nietbehandeld = "", "", ""
    rij.afgehandeld_op, rij.op_tijd = None, None
    rij.save(update_fields=["status", "afloop", "oordeel", "nietbehandeld", "afgehandeld_op", "op_tijd"])
    heropen_termijnen(door, KLACHT, [rij.pk])
    einden = [g.pk for g in van_onderwerp(KLACHT, [rij.pk])[rij.pk] if g.soort == KlachtAfgehandeld.soort]
    leg_vast(door, vast(rij, KlachtHeropend(), klok.vandaag(), weg=max(einden)))


@actie("besluiten", Permissie.REGIE_TOEWIJZEN)
def draag_klacht_over(door: Actor, klacht_id: int, behandelaar: int) -> None:
    """Let somebody else handle a complaint: the dossier opens for them and closes for who had it.

    The same again is harmless. Raises NietGevonden or Geweigerd without the right on it; Domeinfout for whom
    it is about (Awb art. 9:7), who cannot handle complaints, or when it ended.
    """
    rij = haal_klacht(door, klacht_id, "behandel")
    if rij.behandelaar_id == behandelaar:
        return
    mag = behandelaar in {nummer for nummer, _naam in wie_behandelt_klachten()}
    if not mag or behandelaar == rij.beklaagde_id:
        raise Domeinfout(
            "klacht_behandelaar",
            _("Deze collega kan deze klacht niet behandelen (Awb artikel 9:7)."),
            _("Kies iemand uit de lijst die niets met de klacht te maken heeft."),
            veld="behandelaar",
        )
    beeindig(rij.dossier_id, Grond.LEIDING, gebruiker_id=rij.behandelaar_id)
    rij.behandelaar_id = behandelaar
    rij.save(update_fields=["behandelaar"])
    recht = Toekenning(rij.dossier_id, Niveau.SCHRIJFBAAR, Grond.LEIDING, rij.wet, gebruiker_id=behandelaar)
    ken_toe([recht])
    draag_termijnen_over(door, KLACHT, [rij.pk], gebruiker_id=behandelaar)
    leg_vast(door, vast(rij, KlachtOvergedragen(behandelaar=behandelaar), klok.vandaag()))


@actie("besluiten", Permissie.REGIE_TOEWIJZEN)
def verdaag_klacht(door: Actor, klacht_id: int, dagen: int, reden: str, sleutel: UUID) -> None:
    """Postpone the end by so many days, with the letter that the law asks (Awb art. 9:11 lid 2).

    At most four weeks together. The same `sleutel` again changes nothing. Raises NietGevonden or Geweigerd
    without the right on it; Domeinfout when it ended, after the last day, or for more than that.
    """
    rij = haal_klacht(door, klacht_id, "behandel")
    uiterlijk = verdaag(door, (KLACHT, rij.pk), rij.termijn_id, dagen, reden, sleutel)
    if uiterlijk is not None:
        tekst = uitstel("klacht", rij.ontvangen_op, uiterlijk, reden)
        bewaar_brief(door, rij, "uitstel", klok.vandaag(), tekst)
