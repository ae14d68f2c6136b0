"""The doorbraakbudget: who grants how much, what was paid, and that a mistake can be taken back."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.besluiten import events, feiten
from samendoen.besluiten.actions.doorbraak import ken_doorbraak_toe
from samendoen.besluiten.models import Doorbraak, Doorbraakuitgave
from samendoen.besluiten.rules.doorbraak import vouw_doorbraak
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.stekkers import panelen
from samendoen.kernel.wissen import wis_persoon
from tests.doorbraakmaker import betaal, maak_doorbraak, nieuwe_doorbraak
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


def besteed(budget: int) -> int:
    """Return what the events say was spent; the rows must say the same."""
    stand = vouw_doorbraak(
        (g.voorgevallen_op, lees(g)) for g in van_onderwerp(events.DOORBRAAK, [budget])[budget]
    )
    rijen = Doorbraakuitgave.objects.filter(budget=budget, ingetrokken_op__isnull=True)
    assert stand is not None
    assert stand.besteed == sum(u.bedrag_eurocent for u in rijen)
    return stand.besteed


def test_from_granting_to_the_last_payment(gezin: Gezin, consulent: Actor, buur: Actor) -> None:
    klant = klant_van(consulent)
    url = f"/casussen/{gezin.casus}/doorbraakbudget/"
    assert url in klant.get(f"/casussen/{gezin.casus}/").content.decode()
    html = klant.get(url).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "U mag ten hoogste € 500,00 toekennen. Dit huishouden kan nog € 2.500,00 krijgen" in html
    ingevuld = {
        "kenmerk": str(uuid4()),
        "bedrag": "400,50",
        "waarvoor": "Een fiets.",
        "waarom": "De bus rijdt niet zo vroeg.",
        "op": "2024-06-03",
    }
    te_veel = klant.post(url, {**ingevuld, "bedrag": "500,01"}).content.decode()
    assert "Vraag uw teamleider" in te_veel
    klant.post(url, ingevuld)
    klant.post(url, ingevuld)
    budget = Doorbraak.objects.get()
    assert budget.bedrag_eurocent == 40050
    [paneel] = [p for p in panelen("casus", consulent, gezin.casus) if "Een fiets." in p]
    assert f"/doorbraakbudgetten/{budget.pk}/" in paneel
    assert not [p for p in panelen("casus", buur, gezin.casus) if "Een fiets." in p]
    pagina = f"/doorbraakbudgetten/{budget.pk}/"
    uitgave = {"kenmerk": str(uuid4()), "bedrag": "350", "omschrijving": "Fiets van Jan", "op": "2024-06-03"}
    klant.post(f"{pagina}uitgave/", uitgave)
    klant.post(f"{pagina}uitgave/", {**uitgave, "kenmerk": str(uuid4()), "bedrag": "50,50"})
    assert besteed(budget.pk) == 40050
    html = klant.get(pagina).content.decode()
    assert "Fiets van Jan" in html
    assert "Uitgave vastleggen" not in html  # nothing is left
    vol = klant.post(f"{pagina}uitgave/", {**uitgave, "kenmerk": str(uuid4()), "bedrag": "1"})
    assert "nog" in vol.content.decode()
    assert "al betaald" in klant.post(f"{pagina}intrekken/", follow=True).content.decode()
    with klok.op(date(2024, 6, 4)):
        [[feit]] = list(feiten.DOORBRAAKBUDGET.rijen(klok.nu()))
    assert feit[:5] == ("gebiedsteam_leerdam", "wmo", VANDAAG, 40050, 40050)
    for rij in Doorbraakuitgave.objects.all():
        klant.post(f"/doorbraakuitgaven/{rij.pk}/intrekken/")
    assert besteed(budget.pk) == 0
    klant.post(f"{pagina}intrekken/")
    assert "was een vergissing" in klant.get(pagina).content.decode()
    assert list(feiten.DOORBRAAKBUDGET.rijen(klok.nu())) in ([], [[]])


def test_the_ceiling_of_the_household_and_who_may_grant(
    gezin: Gezin, consulent: Actor, leider: Actor, buur: Actor
) -> None:
    casus = gezin.casus
    maak_doorbraak(leider, casus, bedrag_eurocent=230000)
    with pytest.raises(Domeinfout, match=r"nog .*200,00 krijgen"):
        maak_doorbraak(leider, casus, bedrag_eurocent=20001)
    with klok.op(date(2025, 6, 4)):
        maak_doorbraak(SYSTEEM, casus, bedrag_eurocent=250000)
    with pytest.raises(NietGevonden):
        maak_doorbraak(buur, casus)
    onmogelijk: list[tuple[dict[str, Any], str]] = [
        ({"bedrag_eurocent": 0}, "bedrag kan niet"),
        ({"waarom": " "}, "ontbreekt een tekst"),
        ({"op": date(2024, 6, 4)}, "in de toekomst"),
    ]
    for anders, zin in onmogelijk:
        with pytest.raises(Domeinfout, match=zin):
            maak_doorbraak(consulent, casus, **anders)
    nieuw = nieuwe_doorbraak(casus, bedrag_eurocent=10000)
    budget = ken_doorbraak_toe(consulent, nieuw)
    assert ken_doorbraak_toe(consulent, nieuw) == budget
    with pytest.raises(Domeinfout, match="vóór het toekennen"):
        betaal(consulent, budget, bedrag_eurocent=100, op=date(2024, 6, 2))
    betaal(consulent, budget, bedrag_eurocent=100)
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    assert {rij.waarom for rij in Doorbraak.objects.all()} == {""}
    assert Doorbraakuitgave.objects.get().omschrijving == ""
