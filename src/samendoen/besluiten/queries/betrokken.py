"""Who took part in a decision, and who may therefore not judge it again (Awb art. 7:5, 10:3 lid 3)."""

from samendoen.besluiten.events import (
    AANVRAAG,
    AanvraagGedaan,
    AdviesGegeven,
    BesluitGenomen,
    BesluitMeegetekend,
)
from samendoen.besluiten.models import Besluit, Bezwaar
from samendoen.besluiten.rules import Besluitstatus
from samendoen.kernel.api import Permissie, klok, van_onderwerp, wie_mag
from samendoen.organisatie.api import medewerkers_van, teams_bij_code

VAN_BESLUIT = (BesluitGenomen.soort, BesluitMeegetekend.soort)
VOORBEREIDING = (AanvraagGedaan.soort, AdviesGegeven.soort)


def betrokken_bij(besluit: Besluit) -> frozenset[int]:
    """Return the users who applied for it, advised on it, took it or signed it too."""
    alle = van_onderwerp(AANVRAAG, [besluit.aanvraag_id]).get(besluit.aanvraag_id, [])
    eigen = [g for g in alle if g.soort in VAN_BESLUIT and g.gegevens["besluit"] == besluit.pk]
    genomen = max((g.pk for g in eigen), default=0)
    vooraf = [g for g in alle if g.soort in VOORBEREIDING and g.pk < genomen]
    wie = {g.actor_id for g in (*eigen, *vooraf)} | {besluit.besloten_door_id, besluit.tweede_door_id}
    return frozenset(nummer for nummer in wie if nummer is not None)


def wie_kan_behandelen(besluit: Besluit) -> list[tuple[int, str]]:
    """Return (account, name) of everybody who may take decisions and took no part in this one, by name."""
    vandaag = klok.vandaag()
    iedereen = medewerkers_van(team.groep_id for team in teams_bij_code(vandaag).values())
    mogen = wie_mag(Permissie.BESLUIT_NEMEN, [wie.id for wie in iedereen], vandaag)
    vrij = mogen - betrokken_bij(besluit)
    return [(wie.id, wie.naam) for wie in iedereen if wie.id in vrij]


def vervangend_besluit(rij: Bezwaar) -> Besluit | None:
    """Return the decision in the place of the contested one, taken or announced already; None without any.

    On the same application, since the objection came: it may replace a decision that itself came in the
    place of the contested one meanwhile, for the objection is to that one too (Awb art. 6:19).
    """
    rijen = Besluit.objects.filter(
        aanvraag=rij.besluit.aanvraag_id,
        pk__gt=rij.besluit_id,
        herziet__isnull=False,
        verandering="",
        besloten_op__gte=rij.ontvangen_op,
    )
    staand = rijen.exclude(status__in=[Besluitstatus.TERUGGENOMEN.value, Besluitstatus.HERROEPEN.value])
    return staand.order_by("-pk").first()
