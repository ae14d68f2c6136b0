"""What docs/architectuur.md draws is what the code says."""

from gereedschap.architectuur import BESTAND, DELEN, bijgewerkt


def test_the_generated_parts_are_up_to_date() -> None:
    """Otherwise: .venv/bin/python -m gereedschap.architectuur"""
    tekst = BESTAND.read_text()
    assert bijgewerkt(tekst) == tekst


def test_every_part_says_something() -> None:
    assert all(len(maak().splitlines()) > 5 for maak in DELEN.values())
