"""Where a request of a provider stands: transitions as a table, what grants it, the fold of its events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import AFGEWEZEN, IN_ONDERZOEK

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


class Verzoekstatus(StrEnum):
    """Where a request stands: received, looked into (319 code 2), granted (301), refused (319 code 1)."""

    ONTVANGEN = "ontvangen"
    IN_ONDERZOEK = "in_onderzoek"
    TOEGEWEZEN = "toegewezen"
    AFGEWEZEN = "afgewezen"


# status -> action -> status
VERZOEK_OVERGANGEN: dict[Verzoekstatus, dict[str, Verzoekstatus]] = {
    Verzoekstatus.ONTVANGEN: {
        "neem_in_onderzoek": Verzoekstatus.IN_ONDERZOEK,
        "wijs_toe": Verzoekstatus.TOEGEWEZEN,
        "wijs_af": Verzoekstatus.AFGEWEZEN,
    },
    Verzoekstatus.IN_ONDERZOEK: {
        "wijs_toe": Verzoekstatus.TOEGEWEZEN,
        "wijs_af": Verzoekstatus.AFGEWEZEN,
    },
    Verzoekstatus.TOEGEWEZEN: {},
    Verzoekstatus.AFGEWEZEN: {},
}
LOOPT = frozenset(status for status, stappen in VERZOEK_OVERGANGEN.items() if stappen)
"""These still wait for an assignment or a refusal."""
ANTWOORD = {Verzoekstatus.IN_ONDERZOEK: IN_ONDERZOEK, Verzoekstatus.AFGEWEZEN: AFGEWEZEN}
"""Status -> what the 319 that brought it there says (WJ760)."""
WOONPLAATSBEGINSEL = "8"


def na_terugnemen(vorige: int | None) -> Verzoekstatus:
    """Return where a request stands once its latest 319 is taken back; `vorige` is the 319 before it."""
    return Verzoekstatus.ONTVANGEN if vorige is None else Verzoekstatus.IN_ONDERZOEK


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """A product of a request in codes of the standard ("" not said); `einde` is the last day that is wished.

    `toewijzing` is the assignment that should change; None: something new is asked.
    """

    categorie: str
    code: str
    toewijzing: int | None = None
    einde: str = ""
    # How much is wished, for who decides; what grants it does not depend on it.
    volume: int | None = field(default=None, compare=False)
    eenheid: str = field(default="", compare=False)
    frequentie: str = field(default="", compare=False)
    budget: int | None = field(default=None, compare=False)

    @classmethod
    def uit(cls, product: Groep, bestaand: Mapping[int, tuple[str, str]]) -> "Gevraagd":
        """Return what a product of a 315 or 317 asks; `bestaand` says what an assignment is of."""
        nummer = product.getal("ToewijzingNummer")
        categorie, code = product.tekst("Product/Categorie"), product.tekst("Product/Code")
        if nummer is not None:
            categorie, code = bestaand.get(nummer, ("", ""))
        einde = product.datum("ToewijzingEinddatum") or product.datum("Einddatum")
        return cls(
            categorie,
            code,
            nummer,
            einde.isoformat() if einde else "",
            product.getal("Omvang/Volume"),
            product.tekst("Omvang/Eenheid"),
            product.tekst("Omvang/Frequentie"),
            product.getal("Budget"),
        )


@dataclass(frozen=True, slots=True)
class Toegekend:
    """An assignment that goes out with news; `nieuw`: the provider did not know it."""

    nummer: int
    categorie: str
    code: str
    einde: str
    nieuw: bool


def past(gevraagd: Gevraagd, toegekend: Toegekend) -> int:
    """Return how well an assignment grants what was asked, 0 when it does not.

    The assignment that should change, changed so that it ends on the day that was wished; or a new one of
    that product (3), of that category where one of both names no product (2), or where none was named (1).
    """
    if not toegekend.nieuw:
        gewijzigd = gevraagd.toewijzing == toegekend.nummer and gevraagd.einde == toegekend.einde
        return 3 if gewijzigd else 0
    if not gevraagd.categorie:
        return 1
    if gevraagd.categorie != toegekend.categorie:
        return 0
    if gevraagd.code == toegekend.code:
        return 3
    return 0 if gevraagd.code and toegekend.code else 2


@dataclass(frozen=True, slots=True)
class Verzoekstand:
    """What the events say about one request. `antwoord` is the latest 319, `reden` that of a refusal."""

    bericht: int
    melding: int | None
    status: Verzoekstatus
    op: date
    antwoord: int | None = None
    reden: str = ""
    toewijzingen: tuple[int, ...] = ()


def vouw_verzoek(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Verzoekstand | None:
    """Fold (occurred on, event) in order of recording; None without events."""
    stand: Verzoekstand | None = None
    for dag, g in gebeurtenissen:
        stap = _STAP.get(g.soort)
        if g.soort == "berichten.verzoek_ontvangen":
            stand = _ontvangen(dag, g)
        elif stap is not None and stand is not None:
            stand = stap(stand, g)
    return stand


def _ontvangen(dag: date, g: Any) -> Verzoekstand:
    return Verzoekstand(g.bericht, g.melding, Verzoekstatus.ONTVANGEN, dag)


_STAP: dict[str, Callable[[Verzoekstand, Any], Verzoekstand]] = {
    "berichten.verzoek_in_onderzoek": lambda stand, g: replace(
        stand, status=Verzoekstatus.IN_ONDERZOEK, antwoord=g.antwoord
    ),
    "berichten.verzoek_afgewezen": lambda stand, g: replace(
        stand, status=Verzoekstatus.AFGEWEZEN, antwoord=g.antwoord, reden=g.reden
    ),
    "berichten.verzoek_antwoord_teruggenomen": lambda stand, g: replace(
        stand, status=na_terugnemen(g.vorige), antwoord=g.vorige, reden=""
    ),
    "berichten.verzoek_toegewezen": lambda stand, g: replace(
        stand, status=Verzoekstatus.TOEGEWEZEN, toewijzingen=g.toewijzingen
    ),
}
