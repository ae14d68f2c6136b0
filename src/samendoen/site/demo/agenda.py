"""In which week what is written down: everything that was decided, by the Friday of its week."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date

from samendoen.site.demo.deur import Deurloop, Keuze
from samendoen.site.demo.mensen import Gezin
from samendoen.site.demo.plan import vrijdag


@dataclass(slots=True)
class Week:
    """What is written down on one Friday, in this order.

    A week's work at once: five times fewer transactions than day by day (decision record 0005).
    """

    gezinnen: list[Gezin] = field(default_factory=list)
    nieuw: list[Deurloop] = field(default_factory=list)
    bevestigd: list[Deurloop] = field(default_factory=list)
    getrieerd: list[tuple[Deurloop, Keuze]] = field(default_factory=list)
    opgevolgd: list[Deurloop] = field(default_factory=list)
    opnieuw_getrieerd: list[tuple[Deurloop, Keuze]] = field(default_factory=list)
    klaar: list[Deurloop] = field(default_factory=list)
    ingetrokken: list[Deurloop] = field(default_factory=list)

    @property
    def omvang(self) -> int:
        """How much is written, for the progress bar."""
        return sum(len(getattr(self, deel.name)) for deel in fields(self))


Agenda = dict[date, Week]


def maak_agenda(gezinnen: Iterable[tuple[date, Gezin]], vragen: Iterable[Deurloop]) -> Agenda:
    """Return the weeks by their Friday, in order."""
    weken: dict[date, Week] = defaultdict(Week)
    for dag, gezin in gezinnen:
        weken[vrijdag(dag)].gezinnen.append(gezin)
    for vraag in vragen:
        _zet_vraag(vraag, weken)
    return {dag: weken[dag] for dag in sorted(weken)}


def _zet_vraag(vraag: Deurloop, weken: dict[date, Week]) -> None:
    weken[vrijdag(vraag.melding.voorval.ontvangen_op)].nieuw.append(vraag)
    if vraag.bevestigd_op:
        weken[vrijdag(vraag.bevestigd_op)].bevestigd.append(vraag)
    for nummer, keuze in enumerate(vraag.keuzes):
        week = weken[vrijdag(keuze.op)]
        (week.opnieuw_getrieerd if nummer else week.getrieerd).append((vraag, keuze))
    if vraag.opgevolgd:
        weken[vrijdag(vraag.opgevolgd[0])].opgevolgd.append(vraag)
    if vraag.af:
        weken[vrijdag(vraag.af[1])].klaar.append(vraag)
    if vraag.ingetrokken_op:
        weken[vrijdag(vraag.ingetrokken_op)].ingetrokken.append(vraag)
