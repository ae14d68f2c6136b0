"""Time in a story: it goes by day after day, and every night the real worker does what the night asks."""

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta

from samendoen.kernel import klok
from samendoen.kernel.models import Gebruiker
from samendoen.werk.models import Taak
from tests.wachtrij import draai_na, stand

EEN_DAG = timedelta(days=1)
NACHT = time(4, 10)


class Verloop:
    """The days of one story. The test stands on a working day at nine; the nights before it have run."""

    def __init__(self, stapel: ExitStack) -> None:
        self._stapel = stapel
        self.nachten = 0
        self._gekend: set[int] = set()
        self._gekomen: dict[date, list[tuple[str, str]]] = {}

    def tot(self, dag: date) -> None:
        """Let every day through `dag` begin: each with its night, by the worker of `samendoen worker`."""
        while klok.vandaag() < dag:
            self._begin(klok.vandaag() + EEN_DAG)

    def spring(self, dag: date) -> None:
        """Stand on a day further on without the nights between: a stretch in which the story rests.

        The night of the day itself runs, so what fell due meanwhile is asked then.
        """
        assert klok.vandaag() < dag
        self._begin(dag)

    def gekomen(self) -> Mapping[date, list[tuple[str, str]]]:
        """Return, and forget, which tasks came in the nights since the last time: day -> (rule, whose)."""
        gekomen, self._gekomen = self._gekomen, {}
        return gekomen

    def _begin(self, dag: date) -> None:
        with klok.op(datetime.combine(dag, NACHT, klok.NEDERLAND)):
            assert stand(draai_na("werk.nieuwe_dag")) == ("succeeded", 1)
        self.nachten += 1
        self._stapel.close()
        self._stapel.enter_context(klok.op(dag))
        self._onthoud(dag)

    def _onthoud(self, dag: date) -> None:
        nieuw = Taak.objects.exclude(pk__in=self._gekend).select_related("groep", "gebruiker")
        for taak in nieuw.order_by("regel", "sleutel"):
            self._gekend.add(taak.pk)
            self._gekomen.setdefault(dag, []).append((_regel(taak), _van(taak)))


def _regel(taak: Taak) -> str:
    """Return the code of the rule; a task of an age names it in its key."""
    return taak.sleutel.partition(".")[0] if taak.regel == "leeftijd" else taak.regel


def _van(taak: Taak) -> str:
    """Return whose a task is: the code of a team, or the name of somebody."""
    if taak.groep is not None:
        return taak.groep.code
    gebruiker = taak.gebruiker
    assert isinstance(gebruiker, Gebruiker)
    return gebruiker.naam
