"""Use cases on absence: report and end, with a substitute who gets into the teams for as long."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q
from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    Permissie,
    Rol,
    Vastlegging,
    actie,
    beeindig_lidmaatschap,
    groepsleden,
    klok,
    leg_vast,
    maak_lid,
)
from samendoen.organisatie.access import haal_afwezigheid, haal_medewerker
from samendoen.organisatie.events import AfwezigGemeld, AfwezigheidBeeindigd
from samendoen.organisatie.models import Afwezigheid, Medewerker
from samendoen.organisatie.queries import teams_bij_code
from samendoen.organisatie.rules import mag_afwezigheid_melden, mag_vervangen


@dataclass(frozen=True, slots=True)
class Melding:
    """Who is away: from the first day up to the first day back (None: not known yet). Never why."""

    medewerker_id: int
    van: date
    tot: date | None = None
    vervanger_id: int | None = None


@actie("organisatie", Permissie.AFWEZIGHEID_MELDEN)
def meld_afwezig(door: Actor, melding: Melding) -> int:
    """Report an absence and return its id; the very same again changes nothing.

    Anybody reports oneself, a leader the own teams, functional management everybody. The substitute
    becomes a member of the teams of who is away, for as long; a leader opens only the own teams. Raises
    Geweigerd, or Domeinfout (with the field) for an impossible period, an overlap, or a substitute that
    cannot be.
    """
    rij = haal_medewerker(melding.medewerker_id, op_slot=True)
    _mag(door, rij)
    _controleer_periode(melding)
    bekend = Afwezigheid.objects.filter(
        medewerker=rij, van=melding.van, tot=melding.tot, vervanger_id=melding.vervanger_id
    ).first()
    if bekend is not None:
        return bekend.pk
    _controleer_overlap(melding)
    vervanger = _vervanger(door, rij, melding)
    vanaf = max(melding.van, klok.vandaag())
    groepen = _geef_teams(door, rij, vervanger, vanaf, melding.tot) if vervanger else []
    gemaakt = Afwezigheid.objects.create(
        medewerker=rij,
        van=melding.van,
        tot=melding.tot,
        vervanger=vervanger,
        vervangt_van=vanaf if groepen else None,
        groepen=groepen,
    )
    leg_vast(door, Vastlegging(_gebeurtenis(gemaakt), gemaakt.pk, klok.vandaag()))
    return gemaakt.pk


def _gebeurtenis(rij: Afwezigheid) -> AfwezigGemeld:
    return AfwezigGemeld(
        medewerker=rij.medewerker_id,
        van=rij.van,
        tot=rij.tot,
        vervanger=rij.vervanger_id,
        groepen=len(rij.groepen),
    )


def groepen_van(gebruiker_id: int, dag: date) -> set[int]:
    """Return the groups of the teams that this user is a member of on `dag`."""
    groepen = [team.groep_id for team in teams_bij_code(dag).values()]
    return {groep for groep, wie in groepsleden(groepen, dag) if wie == gebruiker_id}


def _mag(door: Actor, rij: Medewerker) -> None:
    mag = mag_afwezigheid_melden(
        zelf=door.id == rij.gebruiker_id,
        beheert=door.mag(Permissie.ORGANISATIE_BEHEREN),
        leidt=Rol.TEAMLEIDER in door.rollen,
        deelt_team=bool(door.groepen & groepen_van(rij.gebruiker_id, klok.vandaag())),
    )
    if not mag:
        raise Geweigerd(
            "niet_uw_medewerker",
            _("U kunt deze medewerker niet afwezig melden."),
            _("Dat doet de medewerker zelf, de eigen teamleider of functioneel beheer."),
        )


def _controleer_periode(melding: Melding) -> None:
    if melding.tot is not None and melding.tot <= melding.van:
        raise Domeinfout(
            "periode",
            _("De eerste dag terug ligt niet na de eerste dag afwezig."),
            _("Kies een latere dag, of laat het veld leeg als u die nog niet weet."),
            veld="tot",
        )


def _controleer_overlap(melding: Melding) -> None:
    if _overlappend(melding, melding.medewerker_id):
        raise Domeinfout(
            "afwezigheid_overlapt",
            _("In deze periode is al een afwezigheid gemeld."),
            _("Beëindig eerst die afwezigheid, of kies andere dagen."),
            veld="van",
        )


def _overlappend(melding: Melding, medewerker_id: int) -> bool:
    """Return whether this employee has another absence in the period; one taken back holds no day."""
    rijen = Afwezigheid.objects.filter(medewerker_id=medewerker_id).exclude(tot=F("van"))
    rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gt=melding.van))
    return (rijen.filter(van__lt=melding.tot) if melding.tot else rijen).exists()


def _vervanger(door: Actor, rij: Medewerker, melding: Melding) -> Medewerker | None:
    if melding.vervanger_id is None:
        return None
    vervanger = haal_medewerker(melding.vervanger_id)
    vandaag = klok.vandaag()
    gedeeld = groepen_van(rij.gebruiker_id, vandaag) & groepen_van(vervanger.gebruiker_id, vandaag)
    mag = mag_vervangen(
        zelf=door.id == rij.gebruiker_id and not door.mag(Permissie.ORGANISATIE_BEHEREN),
        vervanger_deelt_team=bool(gedeeld),
    )
    fouten = (
        (vervanger.pk == rij.pk, _("Iemand kan niet de eigen vervanger zijn.")),
        (not mag, _("Deze collega zit niet in een van uw teams.")),
        (_overlappend(melding, vervanger.pk), _("Deze vervanger is in die periode zelf afwezig.")),
    )
    for mis, zin in fouten:
        if mis:
            raise Domeinfout("vervanger", zin, _("Kies een andere vervanger."), veld="vervanger")
    return vervanger


def _geef_teams(
    door: Actor, rij: Medewerker, vervanger: Medewerker, vanaf: date, tot: date | None
) -> list[int]:
    """Make the substitute a member of the teams that are not the substitute's own; return those groups.

    Nobody opens a team that is neither the absent one's own doing nor one's own: otherwise a leader came
    into another leader's team by reporting a shared colleague.
    """
    if tot is not None and tot <= vanaf:
        return []
    eigen = groepen_van(vervanger.gebruiker_id, vanaf)
    teams = groepen_van(rij.gebruiker_id, vanaf) - eigen
    if door.id != rij.gebruiker_id and not door.mag(Permissie.ORGANISATIE_BEHEREN):
        teams &= door.groepen
    nieuw = sorted(teams)
    for groep_id in nieuw:
        maak_lid(groep_id, vervanger.gebruiker_id, vanaf, tot)
    return nieuw


@actie("organisatie", Permissie.AFWEZIGHEID_MELDEN)
def beeindig_afwezigheid(door: Actor, afwezigheid_id: int, terug_op: date | None = None) -> None:
    """End an absence: back on `terug_op` (today); not after the first day away: it is taken back.

    The substitute leaves the teams on the same day. Who may report may end. Raises Geweigerd, or
    Domeinfout when it has ended already or would end later than it was to.
    """
    rij = haal_afwezigheid(afwezigheid_id)
    _mag(door, rij.medewerker)
    vandaag = klok.vandaag()
    tot = max(terug_op or vandaag, rij.van)
    if rij.tot is not None and rij.tot <= min(tot, max(vandaag, rij.van)):
        raise Domeinfout(
            "afwezigheid_voorbij",
            _("Deze afwezigheid is al voorbij."),
            _("Ververs de pagina om te zien wat er nu loopt."),
        )
    if rij.tot is not None and tot > rij.tot:
        raise Domeinfout(
            "afwezigheid_langer",
            _("Zo duurt de afwezigheid langer in plaats van korter."),
            _("Meld een nieuwe afwezigheid die aansluit."),
            veld="tot",
        )
    rij.tot = tot
    rij.save(update_fields=["tot"])
    if rij.vervanger is not None:
        for groep_id in rij.groepen:
            beeindig_lidmaatschap(
                groep_id, rij.vervanger.gebruiker_id, max(tot, vandaag), van=rij.vervangt_van
            )
    leg_vast(door, Vastlegging(AfwezigheidBeeindigd(medewerker=rij.medewerker_id, tot=tot), rij.pk, vandaag))
