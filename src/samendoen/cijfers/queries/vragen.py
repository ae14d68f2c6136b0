"""From definition to question: an indicator's words are checked against the columns of its fact."""

from collections.abc import Sequence
from datetime import date

from samendoen.cijfers import definities
from samendoen.cijfers.rules.uitdrukking import (
    PERIODEDELEN,
    Aandeel,
    Aantal,
    Bereik,
    EenVan,
    Filter,
    Groep,
    Kolomgroep,
    Leeg,
    Maat,
    Meetsoort,
    Meting,
    Periodegroep,
    Uniek,
    Verdeling,
    Vraag,
    Waarde,
)
from samendoen.kernel import stekkers
from samendoen.kernel.definities import Definitiefout
from samendoen.kernel.stekkers import Feitsoort, Kolom

# Column type -> the type of a value in the definition file. A pseudonym is in no filter and no breakdown.
_TYPEN = {"code": str, "datum": str, "geheel": int, "janee": bool}


def feitsoort(indicator: definities.Indicator) -> Feitsoort:
    """Return the fact an indicator counts. Raises Definitiefout when nobody offers it."""
    soort = stekkers.feit.geef(indicator.feit)
    if soort is None:
        raise _fout(indicator, "feit", f"het feit {indicator.feit} bestaat niet")
    return soort


def kolom(indicator: definities.Indicator, naam: str, sleutel: str) -> Kolom:
    """Return a column of the indicator's fact; `sleutel` is named when there is none."""
    kolommen = {kolom.naam: kolom for kolom in feitsoort(indicator).kolommen}
    if naam not in kolommen:
        bekend = ", ".join(kolommen)
        raise _fout(indicator, sleutel, f"het feit {indicator.feit} heeft geen kolom {naam} (wel: {bekend})")
    return kolommen[naam]


def vraag(indicator: definities.Indicator, per: Sequence[str]) -> Vraag:
    """Return the question of an indicator, broken down by `per`. Raises Definitiefout."""
    periode = indicator.periode
    if periode and kolom(indicator, periode.kolom, "periode.kolom").type != "datum":
        raise _fout(indicator, "periode.kolom", f"{periode.kolom} is geen datum")
    return Vraag(
        indicator.feit,
        _filters(indicator, indicator.filter, "filter"),
        tuple(_groep(indicator, naam) for naam in per),
        _maat(indicator),
    )


def _groep(indicator: definities.Indicator, naam: str) -> Groep:
    for deel in PERIODEDELEN:
        if naam == deel and indicator.periode:
            return Periodegroep(deel, indicator.periode.kolom)
    gekozen = kolom(indicator, naam, "uitsplitsingen")
    if gekozen.type not in ("code", "geheel", "janee"):
        raise _fout(indicator, "uitsplitsingen", f"op {naam} ({gekozen.type}) kan niet worden uitgesplitst")
    return Kolomgroep(naam)


def _maat(indicator: definities.Indicator) -> Maat:
    maat = indicator.maat
    if isinstance(maat, definities.Uniek):
        return Uniek(kolom(indicator, maat.kolom, "maat.kolom").naam)
    if isinstance(maat, definities.Aandeel):
        return Aandeel(_filters(indicator, maat.teller, "maat.teller"))
    if isinstance(maat, definities.Verdeling):
        verdeeld = kolom(indicator, maat.kolom, "maat.kolom")
        _waarde(indicator, verdeeld, maat.uitgelicht, "maat.uitgelicht")
        return Verdeling(verdeeld.naam)
    if isinstance(maat, definities.Gemeten):
        return _meting(indicator, maat)
    return Aantal()


