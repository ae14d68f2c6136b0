"""Use cases of the team leader's board: how heavy a casus is, and moving casussen to a colleague."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_op_slot, is_systeem
from samendoen.casus.actions.regie import draag_regie_over
from samendoen.casus.definities import caseloadhash, eigen_caseload
from samendoen.casus.events import IntensiteitGezet, OverdrachtToegelicht
from samendoen.casus.models import Casus, Regie
from samendoen.casus.rules import Taakrol
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)

LANGSTE = 2000


@dataclass(frozen=True, slots=True)
class Verplaatsing:
    """A casus that goes from who directs it, as the mover saw it, to a colleague; with what that one should
    know, if anything."""

    casus: int
    van: int
    naar: int
    notitie: str = ""


@actie("casus", Permissie.REGIE_TOEWIJZEN)
def verplaats_casussen(door: Actor, verplaatsingen: Sequence[Verplaatsing]) -> None:
    """Let colleagues direct casussen from today on, all or none: a drag on the board, or a whole caseload.

    Who directs it already goes on: a repeat is harmless. Raises NietGevonden or Geweigerd without the right
    on one of them; Domeinfout for a casus that another leader moved meanwhile ("regie_verplaatst", which says
    who directs it now), one that is closed or named twice, somebody who cannot direct it, or too many words.
    """
    casussen = haal_op_slot(door, [v.casus for v in verplaatsingen])
    _controleer(verplaatsingen)
    eis_open(casussen.values())
    regie = _regisseurs(casussen)
    nieuw = [v for v in verplaatsingen if regie[v.casus].gebruiker_id != v.naar]
    for v in nieuw:
        if regie[v.casus].gebruiker_id != v.van:
            raise Domeinfout(
                "regie_verplaatst",
                _("Casus %(nr)s is intussen van %(naam)s.")
                % {"nr": v.casus, "naam": regie[v.casus].gebruiker.naam},
                _("Er is niets verplaatst. Bekijk het bord opnieuw en kies dan."),
            )
    vandaag = klok.vandaag()
    draag_regie_over(door, [(v.casus, v.naar, vandaag) for v in nieuw])
    _licht_toe(door, [v for v in nieuw if v.notitie.strip()], casussen)


def _controleer(verplaatsingen: Sequence[Verplaatsing]) -> None:
    if len({v.casus for v in verplaatsingen}) < len(verplaatsingen):
        raise Domeinfout(
            "casus_dubbel", _("Een casus staat er dubbel in."), _("Kies per casus één collega."), veld="naar"
        )
    for v in verplaatsingen:
        if len(v.notitie) > LANGSTE or "\x00" in v.notitie:
            raise Domeinfout(
                "overdracht_notitie",
                _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE},
                _("Kort het in."),
                veld="notitie",
            )


def _regisseurs(casus_ids: Iterable[int]) -> dict[int, Regie]:
    rijen = Regie.objects.filter(casus__in=list(casus_ids), rol=Taakrol.REGISSEUR, tot=None)
    return {r.casus_id: r for r in rijen.select_related("gebruiker")}


def _licht_toe(door: Actor, met: Sequence[Verplaatsing], casussen: Mapping[int, Casus]) -> None:
    """Write the note on the timeline of each casus, among the words about whom it began with."""
    if not met:
        return
    personen = dict(
        Casus.objects.filter(pk__in=[v.casus for v in met]).values_list("pk", "dossier__persoon_id")
    )
    leg_vast(
        door,
        *(
            Vastlegging(
                OverdrachtToegelicht(van=v.van, naar=v.naar),
                v.casus,
                klok.vandaag(),
                dossier_id=casussen[v.casus].dossier_id,
                persoon_id=personen[v.casus],
                wet=casussen[v.casus].wet,
                inhoud={"toelichting": v.notitie.strip()},
            )
            for v in met
        ),
    )


@actie("casus", Permissie.CASUS_WERKEN)
def zet_intensiteiten(door: Actor, keuzes: Sequence[tuple[int, str]]) -> None:
    """Say how much each (casus, code of the municipality's list) asks. Who directs it does, or the leader.

    The same again changes nothing. Raises NietGevonden or Geweigerd without the right on one of them,
    Domeinfout for an unknown code or a closed casus. All or nothing.
    """
    casussen = haal_op_slot(door, [casus for casus, _code in keuzes])
    eis_open(casussen.values())
    bekend = {i.code for i in eigen_caseload().intensiteit}
    regie = _regisseurs(casussen)
    for casus, code in keuzes:
        _eis_oordeel(door, regie[casus], code in bekend)
    nieuw = [(casussen[casus], code) for casus, code in keuzes if casussen[casus].intensiteit != code]
    for rij, code in nieuw:
        rij.intensiteit = code
    werk_bij([rij for rij, _code in nieuw], ["intensiteit"])
    merk, vandaag = caseloadhash(), klok.vandaag()
    leg_vast(
        door,
        *(
            Vastlegging(
                IntensiteitGezet(intensiteit=code, definitie=merk), rij.pk, vandaag, dossier_id=rij.dossier_id
            )
            for rij, code in nieuw
        ),
    )


def _eis_oordeel(door: Actor, regie: Regie, bestaat: bool) -> None:
    eigen = is_systeem(door) or door.id == regie.gebruiker_id
    if not eigen and not door.mag(Permissie.REGIE_TOEWIJZEN):
        raise Geweigerd(
            "intensiteit_van_ander",
            _("Hoe zwaar een casus is, zegt de regisseur."),
            _("Vraag %(naam)s of de teamleider.") % {"naam": regie.gebruiker.naam},
        )
    if not bestaat:
        raise Domeinfout(
            "casus_intensiteit",
            _("Deze zwaarte bestaat niet."),
            _("Kies er een uit de lijst."),
            veld="intensiteit",
        )
