"""Take in figures that others measured, from a file, whole or not at all. A correction is a new row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samendoen.cijfers.events import METING, MetingGeboekt, MetingVervallen
from samendoen.cijfers.models import Meting
from samendoen.cijfers.queries.metingen import alle_waarnemingen, als_getal, als_waarneming, twijfelzinnen
from samendoen.cijfers.queries.metinglijst import bekend, foutzin
from samendoen.cijfers.rules.aannemelijk import Waarneming, maak_index
from samendoen.cijfers.rules.metinglijst import GROOTSTE, LANGSTE, Metingregel, lees_metinglijst
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    schrijf,
    van_onderwerp,
    werk_bij,
)

__all__ = ["GROOTSTE", "Metingverslag", "Verslagregel", "lees_metingen_in", "trek_meting_in"]
BEURT = "cijfers.metingen"
Sleutel = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Verslagregel:
    """A line of a file that can be taken in; `was` is the value that it corrects; `twijfels` say why the
    figure is hard to believe."""

    nummer: int
    indicator: str
    periode: str
    gebied: str
    waarde: Decimal
    was: Decimal | None
    twijfels: tuple[str, ...]

    def als_json(self) -> dict[str, object]:
        """Return it for machines."""
        return {
            "regel": self.nummer,
            "indicator": self.indicator,
            "periode": self.periode,
            "gebied": self.gebied,
            "waarde": als_getal(self.waarde),
            "was": None if self.was is None else als_getal(self.was),
            "twijfels": list(self.twijfels),
        }


@dataclass(frozen=True, slots=True)
class Metingverslag:
    """What reading in did, or would do. `geweigerd`: (line, sentence) of what is wrong, 0 is the whole file;
    `gedaan`: it was written."""

    nieuw: tuple[Verslagregel, ...] = ()
    verbeterd: tuple[Verslagregel, ...] = ()
    gelijk: int = 0
    geweigerd: tuple[tuple[int, str], ...] = ()
    gedaan: bool = False

    @property
    def verandert(self) -> bool:
        """Tell whether it changes anything."""
        return bool(self.nieuw or self.verbeterd)

    def als_json(self) -> dict[str, object]:
        """Return it for machines."""
        return {
            "gedaan": self.gedaan,
            "nieuw": [regel.als_json() for regel in self.nieuw],
            "verbeterd": [regel.als_json() for regel in self.verbeterd],
            "gelijk": self.gelijk,
            "geweigerd": [{"regel": nummer, "melding": zin} for nummer, zin in self.geweigerd],
        }

    @property
    def twijfelachtig(self) -> int:
        """Return how many of its figures are hard to believe."""
        return sum(1 for regel in (*self.nieuw, *self.verbeterd) if regel.twijfels)


@actie("cijfers", Permissie.BELEID_BEHEREN)
def lees_metingen_in(door: Actor, inhoud: bytes, *, proef: bool = False) -> Metingverslag:
    """Take in a file (see `rules.metinglijst`); return what it did, or with `proef` what it would do.

    With one line refused nothing is written. What is hard to believe is taken in, with its warning. The same
    file again changes nothing; another value for the same figure of the same source is a correction. A file
    that cannot be read is a report with line 0, never an error.
    """
    op_beurt(BEURT)
    gelezen = lees_metinglijst(inhoud, bekend())
    if gelezen.fouten:
        fouten = sorted(gelezen.fouten, key=lambda f: f.regel)
        return Metingverslag(geweigerd=tuple((f.regel, foutzin(f)) for f in fouten))
    staand = {_sleutel(rij): rij for rij in Meting.objects.filter(vervallen_op__isnull=True)}
    anders = [r for r in gelezen.regels if not _gelijk(r, staand.get(r.sleutel))]
    verslag = _verslag(gelezen.regels, anders, staand, gedaan=not proef)
    if verslag.gedaan and anders:
        _schrijf(door, anders, staand)
    return verslag


@actie("cijfers", Permissie.BELEID_BEHEREN)
def trek_meting_in(door: Actor, meting_id: int, reden: str) -> None:
    """Take a figure back that nothing comes in the place of. Doing it again changes nothing.

    Raises NietGevonden for an unknown one, Domeinfout without a reason.
    """
    rij = Meting.objects.select_for_update().filter(pk=meting_id).first()
    if rij is None:
        raise NietGevonden(
            "meting_onbekend",
            _("Deze meting bestaat niet."),
            _("Kies een meting op de pagina Elders gemeten."),
        )
    waarom = reden.strip()
    if not waarom or len(waarom) > LANGSTE["toelichting"]:
        raise Domeinfout(
            "meting_reden",
            _("De reden ontbreekt of is te lang."),
            _("Schrijf in één of twee zinnen waarom dit cijfer niet meer telt."),
            veld="reden",
        )
    if rij.vervallen_op is None:
        _laat_vervallen(door, [rij], waarom)
        _leg_vervallen_vast(door, {rij.pk: None})


def _sleutel(rij: Meting) -> Sleutel:
    return rij.indicator, rij.periode, rij.gebiedsoort, rij.gebied.casefold(), rij.bron.casefold()


def _gelijk(regel: Metingregel, rij: Meting | None) -> bool:
    return rij is not None and (rij.waarde, rij.toelichting) == (regel.waarde, regel.toelichting)


def _verslag(
    alle: Sequence[Metingregel],
    anders: Sequence[Metingregel],
    staand: Mapping[Sleutel, Meting],
    *,
    gedaan: bool,
) -> Metingverslag:
    waarnemingen = {r.nummer: _waarneming(r) for r in anders}
    index = maak_index([*alle_waarnemingen(), *waarnemingen.values()])
    regels = [
        Verslagregel(
            r.nummer,
            r.indicator,
            r.periode,
            r.gebied,
            r.waarde,
            staand[r.sleutel].waarde if r.sleutel in staand else None,
            tuple(twijfelzinnen(waarnemingen[r.nummer], index)),
        )
        for r in anders
    ]
    return Metingverslag(
        nieuw=tuple(r for r in regels if r.was is None),
        verbeterd=tuple(r for r in regels if r.was is not None),
        gelijk=len(alle) - len(anders),
        gedaan=gedaan,
    )


def _waarneming(r: Metingregel) -> Waarneming:
    return als_waarneming(r.indicator, r.periode, r.gebiedsoort, r.gebied, r.waarde, r.bron)


def _schrijf(door: Actor, regels: Iterable[Metingregel], staand: Mapping[Sleutel, Meting]) -> None:
    """Let the old rows go first: no two ever stand for the same figure."""
    alle = list(regels)
    _laat_vervallen(door, [staand[r.sleutel] for r in alle if r.sleutel in staand], _("Verbeterd."))
    nieuwe = schrijf(
        Meting(
            indicator=r.indicator,
            periode=r.periode,
            gebiedsoort=r.gebiedsoort,
            gebied=r.gebied,
            waarde=r.waarde,
            bron=r.bron,
            toelichting=r.toelichting,
            verbetert=staand.get(r.sleutel),
            geboekt_op=klok.nu(),
            geboekt_door_id=door.id,
        )
        for r in alle
    )
    _leg_vervallen_vast(door, {rij.verbetert_id: rij.pk for rij in nieuwe if rij.verbetert_id})
    leg_vast(door, *(Vastlegging(_geboekt(rij), rij.pk, klok.vandaag()) for rij in nieuwe))


def _geboekt(rij: Meting) -> MetingGeboekt:
    return MetingGeboekt(
        indicator=rij.indicator,
        periode=rij.periode.lower(),
        gebiedsoort=rij.gebiedsoort,
        tienduizendste=int(rij.waarde * 10_000),
        verbetert=rij.verbetert_id,
    )


def _laat_vervallen(door: Actor, rijen: Sequence[Meting], reden: str) -> None:
    for rij in rijen:
        rij.vervallen_op, rij.vervallen_door_id, rij.reden = klok.nu(), door.id, reden
    werk_bij(rijen, ["vervallen_op", "vervallen_door", "reden"])


def _leg_vervallen_vast(door: Actor, oude: Mapping[int, int | None]) -> None:
    """Record that these no longer count; it revokes that they were booked."""
    geboekt = van_onderwerp(METING, oude)
    leg_vast(
        door,
        *(
            Vastlegging(MetingVervallen(door=opvolger), pk, klok.vandaag(), herroept_id=geboekt[pk][0].pk)
            for pk, opvolger in oude.items()
        ),
    )
