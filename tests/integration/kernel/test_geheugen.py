"""What a request read is asked once; it never outlives the request, the actor or a change."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from samendoen.kernel import geheugen
from samendoen.kernel.acties import actie
from samendoen.kernel.actor import NIEMAND, SYSTEEM, Actor
from samendoen.kernel.rechten import Permissie
from samendoen.kernel.vulling import gevuld
from samendoen.kernel.web.middleware import Samendoen

ANDER = replace(NIEMAND, id=7)
_gevraagd: list[object] = []


@geheugen.onthoud
def lees(door: Actor, wat: str, *, hoe: str = "") -> str:
    """Say what was asked, and count."""
    _gevraagd.append((door.id, wat, hoe))
    return wat


@geheugen.onthoud_elk
def even(door: Actor, ids: Iterable[int], /) -> dict[int, str]:
    """Answer for the even numbers only, and count."""
    _gevraagd.append(list(ids))
    return {pk: str(pk) for pk in ids if pk % 2 == 0}


@actie("kernel", Permissie.SYSTEEM)
def onthoudt_zelf(door: Actor, *, breek: bool = False) -> None:
    """Read twice within an action, perhaps fail."""
    lees(door, "binnen")
    lees(door, "binnen")
    if breek:
        raise ValueError("breek")


@pytest.fixture(autouse=True)
def niets_gevraagd() -> None:
    _gevraagd.clear()


def test_within_a_request_the_same_is_asked_once_and_outside_always() -> None:
    with geheugen.van_dit_verzoek():
        assert [lees(SYSTEEM, "a"), lees(SYSTEEM, "a"), lees(SYSTEEM, "a", hoe="b")] == ["a", "a", "a"]
        assert len(_gevraagd) == 2
    lees(SYSTEEM, "a")
    lees(SYSTEEM, "a")
    assert len(_gevraagd) == 4


def test_nobody_gets_what_another_read() -> None:
    with geheugen.van_dit_verzoek():
        for door in (NIEMAND, ANDER, replace(ANDER, groepen=frozenset({1}))):
            lees(door, "a")
            even(door, [2])
    assert len(_gevraagd) == 6


def test_of_many_only_the_new_ones_are_asked_and_who_was_not_found_is_remembered() -> None:
    with geheugen.van_dit_verzoek():
        assert even(SYSTEEM, [1, 2]) == {2: "2"}
        assert even(SYSTEEM, [4, 2, 1]) == {4: "4", 2: "2"}
        assert even(SYSTEEM, [1]) == {}
    assert _gevraagd == [[1, 2], [4]]
    assert even(SYSTEEM, [1, 2]) == {2: "2"}
    assert len(_gevraagd) == 3


@pytest.mark.django_db
def test_an_action_reads_anew_and_after_it_everybody_does_also_when_it_fails() -> None:
    with geheugen.van_dit_verzoek():
        lees(SYSTEEM, "binnen")
        onthoudt_zelf(SYSTEEM)
        assert len(_gevraagd) == 3
        lees(SYSTEEM, "binnen")
        assert len(_gevraagd) == 4
        with pytest.raises(ValueError, match="breek"):
            onthoudt_zelf(SYSTEEM, breek=True)
        lees(SYSTEEM, "binnen")
        assert len(_gevraagd) == 7


@pytest.mark.django_db
def test_the_middleware_forgets_when_a_request_ends_also_when_it_fails() -> None:
    def pagina(request: HttpRequest) -> HttpResponse:
        assert geheugen.aan()
        lees(SYSTEEM, "a")
        lees(SYSTEEM, "a")
        if request.path == "/fout/":
            raise ValueError("fout")
        return HttpResponse()

    verzoek = RequestFactory().get("/api/")
    keten = Samendoen(pagina)
    keten(verzoek)
    keten(verzoek)
    with pytest.raises(ValueError, match="fout"):
        keten(RequestFactory().get("/fout/"))
    assert not geheugen.aan()
    assert len(_gevraagd) == 3


@pytest.mark.django_db
def test_which_parts_of_a_page_have_anything_is_one_question() -> None:
    alle = gevuld(SYSTEEM, "casus", 1)
    assert "casus:notities" in alle
    with geheugen.van_dit_verzoek(), CaptureQueriesContext(connection) as vragen:
        assert gevuld(SYSTEEM, "casus", 1) == frozenset()
        assert gevuld(SYSTEEM, "casus", 1) == frozenset()
        assert gevuld(SYSTEEM, "niets", 1) == frozenset()
    assert len(vragen) == 1
