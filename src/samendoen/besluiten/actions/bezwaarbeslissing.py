"""Decide on an objection, take that back, and announce it with what comes in the place of the decision."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_bezwaar, is_systeem, naar_bezwaar
from samendoen.besluiten.actions.bekendmaking import maak_bekend
from samendoen.besluiten.actions.besluit import buiten_mandaat, oordeel
from samendoen.besluiten.actions.bezwaar import sluit_toegang
from samendoen.besluiten.actions.bezwaarbehandeling import eis_onbetrokken
from samendoen.besluiten.actions.bezwaarpost import bewaar_brief, laatste_gebeurtenis, vast_bezwaar, zaak
from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.events import (
    BEZWAAR,
    BezwaarBekendgemaakt,
    BezwaarbeslissingTeruggenomen,
    BezwaarBeslist,
)
from samendoen.besluiten.models import Besluit, Bezwaar
from samendoen.besluiten.queries import bezwaarbrief
from samendoen.besluiten.queries.betrokken import betrokken_bij, vervangend_besluit
from samendoen.besluiten.queries.bezwaarbrief import Beslissing
from samendoen.besluiten.queries.zaakbrief import gemeentenaam
from samendoen.besluiten.rules.bezwaar import (
    VERVANGT,
    Afzien,
    Bezwaarstand,
    Bezwaarstatus,
    Bezwaaruitkomst,
    Horen,
    Nietontvankelijk,
    beletsel,
    dwangsom,
    mag_beslissen,
)
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, klok, leg_vast
from samendoen.organisatie.api import Mandaatuitkomst
from samendoen.recht.api import Dwangsom, bereken
from samendoen.werk.api import laatste_dagen, voltooi_termijnen


@dataclass(frozen=True, slots=True)
class Bezwaarbeslissing:
    """What is decided. `reden` belongs to not admissible; `verschoonbaar` to what came too late: whether
    there was a good reason (Awb art. 6:11). The reasons go into the letter."""

    uitkomst: str
    motivering: str
    op: date
    reden: str = ""
    verschoonbaar: bool | None = None


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def beslis_bezwaar(door: Actor, bezwaar_id: int, invoer: Bezwaarbeslissing) -> None:
    """Decide on an objection after considering the decision anew (Awb art. 7:11).

    Gegrond and gedeeltelijk ask a new decision on the application before the announcement. Raises
    NietGevonden or Geweigerd without the right on it; Domeinfout for who took part in the contested decision
    (10:3 lid 3), without a mandate, without reasons, when nobody was heard (7:2), or when the law leaves
    another outcome only.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    volgende = naar_bezwaar(rij, "beslis")
    eis_onbetrokken(door, rij)
    _eis_mandaat(door, rij)
    _controleer(rij, invoer)
    rij.status, rij.uitkomst, rij.motivering = volgende, invoer.uitkomst, invoer.motivering.strip()
    rij.reden = invoer.reden if invoer.uitkomst == Bezwaaruitkomst.NIET_ONTVANKELIJK else ""
    rij.verschoonbaar = None if rij.tijdig else bool(invoer.verschoonbaar)
    rij.beslist_op, rij.beslist_door_id = invoer.op, None if is_systeem(door) else door.id
    rij.save(
        update_fields=[
            "status",
            "uitkomst",
            "motivering",
            "reden",
            "verschoonbaar",
            "beslist_op",
            "beslist_door",
        ]
    )
    gebeurtenis = BezwaarBeslist(
        uitkomst=rij.uitkomst, reden=rij.reden or None, verschoonbaar=rij.verschoonbaar
    )
    leg_vast(door, vast_bezwaar(rij, gebeurtenis, invoer.op, {"motivering": rij.motivering}))


def _eis_mandaat(door: Actor, rij: Bezwaar) -> None:
    """Ask a mandate for this law; what a replacing decision costs is asked when that is taken."""
    if is_systeem(door):
        return
    uitspraak = oordeel(door, rij.wet, 0, klok.vandaag())
    if uitspraak.uitkomst is Mandaatuitkomst.ALLEEN_ADVIES:
        raise buiten_mandaat(uitspraak)


