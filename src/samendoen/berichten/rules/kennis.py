"""What was exchanged before: the values that rules across messages are held against.

Everything is of one municipality, one provider and one act (wmo or jw), so that "unique for the provider
within the act" is unique in here. What was refused, or taken back by a later message, counts as never sent
and stays out, unless a field says otherwise. Amounts and tariffs are whole eurocents; codes are those of the
standard; what a message left out is "" or None. Values, never changed; those that are made of every line of a
message are not frozen, since that makes them three times as slow.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import IN_ONDERZOEK
from samendoen.berichten.rules.constraints import VERVALLEN, VERWIJDERD


@dataclass(frozen=True, slots=True)
class Toewijzing:
    """An assignment as the provider knows it: its latest state in a 301 that went out, removed or not.

    "Specific" has `categorie` and `code`, "aspecific" `categorie` only, "generic" neither.
    """

    nummer: int
    bsn: str
    ingang: date
    einde: date | None = None
    categorie: str = ""
    code: str = ""
    volume: int | None = None
    eenheid: str = ""
    frequentie: str = ""
    budget: int | None = None
    reden_wijziging: str = ""
    referentie: str = ""
    """`ReferentieAanbieder`: the request that it grants."""

    @property
    def verwijderd(self) -> bool:
        """Tell whether it was taken back: it ends where it begins, for that reason."""
        return self.reden_wijziging in {VERWIJDERD, VERVALLEN} and self.einde == self.ingang

    def actueel(self, dag: date) -> bool:
        """Tell whether it holds on a day or later."""
        return not self.verwijderd and (self.einde is None or self.einde >= dag)


@dataclass(slots=True, unsafe_hash=True)
class Start:
    """A start of delivery. `toewijzing` is None where work is not assigned per client ("taakgericht")."""

    bsn: str
    toewijzing: int | None
    categorie: str
    code: str
    begin: date

    @classmethod
    def uit(cls, product: Groep, bsn: str) -> "Start":
        """Return what a StartProduct (or the start in a StopProduct) of a client says."""
        soort = product.onder("Product")
        return cls(
            bsn,
            product.getal("ToewijzingNummer"),
            soort.tekst("Categorie"),
            soort.tekst("Code"),
            product.datum("Begindatum") or date.min,
        )


@dataclass(slots=True, unsafe_hash=True)
class Stop:
    """A stop of delivery: the start that it ends, why, and the last day."""

    start: Start
    reden: str
    einde: date

    @classmethod
    def uit(cls, product: Groep, bsn: str) -> "Stop":
        """Return what a StopProduct of a client says."""
        einde = product.datum("Einddatum") or date.max
        return cls(Start.uit(product, bsn), product.tekst("RedenBeeindiging"), einde)


@dataclass(frozen=True, slots=True)
class Verzoek:
    """A request that was received: a product of a 315, or a 317 as a whole.

    `antwoord` is the latest `VerzoekAntwoord` of a 319 ("" none, "1" rejected, "2" under investigation);
    `toegewezen` tells that a 301 with this reference went out.
    """

    referentie: str
    bsn: str
    antwoord: str = ""
    toegewezen: bool = False

    @property
    def loopt(self) -> bool:
        """Tell whether it still waits for a rejection or an assignment."""
        return not self.toegewezen and self.antwoord in {"", IN_ONDERZOEK}


@dataclass(slots=True)
class Prestatie:
    """A line of an invoice that was processed, `toegekend` or not. `vorig` is what a credit takes back."""

    referentie: str
    bsn: str
    toewijzing: int
    categorie: str
    code: str
    van: date
    tot: date
    volume: int
    eenheid: str
    tarief: int | None
    bedrag: int
    vorig: str = ""
    toegekend: bool = True

    @property
    def credit(self) -> bool:
        """Tell whether it takes an earlier one back."""
        return bool(self.vorig)

    @classmethod
    def uit(cls, prestatie: Groep, bsn: str, *, toegekend: bool = True) -> "Prestatie":
        """Return what a Prestatie of a client says."""
        referentie, periode = prestatie.onder("ProductReferentie"), prestatie.onder("ProductPeriode")
        return cls(
            referentie.tekst("ReferentieNummer"),
            bsn,
            prestatie.getal("ToewijzingNummer") or 0,
            prestatie.tekst("ProductCategorie"),
            prestatie.tekst("ProductCode"),
            periode.datum("Begindatum") or date.min,
            periode.datum("Einddatum") or date.max,
            prestatie.getal("GeleverdVolume") or 0,
            prestatie.tekst("Eenheid"),
            prestatie.getal("ProductTarief"),
            prestatie.getal("IngediendBedrag/Bedrag") or 0,
            referentie.tekst("VorigReferentieNummer"),
            toegekend,
        )


@dataclass(frozen=True, slots=True)
class Declaratie:
    """An invoice that was processed; `bericht` and `dagtekening` are the identity of its message."""

    nummer: str
    van: date
    tot: date
    bericht: str = ""
    dagtekening: date = date.min
    versies: tuple[str, str] = ("1.0.0", "1.0.0")
    """`BasisschemaXsdVersie` and `BerichtXsdVersie` of its header."""


@dataclass(frozen=True, slots=True)
class Tarief:
    """What the contract pays for one `eenheid` of a product, from `van` through `tot` (None: still)."""

    categorie: str
    code: str
    eenheid: str
    eurocent: int
    van: date
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Kennis:
    """What is known of a provider at the moment that a message is judged.

    It may hold less than everything, but not less than what the message is about:
    `identificaties`: of the other messages of this kind and this sender;
    `toewijzingen`: all of the clients in the message, and those that carry a number in it;
    `starts`, `stops`, `verzoeken`: all of the clients in the message, and requests with a reference in it;
    `declaraties`: all numbers and periods; for a 325 the one that it answers;
    `prestaties`: all on the assignments in the message, and those with a reference in it;
    `tarieven`: of the products in the message;
    `producten`: every agreed (category, code), None when there is no list;
    `gemeenten`: codes that exist, or did where an assignment still runs (empty: `gemeente` alone);
    `taakgericht`: the contract has work without assignments.
    """

    gemeente: str
    aanbieder: str
    vandaag: date
    identificaties: frozenset[str] = frozenset()
    toewijzingen: tuple[Toewijzing, ...] = ()
    starts: tuple[Start, ...] = ()
    stops: tuple[Stop, ...] = ()
    verzoeken: tuple[Verzoek, ...] = ()
    declaraties: tuple[Declaratie, ...] = ()
    prestaties: tuple[Prestatie, ...] = ()
    tarieven: tuple[Tarief, ...] = ()
    producten: frozenset[tuple[str, str]] | None = None
    gemeenten: frozenset[str] = frozenset()
    taakgericht: bool = False


def ongecrediteerd(prestaties: Iterable[Prestatie]) -> list[Prestatie]:
    """Return the granted debits that no granted credit takes back."""
    toegekend = [prestatie for prestatie in prestaties if prestatie.toegekend]
    terug = {prestatie.vorig for prestatie in toegekend if prestatie.credit}
    return [p for p in toegekend if not p.credit and p.referentie not in terug]
