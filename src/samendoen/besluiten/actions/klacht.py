"""Record a complaint, hear, let it end, take that back, hand it to somebody else (Awb chapter 9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_op_slot, is_systeem, niet_gevonden
from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.events import (
    KLACHT,
    KlachthorenVastgelegd,
    KlachtOntvangen,
)
from samendoen.besluiten.models import Klacht, Zaakbrief
from samendoen.besluiten.queries import klachtbrief
from samendoen.besluiten.queries.klacht import wie_behandelt_klachten
from samendoen.besluiten.queries.klachtbrief import Klachtzaak
from samendoen.besluiten.queries.zaakbrief import Briefkop, maak
from samendoen.besluiten.rules.klacht import (
    KLACHT_OVERGANGEN,
    TERMIJN,
    TERMIJN_COMMISSIE,
    Afloop,
    Klachtstatus,
    Nietgehoord,
)
from samendoen.inwoners.api import kernen
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    Wet,
    actie,
    ken_toe,
    klok,
    leg_vast,
    open_dossiers,
    schrijf,
)
from samendoen.schil.api import Blok
from samendoen.werk.api import (
    TermijnStart,
    laatste_dagen,
    start_termijnen,
)

INZIEN_NA_AANNAME = timedelta(weeks=2)
OUDST = timedelta(days=3653)
ZONDER_BRIEF = (Afloop.VERGISSING,)
ONDERWERPEN = {
    "ontvangst": "Wij hebben uw klacht ontvangen",
    "afschrift": "Er is een klacht over uw optreden",
    "uitstel": "Wij hebben meer tijd nodig voor uw klacht",
    "beslissing": "Uw klacht is afgehandeld",
}


@dataclass(frozen=True, slots=True)
class NieuweKlacht:
    """A complaint to be. `kenmerk` is made by the client and makes a repeat harmless.

    `klager` and `klageradres`: who complains (Awb art. 9:4 lid 2 asks name and address). `beklaagde`: the
    account of the employee whom it is about, None when it is about the municipality itself.
    """

    kenmerk: UUID
    klager: str
    klageradres: str
    over: str
    gebeurd_op: date
    ontvangen_op: date
    behandelaar: int
    beklaagde: int | None = None
    wet: str = Wet.GEEN.value
    persoon: int | None = None
    commissie: bool = False


@dataclass(frozen=True, slots=True)
class Klachthoren:
    """On which days people were heard, or why the complainant was not (Awb art. 9:10), and what was said."""

    klager_op: date | None = None
    beklaagde_op: date | None = None
    nietgehoord: str = ""
    verslag: str = ""


@dataclass(frozen=True, slots=True)
class Klachteinde:
    """How a complaint ends, and what the letter says of it."""

    afloop: str
    op: date
    oordeel: str = ""
    nietbehandeld: str = ""
    bevindingen: str = ""
    conclusies: str = ""


def vast(
    rij: Klacht,
    gebeurtenis: Gebeurtenissoort,
    op: date,
    inhoud: Mapping[str, str] | None = None,
    weg: int | None = None,
) -> Vastlegging:
    """Return an event about a complaint as it is recorded: in its own dossier."""
    return Vastlegging(
        gebeurtenis,
        rij.pk,
        op,
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud=inhoud or {},
        herroept_id=weg,
    )


def haal_klacht(door: Actor, klacht_id: int, stap: str) -> Klacht:
    """Return this complaint, locked, if this step can be taken; for who it is about it does not exist."""
    rijen = Klacht.objects.select_related("behandelaar", "beklaagde")
    if door.id is not None:
        rijen = rijen.exclude(beklaagde=door.id)
    rij = haal_op_slot(rijen, door, [klacht_id])[klacht_id]
    nieuw = KLACHT_OVERGANGEN[Klachtstatus(rij.status)].get(stap)
    if nieuw is None:
        raise Domeinfout(
            "status",
            _("Met deze klacht kan dit niet meer."),
            _("Ververs de pagina om te zien hoe de klacht er nu voor staat."),
        )
    rij.status = nieuw
    return rij


@actie("besluiten", Permissie.MELDING_REGISTREREN)
def registreer_klachten(door: Actor, nieuwe: Sequence[NieuweKlacht]) -> list[int]:
    """Record complaints, start the clock of each, confirm the receipt; return their ids in the order asked.

    Each gets a dossier of its own, open to who handles it and for a while to who took it down; the employee
    gets a copy to be handed over (Awb art. 9:9). A known `kenmerk` gives what exists. Raises NietGevonden for
    a resident outside the scope; Domeinfout for a complaint without a name or address (9:4), about who
    records it, handled by whom it is about (9:7), or for days that cannot be.
    """
    rijen = Klacht.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    behandelaars = {nummer for nummer, _naam in wie_behandelt_klachten()} if eerste else set()
    personen = {n.persoon for n in eerste.values() if n.persoon is not None}
    if personen - kernen(door, personen).keys():
        raise niet_gevonden()
    for n in eerste.values():
        _controleer(door, n, behandelaars)
    if eerste:
        bekend |= _schrijf(door, list(eerste.values()))
    return [bekend[n.kenmerk] for n in nieuwe]


def _controleer(door: Actor, n: NieuweKlacht, behandelaars: set[int]) -> None:
    if n.beklaagde is not None and n.beklaagde == door.id:
        raise Domeinfout(
            "klacht_over_uzelf",
            _("Een klacht over uzelf legt een ander vast."),
            _("Geef wat u hoorde door aan uw teamleider."),
            veld="beklaagde",
        )
    eis("klacht", (*_wie_en_wat(n), *_wanneer_en_door_wie(n, behandelaars)))


def _wie_en_wat(n: NieuweKlacht) -> Iterable[tuple[str, bool, str, str]]:
    return (
        (
            "klager",
            not n.klager.strip() or len(n.klager) > 200,
            _("Een klacht zonder naam hoeft u niet te behandelen (Awb artikel 9:4)."),
            _("Vul de naam in, of bespreek wat u hoorde in het team zonder een klacht vast te leggen."),
        ),
        (
            "klageradres",
            not n.klageradres.strip() or len(n.klageradres) > LANGSTE,
            _("Zonder adres kan de klager geen antwoord krijgen (Awb artikel 9:4)."),
            _("Vul het adres in."),
        ),
        (
            "over",
            not n.over.strip() or len(n.over) > LANGSTE,
            _("Er staat niet wat er is gebeurd, of de tekst is te lang."),
            _("Schrijf kort op waarover de klacht gaat."),
        ),
        (
            "wet",
            n.wet not in Wet.values,
            _("Deze wet bestaat niet."),
            _("Kies een wet uit de lijst."),
        ),
    )


def _wanneer_en_door_wie(n: NieuweKlacht, behandelaars: set[int]) -> Iterable[tuple[str, bool, str, str]]:
    vandaag = klok.vandaag()
    return (
        (
            "gebeurd_op",
            not vandaag - OUDST <= n.gebeurd_op <= n.ontvangen_op,
            _("De dag waarop het gebeurde, ligt na de klacht of te lang geleden."),
            _("Kies een dag vóór de klacht."),
        ),
        (
            "ontvangen_op",
            not vandaag - timedelta(days=366) <= n.ontvangen_op <= vandaag,
            _("De dag van ontvangst ligt in de toekomst of te lang geleden."),
            _("Kies de dag waarop de klacht binnenkwam."),
        ),
        (
            "behandelaar",
            n.behandelaar == n.beklaagde,
            _("Over wie de klacht gaat, behandelt haar niet (Awb artikel 9:7)."),
            _("Kies een ander."),
        ),
        (
            "behandelaar",
            n.behandelaar not in behandelaars,
            _("Deze collega kan geen klachten behandelen."),
            _("Kies iemand uit de lijst."),
        ),
    )


def _schrijf(door: Actor, nieuwe: Sequence[NieuweKlacht]) -> dict[UUID, int]:
    dossiers = open_dossiers(
        [n.wet for n in nieuwe], "klacht", [n.ontvangen_op for n in nieuwe], [n.persoon for n in nieuwe]
    )
    paren = list(zip(nieuwe, dossiers, strict=True))
    rijen = schrijf(_rij(n, d.pk, d.persoon_id) for n, d in paren)
    leg_vast(door, *(_ontvangen(rij) for rij in rijen))
    for rij in rijen:
        _geef_toegang(door, rij)
    termijnen = start_termijnen(door, [_klok(rij) for rij in rijen])
    for rij, termijn in zip(rijen, termijnen, strict=True):
        rij.termijn_id = termijn
        rij.save(update_fields=["termijn"])
        bewaar_brief(door, rij, "ontvangst", klok.vandaag(), klachtbrief.ontvangst(zaak(rij)))
        if rij.beklaagde is not None:
            bewaar_brief(door, rij, "afschrift", klok.vandaag(), klachtbrief.afschrift(zaak(rij)))
    return {rij.kenmerk: rij.pk for rij in rijen}


def _rij(n: NieuweKlacht, dossier_id: int, persoon_id: int) -> Klacht:
    return Klacht(
        kenmerk=n.kenmerk,
        dossier_id=dossier_id,
        inwoner_id=persoon_id,
        wet=n.wet,
        ontvangen_op=n.ontvangen_op,
        gebeurd_op=n.gebeurd_op,
        klager=n.klager.strip(),
        klageradres=n.klageradres.strip(),
        beklaagde_id=n.beklaagde,
        over=n.over.strip(),
        commissie=n.commissie,
        behandelaar_id=n.behandelaar,
    )


def _ontvangen(rij: Klacht) -> Vastlegging:
    gebeurtenis = KlachtOntvangen(kader=rij.wet, behandelaar=rij.behandelaar_id, commissie=rij.commissie)
    return vast(rij, gebeurtenis, rij.ontvangen_op, {"over": rij.over})


def _geef_toegang(door: Actor, rij: Klacht) -> None:
    """Open the dossier to who handles it, and for a while to who took it down: to no group."""
    rechten = [
        Toekenning(
            rij.dossier_id, Niveau.SCHRIJFBAAR, Grond.LEIDING, rij.wet, gebruiker_id=rij.behandelaar_id
        )
    ]
    if not is_systeem(door):
        tot = klok.einde_van(klok.vandaag() + INZIEN_NA_AANNAME)
        rechten.append(
            Toekenning(
                rij.dossier_id, Niveau.SCHRIJFBAAR, Grond.AANNAME, rij.wet, gebruiker_id=door.id, tot=tot
            )
        )
    ken_toe(rechten)


def _klok(rij: Klacht) -> TermijnStart:
    return TermijnStart(
        soort=TERMIJN_COMMISSIE if rij.commissie else TERMIJN,
        start=rij.ontvangen_op,
        dossier_id=rij.dossier_id,
        onderwerp_soort=KLACHT,
        onderwerp_id=rij.pk,
        gebruiker_id=rij.behandelaar_id,
    )


def zaak(rij: Klacht) -> Klachtzaak:
    """Return what every letter about this complaint tells."""
    return Klachtzaak(
        ontvangen_op=rij.ontvangen_op,
        gebeurd_op=rij.gebeurd_op,
        uiterlijk=laatste_dagen(KLACHT, [rij.pk])[rij.pk],
        behandelaar=rij.behandelaar.naam,
        over=rij.over,
        commissie=rij.commissie,
    )


def bewaar_brief(door: Actor, rij: Klacht, soort: str, op: date, blokken: Iterable[Blok]) -> None:
    """Write a letter and keep it as it is sent: to the complainant, a copy to the employee."""
    eigen = soort == "afschrift" and rij.beklaagde is not None
    kop = Briefkop(
        inwoner=rij.inwoner_id,
        kenmerk=f"KL{rij.pk}",
        datum=op,
        onderwerp=ONDERWERPEN[soort],
        aan_naam=rij.beklaagde.naam if eigen and rij.beklaagde else rij.klager,
        aan_adres="" if eigen else rij.klageradres,
        ondertekenaars=() if soort == "ontvangst" else (rij.behandelaar.naam,),
        hulp=not eigen,
    )
    Zaakbrief(
        onderwerp_soort=KLACHT,
        onderwerp_id=rij.pk,
        dossier_id=rij.dossier_id,
        inwoner_id=rij.inwoner_id,
        wet=rij.wet,
        soort=soort,
        op=op,
        brief=maak(door, kop, blokken),
    ).save()


@actie("besluiten", Permissie.REGIE_TOEWIJZEN)
def leg_klachthoren_vast(door: Actor, klacht_id: int, invoer: Klachthoren) -> None:
    """Record when people were heard, or why the complainant was not; replaces what was recorded before.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout when it ended, or for a day, a
    ground or a report that cannot be.
    """
    rij = haal_klacht(door, klacht_id, "behandel")
    vandaag = klok.vandaag()
    dagen = [("klager_op", invoer.klager_op), ("beklaagde_op", invoer.beklaagde_op)]
    for veld, dag in dagen:
        if dag is not None and not rij.ontvangen_op <= dag <= vandaag:
            raise Domeinfout(
                f"horen_{veld}",
                _("De dag van het gesprek ligt vóór de klacht of in de toekomst."),
                _("Kies een dag tussen de ontvangst en vandaag."),
                veld=veld,
            )
    if (invoer.nietgehoord and invoer.nietgehoord not in {g.value for g in Nietgehoord}) or (
        invoer.nietgehoord and invoer.klager_op is not None
    ):
        raise Domeinfout(
            "horen_nietgehoord",
            _("Deze reden past niet: de klager is gehoord, of de reden bestaat niet."),
            _("Vul een dag in, of kies waarom de klager niet is gehoord."),
            veld="nietgehoord",
        )
    rij.klager_gehoord_op, rij.beklaagde_gehoord_op = invoer.klager_op, invoer.beklaagde_op
    rij.nietgehoord, rij.verslag = invoer.nietgehoord, invoer.verslag.strip()[:LANGSTE]
    rij.save(update_fields=["klager_gehoord_op", "beklaagde_gehoord_op", "nietgehoord", "verslag"])
    gebeurtenis = KlachthorenVastgelegd(
        klager_op=invoer.klager_op, beklaagde_op=invoer.beklaagde_op, grond=invoer.nietgehoord or None
    )
    leg_vast(door, vast(rij, gebeurtenis, vandaag, {"verslag": rij.verslag}))
