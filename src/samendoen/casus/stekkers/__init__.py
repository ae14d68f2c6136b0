"""What casus plugs in: a file for each feature, called here."""

from samendoen.casus.stekkers import (
    bijlage,
    casus,
    consultatie,
    evaluatie,
    meldcode,
    merken,
    notitie,
    onderzoek,
    overdracht,
    overleg,
    partnerregie,
    plan,
    teambord,
)
from samendoen.casus.stekkers.casus import aanduiding
from samendoen.kernel import stekkers

__all__ = ["aanduiding", "meld_aan"]


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    casus.meld_aan()
    plan.meld_aan()
    onderzoek.meld_aan()
    evaluatie.meld_aan()
    overdracht.meld_aan()
    consultatie.meld_aan()
    merken.meld_aan()
    notitie.meld_aan()
    partnerregie.meld_aan()
    teambord.meld_aan()
    meldcode.meld_aan()
    bijlage.meld_aan()
    overleg.meld_aan()
    for deel, rijen in VULLING.items():
        stekkers.vulling.meld_aan(deel, stekkers.Vulling(rijen))
    stekkers.wisser.meld_aan("casus", WISSER)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every feature about this person under this law."""
    return sum(deel.wis(persoon_id, wet) for deel in WISSERS)


# Parts of the page of a casus that most casussen have nothing of, and where their rows would be.
VULLING = {
    "casus:bijlagen": "casus_bijlage WHERE casus_id = %(id)s",
    "casus:consultatie": "casus_consultatie WHERE casus_id = %(id)s",
    "casus:evaluatie": "casus_evaluatie e JOIN casus_plan p ON p.id = e.plan_id WHERE p.casus_id = %(id)s",
    "casus:notities": "casus_notitie WHERE casus_id = %(id)s",
    "casus:onderzoek": "casus_onderzoek WHERE casus_id = %(id)s",
    "casus:overdracht": "casus_overdracht WHERE casus_id = %(id)s",
    "casus:overleg": "casus_agendapunt a WHERE a.casus_id = %(id)s OR a.melding_id IN "
    "(SELECT m.melding_id FROM casus_casusmelding m WHERE m.casus_id = %(id)s)",
    "casus:partnerregie": "casus_partnerregie WHERE casus_id = %(id)s",
    "casus:veiligheid.merken": "casus_veiligheidsmerk WHERE casus_id = %(id)s",
    "casus:veiligheid.paden": "casus_meldcodepad WHERE casus_id = %(id)s",
    "casus:veiligheid.taxaties": "casus_veiligheidstaxatie WHERE casus_id = %(id)s",
}
# A context has one eraser; each feature erases its own.
WISSERS = (
    plan.WISSER,
    evaluatie.WISSER,
    onderzoek.WISSER,
    overdracht.WISSER,
    consultatie.WISSER,
    merken.WISSER,
    notitie.WISSER,
    partnerregie.WISSER,
    meldcode.WISSER,
    bijlage.WISSER,
    overleg.WISSER,
)
WISSER = stekkers.Wisser(tuple(model for deel in WISSERS for model in deel.modellen), wis)
