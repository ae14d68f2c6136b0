"""A skipped test is a failed run: a test that does not run proves nothing.

The one exception is marked `schemas_niet_in_repo`. A test that is expected to fail counts as skipped.
"""

import pytest

TOEGESTAAN = "schemas_niet_in_repo"


class GeenSkips:
    """Remembers what was skipped and turns the run red at its end."""

    def __init__(self) -> None:
        self.overgeslagen: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a skipped test, unless its mark allows it."""
        if report.skipped and TOEGESTAAN not in report.keywords:
            self.overgeslagen[report.nodeid] = _reden(report.longrepr)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember a file that was skipped as a whole."""
        if report.skipped:
            self.overgeslagen[report.nodeid] = _reden(report.longrepr)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Fail the run."""
        if self.overgeslagen and exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print what was skipped."""
        if self.overgeslagen:
            terminalreporter.section("skipped tests are not allowed", red=True)
            for test, reden in self.overgeslagen.items():
                terminalreporter.line(f"{test}: {reden}")


def pytest_configure(config: pytest.Config) -> None:
    """Watch this run."""
    config.pluginmanager.register(GeenSkips(), "geen_skips")


def _reden(weergave: object) -> str:
    return str(weergave[2]) if isinstance(weergave, tuple) else str(weergave or "")
