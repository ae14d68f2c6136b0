"""What is found, looked back on, noted and agreed in a casus of the tour."""

from collections.abc import Sequence
from typing import Any

from samendoen.casus.api import (
    Bevindinginvoer,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Leefgebiedkeuze,
    NieuweNotitie,
    NieuwOnderzoek,
    Notitieinvoer,
    Onderzochteinvoer,
    Partnerregieinvoer,
    Uitkomstinvoer,
    begin_notities,
    begin_onderzoeken,
    begin_partnerregies,
    geef_cijfers_later,
    kies_leefgebieden,
    leg_evaluaties_vast,
    rond_notities_af,
    schrijf_bevindingen,
    schrijf_notities,
    schrijf_onderzochten,
    verstuur_verslagen,
    zet_intensiteiten,
)
from samendoen.kernel.api import Actor
from samendoen.site.demo.kamers import Stuk
from samendoen.site.demo.kamerverhalen import (
    Evaluatieverhaal,
    Notitieverhaal,
    Onderzoeksverhaal,
    Partnerverhaal,
    Zwaarteverhaal,
)
from samendoen.site.demo.schrijven.nummers import Nummers


def begin_onderzoek(door: Actor, stukken: Sequence[Stuk[Onderzoeksverhaal]], nummers: Nummers) -> None:
    """Begin investigations, each with who and what one looks at together."""
    nieuw = [
        NieuwOnderzoek(
            kenmerk=s.kenmerk,
            casus=nummers.casussen[s.casus.kenmerk],
            op=s.verteld.op,
            meldingen=tuple(nummers.meldingen[s.kenmerk_van("vraag", code)] for code in s.verteld.vragen),
            personen=tuple(_persoon(s, mens.wie, nummers) for mens in s.verteld.mens),
        )
        for s in stukken
    ]
    ids = begin_onderzoeken(door, nieuw)
    nummers.onderzoeken |= dict(zip((n.kenmerk for n in nieuw), ids, strict=True))
    kies_leefgebieden(
        door,
        [
            Leefgebiedkeuze(
                onderzoek=nummers.onderzoeken[s.kenmerk],
                persoon=_persoon(s, mens.wie, nummers),
                leefgebieden=tuple(b.leefgebied for b in mens.bevinding),
            )
            for s in stukken
            for mens in s.verteld.mens
        ],
    )


def bevind(door: Actor, stukken: Sequence[Stuk[Onderzoeksverhaal]], nummers: Nummers) -> None:
    """Write what was found."""
    schrijf_bevindingen(door, [b for s in stukken for b in _bevindingen(s, nummers)])
    schrijf_onderzochten(
        door,
        [
            Onderzochteinvoer(
                onderzoek=nummers.onderzoeken[s.kenmerk],
                persoon=_persoon(s, mens.wie, nummers),
                op=s.verteld.gesproken_op,
                **mens.model_dump(exclude={"wie", "bevinding"}),
            )
            for s in stukken
            for mens in s.verteld.mens
        ],
    )


def _bevindingen(s: Stuk[Onderzoeksverhaal], nummers: Nummers) -> list[Bevindinginvoer]:
    return [
        Bevindinginvoer(
            onderzoek=nummers.onderzoeken[s.kenmerk],
            persoon=_persoon(s, mens.wie, nummers),
            op=s.verteld.gesproken_op,
            aanbod=tuple(nummers.aanbod[naam] for naam in b.aanbod),
            **b.model_dump(exclude={"aanbod"}),
        )
        for mens in s.verteld.mens
        for b in mens.bevinding
    ]


def verstuur(door: Actor, stukken: Sequence[Stuk[Onderzoeksverhaal]], nummers: Nummers) -> None:
    """Send the reports: the questions are answered."""
    dagen = [(nummers.onderzoeken[s.kenmerk], s.verteld.verstuurd_op) for s in stukken]
    verstuur_verslagen(door, [(pk, op) for pk, op in dagen if op])


def evalueer(door: Actor, stukken: Sequence[Stuk[Evaluatieverhaal]], nummers: Nummers) -> None:
    """Look back on plans that hold; whoever gave a mark before gives it again."""
    leg_evaluaties_vast(door, [_evaluatie(s, nummers) for s in stukken])
    cijfers = [
        (
            nummers.onderzoeken[s.kenmerk_van("onderzoek", c.onderzoek)],
            _persoon(s, c.wie, nummers),
            c.leefgebied,
            c.cijfer,
        )
        for s in stukken
        for c in s.verteld.cijfer
    ]
    if cijfers:
        geef_cijfers_later(door, cijfers)


def _evaluatie(s: Stuk[Evaluatieverhaal], nummers: Nummers) -> Evaluatieinvoer:
    e = s.verteld
    return Evaluatieinvoer(
        kenmerk=s.kenmerk,
        plan=nummers.plannen[s.casus.kenmerk, e.versie],
        op=e.op,
        volgende_op=e.volgende_op,
        doelen=tuple(
            Doeluitslaginvoer(s.kenmerk_van("doel", d.doel), d.bereikt, d.woorden, d.vervolg, d.reden)
            for d in e.doel
        ),
        uitkomsten=tuple(
            Uitkomstinvoer(
                persoon=_persoon(s, u.wie, nummers),
                cijfer=u.cijfer,
                zonder_hulp=u.zonder_hulp,
                minder_problemen=u.minder_problemen,
            )
            for u in e.uitkomst
        ),
    )


def geef_partner_regie(door: Actor, stukken: Sequence[Stuk[Partnerverhaal]], nummers: Nummers) -> None:
    """Let partners direct a life domain."""
    begin_partnerregies(
        door,
        [
            Partnerregieinvoer(
                kenmerk=s.kenmerk,
                casus=nummers.casussen[s.casus.kenmerk],
                organisatie=nummers.organisaties[s.verteld.organisatie],
                **s.verteld.model_dump(exclude={"organisatie"}),
            )
            for s in stukken
        ],
    )


def noteer(door: Actor, stukken: Sequence[Stuk[Notitieverhaal]], nummers: Nummers) -> None:
    """Write notes; those that are not finished stay a concept of who writes."""
    nieuw = [
        NieuweNotitie(
            kenmerk=s.kenmerk,
            casus=nummers.casussen[s.casus.kenmerk],
            sjabloon=s.verteld.sjabloon,
            over=tuple(_persoon(s, code, nummers) for code in s.verteld.wie),
            op=s.verteld.op,
        )
        for s in stukken
    ]
    ids = begin_notities(door, nieuw)
    paren = list(zip(ids, (s.verteld for s in stukken), strict=True))
    schrijf_notities(
        door, [Notitieinvoer(pk, op=n.op, delen=n.delen, met_wie=n.met_wie) for pk, n in paren if n.delen]
    )
    rond_notities_af(door, [pk for pk, n in paren if n.klaar])


def weeg(door: Actor, stukken: Sequence[Stuk[Zwaarteverhaal]], nummers: Nummers) -> None:
    """Say how much casussen ask."""
    zet_intensiteiten(door, [(nummers.casussen[s.casus.kenmerk], s.verteld.intensiteit) for s in stukken])


def _persoon(s: Stuk[Any], code: str, nummers: Nummers) -> int:
    return nummers.personen[s.wie.mensen[code].kenmerk]
