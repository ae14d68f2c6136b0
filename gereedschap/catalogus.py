"""The English catalogue: extract, check, compile. Needs Babel and Django, no GNU gettext.

python gereedschap/catalogus.py bijwerken    bring the .po up to date with the source
python gereedschap/catalogus.py controleer   complete? nothing missing, fuzzy, obsolete or unequal
python gereedschap/catalogus.py compileer    write the .mo
"""

import re
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

WORTEL = Path(__file__).resolve().parent.parent
BRON = WORTEL / "src" / "samendoen"
PO = BRON / "locale" / "en" / "LC_MESSAGES" / "django.po"

FUNCTIES: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "_lazy": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
Vondst = tuple[str | tuple[str, str], str]  # the message (with its plural), and the file it stands in
PLAATSHOUDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
ONGETRIMD = re.compile(r"{%-?\s*blocktranslate\b(?![^%]*\btrimmed\b)")


class Fout(Exception):
    """Something in the source that cannot be extracted; the message says where and what to do."""


def main(opdracht: str) -> int:
    """Run one command; 0 is fine, 1 means that the catalogue needs work, 2 that the command is unknown."""
    opdrachten: dict[str, Callable[[], list[str]]] = {
        "bijwerken": bijwerken,
        "controleer": controleer,
        "compileer": compileer,
    }
    if opdracht not in opdrachten:
        print(__doc__, file=sys.stderr)
        return 2
    if not settings.configured:
        settings.configure(USE_I18N=True)
    try:
        bevindingen = opdrachten[opdracht]()
    except Fout as fout:
        bevindingen = [str(fout)]
    for regel in bevindingen:
        print(regel, file=sys.stderr)
    return 1 if bevindingen else 0


def bijwerken() -> list[str]:
    """Bring the .po up to date: new messages empty, unused ones gone. Returns what still needs English."""
    oud = _lees()
    nieuw = Catalog(locale="en", project="samendoen", header_comment="# English catalogue of Samendoen.")
    for boodschap, waar in _alle():
        nieuw.add(boodschap, locations=[(waar, 0)])
    for bericht in nieuw:
        bekend = oud.get(bericht.id) if bericht.id else None
        if bekend is not None and isinstance(bekend.id, tuple) == isinstance(bericht.id, tuple):
            bericht.string = bekend.string
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(_po_bytes(nieuw))
    return [f"Nog in het Engels te zetten: {bericht.id!r}" for bericht in nieuw if _onvertaald(bericht)]


def controleer() -> list[str]:
    """Return what is missing, fuzzy, obsolete or has other placeholders than its source."""
    catalogus = _lees()
    gevraagd = dict(_alle())
    bekend = {bericht.id: bericht for bericht in catalogus if bericht.id}
    doe = "Draai: python gereedschap/catalogus.py bijwerken"
    ontbreekt = [f"{gevraagd[b]}: {b!r} ontbreekt. {doe}" for b in gevraagd if b not in bekend]
    over = [f"{b!r} staat nergens meer in de broncode. {doe}" for b in bekend if b not in gevraagd]
    inhoud = [regel for bericht in bekend.values() for regel in _bezwaren(bericht)]
    return ontbreekt + over + inhoud + [f"{b!r} is verouderd. {doe}" for b in catalogus.obsolete]


def compileer() -> list[str]:
    """Write the .mo beside the .po."""
    with PO.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, _lees())
    return []


def _onvertaald(bericht: Message) -> bool:
    return bool(bericht.id) and not all(_teksten(bericht.string))


def _teksten(waarde: Any) -> tuple[Any, ...]:
    """Return the singular and the plural of a message, or its one text."""
    return tuple(waarde) if isinstance(waarde, (tuple, list)) else (waarde,)


def _bezwaren(bericht: Message) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    if _onvertaald(bericht):
        yield f"{bericht.id!r} heeft geen Engelse tekst."
        return
    if bericht.fuzzy:
        yield f"{bericht.id!r} is als onzeker gemerkt (fuzzy). Kijk haar na en haal het merk weg."
    bron, doel = _teksten(bericht.id), _teksten(bericht.string)
    wil = set().union(*(PLAATSHOUDER.findall(tekst) for tekst in bron))
    for tekst in doel:
        if set(PLAATSHOUDER.findall(tekst)) - wil or (
            len(doel) == 1 and wil - set(PLAATSHOUDER.findall(tekst))
        ):
            yield f"{bericht.id!r}: de plaatshouders van {tekst!r} kloppen niet."


def _alle() -> Iterator[Vondst]:
    """Yield every message of the source, each once, in the order of files and lines."""
    gezien: set[str | tuple[str, str]] = set()
    for boodschap, waar in _ruw():
        if boodschap not in gezien:
            gezien.add(boodschap)
            yield boodschap, waar


def _ruw() -> Iterator[Vondst]:
    paden = sorted([*BRON.rglob("*.py"), *BRON.rglob("*.html"), *BRON.rglob("templates/**/*.txt")])
    for pad in paden:
        if "migrations" in pad.parts:
            continue
        waar = pad.relative_to(WORTEL).as_posix()
        tekst = pad.read_text(encoding="utf-8")
        yield from _uit(tekst if pad.suffix == ".py" else _sjabloon(tekst, waar), waar)
    yield from _uit_het_recht()


def _uit_het_recht() -> Iterator[Vondst]:
    """Yield the names of the kinds of term: the law package itself knows no other language than Dutch."""
    from samendoen.recht.api import SOORTEN

    for soort in SOORTEN.values():
        yield soort.naam, "src/samendoen/recht/soorten.py"


def _sjabloon(tekst: str, waar: str) -> str:
    """Return a template as Python source that holds the same messages."""
    los = ONGETRIMD.search(tekst)
    if los:
        regel = tekst.count("\n", 0, los.start()) + 1
        raise Fout(f"{waar}:{regel}: schrijf {{% blocktranslate trimmed %}}, anders telt de opmaak mee.")
    return "\n".join(regel.lstrip() for regel in templatize(tekst, origin=waar).splitlines())


def _uit(bron: str, waar: str) -> Iterator[Vondst]:
    gevonden: Any = extract_python(BytesIO(bron.encode()), FUNCTIES, (), {"encoding": "utf-8"})
    for _regel, functie, inhoud, _uitleg in gevonden:
        teksten = tuple(deel for deel in _teksten(inhoud) if isinstance(deel, str))
        if FUNCTIES[functie] and len(teksten) >= 2:
            yield (teksten[0], teksten[1]), waar
        elif teksten and teksten[0]:
            yield teksten[0], waar


def _lees() -> Catalog:
    if not PO.exists():
        return Catalog(locale="en")
    with PO.open("rb") as po:
        return read_po(po, locale="en")


def _po_bytes(catalogus: Catalog) -> bytes:
    """Return the .po without dates and line numbers, so that a change shows only what changed."""
    uit = BytesIO()
    write_po(uit, catalogus, width=100, omit_header=True, include_lineno=False, sort_output=True)
    kop = (
        '# English catalogue of Samendoen.\nmsgid ""\nmsgstr ""\n'
        '"Language: en\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return kop.encode() + uit.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
