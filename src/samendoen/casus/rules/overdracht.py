"""Rules of a warm handover: proposed by who directs, accepted or refused by who is asked."""

from enum import StrEnum


class Overdrachtstatus(StrEnum):
    """Where a handover stands. Until it is accepted, who directs goes on."""

    VOORGESTELD = "voorgesteld"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


# status -> action -> status
OVERDRACHT_OVERGANGEN: dict[Overdrachtstatus, dict[str, Overdrachtstatus]] = {
    Overdrachtstatus.VOORGESTELD: {
        "aanvaard": Overdrachtstatus.AANVAARD,
        "weiger": Overdrachtstatus.GEWEIGERD,
        "trek_in": Overdrachtstatus.INGETROKKEN,
    },
    Overdrachtstatus.AANVAARD: {},
    Overdrachtstatus.GEWEIGERD: {},
    Overdrachtstatus.INGETROKKEN: {},
}
