"""What a note plugs in: its panel, how its events read, its eraser."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.actions.notitiewissen import wis_notities
from samendoen.casus.models import Notitie
from samendoen.casus.queries import notitie, notitietaken
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of notes."""
    stekkers.paneel.meld_aan("casus:notities", notitie.paneel)
    stekkers.taakregel.meld_aan(SCHONEN.code, SCHONEN)
    stekkers.adres.meld_aan(events.NOTITIE, adres)
    stekkers.soortnaam.meld_aan(events.NOTITIE, NAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of a note."""
    return reverse("notitie", args=Notitie.objects.values_list("casus_id", "nummer").get(pk=onderwerp_id))


def _afgerond(gegevens: Gegevens, inhoud: Inhoud) -> str:
    woorden = {"naam": notitie.sjabloonnaam(gegevens["sjabloon"]), "nr": gegevens["nummer"]}
    if gegevens["verbetert"] is not None:
        return _("%(naam)s: verbeterd in notitie %(nr)s.") % woorden
    return _("%(naam)s: notitie %(nr)s.") % woorden


def _ingetrokken(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Notitie %(nr)s is ingetrokken.") % {"nr": gegevens["nummer"]}


def _teruggezet(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Notitie %(nr)s telt weer mee.") % {"nr": gegevens["nummer"]}


ZINNEN: dict[str, stekkers.Zin] = {
    events.NotitieBegonnen.soort: vast(gettext_lazy("Er is een notitie begonnen.")),
    events.NotitieWieGekozen.soort: vast(gettext_lazy("Gekozen over wie een notitie gaat en wie meeleest.")),
    events.NotitieAfgerond.soort: _afgerond,
    events.NotitieVervangen.soort: vast(gettext_lazy("Een notitie is vervangen door een verbeterde versie.")),
    events.NotitieIngetrokken.soort: _ingetrokken,
    events.NotitieTeruggezet.soort: _teruggezet,
    events.NotitieLosgemaakt.soort: vast(
        gettext_lazy("Van iemand in een notitie zijn de gegevens gewist; zij gaat nog over de anderen.")
    ),
    events.NotitieGeschoond.soort: vast(
        gettext_lazy("Uit een notitie is weggehaald wat over iemand ging van wie de gegevens zijn gewist.")
    ),
    events.NotitieWeggegooid.soort: vast(gettext_lazy("Een concept van een notitie is weggegooid.")),
}
WISSER = stekkers.Wisser(("casus.Notitie",), wis_notities)
NAAM = gettext_lazy("notitie")
SCHONEN = stekkers.Taakregel(
    notitietaken.SCHONEN,
    "Haal uit een notitie wat over iemand gaat van wie de gegevens zijn gewist.",
    notitietaken.te_schonen,
    notitietaken.herleid,
)
