"""Pure rules of the list of product codes: read a file, hold it against what there is, say what changes.

A file is CSV (semicolons, commas or tabs; UTF-8) or JSON with a list of objects. The columns and their other
names stand in KOLOMMEN. `van` may be empty (from the day of reading on), `tot` is the last day. Whatever is
wrong has a code and the number of its line; the sentences stand elsewhere.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from samendoen.besluiten.rules.geldigheid import Afspraak, pas_in

GROOTSTE = 5 * 1024 * 1024
MEESTE_REGELS = 20_000
LANGSTE_NAAM = 200
# The categories of the two standards (WMO020, JZ020): their codes have none in common.
CATEGORIEEN: dict[str, dict[str, str]] = {
    "wmo": {
        "01": "Hulp bij het huishouden",
        "02": "Begeleiding",
        "03": "Persoonlijke verzorging",
        "04": "Kortdurend verblijf",
        "05": "Woondiensten",
        "06": "Overige ondersteuning gericht op het individu of huishouden/gezin",
        "07": "Dagbesteding",
        "08": "Vervoerdiensten",
        "09": "Overige groepsgerichte ondersteuning",
        "10": "Overige maatwerkarrangementen",
        "11": "Rolstoelen",
        "12": "Vervoervoorzieningen",
        "13": "Woonvoorzieningen",
        "14": "Overige hulpmiddelen",
        "15": "Beschermd wonen",
        "16": "Opvang",
        "17": "Spoedopvang",
        "18": "Overige beschermd wonen en opvang",
    },
    "jeugd": {
        "31": "Zonder verblijf: uitgevoerd door wijk- of buurtteam (2015)",
        "32": "Zonder verblijf: ambulante jeugdhulp op locatie van de aanbieder (2015)",
        "33": "Zonder verblijf: daghulp op locatie van de aanbieder (2015)",
        "34": "Zonder verblijf: jeugdhulp in het netwerk van de jeugdige (2015)",
        "35": "Met verblijf: pleegzorg (2015)",
        "36": "Met verblijf: gezinsgericht (2015)",
        "37": "Met verblijf: gesloten plaatsing (2015)",
        "38": "Met verblijf: overig residentieel (2015)",
        "40": "Persoonlijke verzorging",
        "41": "Dagbehandeling",
        "42": "Vervoerdiensten",
        "43": "Jeugdhulp verblijf (inclusief behandeling)",
        "44": "Jeugdhulp verblijf (exclusief behandeling)",
        "45": "Jeugdhulp ambulant",
        "46": "Jeugdhulp crisis",
        "47": "Jeugdreclassering",
        "48": "Jeugdbescherming",
        "49": "Activiteiten in het preventief justitieel kader",
        "50": "Maatwerkarrangementen jeugd",
        "51": "Generalistische basis-ggz",
        "52": "Specialistische ggz",
        "53": "Kindergeneeskunde",
        "54": "Jeugd-ggz",
        "55": "Landelijk ingekochte zorg",
    },
}
WET_VAN = {code: wet for wet, codes in CATEGORIEEN.items() for code in codes}
# What a unit may be called -> its code in the standard (WJ756).
EENHEDEN: dict[str, str] = {
    "01": "01", "minuut": "01", "minuten": "01", "04": "04", "uur": "04", "uren": "04",
    "14": "14", "etmaal": "14", "etmalen": "14", "16": "16", "dagdeel": "16", "dagdelen": "16",
    "dagdeel (4 uur)": "16", "82": "82", "stuk": "82", "stuks": "82", "stuks (output)": "82",
    "83": "83", "euro": "83", "euro's": "83", "84": "84", "stuks (inspanning)": "84", "": "",
}  # fmt: skip
# Column -> what it may be called as well, in lower case with "_" for a space.
KOLOMMEN: dict[str, tuple[str, ...]] = {
    "categorie": ("productcategorie", "productcategorie_code"),
    "code": ("productcode",),
    "naam": ("omschrijving", "productomschrijving"),
    "eenheid": (),
    "van": ("ingangsdatum", "geldig_van", "geldig_vanaf"),
    "tot": ("einddatum", "geldig_tot", "geldig_tot_en_met"),
}
VERPLICHT = ("categorie", "code", "naam")
GEEN_CATEGORIE = frozenset({"", "-"})
_CODE = re.compile(r"^[0-9A-Z]{1,5}$")
_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fout:
    """Something wrong: a code, the line (0: the whole file), and what stood there."""

    code: str
    regel: int = 0
    waarde: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """A line that can be read. `eenheid`: code of the standard or ""; `tot`: the first day no longer."""

    nummer: int
    categorie: str
    code: str
    naam: str
    eenheid: str = ""
    van: date | None = None
    tot: date | None = None

    @property
    def sleutel(self) -> tuple[str, str]:
        """Return what it is about: category and code."""
        return self.categorie, self.code


@dataclass(frozen=True, slots=True)
class Versie:
    """What a code means from `afspraak.van` on. A negative id is one to be written."""

    categorie: str
    code: str
    naam: str
    eenheid: str
    afspraak: Afspraak


@dataclass(slots=True)
class Vergelijking:
    """What a file changes. `regels`: lines by what happens; `erbij`, `anders` and `weg` are for the rows."""

    regels: dict[str, list[Regel]] = field(
        default_factory=lambda: {"nieuw": [], "gewijzigd": [], "beeindigd": [], "gelijk": []}
    )
    overgeslagen: list[int] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    erbij: list[Versie] = field(default_factory=list)
    anders: dict[int, Afspraak] = field(default_factory=dict)
    weg: list[int] = field(default_factory=list)


def sleutelgetal(categorie: str, code: str) -> int:
    """Return a number of its own for a category and a code: what a range in the database compares."""
    return int(f"1{categorie}{len(code)}{code.rjust(5, '0')}", 36)


def lees_lijst(inhoud: bytes) -> tuple[list[Regel], list[int], list[Fout]]:
    """Return the lines of a file, the numbers of those without a category, and all that is wrong with it."""
    if len(inhoud) > GROOTSTE:
        return [], [], [Fout("te_groot")]
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        return [], [], [Fout("codering", inhoud[: fout.start].count(b"\n") + 1)]
    if "\x00" in tekst:
        return [], [], [Fout("codering")]
    if not tekst.strip():
        return [], [], [Fout("leeg")]
    return _regels(_json(tekst) if tekst.lstrip()[0] in "{[" else _csv(tekst))


def _json(tekst: str) -> list[tuple[int, dict[str, str]]] | Fout:
    try:
        gelezen = json.loads(tekst)
    except (ValueError, RecursionError):
        return Fout("geen_json")
    if isinstance(gelezen, dict):
        gelezen = next((v for v in gelezen.values() if isinstance(v, list)), None)
    if not isinstance(gelezen, list) or not all(isinstance(rij, dict) for rij in gelezen):
        return Fout("geen_json")
    return [
        (nr, {str(k): "" if v is None else str(v) for k, v in rij.items()})
        for nr, rij in enumerate(gelezen, 1)
    ]


def _csv(tekst: str) -> list[tuple[int, dict[str, str]]] | Fout:
    kop = tekst.lstrip("\r\n").partition("\n")[0]
    teken = max(";,\t", key=kop.count)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
    rijen: list[tuple[int, dict[str, str]]] = []
    koppen: list[str] = []
    try:
        for cellen in lezer:
            if not any(cel.strip() for cel in cellen):
                continue
            if not koppen:
                koppen = [cel.strip() for cel in cellen]
            elif len(cellen) > len(koppen):
                return Fout("te_veel_cellen", lezer.line_num)
            else:
                rijen.append((lezer.line_num, dict(zip(koppen, cellen, strict=False))))
    except csv.Error:
        return Fout("geen_csv", lezer.line_num)
    return rijen or _zonder_rijen(koppen)


def _zonder_rijen(koppen: Sequence[str]) -> Fout:
    ontbreekt = _ontbrekend(koppen)
    return Fout("kolom", 0, ", ".join(ontbreekt)) if ontbreekt else Fout("leeg")


def _namen(koppen: Iterable[str]) -> dict[str, str]:
    """Return by column of ours the heading in the file."""
    gewoon = {kop.strip().lower().replace(" ", "_"): kop for kop in koppen}
    gevonden = {}
    for kolom, anders in KOLOMMEN.items():
        naam = next((gewoon[n] for n in (kolom, *anders) if n in gewoon), None)
        if naam is not None:
            gevonden[kolom] = naam
    return gevonden


def _ontbrekend(koppen: Iterable[str]) -> list[str]:
    namen = _namen(koppen)
    return [kolom for kolom in VERPLICHT if kolom not in namen]


def _regels(
    rijen: list[tuple[int, dict[str, str]]] | Fout,
) -> tuple[list[Regel], list[int], list[Fout]]:
    if isinstance(rijen, Fout):
        return [], [], [rijen]
    if not rijen:
        return [], [], [Fout("leeg")]
    if len(rijen) > MEESTE_REGELS:
        return [], [], [Fout("te_veel_regels")]
    ontbreekt = _ontbrekend(rijen[0][1])
    if ontbreekt:
        return [], [], [Fout("kolom", 0, ", ".join(ontbreekt))]
    kolommen = _namen(rijen[0][1])
    goed, overgeslagen, fouten = [], [], []
    for nummer, cellen in rijen:
        waarden = {k: " ".join(cellen.get(kop, "").split()) for k, kop in kolommen.items()}
        if waarden["categorie"] in GEEN_CATEGORIE and waarden["code"]:
            overgeslagen.append(nummer)
            continue
        gelezen = _regel(nummer, waarden)
        if isinstance(gelezen, Regel):
            goed.append(gelezen)
        else:
            fouten += gelezen
    return goed, overgeslagen, fouten + list(_onderling(goed))


def _regel(nummer: int, w: Mapping[str, str]) -> Regel | list[Fout]:
    """Return a line, or everything that is wrong with it."""
    categorie, code = w["categorie"].zfill(2), w["code"].upper()
    eenheid = EENHEDEN.get(w.get("eenheid", "").lower())
    dagen = {naam: _dag(w.get(naam, "")) for naam in ("van", "tot")}
    van, tot = dagen["van"], dagen["tot"]
    mis = [
        ("categorie", categorie not in WET_VAN, w["categorie"]),
        ("code", not _CODE.match(code), w["code"]),
        ("naam", not w["naam"], ""),
        ("naam_lang", len(w["naam"]) > LANGSTE_NAAM, ""),
        ("eenheid", eenheid is None, w.get("eenheid", "")),
        *(("dag", dag == "", w.get(naam, "")) for naam, dag in dagen.items()),
        ("periode", isinstance(van, date) and isinstance(tot, date) and tot < van, w.get("tot", "")),
    ]
    fouten = [Fout(wat, nummer, waarde[:60]) for wat, is_mis, waarde in mis if is_mis]
    if fouten:
        return fouten
    einde = tot + _EEN_DAG if isinstance(tot, date) else None
    begin = van if isinstance(van, date) else None
    return Regel(nummer, categorie, code, w["naam"], eenheid or "", begin, einde)


def _dag(tekst: str) -> Any:
    """Return a day, None for nothing, "" for what is none."""
    if not tekst:
        return None
    for vorm in ("%Y-%m-%d", "%d-%m-%Y", "%Y%m%d"):
        try:
            dag = datetime.strptime(tekst, vorm).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
        return dag if 1990 <= dag.year <= 2100 else ""
    return ""


def _onderling(regels: Sequence[Regel]) -> Iterator[Fout]:
    """Yield what is wrong between lines about the same code: twice, or at the same time."""
    for van_een in per_sleutel(regels).values():
        for een, ander in pairwise(sorted(van_een, key=lambda r: (r.van or date.min, r.nummer))):
            if een.van == ander.van or een.van is None:
                yield Fout("dubbel", ander.nummer, str(een.nummer))
            elif een.tot is not None and ander.van is not None and ander.van < een.tot:
                yield Fout("overlap_in_bestand", ander.nummer, str(een.nummer))


def per_sleutel(regels: Iterable[Regel]) -> dict[tuple[str, str], list[Regel]]:
    """Return the lines by category and code."""
    per: dict[tuple[str, str], list[Regel]] = {}
    for regel in regels:
        per.setdefault(regel.sleutel, []).append(regel)
    return per


def vergelijk(bestaand: Iterable[Versie], regels: Sequence[Regel], vandaag: date) -> Vergelijking:
    """Hold the lines against what there is. What is not in the file stays as it is."""
    uit = Vergelijking()
    per: dict[tuple[str, str], list[Versie]] = {}
    for versie in bestaand:
        per.setdefault((versie.categorie, versie.code), []).append(versie)
    for sleutel, van_een in per_sleutel(regels).items():
        versies = per.get(sleutel, [])
        for regel in sorted(van_een, key=lambda r: (r.van or date.min, r.nummer)):
            versies = _verwerk(uit, versies, regel, vandaag)
    return uit


def _verwerk(uit: Vergelijking, versies: list[Versie], regel: Regel, vandaag: date) -> list[Versie]:
    """Put one line among the versions of its code; return them as they are then."""
    zelfde = _zelfde(versies, regel, vandaag)
    if zelfde is None:
        return _erbij(uit, versies, regel, vandaag, "gewijzigd" if versies else "nieuw")
    inhoud = (zelfde.naam, zelfde.eenheid) == (regel.naam, regel.eenheid)
    if not inhoud:
        if regel.van is None and zelfde.afspraak.van < vandaag:
            return _erbij(uit, versies, regel, vandaag, "gewijzigd")
        return _vervang(uit, versies, zelfde, regel)
    tot = regel.tot
    gevolgd = any(v.afspraak.van == zelfde.afspraak.tot for v in versies)
    if tot == zelfde.afspraak.tot or (tot is None and (gevolgd or regel.van is None)):
        uit.regels["gelijk"].append(regel)
        return versies
    nieuw = replace(zelfde, afspraak=replace(zelfde.afspraak, tot=tot))
    rest = [v for v in versies if v is not zelfde]
    if tot is not None and tot <= zelfde.afspraak.van:
        uit.fouten.append(Fout("periode", regel.nummer, tot.isoformat()))
        return versies
    if any(v.afspraak.van > zelfde.afspraak.van and (tot is None or v.afspraak.van < tot) for v in rest):
        uit.fouten.append(Fout("overlap", regel.nummer, ""))
        return versies
    uit.regels["beeindigd" if tot is not None else "gewijzigd"].append(regel)
    _noteer(uit, nieuw)
    return [*rest, nieuw]


def _zelfde(versies: Iterable[Versie], regel: Regel, vandaag: date) -> Versie | None:
    """Return the version that a line is about: it begins on its day; without a day, the one that holds."""
    if regel.van is not None:
        return next((v for v in versies if v.afspraak.van == regel.van), None)
    oud = [v for v in versies if v.afspraak.van <= vandaag]
    return max(oud, key=lambda v: v.afspraak.van, default=None)


def _erbij(uit: Vergelijking, versies: list[Versie], regel: Regel, vandaag: date, soort: str) -> list[Versie]:
    van = regel.van or vandaag
    past = pas_in((v.afspraak for v in versies), van, regel.tot)
    if past.bezwaar is not None:
        waarde = past.met.van.isoformat() if past.met else ""
        uit.fouten.append(Fout("periode" if past.met is None else "overlap", regel.nummer, waarde))
        return versies
    uit.regels[soort].append(regel)
    sluit = past.sluit
    na = []
    for v in versies:
        if sluit is not None and v.afspraak.id == sluit.id:
            v = replace(v, afspraak=replace(v.afspraak, tot=van))
            _noteer(uit, v)
        na.append(v)
    afspraak = Afspraak(
        -len(uit.erbij) - 1, van, regel.tot, sluit.id if sluit else None, sluit.tot if sluit else None
    )
    nieuw = Versie(regel.categorie, regel.code, regel.naam, regel.eenheid, afspraak)
    uit.erbij.append(nieuw)
    return [*na, nieuw]


def _vervang(uit: Vergelijking, versies: list[Versie], oud: Versie, regel: Regel) -> list[Versie]:
    """Correct what a code meant from the same day on: the old text is taken back, the new one put there."""
    tot = regel.tot if regel.tot is not None else oud.afspraak.tot
    uit.regels["gewijzigd"].append(regel)
    uit.weg.append(oud.afspraak.id)
    afspraak = replace(oud.afspraak, id=-len(uit.erbij) - 1, tot=tot)
    nieuw = Versie(regel.categorie, regel.code, regel.naam, regel.eenheid, afspraak)
    uit.erbij.append(nieuw)
    return [v for v in versies if v is not oud] + [nieuw]


def _noteer(uit: Vergelijking, versie: Versie) -> None:
    """Keep what becomes of a version: of a row that there is, or of one to be written."""
    nummer = versie.afspraak.id
    if nummer >= 0:
        uit.anders[nummer] = versie.afspraak
    else:
        uit.erbij[-nummer - 1] = versie
