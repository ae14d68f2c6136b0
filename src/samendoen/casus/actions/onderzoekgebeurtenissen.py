"""What is recorded of an investigation, and who wrote a row of it last."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from samendoen.casus.events import (
    BevindingGeschreven,
    CijferLaterGegeven,
    LeefgebiedenGekozen,
    OnderzochteBijgewerkt,
)
from samendoen.casus.models import Bevinding, Onderzochte
from samendoen.kernel.api import Actor, Gebeurtenissoort, Vastlegging, klok


def stempel(rij: Onderzochte | Bevinding, door: Actor) -> None:
    """Say who wrote this row last."""
    rij.versie += 1
    rij.bijgewerkt_door_id, rij.bijgewerkt_op = door.id, klok.nu()


def gekozen(p: Onderzochte, codes: Iterable[str], op: date, reden: str = "") -> Vastlegging:
    """Return the event that says on which life domains one looks with somebody, and why on fewer."""
    vast = _over(p, LeefgebiedenGekozen(persoon=p.inwoner_id, leefgebieden=tuple(codes)), op)
    return replace(vast, persoon_id=p.inwoner_id, wet=p.wet, inhoud={"reden": reden.strip()})


def geschreven(p: Onderzochte, rij: Bevinding, op: date) -> Vastlegging:
    """Return the event that says that somebody wrote about a life domain."""
    gebeurtenis = BevindingGeschreven(
        persoon=p.inwoner_id, leefgebied=rij.leefgebied, aanbod=tuple(rij.aanbod), cijfer=rij.cijfer
    )
    return _over(p, gebeurtenis, op)


def bijgewerkt(p: Onderzochte, op: date) -> Vastlegging:
    """Return the event that says what goes for somebody on every life domain."""
    gebeurtenis = OnderzochteBijgewerkt(
        persoon=p.inwoner_id,
        clientondersteuning=p.clientondersteuning or None,
        eigen_plan=p.eigen_plan or None,
        plan_ontvangen_op=p.plan_ontvangen_op,
        verteld=tuple(p.verteld),
    )
    return _over(p, gebeurtenis, op)


def later(rij: Bevinding, op: date) -> Vastlegging:
    """Return the event that says which mark a resident gives afterwards."""
    gebeurtenis = CijferLaterGegeven(
        persoon=rij.inwoner_id, leefgebied=rij.leefgebied, cijfer=rij.cijfer_later
    )
    return _over(rij.onderzochte, gebeurtenis, op)


def _over(p: Onderzochte, gebeurtenis: Gebeurtenissoort, op: date) -> Vastlegging:
    return Vastlegging(gebeurtenis, p.onderzoek_id, op, dossier_id=p.dossier_id)
