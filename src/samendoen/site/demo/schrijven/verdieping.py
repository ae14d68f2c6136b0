"""Investigations, safety and looking back, of the hand-written stories."""

from collections.abc import Sequence

from samendoen.casus.api import (
    Bevindinginvoer,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Leefgebiedkeuze,
    Merkinvoer,
    NieuwOnderzoek,
    Onderzochteinvoer,
    Taxatieinvoer,
    Uitkomstinvoer,
    begin_onderzoeken,
    kies_leefgebieden,
    leg_evaluaties_vast,
    schrijf_bevindingen,
    schrijf_onderzochten,
    taxeer_veiligheid,
    verstuur_verslagen,
    zet_merken,
)
from samendoen.kernel.api import Actor
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.site.demo.verdieping import Terugblik, Verkenning, Zorg

VERTELD = ("bijdrage", "identiteit", "pgb")


def onderzoek(door: Actor, verkenningen: Sequence[Verkenning], nummers: Nummers) -> None:
    """Begin investigations and write them whole."""
    for v in verkenningen:
        wie = {code: nummers.personen[mens.kenmerk] for code, mens in v.mensen.items()}
        verhaal = v.verhaal
        personen = tuple(wie[code] for code in verhaal.conclusie)
        nieuw = NieuwOnderzoek(
            v.kenmerk, nummers.casussen[v.casus.kenmerk], verhaal.begonnen_op, None, personen
        )
        [pk] = begin_onderzoeken(door, [nieuw])
        nummers.onderzoeken[v.kenmerk] = pk
        gebieden = {
            code: tuple(b.leefgebied for b in verhaal.bevinding if b.wie == code)
            for code in verhaal.conclusie
        }
        kies_leefgebieden(door, [Leefgebiedkeuze(pk, wie[code], g) for code, g in gebieden.items()])
        schrijf_bevindingen(
            door,
            [
                Bevindinginvoer(
                    onderzoek=pk,
                    persoon=wie[b.wie],
                    leefgebied=b.leefgebied,
                    situatie=b.situatie,
                    wens=b.wens,
                    eigen_kracht=b.eigen_kracht,
                    netwerk=b.netwerk,
                    mantelzorg=b.mantelzorg,
                    algemeen=b.algemeen,
                    cijfer=b.cijfer,
                    op=verhaal.begonnen_op,
                )
                for b in verhaal.bevinding
            ],
        )
        _rond_mensen(door, v, pk, wie)


def _rond_mensen(door: Actor, v: Verkenning, pk: int, wie: dict[str, int]) -> None:
    schrijf_onderzochten(
        door,
        [
            Onderzochteinvoer(
                onderzoek=pk,
                persoon=wie[code],
                clientondersteuning=v.verhaal.clientondersteuning,
                eigen_plan="geen",
                verteld=VERTELD,
                samenwerking=v.verhaal.samenwerking,
                conclusie=conclusie,
                op=v.verhaal.begonnen_op,
            )
            for code, conclusie in v.verhaal.conclusie.items()
        ],
    )


def verslag(door: Actor, verkenningen: Sequence[Verkenning], nummers: Nummers) -> None:
    """Send the reports."""
    verstuur_verslagen(door, [(nummers.onderzoeken[v.kenmerk], v.verhaal.verstuurd_op) for v in verkenningen])


def zorg(door: Actor, zorgen: Sequence[Zorg], nummers: Nummers) -> None:
    """Write down how safe somebody is, and set the mark."""
    paren = [
        (z, nummers.casussen[z.casus.kenmerk], nummers.personen[z.mensen[z.verhaal.wie].kenmerk])
        for z in zorgen
    ]
    taxeer_veiligheid(
        door,
        [
            Taxatieinvoer(
                z.taxatie,
                casus,
                wie,
                z.verhaal.oordeel,
                z.verhaal.woorden,
                z.verhaal.op,
                z.verhaal.opnieuw_op,
            )
            for z, casus, wie in paren
        ],
    )
    zet_merken(
        door,
        [
            Merkinvoer(
                kenmerk=z.merk,
                casus=casus,
                persoon=wie,
                soort="veiligheid",
                instructie=z.verhaal.instructie,
                reden=z.verhaal.reden,
                van=z.verhaal.op,
                tot=z.verhaal.merk_tot,
            )
            for z, casus, wie in paren
        ],
    )


def kijk_terug(door: Actor, terugblikken: Sequence[Terugblik], nummers: Nummers) -> None:
    """Look back on plans, with what people said of each goal."""
    leg_evaluaties_vast(
        door,
        [
            Evaluatieinvoer(
                kenmerk=t.kenmerk,
                plan=nummers.plannen[t.casus.kenmerk, t.verhaal.versie],
                op=t.verhaal.op,
                volgende_op=t.verhaal.volgende_op,
                doelen=tuple(
                    Doeluitslaginvoer(t.doelen[u.doel], u.bereikt, u.woorden, u.vervolg, u.reden)
                    for u in t.verhaal.uitslag
                ),
                uitkomsten=tuple(
                    Uitkomstinvoer(nummers.personen[t.mensen[code].kenmerk], cijfer=cijfer)
                    for code, cijfer in t.verhaal.cijfer.items()
                ),
            )
            for t in terugblikken
        ],
    )
