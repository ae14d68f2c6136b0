"""What a message is about: who really sent it, its identity, and the places in it that we keep."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from samendoen.berichten.rules.bericht import Bericht, Groep, Waarde
from samendoen.berichten.rules.tabellen import BERICHTEN, GEMEENTE, RETOUR

PRODUCTEN = frozenset(
    {
        "ToegewezenProduct",
        "StartProduct",
        "StopProduct",
        "AangevraagdProduct",
        "OngewijzigdProduct",
        "TeWijzigenProduct",
        "NieuwProduct",
        "Prestatie",
    }
)
GEEN_OPMERKING = frozenset({"0200", "0233", "8001"})
"""Retourcodes that say that nothing is wrong with this class, or that it was not looked at."""
VRAAG_VAN = {antwoord: vraag for vraag, antwoord in RETOUR.items()}
ZONDER_BSN = "000000000"


@dataclass(frozen=True, slots=True)
class Kop:
    """Who really sent a message to whom, and under which identity. Of an answer the header says the reverse.

    `vraag` is the kind and identity of the message that it answers: ("WMO301", "24-000117"), or None.
    """

    soort: str
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date
    vraag: tuple[str, str] | None

    @property
    def bestandsnaam(self) -> str:
        """Return the name of its file: the same message has the same name."""
        nummer = re.sub(r"[^A-Za-z0-9-]", lambda teken: f"={ord(teken[0]):x}", self.identificatie)
        return f"{self.soort}_{self.afzender}_{self.ontvanger}_{nummer}.xml"


@dataclass(frozen=True, slots=True)
class Plaats:
    """A class of a message: where it stands, whom and which assignment it is about, the verdict on it."""

    klasse: str
    pad: str
    bsn: str
    toewijzing: int | None
    codes: tuple[str, ...]


def kop_van(bericht: Bericht) -> Kop:
    """Return who sent a message that passed level 1, to whom, and its identity."""
    kop, soort = bericht.kop, bericht.soort
    afzender, ontvanger = kop.tekst("Afzender"), kop.tekst("Ontvanger")
    identificatie = kop.tekst("BerichtIdentificatie/Identificatie")
    dagtekening = kop.datum("BerichtIdentificatie/Dagtekening") or date.max
    vraag = VRAAG_VAN.get(soort.nummer)
    if vraag is None:
        return Kop(soort.code, afzender, ontvanger, identificatie, dagtekening, None)
    code = soort.standaard.upper() + vraag
    if soort.nummer == "325":
        over = kop.tekst("DeclaratieIdentificatie/Identificatie")
        return Kop(soort.code, afzender, ontvanger, identificatie, dagtekening, (code, over))
    eigen = kop.tekst("IdentificatieRetour")
    dag = kop.datum("DagtekeningRetour") or date.max
    return Kop(soort.code, ontvanger, afzender, eigen, dag, (code, identificatie))


def is_voor_gemeente(nummer: str) -> bool:
    """Tell whether a municipality receives messages of this number."""
    vraag = VRAAG_VAN.get(nummer)
    van_gemeente = BERICHTEN[vraag or nummer][0] == GEMEENTE
    return van_gemeente if vraag else not van_gemeente


def codes_van(groep: Groep) -> tuple[str, ...]:
    """Return the retourcodes of a class itself."""
    return tuple(str(code) for code in groep.alle("RetourCodes/RetourCode"))


def plaatsen(bericht: Bericht) -> tuple[Plaats, ...]:
    """Return the clients and products of a message, and every other class that has a retourcode of note."""
    gevonden: list[Plaats] = []
    _verzamel(bericht.wortel, "", gevonden)
    return tuple(gevonden)


def _verzamel(groep: Groep, bsn: str, gevonden: list[Plaats]) -> None:
    bsn = groep.tekst("Bsn") or bsn
    codes = codes_van(groep)
    opvallend = bool(set(codes) - GEEN_OPMERKING)
    if groep.naam in PRODUCTEN or groep.naam == "Client" or opvallend:
        gevonden.append(Plaats(groep.naam, groep.pad, bsn, groep.getal("ToewijzingNummer"), codes))
    for kind in groep.kinderen():
        _verzamel(kind, bsn, gevonden)


def opmerkingen(bericht: Bericht) -> tuple[str, ...]:
    """Return the retourcodes of an answer that ask attention, each once, in order."""
    alle = [code for groep in bericht.wortel.loop() for code in codes_van(groep)]
    return tuple(dict.fromkeys(code for code in alle if code not in GEEN_OPMERKING))


def zonder_clienten(bericht: Bericht, paden: Collection[str]) -> Bericht:
    """Return the message without the numbers of the clients at these places: their lines stay as amounts."""
    return replace(bericht, wortel=_zwart(bericht.wortel, paden))


def _zwart(groep: Groep, paden: Collection[str]) -> Groep:
    delen: dict[str, Waarde] = {}
    for naam, waarde in groep.delen.items():
        if isinstance(waarde, Groep):
            delen[naam] = _zwart(waarde, paden)
        elif isinstance(waarde, tuple):
            delen[naam] = tuple(deel if isinstance(deel, str) else _zwart(deel, paden) for deel in waarde)
        else:
            delen[naam] = waarde
    if groep.pad in paden and "Bsn" in delen:
        delen["Bsn"] = ZONDER_BSN
    return replace(groep, delen=delen)
