"""What the team leader's board plugs in: its place in the navigation, a panel, how its events read."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.definities import eigen_caseload
from samendoen.casus.queries import teambord
from samendoen.casus.queries.eigenwerk import eigenwerk
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie


def meld_aan() -> None:
    """Fill the stekkers of the board."""
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    stekkers.paneel.meld_aan("casus:zwaarte", teambord.paneel)
    stekkers.eigenwerk.meld_aan("casus", eigenwerk)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _intensiteit(gegevens: Gegevens, inhoud: Inhoud) -> str:
    naam = eigen_caseload().van(gegevens["intensiteit"]).naam
    return _("Zwaarte van de casus: %(naam)s.") % {"naam": naam.lower()}


ZINNEN: dict[str, stekkers.Zin] = {
    events.IntensiteitGezet.soort: _intensiteit,
    events.OverdrachtToegelicht.soort: vast(
        gettext_lazy("De teamleider schreef op wat de nieuwe regisseur moet weten.")
    ),
}
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Teambord"), "teambord", Permissie.REGIE_TOEWIJZEN, 35)
