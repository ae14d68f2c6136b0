"""Apply along a short route: from the melding straight to the application."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from samendoen.besluiten.access import niet_gevonden
from samendoen.besluiten.actions.aanvraag import NieuweAanvraag, vraag_aan
from samendoen.besluiten.events import LangsKorteRoute
from samendoen.besluiten.models import Aanvraag
from samendoen.besluiten.queries.kort import landing, zonder_onderzoek
from samendoen.casus.api import (
    NieuweCasus,
    NieuwOnderzoek,
    casuskernen,
    casussen_van_meldingen,
    laat_onderzoeken,
    open_casussen,
    voeg_meldingen_toe,
)
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)
from samendoen.toegang.api import Meldingkern, Routekern, meldingkernen, routekernen


@dataclass(frozen=True, slots=True)
class Korteaanvraag:
    """An application for what the short route of a melding leads to. `kenmerk` makes a repeat harmless."""

    kenmerk: UUID
    melding: int
    aangevraagd_op: date
    motivering: str


@actie("besluiten", Permissie.CASUS_WERKEN)
def vraag_kort_aan(door: Actor, nieuwe: Sequence[Korteaanvraag]) -> list[int]:
    """Apply along short routes; return the ids of the applications in the order asked.

    A melding without a casus joins the one of its household that runs, else it gets one, directed by who
    acts; what was answered goes to the investigation that runs there, or to one that begins, unless what is
    asked is decided without one (no Wmo, no Jeugdwet). So it asks the right to work in casussen. Raises
    NietGevonden or Geweigerd without the right to write in one of the meldingen, what these actions raise,
    and Domeinfout without a short route that leads to an application, or for a casus of the household in
    which this actor may not work. All or nothing.
    """
    rijen = Aanvraag.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    vers = [n for n in nieuwe if n.kenmerk not in bekend]
    ids = [n.melding for n in vers]
    kernen, routes = _meldingen(door, ids), routekernen(ids)
    for n in vers:
        _controleer(routes.get(n.melding), kernen[n.melding])
    casussen = _zorg_voor_casussen(door, vers, kernen, routes)
    gemaakt = vraag_aan(
        door,
        [
            NieuweAanvraag(
                kenmerk=n.kenmerk,
                casus=casussen[n.melding],
                persoon=kernen[n.melding].persoon_id,
                product=routes[n.melding].product,
                aangevraagd_op=n.aangevraagd_op,
                motivering=n.motivering,
            )
            for n in vers
        ],
    )
    _langs_route(door, dict(zip((n.melding for n in vers), gemaakt, strict=True)), routes)
    bekend |= dict(zip((n.kenmerk for n in vers), gemaakt, strict=True))
    return [bekend[n.kenmerk] for n in nieuwe]


def _meldingen(door: Actor, ids: Sequence[int]) -> Mapping[int, Meldingkern]:
    kernen = meldingkernen(door, ids, schrijfbaar=True)
    if kernen.keys() >= set(ids):
        return kernen
    if meldingkernen(door, ids).keys() >= set(ids):
        raise Geweigerd(
            "alleen_lezen",
            _("U mag deze melding lezen, maar er niets mee aanvragen."),
            _("Vraag het team van de melding om dit te doen."),
        )
    raise niet_gevonden()


def _controleer(route: Routekern | None, kern: Meldingkern) -> None:
    if route is None or not route.product:
        raise Domeinfout(
            "kort_geen_aanvraag",
            _("Bij deze melding is geen korte route naar een aanvraag."),
            _("Kies een korte route op de pagina van de melding, of vraag aan vanuit de casus."),
        )
    if not kern.herkend:
        raise Domeinfout(
            "kort_onbekend",
            _("Het is nog niet bekend over wie het gaat."),
            _("Koppel eerst een inwoner aan de melding."),
        )


def _langs_route(door: Actor, per: Mapping[int, int], routes: Mapping[int, Routekern]) -> None:
    """Keep with the applications (melding -> application) from which question they came, and the proof."""
    rijen = Aanvraag.objects.in_bulk(per.values())
    vast = []
    for melding, nummer in per.items():
        rij, route = rijen[nummer], routes[melding]
        rij.melding_id, rij.route, rij.bewijs = melding, route.route, list(route.bewijscodes)
        gebeurtenis = LangsKorteRoute(melding=melding, route=route.route, bewijs=route.bewijscodes)
        vast.append(Vastlegging(gebeurtenis, nummer, rij.aangevraagd_op, dossier_id=rij.dossier_id))
    werk_bij(list(rijen.values()), ["melding", "route", "bewijs"])
    leg_vast(door, *vast)


def _zorg_voor_casussen(
    door: Actor,
    nieuwe: Sequence[Korteaanvraag],
    kernen: Mapping[int, Meldingkern],
    routes: Mapping[int, Routekern],
) -> Mapping[int, int]:
    """Return melding -> casus; joins or opens what is missing, and lets the questions be investigated."""
    casussen = dict(casussen_van_meldingen([n.melding for n in nieuwe]))
    zonder = {n.melding: n for n in nieuwe if n.melding not in casussen}
    if not zonder:
        return casussen
    vandaag = klok.vandaag()
    erbij = _lopende(door, [kernen[melding] for melding in zonder])
    voeg_meldingen_toe(door, [(casus, melding) for melding, casus in erbij.items()])
    vers = [n for melding, n in zonder.items() if melding not in erbij]
    geopend = open_casussen(door, [NieuweCasus(uuid5(n.kenmerk, "casus"), n.melding, vandaag) for n in vers])
    samen = erbij | dict(zip((n.melding for n in vers), geopend, strict=True))
    zonder_wet = zonder_onderzoek({routes[melding].product for melding in zonder})
    _laat_onderzoeken(
        door, [n for n in zonder.values() if routes[n.melding].product not in zonder_wet], samen
    )
    return casussen | samen


def _laat_onderzoeken(door: Actor, nieuwe: Sequence[Korteaanvraag], casussen: Mapping[int, int]) -> None:
    laat_onderzoeken(
        door,
        [
            NieuwOnderzoek(
                kenmerk=uuid5(n.kenmerk, "onderzoek"),
                casus=casussen[n.melding],
                op=klok.vandaag(),
                meldingen=(n.melding,),
            )
            for n in nieuwe
        ],
    )


def _lopende(door: Actor, kernen: Sequence[Meldingkern]) -> dict[int, int]:
    """Return melding -> the casus of its household that runs; Domeinfout where this actor may not work."""
    waar = {kern.id: landing(door, kern) for kern in kernen}
    loopt = {melding: gevonden.casus.id for melding, gevonden in waar.items() if gevonden}
    mogen = casuskernen(door, loopt.values(), schrijfbaar=True)
    for gevonden in waar.values():
        if gevonden and gevonden.casus.id not in mogen:
            raise Domeinfout(
                "kort_casus_loopt",
                gevonden.zin,
                _("U mag niet in die casus werken. Vraag de regisseur om dit aan te vragen."),
            )
    return loopt
