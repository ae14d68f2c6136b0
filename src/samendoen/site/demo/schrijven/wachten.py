"""Who waits and who did not ask: calls, attempts to make contact, and the tables where it is discussed."""

from collections.abc import Sequence

from samendoen.casus.api import (
    Agendering,
    Bespreking,
    NieuwOverleg,
    agendeer_punten,
    bespreek_punten,
    plan_overleggen,
)
from samendoen.kernel.api import Actor
from samendoen.site.demo.kamers import Stuk
from samendoen.site.demo.kamerverhalen import Pogingverhaal, Puntverhaal, Wachtverhaal
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.verhalen import kenmerk_van
from samendoen.toegang.api import (
    Contactinvoer,
    Overbruggingsinvoer,
    Poginginvoer,
    Prioriteitkeuze,
    bied_overbruggingen,
    leg_pogingen_vast,
    leg_wachtcontacten_vast,
    zet_wachtprioriteiten,
)


def zoek_contact(door: Actor, stukken: Sequence[Stuk[Pogingverhaal]], nummers: Nummers) -> None:
    """Write down that contact was sought."""
    leg_pogingen_vast(
        door,
        [
            Poginginvoer(kenmerk=s.kenmerk, melding=nummers.meldingen[s.over], **s.verteld.model_dump())
            for s in stukken
            if s.over
        ],
    )


def bel(door: Actor, stukken: Sequence[Stuk[Wachtverhaal]], nummers: Nummers) -> None:
    """Say how soon questions are next, call who waits, and offer what helps meanwhile."""
    wachtend = [(s, s.verteld, nummers.meldingen[s.over]) for s in stukken if s.over]
    zet_wachtprioriteiten(door, [Prioriteitkeuze(pk, w.prioriteit, w.reden) for _s, w, pk in wachtend])
    leg_wachtcontacten_vast(
        door,
        [
            Contactinvoer(s.kenmerk, pk, w.op, w.uitkomst, w.woorden, verwachte_weken=w.verwachte_weken)
            for s, w, pk in wachtend
        ],
    )
    bied_overbruggingen(
        door,
        [
            Overbruggingsinvoer(s.kenmerk, pk, w.op, aanbod=nummers.aanbod[w.overbrugging])
            for s, w, pk in wachtend
            if w.overbrugging
        ],
    )


def agendeer(door: Actor, stukken: Sequence[Stuk[Puntverhaal]], nummers: Nummers) -> None:
    """Put casussen and questions on the agenda of meetings; a meeting is planned with its first item."""
    plekken = {(p.tafel, p.team, p.op): None for p in (s.verteld for s in stukken)}
    overleggen = dict(
        zip(
            plekken,
            plan_overleggen(
                door,
                [
                    NieuwOverleg(kenmerk_van("overleg", tafel, team, str(op)), tafel, team, op, door.id)
                    for tafel, team, op in plekken
                ],
            ),
            strict=True,
        )
    )
    ids = agendeer_punten(
        door,
        [
            Agendering(
                kenmerk=s.kenmerk,
                overleg=overleggen[p.tafel, p.team, p.op],
                casus=None if s.over else nummers.casussen[s.casus.kenmerk],
                melding=nummers.meldingen[s.over] if s.over else None,
                vraag=p.vraag,
            )
            for s, p in ((s, s.verteld) for s in stukken)
        ],
    )
    nummers.punten |= dict(zip((s.kenmerk for s in stukken), ids, strict=True))


def bespreek(door: Actor, stukken: Sequence[Stuk[Puntverhaal]], nummers: Nummers) -> None:
    """Write down what came of what was discussed."""
    bespreek_punten(
        door,
        [Bespreking(nummers.punten[s.kenmerk], s.verteld.uitkomst, s.verteld.verslag) for s in stukken],
    )
