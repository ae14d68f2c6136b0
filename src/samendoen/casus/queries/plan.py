"""A version of the plan as a screen shows it: by person and life domain, along the pyramid."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.access import binnen
from samendoen.casus.definities import gemisredenen, gemissoorten
from samendoen.casus.models import (
    ACTIESTATUSSEN,
    OORDELEN,
    PLANSTATUSSEN,
    SPREKERS,
    Actie,
    Akkoord,
    Doel,
    Plan,
)
from samendoen.casus.queries.mensen import Mens, Mensen
from samendoen.casus.rules import Actiestatus, Oordeel, Planstatus, Spreker
from samendoen.kaart.api import NIVEAUS, Ondersteuningsniveau, aanbod
from samendoen.kernel.api import Actor, klok, onthoud
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import datum_lang, status

PLANVORM = {
    Planstatus.CONCEPT: "info",
    Planstatus.VASTGESTELD: "ok",
    Planstatus.VERVANGEN: "neutraal",
    Planstatus.VERVALLEN: "neutraal",
}
ACTIEVORM = {Actiestatus.GEDAAN: "ok", Actiestatus.GESTOPT: "neutraal"}
OORDEELVORM = {Oordeel.AKKOORD: "ok", Oordeel.NIET_AKKOORD: "waarschuwing"}
PYRAMIDE = tuple(Ondersteuningsniveau)
"""Lightest first: what somebody can do oneself is the broad foot."""


@dataclass(frozen=True, slots=True)
class Actiebeeld:
    """An action, ready to show. `gewist`: its words are gone. `geschreven`: who wrote last, and when."""

    id: int
    kenmerk: UUID
    niveau: str
    niveaunaam: str
    teken: SafeString
    tekst: str
    wie: str
    periode: str
    van_op: date | None
    uiterlijk_op: date | None
    niet_lichter: str
    aanbod: str
    aanbod_url: str
    stand: SafeString | str
    loopt: bool
    gewist: bool
    geschreven: str = ""
    gemist: str = ""


@dataclass(frozen=True, slots=True)
class Doelbeeld:
    """A goal, ready to show; as Actiebeeld."""

    kenmerk: UUID
    persoon_id: int
    gebied: str
    tekst: str
    tevreden_als: str
    acties: tuple[Actiebeeld, ...]
    gewist: bool
    geschreven: str = ""


@dataclass(frozen=True, slots=True)
class Persoondeel:
    """Somebody's part of the plan."""

    mens: Mens
    doelen: tuple[Doelbeeld, ...]


@dataclass(frozen=True, slots=True)
class Akkoordbeeld:
    """What somebody thinks of the plan, and who must say so."""

    persoon_id: int
    naam: str
    beslist: str
    oordeel: str
    stand: SafeString
    onder: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Planbeeld:
    """A version, ready to show. `trap` counts the actions of each level, lightest first."""

    id: int
    versie: int
    concept: bool
    geldt: bool
    stand: SafeString
    sinds: str
    evaluatie: str
    delen: tuple[Persoondeel, ...]
    zonder: str
    trap: tuple[tuple[SafeString, str, str], ...]
    akkoorden: tuple[Akkoordbeeld, ...]

    @property
    def aantal_doelen(self) -> int:
        """Return how many goals this reader sees."""
        return sum(len(deel.doelen) for deel in self.delen)


