"""Use cases on the other people who matter to a resident: carer, network, legal representative."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.inwoners.access import geboortedatums, haal_inwoners, onbekend
from samendoen.inwoners.actions.gegevens import SCHOON
from samendoen.inwoners.events import RelatieBeeindigd, RelatieVastgelegd
from samendoen.inwoners.models import Relatie
from samendoen.inwoners.rules import Relatiesoort
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)

LANGSTE = 200


@dataclass(frozen=True, slots=True)
class NieuweRelatie:
    """Somebody who matters to a resident: another resident (`ander`) or a name with a telephone number.

    `adres` is where post to a representative goes, its lines divided by commas.
    """

    kenmerk: UUID
    persoon_id: int
    soort: str
    van: date
    ander: int | None = None
    naam: str = ""
    telefoon: str = ""
    toelichting: str = ""
    adres: str = ""


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"relatie_{veld}", wat, doe, veld=veld)


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def leg_relaties_vast(door: Actor, nieuwe: Sequence[NieuweRelatie]) -> list[int]:
    """Record relations; return their ids in the order asked. A known `kenmerk` gives what exists.

    Asks a writable grant on each resident. Raises NietGevonden or Geweigerd; Domeinfout for an unknown kind
    or person, nobody or two at once, a telephone number that is none, or a day in the future.
    """
    haal_inwoners(door, [n.persoon_id for n in nieuwe], Niveau.SCHRIJFBAAR)
    # After the lock: of a form sent twice the second finds what the first wrote.
    bekend = _bekend(nieuwe)
    verse = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    te_noemen = geboortedatums(door, [n.ander for n in verse.values() if n.ander is not None])
    rijen = Relatie.objects.bulk_create(_rij(n, te_noemen) for n in verse.values())
    leg_vast(door, *(_vastgelegd(rij) for rij in rijen))
    alle = bekend | {rij.kenmerk: rij.pk for rij in rijen}
    return [alle[n.kenmerk] for n in nieuwe]


def _bekend(nieuwe: Sequence[NieuweRelatie]) -> dict[UUID, int]:
    """Return what exists by `kenmerk`; one of another resident is not this form's."""
    van = {n.kenmerk: n.persoon_id for n in nieuwe}
    rijen = list(Relatie.objects.filter(kenmerk__in=list(van)).values_list("kenmerk", "pk", "inwoner_id"))
    if any(van[kenmerk] != persoon for kenmerk, _pk, persoon in rijen):
        raise onbekend()
    return {kenmerk: pk for kenmerk, pk, _persoon in rijen}


def _rij(nieuw: NieuweRelatie, te_noemen: Mapping[int, date]) -> Relatie:
    naam, toelichting = " ".join(nieuw.naam.split()), " ".join(nieuw.toelichting.split())
    _controleer(nieuw, naam, toelichting, te_noemen)
    return Relatie(
        kenmerk=nieuw.kenmerk,
        inwoner_id=nieuw.persoon_id,
        soort=str(nieuw.soort),
        van=nieuw.van,
        ander_id=nieuw.ander,
        naam=naam,
        telefoon=SCHOON["telefoon"](nieuw.telefoon),
        toelichting=toelichting,
        adres=_adres(nieuw.adres),
    )


def _adres(adres: str) -> str:
    """Return an address as it is kept: its lines divided by commas."""
    delen = (" ".join(deel.split()) for deel in adres.replace("\n", ",").split(","))
    schoon = ", ".join(deel for deel in delen if deel)
    if len(schoon) > LANGSTE or "\x00" in schoon:
        raise fout("adres", _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE}, _("Kort het in."))
    return schoon


def _controleer(nieuw: NieuweRelatie, naam: str, toelichting: str, te_noemen: Mapping[int, date]) -> None:
    te_lang = _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE}
    fouten = (
        (
            "soort",
            nieuw.soort not in set(Relatiesoort),
            _("Deze keuze bestaat niet."),
            _("Kies uit de lijst."),
        ),
        (
            "naam",
            bool(naam) == (nieuw.ander is not None),
            _("Het is niet duidelijk om wie het gaat."),
            _("Vul een naam in, of kies een inwoner."),
        ),
        (
            "ander",
            nieuw.ander is not None and nieuw.ander not in te_noemen,
            _("Deze persoon is niet bekend, of ligt buiten uw werkgebied."),
            _("Zoek opnieuw en kies iemand uit de lijst."),
        ),
        (
            "ander",
            nieuw.ander == nieuw.persoon_id,
            _("Dit is de inwoner zelf."),
            _("Kies iemand anders."),
        ),
        ("naam", len(naam) > LANGSTE, te_lang, _("Kort het in.")),
        ("toelichting", len(toelichting) > LANGSTE, te_lang, _("Kort het in.")),
        (
            "van",
            nieuw.van > klok.vandaag(),
            _("Deze dag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise fout(veld, wat, doe)


def _vastgelegd(rij: Relatie) -> Vastlegging:
    gebeurtenis = RelatieVastgelegd(relatie=rij.pk, relatiesoort=rij.soort)
    return Vastlegging(gebeurtenis, rij.inwoner_id, rij.van)


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def beeindig_relaties(door: Actor, eindes: Sequence[tuple[int, date]]) -> None:
    """End relations on (relation, first day no longer); the same again changes nothing.

    Asks a writable grant on each resident. Raises NietGevonden for an unknown relation; Domeinfout for one
    that ended on another day, and for a day in the future or before it began.
    """
    eind = dict(eindes)
    van_wie = set(Relatie.objects.filter(pk__in=list(eind)).values_list("inwoner_id", flat=True))
    haal_inwoners(door, van_wie, Niveau.SCHRIJFBAAR)
    rijen = list(Relatie.objects.filter(pk__in=list(eind)).order_by("pk"))
    if len(rijen) < len(eind):
        raise onbekend()
    verse = [rij for rij in rijen if rij.tot != eind[rij.pk]]
    for rij in verse:
        _controleer_einde(rij, eind[rij.pk])
        rij.tot = eind[rij.pk]
    werk_bij(verse, ["tot"])
    leg_vast(
        door,
        *(Vastlegging(RelatieBeeindigd(relatie=r.pk), r.inwoner_id, eind[r.pk]) for r in verse),
    )


def _controleer_einde(rij: Relatie, tot: date) -> None:
    if rij.tot is not None:
        raise Domeinfout(
            "relatie_loopt_niet",
            _("Deze relatie was al beëindigd."),
            _("Ververs de pagina om te zien hoe het er nu voor staat."),
        )
    if tot > klok.vandaag():
        raise fout("tot", _("Deze dag ligt in de toekomst."), _("Kies vandaag of een dag daarvoor."))
    if tot < rij.van:
        raise fout(
            "tot", _("Deze dag ligt voor de eerste dag van de relatie."), _("Kies die dag of een dag daarna.")
        )
