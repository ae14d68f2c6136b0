"""Wmo 2015: when an application is possible, the yearly survey, and re-use of data from other laws."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from samendoen.recht.termijn import bereken


class Gegevensbron(StrEnum):
    """Where data about a resident were collected."""

    WMO = "Wmo 2015"
    JEUGDWET = "Jeugdwet"
    PARTICIPATIEWET = "Participatiewet"
    SCHULDHULP = "Wgs"


def aanvraag_mogelijk(melding: date, op: date, onderzoek_afgerond: date | None = None) -> bool:
    """Tell whether an application can be made on a day (Wmo 2015 art. 2.3.2 lid 9).

    Only after the investigation, unless its six weeks have passed without one.
    """
    if onderzoek_afgerond is not None and onderzoek_afgerond <= op:
        return True
    return bereken("wmo-onderzoek", melding).is_verstreken(op)


def ervaringsonderzoek_uiterlijk(jaar: int) -> date:
    """Return the last day to publish the yearly survey among clients: before 1 July (art. 2.5.1)."""
    return date(jaar, 6, 30)


def mag_hergebruiken(bron: Gegevensbron, *, uitdrukkelijke_toestemming: bool) -> bool:
    """Tell whether data may be used for the Wmo (art. 5.1.1 lid 4).

    Data collected for youth help, participation or debt help need the explicit consent of the person.
    """
    return bron is Gegevensbron.WMO or uitdrukkelijke_toestemming
