"""The answer to a message that was judged on levels 1 and 2 (IV028, IV032; for a declaratie IV087, IV088).

Level 1 gets no answer here: a message whose form is wrong is refused by the transport. A fault of level 2 or
an approval is answered with a header alone; answers that judge class by class belong to level 3. We try the
rules ourselves and use no XSLT of others, so `XsltVersie` stays out (IV033).
"""

from datetime import date

from samendoen.berichten.rules import tabellen as t
from samendoen.berichten.rules.bericht import Bericht, Inhoud, inhoud_van, maak

AFGEKEURD = "0001"
"""The retourcode of every rule of level 2."""
GEEN_OPMERKING, VOLLEDIG_TOEGEWEZEN = "0200", "8001"
XSD_VERSIE: Inhoud = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
"""The version of the schemas that our own messages follow (IV034)."""


def keur_af(bericht: Bericht, identificatie: str, dagtekening: date) -> Bericht:
    """Return the answer to a message that fails level 2: header only, code 0001.

    `identificatie` (at most 12 characters) and `dagtekening` are those of the answer. Raises ValueError for a
    message that nobody answers, such as an answer.
    """
    return _antwoord(bericht, identificatie, dagtekening, AFGEKEURD)


def keur_goed(bericht: Bericht, identificatie: str, dagtekening: date) -> Bericht:
    """Return the answer to a message in which nothing is wrong on any level: header only, without codes.

    A declaratie is granted in full: 0200 in the header, below it 8001 and the amount. Raises as `keur_af`.
    """
    if bericht.soort.nummer != "323":
        return _antwoord(bericht, identificatie, dagtekening)
    declaratie = bericht.wortel.groep("Declaratie")
    assert declaratie is not None
    ingediend = inhoud_van(declaratie)["TotaalIngediendBedrag"]
    toegewezen: Inhoud = {
        "DeclaratieNummer": declaratie.tekst("DeclaratieNummer"),
        "TotaalIngediendBedrag": ingediend,
        "TotaalToegekendBedrag": ingediend,
        "RetourCodes": {"RetourCode": VOLLEDIG_TOEGEWEZEN},
    }
    return _antwoord(bericht, identificatie, dagtekening, GEEN_OPMERKING, {"DeclaratieAntwoord": toegewezen})


def _antwoord(
    bericht: Bericht, identificatie: str, dagtekening: date, code: str = "", rest: Inhoud | None = None
) -> Bericht:
    soort = bericht.soort.retour
    if soort is None:
        raise ValueError(f"{bericht.soort.code} has no answer")
    codes: Inhoud = {"RetourCodes": {"RetourCode": code}} if code else {}
    kop = inhoud_van(bericht.kop)
    if soort.nummer == "325":
        kop = {
            "BerichtVersie": t.VERSIE,
            "BerichtSubversie": t.SUBVERSIE,
            "Afzender": kop["Ontvanger"],
            "Ontvanger": kop["Afzender"],
            "BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": dagtekening},
            "XsdVersie": XSD_VERSIE,
            "DeclaratieIdentificatie": kop["BerichtIdentificatie"],
            "XsdVersieDeclaratie": kop["XsdVersie"],
        }
    else:
        eigen: Inhoud = {"IdentificatieRetour": identificatie, "DagtekeningRetour": dagtekening}
        kop = {**kop, **eigen, "XsdVersieRetour": XSD_VERSIE}
    return maak(soort, {"Header": {**kop, "BerichtCode": soort.berichtcode, **codes}, **(rest or {})})
