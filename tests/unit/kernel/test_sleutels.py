"""Keys are made once, kept closed, and never replaced by accident."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from samendoen.kernel.sleutels import Sleutelfout, sleutel


def test_a_key_stays_the_same(tmp_path: Path) -> None:
    assert sleutel(tmp_path / "s", "hoofd") == sleutel(tmp_path / "s", "hoofd")
    assert len(sleutel(tmp_path / "s", "hoofd")) == 32


def test_two_names_are_two_keys(tmp_path: Path) -> None:
    assert sleutel(tmp_path, "a") != sleutel(tmp_path, "b")


def test_only_the_owner_may_read_a_key(tmp_path: Path) -> None:
    sleutel(tmp_path, "a")
    pad = tmp_path / "a.sleutel"
    assert pad.stat().st_mode & 0o077 == 0
    pad.chmod(0o644)
    with pytest.raises(Sleutelfout, match="chmod 600"):
        sleutel(tmp_path, "a")


def test_a_damaged_key_is_refused_and_left_alone(tmp_path: Path) -> None:
    sleutel(tmp_path, "a")
    pad = tmp_path / "a.sleutel"
    pad.write_bytes(b"kort")
    with pytest.raises(Sleutelfout, match="4 bytes in plaats van 32"):
        sleutel(tmp_path, "a")
    assert pad.read_bytes() == b"kort"


def test_processes_that_ask_at_the_same_moment_get_one_key(tmp_path: Path) -> None:
    with get_context("spawn").Pool(4) as pool:
        gekregen = pool.starmap(sleutel, [(tmp_path, "samen")] * 16)
    assert len(set(gekregen)) == 1
