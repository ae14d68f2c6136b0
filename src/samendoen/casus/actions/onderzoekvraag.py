"""Let a question be investigated: along with the investigation that runs, or in one of its own."""

from collections.abc import Sequence

from samendoen.casus.actions.onderzoek import kies_leefgebieden, neem_meldingen_mee
from samendoen.casus.actions.onderzoekbegin import begin_onderzoeken, neem_antwoorden_over
from samendoen.casus.actions.onderzoekgebeurtenissen import geschreven
from samendoen.casus.actions.onderzoekinvoer import Leefgebiedkeuze, NieuwOnderzoek
from samendoen.casus.models import Bevinding, Onderzoek
from samendoen.casus.rules import Onderzoekstatus
from samendoen.kernel.api import Actor, Permissie, actie, klok, leg_vast
from samendoen.toegang.api import Routekern, meldingkernen, routekernen


@actie("casus", Permissie.CASUS_WERKEN)
def laat_onderzoeken(door: Actor, vragen: Sequence[NieuwOnderzoek]) -> None:
    """Take the questions along in the investigation of their casus that runs, else begin one for them.

    Taken along, the life domains of a short route are added for who asked, and its answers stand in the
    fields that were still empty. Raises what `begin_onderzoeken` and `neem_meldingen_mee` raise. All or
    nothing.
    """
    rijen = Onderzoek.objects.filter(casus__in=[v.casus for v in vragen], status=Onderzoekstatus.LOOPT)
    loopt = dict(rijen.values_list("casus_id", "pk"))
    begin_onderzoeken(door, [v for v in vragen if v.casus not in loopt])
    mee = [(loopt[v.casus], m) for v in vragen if v.casus in loopt for m in v.meldingen or ()]
    if not mee:
        return
    neem_meldingen_mee(door, mee)
    routes = routekernen(melding for _o, melding in mee)
    kernen = meldingkernen(door, routes)
    for onderzoek, melding in mee:
        if melding in routes:
            _neem_route_mee(door, onderzoek, kernen[melding].persoon_id, routes[melding])


def _neem_route_mee(door: Actor, onderzoek: int, persoon: int, route: Routekern) -> None:
    rijen = Bevinding.objects.filter(onderzochte__onderzoek=onderzoek, inwoner=persoon)
    staan = list(rijen.order_by("volgorde", "pk").values_list("leefgebied", flat=True))
    gebieden = tuple(dict.fromkeys([*staan, *route.leefgebieden]))
    kies_leefgebieden(door, [Leefgebiedkeuze(onderzoek, persoon, gebieden)])
    vast = []
    for rij in rijen.select_for_update(of=("self",)).select_related("onderzochte").order_by("pk"):
        if neem_antwoorden_over(door, rij, [route]):
            rij.save()
            vast.append(geschreven(rij.onderzochte, rij, klok.vandaag()))
    leg_vast(door, *vast)
