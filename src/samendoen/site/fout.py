"""Errors of running the system, for whoever installs or operates it. No Django: settings raise them too."""


class Bedrijfsfout(Exception):
    """The installation cannot do this.

    `fout` is a short stable code, `toelichting` says what is wrong, `doe` what to do about it.
    """

    def __init__(self, fout: str, toelichting: str, doe: str) -> None:
        super().__init__(toelichting)
        self.fout = fout
        self.toelichting = toelichting
        self.doe = doe
