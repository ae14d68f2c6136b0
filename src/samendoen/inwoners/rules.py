"""Pure rules of residents: names, how a name is searched, the fold of a household's events."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

# Nobody in the Netherlands has become older; a birth date before this is a slip of the pen.
OUDSTE = timedelta(days=120 * 365 + 30)
KORTSTE_NAAM = 3


class Geslacht(StrEnum):
    """Sex as registered in the BRP."""

    MAN = "man"
    VROUW = "vrouw"
    ONBEKEND = "onbekend"


class Gezinsrol(StrEnum):
    """What somebody is in a household."""

    OUDER = "ouder"
    KIND = "kind"
    PARTNER = "partner"
    OVERIG = "overig"


class Relatiesoort(StrEnum):
    """Who else matters to a resident."""

    MANTELZORGER = "mantelzorger"
    NETWERK = "netwerk"
    VERTEGENWOORDIGER = "vertegenwoordiger"
    CURATOR = "curator"
    MENTOR = "mentor"
    BEWINDVOERDER = "bewindvoerder"
    GEMACHTIGDE = "gemachtigde"


class Contactkanaal(StrEnum):
    """How somebody would rather be reached."""

    TELEFOON = "telefoon"
    EMAIL = "email"
    BRIEF = "brief"
    LANGSKOMEN = "langskomen"


# fmt: off
VOORVOEGSELS = frozenset({
    "aan", "af", "bij", "d", "da", "dal", "de", "degli", "dei", "del", "den", "der", "des", "di", "do", "dos",
    "du", "el", "het", "in", "l", "la", "las", "le", "los", "onder", "op", "over", "s", "t", "te", "ten",
    "ter", "tot", "uit", "uijt", "van", "ver", "von", "voor", "vor", "zu", "zum", "zur",
})
# fmt: on
_ZONDER_ONTLEDING = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def zoeknaam(naam: str) -> str:
    """Return a surname as it is searched: lower case, no accents, prefixes, spaces or signs.

    A name of prefixes alone ("De Den") keeps its last one.
    """
    plat = unicodedata.normalize("NFKD", naam.casefold().translate(_ZONDER_ONTLEDING))
    letters = "".join(teken for teken in plat if not unicodedata.combining(teken))
    delen = [deel for deel in re.split(r"[\W_]+", letters) if deel]
    while len(delen) > 1 and delen[0] in VOORVOEGSELS:
        delen = delen[1:]
    return "".join(delen)


def zoeknamen(naam: str) -> tuple[str, ...]:
    """Return the surnames that may be meant by what somebody typed, the longest first.

    "Jansen" is one; "Piet de Vries" may be all of it, or "de Vries", or "Vries"; before a comma stands
    the surname ("Vries, de"). Prefixes and signs make no difference (see zoeknaam).
    """
    delen = naam.partition(",")[0].split()
    mogelijk = (zoeknaam(" ".join(delen[n:])) for n in range(len(delen)))
    return tuple(dict.fromkeys(zoek for zoek in mogelijk if zoek))


def volledige_naam(voornamen: str, roepnaam: str, tussenvoegsel: str, achternaam: str) -> str:
    """Return the name by which somebody is addressed: call name or first name, prefix, surname."""
    eerste = roepnaam or voornamen.partition(" ")[0]
    return " ".join(deel for deel in (eerste, tussenvoegsel, achternaam) if deel)


def kaal_huisnummer(huisnummer: str) -> str:
    """Return a house number as it is kept and searched: "12 A" and "12-a" are "12a"."""
    return re.sub(r"[^0-9a-z]", "", huisnummer.casefold())


@dataclass(frozen=True, slots=True)
class Lidmaatschap:
    """That somebody belongs to a household, from-until (until = first day no longer).

    `hoofdverblijf` is False for a child that has its main home elsewhere (co-parents).
    """

    persoon_id: int
    rol: str
    van: date
    tot: date | None = None
    hoofdverblijf: bool = True


def dubbel(personen: Sequence[int]) -> int | None:
    """Return the first person who is named twice."""
    gezien: set[int] = set()
    for persoon in personen:
        if persoon in gezien:
            return persoon
        gezien.add(persoon)
    return None


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> frozenset[Lidmaatschap]:
    """Fold (occurred on, event) in order of recording into the memberships of one household."""
    from samendoen.inwoners import events

    leden: list[Lidmaatschap] = []
    for dag, g in gebeurtenissen:
        match g:
            case events.HuishoudenGevormd():
                rijen = zip(g.personen, g.rollen, g.sinds, g.hoofdverblijf, strict=True)
                leden = [Lidmaatschap(p, rol, sinds, None, hier) for p, rol, sinds, hier in rijen]
            case events.GezinslidErbij():
                leden.append(Lidmaatschap(g.persoon, g.rol, dag, None, g.hoofdverblijf))
            case events.GezinslidVertrokken():
                leden = [_vertrokken(lid, g.persoon, dag) for lid in leden]
            case _:
                pass
    return frozenset(leden)


def _vertrokken(lid: Lidmaatschap, persoon_id: int, dag: date) -> Lidmaatschap:
    if lid.persoon_id != persoon_id or lid.tot is not None:
        return lid
    return replace(lid, tot=dag)


MEESTE_GEZAGHEBBERS = 2
"""Two parents, a parent with somebody else, or two guardians together (BW 1:245, 1:253t, 1:282)."""
JONGSTE_GEZAGHEBBER = 16
"""A mother of sixteen may be declared of age to have custody (BW 1:253ha)."""


@dataclass(frozen=True, slots=True)
class Gezagsperiode:
    """That somebody has custody over one child, from-until."""

    gezaghebber_id: int
    van: date
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Relatieperiode:
    """That somebody matters to one resident, from-until."""

    relatie_id: int
    soort: str
    van: date
    tot: date | None = None


def tegelijk(perioden: Iterable[tuple[date, date | None]], van: date) -> int:
    """Return the largest number of these from-until periods that hold together on a day from `van` on."""
    alle = list(perioden)
    dagen = [van, *(begin for begin, _eind in alle if begin > van)]
    return max(sum(begin <= dag and (eind is None or dag < eind) for begin, eind in alle) for dag in dagen)


def vouw_gezag(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> frozenset[Gezagsperiode]:
    """Fold (occurred on, event) of one child, in order of recording, into who has or had custody."""
    from samendoen.inwoners import events

    rijen: list[Gezagsperiode] = []
    for dag, g in gebeurtenissen:
        match g:
            case events.GezagVastgelegd():
                rijen.append(Gezagsperiode(g.gezaghebber, dag))
            case events.GezagBeeindigd():
                rijen = [
                    replace(rij, tot=dag) if rij.gezaghebber_id == g.gezaghebber and rij.tot is None else rij
                    for rij in rijen
                ]
            case _:
                pass
    return frozenset(rijen)


def vouw_relaties(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> frozenset[Relatieperiode]:
    """Fold (occurred on, event) of one resident, in order of recording, into the relations."""
    from samendoen.inwoners import events

    rijen: dict[int, Relatieperiode] = {}
    for dag, g in gebeurtenissen:
        match g:
            case events.RelatieVastgelegd():
                rijen[g.relatie] = Relatieperiode(g.relatie, g.relatiesoort, dag)
            case events.RelatieBeeindigd():
                rijen[g.relatie] = replace(rijen[g.relatie], tot=dag)
            case _:
                pass
    return frozenset(rijen.values())
