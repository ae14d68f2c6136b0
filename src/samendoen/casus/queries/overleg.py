"""Meetings of case tables as screens show them: the list, one meeting, its agenda.

What stands on an agenda is shown to who may open the dossier; to others it is a number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen
from samendoen.casus.actions.overlegrechten import eigen_overleggen, haal_overleg
from samendoen.casus.definities import Tafel, tafels
from samendoen.casus.models import AFZEGREDENEN, PUNTSTATUSSEN, Agendapunt, Deelnemer, Overleg
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.queries.overlegnieuw import Nieuwegroep, groepen, nieuwe_ids
from samendoen.casus.rules import Afzegreden, Puntstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Permissie, klok, log_inzage
from samendoen.organisatie.api import medewerkers_van, teamnaam, teamnamen, teams_bij_code
from samendoen.schil.api import datum_lang, status
from samendoen.toegang.api import meldingkernen

STATUSVORM = {
    Puntstatus.OPEN: "loopt",
    Puntstatus.BESPROKEN: "ok",
    Puntstatus.VERPLAATST: "neutraal",
}


@dataclass(frozen=True, slots=True)
class Puntregel:
    """An item of an agenda. `naam` and everything after it are empty for who may not open the dossier."""

    id: int
    nummer: str
    naam: str
    url: str
    vraag: str
    status: SafeString
    uitkomst: str
    verslag: str
    open: bool


@dataclass(frozen=True, slots=True)
class Deelnemerregel:
    """Who sits at a meeting."""

    id: int
    naam: str
    onder: str


@dataclass(frozen=True, slots=True)
class Overlegbeeld:
    """One meeting. `punten` wait, `klaar` were discussed or moved; `over` are items of earlier or cancelled
    meetings that nobody discussed or moved. `afgezegd` is why it is not held."""

    id: int
    tafel: Tafel | None
    naam: str
    team: str
    dag: str
    voorzitter: str
    deelnemers: tuple[Deelnemerregel, ...]
    punten: tuple[Puntregel, ...]
    klaar: tuple[Puntregel, ...]
    nieuw: tuple[Nieuwegroep, ...]
    aantal_nieuw: int
    over: tuple[Puntregel, ...]
    afgezegd: str
    afgezegd_op: str
    werkt: bool

    @property
    def wijzigbaar(self) -> bool:
        """Return whether this reader may change something of a meeting that is held."""
        return self.werkt and not self.afgezegd


Verwijzing = tuple[str, str, str, bool]
"""(address, day, team, whether it was cancelled)."""


@dataclass(frozen=True, slots=True)
class Tafelregel:
    """A table in the list: its next meetings, and how much waits without a meeting to discuss it: new
    questions (`wacht`) and items of earlier or cancelled meetings (`blijft`)."""

    code: str
    naam: str
    ritme: str
    uitleg: str
    overleggen: tuple[Verwijzing, ...]
    eerder: tuple[Verwijzing, ...]
    wacht: int
    blijft: int


def tafelnaam(code: str) -> str:
    """Return the name of a table; its code when the definitions no longer know it."""
    tafel = tafels().get(code)
    return tafel.naam if tafel else code


def overzicht(door: Actor) -> tuple[Tafelregel, ...]:
    """Return every table with one's own meetings, those to come first. Four queries and one for each own
    team of a table that fills itself."""
    rijen = list(eigen_overleggen(door).order_by("op", "pk"))
    teams, eigen = teamnamen(), _eigen_teams(door)
    open_ = _open_per_tafel(eigen)
    return tuple(
        _tafelregel(tafel, [r for r in rijen if r.tafel == tafel.code], teams, eigen, open_)
        for tafel in tafels().values()
    )


def _tafelregel(
    tafel: Tafel,
    van: Sequence[Overleg],
    teams: dict[str, str],
    eigen: Sequence[int],
    open_: dict[tuple[str, int], int],
) -> Tafelregel:
    vandaag = klok.vandaag()
    zonder = [team for team in eigen if _geen_volgend(van, team)]
    return Tafelregel(
        code=tafel.code,
        naam=tafel.naam,
        ritme=tafel.ritme,
        uitleg=tafel.uitleg,
        overleggen=tuple(_verwijzing(r, teams) for r in van if r.op >= vandaag),
        eerder=tuple(_verwijzing(r, teams) for r in reversed(van) if r.op < vandaag)[:5],
        wacht=sum(len(nieuwe_ids(tafel, team)) for team in zonder),
        blijft=sum(open_.get((tafel.code, team), 0) for team in zonder),
    )


def _open_per_tafel(teams: Sequence[int]) -> dict[tuple[str, int], int]:
    """Return (table, team) -> how many items nobody discussed or moved. One query."""
    rijen = Agendapunt.objects.filter(status=Puntstatus.OPEN, overleg__team__in=teams)
    tel = rijen.values("overleg__tafel", "overleg__team").annotate(n=Count("pk")).order_by()
    return {(r["overleg__tafel"], r["overleg__team"]): r["n"] for r in tel}


def _verwijzing(rij: Overleg, teams: dict[str, str]) -> Verwijzing:
    team = teams.get(rij.team.code, rij.team.code)
    return reverse("overleg", args=[rij.pk]), datum_lang(rij.op), team, rij.afgezegd_op is not None


def _eigen_teams(door: Actor) -> list[int]:
    alle = teams_bij_code(klok.vandaag()).values()
    return [team.id for team in alle if team.groep_id in door.groepen]


def _geen_volgend(van: Iterable[Overleg], team_id: int) -> bool:
    return not any(r.team_id == team_id and r.op >= klok.vandaag() and r.afgezegd_op is None for r in van)


def overlegbeeld(door: Actor, overleg_id: int, *, kaal: bool = False) -> Overlegbeeld:
    """Return one of one's own meetings; logged. NietGevonden otherwise. `kaal`: numbers alone, for paper that
    goes round a table with people from outside."""
    rij = haal_overleg(door, overleg_id)
    tafel = tafels().get(rij.tafel)
    punten = list(Agendapunt.objects.filter(overleg=rij).order_by("pk"))
    aan_de_beurt = _aan_de_beurt(rij)
    over = list(_blijft_over(rij)) if aan_de_beurt else []
    nieuw = nieuwe_ids(tafel, rij.team_id) if tafel and aan_de_beurt else []
    wie = _wie(door, [] if kaal else [*punten, *over])
    kernen = {} if kaal else meldingkernen(door, nieuw)
    genoemd = namen(door, [k.persoon_id for k in kernen.values()])
    dossiers = {p.dossier_id for p in (*punten, *over) if p.pk in wie}
    log_inzage(door, "overleg", sorted(dossiers | {k.dossier_id for k in kernen.values()}))
    regels = [puntregel(p, wie, tafel) for p in punten]
    return Overlegbeeld(
        id=rij.pk,
        tafel=tafel,
        naam=tafel.naam if tafel else rij.tafel,
        team=teamnaam(rij.team.code),
        dag=datum_lang(rij.op),
        voorzitter=rij.voorzitter.naam if rij.voorzitter else "",
        deelnemers=_deelnemers(rij),
        punten=tuple(r for r in regels if r.open),
        klaar=tuple(r for r in regels if not r.open),
        nieuw=groepen(nieuw, kernen, genoemd, alles=kaal),
        aantal_nieuw=len(nieuw),
        afgezegd=str(AFZEGREDENEN[Afzegreden(rij.afgezegd_reden)]) if rij.afgezegd_op else "",
        afgezegd_op=datum_lang(rij.afgezegd_op) if rij.afgezegd_op else "",
        over=tuple(puntregel(p, wie, tafel) for p in over),
        werkt=door.mag(Permissie.CASUS_WERKEN),
    )


def open_punten(overleg_id: int) -> int:
    """Return how many items of a meeting that was authorised nobody discussed yet."""
    return Agendapunt.objects.filter(overleg=overleg_id, status=Puntstatus.OPEN).count()


def _aan_de_beurt(rij: Overleg) -> bool:
    """Tell whether this is the next meeting of its table and team."""
    komt = Overleg.objects.filter(tafel=rij.tafel, team=rij.team_id, op__gte=klok.vandaag())
    komt = komt.filter(afgezegd_op=None)
    eerste = komt.order_by("op").values_list("pk", flat=True).first()
    return eerste == rij.pk


def _blijft_over(rij: Overleg) -> QuerySet[Agendapunt]:
    eerder = Agendapunt.objects.filter(
        Q(overleg__op__lt=rij.op) | Q(overleg__afgezegd_op__isnull=False),
        overleg__tafel=rij.tafel,
        overleg__team=rij.team_id,
    )
    return eerder.filter(status=Puntstatus.OPEN.value).order_by("overleg__op", "pk")


def _wie(door: Actor, punten: Sequence[Agendapunt]) -> dict[int, str]:
    """Return item -> the words by which people recognise it, of those whose dossier this actor may open."""
    leesbaar = binnen(Agendapunt.objects.filter(pk__in=[p.pk for p in punten]), door)
    mag = set(leesbaar.values_list("pk", flat=True))
    casussen = namen_van_casussen(door, [p.casus_id for p in punten if p.casus_id and p.pk in mag])
    personen = namen(door, [p.inwoner_id for p in punten if p.melding_id and p.pk in mag])
    return {
        p.pk: casussen.get(p.casus_id, ("", 0))[0] if p.casus_id else personen.get(p.inwoner_id, "")
        for p in punten
        if p.pk in mag
    }


def nummer(punt: Agendapunt) -> str:
    """Return by which number an item is known to everybody."""
    if punt.casus_id:
        return _("Casus %(nr)s") % {"nr": punt.casus_id}
    return _("Melding %(nr)s") % {"nr": punt.melding_id}


def puntregel(punt: Agendapunt, wie: dict[int, str], tafel: Tafel | None) -> Puntregel:
    """Return a line of an agenda; of what is not in `wie` a number and where it stands."""
    mag = punt.pk in wie
    stand = Puntstatus(punt.status)
    uitkomsten = tafel.uitkomsten() if tafel else {}
    return Puntregel(
        id=punt.pk,
        nummer=nummer(punt),
        naam=wie.get(punt.pk, ""),
        url=reverse("overleg_punt", args=[punt.pk]) if mag else "",
        vraag=punt.vraag if mag else "",
        status=status(STATUSVORM[stand], str(PUNTSTATUSSEN[stand])),
        uitkomst=uitkomsten.get(punt.uitkomst, punt.uitkomst) if mag else "",
        verslag=punt.verslag if mag else "",
        open=stand is Puntstatus.OPEN,
    )


def _deelnemers(rij: Overleg) -> tuple[Deelnemerregel, ...]:
    mensen = Deelnemer.objects.filter(overleg=rij).select_related("gebruiker").order_by("pk")
    return tuple(Deelnemerregel(d.pk, *deelnemernaam(d)) for d in mensen)


def deelnemernaam(d: Deelnemer) -> tuple[str, str]:
    """Return (name, organisation): "" for a colleague."""
    return (d.gebruiker.naam, "") if d.gebruiker else (d.naam, d.organisatie)


def te_kiezen_overleggen(vanaf: date, behalve: int = 0) -> list[tuple[int, str]]:
    """Return the meetings of all teams from a day on, to choose one: (id, table, team and day)."""
    teams = teamnamen()
    rijen = Overleg.objects.filter(op__gte=vanaf, afgezegd_op=None).exclude(pk=behalve).select_related("team")
    return [
        (r.pk, f"{tafelnaam(r.tafel)}, {teams.get(r.team.code, r.team.code)}, {datum_lang(r.op)}")
        for r in rijen.order_by("op", "pk")[:60]
    ]


def collegas() -> list[tuple[int, str]]:
    """Return the colleagues of all teams who may sit at a meeting, by name: for a choice."""
    groepen = [team.groep_id for team in teams_bij_code(klok.vandaag()).values()]
    return [(m.id, m.naam) for m in medewerkers_van(groepen)]


def eigen_teams(door: Actor) -> list[tuple[str, str]]:
    """Return one's own teams (code, name): for a choice."""
    alle = teams_bij_code(klok.vandaag()).values()
    return [(team.code, team.naam) for team in alle if team.groep_id in door.groepen]
