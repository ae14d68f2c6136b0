"""Text blocks are data: every file fits, every product is known, and nothing stands there twice."""

import pytest

from samendoen.besluiten.definities import catalogus
from samendoen.besluiten.definities.tekstblokken import MAP, Blokveld, tekstblokken, voeg_in
from samendoen.kernel.definities import definitie_pad
from samendoen.organisatie.api import ALGEMEEN

BESTANDEN = sorted(pad.stem for pad in definitie_pad(MAP).glob("*.toml"))
BLOK = tekstblokken(ALGEMEEN).blok[0]


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_file_fits_its_schema_and_names_products_that_exist(naam: str) -> None:
    bekend = {product.code for product in catalogus("1961")[0].product}
    blokken = tekstblokken(naam).blok
    assert {code for blok in blokken for code in blok.product} <= bekend


def test_every_field_of_a_decision_has_a_block_under_both_laws() -> None:
    for wet in ("wmo", "jeugd"):
        passend = {blok.veld for blok in tekstblokken(ALGEMEEN).blok if blok.past(wet, "onbekend")}
        assert passend == set(Blokveld)


def test_a_block_comes_below_what_was_written_and_not_twice() -> None:
    assert voeg_in("", BLOK) == BLOK.tekst
    samen = voeg_in("Eigen woorden.\n", BLOK)
    assert samen == f"Eigen woorden.\n\n{BLOK.tekst}"
    assert voeg_in(samen, BLOK) == samen
