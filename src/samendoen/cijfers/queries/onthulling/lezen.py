"""Read tables from a JSON document (contract 09): every mistake is told with its place and what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.queries.onthulling.hierarchie import lees_dimensie
from samendoen.cijfers.queries.onthulling.invoer import geen, keur_tekst, label
from samendoen.cijfers.rules.onthulling.drempel import Status, klein
from samendoen.cijfers.rules.onthulling.publicatie import Inhoud, Publicatie
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel

MEESTE_PLEKKEN = 50_000
MEESTE_KLEINE = 2_000
"""So many small or hidden cells can be protected or audited in minutes, and more tell nobody anything."""
MEESTE_AANTAL = 1_000_000_000
"""Above this the solver no longer tells two whole numbers apart; no municipality counts that far."""
EIGEN = ("aantal", "status")
"""Keys of a cell that are no dimensions."""


_DUBBEL = gettext_lazy("Tel de cellen op, of haal er een weg.")


@dataclass(frozen=True)
class Cel:
    """A cell as it was read: its place, count and status, both if given."""

    plek: Plek
    aantal: int | None
    status: Status | None


@dataclass(frozen=True)
class Gelezen:
    """A table as it was read; whoever uses its counts checks them. `ruw` is its part of the document."""

    ruw: Mapping[str, Any]
    tabel: Tabel
    cellen: Sequence[Cel]

    @cached_property
    def _waarden(self) -> Mapping[tuple[str, str], Any]:
        return {
            (dimensie.naam, label(cel[dimensie.naam])): cel[dimensie.naam]
            for cel in self.ruw["cellen"]
            for dimensie in self.tabel.dimensies
        }

    def waarde(self, dimensie: str, knoop: str) -> Any:
        """Return the value of a dimension as the document has it: a year may be a number."""
        return self._waarden.get((dimensie, knoop), knoop)


def lees(document: object) -> list[Gelezen]:
    """Return the tables of a document. Raises Domeinfout."""
    keur_tekst(document)
    tabellen = document.get("tabellen") if isinstance(document, dict) else None
    if isinstance(document, dict) and "rijen" in document:
        tabellen = [_uit_rijen(document)]
    if not isinstance(tabellen, list) or not tabellen:
        geen(
            _("Het bestand"),
            _("heeft geen lijst 'tabellen' met ten minste één tabel"),
            _("Zie docs/onthulling.md voor een voorbeeld."),
        )
    gelezen = [_lees_tabel(ruw, nummer) for nummer, ruw in enumerate(tabellen, start=1)]
    namen = [deel.tabel.naam for deel in gelezen]
    for naam in namen:
        if namen.count(naam) > 1:
            geen(_tabel(naam), _("komt twee keer voor"), _("Geef elke tabel een eigen naam."))
    return gelezen


def tabellen_van(gelezen: Sequence[Gelezen]) -> list[Tabel]:
    """Return tables of counts. A cell with a status was published before. Raises Domeinfout."""
    return [_met_aantallen(deel) for deel in gelezen]


def publicaties_van(gelezen: Sequence[Gelezen]) -> list[Publicatie]:
    """Return published tables: of a hidden cell the count is not read. Raises Domeinfout."""
    uit = [Publicatie(deel.tabel, _gepubliceerd(deel)) for deel in gelezen]
    _niet_te_veel(sum(isinstance(wat, Status) for publicatie in uit for wat in publicatie.cellen.values()))
    return uit


def _gepubliceerd(deel: Gelezen) -> dict[Plek, Inhoud]:
    uit: dict[Plek, Inhoud] = {}
    for cel in deel.cellen:
        if cel.plek in uit:
            geen(_tabel(deel.tabel.naam), _("heeft %s twee keer") % _plek(cel.plek), str(_DUBBEL))
        uit[cel.plek] = _inhoud(deel, cel)
    return uit


def _niet_te_veel(aantal: int) -> None:
    if aantal > MEESTE_KLEINE:
        geen(
            _("Het bestand"),
            _("heeft te veel kleine of verborgen cellen: %s") % aantal,
            _("Voeg waarden samen tot grotere groepen; %s kan.") % MEESTE_KLEINE,
        )


def _uit_rijen(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the rows of an indicator as a table: a dimension that a row lacks is a total."""
    rijen = document["rijen"]
    if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
        geen(_("Het bestand"), _("heeft bij 'rijen' geen lijst van rijen"), _("Zie docs/onthulling.md."))
    namen = dict.fromkeys(naam for rij in rijen for naam in rij if naam not in ("waarde", "onderdrukt"))
    if anders := sorted({"teller", "noemer", "over"} & set(namen)):
        geen(
            _("Het bestand"),
            _("heeft rijen die niet tellen maar een aandeel of gemiddelde geven (%s)") % ", ".join(anders),
            _("Geef de aantallen: wie erbij hoort en wie niet, of over hoeveel mensen het gemiddelde gaat."),
        )
    cellen = []
    for rij in rijen:
        cel = {naam: rij.get(naam, "Totaal") for naam in namen}
        status = Status.VERBORGEN if rij.get("onderdrukt") else Status.OPEN
        cellen.append({**cel, "aantal": rij.get("waarde"), "status": status})
    hierarchie = document.get("hierarchie", {})
    naam = str(document.get("code", "rijen"))
    return {"naam": naam, "dimensies": list(namen), "hierarchie": hierarchie, "cellen": cellen}


