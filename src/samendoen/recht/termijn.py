"""The term engine: from an event and what happened since to the last day, with an explanation.

How it counts, in this order:

1. The day of the event does not count; N weeks after day D end on D + 7N.
2. A postponement is added to that (Awb art. 7:10 lid 3, 9:11 lid 2, 4:14 lid 3).
3. Every suspended day within the running term moves the last day one day (Awb art. 4:15, 7:10 lid 2).
   Suspensions are intervals; a day covered twice counts once. One that begins within the term as already
   lengthened counts in full; one that begins after the last day does not help, and gives a warning.
4. The result moves to the first day that is no Saturday, Sunday or holiday (Atw art. 1), and further until
   the term holds two such days (Atw art. 2). Whether the Atw applies is judged on the statutory length
   itself, not on the length after steps 2 and 3 (Atw art. 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from samendoen.recht import atw
from samendoen.recht.atw import Verschuiving
from samendoen.recht.datum import Eenheid, datumtekst, eis_datum, hoeveel, plus
from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.kalender import (
    EERSTE_JAAR_GELIJKGESTELD,
    LAATSTE_JAAR_GELIJKGESTELD,
    Feestdag,
    erkende_feestdag,
)
from samendoen.recht.soorten import geef_soort
from samendoen.recht.waarden import Schorsing, Stap, Termijn, Termijnsoort, Verdaging

__all__ = ["bereken"]

_EEN_DAG = timedelta(days=1)
_LANGSTE_VERDAGING = 3650

NA_2028 = (
    f"Deze termijn eindigt na {LAATSTE_JAAR_GELIJKGESTELD}. Welke dagen dan bij besluit met een feestdag "
    "zijn gelijkgesteld (Atw art. 3 lid 3), is nog niet bekend. "
    "Controleer de laatste dag als dat besluit er is."
)
VOOR_2023 = (
    f"Deze termijn eindigt vóór {EERSTE_JAAR_GELIJKGESTELD}. De dagen die toen bij besluit met een feestdag "
    "waren gelijkgesteld (Atw art. 3 lid 3), staan niet in onze lijst. Controleer de laatste dag."
)
GEEN_MAXIMUM = (
    "De wet noemt voor deze verdaging geen maximum, maar de nieuwe termijn moet redelijk zijn en de "
    "aanvrager moet het bericht hierover krijgen voordat de oude termijn om is (Awb art. 4:14 lid 3)."
)


def bereken(
    soort: Termijnsoort | str,
    start: date,
    schorsingen: Iterable[Schorsing] = (),
    verdaging_dagen: int = 0,
    *,
    peildatum: date | None = None,
) -> Termijn:
    """Compute the last day of a statutory term, with the steps and articles that lead to it.

    `soort` is a `Termijnsoort` or the code of one; `start` the day of its event; `verdaging_dagen` calendar
    days of postponement. Suspensions may come in any order. A suspension that still runs counts up to and
    including `peildatum`; without one the last day is the earliest possible and a warning says so.
    Equal questions are answered from memory. Raises `Rechtsfout` for an unknown kind, dates outside
    1980-2199, and suspensions or postponements the law does not know for this kind.
    """
    if isinstance(soort, str):
        soort = geef_soort(soort)
    return _bereken(soort, start, tuple(schorsingen), verdaging_dagen, peildatum)


@lru_cache(maxsize=1 << 17)
def _bereken(
    soort: Termijnsoort,
    start: date,
    schorsingen: tuple[Schorsing, ...],
    verdaging_dagen: int,
    peildatum: date | None,
) -> Termijn:
    eis_datum(start, "De startdatum")
    if peildatum is not None:
        eis_datum(peildatum, "De peildatum")
    rekening = _Rekening(soort, start)
    rekening.loop_uit()
    if verdaging_dagen:
        rekening.verdaag(verdaging_dagen)
    te_laat = rekening.schors(schorsingen, peildatum)
    rekening.verschuif(te_laat)
    rekening.waarschuw_te_laat(te_laat)
    return rekening.sluit()


class _Rekening:
    """One computation under way: the last day so far, with the steps and warnings up to now."""

    def __init__(self, soort: Termijnsoort, start: date) -> None:
        self.soort = soort
        self.start = start
        self.stappen: list[Stap] = []
        self.waarschuwingen: list[str] = []
        self.geteld: list[tuple[date, date]] = []
        self.vanaf = start  # the day before the first day of the term
        if soort.na is not None:
            vooraf = _bereken(soort.na, start, (), 0, None)
            self.vanaf = vooraf.einde
            self.stappen += vooraf.stappen
            self.waarschuwingen += vooraf.waarschuwingen
        else:
            self._stap(start, f"Op {datumtekst(start)} {soort.gebeurtenis}. Die dag telt zelf niet mee.")
        self.einde = self.vanaf

    def _stap(self, dag: date, wat: str, grondslag: str = "") -> None:
        self.stappen.append(Stap(dag, wat, grondslag or self.soort.grondslag))

    def _uitzondering(self, dag: date) -> Feestdag | None:
        if self.soort.verschuiving is Verschuiving.EU:
            return atw.uitzondering_eu(dag)
        return atw.uitzondering(dag) if self.soort.atw else None

    def loop_uit(self) -> None:
        """Count the statutory length itself."""
        soort = self.soort
        if soort.eenheid is Eenheid.WERKDAGEN:
            self.einde = atw.plus_werkdagen(self.vanaf, soort.aantal)
            dag = self.vanaf + _EEN_DAG
            while dag < self.einde:
                feestdag = erkende_feestdag(dag) if dag.weekday() < 5 else None
                if feestdag:
                    self._stap(
                        dag, f"{_hoofd(dag)} is geen werkdag: het is {feestdag.naam}.", feestdag.grondslag
                    )
                dag += _EEN_DAG
        else:
            self.einde = plus(self.vanaf, soort.aantal, soort.eenheid)
        begin = "Daarna begint een termijn van" if soort.na else "De termijn is"
        self._stap(self.einde, f"{begin} {soort.lengte}: tot en met {datumtekst(self.einde)}.")

    def verdaag(self, dagen: int) -> None:
        """Postpone by calendar days, as far as the article allows."""
        verdaging = _eis_verdaging(self.soort, dagen)
        if verdaging.hoogstens_dagen is None:
            self.waarschuwingen.append(GEEN_MAXIMUM)
        self.einde += timedelta(days=dagen)
        erbij = hoeveel(dagen, Eenheid.DAGEN)
        wat = f"De beslissing is {erbij} verdaagd: tot en met {datumtekst(self.einde)}."
        self._stap(self.einde, wat, verdaging.grondslag)

    def schors(self, schorsingen: Iterable[Schorsing], peildatum: date | None) -> list[_Interval]:
        """Add the suspended days within the running term; return what began after its last day."""
        te_laat: list[_Interval] = []
        gedekt = self.vanaf  # up to here every day either lies before the term or was already counted
        for interval in sorted(_Interval(s, peildatum) for s in schorsingen):
            grondslag = self.soort.grondslag_schorsing(interval.schorsing.grond)
            if interval.eerste > self.einde:
                te_laat.append(interval)
                continue
            if interval.laatste <= self.vanaf and not interval.loopt:
                self.waarschuwingen.append(
                    f"{interval.tekst} ligt vóór het begin van de termijn en telt niet mee."
                )
                continue
            eerste = max(interval.eerste, gedekt + _EEN_DAG)
            erbij = max((interval.laatste - eerste).days + 1, 0)
            if erbij:
                self.geteld.append((eerste, interval.laatste))
                gedekt = interval.laatste
                self.einde += timedelta(days=erbij)
            self._stap(self.einde, _zin(interval, eerste, erbij, self.einde), grondslag)
            self._waarschuw_lopend(interval)
        return te_laat

    def verschuif(self, te_laat: list[_Interval]) -> None:
        """Move the last day off weekends and holidays (Atw art. 1 and 2) and out of a suspension that began
        while the term was still running because of such a move."""
        soort = self.soort
        if soort.verschuiving is not Verschuiving.EU and not soort.atw:
            self._verklaar_geen_verschuiving()
            return
        if self._naar_gewone_dag(te_laat):
            grondslag = atw.EU_3_4 if soort.verschuiving is Verschuiving.EU else atw.ART_1
            self._stap(self.einde, f"De termijn loopt door tot en met {datumtekst(self.einde)}.", grondslag)
        if soort.atw and soort.ten_minste_drie_dagen:
            self._twee_gewone_dagen(te_laat)
        if self.einde.year > LAATSTE_JAAR_GELIJKGESTELD:
            self._waarschuw_een_keer(NA_2028)
        elif self.einde.year < EERSTE_JAAR_GELIJKGESTELD:
            self._waarschuw_een_keer(VOOR_2023)

    def _naar_gewone_dag(self, te_laat: list[_Interval]) -> bool:
        begin = self.einde
        while True:
            reden = self._uitzondering(self.einde)
            schorsing = next((i for i in te_laat if i.eerste <= self.einde <= i.laatste), None)
            if schorsing is not None:
                grondslag = self.soort.grondslag_schorsing(schorsing.schorsing.grond)
                self._stap(schorsing.laatste, f"{schorsing.tekst}: tot dan staat de termijn stil.", grondslag)
                self.einde = schorsing.laatste + _EEN_DAG
            elif reden is not None:
                self._stap(
                    self.einde,
                    f"{_hoofd(self.einde)} is {reden.naam} en kan niet de laatste dag zijn.",
                    reden.grondslag,
                )
                self.einde += _EEN_DAG
            else:
                return self.einde != begin

    def _twee_gewone_dagen(self, te_laat: list[_Interval]) -> None:
        while self._gewone_dagen() < 2:
            self._stap(
                self.einde,
                "De termijn moet ten minste twee dagen bevatten die geen zaterdag, zondag of feestdag zijn.",
                atw.ART_2,
            )
            self.einde += _EEN_DAG
            self._naar_gewone_dag(te_laat)
            self._stap(self.einde, f"Daarom loopt hij door tot en met {datumtekst(self.einde)}.", atw.ART_2)

    def _gewone_dagen(self) -> int:
        """Count ordinary days on which the term ran, but no further than two."""
        gevonden, dag = 0, self.vanaf + _EEN_DAG
        while dag <= self.einde and gevonden < 2:
            stil = next((laatste for eerste, laatste in self.geteld if eerste <= dag <= laatste), None)
            if stil is not None:
                dag = stil
            elif atw.is_gewone_dag(dag):
                gevonden += 1
            dag += _EEN_DAG
        return gevonden

    def _verklaar_geen_verschuiving(self) -> None:
        reden = atw.uitzondering(self.einde)
        if reden is None:
            return
        if self.soort.verschuiving is Verschuiving.ATW:
            waarom, grondslag = (
                f"De Algemene termijnenwet geldt niet voor een termijn van {self.soort.lengte}",
                atw.ART_4,
            )
        else:
            waarom, grondslag = (
                "De Algemene termijnenwet geldt alleen voor termijnen in wetten en besluiten",
                "Atw art. 5",
            )
        self._stap(self.einde, f"{waarom}: dat de laatste dag {reden.naam} is, verandert niets.", grondslag)

    def waarschuw_te_laat(self, te_laat: list[_Interval]) -> None:
        """Say which suspensions came too late to help."""
        for interval in te_laat:
            if interval.eerste > self.einde:
                self.waarschuwingen.append(
                    f"{interval.tekst} begint na de laatste dag van de termijn en verlengt haar niet."
                )
            else:
                self._waarschuw_lopend(interval)

    def _waarschuw_lopend(self, interval: _Interval) -> None:
        if interval.loopt:
            tot_nu = hoeveel((interval.laatste - interval.eerste).days + 1, Eenheid.DAGEN)
            self.waarschuwingen.append(
                f"{interval.tekst} loopt nog: de laatste dag schuift elke dag een dag op. "
                f"Hier zijn er {tot_nu} van meegeteld; reken opnieuw als de schorsing eindigt."
            )

    def _waarschuw_een_keer(self, tekst: str) -> None:
        if tekst not in self.waarschuwingen:
            self.waarschuwingen.append(tekst)

    def sluit(self) -> Termijn:
        """Close the computation with the sentence that names the last day."""
        self._stap(self.einde, f"De laatste dag is {datumtekst(self.einde)}: {self.soort.doel}.")
        return Termijn(self.soort, self.start, self.einde, tuple(self.waarschuwingen), tuple(self.stappen))


class _Interval:
    """A suspension as the days it covers, sortable by its first day."""

    def __init__(self, schorsing: Schorsing, peildatum: date | None) -> None:
        self.schorsing = schorsing
        self.eerste, self.laatste = schorsing.dagen(peildatum)
        self.loopt = schorsing.tot is None

    def __lt__(self, ander: _Interval) -> bool:
        return (self.eerste, self.laatste) < (ander.eerste, ander.laatste)

    @property
    def tekst(self) -> str:
        tot = "heden" if self.schorsing.tot is None else datumtekst(self.schorsing.tot)
        return f"De schorsing van {datumtekst(self.schorsing.van)} tot {tot}"


def _hoofd(dag: date) -> str:
    return datumtekst(dag).capitalize()


def _zin(interval: _Interval, eerste: date, erbij: int, einde: date) -> str:
    if interval.loopt and not erbij:
        return (
            f"Sinds {datumtekst(interval.eerste)} staat de termijn stil ({interval.schorsing.grond.value})."
        )
    if not erbij:
        return f"{interval.tekst} telt geen enkele (nieuwe) dag: de laatste dag blijft {datumtekst(einde)}."
    return (
        f"De termijn stond stil van {datumtekst(eerste)} tot en met {datumtekst(interval.laatste)} "
        f"({interval.schorsing.grond.value}): {hoeveel(erbij, Eenheid.DAGEN)} erbij. "
        f"De laatste dag wordt {datumtekst(einde)}."
    )


def _eis_verdaging(soort: Termijnsoort, dagen: int) -> Verdaging:
    """Return the power to postpone, or refuse what it does not allow."""
    verdaging = soort.verdaging
    if verdaging is None:
        raise Rechtsfout(
            "verdaging-kan-niet",
            f"De termijn '{soort.code}' ({soort.grondslag}) kan niet worden verdaagd.",
            "Laat de verdaging weg: de wet kent haar voor deze termijn niet.",
        )
    if dagen < 0:
        raise Rechtsfout(
            "verdaging-negatief", "Verdagen maakt een termijn nooit korter.", "Geef een aantal van 0 of meer."
        )
    grens = verdaging.hoogstens_dagen or _LANGSTE_VERDAGING
    if dagen > grens:
        raise Rechtsfout(
            "verdaging-te-lang",
            f"{dagen} dagen is te lang: verdagen kan hoogstens {grens} dagen ({verdaging.grondslag}).",
            "Geef een kortere verdaging, of leg verder uitstel met instemming vast.",
        )
    return verdaging
