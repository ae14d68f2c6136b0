"""Figures that others measured: those of the definitions and those that were taken in, with what is against
each of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern
from samendoen.cijfers.definities.meting import Externemeting, aannemelijkheid
from samendoen.cijfers.models import GEBIEDSOORTEN, Meting
from samendoen.cijfers.queries.kruis import geldt_hier
from samendoen.cijfers.queries.soorten import keur_code, plek
from samendoen.cijfers.rules.aannemelijk import (
    Grenzen,
    Index,
    Twijfel,
    Vermoeden,
    Waarneming,
    maak_index,
    twijfels,
    ver_uiteen,
    verschoven_komma,
)
from samendoen.kernel import stekkers
from samendoen.kernel.api import NietGevonden


@dataclass(frozen=True, slots=True)
class Metingwaarde:
    """One figure of somebody else. `twijfels` are sentences; with one or more it is shown with a warning.

    `id` is that of the row, None for one of the definitions. `woordelijk` is how the source prints it where
    that is not one number. `eigen`: it is about this municipality as a whole.
    """

    indicator: str
    gebied: str
    gebiedsoort: str
    eigen: bool
    periode: str
    waarde: Decimal
    woordelijk: str
    bron: str
    toelichting: str
    twijfels: tuple[str, ...]
    id: int | None = None

    def als_json(self) -> dict[str, object]:
        """Return it for machines; an unknown period is None."""
        return {
            "gebied": self.gebied,
            "gebiedsoort": self.gebiedsoort,
            "periode": self.periode or None,
            "waarde": als_getal(self.waarde),
            "woordelijk": self.woordelijk or None,
            "bron": self.bron or None,
            "toelichting": self.toelichting or None,
            "twijfels": list(self.twijfels),
        }


def metingen_van(code: str) -> list[Metingwaarde]:
    """Return what others measured of an indicator: newest first, this municipality before others.

    Raises NietGevonden for an unknown one. One query.
    """
    keur_code(code)
    return [m for m in alle_metingen() if m.indicator == code]


def alle_metingen() -> list[Metingwaarde]:
    """Return every figure that others measured, by indicator, newest first. One query."""
    hier, rijen = _eigen_naam(), list(Meting.objects.filter(vervallen_op__isnull=True).order_by("pk"))
    paren = [*_van_definities(), *((_waarneming(rij), rij) for rij in rijen)]
    index = maak_index(w for w, _herkomst in paren)
    uit = [_waarde(w, herkomst, index, hier) for w, herkomst in paren]
    return sorted(uit, key=lambda m: (m.indicator, _oudheid(m), not m.eigen, m.gebiedsoort, m.gebied))


def eigen_meting(code: str, alle: Iterable[Metingwaarde] | None = None) -> Metingwaarde | None:
    """Return the newest figure of this municipality, None without one."""
    bron = metingen_van(code) if alle is None else alle
    return next((m for m in bron if m.indicator == code and m.eigen), None)


def alle_waarnemingen() -> list[Waarneming]:
    """Return every figure as the rules hold them against each other."""
    rijen = Meting.objects.filter(vervallen_op__isnull=True)
    return [*(w for w, _meting in _van_definities()), *(_waarneming(rij) for rij in rijen)]


def als_waarneming(
    code: str, periode: str, gebiedsoort: str, gebied: str, waarde: Decimal, bron: str
) -> Waarneming:
    """Return a figure of an indicator as the rules read it."""
    return Waarneming(code, keur_code(code).eenheid, periode, gebiedsoort, gebied, waarde, bron)


def twijfelzinnen(w: Waarneming, index: Index) -> Iterator[str]:
    """Yield what is against a figure, in sentences."""
    for twijfel in twijfels(w, index, _grenzen()):
        yield _zin(w, twijfel)


def vergelijk_delen(een: Decimal, ander: Decimal) -> tuple[bool, Decimal | None]:
    """Return whether two percentages can hardly both be right, and what was meant when a comma slipped."""
    grenzen = _grenzen()
    return ver_uiteen(een, ander, grenzen.veel, grenzen.punten), verschoven_komma(een, ander)


def _grenzen() -> Grenzen:
    a = aannemelijkheid()
    return Grenzen(a.veel, a.punten, a.sprong, a.sprong_punten, a.sprong_aantal, a.tekens)


Herkomst = Meting | tuple[Extern, Externemeting]


def _van_definities() -> Iterator[tuple[Waarneming, Herkomst]]:
    for elders in definities.externe_indicatoren().values():
        for m in elders.meting:
            waarde = Decimal(m.waarde)
            w = Waarneming(elders.code, elders.eenheid, m.wanneer, m.gebiedsoort, m.gebied, waarde, m.bron)
            yield w, (elders, m)


def _waarneming(rij: Meting) -> Waarneming:
    return als_waarneming(rij.indicator, rij.periode, rij.gebiedsoort, rij.gebied, rij.waarde, rij.bron)


def _waarde(w: Waarneming, herkomst: Herkomst, index: Index, hier: str) -> Metingwaarde:
    zinnen = tuple(twijfelzinnen(w, index))
    if isinstance(herkomst, Meting):
        return Metingwaarde(
            w.indicator,
            w.gebied,
            w.gebiedsoort,
            w.gebiedsoort == "gemeente" and w.gebied.casefold() == hier,
            w.periode,
            w.waarde,
            "",
            w.bron,
            herkomst.toelichting,
            zinnen,
            herkomst.pk,
        )
    elders, m = herkomst
    return Metingwaarde(
        w.indicator,
        w.gebied,
        w.gebiedsoort,
        bool(m.gemeente) and geldt_hier(m.gemeente),
        w.periode,
        w.waarde,
        m.woordelijk,
        plek(elders, m),
        m.toelichting,
        (*([m.twijfel] if m.twijfel else []), *zinnen),
    )


def _eigen_naam() -> str:
    return next((naam().casefold() for _sleutel, naam in stekkers.gemeentenaam), "")


def _oudheid(m: Metingwaarde) -> tuple[int, str]:
    """Return what puts the newest first: by year, and within it the later part before the earlier."""
    jaar, _streep, rest = m.periode.partition("-")
    return -int(jaar or 0), "".join(chr(0x10FFFF - ord(teken)) for teken in rest)


def getaltekst(waarde: Decimal) -> str:
    """Return a number with as many decimals as it has: 12,9 (12.9 in English)."""
    kaal = waarde.normalize()
    exponent = kaal.as_tuple().exponent
    decimalen = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return number_format(kaal, decimalen, use_l10n=True, force_grouping=True)


def metingtekst(m: Metingwaarde, eenheid: str) -> str:
    """Return a figure as people read it: as the source prints it, else the number with its percent sign."""
    return m.woordelijk or waardetekst(m.waarde, eenheid)


def waardetekst(waarde: Decimal, eenheid: str) -> str:
    """Return a number, with its percent sign when it is a share."""
    return f"{getaltekst(waarde)}{'%' if eenheid == '%' else ''}"


def periodetekst(m: Metingwaarde) -> str:
    """Return the period as people read it."""
    return m.periode or _("niet genoemd")


def gebiedtekst(m: Metingwaarde) -> str:
    """Return the area with its kind, where the name alone does not say it."""
    if m.gebiedsoort == "dorp":
        return _("%(gebied)s (dorp)") % {"gebied": m.gebied}
    return m.gebied


def soortnaam(gebiedsoort: str) -> str:
    """Return the name of a kind of area."""
    return str(GEBIEDSOORTEN[gebiedsoort])


def als_getal(waarde: Decimal) -> int | float:
    """Return a number for machines: whole when it is."""
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)


def _zin(w: Waarneming, t: Twijfel) -> str:
    ander = waardetekst(t.ander, w.eenheid) if t.ander is not None else ""
    woorden = {"waar": t.waar, "ander": ander, "dit": waardetekst(w.waarde, w.eenheid)}
    match t.vermoeden:
        case Vermoeden.BEREIK:
            return _("Dit kan niet: een percentage ligt tussen 0 en 100 en een aantal is niet onder 0.")
        case Vermoeden.ELDERS:
            zin = _("Voor %(waar)s is dit %(ander)s: zo ver uit elkaar is onwaarschijnlijk.")
        case Vermoeden.SPRONG:
            zin = _("In %(waar)s was dit %(ander)s: zo'n sprong in een jaar is onwaarschijnlijk.")
        case Vermoeden.ZELFDE:
            woorden["waar"] = keur_code(t.waar).naam
            zin = _("Precies hetzelfde getal staat bij '%(waar)s': is het op de goede plek terechtgekomen?")
        case Vermoeden.BRON:
            return _("De bron ontbreekt.")
    uit = zin % woorden
    if t.bedoeld is not None:
        bedoeld = waardetekst(t.bedoeld, w.eenheid)
        uit += " " + _("Staat er een komma verkeerd? Dan is %(bedoeld)s bedoeld.") % {"bedoeld": bedoeld}
    return uit


def naar_indicator(alle: Iterable[Metingwaarde]) -> Mapping[str, list[Metingwaarde]]:
    """Return the figures by indicator."""
    per: dict[str, list[Metingwaarde]] = {}
    for m in alle:
        per.setdefault(m.indicator, []).append(m)
    return per


def meting_met_id(meting_id: int) -> Meting:
    """Return a figure that was taken in and still counts. Raises NietGevonden."""
    rij = Meting.objects.filter(pk=meting_id, vervallen_op__isnull=True).first()
    if rij is None:
        raise NietGevonden(
            "meting_onbekend",
            _("Deze meting bestaat niet, of is al ingetrokken."),
            _("Kies een meting op de pagina Elders gemeten."),
        )
    return rij
