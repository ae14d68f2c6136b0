"""What the plan plugs in: how its events read, its eraser, and the rules that ask something of people."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samendoen.casus import events, feiten
from samendoen.casus.models import OORDELEN, Actie, Akkoord, Doel
from samendoen.casus.queries import achter, taken
from samendoen.casus.queries.leeftijd import herleid_leeftijd
from samendoen.casus.rules import Actiestatus, Oordeel
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of the plan."""
    stekkers.feit.meld_aan("planactie", feiten.PLANACTIE)
    stekkers.zaken.meld_aan("planactie", achter.ZAKEN)
    stekkers.feit.meld_aan("basishulp", feiten.BASISHULPPERIODE)
    for regel in REGELS:
        stekkers.taakregel.meld_aan(regel.code, regel)
    stekkers.soortnaam.meld_aan(events.PLAN, PLANNAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of this person's goals, actions and agreements; that they were there stays."""
    van = {"inwoner_id": persoon_id, "wet": wet}
    doelen = Doel.objects.filter(**van).exclude(tekst="", tevreden_als="")
    acties = Actie.objects.filter(**van).exclude(tekst="", wie="", niet_lichter="")
    akkoorden = Akkoord.objects.filter(**van).exclude(toelichting="")
    return (
        doelen.update(tekst="", tevreden_als="")
        + acties.update(tekst="", wie="", niet_lichter="")
        + akkoorden.update(toelichting="")
    )


def _geschreven(gegevens: Gegevens, inhoud: Inhoud) -> str:
    doelen, acties = len(gegevens["doelen"]), len(gegevens["acties"])
    return _("Plan, versie %(nr)s: %(doelen)s en %(acties)s opgeschreven.") % {
        "nr": gegevens["plan_versie"],
        "doelen": ngettext("%(n)s doel", "%(n)s doelen", doelen) % {"n": doelen},
        "acties": ngettext("%(n)s actie", "%(n)s acties", acties) % {"n": acties},
    }


def _vastgesteld(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Versie %(nr)s van het plan geldt.") % {"nr": gegevens["plan_versie"]}


def _basishulp(gegevens: Gegevens, inhoud: Inhoud) -> str:
    aantal = len(gegevens["acties"])
    return ngettext(
        "Het team helpt zelf: %(n)s afspraak.", "Het team helpt zelf: %(n)s afspraken.", aantal
    ) % {"n": aantal}


def _ontbrak(gegevens: Gegevens, inhoud: Inhoud) -> str:
    aantal = len(gegevens["acties"])
    return ngettext(
        "Lichter aanbod dat past, was er niet: %(n)s afspraak.",
        "Lichter aanbod dat past, was er niet: %(n)s afspraken.",
        aantal,
    ) % {"n": aantal}


def _vervangen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Versie %(nr)s van het plan is vervangen.") % {"nr": gegevens["plan_versie"]}


def _weggegooid(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Het concept van versie %(nr)s is weggegooid.") % {"nr": gegevens["plan_versie"]}


def _akkoord(gegevens: Gegevens, inhoud: Inhoud) -> str:
    oordeel = str(OORDELEN[Oordeel(gegevens["oordeel"])])
    return _("Vastgelegd: %(oordeel)s.") % {"oordeel": oordeel[:1].lower() + oordeel[1:]}


def _actie(gegevens: Gegevens, inhoud: Inhoud) -> str:
    gedaan = gegevens["status"] == Actiestatus.GEDAAN
    return _("Een actie uit het plan is gedaan.") if gedaan else _("Een actie uit het plan is gestopt.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.PlanGeschreven.soort: _geschreven,
    events.PlanVastgesteld.soort: _vastgesteld,
    events.BasishulpAfgesproken.soort: _basishulp,
    events.LichterOntbrak.soort: _ontbrak,
    events.PlanVervangen.soort: _vervangen,
    events.PlanWeggegooid.soort: _weggegooid,
    events.AkkoordVastgelegd.soort: _akkoord,
    events.ActieAfgerond.soort: _actie,
    events.ActieHeropend.soort: vast(gettext_lazy("Een actie uit het plan gaat toch door.")),
}
WISSER = stekkers.Wisser(("casus.Doel", "casus.Actie", "casus.Akkoord"), wis)
REGELS = (
    stekkers.Taakregel(
        taken.EVALUATIE,
        "Het is tijd om samen terug te kijken op een plan.",
        taken.evaluaties,
        taken.herleid_plan,
    ),
    stekkers.Taakregel(
        taken.GEMIST,
        "De dag om samen terug te kijken op een plan is voorbij.",
        taken.gemist,
        taken.herleid_plan,
    ),
    stekkers.Taakregel(
        taken.LEEFTIJD,
        "Iemand die hulp krijgt, bereikt een leeftijd waarop er iets te regelen is.",
        taken.leeftijden,
        herleid_leeftijd,
    ),
)
PLANNAAM = gettext_lazy("plan")
