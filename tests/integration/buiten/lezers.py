"""How the attacker reads every answer that the council or anybody else can get: per URL where it is asked and
what stands in it. A URL that is not here is one that nobody looked at."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from tests.integration.buiten.aanvaller import DEEL, OPEN, OVER, TOTAAL, Blad, Inhoud, Los
from tests.integration.buiten.lezen import Antwoord, Lezer, Wereld, cel, kop, pagina_van


def _per(definitie: Mapping[str, Any]) -> tuple[str, ...]:
    weergave = definitie["weergave"]
    return tuple(weergave[naam] for naam in ("rijen", "kolommen") if naam in weergave)


def elke_indicator(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    """Ask every indicator that is published on every day; of what this municipality has no facts, once."""
    for code in wereld.openbaar:
        for dag in wereld.dagen if wereld.definities[code]["feit"] in wereld.feiten else wereld.dagen[-1:]:
            yield [code], f"peildatum={dag.isoformat()}", code, dag


def scherm(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad | Los]:
    """Read the table on the page of an indicator, totals included."""
    blad = pagina_van(antwoord.tekst)
    yield from _losse(blad.xpath("//*[@id='lichten']//td"), antwoord)
    tabellen = blad.xpath("//*[@id='cijfers']//table")
    if not tabellen:
        assert re.search("nog geen|staat nog niets", antwoord.tekst), antwoord.adres
        return
    per = _per(wereld.definities[antwoord.code])
    yield Blad(antwoord.code, antwoord.dag, per, kruis(_raster(tabellen[0]), len(per)))


def _raster(tabel: Any) -> list[list[str]]:
    """Return the texts of a table, its heading first and its totals last."""
    return [
        [" ".join(deel.text_content().split()) for deel in rij.xpath("./th|./td")]
        for rij in tabel.xpath("./thead/tr|./tbody/tr|./tfoot/tr")
    ]


def kruis(raster: Sequence[Sequence[Any]], dimensies: int) -> dict[tuple[str, ...], Inhoud]:
    """Return what stands at each place of rows by columns."""
    koppen, *rest = raster
    cellen: dict[tuple[str, ...], Inhoud] = {}
    for eerste, *waarden in rest:
        for naam, waarde in zip(koppen[1:], waarden, strict=True):
            plek = (kop(str(eerste)), kop(str(naam)))[:dimensies]
            inhoud = None if waarde in (None, "") else cel(str(waarde))
            if inhoud is not None:
                cellen[tuple(map(_label, plek))] = inhoud
    return cellen


def _losse(vakken: Iterable[Any], antwoord: Antwoord, code: str = "") -> Iterator[Los]:
    """Read figures that stand by themselves; other words are passed over."""
    for vak in vakken:
        tekst = " ".join(vak.text_content().split())
        if re.fullmatch(r"[\d.]+|\d+% \(.*\)|.* \(over .*\)|verborgen|1 t/m \d+", tekst):
            inhoud = cel(tekst)
            if inhoud is not None:
                yield Los(antwoord.adres, code or antwoord.code, antwoord.dag, inhoud)


def _label(naam: str) -> str:
    return TOTAAL if naam == "Totaal" else naam


def bestand(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the table of a download, JSON or CSV: it has no totals."""
    if antwoord.adres.partition("?")[0].endswith("json"):
        ruw = json.loads(antwoord.tekst)["rijen"]
    else:
        ruw = _csv(antwoord.tekst)
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
        for vorm in ("json", "csv") if dag == wereld.dagen[-1] else ("json",):
            yield [*args, vorm], vraag, code, dag


