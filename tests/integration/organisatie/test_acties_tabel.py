"""Every action of organisatie: refused without the permission, recorded, and nothing without its record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from samendoen.kernel import gebeurtenissen
from samendoen.kernel.api import ACTIES, SYSTEEM, Actor, ActorSoort, Geweigerd, Rol
from samendoen.kernel.models import Gebeurtenis, Gebruiker, Groepslid, Rolrecht
from samendoen.kernel.rechten import ROL_PERMISSIES
from samendoen.organisatie import events
from samendoen.organisatie.actions import afwezigheid, gemeente, mandaat, medewerker, team
from samendoen.organisatie.models import Medewerker
from tests import maak
from tests.conftest import VANDAAG

pytestmark = pytest.mark.django_db
LEERDAM, VIANEN = "gebiedsteam_leerdam", "gebiedsteam_vianen"
TABELLEN: list[Any] = [
    *apps.get_app_config("organisatie").get_models(include_auto_created=True),
    Gebruiker,
    Groepslid,
    Rolrecht,
    Gebeurtenis,
]


def nummer(gebruiker: Gebruiker) -> int:
    return Medewerker.objects.get(gebruiker=gebruiker).pk


def stand() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that organisatie or its people have."""
    return {model._meta.label: list(model.objects.order_by("pk").values_list()) for model in TABELLEN}


@dataclass(frozen=True)
class Geval:
    """An action, what must be there first, and the event it records."""

    naam: str
    soort: str
    maak: Callable[[], Callable[[Actor], object]]


def _medewerker(*rollen: Rol, teams: tuple[str, ...] = (LEERDAM,)) -> int:
    return nummer(maak.maak_medewerker(rollen or Rol.CONSULENT, teams))


def importeren() -> Callable[[Actor], object]:
    return lambda door: gemeente.importeer_gemeente(door, "1961")


def hernoemen() -> Callable[[Actor], object]:
    maak.maak_gemeente()
    return lambda door: team.hernoem_team(door, LEERDAM, "Sociaal Team Leerdam", VANDAAG)


def medewerker_maken() -> Callable[[Actor], object]:
    maak.maak_gemeente()
    nieuw = medewerker.NieuweMedewerker("ans", "Ans", ("consulent",), (LEERDAM,))
    return lambda door: medewerker.maak_accounts(door, [nieuw])


def gegevens_wijzigen() -> Callable[[Actor], object]:
    pk = _medewerker()
    nieuw = medewerker.Registratiegegevens("Jeugdprofessional", "skj", "900000009", date(2026, 1, 1))
    return lambda door: medewerker.wijzig_gegevens(door, pk, nieuw)


def wachtwoord_vernieuwen() -> Callable[[Actor], object]:
    pk = _medewerker()
    return lambda door: medewerker.vernieuw_wachtwoord(door, pk)


def rol_zetten() -> Callable[[Actor], object]:
    pk = _medewerker()
    return lambda door: medewerker.zet_rol(door, pk, "teamleider")


def rol_afnemen() -> Callable[[Actor], object]:
    pk = _medewerker(Rol.CONSULENT, Rol.TEAMLEIDER)
    return lambda door: medewerker.neem_rol_af(door, pk, "teamleider")


def in_team() -> Callable[[Actor], object]:
    pk = _medewerker()
    return lambda door: medewerker.zet_in_team(door, pk, VIANEN)


def uit_team() -> Callable[[Actor], object]:
    pk = _medewerker()
    return lambda door: medewerker.haal_uit_team(door, pk, LEERDAM)


def alles_ineens() -> Callable[[Actor], object]:
    pk = _medewerker()
    return lambda door: medewerker.zet_rollen_en_teams(door, pk, ["consulent", "kwaliteit"], [LEERDAM])


def mandaat_geven() -> Callable[[Actor], object]:
    nieuw = mandaat.NieuwMandaat("besluit", ("wmo",), _medewerker(), tot_bedrag_eurocent=100_000, van=VANDAAG)
    return lambda door: mandaat.geef_mandaat(door, nieuw)


