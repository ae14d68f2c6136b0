"""Accounts, groups, memberships and roles: written for `organisatie`, which knows why."""

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db.models import Q

from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.models import Gebruiker, Groep, Groepslid, Rolrecht
from samendoen.kernel.rechten import Rol


def maak_gebruiker(gebruikersnaam: str, naam: str, wachtwoord: str | None, email: str = "") -> int:
    """Make an account and return its id; without a password it cannot log in by password."""
    with schrijft("kernel"):
        rij = Gebruiker.objects.create(
            gebruikersnaam=gebruikersnaam,
            naam=naam,
            email=email,
            password=make_password(wachtwoord),
            sinds=klok.vandaag(),
        )
    return rij.pk


def maak_groep(code: str) -> int:
    """Return the id of the group with this code, made when it is new."""
    with schrijft("kernel"):
        return Groep.objects.get_or_create(code=code)[0].pk


def groepcodes() -> dict[int, str]:
    """Return the code of every group by its id: for facts, whose events carry the id."""
    return dict(Groep.objects.values_list("pk", "code"))


def maak_lid(groep_id: int, gebruiker_id: int, van: date, tot: date | None = None) -> None:
    """Write that a user belongs to a group from `van` until `tot` (exclusive)."""
    with schrijft("kernel"):
        Groepslid.objects.get_or_create(
            groep_id=groep_id, gebruiker_id=gebruiker_id, van=van, defaults={"tot": tot}
        )


def beeindig_lidmaatschap(groep_id: int, gebruiker_id: int, tot: date) -> int:
    """End the running membership; return how many rows that were."""
    with schrijft("kernel"):
        return (
            Groepslid.objects.filter(groep_id=groep_id, gebruiker_id=gebruiker_id, van__lt=tot)
            .filter(Q(tot__isnull=True) | Q(tot__gt=tot))
            .update(tot=tot)
        )


def zet_rol(gebruiker_id: int, rol: Rol, van: date, tot: date | None = None) -> None:
    """Write that a user has a role from `van` until `tot` (exclusive)."""
    with schrijft("kernel"):
        Rolrecht.objects.update_or_create(
            gebruiker_id=gebruiker_id, rol=rol.value, van=van, defaults={"tot": tot}
        )


def groepsleden(groep_ids: Sequence[int], dag: date) -> list[tuple[int, int]]:
    """Return (group, user) of every membership that runs on `dag`."""
    rijen = Groepslid.objects.filter(groep_id__in=groep_ids, van__lte=dag)
    rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gt=dag))
    return list(rijen.values_list("groep_id", "gebruiker_id"))
