"""Requests of a provider: a referral that came to it (315), and another end or size of an assignment (317).

One request per client at a time (TR374): what has to wait is asked in a later round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from samendoen.site.fout import Bedrijfsfout
from samendoen.site.simulator.regie import persoon, product_van
from samendoen.site.simulator.rekenen import TOTAAL, maand_van, worp
from samendoen.site.simulator.tarieven import lees_bestand
from samendoen.site.simulator.vorm import Veld
from samendoen.site.simulator.waarden import Client, Stand, Toewijzing, Verzoek
from samendoen.site.simulator.werk import Werk

HUISARTS, JA = "02", "1"
VERANDERD = "1"
"""Reason of a request: the situation of the client changed."""
VOOR_EINDE = timedelta(days=28)
LANGER = timedelta(days=182)
WETTEN = {"wmo": "WMO", "jw": "JW"}


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A referral to this provider: who, for what, from whom."""

    client: Client
    categorie: str
    code: str
    van: date
    tot: date | None
    omvang: tuple[int, str, str] | None
    budget: int | None
    verwijzer: str
    verwijzer_agb: str
    verwijzer_naam: str


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What should change in an assignment; None stays as it is."""

    standaard: str
    nummer: int
    volume: int | None = None
    budget: int | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Wensen:
    """What this provider will ask: from a file, and of how many in a hundred it asks to go on half a year."""

    verwijzingen: Sequence[Verwijzing] = field(default=())
    wijzigingen: Sequence[Wijziging] = field(default=())
    verleng: int = 0


def doe_verzoeken(werk: Werk, wensen: Wensen) -> None:
    """Put in the outbox what can be asked now and was not asked before."""
    if not (wensen.verwijzingen or wensen.wijzigingen or wensen.verleng):
        return
    loopt = {
        (v.standaard, v.bsn) for v in werk.boek.alle(Verzoek) if v.stand in {Stand.GEMELD, Stand.ONDERZOEK}
    }
    for verwijzing in wensen.verwijzingen:
        _verwijs(werk, verwijzing, loopt)
    for wijziging in (*wensen.wijzigingen, *_verlengingen(werk, wensen.verleng)):
        _wijzig(werk, wijziging, loopt)


def _verlengingen(werk: Werk, deel: int) -> list[Wijziging]:
    """Return the assignments near their end of which this provider would like to go on."""
    toewijzingen = sorted(werk.boek.alle(Toewijzing), key=lambda t: (t.standaard, t.nummer))
    return [
        Wijziging(t.standaard, t.nummer, tot=t.einde + LANGER)
        for t in toewijzingen
        if t.einde
        and not t.verwijderd
        and werk.vandaag <= t.einde <= werk.vandaag + VOOR_EINDE
        and worp(werk.zaad, "verleng", t.nummer) % 100 < deel
    ]


def _verwijs(werk: Werk, v: Verwijzing, loopt: set[tuple[str, str]]) -> None:
    client = v.client
    over = ("verwijzing", client.standaard, client.bsn, v.categorie, v.code, v.van)
    if not _mag(werk, client.standaard, client.bsn, over, loopt):
        return
    verwijzer: list[Veld] = [
        (":Type", v.verwijzer),
        (":Naam", v.verwijzer_naam),
        (":ZorgverlenerCode", v.verwijzer_agb),
    ]
    product: list[Veld] = [
        ("ReferentieAanbieder", _referentie(werk, over)),
        product_van(v.categorie, v.code),
        ("ToewijzingIngangsdatum", v.van),
        ("ToewijzingEinddatum", v.tot),
        _omvang(v.omvang),
        ("Budget", v.budget),
        ("Verwijzer", verwijzer),
        ("Raamcontract", JA),
    ]
    gezag: Veld = ("GezagsdragerBekend", JA if client.standaard == "JW" else None)
    deel = [*persoon(client), gezag, ("AangevraagdeProducten", [("AangevraagdProduct", product)])]
    _vraag(werk, f"{client.standaard}315", client.bsn, over, [("Client", deel)])


def _wijzig(werk: Werk, w: Wijziging, loopt: set[tuple[str, str]]) -> None:
    t = werk.boek.een(Toewijzing, standaard=w.standaard, nummer=w.nummer)
    over = ("wijziging", w.standaard, w.nummer, w.volume, w.budget, w.tot)
    gewenst = _gewenst(t, w, werk.vandaag) if t and _actueel(t, werk.vandaag) else None
    if t is None or gewenst is None:
        if werk.boek.eerste_keer(*over):
            werk.meld(f"Toewijzing {w.nummer} loopt niet of niet lang genoeg: er is niets te wijzigen.")
        return
    if not _mag(werk, t.standaard, t.bsn, over, loopt):
        return
    omvang = (w.volume or t.volume or 0, t.eenheid, t.frequentie) if t.volume is not None else None
    gewijzigd: list[Veld] = [
        ("ToewijzingNummer", t.nummer),
        ("GewensteIngangsdatum", gewenst),
        ("Einddatum", w.tot or t.einde),
        _omvang(omvang),
        ("Budget", (w.budget or t.budget) if t.budget is not None else None),
    ]
    verzoek: list[Veld] = [
        ("ReferentieAanbieder", _referentie(werk, over)),
        ("RedenVerzoek", VERANDERD),
        ("OngewijzigdeProducten", _ongewijzigd(werk, t) or None),
        ("TeWijzigenProducten", [("TeWijzigenProduct", gewijzigd)]),
    ]
    _vraag(werk, f"{t.standaard}317", t.bsn, over, [("Client", [("Bsn", t.bsn), ("Verzoek", verzoek)])])


def _gewenst(t: Toewijzing, w: Wijziging, vandaag: date) -> date | None:
    """Return from when a change should hold: all of the period (TR357, TR373), or a day to come."""
    if w.volume is None or t.frequentie == TOTAAL or t.budget is not None or t.ingang > vandaag:
        return t.ingang
    volgende = maand_van(vandaag.isoformat()[:7]).tot + timedelta(days=1)
    return volgende if t.einde is None or volgende <= t.einde else None


def _ongewijzigd(werk: Werk, t: Toewijzing) -> list[Veld]:
    """Return the other running assignments of the client: a request names them all (TR349)."""
    anderen = werk.boek.alle(Toewijzing, standaard=t.standaard, bsn=t.bsn)
    nummers = sorted(x.nummer for x in anderen if x.nummer != t.nummer and _actueel(x, werk.vandaag))
    return [("OngewijzigdProduct", [("ToewijzingNummer", nummer)]) for nummer in nummers]


def _actueel(t: Toewijzing, vandaag: date) -> bool:
    return not t.verwijderd and (t.einde is None or t.einde >= vandaag)


def _mag(werk: Werk, standaard: str, bsn: str, over: tuple[object, ...], loopt: set[tuple[str, str]]) -> bool:
    """Tell whether this can be asked now: not asked before, and nothing of the client waits for an answer."""
    referentie = _referentie(werk, over)
    if (standaard, bsn) in loopt or werk.boek.een(Verzoek, standaard=standaard, referentie=referentie):
        return False
    loopt.add((standaard, bsn))
    return True


def _referentie(werk: Werk, over: tuple[object, ...]) -> str:
    return werk.kenmerk("verzoek", *over, lengte=16)


def _vraag(werk: Werk, soort: str, bsn: str, over: tuple[object, ...], inhoud: Sequence[Veld]) -> None:
    identificatie = werk.stuur(soort, over, inhoud)
    werk.boek.zet(Verzoek(soort[:-3], _referentie(werk, over), bsn, identificatie, Stand.GEMELD))


def _omvang(omvang: tuple[int, str, str] | None) -> Veld:
    if omvang is None:
        return ("Omvang", None)
    volume, eenheid, frequentie = omvang
    return ("Omvang", [(":Volume", volume), (":Eenheid", eenheid), (":Frequentie", frequentie)])


def lees_wensen(pad: Path | None, verleng: int) -> Wensen:
    """Read what to ask from a file with `[[verwijzing]]` and `[[wijziging]]`. Raises Bedrijfsfout."""
    if pad is None:
        return Wensen(verleng=verleng)
    inhoud = lees_bestand(pad)
    try:
        return Wensen(
            [_lees_verwijzing(regel) for regel in inhoud.get("verwijzing", [])],
            [_lees_wijziging(regel) for regel in inhoud.get("wijziging", [])],
            verleng,
        )
    except (AttributeError, KeyError, TypeError, ValueError) as fout:
        raise Bedrijfsfout(
            "verzoeken_fout",
            f"In '{pad}' staat een verzoek dat niet te begrijpen is.",
            "Vergelijk het met het voorbeeld in docs/berichten.md.",
        ) from fout


def _lees_verwijzing(regel: Mapping[str, Any]) -> Verwijzing:
    client = Client(
        WETTEN[regel["wet"]],
        str(regel["bsn"]),
        _dag(regel["geboren"]),
        "",
        str(regel["geslacht"]),
        str(regel["achternaam"]),
        str(regel.get("voorvoegsel", "")),
    )
    omvang = None
    if "volume" in regel:
        omvang = (int(regel["volume"]), str(regel["eenheid"]), str(regel["frequentie"]))
    return Verwijzing(
        client,
        str(regel["categorie"]),
        str(regel.get("product", "")),
        _dag(regel["van"]),
        _dag(regel["tot"]) if "tot" in regel else None,
        omvang,
        int(regel["budget"]) if "budget" in regel else None,
        str(regel.get("verwijzer", HUISARTS)),
        str(regel.get("verwijzer_agb", "")),
        str(regel.get("verwijzer_naam", "")),
    )


def _lees_wijziging(regel: Mapping[str, Any]) -> Wijziging:
    return Wijziging(
        WETTEN[regel["wet"]],
        int(regel["toewijzing"]),
        regel.get("volume"),
        regel.get("budget"),
        _dag(regel["tot"]) if "tot" in regel else None,
    )


def _dag(waarde: object) -> date:
    return waarde if isinstance(waarde, date) else date.fromisoformat(str(waarde))
