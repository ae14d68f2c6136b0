"""What to do when the chain refuses a message of ours: the code of a Fo01, in our words."""

_AANSLUITING = (
    "Vraag het Inlichtingenbureau of deze gemeente dit bericht mag versturen, en stuur het dan opnieuw."
)
_AANBIEDER = "De aanbieder kan dit bericht niet ontvangen: controleer zijn AGB-code en bel hem."
_VORM = "Het bericht of de envelop klopt niet volgens de keten: meld dat aan de beheerder."
_GROOT = "Het bericht is te groot voor de keten: meld dat aan de beheerder."
_NUMMER = "De keten kende het nummer van de envelop al: stuur het bericht opnieuw, dan krijgt het een nieuw."
_LATER = "De keten neemt dit bericht nu niet aan: stuur het later opnieuw."
_DUBBEL = "De aanbieder kreeg al een antwoord op deze declaratie: dit antwoord is niet bezorgd."
_ONBEKEND = "De keten nam dit bericht niet aan: zoek de code op in de lijst van de ISD-keten."

_ZINNEN = {
    **dict.fromkeys(("ib002", "ib101", "ib102", "ib213", "ib234", "ib240", "brs02", "brs03"), _AANSLUITING),
    **dict.fromkeys(("ib210", "brs04", "brs05", "brs06"), _AANBIEDER),
    **dict.fromkeys(("stuf055", "rin001", "ib009", "ib798", "cc02", "cc04", "cc06"), _VORM),
    **dict.fromkeys(("ib007", "cc03"), _GROOT),
    **dict.fromkeys(("ib216", "cc08"), _NUMMER),
    "ib103": _LATER,
    "cc11": _DUBBEL,
}


def zin_bij(code: str) -> str:
    """Return what somebody can do about a code of the chain, in small letters."""
    return _ZINNEN.get(code, _ONBEKEND)
