"""Money: the tables of changes with computed totals, and everything in them that does not add up."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.definities import Plandefinitie
from samendoen.beleid.models import Begrotingsmutatie, Mutatietabel, Plan
from samendoen.beleid.models.geld import SOORTEN
from samendoen.beleid.rules import (
    TOTAAL,
    Bedragen,
    Bevinding,
    Mutatie,
    Soort,
    Vermoeden,
    controleer,
    tel_op,
)
from samendoen.schil.api import euro


@dataclass(frozen=True, slots=True)
class TabelWaarde:
    """A table of changes: the lines, the totals we computed, those the document names, the findings."""

    titel: str
    bron: str
    onderdeel_id: int
    mutaties: tuple[Mutatie, ...]
    totaal: Bedragen
    genoemd: Bedragen | None
    bevindingen: tuple[Bevinding, ...]


def tabellen(plan: Plan) -> list[TabelWaarde]:
    """Return the tables of a plan, those of the latest year first; two queries."""
    rijen = list(Mutatietabel.objects.filter(onderdeel__plan=plan).order_by("-onderdeel__jaar", "pk"))
    per: dict[int, list[Mutatie]] = {rij.pk: [] for rij in rijen}
    for m in Begrotingsmutatie.objects.filter(tabel__in=rijen).order_by("volgorde"):
        per[m.tabel_id].append(
            Mutatie(
                m.naam,
                m.lasten_eurocent,
                m.baten_eurocent,
                m.genoemd_saldo_eurocent,
                Soort(m.soort),
                m.toelichting,
            )
        )
    return [_tabel(rij, tuple(per[rij.pk])) for rij in rijen]


def _tabel(rij: Mutatietabel, mutaties: tuple[Mutatie, ...]) -> TabelWaarde:
    genoemd = None
    lasten, baten, saldo = (
        rij.genoemd_lasten_eurocent,
        rij.genoemd_baten_eurocent,
        rij.genoemd_saldo_eurocent,
    )
    if lasten is not None and baten is not None and saldo is not None:
        genoemd = Bedragen(lasten, baten, saldo)
    return TabelWaarde(
        titel=rij.titel,
        bron=rij.bron,
        onderdeel_id=rij.onderdeel_id,
        mutaties=mutaties,
        totaal=tel_op(mutaties),
        genoemd=genoemd,
        bevindingen=tuple(controleer(rij.titel, mutaties, genoemd)),
    )


def bevindingen_van_alle_plannen() -> list[Bevinding]:
    """Return what does not add up in the plans that were read in."""
    plannen = Plan.objects.order_by("code")
    return [b for plan in plannen for tabel in tabellen(plan) for b in tabel.bevindingen]


def bevindingen_van_definitie(definitie: Plandefinitie) -> list[Bevinding]:
    """Return what does not add up in a definition that was not read in."""
    gevonden: list[Bevinding] = []
    for deel in definitie.onderdeel:
        tabel = deel.mutatietabel
        if tabel is None:
            continue
        mutaties = [
            Mutatie(m.naam, m.lasten_eurocent, m.baten_eurocent, m.saldo_eurocent, m.soort, m.verklaring)
            for m in tabel.mutatie
        ]
        g = tabel.genoemd
        genoemd = Bedragen(g.lasten_eurocent, g.baten_eurocent, g.saldo_eurocent) if g else None
        gevonden += controleer(tabel.titel, mutaties, genoemd)
    return gevonden


def soortnaam(soort: str) -> str:
    """Return "Incidenteel (I)"."""
    return f"{SOORTEN[Soort(soort)]} ({soort})"


def zin(bevinding: Bevinding) -> str:
    """Say what does not add up, for a person."""
    if bevinding.onderwerp == "soort":
        return _(
            "%(regel)s staat als structureel (S), maar de toelichting noemt de bijdrage incidenteel: "
            "waarschijnlijk hoort hier een I."
        ) % {"regel": bevinding.regel}
    verschil = bevinding.verschil or 0
    delen = [
        _("%(regel)s, %(wat)s: het document noemt %(genoemd)s, opgeteld is het %(berekend)s.")
        % {
            "regel": bevinding.regel,
            "wat": bevinding.onderwerp,
            "genoemd": bedrag(bevinding.genoemd),
            "berekend": bedrag(bevinding.berekend),
        },
        _("Het verschil is %(verschil)s.") % {"verschil": euro(verschil)},
        vermoeden(bevinding),
    ]
    return " ".join(deel for deel in delen if deel)


def bedrag(waarde: int | str) -> str:
    """Return an amount of a finding as people read it; a letter stays one."""
    return euro(waarde) if isinstance(waarde, int) else waarde


def vermoeden(bevinding: Bevinding) -> str:
    """Return the likely cause of a finding in a sentence."""
    wat = bevinding.vermoeden
    if wat is Vermoeden.SOORT:
        return _("De toelichting noemt dit incidenteel; dan hoort er I te staan.")
    bij = _("het totaal") if bevinding.bij == TOTAAL else f"'{bevinding.bij}'"
    onbekend = _("een van de regels")
    return _vermoedens()[wat] % {"bij": bij if bevinding.bij else onbekend}


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


def als_json(bevinding: Bevinding) -> dict[str, Any]:
    """Return a finding as contract 09 has it. Amounts are euros, as the document prints them."""
    soort = bevinding.onderwerp == "soort"
    return {
        "tabel": bevinding.tabel,
        "regel": bevinding.regel if soort else f"{bevinding.regel}, {bevinding.onderwerp}",
        "genoemd": _euros(bevinding.genoemd),
        "berekend": _euros(bevinding.berekend),
        "verschil": _euros(bevinding.verschil),
        "vermoeden": vermoeden(bevinding),
    }


def _euros(waarde: int | str | None) -> int | float | str | None:
    if not isinstance(waarde, int):
        return waarde
    return waarde // 100 if waarde % 100 == 0 else waarde / 100
