"""Somebody's own work as it stands now, beside the mean of the team: counted live, for that person alone."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samendoen.cijfers.queries.kruis import NIETS, kommagetal
from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor
from samendoen.kernel.stekkers import Eigencijfer
from samendoen.schil.api import Kolom, Tabel


@dataclass(frozen=True, slots=True)
class Eigenbeeld:
    """One's own numbers, as a chart and a table; `vergeleken` when there are colleagues enough."""

    grafiek: Grafiek
    tabel: Tabel
    vergeleken: bool


def eigenbeeld(door: Actor) -> Eigenbeeld | None:
    """Return one's own work in numbers, None when no context counts any for this actor."""
    cijfers = [cijfer for _sleutel, tel in stekkers.eigenwerk for cijfer in tel(door)]
    if not cijfers:
        return None
    vergeleken = all(cijfer.gemiddeld is not None for cijfer in cijfers)
    reeksen = [Reeks(_("U"), tuple(_punt(n, c.eigen) for n, c in enumerate(cijfers)))]
    if vergeleken:
        gemiddeld = tuple(_punt(n, c.gemiddeld) for n, c in enumerate(cijfers))
        reeksen.append(Reeks(_("Gemiddelde collega"), gemiddeld, nadruk=False))
    grafiek = Grafiek(
        titel=_("Mijn werk in cijfers"),
        eenheid=_("aantal"),
        vorm="staaf",
        as_=tuple(cijfer.naam for cijfer in cijfers),
        reeksen=tuple(reeksen),
        taal=get_language() or "nl",
    )
    return Eigenbeeld(grafiek, _tabel(cijfers, vergeleken=vergeleken), vergeleken)


def _punt(plek: int, waarde: float | None) -> Punt:
    return Punt(plek, waarde, NIETS if waarde is None else kommagetal(waarde))


def _tabel(cijfers: list[Eigencijfer], *, vergeleken: bool) -> Tabel:
    kolommen = [Kolom("kop", _("Wat")), Kolom("eigen", _("U"), getal=True)]
    if vergeleken:
        kolommen.append(Kolom("gemiddeld", _("Gemiddelde collega"), getal=True))
    rijen = [
        {
            "kop": cijfer.naam,
            "url": cijfer.url,
            "eigen": kommagetal(cijfer.eigen),
            "gemiddeld": NIETS if cijfer.gemiddeld is None else kommagetal(cijfer.gemiddeld),
        }
        for cijfer in cijfers
    ]
    return Tabel(_("Mijn werk in cijfers"), kolommen, rijen, toon_titel=False)
