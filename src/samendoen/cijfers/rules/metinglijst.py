"""Pure rules of a file with figures that others measured: read it, say what is wrong on which line.

CSV with semicolons, commas or tabs, in UTF-8. Whatever is wrong has a code and the number of its line; the
sentences stand elsewhere. A number has no separators of thousands: "1.234" could be two things.
"""

import csv
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samendoen.cijfers.rules.aannemelijk import past_in_tijd
from samendoen.cijfers.rules.uitdrukking import begin_van

GROOTSTE = 2 * 1024 * 1024
MEESTE_REGELS = 5_000
LANGSTE = {"gebied": 80, "bron": 200, "toelichting": 500}
HOOGSTE = Decimal(10) ** 12
# Column -> what it may be called as well, in lower case with "_" for a space.
KOLOMMEN: dict[str, tuple[str, ...]] = {
    "indicator": ("code", "indicatorcode"),
    "periode": ("jaar", "perioden"),
    "gebiedsoort": ("soort_gebied", "soort"),
    "gebied": ("regio", "gemeente", "gebiedsnaam"),
    "waarde": ("cijfer", "value"),
    "bron": (),
    "toelichting": ("opmerking", "noot"),
}
VERPLICHT = ("indicator", "periode", "gebiedsoort", "gebied", "waarde")
SOORTEN = {
    "gemeente": "gemeente",
    "regio": "regio",
    "provincie": "regio",
    "land": "land",
    "landelijk": "land",
    "dorp": "dorp",
    "kern": "dorp",
}
LAND = "Nederland"
_DUIZEND = re.compile(r"^-?\d{1,3}([.,]\d{3})+$")
_GETAL = re.compile(r"^-?\d{1,15}([.,]\d{1,4})?$")


@dataclass(frozen=True, slots=True)
class Fout:
    """Something wrong: a code, the line (0: the whole file), and what stood there."""

    code: str
    regel: int = 0
    waarde: str = ""


@dataclass(frozen=True, slots=True)
class Metingregel:
    """A line that can be read."""

    nummer: int
    indicator: str
    periode: str
    gebiedsoort: str
    gebied: str
    waarde: Decimal
    bron: str = ""
    toelichting: str = ""

    @property
    def sleutel(self) -> tuple[str, str, str, str, str]:
        """Return which figure it is: another value with the same key is a correction."""
        return self.indicator, self.periode, self.gebiedsoort, self.gebied.casefold(), self.bron.casefold()


@dataclass(frozen=True, slots=True)
class Bekend:
    """What a line may name: the codes of indicators, the villages, and until when there can be figures."""

    indicatoren: Collection[str]
    dorpen: Mapping[str, str]
    vandaag: date


@dataclass(slots=True)
class Gelezen:
    """The lines of a file and all that is wrong with it."""

    regels: list[Metingregel] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)


def lees_metinglijst(inhoud: bytes, bekend: Bekend) -> Gelezen:
    """Return the lines of a file and all that is wrong with it; a wrong file has line 0."""
    tekst = _tekst(inhoud)
    if isinstance(tekst, Fout):
        return Gelezen(fouten=[tekst])
    scheiding = max(";\t,", key=tekst.splitlines()[0].count)
    try:
        rijen = list(csv.reader(io.StringIO(tekst), delimiter=scheiding))
    except csv.Error:
        return Gelezen(fouten=[Fout("csv")])
    plaatsen = _plaatsen(rijen[0])
    mist = [naam for naam in VERPLICHT if naam not in plaatsen]
    if mist:
        return Gelezen(fouten=[Fout("kolom", 1, ", ".join(mist))])
    if len(rijen) > MEESTE_REGELS + 1:
        return Gelezen(fouten=[Fout("te_veel", 0, str(len(rijen) - 1))])
    uit = Gelezen()
    gezien: dict[tuple[str, ...], int] = {}
    for nummer, rij in enumerate(rijen[1:], start=2):
        if any(cel.strip() for cel in rij):
            cellen = {naam: rij[n].strip() if n < len(rij) else "" for naam, n in plaatsen.items()}
            _lees_regel(nummer, cellen, bekend, gezien, uit)
    if not uit.regels and not uit.fouten:
        uit.fouten.append(Fout("leeg"))
    return uit


