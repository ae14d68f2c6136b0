"""The term engine: suspensions, postponement, explanation, warnings and refusals."""

from datetime import UTC, date, datetime

import pytest

from samendoen.recht.api import Grond, Rechtsfout, Schorsing, Termijn, bereken, geef_soort

START = date(2025, 2, 3)  # a Monday; eight weeks later is Monday 31 March 2025


def aanvraag(*schorsingen: Schorsing, peildatum: date | None = None) -> Termijn:
    return bereken("awb-beslistermijn", START, schorsingen, peildatum=peildatum)


def fout_van(wat: object) -> str:
    assert isinstance(wat, Rechtsfout)
    assert wat.toelichting.endswith((".", "?"))
    assert wat.doe.endswith((".", "?"))
    return wat.fout


class TestSchorsing:
    def test_the_days_of_invitation_and_supplement_are_not_suspended(self) -> None:
        assert Schorsing(date(2025, 2, 13), date(2025, 2, 27)).dagen() == (
            date(2025, 2, 14),
            date(2025, 2, 26),
        )

    def test_with_consent_both_days_are_suspended(self) -> None:
        instemming = Schorsing(date(2025, 3, 3), date(2025, 3, 9), Grond.INSTEMMING)
        termijn = aanvraag(instemming)
        assert termijn.einde == date(2025, 4, 7)  # seven days
        assert "Awb art. 4:15 lid 2 onder a" in {stap.grondslag for stap in termijn.stappen}

    @pytest.mark.parametrize("grond", [Grond.VERTRAGING, Grond.OVERMACHT])
    def test_delay_and_force_majeure_count_both_days(self, grond: Grond) -> None:
        assert aanvraag(Schorsing(date(2025, 3, 3), date(2025, 3, 3), grond)).einde == date(2025, 4, 1)

    def test_a_supplement_before_the_invitation_is_refused(self) -> None:
        with pytest.raises(Rechtsfout) as fout:
            Schorsing(date(2025, 2, 27), date(2025, 2, 13))
        assert fout_van(fout.value) == "schorsing-omgekeerd"

    def test_one_that_begins_after_the_last_day_warns(self) -> None:
        termijn = aanvraag(Schorsing(date(2025, 3, 31), date(2025, 4, 10)))
        assert len(termijn.waarschuwingen) == 1
        assert "begint na de laatste dag" in termijn.waarschuwingen[0]

    def test_one_before_the_start_warns(self) -> None:
        termijn = aanvraag(Schorsing(date(2025, 1, 20), date(2025, 1, 27)))
        assert "vóór het begin" in termijn.waarschuwingen[0]

    def test_one_in_time_does_not_warn(self) -> None:
        assert aanvraag(Schorsing(date(2025, 2, 13), date(2025, 2, 27))).waarschuwingen == ()

    def test_one_that_still_runs_warns_that_the_last_day_moves_on(self) -> None:
        termijn = aanvraag(Schorsing(date(2025, 2, 13), None))
        assert termijn.einde == date(2025, 3, 31)
        assert "schuift elke dag een dag op" in termijn.waarschuwingen[0]
        assert "0 dagen" in termijn.waarschuwingen[0]

    def test_one_that_still_runs_counts_up_to_and_including_the_reference_date(self) -> None:
        termijn = aanvraag(Schorsing(date(2025, 2, 13), None), peildatum=date(2025, 2, 20))
        assert termijn.einde == date(2025, 4, 7)  # 14-20 February = 7 days
        assert "7 dagen" in termijn.waarschuwingen[0]

    def test_one_that_began_in_the_stretch_of_a_weekend_and_still_runs_warns(self) -> None:
        lopend = Schorsing(
            date(2025, 3, 29), None
        )  # the term of 1 February ends Sat 29, runs through Mon 31 March
        termijn = bereken("awb-beslistermijn", date(2025, 2, 1), [lopend])
        assert "loopt nog" in termijn.waarschuwingen[0]

    def test_the_investigation_of_six_weeks_cannot_be_suspended(self) -> None:
        with pytest.raises(Rechtsfout) as fout:
            bereken("wmo-onderzoek", START, [Schorsing(date(2025, 2, 13), date(2025, 2, 27))])
        assert fout_van(fout.value) == "schorsing-kan-niet"

    def test_a_ground_the_law_does_not_know_for_this_term_is_refused(self) -> None:
        with pytest.raises(Rechtsfout, match="aanvulling, instemming"):
            bereken("beslissing-op-bezwaar", START, [Schorsing(START, date(2025, 4, 1), Grond.OVERMACHT)])

    def test_repair_of_an_objection_names_its_own_article(self) -> None:
        termijn = bereken(
            "beslissing-op-bezwaar", date(2025, 4, 14), [Schorsing(date(2025, 6, 2), date(2025, 6, 10))]
        )
        assert "Awb art. 7:10 lid 2" in {stap.grondslag for stap in termijn.stappen}


