"""Read in a list of product codes from a file: whole, or not at all."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from samendoen.besluiten.events.aanbod import ProductlijstIngelezen
from samendoen.besluiten.models import Productcode
from samendoen.besluiten.queries.productcodes import foutzin, versies
from samendoen.besluiten.rules.productlijst import (
    GROOTSTE,
    WET_VAN,
    Vergelijking,
    Versie,
    lees_lijst,
    sleutelgetal,
    vergelijk,
)
from samendoen.kernel.api import (
    Actor,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    schrijf,
    werk_bij,
)

BEURT = "besluiten.productlijst"
ENIGE = 1
__all__ = ["GROOTSTE", "Productlijstverslag", "importeer_productcodes"]


@dataclass(frozen=True, slots=True)
class Productlijstverslag:
    """What reading in did, or would do: (line, category, code, name) by what happens; and (line, sentence)
    for what is wrong. `gedaan`: it was written. `overgeslagen`: lines without a category."""

    nieuw: tuple[tuple[int, str, str, str], ...] = ()
    gewijzigd: tuple[tuple[int, str, str, str], ...] = ()
    beeindigd: tuple[tuple[int, str, str, str], ...] = ()
    gelijk: int = 0
    overgeslagen: tuple[int, ...] = ()
    geweigerd: tuple[tuple[int, str], ...] = ()
    gedaan: bool = False

    @property
    def verandert(self) -> bool:
        """Tell whether it changes anything."""
        return bool(self.nieuw or self.gewijzigd or self.beeindigd)


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def importeer_productcodes(door: Actor, inhoud: bytes, *, proef: bool = False) -> Productlijstverslag:
    """Read in a file (see `rules.productlijst`); return what it did, or with `proef` what it would do.

    With one line refused nothing is written. What is not in the file stays. The same file again changes
    nothing. A file that cannot be read is a report with line 0, never an error.
    """
    op_beurt(BEURT)
    vandaag = klok.vandaag()
    regels, overgeslagen, fouten = lees_lijst(inhoud)
    uit = vergelijk(versies(), regels, vandaag)
    alle = sorted([*fouten, *uit.fouten], key=lambda f: f.regel)
    verslag = Productlijstverslag(
        **{soort: _tekst(uit, soort) for soort in ("nieuw", "gewijzigd", "beeindigd")},
        gelijk=len(uit.regels["gelijk"]),
        overgeslagen=tuple(overgeslagen),
        geweigerd=tuple((f.regel, foutzin(f)) for f in alle),
        gedaan=not alle and not proef,
    )
    if verslag.gedaan and verslag.verandert:
        _schrijf(uit, vandaag)
        leg_vast(door, Vastlegging(_ingelezen(inhoud, verslag), ENIGE, vandaag))
    return verslag


def _tekst(uit: Vergelijking, soort: str) -> tuple[tuple[int, str, str, str], ...]:
    rijen = sorted(uit.regels[soort], key=lambda r: r.nummer)
    return tuple((r.nummer, r.categorie, r.code, r.naam) for r in rijen)


def _ingelezen(inhoud: bytes, v: Productlijstverslag) -> ProductlijstIngelezen:
    return ProductlijstIngelezen(
        bestand=sha256(inhoud).hexdigest(),
        nieuw=len(v.nieuw),
        gewijzigd=len(v.gewijzigd),
        beeindigd=len(v.beeindigd),
        gelijk=v.gelijk,
    )


def _schrijf(uit: Vergelijking, vandaag: date) -> None:
    """Take back, close, then add: in this order no two ever hold at a time."""
    oude = Productcode.objects.in_bulk([*uit.weg, *uit.anders])
    for nummer in uit.weg:
        oude[nummer].ingetrokken_op = vandaag
    werk_bij([oude[nummer] for nummer in uit.weg], ["ingetrokken_op"])
    for nummer, afspraak in uit.anders.items():
        oude[nummer].tot = afspraak.tot
    werk_bij([oude[nummer] for nummer in uit.anders], ["tot"])
    schrijf(_rij(versie) for versie in uit.erbij)


def _rij(v: Versie) -> Productcode:
    return Productcode(
        wet=WET_VAN[v.categorie],
        categorie=v.categorie,
        code=v.code,
        getal=sleutelgetal(v.categorie, v.code),
        naam=v.naam,
        eenheid=v.eenheid,
        van=v.afspraak.van,
        tot=v.afspraak.tot,
    )
