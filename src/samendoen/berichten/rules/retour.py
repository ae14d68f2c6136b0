"""The answer to a message that was judged (IV028, IV032; for a declaratie IV087, IV088).

Level 1 gets no answer here: a message whose form is wrong is refused by the transport. A fault of level 2 or
an approval is answered with a header alone; a fault of level 3 or 4 class by class. We try the
rules ourselves and use no XSLT of others, so `XsltVersie` stays out (IV033).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from samendoen.berichten.rules.bericht import (
    Bericht,
    Bevinding,
    Groep,
    Inhoud,
    Waarde,
    inhoud_van,
    maak_wortel,
)
from samendoen.berichten.rules.berichtkop import XSD_VERSIE, maak_kop
from samendoen.berichten.rules.condities import CREDIT
from samendoen.berichten.rules.constraints import DEBET
from samendoen.berichten.rules.soorten import Berichtsoort, Klasse
from samendoen.berichten.rules.technisch import saldo

AFGEKEURD = "0001"
"""The retourcode of every rule of level 2."""
GEEN_OPMERKING, NIET_BEOORDEELD, VOLLEDIG_TOEGEWEZEN = "0200", "0233", "8001"

Codes = dict[str, dict[str, None]]
"""Retourcodes, each once and in order, by the path of the class that they are about."""


def beoordeel(
    bericht: Bericht, bevindingen: Iterable[Bevinding], identificatie: str, dagtekening: date
) -> Bericht:
    """Return the answer to a message in which this was found, on whatever level but the first.

    `identificatie` (at most 12 characters) and `dagtekening` are those of the answer. Raises ValueError for a
    message that nobody answers, such as an answer, and for findings of level 1.
    """
    gevonden = tuple(bevindingen)
    if not gevonden:
        return keur_goed(bericht, identificatie, dagtekening)
    if any(bevinding.niveau == 1 for bevinding in gevonden):
        raise ValueError("level 1 is answered by the transport")
    if any(bevinding.niveau == 2 for bevinding in gevonden):
        return keur_af(bericht, identificatie, dagtekening)
    codes = codes_per_klasse(bericht, gevonden)
    if kop := codes.get(bericht.kop.pad):
        return _antwoord(bericht, identificatie, dagtekening, kop)
    if bericht.soort.nummer == "323":
        rest = _declaratieantwoord(bericht, codes)
    else:
        rest = _met_codes(bericht.wortel, _retoursoort(bericht).wortel, codes)
        del rest["Header"]
    return _antwoord(bericht, identificatie, dagtekening, [GEEN_OPMERKING], rest)


def keur_af(bericht: Bericht, identificatie: str, dagtekening: date) -> Bericht:
    """Return the answer to a message that fails level 2: header only, code 0001. Raises as `beoordeel`."""
    return _antwoord(bericht, identificatie, dagtekening, [AFGEKEURD])


def keur_goed(bericht: Bericht, identificatie: str, dagtekening: date) -> Bericht:
    """Return the answer to a message in which nothing is wrong on any level: header only, without codes.

    A declaratie is granted in full: 0200 in the header, below it 8001 and the amount. Raises as `beoordeel`.
    """
    if bericht.soort.nummer != "323":
        return _antwoord(bericht, identificatie, dagtekening)
    declaratie = _declaratie(bericht)
    ingediend = saldo(declaratie.groep("TotaalIngediendBedrag"), "TotaalBedrag")
    rest = _klasse_325(declaratie, ingediend, [VOLLEDIG_TOEGEWEZEN])
    return _antwoord(bericht, identificatie, dagtekening, [GEEN_OPMERKING], rest)


def codes_per_klasse(bericht: Bericht, bevindingen: Iterable[Bevinding]) -> Codes:
    """Return the retourcodes of findings of levels 3 and 4 by the path of the class that each is about.

    Raises ValueError as `beoordeel`.
    """
    retour = _retoursoort(bericht)
    namen = _beoordeelde_klassen(retour.wortel) | {"Declaratie"}
    codes: Codes = {}
    for bevinding in bevindingen:
        pad = bevinding.pad
        while pad and pad.rpartition("/")[2].partition("[")[0] not in namen:
            pad = pad.rpartition("/")[0]
        codes.setdefault(pad or bericht.kop.pad, {})[bevinding.retourcode] = None
    return codes


def _beoordeelde_klassen(klasse: Klasse) -> frozenset[str]:
    """Return the names of the elements of an answer that carry retourcodes."""
    namen = {d.naam for d in klasse.delen if isinstance(d.soort, Klasse) and "RetourCodes" in d.soort.namen}
    lager = (_beoordeelde_klassen(deel.soort) for deel in klasse.delen if isinstance(deel.soort, Klasse))
    return frozenset(namen).union(*lager)


def _met_codes(groep: Groep, klasse: Klasse, codes: Codes, onder_fout: bool = False) -> dict[str, Any]:
    """Return a group of a message as its answer repeats it: every class with its codes."""
    eigen = codes.get(groep.pad)
    inhoud: dict[str, Any] = {}
    for deel in klasse.delen:
        inhoud[deel.naam] = [
            _met_codes(waarde, deel.soort, codes, onder_fout or eigen is not None)
            if isinstance(waarde, Groep) and isinstance(deel.soort, Klasse)
            else waarde
            for waarde in groep.alle(deel.naam)
        ]
    if "RetourCodes" in klasse.namen:
        inhoud["RetourCodes"] = _retourcodes(eigen or [NIET_BEOORDEELD if onder_fout else GEEN_OPMERKING])
    return inhoud


def _retourcodes(codes: Iterable[str]) -> Inhoud:
    return {"RetourCode": list(codes)}


def _declaratie(bericht: Bericht) -> Groep:
    declaratie = bericht.wortel.groep("Declaratie")
    assert declaratie is not None
    return declaratie


def _declaratieantwoord(bericht: Bericht, codes: Codes) -> Inhoud:
    """Return the body of a 325: nothing granted, or the prestaties that are not (IV087)."""
    declaratie = _declaratie(bericht)
    toegekend = saldo(declaratie.groep("TotaalIngediendBedrag"), "TotaalBedrag")
    if declaratie.pad in codes:
        return _klasse_325(declaratie, 0, codes[declaratie.pad])
    wortel = _retoursoort(bericht).wortel
    klasse = _klasse(wortel, "DeclaratieAntwoord", "Clienten", "Client", "Prestaties", "Prestatie")
    clienten: list[Inhoud] = []
    for client in declaratie.groepen("Clienten/Client"):
        eigen, prestaties = codes.get(client.pad), client.groepen("Prestaties/Prestatie")
        if eigen is None:
            prestaties = [prestatie for prestatie in prestaties if prestatie.pad in codes]
        toegekend -= sum(saldo(p.groep("IngediendBedrag"), "Bedrag") for p in prestaties)
        afgewezen = [_met_codes(p, klasse, codes, eigen is not None) for p in prestaties]
        if afgewezen:
            clienten.append(
                {
                    "Bsn": client.tekst("Bsn"),
                    "Prestaties": {"Prestatie": afgewezen},
                    "RetourCodes": _retourcodes(eigen or [GEEN_OPMERKING]),
                }
            )
    return _klasse_325(declaratie, toegekend, [GEEN_OPMERKING], {"Client": clienten})


def _klasse(klasse: Klasse, *stappen: str) -> Klasse:
    """Return the class of an element further down."""
    for stap in stappen:
        [soort] = (deel.soort for deel in klasse.delen if deel.naam == stap)
        assert isinstance(soort, Klasse)
        klasse = soort
    return klasse


def _klasse_325(
    declaratie: Groep, toegekend: int, codes: Iterable[str], clienten: Inhoud | None = None
) -> Inhoud:
    bedrag: Inhoud = {"TotaalBedrag": abs(toegekend), "DebetCredit": CREDIT if toegekend < 0 else DEBET}
    antwoord: Inhoud = {
        "DeclaratieNummer": declaratie.tekst("DeclaratieNummer"),
        "TotaalIngediendBedrag": _inhoud(declaratie, "TotaalIngediendBedrag"),
        "TotaalToegekendBedrag": bedrag,
        "Clienten": clienten,
        "RetourCodes": _retourcodes(codes),
    }
    return {"DeclaratieAntwoord": antwoord}


def _inhoud(groep: Groep, naam: str) -> Inhoud:
    """Return what stands in an element of a group that is there, as nested mappings."""
    [deel] = groep.groepen(naam)
    return inhoud_van(deel)


def _retoursoort(bericht: Bericht) -> Berichtsoort:
    """Return the kind that answers a message. Raises ValueError."""
    soort = bericht.soort.retour
    if soort is None:
        raise ValueError(f"{bericht.soort.code} has no answer")
    return soort


def _antwoord(
    bericht: Bericht,
    identificatie: str,
    dagtekening: date,
    codes: Iterable[str] = (),
    rest: Inhoud | None = None,
) -> Bericht:
    soort, heen = _retoursoort(bericht), bericht.kop
    eigen: dict[str, Any] = {"BerichtCode": soort.berichtcode}
    if codes:
        eigen["RetourCodes"] = _retourcodes(codes)
    if soort.nummer == "325":
        eigen |= _kop_325(soort, heen, identificatie, dagtekening)
        overgenomen: Mapping[str, Waarde] = {}
    else:
        eigen |= {"IdentificatieRetour": identificatie, "DagtekeningRetour": dagtekening}
        eigen["XsdVersieRetour"] = XSD_VERSIE
        overgenomen = heen.delen
    wortel = maak_wortel(soort, {"Header": eigen, **(rest or {})})
    kop = Groep(heen.naam, heen.pad, {**overgenomen, **wortel.onder("Header").delen})
    return Bericht(soort, Groep(wortel.naam, wortel.pad, {**wortel.delen, "Header": kop}))


def _kop_325(
    soort: Berichtsoort, heen: Groep, identificatie: str, dagtekening: date
) -> dict[str, Inhoud | str]:
    """Return what the header of an answer to an invoice says: it comes from the other side."""
    return {
        **maak_kop(soort, heen.tekst("Ontvanger"), heen.tekst("Afzender"), identificatie, dagtekening),
        "DeclaratieIdentificatie": _inhoud(heen, "BerichtIdentificatie"),
        "XsdVersieDeclaratie": _inhoud(heen, "XsdVersie"),
    }
