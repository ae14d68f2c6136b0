"""The clock bar: a term as a picture and in words, with the steps that explain its last day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.schil.formaat import aantal, dagen_geleden, dagen_over, datum_lang
from samendoen.schil.tekens import status

BREEDTE = 1000
LET_OP_DAGEN = 7

Schorsing = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Klokstap:
    """One step of the explanation, as text: on which day, what happens, under which article."""

    datum: str
    wat: str
    grondslag: str


@dataclass(frozen=True, slots=True)
class Klok:
    """Everything that `{% klokbalk %}` shows, as ready strings."""

    naam: str
    grondslag: str
    stand: str
    status: SafeString
    begin: str
    uiterste: str
    over: str
    balk: SafeString
    schorsingen: tuple[str, ...]
    stappen: tuple[Klokstap, ...]
    waarschuwingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stand:
    """A state of a clock: the code for the style sheet, the shape, and its word."""

    code: str
    vorm: str
    woord: str


def klok(
    *,
    naam: str,
    start: date,
    uiterste: date,
    vandaag: date,
    schorsingen: Sequence[Schorsing] = (),
    stappen: Sequence[tuple[date | None, str, str]] = (),
    waarschuwingen: Sequence[str] = (),
    klaar_op: date | None = None,
    grondslag: str = "",
    rekenen: bool = False,
) -> Klok:
    """Return a clock ready to show.

    `schorsingen` are suspended days, from and through (both days included). `stappen` are (day, what,
    article) in the order of counting. `klaar_op` is the day on which the work was done, which stops
    the clock. `rekenen` is for a calculation: nobody is late with it. Nothing is computed here about
    the law: `uiterste` comes from `recht`.
    """
    stand = _REKENEN if rekenen else _stand(uiterste, vandaag, tuple(schorsingen), klaar_op)
    return Klok(
        naam=naam,
        grondslag=grondslag,
        stand=stand.code,
        status=status(stand.vorm, stand.woord or _("berekend")),
        begin=datum_lang(start),
        uiterste=datum_lang(uiterste),
        over=_over(uiterste, vandaag, klaar_op, rekenen),
        balk=balk(start, uiterste, vandaag, tuple(schorsingen), klaar_op),
        schorsingen=tuple(_schorsing(van, tot) for van, tot in schorsingen),
        stappen=tuple(Klokstap(datum_lang(d) if d else "", wat, wet) for d, wat, wet in stappen),
        waarschuwingen=tuple(waarschuwingen),
    )


def _over(uiterste: date, vandaag: date, klaar_op: date | None, rekenen: bool) -> str:
    if klaar_op:
        return _("afgerond op %(datum)s") % {"datum": datum_lang(klaar_op)}
    return dagen_geleden(uiterste, vandaag) if rekenen else dagen_over(uiterste, vandaag)


def _schorsing(van: date, tot: date) -> str:
    dagen = (tot - van).days + 1
    tekst = ngettext(
        "Stond stil van %(van)s tot en met %(tot)s (%(dagen)s dag)",
        "Stond stil van %(van)s tot en met %(tot)s (%(dagen)s dagen)",
        dagen,
    )
    return tekst % {"van": datum_lang(van), "tot": datum_lang(tot), "dagen": aantal(dagen)}


_REKENEN = _Stand("rekenen", "info", "")


def _stand(uiterste: date, vandaag: date, schorsingen: tuple[Schorsing, ...], klaar: date | None) -> _Stand:
    """Return the state that counts; the first that applies, in this order."""
    mogelijk = (
        (klaar is not None and klaar <= uiterste, _Stand("klaar", "ok", _("op tijd klaar"))),
        (klaar is not None, _Stand("klaar-laat", "fout", _("te laat klaar"))),
        (uiterste < vandaag, _Stand("te-laat", "fout", _("te laat"))),
        (any(van <= vandaag <= tot for van, tot in schorsingen), _Stand("stil", "pauze", _("staat stil"))),
        ((uiterste - vandaag).days <= LET_OP_DAGEN, _Stand("bijna", "waarschuwing", _("bijna om"))),
    )
    return next((stand for geldt, stand in mogelijk if geldt), _Stand("loopt", "loopt", _("loopt")))


@lru_cache(maxsize=20_000)
def balk(
    start: date,
    uiterste: date,
    vandaag: date,
    schorsingen: tuple[Schorsing, ...] = (),
    klaar_op: date | None = None,
) -> SafeString:
    """Return the bar alone, to hand to the rows of a list: what has passed, what stood still, today.

    A picture only (hidden from screen readers): always put `termijn_tekst` or a status beside it.
    Suspended parts are drawn half as high, so that they show without colour.
    """
    nu = klaar_op or vandaag
    schaal = _Schaal(start, max(uiterste, nu, start))
    delen = [schaal.vak("spoor", start, uiterste), schaal.vak("voorbij", start, min(nu, uiterste))]
    delen += [schaal.vak("stil", van, tot, hoogte=6) for van, tot in schorsingen]
    if nu > uiterste:
        delen.append(schaal.vak("over", uiterste, nu))
    delen.append(schaal.streep("eind", uiterste))
    if nu >= start:
        delen.append(schaal.streep("nu", nu))
    return format_html(
        '<svg class="sd-balk" viewBox="0 0 {} 24" preserveAspectRatio="none" aria-hidden="true" '
        'focusable="false">{}</svg>',
        BREEDTE,
        mark_safe("".join(delen)),
    )


@dataclass(frozen=True, slots=True)
class _Schaal:
    """Days to positions on the bar."""

    begin: date
    eind: date

    def x(self, dag: date) -> int:
        lengte = (self.eind - self.begin).days or 1
        return max(0, min(BREEDTE, round(BREEDTE * (dag - self.begin).days / lengte)))

    def vak(self, soort: str, van: date, tot: date, hoogte: int = 12) -> str:
        links, rechts = self.x(van), self.x(tot)
        if rechts <= links:
            return ""
        top = 18 - hoogte
        return (
            f'<rect class="sd-balk__{soort}" x="{links}" y="{top}" '
            f'width="{rechts - links}" height="{hoogte}"/>'
        )

    def streep(self, soort: str, dag: date) -> str:
        x = max(2, min(BREEDTE - 2, self.x(dag)))
        return f'<path class="sd-balk__{soort}" vector-effect="non-scaling-stroke" d="M{x} 1V23"/>'
