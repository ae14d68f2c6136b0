"""Use cases on an offer: put on the map, change, stop, resume."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kaart.access import haal_aanbod
from samendoen.kaart.actions.organisatie import BEURT
from samendoen.kaart.events import AanbodGemaakt, AanbodGestopt, AanbodGewijzigd, AanbodHervat
from samendoen.kaart.models import TALEN, Aanbod, Locatie, Organisatie
from samendoen.kaart.rules import AANBOD_OVERGANGEN, Aanbodstatus, Doelgroep, Ondersteuningsniveau
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, op_beurt
from samendoen.organisatie.api import leefgebieden

LANGSTE_WACHT = 260
LANGSTE = 120


@dataclass(frozen=True, slots=True)
class Aanbodgegevens:
    """What the map says about an offer. Places by their number; they belong to the offer's organisation."""

    naam: str
    tekst: str
    niveau: str
    leefgebieden: tuple[str, ...] = ()
    doelgroepen: tuple[str, ...] = ()
    locaties: tuple[int, ...] = ()
    prijs: str = ""
    wachttijd_weken: int | None = None
    aanmelden: str = ""
    talen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NieuwAanbod:
    """An offer to be. `kenmerk` is made by the client and makes a repeat harmless."""

    kenmerk: UUID
    organisatie_id: int
    gegevens: Aanbodgegevens


