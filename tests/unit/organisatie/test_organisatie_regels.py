"""Who may decide what, who may report whom absent, and when a registration warns."""

from datetime import date, timedelta

import pytest
from django.forms import ValidationError

from samendoen.organisatie.rules import (
    Bevoegdheid,
    Mandaatwaarde,
    Reden,
    Registratiestand,
    Uitkomst,
    mag_afwezigheid_melden,
    mag_besluiten,
    mag_vervangen,
    registratiestand,
)
from samendoen.organisatie.web.forms import BedragVeld

DAG = date(2024, 6, 3)
WMO = frozenset({"wmo"})
TOT_1500 = Mandaatwaarde(Bevoegdheid.BESLUIT, WMO, 150_000)
TOT_5000 = Mandaatwaarde(Bevoegdheid.BESLUIT, WMO, 500_000)
SAMEN = Mandaatwaarde(Bevoegdheid.BESLUIT, WMO, None, tweede_handtekening=True)
ONBEPERKT = Mandaatwaarde(Bevoegdheid.BESLUIT, WMO)
ADVIES = Mandaatwaarde(Bevoegdheid.ADVISEERT, WMO)


@pytest.mark.parametrize(
    ("mandaten", "bedrag", "uitkomst", "reden", "grens"),
    [
        ([], 1, Uitkomst.ALLEEN_ADVIES, Reden.GEEN_MANDAAT, None),
        ([ADVIES], 1, Uitkomst.ALLEEN_ADVIES, Reden.ADVISEERT, None),
        ([TOT_1500], 150_000, Uitkomst.BESLUIT, Reden.BINNEN_MANDAAT, 150_000),
        ([TOT_1500], 150_001, Uitkomst.ALLEEN_ADVIES, Reden.BOVEN_GRENS, 150_000),
        ([ADVIES, TOT_1500], 150_001, Uitkomst.ALLEEN_ADVIES, Reden.BOVEN_GRENS, 150_000),
        ([TOT_1500, TOT_5000], 200_000, Uitkomst.BESLUIT, Reden.BINNEN_MANDAAT, 500_000),
        ([TOT_5000, SAMEN], 500_000, Uitkomst.BESLUIT, Reden.BINNEN_MANDAAT, 500_000),
        ([TOT_5000, SAMEN], 500_001, Uitkomst.TWEEDE_HANDTEKENING, Reden.TWEEDE_NODIG, None),
        ([TOT_1500, ONBEPERKT], 10**12, Uitkomst.BESLUIT, Reden.ZONDER_GRENS, None),
    ],
)
def test_the_widest_mandate_that_covers_the_amount_counts(
    mandaten: list[Mandaatwaarde], bedrag: int, uitkomst: Uitkomst, reden: Reden, grens: int | None
) -> None:
    oordeel = mag_besluiten(mandaten, "wmo", bedrag, DAG)
    assert (oordeel.uitkomst, oordeel.reden, oordeel.grens_eurocent) == (uitkomst, reden, grens)


@pytest.mark.parametrize(
    ("van", "tot", "kader", "geldt"),
    [
        (None, None, "wmo", True),
        (None, None, "jeugd", False),
        (DAG, None, "wmo", True),
        (DAG + timedelta(days=1), None, "wmo", False),
        (None, DAG, "wmo", False),
        (None, DAG + timedelta(days=1), "wmo", True),
    ],
)
def test_a_mandate_counts_in_its_period_and_frame(
    van: date | None, tot: date | None, kader: str, geldt: bool
) -> None:
    mandaat = Mandaatwaarde(Bevoegdheid.BESLUIT, WMO, None, False, van, tot)
    assert (mag_besluiten([mandaat], kader, 1, DAG).uitkomst is Uitkomst.BESLUIT) == geldt


@pytest.mark.parametrize(
    ("zelf", "beheert", "leidt", "deelt_team", "mag"),
    [
        (True, False, False, False, True),
        (False, True, False, False, True),
        (False, False, True, True, True),
        (False, False, True, False, False),
        (False, False, False, True, False),
    ],
)
def test_who_may_report_an_absence(
    zelf: bool, beheert: bool, leidt: bool, deelt_team: bool, mag: bool
) -> None:
    assert mag_afwezigheid_melden(zelf=zelf, beheert=beheert, leidt=leidt, deelt_team=deelt_team) == mag


def test_only_leader_or_beheer_choose_a_substitute_from_elsewhere() -> None:
    assert mag_vervangen(zelf=True, vervanger_deelt_team=True)
    assert not mag_vervangen(zelf=True, vervanger_deelt_team=False)
    assert mag_vervangen(zelf=False, vervanger_deelt_team=False)


@pytest.mark.parametrize(
    ("geldig_tot", "stand"),
    [
        (None, Registratiestand.GEEN),
        (DAG, Registratiestand.VERLOPEN),
        (DAG + timedelta(days=1), Registratiestand.VERLOOPT),
        (DAG + timedelta(days=90), Registratiestand.VERLOOPT),
        (DAG + timedelta(days=91), Registratiestand.GELDIG),
    ],
)
def test_a_registration_warns_ninety_days_ahead(geldig_tot: date | None, stand: Registratiestand) -> None:
    assert registratiestand(geldig_tot, DAG) is stand


@pytest.mark.parametrize(
    ("tekst", "centen"),
    [
        ("15000", 1_500_000),
        ("15.000", 1_500_000),
        ("€ 1.250,50", 125_050),
        ("€\xa02.000.000", 200_000_000),
        ("75,-", 7_500),
        ("0,01", 1),
    ],
)
def test_an_amount_is_read_as_people_write_it(tekst: str, centen: int) -> None:
    assert BedragVeld().clean(tekst) == centen


@pytest.mark.parametrize("tekst", ["", "veel", "1.5", "15,000", "1,5", "-5", "1.00.000", "9" * 16])
def test_what_is_no_amount_gets_a_sentence(tekst: str) -> None:
    with pytest.raises(ValidationError):
        BedragVeld().clean(tekst)


def test_an_amount_that_may_stay_empty_is_nothing() -> None:
    assert BedragVeld(required=False).clean("") is None
