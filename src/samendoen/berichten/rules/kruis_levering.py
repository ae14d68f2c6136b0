"""Rules on starts and stops (305, 307) against the assignments and against each other.

A line that takes an earlier one back (StatusAanlevering 3) is held against that one and nothing else (TR063).
"""

from datetime import date

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.kruisregels import Zicht, kruisregel
from samendoen.berichten.rules.register import TIJDELIJK, Regel, levering

START, STOP = "305 StartProduct", "307 StopProduct"


def _regel(product: Groep, zicht: Zicht) -> Regel:
    return zicht.register.regels[product.pad]


def _is_ontvangen(product: Groep, zicht: Zicht) -> bool:
    """Tell whether a line with the same key was received before."""
    regel = _regel(product, zicht)
    return regel.start in zicht.register.starts if regel.stop is None else regel.stop in zicht.register.stops


@kruisregel(
    "TR019",
    "9019",
    "Noem het nummer van een toewijzing van deze cliënt aan u.",
    f"{START} ToewijzingNummer",
    f"{STOP} ToewijzingNummer",
)
def hoort_bij_toewijzing(product: Groep, zicht: Zicht) -> bool:
    nummer = product.getal("ToewijzingNummer")
    taakgericht = nummer is None and zicht.kennis.taakgericht
    return _regel(product, zicht).verwijdert or taakgericht or zicht.toewijzing(nummer) is not None


@kruisregel(
    "TR063",
    "9063",
    "Verwijder alleen wat wij eerder van u ontvingen, met precies dezelfde gegevens.",
    f"{START} StatusAanlevering",
    f"{STOP} StatusAanlevering",
)
def verwijdert_wat_er_is(product: Groep, zicht: Zicht) -> bool:
    return not _regel(product, zicht).verwijdert or _is_ontvangen(product, zicht)


@kruisregel(
    "TR071",
    "9071",
    "Verwijder eerst de stop: deze levering is al gestopt.",
    f"{START} StatusAanlevering",
)
def verwijdert_geen_gestopte_start(product: Groep, zicht: Zicht) -> bool:
    return not _regel(product, zicht).verwijdert or _regel(product, zicht).start not in zicht.register.gestopt


@kruisregel(
    "TR074",
    "9074",
    "Stuur dit niet nog eens: wij ontvingen deze regel al. Verbeteren kan door hem eerst te verwijderen (3).",
    START,
    STOP,
)
def is_niet_eerder_ontvangen(product: Groep, zicht: Zicht) -> bool:
    return _regel(product, zicht).verwijdert or not _is_ontvangen(product, zicht)


@kruisregel(
    "TR326",
    "9326",
    "Stuur eerst een stop: de levering op deze toewijzing loopt al.",
    START,
)
def begint_niet_terwijl_het_loopt(product: Groep, zicht: Zicht) -> bool:
    if _regel(product, zicht).verwijdert or _is_ontvangen(product, zicht):
        return True  # an equal line is TR074's
    return zicht.register.lopend[levering(_regel(product, zicht).start)] == product.pad


@kruisregel(
    "TR382",
    "9069",
    "Neem toewijzing, product en begindatum over uit de start die u stuurde.",
    STOP,
)
def stopt_wat_begon(product: Groep, zicht: Zicht) -> bool:
    return _regel(product, zicht).verwijdert or _regel(product, zicht).start in zicht.register.starts


@kruisregel(
    "TR413",
    "9413",
    "Stuur geen tweede tijdelijke stop (20): stuur eerst een nieuwe start, of stop definitief.",
    f"{STOP} RedenBeeindiging",
)
def stopt_niet_twee_keer_tijdelijk(product: Groep, zicht: Zicht) -> bool:
    if _regel(product, zicht).verwijdert or product.tekst("RedenBeeindiging") != TIJDELIJK:
        return True
    return not zicht.register.gestopt_voor[product.pad].tijdelijk


@kruisregel(
    "TR414",
    "9414",
    "Kies een einddatum die niet voor die van de eerdere stop ligt, of verwijder die stop eerst.",
    f"{STOP} Einddatum",
)
def stopt_niet_voor_eerdere_stop(product: Groep, zicht: Zicht) -> bool:
    eerder = zicht.register.gestopt_voor[product.pad].laatste
    return _regel(product, zicht).verwijdert or (product.datum("Einddatum") or date.max) >= eerder


@kruisregel(
    "TR415",
    "9415",
    "Stuur geen tweede stop: deze levering is al definitief gestopt.",
    STOP,
)
def stopt_niet_na_definitieve_stop(product: Groep, zicht: Zicht) -> bool:
    return _regel(product, zicht).verwijdert or not zicht.register.gestopt_voor[product.pad].definitief
