"""Recognising a household while somebody is on the phone: search, cards to choose from, and the choice.

A choice is a signed note that this user recognised this resident: nobody takes a question for a resident whom
they did not find by an exact question (decision record 0007).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.api import Herkenning, herken
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Domeinfout, klok
from samendoen.schil.api import DatumVeld, aantal

ZOUT = "toegang.herkend"
WERKDAG_S = 12 * 3600
BSN_CIJFERS = 8
ZOEKVELDEN = ("achternaam", "geboortedatum", "bsn", "postcode", "huisnummer")
NIEUW, ONBEKEND = "nieuw", "onbekend"


@dataclass(frozen=True, slots=True)
class Gekozen:
    """Whom a user chose from what was found; `plaats` is empty for a secret address."""

    persoon_id: int
    plaats: str
    leeftijd: int


@dataclass(frozen=True, slots=True)
class Kaart:
    """One resident who may be meant, ready to show."""

    teken: str
    naam: str
    geboren: str
    plaats: str
    huisgenoten: str
    geheim: bool
    panelen: tuple[str, ...]
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Zoekuitslag:
    """What was found, and the sentence that says so; `fout` when the question itself was wrong."""

    kaarten: tuple[Kaart, ...] = ()
    zin: str = ""
    fout: bool = False


def teken(door: Actor, gevonden: Herkenning) -> str:
    """Return the note that this user recognised this resident."""
    inhoud = {
        "u": door.id,
        "p": gevonden.persoon_id,
        "d": gevonden.plaats,
        "l": gevonden.leeftijd,
    }
    return signing.dumps(inhoud, salt=ZOUT)


def lees_teken(door: Actor, waarde: str) -> Gekozen | None:
    """Return whom a note is about; None when it is not ours, of another user, or of another day."""
    try:
        inhoud = signing.loads(waarde, salt=ZOUT, max_age=WERKDAG_S)
    except signing.BadSignature:
        return None
    if inhoud.get("u") != door.id:
        return None
    return Gekozen(inhoud["p"], inhoud["d"], inhoud["l"])


def zoek(door: Actor, gegevens: Mapping[str, Any]) -> Zoekuitslag:
    """Return who may be meant by what was typed so far; half a question gives nothing, and no error."""
    vraag = {veld: str(gegevens.get(veld, "")).strip() for veld in ZOEKVELDEN}
    dag = lees_dag(vraag["geboortedatum"])
    if dag is not None and dag > klok.vandaag():
        return Zoekuitslag(zin=_("De geboortedatum ligt in de toekomst. Controleer het jaartal."), fout=True)
    try:
        gevonden = herken(
            door,
            naam=vraag["achternaam"],
            geboortedatum=dag,
            bsn=vraag["bsn"] if _heel(vraag["bsn"]) else "",
            postcode=vraag["postcode"],
            huisnummer=vraag["huisnummer"],
        )
    except Domeinfout as fout:
        if fout.veld is None:
            raise
        return Zoekuitslag(zin=f"{fout.toelichting} {fout.doe}", fout=True)
    gekozen = lees_teken(door, str(gegevens.get("inwoner", "")))
    kaarten = tuple(_kaart(door, wie, gekozen) for wie in gevonden)
    return Zoekuitslag(kaarten, _zin(len(kaarten), vraag, dag))


def lees_dag(tekst: str) -> date | None:
    """Return the day that somebody typed; None as long as it is none."""
    try:
        dag = DatumVeld(required=False).clean(tekst)
    except forms.ValidationError:
        return None
    return dag if isinstance(dag, date) else None


def _heel(bsn: str) -> bool:
    """Tell whether a number was typed to its end: half of one is no mistake."""
    return sum(teken.isdigit() for teken in bsn) >= BSN_CIJFERS


def _zin(gevonden: int, vraag: Mapping[str, str], dag: date | None) -> str:
    if gevonden:
        tekst = ngettext("%(n)s inwoner gevonden.", "%(n)s inwoners gevonden.", gevonden)
        return tekst % {"n": aantal(gevonden)}
    op_naam = vraag["achternaam"] and (dag or (vraag["postcode"] and vraag["huisnummer"]))
    if op_naam or _heel(vraag["bsn"]):
        return _("Niemand gevonden. Klopt de spelling? Kies anders voor een nieuwe inwoner.")
    return _("Vul het BSN in, of de achternaam met de geboortedatum of het adres.")


def _kaart(door: Actor, wie: Herkenning, gekozen: Gekozen | None) -> Kaart:
    panelen: list[str] = []
    if wie.huishouden_id is not None and not wie.geheim:
        panelen = stekkers.panelen("herkenning", door, wie.huishouden_id)
    return Kaart(
        teken=teken(door, wie),
        naam=wie.naam,
        geboren=wie.geboortedatum_tekst,
        plaats=wie.plaats,
        huisgenoten=", ".join(wie.huisgenoten),
        geheim=wie.geheim,
        panelen=tuple(panelen),
        gekozen=gekozen is not None and gekozen.persoon_id == wie.persoon_id,
    )
