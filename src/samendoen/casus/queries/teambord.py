"""The team leader's board: who carries what, who has room, who is away; and the caseload of one colleague."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.access import eigen_rollen, mag_schrijven, niet_gevonden, te_lezen
from samendoen.casus.definities import Caseload, eigen_caseload
from samendoen.casus.models import Regie
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.rules import Ruimte, Status, Taakrol, draagkracht, procent, ruimte
from samendoen.kernel.api import Actor, Permissie, klok, log_inzage, wie_mag
from samendoen.organisatie.api import (
    Afwezigheidwaarde,
    Bezettingwaarde,
    TeamWaarde,
    bezetting,
    teamfte,
    teams_bij_code,
)
from samendoen.schil.api import datum_lang, status
from samendoen.toegang.api import Wachtkop, wachtkop

PER_COLLEGA = 12
"""Casussen shown of each colleague; the page of that colleague has them all."""
WACHTENDEN = 12
MEESTE = 200
"""Casussen that one transfer page shows."""
RUIMTEVORM = {Ruimte.RUIMTE: "ok", Ruimte.BIJNA_VOL: "waarschuwing", Ruimte.VOL: "fout"}


@dataclass(frozen=True, slots=True)
class Casusregel:
    """A casus as the board shows it. `keuze` is what a form sends: the casus and who directs it."""

    id: int
    url: str
    naam: str
    zwaarte: str
    geopend: str
    keuze: str


@dataclass(frozen=True, slots=True)
class Collegabeeld:
    """A column of the board. `kan_ontvangen`: a member of the team who may direct; somebody who left it may
    only give."""

    id: int
    naam: str
    functie: str
    uren: str
    aantal: str
    belasting: str
    procent: int
    ruimte: SafeString
    afwezig: str
    kan_ontvangen: bool
    casussen: tuple[Casusregel, ...]
    meer: int
    url: str


@dataclass(frozen=True, slots=True)
class Bordbeeld:
    """The whole board of a team."""

    code: str
    naam: str
    teams: tuple[tuple[str, str], ...]
    samen: str
    collegas: tuple[Collegabeeld, ...]
    ontvangers: tuple[tuple[int, str], ...]
    wachten: Wachtkop


@dataclass(frozen=True, slots=True)
class Caseloadbeeld:
    """Everything of one colleague in a team, to hand over."""

    team: TeamWaarde
    van_id: int
    van: str
    afwezig: str
    casussen: tuple[Casusregel, ...]
    meer: int
    ontvangers: tuple[tuple[int, str], ...]


def eigen_teams(door: Actor) -> dict[str, TeamWaarde]:
    """Return today's teams of this leader, by code."""
    return {c: t for c, t in teams_bij_code(klok.vandaag()).items() if t.groep_id in door.groepen}


def eigen_team(door: Actor, code: str) -> tuple[TeamWaarde, dict[str, TeamWaarde]]:
    """Return this team and all of this leader's teams; NietGevonden when it is not one of those."""
    teams = eigen_teams(door)
    if code not in teams:
        raise niet_gevonden()
    return teams[code], teams


def teambord(door: Actor, code: str) -> Bordbeeld:
    """Return the board of one of one's own teams; NietGevonden for another. Logged.

    The number of queries does not depend on how many casussen or colleagues there are.
    """
    team, teams = eigen_team(door, code)
    definitie = eigen_caseload()
    mensen = bezetting(team.groep_id)
    bevoegd = wie_mag(Permissie.CASUS_WERKEN, [m.id for m in mensen], klok.vandaag())
    leden = [m for m in mensen if m.id in bevoegd]
    tel = _tellingen(team, [m.id for m in leden])
    weg = [Bezettingwaarde(pk, naam, "", None, None) for pk, naam in tel.zonder(leden)]
    regels = _casussen(door, team, definitie, [m.id for m in (*leden, *weg)])
    wachten = wachtkop(door, code, WACHTENDEN)
    log_inzage(door, "teambord", {*regels.dossiers, *(int(r["dossier"]) for r in wachten.rijen)})
    return Bordbeeld(
        code=code,
        naam=team.naam,
        teams=tuple((t.code, t.naam) for t in teams.values()),
        samen=_samen(team, tel, definitie),
        collegas=tuple(
            _collega(m, tel, regels, definitie, team, lid=m.id in bevoegd) for m in (*leden, *weg)
        ),
        ontvangers=tuple((m.id, m.naam) for m in leden),
        wachten=wachten,
    )


@dataclass(frozen=True, slots=True)
class _Tellingen:
    """Running casussen per colleague and intensity: in this team, and of its members in other teams."""

    hier: dict[int, dict[str, int]]
    elders: dict[int, dict[str, int]]
    namen: dict[int, str]

    def zonder(self, leden: Sequence[Bezettingwaarde]) -> list[tuple[int, str]]:
        """Return (user, name) of who directs here and is no member (any more)."""
        bekend = {m.id for m in leden}
        return sorted(((pk, self.namen[pk]) for pk in self.hier if pk not in bekend), key=lambda p: p[1])


