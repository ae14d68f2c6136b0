"""What hangs together in a plan: goals with activities, activities with goals, aims with a measurement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samendoen.beleid.rules.controle import Bevinding, Vermoeden


@dataclass(frozen=True, slots=True)
class Activiteitkern:
    """An activity as far as this check goes."""

    titel: str
    resultaat: str = ""


@dataclass(frozen=True, slots=True)
class Doelkern:
    """A goal as far as this check goes.

    `streven`: when we are satisfied, or a figure that was promised; `gemeten`: there is an indicator or
    something that is counted or told. `gediend`: a goal of an agenda, with activities, serves it.
    """

    titel: str
    activiteiten: tuple[Activiteitkern, ...] = ()
    gediend: bool = False
    streven: str = ""
    gemeten: bool = False
    onvolledig: bool = False


def controleer_samenhang(
    tabel: str, doelen: Iterable[Doelkern], los: Iterable[Activiteitkern] = ()
) -> list[Bevinding]:
    """Return what hangs loose: a goal nothing is done for, an aim nothing measures, an activity for nothing.

    `los`: activities that stand under no goal. A goal whose activities stand in a document that is not there
    (`onvolledig`) is not blamed for it.
    """
    gevonden = [b for doel in doelen for b in _doel(tabel, doel)]
    gevonden += [_los(tabel, a.titel, Vermoeden.ZONDER_DOEL) for a in los]
    return gevonden


def _doel(tabel: str, doel: Doelkern) -> Iterator[Bevinding]:
    if not (doel.activiteiten or doel.gediend or doel.onvolledig):
        yield _los(tabel, doel.titel, Vermoeden.ZONDER_ACTIVITEIT)
    if doel.streven and not doel.gemeten:
        yield _los(tabel, doel.titel, Vermoeden.ZONDER_METING)
    for activiteit in doel.activiteiten:
        if not activiteit.resultaat:
            yield _los(tabel, activiteit.titel, Vermoeden.ZONDER_RESULTAAT)


def _los(tabel: str, titel: str, wat: Vermoeden) -> Bevinding:
    return Bevinding(tabel, titel, "samenhang", None, None, wat)
