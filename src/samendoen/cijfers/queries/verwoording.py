"""A definition in words: what is counted, why, and how to read it."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Filter, Ijkpunt, Indicator
from samendoen.cijfers.queries.kruis import geldt_hier
from samendoen.cijfers.queries.overzicht import NIVEAUS, RICHTINGEN, uitsplitsingsnaam
from samendoen.cijfers.queries.soorten import bronzin
from samendoen.cijfers.queries.tabellen import naam_van
from samendoen.cijfers.queries.vragen import feitsoort
from samendoen.schil.api import aantal, datum_zonder_dag


def uitleg(indicator: Indicator) -> list[tuple[str, str]]:
    """Return the definition in words: pairs of term and description."""
    korrel = feitsoort(indicator).korrel.removeprefix("een ")
    regel = _("Eén regel per %(korrel)s.") % {"korrel": korrel}
    per = ", ".join(uitsplitsingsnaam(naam).lower() for naam in indicator.uitsplitsingen)
    return [
        (_("Hoe we tellen"), f"{regel} {_maat(indicator)}"),
        *_telt_mee(indicator),
        (_("Uit te splitsen naar"), per),
        (_("Waarom"), indicator.waarom),
        (_("Soort"), f"{NIVEAUS[indicator.niveau]}. {RICHTINGEN[indicator.richting]}"),
        *_ijkpunten(indicator),
        *_ruis(indicator),
        *_verantwoording(indicator),
    ]


def uitleg_extern(indicator: Extern) -> list[tuple[str, str]]:
    """Return the definition of an indicator that is measured elsewhere, as `uitleg` does."""
    return [
        (
            _("Hoe we tellen"),
            _("Dit meten wij niet zelf. Het cijfer staat hier zoals de bron het geeft."),
        ),
        (_("Waarom"), indicator.waarom),
        (_("Soort"), f"{NIVEAUS[indicator.niveau]}. {RICHTINGEN[indicator.richting]}"),
        *_verantwoording(indicator),
    ]


def _verantwoording(indicator: Indicator | Extern) -> Iterator[tuple[str, str]]:
    yield _("Bron"), bronzin(indicator, indicator.herkomst)
    yield _("Gemaakt en gecontroleerd door"), f"{indicator.auteur}; {indicator.controleur}"
    dagen = {
        "op": datum_zonder_dag(indicator.herzien_op),
        "voor": datum_zonder_dag(indicator.herzien_voor),
    }
    yield _("Herzien"), _("%(op)s; opnieuw voor %(voor)s") % dagen


def breuken(indicator: Indicator) -> list[tuple[date, str]]:
    """Return the breaks in the series that hold in this municipality."""
    return [(breuk.datum, breuk.reden) for breuk in indicator.breuk if geldt_hier(breuk.gemeente)]


def _maat(indicator: Indicator) -> str:
    maat = indicator.maat
    if isinstance(maat, definities.Gemeten):
        return _meting(maat)
    if isinstance(maat, definities.Aantal):
        return _("Elke regel telt één keer.")
    if isinstance(maat, definities.Uniek):
        return _("Wie of wat vaker voorkomt, telt één keer mee (%(kolom)s).") % {"kolom": maat.kolom}
    if isinstance(maat, definities.Verdeling):
        return _("Elk cijfer is een deel van alle %(eenheid)s samen.") % {"eenheid": indicator.eenheid}
    deel = "; ".join(_voorwaarde(indicator, filter_) for filter_ in maat.teller)
    zin = _("Het is een aandeel van alle %(eenheid)s: die waarvoor geldt %(deel)s.")
    return zin % {"eenheid": indicator.eenheid, "deel": deel}


def _telt_mee(indicator: Indicator) -> Iterator[tuple[str, str]]:
    if indicator.filter:
        regels = (_voorwaarde(indicator, filter_) for filter_ in indicator.filter)
        yield _("Alleen wat voldoet aan"), "; ".join(regels)


def _voorwaarde(indicator: Indicator, filter_: Filter) -> str:
    """Return a condition as a reader says it: "status is open of gesloten"."""
    wat = uitsplitsingsnaam(filter_.kolom).lower()
    if filter_.leeg is not None:
        return (_("%(wat)s is niet ingevuld") if filter_.leeg else _("%(wat)s is ingevuld")) % {"wat": wat}
    if filter_.is_ is not None or filter_.in_ is not None:
        namen = [_waarde(indicator, filter_.kolom, waarde) for waarde in filter_.in_ or (filter_.is_,)]
        return _("%(wat)s is %(waarden)s") % {"wat": wat, "waarden": _(" of ").join(namen)}
    if filter_.sinds:
        begin = uitsplitsingsnaam(filter_.sinds).lower()
        wat = _("het aantal dagen van %(begin)s tot %(eind)s") % {"begin": begin, "eind": wat}
    grenzen = [
        *([_("ten minste %(n)s") % {"n": filter_.van}] if filter_.van is not None else []),
        *([_("minder dan %(n)s") % {"n": filter_.tot}] if filter_.tot is not None else []),
    ]
    return _("%(wat)s is %(waarden)s") % {"wat": wat, "waarden": _(" en ").join(grenzen)}


def _waarde(indicator: Indicator, kolom: str, waarde: object) -> str:
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    naam = naam_van(indicator, kolom)(waarde) if isinstance(waarde, str) else waarde
    return str(naam)


def _meting(maat: definities.Gemeten) -> str:
    wat = uitsplitsingsnaam(maat.kolom).lower()
    if maat.sinds:
        dagen = {"eind": wat, "begin": uitsplitsingsnaam(maat.sinds).lower()}
        wat = _("het aantal dagen van %(begin)s tot %(eind)s") % dagen
    if isinstance(maat, definities.Percentiel):
        zin = _("%(n)s van de 100 regels blijven onder dit getal. Gemeten is %(wat)s.")
        return zin % {"n": maat.percentiel, "wat": wat}
    if isinstance(maat, definities.Mediaan):
        zin = _("De helft van de regels blijft onder dit getal (de mediaan). Gemeten is %(wat)s.")
        return zin % {"wat": wat}
    if isinstance(maat, definities.Som):
        return _("Opgeteld is %(wat)s.") % {"wat": wat}
    return _("Het gemiddelde over alle regels. Gemeten is %(wat)s.") % {"wat": wat}


def _ijkpunten(indicator: Indicator) -> Iterator[tuple[str, str]]:
    benoemd: list[tuple[str, Ijkpunt | None]] = [
        (_("Nulmeting"), indicator.nulmeting),
        (_("Streefwaarde"), indicator.streefwaarde),
        *((_("Vergelijking"), punt) for punt in indicator.vergelijking),
    ]
    for naam, punt in benoemd:
        if punt and geldt_hier(punt.gemeente):
            yield naam, f"{punt.naam}: {str(punt.waarde).replace('.', ',')} ({punt.jaar})"


def _ruis(indicator: Indicator) -> Iterator[tuple[str, str]]:
    if indicator.ruisband:
        zin = _("Een verschil van minder dan %(n)s is nog geen ontwikkeling.")
        yield _("Toeval"), zin % {"n": aantal(indicator.ruisband)}
