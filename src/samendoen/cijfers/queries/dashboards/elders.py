"""What others measured, of our municipality beside the region and the country."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.queries.metingen import Metingwaarde, metingen_van, metingtekst
from samendoen.cijfers.queries.verantwoording import NAAST
from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks, Vorm
from samendoen.cijfers.rules.uitdrukking import begin_van


def elders_vergeleken(code: str) -> tuple[Grafiek | None, str]:
    """Return bars of the newest figure of our municipality, the region and the country, and what is missing.

    With figures of several years a line of each area. A figure that is hard to believe has a star.
    """
    metingen = [m for m in metingen_van(code) if m.eigen or m.gebiedsoort in NAAST]
    if not metingen:
        return None, _("Van onze gemeente is hier nog geen cijfer van.")
    gebieden = list(dict.fromkeys(m.gebied for m in sorted(metingen, key=lambda m: not m.eigen)))
    ontbreekt = "" if any(m.eigen for m in metingen) else _("Van onze gemeente is hier nog geen cijfer van.")
    return _lijn(code, metingen, gebieden) or _staven(code, metingen, gebieden), ontbreekt


def _staven(code: str, metingen: Sequence[Metingwaarde], gebieden: Sequence[str]) -> Grafiek:
    """Return the newest figure of each area; they come newest first."""
    nieuwste = [next(m for m in metingen if m.gebied == gebied) for gebied in gebieden]
    punten = tuple(_punt(n, m, code) for n, m in enumerate(nieuwste))
    as_ = tuple(f"{m.gebied} ({m.periode})" if m.periode else m.gebied for m in nieuwste)
    return _grafiek(code, "staaf", as_, (Reeks(definities.externe_indicatoren()[code].naam, punten),))


def _lijn(code: str, metingen: Sequence[Metingwaarde], gebieden: Sequence[str]) -> Grafiek | None:
    per = {(m.gebied, m.periode): m for m in metingen if _is_periode(m.periode)}
    jaren = sorted({periode for _gebied, periode in per})
    eigen = gebieden[0]
    if len([periode for gebied, periode in per if gebied == eigen]) < 2:
        return None
    reeksen = tuple(
        Reeks(gebied, tuple(_punt(n, per.get((gebied, jaar)), code) for n, jaar in enumerate(jaren)))
        for gebied in gebieden
    )
    return _grafiek(code, "lijn", tuple(jaren), reeksen)


def _grafiek(code: str, vorm: Vorm, as_: tuple[str, ...], reeksen: tuple[Reeks, ...]) -> Grafiek:
    indicator = definities.externe_indicatoren()[code]
    return Grafiek(indicator.naam, indicator.eenheid, vorm, as_, reeksen, taal=get_language() or "nl")


def _punt(plek: int, m: Metingwaarde | None, code: str) -> Punt:
    if m is None:
        return Punt(plek, None, "–")
    ster = " *" if m.twijfels else ""
    tekst = metingtekst(m, definities.externe_indicatoren()[code].eenheid)
    return Punt(plek, float(m.waarde), f"{tekst}{ster}")


def _is_periode(periode: str) -> bool:
    try:
        begin_van(periode)
    except ValueError:
        return False
    return True
