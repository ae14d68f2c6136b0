"""Starts and stops: 305 when care began, 307 when it ended, and taking back what never was."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from samendoen.site.simulator.rekenen import DAG, startdag, stopreden, uiterlijk_gemeld
from samendoen.site.simulator.vorm import Veld
from samendoen.site.simulator.waarden import Client, Levering, Stand, Toewijzing
from samendoen.site.simulator.werk import Werk

EERSTE, VERWIJDEREN = "1", "3"


def meld_regie(werk: Werk) -> None:
    """Report every start and stop that happened by today and was not reported."""
    clienten = {(c.standaard, c.bsn): c for c in werk.boek.alle(Client)}
    leveringen: dict[tuple[str, int], list[Levering]] = defaultdict(list)
    for levering in sorted(werk.boek.alle(Levering), key=lambda levering: levering.begin):
        leveringen[levering.standaard, levering.nummer].append(levering)
    toewijzingen = sorted(werk.boek.alle(Toewijzing), key=lambda t: (t.standaard, t.nummer))
    for toewijzing in toewijzingen:
        client = clienten[toewijzing.standaard, toewijzing.bsn]
        eerder = leveringen[toewijzing.standaard, toewijzing.nummer]
        lopend = next((x for x in eerder if x.eind is None and x.stand == Stand.GEMELD), None)
        if lopend is None:
            lopend = _begin(werk, client, toewijzing, eerder)
        if lopend is not None:
            _eindig(werk, client, toewijzing, lopend)
        for levering in eerder:
            _verbeter_stop(werk, client, toewijzing, levering)


def _begin(werk: Werk, client: Client, t: Toewijzing, eerder: list[Levering]) -> Levering | None:
    """Report a start when care began by today; return the care that goes on."""
    geweest = [x.eind for x in eerder if x.stand == Stand.GEMELD and x.eind]
    dag = max(geweest) + DAG if geweest else startdag(t, werk.zaad)
    weg = any(x.stand == Stand.AFGEWEZEN or x.begin == dag for x in eerder)
    if weg or t.verwijderd or dag > werk.vandaag or (t.einde and dag > t.einde):
        return None
    levering = Levering(t.standaard, t.nummer, dag, None, "", Stand.GEMELD)
    werk.boek.zet(levering)
    stuur_start(werk, client, t, dag, EERSTE)
    _op_tijd(werk, "start", dag)
    return levering


def _eindig(werk: Werk, client: Client, t: Toewijzing, lopend: Levering) -> None:
    """Report a stop when the assignment ended by today, or take back a start that never was."""
    if t.verwijderd or (t.einde and lopend.begin > t.einde):
        werk.boek.zet(replace(lopend, stand=Stand.VERWIJDERD))
        stuur_start(werk, client, t, lopend.begin, VERWIJDEREN)
    elif t.einde and t.einde <= werk.vandaag:
        gestopt = replace(lopend, eind=t.einde, reden=stopreden(t))
        werk.boek.zet(gestopt)
        stuur_stop(werk, client, t, gestopt, EERSTE)
        _op_tijd(werk, "stop", t.einde)


def _verbeter_stop(werk: Werk, client: Client, t: Toewijzing, geweest: Levering) -> None:
    """Take back a stop and report it again when the assignment turned out to end before it."""
    if geweest.eind is None or t.einde is None or geweest.stand != Stand.GEMELD:
        return
    if t.verwijderd or not geweest.begin <= t.einde < geweest.eind:
        return
    beter = replace(geweest, eind=t.einde, reden=stopreden(t))
    werk.boek.zet(beter)
    stuur_stop(werk, client, t, geweest, VERWIJDEREN)
    stuur_stop(werk, client, t, beter, EERSTE)


def _op_tijd(werk: Werk, wat: str, gebeurd: date) -> None:
    """Note a report that comes too late, because we did not run or the assignment itself came late."""
    if werk.vandaag > uiterlijk_gemeld(gebeurd):
        werk.verslag.te_laat[wat] += 1


def stuur_start(werk: Werk, client: Client, t: Toewijzing, begin: date, status: str) -> None:
    """Put a 305 in the outbox."""
    product = [*_sleutel(t), ("Begindatum", begin), ("StatusAanlevering", status)]
    inhoud = [("Client", [*persoon(client), ("StartProducten", [("StartProduct", product)])])]
    werk.stuur(f"{t.standaard}305", (t.standaard, t.nummer, begin, status), inhoud)


def stuur_stop(werk: Werk, client: Client, t: Toewijzing, levering: Levering, status: str) -> None:
    """Put a 307 in the outbox; the keys are those of the start (TR382)."""
    product = [
        *_sleutel(t),
        ("Begindatum", levering.begin),
        ("RedenBeeindiging", levering.reden),
        ("Einddatum", levering.eind),
        ("StatusAanlevering", status),
    ]
    inhoud = [("Client", [*persoon(client), ("StopProducten", [("StopProduct", product)])])]
    over = (t.standaard, t.nummer, levering.begin, levering.eind, levering.reden, status)
    werk.stuur(f"{t.standaard}307", over, inhoud)


def persoon(client: Client) -> list[Veld]:
    """Return who a client is, as our messages name somebody."""
    naam: list[Veld] = [(":Achternaam", client.achternaam), (":Voorvoegsel", client.voorvoegsel)]
    return [
        ("Bsn", client.bsn),
        ("Geboortedatum", [(":Datum", client.geboren), (":DatumGebruik", client.datumgebruik)]),
        ("Geslacht", client.geslacht),
        ("Naam", [(":Geslachtsnaam", naam)]),
    ]


def product_van(categorie: str, code: str) -> Veld:
    """Return a product; without a category it is left out."""
    return ("Product", [(":Categorie", categorie), (":Code", code or None)] if categorie else None)


def _sleutel(t: Toewijzing) -> list[Veld]:
    return [
        ("ToewijzingNummer", t.nummer),
        product_van(t.categorie, t.code),
        ("ToewijzingIngangsdatum", t.ingang),
    ]
