"""The chart of an indicator for a page or a report, under the rights of who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from samendoen.cijfers.queries.grafieken.beeld import BREEDTE, svg
from samendoen.cijfers.queries.grafieken.uit_tabel import grafiek_uit
from samendoen.cijfers.queries.grafieken.woorden import beschrijving, opmerkingen
from samendoen.cijfers.queries.opmerkingen import opmerkingen_van
from samendoen.cijfers.queries.tabellen import toegestaan
from samendoen.cijfers.rules.grafiek import Grafiek
from samendoen.kernel.api import Actor


@dataclass(frozen=True, slots=True)
class Getekend:
    """A chart to show: `svg` may stand in a page as it is, and is a file of its own (`svg.encode()`).

    `alt` says the same in words; `opmerkingen` what a reader of the picture must know (gaps, breaks).
    """

    titel: str
    svg: str
    alt: str
    opmerkingen: tuple[str, ...]

    @property
    def veilig(self) -> SafeString:
        """Return the picture for in a page: every text in it was escaped when it was drawn."""
        return mark_safe(self.svg)


def teken(grafiek: Grafiek | None, breedte: int = BREEDTE) -> Getekend | None:
    """Return a chart drawn; of None nothing."""
    if grafiek is None:
        return None
    woorden = beschrijving(grafiek)
    return Getekend(grafiek.titel, svg(grafiek, breedte), woorden, tuple(opmerkingen(grafiek)))


def grafiek(
    door: Actor,
    code: str,
    per: Sequence[str] = (),
    peildatum: date | None = None,
    publiek: bool = False,
    breedte: int = BREEDTE,
) -> Getekend | None:
    """Return the chart of an indicator as SVG with its words, None when there is nothing to draw.

    It shows what `tabel` gives with the same arguments, and no more: hidden figures are gaps. `per` is as the
    definition shows it when not given; `breedte` in pixels (400 fits half an A4). Raises as `tabel` does.
    """
    van, gekozen = toegestaan(door, code, per, peildatum, publiek)
    return teken(grafiek_uit(van, gekozen, per, opmerkingen_van([code]).get(code, ())), breedte)
