"""Casussen with their plans, from opening to closing."""

from collections.abc import Sequence

from samendoen.casus.api import (
    Actieinvoer,
    Akkoordinvoer,
    Doelinvoer,
    NieuweCasus,
    Planinvoer,
    actienummers,
    draag_regie_over,
    leg_akkoorden_vast,
    open_casussen,
    rond_acties_af,
    schrijf_plannen,
    sluit_casussen,
    stel_plannen_vast,
    voeg_meldingen_toe,
    zet_tweede,
)
from samendoen.kernel.api import Actor
from samendoen.site.demo.levensloop import Meldingloop
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.traject import Afspraak, Doelstuk, Traject, Versie


def open_(door: Actor, trajecten: Sequence[Traject], nummers: Nummers) -> None:
    """Open the casussen of a week."""
    nieuw = [
        NieuweCasus(
            kenmerk=t.casus.kenmerk,
            melding=nummers.meldingen[t.casus.meldingen[0].voorval.kenmerk],
            op=t.casus.opent_op,
            regisseur=nummers.gebruikers[t.regisseur],
        )
        for t in trajecten
    ]
    nummers.casussen |= dict(zip((n.kenmerk for n in nieuw), open_casussen(door, nieuw), strict=True))


def zet_tweede_(door: Actor, trajecten: Sequence[Traject], nummers: Nummers) -> None:
    """Let a colleague stand beside the director."""
    for t in trajecten:
        if t.tweede:
            zet_tweede(door, nummers.casussen[t.casus.kenmerk], nummers.gebruikers[t.tweede[0]])


def voeg_toe(door: Actor, meldingen: Sequence[Meldingloop], nummers: Nummers) -> None:
    """Join further questions to the casus of their household."""
    paren = [(m.casus.kenmerk, m.voorval.kenmerk) for m in meldingen if m.casus]
    voeg_meldingen_toe(door, [(nummers.casussen[c], nummers.meldingen[m]) for c, m in paren])


def rond_af(door: Actor, versies: Sequence[Versie], nummers: Nummers) -> None:
    """Say of what was agreed in the version before how it ended."""
    rond_acties_af(
        door,
        [
            (nummers.acties[versie.casus.kenmerk, afspraak], hoe, versie.op)
            for versie in versies
            for afspraak, hoe in versie.gedaan
        ],
    )


def schrijf(door: Actor, versies: Sequence[Versie], nummers: Nummers) -> None:
    """Write the concepts of a week."""
    ids = schrijf_plannen(door, [_plan(versie, nummers) for versie in versies])
    van = dict(zip(ids, versies, strict=True))
    nummers.plannen |= {(versie.casus.kenmerk, versie.nummer): pk for pk, versie in van.items()}
    nummers.acties |= {
        (van[plan].casus.kenmerk, kenmerk): pk for (plan, kenmerk), pk in actienummers(ids).items()
    }


def stel_vast(door: Actor, versies: Sequence[Versie], nummers: Nummers) -> None:
    """Record who agrees, and let the versions hold."""
    dagen = [(nummers.plannen[v.casus.kenmerk, v.nummer], v.vastgesteld_op, v) for v in versies]
    klaar = [(plan, op, versie) for plan, op, versie in dagen if op]
    leg_akkoorden_vast(
        door,
        [
            Akkoordinvoer(plan, nummers.personen[wie.kenmerk], oordeel, op, waarom)
            for plan, op, versie in klaar
            for wie, oordeel, waarom in versie.oordelen
        ],
    )
    stel_plannen_vast(door, [(plan, op) for plan, op, _versie in klaar])


def draag_over(door: Actor, trajecten: Sequence[Traject], nummers: Nummers) -> None:
    """Let a colleague direct from now on."""
    naar = [(nummers.casussen[t.casus.kenmerk], t.overgedragen) for t in trajecten]
    draag_regie_over(door, [(pk, nummers.gebruikers[o[0]], o[1]) for pk, o in naar if o])


def sluit(door: Actor, trajecten: Sequence[Traject], nummers: Nummers) -> None:
    """Close what was done."""
    sluit_casussen(door, [(nummers.casussen[t.casus.kenmerk], t.reden, t.casus.einde) for t in trajecten])


def _plan(versie: Versie, nummers: Nummers) -> Planinvoer:
    return Planinvoer(
        casus=nummers.casussen[versie.casus.kenmerk],
        doelen=tuple(_doel(doel, nummers) for doel in versie.doelen),
        evaluatie_op=versie.evaluatie_op,
        op=versie.op,
    )


def _doel(doel: Doelstuk, nummers: Nummers) -> Doelinvoer:
    return Doelinvoer(
        kenmerk=doel.kenmerk,
        persoon=nummers.personen[doel.wie.kenmerk],
        leefgebied=doel.leefgebied,
        tekst=doel.tekst,
        tevreden_als=doel.tevreden_als,
        acties=tuple(_actie(a, nummers) for a in doel.afspraken),
    )


def _actie(a: Afspraak, nummers: Nummers) -> Actieinvoer:
    return Actieinvoer(
        kenmerk=a.kenmerk,
        niveau=a.niveau,
        tekst=a.tekst,
        wie=a.wie,
        niet_lichter=a.niet_lichter,
        gemist=a.gemist,
        gemis_reden=a.gemis_reden,
        aanbod=nummers.aanbod[a.aanbod] if a.aanbod else None,
    )
