"""To whom a letter about somebody goes: that person, who has custody, or who represents them.

Custody and the representation of a child: BW 1:245, Jeugdwet art. 7.3.4 and 7.3.5. Guardianship of an
adult: BW 1:381; a mentor decides on care: BW 1:453; an administrator on goods: BW 1:441. Whoever has given a
power of attorney is written to beside it (Awb art. 2:1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.recht.leeftijd import leeftijd

ZELF_ERBIJ_VANAF = 12
ZELF_VANAF = 16


class Post(StrEnum):
    """In which capacity somebody receives a letter."""

    ZELF = "zelf"
    GEZAG = "gezag"
    CURATOR = "curator"
    MENTOR = "mentor"
    BEWINDVOERDER = "bewindvoerder"
    GEMACHTIGDE = "gemachtigde"
    VERTEGENWOORDIGER = "vertegenwoordiger"


@dataclass(frozen=True, slots=True)
class Postregel:
    """One addressee. `via`: the letter itself goes to this representative; otherwise it is one's own letter
    (zelf, gezag) or a copy."""

    aan: Post
    grondslag: str
    uitleg: str
    via: bool = False


_ZELF = Postregel(Post.ZELF, "Awb art. 3:41", "Het gaat over deze persoon.")
_OUDERS_JONG = Postregel(
    Post.GEZAG, "BW 1:245, Jeugdwet art. 7.3.4", "Onder de 12 jaar beslist wie gezag heeft."
)
_OUDERS_SAMEN = Postregel(
    Post.GEZAG,
    "BW 1:245, Jeugdwet art. 7.3.4 en 7.3.5",
    "Van 12 tot en met 15 jaar beslissen het kind en wie gezag heeft samen.",
)
_KIND_SAMEN = Postregel(
    Post.ZELF, "Jeugdwet art. 7.3.4 en 7.3.5", "Van 12 tot en met 15 jaar leest het kind zelf mee."
)
_ZESTIEN = Postregel(Post.ZELF, "Jeugdwet art. 7.3.4 en 7.3.5", "Vanaf 16 jaar beslist iemand zelf.")
_VIA = (
    Postregel(
        Post.CURATOR, "BW 1:381", "Iemand onder curatele wordt vertegenwoordigd door de curator.", True
    ),
    Postregel(Post.MENTOR, "BW 1:453", "De mentor vertegenwoordigt bij zorg en begeleiding.", True),
)
_GELD = Postregel(
    Post.BEWINDVOERDER,
    "BW 1:441",
    "Dit kost of geeft geld: dat regelt de bewindvoerder. Stuur een afschrift.",
)
_ERBIJ = (
    Postregel(Post.GEMACHTIGDE, "Awb art. 2:1", "Gemachtigd door de inwoner. Stuur een afschrift."),
    Postregel(
        Post.VERTEGENWOORDIGER,
        "Wmo 2015 art. 1.1.1",
        "Leg vast of dit een curator, mentor of bewindvoerder is. Stuur tot dan een afschrift.",
    ),
)


def post_aan(
    geboren: date, op: date, vertegenwoordigers: frozenset[Post] = frozenset(), *, geld: bool = False
) -> tuple[Postregel, ...]:
    """Return who receives a letter about somebody born on a day, whom the letter itself goes to first.

    `vertegenwoordigers` are the capacities in which somebody represents this person on that day; of a child
    they do not count, of who is sixteen or seventeen only a power of attorney. `geld`: the letter is about
    money (a budget, an own contribution). Raises `Rechtsfout` if the day lies before the birth.
    """
    jaren = leeftijd(geboren, op)
    if jaren < ZELF_ERBIJ_VANAF:
        return (_OUDERS_JONG,)
    if jaren < ZELF_VANAF:
        return (_OUDERS_SAMEN, _KIND_SAMEN)
    if jaren < 18:
        return (_ZESTIEN, *(r for r in _ERBIJ[:1] if r.aan in vertegenwoordigers))
    via = [r for r in _VIA if r.aan in vertegenwoordigers]
    erbij = [r for r in (*((_GELD,) if geld else ()), *_ERBIJ) if r.aan in vertegenwoordigers]
    return (*via, _ZELF, *erbij)
