"""What was published on one day, as a report tells it: by indicator table, chart, words and definition."""

import hashlib
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.grafieken.los import Getekend, teken
from samendoen.cijfers.queries.grafieken.uit_tabel import grafiek_uit
from samendoen.cijfers.queries.kruis import NIETS, Kruistabel, kruistabel
from samendoen.cijfers.queries.ontwikkeling import ontwikkeling
from samendoen.cijfers.queries.overzicht import nieuwste_uit
from samendoen.cijfers.queries.soorten import bronzin
from samendoen.cijfers.queries.tabellen import Stand, stand
from samendoen.cijfers.queries.verwoording import breuken
from samendoen.kernel.api import Actor, Domeinfout
from samendoen.schil.api import datum_zonder_dag

BREEDTE = 620
"""Of a chart in pixels: as wide as the text of an A4."""
NIET_UIT = {"niet_in_publicatie", "niet_openbaar", "feit_niet_vastgezet", "kolom_niet_vastgezet"}


@dataclass(frozen=True, slots=True)
class Openbaar:
    """One indicator as it was published; `definitie` is the SHA-256 of its definition as it is now.

    `waarde` of `periode` is its newest figure ("" when it has no period), `ontwikkeling` says how it moved.
    """

    code: str
    naam: str
    niveau: str
    zin: str
    waarom: str
    bron: str
    definitie: str
    waarde: str
    periode: str
    ontwikkeling: str
    breuken: tuple[str, ...]
    kruistabel: Kruistabel
    grafiek: Getekend | None


@dataclass(frozen=True, slots=True)
class Openbaarverslag:
    """The publication that holds on a day, with its hash and what was asked of it."""

    peildatum: date
    hash: str
    indicatoren: tuple[Openbaar, ...]


def openbaar_verslag(
    door: Actor, tot: date, *, codes: Container[str] = (), niveaus: Container[str] = ()
) -> Openbaarverslag | None:
    """Return what the newest publication up to and including `tot` holds of these indicators, or levels.

    By level and code. Nothing that was not published is in it, whoever asks; None when nothing was published
    yet. Raises Geweigerd without CIJFERS_ZIEN.
    """
    rij = Publicatie.objects.filter(peildatum__lte=tot).order_by("-peildatum").first()
    if rij is None:
        return None
    van = stand(door, rij.peildatum, publiek=True)
    gevraagd = [
        indicator
        for code, indicator in sorted(definities.indicatoren().items())
        if indicator.openbaar
        and (code in codes or indicator.niveau in niveaus)
        and not rij.tabellen.get(code, {"tekort": True}).get("tekort")
    ]
    gemaakt = (_een(door, van, indicator) for indicator in gevraagd)
    return Openbaarverslag(rij.peildatum, rij.hash, tuple(een for een in gemaakt if een))


def _een(door: Actor, van: Stand, indicator: Indicator) -> Openbaar | None:
    """Return one indicator; None when this publication does not hold the breakdown that is shown now."""
    try:
        tabel = kruistabel(door, indicator.code, indicator.weergave.per, van.peildatum, publiek=True)
        getekend = teken(grafiek_uit(van, indicator), BREEDTE)
    except Domeinfout as fout:
        if fout.fout not in NIET_UIT:
            raise
        return None
    waarde, periode = ("" if deel == NIETS else deel for deel in nieuwste_uit(van, indicator))
    return Openbaar(
        code=indicator.code,
        naam=indicator.naam,
        niveau=indicator.niveau,
        zin=indicator.zin,
        waarom=indicator.waarom,
        bron=bronzin(indicator, indicator.herkomst),
        definitie=hashlib.sha256(indicator.model_dump_json().encode()).hexdigest(),
        waarde=waarde,
        periode=periode,
        ontwikkeling=ontwikkeling(van, indicator),
        breuken=tuple(f"{datum_zonder_dag(dag)}: {reden}" for dag, reden in breuken(indicator)),
        kruistabel=tabel,
        grafiek=getekend,
    )