class TestVerdaging:
    @pytest.mark.parametrize(
        ("soort", "hoogstens"),
        [
            ("beslissing-op-bezwaar", 42),
            ("beslissing-op-bezwaar-commissie", 42),
            ("klacht", 28),
            ("klacht-commissie", 28),
        ],
    )
    def test_the_maximum_is_allowed_and_a_day_more_is_not(self, soort: str, hoogstens: int) -> None:
        assert bereken(soort, START, verdaging_dagen=hoogstens).einde > bereken(soort, START).einde
        with pytest.raises(Rechtsfout) as fout:
            bereken(soort, START, verdaging_dagen=hoogstens + 1)
        assert fout_van(fout.value) == "verdaging-te-lang"

    def test_a_reasonable_term_has_no_maximum_but_a_warning(self) -> None:
        assert "redelijk" in bereken("awb-beslistermijn", START, verdaging_dagen=14).waarschuwingen[0]

    @pytest.mark.parametrize(
        "soort", ["wmo-onderzoek", "wmo-besluit", "bezwaar", "istandaard-retour", "bewaren-wmo"]
    )
    def test_other_terms_cannot_be_postponed(self, soort: str) -> None:
        with pytest.raises(Rechtsfout) as fout:
            bereken(soort, START, verdaging_dagen=7)
        assert fout_van(fout.value) == "verdaging-kan-niet"

    @pytest.mark.parametrize(("dagen", "code"), [(-1, "verdaging-negatief"), (10**12, "verdaging-te-lang")])
    def test_nonsense_is_refused(self, dagen: int, code: str) -> None:
        with pytest.raises(Rechtsfout) as fout:
            bereken("awb-beslistermijn", START, verdaging_dagen=dagen)
        assert fout_van(fout.value) == code

    def test_a_suspension_within_the_postponed_term_counts(self) -> None:
        # 7 July + 42 = 18 August; standing still 2-11 August = 10 days: 28 August, Thursday
        schorsing = Schorsing(date(2025, 8, 1), date(2025, 8, 12))
        assert bereken("beslissing-op-bezwaar", date(2025, 4, 14), [schorsing], 42).einde == date(2025, 8, 28)


class TestUitleg:
    def test_the_worked_example_reads_as_a_story(self) -> None:
        termijn = bereken("wmo-onderzoek", date(2025, 3, 10))
        assert [(stap.datum.isoformat(), stap.wat, stap.grondslag) for stap in termijn.stappen] == [
            (
                "2025-03-10",
                "Op maandag 10 maart 2025 is de melding ontvangen. Die dag telt zelf niet mee.",
                "Wmo 2015 art. 2.3.2 lid 1",
            ),
            (
                "2025-04-21",
                "De termijn is 6 weken: tot en met maandag 21 april 2025.",
                "Wmo 2015 art. 2.3.2 lid 1",
            ),
            (
                "2025-04-21",
                "Maandag 21 april 2025 is tweede paasdag en kan niet de laatste dag zijn.",
                "Atw art. 3 lid 1",
            ),
            ("2025-04-22", "De termijn loopt door tot en met dinsdag 22 april 2025.", "Atw art. 1 lid 1"),
            (
                "2025-04-22",
                "De laatste dag is dinsdag 22 april 2025: uiterlijk dan moet het onderzoek klaar zijn.",
                "Wmo 2015 art. 2.3.2 lid 1",
            ),
        ]

    def test_each_suspension_is_told_with_its_days(self) -> None:
        stappen = aanvraag(Schorsing(date(2025, 2, 13), date(2025, 2, 27))).stappen
        zin = next(stap for stap in stappen if stap.grondslag == "Awb art. 4:15 lid 1")
        assert "vrijdag 14 februari 2025 tot en met woensdag 26 februari 2025" in zin.wat
        assert "13 dagen erbij" in zin.wat
        assert zin.datum == date(2025, 4, 13)

    def test_a_doubled_suspension_is_told_to_add_nothing(self) -> None:
        dubbel = Schorsing(date(2025, 2, 13), date(2025, 2, 27))
        assert any("geen enkele (nieuwe) dag" in stap.wat for stap in aanvraag(dubbel, dubbel).stappen)

    def test_working_days_tell_which_holidays_they_skip(self) -> None:
        stappen = bereken("istandaard-retour", date(2025, 4, 16)).stappen
        assert [stap.datum for stap in stappen if "geen werkdag" in stap.wat] == [
            date(2025, 4, 18),
            date(2025, 4, 21),
        ]

    def test_a_decision_on_objection_tells_the_objection_term_first(self) -> None:
        stappen = bereken("beslissing-op-bezwaar", date(2025, 4, 14)).stappen
        assert [stap.grondslag for stap in stappen[:3]] == ["Awb art. 6:7 en 6:8"] * 3
        assert stappen[-1].grondslag == "Awb art. 7:10 lid 1"

    def test_json_has_the_public_form(self) -> None:
        uit = bereken("bezwaar", date(2025, 4, 14)).als_json()
        assert list(uit) == ["soort", "start", "einde", "waarschuwingen", "stappen"]
        assert uit["soort"] == "bezwaar"
        assert uit["einde"] == "2025-05-26"