def planbeeld(door: Actor, plan: Plan, mensen: Mensen) -> Planbeeld:
    """Return a version with the goals and words of those whose dossier this reader may read.

    Four queries, whatever the number of goals.
    """
    rijen = binnen(Doel.objects.filter(plan=plan), door).select_related("bijgewerkt_door")
    met = Prefetch("acties", Actie.objects.select_related("bijgewerkt_door"))
    doelen = list(rijen.order_by("volgorde", "pk").prefetch_related(met))
    acties = [a for d in doelen for a in d.acties.all()]
    per = _per_persoon(doelen, acties)
    delen = tuple(Persoondeel(m, tuple(per[m.persoon_id])) for m in mensen.bekend if m.persoon_id in per)
    zonder = [m.naam for m in mensen.bekend if m.persoon_id not in per]
    return Planbeeld(
        id=plan.pk,
        versie=plan.versie,
        concept=plan.status == Planstatus.CONCEPT,
        geldt=plan.status == Planstatus.VASTGESTELD,
        stand=status(PLANVORM[Planstatus(plan.status)], str(PLANSTATUSSEN[Planstatus(plan.status)])),
        sinds=datum_lang(plan.vastgesteld_op or plan.opgesteld_op),
        evaluatie=datum_lang(plan.evaluatie_op) if plan.evaluatie_op else "",
        delen=delen,
        zonder=", ".join(zonder),
        trap=_trap(acties),
        akkoorden=_akkoorden(plan, mensen.bekend),
    )


def _per_persoon(doelen: Iterable[Doel], acties: Sequence[Actie]) -> dict[int, list[Doelbeeld]]:
    gebieden = leefgebieden()
    genoemd = {a.aanbod_id for a in acties if a.aanbod_id}
    namen = {w.id: w.naam for w in aanbod(genoemd).values()} if genoemd else {}
    per: dict[int, list[Doelbeeld]] = {}
    for d in doelen:
        per.setdefault(d.inwoner_id, []).append(
            Doelbeeld(
                kenmerk=d.kenmerk,
                persoon_id=d.inwoner_id,
                gebied=gebieden.get(d.leefgebied, d.leefgebied),
                tekst=d.tekst,
                tevreden_als=d.tevreden_als,
                acties=tuple(_actie(a, namen) for a in _op_pyramide(d.acties.all())),
                gewist=not d.tekst,
                geschreven=_geschreven(d),
            )
        )
    return per


def _op_pyramide(acties: Iterable[Actie]) -> list[Actie]:
    return sorted(acties, key=lambda a: (PYRAMIDE.index(Ondersteuningsniveau(a.niveau)), a.volgorde, a.pk))


def _actie(a: Actie, aanbodnamen: Mapping[int, str]) -> Actiebeeld:
    niveau, stand = Ondersteuningsniveau(a.niveau), Actiestatus(a.status)
    loopt = stand is Actiestatus.AFGESPROKEN
    return Actiebeeld(
        id=a.pk,
        kenmerk=a.kenmerk,
        niveau=niveau.value,
        niveaunaam=str(NIVEAUS[niveau]),
        teken=niveauteken(niveau),
        tekst=a.tekst,
        wie=a.wie,
        periode=_periode(a),
        van_op=a.van,
        uiterlijk_op=a.uiterlijk,
        niet_lichter=a.niet_lichter,
        aanbod=aanbodnamen.get(a.aanbod_id or 0, ""),
        aanbod_url=reverse("aanbod", args=[a.aanbod_id]) if a.aanbod_id else "",
        stand="" if loopt else status(ACTIEVORM[stand], _afgerond(a)),
        loopt=loopt,
        gewist=not a.tekst,
        geschreven=_geschreven(a),
        gemist=_gemist(a),
    )


def _gemist(a: Actie) -> str:
    """Return which lighter offer was not available, and why; "" when that is not said."""
    if not a.gemist:
        return ""
    soort = gemissoorten().get(a.gemist, a.gemist)
    reden = gemisredenen().get(a.gemis_reden, a.gemis_reden)
    return f"{soort}. {reden}."


def _geschreven(rij: Doel | Actie) -> str:
    """Return "Joke Jansen, ma 3 juni 2024 10:12": who wrote in it last on a screen; "" for nobody."""
    if rij.bijgewerkt_door is None or rij.bijgewerkt_op is None:
        return ""
    op = rij.bijgewerkt_op.astimezone(klok.NEDERLAND)
    return f"{rij.bijgewerkt_door.naam}, {datum_lang(op.date())} {op:%H:%M}"


