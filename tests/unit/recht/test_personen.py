"""Age, consent, BSN and other identifiers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.recht.api import (
    Rechtsfout,
    Verwijzer,
    Wie,
    bepaal_woonplaats,
    bereikt,
    eis_bsn,
    gemeentenaam,
    is_agb,
    is_bsn,
    is_cbs_code,
    is_minderjarig,
    is_postcode,
    is_toegestaan,
    kan_jeugdhulp,
    leeftijd,
    masker_bsn,
    normaliseer_postcode,
    perspectiefplan_vanaf,
    toestemming_nodig,
)
from samendoen.recht.jeugd import VERWIJSGRONDSLAG

OP = date(2025, 9, 1)


class TestLeeftijd:
    @pytest.mark.parametrize(
        ("geboren", "op", "jaren"),
        [
            (date(2007, 9, 1), OP, 18),
            (date(2007, 9, 2), OP, 17),
            (OP, OP, 0),
            (date(2008, 2, 29), date(2026, 2, 28), 17),
            (date(2008, 2, 29), date(2026, 3, 1), 18),
            (date(2008, 2, 29), date(2024, 2, 29), 16),
        ],
    )
    def test_age_in_whole_years(self, geboren: date, op: date, jaren: int) -> None:
        assert leeftijd(geboren, op) == jaren

    def test_nobody_has_an_age_before_birth(self) -> None:
        with pytest.raises(Rechtsfout, match="geboortedatum"):
            leeftijd(date(2025, 9, 2), OP)

    def test_a_minor_becomes_of_age_on_the_eighteenth_birthday(self) -> None:
        assert is_minderjarig(date(2007, 9, 2), OP)
        assert not is_minderjarig(date(2007, 9, 1), OP)

    @pytest.mark.parametrize(
        ("geboren", "dag"),
        [
            (date(2009, 3, 15), date(2025, 9, 15)),
            (date(2008, 8, 31), date(2025, 3, 1)),
            (date(2007, 8, 29), date(2024, 2, 29)),
        ],
    )
    def test_sixteen_and_a_half(self, geboren: date, dag: date) -> None:
        assert perspectiefplan_vanaf(geboren) == dag

    def test_a_negative_age_and_one_too_far_away_are_refused(self) -> None:
        with pytest.raises(Rechtsfout, match="negatief"):
            bereikt(OP, -1)
        with pytest.raises(Rechtsfout, match="te ver weg"):
            bereikt(OP, 9000)

    def test_an_age_reached_in_december_stays_in_december(self) -> None:
        assert bereikt(date(2007, 12, 31), 18) == date(2025, 12, 31)
        assert bereikt(date(2007, 6, 30), 16, 6) == date(2023, 12, 30)

    @given(st.dates(date(1920, 1, 1), date(2030, 1, 1)), st.integers(0, 120))
    def test_the_day_an_age_is_reached_is_the_first_day_of_that_age(self, geboren: date, jaren: int) -> None:
        dag = bereikt(geboren, jaren)
        assert leeftijd(geboren, dag) == jaren
        if jaren:
            assert leeftijd(geboren, date.fromordinal(dag.toordinal() - 1)) == jaren - 1


class TestToestemming:
    @pytest.mark.parametrize(
        ("geboren", "nodig"),
        [
            (date(2013, 9, 2), {Wie.OUDERS}),  # 11, the last day
            (date(2013, 9, 1), {Wie.OUDERS, Wie.JEUGDIGE}),  # 12 today
            (date(2009, 9, 2), {Wie.OUDERS, Wie.JEUGDIGE}),  # 15, the last day
            (date(2009, 9, 1), {Wie.JEUGDIGE}),  # 16 today
            (date(2004, 1, 1), {Wie.JEUGDIGE}),  # 21, continued help
        ],
    )
    def test_who_consents_goes_by_age(self, geboren: date, nodig: set[Wie]) -> None:
        assert toestemming_nodig(geboren, OP).nodig == nodig

    @pytest.mark.parametrize(
        ("geboren", "nodig"),
        [(2015, {Wie.OUDERS}), (2012, {Wie.OUDERS}), (2008, {Wie.OUDERS}), (2005, {Wie.VERTEGENWOORDIGER})],
    )
    def test_who_cannot_weigh_their_interests_is_represented(self, geboren: int, nodig: set[Wie]) -> None:
        assert toestemming_nodig(date(geboren, 1, 1), OP, wilsbekwaam=False).nodig == nodig

    def test_between_12_and_15_one_consent_is_not_enough(self) -> None:
        regel = toestemming_nodig(date(2012, 1, 1), OP)
        assert not is_toegestaan(regel, frozenset({Wie.OUDERS}))
        assert not is_toegestaan(regel, frozenset({Wie.JEUGDIGE}))
        assert is_toegestaan(regel, frozenset({Wie.OUDERS, Wie.JEUGDIGE}))


class TestJeugd:
    @pytest.mark.parametrize(
        ("geboren", "voortgezet", "kan"),
        [
            (date(2007, 9, 2), False, True),
            (date(2007, 9, 1), False, False),
            (date(2007, 9, 1), True, True),
            (date(2002, 9, 2), True, True),
            (date(2002, 9, 1), True, False),
        ],
    )
    def test_youth_help_ends_at_18_or_at_23_if_continued(
        self, geboren: date, voortgezet: bool, kan: bool
    ) -> None:
        assert kan_jeugdhulp(geboren, OP, voortgezet=voortgezet) is kan

    def test_with_residential_stay_the_municipality_before_it_is_responsible(self) -> None:
        assert bepaal_woonplaats("0356", verblijf=True, brp_voor_verblijf="0331").gemeente == "0331"
        assert bepaal_woonplaats("0356", verblijf=False, brp_voor_verblijf="0331").gemeente == "0356"
        assert bepaal_woonplaats("0356", verblijf=True).gemeente is None

    def test_every_referrer_has_an_article(self) -> None:
        assert set(VERWIJSGRONDSLAG) == set(Verwijzer)


class TestBsn:
    @pytest.mark.parametrize("bsn", ["111222333", "123456782", "999990019"])
    def test_valid(self, bsn: str) -> None:
        assert is_bsn(bsn)
        assert eis_bsn(f" {bsn[:3]}.{bsn[3:6]} {bsn[6:]}") == bsn

    @pytest.mark.parametrize(
        "bsn", ["111222334", "000000000", "", "11122233", "1112223330", "11122233a", "¹11222333", "٠12345678"]
    )
    def test_invalid(self, bsn: str) -> None:
        assert not is_bsn(bsn)
        with pytest.raises(Rechtsfout) as fout:
            eis_bsn(bsn)
        assert not bsn or bsn not in str(fout.value)

    @given(st.integers(0, 999_999_999), st.integers(0, 8), st.integers(1, 9))
    def test_one_wrong_digit_is_always_noticed(self, getal: int, plaats: int, erbij: int) -> None:
        bsn = f"{getal:09d}"
        cijfer = (int(bsn[plaats]) + erbij) % 10
        anders = f"{bsn[:plaats]}{cijfer}{bsn[plaats + 1 :]}"
        assert not (is_bsn(bsn) and is_bsn(anders))

    def test_the_mask_shows_three_digits(self) -> None:
        assert masker_bsn("111222333") == "******333"
        assert masker_bsn("12") == "*********"


class TestIdentificaties:
    @pytest.mark.parametrize(
        ("code", "goed"), [("12345678", True), ("1234567", False), ("1234567a", False), ("123456789", False)]
    )
    def test_agb(self, code: str, goed: bool) -> None:
        assert is_agb(code) is goed

    @pytest.mark.parametrize("postcode", ["4141 AA", "4141AA", "9999 ZZ"])
    def test_postcodes(self, postcode: str) -> None:
        assert is_postcode(postcode)

    @pytest.mark.parametrize(
        "postcode", ["0141 AA", "4141 SA", "4141SD", "4141 SS", "4141 A", "4141  AA", "4141 aa", "4141 AA\n"]
    )
    def test_no_postcodes(self, postcode: str) -> None:
        assert not is_postcode(postcode)

    def test_a_typed_postcode_is_tidied(self) -> None:
        assert normaliseer_postcode(" 4141aa ") == "4141 AA"
        with pytest.raises(Rechtsfout, match="postcode"):
            normaliseer_postcode("4141 SS")

    def test_municipality_codes_are_strings(self) -> None:
        assert gemeentenaam("0321") == "Houten"
        assert gemeentenaam("1961") == "Vijfheerenlanden"
        assert is_cbs_code("0321")
        assert not is_cbs_code("321")
        with pytest.raises(Rechtsfout, match="321"):
            gemeentenaam("321")
