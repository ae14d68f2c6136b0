"""Pieces that more than one report has, as blocks."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samendoen.beleid.models import Plan, Rapport
from samendoen.beleid.models.agenda import ASPECTEN
from samendoen.beleid.queries import geld
from samendoen.beleid.queries.bevindingen import zin
from samendoen.beleid.queries.boom import ActiviteitWaarde, DeelWaarde, StandWaarde
from samendoen.beleid.rules import Aspect, Bedragen, Kleur
from samendoen.beleid.rules.rapport import (
    Alinea,
    Blok,
    Cel,
    Kolom,
    Licht,
    Lichten,
    Opmerking,
    Tabel,
)
from samendoen.schil.api import aantal, datum_voluit, datum_zonder_dag, euro

WOORDEN = {
    Kleur.GROEN: "op koers",
    Kleur.ORANJE: "let op",
    Kleur.ROOD: "bijsturen",
    Kleur.ONBEKEND: "nog niet bekend",
}
UITKOMST = {
    Kleur.GROEN: "behaald",
    Kleur.ORANJE: "nog niet af",
    Kleur.ROOD: "niet uitgevoerd",
    Kleur.ONBEKEND: "nog niet bekend",
}
"""What a light says: of a year that runs, and of a result. A report is in Dutch, whoever makes it."""


def woorden_van(aspecten: Collection[Aspect]) -> dict[Kleur, str]:
    """Return what the lights of an agenda say."""
    return UITKOMST if set(aspecten) == {Aspect.RESULTAAT} else WOORDEN


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Which report: of what plan, on what day."""

    plan: Plan
    peildatum: date

    @property
    def gemeente(self) -> str:
        """Return the sender."""
        return _("Gemeente %(naam)s") % {"naam": self.plan.gemeente}

    @property
    def stand(self) -> str:
        """Return the line that says of which day it is."""
        return _("De stand van %(dag)s") % {"dag": datum_voluit(self.peildatum)}


def licht(stand: StandWaarde | None, aspect: Aspect) -> Licht:
    """Return one light; without any it is not known yet."""
    kleur = stand.kleur if stand else Kleur.ONBEKEND
    onderwerp = str(ASPECTEN[aspect]).capitalize()
    return Licht(kleur, woorden_van([aspect])[kleur], onderwerp, bool(stand and stand.synthetisch))


def lichten(a: ActiviteitWaarde) -> Iterator[Blok]:
    """Yield the three lights of an activity with the reasons that people gave; made-up ones have none."""
    if not a.lichten:
        yield Alinea(_("De lichten zijn niet leesbaar in de bron."), stil=True)
        return
    yield Lichten(tuple(licht(a.lichten.get(x), x) for x in a.aspecten))
    for aspect, stand in a.lichten.items():
        if stand.toelichting and not stand.synthetisch:
            yield Alinea(stand.toelichting, str(ASPECTEN[aspect]).capitalize())


def over_de_lichten(activiteiten: Iterable[ActiviteitWaarde]) -> Iterator[Blok]:
    """Yield what a reader must know of the lights: made up, or not readable."""
    alle = list(activiteiten)
    if any(a.synthetisch for a in alle):
        yield Opmerking(
            _("De lichten met het woord voorbeeld zijn verzonnen."),
            (
                _(
                    "In het document waren de lichten plaatjes; ze zijn niet leesbaar in de bron. "
                    "Wij raden er niet naar."
                ),
            ),
        )
    elif alle and not any(a.lichten for a in alle):
        yield Opmerking(
            _("De lichten zijn niet leesbaar in de bron."),
            (_("In het document waren het plaatjes. Wij raden er niet naar."),),
        )


def te_vroeg(deel: DeelWaarde, peildatum: date) -> Iterator[Blok]:
    """Yield that the day lies before the year that the texts are about."""
    if peildatum.year < deel.jaar:
        yield Opmerking(
            _("De peildatum ligt voor het begin van %(jaar)s.") % {"jaar": deel.jaar},
            (_("De teksten komen uit het document over %(jaar)s.") % {"jaar": deel.jaar},),
        )


def telling(deel: DeelWaarde) -> Tabel:
    """Return how the activities of every goal stand, by the light that asks most attention."""
    kleuren = (Kleur.GROEN, Kleur.ORANJE, Kleur.ROOD, Kleur.ONBEKEND)
    woorden = woorden_van(deel.aspecten)
    namen = (*(woorden[kleur].capitalize() for kleur in kleuren[:3]), _("Niet bekend"))
    rijen, som = [], Counter[Kleur]()
    for doel in deel.doelen:
        per = Counter(a.kleur for a in doel.activiteiten)
        som += per
        rijen.append((Cel(f"{doel.code}. {doel.titel}"), *_tellen(per, kleuren)))
    kolommen = (
        Kolom(_("Doel"), breedte=4),
        *(Kolom(naam, getal=True) for naam in (_("Activiteiten"), *namen)),
    )
    totaal = (Cel(_("Totaal")), *_tellen(som, kleuren))
    return Tabel(_("Activiteiten per doel"), kolommen, tuple(rijen), totaal)


