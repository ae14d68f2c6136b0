"""Small facts, written and counted by hand: the same row twice, ties, gaps, years without anything."""

from pathlib import Path

from tests.unit.cijfers.geteld import geld, plannen, voordeur

FEITEN = {pad.stem: pad.read_text() for pad in sorted(Path(__file__).parent.glob("*.txt"))}
VERWACHT = {**voordeur.VERWACHT, **plannen.VERWACHT, **geld.VERWACHT}
