"""Event kinds of the kernel."""

from datetime import date

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


class ToegangstokenGemaakt(Gebeurtenissoort):
    """Another system got a key, until a day (the first on which it no longer counts)."""

    soort = "kernel.toegangstoken_gemaakt"
    onderwerp = "kernel.toegangstoken"
    gebruiker: int
    tot: date


class ToegangstokenIngetrokken(Gebeurtenissoort):
    """A key of another system no longer counts."""

    soort = "kernel.toegangstoken_ingetrokken"
    onderwerp = "kernel.toegangstoken"
