"""In which week what is written down: everything that was decided, by the Friday of its week."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date

from samendoen.site.demo.deur import Deurloop, Keuze
from samendoen.site.demo.kamers import Gebeurd, Stuk
from samendoen.site.demo.kamerverhalen import (
    Evaluatieverhaal,
    Meldcodeverhaal,
    Merkverhaal,
    Notitieverhaal,
    Onderzoeksverhaal,
    Partnerverhaal,
    Pogingverhaal,
    Puntverhaal,
    Stapverhaal,
    Taxatieverhaal,
    Wachtverhaal,
    Zwaarteverhaal,
)
from samendoen.site.demo.levensloop import LOOPT, Meldingloop
from samendoen.site.demo.mensen import Gezin
from samendoen.site.demo.plan import Schrijfritme
from samendoen.site.demo.traject import Traject, Versie, Verzoek


@dataclass(slots=True)
class Week:
    """What is written down on one Friday, in this order.

    A week's work at once: five times fewer transactions than day by day (decision record 0005). Longer
    ago it is four weeks' work.
    """

    gezinnen: list[Gezin] = field(default_factory=list)
    nieuw: list[Deurloop] = field(default_factory=list)
    bevestigd: list[Deurloop] = field(default_factory=list)
    getrieerd: list[tuple[Deurloop, Keuze]] = field(default_factory=list)
    gezocht: list[Stuk[Pogingverhaal]] = field(default_factory=list)
    opgevolgd: list[Deurloop] = field(default_factory=list)
    opnieuw_getrieerd: list[tuple[Deurloop, Keuze]] = field(default_factory=list)
    gewacht: list[Stuk[Wachtverhaal]] = field(default_factory=list)
    geopend: list[Traject] = field(default_factory=list)
    tweede: list[Traject] = field(default_factory=list)
    toegevoegd: list[Meldingloop] = field(default_factory=list)
    gemerkt: list[Stuk[Merkverhaal]] = field(default_factory=list)
    getaxeerd: list[Stuk[Taxatieverhaal]] = field(default_factory=list)
    meldcode_begonnen: list[Stuk[Meldcodeverhaal]] = field(default_factory=list)
    meldcode_stappen: list[Stuk[Stapverhaal]] = field(default_factory=list)
    meldcode_klaar: list[Stuk[Meldcodeverhaal]] = field(default_factory=list)
    onderzoek_begonnen: list[Stuk[Onderzoeksverhaal]] = field(default_factory=list)
    bevonden: list[Stuk[Onderzoeksverhaal]] = field(default_factory=list)
    geevalueerd: list[Stuk[Evaluatieverhaal]] = field(default_factory=list)
    acties_klaar: list[Versie] = field(default_factory=list)
    geschreven: list[Versie] = field(default_factory=list)
    vastgesteld: list[Versie] = field(default_factory=list)
    bij_partner: list[Stuk[Partnerverhaal]] = field(default_factory=list)
    verslagen: list[Stuk[Onderzoeksverhaal]] = field(default_factory=list)
    klaar: list[Deurloop] = field(default_factory=list)
    ingetrokken: list[Deurloop] = field(default_factory=list)
    gevraagd: list[Verzoek] = field(default_factory=list)
    aanvraag_ingetrokken: list[Verzoek] = field(default_factory=list)
    besloten: list[Verzoek] = field(default_factory=list)
    bekend: list[Verzoek] = field(default_factory=list)
    toegewezen: list[Verzoek] = field(default_factory=list)
    genoteerd: list[Stuk[Notitieverhaal]] = field(default_factory=list)
    gewogen: list[Stuk[Zwaarteverhaal]] = field(default_factory=list)
    geagendeerd: list[Stuk[Puntverhaal]] = field(default_factory=list)
    besproken: list[Stuk[Puntverhaal]] = field(default_factory=list)
    overgedragen: list[Traject] = field(default_factory=list)
    gesloten: list[Traject] = field(default_factory=list)

    @property
    def omvang(self) -> int:
        """How much is written, for the progress bar."""
        return sum(len(getattr(self, deel.name)) for deel in fields(self))


Agenda = dict[date, Week]


def maak_agenda(
    gezinnen: Iterable[tuple[date, Gezin]],
    vragen: Iterable[Deurloop],
    trajecten: Iterable[Traject],
    gebeurd: Iterable[Gebeurd],
    ritme: Schrijfritme,
) -> Agenda:
    """Return what is written on each Friday, in order."""
    indeler = _Indeler(ritme)
    for dag, gezin in gezinnen:
        indeler.op(dag).gezinnen.append(gezin)
    for vraag in vragen:
        indeler.zet_vraag(vraag)
    for traject in trajecten:
        indeler.zet_traject(traject)
    for stap, dag, stuk in gebeurd:
        getattr(indeler.op(dag), stap).append(stuk)
    return {dag: indeler.weken[dag] for dag in sorted(indeler.weken)}


class _Indeler:
    """Puts everything in the week in which it is written."""

    def __init__(self, ritme: Schrijfritme) -> None:
        self.weken: dict[date, Week] = defaultdict(Week)
        self._schrijfdag = ritme.schrijfdag

    def op(self, dag: date) -> Week:
        """Return the week in which is written what happened on this day."""
        return self.weken[self._schrijfdag(dag)]

    def zet_vraag(self, vraag: Deurloop) -> None:
        """Put everything that happens to one question at the front door."""
        self.op(vraag.melding.voorval.ontvangen_op).nieuw.append(vraag)
        if vraag.bevestigd_op:
            self.op(vraag.bevestigd_op).bevestigd.append(vraag)
        for nummer, keuze in enumerate(vraag.keuzes):
            week = self.op(keuze.op)
            (week.opnieuw_getrieerd if nummer else week.getrieerd).append((vraag, keuze))
        if vraag.opgevolgd:
            self.op(vraag.opgevolgd[0]).opgevolgd.append(vraag)
        if vraag.af:
            self.op(vraag.af[1]).klaar.append(vraag)
        if vraag.ingetrokken_op:
            self.op(vraag.ingetrokken_op).ingetrokken.append(vraag)

    def zet_traject(self, traject: Traject) -> None:
        """Put everything that happens in one casus."""
        casus = traject.casus
        self.op(casus.opent_op).geopend.append(traject)
        if traject.tweede:
            self.op(traject.tweede[1]).tweede.append(traject)
        for melding in casus.meldingen[1:]:
            assert melding.gekoppeld_op
            self.op(melding.gekoppeld_op).toegevoegd.append(melding)
        for versie in traject.versies:
            self._zet_versie(versie)
        for verzoek in traject.verzoeken:
            self._zet_verzoek(verzoek)
        if traject.overgedragen:
            self.op(traject.overgedragen[1]).overgedragen.append(traject)
        if casus.einde != LOOPT:
            self.op(casus.einde).gesloten.append(traject)

    def _zet_versie(self, versie: Versie) -> None:
        if versie.gedaan:
            self.op(versie.op).acties_klaar.append(versie)
        self.op(versie.op).geschreven.append(versie)
        if versie.vastgesteld_op:
            self.op(versie.vastgesteld_op).vastgesteld.append(versie)

    def _zet_verzoek(self, verzoek: Verzoek) -> None:
        self.op(verzoek.op).gevraagd.append(verzoek)
        if verzoek.ingetrokken_op:
            self.op(verzoek.ingetrokken_op).aanvraag_ingetrokken.append(verzoek)
        if verzoek.beslissing is None:
            return
        self.op(verzoek.beslissing.besloten_op).besloten.append(verzoek)
        if verzoek.beslissing.bekend_op:
            self.op(verzoek.beslissing.bekend_op).bekend.append(verzoek)
        if verzoek.beslissing.toegewezen_op:
            self.op(verzoek.beslissing.toegewezen_op).toegewezen.append(verzoek)
