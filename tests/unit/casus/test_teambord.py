"""How much somebody carries, and the caseload as data."""

import json
import tomllib
from decimal import Decimal

import pytest
from pydantic import ValidationError

from samendoen.casus.definities import Caseload, caseloaddefinitie
from samendoen.casus.rules import Ruimte, draagkracht, ruimte
from samendoen.kernel.definities import definitie_pad


def test_who_works_less_carries_less_and_of_whom_we_do_not_know_counts_a_full_week() -> None:
    vol = Decimal(18)
    assert draagkracht(Decimal(24), 36, vol) == 12
    assert draagkracht(None, 36, vol) == vol


@pytest.mark.parametrize(
    ("punten", "stand"),
    [("0", Ruimte.RUIMTE), ("15", Ruimte.RUIMTE), ("15.5", Ruimte.BIJNA_VOL), ("18", Ruimte.VOL)],
)
def test_there_is_room_until_it_is_nearly_full(punten: str, stand: Ruimte) -> None:
    assert ruimte(Decimal(punten), Decimal(18), 85) is stand


def test_every_definition_gives_a_weight_to_what_nobody_judged() -> None:
    for pad in definitie_pad("caseload").glob("*.toml"):
        definitie = caseloaddefinitie(pad.stem)
        assert definitie.van("").standaard
        assert definitie.van("bestaat_niet_meer").standaard


def test_the_schema_asks_one_standard_and_weights_above_nothing() -> None:
    gewoon = tomllib.loads(definitie_pad("caseload", "algemeen.toml").read_text())
    licht, midden, zwaar = gewoon["intensiteit"]
    for lijst in ([licht, zwaar], [midden, midden], [midden, zwaar | {"gewicht": 0}]):
        with pytest.raises(ValidationError):
            Caseload.model_validate_json(json.dumps(gewoon | {"intensiteit": lijst}))
