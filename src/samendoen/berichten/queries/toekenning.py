"""Which assignments grant a request of a provider."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from samendoen.berichten.models import Verzoek
from samendoen.berichten.rules.verzoekstand import LOOPT, Gevraagd, Toegekend, Verzoekstatus, past
from samendoen.besluiten.api import Toewijzingkern

_LOOPT = sorted(status.value for status in LOOPT)
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Toekenning:
    """An assignment and the request that it grants; `nieuw`: no message said so yet."""

    verzoek: int
    referentie: str
    nieuw: bool


def toekenningen(
    kernen: Iterable[Toewijzingkern], nieuws: set[int], bekend: Iterable[int]
) -> dict[int, Toekenning]:
    """Return which of these assignments grant a request; one query.

    What was said before stays so. A request that waits is granted by news of the same client at the same
    provider that fits what was asked, the best first, and made no earlier than the request.
    """
    alle, bekenden = list(kernen), set(bekend)
    personen = {kern.persoon_id for kern in alle}
    rijen = Verzoek.objects.filter(
        Q(status__in=_LOOPT) | Q(status=Verzoekstatus.TOEGEWEZEN), dossier__persoon__in=personen
    )
    verzoeken = list(rijen.exclude(referentie="").select_related("dossier").order_by("pk")) if alle else []
    gevonden = {
        nummer: Toekenning(verzoek.pk, verzoek.referentie, nieuw=False)
        for verzoek in verzoeken
        for nummer in verzoek.toewijzingen
    }
    vrij = [k for k in alle if k.id in nieuws and k.id not in gevonden and not k.verwijderd]
    for verzoek in verzoeken:
        if verzoek.status in _LOOPT:
            gevonden |= _toegekend_door(verzoek, vrij, gevonden, bekenden)
    return gevonden


def _toegekend_door(
    verzoek: Verzoek, vrij: list[Toewijzingkern], bezet: Mapping[int, Toekenning], bekenden: set[int]
) -> dict[int, Toekenning]:
    """Return what grants a request: for each of its products the assignment that fits best."""
    gevonden: dict[int, Toekenning] = {}
    van_hem = [k for k in vrij if _van(verzoek, k, bekenden)]
    for gevraagd in (Gevraagd(**een) for een in verzoek.gevraagd):
        keuze = [(past(gevraagd, _toegekend(k, bekenden)), k) for k in van_hem]
        keuze = [(graad, k) for graad, k in keuze if graad and k.id not in bezet and k.id not in gevonden]
        if keuze:
            _graad, beste = max(keuze, key=lambda paar: (paar[0], -paar[1].id))
            gevonden[beste.id] = Toekenning(verzoek.pk, verzoek.referentie, nieuw=True)
    return gevonden


def _van(verzoek: Verzoek, kern: Toewijzingkern, bekenden: set[int]) -> bool:
    """Tell whether an assignment is of the client, the act and the provider of a request, and not older."""
    assert verzoek.dossier is not None
    zelfde = (verzoek.dossier.persoon_id, verzoek.wet, verzoek.aanbieder)
    later = kern.id in bekenden or kern.toegewezen_op >= verzoek.ontvangen_op
    return later and zelfde == (kern.persoon_id, kern.wet, kern.aanbieder)


def _toegekend(kern: Toewijzingkern, bekenden: set[int]) -> Toegekend:
    einde = (kern.tot - EEN_DAG).isoformat() if kern.tot else ""
    return Toegekend(kern.id, kern.categorie, kern.productcode, einde, kern.id not in bekenden)
