"""A lighter offer that would fit was not there: written in a plan as codes, counted once it holds."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from samendoen.casus.actions.vaststellen import stel_plannen_vast
from samendoen.casus.definities import gemisredenen, gemissoorten
from samendoen.casus.events import PLAN, LichterOntbrak
from samendoen.casus.feiten import PLANACTIE
from samendoen.casus.models import Actie
from samendoen.casus.rules import vouw_plan
from samendoen.cijfers.api import maak_momentopname
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis, Gebruiker
from samendoen.kernel.rechten import Rol
from tests.casusmaker import actie, doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_feiten import LATER, VANDAAG, rijen
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
EVALUATIE = date(2024, 12, 2)
GEMIST: dict[str, Any] = {"gemist": "maatje", "gemis_reden": "wachtlijst"}


def test_it_is_recorded_when_the_plan_holds_and_counted_as_it_was_known(
    casus: int, gezin: Gezin, consulent: Actor, settings: Settings, tmp_path: Path
) -> None:
    settings.SAMENDOEN_HOME = tmp_path
    zwaar = actie("maatwerk", "Begeleiding.", niet_lichter="Oma kan niet meer doen.", **GEMIST)
    plan = schrijf(consulent, casus, [doel(gezin.moeder, zwaar, actie("netwerk"))], EVALUATIE)
    ontbrak = Gebeurtenis.objects.filter(soort=LichterOntbrak.soort)
    assert not ontbrak.exists()
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    assert ontbrak.get().gegevens["gemist"] == ["maatje"]
    stand = vouw_plan((g.voorgevallen_op, lees(g)) for g in van_onderwerp(PLAN, [plan])[plan])
    assert stand is not None
    in_rijen = {a.kenmerk: (a.gemist, a.gemis_reden) for a in Actie.objects.exclude(gemist="")}
    assert stand.gemis == in_rijen == {zwaar.kenmerk: ("maatje", "wachtlijst")}
    geteld = {r["niveau"]: (r["gemist_aanbod"], r["waarom_niet"]) for r in rijen(PLANACTIE, VANDAAG)}
    assert geteld == {"maatwerk": ("maatje", "wachtlijst"), "netwerk": (None, None)}
    with klok.op(LATER):
        maak_momentopname(SYSTEEM, VANDAAG)
        pagina = aangemelde_client(maak_medewerker(Rol.BELEID)).get("/cijfers/gemis/").content.decode()
        raad = aangemelde_client(maak_medewerker(Rol.RAAD)).get("/cijfers/gemis/").content.decode()
    for woord in ("Maatje of vrijwilliger", "Er is een wachtlijst of geen plek", "100% (1 van 1)"):
        assert woord in pagina
    assert "Oma" not in pagina
    assert "niet gepubliceerd" in raad
    assert "Maatje" not in raad


def test_it_goes_along_in_a_next_version_and_stands_in_the_plan(
    casus: int, gezin: Gezin, consulent: Actor
) -> None:
    plan = schrijf(consulent, casus, [doel(gezin.moeder, actie("basishulp", **GEMIST))], EVALUATIE)
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    assert consulent.id is not None
    browser = aangemelde_client(Gebruiker.objects.get(pk=consulent.id))
    assert (
        "Maatje of vrijwilliger. Er is een wachtlijst" in browser.get(f"/casussen/{casus}/").content.decode()
    )


@pytest.mark.parametrize(
    ("niveau", "anders", "veld"),
    [
        ("basishulp", {"gemist": "maatje"}, "gemis_reden"),
        ("basishulp", {"gemis_reden": "tijden"}, "gemist"),
        ("basishulp", {"gemist": "olifant", "gemis_reden": "tijden"}, "gemist"),
        ("eigen_kracht", GEMIST, "gemist"),
    ],
)
def test_half_of_it_or_what_is_on_no_list_is_refused(
    casus: int, gezin: Gezin, consulent: Actor, niveau: str, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Domeinfout) as fout:
        schrijf(consulent, casus, [doel(gezin.moeder, actie(niveau, **anders))], EVALUATIE)
    assert (fout.value.veld, Actie.objects.count()) == (veld, 0)


def test_every_kind_and_reason_has_a_name() -> None:
    assert all(gemissoorten().values())
    assert all(gemisredenen().values())
