"""Steps between receipt and decision: supply what is lacking, hear, be given notice of default."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_bezwaar, naar_bezwaar
from samendoen.besluiten.actions.bezwaarpost import bewaar_brief, laatste_gebeurtenis, vast_bezwaar, zaak
from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.actions.verdagen import verdaag
from samendoen.besluiten.events import (
    BEZWAAR,
    BezwaarHersteld,
    BezwaarherstelGevraagd,
    BezwaarhorenVastgelegd,
    BezwaarInGebrekeGesteld,
    BezwaarIngebrekestellingIngetrokken,
)
from samendoen.besluiten.models import Bezwaar
from samendoen.besluiten.queries import bezwaarbrief
from samendoen.besluiten.queries.betrokken import betrokken_bij
from samendoen.besluiten.rules.bezwaar import (
    Afzien,
    Bezwaarstatus,
    Gebrek,
    Horen,
    mag_beslissen,
)
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, klok, leg_vast
from samendoen.recht.api import Grond, bereken
from samendoen.werk.api import hervat_termijn, schors_termijn


@dataclass(frozen=True, slots=True)
class Hoorinvoer:
    """How far hearing is. `waar` goes into the invitation (place and time), `verslag` is what was said."""

    stand: str
    op: date | None = None
    afzien: str = ""
    waar: str = ""
    verslag: str = ""


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def vraag_herstel(door: Actor, bezwaar_id: int, gebreken: Sequence[str], op: date, uiterlijk: date) -> None:
    """Ask the objector to supply what is lacking (Awb art. 6:6), by a letter.

    The clock stands still from the day after `op` until what is lacking comes, or the set term lapses (7:10
    lid 2); while the term to object itself still runs there is nothing yet to stand still. Raises
    NietGevonden or Geweigerd without the right on it; Domeinfout when it was decided, nothing is lacking,
    or for days that cannot be.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    naar_bezwaar(rij, "behandel")
    lacunes = list(dict.fromkeys(gebreken))
    eis(
        "herstel",
        (
            (
                "gebreken",
                not lacunes or not set(lacunes) <= {g.value for g in Gebrek},
                _("Er is niet gezegd wat er ontbreekt."),
                _("Kies wat de indiener moet aanvullen."),
            ),
            (
                "op",
                not rij.ontvangen_op <= op <= klok.vandaag(),
                _("De dag van de brief ligt vóór de ontvangst of in de toekomst."),
                _("Kies een dag tussen de ontvangst en vandaag."),
            ),
            (
                "uiterlijk",
                uiterlijk <= op,
                _("De laatste dag om aan te vullen ligt niet na de brief."),
                _("Geef de indiener een redelijke tijd, bijvoorbeeld twee weken."),
            ),
        ),
    )
    rij.gebreken, rij.herstel_gevraagd_op, rij.hersteltermijn, rij.hersteld_op = lacunes, op, uiterlijk, None
    rij.termijn_stil = _schors(door, rij, op, uiterlijk)
    rij.save(
        update_fields=["gebreken", "herstel_gevraagd_op", "hersteltermijn", "hersteld_op", "termijn_stil"]
    )
    leg_vast(
        door, vast_bezwaar(rij, BezwaarherstelGevraagd(gebreken=tuple(lacunes), uiterlijk=uiterlijk), op)
    )
    tekst = bezwaarbrief.herstel(zaak(rij), [Gebrek(g) for g in lacunes], uiterlijk)
    bewaar_brief(door, rij, "herstel", op, tekst)


