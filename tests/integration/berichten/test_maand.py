"""The month of a provider: what is granted, delivered and invoiced is the same to the cent on both sides.

With 1,000 clients it is a row of the bench (tests/bench/berichten.py); here with as many as a test has time for.
"""

from datetime import date
from pathlib import Path

from django.db.models import Sum

from samendoen.berichten.models import Bericht
from samendoen.besluiten.models import Declaratie, Declaratieregel
from samendoen.site.simulator.declaratie import Vraag
from samendoen.werk.models import Taak
from tests.aanbiedermaand import Maand, ons_boek
from tests.clientmaker import maak_clienten

CLIENTEN = 40
EEN_JULI, JUNI = date(2024, 7, 1), Vraag("2024-06")


def test_the_month_of_a_provider_ends_in_two_equal_ledgers(post: Path) -> None:
    toewijzingen = maak_clienten(CLIENTEN, date(2024, 6, 3), date(2025, 6, 2))
    maand = Maand(post)
    for dag in (date(2024, 6, 3), date(2024, 6, 14)):
        maand.dag(dag)
    # One line goes wrong on purpose: the provider makes its mistake, hears of it, and mends it.
    maand.dag(EEN_JULI, vraag=JUNI, fout="verkeerd-tarief")
    assert maand.hun_boek() == ons_boek()
    assert maand.saldo.afgewezen > 0
    maand.dag(date(2024, 7, 2), vraag=Vraag("2024-06", herstel=True, corrigeer=(toewijzingen[0],)))
    maand.dag(date(2024, 7, 3))
    assert maand.hun_boek() == ons_boek()
    standen = set(Bericht.objects.values_list("soort", "status"))
    print(standen, maand.saldo)
    assert 0
