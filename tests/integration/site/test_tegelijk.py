"""The same form sent twice at the same moment, as by a double click: done once, and twice a good answer."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections, transaction

from samendoen.inwoners.api import (
    NieuweInwoner,
    NieuwHuishouden,
    registreer_inwoners,
    vorm_huishoudens,
    zorg_voor_huishouden,
)
from samendoen.inwoners.models import Gezinslid, Huishouden, Inwoner
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout
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


def test_a_resident_sent_twice_at_once_is_one_resident_also_with_a_number() -> None:
    nieuw = NieuweInwoner(uuid4(), "Jansen", date(1980, 1, 1), bsn="123456782")
    uit = tegelijk(lambda: registreer_inwoners(SYSTEEM, [nieuw]))
    assert uit == [[Inwoner.objects.get().pk]] * KEREN


def test_of_two_people_who_register_one_number_at_once_one_hears_that_it_is_known() -> None:
    def doe() -> list[int]:
        return registreer_inwoners(
            SYSTEEM, [NieuweInwoner(uuid4(), "Jansen", date(1980, 1, 1), bsn="123456782")]
        )

    uit = tegelijk(doe)
    assert sum(isinstance(wat, list) for wat in uit) == 1
    assert {wat.fout for wat in uit if isinstance(wat, Domeinfout)} == {"inwoner_bsn"}
    assert len(uit) == KEREN
    assert Inwoner.objects.count() == 1


def test_a_household_formed_or_made_sure_of_at_once_is_one_household() -> None:
    [persoon] = registreer_inwoners(SYSTEEM, [NieuweInwoner(uuid4(), "Jansen", date(1980, 1, 1))])
    nieuw = NieuwHuishouden(uuid4(), klok.vandaag(), ((persoon, "ouder"),))

    def zorg() -> int:
        with transaction.atomic(), schrijft("proef"):
            return zorg_voor_huishouden(SYSTEEM, persoon)

    uit = tegelijk(zorg)
    assert uit == [Huishouden.objects.get().pk] * KEREN
    assert Gezinslid.objects.count() == 1
    [fout, *rest] = tegelijk(lambda: vorm_huishoudens(SYSTEEM, [nieuw]))
    assert isinstance(fout, Domeinfout)
    assert {str(wat) for wat in rest} == {str(fout)}
