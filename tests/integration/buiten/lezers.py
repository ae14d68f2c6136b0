"""How the attacker reads every answer that the council or anybody else can get: per URL where it is asked and
what stands in it. A URL that is not here is one that nobody looked at."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from lxml import html

from tests.integration.buiten.aanvaller import DEEL, DICHT, KLEIN, OPEN, OVER, TOTAAL, Blad, Inhoud


@dataclass(frozen=True)
class Antwoord:
    """An answer to one request."""

    adres: str
    code: str
    dag: date
    inhoud: bytes

    @property
    def tekst(self) -> str:
        """The answer as text."""
        return self.inhoud.decode("utf-8-sig")


@dataclass(frozen=True)
class Wereld:
    """What there is to ask for."""

    definities: Mapping[str, Mapping[str, Any]]
    dagen: tuple[date, ...]
    koers: Mapping[str, tuple[int, ...]]
    zonder: Mapping[str, list[list[Any]]]
    """The arguments of what has no figures."""

    @property
    def openbaar(self) -> list[str]:
        """The codes of the indicators that are published."""
        return sorted(code for code, d in self.definities.items() if d.get("openbaar"))


@dataclass(frozen=True)
class Lezer:
    """A way in: the arguments and questions of a URL, and what an answer tells."""

    vragen: Callable[[Wereld], Iterator[tuple[list[object], str, str, date]]]
    """Arguments, query, indicator ("" where it is about more) and day of each request."""
    lees: Callable[[Wereld, Antwoord], Iterator[Blad]]


def getal(tekst: str) -> int:
    """Return a number as people write it: 1.234."""
    return int(tekst.replace(".", ""))


def cel(tekst: str) -> Inhoud | None:
    """Return what a cell of a screen says; None when it says nothing."""
    tekst = " ".join(tekst.split())
    if tekst == "–":
        return None
    if tekst == "verborgen":
        return (DICHT,)
    if re.fullmatch(r"1 t/m \d+", tekst):
        return (KLEIN,)
    if deel := re.fullmatch(r"\d+% \(([\d.]+) van ([\d.]+)\)", tekst):
        return DEEL, getal(deel[1]), getal(deel[2])
    if over := re.fullmatch(r"-?[\d.,]+ \(over ([\d.]+)\)", tekst):
        return OVER, getal(over[1])
    assert re.fullmatch(r"[\d.]+", tekst), f"nobody knows how to read {tekst!r}"
    return OPEN, getal(tekst)


def kop(tekst: str) -> str:
    """Return a heading without how far a period goes: 2023 (t/m mei)."""
    return re.sub(r" \(t/m .*\)$", "", " ".join(tekst.split()))


def _per(definitie: Mapping[str, Any]) -> tuple[str, ...]:
    weergave = definitie["weergave"]
    return tuple(weergave[naam] for naam in ("rijen", "kolommen") if naam in weergave)


def elke_indicator(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    """Ask every indicator that is published on every day."""
    for code in wereld.openbaar:
        for dag in wereld.dagen:
            yield [code], f"peildatum={dag.isoformat()}", code, dag


def scherm(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the table on the page of an indicator, totals included."""
    blad = html.fromstring(antwoord.tekst)
    tabellen = blad.xpath("//main//table")
    if not tabellen:
        assert re.search("nog geen|staat nog niets", antwoord.tekst), antwoord.adres
        return
    [tabel] = tabellen
    per = _per(wereld.definities[antwoord.code])
    koppen = [kop(th.text_content()) for th in tabel.xpath("./thead/tr/th")][1:]
    cellen: dict[tuple[str, ...], Inhoud] = {}
    for rij in tabel.xpath("./tbody/tr|./tfoot/tr"):
        eerste, *rest = [" ".join(deel.text_content().split()) for deel in rij.xpath("./th|./td")]
        for naam, tekst in zip(koppen, rest, strict=True):
            plek = (_label(kop(eerste)), *([_label(naam)] if len(per) == 2 else []))
            inhoud = cel(tekst)
            if inhoud is not None:
                cellen[plek] = inhoud
    yield Blad(antwoord.code, antwoord.dag, per, cellen)


def _label(naam: str) -> str:
    return TOTAAL if naam == "Totaal" else naam


