"""The tables of an indicator. One function authorises, computes and protects: `tabel`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.momentopnamen import bestand, momentopname
from samendoen.cijfers.queries.motor import bereken
from samendoen.cijfers.queries.vragen import feitsoort, vraag
from samendoen.cijfers.rules.onthulling import te_klein
from samendoen.cijfers.rules.uitdrukking import Sleutel, Uitkomst
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, NietGevonden, Permissie, Rol

MEESTE_UITSPLITSINGEN = 3
"""More at once gives cells of single people, and no table that anybody reads."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One figure. `namen` are the values it is broken down by, as people read them; None is unknown.

    A hidden figure has no `waarde` and is `onderdrukt`. A share lies between 0 and 1.
    """

    namen: tuple[Sleutel, ...]
    waarde: int | float | None
    onderdrukt: bool


@dataclass(frozen=True, slots=True)
class Tabel:
    """An indicator's figures of one snapshot, broken down by `per`."""

    indicator: Indicator
    peildatum: date
    per: tuple[str, ...]
    beschermd: bool
    rijen: tuple[Rij, ...]

    def als_json(self) -> dict[str, Any]:
        """Return the document of contract 09."""
        rijen: list[dict[str, Any]] = [
            {
                **dict(zip(self.per, rij.namen, strict=True)),
                "waarde": rij.waarde,
                "onderdrukt": rij.onderdrukt,
            }
            for rij in self.rijen
        ]
        return {"code": self.indicator.code, "peildatum": self.peildatum.isoformat(), "rijen": rijen}


def beschermd(door: Actor, publiek: bool = False) -> bool:
    """Return whether this actor gets the version that is safe for the council and the public."""
    return publiek or Rol.RAAD in door.rollen


def tabel(
    door: Actor,
    code: str,
    per: Sequence[str] = (),
    peildatum: date | None = None,
    publiek: bool = False,
) -> Tabel:
    """Return an indicator's table from the snapshot of `peildatum`, or the newest.

    Staff with CIJFERS_ZIEN sees every count. `publiek`, and always for the council, gives the protected
    version: only the breakdown that the indicator publishes, and no figure below the threshold.
    Raises Geweigerd, NietGevonden (unknown indicator) or Domeinfout (breakdown, snapshot).
    """
    if not door.mag(Permissie.CIJFERS_ZIEN):
        raise Geweigerd(
            "geen_recht",
            _("Uw rol geeft geen recht op de cijfers."),
            _("Vraag functioneel beheer om de rol die hierbij hoort."),
        )
    gekozen = indicator(code)
    veilig = beschermd(door, publiek)
    uitsplitsing = _mag_uitsplitsen(gekozen, per, veilig)
    peiling = momentopname(peildatum)
    gevraagd = vraag(gekozen, uitsplitsing)
    pad = bestand(peiling, gekozen.feit)
    uitkomsten = bereken(pad, peiling.hashes[gekozen.feit], gevraagd)
    grens = definities.drempel() if veilig else 0
    namen = [_namen(gekozen, naam) for naam in uitsplitsing]
    rijen = sorted((_rij(uitkomst, namen, grens) for uitkomst in uitkomsten), key=_volgorde)
    return Tabel(gekozen, peiling.peildatum, uitsplitsing, veilig, tuple(rijen))


def indicator(code: str) -> Indicator:
    """Return the indicator with this code. Raises NietGevonden, which names the nearest ones."""
    bekend = definities.indicatoren()
    if code in bekend:
        return bekend[code]
    lijkt = get_close_matches(code.lower(), bekend, n=3, cutoff=0.4) or sorted(bekend)
    raise NietGevonden(
        "onbekende_indicator",
        _("De indicator '%(code)s' bestaat niet.") % {"code": code},
        _("Kies bijvoorbeeld: %(namen)s.") % {"namen": ", ".join(lijkt)},
    )


def _mag_uitsplitsen(gekozen: Indicator, per: Sequence[str], veilig: bool) -> tuple[str, ...]:
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
    if veilig and set(per) != set(gekozen.weergave.per):
        raise Domeinfout(
            "niet_openbaar",
            _("Deze uitsplitsing gaat niet naar buiten: naast de openbare tabel zou ze mensen verraden."),
            _("Vraag de openbare tabel: uitgesplitst op %(per)s.") % {"per": ",".join(gekozen.weergave.per)},
            veld="per",
        )
    return tuple(per)


def _namen(gekozen: Indicator, uitsplitsing: str) -> Callable[[Sleutel], Sleutel]:
    """Return what turns a code of this breakdown into the name that people read."""
    kolommen = {kolom.naam: kolom for kolom in feitsoort(gekozen).kolommen}
    kolom = kolommen.get(uitsplitsing)
    namen: Mapping[str, str] = kolom.benoem() if kolom and kolom.benoem else {}
    return lambda sleutel: namen.get(sleutel, sleutel) if isinstance(sleutel, str) else sleutel


def _rij(uitkomst: Uitkomst, namen: Sequence[Callable[[Sleutel], Sleutel]], grens: int) -> Rij:
    gelezen = tuple(naam(sleutel) for naam, sleutel in zip(namen, uitkomst.sleutels, strict=True))
    verborgen = te_klein(uitkomst, grens)
    return Rij(gelezen, None if verborgen else uitkomst.waarde, verborgen)


def _volgorde(rij: Rij) -> list[tuple[bool, bool, int, str]]:
    return [volgorde(naam) for naam in rij.namen]


def volgorde(naam: Sleutel) -> tuple[bool, bool, int, str]:
    """Return by what names are sorted: numbers first, then words, the unknown last."""
    getal = isinstance(naam, int)
    return (
        naam is None,
        not getal,
        naam if isinstance(naam, int) else 0,
        "" if getal else str(naam).casefold(),
    )
