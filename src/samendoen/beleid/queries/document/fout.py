"""The one error of files that cannot be read."""

from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout


def onleesbaar(naam: str, waarom: str) -> Domeinfout:
    """Return the error for a file that cannot be opened or is damaged."""
    return Domeinfout(
        "document_onleesbaar",
        _("'%(naam)s' is niet te lezen (%(waarom)s).") % {"naam": naam[:100], "waarom": waarom},
        _("Controleer of het bestand bestaat, heel is en geen wachtwoord heeft."),
        veld="bestand",
    )
