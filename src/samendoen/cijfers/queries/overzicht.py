"""The list of indicators with their newest figure, and the words around one of them."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Ijkpunt, Indicator
from samendoen.cijfers.queries.kruis import NIETS, Kruistabel, celtekst, geldt_hier, kruistabel
from samendoen.cijfers.queries.tabellen import Rij, Tabel, naam_van
from samendoen.cijfers.queries.vragen import feitsoort
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN
from samendoen.kernel.api import Actor, Domeinfout
from samendoen.schil.api import aantal, datum_zonder_dag

NIVEAUS = {
    "input": gettext_lazy("Inzet (input)"),
    "throughput": gettext_lazy("Verloop (throughput)"),
    "output": gettext_lazy("Resultaat (output)"),
    "outcome": gettext_lazy("Effect (outcome)"),
}
RICHTINGEN = {
    "hoger": gettext_lazy("Hoger is beter."),
    "lager": gettext_lazy("Lager is beter."),
    "geen": gettext_lazy("Hoger of lager is hier niet goed of slecht."),
}
NIET_ERIN = {"feit_niet_vastgezet", "niet_in_publicatie"}
"""Why a day holds no figure of an indicator."""
UITSPLITSINGEN = {
    "jaar": gettext_lazy("Jaar"),
    "kwartaal": gettext_lazy("Kwartaal"),
    "maand": gettext_lazy("Maand"),
}


def uitsplitsingsnaam(naam: str) -> str:
    """Return the heading of a breakdown."""
    return str(UITSPLITSINGEN.get(naam) or naam.replace("_", " ").capitalize())


def lijst(door: Actor, peildatum: date) -> list[dict[str, str]]:
    """Return every indicator with its newest figure on a day, as dicts of ready strings.

    What that day does not hold leaves the figure open.
    """
    rijen = []
    for code, indicator in definities.indicatoren().items():
        waarde, periode = nieuwste_van(door, indicator, peildatum)
        rijen.append(
            {
                "code": code,
                "naam": indicator.naam,
                "niveau": str(NIVEAUS[indicator.niveau]),
                "waarde": waarde,
                "periode": periode,
                "peildatum": datum_zonder_dag(peildatum),
            }
        )
    return rijen


def nieuwste_van(door: Actor, indicator: Indicator, peildatum: date) -> tuple[str, str]:
    """Return the newest figure of an indicator on a day, and its period; both open when it holds none."""
    try:
        kruis = kruistabel(door, indicator.code, indicator.weergave.per, peildatum)
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN:
            raise
        return NIETS, NIETS
    return nieuwste(kruis)


def nieuwste(kruis: Kruistabel) -> tuple[str, str]:
    """Return the figure of the newest period and that period; of a distribution its part `uitgelicht`.

    In the protected version only when the table itself gives it away: no hidden figure in that column.
    """
    if not kruis.rijen:
        return NIETS, NIETS
    op_periode = bool(kruis.tabel.per[1:]) and kruis.tabel.per[1] in PERIODEDELEN
    periode = kruis.kolommen[-1] if op_periode else NIETS
    rijen = _laatste(kruis.tabel.rijen) if op_periode else list(kruis.tabel.rijen)
    maat = kruis.tabel.indicator.maat
    if isinstance(maat, definities.Verdeling):
        return _deel(kruis.tabel, maat, rijen), periode
    if kruis.kolomtotalen is not None:
        return (kruis.kolomtotalen[-1] if op_periode else kruis.totaal or NIETS), periode
    return _samen(kruis.tabel, rijen), periode


def _laatste(rijen: Sequence[Rij]) -> list[Rij]:
    perioden = [rij.namen[1] for rij in rijen if rij.namen[1] is not None]
    laatste = max(perioden, key=str, default=None)
    return [rij for rij in rijen if rij.namen[1] == laatste]


def _deel(tabel: Tabel, maat: definities.Verdeling, rijen: Sequence[Rij]) -> str:
    naam = naam_van(tabel.indicator, maat.kolom)(maat.uitgelicht)
    return next((f"{naam}: {celtekst(rij, tabel)}" for rij in rijen if rij.namen[0] == naam), NIETS)


def _samen(tabel: Tabel, rijen: Sequence[Rij]) -> str:
    """Return the sum of what everybody sees; of different people, or with something hidden, there is none."""
    if isinstance(tabel.indicator.maat, definities.Uniek) or any(rij.onderdrukt for rij in rijen):
        return NIETS
    if not tabel.is_aandeel:
        return celtekst(Rij((), sum(int(rij.waarde or 0) for rij in rijen), False), tabel)
    teller, noemer = sum(rij.teller or 0 for rij in rijen), sum(rij.noemer or 0 for rij in rijen)
    return celtekst(Rij((), teller / noemer if noemer else None, False, teller, noemer), tabel)


def uitleg(indicator: Indicator) -> list[tuple[str, str]]:
    """Return the definition in words: pairs of term and description."""
    korrel = feitsoort(indicator).korrel.removeprefix("een ")
    return [
        (_("Hoe we tellen"), f"{_('Eén regel per %(korrel)s.') % {'korrel': korrel}} {_maat(indicator)}"),
        (_("Waarom"), indicator.waarom),
        (_("Soort"), f"{NIVEAUS[indicator.niveau]}. {RICHTINGEN[indicator.richting]}"),
        *_ijkpunten(indicator),
        *_ruis(indicator),
        (_("Bron"), _bron(indicator)),
        (_("Gemaakt en gecontroleerd door"), f"{indicator.auteur}; {indicator.controleur}"),
        (
            _("Herzien"),
            _("%(op)s; opnieuw voor %(voor)s")
            % {
                "op": datum_zonder_dag(indicator.herzien_op),
                "voor": datum_zonder_dag(indicator.herzien_voor),
            },
        ),
    ]


def breuken(indicator: Indicator) -> list[tuple[date, str]]:
    """Return the breaks in the series that hold in this municipality."""
    return [(breuk.datum, breuk.reden) for breuk in indicator.breuk if geldt_hier(breuk.gemeente)]


def _maat(indicator: Indicator) -> str:
    maat = indicator.maat
    if isinstance(maat, definities.Aantal):
        return _("Elke regel telt één keer.")
    if isinstance(maat, definities.Uniek):
        return _("Wie of wat vaker voorkomt, telt één keer mee (%(kolom)s).") % {"kolom": maat.kolom}
    if isinstance(maat, definities.Verdeling):
        return _("Elk cijfer is een deel van alle %(eenheid)s samen.") % {"eenheid": indicator.eenheid}
    return _("Het is een aandeel van alle %(eenheid)s.") % {"eenheid": indicator.eenheid}


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


def _bron(indicator: Indicator) -> str:
    herkomst = indicator.herkomst
    titels = {document.sleutel: document.titel for document in indicator.document}
    if herkomst.aanname:
        return f"{_('Onze eigen aanname.')} {herkomst.toelichting}".strip()
    plek = f"{titels[herkomst.document]}, {herkomst.bron.partition(':')[2].strip()}"
    return f"{plek}. {herkomst.toelichting}" if herkomst.toelichting else plek
