"""The lake: the facts of many municipalities side by side, asked with the same definitions.

`LAKE/<municipality>/<fact>/peildatum=<date>/deel-0.parquet`: what each has in its own folder `feiten`.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Aandeel, Indicator, Verdeling
from samendoen.cijfers.queries.momentopnamen import BESTAND
from samendoen.cijfers.queries.motor import antwoord, ontbrekende_kolommen, verbinding_van_deze_draad
from samendoen.cijfers.queries.spark import spark_verbinding
from samendoen.cijfers.queries.tabellen import beschermd, indicator, keur_uitsplitsing, mag_zien, volgorde
from samendoen.cijfers.queries.vragen import vraag
from samendoen.cijfers.rules.uitdrukking import Kolomgroep, Uitkomst, Vraag
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd
from samendoen.schil.api import datum_zonder_dag

Motor = Literal["duckdb", "spark"]
GEMEENTE = "gemeente"
_CODE = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Meertabel:
    """An indicator of every municipality of a lake, on one day. The first key of a row is its municipality.

    `totaal` is asked of all rows together: a median of the whole, no mean of medians. `ontbreekt` are the
    municipalities of which the lake does not have this day: they are in no row and no total.
    """

    indicator: Indicator
    peildatum: date
    motor: Motor
    per: tuple[str, ...]
    gemeenten: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    rijen: tuple[Uitkomst, ...]
    totaal: tuple[Uitkomst, ...]

    @property
    def is_aandeel(self) -> bool:
        """Return whether the figures are shares."""
        return isinstance(self.indicator.maat, Aandeel | Verdeling)

    def als_json(self) -> dict[str, Any]:
        """Return the document of `samendoen cijfers meer`; codes, for each municipality has its own names."""
        return {
            "code": self.indicator.code,
            "peildatum": self.peildatum.isoformat(),
            "motor": self.motor,
            "gemeenten": list(self.gemeenten),
            "ontbreekt": list(self.ontbreekt),
            "rijen": [_rij((GEMEENTE, *self.per), uitkomst) for uitkomst in self.rijen],
            "totaal": [_rij(self.per, uitkomst) for uitkomst in self.totaal],
        }


def meertabel(
    door: Actor,
    map_: Path,
    code: str,
    per: Sequence[str] = (),
    peildatum: date | None = None,
    motor: Motor = "duckdb",
) -> Meertabel:
    """Ask an indicator of the lake in `map_`, on `peildatum` or the newest day that all municipalities have.

    Plain counts, for who keeps the lake on behalf of these municipalities: never for the council. Raises
    Geweigerd, NietGevonden (unknown indicator) or Domeinfout (breakdown, no lake, no day, engine).
    """
    mag_zien(door)
    if beschermd(door):
        raise Geweigerd(
            "geen_recht",
            _("Het meer is voor wie het namens de gemeenten beheert."),
            _("Bekijk wat elke gemeente publiceert op de pagina Cijfers."),
        )
    gekozen = indicator(code)
    uitsplitsing = keur_uitsplitsing(gekozen, per)
    dagen = _dagen(map_, gekozen.feit)
    dag = peildatum or _gezamenlijke_dag(dagen)
    paden = {gemeente: paden[dag] for gemeente, paden in dagen.items() if dag in paden}
    if not paden:
        raise _geen_dag(dagen, dag)
    gevraagd = vraag(gekozen, uitsplitsing)
    per_gemeente = replace(gevraagd, groepen=(Kolomgroep(GEMEENTE), *gevraagd.groepen))
    verbinding = spark_verbinding() if motor == "spark" else verbinding_van_deze_draad()
    with _samen(verbinding, paden, gevraagd) as tabel:
        rijen = antwoord(verbinding, tabel, per_gemeente)
        totaal = antwoord(verbinding, tabel, gevraagd)
    ontbreekt = tuple(sorted(set(gemeenten(map_)) - paden.keys()))
    return Meertabel(
        gekozen, dag, motor, uitsplitsing, tuple(paden), ontbreekt, _gesorteerd(rijen), _gesorteerd(totaal)
    )


def gemeenten(map_: Path) -> list[str]:
    """Return the codes of the municipalities in a lake. Raises Domeinfout when the folder is no lake."""
    in_ = wortel(map_)
    gevonden = [m.name for m in in_.iterdir() if _CODE.fullmatch(m.name)] if in_.is_dir() else []
    if not gevonden:
        raise Domeinfout(
            "geen_meer",
            _("In de map '%(map)s' staan geen feiten van gemeenten.") % {"map": map_.name},
            _("Noem de map met per gemeente een map van haar code, zoals feiten/1961/."),
            veld="map",
        )
    return sorted(gevonden)


def wortel(map_: Path) -> Path:
    """Return the folder with a folder per municipality."""
    return map_ / "feiten" if (map_ / "feiten").is_dir() else map_


def _dagen(map_: Path, feit: str) -> dict[str, dict[date, Path]]:
    """Return per municipality the days of which the lake has this fact, and the file of each."""
    return {gemeente: dict(_bestanden(wortel(map_) / gemeente / feit)) for gemeente in gemeenten(map_)}


def _bestanden(map_: Path) -> Iterator[tuple[date, Path]]:
    for pad in sorted(map_.glob(f"peildatum=*/{BESTAND}")):
        yield date.fromisoformat(pad.parent.name.partition("=")[2]), pad


def _gezamenlijke_dag(dagen: dict[str, dict[date, Path]]) -> date:
    gedeeld = set.intersection(*(set(paden) for paden in dagen.values()))
    if not gedeeld:
        raise _geen_dag(dagen, None)
    return max(gedeeld)


def _geen_dag(dagen: dict[str, dict[date, Path]], dag: date | None) -> Domeinfout:
    nieuwste = [f"{gemeente} {max(paden).isoformat()}" for gemeente, paden in dagen.items() if paden]
    geen = _("geen enkele")
    return Domeinfout(
        "geen_momentopname",
        _("Van %(dag)s heeft geen gemeente in het meer deze gegevens.") % {"dag": datum_zonder_dag(dag)}
        if dag
        else _("Er is geen dag waarvan alle gemeenten in het meer deze gegevens hebben."),
        _("Noem een peildatum die er is. De nieuwste per gemeente: %(dagen)s.")
        % {"dagen": ", ".join(nieuwste) or geen},
        veld="peildatum",
    )


@contextmanager
def _samen(verbinding: Any, paden: dict[str, Path], gevraagd: Vraag) -> Iterator[Any]:
    """Give the files of all municipalities as one table, with the code of each in a column of its own."""
    import ibis

    zelf = {} if verbinding.name == "pyspark" else {"hive_partitioning": False}
    tabellen = {gemeente: verbinding.read_parquet(pad, **zelf) for gemeente, pad in paden.items()}
    for gemeente, tabel in tabellen.items():
        _kent(gemeente, tabel, gevraagd)
    kolommen = sorted(set.intersection(*(set(tabel.columns) for tabel in tabellen.values())))
    delen = [
        tabel.select(*kolommen, **{GEMEENTE: ibis.literal(gemeente)}) for gemeente, tabel in tabellen.items()
    ]
    geheel = verbinding.create_view(f"meer_{gevraagd.feit}", ibis.union(*delen), overwrite=True)
    try:
        yield geheel
    finally:
        for tabel in (geheel, *tabellen.values()):
            verbinding.drop_view(tabel.get_name())


def _kent(gemeente: str, tabel: Any, gevraagd: Vraag) -> None:
    if ontbreekt := ontbrekende_kolommen(tabel, gevraagd):
        raise Domeinfout(
            "kolom_niet_vastgezet",
            _("De momentopname van gemeente %(gemeente)s heeft nog geen %(kolommen)s.")
            % {"gemeente": gemeente, "kolommen": ", ".join(ontbreekt)},
            _("Kies een latere peildatum, of een andere uitsplitsing."),
        )


def _gesorteerd(uitkomsten: Sequence[Uitkomst]) -> tuple[Uitkomst, ...]:
    """Put the answers in order: numbers and words by themselves, what is not known last."""
    return tuple(sorted(uitkomsten, key=lambda u: [volgorde(s, {}) for s in u.sleutels]))


def _rij(per: Sequence[str], uitkomst: Uitkomst) -> dict[str, Any]:
    over: dict[str, Any] = {"over": uitkomst.teller} if uitkomst.gemeten else {}
    if not uitkomst.gemeten and uitkomst.noemer is not None:
        over = {"teller": uitkomst.teller, "noemer": uitkomst.noemer}
    return {**dict(zip(per, uitkomst.sleutels, strict=True)), "waarde": uitkomst.waarde, **over}