def _periode(a: Actie) -> str:
    """Return "uiterlijk ma 3 juni 2024", or from when until when somebody helps."""
    if a.van and a.uiterlijk:
        dagen = {"van": datum_lang(a.van), "tot": datum_lang(a.uiterlijk)}
        return _("van %(van)s tot en met %(tot)s") % dagen
    if a.van:
        return _("vanaf %(van)s") % {"van": datum_lang(a.van)}
    return _("uiterlijk %(dag)s") % {"dag": datum_lang(a.uiterlijk)} if a.uiterlijk else ""


def _afgerond(a: Actie) -> str:
    dag = datum_lang(a.afgerond_op) if a.afgerond_op else ""
    return f"{ACTIESTATUSSEN[Actiestatus(a.status)]} {dag}".strip()


@lru_cache(maxsize=8)
def niveauteken(niveau: Ondersteuningsniveau) -> SafeString:
    """Return a small pyramid of five layers with that of this level filled: its place says it without
    colour, and a word always stands beside it."""
    lagen = (
        (
            "cs-laag cs-laag--vol" if n == PYRAMIDE.index(niveau) else "cs-laag",
            f"M{2 * n} {19.5 - 4 * n}H{24 - 2 * n}l-1.6-3H{2 * n + 1.6}z",
        )
        for n in range(len(PYRAMIDE))
    )
    vormen = format_html_join("", '<path class="{}" d="{}"/>', lagen)
    return format_html(
        '<svg class="cs-pyramide" viewBox="0 0 24 20" width="24" height="20" aria-hidden="true" '
        'focusable="false">{}</svg>',
        vormen,
    )


def _trap(acties: Iterable[Actie]) -> tuple[tuple[SafeString, str, str], ...]:
    """Return (sign, name, "2 acties") of each level, lightest first, also of those without any."""
    telling = Counter(a.niveau for a in acties if a.status != Actiestatus.GESTOPT)
    return tuple(
        (
            niveauteken(niveau),
            str(NIVEAUS[niveau]),
            ngettext("%(n)s actie", "%(n)s acties", telling[niveau]) % {"n": telling[niveau]},
        )
        for niveau in PYRAMIDE
    )


def _akkoorden(plan: Plan, mensen: Iterable[Mens]) -> tuple[Akkoordbeeld, ...]:
    rijen = {a.inwoner_id: a for a in Akkoord.objects.filter(plan=plan)}
    return tuple(_akkoord(m, rijen.get(m.persoon_id)) for m in mensen)


def _akkoord(mens: Mens, a: Akkoord | None) -> Akkoordbeeld:
    if a is None:
        stand, onder = status("neutraal", _("Nog niet gevraagd")), ""
    else:
        stand = status(OORDEELVORM[Oordeel(a.oordeel)], str(OORDELEN[Oordeel(a.oordeel)]))
        namen = (str(SPREKERS[Spreker(s)]) for s in a.gezegd_door)
        sprekers = ", ".join(naam[:1].lower() + naam[1:] for naam in namen)
        onder = _("%(dag)s, gezegd door: %(wie)s") % {
            "dag": datum_lang(a.op),
            "wie": sprekers,
        }
    return Akkoordbeeld(
        persoon_id=mens.persoon_id,
        naam=mens.naam,
        beslist=mens.beslist,
        oordeel=a.oordeel if a else "",
        stand=stand,
        onder=onder,
        toelichting=a.toelichting if a else "",
    )


@onthoud
def plannen_van(door: Actor, casus_id: int) -> tuple[Plan, ...]:
    """Return the versions of a casus that were not thrown away, newest first; for who authorised it."""
    rijen = Plan.objects.filter(casus=casus_id).exclude(status=Planstatus.VERVALLEN)
    return tuple(rijen.order_by("-versie"))


def haal_plan(casus_id: int, versie: int | None = None) -> Plan | None:
    """Return a version, or without number the one that holds (else the concept); for who authorised."""
    rijen = Plan.objects.filter(casus=casus_id)
    if versie is not None:
        return rijen.filter(versie=versie).first()
    # "vastgesteld" sorts after "concept".
    return rijen.filter(status__in=[Planstatus.CONCEPT, Planstatus.VASTGESTELD]).order_by("-status").first()
