"""The report `voortgang`: one document of values, and its forms: JSON and HTML in one file."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from samendoen.beleid.models import Plan
from samendoen.beleid.models.agenda import ASPECTEN
from samendoen.beleid.queries import geld
from samendoen.beleid.queries.bevindingen import als_json, zin
from samendoen.beleid.queries.boom import ActiviteitWaarde, DeelWaarde, boom, nieuwste_agenda
from samendoen.beleid.queries.lichten import een_licht, telling
from samendoen.beleid.rules import Aspect, Bedragen, Kleur
from samendoen.schil.api import datum_voluit, datum_zonder_dag, euro


@dataclass(frozen=True, slots=True)
class Voortgang:
    """What the report says: a plan's newest agenda on a day, with its money."""

    plan: Plan
    deel: DeelWaarde
    tabellen: tuple[geld.TabelWaarde, ...]
    peildatum: date
    versie: str

    @property
    def titel(self) -> str:
        """Return the title: what, of which year, of which municipality."""
        return f"Voortgang {self.deel.jaar} gemeente {self.plan.gemeente}"

    @property
    def synthetisch(self) -> bool:
        """Return whether a light in it was made up."""
        return any(activiteit.synthetisch for activiteit in self.deel.activiteiten)


def voortgang(plan: Plan, peildatum: date) -> Voortgang:
    """Return the report of a plan on a day. Raises Domeinfout when the plan has no agenda."""
    deel = nieuwste_agenda(boom(plan, peildatum))
    tabellen = tuple(tabel for tabel in geld.tabellen(plan) if tabel.onderdeel_id == deel.id)
    return Voortgang(plan, deel, tabellen, peildatum, version("samendoen"))


def maak_json(v: Voortgang) -> bytes:
    """Return the report as one JSON document; the same report gives the same bytes."""
    with translation.override("nl"):
        return json.dumps(document(v), ensure_ascii=False, indent=1).encode() + b"\n"


def maak_html(v: Voortgang) -> bytes:
    """Return the report as one HTML file that needs nothing else; the same report gives the same bytes."""
    with translation.override("nl"):
        bladzij = render_to_string("beleid/rapport/voortgang.html", _schermwaarden(v))
        return f"{bladzij.strip()}\n".encode()


def document(v: Voortgang) -> dict[str, Any]:
    """Return the report as plain values."""
    return {
        "soort": "voortgang",
        "titel": v.titel,
        "peildatum": v.peildatum.isoformat(),
        "plan": {"code": v.plan.code, "titel": v.plan.titel, "gemeente": v.plan.gemeente},
        "onderdeel": {"code": v.deel.code, "titel": v.deel.titel, "jaar": v.deel.jaar, "bron": v.deel.bron},
        "synthetische_lichten": v.synthetisch,
        "themas": [
            {
                "titel": thema.titel,
                "doelen": [
                    {
                        "code": doel.code,
                        "titel": doel.titel,
                        "tevreden_als": doel.tevreden_als or None,
                        "indicator": doel.indicator or None,
                        "dient": [
                            {"code": w.code, "titel": w.titel, "onze_lezing": w.aanname} for w in doel.dient
                        ],
                        "activiteiten": [_activiteit(a) for a in doel.activiteiten],
                    }
                    for doel in thema.doelen
                ],
            }
            for thema in v.deel.themas
        ],
        "mutaties": [_tabel(tabel) for tabel in v.tabellen],
        "herkomst": {"definitie": v.plan.definitie, "versie": v.versie},
    }


def _activiteit(a: ActiviteitWaarde) -> dict[str, Any]:
    return {
        "code": a.code,
        "titel": a.titel,
        "resultaat": a.resultaat,
        "partners": list(a.partners),
        "lichten": {aspect.value: _licht(a, aspect) for aspect in a.aspecten},
        "verantwoording": a.verantwoording.tekst if a.verantwoording else None,
        "bron": a.bron,
    }


def _licht(a: ActiviteitWaarde, aspect: Aspect) -> dict[str, Any]:
    stand = a.lichten.get(aspect)
    if stand is None:
        return {"kleur": Kleur.ONBEKEND.value, "toelichting": "niet leesbaar in de bron"}
    return {
        "kleur": stand.kleur.value,
        "synthetisch": stand.synthetisch,
        "peildatum": stand.peildatum.isoformat(),
        "toelichting": stand.toelichting,
    }


