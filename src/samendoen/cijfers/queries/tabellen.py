"""The tables of an indicator. One function authorises, computes and protects: `tabel`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.momentopnamen import Peiling, bestand, momentopname, nieuwste_peildatum
from samendoen.cijfers.queries.motor import bereken
from samendoen.cijfers.queries.publicaties import (
    gepubliceerd,
    keur_openbaar,
    nieuwste_publicatie,
    publicatie_van,
)
from samendoen.cijfers.queries.vragen import feitsoort, vraag
from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.openbaar import Cel
from samendoen.cijfers.rules.uitdrukking import Sleutel, Uitkomst
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, NietGevonden, Permissie, Rol
from samendoen.kernel.stekkers import Kolom

MEESTE_UITSPLITSINGEN = 3
"""More at once gives cells of single people, and no table that anybody reads."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One figure. `namen` are the values it is broken down by, as people read them; None is unknown.

    A hidden figure has no `waarde` and is `onderdrukt`; `klein` says that it is hidden because it is small
    itself. A share lies between 0 and 1, and says of how many (`teller`, `noemer`). What is measured says
    over how many values (`over`); over none it has no value. `sleutels` are the codes behind the names.
    """

    namen: tuple[Sleutel, ...]
    waarde: int | float | None
    onderdrukt: bool
    teller: int | None = None
    noemer: int | None = None
    klein: bool = False
    over: int | None = None
    sleutels: tuple[Sleutel, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabel:
    """An indicator's figures of one snapshot, broken down by `per`.

    `rangen` has per breakdown the place of each name that has an order of its own.
    """

    indicator: Indicator
    peildatum: date
    per: tuple[str, ...]
    beschermd: bool
    rijen: tuple[Rij, ...]
    rangen: tuple[Mapping[Sleutel, int], ...] = ()

    @property
    def is_aandeel(self) -> bool:
        """Return whether the figures are shares."""
        return isinstance(self.indicator.maat, definities.Aandeel | definities.Verdeling)

    def als_json(self) -> dict[str, Any]:
        """Return the document of contract 09; a share comes with its two sides, a measured number with over
        how many."""
        rijen: list[dict[str, Any]] = [
            {
                **dict(zip(self.per, rij.namen, strict=True)),
                "waarde": rij.waarde,
                **({"teller": rij.teller, "noemer": rij.noemer} if self.is_aandeel else {}),
                **({"over": rij.over} if self.indicator.is_meting else {}),
                "onderdrukt": rij.onderdrukt,
            }
            for rij in self.rijen
        ]
        return {"code": self.indicator.code, "peildatum": self.peildatum.isoformat(), "rijen": rijen}


def beschermd(door: Actor, publiek: bool = False) -> bool:
    """Return whether this actor gets the version that is safe for the council and the public."""
    return publiek or Rol.RAAD in door.rollen


def nieuwste_dag(door: Actor, publiek: bool = False) -> date | None:
    """Return the newest day of which this actor can see figures, None when there is none yet."""
    return nieuwste_publicatie() if beschermd(door, publiek) else nieuwste_peildatum()


@dataclass(frozen=True, slots=True)
class Stand:
    """The day that somebody looks at: of staff a snapshot, of the council and the public a publication.

    Only `stand` makes one, and it authorises; of what was published `openbare_stand` does, for everybody.
    Ask several tables of one, so that it is read once.
    """

    peiling: Peiling | None
    publicatie: Publicatie | None

    @property
    def peildatum(self) -> date:
        """The day of the figures."""
        dag = self.peiling or self.publicatie
        assert dag is not None
        return dag.peildatum


def stand(door: Actor, peildatum: date | None = None, publiek: bool = False) -> Stand:
    """Return the snapshot or publication of `peildatum`, or the newest, that this actor may see.

    Raises Geweigerd without CIJFERS_ZIEN, and Domeinfout when there is none of that day.
    """
    mag_zien(door)
    if beschermd(door, publiek):
        return Stand(None, publicatie_van(peildatum))
    return Stand(momentopname(peildatum), None)


def openbare_stand(peildatum: date | None = None) -> Stand:
    """Return what was published of `peildatum`, or the newest: that is for everybody, also without a login.

    Raises Domeinfout when there is none of that day.
    """
    return Stand(None, publicatie_van(peildatum))


def tabel(
    door: Actor,
    code: str,
    per: Sequence[str] = (),
    peildatum: date | None = None,
    publiek: bool = False,
) -> Tabel:
    """Return an indicator's table from the snapshot of `peildatum`, or the newest.

    Staff with CIJFERS_ZIEN sees every count. `publiek`, and always for the council, gives what was published
    of that snapshot (or of the newest that was): the breakdowns that the indicator publishes and their
    totals, with hidden figures. Raises Geweigerd, NietGevonden (unknown indicator) or Domeinfout (breakdown,
    snapshot).
    """
    van, gekozen = toegestaan(door, code, per, peildatum, publiek)
    return tabel_uit(van, gekozen, per)


def toegestaan(
    door: Actor, code: str, per: Sequence[str], peildatum: date | None = None, publiek: bool = False
) -> tuple[Stand, Indicator]:
    """Return where a table may be asked of, for more tables of the same. Raises as `tabel` does."""
    mag_zien(door)
    gekozen = indicator(code)
    keur_uitsplitsing(gekozen, per)
    if beschermd(door, publiek):
        keur_openbaar(gekozen, per)
    return stand(door, peildatum, publiek), gekozen


def tabel_uit(van: Stand, gekozen: Indicator, per: Sequence[str]) -> Tabel:
    """Return a table as `tabel` does, of a day that was authorised."""
    uitsplitsing = keur_uitsplitsing(gekozen, per)
    if van.publicatie is not None:
        cellen = gepubliceerd(gekozen, uitsplitsing, van.publicatie)
    else:
        cellen = _geteld(van, gekozen, uitsplitsing)
    return maak_tabel(gekozen, uitsplitsing, cellen, van)


def maak_tabel(gekozen: Indicator, per: tuple[str, ...], cellen: Sequence[Cel], van: Stand) -> Tabel:
    """Return figures as a table that people read: names instead of codes, sorted."""
    namen = [naam_van(gekozen, naam) for naam in per]
    rangen = tuple(_rang(gekozen, naam) for naam in per)
    rijen = [_rij(cel, namen, gekozen.is_meting) for cel in cellen]
    rijen.sort(key=lambda rij: [volgorde(n, rang) for n, rang in zip(rij.namen, rangen, strict=True)])
    return Tabel(gekozen, van.peildatum, per, van.publicatie is not None, tuple(rijen), rangen)


def _geteld(van: Stand, gekozen: Indicator, per: Sequence[str]) -> list[Cel]:
    assert van.peiling is not None
    pad = bestand(van.peiling, gekozen.feit)
    uitkomsten = bereken(pad, van.peiling.hashes[gekozen.feit], vraag(gekozen, per))
    return [Cel(u.sleutels, u.teller, u.noemer, Status.OPEN, u.meting) for u in uitkomsten]


def mag_zien(door: Actor) -> None:
    """Refuse who may see no figures. Raises Geweigerd."""
    if not door.mag(Permissie.CIJFERS_ZIEN):
        raise Geweigerd(
            "geen_recht",
            _("Uw rol geeft geen recht op de cijfers."),
            _("Vraag functioneel beheer om de rol die hierbij hoort."),
        )


def indicator(code: str) -> Indicator:
    """Return the indicator with this code. Raises NietGevonden, which names the nearest ones."""
    bekend = definities.indicatoren()
    if code in bekend:
        return bekend[code]
    if code in definities.externe_indicatoren():
        raise Domeinfout(
            "elders_gemeten",
            _("'%(code)s' meten wij niet zelf: het cijfer komt van een ander.") % {"code": code},
            _("Bekijk het op de pagina Cijfers; uitsplitsen kan niet."),
        )
    lijkt = get_close_matches(code.lower(), bekend, n=3, cutoff=0.4) or sorted(bekend)
    raise NietGevonden(
        "onbekende_indicator",
        _("De indicator '%(code)s' bestaat niet.") % {"code": code},
        _("Kies bijvoorbeeld: %(namen)s.") % {"namen": ", ".join(lijkt)},
    )


def keur_uitsplitsing(gekozen: Indicator, per: Sequence[str]) -> tuple[str, ...]:
    """Return the breakdowns. Raises Domeinfout for one that the indicator does not have, or too many."""
    toegestaan = gekozen.uitsplitsingen
    vreemd = [naam for naam in per if naam not in toegestaan]
    if vreemd or len(set(per)) != len(per) or len(per) > MEESTE_UITSPLITSINGEN:
        raise Domeinfout(
            "onbekende_uitsplitsing",
            _("Op '%(per)s' kan %(code)s niet worden uitgesplitst.")
            % {"per": ",".join(vreemd or per), "code": gekozen.code},
            _("Kies er ten hoogste %(n)s, elk één keer, uit: %(namen)s.")
            % {"n": MEESTE_UITSPLITSINGEN, "namen": ", ".join(toegestaan)},
            veld="per",
        )
    return tuple(per)


def naam_van(gekozen: Indicator, uitsplitsing: str) -> Callable[[Sleutel], Sleutel]:
    """Return what turns a code of this breakdown into the name that people read."""
    kolom = _kolom(gekozen, uitsplitsing)
    namen: Mapping[str, str] = kolom.benoem() if kolom and kolom.benoem else {}
    return lambda sleutel: namen.get(sleutel, sleutel) if isinstance(sleutel, str) else sleutel


def _rang(gekozen: Indicator, uitsplitsing: str) -> Mapping[Sleutel, int]:
    """Return the place of each name of a column that has an order of its own; of another nothing."""
    kolom = _kolom(gekozen, uitsplitsing)
    if kolom is None or kolom.benoem is None or not kolom.geordend:
        return {}
    return {naam: plaats for plaats, naam in enumerate(kolom.benoem().values())}


def _kolom(gekozen: Indicator, naam: str) -> Kolom | None:
    return next((kolom for kolom in feitsoort(gekozen).kolommen if kolom.naam == naam), None)


def _rij(cel: Cel, namen: Sequence[Callable[[Sleutel], Sleutel]], gemeten: bool) -> Rij:
    gelezen = tuple(naam(sleutel) for naam, sleutel in zip(namen, cel.sleutels, strict=True))
    if cel.teller is None:
        return Rij(gelezen, None, True, klein=cel.status is Status.PRIMAIR, sleutels=cel.sleutels)
    if gemeten:
        return Rij(gelezen, cel.meting, False, over=cel.teller, sleutels=cel.sleutels)
    uitkomst = Uitkomst(cel.sleutels, cel.teller, cel.noemer)
    teller = None if cel.noemer is None else cel.teller
    return Rij(gelezen, uitkomst.waarde, False, teller, cel.noemer, sleutels=cel.sleutels)


def volgorde(naam: Sleutel, rang: Mapping[Sleutel, int]) -> tuple[bool, bool, int, str]:
    """Return by what names are sorted: by their own order, else numbers and then words; the unknown last."""
    getal = isinstance(naam, int)
    plaats = naam if isinstance(naam, int) else rang.get(naam, len(rang))
    return naam is None, not getal, plaats, "" if getal else str(naam).casefold()
