"""One small municipality, written down by the actions: households, questions, casussen, plans, directors.

One casus is the heavy one of design 10: ten meldingen, three versions of the plan, two hundred events.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, cycle, islice
from random import Random
from uuid import UUID

from samendoen.casus.api import (
    Actieinvoer,
    Doelinvoer,
    NieuweCasus,
    NieuweNotitie,
    Planinvoer,
    begin_notities,
    heropen_actie,
    open_casussen,
    rond_acties_af,
    rond_notities_af,
    schrijf_notities,
    schrijf_plannen,
    stel_plannen_vast,
    voeg_meldingen_toe,
)
from samendoen.casus.models import Actie, Notitie
from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kernel.api import SYSTEEM, Actor, NieuwToegangstoken, klok, maak_toegangstoken
from samendoen.organisatie.api import NieuweMedewerker, importeer_gemeente, maak_medewerkers
from samendoen.toegang.api import (
    NieuweMelding,
    Triagebesluit,
    handel_meldingen_af,
    registreer_meldingen,
    trieer_meldingen,
)
from tests.bench.namen import ACHTERNAMEN, VOORNAMEN, bsn_nummers
from tests.notitiemaker import invoer

TEAM = "gebiedsteam_leerdam"
PER_REGISSEUR = 60
PORTIE = 500
NOTITIES, WACHTENDEN = 40, 60
NOTITIE = "De huisbaas belde aan en er is over de schulden gesproken; volgende week weer."
# Written down so many days ago that snapshots of several days know all of it.
LANG_GENOEG = timedelta(days=10)
TOEVAL = Random(20240603)
_kenmerken = (UUID(int=TOEVAL.getrandbits(128), version=4) for _n in count())


@dataclass(frozen=True, slots=True)
class Basis:
    """What the measurements ask for: who directs sixty households, whose number, which casus is heavy."""

    regisseur: int
    loket: int
    leider: int
    systeem: int
    geheim: str
    bsn: str
    casus: int
    zware_casus: int
    melding: int


def porties(alles: Sequence[object]) -> Iterator[slice]:
    """Yield slices of PORTIE: so many go into one action, as the demo does."""
    return (slice(n, n + PORTIE) for n in range(0, len(alles), PORTIE))


def bouw(huishoudens: int) -> Basis:
    """Build the municipality with this many households, each with a question and a casus."""
    vandaag = klok.vandaag()
    dag = vandaag - LANG_GENOEG
    with klok.op(dag):
        return _bouw(huishoudens, dag, vandaag)


def _bouw(huishoudens: int, dag: date, vandaag: date) -> Basis:
    with klok.op(dag - timedelta(days=300)):
        importeer_gemeente(SYSTEEM, "1961")
        regisseurs = _mensen(max(1, huishoudens // PER_REGISSEUR))
        mensen = (("loket", "loket"), ("leider", "teamleider"), ("systeem", "consulent"))
        loket, leider, systeem = maak_medewerkers(SYSTEEM, [_nieuw(naam, rol) for naam, rol in mensen])
        nummers = list(islice(bsn_nummers(), huishoudens))
        bewoners = _huishoudens(nummers)
    meldingen = _meldingen(bewoners, dag)
    casussen = _casussen(meldingen, regisseurs, dag)
    _plannen(casussen, bewoners, dag)
    zwaar = _verzwaar(casussen[0], bewoners[0], dag)
    _notities(zwaar, bewoners[0])
    _wachtenden(bewoners[:WACHTENDEN], dag)
    token = NieuwToegangstoken(next(_kenmerken), systeem, "Bench", vandaag + timedelta(days=30))
    return Basis(
        regisseur=regisseurs[0],
        loket=loket,
        leider=leider,
        systeem=systeem,
        geheim=maak_toegangstoken(SYSTEEM, token).geheim,
        bsn=nummers[0],
        casus=casussen[1],
        zware_casus=zwaar,
        melding=meldingen[1],
    )


def _nieuw(naam: str, rol: str) -> NieuweMedewerker:
    return NieuweMedewerker(f"bench-{naam}", f"Bench {naam}", (rol,), (TEAM,))


def _mensen(aantal: int) -> list[int]:
    return maak_medewerkers(SYSTEEM, [_nieuw(f"regie{n}", "consulent") for n in range(aantal)])


def _huishoudens(nummers: Sequence[str]) -> list[int]:
    """Register a parent and a child per household; return the parents."""
    ouders: list[int] = []
    for deel in porties(nummers):
        mensen = [_inwoner(nummer, 1950 + TOEVAL.randrange(50)) for nummer in nummers[deel]]
        kinderen = [_inwoner("", 2008 + TOEVAL.randrange(14)) for _nummer in mensen]
        grote, kleine = registreer_inwoners(SYSTEEM, mensen), registreer_inwoners(SYSTEEM, kinderen)
        vandaag = klok.vandaag()
        vorm_huishoudens(
            SYSTEEM,
            [
                NieuwHuishouden(next(_kenmerken), vandaag, ((ouder, "ouder"), (kind, "kind")))
                for ouder, kind in zip(grote, kleine, strict=True)
            ],
        )
        ouders += grote
    return ouders


def _inwoner(bsn: str, jaar: int) -> NieuweInwoner:
    return NieuweInwoner(
        kenmerk=next(_kenmerken),
        achternaam=TOEVAL.choice(ACHTERNAMEN),
        voornamen=TOEVAL.choice(VOORNAMEN),
        geboortedatum=date(jaar, 1 + TOEVAL.randrange(12), 1 + TOEVAL.randrange(28)),
        bsn=bsn,
        straat="Lingedijk",
        huisnummer=str(1 + TOEVAL.randrange(400)),
        postcode="4141 AB",
        plaats="Leerdam",
    )


def _meldingen(bewoners: Sequence[int], dag: date) -> list[int]:
    """Take a question per household over the last 200 days; a third of them was handled."""
    alle: list[int] = []
    for deel in porties(bewoners):
        nieuw = [
            _vraag(dag - timedelta(days=20 + TOEVAL.randrange(180)), persoon) for persoon in bewoners[deel]
        ]
        gemaakt = registreer_meldingen(SYSTEEM, nieuw)
        handel_meldingen_af(SYSTEEM, [(m, "onderzocht", dag) for m in gemaakt[2::3]])
        alle += gemaakt
    return alle


def _vraag(op: date, persoon: int | None) -> NieuweMelding:
    vraag = "Het lukt niet meer om alles in huis en met de kinderen rond te krijgen, ook niet met hulp."
    return NieuweMelding(next(_kenmerken), vraag, "telefoon", "wmo", TEAM, op, persoon)


def _casussen(meldingen: Sequence[int], regisseurs: Sequence[int], dag: date) -> list[int]:
    wie, alle = cycle(regisseurs), list[int]()
    for deel in porties(meldingen):
        nieuw = [NieuweCasus(next(_kenmerken), melding, dag, next(wie), TEAM) for melding in meldingen[deel]]
        alle += open_casussen(SYSTEEM, nieuw)
    return alle


def _plan(casus: int, persoon: int, dag: date) -> Planinvoer:
    acties = (
        Actieinvoer(next(_kenmerken), "netwerk", "Oma haalt de kinderen op.", "Oma", uiterlijk=dag),
        Actieinvoer(next(_kenmerken), "basishulp", "Koffie in het buurthuis.", "Buurthuis", uiterlijk=dag),
    )
    rust = "Als de avonden rustig zijn."
    doel = Doelinvoer(next(_kenmerken), persoon, "wonen", "Rust in huis.", rust, acties)
    return Planinvoer(casus, (doel,), dag + timedelta(days=90), dag)


def _plannen(casussen: Sequence[int], bewoners: Sequence[int], dag: date) -> None:
    for deel in porties(casussen):
        paren = zip(casussen[deel], bewoners[deel], strict=True)
        plannen = schrijf_plannen(SYSTEEM, [_plan(casus, persoon, dag) for casus, persoon in paren])
        stel_plannen_vast(SYSTEEM, [(plan, dag) for plan in plannen])


def _verzwaar(casus: int, persoon: int, dag: date) -> int:
    """Add nine questions, two versions of the plan, and much that was done and taken back."""
    erbij = registreer_meldingen(SYSTEEM, [_vraag(dag, persoon) for _n in range(9)])
    voeg_meldingen_toe(SYSTEEM, [(casus, melding) for melding in erbij])
    for _versie in range(2):
        [plan] = schrijf_plannen(SYSTEEM, [_plan(casus, persoon, dag)])
        stel_plannen_vast(SYSTEEM, [(plan, dag)])
    actie = Actie.objects.filter(doel__plan__casus=casus).order_by("-pk")[0].pk
    for _keer in range(85):
        rond_acties_af(SYSTEEM, [(actie, "gedaan", dag)])
        heropen_actie(SYSTEEM, actie)
    return casus


def _notities(casus: int, persoon: int) -> None:
    """Write and finish notes in the heavy casus: what one searches in."""
    nieuw = [NieuweNotitie(next(_kenmerken), casus, "huisbezoek", (persoon,)) for _n in range(NOTITIES)]
    nummers = begin_notities(SYSTEEM, nieuw)
    rijen = Notitie.objects.filter(pk__in=nummers).order_by("pk")
    schrijf_notities(SYSTEEM, [invoer(rij, f"{NOTITIE} Keer {n}.") for n, rij in enumerate(rijen)])
    rond_notities_af(SYSTEEM, nummers)


def _wachtenden(bewoners: Sequence[int], dag: date) -> None:
    """Bring questions to the team on which nobody works yet: the waiting list."""
    nieuw = [_vraag(dag - timedelta(days=TOEVAL.randrange(60)), persoon) for persoon in bewoners]
    gemaakt = registreer_meldingen(SYSTEEM, nieuw)
    trieer_meldingen(SYSTEEM, [Triagebesluit(m, "team", TEAM, reden="Bench") for m in gemaakt])


def actor(gebruiker_id: int) -> Actor:
    """Return who acts, by the account."""
    from samendoen.kernel.api import actor_van
    from samendoen.kernel.models import Gebruiker

    return actor_van(Gebruiker.objects.get(pk=gebruiker_id))
