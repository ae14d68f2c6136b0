"""The list of everything that others measured, as people and machines read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.queries.kruis import NIETS
from samendoen.cijfers.queries.metingen import (
    Metingwaarde,
    alle_metingen,
    gebiedtekst,
    metingtekst,
    naar_indicator,
    periodetekst,
)
from samendoen.cijfers.queries.overzicht import past_bij
from samendoen.cijfers.queries.soorten import bronzin, keur_code, plek
from samendoen.kernel.definities import MetHerkomst


@dataclass(frozen=True, slots=True)
class Elders:
    """An indicator with what others measured of it; nothing when nobody gave a figure yet."""

    indicator: Indicator | Extern
    metingen: tuple[Metingwaarde, ...]

    @property
    def twijfels(self) -> bool:
        """Tell whether one of its figures is hard to believe."""
        return any(m.twijfels for m in self.metingen)

    def als_json(self) -> dict[str, object]:
        """Return it for machines."""
        herkomst: MetHerkomst = self.indicator.herkomst
        return {
            "code": self.indicator.code,
            "naam": self.indicator.naam,
            "soort": self.indicator.soort,
            "eenheid": self.indicator.eenheid,
            "bron": bronzin(self.indicator, herkomst),
            "metingen": [m.als_json() for m in self.metingen],
        }


def elders_van(code: str) -> Elders:
    """Return one indicator with what others measured of it. Raises NietGevonden."""
    indicator = keur_code(code)
    return Elders(indicator, tuple(naar_indicator(alle_metingen()).get(code, ())))


def elders_lijst(zoek: str = "", document: str = "", *, alleen_twijfel: bool = False) -> list[Elders]:
    """Return every indicator that others measure or measured, in the order of its source.

    `zoek`: with all these words; `document`: from this source document; `alleen_twijfel`: with a warning.
    """
    per = naar_indicator(alle_metingen())
    alle: dict[str, Indicator | Extern] = {
        **definities.externe_indicatoren(),
        **definities.indicatoren(),
    }
    gekozen = [
        Elders(i, tuple(per.get(code, ())))
        for code, i in alle.items()
        if (isinstance(i, Extern) or code in per)
        and past_bij(i, zoek)
        and document in ("", i.herkomst.document)
    ]
    gevonden = [e for e in gekozen if e.twijfels or not alleen_twijfel]
    return sorted(gevonden, key=lambda e: (e.indicator.herkomst.bron.casefold(), e.indicator.naam.casefold()))


def documenten() -> list[tuple[str, str]]:
    """Return the source documents of what others measure: key and title, by title."""
    uit = {}
    for indicator in definities.externe_indicatoren().values():
        for d in indicator.document:
            if d.sleutel == indicator.herkomst.document:
                uit[d.sleutel] = f"{d.titel} ({d.gemeente}, {d.jaar})"
    return sorted(uit.items(), key=lambda paar: paar[1].casefold())


def per_plek(elders: Sequence[Elders]) -> list[tuple[str, list[Elders]]]:
    """Return them by the place in the document that their definitions come from, in the same order."""
    per: dict[str, list[Elders]] = {}
    for e in elders:
        per.setdefault(plek(e.indicator, e.indicator.herkomst), []).append(e)
    return list(per.items())


def onder_kop(kop: str, elders: Sequence[Elders]) -> Iterator[dict[str, str]]:
    """Yield what `regels` does, without the source where the heading says it already."""
    for rij in regels(elders):
        bron = rij["bron"].removeprefix(kop).removeprefix(". ")
        yield {**rij, "bron": bron or _("zie de kop")}


def regels(elders: Sequence[Elders]) -> Iterator[dict[str, str]]:
    """Yield a line per figure, as dicts of ready strings; one for an indicator without any."""
    for e in elders:
        kop = {"code": e.indicator.code, "naam": e.indicator.naam, "eenheid": e.indicator.eenheid}
        if not e.metingen:
            leeg = {"gebied": NIETS, "periode": NIETS, "waarde": _("nog geen cijfer")}
            yield {**kop, **leeg, "bron": bronzin(e.indicator, e.indicator.herkomst), "twijfel": ""}
        for m in e.metingen:
            yield {**kop, **metingregel(m, e.indicator.eenheid)}


def metingregel(m: Metingwaarde, eenheid: str) -> dict[str, str]:
    """Return one figure as ready strings; a star says that there is a warning (`twijfel`)."""
    bron = m.bron or _("geen bron")
    return {
        "gebied": gebiedtekst(m),
        "periode": periodetekst(m),
        "waarde": f"{metingtekst(m, eenheid)}{' *' if m.twijfels else ''}",
        "bron": f"{bron}. {m.toelichting}" if m.toelichting else bron,
        "twijfel": " ".join(m.twijfels),
    }
