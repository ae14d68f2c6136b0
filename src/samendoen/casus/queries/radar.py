"""The marks that a resident gives, as a small picture: a line for now and a dashed one for later.

Its shapes say it without colour; the numbers at its corners are those of the table beside it.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.rules import HOOGSTE

MINST = 3
"""With fewer corners there is no picture to draw; the table says it all."""
MIDDEN, STRAAL, RAND = 120, 88, 104
RINGEN = (2, 4, 6, 8, 10)
Cijfers = Sequence[int | None]


def radar(nu: Cijfers, later: Cijfers) -> SafeString | str:
    """Return the picture of the marks of now and later, corner by corner; "" for too few of them.

    A domain without a mark leaves a gap in the line: it is not a zero.
    """
    hoeken = len(nu)
    if hoeken < MINST or not any(c is not None for c in (*nu, *later)):
        return ""
    return format_html(
        '<svg class="oz-radar" viewBox="0 0 240 240" role="img" aria-label="{}">{}{}{}{}</svg>',
        _("De cijfers in beeld. In de tabel staat hetzelfde."),
        _net(hoeken),
        _nummers(hoeken),
        _lijn(nu, "nu"),
        _lijn(later, "later"),
    )


def _punt(hoek: int, hoeken: int, afstand: float) -> tuple[float, float]:
    """Return where a corner lies: the first one straight up, then clockwise."""
    draai = 2 * pi * hoek / hoeken
    return round(MIDDEN + afstand * sin(draai), 1), round(MIDDEN - afstand * cos(draai), 1)


def _veelhoek(punten: Iterator[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in punten)


def _net(hoeken: int) -> SafeString:
    ringen = format_html_join(
        "",
        '<polygon class="oz-radar__ring" points="{}"/>',
        ((_veelhoek(_punt(h, hoeken, STRAAL * r / HOOGSTE) for h in range(hoeken)),) for r in RINGEN),
    )
    assen = format_html_join(
        "",
        '<line class="oz-radar__as" x1="{0}" y1="{0}" x2="{1}" y2="{2}"/>',
        ((MIDDEN, *_punt(h, hoeken, STRAAL)) for h in range(hoeken)),
    )
    return format_html("{}{}", ringen, assen)


def _nummers(hoeken: int) -> SafeString:
    return format_html_join(
        "",
        '<text class="oz-radar__nr" x="{}" y="{}">{}</text>',
        ((*_punt(h, hoeken, RAND), h + 1) for h in range(hoeken)),
    )


def _lijn(cijfers: Cijfers, soort: str) -> SafeString | str:
    """Return the line through the marks, and a sign on each: a dot for now, a square for later."""
    plek = {h: _punt(h, len(cijfers), STRAAL * c / HOOGSTE) for h, c in enumerate(cijfers) if c is not None}
    if not plek:
        return ""
    vol = len(plek) == len(cijfers)
    waar = _veelhoek(iter(plek.values())) if vol else _stukken(plek, len(cijfers))
    lijn = format_html(
        '<{0} class="oz-radar__lijn oz-radar__lijn--{1}" {2}="{3}"/>',
        "polygon" if vol else "path",
        soort,
        "points" if vol else "d",
        waar,
    )
    if soort == "nu":
        tekens = format_html_join(
            "", '<circle class="oz-radar__punt oz-radar__punt--nu" cx="{}" cy="{}" r="4"/>', plek.values()
        )
    else:
        tekens = format_html_join(
            "",
            '<rect class="oz-radar__punt oz-radar__punt--later" x="{}" y="{}" width="8" height="8"/>',
            ((round(x - 4, 1), round(y - 4, 1)) for x, y in plek.values()),
        )
    return format_html("{}{}", lijn, tekens)


def _stukken(plek: dict[int, tuple[float, float]], hoeken: int) -> str:
    """Return the pieces of line between neighbours that both have a mark."""
    paren = ((h, (h + 1) % hoeken) for h in plek if (h + 1) % hoeken in plek)
    return " ".join(f"M{plek[van][0]} {plek[van][1]}L{plek[naar][0]} {plek[naar][1]}" for van, naar in paren)
