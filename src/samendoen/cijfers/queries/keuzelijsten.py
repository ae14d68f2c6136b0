"""What somebody may choose from in an own question: only what the figures of that day hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from samendoen.cijfers.models import Eigenvraag
from samendoen.cijfers.queries.bladen import bladen_van, cellen, is_uit
from samendoen.cijfers.queries.eigenindicator import (
    Feitkeuzes,
    dag_van,
    eigen_indicator,
    feitkeuzes,
    feitnaam,
)
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import Stand, naam_van, tabel_uit, volgorde
from samendoen.cijfers.rules.keuze import Keuze, als_woord
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN, Sleutel
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Domeinfout

Lijst = list[tuple[str, str]]
JAREN_MET_KWARTALEN = 2
"""Of so many years one may choose a quarter."""


@dataclass(frozen=True, slots=True)
class Lijsten:
    """The lists of the form, as pairs of code and name; `waarden` per column that is chosen to pick by."""

    feiten: Lijst
    maten: Lijst
    kolommen: Lijst
    dagen: Lijst
    perioden: Lijst
    filters: Lijst
    waarden: Mapping[str, Lijst]


def lijsten(van: Stand, keuze: Keuze) -> Lijsten:
    """Return what somebody may choose, given what they chose so far, from the figures of `van`."""
    feiten = feiten_van(van)
    if keuze.feit not in dict(feiten):
        return Lijsten(feiten, [], [], [], [], [], {})
    feit = feitkeuzes(keuze.feit)
    mag = _kolommen(van, feit)
    maten = list(feit.maten.items())
    filters = [naam for naam in mag if naam not in PERIODEDELEN]
    return Lijsten(
        feiten=feiten,
        maten=maten if van.publicatie is None else maten[:1],
        kolommen=[(naam, feit.kolommen[naam]) for naam in mag],
        dagen=[(naam, uitsplitsingsnaam(naam)) for naam in feit.dagen] if van.publicatie is None else [],
        perioden=_perioden(van, feit, keuze),
        filters=[(naam, feit.kolommen[naam]) for naam in filters],
        waarden={naam: _waarden(van, feit, naam) for naam, _waarde in keuze.alleen if naam in filters},
    )


def feiten_van(van: Stand) -> Lijst:
    """Return the facts that questions can be about: those in the snapshot, or on a sheet."""
    alle = [(naam, soort) for naam, soort in stekkers.feit if _is_erin(van, naam)]
    namen = [(naam, feitnaam(soort)) for naam, soort in alle]
    return sorted(((naam, tekst[:1].upper() + tekst[1:]) for naam, tekst in namen), key=lambda paar: paar[1])


def _is_erin(van: Stand, feit: str) -> bool:
    if van.peiling is not None:
        return feit in van.peiling.feiten
    return van.publicatie is not None and any(is_uit(van.publicatie, b) for b in bladen_van(feit))


def _kolommen(van: Stand, feit: Feitkeuzes) -> list[str]:
    if van.publicatie is None:
        return list(feit.kolommen)
    op_bladen = {naam for blad in bladen_van(feit.soort.naam) for naam in blad.per}
    return [naam for naam in feit.kolommen if naam in op_bladen]


def _perioden(van: Stand, feit: Feitkeuzes, keuze: Keuze) -> Lijst:
    """Return the years that have figures, newest first, and of the newest the quarters."""
    if not feit.dagen or (van.publicatie is not None and "jaar" not in _kolommen(van, feit)):
        return []
    try:
        dag = dag_van(feit, keuze)
    except Domeinfout:
        dag = feit.dagen[0]
    jaren = [str(jaar) for jaar in _sleutels(van, feit, "jaar", dag) if jaar is not None][::-1]
    uit: Lijst = []
    for nummer, jaar in enumerate(jaren):
        uit.append((jaar, jaar))
        if van.publicatie is None and nummer < JAREN_MET_KWARTALEN:
            woorden = [(k, _("%(jaar)s, kwartaal %(k)s") % {"jaar": jaar, "k": k}) for k in (1, 2, 3, 4)]
            uit += [(f"{jaar}-K{k}", tekst) for k, tekst in woorden]
    return uit


def _waarden(van: Stand, feit: Feitkeuzes, kolom: str) -> Lijst:
    noem = naam_van(eigen_indicator(feit, Keuze(feit.soort.naam)), kolom)
    return [(als_woord(s), _tekst(noem(s))) for s in _sleutels(van, feit, kolom, "")]


def _tekst(naam: Sleutel) -> str:
    if naam is None:
        return _("onbekend")
    return (_("ja") if naam else _("nee")) if isinstance(naam, bool) else str(naam)


def _sleutels(van: Stand, feit: Feitkeuzes, kolom: str, dag: str) -> Sequence[Sleutel]:
    """Return the values of a column that the figures hold, in their order."""
    if van.publicatie is None:
        tabel = tabel_uit(van, eigen_indicator(feit, Keuze(feit.soort.naam, dag=dag)), [kolom])
        return [rij.sleutels[0] for rij in tabel.rijen]
    for blad in bladen_van(feit.soort.naam):
        if kolom in blad.per and is_uit(van.publicatie, blad):
            sleutels = [cel.sleutels[0] for cel in cellen(van.publicatie, blad, [kolom], {})]
            return sorted(sleutels, key=lambda s: volgorde(s, {}))
    return []


def passend(keuze: Keuze, gekozen: Lijsten) -> Keuze:
    """Return a choice without what does not fit any more: somebody chose another fact, or another column to
    pick by."""
    kolommen, maten = dict(gekozen.kolommen), dict(gekozen.maten)
    alleen = [(k, w, dict(gekozen.waarden[k])) for k, w in keuze.alleen if k in gekozen.waarden]
    return replace(
        keuze,
        maat=keuze.maat if keuze.maat in maten else "aantal",
        rijen=keuze.rijen if keuze.rijen in kolommen else "",
        kolommen=keuze.kolommen if keuze.kolommen in kolommen else "",
        dag=keuze.dag if keuze.dag in dict(gekozen.dagen) else "",
        periode=keuze.periode if keuze.periode in dict(gekozen.perioden) else "",
        alleen=tuple((k, w if w in waarden else "") for k, w, waarden in alleen),
    )


def bewaarde_vragen(door: Actor) -> Sequence[Mapping[str, str]]:
    """Return the questions that this person keeps, by name: id, name and address."""
    rijen = Eigenvraag.objects.filter(gebruiker=door.id).order_by("naam")
    return [{"id": str(pk), "naam": n, "adres": a} for pk, n, a in rijen.values_list("pk", "naam", "adres")]
