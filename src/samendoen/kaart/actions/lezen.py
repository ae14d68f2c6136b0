"""Use case: read in the starting map of the municipality, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext as _

from samendoen.kaart import definities
from samendoen.kaart.definities import Kaartdefinitie, kaartdefinitie
from samendoen.kaart.events import AanbodGemaakt, KaartIngelezen, LocatieGemaakt, OrganisatieGemaakt
from samendoen.kaart.models import Aanbod, Kaartimport, Locatie, Organisatie
from samendoen.kaart.models.organisatie import ENIGE
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast
from samendoen.kernel.definities import MetHerkomst
from samendoen.organisatie.api import gemeente, kernen, leefgebieden


@dataclass(frozen=True, slots=True)
class Kaartuitslag:
    """What reading in did. Not `nieuw`: it was there, nothing has changed."""

    organisaties: int
    aanbod: int
    nieuw: bool
    zin: str


@actie("kaart", Permissie.KAART_BEHEREN)
def importeer_kaart(door: Actor, gemeentecode: str) -> Kaartuitslag:
    """Read in organisations, places and offers; a second time changes nothing and says so.

    Raises Domeinfout before the municipality itself is read in, for another municipality's map, or for a
    definition that names a village or a life domain that this municipality does not have.
    """
    definitie, merk = kaartdefinitie(gemeentecode)
    _controleer_gemeente(definitie)
    _rij, nieuw = Kaartimport.objects.get_or_create(
        id=ENIGE,
        defaults={"gemeente": definitie.gemeente, "definitie": merk, "ingelezen_op": klok.vandaag()},
    )
    if not nieuw:
        zin = _("De sociale kaart was al ingelezen; er is niets veranderd.")
        return Kaartuitslag(Organisatie.objects.count(), Aanbod.objects.count(), False, zin)
    _schrijf(door, definitie)
    gebeurtenis = KaartIngelezen(
        gemeente=definitie.gemeente,
        definitie=merk,
        organisaties=len(definitie.organisatie),
        locaties=len(definitie.locatie),
        aanbod=len(definitie.aanbod),
    )
    leg_vast(door, Vastlegging(gebeurtenis, ENIGE, klok.vandaag()))
    zin = _("De sociale kaart is ingelezen: %(o)s organisaties, %(a)s keer aanbod.") % {
        "o": len(definitie.organisatie),
        "a": len(definitie.aanbod),
    }
    return Kaartuitslag(len(definitie.organisatie), len(definitie.aanbod), True, zin)


def _controleer_gemeente(definitie: Kaartdefinitie) -> None:
    deze = gemeente()
    if deze is None or deze.code != definitie.gemeente:
        raise Domeinfout(
            "andere_gemeente",
            _("Deze sociale kaart hoort niet bij de gemeente van deze databank."),
            _("Lees eerst de gemeente zelf in, en daarna haar eigen kaart."),
        )
    vreemd = {deel.kern for deel in definitie.locatie} - set(kernen().values())
    vreemd |= {code for deel in definitie.aanbod for code in deel.leefgebieden} - set(leefgebieden())
    if vreemd:
        raise Domeinfout(
            "kaart_onjuist",
            _("Deze kernen of leefgebieden heeft de gemeente niet: %(namen)s.")
            % {"namen": ", ".join(sorted(vreemd))},
            _("Verbeter het definitiebestand van de kaart."),
        )


def _schrijf(door: Actor, definitie: Kaartdefinitie) -> None:
    organisaties = _schrijf_organisaties(door, definitie)
    locaties = _schrijf_locaties(door, definitie, organisaties)
    namen = leefgebieden()
    rijen = Aanbod.objects.bulk_create(
        _aanbod(deel, organisaties[deel.organisatie], _kenmerk(definitie, "aanbod", deel.code), namen)
        for deel in definitie.aanbod
    )
    waar = Aanbod.locaties.through
    waar.objects.bulk_create(
        waar(aanbod_id=rij.pk, locatie_id=locaties[code].pk)
        for rij, deel in zip(rijen, definitie.aanbod, strict=True)
        for code in deel.locaties
    )
    dag = klok.vandaag()
    leg_vast(
        door,
        *(
            Vastlegging(AanbodGemaakt(organisatie=r.organisatie_id, niveau=r.niveau), r.pk, dag)
            for r in rijen
        ),
    )


def _kenmerk(definitie: Kaartdefinitie, soort: str, code: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"kaart/{definitie.gemeente}/{soort}/{code}")


def _herkomst(deel: MetHerkomst) -> dict[str, str | bool]:
    return {"bron": deel.bron, "aanname": deel.aanname, "toelichting": deel.toelichting}


def _schrijf_organisaties(door: Actor, definitie: Kaartdefinitie) -> dict[str, Organisatie]:
    rijen = Organisatie.objects.bulk_create(
        Organisatie(
            kenmerk=_kenmerk(definitie, "organisatie", deel.code),
            naam=deel.naam,
            omschrijving=deel.omschrijving,
            **_herkomst(deel),
        )
        for deel in definitie.organisatie
    )
    leg_vast(door, *(Vastlegging(OrganisatieGemaakt(), rij.pk, klok.vandaag()) for rij in rijen))
    return {deel.code: rij for deel, rij in zip(definitie.organisatie, rijen, strict=True)}


def _schrijf_locaties(
    door: Actor, definitie: Kaartdefinitie, organisaties: Mapping[str, Organisatie]
) -> dict[str, Locatie]:
    nummers = {naam: pk for pk, naam in kernen().items()}
    rijen = Locatie.objects.bulk_create(
        Locatie(
            kenmerk=_kenmerk(definitie, "locatie", deel.code),
            organisatie=organisaties[deel.organisatie],
            kern_id=nummers[deel.kern],
            naam=deel.naam,
            **_herkomst(deel),
        )
        for deel in definitie.locatie
    )
    dag = klok.vandaag()
    leg_vast(door, *(Vastlegging(LocatieGemaakt(organisatie=r.organisatie_id), r.pk, dag) for r in rijen))
    return {deel.code: rij for deel, rij in zip(definitie.locatie, rijen, strict=True)}


def _aanbod(
    deel: definities.Aanbod, organisatie: Organisatie, kenmerk: UUID, gebieden: Mapping[str, str]
) -> Aanbod:
    rij = Aanbod(
        kenmerk=kenmerk,
        organisatie=organisatie,
        naam=deel.naam,
        tekst=deel.tekst,
        niveau=deel.niveau.value,
        leefgebieden=list(deel.leefgebieden),
        doelgroepen=[doelgroep.value for doelgroep in deel.doelgroepen],
        prijs=deel.prijs,
        wachttijd_weken=deel.wachttijd_weken,
        aanmelden=deel.aanmelden,
        talen=list(deel.talen),
        **_herkomst(deel),
    )
    rij.maak_zoektekst(organisatie.naam, gebieden)
    return rij
