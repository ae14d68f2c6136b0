"""What a casus itself plugs in: where it is found and shown, and how its events read."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samendoen.casus import events, feiten
from samendoen.casus.actions.openen import vindbaar
from samendoen.casus.models import REDENEN, Casus, Casusmelding
from samendoen.casus.queries import panelen
from samendoen.casus.queries.lijst import casussen_achter
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.rules import RedenSluiten, Status
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie, Vindbaar
from samendoen.organisatie.api import teamnamen


def meld_aan() -> None:
    """Fill the stekkers of a casus."""
    stekkers.feit.meld_aan("casus", feiten.CASUS)
    stekkers.zaken.meld_aan("casus", ZAKEN)
    stekkers.adres.meld_aan(events.CASUS, adres)
    stekkers.aanduiding.meld_aan(events.CASUS, aanduiding)
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    stekkers.paneel.meld_aan("herkenning:casus", panelen.herkenning)
    stekkers.paneel.meld_aan("melding:casus", panelen.melding)
    stekkers.paneel.meld_aan("inwoner:casus", panelen.inwoner)
    stekkers.soortnaam.meld_aan(events.CASUS, SOORTNAAM)
    stekkers.zoekbron.meld_aan(events.CASUS, zoekregels)
    stekkers.opgepakt.meld_aan("toegang.melding:casus", opgepakt)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def opgepakt(onderwerp: Any) -> QuerySet[Casusmelding]:
    """Return what joins a question to a casus that runs: as long as it does, the question does not wait."""
    return Casusmelding.objects.filter(melding=onderwerp, casus__status=Status.OPEN)


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


def _geopend(gegevens: Gegevens, inhoud: Inhoud) -> str:
    aantal = len(gegevens["betrokkenen"])
    return ngettext(
        "Casus geopend voor een huishouden van %(n)s persoon.",
        "Casus geopend voor een huishouden van %(n)s personen.",
        aantal,
    ) % {"n": aantal}


def _melding(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Melding %(nr)s hoort bij de casus.") % {"nr": gegevens["melding"]}


def _losgemaakt(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Melding %(nr)s is uit de casus gehaald.") % {"nr": gegevens["melding"]}


def _tweede(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["gebruiker"] is None:
        return _("Er is geen tweede professional meer.")
    return _("Er is een tweede professional naast de regisseur.")


def _gesloten(gegevens: Gegevens, inhoud: Inhoud) -> str:
    reden = str(REDENEN[RedenSluiten(gegevens["reden"])])
    return _("Casus gesloten: %(reden)s.") % {"reden": reden[:1].lower() + reden[1:]}


ZINNEN: dict[str, stekkers.Zin] = {
    events.CasusGeopend.soort: _geopend,
    events.MeldingToegevoegd.soort: _melding,
    events.MeldingLosgemaakt.soort: _losgemaakt,
    events.BetrokkeneToegevoegd.soort: vast(gettext_lazy("Er is iemand bij de casus gekomen.")),
    events.RegieOvergedragen.soort: vast(gettext_lazy("De regie is overgedragen aan een collega.")),
    events.TweedeGezet.soort: _tweede,
    events.CasusGesloten.soort: _gesloten,
    events.CasusHeropend.soort: vast(gettext_lazy("Casus heropend: het sluiten was te vroeg.")),
}
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Casussen"), "casussen", Permissie.WERK_ZIEN, 30)
SOORTNAAM = gettext_lazy("casus")

ZAKEN = stekkers.Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": "team__code",
        "kader": "wet",
        "geopend_op": "geopend_op",
        "gesloten_op": "gesloten_op",
        "status": "status",
        "reden": "reden_sluiten",
    },
    (
        ("huishouden", gettext_lazy("Huishouden")),
        ("regisseur", gettext_lazy("Regisseur")),
        ("geopend_op", gettext_lazy("Geopend")),
        ("team__code", gettext_lazy("Team")),
        ("status", gettext_lazy("Status")),
    ),
    casussen_achter,
    frozenset({"reden"}),
)
