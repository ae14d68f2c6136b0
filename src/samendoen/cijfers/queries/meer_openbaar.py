"""What the municipalities of a lake published, side by side: the only figures of a lake that go outside.

Nothing is computed of facts here. Protecting a table of many municipalities anew could show what one of them
hid in its own publication, or hide another cell beside it: two tables that give each other away.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Aandeel, Indicator, Verdeling
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.meer import GEMEENTE, gemeenten, wortel
from samendoen.cijfers.queries.momentopnamen import feitenmap
from samendoen.cijfers.queries.publicaties import gepubliceerd, keur_openbaar
from samendoen.cijfers.queries.tabellen import indicator, keur_uitsplitsing, mag_zien
from samendoen.cijfers.rules.openbaar import Cel
from samendoen.cijfers.rules.uitdrukking import Uitkomst
from samendoen.kernel.api import Actor, Domeinfout

_MAP, _BESTAND = "publicatie", "publicatie.json"


@dataclass(frozen=True, slots=True)
class Openbaarmeer:
    """An indicator as each municipality published it, with the day of each.

    `ontbreekt` are those that did not publish it. There is no total: they published on different days, and
    what one hides would be the difference.
    """

    indicator: Indicator
    per: tuple[str, ...]
    dagen: Mapping[str, date]
    ontbreekt: tuple[str, ...]
    cellen: tuple[tuple[str, Cel], ...]

    @property
    def is_aandeel(self) -> bool:
        """Return whether the figures are shares."""
        return isinstance(self.indicator.maat, Aandeel | Verdeling)

    def als_json(self) -> dict[str, Any]:
        """Return the document of `samendoen cijfers meer --publiek`."""
        return {
            "code": self.indicator.code,
            "peildatums": {gemeente: dag.isoformat() for gemeente, dag in self.dagen.items()},
            "ontbreekt": list(self.ontbreekt),
            "rijen": [
                {
                    **dict(zip((GEMEENTE, *self.per), (gemeente, *cel.sleutels), strict=True)),
                    "waarde": waarde_van(cel),
                    "onderdrukt": cel.teller is None,
                }
                for gemeente, cel in self.cellen
            ],
        }


def openbaar_meer(
    door: Actor, map_: Path, code: str, per: Sequence[str] = (), peildatum: date | None = None
) -> Openbaarmeer:
    """Return what each municipality published of an indicator: the newest, or the newest up to `peildatum`.

    For everybody with CIJFERS_ZIEN, the council too. Raises Geweigerd, NietGevonden or Domeinfout (an
    indicator or breakdown that does not go out, no lake).
    """
    mag_zien(door)
    gekozen = indicator(code)
    uitsplitsing = keur_uitsplitsing(gekozen, per)
    keur_openbaar(gekozen, uitsplitsing)
    dagen: dict[str, date] = {}
    cellen: list[tuple[str, Cel]] = []
    for gemeente in gemeenten(map_):
        publicatie = _nieuwste(wortel(map_) / gemeente / _MAP, peildatum)
        try:
            gevonden = gepubliceerd(gekozen, uitsplitsing, publicatie) if publicatie else None
        except Domeinfout:
            gevonden = None  # made before this figure went out, or it could not be protected
        if publicatie is not None and gevonden is not None:
            dagen[gemeente] = publicatie.peildatum
            cellen += [(gemeente, cel) for cel in gevonden]
    ontbreekt = tuple(gemeente for gemeente in gemeenten(map_) if gemeente not in dagen)
    return Openbaarmeer(gekozen, uitsplitsing, dagen, ontbreekt, tuple(cellen))


def publicatiebestand(peildatum: date) -> Path:
    """Return where the publication of a day stands beside the facts of this municipality."""
    return feitenmap() / _MAP / f"peildatum={peildatum.isoformat()}" / _BESTAND


def waarde_van(cel: Cel) -> int | float | None:
    """Return the figure of a cell, None when it is hidden."""
    if cel.teller is None:
        return None
    gemeten = cel.meting is not None
    return Uitkomst(cel.sleutels, cel.teller, cel.noemer, cel.meting, gemeten=gemeten).waarde


def _nieuwste(map_: Path, tot: date | None) -> Publicatie | None:
    dagen = {date.fromisoformat(pad.parent.name.partition("=")[2]): pad for pad in map_.glob(f"*/{_BESTAND}")}
    passend = [dag for dag in dagen if tot is None or dag <= tot]
    if not passend:
        return None
    dag = max(passend)
    try:
        document = json.loads(dagen[dag].read_bytes())
        return Publicatie(peildatum=dag, tabellen=document["tabellen"], hash=document["hash"])
    except (ValueError, KeyError, TypeError) as fout:
        raise Domeinfout(
            "publicatie_onleesbaar",
            _("De publicatie van gemeente %(gemeente)s kan niet worden gelezen.")
            % {"gemeente": map_.parent.name},
            _("Haal de map van die gemeente opnieuw op."),
            veld="map",
        ) from fout
