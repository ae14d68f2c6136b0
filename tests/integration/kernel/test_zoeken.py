"""The search table can be filled anew from what the contexts hold."""

from datetime import date
from uuid import uuid4

import pytest

from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Zoekregel
from samendoen.kernel.rechten import Rol
from samendoen.kernel.zoeken import herbouw_zoekregels
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.maak import actor, maak_medewerker

DAG = date(2024, 6, 3)


@pytest.mark.django_db
def test_filled_anew_it_holds_what_the_writers_wrote() -> None:
    loket = actor(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))
    for vraag in ("De fietsen zijn weg", "Hulp bij het huishouden"):
        nieuw = NieuweMelding(uuid4(), vraag, "telefoon", "wmo", "gebiedsteam_leerdam", DAG)
        registreer_meldingen(loket, [nieuw])
    velden = ("soort", "onderwerp_id", "dossier", "inwoner", "wet", "label", "tekst", "vector")
    voor = sorted(Zoekregel.objects.values_list(*velden))
    with schrijft("kernel"):
        Zoekregel.objects.filter(tekst__startswith="De").update(tekst="onzin")
    assert herbouw_zoekregels(SYSTEEM) == 2
    assert sorted(Zoekregel.objects.values_list(*velden)) == voor


@pytest.mark.django_db
def test_words_are_found_in_their_dutch_forms() -> None:
    loket = actor(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))
    nieuw = NieuweMelding(uuid4(), "Ik maak me zorgen", "telefoon", "wmo", "voorzieningen", DAG)
    registreer_meldingen(loket, [nieuw])
    assert Zoekregel.objects.extra(where=["vector @@ to_tsquery('dutch', 'zorg')"]).count() == 1