def _tekst(inhoud: bytes) -> str | Fout:
    if len(inhoud) > GROOTSTE:
        return Fout("te_groot")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        return Fout("codering", inhoud[: fout.start].count(b"\n") + 1)
    if "\x00" in tekst:
        return Fout("codering")
    return tekst.lstrip("\r\n") if tekst.strip() else Fout("leeg")


def _plaatsen(koppen: list[str]) -> dict[str, int]:
    """Return where each column stands; its own name goes before another one that it may have."""
    genormd = [kop.strip().casefold().replace(" ", "_") for kop in koppen]
    plaatsen = {}
    for naam, ook in KOLOMMEN.items():
        gevonden = next((woord for woord in (naam, *ook) if woord in genormd), None)
        if gevonden is not None:
            plaatsen[naam] = genormd.index(gevonden)
    return plaatsen


def _lees_regel(
    nummer: int, cellen: Mapping[str, str], bekend: Bekend, gezien: dict[tuple[str, ...], int], uit: Gelezen
) -> None:
    waarde = lees_getal(cellen["waarde"])
    soort = SOORTEN.get(cellen["gebiedsoort"].casefold(), "")
    gebied = _gebied(soort, cellen["gebied"], bekend)
    periode = cellen["periode"].upper()
    fouten = [
        *_keur_indicator(cellen["indicator"], bekend),
        *_keur_periode(periode, bekend),
        *([] if soort else ["gebiedsoort"]),
        *([gebied] if soort and isinstance(gebied, _Code) else []),
        *([waarde] if isinstance(waarde, str) else []),
        *(f"{naam}_lang" for naam, meest in LANGSTE.items() if len(cellen.get(naam, "")) > meest),
    ]
    kolom = {"dorp": "gebied", "land": "gebied", "gebied_leeg": "gebied", "periode_toekomst": "periode"}
    uit.fouten += [Fout(str(f), nummer, cellen.get(kolom.get(f, f.partition("_")[0]), "")) for f in fouten]
    if fouten or isinstance(waarde, str):
        return
    regel = Metingregel(
        nummer,
        cellen["indicator"].casefold(),
        periode,
        soort,
        str(gebied),
        waarde,
        cellen.get("bron", ""),
        cellen.get("toelichting", ""),
    )
    eerder = gezien.setdefault(regel.sleutel, nummer)
    if eerder != nummer:
        uit.fouten.append(Fout("dubbel", nummer, str(eerder)))
        return
    uit.regels.append(regel)


class _Code(str):
    """A code of what is wrong, beside a name that is right."""

    __slots__ = ()


def _keur_indicator(code: str, bekend: Bekend) -> list[str]:
    return [] if code.casefold() in bekend.indicatoren else ["indicator"]


def _keur_periode(periode: str, bekend: Bekend) -> list[str]:
    if not past_in_tijd(periode):
        return ["periode"]
    return ["periode_toekomst"] if begin_van(periode) > bekend.vandaag else []


def _gebied(soort: str, gebied: str, bekend: Bekend) -> str:
    """Return the area as it is written everywhere, or the code of what is wrong with it."""
    if not gebied:
        return _Code("gebied_leeg")
    if soort == "land":
        return LAND if gebied.casefold() == LAND.casefold() else _Code("land")
    if soort == "dorp":
        return bekend.dorpen.get(gebied.casefold()) or _Code("dorp")
    return gebied


def lees_getal(woord: str) -> Decimal | str:
    """Return the number, or the code of what is wrong: no number, or one that could be two."""
    kaal = woord.removesuffix("%").strip()
    if not kaal:
        return "waarde_leeg"
    if _DUIZEND.match(kaal):
        return "waarde_duizend"
    if not _GETAL.match(kaal):
        return "waarde"
    getal = Decimal(kaal.replace(",", "."))
    return getal if abs(getal) < HOOGSTE else "waarde"
