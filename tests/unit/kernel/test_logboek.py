"""Logs and traces: that something went wrong and where, never what a resident said."""

import logging

import pytest

from samendoen.kernel.logboek import stel_in
from samendoen.kernel.spoor import spoor

KANARIE = "Kanarievogeltje-7413"


def breek() -> None:
    try:
        raise KeyError(KANARIE)
    except KeyError as fout:
        raise ValueError(f"onleesbaar: {KANARIE}") from fout


def gevangen(fout: type[Exception] = ValueError) -> Exception:
    with pytest.raises(fout) as gevangen:
        breek()
    return gevangen.value


def test_a_trace_says_where_and_what_kind_and_no_value() -> None:
    tekst = spoor(gevangen())
    assert KANARIE not in tekst
    assert tekst.index("KeyError") < tekst.index("ValueError")
    assert "test_logboek.py" in tekst and "in breek" in tekst


def test_a_trace_of_a_group_names_what_is_in_it() -> None:
    tekst = spoor(ExceptionGroup(KANARIE, [gevangen(), OSError(KANARIE)]))
    assert KANARIE not in tekst
    assert "ExceptionGroup" in tekst and "KeyError" in tekst and "OSError" in tekst


def test_a_trace_without_end_ends() -> None:
    fout: Exception = ValueError()
    for _n in range(1000):
        volgende = ValueError()
        volgende.__cause__, fout = fout, volgende
    assert spoor(fout).count("ValueError") < 20


@pytest.mark.parametrize("logger", ["django.request", "procrastinate.worker", "een.bibliotheek"])
def test_whatever_logs_an_error_shows_no_value(logger: str, capsys: pytest.CaptureFixture[str]) -> None:
    stel_in()
    logging.getLogger(logger).error("%s op /pad/%s", KANARIE, KANARIE, exc_info=gevangen())
    uit = capsys.readouterr()
    assert KANARIE not in uit.out + uit.err
    assert f"ERROR {logger}" in uit.err and "ValueError" in uit.err and "in breek" in uit.err
