"""What others measured, of our municipality beside the region and the country."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.queries.dashboards.cijfer import Cijferbeeld
from samendoen.cijfers.queries.dashboards.uitsnede import Uitsnede
from samendoen.cijfers.queries.grafieken.uit_tabel import VERSTE
from samendoen.cijfers.queries.metingen import Metingwaarde, metingtekst
from samendoen.cijfers.queries.verantwoording import NAAST
from samendoen.cijfers.rules.grafiek import Grafiek, Punt, Reeks, Vorm, aaneen
from samendoen.cijfers.rules.lichten import dag_van
from samendoen.cijfers.rules.ontwikkeling import oordeel
from samendoen.cijfers.rules.uitdrukking import begin_van


def cijfer_elders(uit: Uitsnede, code: str) -> Cijferbeeld:
    """Return our newest figure that others measured, beside the one before it.

    What is hard to believe is shown with a star and not judged.
    """
    indicator = definities.externe_indicatoren()[code]
    eigen = [m for m in uit.metingen if m.indicator == code and m.eigen and _is_periode(m.periode)]
    if not eigen:
        return Cijferbeeld("–", "", "", "", geen_eigen(), None, bekend=False)
    nu = eigen[0]
    ster = " *" if nu.twijfels else ""
    licht = None
    if nu.periode and not nu.twijfels and code in uit.grenzen:
        licht = uit.grenzen[code].licht(nu.waarde, dag_van(nu.periode, uit.van.peildatum))
    eenheid = "" if indicator.eenheid == "%" else indicator.eenheid
    beeld = Cijferbeeld(
        f"{metingtekst(nu, indicator.eenheid)}{ster}",
        eenheid,
        "",
        _("in %(jaar)s, elders gemeten") % {"jaar": nu.periode},
        "",
        None,
        licht=licht,
    )
    toen = next((m for m in eigen[1:] if m.periode < nu.periode), None)
    if toen is None:
        return replace(beeld, vergelijk=_("Eerder is dit niet gemeten."))
    was = _("Was %(waarde)s in %(jaar)s") % {
        "waarde": metingtekst(toen, indicator.eenheid),
        "jaar": toen.periode,
    }
    gevonden = None
    if not (nu.twijfels or toen.twijfels):
        gevonden = oordeel(_Getal(float(toen.waarde)), _Getal(float(nu.waarde)), indicator.richting, None)
    return replace(beeld, vergelijk=was, oordeel=gevonden)


@dataclass(frozen=True, slots=True)
class _Getal:
    waarde: float | None
    teller: int | None = None
    noemer: int | None = None


def geen_eigen() -> str:
    """Return what is said where nobody measured our municipality."""
    return _("Van onze gemeente is hier nog geen cijfer van.")


def elders_vergeleken(alle: Sequence[Metingwaarde], code: str) -> tuple[Grafiek | None, str]:
    """Return bars of the newest figure of our municipality, the region and the country, and what is missing.

    With figures of several years a line of each area. A figure that is hard to believe has a star.
    """
    metingen = [m for m in alle if m.indicator == code and (m.eigen or m.gebiedsoort in NAAST)]
    if not metingen:
        return None, geen_eigen()
    gebieden = list(dict.fromkeys(m.gebied for m in sorted(metingen, key=lambda m: not m.eigen)))
    ontbreekt = "" if any(m.eigen for m in metingen) else geen_eigen()
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
    if all(jaar.isdigit() for jaar in jaren):
        jaren = aaneen(jaren)[-VERSTE:]
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