def _controleer(rij: Bezwaar, invoer: Bezwaarbeslissing) -> None:
    eis(
        "beslissing",
        (
            (
                "uitkomst",
                invoer.uitkomst not in {u.value for u in Bezwaaruitkomst},
                _("Deze uitkomst bestaat niet."),
                _("Kies een uitkomst uit de lijst."),
            ),
            (
                "reden",
                bool(invoer.reden) and invoer.reden not in {r.value for r in Nietontvankelijk},
                _("Deze reden bestaat niet."),
                _("Kies een reden uit de lijst."),
            ),
            (
                "motivering",
                not invoer.motivering.strip() or len(invoer.motivering) > LANGSTE,
                _("De motivering ontbreekt of is te lang (Awb artikel 7:12)."),
                _("Schrijf op waarom u dit beslist."),
            ),
            (
                "op",
                not rij.ontvangen_op <= invoer.op <= klok.vandaag(),
                _("De dag van de beslissing ligt vóór de ontvangst of in de toekomst."),
                _("Kies een dag tussen de ontvangst en vandaag."),
            ),
        ),
    )
    verlopen = rij.hersteltermijn is not None and rij.hersteltermijn < klok.vandaag()
    stand = Bezwaarstand(
        tijdig=rij.tijdig,
        verschoonbaar=bool(invoer.verschoonbaar),
        verzuim=verlopen and rij.hersteld_op is None,
        horen=Horen(rij.horen),
        afzien=Afzien(rij.afzien) if rij.afzien else None,
    )
    uitkomst = Bezwaaruitkomst(invoer.uitkomst)
    niet = uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK
    code = beletsel(stand, uitkomst, Nietontvankelijk(invoer.reden) if niet and invoer.reden else None)
    if code:
        veld, wat, doe = _BELETSELEN[code]()
        raise Domeinfout(f"beslissing_{code}", wat, doe, veld=veld)


