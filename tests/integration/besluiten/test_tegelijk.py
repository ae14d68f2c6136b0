"""Two at once: one decides, the other hears who was first; the same form twice is done once."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connections

from samendoen.besluiten.api import maak_bekend, neem_besluiten, vraag_aan, wijs_toe
from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing, Voorziening
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.werk.models import Termijn
from tests.besluitmaker import aanvraag as nieuwe_aanvraag
from tests.besluitmaker import beslis, besluit, toewijzing, vraag
from tests.integration.besluiten.conftest import Gezin

pytestmark = pytest.mark.django_db(transaction=True)
KEREN = 3


def tegelijk(*doen: Callable[[], object]) -> list[object]:
    """Do these at once, each on a connection of its own; return what came of each, in any order."""
    dag, samen, uit = klok.vandaag(), Barrier(len(doen)), list[object]()

    def draai(doe: Callable[[], object]) -> None:
        samen.wait(10)
        try:
            with klok.op(dag):
                uit.append(doe())
        except Domeinfout as fout:
            uit.append(fout)
        finally:
            connections.close_all()

    draden = [Thread(target=draai, args=(doe,)) for doe in doen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    return uit


def test_of_everything_sent_twice_at_once_there_is_one(gezin: Gezin, consulent: Actor) -> None:
    gevraagd = nieuwe_aanvraag(gezin.casus, gezin.moeder)
    assert (
        tegelijk(*[lambda: vraag_aan(consulent, [gevraagd])] * KEREN) == [[Aanvraag.objects.get().pk]] * KEREN
    )
    besloten = besluit(Aanvraag.objects.get().pk)
    nummer = tegelijk(*[lambda: neem_besluiten(consulent, [besloten])] * KEREN)
    assert nummer == [[Besluit.objects.get().pk]] * KEREN
    bekend = [(Besluit.objects.get().pk, klok.vandaag())]
    assert tegelijk(*[lambda: maak_bekend(consulent, bekend)] * KEREN) == [None] * KEREN
    assert Termijn.objects.get(onderwerp_soort="besluiten.aanvraag").status == "gehaald"
    gewezen = toewijzing(Voorziening.objects.get().pk)
    uit = tegelijk(*[lambda: wijs_toe(consulent, [gewezen])] * KEREN)
    assert uit == [[Toewijzing.objects.get().pk]] * KEREN


def test_of_two_who_do_the_same_at_once_one_hears_that_the_other_was_first(
    gezin: Gezin, consulent: Actor, collega: Actor
) -> None:
    def fout_en_goed(uit: list[object]) -> str:
        [fout] = [wat for wat in uit if isinstance(wat, Domeinfout)]
        assert len(uit) == 2
        return fout.fout

    uit = tegelijk(
        lambda: vraag(consulent, gezin.casus, gezin.moeder), lambda: vraag(collega, gezin.casus, gezin.moeder)
    )
    assert fout_en_goed(uit) == "aanvraag_product"
    nummer = Aanvraag.objects.get().pk
    uit = tegelijk(lambda: beslis(consulent, nummer), lambda: beslis(collega, nummer))
    assert fout_en_goed(uit) == "al_besloten"
    maak_bekend(SYSTEEM, [(Besluit.objects.get().pk, klok.vandaag())])
    v = Voorziening.objects.get().pk
    uit = tegelijk(lambda: wijs_toe(consulent, [toewijzing(v)]), lambda: wijs_toe(collega, [toewijzing(v)]))
    assert fout_en_goed(uit) == "toewijzing_aanbieder"
    assert Toewijzing.objects.count() == 1
