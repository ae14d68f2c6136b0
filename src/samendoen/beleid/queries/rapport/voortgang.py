"""The report `voortgang`, as Lopik has it: goals, activities, results, lights, accounts and changes."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.queries import geld
from samendoen.beleid.queries.bevindingen import als_json
from samendoen.beleid.queries.boom import ActiviteitWaarde, DeelWaarde, DoelWaarde, boom, nieuwste_agenda
from samendoen.beleid.queries.rapport import delen
from samendoen.beleid.queries.rapport.cijfers import Cijfers, bij_doel, cijfers_tot, hoe_geteld
from samendoen.beleid.queries.rapport.verhalen import Verhaalblok, Verhalen, ontvouw
from samendoen.beleid.rules import Aspect, Bedragen, Kleur
from samendoen.beleid.rules.rapport import Alinea, Blok, Kop, Rapportdocument
from samendoen.schil.api import datum_zonder_dag


def voortgang(op: delen.Opdracht) -> Rapportdocument:
    """Return the report. Raises Domeinfout when the plan has no agenda."""
    deel = nieuwste_agenda(boom(op.plan, op.peildatum))
    tabellen = [tabel for tabel in geld.tabellen(op.plan) if tabel.onderdeel_id == deel.id]
    codes = list(dict.fromkeys(chain.from_iterable(doel.indicatoren for doel in deel.doelen)))
    cijfers = cijfers_tot(op.peildatum, codes)
    stof = _Stof(deel, tabellen, cijfers, Verhalen(doel.id for doel in deel.doelen))
    blokken, verhalen = ontvouw(_blokken(op, stof))
    return Rapportdocument(
        soort="voortgang",
        titel=f"Voortgang {deel.jaar} gemeente {op.plan.gemeente}",
        afzender=op.gemeente,
        onder=(deel.titel, op.stand),
        peildatum=op.peildatum,
        blokken=blokken,
        voet=delen.voet(op.plan, deel.bron),
        gegevens=_gegevens(op, stof, verhalen),
    )


@dataclass(frozen=True, slots=True)
class _Stof:
    """Everything that the report is made of."""

    deel: DeelWaarde
    tabellen: list[geld.TabelWaarde]
    cijfers: Cijfers
    verhalen: Verhalen


def _blokken(op: delen.Opdracht, s: _Stof) -> Iterator[Blok | Verhaalblok]:
    deel = s.deel
    yield from delen.over_de_lichten(deel.activiteiten)
    yield from delen.te_vroeg(deel, op.peildatum)
    yield Kop(_("In het kort"))
    yield Alinea(
        _(
            "%(doelen)s doelen en %(activiteiten)s activiteiten. Een activiteit telt mee met het licht dat "
            "de meeste aandacht vraagt."
        )
        % {"doelen": len(list(deel.doelen)), "activiteiten": len(list(deel.activiteiten))}
    )
    yield delen.telling(deel)
    for thema in deel.themas:
        yield Kop(thema.titel)
        for doel in thema.doelen:
            yield from _doel(s, doel)
    for tabel in s.tabellen:
        yield Kop(tabel.titel)
        yield from delen.mutaties(tabel)
    yield from hoe_geteld(s.cijfers)


def _doel(s: _Stof, doel: DoelWaarde) -> Iterator[Blok | Verhaalblok]:
    yield Kop(f"{doel.code}. {doel.titel}", 3)
    if doel.tevreden_als:
        yield Alinea(doel.tevreden_als, _("Wanneer zijn we tevreden?").rstrip("?"))
    if doel.dient:
        lezing = any(w.aanname for w in doel.dient)
        namen = "; ".join(f"{w.code} {w.titel}" for w in doel.dient)
        uitleg = _(" Dit verband is onze lezing; het document legt het niet.") if lezing else ""
        yield Alinea(f"{namen}.{uitleg}", _("Dient in het beleidsplan"), stil=True)
    yield from bij_doel(s.cijfers, doel.indicatoren)
    for activiteit in doel.activiteiten:
        yield from _activiteit(activiteit)
    yield from s.verhalen.bij(doel.id, 4)


def _activiteit(a: ActiviteitWaarde) -> Iterator[Blok]:
    yield Kop(a.titel, 4)
    yield from delen.lichten(a)
    yield Alinea(a.resultaat, _("Beloofd resultaat"))
    if a.partners:
        yield Alinea(", ".join(a.partners), _("Met"))
    tekst = a.verantwoording
    # The account of a document has no day of its own.
    wanneer = f" ({datum_zonder_dag(tekst.op)})" if tekst and not tekst.bron else ""
    woorden = tekst.tekst if tekst else _("Nog niet geschreven.")
    yield Alinea(f"{woorden}{wanneer}", _("Verantwoording"))
    yield Alinea(a.bron, _("Bron"), stil=True)


def _gegevens(op: delen.Opdracht, s: _Stof, verhalen: dict[str, list[int]]) -> dict[str, Any]:
    """Return the report as plain values, for machines."""
    return {
        **delen.gegevens(op, s.deel, s.cijfers.grondslag, verhalen),
        "themas": [
            {"titel": thema.titel, "doelen": [_doelgegevens(doel) for doel in thema.doelen]}
            for thema in s.deel.themas
        ],
        "mutaties": [_tabelgegevens(tabel) for tabel in s.tabellen],
    }


def _doelgegevens(doel: DoelWaarde) -> dict[str, Any]:
    return {
        "code": doel.code,
        "titel": doel.titel,
        "tevreden_als": doel.tevreden_als or None,
        "indicator": doel.indicator or None,
        "dient": [{"code": w.code, "titel": w.titel, "onze_lezing": w.aanname} for w in doel.dient],
        "activiteiten": [_activiteitgegevens(a) for a in doel.activiteiten],
    }


def _activiteitgegevens(a: ActiviteitWaarde) -> dict[str, Any]:
    return {
        "code": a.code,
        "titel": a.titel,
        "resultaat": a.resultaat,
        "partners": list(a.partners),
        "lichten": {aspect.value: _lichtgegevens(a, aspect) for aspect in a.aspecten},
        "verantwoording": a.verantwoording.tekst if a.verantwoording else None,
        "bron": a.bron,
    }


def _lichtgegevens(a: ActiviteitWaarde, aspect: Aspect) -> dict[str, Any]:
    stand = a.lichten.get(aspect)
    if stand is None:
        return {"kleur": Kleur.ONBEKEND.value, "toelichting": "niet leesbaar in de bron"}
    return {
        "kleur": stand.kleur.value,
        "synthetisch": stand.synthetisch,
        "peildatum": stand.peildatum.isoformat(),
        "toelichting": stand.toelichting,
    }


def _tabelgegevens(tabel: geld.TabelWaarde) -> dict[str, Any]:
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
