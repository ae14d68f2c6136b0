"""Facts of decisions for `cijfers`, folded from events alone: as known at a moment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samendoen.besluiten import events
from samendoen.besluiten.models import UITKOMSTEN, Product
from samendoen.besluiten.rules import Uitkomst
from samendoen.kernel.api import (
    Gebeurtenissoort,
    Wet,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen


@dataclass(slots=True)
class Feit:
    """One decision, as the events of its application tell it.

    It is given when it is announced (Awb art. 3:41): `op_tijd` is None until then, and where no term was
    asked.
    """

    uitkomst: str
    besloten_op: date
    herziet: bool
    bekendgemaakt_op: date | None = None
    op_tijd: bool | None = None
    geldt: bool = True


def vouw(
    gebeurtenissen: Iterable[tuple[date, Gebeurtenissoort]],
) -> tuple[tuple[events.AanvraagGedaan, date] | None, list[Feit]]:
    """Return what was asked and when, with every decision on it, oldest first; one taken back never was."""
    vraag: tuple[events.AanvraagGedaan, date] | None = None
    per: dict[int, Feit] = {}
    for dag, g in gebeurtenissen:
        match g:
            case events.AanvraagGedaan():
                vraag = (g, dag)
            case events.BesluitGenomen():
                per[g.besluit] = Feit(g.uitkomst, dag, g.herziet is not None)
            case events.WijzigingBesloten() if g.besluit in per:
                per[g.besluit].herziet = False  # it adds to what was decided and replaces nothing
            case events.BesluitBekendgemaakt() if g.besluit in per:
                per[g.besluit].bekendgemaakt_op, per[g.besluit].op_tijd = dag, g.op_tijd
            case events.BesluitHerroepen() if g.besluit in per:
                per[g.besluit].geldt = False
            case events.AanvraagIngetrokken():
                per[g.besluit] = Feit(Uitkomst.INGETROKKEN.value, dag, False, dag)
            case _:
                pass
    return vraag, list(per.values())


_SOORTEN = (
    events.AanvraagGedaan.soort,
    events.BesluitGenomen.soort,
    events.WijzigingBesloten.soort,
    events.BesluitBekendgemaakt.soort,
    events.BesluitHerroepen.soort,
    events.AanvraagIngetrokken.soort,
)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_besluit(peilmoment))


def _per_besluit(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _aanvraag, regels in per_onderwerp(gebeurtenissen_tot(events.AANVRAAG, peilmoment, _SOORTEN)):
        vraag, besluiten = vouw(verwoord_regels(regels))
        if vraag is None:
            continue
        gevraagd, aangevraagd_op = vraag
        for besluit in besluiten:
            yield (
                gevraagd.team,
                gevraagd.kader,
                gevraagd.categorie,
                besluit.uitkomst,
                aangevraagd_op,
                besluit.besloten_op,
                besluit.bekendgemaakt_op,
                besluit.op_tijd,
                besluit.herziet,
                besluit.geldt,
                regels[0].persoon_id,
            )


def categorieen() -> dict[str, str]:
    """Return the names of kinds of provisions by code."""
    return dict(Product.objects.order_by("categorie").values_list("categorie", "categorienaam"))


BESLUIT = Feitsoort(
    naam="besluit",
    korrel="een besluit op een aanvraag",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wet waarop het besluit rust",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("categorie", "code", "geen", "soort voorziening", benoem=categorieen),
        Kolom(
            "uitkomst",
            "code",
            "geen",
            "wat er is besloten; ingetrokken: de inwoner trok de aanvraag in",
            benoem=lambda: {uitkomst.value: str(naam) for uitkomst, naam in UITKOMSTEN.items()},
        ),
        Kolom("aangevraagd_op", "datum", "geen", "dag van de aanvraag"),
        Kolom("besloten_op", "datum", "geen", "dag van het besluit"),
        Kolom("bekendgemaakt_op", "datum", "geen", "dag van verzending, leeg zolang die er niet is"),
        Kolom(
            "op_tijd",
            "janee",
            "geen",
            "op tijd bekendgemaakt; leeg zolang dat niet is gebeurd, of zonder termijn",
        ),
        Kolom("herziening", "janee", "geen", "of het besluit een eerder besluit vervangt"),
        Kolom("geldt", "janee", "geen", "of het besluit niet is vervangen"),
        Kolom("inwoner", "pseudoniem", "pseudoniem", "om wie het gaat, zonder te zeggen wie"),
    ),
    rijen=_rijen,
)
