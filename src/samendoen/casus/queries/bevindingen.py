"""What an investigation found, for who decides on an application: written once."""

from dataclasses import dataclass
from datetime import date

from samendoen.casus.access import binnen
from samendoen.casus.models import Bevinding, Onderzochte
from samendoen.casus.rules import Onderzoekstatus
from samendoen.kernel.api import Actor
from samendoen.organisatie.api import leefgebieden


@dataclass(frozen=True, slots=True)
class Onderzoeksbevinding:
    """What the newest investigation found with one person. `gebieden` are (life domain, how it is now, what
    is wanted); `tekst` is what a decision can begin with: the conclusion, else what was found."""

    onderzoek_id: int
    nummer: int
    verstuurd_op: date | None
    conclusie: str
    gebieden: tuple[tuple[str, str, str], ...]

    @property
    def tekst(self) -> str:
        """Return the words that the decision takes over."""
        if self.conclusie:
            return self.conclusie
        return "\n\n".join(situatie for _gebied, situatie, _wens in self.gebieden if situatie)


def onderzoeksbevindingen(door: Actor, casus_id: int, persoon_id: int) -> Onderzoeksbevinding | None:
    """Return what the newest investigation of this casus found with somebody, as far as this actor may read
    it; None when there is nothing. Two queries. Who shows it logs it."""
    rijen = binnen(Onderzochte.objects.filter(onderzoek__casus=casus_id, inwoner=persoon_id), door)
    lopend = rijen.exclude(onderzoek__status=Onderzoekstatus.WEGGEGOOID).select_related("onderzoek")
    p = lopend.order_by("-onderzoek__nummer").first()
    if p is None:
        return None
    namen = leefgebieden()
    gebieden = Bevinding.objects.filter(onderzochte=p).order_by("volgorde", "pk")
    uit = Onderzoeksbevinding(
        onderzoek_id=p.onderzoek_id,
        nummer=p.onderzoek.nummer,
        verstuurd_op=p.onderzoek.verstuurd_op,
        conclusie=p.conclusie,
        gebieden=tuple(
            (namen.get(b.leefgebied, b.leefgebied), b.situatie, b.wens)
            for b in gebieden
            if b.situatie or b.wens
        ),
    )
    return uit if uit.conclusie or uit.gebieden else None
