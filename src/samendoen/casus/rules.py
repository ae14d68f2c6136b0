"""Pure rules of the case: statuses and their transitions, and which support asks for a reason."""

from enum import StrEnum

# Codes of `kaart.Ondersteuningsniveau` that the rules of a plan know: the team's own light help, and what
# needs a decision. Levels lie in the order of the pyramid, lightest first.
BASISHULP = "basishulp"
MAATWERK = "maatwerk"


class Status(StrEnum):
    """Where a casus stands."""

    OPEN = "open"
    GESLOTEN = "gesloten"


class RedenSluiten(StrEnum):
    """Why a casus was closed."""

    DOELEN_BEREIKT = "doelen_bereikt"
    ZELF_VERDER = "zelf_verder"
    OVERGEDRAGEN = "overgedragen"
    VERHUISD = "verhuisd"
    OVERLEDEN = "overleden"
    GEEN_CONTACT = "geen_contact"
    VERGISSING = "vergissing"


class Taakrol(StrEnum):
    """What a professional does in a casus: direct it (exactly one), or stand beside the director."""

    REGISSEUR = "regisseur"
    TWEEDE = "tweede"


class Planstatus(StrEnum):
    """Where a version of the plan stands. At most one is being written, at most one holds."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"
    VERVALLEN = "vervallen"


class Actiestatus(StrEnum):
    """How an action stands."""

    AFGESPROKEN = "afgesproken"
    GEDAAN = "gedaan"
    GESTOPT = "gestopt"


class Oordeel(StrEnum):
    """What somebody says of the plan."""

    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"


# status -> action -> status
CASUS_OVERGANGEN: dict[Status, dict[str, Status]] = {
    Status.OPEN: {"sluit": Status.GESLOTEN},
    Status.GESLOTEN: {"heropen": Status.OPEN},
}
PLAN_OVERGANGEN: dict[Planstatus, dict[str, Planstatus]] = {
    Planstatus.CONCEPT: {"stel_vast": Planstatus.VASTGESTELD, "gooi_weg": Planstatus.VERVALLEN},
    Planstatus.VASTGESTELD: {"vervang": Planstatus.VERVANGEN},
    Planstatus.VERVANGEN: {},
    Planstatus.VERVALLEN: {},
}
ACTIE_OVERGANGEN: dict[Actiestatus, dict[str, Actiestatus]] = {
    Actiestatus.AFGESPROKEN: {"rond_af": Actiestatus.GEDAAN, "stop": Actiestatus.GESTOPT},
    Actiestatus.GEDAAN: {"heropen": Actiestatus.AFGESPROKEN},
    Actiestatus.GESTOPT: {"heropen": Actiestatus.AFGESPROKEN},
}
