"""Who acts: a frozen value with everything that access asks about."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from samendoen.kernel import klok
from samendoen.kernel.models import ActorSoort, Gebruiker
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


# Asked by every page: in SQL, because Django takes longer to write it than PostgreSQL to answer.
_ROLLEN_EN_GROEPEN: Final = """
SELECT rol, NULL::bigint FROM kernel_rolrecht
WHERE gebruiker_id = %(wie)s AND van <= %(dag)s AND (tot IS NULL OR tot > %(dag)s)
UNION ALL
SELECT NULL, groep_id FROM kernel_groepslid
WHERE gebruiker_id = %(wie)s AND van <= %(dag)s AND (tot IS NULL OR tot > %(dag)s)
"""


def actor_van(gebruiker: Gebruiker) -> Actor:
    """Return the actor of a logged-in user, with the roles and groups of today. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_ROLLEN_EN_GROEPEN, {"wie": gebruiker.pk, "dag": klok.vandaag()})
        rijen = cursor.fetchall()
    rollen = frozenset(Rol(rol) for rol, _groep in rijen if rol is not None)
    groepen = frozenset(groep for _rol, groep in rijen if groep is not None)
    return maak_actor(gebruiker.pk, gebruiker.naam, rollen, groepen)


def maak_actor(gebruiker_id: int, naam: str, rollen: frozenset[Rol], groepen: frozenset[int]) -> Actor:
    """Return the actor of an account with these roles and groups."""
    soort = ActorSoort.INWONER if Rol.INWONER in rollen else ActorSoort.GEBRUIKER
    return Actor(soort, gebruiker_id, naam, rollen, groepen, permissies(rollen))
