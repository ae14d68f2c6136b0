"""Assigning: only what holds, in kind, to who offers it, to one at a time."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.actions import toewijzing as acties
from samendoen.besluiten.api import beeindig_toewijzingen, wijs_toe
from samendoen.besluiten.models import Aanvraag, Toewijzing, Voorziening
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import BEGELEIDING, maak_geldend, toewijzing, wijs
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.integration.besluiten.conftest import Gezin
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
ANDER = "99990002"


@pytest.fixture
def geldt(gezin: Gezin, consulent: Actor) -> int:
    return maak_geldend(consulent, gezin.casus, gezin.moeder)


def test_a_provision_is_assigned_for_its_period(geldt: int, backoffice: Actor) -> None:
    rij = Toewijzing.objects.select_related("aanbieder").get(pk=wijs(backoffice, geldt))
    assert (rij.status, rij.van, rij.tot) == ("geldt", date(2024, 6, 10), date(2025, 6, 9))
    assert rij.aanbieder.naam == "Thuishulp Lingehand"
    assert van_onderwerp("besluiten.voorziening", [geldt])[geldt][-1].soort == "besluiten.toegewezen"


def test_a_form_sent_twice_is_one_assignment(geldt: int, backoffice: Actor) -> None:
    eenmaal = toewijzing(geldt)
    assert wijs_toe(backoffice, [eenmaal]) == wijs_toe(backoffice, [eenmaal])
    assert Toewijzing.objects.count() == 1


def test_assigning_twice_names_who_has_it(geldt: int, backoffice: Actor) -> None:
    wijs(backoffice, geldt)
    with pytest.raises(Domeinfout, match="al toegewezen aan Thuishulp Lingehand") as fout:
        wijs(backoffice, geldt, aanbieder=ANDER)
    assert fout.value.veld == "aanbieder"


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"aanbieder": "12345678"}, "aanbieder", "bestaat niet"),
        ({"aanbieder": BEGELEIDING}, "aanbieder", "levert dit product niet"),
        ({"aanbieder": ""}, "aanbieder", "ontbreekt"),
        ({"op": date(2024, 6, 4)}, "op", "in de toekomst"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(
    geldt: int, backoffice: Actor, anders: dict[str, object], veld: str, zin: str
) -> None:
    with pytest.raises(Domeinfout, match=zin) as fout:
        wijs(backoffice, geldt, **anders)
    assert (fout.value.veld, bool(fout.value.doe)) == (veld, True)
    assert not Toewijzing.objects.exists()


def test_what_was_not_announced_is_not_assigned(genomen: int, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="geldt niet, of nog niet"):
        wijs(consulent, Voorziening.objects.get().pk)


def test_a_budget_is_not_assigned(gezin: Gezin, consulent: Actor) -> None:
    nummer = maak_geldend(consulent, gezin.casus, gezin.moeder, vorm="pgb", aanbieder="")
    with pytest.raises(Domeinfout, match="kiest de inwoner zelf"):
        wijs(consulent, nummer)


def test_what_has_ended_is_not_assigned(gezin: Gezin) -> None:
    nummer = maak_geldend(SYSTEEM, gezin.casus, gezin.moeder, van=date(2024, 5, 1), tot=date(2024, 6, 1))
    with pytest.raises(Domeinfout, match="afgelopen"):
        wijs(SYSTEEM, nummer)


def test_another_provider_goes_on_where_the_first_stops(geldt: int, backoffice: Actor) -> None:
    eerste = wijs(backoffice, geldt)
    beeindig_toewijzingen(backoffice, [(eerste, date(2024, 9, 1))])
    beeindig_toewijzingen(backoffice, [(eerste, date(2024, 9, 1))])
    tweede = Toewijzing.objects.get(pk=wijs(backoffice, geldt, aanbieder=ANDER))
    rij = Toewijzing.objects.get(pk=eerste)
    assert (rij.status, rij.tot, tweede.van) == ("beeindigd", date(2024, 9, 1), date(2024, 9, 1))


def test_an_end_after_its_own_end_is_refused(geldt: int, backoffice: Actor) -> None:
    with pytest.raises(Domeinfout, match="eindigt al eerder"):
        beeindig_toewijzingen(backoffice, [(wijs(backoffice, geldt), date(2026, 1, 1))])


@pytest.mark.parametrize(
    "doe",
    [lambda wie, v, t: wijs(wie, v), lambda wie, v, t: beeindig_toewijzingen(wie, [(t, VANDAAG)])],
    ids=["wijs_toe", "beeindig"],
)
def test_a_neighbour_hears_that_it_does_not_exist(
    geldt: int, consulent: Actor, buur: Actor, doe: Callable[[Actor, int, int], None]
) -> None:
    with pytest.raises(NietGevonden):
        doe(buur, geldt, wijs(consulent, geldt))


def test_the_front_desk_does_not_assign(geldt: int) -> None:
    loket = actor(maak_medewerker(Rol.LOKET, [TEAM]))
    with pytest.raises(Geweigerd):
        wijs(loket, geldt)


def test_nothing_is_assigned_when_recording_fails(
    geldt: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        wijs(consulent, geldt)
    assert not Toewijzing.objects.exists()


def test_many_assignments_cost_as_many_statements_as_one(gezin: Gezin, consulent: Actor) -> None:
    nummers = [maak_geldend(SYSTEEM, gezin.casus, gezin.moeder)]
    for _ in range(2):
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        nummers.append(maak_geldend(SYSTEEM, maak_casus(consulent, maak_melding(ouder)), ouder))

    def tel(welke: list[int]) -> int:
        with CaptureQueriesContext(connection) as vragen:
            wijs_toe(SYSTEEM, [toewijzing(n) for n in welke])
        return len(vragen)

    assert tel(nummers[:1]) == tel(nummers[1:])
    assert Aanvraag.objects.count() == 3