def _tellen(per: Counter[Kleur], kleuren: Iterable[Kleur]) -> Iterator[Cel]:
    yield Cel(aantal(per.total()))
    yield from (Cel(aantal(per[kleur])) for kleur in kleuren)


def bedrag(cent: int | None) -> Cel:
    """Return a cell with an amount; a dash where there is none."""
    return Cel("-") if cent is None else Cel(euro(cent), eurocent=cent)


def mutaties(tabel: geld.TabelWaarde) -> Iterator[Blok]:
    """Yield a table of changes with computed totals, and what in it does not add up."""
    kolommen = (
        Kolom(_("Mutatie"), breedte=3),
        *(Kolom(naam, getal=True) for naam in (_("Lasten"), _("Baten"), _("Saldo"))),
        Kolom(_("Soort")),
    )
    rijen = tuple(
        (
            Cel(m.naam, m.toelichting),
            *(bedrag(cent) for cent in (m.lasten, m.baten, m.lasten + m.baten)),
            Cel(geld.soortnaam(m.soort.value)),
        )
        for m in tabel.mutaties
    )
    yield Tabel(_("Mutaties, in hele euro's; lasten zijn negatief"), kolommen, rijen, _totaal(tabel.totaal))
    if tabel.genoemd and tabel.genoemd == tabel.totaal:
        yield Alinea(_("De totalen die het document noemt, zijn gelijk aan deze som."))
    yield from klopt_niet(zin(b) for b in tabel.bevindingen)
    yield Alinea(tabel.bron, _("Bron"), stil=True)


def _totaal(b: Bedragen) -> tuple[Cel, ...]:
    return (Cel(_("Totaal, door ons opgeteld")), bedrag(b.lasten), bedrag(b.baten), bedrag(b.saldo), Cel(""))


def klopt_niet(zinnen: Iterable[str]) -> Iterator[Blok]:
    """Yield what does not add up, if anything."""
    punten = tuple(zinnen)
    if punten:
        yield Opmerking(_("Dit klopt mogelijk niet:"), punten=punten)


def voet(plan: Plan, bron: str) -> tuple[str, ...]:
    """Return where a report comes from."""
    return (
        _(
            "Bron: %(bron)s. Titels en teksten zijn ingekort en in eigen woorden; cijfers en namen zijn "
            "precies."
        )
        % {"bron": bron},
        _("Gemaakt met Samendoen %(versie)s. Kenmerk van de brongegevens: %(merk)s.")
        % {"versie": version("samendoen"), "merk": plan.definitie[:12]},
    )


def verbeterd(nummer: int, oud: Rapport, wijziging: str, reden: str) -> Opmerking:
    """Return what stands on top of a corrected version: what is different, and why."""
    return Opmerking(
        _("Verbeterde versie %(n)s.") % {"n": nummer},
        (
            _("Dit rapport komt in de plaats van dat van %(dag)s (kenmerk %(merk)s).")
            % {"dag": datum_zonder_dag(localtime(oud.gemaakt_op).date()), "merk": oud.inhoud_hash[:12]},
        ),
        (
            _("Wat is er veranderd: %(wat)s") % {"wat": wijziging},
            _("Waarom: %(reden)s") % {"reden": reden},
        ),
    )


def gegevens(
    op: Opdracht, deel: DeelWaarde | None, grondslag: Mapping[str, Any], verhalen: Mapping[str, list[int]]
) -> dict[str, Any]:
    """Return what a report says for machines: of what it is, on what it rests, which blocks are a story's."""
    onderdeel = (
        {"code": deel.code, "titel": deel.titel, "jaar": deel.jaar, "bron": deel.bron} if deel else None
    )
    return {
        "plan": {"code": op.plan.code, "titel": op.plan.titel, "gemeente": op.plan.gemeente},
        "onderdeel": onderdeel,
        "synthetische_lichten": any(a.synthetisch for a in deel.activiteiten) if deel else False,
        "grondslag": {"plan": op.plan.definitie, **grondslag},
        "verhalen": dict(verhalen),
        "herkomst": {"definitie": op.plan.definitie, "versie": version("samendoen")},
    }
