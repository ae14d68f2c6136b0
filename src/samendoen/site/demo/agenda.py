"""In which week what is written down: everything that was decided, by the Friday of its week."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date

from samendoen.site.demo.deur import Deurloop, Keuze
from samendoen.site.demo.levensloop import LOOPT, Meldingloop
from samendoen.site.demo.mensen import Gezin
from samendoen.site.demo.plan import schrijfdag
from samendoen.site.demo.traject import Traject, Versie, Verzoek


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
    geopend: list[Traject] = field(default_factory=list)
    tweede: list[Traject] = field(default_factory=list)
    toegevoegd: list[Meldingloop] = field(default_factory=list)
    acties_klaar: list[Versie] = field(default_factory=list)
    geschreven: list[Versie] = field(default_factory=list)
    vastgesteld: list[Versie] = field(default_factory=list)
    gevraagd: list[Verzoek] = field(default_factory=list)
    aanvraag_ingetrokken: list[Verzoek] = field(default_factory=list)
    besloten: list[Verzoek] = field(default_factory=list)
    bekend: list[Verzoek] = field(default_factory=list)
    toegewezen: list[Verzoek] = field(default_factory=list)
    klaar: list[Deurloop] = field(default_factory=list)
    ingetrokken: list[Deurloop] = field(default_factory=list)
    overgedragen: list[Traject] = field(default_factory=list)
    gesloten: list[Traject] = field(default_factory=list)

    @property
    def omvang(self) -> int:
        """How much is written, for the progress bar."""
        return sum(len(getattr(self, deel.name)) for deel in fields(self))


Agenda = dict[date, Week]


def maak_agenda(
    gezinnen: Iterable[tuple[date, Gezin]], vragen: Iterable[Deurloop], trajecten: Iterable[Traject]
) -> Agenda:
    """Return the weeks by their Friday, in order."""
    weken: dict[date, Week] = defaultdict(Week)
    for dag, gezin in gezinnen:
        weken[schrijfdag(dag)].gezinnen.append(gezin)
    for vraag in vragen:
        _zet_vraag(vraag, weken)
    for traject in trajecten:
        _zet_traject(traject, weken)
    return {dag: weken[dag] for dag in sorted(weken)}


def _zet_vraag(vraag: Deurloop, weken: dict[date, Week]) -> None:
    weken[schrijfdag(vraag.melding.voorval.ontvangen_op)].nieuw.append(vraag)
    if vraag.bevestigd_op:
        weken[schrijfdag(vraag.bevestigd_op)].bevestigd.append(vraag)
    for nummer, keuze in enumerate(vraag.keuzes):
        week = weken[schrijfdag(keuze.op)]
        (week.opnieuw_getrieerd if nummer else week.getrieerd).append((vraag, keuze))
    if vraag.opgevolgd:
        weken[schrijfdag(vraag.opgevolgd[0])].opgevolgd.append(vraag)
    if vraag.af:
        weken[schrijfdag(vraag.af[1])].klaar.append(vraag)
    if vraag.ingetrokken_op:
        weken[schrijfdag(vraag.ingetrokken_op)].ingetrokken.append(vraag)


def _zet_traject(traject: Traject, weken: dict[date, Week]) -> None:
    casus = traject.casus
    weken[schrijfdag(casus.opent_op)].geopend.append(traject)
    if traject.tweede:
        weken[schrijfdag(traject.tweede[1])].tweede.append(traject)
    for melding in casus.meldingen[1:]:
        assert melding.gekoppeld_op
        weken[schrijfdag(melding.gekoppeld_op)].toegevoegd.append(melding)
    for versie in traject.versies:
        if versie.gedaan:
            weken[schrijfdag(versie.op)].acties_klaar.append(versie)
        weken[schrijfdag(versie.op)].geschreven.append(versie)
        if versie.vastgesteld_op:
            weken[schrijfdag(versie.vastgesteld_op)].vastgesteld.append(versie)
    for verzoek in traject.verzoeken:
        _zet_verzoek(verzoek, weken)
    if traject.overgedragen:
        weken[schrijfdag(traject.overgedragen[1])].overgedragen.append(traject)
    if casus.einde != LOOPT:
        weken[schrijfdag(casus.einde)].gesloten.append(traject)


def _zet_verzoek(verzoek: Verzoek, weken: dict[date, Week]) -> None:
    weken[schrijfdag(verzoek.op)].gevraagd.append(verzoek)
    if verzoek.ingetrokken_op:
        weken[schrijfdag(verzoek.ingetrokken_op)].aanvraag_ingetrokken.append(verzoek)
    if verzoek.beslissing is None:
        return
    weken[schrijfdag(verzoek.beslissing.besloten_op)].besloten.append(verzoek)
    if verzoek.beslissing.bekend_op:
        weken[schrijfdag(verzoek.beslissing.bekend_op)].bekend.append(verzoek)
    if verzoek.beslissing.toegewezen_op:
        weken[schrijfdag(verzoek.beslissing.toegewezen_op)].toegewezen.append(verzoek)