def _schors(door: Actor, rij: Bezwaar, op: date, uiterlijk: date) -> bool:
    """Let the clock stand still, as far as the term to decide runs by then; tell whether it does."""
    begin = bereken("bezwaar", zaak(rij).besluit_van).einde
    if rij.termijn_id is None or begin > klok.vandaag() or uiterlijk <= max(op, begin):
        return False
    schors_termijn(door, rij.termijn_id, max(op, begin), Grond.AANVULLING, uuid4(), uiterlijk)
    return True


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def meld_hersteld(door: Actor, bezwaar_id: int, op: date) -> None:
    """Record that what was lacking came; a clock that stands still runs again. Again is harmless.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout when nothing was asked, it was
    decided, or for a day that cannot be.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    if rij.hersteld_op is not None:
        return
    naar_bezwaar(rij, "behandel")
    if rij.herstel_gevraagd_op is None or rij.hersteltermijn is None:
        raise Domeinfout(
            "niets_gevraagd",
            _("Er is niet gevraagd om iets aan te vullen."),
            _("Vraag eerst om herstel van het verzuim."),
        )
    if not rij.herstel_gevraagd_op <= op <= klok.vandaag():
        raise Domeinfout(
            "hersteld_op",
            _("De dag ligt vóór de brief of in de toekomst."),
            _("Kies een dag tussen de brief en vandaag."),
            veld="op",
        )
    rij.hersteld_op = op
    rij.save(update_fields=["hersteld_op"])
    _hervat(door, rij, op)
    leg_vast(door, vast_bezwaar(rij, BezwaarHersteld(), op))


def _hervat(door: Actor, rij: Bezwaar, op: date) -> None:
    """Let the clock run again. Once the set term has lapsed it does so already, by itself."""
    herstel = rij.hersteltermijn
    if rij.termijn_id is None or herstel is None or not rij.termijn_stil or herstel < klok.vandaag():
        return
    hervat_termijn(door, rij.termijn_id, max(op, bereken("bezwaar", zaak(rij).besluit_van).einde))


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def leg_horen_vast(door: Actor, bezwaar_id: int, invoer: Hoorinvoer) -> None:
    """Plan a hearing with its invitation, record that it was held, or why nobody is heard (Awb art. 7:2-7:7).

    What was recorded before is replaced. Raises NietGevonden or Geweigerd without the right on it;
    Domeinfout for who took part in the contested decision (7:5), when it was decided, or for a day, a ground
    or a report that is lacking.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    naar_bezwaar(rij, "behandel")
    eis_onbetrokken(door, rij)
    eis("horen", _horen_bevindingen(rij, invoer))
    gepland = invoer.stand == Horen.GEPLAND
    rij.horen = invoer.stand
    rij.horen_op = None if invoer.stand == Horen.AFGEZIEN else invoer.op
    rij.afzien = invoer.afzien if invoer.stand == Horen.AFGEZIEN else ""
    rij.hoorverslag = "" if gepland else invoer.verslag.strip()
    rij.save(update_fields=["horen", "horen_op", "afzien", "hoorverslag"])
    gebeurtenis = BezwaarhorenVastgelegd(stand=rij.horen, op=rij.horen_op, grond=rij.afzien or None)
    leg_vast(door, vast_bezwaar(rij, gebeurtenis, klok.vandaag(), {"verslag": rij.hoorverslag}))
    if gepland and rij.horen_op is not None:
        tekst = bezwaarbrief.uitnodiging(zaak(rij), rij.horen_op, invoer.waar)
        bewaar_brief(door, rij, "horen", klok.vandaag(), tekst)


def eis_onbetrokken(door: Actor, rij: Bezwaar) -> None:
    """Raise Domeinfout for who took part in the contested decision."""
    if not mag_beslissen(door.id, betrokken_bij(rij.besluit)):
        raise Domeinfout(
            "zelf_betrokken",
            _("U werkte mee aan het besluit waartegen dit bezwaar gaat (Awb artikel 7:5 en 10:3)."),
            _("Deel het bezwaar toe aan een collega die er niet bij betrokken was."),
        )


