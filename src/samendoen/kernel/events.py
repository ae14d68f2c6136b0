"""Event kinds of the kernel."""

from samendoen.kernel.gebeurtenissen import Code, Gebeurtenissoort


class InhoudGewist(Gebeurtenissoort):
    """The personal content of a dossier was erased; that something happened stays."""

    soort = "kernel.inhoud_gewist"
    onderwerp = "kernel.dossier"
    wet: Code
    reden: Code
    rijen: int


class NoodtoegangGenomen(Gebeurtenissoort):
    """Somebody gave themself access in an emergency. The reason is content."""

    soort = "kernel.noodtoegang_genomen"
    onderwerp = "kernel.dossier"
    wet: Code
    uren: int


class InzageToegekend(Gebeurtenissoort):
    """A leader gave somebody access, until a day."""

    soort = "kernel.inzage_toegekend"
    onderwerp = "kernel.dossier"
    gebruiker: int
    niveau: int
    grond: Code


class InzageBeeindigd(Gebeurtenissoort):
    """A grant of a user ended."""

    soort = "kernel.inzage_beeindigd"
    onderwerp = "kernel.dossier"
    gebruiker: int
    grond: Code