@actie("kaart", Permissie.KAART_BEHEREN)
def maak_aanbod(door: Actor, nieuwe: Sequence[NieuwAanbod]) -> list[int]:
    """Put offers on the map; return their ids in the order asked. A known `kenmerk` gives what exists.

    Raises Domeinfout (with the field) for what is missing, unknown, or already there.
    """
    op_beurt(BEURT)
    bekend = dict(Aanbod.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk"))
    verse = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    van = Organisatie.objects.in_bulk([n.organisatie_id for n in verse.values()])
    namen = leefgebieden()
    gezien: set[tuple[int, str]] = set()
    for nieuw in verse.values():
        if nieuw.organisatie_id not in van:
            raise _fout("organisatie_id", _("Deze organisatie bestaat niet."), _("Kies een organisatie."))
        _controleer(nieuw.gegevens, nieuw.organisatie_id, namen)
        naam = (nieuw.organisatie_id, nieuw.gegevens.naam.strip())
        if naam in gezien:
            raise _dubbel()
        gezien.add(naam)
    rijen = []
    for nieuw in verse.values():
        rij = Aanbod(kenmerk=nieuw.kenmerk, organisatie=van[nieuw.organisatie_id])
        rijen.append(_vul(rij, nieuw.gegevens, namen))
    Aanbod.objects.bulk_create(rijen)
    waar = Aanbod.locaties.through
    waar.objects.bulk_create(
        waar(aanbod_id=rij.pk, locatie_id=pk) for rij in rijen for pk in verse[rij.kenmerk].gegevens.locaties
    )
    gemaakt = [(AanbodGemaakt(organisatie=r.organisatie_id, niveau=r.niveau), r.pk) for r in rijen]
    leg_vast(door, *(Vastlegging(gebeurtenis, pk, klok.vandaag()) for gebeurtenis, pk in gemaakt))
    alle = bekend | {rij.kenmerk: rij.pk for rij in rijen}
    return [alle[n.kenmerk] for n in nieuwe]


@actie("kaart", Permissie.KAART_BEHEREN)
def wijzig_aanbod(door: Actor, aanbod_id: int, gegevens: Aanbodgegevens) -> None:
    """Change what the map says about an offer: from then on it is ours, not a document's or an assumption.

    Raises as `maak_aanbod`.
    """
    op_beurt(BEURT)
    rij, namen = haal_aanbod(aanbod_id, op_slot=True), leefgebieden()
    _controleer(gegevens, rij.organisatie_id, namen, behalve=rij.pk)
    _vul(rij, gegevens, namen)
    rij.aanname, rij.bron = False, ""
    rij.save()
    rij.locaties.set(gegevens.locaties)
    leg_vast(door, Vastlegging(AanbodGewijzigd(niveau=rij.niveau), rij.pk, klok.vandaag()))


@actie("kaart", Permissie.KAART_BEHEREN)
def stop_aanbod(door: Actor, aanbod_id: int) -> None:
    """Stop an offer as of today: nobody is sent there any more; what was agreed keeps its name."""
    rij = haal_aanbod(aanbod_id, op_slot=True)
    _naar(rij, "stop")
    rij.gestopt_op = klok.vandaag()
    rij.save(update_fields=["gestopt_op"])
    leg_vast(door, Vastlegging(AanbodGestopt(), rij.pk, klok.vandaag()))


@actie("kaart", Permissie.KAART_BEHEREN)
def hervat_aanbod(door: Actor, aanbod_id: int) -> None:
    """Have an offer that had stopped again."""
    rij = haal_aanbod(aanbod_id, op_slot=True)
    _naar(rij, "hervat")
    rij.gestopt_op = None
    rij.save(update_fields=["gestopt_op"])
    leg_vast(door, Vastlegging(AanbodHervat(), rij.pk, klok.vandaag()))


def _naar(rij: Aanbod, overgang: str) -> None:
    status = Aanbodstatus.GESTOPT if rij.gestopt_op else Aanbodstatus.LOOPT
    if overgang not in AANBOD_OVERGANGEN[status]:
        wat = _("Dit aanbod is al gestopt.") if rij.gestopt_op else _("Dit aanbod loopt nog.")
        raise Domeinfout("aanbod_status", wat, _("Ververs de pagina om te zien hoe het er nu voor staat."))


def _vul(rij: Aanbod, gegevens: Aanbodgegevens, namen: Mapping[str, str]) -> Aanbod:
    for veld in ("naam", "tekst", "prijs", "aanmelden"):
        setattr(rij, veld, getattr(gegevens, veld).strip())
    for veld in ("leefgebieden", "doelgroepen", "talen"):
        setattr(rij, veld, list(dict.fromkeys(getattr(gegevens, veld))))
    rij.niveau, rij.wachttijd_weken = gegevens.niveau, gegevens.wachttijd_weken
    rij.maak_zoektekst(rij.organisatie.naam, namen)
    return rij


def _dubbel() -> Domeinfout:
    return _fout(
        "naam",
        _("Deze organisatie heeft al aanbod met deze naam."),
        _("Wijzig dat, of kies een andere naam."),
    )


def _fout(veld: str, wat: str, doe: str) -> Domeinfout:
    return Domeinfout("aanbod_onjuist", wat, doe, veld=veld)


def _controleer(
    gegevens: Aanbodgegevens, organisatie_id: int, namen: Mapping[str, str], behalve: int | None = None
) -> None:
    zelfde = Aanbod.objects.filter(organisatie=organisatie_id, naam=gegevens.naam.strip())
    if behalve is not None:
        zelfde = zelfde.exclude(pk=behalve)
    plaatsen = Locatie.objects.filter(pk__in=gegevens.locaties, organisatie=organisatie_id)
    kies = _("Kies uit de lijst.")
    fouten = (
        ("naam", not gegevens.naam.strip(), _("De naam ontbreekt."), _("Geef het aanbod een korte naam.")),
        ("tekst", not gegevens.tekst.strip(), _("De uitleg ontbreekt."), _("Schrijf op wat het is.")),
        ("niveau", gegevens.niveau not in set(Ondersteuningsniveau), _("Dit niveau bestaat niet."), kies),
        ("leefgebieden", not gegevens.leefgebieden, _("Er is geen leefgebied gekozen."), kies),
        ("leefgebieden", not set(gegevens.leefgebieden) <= set(namen), _("Dit leefgebied is er niet."), kies),
        (
            "doelgroepen",
            not set(gegevens.doelgroepen) <= set(Doelgroep),
            _("Deze doelgroep bestaat niet."),
            kies,
        ),
        ("talen", not set(gegevens.talen) <= set(TALEN), _("Deze taal staat niet in de lijst."), kies),
        (
            "wachttijd_weken",
            not 0 <= (gegevens.wachttijd_weken or 0) <= LANGSTE_WACHT,
            _("Deze wachttijd kan niet."),
            _("Vul een aantal weken in, van 0 tot en met 260."),
        ),
        (
            "locaties",
            len(plaatsen) < len(set(gegevens.locaties)),
            _("Deze plek is niet van deze organisatie."),
            kies,
        ),
        *(
            (veld, len(getattr(gegevens, veld).strip()) > LANGSTE, _("Dit is te lang."), _("Kort het in."))
            for veld in ("naam", "prijs")
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise _fout(veld, wat, doe)
    if zelfde.exists():
        raise _dubbel()