def lijst(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the newest figures on the page of all indicators: each is a total of a period."""
    namen = {d["naam"]: code for code, d in wereld.definities.items() if d["soort"] == "tellen"}
    for rij in pagina_van(antwoord.tekst).xpath("//main//tbody/tr"):
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
    for vak in pagina_van(antwoord.tekst).xpath("//p[@class='bl-cijfer']"):
        naam, waarde, onder = [" ".join(deel.text_content().split()) for deel in vak]
        if naam in namen and waarde:
            periode = kop(onder.partition(",")[0])
            yield from nieuwste(
                wereld, namen[naam], antwoord.dag, waarde, periode if periode[:2] == "20" else "–"
            )


def _met_args(naam: str) -> Callable[[Wereld], Iterator[tuple[list[object], str, str, date]]]:
    def vragen(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
        for args in wereld.args[naam]:
            yield args, "", "", wereld.dagen[-1]

    return vragen


def _delen(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    for [query] in wereld.args["koers_vragen"]:
        yield [], query, "", wereld.dagen[-1]


def eens(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    """Ask once: it is about the newest publication."""
    yield [], "", "", wereld.dagen[-1]


def _dashboard(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    """Ask it of a day in the past; that of the last day is where one begins."""
    dag = wereld.dagen[4]
    yield ["raad"], f"peildatum={dag.isoformat()}", "", dag


def dashboard(wereld: Wereld, antwoord: Antwoord) -> Iterator[Los]:
    """Read every number of the dashboard: in its tiles, its tables and its pictures."""
    pagina = pagina_van(antwoord.tekst)
    for blok, code in wereld.blokken.items():
        elders = wereld.definities[code]["soort"] == "extern"
        for vak in [] if elders else pagina.xpath(f"//*[@id='{blok}']"):
            yield from _losse(vak.xpath(".//td"), antwoord, code)
            for tegel in vak.xpath(".//p[contains(@class, 'cd-waarde')]"):
                yield from _tegel(tegel, antwoord, code)
            for beeld in vak.xpath(".//svg"):
                yield from _getekend(beeld, antwoord, code)


def _tegel(tegel: Any, antwoord: Antwoord, code: str) -> Iterator[Los]:
    """Read a big number: of a share and a measured one what it is of stands in the line below it."""
    van = re.search(r"\((.*)\)", tegel.getnext().text_content())
    waarde = (tegel.text or "").strip()
    inhoud = cel(f"{waarde} ({van[1]})" if van and waarde[-1:].isdigit() | waarde.endswith("%") else waarde)
    if inhoud is not None:
        yield Los(antwoord.adres, code, antwoord.dag, inhoud)


def _getekend(beeld: Any, antwoord: Antwoord, code: str) -> Iterator[Los]:
    """Read what a picture tells: the words of its marks. The ticks of its axes are of no figure."""
    for deel in beeld.iter():
        woorden = [deel.get("aria-label") or ""]
        if deel.tag.endswith("text") and not _is_as(deel):
            woorden.append("".join(deel.itertext()))
        for tekst in woorden:
            yield from _losse([pagina_van(f"<td>{tekst}</td>")] if tekst.strip() else [], antwoord, code)


def _is_as(deel: Any) -> bool:
    return any("role-axis" in (boven.get("class") or "") for boven in deel.iterancestors())


def _blokken(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    for blok, code in wereld.blokken.items():
        for dag, vorm in ((wereld.dagen[-1], "svg"), (wereld.dagen[-1], "csv"), (wereld.dagen[4], "json")):
            if vorm == "svg" and not blok.endswith("teams"):
                continue  # all of them stand on the page too
            yield ["raad", blok, vorm], f"peildatum={dag.isoformat()}", code, dag


def blok(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad | Los]:
    """Read the file of a block."""
    vorm = antwoord.adres.partition("?")[0].rpartition(".")[2]
    if wereld.definities[antwoord.code]["soort"] == "extern":
        return  # measured by others
    if vorm == "svg":
        yield from _getekend(pagina_van(antwoord.tekst), antwoord, antwoord.code)
    else:
        ruw = json.loads(antwoord.tekst)["rijen"] if vorm == "json" else _csv(antwoord.tekst)
        yield rijen(ruw, antwoord.code, antwoord.dag, _per(wereld.definities[antwoord.code]))


def _csv(tekst: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(StringIO(tekst), delimiter=";"))


def _eigen(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    """Ask every sheet by its first two columns on the last day."""
    for blad in wereld.bladen:
        rij, kolom, *_diep = blad["per"]
        yield [], f"feit={blad['feit']}&rijen={rij}&kolommen={kolom}", blad["code"], wereld.dagen[-1]


def _eigen_bestand(wereld: Wereld) -> Iterator[tuple[list[object], str, str, date]]:
    for _args, query, code, dag in _eigen(wereld):
        for vorm in ("xlsx", "csv"):
            yield [vorm], query, code, dag


def eigen(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read the answer to an own question: rows by columns, or a line per figure."""
    per = wereld.definities[antwoord.code]["per"]
    pad = antwoord.adres.partition("?")[0]
    if pad.endswith("csv"):
        yield rijen(_csv(antwoord.tekst), antwoord.code, antwoord.dag, per)
        return
    if pad.endswith("xlsx"):
        from openpyxl import load_workbook

        blad = load_workbook(BytesIO(antwoord.inhoud), read_only=True).worksheets[0]
        raster: list[list[Any]] = [list(rij) for rij in blad.iter_rows(values_only=True)]
    else:
        [tabel] = pagina_van(antwoord.tekst).xpath("//main//table")
        raster = _raster(tabel)
    cellen = {(*plek, *[TOTAAL] * (len(per) - 2)): wat for plek, wat in kruis(raster, 2).items()}
    yield Blad(antwoord.code, antwoord.dag, per, cellen, heel=False)


def rapport(wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad | Los]:
    """Read every table of a report that has the name of an indicator."""
    namen = {d["naam"]: code for code, d in wereld.definities.items() if d["soort"] == "tellen"}
    for tabel in pagina_van(antwoord.tekst).xpath("//table"):
        titel = " ".join("".join(tabel.xpath("./caption//text()")).split())
        if titel in namen:
            per = _per(wereld.definities[namen[titel]])
            yield Blad(namen[titel], antwoord.dag, per, kruis(_raster(tabel), len(per)), heel=False)


def welke(_wereld: Wereld, antwoord: Antwoord) -> Iterator[Blad]:
    """Read which figures there are to take along: no number of anybody stands among it."""
    assert '"waarde"' not in antwoord.tekst
    assert not re.search(r"\d+ \(over|\d+% \(|verborgen<|<td[^>]*>\s*[\d.]+\s*</td>", antwoord.tekst)
    yield from ()


LEZERS: dict[str, Lezer] = {
    "cijfers": Lezer(eens, lijst),
    "dashboard": Lezer(_dashboard, dashboard),
    "dashboard_blok": Lezer(_blokken, blok),
    "dashboards": Lezer(eens, dashboard),
    "eigen_vraag": Lezer(_eigen, eigen),
    "eigen_vraag_bestand": Lezer(_eigen_bestand, eigen),
    "indicator": Lezer(elke_indicator, scherm),
    "indicator_download": Lezer(_vormen, bestand),
    "koers": Lezer(_delen, koers),
    "koers_rapport": Lezer(_met_args("koers_rapport"), rapport),
    "koers_rapport_blad": Lezer(_met_args("koers_rapport_blad"), rapport),
    "opendata": Lezer(eens, welke),
    "opendata_catalogus": Lezer(eens, welke),
    "opendata_bestand": Lezer(_vormen, bestand),
    "koers_doel": Lezer(_met_args("koers_doel"), koers),
}

# Where no figure stands: nothing is read there of what was published, nor of anybody's dossier.
ZONDER = {
    "aanbod": "the social map",
    "cijfers_gemis": "not published, and it says so",
    "kaart": "the social map",
    "kaart_organisatie": "the social map",
    "koers_activiteit": "what was promised and what came of it, in words",
    "koers_controle": "whether the sums of a budget add up",
    "koers_geld": "money of the budget",
    "koers_markt": "who said what on the evening of the market",
    "koers_markten": "the list of markets",
    "koers_rapport_verschil": "what changed between two versions of a report",
    "koers_verhaal": "a story with consent",
    "koers_verhaal_bestand": "the picture with a story",
    "koers_verhalen": "stories with consent",
    "metingen": "figures of others, who publish them themselves",
    "koers_dorp": "money and initiatives of a village",
    "koers_dorpen": "the list of villages",
    "koers_initiatief": "what somebody wants to do, in words",
    "koers_initiatieven": "the list of initiatives",
    "koers_raad": "what the council was promised, in words",
    "koers_stoppen": "what stopping a goal costs",
    "koers_wijzigingen": "what changed in the plans",
    "galerij": "of the components, and closed",
    "account_logout": "about oneself",
    "account_set_password": "about oneself",
    "set_language": "about oneself",
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
