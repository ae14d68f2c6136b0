"""Use cases on a mandate: give and withdraw."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    Wet,
    actie,
    klok,
    leg_vast,
    op_beurt,
)
from samendoen.organisatie.access import haal_mandaat, haal_medewerker
from samendoen.organisatie.actions.medewerker import als_team
from samendoen.organisatie.events import MandaatGegeven, MandaatIngetrokken
from samendoen.organisatie.models import MANDAATROLLEN, Mandaat
from samendoen.organisatie.queries import teams_bij_code
from samendoen.organisatie.rules import Bevoegdheid


@dataclass(frozen=True, slots=True)
class NieuwMandaat:
    """A mandate to be: for one employee or for a role. `kenmerk` is made by the client.

    `tot_bedrag_eurocent` is inclusive; None is no limit. `tot` is the first day without it.
    """

    bevoegdheid: str
    kaders: tuple[str, ...]
    medewerker_id: int | None = None
    rol: str = ""
    teams: tuple[str, ...] = ()
    tot_bedrag_eurocent: int | None = None
    tweede_handtekening: bool = False
    van: date | None = None
    tot: date | None = None
    kenmerk: UUID = field(default_factory=uuid4)


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def geef_mandaat(door: Actor, nieuw: NieuwMandaat) -> int:
    """Give a mandate (Awb art. 10:5) and return its id; a known `kenmerk` changes nothing.

    Raises Domeinfout (with the field) when it says who or what in no way or in two.
    """
    op_beurt("organisatie.geef_mandaat")
    bekend = Mandaat.objects.filter(kenmerk=nieuw.kenmerk).values_list("pk", flat=True).first()
    if bekend is not None:
        return bekend
    _controleer(nieuw)
    if nieuw.medewerker_id is not None:
        haal_medewerker(nieuw.medewerker_id)
    bestaand = teams_bij_code(klok.vandaag())
    teams = [als_team(code, bestaand).id for code in nieuw.teams]
    rij = Mandaat.objects.create(
        kenmerk=nieuw.kenmerk,
        medewerker_id=nieuw.medewerker_id,
        rol=nieuw.rol,
        bevoegdheid=nieuw.bevoegdheid,
        kaders=sorted(set(nieuw.kaders)),
        tot_bedrag_eurocent=nieuw.tot_bedrag_eurocent,
        tweede_handtekening=nieuw.tweede_handtekening,
        van=nieuw.van,
        tot=nieuw.tot,
    )
    rij.teams.set(teams)
    leg_vast(door, Vastlegging(_gebeurtenis(rij, nieuw.teams), rij.pk, klok.vandaag()))
    return rij.pk


def _gebeurtenis(rij: Mandaat, teams: tuple[str, ...]) -> MandaatGegeven:
    return MandaatGegeven(
        medewerker=rij.medewerker_id,
        rol=rij.rol or None,
        bevoegdheid=rij.bevoegdheid,
        kaders=tuple(rij.kaders),
        teams=teams,
        tot_bedrag_eurocent=rij.tot_bedrag_eurocent,
        tweede_handtekening=rij.tweede_handtekening,
        van=rij.van,
        tot=rij.tot,
    )


def _controleer(nieuw: NieuwMandaat) -> None:
    adviseert = nieuw.bevoegdheid == Bevoegdheid.ADVISEERT
    bedrag = nieuw.tot_bedrag_eurocent
    omgekeerd = bool(nieuw.van and nieuw.tot and nieuw.tot <= nieuw.van)
    bekende_rol = not nieuw.rol or nieuw.rol in MANDAATROLLEN
    een_houder = (nieuw.medewerker_id is None) == bool(nieuw.rol) and bekende_rol
    fouten = (
        ("rol", not een_houder, _("Een mandaat geldt voor één medewerker of voor één rol.")),
        ("bevoegdheid", nieuw.bevoegdheid not in set(Bevoegdheid), _("Deze bevoegdheid bestaat niet.")),
        ("kaders", not nieuw.kaders, _("Kies minstens één wettelijk kader.")),
        ("kaders", not set(nieuw.kaders) <= set(Wet.values), _("Dit wettelijk kader bestaat niet.")),
        ("tot_bedrag", adviseert and bedrag is not None, _("Een advies heeft geen grensbedrag.")),
        ("tot_bedrag", bedrag is not None and bedrag <= 0, _("Het grensbedrag is hoger dan nul.")),
        ("tweede_handtekening", adviseert and nieuw.tweede_handtekening, _("Een advies tekent niemand mee.")),
        (
            "tot",
            omgekeerd,
            _("Het einde ligt niet na het begin."),
        ),
    )
    for veld, mis, zin in fouten:
        if mis:
            raise Domeinfout("mandaat_onjuist", zin, _("Verbeter dit veld."), veld=veld)


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def trek_mandaat_in(door: Actor, mandaat_id: int) -> None:
    """Withdraw a mandate as of today (Awb art. 10:8); Domeinfout when it has ended already."""
    rij, vandaag = haal_mandaat(mandaat_id), klok.vandaag()
    if rij.tot is not None and rij.tot <= vandaag:
        raise Domeinfout(
            "mandaat_beeindigd",
            _("Dit mandaat is al beëindigd."),
            _("Ververs de pagina om te zien welke mandaten nu gelden."),
        )
    rij.tot = max(vandaag, rij.van or vandaag)
    rij.save(update_fields=["tot"])
    leg_vast(door, Vastlegging(MandaatIngetrokken(tot=rij.tot), rij.pk, vandaag))
