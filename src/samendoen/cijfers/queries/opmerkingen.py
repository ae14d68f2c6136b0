"""What must be known to read a series: the breaks of its definition and the remarks of policy staff."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.models import Reeksopmerking
from samendoen.cijfers.queries.verwoording import breuken
from samendoen.cijfers.rules.uitdrukking import begin_van, eind_van
from samendoen.kernel.api import klok
from samendoen.schil.api import datum_zonder_dag


@dataclass(frozen=True, slots=True)
class Kanttekening:
    """A break or a remark: what, since when and (a remark) until and including when.

    `wie` and `geschreven_op` are of a remark; a break comes from the definition. `id` is None for a break.
    """

    dag: date
    tekst: str
    tot: date | None = None
    breuk: bool = False
    wie: str = ""
    geschreven_op: date | None = None
    id: int | None = None

    @property
    def wanneer(self) -> str:
        """Return the days as people read them."""
        dag = datum_zonder_dag(self.dag)
        if self.breuk:
            return _("Vanaf %(dag)s") % {"dag": dag}
        if self.tot is None or self.tot == self.dag:
            return dag
        return _("%(dag)s tot en met %(tot)s") % {"dag": dag, "tot": datum_zonder_dag(self.tot)}

    @property
    def door(self) -> str:
        """Return who wrote it and when; "" for a break."""
        if self.geschreven_op is None:
            return ""
        woorden = {"wie": self.wie, "op": datum_zonder_dag(self.geschreven_op)}
        return (_("%(wie)s, %(op)s") if self.wie else "%(op)s") % woorden

    def als_json(self) -> dict[str, object]:
        """Return it for machines."""
        return {
            "soort": "breuk" if self.breuk else "opmerking",
            "dag": self.dag.isoformat(),
            "tot": self.tot.isoformat() if self.tot else None,
            "tekst": self.tekst,
            "geschreven_op": self.geschreven_op.isoformat() if self.geschreven_op else None,
        }

    def raakt(self, periode: str) -> bool:
        """Tell whether it is about a day of this period; a break is about the one in which it falls."""
        return self.dag < eind_van(periode) and (self.tot or self.dag) >= begin_van(periode)


def kanttekeningen(indicator: Indicator | Extern, *, met_auteur: bool = True) -> list[Kanttekening]:
    """Return breaks and remarks of an indicator by day. One query.

    Without `met_auteur` it does not say who wrote a remark: for the council and the public.
    """
    van_definitie = breuken(indicator) if isinstance(indicator, Indicator) else []
    rijen = Reeksopmerking.objects.filter(indicator=indicator.code, ingetrokken_op__isnull=True)
    uit = [Kanttekening(dag, reden, breuk=True) for dag, reden in van_definitie]
    uit += [
        Kanttekening(
            rij.dag,
            rij.tekst,
            rij.tot,
            wie=rij.auteur.naam if rij.auteur and met_auteur else "",
            geschreven_op=rij.geschreven_op.astimezone(klok.NEDERLAND).date(),
            id=rij.pk,
        )
        for rij in rijen.select_related("auteur")
    ]
    return sorted(uit, key=lambda k: (k.dag, not k.breuk, k.id or 0))


def opmerkingen_van(codes: Iterable[str]) -> dict[str, list[tuple[date, str]]]:
    """Return the remarks on these indicators for in a chart: the day at which they stand (of several days the
    middle one), and when and what. One query."""
    uit: dict[str, list[tuple[date, str]]] = {}
    rijen = Reeksopmerking.objects.filter(indicator__in=set(codes), ingetrokken_op__isnull=True)
    for code, dag, tot, tekst in rijen.order_by("dag", "pk").values_list("indicator", "dag", "tot", "tekst"):
        midden = dag + ((tot or dag) - dag) / 2
        zin = f"{Kanttekening(dag, tekst, tot).wanneer}: {tekst}"
        uit.setdefault(code, []).append((midden, zin))
    return uit


def bij_periode(alle: Sequence[Kanttekening], periode: str) -> str:
    """Return what must be known of one period, joined; "" when nothing."""
    return " | ".join(f"{k.wanneer}: {k.tekst}" for k in alle if k.raakt(periode))
