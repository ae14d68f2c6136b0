"""The same form sent twice at the same moment, as by a double click: done once, and twice a good answer."""

from collections.abc import Callable
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.organisatie.actions.mandaat import NieuwMandaat, geef_mandaat
from samendoen.organisatie.actions.medewerker import NieuweMedewerker, maak_accounts
from samendoen.organisatie.models import Mandaat
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from samendoen.werk.models import Termijn
from tests.maak import actor, maak_medewerker, maak_systeem

pytestmark = pytest.mark.django_db(transaction=True)
KEREN = 4


def tegelijk(doe: Callable[[], object]) -> list[object]:
    """Do the same on KEREN connections at once; return what came of each."""
    dag, samen, uit = klok.vandaag(), Barrier(KEREN), list[object]()

    def draai() -> None:
        samen.wait(10)
        try:
            with klok.op(dag):
                uit.append(doe())
        except Exception as fout:
            uit.append(fout)
        finally:
            connections.close_all()

    draden = [Thread(target=draai) for _n in range(KEREN)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    return uit


def test_a_melding_sent_twice_at_once_is_one_melding_with_one_clock() -> None:
    door = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_leerdam"]))
    nieuw = NieuweMelding(uuid4(), "Een vraag", "telefoon", "wmo", "gebiedsteam_leerdam", klok.vandaag())
    uit = tegelijk(lambda: registreer_meldingen(door, [nieuw]))
    assert uit == [[Melding.objects.get().pk]] * KEREN
    assert Termijn.objects.count() == 1


def test_a_colleague_sent_twice_at_once_is_one_account() -> None:
    nieuw = NieuweMedewerker("dubbel", "Dubbel Geklikt", ("loket",))
    uit = tegelijk(lambda: maak_accounts(SYSTEEM, [nieuw])[0].gebruiker_id)
    assert uit == [Gebruiker.objects.get(gebruikersnaam="dubbel").pk] * KEREN


def test_a_mandate_sent_twice_at_once_is_one_mandate() -> None:
    nieuw = NieuwMandaat("besluit", ("wmo",), rol="consulent", tot_bedrag_eurocent=1)
    uit = tegelijk(lambda: geef_mandaat(SYSTEEM, nieuw))
    assert uit == [Mandaat.objects.get().pk] * KEREN


def test_a_melding_sent_twice_at_once_by_another_system_is_made_once_and_repeated() -> None:
    systeem = maak_systeem(Rol.CONSULENT, ["gebiedsteam_leerdam"])
    melding = {
        "kenmerk": str(uuid4()),
        "vraag": "Een vraag",
        "kader": "wmo",
        "kanaal": "website",
        "ontvangen_op": klok.vandaag().isoformat(),
    }
    uit = tegelijk(lambda: systeem.post("/api/v1/meldingen", melding).status_code)
    assert sorted(uit, key=str) == [200, 200, 200, 201]
    assert Melding.objects.count() == Termijn.objects.count() == 1
