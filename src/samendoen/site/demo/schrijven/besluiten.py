"""Applications, decisions with their letters, and who gives the help."""

from collections.abc import Sequence
from datetime import date

from samendoen.besluiten.api import (
    Beschikbaarheidinvoer,
    NieuwBesluit,
    NieuweAanvraag,
    NieuweToewijzing,
    Pgbinvoer,
    Vorm,
    beoordeel_zorgovereenkomsten,
    leg_pgb_vast,
    maak_bekend,
    meld_beschikbaarheid,
    neem_besluiten,
    ruimte_van_allen,
    trek_aanvraag_in,
    voorzieningen_van_besluiten,
    vraag_aan,
    wijs_toe,
)
from samendoen.kernel.api import SYSTEEM, Actor
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.traject import Beslissing, Verzoek

VOORWAARDEN = ("kan_het_aan", "legt_uit_waarom", "goede_hulp")
NOG_NIET, VOL = 5, 4
"""Of one in so many budgets the care agreement is still to be checked; one in so many providers is full."""


def vraag(door: Actor, verzoeken: Sequence[Verzoek], nummers: Nummers) -> None:
    """Write down the applications of a week."""
    nieuw = [
        NieuweAanvraag(
            kenmerk=v.kenmerk,
            casus=nummers.casussen[v.casus.kenmerk],
            persoon=nummers.personen[v.wie.kenmerk],
            product=v.product,
            aangevraagd_op=v.op,
            motivering=v.motivering,
            actie=nummers.acties[v.casus.kenmerk, v.afspraak],
        )
        for v in verzoeken
    ]
    nummers.aanvragen |= dict(zip((n.kenmerk for n in nieuw), vraag_aan(door, nieuw), strict=True))


def trek_in(door: Actor, verzoeken: Sequence[Verzoek], nummers: Nummers) -> None:
    """Withdraw what somebody does not want any more."""
    for verzoek in verzoeken:
        if verzoek.ingetrokken_op:
            trek_aanvraag_in(door, nummers.aanvragen[verzoek.kenmerk], verzoek.ingetrokken_op)


def beslis(door: Actor, verzoeken: Sequence[Verzoek], nummers: Nummers) -> None:
    """Take the decisions of a week."""
    nieuw = [_besluit(nummers.aanvragen[v.kenmerk], v.beslissing) for v in verzoeken if v.beslissing]
    nummers.besluiten |= dict(zip((n.kenmerk for n in nieuw), neem_besluiten(door, nieuw), strict=True))
    budgetten = [nummers.besluiten[n.kenmerk] for n in nieuw if n.vorm == Vorm.PGB]
    if budgetten:
        van = voorzieningen_van_besluiten(budgetten)
        leg_pgb_vast(door, [Pgbinvoer(van[pk], None, voorwaarden=VOORWAARDEN) for pk in budgetten])


def maak_bekend_(door: Actor, verzoeken: Sequence[Verzoek], nummers: Nummers) -> None:
    """Send the letters."""
    genomen = [v.beslissing for v in verzoeken if v.beslissing]
    maak_bekend(door, [(nummers.besluiten[b.kenmerk], b.bekend_op) for b in genomen if b.bekend_op])
    gekeurd = [
        (nummers.besluiten[b.kenmerk], b.bekend_op)
        for b in genomen
        if b.bekend_op and b.vorm == Vorm.PGB and b.kenmerk.int % NOG_NIET
    ]
    if gekeurd:
        van = voorzieningen_van_besluiten(pk for pk, _op in gekeurd)
        beoordeel_zorgovereenkomsten(door, [(van[pk], op) for pk, op in gekeurd])


def wijs(door: Actor, verzoeken: Sequence[Verzoek], nummers: Nummers) -> None:
    """Ask the providers."""
    genomen = [v.beslissing for v in verzoeken if v.beslissing]
    van = voorzieningen_van_besluiten(nummers.besluiten[b.kenmerk] for b in genomen)
    wijs_toe(
        door,
        [
            NieuweToewijzing(b.toewijzing, van[nummers.besluiten[b.kenmerk]], b.aanbieder, b.toegewezen_op)
            for b in genomen
            if b.toegewezen_op and b.toewijzing
        ],
    )


def vertel_ruimte(op: date) -> None:
    """Let every provider tell how many places it has: some more than it uses, and one in a few no more."""
    meldingen = [
        Beschikbaarheidinvoer(
            aanbieder=pk,
            plaatsen=r.bezet + (r.bezet // 8 + 2 if r.bezet % VOL else 0),
            wachttijd_weken=r.wachttijd_weken,
            gemeld_op=op,
        )
        for pk, r in ruimte_van_allen(op).items()
    ]
    meld_beschikbaarheid(SYSTEEM, meldingen)


def _besluit(aanvraag: int, b: Beslissing) -> NieuwBesluit:
    return NieuwBesluit(
        kenmerk=b.kenmerk,
        aanvraag=aanvraag,
        uitkomst=b.uitkomst,
        motivering=b.motivering,
        besloten_op=b.besloten_op,
        bevinding=b.bevinding,
        omvang=b.omvang,
        van=b.van,
        tot=b.tot,
        vorm=b.vorm,
        aanbieder=b.aanbieder,
    )
