"""Use cases on a story on its way out: offer it, publish it (somebody else), take it off, renew consent."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from samendoen.beleid.actions.verhaal import (
    Toestemminginvoer,
    haal_verhaal,
    keur_toestemming,
    schrijf_toestemmingen,
)
from samendoen.beleid.events.verhaal import (
    VERHAAL,
    ToestemmingVerlengd,
    VerhaalAangeboden,
    VerhaalGepubliceerd,
    VerhaalTeruggehaald,
)
from samendoen.beleid.models import Verhaal, Verhaalbeeld, Vlagbevestiging
from samendoen.beleid.queries.verhaalvlaggen import Verhaalwoorden, uitleg, vlaggen_in
from samendoen.beleid.rules.anonimiteit import Vlag
from samendoen.beleid.rules.verhaal import Daad, Verhaalstaat
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    van_onderwerp,
)

LANGSTE_REDEN = 500
# Who did one of these has a hand in the story; publishing is for another pair of eyes.
VAN_SCHRIJVERS = frozenset(
    {
        "beleid.verhaal_opgetekend",
        "beleid.verhaal_gewijzigd",
        "beleid.beeld_gezet",
        "beleid.verhaal_aangeboden",
    }
)


@actie("beleid", Permissie.BELEID_BEHEREN)
def bied_verhaal_aan(door: Actor, verhaal_id: int, versie: int, redenen: Mapping[str, str]) -> None:
    """Let a draft wait for a colleague. `redenen`: for each sign that is left, by its key, why it may stay.

    Raises Domeinfout when a sign has no reason (`verhaal_vlag_open`), or the words have changed since.
    """
    rij = haal_verhaal(verhaal_id, Daad.BIED_AAN)
    if rij.versie != versie:
        raise Domeinfout(
            "verhaal_intussen_gewijzigd",
            _("Het verhaal is gewijzigd nadat u het las."),
            _("Lees het opnieuw en kijk de punten na."),
        )
    open_ = vlaggen_van(rij)
    geldig = {v.sleutel: redenen.get(v.sleutel, "").strip()[:LANGSTE_REDEN] for v in open_}
    _eis_redenen(open_, geldig)
    rij.bevestigingen.all().delete()
    Vlagbevestiging.objects.bulk_create(
        Vlagbevestiging(verhaal=rij, vlag=sleutel, reden=reden) for sleutel, reden in geldig.items()
    )
    _zet(rij, Verhaalstaat.AANGEBODEN)
    g = VerhaalAangeboden(nummer=rij.versie, bevestigd=len(geldig))
    leg_vast(door, Vastlegging(g, rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_PUBLICEREN)
def publiceer_verhaal(door: Actor, verhaal_id: int) -> None:
    """Show a story to who may see it. Only somebody who did not write, change or offer it may do so.

    Raises Geweigerd for a writer; Domeinfout when consent has ended or a sign has no reason (the lists may
    have grown since it was offered).
    """
    rij = haal_verhaal(verhaal_id, Daad.PUBLICEER)
    if door.id is not None and door.id in schrijvers(rij.pk):
        raise Geweigerd(
            "verhaal_vier_ogen",
            _("U hebt zelf aan dit verhaal geschreven."),
            _("Vraag een collega om het te lezen en te publiceren."),
        )
    toestemming = rij.toestemmingen.latest("pk")
    if toestemming.tot < klok.vandaag():
        raise Domeinfout(
            "toestemming_voorbij",
            _("De toestemming voor dit verhaal is voorbij."),
            _("Vraag opnieuw toestemming."),
        )
    bekend = {str(b.vlag): str(b.reden) for b in rij.bevestigingen.all()}
    _eis_redenen(vlaggen_van(rij), bekend)
    rij.gepubliceerd_op = klok.vandaag()
    _zet(rij, Verhaalstaat.GEPUBLICEERD, "gepubliceerd_op")
    leg_vast(door, Vastlegging(VerhaalGepubliceerd(nummer=rij.versie), rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def haal_verhaal_terug(door: Actor, verhaal_id: int, reden: str) -> None:
    """Make a story that waits or is published a draft again. Raises Domeinfout without a reason."""
    rij = haal_verhaal(verhaal_id, Daad.HAAL_TERUG)
    if not reden.strip():
        raise Domeinfout("reden_leeg", _("De reden ontbreekt."), _("Schrijf op waarom."), veld="reden")
    rij.reden, rij.gepubliceerd_op = reden.strip()[:LANGSTE_REDEN], None
    _zet(rij, Verhaalstaat.CONCEPT, "reden", "gepubliceerd_op")
    leg_vast(door, Vastlegging(VerhaalTeruggehaald(), rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def verleng_toestemming(door: Actor, verhaal_id: int, nieuw: Toestemminginvoer) -> None:
    """Keep consent that was given anew, in the place of the one before. Raises Domeinfout."""
    keur_toestemming(nieuw)
    rij = haal_verhaal(verhaal_id, Daad.VERLENG)
    schrijf_toestemmingen([(rij, nieuw)])
    g = ToestemmingVerlengd(
        gever=nieuw.gever,
        wijze=nieuw.wijze,
        gebruik=nieuw.gebruik,
        gegeven_op=nieuw.gegeven_op,
        tot=nieuw.tot,
    )
    leg_vast(door, Vastlegging(g, rij.pk, klok.vandaag()))


def _zet(rij: Verhaal, staat: Verhaalstaat, *ook: str) -> None:
    rij.staat = staat.value
    rij.save(update_fields=["staat", *ook])


def vlaggen_van(rij: Verhaal) -> tuple[Vlag, ...]:
    """Return the signs in a story as it stands."""
    return vlaggen_in(woorden_van(rij))


def woorden_van(rij: Verhaal) -> Verhaalwoorden:
    """Return everything that a story tells."""
    beeld = Verhaalbeeld.objects.filter(verhaal=rij).first()
    omschrijving = str(beeld.omschrijving or "") if beeld else ""
    return Verhaalwoorden(str(rij.titel or ""), str(rij.tekst or ""), omschrijving, str(rij.dorp or ""))


def schrijvers(verhaal_id: int) -> set[int]:
    """Return who has a hand in a story, from its events: no column says who wrote it."""
    alle = van_onderwerp(VERHAAL, [verhaal_id]).get(verhaal_id, [])
    return {g.actor_id for g in alle if g.soort in VAN_SCHRIJVERS and g.actor_id is not None}


def _eis_redenen(open_: tuple[Vlag, ...], redenen: Mapping[str, str]) -> None:
    zonder = [v for v in open_ if not redenen.get(v.sleutel, "").strip()]
    if zonder:
        lijst = ", ".join(f"{uitleg(v)[0]}: {v.fragment}" for v in zonder)
        raise Domeinfout(
            "verhaal_vlag_open",
            _("Deze punten zijn nog niet nagekeken: %(lijst)s.") % {"lijst": lijst},
            _("Pas de tekst aan, of schrijf per punt op waarom het kan blijven staan."),
        )
