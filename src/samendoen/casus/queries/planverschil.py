"""Two versions of a plan side by side: what came, what went, what changed, per goal and action.

Every difference is a word with a shape, and in a text what went is struck through and what came underlined:
it reads without colour.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samendoen.casus.access import haal
from samendoen.casus.models import PLANSTATUSSEN, Plan
from samendoen.casus.queries.mensen import Mensen, mensen_van
from samendoen.casus.queries.plan import Actiebeeld, Doelbeeld, Planbeeld, planbeeld
from samendoen.casus.rules import Planstatus
from samendoen.kernel.api import Actor, log_inzage
from samendoen.schil.api import datum_lang, status


class Soort(StrEnum):
    """What became of a goal or an action."""

    ERBIJ = "erbij"
    WEG = "weg"
    KLAAR = "klaar"
    ANDERS = "anders"
    GELIJK = "gelijk"


NAMEN = {
    Soort.ERBIJ: (gettext_lazy("Erbij"), "info"),
    Soort.WEG: (gettext_lazy("Niet meer in het plan"), "fout"),
    Soort.KLAAR: (gettext_lazy("Afgerond"), "ok"),
    Soort.ANDERS: (gettext_lazy("Anders"), "waarschuwing"),
    Soort.GELIJK: (gettext_lazy("Gelijk"), "neutraal"),
}
DOELVELDEN = {
    "gebied": gettext_lazy("Leefgebied"),
    "tekst": gettext_lazy("Doel"),
    "tevreden_als": gettext_lazy("Wanneer zijn we tevreden?"),
}
ACTIEVELDEN = {
    "niveaunaam": gettext_lazy("Wie helpt"),
    "tekst": gettext_lazy("Afspraak"),
    "wie": gettext_lazy("Wie doet dit?"),
    "periode": gettext_lazy("Wanneer"),
    "aanbod": gettext_lazy("Aanbod"),
    "niet_lichter": gettext_lazy("Waarom lichtere hulp niet genoeg is"),
    "gemist": gettext_lazy("Lichter aanbod dat er niet was"),
}
KOPPEN = frozenset({"gebied", "niveaunaam"})


@dataclass(frozen=True, slots=True)
class Regel:
    """One field in both versions, as safe mark-up; `anders`: it says something else."""

    naam: str
    oud: SafeString
    nieuw: SafeString
    anders: bool


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A goal or an action in both versions."""

    soort: Soort
    stand: SafeString
    titel: str
    regels: tuple[Regel, ...]
    acties: tuple["Vergelijking", ...] = ()

    @property
    def gelijk(self) -> SafeString | str:
        """Return its first words when nothing in it differs, "" when something does."""
        return "" if any(r.anders for r in self.regels) else self.regels[0].nieuw


@dataclass(frozen=True, slots=True)
class Persoonverschil:
    """What differs in somebody's part of the plan."""

    naam: str
    doelen: tuple[Vergelijking, ...]


@dataclass(frozen=True, slots=True)
class Planverschil:
    """Two versions side by side; without a second version `oud` is None and nothing is compared."""

    casus_id: int
    titel: str
    versies: tuple[tuple[int, str], ...]
    oud: int | None
    nieuw: int | None
    samenvatting: str
    evaluatie: Regel | None
    delen: tuple[Persoonverschil, ...]


def planverschil(door: Actor, casus_id: int, oud: int | None, nieuw: int | None) -> Planverschil:
    """Return two versions of the plan of a casus side by side, of those this reader may read; logged.

    Without numbers, or with numbers that do not exist: the newest and the one before it. NietGevonden
    outside the scope.
    """
    haal(door, casus_id)
    mensen = mensen_van(door, casus_id)
    log_inzage(door, "casus-plan-verschil", [m.dossier_id for m in mensen.bekend])
    plannen = {p.versie: p for p in Plan.objects.filter(casus=casus_id).exclude(status=Planstatus.VERVALLEN)}
    van, naar = _kies(sorted(plannen), oud, nieuw)
    titel = mensen.namen or _("Casus %(nr)s") % {"nr": casus_id}
    versies = tuple((nr, _versienaam(plannen[nr])) for nr in sorted(plannen, reverse=True))
    if van is None or naar is None:
        return Planverschil(casus_id, titel, versies, None, naar, "", None, ())
    eerst, later = (planbeeld(door, plannen[nr], mensen) for nr in (van, naar))
    delen = _delen(eerst, later, mensen)
    return Planverschil(
        casus_id=casus_id,
        titel=titel,
        versies=versies,
        oud=van,
        nieuw=naar,
        samenvatting=_samenvatting(delen),
        evaluatie=_regel(_("Samen terugkijken"), eerst.evaluatie, later.evaluatie),
        delen=delen,
    )


def _kies(nummers: Sequence[int], oud: int | None, nieuw: int | None) -> tuple[int | None, int | None]:
    if not nummers:
        return None, None
    naar = nieuw if nieuw is not None and nieuw in nummers else nummers[-1]
    eerder = [nr for nr in nummers if nr != naar]
    if oud in eerder:
        return (oud, naar)
    ervoor = [nr for nr in eerder if nr < naar]
    return (ervoor[-1] if ervoor else None), naar


