"""Record that somebody pays no own contribution, let that end, and take a mistake back."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_aanvragen, haal_op_slot
from samendoen.besluiten.actions.controle import eis
from samendoen.besluiten.definities.bijdrage import gronden
from samendoen.besluiten.events import (
    VRIJSTELLING,
    VrijstellingBeeindigd,
    VrijstellingIngetrokken,
    VrijstellingVastgelegd,
)
from samendoen.besluiten.models import Vrijstelling
from samendoen.besluiten.rules.bijdrage import Periode
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    Wet,
    actie,
    klok,
    leg_vast,
    van_onderwerp,
)

VERSTE = timedelta(days=3653)


@dataclass(frozen=True, slots=True)
class Vrijstellinginvoer:
    """An exemption to be, for who applied. `tot` is the first day no longer; None: no end."""

    kenmerk: UUID
    aanvraag: int
    grond: str
    van: date
    tot: date | None = None


def _vast(
    rij: Vrijstelling, g: Gebeurtenissoort, op: date, grond: str = "", weg: int | None = None
) -> Vastlegging:
    return Vastlegging(
        g,
        rij.pk,
        op,
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud={"grond": grond},
        herroept_id=weg,
    )


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def stel_vrij(door: Actor, invoer: Vrijstellinginvoer) -> int:
    """Record an exemption for who made an application; return its id. A known `kenmerk` gives what exists.

    Raises NietGevonden or Geweigerd without the right on the application; Domeinfout for another law than
    the Wmo, an unknown ground, days that cannot be, or an exemption that holds then already.
    """
    aanvraag = haal_aanvragen(door, [invoer.aanvraag])[invoer.aanvraag]
    bekend = Vrijstelling.objects.filter(kenmerk=invoer.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    periode, vandaag = Periode(invoer.van, invoer.tot), klok.vandaag()
    staand = Vrijstelling.objects.filter(inwoner=aanvraag.inwoner_id, ingetrokken_op__isnull=True)
    eis(
        "vrijstelling",
        (
            (
                "grond",
                aanvraag.wet != Wet.WMO,
                _("Alleen de Wmo kent een eigen bijdrage."),
                _("Er is niets vrij te stellen."),
            ),
            (
                "grond",
                invoer.grond not in gronden(),
                _("Deze reden bestaat niet."),
                _("Kies een reden uit de lijst."),
            ),
            (
                "van",
                not vandaag - VERSTE <= invoer.van <= vandaag + VERSTE,
                _("Deze dag ligt te ver weg."),
                _("Controleer het jaar."),
            ),
            (
                "tot",
                invoer.tot is not None and invoer.tot <= invoer.van,
                _("De laatste dag ligt vóór de eerste."),
                _("Kies een latere dag, of laat het veld leeg."),
            ),
            (
                "van",
                any(periode.raakt(Periode(van, tot)) for van, tot in staand.values_list("van", "tot")),
                _("In die tijd geldt al een vrijstelling."),
                _("Beëindig die eerst, of kies andere dagen."),
            ),
        ),
    )
    rij = Vrijstelling.objects.create(
        kenmerk=invoer.kenmerk,
        dossier_id=aanvraag.dossier_id,
        inwoner_id=aanvraag.inwoner_id,
        wet=aanvraag.wet,
        grond=invoer.grond,
        van=invoer.van,
        tot=invoer.tot,
    )
    leg_vast(door, _vast(rij, VrijstellingVastgelegd(van=rij.van, tot=rij.tot), vandaag, rij.grond))
    return rij.pk


def _haal(door: Actor, vrijstelling_id: int) -> Vrijstelling:
    return haal_op_slot(Vrijstelling.objects.all(), door, [vrijstelling_id])[vrijstelling_id]


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def beeindig_vrijstelling(door: Actor, vrijstelling_id: int, tot: date) -> None:
    """Give an exemption another end: `tot` is the first day no longer. The same again is harmless.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout for one that was taken back, or a
    day before it began.
    """
    rij = _haal(door, vrijstelling_id)
    if rij.tot == tot and rij.ingetrokken_op is None:
        return
    if rij.ingetrokken_op is not None or tot <= rij.van:
        raise Domeinfout(
            "vrijstelling_tot",
            _("De vrijstelling is ingetrokken, of zij eindigt dan voordat zij begint."),
            _("Kies een latere dag. Was zij een vergissing, trek haar dan in."),
            veld="tot",
        )
    rij.tot = tot
    rij.save(update_fields=["tot"])
    leg_vast(door, _vast(rij, VrijstellingBeeindigd(tot=tot), klok.vandaag()))


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def trek_vrijstelling_in(door: Actor, vrijstelling_id: int) -> None:
    """Take back an exemption that was recorded by mistake; again is harmless.

    Raises NietGevonden or Geweigerd without the right on it.
    """
    rij = _haal(door, vrijstelling_id)
    if rij.ingetrokken_op is not None:
        return
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    alle = van_onderwerp(VRIJSTELLING, [rij.pk])[rij.pk]
    eerste = next(g.pk for g in alle if g.soort == VrijstellingVastgelegd.soort)
    leg_vast(door, _vast(rij, VrijstellingIngetrokken(), rij.ingetrokken_op, weg=eerste))
