"""Apply along a short route: from the melding straight to the application."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from samendoen.besluiten.access import niet_gevonden
from samendoen.besluiten.actions.aanvraag import NieuweAanvraag, vraag_aan
from samendoen.besluiten.models import Aanvraag
from samendoen.casus.api import (
    NieuweCasus,
    NieuwOnderzoek,
    begin_onderzoeken,
    casussen_van_meldingen,
    open_casussen,
)
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, Permissie, actie, klok
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

    A melding without a casus gets one, directed by who acts, and an investigation that begins with what was
    answered: so it asks the right to work in casussen. Raises NietGevonden or Geweigerd without the right to
    write in one of the meldingen, what these actions raise, and Domeinfout without a short route that leads
    to an application. All or nothing.
    """
    rijen = Aanvraag.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    vers = [n for n in nieuwe if n.kenmerk not in bekend]
    ids = [n.melding for n in vers]
    kernen, routes = _meldingen(door, ids), routekernen(ids)
    for n in vers:
        _controleer(routes.get(n.melding), kernen[n.melding])
    casussen = _zorg_voor_casussen(door, vers)
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


def _zorg_voor_casussen(door: Actor, nieuwe: Sequence[Korteaanvraag]) -> Mapping[int, int]:
    """Return melding -> casus; opens what is missing, and begins its investigation."""
    casussen = dict(casussen_van_meldingen([n.melding for n in nieuwe]))
    zonder = {n.melding: n for n in nieuwe if n.melding not in casussen}
    if not zonder:
        return casussen
    vandaag = klok.vandaag()
    geopend = open_casussen(
        door, [NieuweCasus(uuid5(n.kenmerk, "casus"), n.melding, vandaag) for n in zonder.values()]
    )
    paren = list(zip(zonder.values(), geopend, strict=True))
    begin_onderzoeken(
        door,
        [
            NieuwOnderzoek(
                kenmerk=uuid5(n.kenmerk, "onderzoek"), casus=casus, op=vandaag, meldingen=(n.melding,)
            )
            for n, casus in paren
        ],
    )
    return casussen | {n.melding: casus for n, casus in paren}
