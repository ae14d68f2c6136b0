"""Questions of a casus: which may come in, and joining a further one."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, geweigerd, haal_op_slot
from samendoen.casus.actions.betrokkenen import betrek, vreemden
from samendoen.casus.actions.rechten import geef_regie, geef_team, lopende_regie
from samendoen.casus.events import MeldingToegevoegd
from samendoen.casus.models import Casus, Casusmelding
from samendoen.casus.queries.kernen import casuskernen
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    ken_toe,
    klok,
    leg_vast,
    schrijf,
)
from samendoen.toegang.api import Meldingkern, Status, meldingkernen


def haal_meldingen(door: Actor, ids: Sequence[int]) -> dict[int, Meldingkern]:
    """Return these meldingen locked; raises NietGevonden or Geweigerd without the right on one of them."""
    kernen = meldingkernen(door, ids, schrijfbaar=True)
    mist = set(ids) - kernen.keys()
    if mist:
        raise geweigerd(mag_lezen=meldingkernen(door, mist).keys() >= mist)
    return kernen


def controleer_meldingen(kernen: Iterable[Meldingkern]) -> None:
    """Raise Domeinfout for a question that cannot come into a casus."""
    alle = list(kernen)
    bezet = Casusmelding.objects.filter(melding__in=[k.id for k in alle]).order_by("pk")
    for melding, casus in bezet.values_list("melding_id", "casus_id"):
        kern = casuskernen(SYSTEEM, [casus])[casus]
        raise Domeinfout(
            "melding_in_casus",
            _("Melding %(melding)s hoort al bij casus %(casus)s. Regisseur is %(naam)s.")
            % {"melding": melding, "casus": casus, "naam": kern.regisseur},
            _("Werk verder in die casus."),
        )
    for vraag in alle:
        if not vraag.herkend:
            raise Domeinfout(
                "melding_onbekend",
                _("Van melding %(nr)s is nog niet bekend om welke inwoner het gaat.") % {"nr": vraag.id},
                _("Koppel eerst een inwoner aan de melding."),
            )
        if vraag.status == Status.INGETROKKEN:
            raise Domeinfout(
                "melding_ingetrokken",
                _("Melding %(nr)s is ingetrokken.") % {"nr": vraag.id},
                _("Neem een nieuwe melding op."),
            )


@actie("casus", Permissie.CASUS_WERKEN)
def voeg_meldingen_toe(door: Actor, paren: Sequence[tuple[int, int]]) -> None:
    """Join (casus, melding): a further question of a household that has a casus.

    Somebody of the household who was not involved yet is from now on. A pair that is known changes
    nothing. Raises NietGevonden or Geweigerd without the right to write in both, Domeinfout for a closed
    casus, a question that cannot come in, or somebody of another household.
    """
    casussen = haal_op_slot(door, [casus for casus, _melding in paren])
    kernen = haal_meldingen(door, [melding for _casus, melding in paren])
    bekend = set(Casusmelding.objects.filter(melding__in=kernen).values_list("casus_id", "melding_id"))
    nieuw = [paar for paar in dict.fromkeys(paren) if paar not in bekend]
    if not nieuw:
        return
    eis_open(casussen[casus] for casus, _melding in nieuw)
    controleer_meldingen([kernen[melding] for _casus, melding in nieuw])
    _betrek_vragers(door, casussen, [(casussen[c], kernen[m]) for c, m in nieuw])
    vandaag = klok.vandaag()
    schrijf(
        Casusmelding(casus_id=c, melding_id=m, sinds=max(vandaag, kernen[m].ontvangen_op)) for c, m in nieuw
    )
    _geef_rechten([(casussen[c], kernen[m]) for c, m in nieuw])
    leg_vast(
        door,
        *(
            Vastlegging(
                MeldingToegevoegd(melding=m),
                c,
                vandaag,
                dossier_id=casussen[c].dossier_id,
                ook=(kernen[m].dossier_id,),
            )
            for c, m in nieuw
        ),
    )


def _betrek_vragers(
    door: Actor, casussen: Mapping[int, Casus], nieuw: Sequence[tuple[Casus, Meldingkern]]
) -> None:
    """Involve who asks and is not involved yet; refuse somebody who does not live there."""
    nodig, vreemd = vreemden(casussen.values(), [(c.pk, kern.persoon_id) for c, kern in nieuw])
    if vreemd:
        raise Domeinfout(
            "melding_ander_huishouden",
            _("Deze melding gaat over iemand van een ander huishouden."),
            _("Open voor dat huishouden een eigen casus, of leg eerst vast wie bij het huishouden hoort."),
        )
    betrek(door, casussen, nodig)


def _geef_rechten(nieuw: Sequence[tuple[Casus, Meldingkern]]) -> None:
    dossiers: dict[int, list[tuple[int, str]]] = {}
    ander_team: dict[int, list[tuple[int, str]]] = {}
    for casus, kern in nieuw:
        dossiers.setdefault(casus.pk, []).append((kern.dossier_id, kern.wet))
        if kern.team_id != casus.team_id:
            ander_team.setdefault(casus.pk, []).append((kern.dossier_id, kern.wet))
    groepen = {casus.pk: casus.team.groep_id for casus, _kern in nieuw}
    ken_toe([*geef_team(groepen, ander_team), *geef_regie(lopende_regie(dossiers), dossiers)])
