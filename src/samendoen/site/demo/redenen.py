"""Why a human of the demo decides otherwise than the triage table proposes: a small bank of sentences."""

import random
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import Definitie, definitie_pad, lees_definitie, unieke_waarden
from samendoen.site.demo.definities import Teamgroep

Zin = Annotated[str, StringConstraints(min_length=10, max_length=300)]
Van = Literal["team", "spoed", "eropaf", "na_eropaf", "warme_overdracht", "informatie_en_advies", "mislukt"]


class Reden(Definitie):
    """Sentences for one kind of deviation: what the table proposed, and what kind of team it went to."""

    van: Van
    naar: Teamgroep
    teksten: tuple[Zin, ...] = Field(min_length=1)


class Redenenbank(Definitie):
    """All sentences."""

    reden: tuple[Reden, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _elk_eenmaal(self) -> Self:
        unieke_waarden("reden", [f"{r.van} {r.naar}" for r in self.reden])
        return self


@lru_cache
def redenenbank() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the sentences by (proposed, kind of team). Raises Definitiefout."""
    bank = lees_definitie(definitie_pad("demo", "redenen.toml"), Redenenbank)
    return {(r.van, r.naar): r.teksten for r in bank.reden}


def reden(van: str, naar: str, toeval: random.Random) -> str:
    """Return a reason to send what the table proposed as `van` to a team of kind `naar`."""
    return toeval.choice(redenenbank()[van, naar])
