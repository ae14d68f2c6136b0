"""The one error of this package: a question the law, or our knowledge of it, cannot answer."""

from __future__ import annotations


class Rechtsfout(ValueError):
    """A refusal a user can act on, in Dutch.

    `fout` is a short stable code for machines, `toelichting` says what is wrong, `doe` what to do.
    """

    def __init__(self, fout: str, toelichting: str, doe: str) -> None:
        super().__init__(fout, toelichting, doe)
        self.fout = fout
        self.toelichting = toelichting
        self.doe = doe

    def __str__(self) -> str:
        return f"{self.toelichting} {self.doe}"

    def als_json(self) -> dict[str, str]:
        """Return the error in the form the commands print it."""
        return {"fout": self.fout, "toelichting": self.toelichting, "doe": self.doe}
