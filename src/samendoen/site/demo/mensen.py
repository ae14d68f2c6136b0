"""The synthetic people of the demo: households of one to five, made for the question that they ask."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from samendoen.site.demo.definities import Huishoudsoort, Levensfase, Meldingendemo, Vraag
from samendoen.site.demo.namen import Straat, burgerservicenummers, namen

K = TypeVar("K")
# Shares (per mille) of households by phase of life of whom the question is about. Not published: ours.
SOORTEN: dict[Levensfase, dict[Huishoudsoort, int]] = {
    "kind": {"gezin": 680, "eenouder": 320},
    "jongere": {"gezin": 650, "eenouder": 350},
    "volwassene": {"alleen": 450, "paar": 200, "gezin": 240, "eenouder": 110},
    "oudere": {"alleen": 560, "paar": 440},
}
KINDEREN = {1: 300, 2: 450, 3: 250}
GEHEIM = 5  # per mille of the households has a secret address
TWEE_HUIZEN = 300  # per mille of the one-parent families: the children live with the other parent too
TALEN = {"nl": 930, "en": 20, "tr": 15, "ar": 15, "pl": 15, "uk": 5}
VERDER_TERUG = 365 * 12


@dataclass(frozen=True, slots=True)
class Mens:
    """Somebody who does not exist."""

    kenmerk: UUID
    voornamen: str
    tussenvoegsel: str
    achternaam: str
    geslacht: str
    geboortedatum: date
    bsn: str
    voorkeurstaal: str

    def leeftijd(self, op: date) -> int:
        """Return the age in whole years on a day."""
        jarig = (op.month, op.day) >= (self.geboortedatum.month, self.geboortedatum.day)
        return op.year - self.geboortedatum.year - (not jarig)


@dataclass(frozen=True, slots=True)
class Gezin:
    """A household at an address since a day. `ander_huis` is that of the children's other parent.

    What a `vitrine` lives through is written by hand, for a tour; chance leaves it alone.
    """

    kenmerk: UUID
    soort: Huishoudsoort
    straat: Straat
    huisnummer: int
    geheim: bool
    sinds: date
    leden: tuple[tuple[Mens, str], ...]
    ander_huis: "Gezin | None" = None
    vitrine: bool = False

    @property
    def mensen(self) -> tuple[Mens, ...]:
        """Everybody who lives here."""
        return tuple(mens for mens, _rol in self.leden)


class Bevolking:
    """Makes the households of one municipality from one stream of chance: the same in the same order."""

    def __init__(self, demo: Meldingendemo, zaad: int) -> None:
        self._toeval = random.Random(f"{zaad}/bevolking")
        self._namen = namen(demo.gemeente, zaad)
        self._bsn = burgerservicenummers(random.Random(f"{zaad}/bsn"))
        self.fasen = {deel.levensfase: (deel.vanaf, deel.tot_en_met) for deel in demo.leeftijden}

    def leeftijden(self, vraag: Vraag) -> tuple[int, int]:
        """Return the ages (both included) of whom a question can be about."""
        return vraag.leeftijd or self.fasen[vraag.levensfase]

    def gezin_voor(self, vraag: Vraag, kernen: Sequence[str], op: date) -> tuple[Gezin, Mens]:
        """Make a household in one of these villages, in which somebody has this question on that day."""
        soort = self._soort(vraag)
        van, tot = self.leeftijden(vraag)
        jaren = (
            round(self._toeval.triangular(van, tot))
            if vraag.levensfase == "oudere"
            else self._toeval.randint(van, tot)
        )
        if jaren < 18:
            wie = self._mens(jaren, op, self._achternaam(), vraag.geslacht)
            return self._rond_kind(wie, soort, kernen, op), wie
        wie = self._mens(jaren, op, self._achternaam(), vraag.geslacht)
        if soort in ("gezin", "eenouder"):
            return self._rond_ouder(wie, soort, kernen, op), wie
        leden = [(wie, "partner")] if soort == "paar" else [(wie, "overig")]
        if soort == "paar":
            leden.append((self._partner(wie, op), "partner"))
        return self._gezin(soort, leden, kernen, op), wie

    def _soort(self, vraag: Vraag) -> Huishoudsoort:
        if vraag.huishouden is not None:
            return vraag.huishouden
        return self._kies(SOORTEN[vraag.levensfase])

    def _rond_kind(self, kind: Mens, soort: Huishoudsoort, kernen: Sequence[str], op: date) -> Gezin:
        """Give a child a parent or two, and often a brother or a sister; sometimes a second house."""
        naam = (kind.tussenvoegsel, kind.achternaam)
        jaren = kind.leeftijd(op)
        kinderen = [kind, *self._broers_en_zussen(naam, jaren, op)]
        oudste = max(k.leeftijd(op) for k in kinderen)
        ouder = self._mens(oudste + self._toeval.randint(21, 36), op, self._achternaam(), "vrouw")
        ander = self._mens(oudste + self._toeval.randint(22, 40), op, naam, "man")
        return self._ouders(ouder, ander, kinderen, soort, kernen, op)

    def _rond_ouder(self, ouder: Mens, soort: Huishoudsoort, kernen: Sequence[str], op: date) -> Gezin:
        """Give an adult children that could be the own ones, and a partner where the kind says so."""
        jaren = max(0, min(17, ouder.leeftijd(op) - self._toeval.randint(19, 36)))
        naam = (ouder.tussenvoegsel, ouder.achternaam)
        kind = self._mens(jaren, op, naam)
        kinderen = [kind, *self._broers_en_zussen(naam, jaren, op)]
        return self._ouders(ouder, self._partner(ouder, op), kinderen, soort, kernen, op)

    def _ouders(
        self,
        ouder: Mens,
        ander: Mens,
        kinderen: list[Mens],
        soort: Huishoudsoort,
        kernen: Sequence[str],
        op: date,
    ) -> Gezin:
        kroost = [(kind, "kind") for kind in kinderen]
        if soort == "gezin":
            return self._gezin(soort, [(ouder, "ouder"), (ander, "ouder"), *kroost], kernen, op)
        huis = None
        if self._toeval.randrange(1000) < TWEE_HUIZEN:
            huis = self._gezin("eenouder", [(ander, "ouder"), *kroost], kernen, op)
        return self._gezin(soort, [(ouder, "ouder"), *kroost], kernen, op, huis)

    def _broers_en_zussen(self, naam: tuple[str, str], jaren: int, op: date) -> list[Mens]:
        aantal = self._kies(KINDEREN) - 1
        schelen = self._toeval.sample((-5, -4, -3, -2, 2, 3, 4), aantal)
        return [self._mens(max(0, min(17, jaren + n)), op, naam) for n in schelen]

    def _partner(self, van: Mens, op: date) -> Mens:
        geslacht = "man" if van.geslacht == "vrouw" else "vrouw"
        jaren = max(18, van.leeftijd(op) + self._toeval.randint(-4, 4))
        return self._mens(jaren, op, self._achternaam(), geslacht)

    def _mens(self, jaren: int, op: date, naam: tuple[str, str], geslacht: str | None = None) -> Mens:
        toeval = self._toeval
        geslacht = geslacht or ("vrouw" if toeval.random() < 0.5 else "man")
        pool = self._namen.vrouw if geslacht == "vrouw" else self._namen.man
        return Mens(
            kenmerk=self._kenmerk(),
            voornamen=toeval.choice(pool),
            tussenvoegsel=naam[0],
            achternaam=naam[1],
            geslacht=geslacht,
            geboortedatum=_geboren(jaren, op, toeval),
            bsn=next(self._bsn),
            voorkeurstaal=self._kies(TALEN),
        )

    def _gezin(
        self,
        soort: Huishoudsoort,
        leden: Sequence[tuple[Mens, str]],
        kernen: Sequence[str],
        op: date,
        ander_huis: Gezin | None = None,
    ) -> Gezin:
        jongste = max(mens.geboortedatum for mens, _rol in leden)
        return Gezin(
            kenmerk=self._kenmerk(),
            soort=soort,
            straat=self._toeval.choice(self._namen.straten[self._toeval.choice(kernen)]),
            huisnummer=self._toeval.randint(1, 140),
            geheim=self._toeval.randrange(1000) < GEHEIM,
            sinds=max(jongste, op - timedelta(days=self._toeval.randint(60, VERDER_TERUG))),
            leden=tuple(leden),
            ander_huis=ander_huis,
        )

    def _achternaam(self) -> tuple[str, str]:
        return self._toeval.choice(self._namen.achternamen)

    def _kenmerk(self) -> UUID:
        return UUID(int=self._toeval.getrandbits(128), version=4)

    def _kies(self, delen: Mapping[K, int]) -> K:
        return self._toeval.choices(list(delen), list(delen.values()))[0]


def _geboren(jaren: int, op: date, toeval: random.Random) -> date:
    """Return a birth date with which somebody has this age on that day."""
    laatst = op.replace(year=op.year - jaren, day=min(op.day, 28))
    return laatst - timedelta(days=toeval.randrange(360))
