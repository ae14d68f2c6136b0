"""What is written down about safety, and what is asked of it before it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, haal_op_slot
from samendoen.casus.actions.onderzoek import eis_schrijfbaar
from samendoen.casus.models import Casus
from samendoen.casus.rules import LANGSTE_KIJK, LANGSTE_MERK, Merksoort, Onveiligheid
from samendoen.kernel.api import Actor, Domeinfout, klok

LANGSTE = 4000
OUDST = timedelta(days=366)
Paren = Iterable[tuple[int, int]]
"""(casus, person)."""


@dataclass(frozen=True, slots=True)
class Merkinvoer:
    """A warning about somebody in a casus. Without `besloten_door` (a user) who acts decided."""

    kenmerk: UUID
    casus: int
    persoon: int
    soort: str
    instructie: str
    reden: str
    van: date
    tot: date
    besloten_door: int | None = None


@dataclass(frozen=True, slots=True)
class Taxatieinvoer:
    """How safe somebody is, in which words, and when to look again (needed where it is not safe)."""

    kenmerk: UUID
    casus: int
    persoon: int
    oordeel: str
    woorden: str
    op: date
    opnieuw_op: date | None = None


def haal_om_te_schrijven(
    door: Actor, paren: Paren
) -> tuple[dict[int, Casus], Mapping[tuple[int, int], Betrokkenewaarde]]:
    """Return the casussen, locked, and who each of these people is in it; refuses (404, 403) for whom this
    actor may not write about."""
    alle = list(paren)
    casussen = haal_op_slot(door, {casus for casus, _wie in alle})
    mogen = betrokkenen_van(door, casussen, schrijven=True)
    return casussen, {(casus, wie): eis_schrijfbaar(door, mogen, casus, wie) for casus, wie in alle}


def eis_tekst(veld: str, tekst: str, wat: str, doe: str) -> str:
    """Return the words without space around them; Domeinfout when there are none, or too many."""
    if not tekst.strip():
        raise Domeinfout(f"veiligheid_{veld}", wat, doe, veld=veld)
    if len(tekst) > LANGSTE or "\x00" in tekst:
        raise Domeinfout(
            f"veiligheid_{veld}",
            _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE},
            _("Kort het in."),
            veld=veld,
        )
    return tekst.strip()


def eis_dag(veld: str, dag: date) -> None:
    """Refuse a day after today, or longer ago than a year."""
    if not klok.vandaag() - OUDST <= dag <= klok.vandaag():
        raise Domeinfout(
            f"veiligheid_{veld}",
            _("Deze dag ligt in de toekomst, of langer dan een jaar terug."),
            _("Kies een dag in het afgelopen jaar, of vandaag."),
            veld=veld,
        )


def eis_einde(tot: date) -> None:
    """Refuse a last day of a mark that was, or that is too far ahead."""
    if not klok.vandaag() <= tot <= klok.vandaag() + LANGSTE_MERK:
        raise Domeinfout(
            "veiligheid_tot",
            _("Een merk geldt tot en met een dag binnen een half jaar."),
            _("Kies een einddatum tussen vandaag en over een half jaar. U kunt het daarna verlengen."),
            veld="tot",
        )


def controleer_merk(m: Merkinvoer) -> None:
    """Refuse a mark that cannot be."""
    if m.soort not in set(Merksoort):
        raise Domeinfout(
            "veiligheid_soort", _("Dit merk bestaat niet."), _("Kies een merk uit de lijst."), veld="soort"
        )
    eis_tekst(
        "instructie",
        m.instructie,
        _("Er staat niet wat een collega moet doen."),
        _("Schrijf het kort op, bijvoorbeeld: niet alleen op huisbezoek."),
    )
    eis_tekst("reden", m.reden, _("Er staat niet waarom dit nodig is."), _("Schrijf op wat er gebeurde."))
    eis_dag("van", m.van)
    eis_einde(m.tot)


def controleer_taxatie(t: Taxatieinvoer) -> None:
    """Refuse a judgment that cannot be."""
    if t.oordeel not in set(Onveiligheid):
        raise Domeinfout(
            "veiligheid_oordeel",
            _("Dit oordeel bestaat niet."),
            _("Kies een oordeel uit de lijst."),
            veld="oordeel",
        )
    eis_tekst(
        "woorden", t.woorden, _("Er staat niet waar dat uit blijkt."), _("Schrijf op wat u zag of hoorde.")
    )
    eis_dag("op", t.op)
    if t.opnieuw_op is None and t.oordeel != Onveiligheid.GEEN:
        raise Domeinfout(
            "veiligheid_opnieuw_op",
            _("Er staat niet wanneer u opnieuw kijkt."),
            _("Kies een dag: wie onveilig is, verliest u niet uit het oog."),
            veld="opnieuw_op",
        )
    if t.opnieuw_op is not None and not t.op < t.opnieuw_op <= klok.vandaag() + LANGSTE_KIJK:
        raise Domeinfout(
            "veiligheid_opnieuw_op",
            _("Deze dag ligt niet na de inschatting, of meer dan een half jaar vooruit."),
            _("Kies een dag binnen een half jaar."),
            veld="opnieuw_op",
        )
