"""The page about the safety of a household, and its panel on the page of a casus."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import haal, werkt
from samendoen.casus.queries.meldcode import Padregel, paden_van_casus
from samendoen.casus.queries.mensen import mensen_van
from samendoen.casus.queries.merken import Merkbeeld, Taxatiebeeld, merken_van_casus, taxaties_van_casus
from samendoen.kernel.api import Actor, Permissie, gevuld, log_inzage


@dataclass(frozen=True, slots=True)
class Veiligheidsbeeld:
    """Everything about safety in a casus that this reader may know. `werkt`: something may be added."""

    casus_id: int
    titel: str
    werkt: bool
    merken: list[Merkbeeld]
    taxaties: list[Taxatiebeeld]
    paden: list[Padregel]

    @property
    def geldend(self) -> list[Taxatiebeeld]:
        """Return the judgment that holds for each person."""
        return [t for t in self.taxaties if t.laatste]

    @property
    def eerder(self) -> list[Taxatiebeeld]:
        """Return the judgments that hold no longer."""
        return [t for t in self.taxaties if not t.laatste]


def veiligheidsbeeld(door: Actor, casus_id: int) -> Veiligheidsbeeld:
    """Return the page about safety; logged. NietGevonden outside the scope."""
    casus = haal(door, casus_id)
    mensen = mensen_van(door, casus_id)
    log_inzage(door, "veiligheid", [m.dossier_id for m in mensen.bekend])
    return Veiligheidsbeeld(
        casus_id=casus_id,
        titel=mensen.namen or _("Casus %(nr)s") % {"nr": casus_id},
        werkt=werkt(door, casus),
        merken=merken_van_casus(door, casus_id),
        taxaties=taxaties_van_casus(door, casus_id),
        paden=paden_van_casus(door, casus_id),
    )


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus how safe people are, to who may know."""
    if not door.mag(Permissie.VEILIGHEID_ZIEN):
        return ""
    delen = gevuld(door, "casus", onderwerp_id)
    taxaties = taxaties_van_casus(door, onderwerp_id) if "casus:veiligheid.taxaties" in delen else []
    paden = paden_van_casus(door, onderwerp_id) if "casus:veiligheid.paden" in delen else []
    gegevens = {
        "url": reverse("veiligheid", args=[onderwerp_id]),
        "taxaties": [t for t in taxaties if t.laatste],
        "paden": [pad for pad in paden if pad.bezig],
    }
    return render_to_string("casus/paneel_veiligheid.html", {"p": gegevens})
