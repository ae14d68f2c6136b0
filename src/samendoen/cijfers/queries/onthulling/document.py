"""The two questions of the command line, from document to document (contract 09)."""

from typing import Any

from samendoen.cijfers.queries.onthulling.bescherm import Beschermd, bescherm
from samendoen.cijfers.queries.onthulling.controle import Bereik, controleer
from samendoen.cijfers.queries.onthulling.lezen import (
    Gelezen,
    controleer_statussen,
    keur_omvang,
    lees,
    publicaties_van,
    tabellen_van,
)
from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.onthulling.tabel import Plek
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming


def bescherm_document(document: object, bescherming: Bescherming) -> dict[str, Any]:
    """Return the tables of a document with all margins and a status per cell; hidden cells have no count.

    `verlies` is what is hidden beyond the small counts, `tekort` lists the cells that give themselves away
    whatever is hidden. Raises Domeinfout.
    """
    gelezen = lees(document)
    tabellen = tabellen_van(gelezen)
    keur_omvang(tabellen, bescherming.drempel)
    controleer_statussen(tabellen, bescherming.drempel)
    beschermd = bescherm(tabellen, bescherming)
    return {
        "k": bescherming.drempel,
        "tabellen": [_tabel(deel, beschermd, nummer) for nummer, deel in enumerate(gelezen)],
        "verlies": {"cellen": beschermd.cellen, "aantal": beschermd.aantal},
        "optimaal": beschermd.optimaal,
        "tekort": [
            {"tabel": naam, "cel": _cel(deel, plek)}
            for naam, plek in beschermd.tekort
            for deel in gelezen
            if deel.tabel.naam == naam
        ],
    }


def controleer_document(document: object, bescherming: Bescherming) -> dict[str, Any]:
    """Return whether published tables are safe, and what a reader can find out of each hidden cell.

    Raises Domeinfout.
    """
    gelezen = lees(document)
    bereiken = controleer(publicaties_van(gelezen), bescherming)
    delen = {deel.tabel.naam: deel for deel in gelezen}
    return {
        "veilig": all(bereik.veilig for bereik in bereiken),
        "cellen": [_bereik(delen[bereik.tabel], bereik) for bereik in bereiken],
    }


def _tabel(deel: Gelezen, beschermd: Beschermd, nummer: int) -> dict[str, Any]:
    tabel = beschermd.tabellen[nummer]
    kop = {sleutel: waarde for sleutel, waarde in deel.ruw.items() if sleutel != "cellen"}
    cellen = []
    for plek in tabel.plekken():
        status = beschermd.status(nummer, plek)
        aantal = tabel.waarden.get(plek, 0) if status is Status.OPEN else None
        cellen.append({**_cel(deel, plek), "aantal": aantal, "status": str(status)})
    return {**kop, "naam": tabel.naam, "cellen": cellen}


def _bereik(deel: Gelezen, bereik: Bereik) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "tabel": bereik.tabel,
        "cel": _cel(deel, bereik.plek),
        "status": str(bereik.status),
        "ondergrens": bereik.ondergrens,
        "bovengrens": bereik.bovengrens,
        "veilig": bereik.veilig,
    }
    return uit | ({"verschil_met": bereik.met} if bereik.met else {})


def _cel(deel: Gelezen, plek: Plek) -> dict[str, Any]:
    namen = [dimensie.naam for dimensie in deel.tabel.dimensies]
    return {naam: deel.waarde(naam, knoop) for naam, knoop in zip(namen, plek, strict=True)}
