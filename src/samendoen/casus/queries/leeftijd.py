"""Ages that ask something, for who gets help: which, of whom, and the task that says so.

Months and not days: a task outlives an erasure, so it does not say on which day somebody was born. The page
of a task does, to who may read that person's dossier.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.api import geboortedata
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.recht.api import bereikt
from samendoen.werk.api import Leeftijd, Regel, taakregel, taakregels


@dataclass(frozen=True, slots=True)
class Geholpen:
    """Somebody with ongoing help: in what (a casus, a provision), the own dossier, since when, how heavy."""

    nummer: int
    persoon: int
    dossier: int
    sinds: date
    niveaus: frozenset[str]


@dataclass(frozen=True, slots=True)
class Eigenaar:
    """What a task is about, and with whom it lies: a user or a group."""

    onderwerp_soort: str
    onderwerp_id: int
    gebruiker: int | None = None
    groep: int | None = None


def leeftijdregels() -> list[Regel]:
    """Return the rules of this municipality that ask something at an age."""
    return [r for r in taakregels().values() if r.vanaf is not None and r.geldt]


def aan_de_beurt(geholpen: Collection[Geholpen], dag: date) -> list[tuple[Regel, Geholpen, date]]:
    """Return (rule, who, born) of everybody who is meant by a rule in the month of `dag`."""
    regels = leeftijdregels()
    if not regels or not geholpen:
        return []
    geboren = geboortedata({g.persoon for g in geholpen}, *_geboortejaren(regels, dag))
    return [
        (regel, g, geboren[g.persoon])
        for regel in regels
        for g in geholpen
        if g.persoon in geboren
        and g.niveaus & set(regel.niveaus)
        and heeft_leeftijd(regel, geboren[g.persoon], dag)
    ]


def _geboortejaren(regels: Sequence[Regel], dag: date) -> tuple[date, date]:
    """Return between which days who can be meant was born: a coarse sieve, in whole years."""
    oudste = max(r.tot.jaren if r.tot else 120 for r in regels)
    jongste = min(r.vanaf.jaren for r in regels if r.vanaf)
    return date(dag.year - oudste - 2, 1, 1), date(dag.year - jongste + 1, 12, 31)


def heeft_leeftijd(regel: Regel, geboren: date, dag: date) -> bool:
    """Tell whether a rule means somebody in the month of `dag`."""
    maand = _eind_van_maand(dag)
    assert regel.vanaf is not None
    oud_genoeg = bereikt(geboren, regel.vanaf.jaren, regel.vanaf.maanden) <= maand
    return oud_genoeg and (regel.tot is None or bereikt(geboren, regel.tot.jaren, regel.tot.maanden) > maand)


def _eind_van_maand(dag: date) -> date:
    return (dag.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def leeftijdtaak(regel: Regel, g: Geholpen, geboren: date, merk: str, eigenaar: Eigenaar) -> Taakvoorstel:
    """Return the task that a rule asks about somebody; `merk` and the code of the rule make it the same task
    tomorrow. `merk` ends in the number of the person."""
    assert regel.vanaf is not None
    tekst, uitleg = regel.schrijf(leeftijd=leeftijdtekst(regel.vanaf))
    maand = _eind_van_maand(bereikt(geboren, regel.vanaf.jaren, regel.vanaf.maanden))
    return Taakvoorstel(
        sleutel=f"{regel.code}.{merk}",
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=max(maand, g.sinds) + regel.dagen("binnen_dagen"),
        dossier_id=g.dossier,
        groep_id=eigenaar.groep,
        gebruiker_id=eigenaar.gebruiker,
        onderwerp_soort=eigenaar.onderwerp_soort,
        onderwerp_id=eigenaar.onderwerp_id,
    )


def leeftijdtekst(leeftijd: Leeftijd) -> str:
    """Return "16 jaar en 6 maanden"."""
    jaren = ngettext("%(n)s jaar", "%(n)s jaar", leeftijd.jaren) % {"n": leeftijd.jaren}
    if not leeftijd.maanden:
        return jaren
    maanden = ngettext("%(n)s maand", "%(n)s maanden", leeftijd.maanden) % {"n": leeftijd.maanden}
    return _("%(jaren)s en %(maanden)s") % {"jaren": jaren, "maanden": maanden}


def herleid_leeftijd(sleutel: str) -> list[tuple[str, date]]:
    """Return on which day somebody reaches the age of a task; for who may read that person's dossier."""
    code, *_merk, persoon = sleutel.split(".")
    regel, geboren = taakregel(code), geboortedata([int(persoon)])
    if regel.vanaf is None or int(persoon) not in geboren:
        return []
    dag = bereikt(geboren[int(persoon)], regel.vanaf.jaren, regel.vanaf.maanden)
    return [(_("Wordt %(leeftijd)s") % {"leeftijd": leeftijdtekst(regel.vanaf)}, dag)]