def _tellingen(team: TeamWaarde, leden: Iterable[int]) -> _Tellingen:
    """Count in two queries: one condition on team or colleague would go over every direction there is."""
    lopend = Regie.objects.filter(rol=Taakrol.REGISSEUR, tot=None, casus__status=Status.OPEN)
    tel = _Tellingen({}, {}, {})
    hier, elders = Q(casus__team=team.id), ~Q(casus__team=team.id) & Q(gebruiker__in=list(leden))
    for waar, welke in ((tel.hier, hier), (tel.elders, elders)):
        per = lopend.filter(welke).values_list("gebruiker_id", "gebruiker__naam", "casus__intensiteit")
        for wie, naam, code, n in per.annotate(n=Count("pk")).order_by("gebruiker_id"):
            waar.setdefault(wie, {})[code] = n
            tel.namen[wie] = naam
    return tel


def _punten(per_code: dict[str, int], definitie: Caseload) -> Decimal:
    return sum((definitie.van(code).gewicht * n for code, n in per_code.items()), Decimal(0))


@dataclass(frozen=True, slots=True)
class _Regels:
    per: dict[int, list[Casusregel]]
    dossiers: set[int]


def _casussen(
    door: Actor, team: TeamWaarde, definitie: Caseload, wie: Sequence[int], hoeveel: int = PER_COLLEGA
) -> _Regels:
    """Return the newest casussen of each of these in this team, of those that this actor may open."""
    rijen = Regie.objects.filter(
        gebruiker__in=wie, rol=Taakrol.REGISSEUR, tot=None, casus__status=Status.OPEN, casus__team=team.id
    )
    rang = Window(
        RowNumber(), partition_by=F("gebruiker_id"), order_by=[F("casus__geopend_op").desc(), "-casus_id"]
    )
    velden = ("casus_id", "gebruiker_id", "casus__geopend_op", "casus__intensiteit")
    ruw = list(
        rijen.annotate(rang=rang)
        .filter(rang__lte=hoeveel)
        .order_by("gebruiker_id", "rang")
        .values_list(*velden)
    )
    namen = namen_van_casussen(door, [casus for casus, *_rest in ruw])
    per: dict[int, list[Casusregel]] = defaultdict(list)
    stam = reverse("casus", args=[0]).removesuffix("0/")
    for casus, wie_nu, geopend, code in ruw:
        per[wie_nu].append(
            Casusregel(
                id=casus,
                url=f"{stam}{casus}/",
                naam=namen[casus][0] if casus in namen else _("Casus %(nr)s") % {"nr": casus},
                zwaarte=definitie.van(code).naam,
                geopend=datum_lang(geopend),
                keuze=f"{casus}.{wie_nu}",
            )
        )
    return _Regels(per, {dossier for _naam, dossier in namen.values()})


def _collega(
    m: Bezettingwaarde,
    tel: _Tellingen,
    regels: _Regels,
    definitie: Caseload,
    team: TeamWaarde,
    *,
    lid: bool,
) -> Collegabeeld:
    hier, elders = tel.hier.get(m.id, {}), tel.elders.get(m.id, {})
    n_hier, n_elders = sum(hier.values()), sum(elders.values())
    punten = _punten(hier, definitie) + _punten(elders, definitie)
    kan = draagkracht(m.uren, definitie.vol.uren_per_fte, definitie.vol.punten_per_fte)
    getoond = tuple(regels.per.get(m.id, ()))
    return Collegabeeld(
        id=m.id,
        naam=m.naam,
        functie=m.functie,
        uren=_uren(m, definitie) if lid else "",
        aantal=_aantal(n_hier, n_elders),
        belasting=_("%(punten)s van %(kan)s punten") % {"punten": getal(punten), "kan": getal(kan)},
        procent=procent(punten, kan),
        ruimte=_ruimte(m, punten, kan, definitie, lid=lid),
        afwezig=_afwezig(m.afwezig),
        kan_ontvangen=lid,
        casussen=getoond,
        meer=n_hier - len(getoond),
        url=reverse("caseload", args=[team.code, m.id]),
    )


def getal(waarde: Decimal) -> str:
    """Return points or hours in the reader's notation: "7,5", "18"."""
    tekst = f"{waarde:f}"
    return str(number_format(tekst.rstrip("0").rstrip(".") if "." in tekst else tekst))


def _uren(m: Bezettingwaarde, definitie: Caseload) -> str:
    if m.uren is None:
        return _("uren niet bekend, gerekend met %(n)s") % {"n": definitie.vol.uren_per_fte}
    return _("%(n)s uur per week") % {"n": getal(m.uren)}


