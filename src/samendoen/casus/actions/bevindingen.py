"""Write what is found, as one types: two writers at once never overwrite each other."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from django.utils.translation import gettext as _

from samendoen.casus.access import betrokkenen_van, haal_onderzoeken
from samendoen.casus.actions.onderzoek import eis_lopend, eis_schrijfbaar
from samendoen.casus.actions.onderzoekgebeurtenissen import bijgewerkt, geschreven, later, stempel
from samendoen.casus.actions.onderzoekinvoer import (
    Bevindinginvoer,
    Onderzochteinvoer,
    controleer,
    netjes,
    velden,
)
from samendoen.casus.models import Bevinding, Onderzochte, Onderzoek
from samendoen.casus.rules import HOOGSTE, LAAGSTE, Onderzoekstatus, Samenvoeging, voeg_samen
from samendoen.kaart.api import aanbod
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, klok, leg_vast, werk_bij

Rij = TypeVar("Rij", Bevinding, Onderzochte)
STEMPEL = ["versie", "bijgewerkt_door", "bijgewerkt_op"]
Cijfers = Sequence[tuple[int, int, str, int | None]]
"""(investigation, person, life domain, mark)."""


@actie("casus", Permissie.CASUS_WERKEN)
def schrijf_bevindingen(door: Actor, invoer: Sequence[Bevindinginvoer]) -> list[Samenvoeging]:
    """Write what was found on life domains; return per input which fields became another.

    Only what this writer changed since reading it is written; what a colleague changed in the meantime in
    other fields stays. Where both changed the same field nothing is written at all: a Domeinfout
    ("onderzoek_botst") names the field, and the screen shows both. Sent again, nothing changes.
    Raises NietGevonden or Geweigerd without the right on the casus or the person, Domeinfout with the field
    for an investigation that ended, a domain that was not chosen, or what cannot be. All or nothing.
    """
    onderzoeken = _haal(door, invoer)
    bekend = aanbod({nummer for i in invoer for nummer in i.aanbod}).keys()
    for i in invoer:
        controleer(i, bekend, onderzoeken[i.onderzoek].begonnen_op)
    rijen = _haal_bevindingen([(i.onderzoek, i.persoon, i.leefgebied) for i in invoer])
    uit, vast = [], []
    for i in invoer:
        rij = rijen[i.onderzoek, i.persoon, i.leefgebied]
        eerste = _eerste_vandaag(rij, door)
        samen = _verwerk(rij, i, door)
        uit.append(samen)
        if samen.anders and (eerste or set(samen.anders) & set(i.FEITEN)):
            vast.append(geschreven(rij.onderzochte, rij, i.op or klok.vandaag()))
    werk_bij(rijen.values(), [*Bevindinginvoer.VELDEN, *STEMPEL])
    leg_vast(door, *vast)
    return uit


@actie("casus", Permissie.CASUS_WERKEN)
def schrijf_onderzochten(door: Actor, invoer: Sequence[Onderzochteinvoer]) -> list[Samenvoeging]:
    """Write what goes for somebody on every life domain, as schrijf_bevindingen does and refuses."""
    onderzoeken = _haal(door, invoer)
    for i in invoer:
        controleer(i, (), onderzoeken[i.onderzoek].begonnen_op)
    gevraagd = [(i.onderzoek, i.persoon) for i in invoer]
    staand = Onderzochte.objects.select_for_update().filter(onderzoek__in=onderzoeken).order_by("pk")
    rijen = {(p.onderzoek_id, p.inwoner_id): p for p in staand if (p.onderzoek_id, p.inwoner_id) in gevraagd}
    _eis_alle(gevraagd, rijen)
    uit, vast = [], []
    for i in invoer:
        rij = rijen[i.onderzoek, i.persoon]
        eerste = _eerste_vandaag(rij, door)
        samen = _verwerk(rij, i, door)
        uit.append(samen)
        if samen.anders and (eerste or set(samen.anders) & set(i.FEITEN)):
            vast.append(bijgewerkt(rij, i.op or klok.vandaag()))
    werk_bij(rijen.values(), [*Onderzochteinvoer.VELDEN, *STEMPEL])
    leg_vast(door, *vast)
    return uit


@actie("casus", Permissie.CASUS_WERKEN)
def geef_cijfers_later(door: Actor, cijfers: Cijfers) -> None:
    """Record (investigation, person, life domain, mark) that a resident gives afterwards; None takes it back.

    Raises NietGevonden or Geweigerd without the right on the casus or the person, Domeinfout before the
    report was sent, for a domain that was not looked at, or a mark that does not exist. The same mark
    changes nothing.
    """
    onderzoeken = haal_onderzoeken(door, [o for o, *_rest in cijfers])
    for onderzoek in onderzoeken.values():
        if onderzoek.status != Onderzoekstatus.AFGEROND:
            raise Domeinfout(
                "onderzoek_loopt_nog",
                _("Het verslag van dit onderzoek is nog niet verstuurd."),
                _("Vraag het cijfer opnieuw als u samen terugkijkt."),
            )
    mogen = betrokkenen_van(door, {o.casus_id for o in onderzoeken.values()}, schrijven=True)
    for nummer, persoon, _gebied, cijfer in cijfers:
        eis_schrijfbaar(door, mogen, onderzoeken[nummer].casus_id, persoon)
        if cijfer is not None and not LAAGSTE <= cijfer <= HOOGSTE:
            raise Domeinfout(
                "onderzoek_cijfer",
                _("Dit cijfer bestaat niet."),
                _("Kies een cijfer van 1 tot en met 10."),
                veld="cijfer",
            )
    rijen = _haal_bevindingen([(o, p, gebied) for o, p, gebied, _c in cijfers])
    anders = []
    for nummer, persoon, gebied, cijfer in cijfers:
        rij = rijen[nummer, persoon, gebied]
        if rij.cijfer_later != cijfer:
            rij.cijfer_later = cijfer
            stempel(rij, door)
            anders.append(rij)
    werk_bij(anders, ["cijfer_later", *STEMPEL])
    leg_vast(door, *(later(rij, klok.vandaag()) for rij in anders))


def _haal(
    door: Actor, invoer: Sequence[Bevindinginvoer] | Sequence[Onderzochteinvoer]
) -> dict[int, Onderzoek]:
    """Return the investigations, locked, for who may write about each of these persons in them."""
    onderzoeken = haal_onderzoeken(door, [i.onderzoek for i in invoer])
    mogen = betrokkenen_van(door, {o.casus_id for o in onderzoeken.values()}, schrijven=True)
    for i in invoer:
        eis_schrijfbaar(door, mogen, onderzoeken[i.onderzoek].casus_id, i.persoon)
    eis_lopend(onderzoeken.values())
    return onderzoeken


def _haal_bevindingen(gevraagd: Sequence[tuple[int, int, str]]) -> dict[tuple[int, int, str], Bevinding]:
    staand = (
        Bevinding.objects.select_for_update(of=("self",))
        .select_related("onderzochte")
        .filter(onderzochte__onderzoek__in={o for o, _p, _g in gevraagd})
        .order_by("pk")
    )
    per = {(b.onderzochte.onderzoek_id, b.inwoner_id, b.leefgebied): b for b in staand}
    rijen = {sleutel: per[sleutel] for sleutel in gevraagd if sleutel in per}
    _eis_alle(gevraagd, rijen)
    return rijen


def _eis_alle(gevraagd: Sequence[object], rijen: Collection[object]) -> None:
    if set(gevraagd) - set(rijen):
        raise Domeinfout(
            "onderzoek_niet_gekozen",
            _("Dit leefgebied of deze persoon hoort niet bij het onderzoek."),
            _("Kies eerst waar u samen naar kijkt. Misschien haalde een collega het weg."),
        )


def _eerste_vandaag(rij: Rij, door: Actor) -> bool:
    """Tell whether this writer did not write in this row today, or somebody else did since."""
    op = rij.bijgewerkt_op
    if op is None or rij.bijgewerkt_door_id != door.id:
        return True
    return op.astimezone(klok.NEDERLAND).date() < klok.vandaag()


def _verwerk(rij: Rij, invoer: Bevindinginvoer | Onderzochteinvoer, door: Actor) -> Samenvoeging:
    """Put into the row what this writer changed; Domeinfout where a colleague changed the same."""
    samen = voeg_samen(velden(rij, invoer.VELDEN), velden(invoer, invoer.VELDEN), invoer.gelezen or {})
    if samen.botst:
        raise Domeinfout(
            "onderzoek_botst",
            _("Een collega heeft hier intussen ook iets veranderd."),
            _("Kies welke tekst blijft, of bewaar allebei."),
            veld=samen.botst[0],
        )
    for veld in samen.anders:
        setattr(rij, veld, netjes(getattr(invoer, veld)))
    if samen.anders:
        stempel(rij, door)
    return samen
