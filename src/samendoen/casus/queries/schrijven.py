"""What the forms of a casus show: who it is about, and the concept that is being written."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, haal_schrijfbaar, niet_gevonden
from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer, als_invoer
from samendoen.casus.models import Actie, Betrokkene, Casus, Doel, Plan
from samendoen.casus.queries.mensen import Mens, Mensen, mensen_van
from samendoen.casus.queries.plan import Planbeeld, haal_plan, planbeeld
from samendoen.casus.rules import Planstatus, Status
from samendoen.inwoners.api import leden_van, namen
from samendoen.kernel.api import Actor, Niveau, log_inzage


@dataclass(frozen=True, slots=True)
class Blad:
    """What stands above a form: the casus, and who is in it."""

    casus: Casus
    mensen: Mensen

    @property
    def id(self) -> int:
        """Return the number of the casus."""
        return self.casus.pk

    @property
    def titel(self) -> str:
        """Return the words by which people recognise it."""
        return self.mensen.namen or _("Casus %(nr)s") % {"nr": self.casus.pk}

    @property
    def open(self) -> bool:
        """Return whether it is open."""
        return self.casus.status == Status.OPEN

    def mens(self, persoon_id: int) -> Mens:
        """Return somebody of it; NietGevonden for whom this reader may not know."""
        mens = self.mensen.per_id().get(persoon_id)
        if mens is None:
            raise niet_gevonden()
        return mens


@dataclass(frozen=True, slots=True)
class Werkblad:
    """The page on which a plan is written. Without `concept` there is none yet; `geldt` is the number of the
    version that holds."""

    blad: Blad
    concept: Planbeeld | None
    geldt: int | None


def formulierblad(door: Actor, casus_id: int) -> Blad:
    """Return what stands above a form; logged. Refuses who may not write in the casus (404, 403)."""
    casus = haal_schrijfbaar(door, casus_id)
    mensen = mensen_van(door, casus_id)
    log_inzage(door, "casus-formulier", [m.dossier_id for m in mensen.bekend])
    return Blad(casus, mensen)


def werkblad(door: Actor, casus_id: int) -> Werkblad:
    """Return the page on which the plan is written; logged, refuses as formulierblad does."""
    blad = formulierblad(door, casus_id)
    staand = Plan.objects.filter(casus=casus_id, status__in=[Planstatus.CONCEPT, Planstatus.VASTGESTELD])
    per = {p.status: p for p in staand}
    concept, geldt = per.get(Planstatus.CONCEPT), per.get(Planstatus.VASTGESTELD)
    return Werkblad(
        blad=blad,
        concept=planbeeld(door, concept, blad.mensen) if concept else None,
        geldt=geldt.versie if geldt else None,
    )


def heeft_concept(casus_id: int) -> bool:
    """Tell whether a casus that was authorised has a concept."""
    return Plan.objects.filter(casus=casus_id, status=Planstatus.CONCEPT).exists()


def concept_van(casus_id: int) -> Plan:
    """Return the concept of a casus that was authorised; NietGevonden when there is none."""
    plan = Plan.objects.filter(casus=casus_id, status=Planstatus.CONCEPT).first()
    if plan is None:
        raise niet_gevonden()
    return plan


def haal_doel(door: Actor, casus_id: int, kenmerk: UUID) -> Doelinvoer:
    """Return a goal of the concept as its form begins; NietGevonden when it is not this reader's to write."""
    rijen = Doel.objects.filter(
        plan__casus=casus_id, plan__status=Planstatus.CONCEPT, kenmerk=kenmerk
    ).prefetch_related("acties")
    rij = binnen(rijen, door, niveau=Niveau.SCHRIJFBAAR).first()
    if rij is None:
        raise niet_gevonden()
    return als_invoer(rij, rij.acties.all())


def haal_actie(doel: Doelinvoer, kenmerk: UUID) -> Actieinvoer:
    """Return an action of a goal as its form begins; NietGevonden when it is not in it."""
    for actie in doel.acties:
        if actie.kenmerk == kenmerk:
            return actie
    raise niet_gevonden()


def afspraak(door: Actor, casus_id: int, actie_id: int) -> str:
    """Return the words of an action of this casus; NietGevonden when they are not this reader's to know."""
    rijen = binnen(Actie.objects.filter(doel__plan__casus=casus_id), door, pad="doel__dossier")
    rij = rijen.filter(pk=actie_id).values_list("tekst", flat=True).first()
    if rij is None:
        raise niet_gevonden()
    return str(rij) or _("De woorden zijn gewist.")


def nog_niet_betrokken(door: Actor, casus: Casus) -> list[tuple[int, str]]:
    """Return (person, name) of who lives in the household and is not involved yet; by number for whom this
    reader does not know by name."""
    erin = set(Betrokkene.objects.filter(casus=casus).values_list("inwoner_id", flat=True))
    rest = [lid.persoon_id for lid in leden_van(casus.huishouden_id) if lid.persoon_id not in erin]
    bekend = namen(door, rest)
    return [(pk, bekend.get(pk) or _("Huisgenoot %(n)s") % {"n": n}) for n, pk in enumerate(rest, start=1)]


def laatste_plan(casus_id: int) -> Plan:
    """Return the version on which people say what they think: the concept, else the one that holds."""
    plan = Plan.objects.filter(casus=casus_id, status=Planstatus.CONCEPT).first() or haal_plan(casus_id)
    if plan is None:
        raise niet_gevonden()
    return plan
