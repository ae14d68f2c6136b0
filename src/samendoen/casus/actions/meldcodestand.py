"""Where a path of the meldcode stands: it waits, goes on, ends; and why nobody stands beside the director."""

from datetime import date

from django.utils.translation import gettext as _

from samendoen.casus.actions.meldcodeinvoer import eis_reden, haal_paden, naar
from samendoen.casus.events import (
    MELDCODE,
    MeldcodeAfgerond,
    MeldcodeBegonnen,
    MeldcodeGepauzeerd,
    MeldcodeHeropend,
    MeldcodeHervat,
    MeldcodeIngetrokken,
    TweedeNietMogelijk,
)
from samendoen.casus.models import STAPSOORTEN, Meldcodepad, Meldcodestap
from samendoen.casus.queries.meldcodetaken import PAUZE, TERUGKOPPELING
from samendoen.casus.rules import LANGSTE_KIJK, MELDT, GeenTweede, Stapsoort, ontbreekt_stap
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    van_onderwerp,
)
from samendoen.werk.api import laat_taken_vervallen

STAND = ["status", "gepauzeerd_tot", "afgerond_op", "reden"]


@actie("casus", Permissie.CASUS_WERKEN)
def pauzeer_meldcode(door: Actor, pad_id: int, reden: str, tot: date) -> None:
    """Let a path wait, through a day on which the director is asked to look again.

    Raises NietGevonden or Geweigerd without the right, Domeinfout when it does not run, without a reason, or
    for a day that is not within half a year.
    """
    pad = _haal(door, pad_id)
    status = naar(pad, "pauzeer")
    reden = eis_reden("reden", reden)
    if not klok.vandaag() < tot <= klok.vandaag() + LANGSTE_KIJK:
        raise Domeinfout(
            "meldcode_tot",
            _("Deze dag ligt niet in het komende half jaar."),
            _("Kies een dag waarop u verder kijkt."),
            veld="tot",
        )
    pad.status, pad.gepauzeerd_tot, pad.reden = status, tot, reden
    _bewaar(door, pad, MeldcodeGepauzeerd(tot=tot))


@actie("casus", Permissie.CASUS_WERKEN)
def hervat_meldcode(door: Actor, pad_id: int) -> None:
    """Let a path go on. Raises NietGevonden or Geweigerd without the right, Domeinfout when none waits."""
    pad = _haal(door, pad_id)
    pad.status, pad.gepauzeerd_tot, pad.reden = naar(pad, "hervat"), None, ""
    _bewaar(door, pad, MeldcodeHervat())


@actie("casus", Permissie.CASUS_WERKEN)
def rond_meldcode_af(door: Actor, pad_id: int) -> None:
    """End a path: every step was taken, or left out with a reason, and what was decided was done.

    Raises NietGevonden or Geweigerd without the right, Domeinfout that names what is missing, or when it
    ended already.
    """
    pad = _haal(door, pad_id)
    status = naar(pad, "rond_af")
    staand = {s.soort: s for s in Meldcodestap.objects.filter(pad=pad, ingetrokken_op=None).order_by("pk")}
    mist = [str(STAPSOORTEN[stap]) for stap in ontbreekt_stap(staand)]
    besluit = staand[Stapsoort.BESLISSEN].besluit if Stapsoort.BESLISSEN in staand else ""
    if besluit in MELDT and Stapsoort.VT_MELDING not in staand:
        mist.append(str(STAPSOORTEN[Stapsoort.VT_MELDING]))
    if mist:
        raise Domeinfout(
            "meldcode_onaf",
            _("Dit ontbreekt nog: %(wat)s.") % {"wat": ", ".join(mist)},
            _("Leg het vast, of sla een stap over met een reden."),
        )
    pad.status, pad.gepauzeerd_tot, pad.reden = status, None, ""
    pad.afgerond_op = max(klok.vandaag(), pad.begonnen_op)
    _bewaar(door, pad, MeldcodeAfgerond(besluit=besluit or None))


@actie("casus", Permissie.CASUS_WERKEN)
def heropen_meldcode(door: Actor, pad_id: int) -> None:
    """Undo the end of a path: it was too soon. Raises NietGevonden or Geweigerd without the right, Domeinfout
    when it did not end."""
    pad = _haal(door, pad_id)
    pad.status, pad.afgerond_op = naar(pad, "heropen"), None
    _bewaar(door, pad, MeldcodeHeropend(), herroept=MeldcodeAfgerond)


@actie("casus", Permissie.CASUS_WERKEN)
def trek_meldcode_in(door: Actor, pad_id: int, reden: str) -> None:
    """Take a path back that was begun by mistake; no figure counts it. Raises NietGevonden or Geweigerd
    without the right, Domeinfout without a reason or when it ended."""
    pad = _haal(door, pad_id)
    pad.status, pad.gepauzeerd_tot, pad.reden = naar(pad, "trek_in"), None, eis_reden("reden", reden)
    _bewaar(door, pad, MeldcodeIngetrokken(), herroept=MeldcodeBegonnen)
    laat_taken_vervallen(door, TERUGKOPPELING, MELDCODE, [pad.pk])


@actie("casus", Permissie.CASUS_WERKEN)
def verklaar_geen_tweede(door: Actor, pad_id: int, reden: str, woorden: str = "") -> None:
    """Say why nobody stands beside the director while this path runs; "" takes that back.

    Raises NietGevonden or Geweigerd without the right, Domeinfout for an unknown reason, or another one
    without words. The same changes nothing.
    """
    pad = _haal(door, pad_id)
    if reden and reden not in set(GeenTweede):
        raise Domeinfout(
            "meldcode_tweede", _("Deze reden bestaat niet."), _("Kies een reden uit de lijst."), veld="reden"
        )
    if reden == GeenTweede.ANDERS or woorden.strip():
        woorden = eis_reden("woorden", woorden)
    if (pad.geen_tweede, pad.geen_tweede_woorden) == (reden, woorden):
        return
    pad.geen_tweede, pad.geen_tweede_woorden = reden, woorden
    pad.save(update_fields=["geen_tweede", "geen_tweede_woorden"])
    leg_vast(door, _vast(pad, TweedeNietMogelijk(reden=reden or None)))


def _haal(door: Actor, pad_id: int) -> Meldcodepad:
    paden, _casussen = haal_paden(door, [pad_id])
    return paden[pad_id]


def _bewaar(
    door: Actor,
    pad: Meldcodepad,
    gebeurtenis: Gebeurtenissoort,
    herroept: type[Gebeurtenissoort] | None = None,
) -> None:
    """Keep where a path stands; nobody need be asked any more what this answers."""
    pad.save(update_fields=STAND)
    eerder = None
    if herroept is not None:
        regels = van_onderwerp(MELDCODE, [pad.pk])[pad.pk]
        eerder = [g.pk for g in regels if g.soort == herroept.soort][-1]
    leg_vast(door, _vast(pad, gebeurtenis, eerder))
    laat_taken_vervallen(door, PAUZE, MELDCODE, [pad.pk])


def _vast(pad: Meldcodepad, gebeurtenis: Gebeurtenissoort, herroept: int | None = None) -> Vastlegging:
    return Vastlegging(gebeurtenis, pad.pk, klok.vandaag(), dossier_id=pad.dossier_id, herroept_id=herroept)