class TestWaarschuwing:
    def test_an_end_after_2028_warns(self) -> None:
        assert "2028" in bereken("wmo-onderzoek", date(2028, 11, 20)).waarschuwingen[0]  # 1 January 2029

    def test_an_end_in_2028_does_not_warn(self) -> None:
        assert bereken("wmo-onderzoek", date(2028, 11, 10)).waarschuwingen == ()  # 22 December 2028

    def test_an_end_moved_into_2029_warns(self) -> None:
        termijn = bereken(
            "wmo-onderzoek", date(2028, 11, 18)
        )  # Saturday 30 December, Monday 1 January, Tuesday
        assert termijn.einde == date(2029, 1, 2)
        assert len(termijn.waarschuwingen) == 1

    def test_an_end_before_2023_warns(self) -> None:
        assert "2023" in bereken("wmo-onderzoek", date(2021, 3, 1)).waarschuwingen[0]

    def test_retention_never_looks_at_holidays_and_never_warns(self) -> None:
        assert bereken("bewaren-jeugd", date(2025, 1, 1)).waarschuwingen == ()

    def test_the_same_warning_is_given_once(self) -> None:
        assert len(bereken("beslissing-op-bezwaar", date(2030, 1, 7)).waarschuwingen) == 1


class TestWeigering:
    @pytest.mark.parametrize("dag", [date.min, date.max, date(1979, 12, 31), date(2200, 1, 1)])
    def test_a_date_far_away_is_refused(self, dag: date) -> None:
        with pytest.raises(Rechtsfout) as fout:
            bereken("wmo-onderzoek", dag)
        assert fout_van(fout.value) == "datum-buiten-bereik"

    @pytest.mark.parametrize(("van", "tot"), [(date.min, START), (START, date.max), (date.max, None)])
    def test_a_suspension_far_away_is_refused(self, van: date, tot: date | None) -> None:
        with pytest.raises(Rechtsfout) as fout:
            Schorsing(van, tot)
        assert fout_van(fout.value) == "datum-buiten-bereik"

    def test_a_reference_date_far_away_is_refused(self) -> None:
        with pytest.raises(Rechtsfout, match="peildatum"):
            aanvraag(peildatum=date.max)

    @pytest.mark.parametrize("soort", ["wmo-onderzoek", "bewaren-jeugd", "beslissing-op-bezwaar-commissie"])
    @pytest.mark.parametrize("dag", [date(1980, 1, 1), date(2199, 12, 31)])
    def test_the_edges_of_the_range_still_work(self, soort: str, dag: date) -> None:
        assert bereken(soort, dag).einde > dag

    def test_a_moment_is_not_a_date(self) -> None:
        with pytest.raises(Rechtsfout) as fout:
            bereken("wmo-onderzoek", datetime(2025, 3, 10, 12, tzinfo=UTC))
        assert fout_van(fout.value) == "geen-datum"

    def test_an_unknown_kind_names_what_looks_like_it(self) -> None:
        with pytest.raises(Rechtsfout) as fout:
            geef_soort("wmo-onderzoekje")
        assert fout_van(fout.value) == "onbekende-soort"
        assert "wmo-onderzoek" in fout.value.doe

    def test_an_unknown_kind_that_looks_like_nothing_lists_all(self) -> None:
        with pytest.raises(Rechtsfout, match="istandaard-retour"):
            geef_soort("zzz")


def test_a_term_knows_what_is_left() -> None:
    termijn = bereken("bezwaar", date(2025, 4, 14))
    assert termijn.dagen_over(date(2025, 5, 14)) == 12
    assert not termijn.is_verstreken(date(2025, 5, 26))
    assert termijn.is_verstreken(date(2025, 5, 27))


def test_equal_questions_are_answered_from_memory() -> None:
    assert bereken("bezwaar", date(2025, 4, 14)) is bereken(geef_soort("bezwaar"), date(2025, 4, 14), [])