def bestand(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the table of a download, JSON or CSV: it has no totals."""
    if antwoord.adres.partition("?")[0].endswith("json"):
        ruw = json.loads(antwoord.tekst)["rijen"]
    else:
        ruw = list(csv.DictReader(StringIO(antwoord.tekst), delimiter=";"))
    yield rijen(ruw, antwoord.code, antwoord.dag, _per(wereld.definities[antwoord.code]))


def rijen(ruw: Iterable[Mapping[str, Any]], code: str, dag: date, per: Sequence[str]) -> Blad:
    """Read the rows of a file; a breakdown that a row lacks is a total. What is hidden has no number at all:
    the screen says more, namely whether it is small."""
    cellen: dict[tuple[str, ...], Inhoud] = {}
    for rij in ruw:
        waarden = [rij.get(naam, TOTAAL) for naam in per]
        plek = tuple("onbekend" if waarde in (None, "") else str(waarde) for waarde in waarden)
        if rij["onderdrukt"] in (True, "ja"):
            assert not any(rij.get(naam) for naam in ("waarde", "teller", "noemer", "over"))
        elif rij.get("teller") not in (None, ""):
            cellen[plek] = DEEL, int(rij["teller"]), int(rij["noemer"])
        elif rij["waarde"] not in (None, ""):
            cellen[plek] = (OVER, int(rij["over"])) if "over" in rij else (OPEN, int(rij["waarde"]))
    return Blad(code, dag, tuple(per), cellen, heel=False)


def _vormen(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    for args, vraag, code, dag in elke_indicator(wereld):
        for vorm in ("json", "csv"):
            yield [*args, vorm], vraag, code, dag


def lijst(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the newest figures on the page of all indicators: each is a total of a period."""
    namen = {d["naam"]: code for code, d in wereld.definities.items() if d["soort"] == "tellen"}
    for rij in html.fromstring(antwoord.tekst).xpath("//main//tbody/tr"):
        naam, waarde, _eenheid, periode = [" ".join(d.text_content().split()) for d in rij.xpath("./th|./td")]
        if "elders gemeten" in periode or naam not in namen:
            continue
        assert wereld.definities[namen[naam]].get("openbaar"), naam
        yield from nieuwste(wereld, namen[naam], antwoord.dag, waarde, kop(periode))


def nieuwste(wereld: Wereld, code: str, dag: date, waarde: str, periode: str) -> Iterator[Blad]:
    """Read one figure that stands by itself: the newest period, of a distribution with the part's name."""
    definitie = wereld.definities[code]
    per = _per(definitie)
    deel, _dubbel, tekst = waarde.rpartition(": ")
    inhoud = cel(tekst)
    if inhoud is None:
        return
    plek = [TOTAAL] * len(per)
    if periode != "–":
        plek[-1] = periode
    if deel:
        plek[0] = deel
    yield Blad(code, dag, per, {tuple(plek): inhoud}, heel=False)


def koers(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the figure beside a goal."""
    namen = {d["naam"]: code for code, d in wereld.definities.items() if d["soort"] == "tellen"}
    for vak in html.fromstring(antwoord.tekst).xpath("//p[@class='bl-cijfer']"):
        naam, waarde, onder = [" ".join(deel.text_content().split()) for deel in vak]
        if naam in namen and waarde:
            periode = kop(onder.partition(",")[0])
            yield from nieuwste(
                wereld, namen[naam], antwoord.dag, waarde, periode if periode[:2] == "20" else "–"
            )


def _van_koers(naam: str) -> Callable[[Wereld], Iterator[tuple[list[object], str, str, date]]]:
    def vragen(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
        for nummer in wereld.koers[naam]:
            yield [nummer], "", "", wereld.dagen[-1]

    return vragen


def eens(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    """Ask once: it is about the newest publication."""
    yield [], "", "", wereld.dagen[-1]


LEZERS: dict[str, Lezer] = {
    "cijfers": Lezer(eens, lijst),
    "indicator": Lezer(elke_indicator, scherm),
    "indicator_download": Lezer(_vormen, bestand),
    "koers": Lezer(eens, koers),
    "koers_doel": Lezer(_van_koers("koers_doel"), koers),
}

# Where no figure stands: nothing is read there of what was published, nor of anybody's dossier.
ZONDER = {
    "aanbod": "the social map",
    "kaart": "the social map",
    "kaart_organisatie": "the social map",
    "koers_activiteit": "what was promised and what came of it, in words",
    "koers_controle": "whether the sums of a budget add up",
    "koers_geld": "money of the budget",
    "koers_rapport": "frozen when it was made; then it is seen what goes in",
    "koers_rapporten": "the list of reports",
    "zoek": "finds titles",
    "account_change_password": "about oneself",
    "account_login": "about oneself",
    "dwangsom": "the law",
    "termijnen": "the law",
    "gezond": "for machines",
    "klaar": "for machines",
    "voorpagina": "what Samendoen is",
    "woordenlijst": "words",
}
