"""From a figure to what it counts: live, under the viewer's own rights, and never by a pseudonym.

The list is of now and the figure of its snapshot, so they may differ. The context that offers the fact gives
the list (`stekkers.zaken`); here a definition becomes a condition on its model.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.tabellen import beschermd
from samendoen.cijfers.queries.vragen import kolom, vraag
from samendoen.cijfers.rules.keuze import GEEN
from samendoen.cijfers.rules.uitdrukking import (
    PERIODEDELEN,
    Aandeel,
    Bereik,
    EenVan,
    Filter,
    Leeg,
    Meting,
    begin_van,
    eind_van,
    kolommen_van,
)
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd
from samendoen.kernel.stekkers import Zaken

Cel = Mapping[str, Sequence[str]]


def zaken_achter(door: Actor, indicator: Indicator, per: Sequence[str]) -> Zaken | None:
    """Return what gives the list behind a table, None when this actor may not open what it counts, or when
    the list cannot be asked by these columns."""
    achter = stekkers.zaken.geef(indicator.feit)
    if achter is None or beschermd(door) or not door.mag(achter.permissie):
        return None
    filters = (*vraag(indicator, ()).filters, *_erin(indicator))
    nodig = {naam for filter_ in filters for naam in kolommen_van(filter_)}
    nodig |= {naam for naam in per if naam not in PERIODEDELEN}
    if indicator.periode:
        nodig.add(indicator.periode.kolom)
    return achter if nodig <= set(achter.velden) else None


def lijst(
    door: Actor, indicator: Indicator, cel: Cel, pagina: int, *, rest: bool = False
) -> tuple[Zaken, list[dict[str, Any]], Any]:
    """Return what stands behind a cell: the list's description, its rows and the page.

    Of a share those that are in it, or with `rest` the others of its whole. Raises Geweigerd and Domeinfout
    (a value that cannot be).
    """
    achter = zaken_achter(door, indicator, list(cel))
    if achter is None:
        raise Geweigerd(
            "geen_zaken",
            _("U kunt de zaken achter dit cijfer niet openen."),
            _("Bekijk de tabel; wie in deze dossiers werkt, kan verder."),
        )
    voorwaarde = _alle(achter, vraag(indicator, ()).filters)
    erin = _alle(achter, _erin(indicator))
    voorwaarde &= ~erin if rest and is_aandeel(indicator) else erin
    for naam, waarden in cel.items():
        voorwaarde &= _van_cel(achter, indicator, naam, waarden)
    rijen, deel = achter.lijst(door, voorwaarde, pagina)
    return achter, rijen, deel


def is_aandeel(indicator: Indicator) -> bool:
    """Return whether a figure is a part of a whole, of which somebody may want to see the rest."""
    return isinstance(indicator.maat, definities.Aandeel)


def _erin(indicator: Indicator) -> tuple[Filter, ...]:
    """Return what is in the figure beyond the filters: of a share its part, of a number what has a value."""
    maat = vraag(indicator, ()).maat
    if isinstance(maat, Aandeel):
        return maat.teller
    namen = (maat.kolom, maat.sinds) if isinstance(maat, Meting) else ()
    return tuple(Leeg(naam, leeg=False) for naam in namen if naam)


def _alle(achter: Zaken, filters: Sequence[Filter]) -> Q:
    voorwaarde = Q()
    for filter_ in filters:
        voorwaarde &= _voorwaarde(achter, filter_)
    return voorwaarde


def _voorwaarde(achter: Zaken, filter_: Filter) -> Q:
    veld = achter.velden[filter_.kolom]
    if isinstance(filter_, Leeg):
        leeg = _leeg(achter, filter_.kolom)
        return leeg if filter_.leeg else ~leeg
    if isinstance(filter_, EenVan):
        return Q(**{f"{veld}__in": filter_.waarden})
    return _bereik(achter, veld, filter_)


def _bereik(achter: Zaken, veld: str, filter_: Bereik) -> Q:
    sinds = achter.velden[filter_.sinds] if filter_.sinds else ""
    grenzen = {"gte": filter_.van, "lt": filter_.tot}
    return Q(
        **{
            f"{veld}__{soort}": F(sinds) + timedelta(days=grens)
            if sinds and isinstance(grens, int)
            else grens
            for soort, grens in grenzen.items()
            if grens is not None
        }
    )


def _leeg(achter: Zaken, naam: str) -> Q:
    veld = achter.velden[naam]
    return Q(**{veld: ""}) if naam in achter.tekst else Q(**{f"{veld}__isnull": True})


def _van_cel(achter: Zaken, indicator: Indicator, naam: str, waarden: Sequence[str]) -> Q:
    keuze = Q()
    for waarde in waarden:
        keuze |= _een(achter, indicator, naam, waarde)
    return keuze


def _een(achter: Zaken, indicator: Indicator, naam: str, waarde: str) -> Q:
    if naam in PERIODEDELEN and indicator.periode:
        dag = indicator.periode.kolom
        if waarde == GEEN:
            return _leeg(achter, dag)
        try:
            grenzen = {"gte": begin_van(waarde), "lt": eind_van(waarde)}
        except (ValueError, OverflowError):
            raise _onbekend(naam) from None
        return Q(**{f"{achter.velden[dag]}__{soort}": grens for soort, grens in grenzen.items()})
    if waarde == GEEN:
        return _leeg(achter, naam)
    if kolom(indicator, naam, "uitsplitsingen").type == "janee":
        return Q(**{achter.velden[naam]: waarde == "ja"})
    return Q(**{achter.velden[naam]: waarde.replace("\x00", "")})


def _onbekend(naam: str) -> Domeinfout:
    return Domeinfout(
        "onbekende_waarde",
        _("Deze waarde van '%(naam)s' bestaat niet.") % {"naam": naam},
        _("Ga terug naar de tabel en kies een cijfer."),
        veld=naam,
    )
