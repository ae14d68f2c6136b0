"""Meldcode, debt signals, Wmo rules and absence from school."""

from datetime import date
from fractions import Fraction

import pytest

from samendoen.recht.api import (
    WEEGVRAGEN,
    Besluit,
    Dreiging,
    Gegevensbron,
    Match,
    Rechtsfout,
    Signaal,
    Vordering,
    aanvraag_mogelijk,
    bepaal_match,
    eerste_gesprek,
    ervaringsonderzoek_uiterlijk,
    mag_hergebruiken,
    melden_vanaf,
    weeg,
)
from samendoen.recht.meldcode import STAPPEN

VEILIG = {
    "vermoeden": True,
    "onveilig": False,
    "hulp_mogelijk": True,
    "hulp_aanvaard": True,
    "resultaat": True,
}


class TestMeldcode:
    def test_five_steps_and_five_questions(self) -> None:
        assert (len(STAPPEN), len(WEEGVRAGEN)) == (5, 5)

    @pytest.mark.parametrize(
        ("antwoord", "besluit"),
        [
            ({}, Besluit.HULP),
            ({"vermoeden": False}, Besluit.AFSLUITEN),
            ({"onveilig": True}, Besluit.MELDEN),
            ({"hulp_mogelijk": False}, Besluit.MELDEN),
            ({"hulp_aanvaard": False}, Besluit.MELDEN),
            ({"resultaat": False}, Besluit.MELDEN),
        ],
    )
    def test_one_answer_decides(self, antwoord: dict[str, bool], besluit: Besluit) -> None:
        weging = weeg(VEILIG | antwoord)
        assert weging.besluit is besluit
        assert (weging.door.sleutel if weging.door else None) == next(iter(antwoord), None)

    def test_without_suspicion_the_rest_is_not_asked(self) -> None:
        assert weeg({"vermoeden": False, "onveilig": True}).besluit is Besluit.AFSLUITEN

    def test_unsafety_is_reported_before_the_other_questions_are_answered(self) -> None:
        assert weeg({"vermoeden": True, "onveilig": True}).besluit is Besluit.MELDEN

    def test_an_open_question_decides_nothing(self) -> None:
        with pytest.raises(Rechtsfout) as fout:
            weeg({"vermoeden": True})
        assert fout.value.fout == "weegvraag-open"

    def test_an_unknown_question_is_refused(self) -> None:
        with pytest.raises(Rechtsfout, match="onveiligheid"):
            weeg(VEILIG | {"onveiligheid": True})


class TestSchulden:
    HUUR = Signaal("woningstichting", Vordering.HUUR, date(2025, 9, 1), "p1", "a1")

    @pytest.mark.parametrize(
        ("ander", "match"),
        [
            (Signaal("energiebedrijf", Vordering.ENERGIE, date(2025, 9, 20), "p1", None), Match.MEERVOUDIG),
            (Signaal("energiebedrijf", Vordering.ENERGIE, date(2025, 8, 2), "p2", "a1"), Match.MEERVOUDIG),
            (Signaal("energiebedrijf", Vordering.ENERGIE, date(2025, 10, 1), "p1", "a1"), Match.MEERVOUDIG),
            (Signaal("energiebedrijf", Vordering.ENERGIE, date(2025, 10, 2), "p1", "a1"), Match.ENKELVOUDIG),
            (Signaal("woningstichting", Vordering.WATER, date(2025, 9, 2), "p1", "a1"), Match.ENKELVOUDIG),
            (Signaal("energiebedrijf", Vordering.ENERGIE, date(2025, 9, 2), "p2", "a2"), Match.ENKELVOUDIG),
        ],
        ids=["person", "address", "last day", "too late", "same creditor", "somebody else"],
    )
    def test_two_creditors_within_thirty_days_are_a_multiple_match(
        self, ander: Signaal, match: Match
    ) -> None:
        assert bepaal_match(self.HUUR, [ander], 30) is match

    def test_alone_it_is_a_single_match(self) -> None:
        assert bepaal_match(self.HUUR, [self.HUUR], 30) is Match.ENKELVOUDIG

    def test_what_is_unknown_matches_nothing(self) -> None:
        een = Signaal("a", Vordering.HUUR, date(2025, 9, 1), None, None)
        ander = Signaal("b", Vordering.HUUR, date(2025, 9, 1), None, None)
        assert bepaal_match(een, [ander], 30) is Match.ENKELVOUDIG

    def test_a_negative_window_is_refused(self) -> None:
        with pytest.raises(Rechtsfout, match="venster"):
            bepaal_match(self.HUUR, [], -1)

    def test_a_threat_brings_the_conversation_forward(self) -> None:
        assert eerste_gesprek(date(2025, 9, 1)).einde == date(2025, 9, 29)
        assert eerste_gesprek(date(2025, 9, 1), Dreiging.ONTRUIMING).einde == date(2025, 9, 4)


class TestWmo:
    def test_an_application_waits_for_the_investigation(self) -> None:
        melding = date(2025, 3, 10)  # six weeks end on Tuesday 22 April
        assert not aanvraag_mogelijk(melding, date(2025, 4, 1))
        assert aanvraag_mogelijk(melding, date(2025, 4, 1), onderzoek_afgerond=date(2025, 4, 1))
        assert not aanvraag_mogelijk(melding, date(2025, 4, 1), onderzoek_afgerond=date(2025, 4, 2))

    def test_unless_the_six_weeks_have_passed(self) -> None:
        assert not aanvraag_mogelijk(date(2025, 3, 10), date(2025, 4, 22))
        assert aanvraag_mogelijk(date(2025, 3, 10), date(2025, 4, 23))

    def test_the_survey_is_out_before_july(self) -> None:
        assert ervaringsonderzoek_uiterlijk(2025) == date(2025, 6, 30)

    @pytest.mark.parametrize("bron", list(Gegevensbron))
    def test_data_of_other_laws_need_explicit_consent(self, bron: Gegevensbron) -> None:
        assert mag_hergebruiken(bron, uitdrukkelijke_toestemming=True)
        assert mag_hergebruiken(bron, uitdrukkelijke_toestemming=False) is (bron is Gegevensbron.WMO)


class TestLeerplicht:
    def test_sixteen_hours_in_four_weeks_are_reported(self) -> None:
        verzuim = [(date(2025, 9, 1), 8), (date(2025, 9, 28), 8)]
        assert melden_vanaf(verzuim) == date(2025, 9, 28)

    def test_a_day_later_the_first_hours_are_outside_the_window(self) -> None:
        assert melden_vanaf([(date(2025, 9, 1), 8), (date(2025, 9, 29), 8)]) is None

    def test_the_order_does_not_matter_and_half_hours_count(self) -> None:
        verzuim: list[tuple[date, int | Fraction]] = [
            (date(2025, 9, 5), Fraction(1, 2)),
            (date(2025, 9, 3), Fraction(15, 2)),
            (date(2025, 9, 4), 8),
        ]
        assert melden_vanaf(verzuim) == date(2025, 9, 5)

    def test_no_absence_no_report(self) -> None:
        assert melden_vanaf([]) is None
