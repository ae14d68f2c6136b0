"""Events of an attachment. Its name and content are content of the row and the file."""

from samendoen.kernel.api import Code, Gebeurtenissoort

BIJLAGE = "casus.bijlage"


class BijlageToegevoegd(Gebeurtenissoort):
    """A file was attached to the dossier of somebody, perhaps with a note."""

    soort = "casus.bijlage_toegevoegd"
    onderwerp = BIJLAGE
    casus: int
    persoon: int
    notitie: int | None
    bestandsoort: Code
    bytes: int
    gescand: bool


class BijlageVerwijderd(Gebeurtenissoort):
    """A file was removed: it is gone, that it was there stays."""

    soort = "casus.bijlage_verwijderd"
    onderwerp = BIJLAGE
    casus: int
