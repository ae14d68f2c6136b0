"""The vault: what is encrypted can be read only with the keys, for the purpose it was made for."""

from pathlib import Path

import pytest
from django.db import connection

from samendoen.kernel import kluis
from samendoen.kernel.acties import schrijft
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gegevenssleutel

pytestmark = pytest.mark.django_db
GEHEIM = "999990019"


@pytest.fixture(autouse=True)
def sleutels(settings: pytest.FixtureRequest, tmp_path: Path) -> Path:
    settings.SAMENDOEN_SLEUTELS = tmp_path / "sleutels"  # type: ignore[attr-defined]
    return tmp_path / "sleutels"


def test_what_goes_in_comes_out() -> None:
    assert kluis.ontsleutel(kluis.versleutel(GEHEIM, "a.bsn"), "a.bsn") == GEHEIM


def test_the_same_text_never_looks_the_same() -> None:
    assert kluis.versleutel(GEHEIM, "a.bsn") != kluis.versleutel(GEHEIM, "a.bsn")


def test_the_plain_text_is_nowhere_in_it() -> None:
    assert GEHEIM.encode() not in kluis.versleutel(GEHEIM, "a.bsn")


def test_a_value_moved_to_another_field_cannot_be_read() -> None:
    with pytest.raises(Domeinfout, match="kan niet worden gelezen"):
        kluis.ontsleutel(kluis.versleutel(GEHEIM, "a.bsn"), "b.bsn")


@pytest.mark.parametrize("plek", [0, 5, 12, 25, -1])
def test_a_value_that_was_tampered_with_cannot_be_read(plek: int) -> None:
    vervalst = bytearray(kluis.versleutel(GEHEIM, "a.bsn"))
    vervalst[plek] ^= 1
    with pytest.raises(Domeinfout):
        kluis.ontsleutel(bytes(vervalst), "a.bsn")


@pytest.mark.parametrize("rommel", [b"", b"\x01", b"\x02" * 60])
def test_rubbish_gives_a_sentence(rommel: bytes) -> None:
    with pytest.raises(Domeinfout, match="kan niet worden gelezen"):
        kluis.ontsleutel(rommel, "a.bsn")


def test_the_database_alone_is_not_enough(sleutels: Path) -> None:
    """A stolen dump holds the wrapped data key and the ciphertext, but not the master key."""
    geheim = kluis.versleutel(GEHEIM, "a.bsn")
    (sleutels / "hoofd-1.sleutel").unlink()
    kluis.vergeet_geheugen()
    with pytest.raises(Domeinfout, match="kan niet worden gelezen"):
        kluis.ontsleutel(geheim, "a.bsn")


def test_a_new_master_key_leaves_old_values_readable(sleutels: Path) -> None:
    geheim = kluis.versleutel(GEHEIM, "a.bsn")
    assert kluis.vervang_hoofdsleutel("hoofd-2") == 1
    (sleutels / "hoofd-1.sleutel").unlink()
    kluis.vergeet_geheugen()
    assert kluis.ontsleutel(geheim, "a.bsn") == GEHEIM


def test_the_keys_lie_outside_the_data_folder(settings: pytest.FixtureRequest) -> None:
    from samendoen.site import settings as echt

    assert not echt.SAMENDOEN_SLEUTELS.is_relative_to(echt.SAMENDOEN_HOME)


def test_the_blind_index_finds_the_same_value_and_no_other() -> None:
    assert kluis.blinde_index(GEHEIM, "a") == kluis.blinde_index(GEHEIM, "a")
    assert (
        len({kluis.blinde_index(GEHEIM, "a"), kluis.blinde_index(GEHEIM, "b"), kluis.blinde_index("x", "a")})
        == 3
    )


def test_the_blind_index_hangs_on_its_own_key(sleutels: Path) -> None:
    eerst = kluis.blinde_index(GEHEIM, "a")
    (sleutels / "index.sleutel").unlink()
    assert kluis.blinde_index(GEHEIM, "a") != eerst


def test_an_encrypted_field_is_plain_in_python_and_closed_in_the_database() -> None:
    """On a table of this test alone, as a context would declare it."""
    from tests.integration.kernel.proefmodel import Geheim

    with connection.schema_editor() as bouwer:
        bouwer.create_model(Geheim)
    rij = Geheim.objects.create(bsn=GEHEIM, bsn_index=kluis.blinde_index(GEHEIM, "proef"))
    assert Geheim.objects.get(bsn_index=kluis.blinde_index(GEHEIM, "proef")).bsn == GEHEIM
    with connection.cursor() as cursor:
        cursor.execute("SELECT bsn FROM proef_geheim")
        [rauw] = cursor.fetchone()
    assert GEHEIM.encode() not in bytes(rauw)
    rij.bsn = None
    rij.save()
    assert Geheim.objects.get().bsn is None


def test_a_missing_data_key_gives_a_sentence() -> None:
    geheim = kluis.versleutel(GEHEIM, "a.bsn")
    with schrijft("kernel"):
        Gegevenssleutel.objects.all().delete()
    kluis.vergeet_geheugen()
    with pytest.raises(Domeinfout):
        kluis.ontsleutel(geheim, "a.bsn")
