"""The month of a provider: what is granted, delivered and invoiced is the same to the cent on both sides.

With 1,000 clients it is a row of the bench (tests/bench/berichtmeting.py).
"""

from datetime import date
from pathlib import Path

from django.db.models import Sum

from samendoen.berichten.models import Bericht
from samendoen.besluiten.models import Declaratie
from samendoen.site.simulator.declaratie import Vraag
from tests.aanbiedermaand import Maand, ons_boek
from tests.clientmaker import maak_clienten

CLIENTEN = 100
JUNI = "2024-06"


def test_the_month_of_a_provider_ends_in_two_equal_ledgers(post: Path) -> None:
    maak_clienten(CLIENTEN, date(2024, 6, 3), date(2025, 6, 2))
    maand = Maand(post)
    assert [maand.dag(date(2024, 6, dag)) for dag in (3, 14)] == [[], []]
    # An invoice with a mistake in one line, on purpose: the others are granted, and that one comes again.
    maand.dag(date(2024, 7, 1), vraag=Vraag(JUNI), fout="verkeerd-tarief")
    assert maand.saldo.afgewezen > 0
    assert maand.boek == ons_boek()
    anders = max(nummer for nummer, (_gevraagd, toegekend) in maand.boek.items() if toegekend)
    was = maand.boek[anders][1]
    assert maand.dag(date(2024, 7, 2), vraag=Vraag(JUNI, herstel=True, corrigeer=(anders,))) == []
    assert maand.boek == ons_boek()
    assert maand.boek[anders][1] == was - 3600  # an hour less, by a credit and a new line
    assert len(maand.boek) > CLIENTEN * 0.9  # who had no care in its first weeks has no line
    assert all(toegekend > 0 for _gevraagd, toegekend in maand.boek.values())
    som = Declaratie.objects.aggregate(Sum("ingediend_eurocent"), Sum("toegekend_eurocent"))
    assert list(som.values()) == [maand.saldo.ingediend, maand.saldo.toegekend]
    assert set(Bericht.objects.values_list("soort", "status")) == {
        ("WMO301", "beantwoord"),
        ("WMO302", "verwerkt"),
        ("WMO305", "verwerkt"),
        ("WMO306", "aangeboden"),
        ("WMO323", "afgekeurd"),
        ("WMO323", "verwerkt"),
        ("WMO325", "aangeboden"),
    }
