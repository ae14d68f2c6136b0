"""A provision or an assignment as a small form about it needs it."""

from dataclasses import dataclass
from datetime import date

from samendoen.besluiten.access import is_systeem, niet_gevonden
from samendoen.besluiten.models import Toewijzing, Voorziening
from samendoen.besluiten.queries.woorden import omvang_zin, periode_zin
from samendoen.kernel.api import Actor, Niveau, haal


@dataclass(frozen=True, slots=True)
class Voorzieningregel:
    """A provision in one line; `gekozen` is the AGB code of whom the resident chose, `product` a code."""

    aanvraag_id: int
    besluit_id: int
    product: str
    omvang: str
    periode: str
    gekozen: str
    aanbieder: str = ""
    herbeoordelen_op: date | None = None


def voorziening_om_te_lezen(door: Actor, voorziening_id: int, aanbieder: str = "") -> Voorzieningregel:
    """Return a provision that this actor may read; NietGevonden outside the scope."""
    rijen = Voorziening.objects.select_related("product", "aanbieder", "besluit")
    v = (
        rijen.get(pk=voorziening_id)
        if is_systeem(door)
        else haal(rijen, door, voorziening_id, niveau=Niveau.LEESBAAR)
    )
    return Voorzieningregel(
        aanvraag_id=v.besluit.aanvraag_id,
        besluit_id=v.besluit_id,
        product=v.product.code,
        omvang=omvang_zin(v.omvang, v.eenheid, v.frequentie),
        periode=periode_zin(v.van, v.tot),
        gekozen=v.aanbieder.agb if v.aanbieder else "",
        aanbieder=aanbieder,
        herbeoordelen_op=v.herbeoordelen_op,
    )


def toewijzing_om_te_lezen(door: Actor, toewijzing_id: int) -> Voorzieningregel:
    """Return the provision of an assignment with the name of who gives it; NietGevonden outside the scope."""
    rij = Toewijzing.objects.select_related("aanbieder").filter(pk=toewijzing_id).first()
    if rij is None:
        raise niet_gevonden()
    return voorziening_om_te_lezen(door, rij.voorziening_id, rij.aanbieder.naam)
