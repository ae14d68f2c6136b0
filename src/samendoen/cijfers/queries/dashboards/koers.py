"""Are we on course: the answer at the top of a dashboard, from the figures that were chosen for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.cijfers.rules.lichten import Kleur
from samendoen.cijfers.rules.ontwikkeling import Oordeel

GOED = frozenset({Oordeel.BETER})
ZELFDE = frozenset({Oordeel.GELIJK, Oordeel.TOEVAL})
MINSTE = 2
"""Of fewer figures no answer is given: one is no course."""


@dataclass(frozen=True, slots=True)
class Koers:
    """The answer in a few words, how it was counted, and which figures it rests on (the blocks)."""

    antwoord: str
    uitleg: str
    blokken: tuple[Any, ...]


def koers_van(delen: Iterable[Any]) -> Koers | None:
    """Return whether the chosen figures go the right way, None when there are none of those."""
    gekozen = tuple(b for deel in delen for b in deel.cijfers if b.blok.koers)
    if not gekozen:
        return None
    lichten = [b.cijfer.licht.kleur for b in gekozen if b.cijfer.licht]
    if len(lichten) >= MINSTE:
        return Koers(antwoord_lichten(lichten), _telling(lichten, len(gekozen)), gekozen)
    oordelen = [b.cijfer.oordeel for b in gekozen]
    goed = sum(o in GOED for o in oordelen)
    fout = oordelen.count(Oordeel.SLECHTER)
    zelfde = sum(o in ZELFDE for o in oordelen)
    open_ = len(oordelen) - goed - fout - zelfde
    zinnen = [
        _("%(goed)s beter, %(zelfde)s gelijk en %(fout)s slechter dan een jaar eerder.")
        % {"goed": goed, "zelfde": zelfde, "fout": fout}
    ]
    if open_:
        zinnen.append(
            ngettext(
                "Over %(n)s cijfer is nog niets te zeggen.",
                "Over %(n)s cijfers is nog niets te zeggen.",
                open_,
            )
            % {"n": open_}
        )
    return Koers(antwoord(goed, zelfde, fout), " ".join(zinnen), gekozen)


def antwoord_lichten(lichten: Sequence[Kleur]) -> str:
    """Return the answer in plain words, where somebody set what is good enough."""
    if Kleur.ROOD in lichten:
        alles = lichten.count(Kleur.ROOD) * 2 > len(lichten)
        return (
            _("Nee. De meeste lichten staan op rood.")
            if alles
            else _("Niet overal: er staat een licht op rood.")
        )
    if Kleur.ORANJE in lichten:
        return _("Bijna. Geen licht staat op rood, maar niet alles op groen.")
    return _("Ja. Alle lichten staan op groen.")


def _telling(lichten: Sequence[Kleur], alle: int) -> str:
    zin = _("%(groen)s groen, %(oranje)s oranje en %(rood)s rood.") % {
        kleur.value: lichten.count(kleur) for kleur in Kleur
    }
    zonder = alle - len(lichten)
    if not zonder:
        return zin
    rest = ngettext("%(n)s cijfer heeft geen licht.", "%(n)s cijfers hebben geen licht.", zonder)
    return f"{zin} {rest % {'n': zonder}}"


def antwoord(goed: int, zelfde: int, fout: int) -> str:
    """Return the answer in plain words, from how many figures are better, the same and worse."""
    if goed + zelfde + fout < MINSTE:
        return _("Dat is nog niet te zeggen.")
    if not fout:
        return _("Ja. Geen cijfer gaat de verkeerde kant op.") if goed else _("Het blijft gelijk.")
    if fout > goed + zelfde:
        return _("Nee. De meeste cijfers gaan de verkeerde kant op.")
    return _("Niet overal. Een deel van de cijfers gaat de verkeerde kant op.")