def _tabel(tabel: geld.TabelWaarde) -> dict[str, Any]:
    return {
        "titel": tabel.titel,
        "regels": [
            {
                "naam": m.naam,
                "lasten_eurocent": m.lasten,
                "baten_eurocent": m.baten,
                "saldo_eurocent": m.lasten + m.baten,
                "soort": m.soort.value,
                "toelichting": m.toelichting,
            }
            for m in tabel.mutaties
        ],
        "totaal": _bedragen(tabel.totaal),
        "genoemd": _bedragen(tabel.genoemd) if tabel.genoemd else None,
        "bevindingen": [als_json(b) for b in tabel.bevindingen],
        "bron": tabel.bron,
    }


def _bedragen(b: Bedragen) -> dict[str, int]:
    return {f"{naam}_eurocent": bedrag for naam, bedrag in asdict(b).items()}


def _schermwaarden(v: Voortgang) -> dict[str, Any]:
    """Return the report as ready strings for the template."""
    alle = list(v.deel.activiteiten)
    return {
        "titel": v.titel,
        "plan": v.plan,
        "deel": v.deel,
        "peildatum": datum_voluit(v.peildatum),
        "te_vroeg": v.peildatum.year < v.deel.jaar,
        "synthetisch": v.synthetisch,
        "leesbaar": any(a.lichten for a in alle),
        "telling": telling(alle),
        "aantal_doelen": sum(1 for _doel in v.deel.doelen),
        "aantal_activiteiten": len(alle),
        "overzicht": [
            {"code": doel.code, "titel": doel.titel, "telling": telling(doel.activiteiten)}
            for doel in v.deel.doelen
        ],
        "themas": [
            {"titel": thema.titel, "doelen": [_doelwaarden(doel) for doel in thema.doelen]}
            for thema in v.deel.themas
        ],
        "aspecten": [str(ASPECTEN[aspect]).capitalize() for aspect in v.deel.aspecten],
        "tabellen": [tabelwaarden(tabel) for tabel in v.tabellen],
        "versie": v.versie,
    }


def _doelwaarden(doel: Any) -> dict[str, Any]:
    return {
        "code": doel.code,
        "titel": doel.titel,
        "dient": [f"{w.code} {w.titel}" for w in doel.dient],
        "lezing": any(w.aanname for w in doel.dient),
        "tevreden_als": doel.tevreden_als,
        "activiteiten": [
            {
                "titel": a.titel,
                "resultaat": a.resultaat,
                "partners": ", ".join(a.partners),
                "lichten": [een_licht(aspect, a.lichten.get(aspect)) for aspect in a.aspecten]
                if a.lichten
                else [],
                "redenen": _redenen(a),
                "verantwoording": a.verantwoording.tekst if a.verantwoording else "",
                "verantwoording_op": _wanneer(a),
                "bron": a.bron,
            }
            for a in doel.activiteiten
        ],
    }


def _redenen(a: ActiviteitWaarde) -> list[dict[str, str]]:
    """Return why the lights stand as they do, for those that somebody set; made-up ones have no reason."""
    return [
        {"aspect": str(ASPECTEN[aspect]).capitalize(), "tekst": stand.toelichting}
        for aspect, stand in a.lichten.items()
        if not stand.synthetisch
    ]


def _wanneer(a: ActiviteitWaarde) -> str:
    """Return since when the account reads like this; that of the document has no day of its own."""
    tekst = a.verantwoording
    return datum_zonder_dag(tekst.op) if tekst and not tekst.bron else ""


def tabelwaarden(tabel: geld.TabelWaarde) -> dict[str, Any]:
    """Return a table of changes as ready strings; the totals are the computed ones."""
    return {
        "titel": tabel.titel,
        "bron": tabel.bron,
        "regels": [
            {
                "naam": m.naam,
                "lasten": euro(m.lasten),
                "baten": euro(m.baten),
                "saldo": euro(m.lasten + m.baten),
                "soort": geld.soortnaam(m.soort.value),
                "toelichting": m.toelichting,
            }
            for m in tabel.mutaties
        ],
        "totaal": _euros(tabel.totaal),
        "genoemd": _euros(tabel.genoemd) if tabel.genoemd else None,
        "gelijk": tabel.genoemd == tabel.totaal,
        "bevindingen": [zin(b) for b in tabel.bevindingen],
    }


def _euros(b: Bedragen) -> dict[str, str]:
    return {naam: euro(bedrag) for naam, bedrag in asdict(b).items()}
