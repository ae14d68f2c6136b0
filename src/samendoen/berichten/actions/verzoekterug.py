"""Take an answer to a request (319) back, where the provider does not have it.

An answer that a provider took in stands: a second one about the same request would be refused (TR360, TR365).
One that has not gone, did not arrive, or was refused as a whole (IV032) counts as never given.
"""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from samendoen.berichten.access import haal_verzoeken
from samendoen.berichten.events import (
    VERZOEK,
    BerichtMislukt,
    VerzoekAntwoordTeruggenomen,
    VerzoekInOnderzoek,
)
from samendoen.berichten.models import Bericht, Verzoek
from samendoen.berichten.queries.verzoek import kan_terug
from samendoen.berichten.queries.vraagt import TERUGGENOMEN
from samendoen.berichten.rules.toestand import OVERGANGEN, Status
from samendoen.berichten.rules.verzoekstand import na_terugnemen
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    lees,
    leg_vast,
    van_onderwerp,
    werk_bij,
)


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def neem_antwoorden_terug(door: Actor, verzoek_ids: Sequence[int]) -> None:
    """Take back the latest answer to these requests: they stand where they stood before it.

    Raises NietGevonden or Geweigerd without the right on the dossier of one; Domeinfout for one that was not
    answered by a 319, or of which the provider has the answer.
    """
    rijen = list(haal_verzoeken(door, verzoek_ids).values())
    antwoorden = _op_slot(rijen)
    for rij in rijen:
        if not kan_terug(rij, antwoorden.get(rij.antwoord_id or 0)):
            raise Domeinfout(
                "antwoord_gegeven",
                _("Dit antwoord kan niet terug: de aanbieder heeft het, of er is geen antwoord."),
                _("Vraag de aanbieder om een nieuw verzoek als het antwoord niet klopt."),
            )
    vorige = _vorige(rijen)
    terug = {rij.pk: antwoorden[rij.antwoord_id or 0] for rij in rijen}
    _laat_niet_gaan(door, list(terug.values()))
    for rij in rijen:
        rij.antwoord_id = vorige[rij.pk]
        rij.status, rij.reden = na_terugnemen(rij.antwoord_id).value, ""
    werk_bij(rijen, ["status", "reden", "antwoord"])
    leg_vast(
        door,
        *(
            Vastlegging(
                VerzoekAntwoordTeruggenomen(antwoord=terug[rij.pk].pk, vorige=rij.antwoord_id),
                rij.pk,
                klok.vandaag(),
                dossier_id=rij.dossier_id,
            )
            for rij in rijen
        ),
    )


def _op_slot(rijen: Sequence[Verzoek]) -> dict[int, Bericht]:
    """Return the answers, locked: the outbox does not hand one over meanwhile."""
    ids = [rij.antwoord_id for rij in rijen if rij.antwoord_id]
    alle = Bericht.objects.defer("ruw").select_for_update(of=("self",))
    return {bericht.pk: bericht for bericht in alle.filter(pk__in=ids).order_by("pk")}


def _vorige(rijen: Sequence[Verzoek]) -> Mapping[int, int | None]:
    """Return request -> the answer before its latest one, that it is looked into, None without."""
    per = van_onderwerp(VERZOEK, [rij.pk for rij in rijen])
    gevonden: dict[int, int | None] = {}
    for rij in rijen:
        eerder = None
        for g in map(lees, per.get(rij.pk, [])):
            if isinstance(g, VerzoekInOnderzoek) and g.antwoord != rij.antwoord_id:
                eerder = g.antwoord
            elif isinstance(g, VerzoekAntwoordTeruggenomen) and g.antwoord == eerder:
                eerder = None
        gevonden[rij.pk] = eerder
    return gevonden


def _laat_niet_gaan(door: Actor, antwoorden: Sequence[Bericht]) -> None:
    """Let these messages never go (again), and ask nothing any more."""
    onderweg = [b for b in antwoorden if b.status == Status.KLAAR]
    for bericht in antwoorden:
        bericht.fout, bericht.afgehandeld_op, bericht.opnieuw_op = TERUGGENOMEN, klok.vandaag(), None
        bericht.pogingen = 0
    for bericht in onderweg:
        bericht.status = OVERGANGEN[Status(bericht.status)]["mislukt"].value
    werk_bij(antwoorden, ["status", "fout", "afgehandeld_op", "opnieuw_op", "pogingen"])
    leg_vast(
        door,
        *(
            Vastlegging(BerichtMislukt(codes=(TERUGGENOMEN,)), b.pk, klok.vandaag(), dossier_id=b.dossier_id)
            for b in onderweg
        ),
    )