def _aantal(hier: int, elders: int) -> str:
    zin = ngettext("%(n)s casus", "%(n)s casussen", hier) % {"n": hier}
    return _("%(zin)s, en %(n)s in een ander team") % {"zin": zin, "n": elders} if elders else zin


def _ruimte(
    m: Bezettingwaarde, punten: Decimal, kan: Decimal, definitie: Caseload, *, lid: bool
) -> SafeString:
    if not lid:
        return status("fout", _("Niet meer in dit team"))
    if m.afwezig and m.afwezig.van <= klok.vandaag():
        return status("pauze", _("Afwezig"))
    woorden = {
        Ruimte.RUIMTE: _("Heeft ruimte"),
        Ruimte.BIJNA_VOL: _("Bijna vol"),
        Ruimte.VOL: _("Vol"),
    }
    stand = ruimte(punten, kan, definitie.vol.bijna_vol_procent)
    return status(RUIMTEVORM[stand], woorden[stand])


def _afwezig(weg: Afwezigheidwaarde | None) -> str:
    if weg is None:
        return ""
    woorden = {"van": datum_lang(weg.van), "tot": datum_lang(weg.tot) if weg.tot else ""}
    periode = _("Afwezig van %(van)s tot %(tot)s.") if weg.tot else _("Afwezig vanaf %(van)s.")
    vervanger = _("Vervanger: %(naam)s.") % {"naam": weg.vervanger} if weg.vervanger else _("Geen vervanger.")
    return f"{periode % woorden} {vervanger}"


def _samen(team: TeamWaarde, tel: _Tellingen, definitie: Caseload) -> str:
    """Return the load of the whole team beside what it has staff for."""
    alle = list(tel.hier.values())
    aantal = sum(sum(per.values()) for per in alle)
    punten = sum((_punten(per, definitie) for per in alle), Decimal(0))
    zin = ngettext(
        "%(n)s lopende casus, samen %(punten)s punten.",
        "%(n)s lopende casussen, samen %(punten)s punten.",
        aantal,
    ) % {"n": aantal, "punten": getal(punten)}
    fte = teamfte(team.id)
    if fte is None:
        return zin
    kan = fte * definitie.vol.punten_per_fte
    vol = _("Het team heeft %(fte)s fte: plaats voor %(kan)s punten.") % {
        "fte": getal(fte),
        "kan": getal(kan),
    }
    return f"{zin} {vol}"


def caseload(door: Actor, code: str, gebruiker_id: int) -> Caseloadbeeld:
    """Return all that one colleague directs in one of one's own teams; NietGevonden for another team, or for
    somebody who is no member and directs nothing there. Logged."""
    team, _teams = eigen_team(door, code)
    definitie = eigen_caseload()
    mensen = {m.id: m for m in bezetting(team.groep_id)}
    regels = _casussen(door, team, definitie, [gebruiker_id], MEESTE)
    casussen = tuple(regels.per.get(gebruiker_id, ()))
    tel = _tellingen(team, [])
    lid = mensen.get(gebruiker_id)
    if lid is None and gebruiker_id not in tel.hier:
        raise niet_gevonden()
    bevoegd = wie_mag(Permissie.CASUS_WERKEN, list(mensen), klok.vandaag())
    log_inzage(door, "caseload", regels.dossiers)
    return Caseloadbeeld(
        team=team,
        van_id=gebruiker_id,
        van=lid.naam if lid else tel.namen[gebruiker_id],
        afwezig=_afwezig(lid.afwezig) if lid else "",
        casussen=casussen,
        meer=sum(tel.hier.get(gebruiker_id, {}).values()) - len(casussen),
        ontvangers=tuple((m.id, m.naam) for m in mensen.values() if m.id in bevoegd and m.id != gebruiker_id),
    )


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Say on the page of a casus how heavy it is, and lead to who may change that."""
    casus = te_lezen(door, onderwerp_id)
    if casus is None or casus.status != Status.OPEN:
        return ""
    code = casus.intensiteit
    gegevens: dict[str, Any] = {
        "zwaarte": eigen_caseload().van(code).naam,
        "gekozen": bool(code),
        "url": reverse("casus_intensiteit", args=[onderwerp_id]) if _mag_oordelen(door, onderwerp_id) else "",
    }
    return render_to_string("casus/paneel_zwaarte.html", gegevens)


def _mag_oordelen(door: Actor, casus_id: int) -> bool:
    if not door.mag(Permissie.CASUS_WERKEN):
        return False
    schrijft = mag_schrijven(door, casus_id)
    if not schrijft or door.mag(Permissie.REGIE_TOEWIJZEN):
        return schrijft
    return Taakrol.REGISSEUR in eigen_rollen(door, casus_id)
