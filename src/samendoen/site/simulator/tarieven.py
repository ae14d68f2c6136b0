"""Tariffs of a provider: from a file (TOML or JSON), and without it a fixed one per unit."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samendoen.site.fout import Bedrijfsfout
from samendoen.site.simulator.rekenen import EURO, MINUUT, UUR
from samendoen.site.simulator.waarden import Toewijzing

PER_EENHEID = {"01": 100, "04": 6000, "14": 18000, "16": 4800, "82": 25000, "84": 7500}
"""Eurocents per unit for a product that no file names; invented."""
MINUTEN = "minuten"
GENERIEK = {"WMO": ("07", "07A01"), "JW": ("54", "54001")}
"""What is declared on an assignment without any product, unless the file says otherwise."""


@dataclass(frozen=True, slots=True)
class Tarief:
    """What one unit costs in eurocents; `per_uur`: the unit is a minute, the tariff that of an hour."""

    cent: int
    per_uur: bool = False

    @property
    def in_bericht(self) -> int:
        """Return the tariff as an invoice names it; per minute it is rounded, not computed with (IV081)."""
        return (2 * self.cent + 60) // 120 if self.per_uur else self.cent


@dataclass(frozen=True, slots=True)
class Product:
    """What a line declares: category, code, unit, how many go in one of the assignment, and tariff.

    `tarief` is None for euros.
    """

    categorie: str
    code: str
    eenheid: str
    maal: int
    tarief: Tarief | None


@dataclass(frozen=True, slots=True)
class Tarieven:
    """Tariffs by product code, and the product of an assignment that names none, by category."""

    product: Mapping[str, tuple[int, bool]] = field(default_factory=dict)
    aspecifiek: Mapping[str, str] = field(default_factory=dict)
    eenheid: Mapping[str, str] = field(default_factory=dict)
    """By product code the unit in which a budget is declared, when that is not euros (TR341)."""

    def product_van(self, t: Toewijzing) -> Product:
        """Return what a line about an assignment declares."""
        categorie, code = t.categorie, t.code or self.aspecifiek.get(t.categorie, "")
        if not code:
            categorie, code = (t.categorie, f"{t.categorie}A01") if t.categorie else GENERIEK[t.standaard]
        eenheid = self.eenheid.get(code, EURO) if t.budget is not None else t.eenheid
        if eenheid == EURO:
            return Product(categorie, code, EURO, 1, None)
        cent, per_minuut = self.product.get(code, (PER_EENHEID.get(eenheid, 5000), False))
        if per_minuut and eenheid == UUR and t.budget is None:
            return Product(categorie, code, MINUUT, 60, Tarief(cent, per_uur=True))
        return Product(categorie, code, eenheid, 1, Tarief(cent, per_uur=per_minuut and eenheid == MINUUT))


def lees_bestand(pad: Path) -> dict[str, Any]:
    """Read a file of TOML or JSON. Raises Bedrijfsfout."""
    try:
        tekst = pad.read_text(encoding="utf-8")
        inhoud = json.loads(tekst) if pad.suffix.lower() == ".json" else tomllib.loads(tekst)
    except (OSError, ValueError) as fout:
        zin = f"'{pad}' is niet te lezen als {'JSON' if pad.suffix.lower() == '.json' else 'TOML'}."
        raise Bedrijfsfout("bestand_onleesbaar", zin, "Kijk het bestand na; zie docs/berichten.md.") from fout
    if not isinstance(inhoud, dict):
        raise Bedrijfsfout("bestand_onleesbaar", f"'{pad}' heeft geen tabellen.", "Zie docs/berichten.md.")
    return inhoud


def lees_tarieven(pad: Path | None) -> Tarieven:
    """Read tariffs; without a file those per unit hold. Raises Bedrijfsfout.

    `[product.01A01]` has `tarief` (eurocents per unit) and may have `per = "uur"` (declared by the minute)
    and the `eenheid` of the contract, in which a budget is declared; `[aspecifiek]` names per category the
    product that is declared.
    """
    if pad is None:
        return Tarieven()
    inhoud = lees_bestand(pad)
    try:
        producten = {
            code: (_cent(regel["tarief"]), regel.get("per") == "uur")
            for code, regel in inhoud.get("product", {}).items()
        }
        aspecifiek = {str(naam): str(code) for naam, code in inhoud.get("aspecifiek", {}).items()}
        eenheid = {
            code: str(regel["eenheid"])
            for code, regel in inhoud.get("product", {}).items()
            if "eenheid" in regel
        }
    except (AttributeError, KeyError, TypeError, ValueError) as fout:
        raise Bedrijfsfout(
            "tarieven_fout",
            f"In '{pad}' staat een product zonder bruikbaar tarief.",
            "Schrijf bij elk product: tarief = 3900 (eurocent, een geheel getal).",
        ) from fout
    return Tarieven(producten, aspecifiek, eenheid)


def _cent(waarde: object) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int) or waarde < 0:
        raise ValueError(waarde)
    return waarde
