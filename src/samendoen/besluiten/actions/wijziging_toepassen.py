"""Let decisions that extend, change or end a provision work, on its assignments too: at the announcement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from django.utils.translation import gettext as _

from samendoen.besluiten.access import naar_besluit, naar_voorziening
from samendoen.besluiten.actions.besluit import vast
from samendoen.besluiten.actions.herroeping import dag_van, vast_voorziening
from samendoen.besluiten.events import (
    BesluitGewijzigd,
    Toegewezen,
    ToewijzingBeeindigd,
    ToewijzingGewijzigd,
    VoorzieningGewijzigd,
    VoorzieningHerroepen,
)
from samendoen.besluiten.models import Aanbieder, Besluit, Toewijzing, Voorziening, Wijziging
from samendoen.besluiten.queries.verbruik import niet_te_verwijderen, verbruikt
from samendoen.besluiten.rules import (
    GEEFT,
    TOEWIJZING_OVERGANGEN,
    Toewijzingstatus,
    Uitkomst,
    Voorzieningstatus,
    Vorm,
    honderdste,
)
from samendoen.besluiten.rules.wijziging import (
    REDENEN,
    Aanpassing,
    Gevolg,
    Loopt,
    Reden,
    RedenWijziging,
    Verandering,
    Wat,
    code_van,
    eindig,
    mag_vanaf,
    verleng,
    wijzig,
)
from samendoen.kernel.api import Domeinfout, Vastlegging, klok, schrijf, werk_bij

WERKT = GEEFT | {Uitkomst.BEEINDIGD}
"""Outcomes that change something; a refusal changes nothing."""


@dataclass(slots=True)
class Toegepast:
    """What happened: before and after the events of what is newly granted."""

    eerst: list[Vastlegging] = field(default_factory=list)
    daarna: list[Vastlegging] = field(default_factory=list)
    langer: list[Voorziening] = field(default_factory=list)
    """What runs longer than before."""


def wat(v: Voorziening, wie: int | None) -> Wat:
    """Return what a provision gives, as the rules know it; `wie` gives it."""
    return Wat(v.van, v.tot, honderdste(v.omvang), v.frequentie, v.vorm, wie)


def wat_wordt(w: Wijziging, v: Voorziening, wie: int | None) -> Wat:
    """Return what a provision is to give: what a change leaves open, stays."""
    omvang = v.omvang if w.omvang is None else w.omvang
    wie = w.aanbieder_id or wie if (w.vorm or v.vorm) == Vorm.ZIN else None
    return Wat(v.van, w.tot, honderdste(omvang), v.frequentie, w.vorm or v.vorm, wie)


def pas_toe(besluiten: Sequence[Besluit], nieuw: Mapping[int, Voorziening]) -> Toegepast:
    """Apply announced decisions; return the events. `nieuw`: decision -> the provision that it begins.

    Raises Domeinfout when the provision was changed by another decision meanwhile, or when what it may not
    do with a past day has become past.
    """
    toegepast = Toegepast()
    werkend = {b.pk: b for b in besluiten if b.uitkomst in WERKT}
    if not werkend:
        return toegepast
    rijen = list(
        Wijziging.objects.filter(besluit__in=werkend).select_related("aanbieder", "oud").order_by("pk")
    )
    gevonden = Voorziening.objects.select_for_update(of=("self",)).select_related("product")
    voorzieningen = gevonden.filter(pk__in=[w.voorziening_id for w in rijen]).order_by("pk").in_bulk()
    toewijzingen = _toewijzingen(voorzieningen)
    for w in rijen:
        besluit = werkend[w.besluit_id]
        v = voorzieningen[w.voorziening_id]
        _controleer(w, v, dag_van(besluit))
        _oud(w, besluit, toegepast)
        gevolg = bereken(w, v, list(toewijzingen[v.pk].values()))
        later = w.verandering != Verandering.BEEINDIGING and v.tot and (w.tot is None or w.tot > v.tot)
        eis_verwijderbaar(gevolg.aanpassingen)
        _voorziening(w, v, besluit, besluit.pk in nieuw, toegepast)
        _pas_aan(v, toewijzingen[v.pk], gevolg, dag_van(besluit), toegepast)
        _wijs_toe(nieuw.get(besluit.pk, v), gevolg, dag_van(besluit), toegepast)
        if later:
            toegepast.langer.append(nieuw.get(besluit.pk, v))
    return toegepast


def _controleer(w: Wijziging, v: Voorziening, dag: date) -> None:
    if v.besluit_id != w.oud_id or v.status != Voorzieningstatus.GELDT:
        raise Domeinfout(
            "voorziening_veranderd",
            _("Over deze voorziening is intussen een ander besluit bekendgemaakt."),
            _("Neem dit besluit terug en kijk wat er nu geldt."),
        )
    if w.verandering != Verandering.VERLENGING and not mag_vanaf(Reden(w.reden), w.per, dag):
        raise Domeinfout(
            "per_voorbij",
            _("Dit besluit werkt pas na de bekendmaking; de dag waarop het zou ingaan, is er al."),
            _("Neem het besluit terug en kies een latere dag."),
            veld="op",
        )


def _toewijzingen(voorzieningen: Mapping[int, Voorziening]) -> dict[int, dict[int, Toewijzing]]:
    """Return by provision its assignments, locked, by id."""
    rijen = Toewijzing.objects.select_for_update(of=("self",)).filter(voorziening__in=voorzieningen)
    per: dict[int, dict[int, Toewijzing]] = {pk: {} for pk in voorzieningen}
    for rij in rijen.order_by("pk"):
        per[rij.voorziening_id][rij.pk] = rij
    return per


def bereken(w: Wijziging, v: Voorziening, rijen: Sequence[Toewijzing]) -> Gevolg:
    """Return what a decision does to these assignments of a provision."""
    loopt = [
        Loopt(t.pk, t.aanbieder_id, t.van, t.tot, t.status == Toewijzingstatus.GELDT)
        for t in rijen
        if t.tot is None or t.tot > t.van
    ]
    wie = next((t.aanbieder for t in loopt if t.geldt), v.aanbieder_id)
    oud, nieuw = wat(v, wie), wat_wordt(w, v, wie)
    if w.verandering == Verandering.BEEINDIGING:
        return Gevolg(eindig(loopt, w.per, REDENEN[Reden(w.reden)].code))
    code = code_van(Reden(w.reden), oud, nieuw)
    if w.verandering == Verandering.VERLENGING:
        return verleng(oud, nieuw, loopt, code, klok.vandaag())
    return wijzig(oud, nieuw, w.per, loopt, code)


def eis_verwijderbaar(aanpassingen: Sequence[Aanpassing]) -> None:
    """Raise Domeinfout when an assignment would be removed on which something was given or paid (TR385)."""
    weg = [a.toewijzing for a in aanpassingen if a.code is RedenWijziging.VERWIJDERD]
    if weg and verbruikt(weg):
        raise niet_te_verwijderen("per")


def _oud(w: Wijziging, besluit: Besluit, toegepast: Toegepast) -> None:
    """Let the decision that is changed say so; the rest of it holds."""
    w.oud.status = naar_besluit(w.oud, "wijzig")
    werk_bij([w.oud], ["status"])
    gebeurtenis = BesluitGewijzigd(besluit=w.oud_id, door=besluit.pk)
    toegepast.eerst.append(vast(w.oud, gebeurtenis, dag_van(besluit)))


def _voorziening(w: Wijziging, v: Voorziening, besluit: Besluit, splitst: bool, toegepast: Toegepast) -> None:
    dag = dag_van(besluit)
    if splitst or (w.verandering == Verandering.BEEINDIGING and w.per <= v.van):
        v.status, v.herroepen_per = naar_voorziening(v, "herroep"), max(w.per, v.van)
        werk_bij([v], ["status", "herroepen_per"])
        herroepen = VoorzieningHerroepen(nieuw=besluit.pk, per=v.herroepen_per)
        toegepast.eerst.append(vast_voorziening(v, herroepen, dag))
        return
    eindigt = w.verandering == Verandering.BEEINDIGING
    v.besluit, v.tot, v.eindreden = besluit, w.per if eindigt else w.tot, w.reden if eindigt else ""
    if not eindigt:
        v.omvang = v.omvang if w.omvang is None else w.omvang
        v.aanbieder = w.aanbieder or v.aanbieder
    werk_bij([v], ["besluit", "tot", "eindreden", "omvang", "aanbieder"])
    gewijzigd = VoorzieningGewijzigd(
        besluit=besluit.pk,
        verandering=w.verandering,
        reden=w.reden,
        honderdste=honderdste(v.omvang),
        tot=v.tot,
    )
    toegepast.eerst.append(vast_voorziening(v, gewijzigd, dag))


def _pas_aan(
    v: Voorziening, rijen: Mapping[int, Toewijzing], gevolg: Gevolg, dag: date, toegepast: Toegepast
) -> None:
    gebeurtenis: ToewijzingBeeindigd | ToewijzingGewijzigd
    for a in gevolg.aanpassingen:
        t = rijen[a.toewijzing]
        t.tot, t.reden = a.tot, a.code or ""
        if a.eindigt:
            assert a.tot is not None  # what ends, has a last day
            t.status = Toewijzingstatus.BEEINDIGD
            gebeurtenis = ToewijzingBeeindigd(toewijzing=t.pk, tot=a.tot, reden=a.code)
        else:
            assert a.code is not None  # what changes and goes on, changes for a reason
            t.status = TOEWIJZING_OVERGANGEN[Toewijzingstatus(t.status)].get("hervat", Toewijzingstatus.GELDT)
            gebeurtenis = ToewijzingGewijzigd(toewijzing=t.pk, tot=a.tot, reden=a.code)
        toegepast.eerst.append(vast_voorziening(v, gebeurtenis, dag))
    werk_bij([rijen[a.toewijzing] for a in gevolg.aanpassingen], ["status", "tot", "reden"])


def _wijs_toe(v: Voorziening, gevolg: Gevolg, dag: date, toegepast: Toegepast) -> None:
    """Ask who goes on, or who takes over: nobody needs to do so by hand."""
    if gevolg.nieuw is None:
        return
    [rij] = schrijf(
        [
            Toewijzing(
                kenmerk=uuid4(),
                voorziening=v,
                aanbieder_id=gevolg.nieuw.aanbieder,
                toegewezen_op=dag,
                van=gevolg.nieuw.van,
                tot=gevolg.nieuw.tot,
            )
        ]
    )
    agb = Aanbieder.objects.values_list("agb", flat=True).get(pk=rij.aanbieder_id)
    toegewezen = Toegewezen(toewijzing=rij.pk, aanbieder=agb, van=rij.van, tot=rij.tot)
    toegepast.daarna.append(vast_voorziening(v, toegewezen, dag))
