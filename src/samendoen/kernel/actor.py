"""Who acts: a frozen value with everything that access asks about."""

from dataclasses import dataclass

from django.db.models import Q

from samendoen.kernel import klok
from samendoen.kernel.models import ActorSoort, Gebruiker, Groepslid, Rolrecht
from samendoen.kernel.rechten import Permissie, Rol, permissies


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts, as it was at the moment of asking.

    `id` is the user's id for users and residents, None for the system.
    """

    soort: ActorSoort
    id: int | None
    naam: str
    rollen: frozenset[Rol] = frozenset()
    groepen: frozenset[int] = frozenset()
    permissies: frozenset[Permissie] = frozenset()

    def mag(self, permissie: Permissie) -> bool:
        """Return whether a role of this actor holds `permissie`."""
        return permissie in self.permissies


# Jobs, imports and the demo. It holds every permission; who starts a job was authorised before.
SYSTEEM = Actor(ActorSoort.SYSTEEM, None, "Samendoen", permissies=frozenset(Permissie))
NIEMAND = Actor(ActorSoort.GEBRUIKER, None, "")


def actor_van(gebruiker: Gebruiker) -> Actor:
    """Return the actor of a logged-in user: two queries (roles, groups), both as of today."""
    dag = klok.vandaag()
    loopt = Q(van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gt=dag))
    namen = Rolrecht.objects.filter(loopt, gebruiker=gebruiker).values_list("rol", flat=True)
    rollen = frozenset(Rol(naam) for naam in namen)
    groepen = Groepslid.objects.filter(loopt, gebruiker=gebruiker).values_list("groep_id", flat=True)
    return maak_actor(gebruiker.pk, gebruiker.naam, rollen, frozenset(groepen))


def maak_actor(gebruiker_id: int, naam: str, rollen: frozenset[Rol], groepen: frozenset[int]) -> Actor:
    """Return the actor of an account with these roles and groups."""
    soort = ActorSoort.INWONER if Rol.INWONER in rollen else ActorSoort.GEBRUIKER
    return Actor(soort, gebruiker_id, naam, rollen, groepen, permissies(rollen))
