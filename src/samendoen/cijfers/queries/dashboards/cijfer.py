"""One figure beside the one of a year before, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.dashboards.uitsnede import Uitsnede, heeft_tijd
from samendoen.cijfers.queries.grafieken.uit_tabel import in_geld
from samendoen.cijfers.queries.kruis import NIETS, celtekst, deelperiode, kommagetal
from samendoen.cijfers.queries.lichten import Licht
from samendoen.cijfers.queries.ontwikkeling import telling_veranderde
from samendoen.cijfers.queries.tabellen import Rij, Tabel, naam_van
from samendoen.cijfers.rules.ontwikkeling import Oordeel, oordeel
from samendoen.schil.api import aantal, datum_zonder_dag

KLEIN = 20
"""Below this a difference is said in numbers: 3 instead of 2 is not "50% more" to anybody."""


@dataclass(frozen=True, slots=True)
class Cijferbeeld:
    """A figure as ready strings: the number, its unit, of how many it is, when, how it lies beside a year
    before, and how far this year or quarter is. `oordeel` is None when it cannot be held against anything."""

    waarde: str
    eenheid: str
    van: str
    wanneer: str
    vergelijk: str
    oordeel: Oordeel | None
    lopend: str = ""
    bekend: bool = True
    licht: Licht | None = None


def cijferbeeld(uit: Uitsnede, indicator: Indicator, periode: str) -> Cijferbeeld:
    """Return the figure of the newest period that is over, beside the same a year before.

    A stock is that of the day, beside that of about a year before.
    """
    if not heeft_tijd(indicator):
        return _stand(uit, indicator)
    tabel = uit.tabel(indicator, _per(indicator, periode))
    reeks = _reeks(tabel, indicator) if tabel else {}
    heel = sorted(p for p in reeks if uit.is_om(indicator, p))
    lopend = max((p for p in reeks if not uit.is_om(indicator, p)), default=None)
    if tabel is None or not reeks:
        return Cijferbeeld(NIETS, "", "", "", _("Hier is nog niets van geteld."), None, bekend=False)
    if not heel:
        return _alleen_lopend(uit, reeks[str(lopend)], str(lopend), tabel)
    zin = _lopend(reeks[lopend], lopend, tabel) if lopend else ""
    nu = heel[-1]
    eerder = _jaar_terug(nu)
    breuk = telling_veranderde(indicator, eerder, nu)
    vergelijk, gevonden = _vergelijk(reeks.get(eerder), reeks[nu], tabel, _in(eerder), breuk=breuk)
    beeld = _kaal(uit, reeks[nu], tabel, _in(nu), nu)
    return replace(beeld, vergelijk=vergelijk, oordeel=gevonden, lopend=zin)


def _kaal(uit: Uitsnede, rij: Rij, tabel: Tabel, wanneer: str, periode: str = "") -> Cijferbeeld:
    """Return a figure that is not held against anything yet."""
    waarde, van = _gesplitst(celtekst(rij, tabel))
    eenheid = "" if tabel.is_aandeel or in_geld(tabel.indicator) else tabel.indicator.eenheid
    bekend = rij.waarde is not None
    licht = uit.licht(rij, tabel, periode)
    return Cijferbeeld(waarde, eenheid if bekend else "", van, wanneer, "", None, bekend=bekend, licht=licht)


def _alleen_lopend(uit: Uitsnede, rij: Rij, periode: str, tabel: Tabel) -> Cijferbeeld:
    """Return the figure of a period that is not over, when there is no other yet."""
    tot = deelperiode(periode, tabel.indicator, tabel.peildatum)
    wanneer = _("%(wanneer)s, %(tot)s") % {"wanneer": _in(periode), "tot": tot}
    beeld = _kaal(uit, rij, tabel, wanneer, periode)
    return replace(beeld, vergelijk=_("Er is nog geen heel jaar of kwartaal om mee te vergelijken."))


def _per(indicator: Indicator, periode: str) -> list[str]:
    maat = indicator.maat
    return [maat.kolom, periode] if isinstance(maat, definities.Verdeling) else [periode]


def _reeks(tabel: Tabel, indicator: Indicator) -> Mapping[str, Rij]:
    """Return the figure per period; of a distribution that of its part `uitgelicht`."""
    rijen = [rij for rij in tabel.rijen if rij.namen[-1] is not None]
    if isinstance(indicator.maat, definities.Verdeling):
        naam = naam_van(indicator, indicator.maat.kolom)(indicator.maat.uitgelicht)
        rijen = [rij for rij in rijen if rij.namen[0] == naam]
    return {str(rij.namen[-1]): rij for rij in rijen}


def _stand(uit: Uitsnede, indicator: Indicator) -> Cijferbeeld:
    per = _per(indicator, "")[:-1]
    tabel, toen = uit.tabel(indicator, per), uit.tabel_eerder(indicator, per)
    nu = _enige(tabel, indicator)
    if tabel is None or nu is None:
        return Cijferbeeld(NIETS, "", "", "", _("Hier is nog niets van geteld."), None, bekend=False)
    beeld = _kaal(uit, nu, tabel, _("op %(dag)s") % {"dag": datum_zonder_dag(tabel.peildatum)})
    if toen is None or uit.eerder is None:
        return replace(beeld, vergelijk=_("Een jaar eerder is niet vastgezet."))
    dag = _("op %(dag)s") % {"dag": datum_zonder_dag(uit.eerder.peildatum)}
    vergelijk, gevonden = _vergelijk(_enige(toen, indicator), nu, tabel, dag)
    return replace(beeld, vergelijk=vergelijk, oordeel=gevonden)


def _enige(tabel: Tabel | None, indicator: Indicator) -> Rij | None:
    if tabel is None:
        return None
    if isinstance(indicator.maat, definities.Verdeling):
        naam = naam_van(indicator, indicator.maat.kolom)(indicator.maat.uitgelicht)
        return next((rij for rij in tabel.rijen if rij.namen[0] == naam), None)
    leeg = None if tabel.is_aandeel or indicator.is_meting else Rij((), 0, False)
    return next(iter(tabel.rijen), leeg)


def _jaar_terug(periode: str) -> str:
    jaar, streep, rest = periode.partition("-")
    return f"{int(jaar) - 1}{streep}{rest}"


def _in(periode: str) -> str:
    jaar, _streep, kwartaal = periode.partition("-K")
    if not kwartaal:
        return _("in %(jaar)s") % {"jaar": jaar}
    return _("in kwartaal %(kwartaal)s van %(jaar)s") % {"kwartaal": kwartaal, "jaar": jaar}


def _lopend(rij: Rij, periode: str, tabel: Tabel) -> str:
    waarde = celtekst(rij, tabel)
    tot = deelperiode(periode, tabel.indicator, tabel.peildatum)
    return _("%(waarde)s %(wanneer)s, %(tot)s") % {"waarde": waarde, "wanneer": _in(periode), "tot": tot}


def _gesplitst(tekst: str) -> tuple[str, str]:
    """Return a figure and what stands behind it in brackets."""
    waarde, haak, rest = tekst.partition(" (")
    return waarde, rest.removesuffix(")") if haak else ""


def _vergelijk(
    eerst: Rij | None, nu: Rij, tabel: Tabel, wanneer: str, *, breuk: bool = False
) -> tuple[str, Oordeel | None]:
    """Return how a figure lies beside the earlier one, in words, and what to think of it."""
    if eerst is None or eerst.waarde is None or nu.waarde is None:
        verborgen = (eerst is not None and eerst.onderdrukt) or nu.onderdrukt
        zin = _("Niet te vergelijken: er is een cijfer verborgen om mensen te beschermen.")
        return (zin if verborgen else _("Een jaar eerder is er geen cijfer.")), None
    indicator = tabel.indicator
    gevonden = oordeel(eerst, nu, indicator.richting, indicator.ruisband)
    zin = _("%(verschil)s dan %(wanneer)s (%(waarde)s)") % {
        "verschil": _verschil(eerst.waarde, nu.waarde, tabel),
        "wanneer": wanneer,
        "waarde": _gesplitst(celtekst(eerst, tabel))[0],
    }
    if eerst.waarde == nu.waarde:
        zin = _("Evenveel als %(wanneer)s") % {"wanneer": wanneer}
    if breuk:
        return _("%(zin)s, maar de telling veranderde") % {"zin": zin}, None
    return zin, gevonden


def _verschil(eerst: float, nu: float, tabel: Tabel) -> str:
    meer = nu > eerst
    if tabel.is_aandeel:
        punten = kommagetal(abs(100 * nu - 100 * eerst))
        return (_("%(n)s procentpunt hoger") if meer else _("%(n)s procentpunt lager")) % {"n": punten}
    dagen = tabel.indicator.is_meting and not isinstance(tabel.indicator.maat, definities.Som)
    if dagen or abs(eerst) < KLEIN:
        n = kommagetal(abs(nu - eerst))
        return (_("%(n)s meer") if meer else _("%(n)s minder")) % {"n": n}
    deel = aantal(round(100 * abs(nu - eerst) / abs(eerst)))
    return (_("%(n)s%% meer") if meer else _("%(n)s%% minder")) % {"n": deel}
