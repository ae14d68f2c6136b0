"""What the public pages plug into the shell."""

from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Navigatiepunt, navigatie
from samendoen.schil.api import voetlinks, zoekscherm

TERMIJNEN = Navigatiepunt(_("Termijnen"), "termijnen", None, 800)
WOORDENLIJST = Navigatiepunt(_("Woordenlijst"), "woordenlijst", None, 900)
INZAGE = Navigatiepunt(_("Inzage"), "fg", Permissie.INZAGELOG_ZIEN, 60)
ZOEK = "zoek"


def meld_aan() -> None:
    """Put the pages that everybody may see in the main menu and the footer."""
    for punt in (TERMIJNEN, WOORDENLIJST):
        navigatie.meld_aan(punt.url_naam, punt)
        voetlinks.meld_aan(punt.url_naam, punt)
    navigatie.meld_aan(INZAGE.url_naam, INZAGE)
    zoekscherm.meld_aan("scherm", ZOEK)
