"""What was read of a document, as one JSON document (contract 09) and as lines for a person."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.queries.document import lees_bestand
from samendoen.beleid.rules.accentendocument import Besteding, GelezenAccent
from samendoen.beleid.rules.bron import Stuk, Tabelrij, regel, tekst
from samendoen.beleid.rules.document import Gelezen, lees
from samendoen.beleid.rules.geld import Bedragen
from samendoen.beleid.rules.getallentabel import Getallenrij, Getallentabel
from samendoen.beleid.rules.lichten import DRIE
from samendoen.beleid.rules.mutatietabel import GelezenMutaties
from samendoen.beleid.rules.voortgangsdocument import NIET_LEESBAAR, GelezenActiviteit, GelezenDoel

__all__ = ["als_document", "lees", "lees_bestand", "samenvatting"]


def als_document(gelezen: Gelezen) -> dict[str, Any]:
    """Return everything that was read; amounts are euro cents, `regel` is the line in the document."""
    doelen = _doelen(gelezen)
    return {
        "soort": gelezen.soort,
        "jaar": gelezen.voortgang.jaar if gelezen.voortgang else None,
        "telling": telling(gelezen),
        "inleiding": tekst(gelezen.voortgang.inleiding) if gelezen.voortgang else "",
        "doelen": doelen,
        "accenten": [_accent(a) for a in gelezen.accenten],
        "mutaties": [regel for tabel in gelezen.mutaties for regel in _mutaties(tabel)],
        "totalen": [_totalen(tabel) for tabel in gelezen.mutaties],
        "tabellen": [_tabel(tabel) for tabel in gelezen.tabellen],
        "niet_geplaatst": [_los(deel) for deel in gelezen.niet_geplaatst],
    }


def telling(gelezen: Gelezen) -> dict[str, int]:
    """Return how much of what was found."""
    doelen = gelezen.voortgang.doelen if gelezen.voortgang else ()
    activiteiten = [a for doel in doelen for a in doel.activiteiten]
    acties = [actie for accent in gelezen.accenten for actie in accent.acties]
    return {
        "doelen": len(doelen),
        "accenten": len(gelezen.accenten),
        "activiteiten": len(activiteiten) + len(acties),
        "resultaten": sum(bool(a.resultaat) for a in activiteiten) + sum(len(a.resultaten) for a in acties),
        "lichten": sum(len(a.lichten) for a in activiteiten) + sum(len(a.resultaten) for a in acties),
        "verantwoordingen": sum(bool(a.verantwoording) for a in activiteiten),
        "mutaties": sum(len(tabel.regels) for tabel in gelezen.mutaties),
        "niet_geplaatst": len(gelezen.niet_geplaatst),
    }


def _doelen(gelezen: Gelezen) -> list[dict[str, Any]]:
    uit, thema = [], ""
    for doel in gelezen.voortgang.doelen if gelezen.voortgang else ():
        # A theme holds for the goals below it until the next one.
        thema = tekst(doel.thema) or thema
        uit.append(_doel(doel, thema))
    return uit


def _doel(doel: GelezenDoel, thema: str) -> dict[str, Any]:
    return {
        "regel": regel(doel.titel),
        "thema": thema,
        "titel": tekst(doel.titel),
        "toelichting": tekst(doel.toelichting),
        "activiteiten": [_activiteit(a) for a in doel.activiteiten],
    }


def _activiteit(a: GelezenActiviteit) -> dict[str, Any]:
    lichten = {aspect.value: a.lichten[aspect].kleur for aspect in DRIE if aspect in a.lichten}
    return {
        "regel": regel(a.titel),
        "titel": tekst(a.titel),
        "toelichting": tekst(a.toelichting),
        "resultaat": tekst(a.resultaat),
        "lichten": {aspect.value: lichten.get(aspect.value, NIET_LEESBAAR) for aspect in DRIE},
        "verantwoording": tekst(a.verantwoording),
    }


def _accent(a: GelezenAccent) -> dict[str, Any]:
    punt = a.vertrekpunt
    return {
        "regel": regel(a.titel),
        "nummer": a.nummer,
        "titel": a.naam,
        "inleiding": tekst(a.inleiding),
        "acties": [
            {
                "regel": regel(actie.actie),
                "actie": tekst(actie.actie),
                "resultaten": [
                    {"resultaat": tekst(r.resultaat), "licht": r.kleur, "advies": tekst(r.advies)}
                    for r in actie.resultaten
                ],
            }
            for actie in a.acties
        ],
        "beschikbaar": _besteding(a.beschikbaar),
        "besteed": _besteding(a.besteed),
        "doelgroep": punt.veld("doelgroep") if punt else "",
        "zwaarte": punt.zwaarte if punt else "",
        "inzet_eurocent": punt.bedrag if punt else None,
        "tevreden_als": punt.punten("tevreden_als") if punt else [],
        "tellen": punt.punten("tellen") if punt else [],
        "vertellen": punt.punten("vertellen") if punt else [],
    }


def _besteding(b: Besteding | None) -> dict[str, int | None] | None:
    return {"jaar": b.jaar, "eurocent": b.bedrag} if b else None


def _mutaties(tabel: GelezenMutaties) -> list[dict[str, Any]]:
    return [
        {
            "regel": regel(m.naam),
            "tabel": tabel.titel,
            "naam": tekst(m.naam),
            "lasten_eurocent": m.lasten,
            "baten_eurocent": m.baten,
            "saldo_eurocent": m.saldo,
            "soort": m.soort.value if m.soort else None,
            "toelichting": tekst(m.toelichting),
        }
        for m in tabel.regels
    ]


def _totalen(tabel: GelezenMutaties) -> dict[str, Any]:
    genoemd = tabel.genoemd
    return {
        "tabel": tabel.titel,
        "genoemd": _bedragen(genoemd) if genoemd else None,
        "berekend": _bedragen(tabel.berekend),
    }


def _tabel(tabel: Getallentabel) -> dict[str, Any]:
    def rij(r: Getallenrij) -> dict[str, Any]:
        waarden = list(r.bedragen) if tabel.euro else [waarde // 100 for waarde in r.bedragen]
        return {"regel": r.nr, "naam": r.naam, "waarden": waarden}

    return {
        "regel": tabel.nr,
        "titel": tabel.titel,
        "eenheid": "eurocent" if tabel.euro else "getal",
        "kolommen": list(tabel.kolommen),
        "rijen": [rij(r) for r in tabel.rijen],
        "totaal": rij(tabel.totaal),
        "vervolg": [rij(r) for r in tabel.vervolg],
    }


def _bedragen(b: Bedragen) -> dict[str, int]:
    return {"lasten_eurocent": b.lasten, "baten_eurocent": b.baten, "saldo_eurocent": b.saldo}


def _los(deel: Stuk | Tabelrij) -> dict[str, Any]:
    woorden = deel.tekst if isinstance(deel, Stuk) else " | ".join(deel.cellen)
    return {"regel": deel.nr, "tekst": " ".join(woorden.split())}


def samenvatting(gelezen: Gelezen) -> Sequence[str]:
    """Return what was read as lines of text: the count, then goals or accents, then what is left."""
    t = telling(gelezen)
    kop = _(
        "%(doelen)s doelen, %(accenten)s accenten, %(activiteiten)s activiteiten, %(resultaten)s resultaten, "
        "%(lichten)s lichten, %(verantwoordingen)s verantwoordingen, %(mutaties)s mutaties; niet geplaatst: "
        "%(niet_geplaatst)s regels."
    )
    regels = [kop % t]
    for doel in _doelen(gelezen):
        regels.append(doel["titel"])
        regels += [f"  - {a['titel']}" for a in doel["activiteiten"]]
    for accent in gelezen.accenten:
        regels.append(f"{accent.nummer}. {accent.naam}")
        regels += [f"  - {tekst(actie.actie)} ({len(actie.resultaten)})" for actie in accent.acties]
    if gelezen.niet_geplaatst:
        regels.append(_("Niet geplaatst:"))
        regels += ["  {regel}: {tekst}".format(**_los(deel)) for deel in gelezen.niet_geplaatst]
    return regels
