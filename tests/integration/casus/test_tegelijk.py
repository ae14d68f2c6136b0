"""Two colleagues open a casus for one household at the same moment: one wins, the other is told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections

from samendoen.casus.api import (
    Doelinvoer,
    Doelschrift,
    NieuweCasus,
    Verplaatsing,
    open_casussen,
    schrijf_bevindingen,
    schrijf_doel,
    verplaats_casussen,
    verstuur_verslagen,
)
from samendoen.casus.models import Bevinding, Casus, Doel, Plan, Regie, Verslagbrief
from samendoen.casus.rules import merk
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Domeinfout
from tests.casusmaker import doel, maak_casus, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.onderzoekmaker import bevinding, gelezen, vol

pytestmark = pytest.mark.django_db(transaction=True)


def tegelijk(doen: Sequence[Callable[[], object]]) -> list[object]:
    """Do each on a connection of its own, at once; return what came of them in that order."""
    dag, samen = klok.vandaag(), Barrier(len(doen))
    uit: list[object] = [None] * len(doen)

    def draai(nummer: int, doe: Callable[[], object]) -> None:
        samen.wait(10)
        try:
            with klok.op(dag):
                uit[nummer] = doe()
        except Exception as fout:
            uit[nummer] = fout
        finally:
            connections.close_all()

    draden = [Thread(target=draai, args=(n, doe)) for n, doe in enumerate(doen)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    return uit


def opent(door: Actor, melding: int) -> Callable[[], object]:
    nieuw = NieuweCasus(uuid4(), melding, klok.vandaag())
    return lambda: open_casussen(door, [nieuw])


@pytest.mark.parametrize("vragen", ["een", "twee"])
def test_one_wins_and_the_other_hears_which_casus_exists_and_who_directs_it(
    gezin: Gezin, consulent: Actor, collega: Actor, vragen: str
) -> None:
    ander = gezin.melding if vragen == "een" else maak_melding(gezin.zoon)
    uit = tegelijk([opent(consulent, gezin.melding), opent(collega, ander)])
    casus = Casus.objects.get()
    [gelukt] = [u for u in uit if isinstance(u, list)]
    [fout] = [u for u in uit if isinstance(u, Domeinfout)]
    assert gelukt == [casus.pk]
    assert f"casus {casus.pk}" in fout.toelichting
    wie = Regie.objects.get().gebruiker.naam
    assert wie in fout.toelichting
    assert fout.doe


def test_the_same_form_sent_four_times_at_once_is_one_casus(gezin: Gezin, consulent: Actor) -> None:
    uit = tegelijk([opent(consulent, gezin.melding)] * 4)
    assert uit == [[Casus.objects.get().pk]] * 4


def test_two_autosaves_and_two_reports_of_one_investigation_lose_no_word(
    gezin: Gezin, consulent: Actor, collega: Actor
) -> None:
    casus = maak_casus(consulent, gezin.melding)
    onderzoek = vol(consulent, casus, gezin.moeder)
    gezien = gelezen(Bevinding.objects.get())

    def bewaart(door: Actor, **anders: str) -> Callable[[], object]:
        invoer = replace(bevinding(onderzoek, gezin.moeder, gelezen=gezien), **anders)  # type: ignore[arg-type]
        return lambda: schrijf_bevindingen(door, [invoer])

    uit = tegelijk([bewaart(consulent, wens="Een traplift."), bewaart(collega, wens="Verhuizen.")])
    [botst] = [u for u in uit if isinstance(u, Domeinfout)]
    assert botst.fout == "onderzoek_botst"
    gewonnen = Bevinding.objects.get().wens
    assert gewonnen in ("Een traplift.", "Verhuizen.")

    gezien = gelezen(Bevinding.objects.get())
    tegelijk(
        [
            bewaart(consulent, wens=gewonnen, netwerk="Mijn broer kookt."),
            bewaart(collega, wens=gewonnen, algemeen="De klussendienst komt."),
        ]
    )
    rij = Bevinding.objects.get()
    assert (rij.wens, rij.netwerk, rij.algemeen) == (
        gewonnen,
        "Mijn broer kookt.",
        "De klussendienst komt.",
    )

    uit = tegelijk([lambda: verstuur_verslagen(consulent, [(onderzoek, klok.vandaag())])] * 2)
    assert [isinstance(u, Domeinfout) for u in uit].count(True) == 1
    assert Verslagbrief.objects.count() == 1


def test_two_who_begin_a_plan_at_once_write_in_one_concept_and_of_one_field_one_wins(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    rust, werk = doel(gezin.moeder), doel(gezin.zoon)

    def schrijft(door: Actor, wat: Doelinvoer, gezien: dict[str, str]) -> Callable[[], object]:
        return lambda: schrijf_doel(door, Doelschrift(casus, wat, gezien))

    tegelijk([schrijft(consulent, rust, {}), schrijft(collega, werk, {})])
    assert set(Doel.objects.filter(plan=Plan.objects.get()).values_list("kenmerk", flat=True)) == {
        rust.kenmerk,
        werk.kenmerk,
    }
    gezien = {
        veld: merk(str(getattr(rust, veld))) for veld in ("persoon", "leefgebied", "tekst", "tevreden_als")
    }
    anders = [replace(rust, tekst="Van Joke."), replace(rust, tekst="Van Piet.")]
    uit = tegelijk([schrijft(consulent, anders[0], gezien), schrijft(collega, anders[1], gezien)])
    [fout] = [u for u in uit if isinstance(u, Domeinfout)]
    assert fout.fout == "plan_botst"
    assert Doel.objects.get(kenmerk=rust.kenmerk).tekst == anders[uit.index(fout) - 1].tekst


def test_of_two_leaders_who_move_one_casus_one_wins_and_the_other_hears_who_has_it(
    casus: int, consulent: Actor, collega: Actor, leider: Actor
) -> None:
    van = consulent.id or 0

    def verplaatst(naar: Actor) -> Callable[[], object]:
        return lambda: verplaats_casussen(leider, [Verplaatsing(casus, van, naar.id or 0, "Zo.")])

    uit = tegelijk([verplaatst(collega), verplaatst(leider)])
    nu = Regie.objects.get(casus=casus, tot=None)
    [fout] = [u for u in uit if u is not None]
    assert isinstance(fout, Domeinfout)
    assert f"intussen van {nu.gebruiker.naam}" in fout.toelichting
    assert Regie.objects.filter(casus=casus).count() == 2
