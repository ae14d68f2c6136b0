"""Findings in words, and in the form of contract 09."""

from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.rules import TOTAAL, Bevinding, Vermoeden
from samendoen.schil.api import aantal, euro


def zin(bevinding: Bevinding) -> str:
    """Say what does not add up, for a person."""
    if bevinding.onderwerp == "soort":
        return _(
            "%(regel)s staat als structureel (S), maar de toelichting noemt de bijdrage incidenteel: "
            "waarschijnlijk hoort hier een I."
        ) % {"regel": bevinding.regel}
    if bevinding.berekend is None:
        genoemd = f"{bevinding.genoemd}. " if bevinding.genoemd else ""
        return f"{bevinding.regel}: {genoemd}{vermoeden(bevinding)}"
    delen = [_gevonden(bevinding), _verschil(bevinding), vermoeden(bevinding)]
    return " ".join(deel for deel in delen if deel)


def _gevonden(b: Bevinding) -> str:
    waarden = {
        "regel": b.regel,
        "wat": b.onderwerp,
        "genoemd": bedrag(b.genoemd, b.eenheid),
        "berekend": bedrag(b.berekend, b.eenheid),
    }
    if b.vermoeden is Vermoeden.ANDERE_TABEL or (b.vermoeden is Vermoeden.AFRONDING and b.bij):
        return _("%(regel)s, %(wat)s: hier staat %(genoemd)s, ergens anders %(berekend)s.") % waarden
    if not b.onderwerp:
        return _("%(regel)s: het document noemt %(genoemd)s, opgeteld is het %(berekend)s.") % waarden
    return _("%(regel)s, %(wat)s: het document noemt %(genoemd)s, opgeteld is het %(berekend)s.") % waarden


def _verschil(b: Bevinding) -> str:
    if b.verschil is None:
        return ""
    return _("Het verschil is %(verschil)s.") % {"verschil": bedrag(b.verschil, b.eenheid)}


def bedrag(waarde: int | str | None, eenheid: str = "euro") -> str:
    """Return an amount or number of a finding as people read it; a letter or a text stays one."""
    if not isinstance(waarde, int):
        return waarde or ""
    return euro(waarde) if eenheid == "euro" else aantal(waarde // 100)


def vermoeden(b: Bevinding) -> str:
    """Return the likely cause of a finding in a sentence."""
    wat = b.vermoeden
    if wat is Vermoeden.SOORT:
        return _("De toelichting noemt dit incidenteel; dan hoort er I te staan.")
    bij = _("het totaal") if b.bij == TOTAAL else f"'{b.bij}'"
    onbekend = _("een van de regels")
    if wat is Vermoeden.AFRONDING and b.bij:
        return _("Het verschil is klein: waarschijnlijk is er afgerond.")
    zinnen = _vermoedens() | _vermoedens_tabellen() | _vermoedens_samenhang()
    waarden = {
        "bij": bij if b.bij else onbekend,
        "moet": bedrag(b.moet, b.eenheid),
        "komma": b.bij,
        "waar": b.onderwerp,
    }
    slot = ""
    if b.moet is not None and b.bij and wat is not Vermoeden.ELDERS:
        slot = " " + _("Met %(moet)s zou het kloppen.") % waarden
    return zinnen[wat] % waarden + slot


def _vermoedens() -> dict[Vermoeden, str]:
    return {
        Vermoeden.GEEN: _("Geen enkele regel verklaart het hele verschil."),
        Vermoeden.WEGGELATEN: _("Waarschijnlijk is %(bij)s niet meegeteld."),
        Vermoeden.DUBBEL: _("Waarschijnlijk is %(bij)s dubbel geteld."),
        Vermoeden.TEKEN: _("Waarschijnlijk is het minteken van %(bij)s omgedraaid."),
        Vermoeden.VERWISSELD: _("Waarschijnlijk zijn twee cijfers van %(bij)s verwisseld."),
        Vermoeden.CIJFER_TE_VEEL: _("Waarschijnlijk heeft %(bij)s een cijfer te veel of te weinig."),
        Vermoeden.CIJFER_WEG: _("Waarschijnlijk heeft %(bij)s een cijfer te veel of te weinig."),
        Vermoeden.ANDER_CIJFER: _("Waarschijnlijk is één cijfer van %(bij)s verkeerd."),
        Vermoeden.AFRONDING: _("Het verschil is klein: waarschijnlijk is er afgerond."),
    }


def _vermoedens_tabellen() -> dict[Vermoeden, str]:
    return {
        Vermoeden.ELDERS: _(
            "Waarschijnlijk hoort bij %(bij)s %(moet)s te staan: zo staat het in een andere tabel, en dan "
            "klopt de som."
        ),
        Vermoeden.ANDERE_TABEL: _("Vergelijk met %(bij)s: een van beide is afgerond of niet bijgewerkt."),
        Vermoeden.KOMMA: _(
            "Zo ver liggen deze twee zelden uit elkaar. Waarschijnlijk is een komma weggevallen: %(komma)s."
        ),
        Vermoeden.ONWAARSCHIJNLIJK: _("Zo ver liggen deze twee zelden uit elkaar. Zoek het na in de bron."),
    }


def _vermoedens_samenhang() -> dict[Vermoeden, str]:
    return {
        Vermoeden.ZONDER_METING: _(
            "Er staat wanneer we tevreden zijn, maar niet waaraan dat te zien is: geen cijfer, geen verhaal."
        ),
        Vermoeden.ZONDER_DOEL: _("Deze activiteit hoort bij geen enkel doel."),
        Vermoeden.ZONDER_ACTIVITEIT: _("Voor dit doel staat er geen activiteit."),
        Vermoeden.ZONDER_RESULTAAT: _("Bij deze activiteit is geen resultaat beloofd."),
    }


def als_json(b: Bevinding) -> dict[str, Any]:
    """Return a finding as contract 09 has it. Amounts are euros, as the document prints them."""
    los = b.onderwerp in ("soort", "", "samenhang") or b.eenheid == "procent"
    return {
        "tabel": b.tabel,
        "regel": b.regel if los else f"{b.regel}, {b.onderwerp}",
        "genoemd": _euros(b.genoemd),
        "berekend": _euros(b.berekend),
        "verschil": _euros(b.verschil),
        "vermoeden": vermoeden(b),
    }


def _euros(waarde: int | str | None) -> int | float | str | None:
    if not isinstance(waarde, int):
        return waarde
    return waarde // 100 if waarde % 100 == 0 else waarde / 100
