"""Schema of a figure that others measured, and of what makes such a figure hard to believe."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.cijfers.rules.uitdrukking import begin_van
from samendoen.kernel.definities import MetHerkomst, Naam, definitie_pad, lees_definitie

AANNEMELIJK = definitie_pad("metingen.toml")
LAND = "Nederland"
Gebiedsoort = Literal["gemeente", "regio", "land", "dorp"]


class Externemeting(MetHerkomst):
    """A figure that somebody else measured: where, when and how much.

    `jaar` is left out when the source names none; `periode` (2018-K1) says it finer. `woordelijk` is how the
    source prints it where that is not one number ("80-95%"). `twijfel` says why it cannot be right; the
    figure is shown as it was printed, with that warning.
    """

    gebied: Naam
    gemeente: Annotated[str, StringConstraints(pattern=r"^([0-9]{4})?$")] = ""
    jaar: int | None = Field(default=None, ge=1990, le=2100)
    periode: str = ""
    waarde: int | Decimal
    woordelijk: str = Field(default="", max_length=120)
    twijfel: str = Field(default="", max_length=300)

    @model_validator(mode="after")
    def _periode_in_jaar(self) -> Self:
        try:
            past = not self.periode or begin_van(self.periode).year == self.jaar
        except ValueError:
            past = False
        if not past:
            raise ValueError("schrijf een periode van het jaar als 2024-K2 of 2024-05")
        return self

    @property
    def wanneer(self) -> str:
        """The period as `begin_van` reads it, "" when the source names none."""
        return self.periode or ("" if self.jaar is None else str(self.jaar))

    @property
    def gebiedsoort(self) -> Gebiedsoort:
        """What kind of area it is about."""
        if self.gemeente:
            return "gemeente"
        return "land" if self.gebied == LAND else "regio"


class Aannemelijkheid(MetHerkomst):
    """When a figure is hard to believe; it is never changed, a person looks it up.

    A share that lies `punten` percentage points and `veel` times away from that of the country or region. A
    figure that is `sprong` times as high or low as the year before, and differs `sprong_punten` percentage
    points (a share) or `sprong_aantal`. The same number of `tekens` significant digits as another indicator.
    """

    veel: int = Field(ge=2, le=100)
    punten: int = Field(ge=1, le=100)
    sprong: int = Field(ge=2, le=100)
    sprong_punten: int = Field(ge=1, le=100)
    sprong_aantal: int = Field(ge=1)
    tekens: int = Field(ge=1, le=9)


def aannemelijkheid() -> Aannemelijkheid:
    """Return when a figure is hard to believe. Raises Definitiefout."""
    return _lees(AANNEMELIJK)


@lru_cache(maxsize=2)
def _lees(pad: Path) -> Aannemelijkheid:
    return lees_definitie(pad, Aannemelijkheid)
