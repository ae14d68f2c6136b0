"""Who may do what: every action x every relation to the dossier x every role, written out.

A refused cell differs from its allowed twin in the actor alone, and writes nothing.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product
from types import ModuleType
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import override_settings

import samendoen
from samendoen.kernel import klok, kluis
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import ACTIES, schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Geweigerd, NietGevonden
from samendoen.kernel.models import ActorSoort, Dossier, Groep, Grond, Inzagerecht, Niveau
from samendoen.kernel.rechten import Rol, permissies
from tests.integration.muren import tabellen
from tests.maak import maak_gemeente, maak_medewerker, maak_systeemaccount, nieuw_token

for _module in pkgutil.walk_packages(samendoen.__path__, "samendoen."):
    if "migrations" not in _module.name and ".cli." not in _module.name and "wsgi" not in _module.name:
        importlib.import_module(_module.name)

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TEAM = "gebiedsteam_leerdam"
JA, VERBODEN, ONVINDBAAR = "ja", "403", "404"

# Relation to the dossier -> (level, ground, days that it still runs; None: no end).
RELATIES: dict[str, tuple[Niveau, Grond, int | None] | None] = {
    "geen": None,
    "routeerbaar": (Niveau.ROUTEERBAAR, Grond.TEAM, None),
    "team": (Niveau.SCHRIJFBAAR, Grond.TEAM, None),
    "leiding": (Niveau.SCHRIJFBAAR, Grond.LEIDING, None),
    "regie": (Niveau.SCHRIJFBAAR, Grond.REGIE, None),
    "tweede": (Niveau.SCHRIJFBAAR, Grond.TWEEDE, None),
    "aanname": (Niveau.SCHRIJFBAAR, Grond.AANNAME, 14),
    "toestemming": (Niveau.LEESBAAR, Grond.TOESTEMMING, 30),
    "consultatie": (Niveau.LEESBAAR, Grond.CONSULTATIE, 7),
    "verlopen consultatie": (Niveau.LEESBAAR, Grond.CONSULTATIE, -1),
    "verlopen regie": (Niveau.SCHRIJFBAAR, Grond.REGIE, -1),
    "nood": (Niveau.LEESBAAR, Grond.NOOD, 1),
}
# What a role that holds the permission meets, by relation.
UITKOMST = {
    "geen": ONVINDBAAR,
    "routeerbaar": ONVINDBAAR,
    "team": JA,
    "leiding": JA,
    "regie": JA,
    "tweede": JA,
    "aanname": JA,
    "toestemming": VERBODEN,
    "consultatie": VERBODEN,
    "verlopen consultatie": ONVINDBAAR,
    "verlopen regie": ONVINDBAAR,
    "nood": VERBODEN,
}
# Actions on a dossier: action -> the roles that may, given the relation. Every other role: 403.
OP_DOSSIER = {
    "toegang.handel_meldingen_af": "consulent teamleider",
    "toegang.heropen_melding": "loket consulent teamleider",
    "toegang.trek_meldingen_in": "loket consulent teamleider",
    "toegang.trieer_meldingen": "loket consulent teamleider",
    "toegang.koppel_inwoners": "loket consulent teamleider",
    "toegang.koppel_nieuwe_inwoners": "loket consulent teamleider",
    "toegang.bevestig_ontvangst": "loket consulent teamleider",
    "toegang.volg_overdrachten_op": "loket consulent teamleider",
    "werk.schors_termijn": "consulent teamleider",
    "werk.hervat_termijn": "consulent teamleider",
    "werk.verdaag_termijn": "consulent teamleider",
    "werk.maak_taak": "loket consulent teamleider kwaliteit backoffice",
    "werk.rond_taak_af": "loket consulent teamleider kwaliteit backoffice leerplicht partner",
    "werk.heropen_taak": "loket consulent teamleider kwaliteit backoffice leerplicht partner",
    "kernel.sta_consultatie_toe": "teamleider",
    "kernel.beeindig_consultatie": "teamleider",
}
# Actions that hang on no dossier: action -> the roles that may. Every other role: 403.
OP_ROL = {
    "toegang.registreer_meldingen": "loket consulent teamleider",
    "toegang.neem_meldingen_op": "loket consulent teamleider",
    "toegang.lever_melding_aan": "loket consulent teamleider",
    "kernel.neem_noodtoegang": "consulent teamleider",
    "kernel.wis_persoon": "fg",
    "kernel.herbouw_zoekregels": "",
    "kernel.maak_toegangstoken": "beheer",
    "kernel.trek_toegangstoken_in": "beheer",
    "werk.hervat_verstreken": "",
    "werk.pas_taakregels_toe": "",
    "werk.ruim_taken_op": "",
    "organisatie.importeer_gemeente": "beheer",
    "organisatie.maak_accounts": "beheer",
    "organisatie.wijzig_gegevens": "beheer",
    "organisatie.vernieuw_wachtwoord": "beheer",
    "organisatie.zet_rol": "beheer",
    "organisatie.neem_rol_af": "beheer",
    "organisatie.zet_in_team": "beheer",
    "organisatie.haal_uit_team": "beheer",
    "organisatie.zet_rollen_en_teams": "beheer",
    "organisatie.hernoem_team": "beheer",
    "organisatie.geef_mandaat": "beheer",
    "organisatie.trek_mandaat_in": "beheer",
    # For oneself; that a leader may for the own team and nobody for others: test_afwezigheid.
    "organisatie.meld_afwezig": "loket consulent teamleider kwaliteit backoffice leerplicht beheer",
    "organisatie.beeindig_afwezigheid": "loket consulent teamleider kwaliteit backoffice leerplicht beheer",
}
# Parts of other actions: nobody calls them by themselves.
BINNEN = {
    "werk.start_termijnen",
    "werk.voltooi_termijnen",
    "werk.heropen_termijnen",
    "werk.laat_vervallen",
    "werk.laat_taken_vervallen",
    "werk.verplaats_taken",
    "werk.draag_termijnen_over",
    "werk.verdeel_termijnen",
}


# A context of its own file: what it adds to the tables, the data that its actions need, their arguments.
DELEN: dict[str, ModuleType] = {
    deel.name: importlib.import_module(f"{tabellen.__name__}.{deel.name}")
    for deel in pkgutil.iter_modules(tabellen.__path__)
}
for _deel in DELEN.values():
    OP_DOSSIER |= _deel.OP_DOSSIER
    OP_ROL |= _deel.OP_ROL
    BINNEN |= _deel.BINNEN


def test_every_action_stands_in_the_table() -> None:
    van_ons = {naam for naam, actie in ACTIES.items() if actie.functie.__module__.startswith("samendoen.")}
    assert van_ons == OP_DOSSIER.keys() | OP_ROL.keys() | BINNEN


@pytest.mark.parametrize("naam", sorted(BINNEN))
def test_a_part_of_other_actions_is_closed_to_everybody(naam: str) -> None:
    with pytest.raises(RuntimeError, match="part of other actions"):
        ACTIES[naam].functie(SYSTEEM)


@dataclass
class Wereld:
    """One melding of each kind, a clock of each kind, tasks, and a colleague for each role."""

    wie: dict[Rol, int]
    open: int
    klaar: int
    loopt: int
    stil: int
    klacht: int
    taak: int
    taak_gedaan: int
    dossiers: list[int]
    collega: int
    consultatie: int
    inwoner: int
    overgedragen: int
    mandaat: int
    medewerker: dict[Rol, int]
    afwezig: dict[Rol, int]
    systeemaccount: int
    token: int
    extra: dict[str, Any] = field(default_factory=dict)
    gebleken: dict[str, dict[tuple[str, str], str]] = field(default_factory=dict)

    def met(self, context: str) -> "Wereld":
        """Return this world with what the actions of one more context need."""
        for naam, deel in DELEN.items():
            if naam == context or naam.startswith(f"{context}_"):  # a feature with a file of its own
                self.extra |= deel.zet_op(self)
        self.dossiers = list(Dossier.objects.values_list("pk", flat=True))
        return self

    def actor(self, rol: Rol) -> Actor:
        """Return somebody with this one role and no team."""
        return Actor(
            ActorSoort.GEBRUIKER,
            self.wie[rol],
            rol.value,
            frozenset({rol}),
            frozenset(),
            permissies(frozenset({rol})),
        )


def neem_op(kader: str = "wmo") -> int:
    from samendoen.toegang.api import NieuweMelding, registreer_meldingen

    nieuw = NieuweMelding(uuid4(), "Een vraag", "telefoon", kader, TEAM, VANDAAG)
    return registreer_meldingen(SYSTEEM, [nieuw])[0]


def nieuwe_inwoner() -> Any:
    from samendoen.inwoners.api import NieuweInwoner

    return NieuweInwoner(uuid4(), "Proefpersoon", date(1964, 2, 1))


def draag_over() -> int:
    """Return a melding that was handed over to an organisation on the social map."""
    from samendoen.kaart.api import importeer_kaart, organisaties_voor_keuze
    from samendoen.toegang.api import Triagebesluit, trieer_meldingen

    importeer_kaart(SYSTEEM, "1961")
    [(organisatie, _naam), *_rest] = organisaties_voor_keuze()
    nummer, later = neem_op("geen"), VANDAAG + timedelta(days=14)
    besluit = Triagebesluit(nummer, "warme_overdracht", "", organisatie, later, reden="Beter daar")
    trieer_meldingen(SYSTEEM, [besluit])
    return nummer


@contextmanager
def als(context: str) -> Iterator[None]:
    """Write test data in a state that an action would leave it in."""
    with schrijft(context):
        yield


@pytest.fixture(scope="module")
def wereld(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Wereld]:
    """Give the world of one context (the parameter) to all its actions: every cell undoes what it did."""
    home = tmp_path_factory.mktemp("wereld")
    (home / "sleutels").mkdir(mode=0o700)
    eigen = override_settings(SAMENDOEN_HOME=home / "home", SAMENDOEN_SLEUTELS=home / "sleutels")
    with django_db_blocker.unblock(), klok.op(VANDAAG), eigen, transaction.atomic():
        kluis.vergeet_geheugen()
        yield maak_wereld().met(request.param)
        transaction.set_rollback(True)


def maak_wereld() -> Wereld:
    from samendoen.inwoners.api import registreer_inwoners
    from samendoen.kernel.inzage import sta_consultatie_toe
    from samendoen.kernel.toegangstokens import maak_toegangstoken
    from samendoen.organisatie.actions.afwezigheid import Melding as Afwezig
    from samendoen.organisatie.actions.afwezigheid import meld_afwezig
    from samendoen.organisatie.actions.mandaat import NieuwMandaat, geef_mandaat
    from samendoen.organisatie.models import Medewerker
    from samendoen.recht.api import Grond as Schorsgrond
    from samendoen.toegang.api import handel_melding_af
    from samendoen.toegang.models import Melding
    from samendoen.werk.api import NieuweTaak, TermijnStart, maak_taak, rond_taak_af, schors_termijn

    maak_gemeente()
    wie = {rol: maak_medewerker(rol if rol is not Rol.INWONER else Rol.RAAD).pk for rol in Rol}
    collega = maak_medewerker(Rol.CONSULENT).pk
    open_, klaar = neem_op(), neem_op()
    handel_melding_af(SYSTEEM, klaar, "onderzocht", VANDAAG)
    dossier = Melding.objects.get(pk=open_).dossier_id
    groep = Groep.objects.get(code=TEAM).pk

    def start(soort: str, nummer: int) -> int:

        def begin(door: Actor) -> list[int]:
            from samendoen.werk.api import start_termijnen

            return start_termijnen(
                door, [TermijnStart(soort, VANDAAG, dossier, "proef.ding", nummer, groep_id=groep)]
            )

        with als("proef"):
            return begin(SYSTEEM)[0]

    loopt, stil, klacht = start("awb-beslistermijn", 1), start("awb-beslistermijn", 2), start("klacht", 3)
    lid = schrijver(wie[Rol.TEAMLEIDER], groep)
    schors_termijn(lid, stil, VANDAAG, Schorsgrond.OVERMACHT, uuid4())
    taak = maak_taak(lid, NieuweTaak(uuid4(), "Bellen", VANDAAG, dossier_id=dossier, groep_id=groep))
    gedaan = maak_taak(lid, NieuweTaak(uuid4(), "Mailen", VANDAAG, dossier_id=dossier, groep_id=groep))
    rond_taak_af(lid, gedaan)
    sta_consultatie_toe(lid, dossier, collega, VANDAAG + timedelta(days=2))
    systeemaccount = maak_systeemaccount().pk
    token = maak_toegangstoken(SYSTEEM, nieuw_token(systeemaccount)).id
    mandaat = geef_mandaat(SYSTEEM, NieuwMandaat("adviseert", ("wmo",), rol="consulent", van=VANDAAG))
    medewerkers = dict(Medewerker.objects.values_list("gebruiker_id", "pk"))
    afwezig = {
        rol: meld_afwezig(
            replace(SYSTEEM, id=wie[rol]),
            Afwezig(medewerkers[wie[rol]], VANDAAG, VANDAAG + timedelta(days=5)),
        )
        for rol in Rol
    }
    return Wereld(
        wie=wie,
        open=open_,
        klaar=klaar,
        loopt=loopt,
        stil=stil,
        klacht=klacht,
        taak=taak,
        taak_gedaan=gedaan,
        dossiers=list(Melding.objects.values_list("dossier_id", flat=True)),
        collega=collega,
        consultatie=dossier,
        inwoner=registreer_inwoners(SYSTEEM, [nieuwe_inwoner()])[0],
        overgedragen=draag_over(),
        mandaat=mandaat,
        medewerker={rol: medewerkers[pk] for rol, pk in wie.items()},
        afwezig=afwezig,
        systeemaccount=systeemaccount,
        token=token,
    )


def schrijver(gebruiker: int, groep: int) -> Actor:
    rollen = frozenset({Rol.TEAMLEIDER})
    return Actor(ActorSoort.GEBRUIKER, gebruiker, "lid", rollen, frozenset({groep}), permissies(rollen))


def doe(naam: str, door: Actor, w: Wereld, rol: Rol) -> None:
    """Call an action as somebody would who may: only the actor differs between cells."""
    ACTIES[naam].functie(door, *ARGUMENTEN[naam](w, rol))


def _argumenten() -> dict[str, Callable[[Wereld, Rol], tuple[Any, ...]]]:
    from samendoen.organisatie.actions.afwezigheid import Melding as Afwezig
    from samendoen.organisatie.actions.mandaat import NieuwMandaat
    from samendoen.organisatie.actions.medewerker import NieuweMedewerker, Registratiegegevens
    from samendoen.recht.api import Grond as Schorsgrond
    from samendoen.toegang.api import NieuweMelding, Triagebesluit
    from samendoen.werk.api import NieuweTaak
    from samendoen.werk.rules import Verdagingsreden

    later = VANDAAG + timedelta(days=20)
    return {
        "toegang.handel_meldingen_af": lambda w, r: ([(w.open, "onderzocht", VANDAAG)],),
        "toegang.heropen_melding": lambda w, r: (w.klaar,),
        "toegang.trek_meldingen_in": lambda w, r: ([(w.open, "dubbel")],),
        "toegang.trieer_meldingen": lambda w, r: ([Triagebesluit(w.open, "team", TEAM)],),
        "toegang.koppel_inwoners": lambda w, r: ([(w.open, w.inwoner)],),
        "toegang.koppel_nieuwe_inwoners": lambda w, r: ([(w.open, nieuwe_inwoner())],),
        "toegang.bevestig_ontvangst": lambda w, r: ([(w.open, VANDAAG)],),
        "toegang.volg_overdrachten_op": lambda w, r: ([(w.overgedragen, True, VANDAAG)],),
        "toegang.neem_meldingen_op": lambda w, r: (
            [(NieuweMelding(uuid4(), "Nog een", "telefoon", "wmo", TEAM, VANDAAG), nieuwe_inwoner())],
        ),
        "toegang.registreer_meldingen": lambda w, r: (
            [NieuweMelding(uuid4(), "Nog een", "telefoon", "wmo", TEAM, VANDAAG)],
        ),
        "toegang.lever_melding_aan": lambda w, r: (
            NieuweMelding(uuid4(), "Nog een", "website", "wmo", TEAM, VANDAAG),
        ),
        "werk.schors_termijn": lambda w, r: (w.loopt, VANDAAG, Schorsgrond.OVERMACHT, uuid4()),
        "werk.hervat_termijn": lambda w, r: (w.stil, VANDAAG),
        "werk.verdaag_termijn": lambda w, r: (w.klacht, 7, next(iter(Verdagingsreden)), uuid4()),
        "werk.maak_taak": lambda w, r: (NieuweTaak(uuid4(), "Iets", VANDAAG, dossier_id=w.consultatie),),
        "werk.rond_taak_af": lambda w, r: (w.taak,),
        "werk.heropen_taak": lambda w, r: (w.taak_gedaan,),
        "werk.hervat_verstreken": lambda w, r: (),
        "werk.pas_taakregels_toe": lambda w, r: (),
        "werk.ruim_taken_op": lambda w, r: (),
        "kernel.sta_consultatie_toe": lambda w, r: (w.consultatie, w.collega, VANDAAG),
        "kernel.beeindig_consultatie": lambda w, r: (w.consultatie, w.collega),
        "kernel.neem_noodtoegang": lambda w, r: (w.consultatie, "Er is acuut gevaar"),
        "kernel.wis_persoon": lambda w, r: (
            Dossier.objects.get(pk=w.consultatie).persoon_id,
            "wmo",
            "verzoek",
        ),
        "kernel.herbouw_zoekregels": lambda w, r: (),
        "kernel.maak_toegangstoken": lambda w, r: (nieuw_token(w.systeemaccount),),
        "kernel.trek_toegangstoken_in": lambda w, r: (w.token,),
        "organisatie.importeer_gemeente": lambda w, r: ("1961",),
        "organisatie.maak_accounts": lambda w, r: (
            [NieuweMedewerker(f"nieuw-{uuid4().hex[:8]}", "Nieuwe Collega", ("loket",))],
        ),
        "organisatie.wijzig_gegevens": lambda w, r: (
            w.medewerker[Rol.LOKET],
            Registratiegegevens("Andere functie"),
        ),
        "organisatie.vernieuw_wachtwoord": lambda w, r: (w.medewerker[Rol.LOKET],),
        "organisatie.zet_rol": lambda w, r: (w.medewerker[Rol.LOKET], "consulent"),
        "organisatie.neem_rol_af": lambda w, r: (w.medewerker[Rol.LOKET], "loket"),
        "organisatie.zet_in_team": lambda w, r: (w.medewerker[Rol.LOKET], TEAM),
        "organisatie.haal_uit_team": lambda w, r: (w.medewerker[Rol.LOKET], TEAM),
        "organisatie.zet_rollen_en_teams": lambda w, r: (w.medewerker[Rol.LOKET], ["loket"], [TEAM]),
        "organisatie.hernoem_team": lambda w, r: (TEAM, "Nieuwe naam", VANDAAG),
        "organisatie.geef_mandaat": lambda w, r: (
            NieuwMandaat("adviseert", ("jeugd",), rol="consulent", van=VANDAAG),
        ),
        "organisatie.trek_mandaat_in": lambda w, r: (w.mandaat,),
        "organisatie.meld_afwezig": lambda w, r: (
            Afwezig(w.medewerker[r], later, later + timedelta(days=1)),
        ),
        "organisatie.beeindig_afwezigheid": lambda w, r: (w.afwezig[r], VANDAAG + timedelta(days=2)),
    }


ARGUMENTEN = _argumenten()
for _deel in DELEN.values():
    ARGUMENTEN |= _deel.ARGUMENTEN


@contextmanager
def vergeten() -> Iterator[None]:
    """Undo in the end whatever was done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def cel(naam: str, w: Wereld, rol: Rol) -> str:
    """Do one cell of the table and return what came of it; nothing of it stays."""
    geschreven: list[str] = []

    def kijk_mee(voer_uit: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if isinstance(sql, str) and sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE", "COPY")):
            geschreven.append(sql)
        return voer_uit(sql, params, many, context)

    with vergeten(), connection.execute_wrapper(kijk_mee):
        try:
            doe(naam, w.actor(rol), w, rol)
            uitkomst = JA
        except NietGevonden:
            uitkomst = ONVINDBAAR
        except Geweigerd:
            uitkomst = VERBODEN
    assert uitkomst == JA or not geschreven, (naam, rol, "refused, but wrote", geschreven)
    return uitkomst


def _geef(relatie: str, w: Wereld) -> None:
    """Give everybody this relation to every dossier of this world."""
    recht = RELATIES[relatie]
    if recht is None:
        return
    niveau, grond, dagen = recht
    tot = None if dagen is None else klok.nu() + timedelta(days=dagen)
    with klok.op(VANDAAG - timedelta(days=10)):
        ken_toe(
            Toekenning(d, niveau, grond, "wmo", gebruiker_id=gebruiker, tot=tot)
            for gebruiker in w.wie.values()
            for d in w.dossiers
        )
    assert Inzagerecht.objects.filter(grond=grond).count() >= len(w.wie) * len(w.dossiers) > 0


def op_dossier(w: Wereld, context: str) -> dict[str, dict[tuple[str, str], str]]:
    """Play the table of one context, relation by relation: action -> (relation, role) -> what came of it.

    A relation is given once for all cells: to give it anew for each leaves half a million dead rows behind.
    """
    namen = [naam for naam in OP_DOSSIER if naam.partition(".")[0] == context]
    gebleken: dict[str, dict[tuple[str, str], str]] = {naam: {} for naam in namen}
    for relatie in RELATIES:
        with vergeten():
            _geef(relatie, w)
            for naam, rol in product(namen, Rol):
                gebleken[naam][relatie, rol.value] = cel(naam, w, rol)
    return gebleken


def per_context(namen: Iterable[str]) -> pytest.MarkDecorator:
    """Run a test for each of these actions, those of one context after each other in one world."""
    paren = [(naam.partition(".")[0], naam) for naam in sorted(namen)]
    return pytest.mark.parametrize(("wereld", "naam"), paren, indirect=["wereld"], scope="module")


@per_context(OP_DOSSIER)
def test_an_action_on_a_dossier(naam: str, wereld: Wereld) -> None:
    mogen = set(OP_DOSSIER[naam].split())
    verwacht = {
        (relatie, rol.value): UITKOMST[relatie] if rol.value in mogen else VERBODEN
        for relatie in RELATIES
        for rol in Rol
    }
    wereld.gebleken = wereld.gebleken or op_dossier(wereld, naam.partition(".")[0])
    assert wereld.gebleken[naam] == verwacht


@per_context(OP_ROL)
def test_an_action_that_hangs_on_the_role(naam: str, wereld: Wereld) -> None:
    mogen = set(OP_ROL[naam].split())
    verwacht = {rol.value: JA if rol.value in mogen else VERBODEN for rol in Rol}
    assert {rol.value: cel(naam, wereld, rol) for rol in Rol} == verwacht
