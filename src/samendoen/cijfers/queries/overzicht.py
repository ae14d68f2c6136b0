"""The list of indicators with their newest figure, and the words around one of them."""

from datetime import date

from django.utils.translation import gettext_lazy

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.kruis import NIETS, celtekst, naamtekst
from samendoen.cijfers.queries.tabellen import beschermd, naam_van, tabel
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN
from samendoen.kernel.api import Actor, Domeinfout
from samendoen.schil.api import datum_zonder_dag

NIVEAUS = {
    "input": gettext_lazy("Inzet (input)"),
    "throughput": gettext_lazy("Verloop (throughput)"),
    "output": gettext_lazy("Resultaat (output)"),
    "outcome": gettext_lazy("Effect (outcome)"),
}
RICHTINGEN = {
    "hoger": gettext_lazy("Hoger is beter."),
    "lager": gettext_lazy("Lager is beter."),
    "geen": gettext_lazy("Hoger of lager is hier niet goed of slecht."),
}
NIET_ERIN = {"feit_niet_vastgezet", "kolom_niet_vastgezet", "niet_in_publicatie"}
"""Why a day holds no figure of an indicator."""
UITSPLITSINGEN = {
    "jaar": gettext_lazy("Jaar"),
    "kwartaal": gettext_lazy("Kwartaal"),
    "maand": gettext_lazy("Maand"),
}


def uitsplitsingsnaam(naam: str) -> str:
    """Return the heading of a breakdown."""
    return str(UITSPLITSINGEN.get(naam) or naam.replace("_", " ").capitalize())


def lijst(door: Actor, peildatum: date) -> list[dict[str, str]]:
    """Return every indicator with its newest figure on a day, as dicts of ready strings.

    What that day does not hold leaves the figure open.
    """
    rijen = []
    for code, indicator in definities.indicatoren().items():
        waarde, periode = nieuwste_van(door, indicator, peildatum)
        rijen.append(
            {
                "code": code,
                "naam": indicator.naam,
                "niveau": str(NIVEAUS[indicator.niveau]),
                "waarde": waarde,
                "periode": periode,
                "peildatum": datum_zonder_dag(peildatum),
            }
        )
    return rijen


def nieuwste_van(door: Actor, indicator: Indicator, peildatum: date) -> tuple[str, str]:
    """Return the figure of the newest period of an indicator on a day, and that period.

    Of a distribution its part `uitgelicht`. Both are open when that day holds none.
    """
    try:
        return _nieuwste(door, indicator, peildatum)
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN:
            raise
        return NIETS, NIETS


def _nieuwste(door: Actor, indicator: Indicator, peildatum: date) -> tuple[str, str]:
    """Ask one table: the total of every period (published totals are in it as they went out)."""
    maat, weergave = indicator.maat, indicator.weergave
    periode = next((naam for naam in weergave.per if naam in PERIODEDELEN), None)
    if isinstance(maat, definities.Uniek) and beschermd(door):
        return NIETS, NIETS  # different people do not add up, so there is no published total
    per = [maat.kolom] if isinstance(maat, definities.Verdeling) else []
    gevraagd = tabel(door, indicator.code, [*per, periode] if periode else per, peildatum)
    rijen = list(gevraagd.rijen)
    if periode:
        perioden = [rij.namen[-1] for rij in rijen if rij.namen[-1] is not None]
        laatste = max(perioden, key=str, default=None)
        rijen = [rij for rij in rijen if laatste is not None and rij.namen[-1] == laatste]
    if isinstance(maat, definities.Verdeling):
        naam = naam_van(indicator, maat.kolom)(maat.uitgelicht)
        rijen = [rij for rij in rijen if rij.namen[0] == naam]
    if not rijen:
        return NIETS, NIETS
    [rij] = rijen
    wanneer = naamtekst(rij.namen[-1], periode, indicator, gevraagd.peildatum) if periode else NIETS
    voor = f"{rij.namen[0]}: " if isinstance(maat, definities.Verdeling) else ""
    return voor + celtekst(rij, gevraagd), wanneer
