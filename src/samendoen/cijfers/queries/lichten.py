"""Lights: a figure is green, orange or red by whose bounds, set when and holding since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.models import Lichtgrens
from samendoen.cijfers.queries.kruis import NIETS, naamtekst
from samendoen.cijfers.queries.metingen import Metingwaarde, metingen_van, metingtekst, waardetekst
from samendoen.cijfers.queries.overzicht import NIET_ERIN, met_naam, per_periode
from samendoen.cijfers.queries.soorten import keur_code
from samendoen.cijfers.queries.tabellen import Rij, Stand, Tabel
from samendoen.cijfers.rules.lichten import Grens, Kleur, dag_van, geldende
from samendoen.kernel.api import Domeinfout, klok
from samendoen.schil.api import datum_zonder_dag

GROOTSTE_DEEL = Decimal(100)
CENTEN = Decimal(100)


@dataclass(frozen=True, slots=True)
class Licht:
    """A light, and whose: `eigenaar` set the bounds on `gezet_op`, for figures of `geldt_vanaf` and later."""

    kleur: Kleur
    eigenaar: str
    gezet_op: date
    geldt_vanaf: date

    @property
    def herkomst(self) -> str:
        """Return by whose bounds of which day it has its colour, as a sentence."""
        woorden = {
            "wie": self.eigenaar,
            "op": datum_zonder_dag(self.gezet_op),
            "vanaf": datum_zonder_dag(self.geldt_vanaf),
        }
        return _("Grens van %(wie)s, gezet op %(op)s, geldt vanaf %(vanaf)s.") % woorden

    def als_json(self) -> dict[str, str]:
        """Return it for machines."""
        return {
            "kleur": self.kleur.value,
            "eigenaar": self.eigenaar,
            "gezet_op": self.gezet_op.isoformat(),
            "geldt_vanaf": self.geldt_vanaf.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Reekspunt:
    """The figure of one period with its light; without one it is hidden, doubtful or nobody set bounds."""

    periode: str
    naam: str
    waarde: str
    licht: Licht | None


@dataclass(frozen=True, slots=True)
class Grenzen:
    """Everything that was set for one indicator, oldest first."""

    rijen: tuple[Lichtgrens, ...] = ()

    def licht(self, waarde: Decimal, dag: date) -> Licht | None:
        """Return the light of a figure of this day, None when there is none."""
        per = {rij.pk: rij for rij in self.rijen}
        holt = geldende((_grens(rij) for rij in self.rijen), dag)
        kleur = holt.kleur(waarde) if holt else None
        if holt is None or kleur is None:
            return None
        rij = per[holt.id]
        gezet_op = rij.gezet_op.astimezone(klok.NEDERLAND).date()
        return Licht(kleur, rij.eigenaar, gezet_op, rij.geldt_vanaf)


def grenzen_van(codes: Iterable[str]) -> dict[str, Grenzen]:
    """Return the bounds of these indicators. One query; who asks was let in to the figures before."""
    rijen: dict[str, list[Lichtgrens]] = {}
    alle = Lichtgrens.objects.filter(indicator__in=set(codes)).select_related("gezet_door")
    for rij in alle.order_by("geldt_vanaf", "pk"):
        rijen.setdefault(rij.indicator, []).append(rij)
    return {code: Grenzen(tuple(van)) for code, van in rijen.items()}


def licht_van_rij(grenzen: Grenzen | None, rij: Rij, tabel: Tabel, periode: str) -> Licht | None:
    """Return the light of a figure in a table ("" when it has no period); None when it is hidden."""
    waarde = getoond(rij, tabel)
    if grenzen is None or waarde is None:
        return None
    return grenzen.licht(waarde, dag_van(periode, tabel.peildatum))


def getoond(rij: Rij, tabel: Tabel) -> Decimal | None:
    """Return a figure in the unit that people read: a share in percent, money in euros; None when hidden."""
    if rij.onderdrukt or rij.waarde is None:
        return None
    waarde = Decimal(str(rij.waarde))
    maat = tabel.indicator.maat
    if tabel.is_aandeel:
        return waarde * GROOTSTE_DEEL
    return waarde / CENTEN if isinstance(maat, definities.Gemeten) and in_centen(maat) else waarde


def in_centen(maat: definities.Gemeten) -> bool:
    """Tell whether a measured number comes in cents."""
    return maat.kolom.endswith("_eurocent")


def reeks(van: Stand | None, indicator: Indicator | Extern) -> list[Reekspunt]:
    """Return the figures of an indicator's periods with their lights, oldest first; [] when it has none.

    Of what others measured those of this municipality, for which no day of ours is needed.
    """
    grenzen = grenzen_van([indicator.code]).get(indicator.code)
    if isinstance(indicator, Extern):
        eigen = [m for m in metingen_van(indicator.code) if m.eigen]
        return [_van_meting(m, indicator.eenheid, grenzen) for m in reversed(eigen)]
    gevraagd = _perioden(van, indicator) if van else None
    if gevraagd is None:
        return []
    tabel, rijen = gevraagd
    met = sorted((rij for rij in rijen if rij.namen[-1] is not None), key=lambda rij: str(rij.namen[-1]))
    return [_punt(rij, tabel, grenzen) for rij in met]


def _perioden(van: Stand, indicator: Indicator) -> tuple[Tabel, Sequence[Rij]] | None:
    try:
        return per_periode(van, indicator)
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN:
            raise
        return None


def _punt(rij: Rij, tabel: Tabel, grenzen: Grenzen | None) -> Reekspunt:
    periode = str(rij.namen[-1])
    naam = naamtekst(rij.namen[-1], tabel.per[-1], tabel.indicator, tabel.peildatum)
    return Reekspunt(periode, naam, met_naam(rij, tabel), licht_van_rij(grenzen, rij, tabel, periode))


def _van_meting(m: Metingwaarde, eenheid: str, grenzen: Grenzen | None) -> Reekspunt:
    """Return a figure of somebody else; what is hard to believe gets no light."""
    licht = None
    if grenzen and m.periode and not m.twijfels:
        licht = grenzen.licht(m.waarde, dag_van(m.periode, klok.vandaag()))
    ster = " *" if m.twijfels else ""
    return Reekspunt(m.periode, m.periode or NIETS, f"{metingtekst(m, eenheid)}{ster}", licht)


def geschiedenis(code: str, *, met_naam_van: bool = True) -> list[dict[str, str]]:
    """Return what was set for an indicator, newest first, as dicts of ready strings.

    Without `met_naam_van` it does not say who typed it. Raises NietGevonden.
    """
    eenheid = eenheid_van(keur_code(code))
    rijen = grenzen_van([code]).get(code, Grenzen()).rijen
    return [
        {
            "vanaf": datum_zonder_dag(rij.geldt_vanaf),
            "groen": _grenstekst(rij, rij.groen, eenheid),
            "oranje": _grenstekst(rij, rij.oranje, eenheid),
            "eigenaar": rij.eigenaar,
            "waarom": rij.toelichting,
            "gezet": _gezet(rij, met_naam_van),
        }
        for rij in sorted(rijen, key=lambda rij: (rij.geldt_vanaf, rij.pk), reverse=True)
    ]


def eenheid_van(indicator: Indicator | Extern) -> str:
    """Return the unit in which bounds are set: percent for a share."""
    if isinstance(indicator, Indicator) and isinstance(
        indicator.maat, definities.Aandeel | definities.Verdeling
    ):
        return "%"
    return indicator.eenheid


def _grens(rij: Lichtgrens) -> Grens:
    return Grens(rij.pk, rij.geldt_vanaf, rij.hoger, rij.groen, rij.oranje)


def _grenstekst(rij: Lichtgrens, waarde: Decimal | None, eenheid: str) -> str:
    if waarde is None:
        return _("geen licht")
    getal = {"getal": waardetekst(waarde, eenheid)}
    return (_("%(getal)s of hoger") if rij.hoger else _("%(getal)s of lager")) % getal


def _gezet(rij: Lichtgrens, met_naam_van: bool) -> str:
    op = datum_zonder_dag(rij.gezet_op.astimezone(klok.NEDERLAND).date())
    if rij.gezet_door is None or not met_naam_van:
        return op
    return _("%(op)s door %(wie)s") % {"op": op, "wie": rij.gezet_door.naam}
