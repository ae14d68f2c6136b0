"""Actions: one transaction, one permission, and nobody writes around them."""

import pytest

from samendoen.kernel.access import open_dossiers
from samendoen.kernel.acties import ACTIES, actie
from samendoen.kernel.actor import NIEMAND, SYSTEEM, Actor
from samendoen.kernel.fouten import Geweigerd
from samendoen.kernel.models import Dossier, Persoon
from samendoen.kernel.rechten import Permissie
from samendoen.kernel.schrijfwacht import BuitenActie
from tests.conftest import VANDAAG


@actie("kernel", Permissie.SYSTEEM)
def buitenste(door: Actor, *, breek: str = "") -> None:
    """Write, call an inner action, perhaps fail."""
    open_dossiers(["wmo"], "buiten", [VANDAAG])
    try:
        binnenste(door, breek=breek == "binnen")
    except ValueError:
        if breek != "binnen":
            raise
    if breek == "buiten":
        raise ValueError("buiten")


@actie("kernel", None)
def binnenste(door: Actor, *, breek: bool = False) -> None:
    """Write, perhaps fail."""
    open_dossiers(["wmo"], "binnen", [VANDAAG])
    if breek:
        raise ValueError("binnen")


@pytest.mark.django_db
def test_an_action_and_what_it_calls_are_one_whole() -> None:
    buitenste(SYSTEEM)
    assert set(Dossier.objects.values_list("soort", flat=True)) == {"buiten", "binnen"}


@pytest.mark.django_db
def test_an_error_afterwards_undoes_the_inner_action_too() -> None:
    with pytest.raises(ValueError, match="buiten"):
        buitenste(SYSTEEM, breek="buiten")
    assert Dossier.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_inner_error_that_is_swallowed_undoes_everything_and_says_so() -> None:
    with pytest.raises(RuntimeError, match="went on after"):
        buitenste(SYSTEEM, breek="binnen")
    assert Dossier.objects.count() == 0


@pytest.mark.django_db
def test_without_the_permission_nothing_happens() -> None:
    with pytest.raises(Geweigerd):
        buitenste(NIEMAND)
    assert Dossier.objects.count() == 0


@pytest.mark.django_db
def test_an_inner_action_cannot_be_called_by_itself() -> None:
    with pytest.raises(RuntimeError, match="part of other actions"):
        binnenste(SYSTEEM)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "schrijf",
    [
        lambda: Persoon.objects.create(),
        lambda: Persoon.objects.bulk_create([Persoon()]),
        lambda: Persoon.objects.update(pseudoniemsleutel=None),
        lambda: Persoon.objects.all().delete(),
        lambda: Persoon(pk=1).save(),
    ],
    ids=["create", "bulk_create", "update", "delete", "save"],
)
def test_the_guard_refuses_a_write_outside_any_action(schrijf: object) -> None:
    from samendoen.kernel.personen import nieuwe_personen

    nieuwe_personen(1)
    with pytest.raises(BuitenActie, match="kernel_persoon belongs to kernel"):
        schrijf()  # type: ignore[operator]


@pytest.mark.django_db
def test_the_guard_refuses_a_write_from_an_action_of_another_context() -> None:
    @actie("toegang", Permissie.SYSTEEM)
    def vreemd(door: Actor) -> None:
        Persoon.objects.create()

    try:
        with pytest.raises(BuitenActie, match="from an action of toegang"):
            vreemd(SYSTEEM)
    finally:
        ACTIES.pop("toegang.vreemd")
