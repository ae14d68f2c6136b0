"""What a warm handover plugs in: its panel, how its events read, its eraser, and the rule that asks."""

from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import Overdracht
from samendoen.casus.queries import overdracht
from samendoen.casus.stekkers.zinnen import vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of a warm handover."""
    stekkers.paneel.meld_aan("casus:overdracht", overdracht.paneel)
    stekkers.taakregel.meld_aan(VRAAG.code, VRAAG)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase what colleagues wrote to each other about the household of this person."""
    rijen = Overdracht.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(toelichting="", reden="")
    aantal: int = rijen.update(toelichting="", reden="")
    return aantal


ZINNEN: dict[str, stekkers.Zin] = {
    events.OverdrachtVoorgesteld.soort: vast(
        gettext_lazy("De regisseur vroeg een collega om de regie over te nemen.")
    ),
    events.OverdrachtAanvaard.soort: vast(
        gettext_lazy("De collega neemt de regie over, na een gesprek samen met het huishouden.")
    ),
    events.OverdrachtGeweigerd.soort: vast(gettext_lazy("De collega neemt de regie niet over.")),
    events.OverdrachtIngetrokken.soort: vast(
        gettext_lazy("De vraag om de regie over te nemen is vervallen.")
    ),
}
WISSER = stekkers.Wisser(("casus.Overdracht",), wis)
VRAAG = stekkers.Taakregel(
    overdracht.OVERDRACHT,
    "Een collega vraagt u om de regie over te nemen.",
    overdracht.vragen,
    overdracht.herleid,
)
