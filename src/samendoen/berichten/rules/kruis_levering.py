"""Rules on starts and stops (305, 307) against the assignments and against each other.

A line that takes an earlier one back (StatusAanlevering 3) is held against that one and nothing else (TR063).
"""

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.constraints import VERWIJDEREN
from samendoen.berichten.rules.kennis import Start, Stop
from samendoen.berichten.rules.kruisregels import Zicht, kruisregel
from samendoen.berichten.rules.register import TIJDELIJK, levering

START, STOP = "305 StartProduct", "307 StopProduct"


def _verwijdert(product: Groep) -> bool:
    return product.tekst("StatusAanlevering") == VERWIJDEREN


def _is_ontvangen(product: Groep, zicht: Zicht) -> bool:
    """Tell whether a line with the same key was received before."""
    if product.naam == "StopProduct":
        return Stop.uit(product, zicht.bsn) in zicht.register.stops
    return Start.uit(product, zicht.bsn) in zicht.register.starts


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
    return _verwijdert(product) or taakgericht or zicht.toewijzing(nummer) is not None


@kruisregel(
    "TR063",
    "9063",
    "Verwijder alleen wat wij eerder van u ontvingen, met precies dezelfde gegevens.",
    f"{START} StatusAanlevering",
    f"{STOP} StatusAanlevering",
)
def verwijdert_wat_er_is(product: Groep, zicht: Zicht) -> bool:
    return not _verwijdert(product) or _is_ontvangen(product, zicht)


@kruisregel(
    "TR071",
    "9071",
    "Verwijder eerst de stop: deze levering is al gestopt.",
    f"{START} StatusAanlevering",
)
def verwijdert_geen_gestopte_start(product: Groep, zicht: Zicht) -> bool:
    return not _verwijdert(product) or Start.uit(product, zicht.bsn) not in zicht.register.gestopt


@kruisregel(
    "TR074",
    "9074",
    "Stuur dit niet nog eens: wij ontvingen deze regel al. Verbeteren kan door hem eerst te verwijderen (3).",
    START,
    STOP,
)
def is_niet_eerder_ontvangen(product: Groep, zicht: Zicht) -> bool:
    return _verwijdert(product) or not _is_ontvangen(product, zicht)


@kruisregel(
    "TR326",
    "9326",
    "Stuur eerst een stop: de levering op deze toewijzing loopt al.",
    START,
)
def begint_niet_terwijl_het_loopt(product: Groep, zicht: Zicht) -> bool:
    if _verwijdert(product) or _is_ontvangen(product, zicht):
        return True  # an equal line is TR074's
    return zicht.register.lopend[levering(Start.uit(product, zicht.bsn))] == product.pad


@kruisregel(
    "TR382",
    "9069",
    "Neem toewijzing, product en begindatum over uit de start die u stuurde.",
    STOP,
)
def stopt_wat_begon(product: Groep, zicht: Zicht) -> bool:
    return _verwijdert(product) or Start.uit(product, zicht.bsn) in zicht.register.starts


@kruisregel(
    "TR413",
    "9413",
    "Stuur geen tweede tijdelijke stop (20): stuur eerst een nieuwe start, of stop definitief.",
    f"{STOP} RedenBeeindiging",
)
def stopt_niet_twee_keer_tijdelijk(product: Groep, zicht: Zicht) -> bool:
    if _verwijdert(product) or product.tekst("RedenBeeindiging") != TIJDELIJK:
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
    return _verwijdert(product) or Stop.uit(product, zicht.bsn).einde >= eerder


@kruisregel(
    "TR415",
    "9415",
    "Stuur geen tweede stop: deze levering is al definitief gestopt.",
    STOP,
)
def stopt_niet_na_definitieve_stop(product: Groep, zicht: Zicht) -> bool:
    return _verwijdert(product) or not zicht.register.gestopt_voor[product.pad].definitief