def _horen_bevindingen(rij: Bezwaar, invoer: Hoorinvoer) -> tuple[tuple[str, bool, str, str], ...]:
    dag, vandaag, stand = invoer.op, klok.vandaag(), invoer.stand
    gehoord, gepland, afgezien = (stand == s for s in (Horen.GEHOORD, Horen.GEPLAND, Horen.AFGEZIEN))
    return (
        (
            "stand",
            not (gehoord or gepland or afgezien),
            _("Er is niet gezegd hoe het met horen staat."),
            _("Kies gepland, gehoord of afgezien."),
        ),
        (
            "op",
            gepland and (dag is None or dag <= vandaag),
            _("De dag van het gesprek ligt niet in de toekomst."),
            _("Kies een dag na vandaag; de indiener moet zich kunnen voorbereiden."),
        ),
        (
            "op",
            gehoord and (dag is None or not rij.ontvangen_op <= dag <= vandaag),
            _("De dag van het gesprek ligt vóór de ontvangst of in de toekomst."),
            _("Kies een dag tussen de ontvangst en vandaag."),
        ),
        (
            "verslag",
            gehoord and not invoer.verslag.strip(),
            _("Er is geen verslag van het gesprek (Awb artikel 7:7)."),
            _("Schrijf kort op wat er is gezegd."),
        ),
        (
            "verslag",
            max(len(invoer.verslag), len(invoer.waar)) > LANGSTE,
            _("De tekst is te lang."),
            _("Maak hem korter."),
        ),
        (
            "afzien",
            afgezien and invoer.afzien not in {a.value for a in Afzien},
            _("Er is geen grond om niet te horen."),
            _("Kies een van de gronden van Awb artikel 7:3."),
        ),
    )


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def stel_in_gebreke(door: Actor, bezwaar_id: int, op: date | None) -> None:
    """Record when a written notice of default was received (Awb art. 4:17 lid 3); None: it was a mistake.

    The same again is harmless. Raises NietGevonden or Geweigerd without the right on it; Domeinfout once it
    was announced or withdrawn, or for a day that cannot be.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    if rij.ingebreke_op == op:
        return
    if rij.status not in (Bezwaarstatus.ONTVANGEN, Bezwaarstatus.BESLIST):
        naar_bezwaar(rij, "behandel")
    if op is not None and not rij.ontvangen_op <= op <= klok.vandaag():
        raise Domeinfout(
            "ingebreke_op",
            _("De dag ligt vóór de ontvangst van het bezwaar of in de toekomst."),
            _("Kies de dag waarop de ingebrekestelling binnenkwam."),
            veld="op",
        )
    eerder = laatste_gebeurtenis(rij, BezwaarInGebrekeGesteld) if rij.ingebreke_op else None
    rij.ingebreke_op = op
    rij.save(update_fields=["ingebreke_op"])
    if eerder is not None:
        weg = BezwaarIngebrekestellingIngetrokken()
        leg_vast(door, vast_bezwaar(rij, weg, klok.vandaag(), herroept=eerder))
    if op is not None:
        leg_vast(door, vast_bezwaar(rij, BezwaarInGebrekeGesteld(), op))


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def verdaag_bezwaar(door: Actor, bezwaar_id: int, dagen: int, reden: str, sleutel: UUID) -> None:
    """Postpone the decision by so many days, with the letter that the law asks (Awb art. 7:10 lid 3).

    At most six weeks together. The same `sleutel` again changes nothing. Raises NietGevonden or Geweigerd
    without the right on it; Domeinfout when it was announced, after the last day, or for more than that.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    if rij.status != Bezwaarstatus.BESLIST:
        naar_bezwaar(rij, "behandel")
    uiterlijk = verdaag(door, (BEZWAAR, rij.pk), rij.termijn_id, dagen, reden, sleutel)
    if uiterlijk is not None:
        tekst = bezwaarbrief.uitstel("bezwaar", rij.ontvangen_op, uiterlijk, reden)
        bewaar_brief(door, rij, "uitstel", klok.vandaag(), tekst)
