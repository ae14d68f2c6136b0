"""An indicator as rows by columns with totals, as screens and the command line show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.tabellen import Rij, Tabel, tabel_uit, toegestaan, volgorde
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN, Sleutel, begin_van, eind_van
from samendoen.kernel.api import Actor
from samendoen.schil.api import aantal, datum_zonder_dag, euro

NIETS = "–"
_As = list[tuple[Sleutel, ...]]
_Cellen = Mapping[tuple[Sleutel, ...], Rij]


@dataclass(frozen=True, slots=True)
class Kruistabel:
    """Rows by columns of ready strings, for at most two breakdowns.

    With fewer there is a single column or a single cell. Published figures of different people have no totals
    (None). `rijcodes` and `kolomcodes` are the codes behind each heading: more of them may share a name.
    """

    tabel: Tabel
    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    cellen: tuple[tuple[str, ...], ...]
    rijtotalen: tuple[str, ...] | None
    kolomtotalen: tuple[str, ...] | None
    totaal: str | None
    rijcodes: tuple[tuple[Sleutel, ...], ...] = ()
    kolomcodes: tuple[tuple[Sleutel, ...], ...] = ()

    @property
    def met_verborgen(self) -> bool:
        """Return whether a figure is hidden."""
        return any(rij.onderdrukt for rij in self.tabel.rijen)


def kruistabel(
    door: Actor,
    code: str,
    per: Sequence[str],
    peildatum: date | None = None,
    publiek: bool = False,
) -> Kruistabel:
    """Return an indicator by at most two breakdowns. Authorises and raises as `tabel` does.

    Totals are asked of the data, never added up: somebody who asked in two years is one person.
    """
    if len(per) > 2:
        raise ValueError("rows by columns go by at most two breakdowns")
    van, gekozen = toegestaan(door, code, per, peildatum, publiek)
    return kruis_uit(lambda namen: tabel_uit(van, gekozen, namen), per)


def kruis_uit(deel: Callable[[Sequence[str]], Tabel], per: Sequence[str]) -> Kruistabel:
    """Return rows by columns of the table that `deel` gives by some of `per`, with the totals that it gives
    by fewer."""
    basis = deel(per)
    totalen = bool(per) and not (basis.beschermd and isinstance(basis.indicator.maat, definities.Uniek))
    rijen, kolommen = as_van(basis, 0), as_van(basis, 1)

    def teksten(uit: Tabel, sleutels: _As) -> tuple[str, ...]:
        cellen = cellen_van(uit)
        return tuple(celtekst(cellen.get(sleutel), uit) for sleutel in sleutels)

    return Kruistabel(
        tabel=basis,
        rijen=tuple(kop_van(basis, 0, sleutel) for sleutel in rijen),
        kolommen=tuple(kop_van(basis, 1, sleutel) for sleutel in kolommen),
        cellen=tuple(teksten(basis, [rij + kolom for kolom in kolommen]) for rij in rijen),
        rijtotalen=teksten(deel(per[:1]), rijen) if totalen and len(per) == 2 else None,
        kolomtotalen=teksten(deel(per[1:]), kolommen) if totalen else None,
        totaal=teksten(deel(()), [()])[0] if totalen else None,
        rijcodes=_codes(basis, 0, rijen),
        kolomcodes=_codes(basis, 1, kolommen),
    )


def _codes(van: Tabel, nummer: int, sleutels: _As) -> tuple[tuple[Sleutel, ...], ...]:
    per: dict[Sleutel, dict[Sleutel, None]] = {}
    for rij in van.rijen if nummer < len(van.per) else ():
        per.setdefault(rij.namen[nummer], {})[rij.sleutels[nummer]] = None
    return tuple(tuple(per.get(sleutel[0], ())) if sleutel else () for sleutel in sleutels)


def cellen_van(van: Tabel) -> _Cellen:
    """Return the figures of a table by their names."""
    return {rij.namen: rij for rij in van.rijen}


def as_van(van: Tabel, nummer: int) -> _As:
    """Return the keys along one axis; without that breakdown there is one, the empty key."""
    if len(van.per) <= nummer:
        return [()]
    namen = {rij.namen[nummer] for rij in van.rijen}
    return [(naam,) for naam in sorted(namen, key=lambda naam: volgorde(naam, van.rangen[nummer]))]


def kop_van(van: Tabel, nummer: int, sleutel: tuple[Sleutel, ...]) -> str:
    """Return the heading of a key along one axis."""
    if not sleutel:
        return van.indicator.eenheid if nummer else van.indicator.naam
    return naamtekst(sleutel[0], van.per[nummer], van.indicator, van.peildatum)


def naamtekst(naam: Sleutel, uitsplitsing: str, van: Indicator, peildatum: date) -> str:
    """Return a name as a heading; a period that is not over yet says how far it goes."""
    if naam is None:
        return _("onbekend")
    if isinstance(naam, bool):
        return _("ja") if naam else _("nee")
    if uitsplitsing in PERIODEDELEN and (tot := deelperiode(str(naam), van, peildatum)):
        return f"{naam} ({tot})"
    return str(naam)


def deelperiode(periode: str, van: Indicator, peildatum: date) -> str:
    """Return how far the figures of a period go ("t/m mei"), "" when they cover all of it."""
    for deel in van.deelperiode:
        if deel.periode == periode and geldt_hier(deel.gemeente) and peildatum < deel.peildatum_voor:
            return deel.tekst
    laatste_dag = eind_van(periode) - timedelta(days=1)
    if begin_van(periode) <= peildatum < laatste_dag:
        return _("t/m %(dag)s") % {"dag": datum_zonder_dag(peildatum)}
    return ""


def geldt_hier(gemeente: str) -> bool:
    """Return whether a remark for this municipality ("" = every one) holds in this installation."""
    return gemeente in ("", settings.SAMENDOEN_GEMEENTE)


def celtekst(rij: Rij | None, van: Tabel) -> str:
    """Return a figure as people read it; one that is hidden as too small says between which values it lies.

    A share says of how many: "63% (630 van 1.000)". The whole of a distribution is a number.
    """
    if rij is None:
        return NIETS if van.is_aandeel or van.indicator.is_meting else aantal(0)
    if rij.onderdrukt:
        return _("1 t/m %(n)s") % {"n": definities.drempel() - 1} if rij.klein else _("verborgen")
    if rij.waarde is None:
        return NIETS
    if van.indicator.is_meting:
        return _metingtekst(rij, van.indicator)
    if rij.teller is None or rij.noemer is None:
        return aantal(int(rij.waarde))
    if isinstance(van.indicator.maat, definities.Verdeling) and van.indicator.maat.kolom not in van.per:
        return aantal(rij.noemer)
    return _("%(deel)s%% (%(teller)s van %(noemer)s)") % {
        "deel": aantal(round(100 * rij.waarde)),
        "teller": aantal(rij.teller),
        "noemer": aantal(rij.noemer),
    }


def _metingtekst(rij: Rij, van: Indicator) -> str:
    """Return a measured number and over how many values it is taken; a sum says only itself."""
    waarde = rij.waarde or 0
    in_geld = isinstance(van.maat, definities.Gemeten) and van.maat.kolom.endswith("_eurocent")
    getal = euro(round(waarde)) if in_geld else kommagetal(waarde)
    if isinstance(van.maat, definities.Som):
        return getal
    return _("%(getal)s (over %(n)s)") % {"getal": getal, "n": aantal(rij.over or 0)}


def kommagetal(waarde: float) -> str:
    """Return a number with at most one decimal: 12,5 (12.5 in English)."""
    rond = round(waarde, 1)
    return number_format(rond, 0 if rond == int(rond) else 1, use_l10n=True, force_grouping=True)
