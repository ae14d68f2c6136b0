"""`__in` with many values goes as one array and finds the rows that Django's own would."""

from typing import Any
from uuid import uuid4

import pytest
from django.db.models import Count, F, QuerySet

from samendoen.kernel.acties import schrijft
from samendoen.kernel.models import Groep, Groepslid
from samendoen.organisatie.models import Medewerker
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def groepen() -> list[int]:
    with schrijft("kernel"):
        return [g.pk for g in Groep.objects.bulk_create(Groep(code=f"lijst-{n}") for n in range(4))]


def _als_array(vraag: QuerySet[Any, Any]) -> bool:
    return "= ANY(" in str(vraag.query)


def _ids(vraag: QuerySet[Any, Any]) -> set[int]:
    return set(vraag.values_list("pk", flat=True))


@pytest.mark.parametrize("soort", [list, tuple, set, frozenset, lambda ids: dict.fromkeys(ids).keys()])
def test_ids_of_every_kind_of_list_go_as_one_array(groepen: list[int], soort: Any) -> None:
    vraag = Groep.objects.filter(pk__in=soort(groepen[:3]))
    assert _als_array(vraag)
    assert _ids(vraag) == set(groepen[:3])
    assert _ids(Groep.objects.filter(code__startswith="lijst-").exclude(pk__in=soort(groepen[:3]))) == {
        groepen[3]
    }


def test_doubles_and_nothings_do_not_count(groepen: list[int]) -> None:
    eerste, tweede, *_rest = groepen
    assert _ids(Groep.objects.filter(pk__in=[eerste, None, tweede, eerste])) == {eerste, tweede}
    assert _ids(Groep.objects.filter(pk__in=[eerste, None, eerste])) == {eerste}
    assert _ids(Groep.objects.filter(pk__in=[None])) == _ids(Groep.objects.filter(pk__in=[])) == set()


def test_what_is_no_list_of_numbers_stays_with_django(groepen: list[int]) -> None:
    eerste, tweede, *_rest = groepen
    te_groot = [eerste, 2**63]
    anders: list[Any] = [te_groot, [eerste, str(tweede)], [F("pk")], Groep.objects.all()]
    for waarden in anders:
        assert not _als_array(Groep.objects.filter(pk__in=waarden))
    assert _ids(Groep.objects.filter(pk__in=te_groot)) == {eerste}
    assert _ids(Groep.objects.filter(pk__in=[eerste, str(tweede)])) == {eerste, tweede}
    assert _ids(Groep.objects.filter(pk__in=Groep.objects.filter(pk__in=groepen))) == set(groepen)


def test_relations_marks_and_counts_take_lists_too() -> None:
    mensen = [maak_medewerker(["consulent"], ["gebiedsteam_leerdam"]) for _n in range(3)]
    rijen = Medewerker.objects.filter(gebruiker_id__in=[m.pk for m in mensen[:2]])
    merken = [*rijen.values_list("kenmerk", flat=True), uuid4()]
    assert _als_array(rijen) and len(merken) == 3
    assert _ids(Medewerker.objects.filter(gebruiker__in=mensen[:2])) == _ids(rijen)
    op_merk = Medewerker.objects.filter(kenmerk__in=merken)
    assert _als_array(op_merk) and _ids(op_merk) == _ids(rijen)
    per_groep = Groepslid.objects.values("groep").annotate(leden=Count("pk"))
    assert [r["leden"] for r in per_groep.filter(leden__in=[2, 3])] == [3]


def test_a_query_can_be_asked_again(groepen: list[int]) -> None:
    vraag = Groep.objects.filter(pk__in=groepen)
    assert vraag.count() == 4 and vraag.filter(code="lijst-1").count() == 1
    assert len(vraag | Groep.objects.filter(pk__in=groepen[:1])) == 4
