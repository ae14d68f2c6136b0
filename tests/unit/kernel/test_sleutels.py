"""Keys are made once, kept closed, and never replaced by accident."""

import subprocess
import sys
import time
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
    vraag = (
        "import sys; from pathlib import Path; from samendoen.kernel.sleutels import sleutel; "
        "sys.stdin.read(1); print(sleutel(Path(sys.argv[1]), 'samen').hex())"
    )
    vragers = [
        subprocess.Popen(
            [sys.executable, "-c", vraag, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    time.sleep(1)  # all of them stand ready; then all may go
    for vrager in vragers:
        assert vrager.stdin
        vrager.stdin.write("!")
        vrager.stdin.flush()
    assert len({vrager.communicate(timeout=30)[0] for vrager in vragers}) == 1
    assert len(list(tmp_path.iterdir())) == 1
