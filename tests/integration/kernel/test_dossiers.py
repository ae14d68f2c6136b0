"""Dossiers of a person: access through any of them, and a dossier that turns out to be somebody else's."""

from datetime import date
from uuid import uuid4

import pytest

from samendoen.kernel import klok
from samendoen.kernel.access import (
    Toekenning,
    andere_dossiers,
    beeindig_op,
    ken_toe,
    open_dossiers,
    personen_op_grond,
    verplaats_dossier,
    zichtbaar,
    zichtbaar_via_persoon,
)
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Dossier, GebeurtenisInhoud, Grond, Niveau, Persoon, Zoekregel
from samendoen.kernel.personen import nieuwe_personen
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
DAG = date(2024, 6, 3)
TEAM = "gebiedsteam_leerdam"


@pytest.fixture
def consulent() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT))


def dossiers_van(persoon: Persoon, *wetten: str) -> list[Dossier]:
    return open_dossiers(wetten, "proef", [DAG] * len(wetten), [persoon.pk] * len(wetten))


def test_a_dossier_of_a_known_person_makes_no_new_anchor() -> None:
    [persoon] = nieuwe_personen(1)
    een, ander = open_dossiers(["wmo", "jeugd"], "proef", [DAG, DAG], [persoon.pk, None])
    assert een.persoon_id == persoon.pk
    assert ander.persoon_id != persoon.pk
    assert Persoon.objects.count() == 2


def test_a_grant_on_one_dossier_opens_what_is_about_the_person(consulent: Actor) -> None:
    persoon, vreemd = nieuwe_personen(2)
    dossier, _ander = dossiers_van(persoon, "wmo", "jeugd")
    dossiers_van(vreemd, "wmo")
    over = Dossier.objects.all()
    assert not zichtbaar_via_persoon(over, consulent, pad="persoon").exists()
    ken_toe([Toekenning(dossier.pk, Niveau.LEESBAAR, Grond.TEAM, "wmo", gebruiker_id=consulent.id)])
    gezien = set(zichtbaar_via_persoon(over, consulent, pad="persoon").values_list("persoon_id", flat=True))
    assert gezien == {persoon.pk}
    assert not zichtbaar_via_persoon(over, consulent, pad="persoon", niveau=Niveau.SCHRIJFBAAR).exists()


def test_an_erased_dossier_opens_nothing(consulent: Actor) -> None:
    [persoon] = nieuwe_personen(1)
    [dossier] = dossiers_van(persoon, "wmo")
    ken_toe([Toekenning(dossier.pk, Niveau.LEESBAAR, Grond.TEAM, "wmo", gebruiker_id=consulent.id)])
    with schrijft("kernel"):
        Dossier.objects.filter(pk=dossier.pk).update(gewist_op=DAG)
    assert not zichtbaar_via_persoon(Dossier.objects.all(), consulent, pad="persoon").exists()
    assert personen_op_grond(consulent, [persoon.pk], [Grond.TEAM]) == set()


def test_who_may_read_on_a_ground(consulent: Actor) -> None:
    persoon, ander = nieuwe_personen(2)
    [dossier], [tweede] = dossiers_van(persoon, "wmo"), dossiers_van(ander, "wmo")
    ken_toe([Toekenning(dossier.pk, Niveau.SCHRIJFBAAR, Grond.REGIE, "wmo", gebruiker_id=consulent.id)])
    ken_toe([Toekenning(tweede.pk, Niveau.SCHRIJFBAAR, Grond.TEAM, "wmo", gebruiker_id=consulent.id)])
    wie = [persoon.pk, ander.pk]
    assert personen_op_grond(consulent, wie, [Grond.REGIE, Grond.TWEEDE]) == {persoon.pk}


def test_ending_a_ground_leaves_the_others(consulent: Actor) -> None:
    [persoon] = nieuwe_personen(1)
    [dossier] = dossiers_van(persoon, "wmo")
    for grond in (Grond.REGIE, Grond.AANNAME):
        ken_toe([Toekenning(dossier.pk, Niveau.SCHRIJFBAAR, grond, "wmo", gebruiker_id=consulent.id)])
    with klok.op(date(2024, 6, 4)):
        assert beeindig_op([dossier.pk], Grond.REGIE) == 1
        assert zichtbaar(Dossier.objects.all(), consulent, pad="").exists()
        assert beeindig_op([dossier.pk], Grond.AANNAME) == 1
    with klok.op(date(2024, 6, 5)):
        assert not zichtbaar(Dossier.objects.all(), consulent, pad="").exists()
        assert beeindig_op([dossier.pk], Grond.REGIE) == 0


def test_whether_another_law_still_holds_the_person() -> None:
    [persoon] = nieuwe_personen(1)
    dossiers_van(persoon, "wmo")
    assert not andere_dossiers(persoon.pk, "wmo")
    assert andere_dossiers(persoon.pk, "jeugd")


def test_a_dossier_moves_with_its_words_to_the_person_whom_it_is_about() -> None:
    maak_medewerker(Rol.LOKET)
    nieuw = NieuweMelding(uuid4(), "Mijn traplift", "telefoon", "wmo", TEAM, DAG)
    melding = Melding.objects.get(pk=registreer_meldingen(SYSTEEM, [nieuw])[0])
    oud, [persoon] = melding.inwoner_id, nieuwe_personen(1)
    verplaats_dossier(melding.dossier_id, persoon.pk)
    assert Dossier.objects.get(pk=melding.dossier_id).persoon_id == persoon.pk
    woorden = GebeurtenisInhoud.objects.filter(gebeurtenis__dossier=melding.dossier_id)
    assert [(w.inwoner_id, w.waarde) for w in woorden] == [(persoon.pk, "Mijn traplift")]
    assert set(Zoekregel.objects.values_list("inwoner_id", flat=True)) == {persoon.pk}
    assert Persoon.objects.get(pk=oud).pseudoniemsleutel is None
