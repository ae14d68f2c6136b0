"""Domain errors: a sentence a user can act on."""

from django.core.exceptions import PermissionDenied
from django.http import Http404


class Domeinfout(Exception):
    """Something that cannot be done; nothing has changed.

    `fout` is a short stable code, `toelichting` says what is wrong, `doe` says what to do.
    `veld` names the form field it belongs to, if any.
    """

    def __init__(self, fout: str, toelichting: str, doe: str = "", *, veld: str | None = None) -> None:
        super().__init__(toelichting)
        self.fout = fout
        self.toelichting = toelichting
        self.doe = doe
        self.veld = veld

    def als_json(self) -> dict[str, str]:
        """Return the error as the commands print it (contract 09)."""
        return {"fout": self.fout, "toelichting": self.toelichting, "doe": self.doe}


class Geweigerd(Domeinfout, PermissionDenied):
    """Inside one's scope, but without the right: 403."""


class NietGevonden(Domeinfout, Http404):
    """Does not exist, or lies outside one's scope: 404 either way."""
