"""In which week what is written down: everything that was decided, by the Friday of its week."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from samendoen.site.demo.levensloop import Levensloop, Meldingloop
from samendoen.site.demo.mensen import Gezin
from samendoen.site.demo.plan import vrijdag


@dataclass(slots=True)
class Week:
    """What is written down on one Friday, in this order.

    A week's work at once: five times fewer transactions than day by day (decision record 0005).
    """

    gezinnen: list[Gezin] = field(default_factory=list)
    nieuw: list[Meldingloop] = field(default_factory=list)
    klaar: list[Meldingloop] = field(default_factory=list)

    @property
    def omvang(self) -> int:
        """How much is written, for the progress bar."""
        return len(self.gezinnen) + len(self.nieuw) + len(self.klaar)


Agenda = dict[date, Week]


def maak_agenda(loop: Levensloop, vandaag: date) -> Agenda:
    """Return the weeks by their Friday, in order; what would happen on or after `vandaag` is left out."""
    weken: dict[date, Week] = defaultdict(Week)
    for dag, gezin in loop.gezinnen:
        weken[vrijdag(dag)].gezinnen.append(gezin)
    for melding in loop.meldingen:
        weken[vrijdag(melding.voorval.ontvangen_op)].nieuw.append(melding)
        if melding.voorval.klaar_op < vandaag:
            weken[vrijdag(melding.voorval.klaar_op)].klaar.append(melding)
    return {dag: weken[dag] for dag in sorted(weken)}
