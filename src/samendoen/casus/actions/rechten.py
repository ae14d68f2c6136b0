"""Grants of a casus: its team and who directs or seconds it, on all its dossiers at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from samendoen.casus.access import alle_dossiers
from samendoen.casus.models import Casusmelding, Regie
from samendoen.casus.rules import Taakrol
from samendoen.kernel.api import SYSTEEM, Grond, Niveau, Toekenning, beeindig_op, ken_toe
from samendoen.toegang.api import Meldingkern, meldingkernen

Dossiers = Mapping[int, Sequence[tuple[int, str]]]
"""Casus -> (dossier, law) of everybody involved and of its questions."""
GROND: dict[Taakrol, Grond] = {Taakrol.REGISSEUR: Grond.REGIE, Taakrol.TWEEDE: Grond.TWEEDE}


def dossiers_van_casussen(casus_ids: Sequence[int]) -> Dossiers:
    """Return every dossier of these casussen: of everybody involved, and of their questions."""
    per = defaultdict(list, alle_dossiers(casus_ids))
    for casus, kern in meldingen_van(casus_ids):
        per[casus].append((kern.dossier_id, kern.wet))
    return per


def meldingen_van(casus_ids: Iterable[int]) -> list[tuple[int, Meldingkern]]:
    """Return (casus, question) of these casussen; for actions that authorised the casus."""
    rijen = Casusmelding.objects.filter(casus__in=list(casus_ids)).order_by("melding_id")
    paren = list(rijen.values_list("casus_id", "melding_id"))
    kernen = meldingkernen(SYSTEEM, [melding for _casus, melding in paren])
    return [(casus, kernen[melding]) for casus, melding in paren]


def geef_team(groepen: Mapping[int, int], dossiers: Dossiers) -> Iterator[Toekenning]:
    """Yield the grants of the team (casus -> group) on these dossiers."""
    for casus, groep in groepen.items():
        for dossier, wet in dossiers.get(casus, ()):
            yield Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.TEAM, wet, groep_id=groep)


def geef_regie(regie: Iterable[Regie], dossiers: Dossiers) -> Iterator[Toekenning]:
    """Yield the grants of who directs or seconds on these dossiers of their casus."""
    for r in regie:
        for dossier, wet in dossiers.get(r.casus_id, ()):
            grond = GROND[Taakrol(r.rol)]
            yield Toekenning(dossier, Niveau.SCHRIJFBAAR, grond, wet, gebruiker_id=r.gebruiker_id)


def wissel(rol: Taakrol, nieuw: Sequence[Regie], dossiers: Dossiers) -> None:
    """End every grant on the ground of this role on these dossiers; give those of who comes instead."""
    beeindig_op([d for rijen in dossiers.values() for d, _wet in rijen], GROND[rol])
    ken_toe(geef_regie(nieuw, dossiers))


def lopende_regie(casus_ids: Iterable[int]) -> list[Regie]:
    """Return who directs and seconds these casussen now."""
    return list(Regie.objects.filter(casus__in=list(casus_ids), tot=None).order_by("pk"))
