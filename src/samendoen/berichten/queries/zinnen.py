"""What the timeline says of messages."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.berichten.models import AFWIJSREDENEN, STATUSSEN
from samendoen.berichten.rules.toestand import Status
from samendoen.kernel.stekkers import Zin, vaste_zin


def _soort(g: Mapping[str, Any]) -> str:
    return str(g["berichtsoort"]).upper()


def _verwerkt(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    stand = str(STATUSSEN[Status(gegevens["uitkomst"])]).lower()
    return _("Bericht %(soort)s ontvangen: %(stand)s") % {"soort": _soort(gegevens), "stand": stand}


def _klaargezet(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Bericht %(soort)s gemaakt voor de aanbieder") % {"soort": _soort(gegevens)}


def _beantwoord(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    if gegevens["codes"]:
        return _("De aanbieder vond iets in ons bericht: %(codes)s") % {"codes": ", ".join(gegevens["codes"])}
    return _("De aanbieder keurde ons bericht goed")


def _afgewezen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    reden = str(AFWIJSREDENEN.get(gegevens["reden"], gegevens["reden"]))
    return _("Verzoek van een aanbieder afgewezen: %(reden)s") % {"reden": reden}


ZINNEN: dict[str, Zin] = {
    "berichten.bericht_ontvangen": vaste_zin(gettext_lazy("Bericht van een aanbieder ontvangen")),
    "berichten.bericht_verwerkt": _verwerkt,
    "berichten.bericht_klaargezet": _klaargezet,
    "berichten.bericht_aangeboden": vaste_zin(gettext_lazy("Bericht naar de aanbieder verstuurd")),
    "berichten.bericht_herzonden": vaste_zin(gettext_lazy("Bericht opnieuw verstuurd")),
    "berichten.bericht_beantwoord": _beantwoord,
    "berichten.bericht_mislukt": vaste_zin(gettext_lazy("Bericht kwam niet aan bij de aanbieder")),
    "berichten.signaal_afgehandeld": vaste_zin(gettext_lazy("Melding over een bericht afgehandeld")),
    "berichten.signaal_heropend": vaste_zin(gettext_lazy("Melding over een bericht weer open")),
    "berichten.bericht_opnieuw_geprobeerd": vaste_zin(gettext_lazy("Bericht nog eens verwerkt")),
    "berichten.verzoek_ontvangen": vaste_zin(gettext_lazy("Verzoek van een aanbieder ontvangen")),
    "berichten.verzoek_in_onderzoek": vaste_zin(gettext_lazy("Verzoek van een aanbieder in onderzoek")),
    "berichten.verzoek_afgewezen": _afgewezen,
    "berichten.verzoek_antwoord_teruggenomen": vaste_zin(
        gettext_lazy("Antwoord op een verzoek van een aanbieder teruggenomen")
    ),
    "berichten.verzoek_toegewezen": vaste_zin(gettext_lazy("Verzoek van een aanbieder toegewezen")),
}
