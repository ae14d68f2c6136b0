"""The gate and the building blocks of the API: token in, closed values, JSON out."""

from collections.abc import Collection
from datetime import date
from typing import Annotated, Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StrictBool,
    StrictInt,
    field_validator,
)
from pydantic_core import PydanticCustomError

from samendoen.kernel.actor import NIEMAND, Actor
from samendoen.kernel.fouten import Geweigerd
from samendoen.kernel.rechten import Permissie
from samendoen.kernel.toegangstokens import actor_van_token
from samendoen.kernel.web.probleem import Invoerfout, Verzoekfout

NUL = "\x00"


def actor_van_verzoek(request: HttpRequest) -> Actor:
    """Return who acts by the token in the header; NIEMAND without a valid one. A session does not count."""
    soort, _spatie, geheim = request.headers.get("Authorization", "").partition(" ")
    if soort.lower() != "bearer" or not geheim.strip():
        return NIEMAND
    return actor_van_token(geheim.strip()) or NIEMAND


class Tokenpoort:
    """Lets in who brings a token whose account holds `permissie`: else 401 or 403. Goes in `auth=`.

    What somebody may see or do is asked again by the query or the action, as for the screens.
    """

    def __init__(self, permissie: Permissie) -> None:
        self.permissie = permissie

    def __call__(self, request: HttpRequest) -> Actor:
        """Return who acts."""
        door: Actor = request.actor  # type: ignore[attr-defined]
        if door.id is None:
            raise Verzoekfout(401)
        if not door.mag(self.permissie):
            raise Geweigerd(
                "geen_recht",
                _("Het account van dit token heeft hier geen recht op."),
                _("Vraag functioneel beheer om de rol die hierbij hoort."),
            )
        return door


def _dag(waarde: Any) -> Any:
    """Take a day only as ISO 8601: pydantic would also read a number as seconds since 1970."""
    if isinstance(waarde, str) and len(waarde) == 10:
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            pass
    raise PydanticCustomError("geen_dag", "geen dag")


Dag = Annotated[date, BeforeValidator(_dag)]
Geheel = StrictInt
Janee = StrictBool
"""true or false; not 1, "ja" or "true"."""


class Invoer(BaseModel):
    """What a request may hold: closed, and without the one character that the database takes in no text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _zonder_nulteken(cls, waarde: Any) -> Any:
        delen = waarde if isinstance(waarde, list) else [waarde]
        if any(isinstance(deel, str) and NUL in deel for deel in delen):
            raise PydanticCustomError("nulteken", "nulteken")
        return waarde


class Uitvoer(BaseModel):
    """What an answer holds. It documents: `antwoord` writes answers from rows, and a test compares them."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def antwoord(inhoud: Any, status: int = 200) -> HttpResponse:
    """Return values (dicts of texts, numbers, days, UUIDs) as JSON: no model per row, which costs most."""
    return HttpResponse(orjson.dumps(inhoud), status=status, content_type="application/json")


def eis_bekende(request: HttpRequest, bekend: Collection[str]) -> None:
    """Refuse a question in the address that this page does not know: a filter that is misspelt would give
    everything. Raises Invoerfout."""
    vreemd = [naam[:80] for naam in request.GET if naam not in bekend]
    if vreemd:
        raise Invoerfout([{"loc": (naam,), "type": "extra_forbidden"} for naam in vreemd])
