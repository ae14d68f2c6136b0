"""Rules on requests (315, 317) against the assignments that run and the requests before them."""

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import loopt_door
from samendoen.berichten.rules.kennis import Toewijzing
from samendoen.berichten.rules.kruisregels import Zicht, kruisregel
from samendoen.berichten.rules.ruimte import TOTAAL
from samendoen.berichten.rules.technisch import botst, gepland

ONGEWIJZIGD, TE_WIJZIGEN = "317 OngewijzigdProduct", "317 TeWijzigenProduct"
_ACTUEEL = "Noem het nummer van een toewijzing van deze cliënt aan u die nog loopt of nog begint."


@kruisregel(
    "TR347",
    "9347",
    "Geef het verzoek een nieuwe referentie: deze heeft u al gebruikt.",
    "315 AangevraagdProduct ReferentieAanbieder",
    "317 Verzoek ReferentieAanbieder",
)
def referentie_is_nieuw(verzoek: Groep, zicht: Zicht) -> bool:
    return verzoek.tekst("ReferentieAanbieder") not in zicht.register.verzoeken


@kruisregel(
    "TR374",
    "9374",
    "Wacht op het antwoord: van deze cliënt is al een verzoek van u in behandeling.",
    "315,317 Client",
)
def geen_ander_verzoek_loopt(client: Groep, zicht: Zicht) -> bool:
    return zicht.bsn not in zicht.register.wachtenden


def _actueel(product: Groep, zicht: Zicht) -> Toewijzing | None:
    """Return the assignment of a line, when it still runs or is still to begin."""
    return zicht.register.actueel(product, zicht.bsn)


@kruisregel(
    "TR349",
    "9349",
    "Noem alle toewijzingen die nog lopen of nog beginnen: als ongewijzigd of als te wijzigen.",
    "317 Verzoek",
)
def noemt_alles_wat_loopt(verzoek: Groep, zicht: Zicht) -> bool:
    genoemd = {
        product.getal("ToewijzingNummer")
        for pad in ("OngewijzigdeProducten/OngewijzigdProduct", "TeWijzigenProducten/TeWijzigenProduct")
        for product in verzoek.groepen(pad)
    }
    dag = zicht.register.dagtekening
    return all(
        toewijzing.nummer in genoemd
        for toewijzing in zicht.kennis.toewijzingen
        if toewijzing.bsn == zicht.bsn and toewijzing.actueel(dag)
    )


@kruisregel("TR350", "9350", _ACTUEEL, f"{ONGEWIJZIGD} ToewijzingNummer")
@kruisregel("TR351", "9351", _ACTUEEL, f"{TE_WIJZIGEN} ToewijzingNummer")
def loopt_of_begint_nog(product: Groep, zicht: Zicht) -> bool:
    return _actueel(product, zicht) is not None


@kruisregel(
    "TR357",
    "9357",
    "Kies een dag na de dagtekening, of de ingangsdatum van de toewijzing: dan geldt het voor alles.",
    f"{TE_WIJZIGEN} GewensteIngangsdatum",
)
def wijziging_gaat_later_in_of_geldt_voor_alles(product: Groep, zicht: Zicht) -> bool:
    toewijzing, gewenst = _actueel(product, zicht), product.datum("GewensteIngangsdatum")
    return (
        toewijzing is None
        or gewenst is None
        or (gewenst > zicht.register.dagtekening or gewenst == toewijzing.ingang)
    )


def _anders(product: Groep, toewijzing: Toewijzing) -> bool:
    """Tell whether another budget or volume is asked than was granted."""
    nu = (toewijzing.budget, toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie)
    omvang = (product.tekst("Omvang/Eenheid"), product.tekst("Omvang/Frequentie"))
    return (product.getal("Budget"), product.getal("Omvang/Volume"), *omvang) != nu


@kruisregel(
    "TR373",
    "9373",
    "Kies bij een ander budget of totaal de ingangsdatum van de toewijzing: het geldt voor de hele looptijd.",
    f"{TE_WIJZIGEN} GewensteIngangsdatum",
)
def ander_totaal_geldt_voor_alles(product: Groep, zicht: Zicht) -> bool:
    toewijzing = _actueel(product, zicht)
    if toewijzing is None or not _anders(product, toewijzing):
        return True
    budget = product.heeft("Budget") or toewijzing.budget is not None
    totaal = TOTAAL in {product.tekst("Omvang/Frequentie"), toewijzing.frequentie}
    return not (budget or totaal) or product.datum("GewensteIngangsdatum") == toewijzing.ingang


def _geen_omvang(product: Groep) -> bool:
    """Tell whether no volume is asked, or by the old rules, which let one pass."""
    return not product.heeft("Omvang") or not loopt_door(product.datum("Einddatum"))


@kruisregel(
    "TR375",
    "9375",
    "Laat de omvang weg: de toewijzing noemt geen product.",
    f"{TE_WIJZIGEN} Omvang",
)
def geen_omvang_zonder_product(product: Groep, zicht: Zicht) -> bool:
    toewijzing = _actueel(product, zicht)
    return toewijzing is None or bool(toewijzing.categorie) or _geen_omvang(product)


@kruisregel(
    "TR411",
    "9411",
    "Geef de omvang: de toewijzing heeft een productcode.",
    f"{TE_WIJZIGEN} Omvang",
)
def code_vraagt_omvang(product: Groep, zicht: Zicht) -> bool:
    toewijzing = _actueel(product, zicht)
    return toewijzing is None or not toewijzing.code or product.heeft("Omvang")


@kruisregel(
    "TR412",
    "9412",
    "Laat de omvang weg: de toewijzing heeft geen productcode.",
    f"{TE_WIJZIGEN} Omvang",
)
def geen_omvang_zonder_code(product: Groep, zicht: Zicht) -> bool:
    toewijzing = _actueel(product, zicht)
    return toewijzing is None or bool(toewijzing.code) or _geen_omvang(product)


@kruisregel(
    "TR361",
    "9361",
    "Laat de periodes van hetzelfde product elkaar niet overlappen.",
    TE_WIJZIGEN,
    "317 NieuwProduct",
)
def overlapt_geen_ander_product(product: Groep, zicht: Zicht) -> bool:
    """Two new products are TR410's; two that stay as they are we granted so ourselves."""
    gevraagd = zicht.register.gevraagd
    dit = gevraagd.get(product.pad)
    if product.naam == "NieuwProduct":
        dit = gepland(product, "GewensteIngangsdatum", "Einddatum")
    standaard = zicht.register.bericht.soort.standaard
    anderen = (ander for pad, ander in gevraagd.items() if pad != product.pad)
    return dit is None or not any(botst(dit, ander, standaard) for ander in anderen)
