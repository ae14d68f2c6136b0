"""What the meldcode plugs in: its task rules, its fact, how its events read, its eraser."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import STAPSOORTEN, Meldcodepad, Meldcodepersoon, Meldcodestap
from samendoen.casus.queries import meldcode, meldcodefeit, meldcodetaken
from samendoen.casus.rules import Stapsoort
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers
from samendoen.schil.api import datum_lang


def meld_aan() -> None:
    """Fill the stekkers of the meldcode."""
    stekkers.feit.meld_aan("meldcode", meldcodefeit.MELDCODE)
    stekkers.taakregel.meld_aan(PAUZE.code, PAUZE)
    stekkers.taakregel.meld_aan(TERUGKOPPELING.code, TERUGKOPPELING)
    stekkers.adres.meld_aan(events.MELDCODE, adres)
    stekkers.aanduiding.meld_aan(events.MELDCODE, meldcode.aanduiding)
    stekkers.soortnaam.meld_aan(events.MELDCODE, NAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of a path."""
    return reverse("meldcode", args=[onderwerp_id])


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every path that is about this person: they speak of all of them together."""
    paden: QuerySet[Meldcodepersoon] = Meldcodepersoon.objects.filter(inwoner_id=persoon_id, wet=wet)
    van = paden.values("pad")
    aantal = Meldcodestap.objects.filter(pad__in=van).exclude(woorden="").update(woorden="")
    rest = Meldcodepad.objects.filter(pk__in=van).exclude(reden="", geen_tweede_woorden="")
    return aantal + rest.update(reden="", geen_tweede_woorden="")


def _gezet(gegevens: Gegevens, inhoud: Inhoud) -> str:
    naam = str(STAPSOORTEN[Stapsoort(gegevens["stap"])])
    if gegevens["overgeslagen"]:
        return _("Stap overgeslagen: %(stap)s.") % {"stap": naam}
    return _("Vastgelegd: %(stap)s.") % {"stap": naam}


def _gepauzeerd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("De meldcode wacht tot %(dag)s.") % {"dag": datum_lang(date.fromisoformat(gegevens["tot"]))}


def _tweede(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["reden"] is None:
        return _("Toch geen reden om zonder tweede professional te werken.")
    return _("Vastgelegd waarom er geen tweede professional is.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.MeldcodeBegonnen.soort: vast(gettext_lazy("Meldcode begonnen.")),
    events.MeldcodeStapGezet.soort: _gezet,
    events.MeldcodeStapIngetrokken.soort: vast(
        gettext_lazy("Wat bij een stap stond, is ingetrokken: het was een vergissing.")
    ),
    events.MeldcodeGepauzeerd.soort: _gepauzeerd,
    events.MeldcodeHervat.soort: vast(gettext_lazy("De meldcode loopt weer.")),
    events.MeldcodeAfgerond.soort: vast(gettext_lazy("Meldcode afgerond.")),
    events.MeldcodeHeropend.soort: vast(gettext_lazy("Meldcode heropend: het afronden was te vroeg.")),
    events.MeldcodeIngetrokken.soort: vast(
        gettext_lazy("Meldcode ingetrokken: het beginnen was een vergissing.")
    ),
    events.TweedeNietMogelijk.soort: _tweede,
}
NAAM = gettext_lazy("meldcode")
WISSER = stekkers.Wisser(("casus.Meldcodepad", "casus.Meldcodepersoon", "casus.Meldcodestap"), wis)
PAUZE = stekkers.Taakregel(
    meldcodetaken.PAUZE,
    "Een meldcode wacht, en de dag komt om verder te kijken.",
    meldcodetaken.pauzes,
    meldcodetaken.herleid_pauze,
)
TERUGKOPPELING = stekkers.Taakregel(
    meldcodetaken.TERUGKOPPELING,
    "Er is gemeld bij Veilig Thuis, en er is nog niets gehoord.",
    meldcodetaken.terugkoppelingen,
    meldcodetaken.herleid_terugkoppeling,
)
