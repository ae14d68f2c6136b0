"""What somebody means by what they typed in the search box: pure, without a database."""

import re
from dataclasses import dataclass
from datetime import date

LANGSTE = 200
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_MAAND = "|".join(f"{naam[:3]}(?:{naam[3:]})?" for naam in MAANDEN).replace("maa(?:rt)?", "maa(?:rt)?|mrt")
_DATUM = re.compile(
    rf"\b(?:(?P<j>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})"
    rf"|(?P<d2>\d{{1,2}})(?:[-/.](?P<m2>\d{{1,2}})[-/.]|\s+(?P<naam>{_MAAND})\.?\s+)(?P<j2>\d{{4}}))\b",
    re.IGNORECASE,
)
# "4141 AB 12a", "4141ab 12-a", "4141 AB 12 a": of a name after the number no letter is taken.
_ADRES = re.compile(
    r"\b(?P<postcode>[1-9]\d{3} ?[A-Za-z]{2})\b"
    r"(?:[\s,]+(?P<nr>\d{1,5}(?:-?[A-Za-z]{1,4}\b|-\d{1,4}\b|\s[A-Za-z](?![\w.]))?)\b)?"
)
_BSN = re.compile(r"\b(?:\d[ .]?){8,9}\b")
_NUMMER = re.compile(r"(?:(?P<soort>[^\W\d]+)\s+)?#?\s?(?P<nr>\d{1,7})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """A question, taken apart. `woorden` is what is left: a name, or what to look for on the map.

    `datum_fout`: something that looks like a date, but is none.
    """

    woorden: str = ""
    geboortedatum: date | None = None
    bsn: str = ""
    postcode: str = ""
    huisnummer: str = ""
    nummer: int | None = None
    soort: str = ""
    datum_fout: bool = False

    @property
    def over_iemand(self) -> bool:
        """Tell whether this can only be about a person."""
        return bool(self.geboortedatum or self.bsn or self.postcode or self.datum_fout)


def ontleed(tekst: str) -> Zoekvraag:
    """Take a question apart: "Jansen 12-03-1980", a number, "4141 AB 12 Jansen", "casus 12", or words."""
    rest = " ".join(tekst.replace("\x00", " ").split())[:LANGSTE]
    nummer = _NUMMER.fullmatch(rest)
    if nummer:
        return Zoekvraag(nummer=int(nummer["nr"]), soort=(nummer["soort"] or "").lower())
    gevonden = _DATUM.search(rest)
    dag, fout = _datum(gevonden) if gevonden else (None, False)
    rest = _zonder(rest, gevonden)
    bsn = _BSN.search(rest)
    rest = _zonder(rest, bsn)
    adres = None if bsn else _ADRES.search(rest)
    return Zoekvraag(
        woorden=_zonder(rest, adres),
        geboortedatum=dag,
        bsn=bsn[0].strip() if bsn else "",
        postcode=adres["postcode"] if adres else "",
        huisnummer=(adres["nr"] or "") if adres else "",
        datum_fout=fout,
    )


def _zonder(tekst: str, gevonden: re.Match[str] | None) -> str:
    """Return the text without what was understood."""
    if gevonden is None:
        return tekst
    return f"{tekst[: gevonden.start()]} {tekst[gevonden.end() :]}".strip(" ,;")


def _datum(gevonden: re.Match[str]) -> tuple[date | None, bool]:
    jaar, dag = gevonden["j"] or gevonden["j2"], gevonden["d"] or gevonden["d2"]
    maand = gevonden["m"] or gevonden["m2"] or _maandnummer(gevonden["naam"])
    try:
        return date(int(jaar), int(maand), int(dag)), False
    except ValueError:
        return None, True


def _maandnummer(naam: str) -> int:
    kort = naam.lower().replace("mrt", "maa")[:3]
    return next(n for n, maand in enumerate(MAANDEN, 1) if maand.startswith(kort))