_BELETSELEN: dict[str, Callable[[], tuple[str, str, str]]] = {
    "te_laat": lambda: (
        "verschoonbaar",
        _("Het bezwaar kwam te laat en u ziet daar geen goede reden voor."),
        _("Dan kan het alleen niet-ontvankelijk zijn. Of leg uit waarom het te laat zijn te begrijpen is."),
    ),
    "geen_reden": lambda: (
        "reden",
        _("Er staat niet waarom het bezwaar niet-ontvankelijk is."),
        _("Kies een reden."),
    ),
    "niet_te_laat": lambda: (
        "reden",
        _("Het bezwaar kwam op tijd, of u verschoont dat het te laat was."),
        _("Kies een andere reden of een andere uitkomst."),
    ),
    "geen_verzuim": lambda: (
        "reden",
        _("De indiener heeft nog geen kans gehad om aan te vullen, of heeft dat gedaan (Awb artikel 6:6)."),
        _("Vraag eerst om herstel van het verzuim en wacht de termijn af."),
    ),
    "niet_gehoord": lambda: (
        "",
        _("De indiener is nog niet gehoord (Awb artikel 7:2)."),
        _("Leg het gesprek vast, of waarom u van horen afziet."),
    ),
    "afzien_past_niet": lambda: (
        "uitkomst",
        _("Bij deze uitkomst mag u niet om die reden afzien van horen (Awb artikel 7:3)."),
        _("Hoor de indiener alsnog, of kies een andere grond of uitkomst."),
    ),
}


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def neem_bezwaarbeslissing_terug(door: Actor, bezwaar_id: int) -> None:
    """Take a decision on an objection back before its announcement; the clock ran on all the while.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout when there is none, or when it was
    announced.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    rij.status = naar_bezwaar(rij, "neem_terug")
    rij.uitkomst, rij.reden, rij.verschoonbaar = "", "", None
    rij.beslist_op, rij.beslist_door_id = None, None
    rij.save(update_fields=["status", "uitkomst", "reden", "verschoonbaar", "beslist_op", "beslist_door"])
    weg = laatste_gebeurtenis(rij, BezwaarBeslist)
    leg_vast(door, vast_bezwaar(rij, BezwaarbeslissingTeruggenomen(), klok.vandaag(), herroept=weg))


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def maak_bezwaar_bekend(door: Actor, bezwaar_id: int, op: date) -> None:
    """Announce a decision on an objection (Awb art. 7:12 lid 2): the letter is frozen, the clock ends.

    With gegrond and gedeeltelijk the decision that comes in the place of the contested one is announced on
    the same day, and that revokes the contested one (7:11 lid 2). What deciding late costs is fixed in the
    same letter (4:18). Announced already is harmless. Raises NietGevonden or Geweigerd without the right;
    Domeinfout when nothing was decided, without that new decision, or for a day that cannot be.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    if rij.status == Bezwaarstatus.BEKENDGEMAAKT:
        return
    rij.status = naar_bezwaar(rij, "maak_bekend")
    if rij.beslist_op is None or not rij.beslist_op <= op <= klok.vandaag():
        raise Domeinfout(
            "bekendmaking_op",
            _("De dag van bekendmaken ligt vóór de beslissing of in de toekomst."),
            _("Kies een dag tussen de beslissing en vandaag."),
            veld="op",
        )
    nieuw = _vervanging(rij) if rij.uitkomst in VERVANGT else None
    voltooi_termijnen(door, BEZWAAR, [(rij.pk, op)])
    uiterste = laatste_dagen(BEZWAAR, [rij.pk])[rij.pk]
    kosten = dwangsom(uiterste, rij.ingebreke_op, klok.vandaag(), op)
    rij.bekendgemaakt_op, rij.op_tijd = op, op <= uiterste
    rij.beroep_tot = bereken("bezwaar", op).einde
    rij.dwangsom_eurocent = kosten.bedrag_eurocent if kosten else 0
    rij.save(update_fields=["status", "bekendgemaakt_op", "op_tijd", "beroep_tot", "dwangsom_eurocent"])
    if nieuw is not None:
        maak_bekend(door, [(nieuw.pk, op)])
    sluit_toegang(rij)
    gebeurtenis = BezwaarBekendgemaakt(
        op_tijd=rij.op_tijd,
        beroep_tot=rij.beroep_tot,
        dwangsom_eurocent=rij.dwangsom_eurocent,
        nieuw=nieuw.pk if nieuw else None,
    )
    leg_vast(door, vast_bezwaar(rij, gebeurtenis, op))
    _schrijf_brief(door, rij, op, kosten)


def _vervanging(rij: Bezwaar) -> Besluit:
    nieuw = vervangend_besluit(rij)
    if nieuw is None:
        raise Domeinfout(
            "vervanging_ontbreekt",
            _("Er is nog geen nieuw besluit dat in de plaats komt van het eerste (Awb artikel 7:11)."),
            _("Neem eerst het nieuwe besluit op de aanvraag. Daarna maakt u beide samen bekend."),
        )
    if not mag_beslissen(nieuw.besloten_door_id, betrokken_bij(rij.besluit)):
        raise Domeinfout(
            "vervanging_betrokken",
            _("Het nieuwe besluit is genomen door iemand die meewerkte aan het eerste (Awb artikel 10:3)."),
            _("Neem het terug en laat een ander het nemen."),
        )
    return nieuw


def _schrijf_brief(door: Actor, rij: Bezwaar, op: date, kosten: Dwangsom | None) -> None:
    beslissing = Beslissing(
        uitkomst=Bezwaaruitkomst(rij.uitkomst),
        motivering=rij.motivering,
        op=op,
        reden=Nietontvankelijk(rij.reden) if rij.reden else None,
        verschoonbaar=rij.verschoonbaar,
        gehoord_op=rij.horen_op if rij.horen == Horen.GEHOORD else None,
        afzien=Afzien(rij.afzien) if rij.afzien else None,
        dwangsom_eurocent=rij.dwangsom_eurocent,
        dwangsomdagen=kosten.dagen if kosten else 0,
    )
    wie = rij.beslist_door.naam if rij.beslist_door else ""
    tekst = bezwaarbrief.beslissing(zaak(rij), beslissing, gemeentenaam())
    bewaar_brief(door, rij, "beslissing", op, tekst, (wie,) if wie else ())
