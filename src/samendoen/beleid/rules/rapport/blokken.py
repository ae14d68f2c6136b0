"""The blocks of which every report is made. Each form (page, PDF, Word, JSON) knows these and nothing else.

All text is plain text in the language of the council: no mark-up is read in it. Amounts are ready words, with
the cents beside them (`Cel.eurocent`) for whoever computes.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from samendoen.beleid.rules.lichten import Kleur


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading. The title of the report has level 1; blocks begin at 2 and never skip one."""

    tekst: str
    niveau: int = 2


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph, with a word before it that says what it is; `stil`: less loud, for a source."""

    tekst: str
    label: str = ""
    stil: bool = False


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list of points."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table: its header, whether it holds numbers, how wide it is beside the others."""

    naam: str
    getal: bool = False
    breedte: int = 1


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell: words, a smaller remark below, the light before it, and the amount in cents if it is one."""

    tekst: str
    uitleg: str = ""
    licht: Kleur | None = None
    eurocent: int | None = None


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a caption and headers; the first cell of a row is its header. `totaal` is the last row."""

    bijschrift: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    totaal: tuple[Cel, ...] = ()


@dataclass(frozen=True, slots=True)
class Figuur:
    """A drawing (SVG) with what it shows in words, and the table behind it."""

    alt: str
    svg: str
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class Licht:
    """A light: colour and word, and what it is about. `voorbeeld`: made up, in no document."""

    kleur: Kleur
    woord: str
    onderwerp: str = ""
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class Lichten:
    """Lights beside each other."""

    lichten: tuple[Licht, ...]


@dataclass(frozen=True, slots=True)
class Opmerking:
    """What a reader must know: a title, sentences, and points if there are any."""

    titel: str
    zinnen: tuple[str, ...] = ()
    punten: tuple[str, ...] = ()


Blok = Kop | Alinea | Lijst | Tabel | Figuur | Lichten | Opmerking
SOORTEN: dict[str, type[Blok]] = {
    "kop": Kop,
    "alinea": Alinea,
    "lijst": Lijst,
    "tabel": Tabel,
    "figuur": Figuur,
    "lichten": Lichten,
    "opmerking": Opmerking,
}
SOORT_VAN: dict[type[Blok], str] = {klasse: soort for soort, klasse in SOORTEN.items()}


@dataclass(frozen=True, slots=True)
class Rapportdocument:
    """Everything a report says. `onder` are the lines below the title, `voet` where it comes from.

    `gegevens` are values for machines that stand in JSON beside the blocks: codes, amounts, hashes.
    """

    soort: str
    titel: str
    afzender: str
    onder: tuple[str, ...]
    peildatum: date
    blokken: tuple[Blok, ...]
    voet: tuple[str, ...] = ()
    gegevens: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what no form can show well. Raises ValueError: a mistake of ours."""
        niveau = 1
        for blok in self.blokken:
            if isinstance(blok, Kop):
                if not 2 <= blok.niveau <= niveau + 1:
                    raise ValueError(f"heading skips a level: {blok.tekst}")
                niveau = blok.niveau
            tabel = blok.tabel if isinstance(blok, Figuur) else blok
            if isinstance(tabel, Tabel):
                _keur(tabel)


def _keur(tabel: Tabel) -> None:
    breed = len(tabel.kolommen)
    if not tabel.bijschrift or any(len(rij) != breed for rij in (*tabel.rijen, tabel.totaal) if rij):
        raise ValueError(f"table without caption or with uneven rows: {tabel.bijschrift}")


EIGEN = frozenset({"soort", "titel", "afzender", "onder", "peildatum", "blokken", "voet"})


def als_json(document: Rapportdocument) -> dict[str, Any]:
    """Return a report as JSON can keep it; `uit_json` gives the same report back."""
    if EIGEN & set(document.gegevens):
        raise ValueError("a value has the name of a part of the report")
    return {
        "soort": document.soort,
        "titel": document.titel,
        "peildatum": document.peildatum.isoformat(),
        **document.gegevens,
        "afzender": document.afzender,
        "onder": list(document.onder),
        "blokken": [{"blok": SOORT_VAN[type(blok)], **asdict(blok)} for blok in document.blokken],
        "voet": list(document.voet),
    }


def uit_json(gegevens: Mapping[str, Any]) -> Rapportdocument:
    """Return the report that `als_json` wrote down."""
    return Rapportdocument(
        soort=gegevens["soort"],
        titel=gegevens["titel"],
        afzender=gegevens["afzender"],
        onder=tuple(gegevens["onder"]),
        peildatum=date.fromisoformat(gegevens["peildatum"]),
        blokken=tuple(_blok(blok) for blok in gegevens["blokken"]),
        voet=tuple(gegevens["voet"]),
        gegevens={naam: waarde for naam, waarde in gegevens.items() if naam not in EIGEN},
    )


def _blok(gegevens: Mapping[str, Any]) -> Blok:
    klasse: type[Any] = SOORTEN[gegevens["blok"]]
    velden = {f.name: gegevens[f.name] for f in fields(klasse)}
    if klasse is Tabel:
        return _tabel(velden)
    if klasse is Figuur:
        return Figuur(velden["alt"], velden["svg"], _tabel(velden["tabel"]))
    if klasse is Lichten:
        return Lichten(tuple(Licht(**v | {"kleur": Kleur(v["kleur"])}) for v in velden["lichten"]))
    blok: Blok = klasse(**{naam: tuple(w) if isinstance(w, list) else w for naam, w in velden.items()})
    return blok


def _tabel(velden: Mapping[str, Any]) -> Tabel:
    return Tabel(
        velden["bijschrift"],
        tuple(Kolom(**kolom) for kolom in velden["kolommen"]),
        tuple(tuple(_cel(cel) for cel in rij) for rij in velden["rijen"]),
        tuple(_cel(cel) for cel in velden["totaal"]),
    )


def _cel(velden: Mapping[str, Any]) -> Cel:
    return Cel(**velden | {"licht": Kleur(velden["licht"]) if velden["licht"] else None})  # type: ignore[operator]
