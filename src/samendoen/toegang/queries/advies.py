"""What somebody at the desk counted today."""

from samendoen.kernel.api import Actor, klok
from samendoen.organisatie.api import leefgebieden
from samendoen.toegang.models import ANTWOORDSOORTEN, KANALEN, Advies
from samendoen.toegang.rules import Antwoordsoort, Kanaal


def van_vandaag(door: Actor) -> list[dict[str, str | int | bool]]:
    """Return the advice that this actor counted for today, the latest first, ready to show."""
    namen = leefgebieden()
    rijen = Advies.objects.filter(door=door.id, op=klok.vandaag()).order_by("-pk")[:30]
    return [
        {
            "id": a.pk,
            "wat": str(ANTWOORDSOORTEN[Antwoordsoort(a.antwoord)]),
            "waar": namen.get(a.leefgebied, a.leefgebied),
            "kanaal": str(KANALEN[Kanaal(a.kanaal)]),
            "ingetrokken": a.ingetrokken,
        }
        for a in rijen
    ]
