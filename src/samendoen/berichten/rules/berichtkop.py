"""The header of a message that we make ourselves, from values."""

from datetime import date

from samendoen.berichten.rules import tabellen as t
from samendoen.berichten.rules.bericht import Inhoud
from samendoen.berichten.rules.soorten import Berichtsoort

XSD_VERSIE: Inhoud = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
"""The version of the schemas that our own messages follow (IV034)."""


def maak_kop(
    soort: Berichtsoort, afzender: str, ontvanger: str, identificatie: str, dagtekening: date
) -> dict[str, Inhoud | str]:
    """Return the header of a message that is no answer; `identificatie` has at most 12 characters."""
    return {
        "BerichtCode": soort.berichtcode,
        "BerichtVersie": t.VERSIE,
        "BerichtSubversie": t.SUBVERSIE,
        "Afzender": afzender,
        "Ontvanger": ontvanger,
        "BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": dagtekening},
        "XsdVersie": XSD_VERSIE,
    }
