"""What the help to make a story anonymous knows: words, places, and how many people live in a village.

The names are of a public list (Faker, nl_NL), never of the residents that this municipality knows.
"""

from functools import lru_cache

from pydantic import Field

from samendoen.beleid.rules.anonimiteit import Kennis
from samendoen.kernel.definities import (
    Cbscode,
    Definitie,
    MetHerkomst,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)


class Gemeente(Definitie):
    """Whose villages these are."""

    code: Cbscode
    naam: Naam


class Dorp(MetHerkomst):
    """A village and how many people live there."""

    naam: Naam
    inwoners: int = Field(ge=1)


class Dorpendefinitie(Definitie):
    """The villages of a municipality."""

    gemeente: Gemeente
    dorp: tuple[Dorp, ...] = Field(min_length=1)

    def model_post_init(self, context: object) -> None:
        """Refuse a village that stands there twice."""
        unieke_waarden("dorp", [d.naam for d in self.dorp])


class Verhaaldefinitie(MetHerkomst):
    """Words and limits; see `rules.anonimiteit.Kennis`."""

    klein_onder: int = Field(ge=0)
    zeldzaam_bij: int = Field(ge=2)
    veilig: tuple[Naam, ...]
    gewoon: tuple[Naam, ...]
    groep: dict[Naam, tuple[Naam, ...]]


@lru_cache
def dorpen(gemeentecode: str) -> dict[str, int]:
    """Return inhabitants by village of a municipality; {} when unknown. Raises Definitiefout."""
    for pad in sorted(definitie_pad("dorpen").glob("*.toml")):
        gelezen = lees_definitie(pad, Dorpendefinitie)
        if gelezen.gemeente.code == gemeentecode:
            return {d.naam: d.inwoners for d in gelezen.dorp}
    return {}


@lru_cache
def verhaaldefinitie() -> Verhaaldefinitie:
    """Return the words and limits. Raises Definitiefout."""
    return lees_definitie(definitie_pad("verhalen", "algemeen.toml"), Verhaaldefinitie)


@lru_cache
def kennis(gemeentecode: str) -> Kennis:
    """Return what a text of this municipality is compared with."""
    from faker.providers.address.nl_NL import Provider as Adressen
    from faker.providers.lorem.nl_NL import Provider as Woorden
    from faker.providers.person.nl_NL import Provider as Namen

    regels = verhaaldefinitie()
    gewoon = {w.lower() for w in Woorden.word_list} | set(regels.gewoon)
    return Kennis(
        voornamen=frozenset(Namen.first_names),
        achternamen=frozenset(
            deel for naam in Namen.last_names for deel in naam.split() if deel[0].isupper()
        ),
        plaatsen=frozenset(p for p in Adressen.cities if p[0].isupper()),
        gewoon=frozenset(gewoon),
        veilig=frozenset(regels.veilig),
        dorpen=dorpen(gemeentecode),
        klein_onder=regels.klein_onder,
        groepen={naam: frozenset(woorden) for naam, woorden in regels.groep.items()},
        zeldzaam_bij=regels.zeldzaam_bij,
    )
