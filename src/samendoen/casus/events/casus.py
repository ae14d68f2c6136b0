"""Events of a casus: who, which questions, who directs."""

from samendoen.kernel.api import Code, Gebeurtenissoort

CASUS = "casus.casus"


class CasusGeopend(Gebeurtenissoort):
    """A casus began for a household, with everybody who lives there (occurred on = opened on)."""

    soort = "casus.casus_geopend"
    onderwerp = CASUS
    kader: Code
    team: Code
    huishouden: int
    melding: int
    regisseur: int
    betrokkenen: tuple[int, ...]


class MeldingToegevoegd(Gebeurtenissoort):
    """A further question of the household belongs to the casus."""

    soort = "casus.melding_toegevoegd"
    onderwerp = CASUS
    melding: int


class MeldingLosgemaakt(Gebeurtenissoort):
    """A question was joined by mistake: revokes it. The question goes on as it was."""

    soort = "casus.melding_losgemaakt"
    onderwerp = CASUS
    melding: int


class BetrokkeneToegevoegd(Gebeurtenissoort):
    """Somebody else of the household is involved from now on."""

    soort = "casus.betrokkene_toegevoegd"
    onderwerp = CASUS
    persoon: int


class RegieOvergedragen(Gebeurtenissoort):
    """Another professional directs (occurred on = first day)."""

    soort = "casus.regie_overgedragen"
    onderwerp = CASUS
    van: int
    naar: int


class TweedeGezet(Gebeurtenissoort):
    """Who stands beside the director, or (None) that nobody does any more."""

    soort = "casus.tweede_gezet"
    onderwerp = CASUS
    gebruiker: int | None


class CasusGesloten(Gebeurtenissoort):
    """The work is done, or ended. One that was opened by mistake revokes its opening: it never was."""

    soort = "casus.casus_gesloten"
    onderwerp = CASUS
    reden: Code


class CasusHeropend(Gebeurtenissoort):
    """Closed too soon: revokes the closing."""

    soort = "casus.casus_heropend"
    onderwerp = CASUS
