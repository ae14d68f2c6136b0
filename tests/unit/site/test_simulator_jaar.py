"""Most of a year of a provider with changing assignments: no rule objects, and both ledgers are equal."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from samendoen.berichten.rules.kennis import Tarief
from samendoen.site.simulator.boek import Boek
from samendoen.site.simulator.declaratie import Vraag
from samendoen.site.simulator.tarieven import PER_EENHEID
from samendoen.site.simulator.verzoeken import Wensen
from tests.gemeentekant import AGB, BSN, Gemeente, regels, soorten

CATEGORIEEN = {"WMO": ("01", "02", "07", "11"), "JW": ("45", "46", "54")}
EUROS = {**PER_EENHEID, "83": 1}


def toewijzing(kans: Random, nummer: int, standaard: str) -> dict[str, Any]:
    """Return an assignment of any unit, frequency and length, or a budget."""
    ingang = date(2024, 1, 1) + timedelta(days=kans.randrange(120))
    categorie = kans.choice(CATEGORIEEN[standaard])
    basis = {
        "ToewijzingNummer": nummer,
        "Ingangsdatum": ingang.isoformat(),
        "Einddatum": (ingang + timedelta(days=kans.randrange(250))).isoformat(),
    }
    if kans.random() < 0.2:
        return basis | {"Product": {"Categorie": categorie}, "Budget": kans.randrange(100, 500000)}
    omvang = {
        "Volume": kans.randrange(1, 30),
        "Eenheid": kans.choice([*EUROS]),
        "Frequentie": kans.choice("246"),
    }
    return basis | {"Product": {"Categorie": categorie, "Code": f"{categorie}A01"}, "Omvang": omvang}


def wijzig(kans: Random, oud: dict[str, Any]) -> dict[str, Any]:
    """Return an assignment that ends on another day."""
    einde = date.fromisoformat(oud["Ingangsdatum"]) + timedelta(days=kans.randrange(300))
    return oud | {
        "Einddatum": einde.isoformat(),
        "RedenWijziging": kans.choice(["02", "04", "05", "07", "14"]),
    }


@pytest.mark.parametrize(("standaard", "zaad"), [("WMO", 3), ("JW", 4)])
def test_a_year_of_changes_keeps_every_rule_and_both_ledgers_equal(
    tmp_path: Path, standaard: str, zaad: int
) -> None:
    kans, gemeente = Random(zaad), Gemeente(tmp_path, standaard)
    contract = (
        Tarief(categorie, f"{categorie}A01", eenheid, cent, date(2024, 1, 1))
        for categorie in CATEGORIEEN[standaard]
        for eenheid, cent in EUROS.items()
    )
    gemeente.kennis = replace(gemeente.kennis, tarieven=tuple(contract))
    lopend = {wie: toewijzing(kans, wie, standaard) for wie in BSN}
    for wie, product in lopend.items():
        gemeente.wijs_toe(product, wie=wie, dag="2024-01-02")
    gezien: set[str] = set()
    for maand in range(1, 9):
        gemeente.aanbieder(f"2024-{maand:02}-20", wensen=Wensen(verleng=50))
        gemeente.keur_goed(gemeente.haal(), f"2024-{maand:02}-21")
        for wie in kans.sample(sorted(BSN), 1 if maand > 2 else 0):
            lopend[wie] = wijzig(kans, lopend[wie])
            gemeente.wijs_toe(lopend[wie], wie=wie, dag=f"2024-{maand:02}-22")
        daarna = f"2024-{maand + 1:02}"
        vraag = Vraag(f"2024-{maand:02}", achteraf=True, herstel=kans.random() < 0.5, corrigeer=(maand,))
        gemeente.aanbieder(f"{daarna}-05", vraag=vraag)
        for bericht in (berichten := gemeente.haal()):
            debet = [r for r in regels(bericht) if _is_debet(r)] if bericht.soort.nummer == "323" else []
            if len(debet) > 1:
                gemeente.keur_prestaties_af(bericht, {_referentie(debet[0])}, f"{daarna}-06")
            else:
                gemeente.keur_goed([bericht], f"{daarna}-06")
        gezien |= set(soorten(berichten))
        assert gemeente.aanbieder(f"{daarna}-07").alarmen == []
        gemeente.keur_goed(gemeente.haal(), f"{daarna}-08")
    assert {"302", "307", "323"} <= gezien
    boek = Boek(tmp_path / "aanbieder" / AGB / "boek.sqlite")
    saldo = boek.saldo()
    boek.sluit()
    toegekend = (p for p in gemeente.kennis.prestaties if p.toegekend)
    assert saldo.toegekend == sum(-p.bedrag if p.credit else p.bedrag for p in toegekend) > 0
    assert saldo.open == 0 and saldo.afgewezen > 0


def _is_debet(regel: dict[str, Any]) -> bool:
    return bool(regel["IngediendBedrag"]["DebetCredit"] == "D")


def _referentie(regel: dict[str, Any]) -> str:
    return str(regel["ProductReferentie"]["ReferentieNummer"])
