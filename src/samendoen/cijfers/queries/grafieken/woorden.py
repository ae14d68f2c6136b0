"""A chart in words: what somebody hears who does not see it. All figures stand in the table beside it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks

MEESTE_STAVEN = 6
"""Bars that are named one by one; of more only the highest and the lowest."""


def beschrijving(grafiek: Grafiek) -> str:
    """Return the chart in a few sentences."""
    soort = _("Lijngrafiek") if grafiek.vorm == "lijn" else _("Staafgrafiek")
    kop = _("%(soort)s: %(titel)s (%(eenheid)s).") % {
        "soort": soort,
        "titel": grafiek.titel,
        "eenheid": grafiek.eenheid,
    }
    deel = _lijn if grafiek.vorm == "lijn" else _staven
    zinnen = [zin for reeks in grafiek.reeksen for zin in deel(grafiek, reeks)]
    return " ".join([kop, *zinnen, *opmerkingen(grafiek)])


def opmerkingen(grafiek: Grafiek) -> list[str]:
    """Return what a reader of the picture must know: gaps, periods that are not over, breaks."""
    zinnen = []
    if grafiek.met_verborgen:
        zinnen.append(_("Wat verborgen is om mensen te beschermen, is een gat en geen nul."))
    if grafiek.vorm == "lijn" and grafiek.met_deel:
        zinnen.append(_("Een open teken is van een tijd die nog niet om is."))
    zinnen += [f"({nummer}) {streep.naam}" for nummer, streep in enumerate(grafiek.dagstrepen, 1)]
    return zinnen


def _lijn(grafiek: Grafiek, reeks: Reeks) -> Iterator[str]:
    heel = [punt for punt in reeks.punten if punt.waarde is not None and not punt.deel]
    voor = f"{reeks.naam}: " if len(grafiek.reeksen) > 1 else ""
    if len(heel) < 2:
        yield voor + "; ".join(f"{grafiek.as_[punt.plek]} {punt.kort}" for punt in reeks.punten) + "."
        return
    woorden = {
        "van": heel[0].kort,
        "toen": grafiek.as_[heel[0].plek],
        "naar": heel[-1].kort,
        "nu": grafiek.as_[heel[-1].plek],
    }
    yield voor + _("van %(van)s in %(toen)s naar %(naar)s in %(nu)s.") % woorden
    yield from (
        f"{grafiek.as_[punt.plek]}: {punt.kort}." for punt in reeks.punten if punt.deel or punt.verborgen
    )


def _staven(grafiek: Grafiek, reeks: Reeks) -> Iterator[str]:
    voor = f"{reeks.naam}: " if len(grafiek.reeksen) > 1 else ""
    if len(reeks.punten) <= MEESTE_STAVEN:
        yield voor + ", ".join(_benoemd(grafiek, punt) for punt in reeks.punten) + "."
        return
    bekend = [(punt.waarde, punt) for punt in reeks.punten if punt.waarde is not None]
    if bekend:
        laagst, hoogst = min(bekend, key=lambda p: p[0]), max(bekend, key=lambda p: p[0])
        woorden = {"hoog": _benoemd(grafiek, hoogst[1]), "laag": _benoemd(grafiek, laagst[1])}
        yield voor + _("het hoogst is %(hoog)s, het laagst %(laag)s.") % woorden


def _benoemd(grafiek: Grafiek, punt: Punt) -> str:
    return f"{grafiek.as_[punt.plek]} {punt.kort}"
