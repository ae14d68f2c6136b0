"""New questions at a case table: which they are, and in groups that one can get through."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from samendoen.casus.definities import Tafel
from samendoen.casus.models import Agendapunt, Overleg
from samendoen.kernel.api import Wet, klok
from samendoen.schil.api import datum_kort
from samendoen.toegang.api import Meldingkern, Status, nieuwe_meldingen

TERUGKIJKEN = timedelta(days=14)
"""How long before the first meeting of a table a question may have come in to be new for it."""
OVERZIEN = 12
"""So many one sees at a glance; of more, one group at a time stands open."""


@dataclass(frozen=True, slots=True)
class Nieuweregel:
    """A question that came in and was at no meeting of this table yet."""

    melding: int
    naam: str
    ontvangen: str


@dataclass(frozen=True, slots=True)
class Nieuwegroep:
    """New questions that belong together; `open` shows them at once."""

    naam: str
    regels: tuple[Nieuweregel, ...]
    open: bool


def nieuwe_ids(tafel: Tafel, team_id: int) -> list[int]:
    """Return the questions of a team that were at no meeting of this table yet. Two queries."""
    if not tafel.vult_zichzelf:
        return []
    eerste = Overleg.objects.filter(tafel=tafel.code, team=team_id).order_by("op").first()
    if eerste is None:
        return []
    sinds = min(eerste.op, klok.vandaag()) - TERUGKIJKEN
    gehad = set(
        Agendapunt.objects.filter(
            overleg__tafel=tafel.code, overleg__team=team_id, melding__isnull=False
        ).values_list("melding_id", flat=True)
    )
    return [pk for pk in nieuwe_meldingen(team_id, sinds, tafel.kanaal) if pk not in gehad]


def groepen(
    ids: Sequence[int], kernen: Mapping[int, Meldingkern], namen: Mapping[int, str], *, alles: bool
) -> tuple[Nieuwegroep, ...]:
    """Group new questions: what waits by law, then what one knows by number alone, and at the end, folded
    away, what was handled before anybody discussed it. `alles` opens them all, for paper."""
    per: dict[tuple[int, str], list[Nieuweregel]] = defaultdict(list)
    for pk in ids:
        per[_groep(kernen.get(pk))].append(_regel(pk, kernen.get(pk), namen))
    kort = alles or len(ids) <= OVERZIEN
    return tuple(
        Nieuwegroep(naam, tuple(per[plek, naam]), alles or (plek < AFGEHANDELD and (kort or n == 0)))
        for n, (plek, naam) in enumerate(sorted(per))
    )


OP_NUMMER, AFGEHANDELD = 90, 99


def _groep(kern: Meldingkern | None) -> tuple[int, str]:
    if kern is None:
        return OP_NUMMER, _("Alleen op nummer")
    if kern.status != Status.OPEN:
        return AFGEHANDELD, _("Intussen al afgehandeld")
    return Wet.values.index(kern.wet), str(Wet(kern.wet).label)


def _regel(pk: int, kern: Meldingkern | None, namen: Mapping[int, str]) -> Nieuweregel:
    if kern is None:
        return Nieuweregel(pk, "", "")
    return Nieuweregel(pk, namen.get(kern.persoon_id, ""), datum_kort(kern.ontvangen_op))
