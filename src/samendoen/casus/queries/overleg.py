"""Meetings of case tables as screens show them: the list, one meeting, its agenda.

What stands on an agenda is shown to who may open the dossier; to others it is a number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen
from samendoen.casus.actions.overlegrechten import eigen_overleggen, haal_overleg
from samendoen.casus.definities import Tafel, tafels
from samendoen.casus.models import PUNTSTATUSSEN, Agendapunt, Deelnemer, Overleg
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.rules import Puntstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Permissie, klok, log_inzage
from samendoen.organisatie.api import medewerkers_van, teamnamen, teams_bij_code
from samendoen.schil.api import datum_kort, datum_lang, status
from samendoen.toegang.api import meldingkernen, nieuwe_meldingen

TERUGKIJKEN = timedelta(days=14)
"""How long before the first meeting of a table a question may have come in to be new for it."""
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
class Nieuweregel:
    """A question that came in and was at no meeting of this table yet."""

    melding: int
    naam: str
    ontvangen: str


@dataclass(frozen=True, slots=True)
class Deelnemerregel:
    """Who sits at a meeting."""

    id: int
    naam: str
    onder: str


@dataclass(frozen=True, slots=True)
class Overlegbeeld:
    """One meeting. `over` are items of earlier meetings that nobody discussed or moved."""

    id: int
    tafel: Tafel | None
    naam: str
    team: str
    dag: str
    voorzitter: str
    deelnemers: tuple[Deelnemerregel, ...]
    punten: tuple[Puntregel, ...]
    nieuw: tuple[Nieuweregel, ...]
    over: tuple[Puntregel, ...]
    werkt: bool


@dataclass(frozen=True, slots=True)
class Tafelregel:
    """A table in the list: its next meetings, and how much waits without a meeting to discuss it."""

    code: str
    naam: str
    ritme: str
    uitleg: str
    overleggen: tuple[tuple[str, str, str], ...]
    eerder: tuple[tuple[str, str, str], ...]
    wacht: int


def tafelnaam(code: str) -> str:
    """Return the name of a table; its code when the definitions no longer know it."""
    tafel = tafels().get(code)
    return tafel.naam if tafel else code


def overzicht(door: Actor) -> tuple[Tafelregel, ...]:
    """Return every table with one's own meetings, those to come first. Three queries and one for each own
    team of a table that fills itself."""
    vandaag = klok.vandaag()
    rijen = list(eigen_overleggen(door).order_by("op", "pk"))
    teams = teamnamen()
    uit = []
    for tafel in tafels().values():
        van = [r for r in rijen if r.tafel == tafel.code]
        komt = [_verwijzing(r, teams) for r in van if r.op >= vandaag]
        was = [_verwijzing(r, teams) for r in reversed(van) if r.op < vandaag]
        wacht = sum(len(_nieuwe_ids(tafel, team)) for team in _eigen_teams(door) if _geen_volgend(van, team))
        uit.append(
            Tafelregel(tafel.code, tafel.naam, tafel.ritme, tafel.uitleg, tuple(komt), tuple(was[:5]), wacht)
        )
    return tuple(uit)


def _verwijzing(rij: Overleg, teams: dict[str, str]) -> tuple[str, str, str]:
    return reverse("overleg", args=[rij.pk]), datum_lang(rij.op), teams.get(rij.team.code, rij.team.code)


def _eigen_teams(door: Actor) -> list[int]:
    alle = teams_bij_code(klok.vandaag()).values()
    return [team.id for team in alle if team.groep_id in door.groepen]


def _geen_volgend(van: Iterable[Overleg], team_id: int) -> bool:
    return not any(r.team_id == team_id and r.op >= klok.vandaag() for r in van)


def _nieuwe_ids(tafel: Tafel, team_id: int) -> list[int]:
    """Return the questions of a team that were at no meeting of this table yet. Two queries."""
    if not tafel.vult_zichzelf:
        return []
    eerste = Overleg.objects.filter(tafel=tafel.code, team=team_id).order_by("op").first()
    if eerste is None:
        return []
    sinds = min(eerste.op, klok.vandaag()) - TERUGKIJKEN
    gehad = set(
        Agendapunt.objects.filter(
            overleg__tafel=tafel.code, overleg__team=team_id, melding__isnull=False
        ).values_list("melding_id", flat=True)
    )
    return [pk for pk in nieuwe_meldingen(team_id, sinds, tafel.kanaal) if pk not in gehad]


def overlegbeeld(door: Actor, overleg_id: int, *, kaal: bool = False) -> Overlegbeeld:
    """Return one of one's own meetings; logged. NietGevonden otherwise. `kaal`: numbers alone, for paper that
    goes round a table with people from outside."""
    rij = haal_overleg(door, overleg_id)
    tafel = tafels().get(rij.tafel)
    punten = list(Agendapunt.objects.filter(overleg=rij).order_by("pk"))
    aan_de_beurt = _aan_de_beurt(rij)
    over = list(_blijft_over(rij)) if aan_de_beurt else []
    nieuw = _nieuwe_ids(tafel, rij.team_id) if tafel and aan_de_beurt else []
    wie = _wie(door, [] if kaal else [*punten, *over])
    kernen = {} if kaal else meldingkernen(door, nieuw)
    genoemd = namen(door, [k.persoon_id for k in kernen.values()])
    dossiers = {p.dossier_id for p in (*punten, *over) if p.pk in wie}
    log_inzage(door, "overleg", sorted(dossiers | {k.dossier_id for k in kernen.values()}))
    return Overlegbeeld(
        id=rij.pk,
        tafel=tafel,
        naam=tafel.naam if tafel else rij.tafel,
        team=teamnamen().get(rij.team.code, rij.team.code),
        dag=datum_lang(rij.op),
        voorzitter=rij.voorzitter.naam if rij.voorzitter else "",
        deelnemers=_deelnemers(rij),
        punten=tuple(puntregel(p, wie, tafel) for p in punten),
        nieuw=tuple(
            Nieuweregel(
                pk,
                genoemd.get(kernen[pk].persoon_id, "") if pk in kernen else "",
                datum_kort(kernen[pk].ontvangen_op) if pk in kernen else "",
            )
            for pk in nieuw
        ),
        over=tuple(puntregel(p, wie, tafel) for p in over),
        werkt=door.mag(Permissie.CASUS_WERKEN),
    )


def _aan_de_beurt(rij: Overleg) -> bool:
    """Tell whether this is the next meeting of its table and team."""
    komt = Overleg.objects.filter(tafel=rij.tafel, team=rij.team_id, op__gte=klok.vandaag())
    eerste = komt.order_by("op").values_list("pk", flat=True).first()
    return eerste == rij.pk


def _blijft_over(rij: Overleg) -> QuerySet[Agendapunt]:
    eerder = Agendapunt.objects.filter(
        overleg__tafel=rij.tafel, overleg__team=rij.team_id, overleg__op__lt=rij.op
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
    rijen = Overleg.objects.filter(op__gte=vanaf).exclude(pk=behalve).select_related("team")
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
