"""What somebody fills in while looking back on a plan, and what is not accepted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde
from samendoen.casus.models import Doel, Plan
from samendoen.casus.rules import (
    CIJFERS,
    REDEN_NODIG,
    VERSTE,
    Bereikt,
    Einde,
    Mate,
    Planstatus,
    Vervolg,
    is_jeugd,
)
from samendoen.inwoners.api import InwonerKern
from samendoen.kernel.api import Domeinfout, klok

LANGSTE = 2000
Doelen = Mapping[UUID, Doel]
Fout = tuple[str, bool, str, str]
"""(field, wrong, what is wrong, what to do)."""


@dataclass(frozen=True, slots=True)
class Doeluitslaginvoer:
    """What is said of one goal (its `kenmerk`): codes of Bereikt and Vervolg, `woorden` of the resident."""

    doel: UUID
    bereikt: str
    woorden: str
    vervolg: str = Vervolg.DOORGAAN.value
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomstinvoer:
    """The outcome for one person: codes of Einde and Mate, `cijfer` from 1 to 10, or None when not said."""

    persoon: int
    einde: str = Einde.LOOPT.value
    cijfer: int | None = None
    zonder_hulp: str = ""
    minder_problemen: str = ""


@dataclass(frozen=True, slots=True)
class Evaluatieinvoer:
    """One time of looking back. `gepland_op` is the day that was planned as the writer saw it; None does not
    compare. Fields of a refusal: `bereikt_<goal id>`, `einde_<person id>` and the like."""

    kenmerk: UUID
    plan: int
    op: date
    volgende_op: date
    doelen: tuple[Doeluitslaginvoer, ...]
    uitkomsten: tuple[Uitkomstinvoer, ...] = ()
    gepland_op: date | None = None


@dataclass(frozen=True, slots=True)
class Samenhang:
    """What an evaluation is held against: the plan with its goals, and who may be written about."""

    plan: Plan
    doelen: Doelen
    wie: Mapping[int, Betrokkenewaarde]
    mensen: Mapping[int, InwonerKern]


def controleer(e: Evaluatieinvoer, samen: Samenhang) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    _weiger(_van_het_geheel(e, samen.plan))
    nodig = {k for k, doel in samen.doelen.items() if doel.inwoner_id in samen.wie}
    gezegd = [d.doel for d in e.doelen]
    _weiger(
        (
            (
                "doelen",
                not set(gezegd) <= nodig or len(set(gezegd)) != len(gezegd),
                _("Dit doel staat niet in het plan dat geldt."),
                _("Ververs de pagina om te zien hoe het plan er nu voor staat."),
            ),
            (
                "doelen",
                not nodig or bool(nodig - set(gezegd)),
                _("Er is nog niet op elk doel teruggekeken."),
                _("Vul bij elk doel in hoe het ervoor staat."),
            ),
        )
    )
    for d in e.doelen:
        _weiger(_van_een_doel(d, samen.doelen[d.doel].pk))
    for persoon in {u.persoon for u in e.uitkomsten} - samen.wie.keys():
        raise Domeinfout(
            "evaluatie_persoon",
            _("Deze persoon is niet bij de casus betrokken."),
            _("Kies iemand uit de lijst."),
            veld=f"einde_{persoon}",
        )
    for u in e.uitkomsten:
        _weiger(_van_een_mens(e, samen.wie[u.persoon], u, samen.mensen.get(u.persoon)))


def _weiger(fouten: tuple[Fout, ...]) -> None:
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"evaluatie_{veld.partition('_')[0]}", wat, doe, veld=veld)


def _van_het_geheel(e: Evaluatieinvoer, plan: Plan) -> tuple[Fout, ...]:
    begin = plan.vastgesteld_op
    return (
        (
            "plan",
            plan.status != Planstatus.VASTGESTELD,
            _("Deze versie van het plan geldt niet."),
            _("Kijk terug op de versie die nu geldt."),
        ),
        (
            "gepland",
            e.gepland_op is not None and e.gepland_op != plan.evaluatie_op,
            _("Een collega legde net ook een evaluatie van dit plan vast."),
            _("Bekijk die op de pagina van de casus. Wat u hier schreef, is nog niet opgeslagen."),
        ),
        (
            "op",
            e.op > klok.vandaag() or (begin is not None and e.op < begin),
            _("Deze dag ligt vóór het vaststellen van het plan of in de toekomst."),
            _("Kies een dag tussen het vaststellen en vandaag."),
        ),
        (
            "volgende_op",
            not klok.vandaag() < e.volgende_op <= klok.vandaag() + VERSTE,
            _("U kijkt weer terug op een dag na vandaag, binnen een jaar."),
            _("Kies een andere dag."),
        ),
    )


def _te_lang(tekst: str) -> bool:
    return len(tekst) > LANGSTE or "\x00" in tekst


def _van_een_doel(d: Doeluitslaginvoer, pk: int) -> tuple[Fout, ...]:
    bestaat_niet, kies = _("Deze keuze bestaat niet."), _("Kies uit de lijst.")
    lang, korter = _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE}, _("Kort het in.")
    return (
        (f"bereikt_{pk}", d.bereikt not in set(Bereikt), bestaat_niet, kies),
        (f"vervolg_{pk}", d.vervolg not in set(Vervolg), bestaat_niet, kies),
        (
            f"woorden_{pk}",
            not d.woorden.strip(),
            _("Er staat niet wat de inwoner er zelf van vindt."),
            _("Schrijf het op in de eigen woorden, of dat iemand er niets over wilde zeggen."),
        ),
        (f"woorden_{pk}", _te_lang(d.woorden), lang, korter),
        (
            f"reden_{pk}",
            d.vervolg in REDEN_NODIG and not d.reden.strip(),
            _("Bij zwaardere hulp en bij stoppen hoort waarom."),
            _("Schrijf op waarom u dit samen besluit."),
        ),
        (f"reden_{pk}", _te_lang(d.reden), lang, korter),
    )


def _van_een_mens(
    e: Evaluatieinvoer, wie: Betrokkenewaarde, u: Uitkomstinvoer, kern: InwonerKern | None
) -> tuple[Fout, ...]:
    bestaat_niet, kies = _("Deze keuze bestaat niet."), _("Kies uit de lijst.")
    jeugd = kern is not None and is_jeugd(kern.geboortedatum, e.op, wie.wet)
    gestopt = jeugd and u.einde != Einde.LOOPT
    vraag = _("Als hulp aan een jeugdige stopt, vragen we dit altijd: het is een landelijke afspraak.")
    mates = {"", *Mate}
    pk = u.persoon
    return (
        (f"einde_{pk}", u.einde not in set(Einde), bestaat_niet, kies),
        (
            f"cijfer_{pk}",
            u.cijfer is not None and u.cijfer not in CIJFERS,
            _("Een cijfer is een heel getal van 1 tot en met 10."),
            _("Pas het cijfer aan, of laat het leeg."),
        ),
        (f"zonder_hulp_{pk}", u.zonder_hulp not in mates, bestaat_niet, kies),
        (f"minder_problemen_{pk}", u.minder_problemen not in mates, bestaat_niet, kies),
        (f"zonder_hulp_{pk}", gestopt and not u.zonder_hulp, vraag, kies),
        (f"minder_problemen_{pk}", gestopt and not u.minder_problemen, vraag, kies),
    )
