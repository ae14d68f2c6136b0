"""Words for messages: what a number is, who is on the other side, what a retourcode means."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.berichten.models import STATUSSEN
from samendoen.berichten.rules.soorten import SOORTEN
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.berichten.rules.verkeer import ALLE_KRUISREGELS
from samendoen.schil.api import status

NUMMERS = {
    "301": gettext_lazy("toewijzing"),
    "302": gettext_lazy("antwoord op een toewijzing"),
    "305": gettext_lazy("begin van de hulp"),
    "306": gettext_lazy("antwoord op het begin van de hulp"),
    "307": gettext_lazy("einde van de hulp"),
    "308": gettext_lazy("antwoord op het einde van de hulp"),
    "315": gettext_lazy("verzoek om een toewijzing"),
    "316": gettext_lazy("antwoord op een verzoek om een toewijzing"),
    "317": gettext_lazy("verzoek om een wijziging"),
    "318": gettext_lazy("antwoord op een verzoek om een wijziging"),
    "319": gettext_lazy("besluit op een verzoek"),
    "320": gettext_lazy("antwoord op een besluit op een verzoek"),
    "323": gettext_lazy("declaratie"),
    "325": gettext_lazy("antwoord op een declaratie"),
}
KLASSEN = {
    "Client": gettext_lazy("Cliënt"),
    "ToegewezenProduct": gettext_lazy("Toegewezen product"),
    "StartProduct": gettext_lazy("Begin van de hulp"),
    "StopProduct": gettext_lazy("Einde van de hulp"),
    "AangevraagdProduct": gettext_lazy("Gevraagd product"),
    "OngewijzigdProduct": gettext_lazy("Product dat blijft"),
    "TeWijzigenProduct": gettext_lazy("Product om te wijzigen"),
    "NieuwProduct": gettext_lazy("Nieuw product"),
    "Prestatie": gettext_lazy("Prestatie"),
}
NIVEAUS = {
    1: gettext_lazy("de vorm van het bericht"),
    2: gettext_lazy("de inhoud van het bericht"),
    3: gettext_lazy("wat eerder is uitgewisseld"),
    4: gettext_lazy("een andere bron"),
}
_VORMEN = {
    Status.VERWERKT: "ok",
    Status.BEANTWOORD: "ok",
    Status.DUBBEL: "neutraal",
    Status.ONTVANGEN: "loopt",
    Status.KLAAR: "loopt",
    Status.AANGEBODEN: "info",
}
HEEL_BERICHT = "0001"


def soort_zin(soort: str) -> str:
    """Return "WMO301 toewijzing", or that nobody knows what it is."""
    return f"{soort} {NUMMERS[soort[-3:]]}" if soort in SOORTEN else _("Onbekend bericht")


def tegenpartij(r: Mapping[str, Any], namen: Mapping[str, str]) -> str:
    """Return the name of who is on the other side, else its code, else that it is unknown."""
    code = r["afzender"] if r["richting"] == Richting.IN else r["ontvanger"]
    return namen.get(code) or code or _("Onbekende afzender")


def stand_label(code: str, *, met_bevinding: bool) -> SafeString:
    """Return the mark of a status."""
    if code == Status.BEANTWOORD and met_bevinding:
        return status("fout", _("Afgekeurd door de aanbieder"))
    return status(_VORMEN.get(Status(code), "fout"), str(STATUSSEN[Status(code)]))


def pad_te_lezen(pad: str) -> SafeString:
    """Return a path that may break after each step."""
    return format_html_join("", "{}<wbr>", ((f"/{stap}",) for stap in pad.strip("/").split("/")))


def wat_te_doen(soort: str, bevinding: Mapping[str, Any]) -> str:
    """Return what a finding asks: our own sentence, or of a retourcode of theirs what it means to us."""
    if bevinding["melding"]:
        return str(bevinding["melding"])
    code = str(bevinding["regel"])
    if code == HEEL_BERICHT:
        return _("De aanbieder kon dit bericht niet verwerken. Vraag functioneel beheer ernaar te kijken.")
    zin = _zinnen(soort[-3:]).get(code)
    return zin or _("De aanbieder gaf retourcode %(code)s. Vraag wat er niet klopt.") % {"code": code}


@cache
def _zinnen(nummer: str) -> dict[str, str]:
    """Return retourcode -> what the sender of such a message must do."""
    regels = [r for r in ALLE_KRUISREGELS.values() if r.retourcode]
    return {r.retourcode: r.zin for r in regels if any(plek.nummer == nummer for plek in r.plekken)}
