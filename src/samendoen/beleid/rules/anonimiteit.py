"""What in a text may tell who somebody is: names, places, dates, ages, and things that are rare together.

A sign is a hint for a person who decides, never a judgement: what is not flagged can still identify. What
identifies by itself (a number, an address, a date of birth) is `zwaar`: such a text is not kept at all.
The lists of words and places come from outside (`Kennis`); nothing here knows a resident.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Vlagsoort(StrEnum):
    """What a sign is about."""

    BSN = "bsn"
    REKENING = "rekening"
    TELEFOON = "telefoon"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADRES = "adres"
    GEBOREN = "geboren"
    NUMMER = "nummer"
    ACCOUNT = "account"
    STRAAT = "straat"
    DATUM = "datum"
    LEEFTIJD = "leeftijd"
    NAAM = "naam"
    PLAATS = "plaats"
    KLEIN_DORP = "klein_dorp"
    ZELDZAAM = "zeldzaam"


ZWAAR = frozenset(
    {
        Vlagsoort.BSN,
        Vlagsoort.REKENING,
        Vlagsoort.TELEFOON,
        Vlagsoort.EMAIL,
        Vlagsoort.POSTCODE,
        Vlagsoort.ADRES,
        Vlagsoort.GEBOREN,
    }
)
"""Kinds that identify by themselves: a text that holds one is refused before it is kept."""


@dataclass(frozen=True, slots=True)
class Kennis:
    """The words that a text is compared with.

    `dorpen`: inhabitants per village here; `klein_onder`: fewer is small. `groepen`: words (lower case) per
    kind of trait; a word that ends in * stands for every word that begins so. `zeldzaam_bij`: as many
    traits together are rare, one less in a small village.
    """

    voornamen: frozenset[str] = frozenset()
    achternamen: frozenset[str] = frozenset()
    plaatsen: frozenset[str] = frozenset()
    gewoon: frozenset[str] = frozenset()
    veilig: frozenset[str] = frozenset()
    dorpen: Mapping[str, int] = field(default_factory=dict)
    klein_onder: int = 0
    groepen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    zeldzaam_bij: int = 3


@dataclass(frozen=True, slots=True)
class Vlag:
    """A sign: what, where in the text (`begin` to `eind`), and the sentence it stands in.

    `delen`: of a rare combination, what stands together. `getal`: inhabitants, or an age.
    """

    soort: Vlagsoort
    begin: int
    eind: int
    fragment: str
    zin: str
    delen: tuple[str, ...] = ()
    getal: int = 0

    @property
    def zwaar(self) -> bool:
        """Return whether it identifies by itself."""
        return self.soort in ZWAAR

    @property
    def sleutel(self) -> str:
        """Return what tells it from other signs; the same sign in the same sentence has the same one."""
        plek = "+".join(self.delen) if self.delen else self.zin
        return f"{self.soort}|{self.fragment.casefold()}|{' '.join(plek.split())}"


_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_EIND = (
    "straat|laan|weg|dijk|kade|singel|gracht|hof|pad|steeg|dreef|plantsoen|plein|wetering|boulevard|brink|"
    "dwarsweg|straatweg"
)
_STRAAT = rf"(?:[A-Z][\w'-]*\s)*[A-Z][\w'-]*(?:{_EIND})\b"
_DATUM = rf"\d{{1,2}}(?:e|ste)?\s(?:{_MAAND})(?:\s\d{{4}})?|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})\b"
PATRONEN: tuple[tuple[Vlagsoort, re.Pattern[str]], ...] = (
    (Vlagsoort.EMAIL, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (Vlagsoort.REKENING, re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b")),
    (Vlagsoort.TELEFOON, re.compile(r"(?<!\w)(?:\+31|0031|0)(?:[\s-]?\d){9}(?!\d)")),
    (Vlagsoort.POSTCODE, re.compile(r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b")),
    (Vlagsoort.ADRES, re.compile(rf"{_STRAAT}\s\d{{1,4}}\s?[a-zA-Z]?\b")),
    (Vlagsoort.GEBOREN, re.compile(rf"\b[Gg]eboren\s(?:op|in|is)?\s?(?:{_DATUM}|\d{{4}}\b)")),
    (Vlagsoort.STRAAT, re.compile(_STRAAT)),
    (Vlagsoort.DATUM, re.compile(rf"\b(?:{_DATUM})")),
    (Vlagsoort.ACCOUNT, re.compile(r"(?<!\w)@\w{3,}|\bhttps?://\S+|\bwww\.\S+")),
)
_NEGEN = re.compile(r"(?<![\w+])\d(?:[\s.]?\d){7,8}(?!\d)")
_WOORD = re.compile(r"[^\W\d_][\w'’-]*")
_ZIN = re.compile(r"[^.!?\n]+[.!?]*")
_TIENTALLEN = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_EENHEDEN = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TIEN = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TELWOORD = rf"(?:(?:{_EENHEDEN})(?:en|ën)(?:{_TIENTALLEN})|{_TIENTALLEN}|{_TIEN}|{_EENHEDEN})"
_LEEFTIJD = re.compile(rf"\b(?P<n>\d{{1,3}}|{_TELWOORD})(?P<vorm>-?jarige|\sjaar(?:\soud)?\b)", re.IGNORECASE)


def _woordenlijst(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


# A number of years after or before these is a time, not an age.
_DUUR_VOOR = _woordenlijst(
    """
    al sinds na binnen elke elk om ongeveer ruim bijna de eerste laatste afgelopen zo'n
    """
)
_DUUR_NA = _woordenlijst(
    """
    geleden lang later ervaring eerder terug samen achtereen gewacht getrouwd durende
    """
)
_TITELS = _woordenlijst(
    """
    meneer mevrouw dhr mevr mw familie fam dokter dr dominee pastoor meester juf zuster
    """
)
_VERWANT = _woordenlijst(
    """
    zoon dochter man vrouw broer zus moeder vader buurman buurvrouw vriend vriendin collega oma opa
    tante oom begeleider vrijwilliger maatje kleinzoon kleindochter
    """
)
_TUSSEN = _woordenlijst(
    """
    van de der den ter ten te het 't op in
    """
)


_LIDWOORD = frozenset({"de", "den", "der", "ter", "ten"})


def vlaggen(tekst: str, kennis: Kennis, dorp: str = "") -> tuple[Vlag, ...]:
    """Return every sign in a text, in order of place; what was found as a number is not also a name.

    `dorp`: the village that is told beside the text, "" for none.
    """
    gevonden: list[Vlag] = []
    for vlag in (*_patronen(tekst), *_nummers(tekst), *_leeftijden(tekst), *_woorden(tekst, kennis)):
        if not any(vlag.begin < v.eind and v.begin < vlag.eind for v in gevonden):
            gevonden.append(vlag)
    klein = _kleine_dorpen(tekst, kennis, dorp)
    zeldzaam = _zeldzaam(tekst, kennis, gevonden, bool(klein), dorp)
    return (*sorted((*gevonden, *klein), key=lambda v: (v.begin, v.eind)), *zeldzaam)


def _vlag(tekst: str, soort: Vlagsoort, begin: int, eind: int, getal: int = 0) -> Vlag:
    return Vlag(soort, begin, eind, tekst[begin:eind], _zin_om(tekst, begin), getal=getal)


def _zin_om(tekst: str, plek: int) -> str:
    for zin in _ZIN.finditer(tekst):
        if zin.start() <= plek < zin.end():
            return zin.group().strip()
    return ""


def _patronen(tekst: str) -> Iterator[Vlag]:
    for soort, patroon in PATRONEN:
        for gevonden in patroon.finditer(tekst):
            yield _vlag(tekst, soort, gevonden.start(), gevonden.end())


def _nummers(tekst: str) -> Iterator[Vlag]:
    """Yield long numbers: a BSN (elfproef), or a number that may be of a file or a card."""
    for gevonden in _NEGEN.finditer(tekst):
        cijfers = [int(c) for c in gevonden.group() if c.isdigit()]
        soort = Vlagsoort.BSN if _elfproef(cijfers) else Vlagsoort.NUMMER
        yield _vlag(tekst, soort, gevonden.start(), gevonden.end())


def _elfproef(cijfers: list[int]) -> bool:
    vol = [0] * (9 - len(cijfers)) + cijfers
    som = sum(g * c for g, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), vol, strict=True))
    return som > 0 and som % 11 == 0


def _leeftijden(tekst: str) -> Iterator[Vlag]:
    for gevonden in _LEEFTIJD.finditer(tekst):
        voor = _WOORD.findall(tekst[: gevonden.start()])[-1:]
        na = _WOORD.findall(tekst[gevonden.end() : gevonden.end() + 40])[:1]
        zeker = "oud" in gevonden["vorm"] or "jarige" in gevonden["vorm"].lower()
        duur = {w.lower() for w in voor} & _DUUR_VOOR or {w.lower() for w in na} & _DUUR_NA
        if zeker or not duur:
            yield _vlag(tekst, Vlagsoort.LEEFTIJD, gevonden.start(), gevonden.end(), getal_van(gevonden["n"]))


def getal_van(woord: str) -> int:
    """Return the number below a hundred that a word or figures say; 0 for anything else."""
    if woord.isdigit():
        return int(woord)
    laag = woord.lower().replace("één", "een")
    vast = {w: n for n, w in enumerate(_EENHEDEN.replace("één|", "").split("|"), 1)}
    vast |= {w: n for n, w in enumerate(_TIEN.split("|"), 10)}
    tien = {w: n * 10 for n, w in enumerate(_TIENTALLEN.split("|"), 2)}
    if laag in vast:
        return vast[laag]
    for einde, waarde in tien.items():
        if laag.endswith(einde):
            return waarde + vast.get(re.sub("(en|ën)$", "", laag.removesuffix(einde)), 0)
    return 0


def _woorden(tekst: str, kennis: Kennis) -> Iterator[Vlag]:
    """Yield places and what may be a name: a known one, or a capital within a sentence."""
    bezet: list[tuple[int, int]] = []
    for plaats in sorted({*kennis.plaatsen, *kennis.dorpen}, key=len, reverse=True):
        if " " in plaats or "-" in plaats:  # the others are found word by word
            for m in re.finditer(rf"\b{re.escape(plaats)}\b", tekst) if plaats in tekst else ():
                bezet.append(m.span())
                yield _vlag(tekst, Vlagsoort.PLAATS, *m.span())
    for zin in _ZIN.finditer(tekst):
        yield from _in_zin(tekst, zin, kennis, bezet)


def _in_zin(tekst: str, zin: re.Match[str], kennis: Kennis, bezet: list[tuple[int, int]]) -> Iterator[Vlag]:
    voor: list[str] = []
    for m in _WOORD.finditer(zin.group()):
        begin, woord = zin.start() + m.start(), m.group()
        soort = None
        if not any(a <= begin < b for a, b in bezet):
            soort = _soort_woord(_kaal(woord), voor, kennis)
        if soort:
            yield _vlag(tekst, soort, begin, begin + len(_kaal(woord)))
        voor.append(woord)


def _kaal(woord: str) -> str:
    """Return a name without the s of possession."""
    for einde in ("'s", "’s"):
        if woord.endswith(einde) and len(woord) > 3:
            return woord[:-2]
    return woord


def _soort_woord(woord: str, voor: list[str], kennis: Kennis) -> Vlagsoort | None:
    """Return what a word may be; `voor` are the words before it in the sentence."""
    laag = woord.lower()
    vorige = next((w.lower().rstrip(".") for w in reversed(voor) if w.lower() not in _TUSSEN), "")
    if vorige in _TITELS and laag not in kennis.gewoon | _TUSSEN:
        return Vlagsoort.NAAM
    if not woord[0].isupper():
        naam = woord.capitalize() in kennis.voornamen and laag not in kennis.gewoon
        return Vlagsoort.NAAM if naam and voor and voor[-1].lower() in _VERWANT else None
    if woord in kennis.plaatsen or woord in kennis.dorpen:
        if voor and voor[-1].lower() in _LIDWOORD:  # de Vries, van der Laan
            return Vlagsoort.NAAM
        return None if not voor and laag in kennis.gewoon else Vlagsoort.PLAATS
    return _hoofdletter(woord, laag, bool(voor), kennis)


def _hoofdletter(woord: str, laag: str, binnen: bool, kennis: Kennis) -> Vlagsoort | None:
    trekken = any(_in_groep(laag, woorden) for woorden in kennis.groepen.values())
    if trekken or laag in kennis.veilig or (woord.isupper() and len(woord) > 1):
        return None
    if woord in kennis.voornamen:
        return None if not binnen and laag in kennis.gewoon else Vlagsoort.NAAM
    if not binnen:
        return Vlagsoort.NAAM if woord in kennis.achternamen and laag not in kennis.gewoon else None
    return Vlagsoort.NAAM


def _kleine_dorpen(tekst: str, kennis: Kennis, dorp: str) -> list[Vlag]:
    """Return a sign for each village below the limit, once: in the text, or told beside it."""
    gevonden = []
    for naam, inwoners in kennis.dorpen.items():
        m = re.search(rf"\b{re.escape(naam)}\b", tekst)
        if inwoners < kennis.klein_onder and (m or naam == dorp):
            begin, eind = m.span() if m else (0, 0)
            gevonden.append(Vlag(Vlagsoort.KLEIN_DORP, begin, eind, naam, "", getal=inwoners))
    return gevonden


def _zeldzaam(tekst: str, kennis: Kennis, vlaggen_: Iterable[Vlag], klein: bool, dorp: str) -> list[Vlag]:
    """Return the sign that so many traits together may fit one person."""
    per: dict[str, str] = {}
    for vlag in vlaggen_:
        if vlag.soort in (Vlagsoort.PLAATS, Vlagsoort.STRAAT):
            per.setdefault("plaats", vlag.fragment)
        if vlag.soort is Vlagsoort.LEEFTIJD:
            per.setdefault("leeftijd", vlag.fragment)
    if dorp:
        per.setdefault("plaats", dorp)
    for m in _WOORD.finditer(tekst):
        for groep, woorden in kennis.groepen.items():
            if groep not in per and _in_groep(m.group().lower(), woorden):
                per[groep] = m.group()
    nodig = kennis.zeldzaam_bij - (1 if klein else 0)
    if len(per) < nodig:
        return []
    delen = tuple(f"{groep}: {woord}" for groep, woord in sorted(per.items()))
    return [Vlag(Vlagsoort.ZELDZAAM, 0, 0, ", ".join(per[g] for g in sorted(per)), "", delen)]


def _in_groep(woord: str, woorden: frozenset[str]) -> bool:
    if woord in woorden:
        return True
    return any(w.endswith("*") and woord.startswith(w[:-1]) for w in woorden)
