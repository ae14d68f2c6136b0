"""From somebody's own choice to an indicator that stands in no list; what does not exist is said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.definities.bladen import losse_indicator
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.rules.keuze import GEEN, Keuze
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN, begin_van, eind_van
from samendoen.kernel import stekkers
from samendoen.kernel.api import Domeinfout
from samendoen.kernel.stekkers import Feitsoort, Kolom

CODE = "eigen-vraag"
GELD = "_eurocent"


@dataclass(frozen=True, slots=True)
class Feitkeuzes:
    """What can be asked of a fact: its date columns, what it can be broken down by, and what can be measured
    (code -> name)."""

    soort: Feitsoort
    dagen: tuple[str, ...]
    kolommen: Mapping[str, str]
    maten: Mapping[str, str]

    def kolom(self, naam: str) -> Kolom | None:
        """Return a column by its name."""
        return next((k for k in self.soort.kolommen if k.naam == naam), None)

    @property
    def naam(self) -> str:
        """What one row is."""
        return feitnaam(self.soort)


def feitnaam(soort: Feitsoort) -> str:
    """Return what one row of a fact is, without its article."""
    return soort.korrel.removeprefix("een ")


def feitkeuzes(feit: str) -> Feitkeuzes:
    """Return what can be asked of a fact. Raises Domeinfout when there is no such fact."""
    soort = stekkers.feit.geef(feit)
    if soort is None:
        namen = ", ".join(feitnaam(soort) for _naam, soort in stekkers.feit)
        raise fout("feit", _("Dit onderwerp bestaat niet."), _("Kies er een: %(namen)s.") % {"namen": namen})
    dagen = tuple(k.naam for k in soort.kolommen if k.type == "datum")
    deelbaar = [
        k.naam
        for k in soort.kolommen
        if k.type in ("code", "janee") or (k.type == "geheel" and not k.naam.endswith(GELD))
    ]
    namen_ = [*deelbaar, *(PERIODEDELEN if dagen else ())]
    return Feitkeuzes(soort, dagen, {n: uitsplitsingsnaam(n) for n in namen_}, dict(_maten(soort, dagen)))


def _maten(soort: Feitsoort, dagen: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    yield "aantal", _("Aantal")
    for kolom in soort.kolommen:
        wat = uitsplitsingsnaam(kolom.naam).removesuffix(" eurocent")
        if kolom.type == "pseudoniem":
            yield f"uniek:{kolom.naam}", _("Verschillende mensen")
        if kolom.type == "geheel":
            yield f"gemiddelde:{kolom.naam}", _("Gemiddelde van: %(wat)s") % {"wat": wat}
            yield f"mediaan:{kolom.naam}", _("Middelste waarde van: %(wat)s") % {"wat": wat}
        if kolom.naam.endswith(GELD):
            yield f"som:{kolom.naam}", _("Opgeteld: %(wat)s") % {"wat": wat}
    for later in dagen[1:]:
        woorden = {
            "van": uitsplitsingsnaam(dagen[0]).lower(),
            "tot": uitsplitsingsnaam(later).lower(),
        }
        zin = _("Middelste aantal dagen van %(van)s tot %(tot)s")
        yield f"mediaan:{later}:{dagen[0]}", zin % woorden


def eigen_indicator(keuzes: Feitkeuzes, keuze: Keuze, telt: str = "") -> Indicator:
    """Return the indicator that a choice describes; `telt` says which rows count when that are not all of the
    fact. Raises Domeinfout with the field that cannot be."""
    for veld, naam in (("rijen", keuze.rijen), ("kolommen", keuze.kolommen)):
        if naam and naam not in keuzes.kolommen:
            raise _geen_kolom(veld, naam, keuzes)
    dag = dag_van(keuzes, keuze)
    return losse_indicator(
        code=CODE,
        naam=titel(keuzes, keuze, telt or keuzes.naam),
        feit=keuzes.soort.naam,
        eenheid=keuzes.maten[_maat(keuzes, keuze)][:120],
        maat=_maatdeel(keuze.maat),
        filter=[*filters(keuzes, keuze), *_periode(keuze, dag)],
        uitsplitsingen=tuple(keuzes.kolommen),
        periode={"kolom": dag} if dag else None,
        weergave={"rijen": next(iter(keuze.per), next(iter(keuzes.kolommen)))},
    )


def dag_van(keuzes: Feitkeuzes, keuze: Keuze) -> str:
    """Return the date column that periods are of: the first one, unless somebody chose; "" without any."""
    if keuze.dag and keuze.dag not in keuzes.dagen:
        raise fout(
            "dag",
            _("'%(naam)s' is hier geen dag.") % {"naam": keuze.dag},
            _("Kies uit: %(namen)s.") % {"namen": _opsomming(keuzes.dagen)},
        )
    return keuze.dag or next(iter(keuzes.dagen), "")


def _maat(keuzes: Feitkeuzes, keuze: Keuze) -> str:
    if keuze.maat not in keuzes.maten:
        raise fout(
            "maat",
            _("Dit kan hier niet worden berekend."),
            _("Kies uit: %(namen)s.") % {"namen": "; ".join(keuzes.maten.values())},
        )
    return keuze.maat


def _maatdeel(code: str) -> dict[str, Any]:
    soort, _dubbel, kolom = code.partition(":")
    if not kolom:
        return {"soort": soort}
    kolom, _dubbel, sinds = kolom.partition(":")
    deel: dict[str, Any] = {"soort": soort, "kolom": kolom}
    if sinds:
        deel["sinds"] = sinds
    return deel


def filters(keuzes: Feitkeuzes, keuze: Keuze) -> list[dict[str, Any]]:
    """Return the conditions of a choice; a column without a value asks nothing yet. Raises Domeinfout."""
    namen = [naam for naam, _waarde in keuze.alleen]
    for naam in namen:
        if naam not in keuzes.kolommen or naam in PERIODEDELEN:
            raise _geen_kolom("f1", naam, keuzes)
    if len(set(namen)) < len(namen):
        wat = _("Op '%(naam)s' wordt twee keer gekozen.") % {"naam": uitsplitsingsnaam(namen[0])}
        raise fout("f2", wat, _("Kies elke kolom hoogstens één keer."))
    return [_filter(keuzes, naam, waarde) for naam, waarde in keuze.alleen if waarde]


def _filter(keuzes: Feitkeuzes, naam: str, waarde: str) -> dict[str, Any]:
    if waarde == GEEN:
        return {"kolom": naam, "leeg": True}
    kolom = keuzes.kolom(naam)
    assert kolom is not None
    if kolom.type == "janee" and waarde in ("ja", "nee"):
        return {"kolom": naam, "is": waarde == "ja"}
    if kolom.type == "geheel" and waarde.isascii() and waarde.isdigit():
        return {"kolom": naam, "is": int(waarde)}
    if kolom.type == "code" and "\x00" not in waarde:
        return {"kolom": naam, "is": waarde}
    raise fout(
        "w1",
        _("'%(waarde)s' is geen waarde van %(naam)s.") % {"waarde": waarde, "naam": uitsplitsingsnaam(naam)},
        _("Kies een waarde uit de lijst."),
    )


def _periode(keuze: Keuze, dag: str) -> list[dict[str, Any]]:
    if not keuze.periode:
        return []
    try:
        van, tot = begin_van(keuze.periode), eind_van(keuze.periode)
    except (ValueError, OverflowError):
        raise fout(
            "periode",
            _("'%(ruw)s' is geen periode.") % {"ruw": keuze.periode[:20]},
            _("Schrijf een jaar (2024), een kwartaal (2024-K2) of een maand (2024-05)."),
        ) from None
    if not dag:
        raise fout("periode", _("Hiervan is geen dag bekend."), _("Laat de periode leeg."))
    return [{"kolom": dag, "van": van.isoformat(), "tot": tot.isoformat()}]


def titel(keuzes: Feitkeuzes, keuze: Keuze, telt: str) -> str:
    """Return the question in a few words."""
    per = _(" en ").join(uitsplitsingsnaam(naam).lower() for naam in keuze.per)
    wat = f"{keuzes.maten.get(keuze.maat, keuze.maat)} ({telt})"
    zin = _("%(wat)s per %(per)s") % {"wat": wat, "per": per} if per else wat
    return f"{zin}, {keuze.periode}"[:120] if keuze.periode else zin[:120]


def _geen_kolom(veld: str, naam: str, keuzes: Feitkeuzes) -> Domeinfout:
    return fout(
        veld,
        _("De kolom '%(naam)s' bestaat hier niet.") % {"naam": naam},
        _("Kies uit: %(namen)s.") % {"namen": _opsomming(keuzes.kolommen)},
    )


def _opsomming(namen: Iterable[str]) -> str:
    return ", ".join(uitsplitsingsnaam(naam).lower() for naam in namen)


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return what to raise about a field of a question."""
    return Domeinfout(f"vraag_{veld}", wat, doe, veld=veld)
