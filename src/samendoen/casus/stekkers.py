"""What casus plugs in."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samendoen.casus import events, feiten
from samendoen.casus.actions.openen import vindbaar
from samendoen.casus.models import OORDELEN, REDENEN, Actie, Akkoord, Casus, Doel
from samendoen.casus.queries import panelen
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.rules import Actiestatus, Oordeel, RedenSluiten
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie, Vindbaar
from samendoen.organisatie.api import teamnamen


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.feit.meld_aan("casus", feiten.CASUS)
    stekkers.feit.meld_aan("planactie", feiten.PLANACTIE)
    stekkers.wisser.meld_aan("casus", WISSER)
    stekkers.adres.meld_aan(events.CASUS, adres)
    stekkers.aanduiding.meld_aan(events.CASUS, aanduiding)
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    stekkers.taakregel.meld_aan(EVALUATIE.code, EVALUATIE)
    stekkers.paneel.meld_aan("herkenning:casus", panelen.herkenning)
    stekkers.paneel.meld_aan("melding:casus", panelen.melding)
    stekkers.paneel.meld_aan("inwoner:casus", panelen.inwoner)
    stekkers.soortnaam.meld_aan(events.CASUS, SOORTNAAM)
    stekkers.soortnaam.meld_aan(events.PLAN, PLANNAAM)
    stekkers.zoekbron.meld_aan(events.CASUS, zoekregels)
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


def adres(onderwerp_id: int) -> str:
    """Return the page of a casus."""
    return reverse("casus", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return the words by which people recognise the household of each casus that this actor may read."""
    return {pk: naam for pk, (naam, _dossier) in namen_van_casussen(door, onderwerp_ids).items()}


def zoekregels() -> Iterator[Vindbaar]:
    """Yield what is to be found of every casus whose first person was not erased."""
    namen = teamnamen()
    rijen = Casus.objects.filter(dossier__gewist_op=None).select_related("team", "dossier")
    for casus in rijen.iterator():
        yield vindbaar(casus, casus.dossier.persoon_id, namen[casus.team.code])


Gegevens = Mapping[str, Any]
Inhoud = Mapping[str, str]


def _zin(tekst: Any) -> stekkers.Zin:
    """Return a sentence that is the same for every event of its kind."""

    def zin(gegevens: Gegevens, inhoud: Inhoud) -> str:
        return str(tekst)

    return zin


def _geopend(gegevens: Gegevens, inhoud: Inhoud) -> str:
    aantal = len(gegevens["betrokkenen"])
    return ngettext(
        "Casus geopend voor een huishouden van %(n)s persoon.",
        "Casus geopend voor een huishouden van %(n)s personen.",
        aantal,
    ) % {"n": aantal}


def _melding(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Melding %(nr)s hoort bij de casus.") % {"nr": gegevens["melding"]}


def _tweede(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["gebruiker"] is None:
        return _("Er is geen tweede professional meer.")
    return _("Er is een tweede professional naast de regisseur.")


def _gesloten(gegevens: Gegevens, inhoud: Inhoud) -> str:
    reden = str(REDENEN[RedenSluiten(gegevens["reden"])])
    return _("Casus gesloten: %(reden)s.") % {"reden": reden[:1].lower() + reden[1:]}


def _geschreven(gegevens: Gegevens, inhoud: Inhoud) -> str:
    doelen, acties = len(gegevens["doelen"]), len(gegevens["acties"])
    return _("Plan, versie %(nr)s: %(doelen)s en %(acties)s opgeschreven.") % {
        "nr": gegevens["plan_versie"],
        "doelen": ngettext("%(n)s doel", "%(n)s doelen", doelen) % {"n": doelen},
        "acties": ngettext("%(n)s actie", "%(n)s acties", acties) % {"n": acties},
    }


def _vastgesteld(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Versie %(nr)s van het plan geldt.") % {"nr": gegevens["plan_versie"]}


def _vervangen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Versie %(nr)s van het plan is vervangen.") % {"nr": gegevens["plan_versie"]}


def _weggegooid(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Het concept van versie %(nr)s is weggegooid.") % {"nr": gegevens["plan_versie"]}


def _akkoord(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("%(oordeel)s vastgelegd.") % {"oordeel": OORDELEN[Oordeel(gegevens["oordeel"])]}


def _actie(gegevens: Gegevens, inhoud: Inhoud) -> str:
    gedaan = gegevens["status"] == Actiestatus.GEDAAN
    return _("Een actie uit het plan is gedaan.") if gedaan else _("Een actie uit het plan is gestopt.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.CasusGeopend.soort: _geopend,
    events.MeldingToegevoegd.soort: _melding,
    events.BetrokkeneToegevoegd.soort: _zin(gettext_lazy("Er is iemand bij de casus gekomen.")),
    events.RegieOvergedragen.soort: _zin(gettext_lazy("De regie is overgedragen aan een collega.")),
    events.TweedeGezet.soort: _tweede,
    events.CasusGesloten.soort: _gesloten,
    events.CasusHeropend.soort: _zin(gettext_lazy("Casus heropend: het sluiten was te vroeg.")),
    events.PlanGeschreven.soort: _geschreven,
    events.PlanVastgesteld.soort: _vastgesteld,
    events.PlanVervangen.soort: _vervangen,
    events.PlanWeggegooid.soort: _weggegooid,
    events.AkkoordVastgelegd.soort: _akkoord,
    events.ActieAfgerond.soort: _actie,
    events.ActieHeropend.soort: _zin(gettext_lazy("Een actie uit het plan gaat toch door.")),
}
WISSER = stekkers.Wisser(("casus.Doel", "casus.Actie", "casus.Akkoord"), wis)
EVALUATIE = stekkers.Taakregel(
    "evaluatie", "Het is tijd om samen terug te kijken op een plan.", panelen.evaluaties
)
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Casussen"), "casussen", Permissie.WERK_ZIEN, 30)
SOORTNAAM = gettext_lazy("casus")
PLANNAAM = gettext_lazy("plan")