def _lees_tabel(ruw: object, nummer: int) -> Gelezen:
    waar = _tabel(nummer)
    if not isinstance(ruw, dict):
        geen(waar, _("is geen tabel maar iets anders"), _("Schrijf een tabel als { ... }."))
    naam = ruw.get("naam", str(nummer))
    waar = _tabel(naam)
    for sleutel in ("naam", "telt", "peildatum", "deel_van"):
        if not isinstance(ruw.get(sleutel, ""), str):
            geen(waar, _("heeft bij '%s' geen tekst") % sleutel, _("Zet de waarde tussen aanhalingstekens."))
    namen, cellen, hierarchie = _delen(ruw, waar)
    dimensies = tuple(
        lees_dimensie(waar, naam, hierarchie.get(naam), [label(cel.get(naam)) for cel in cellen])
        for naam in namen
    )
    telt, dag, deel_van = (ruw.get(sleutel, "") for sleutel in ("telt", "peildatum", "deel_van"))
    tabel = Tabel(str(naam), dimensies, {}, telt, dag, deel_van=deel_van)
    if tabel.grootte > MEESTE_PLEKKEN:
        geen(
            waar,
            _("is te groot: met alle totalen %s cellen") % tabel.grootte,
            _("Neem minder dimensies of voeg waarden samen; %s cellen kan.") % MEESTE_PLEKKEN,
        )
    return Gelezen(ruw, tabel, [_lees_cel(waar, tabel, cel) for cel in cellen])


def _delen(ruw: Mapping[str, Any], waar: str) -> tuple[list[str], list[dict[str, Any]], dict[str, Any]]:
    namen, cellen, hierarchie = ruw.get("dimensies"), ruw.get("cellen"), ruw.get("hierarchie", {})
    tekst = isinstance(namen, list) and all(isinstance(naam, str) for naam in namen)
    if not tekst or not namen or len(set(namen)) != len(namen) or set(namen) & set(EIGEN):
        geen(
            waar,
            _("heeft geen goede lijst 'dimensies'"),
            _("Noem elke dimensie één keer; 'aantal' en 'status' kunnen geen dimensie zijn."),
        )
    if not isinstance(cellen, list) or not cellen or not all(isinstance(cel, dict) for cel in cellen):
        geen(waar, _("heeft geen lijst 'cellen'"), _("Schrijf per cel de dimensies en het aantal."))
    if not isinstance(hierarchie, dict) or (vreemd := set(hierarchie) - set(namen)):
        wat = ", ".join(sorted(vreemd)) if isinstance(hierarchie, dict) else "hierarchie"
        geen(waar, _("heeft een hiërarchie die niet past: %s") % wat, _("Gebruik de namen van de dimensies."))
    return namen, cellen, hierarchie


def _lees_cel(waar: str, tabel: Tabel, ruw: Mapping[str, Any]) -> Cel:
    namen = [dimensie.naam for dimensie in tabel.dimensies]
    if vreemd := set(ruw) - set(namen) - set(EIGEN):
        geen(
            waar,
            _("heeft een cel met iets wat geen dimensie is: %s") % ", ".join(sorted(vreemd)),
            _("Noem het bij 'dimensies', of laat het weg."),
        )
    if mist := [naam for naam in namen if naam not in ruw]:
        geen(
            waar,
            _("heeft een cel zonder %s") % ", ".join(mist),
            _("Elke cel noemt elke dimensie; een totaal heet 'Totaal'."),
        )
    for naam in namen:
        if not isinstance(ruw[naam], str | int | None):
            geen(
                waar,
                _("heeft bij %(dimensie)s iets wat geen waarde is: %(waarde)s")
                % {"dimensie": naam, "waarde": str(ruw[naam])[:40]},
                _("Een waarde is een tekst, een heel getal, ja of nee, of niets (null)."),
            )
    plek = tuple(label(ruw[naam]) for naam in namen)
    for dimensie, knoop in zip(tabel.dimensies, plek, strict=True):
        if knoop not in dimensie.knopen:
            geen(
                waar,
                _("heeft een cel met '%(waarde)s', dat niet in de hiërarchie van %(dimensie)s staat")
                % {"waarde": knoop, "dimensie": dimensie.naam},
                _("Zet de waarde in de hiërarchie, of verbeter de cel."),
            )
    return Cel(plek, _lees_aantal(waar, plek, ruw.get("aantal")), _lees_status(waar, ruw.get("status")))