def mandaat_intrekken() -> Callable[[Actor], object]:
    pk = mandaat.geef_mandaat(SYSTEEM, mandaat.NieuwMandaat("besluit", ("wmo",), _medewerker()))
    return lambda door: mandaat.trek_mandaat_in(door, pk)


def afwezig_melden() -> Callable[[Actor], object]:
    melding = afwezigheid.Melding(_medewerker(), VANDAAG, None, _medewerker(teams=(VIANEN,)))
    return lambda door: afwezigheid.meld_afwezig(door, melding)


def afwezigheid_beeindigen() -> Callable[[Actor], object]:
    pk = afwezig_melden()(SYSTEEM)
    assert isinstance(pk, int)
    return lambda door: afwezigheid.beeindig_afwezigheid(door, pk)


GEVALLEN = [
    Geval("importeer_gemeente", events.GemeenteGeimporteerd.soort, importeren),
    Geval("hernoem_team", events.TeamHernoemd.soort, hernoemen),
    Geval("maak_accounts", events.MedewerkerGemaakt.soort, medewerker_maken),
    Geval("wijzig_gegevens", events.GegevensGewijzigd.soort, gegevens_wijzigen),
    Geval("vernieuw_wachtwoord", events.WachtwoordVernieuwd.soort, wachtwoord_vernieuwen),
    Geval("zet_rol", events.RolGezet.soort, rol_zetten),
    Geval("neem_rol_af", events.RolAfgenomen.soort, rol_afnemen),
    Geval("zet_in_team", events.InTeamGezet.soort, in_team),
    Geval("haal_uit_team", events.UitTeamGehaald.soort, uit_team),
    Geval("zet_rollen_en_teams", events.RolGezet.soort, alles_ineens),
    Geval("geef_mandaat", events.MandaatGegeven.soort, mandaat_geven),
    Geval("trek_mandaat_in", events.MandaatIngetrokken.soort, mandaat_intrekken),
    Geval("meld_afwezig", events.AfwezigGemeld.soort, afwezig_melden),
    Geval("beeindig_afwezigheid", events.AfwezigheidBeeindigd.soort, afwezigheid_beeindigen),
]
geval = pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)


def test_no_action_of_organisatie_is_missing_here() -> None:
    assert {actie.functie.__name__ for actie in ACTIES.values() if actie.context == "organisatie"} == {
        g.naam for g in GEVALLEN
    }


@geval
def test_an_action_records_its_event_once_and_without_a_dossier(geval: Geval) -> None:
    doe = geval.maak()
    eerst = set(Gebeurtenis.objects.values_list("pk", flat=True))

    doe(SYSTEEM)

    [rij] = Gebeurtenis.objects.exclude(pk__in=eerst)
    assert (rij.soort, rij.dossier_id, rij.voorgevallen_op) == (geval.soort, None, VANDAAG)


@geval
@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in (Rol.BEHEER, Rol.INWONER)])
def test_without_the_permission_or_the_relation_an_action_is_refused(geval: Geval, rol: Rol) -> None:
    doe = geval.maak()
    vreemd = Actor(ActorSoort.GEBRUIKER, -1, "x", frozenset({rol}), permissies=ROL_PERMISSIES[rol])
    eerst = stand()

    with pytest.raises(Geweigerd):
        doe(vreemd)

    assert stand() == eerst


@geval
def test_nothing_changes_when_recording_fails(geval: Geval, monkeypatch: pytest.MonkeyPatch) -> None:
    doe = geval.maak()
    eerst = stand()

    def breekt(*args: object) -> None:
        raise RuntimeError("the event store is away")

    monkeypatch.setattr(gebeurtenissen, "_rij", breekt)
    with pytest.raises(RuntimeError, match="away"):
        doe(SYSTEEM)

    assert stand() == eerst


@geval
def test_no_event_holds_the_name_of_an_employee(geval: Geval) -> None:
    geval.maak()(SYSTEEM)
    namen = {str(naam) for naam in Gebruiker.objects.values_list("naam", flat=True)}
    gegevens = "".join(str(rij.gegevens) for rij in Gebeurtenis.objects.all())
    assert not [naam for naam in namen if naam in gegevens]
