"""Ages that ask something of who has a provision and no plan in an open casus: they stay in sight too."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from samendoen.besluiten import events
from samendoen.besluiten.models import Voorziening
from samendoen.besluiten.rules import Voorzieningstatus
from samendoen.casus.api import Eigenaar, Geholpen, aan_de_beurt, leeftijdtaak, met_hulp_in_casus
from samendoen.kernel.stekkers import Taakvoorstel

LEEFTIJD = "leeftijd-voorziening"
MAATWERK = frozenset({"maatwerk"})


def leeftijden(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the team for everybody with a provision that holds who reaches an age of the
    definitions this month, or passed it since, and about whom no director is asked."""
    rijen = Voorziening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=dag),
        status=Voorzieningstatus.GELDT.value,
        van__lte=dag,
        dossier__gewist_op=None,
    ).order_by("pk")
    velden = ("pk", "inwoner_id", "dossier_id", "van", "besluit__aanvraag__team__groep_id")
    groepen: dict[int, int] = {}
    per: dict[int, Geholpen] = {}
    for pk, persoon, dossier, van, groep in rijen.values_list(*velden):
        per.setdefault(persoon, Geholpen(pk, persoon, dossier, van, MAATWERK))
        groepen[pk] = groep
    beurt = aan_de_beurt(list(per.values()), dag)
    gevraagd = met_hulp_in_casus() if beurt else set()
    for regel, g, geboren in beurt:
        if g.persoon not in gevraagd:
            eigenaar = Eigenaar(events.VOORZIENING, g.nummer, groep=groepen[g.nummer])
            yield leeftijdtaak(regel, g, geboren, f"voorziening.{g.persoon}", eigenaar)
