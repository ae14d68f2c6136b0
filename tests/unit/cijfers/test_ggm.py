"""The mapping to the GGM: the names are those of the standard, and nothing of a fact is left out in silence.

The standard itself is no part of the repository. SAMENDOEN_GGM_MAP names a folder with its SQL; then every
table is held against that too. Without it, against a hash of what was compared with version 2.5.1.
"""

import hashlib
import os
import re
from pathlib import Path

from samendoen.cijfers.definities import ggm
from samendoen.kernel import stekkers

# Of the names and types in definities/ggm/tabellen.toml, as they were compared with the SQL of GGM 2.5.1.
VERGELEKEN = "5915e0fb1c1c1d95ae729ad18016fb6a47ed00649ec11e06ea2dbc183c2b394c"
ALLEEN_IN_WOORDEN = {"TEAM"}


def van_ons() -> dict[str, tuple[str, ...]]:
    """Return our tables of the standard."""
    return {tabel.naam: tabel.kolommen for tabel in ggm.tabellen().tabel}


def van_de_standaard(map_: Path) -> dict[str, list[tuple[str, ...]]]:
    """Return per table how each diagram of the standard has it."""
    uit: dict[str, list[tuple[str, ...]]] = {}
    for pad in sorted(map_.glob("*.sql")):
        for naam, regels in re.findall(r"CREATE TABLE (\w+) \(\n(.*?)\n\);", pad.read_text(), re.S):
            kolommen = (
                regel.strip().rstrip(",").removesuffix(" PRIMARY KEY") for regel in regels.splitlines()
            )
            uit.setdefault(naam, []).append(tuple(kolommen))
    return uit


def test_the_tables_are_those_of_the_standard() -> None:
    regels = "".join(f"{naam}: {'; '.join(kolommen)}\n" for naam, kolommen in van_ons().items())
    assert hashlib.sha256(regels.encode()).hexdigest() == VERGELEKEN
    map_ = os.environ.get("SAMENDOEN_GGM_MAP")
    standaard = van_de_standaard(Path(map_)) if map_ else {naam: [k] for naam, k in van_ons().items()}
    anders = [naam for naam, k in van_ons().items() if k not in standaard.get(naam, [])]
    assert set(anders) <= ALLEEN_IN_WOORDEN


def test_every_column_of_a_mapped_fact_has_a_place_or_a_reason() -> None:
    afbeelding = ggm.afbeelding()
    for feit in afbeelding.feiten:
        soort = stekkers.feit.geef(feit)
        assert soort is not None
        geplaatst = {naam for v in afbeelding.vulling if v.feit == feit for naam in v.gebruikt()}
        weg = [naam for z in afbeelding.zonder_plaats if z.feit == feit for naam in z.kolommen]
        assert sorted([*geplaatst, *weg]) == sorted(kolom.naam for kolom in soort.kolommen), feit


def test_what_is_referred_to_comes_first() -> None:
    volgorde = list(van_ons())
    for vulling in ggm.afbeelding().vulling:
        for bron in vulling.kolommen.values():
            for doel in (bron.in_, bron.naar):
                assert doel is None or volgorde.index(doel) < volgorde.index(vulling.tabel)
