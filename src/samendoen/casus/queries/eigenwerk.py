"""One's own casussen in numbers, beside those of the colleagues in the team. Nobody else sees them."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.definities import eigen_caseload
from samendoen.casus.models import Plan, Regie
from samendoen.casus.rules import Planstatus, Status, Taakrol
from samendoen.kernel.api import Actor, Permissie, klok
from samendoen.kernel.stekkers import Eigencijfer
from samendoen.organisatie.api import collegas, naast_collegas

JAAR = timedelta(days=365)


def eigenwerk(door: Actor) -> list[Eigencijfer]:
    """Return what one directs: how many, how heavy, how long, and without a plan that holds.

    Counted in one query after who the colleagues are, whatever their number.
    """
    if door.id is None or not door.mag(Permissie.CASUS_WERKEN):
        return []
    met = collegas(door, Permissie.CASUS_WERKEN)
    namen = (
        _("Casussen waarvan u regisseur bent"),
        _("Zwaarte daarvan, in punten"),
        _("Langer dan een jaar open"),
        _("Zonder vastgesteld plan"),
    )
    url = reverse("casussen")
    tellingen = _tel([door.id, *met])
    return [naast_collegas(door, naam, per, met, url) for naam, per in zip(namen, tellingen, strict=True)]


def _tel(wie: list[int]) -> tuple[dict[int, float], ...]:
    plan = Plan.objects.filter(casus=OuterRef("casus"), status=Planstatus.VASTGESTELD)
    rijen = Regie.objects.filter(
        gebruiker__in=wie, rol=Taakrol.REGISSEUR, tot=None, casus__status=Status.OPEN
    ).annotate(met_plan=Exists(plan))
    oud = Q(casus__geopend_op__lt=klok.vandaag() - JAAR)
    per = rijen.values_list("gebruiker_id", "casus__intensiteit").annotate(
        n=Count("pk"), oud=Count("pk", filter=oud), zonder=Count("pk", filter=Q(met_plan=False))
    )
    definitie = eigen_caseload()
    tel: tuple[dict[int, float], ...] = tuple(defaultdict(float) for _n in range(4))
    for gebruiker, intensiteit, n, lang, zonder in per:
        gewicht = float(definitie.van(intensiteit).gewicht)
        for doel, aantal in zip(tel, (n, gewicht * n, lang, zonder), strict=True):
            doel[gebruiker] += aantal
    return tel