def _versienaam(plan: Plan) -> str:
    return _("Versie %(nr)s (%(stand)s, %(dag)s)") % {
        "nr": plan.versie,
        "stand": str(PLANSTATUSSEN[Planstatus(plan.status)]).lower(),
        "dag": datum_lang(plan.vastgesteld_op or plan.opgesteld_op),
    }


def _delen(eerst: Planbeeld, later: Planbeeld, mensen: Mensen) -> tuple[Persoonverschil, ...]:
    van, naar = ({d.mens.persoon_id: d.doelen for d in beeld.delen} for beeld in (eerst, later))
    return tuple(
        Persoonverschil(m.naam, tuple(_doelen(van.get(m.persoon_id, ()), naar.get(m.persoon_id, ()))))
        for m in mensen.bekend
        if m.persoon_id in van or m.persoon_id in naar
    )


def _paren(oud: Iterable[Any], nieuw: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield both versions of each by its `kenmerk`: in the order of the new one, what went last."""
    van, naar = ({d.kenmerk: d for d in rij} for rij in (oud, nieuw))
    volgorde: list[UUID] = [*naar, *(k for k in van if k not in naar)]
    return ((van.get(k), naar.get(k)) for k in volgorde)


def _doelen(oud: Iterable[Doelbeeld], nieuw: Iterable[Doelbeeld]) -> Iterator[Vergelijking]:
    for van, naar in _paren(oud, nieuw):
        acties = tuple(_acties(van.acties if van else (), naar.acties if naar else ()))
        regels = _regels(DOELVELDEN, van, naar)
        soort = _soort(van, naar, regels)
        if soort is Soort.GELIJK and any(a.soort is not Soort.GELIJK for a in acties):
            soort = Soort.ANDERS
        yield Vergelijking(soort, _stand(soort), (naar or van).gebied, regels, acties)


def _acties(oud: Iterable[Actiebeeld], nieuw: Iterable[Actiebeeld]) -> Iterator[Vergelijking]:
    for van, naar in _paren(oud, nieuw):
        regels = _regels(ACTIEVELDEN, van, naar)
        soort = _soort(van, naar, regels)
        if soort is Soort.WEG and not van.loopt:  # what ended stays behind in its own version
            soort = Soort.KLAAR
        yield Vergelijking(soort, _stand(soort), (naar or van).niveaunaam, regels)


def _soort(van: Any, naar: Any, regels: Iterable[Regel]) -> Soort:
    if van is None:
        return Soort.ERBIJ
    if naar is None:
        return Soort.WEG
    return Soort.ANDERS if any(r.anders for r in regels) else Soort.GELIJK


def _stand(soort: Soort) -> SafeString:
    naam, vorm = NAMEN[soort]
    return status(vorm, str(naam))


def _regels(velden: dict[str, Any], van: Any, naar: Any) -> tuple[Regel, ...]:
    """Return the fields that say something in one of both versions; what the heading says already only when
    it became something else."""
    regels = []
    for veld, naam in velden.items():
        oud, nieuw = (str(getattr(beeld, veld)) if beeld else "" for beeld in (van, naar))
        in_kop = veld in KOPPEN and (not oud or not nieuw or oud == nieuw)
        if (oud or nieuw) and not in_kop:
            regels.append(_regel(str(naam), oud, nieuw))
    return tuple(regels)


def _regel(naam: str, oud: str, nieuw: str) -> Regel:
    links, rechts = woordverschil(oud, nieuw)
    return Regel(naam, links, rechts, oud != nieuw)


def woordverschil(oud: str, nieuw: str) -> tuple[SafeString, SafeString]:
    """Return both texts, words that went in <del> and words that came in <ins>; escaped."""
    van, naar = oud.split(), nieuw.split()
    links: list[tuple[str, str]] = []
    rechts: list[tuple[str, str]] = []
    for hoe, a, b, c, d in SequenceMatcher(None, van, naar, autojunk=False).get_opcodes():
        gelijk = hoe == "equal"
        links.append(("" if gelijk else "del", " ".join(van[a:b])))
        rechts.append(("" if gelijk else "ins", " ".join(naar[c:d])))
    return _html(links), _html(rechts)


def _html(delen: Iterable[tuple[str, str]]) -> SafeString:
    gevuld = [(merk, tekst) for merk, tekst in delen if tekst]
    stukken = [
        format_html("<{}>{}</{}>", merk, tekst, merk) if merk else format_html("{}", tekst)
        for merk, tekst in gevuld
    ]
    return format_html_join(" ", "{}", ((stuk,) for stuk in stukken))


def _samenvatting(delen: Iterable[Persoonverschil]) -> str:
    doelen = [doel for deel in delen for doel in deel.doelen]
    acties = [actie for doel in doelen for actie in doel.acties]
    zinnen = [
        (ngettext("%(n)s doel", "%(n)s doelen", len(doelen)), Counter(d.soort for d in doelen), len(doelen)),
        (ngettext("%(n)s actie", "%(n)s acties", len(acties)), Counter(a.soort for a in acties), len(acties)),
    ]
    return " ".join(
        _("%(wat)s: %(telling)s.")
        % {
            "wat": wat % {"n": aantal},
            "telling": ", ".join(
                f"{telling[soort]} {str(naam).lower()}"
                for soort, (naam, _vorm) in NAMEN.items()
                if telling[soort]
            )
            or _("niets"),
        }
        for wat, telling, aantal in zinnen
    )