def _meting(indicator: definities.Indicator, maat: definities.Gemeten) -> Meting:
    """Return what is measured: a column of whole numbers, or the days between two dates."""
    verwacht = "datum" if maat.sinds else "geheel"
    for sleutel, naam in (("kolom", maat.kolom), ("sinds", maat.sinds)):
        if naam and kolom(indicator, naam, f"maat.{sleutel}").type != verwacht:
            wat = "geen datum" if maat.sinds else "geen geheel getal; noem sinds om dagen te tellen"
            raise _fout(indicator, f"maat.{sleutel}", f"{naam} is {wat}")
    if isinstance(maat, definities.Percentiel):
        return Meting("percentiel", maat.kolom, maat.sinds, maat.percentiel, maat.deler)
    soort: Meetsoort = "som" if isinstance(maat, definities.Som) else "percentiel"
    if isinstance(maat, definities.Gemiddelde):
        soort = "gemiddelde"
    return Meting(soort, maat.kolom, maat.sinds, deler=maat.deler)


def _filters(
    indicator: definities.Indicator, filters: Sequence[definities.Filter], sleutel: str
) -> tuple[Filter, ...]:
    return tuple(_filter(indicator, f, f"{sleutel}[{nummer}]") for nummer, f in enumerate(filters, 1))


def _filter(indicator: definities.Indicator, filter_: definities.Filter, sleutel: str) -> Filter:
    gekozen = kolom(indicator, filter_.kolom, f"{sleutel}.kolom")

    if filter_.leeg is not None:
        return Leeg(filter_.kolom, filter_.leeg)
    if filter_.sinds is not None:
        return _dagen(indicator, filter_, gekozen, sleutel)

    def waarde(ruw: definities.Waarde) -> Waarde:
        return _waarde(indicator, gekozen, ruw, sleutel)

    waarden = filter_.in_ if filter_.in_ is not None else (filter_.is_,)
    if filter_.van is None and filter_.tot is None:
        return EenVan(filter_.kolom, tuple(waarde(ruw) for ruw in waarden if ruw is not None))
    if gekozen.type not in ("datum", "geheel"):
        raise _fout(
            indicator, sleutel, f"{gekozen.naam} ({gekozen.type}) heeft geen volgorde: gebruik is of in"
        )
    grenzen = [None if ruw is None else waarde(ruw) for ruw in (filter_.van, filter_.tot)]
    van, tot = (None if isinstance(grens, str) else grens for grens in grenzen)
    return Bereik(filter_.kolom, van, tot)


def _dagen(
    indicator: definities.Indicator, filter_: definities.Filter, gekozen: Kolom, sleutel: str
) -> Filter:
    """Return a range of the days between two dates."""
    eerder = kolom(indicator, filter_.sinds or "", f"{sleutel}.sinds")
    if {gekozen.type, eerder.type} != {"datum"}:
        raise _fout(indicator, sleutel, f"{gekozen.naam} en {eerder.naam} zijn niet allebei een datum")
    van, tot = filter_.van, filter_.tot
    if isinstance(van, str) or isinstance(tot, str):
        raise _fout(indicator, sleutel, "met sinds zijn van en tot een aantal dagen")
    return Bereik(gekozen.naam, van, tot, eerder.naam)


def _waarde(indicator: definities.Indicator, gekozen: Kolom, ruw: definities.Waarde, sleutel: str) -> Waarde:
    verwacht = _TYPEN.get(gekozen.type)
    if verwacht is None:
        raise _fout(indicator, sleutel, f"op {gekozen.naam} ({gekozen.type}) kan niet worden gefilterd")
    if type(ruw) is not verwacht:
        raise _fout(indicator, sleutel, f"{ruw} is geen waarde van {gekozen.naam} ({gekozen.type})")
    if gekozen.type != "datum":
        return ruw
    try:
        return date.fromisoformat(str(ruw))
    except ValueError:
        raise _fout(indicator, sleutel, f"{ruw} is geen datum; schrijf jjjj-mm-dd") from None


def _fout(indicator: definities.Indicator, sleutel: str, wat: str) -> Definitiefout:
    return definities.indicatorfout(indicator.code, f"{sleutel}: {wat}.")
