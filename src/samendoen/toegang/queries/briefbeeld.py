"""The letter that confirms the receipt: what it says, for who may send it (Wmo 2015 art. 2.3.2)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from samendoen.inwoners.api import Postadres, kernen, postadres
from samendoen.kernel.api import Actor, Domeinfout, Niveau, Wet, haal, klok, log_inzage
from samendoen.organisatie.api import contactteksten, gemeente, teamnaam
from samendoen.recht.api import bereken
from samendoen.schil.api import Alinea, Blok, Brief, Kop, datum_lang, datum_zonder_dag
from samendoen.toegang.definities import Ontvangstbrief, Wanneer, ontvangstbrief
from samendoen.toegang.models import Melding
from samendoen.toegang.queries.meldingbeeld import PLAN, heeft_brief
from samendoen.toegang.rules import TERMIJN_BIJ_MELDING, Kanaal, Melder, dringend
from samendoen.werk.api import laatste_dagen

ZELF_VANAF = 16
"""From this age the letter is to the resident; of a younger one it is to who brings them up."""
VRAAG_STELLEN = "vraag_stellen"
# Who brings worries about somebody else: the one they are about may not know, or not be safe at home.
ZORGKANALEN = frozenset({Kanaal.POLITIE, Kanaal.VEILIG_THUIS, Kanaal.JEUGDBESCHERMING})


@dataclass(frozen=True, slots=True)
class Briefbeeld:
    """The letter, and what its sender must know: where it cannot go, and whether it is safe to send."""

    melding_id: int
    brief: Brief
    verstuurd: str
    adres_geheim: bool
    zonder_adres: bool
    let_op: bool


def brief(door: Actor, melding_id: int) -> Briefbeeld:
    """Return the letter about one melding; logged.

    NietGevonden outside the scope; Domeinfout where there is no letter: nobody is linked, it was withdrawn,
    or the front desk helped at once. A secret address is only in it for who may read that.
    """
    rij = haal(Melding.objects.select_related("team"), door, melding_id, niveau=Niveau.LEESBAAR)
    if not heeft_brief(rij):
        raise Domeinfout(
            "melding_geen_brief",
            _("Bij deze melding hoort geen ontvangstbevestiging."),
            _("Koppel eerst een inwoner, of kijk of de melding nog open is."),
        )
    log_inzage(door, "ontvangstbrief", [rij.dossier_id])
    adres = postadres(door, rij.inwoner_id)
    leeftijd = kernen(door, [rij.inwoner_id])[rij.inwoner_id].leeftijd
    return Briefbeeld(
        melding_id=rij.pk,
        brief=_brief(rij, adres, leeftijd),
        verstuurd=datum_lang(rij.bevestigd_op) if rij.bevestigd_op else "",
        adres_geheim=adres.geheim,
        zonder_adres=not adres.regels,
        let_op=rij.kanaal in ZORGKANALEN or not rij.vrijwillig,
    )


def _brief(rij: Melding, adres: Postadres, leeftijd: int) -> Brief:
    hier = gemeente()
    naam = hier.naam if hier else ""
    team = teamnaam(rij.team.code)
    ouders = leeftijd < ZELF_VANAF
    aan = (adres.naam, *adres.regels)
    with override("nl"):  # The letter is in Dutch, whoever makes it.
        return Brief(
            afzender=f"Gemeente {naam}",
            aan=("Aan de ouder(s) of verzorger(s) van", *aan) if ouders else aan,
            datum=rij.bevestigd_op or klok.vandaag(),
            kenmerk=f"melding {rij.pk}",
            onderwerp=ontvangstbrief(rij.wet)[0].onderwerp,
            blokken=(*_blokken(ontvangstbrief(rij.wet)[0], rij, _plekken(rij, naam, team)), *_contact()),
            aanhef=f"Beste ouder(s) of verzorger(s) van {adres.naam}," if ouders else f"Beste {adres.naam},",
            slot=("Met vriendelijke groet,", "", team, f"Gemeente {naam}"),
        )


def _plekken(rij: Melding, gemeentenaam: str, team: str) -> dict[str, str]:
    """Return what the texts may name; a term that the law does not set is left out."""
    plekken = {
        "ontvangen_op": datum_zonder_dag(rij.ontvangen_op),
        "gemeente": gemeentenaam,
        "team": team,
    }
    if rij.wet in TERMIJN_BIJ_MELDING:
        loopt_tot = laatste_dagen("toegang.melding", [rij.pk]).get(rij.pk)
        volgens_wet = bereken(TERMIJN_BIJ_MELDING[rij.wet], rij.ontvangen_op).einde
        plekken["uiterlijk"] = datum_zonder_dag(loopt_tot or volgens_wet)
    if rij.wet == Wet.WMO:
        plekken["plan_tot"] = datum_zonder_dag(bereken(PLAN, rij.ontvangen_op).einde)
    return plekken


def _blokken(tekst: Ontvangstbrief, rij: Melding, plekken: dict[str, str]) -> list[Blok]:
    spoed = dringend(rij.spoed, rij.route)
    voor = {
        Wanneer.ALTIJD,
        Wanneer.SPOED if spoed else Wanneer.GEEN_SPOED,
        Wanneer.ZELF if rij.melder == Melder.ZELF else Wanneer.ANDER,
    }
    blokken: list[Blok] = []
    for deel in tekst.deel:
        if deel.voor not in voor:
            continue
        if deel.kop:
            blokken.append(Kop(deel.kop))
        blokken += [Alinea(alinea.format_map(plekken)) for alinea in deel.alineas]
    return blokken


def _contact() -> list[Blok]:
    """Return how to reach somebody, in the municipality's own words; nothing where it gave none."""
    _titel, tekst = contactteksten().get(VRAAG_STELLEN, ("", ""))
    return (
        [Kop("Heeft u een vraag?"), Alinea(f"{tekst} Noem daarbij het kenmerk van deze brief.")]
        if tekst
        else []
    )
