"""What is done in a casus of the tour so that everybody stays safe."""

from collections.abc import Sequence

from samendoen.casus.api import (
    Merkinvoer,
    NieuweMeldcode,
    Stapinvoer,
    Taxatieinvoer,
    begin_meldcodes,
    leg_stappen_vast,
    rond_meldcode_af,
    taxeer_veiligheid,
    zet_merken,
)
from samendoen.kernel.api import Actor
from samendoen.site.demo.kamers import Stuk
from samendoen.site.demo.kamerverhalen import Meldcodeverhaal, Merkverhaal, Stapverhaal, Taxatieverhaal
from samendoen.site.demo.schrijven.nummers import Nummers


def merk(door: Actor, stukken: Sequence[Stuk[Merkverhaal]], nummers: Nummers) -> None:
    """Warn colleagues before a visit."""
    zet_merken(
        door,
        [
            Merkinvoer(
                kenmerk=s.kenmerk,
                casus=nummers.casussen[s.casus.kenmerk],
                persoon=nummers.personen[s.wie.mensen[s.verteld.wie].kenmerk],
                **s.verteld.model_dump(exclude={"wie"}),
            )
            for s in stukken
        ],
    )


def taxeer(door: Actor, stukken: Sequence[Stuk[Taxatieverhaal]], nummers: Nummers) -> None:
    """Judge how safe people are."""
    taxeer_veiligheid(
        door,
        [
            Taxatieinvoer(
                kenmerk=s.kenmerk,
                casus=nummers.casussen[s.casus.kenmerk],
                persoon=nummers.personen[s.wie.mensen[s.verteld.wie].kenmerk],
                **s.verteld.model_dump(exclude={"wie"}),
            )
            for s in stukken
        ],
    )


def begin_meldcode(door: Actor, stukken: Sequence[Stuk[Meldcodeverhaal]], nummers: Nummers) -> None:
    """Begin paths of the meldcode."""
    nieuw = [
        NieuweMeldcode(
            kenmerk=s.kenmerk,
            casus=nummers.casussen[s.casus.kenmerk],
            doelgroep=s.verteld.doelgroep,
            personen=tuple(nummers.personen[s.wie.mensen[code].kenmerk] for code in s.verteld.wie),
            op=s.verteld.op,
        )
        for s in stukken
    ]
    ids = begin_meldcodes(door, nieuw)
    nummers.paden |= dict(zip((n.kenmerk for n in nieuw), ids, strict=True))


def zet_stappen(door: Actor, stukken: Sequence[Stuk[Stapverhaal]], nummers: Nummers) -> None:
    """Write down the steps that were taken."""
    leg_stappen_vast(
        door,
        [
            Stapinvoer(kenmerk=s.kenmerk, pad=nummers.paden[s.over], **s.verteld.model_dump())
            for s in stukken
            if s.over
        ],
    )


def rond_af(door: Actor, stukken: Sequence[Stuk[Meldcodeverhaal]], nummers: Nummers) -> None:
    """End the paths of which every step was taken."""
    for s in stukken:
        rond_meldcode_af(door, nummers.paden[s.kenmerk])