def _lees_aantal(waar: str, plek: Plek, ruw: object) -> int | None:
    if ruw is None:
        return None
    if isinstance(ruw, bool) or not isinstance(ruw, int) or ruw < 0:
        geen(
            waar,
            _("heeft bij %(plek)s het aantal %(aantal)s") % {"plek": _plek(plek), "aantal": ruw},
            _("Een aantal is een heel getal van 0 of meer."),
        )
    if ruw > MEESTE_AANTAL:
        geen(
            waar,
            _("heeft bij %s een aantal dat te groot is om op te rekenen") % _plek(plek),
            _("Een aantal is ten hoogste %s.") % MEESTE_AANTAL,
        )
    return ruw


def _lees_status(waar: str, ruw: object) -> Status | None:
    if ruw is None:
        return None
    try:
        return Status(str(ruw))
    except ValueError:
        geen(waar, _("heeft een cel met status '%s'") % ruw, _("Kies uit: %s.") % ", ".join(Status))


def _met_aantallen(deel: Gelezen) -> Tabel:
    """Return the table with its innermost counts; margins that are given must be their sums."""
    waar, gezien = _tabel(deel.tabel.naam), dict[Plek, Cel]()
    for cel in deel.cellen:
        if cel.plek in gezien:
            geen(waar, _("heeft %s twee keer") % _plek(cel.plek), str(_DUBBEL))
        if cel.aantal is None:
            geen(waar, _("heeft %s zonder aantal") % _plek(cel.plek), _("Schrijf er het aantal bij."))
        gezien[cel.plek] = cel
    tabel = replace(
        deel.tabel,
        aantallen={plek: cel.aantal or 0 for plek, cel in gezien.items() if deel.tabel.is_binnenste(plek)},
        vast={plek: cel.status for plek, cel in gezien.items() if cel.status and cel.aantal},
    )
    for plek, cel in gezien.items():
        if cel.aantal != tabel.waarden.get(plek, 0):
            geen(
                waar,
                _("heeft bij %(plek)s het totaal %(totaal)s, maar de cellen eronder tellen op tot %(som)s")
                % {"plek": _plek(plek), "totaal": cel.aantal, "som": tabel.waarden.get(plek, 0)},
                _("Verbeter een van beide; totalen mag u ook weglaten."),
            )
    return tabel


def _inhoud(deel: Gelezen, cel: Cel) -> Inhoud:
    if cel.status not in (None, Status.OPEN):
        return cel.status
    if cel.aantal is None:
        geen(
            _tabel(deel.tabel.naam),
            _("heeft %s zonder aantal") % _plek(cel.plek),
            _("Schrijf het aantal op, of zeg dat de cel verborgen is."),
        )
    return cel.aantal


def keur_omvang(tabellen: Sequence[Tabel], drempel: int) -> None:
    """Refuse more small counts than can be protected in any reasonable time. Raises Domeinfout."""
    _niet_te_veel(sum(klein(n, drempel) for tabel in tabellen for n in tabel.waarden.values()))


def controleer_statussen(tabellen: Sequence[Tabel], drempel: int) -> None:
    """Refuse tables that were published with a status that does not go with the count. Raises Domeinfout."""
    for tabel in tabellen:
        for plek, status in tabel.vast.items():
            past = {Status.PRIMAIR: True, Status.SECUNDAIR: False}.get(status)
            if past is not None and klein(tabel.waarden[plek], drempel) is not past:
                geen(
                    _tabel(tabel.naam),
                    _("noemt %(plek)s %(status)s, maar daar staat %(aantal)s")
                    % {"plek": _plek(plek), "status": status, "aantal": tabel.waarden[plek]},
                    _("Verbeter de status, of geef met --k de drempel waarmee de tabel is gemaakt."),
                )


def _tabel(naam: object) -> str:
    return _("Tabel %s") % naam


def _plek(plek: Plek) -> str:
    return "(" + ", ".join(plek) + ")"
