"""Accounts, groups, memberships and roles: written for `organisatie`, which knows why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db.models import Q
from django.db.models.functions import Lower

from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.models import Gebruiker, Groep, Groepslid, Rolrecht
from samendoen.kernel.rechten import Permissie, Rol, permissies


@dataclass(frozen=True, slots=True)
class Wachtwoordhash:
    """A password as it is kept, with its salt: for accounts that may show that they have the same one."""

    waarde: str


def hash_wachtwoord(wachtwoord: str) -> Wachtwoordhash:
    """Return what is kept of a password. It is slow on purpose, and salted differently each time."""
    return Wachtwoordhash(make_password(wachtwoord))


def maak_gebruiker(
    gebruikersnaam: str, naam: str, wachtwoord: str | Wachtwoordhash | None, email: str = ""
) -> int:
    """Make an account and return its id; without a password it cannot log in by password.

    A password gets a salt of its own; a hash is kept as it is.
    """
    gehasht = wachtwoord.waarde if isinstance(wachtwoord, Wachtwoordhash) else make_password(wachtwoord)
    with schrijft("kernel"):
        rij = Gebruiker.objects.create(
            gebruikersnaam=gebruikersnaam,
            naam=naam,
            email=email,
            password=gehasht,
            sinds=klok.vandaag(),
        )
    return rij.pk


def maak_groepen(codes: Iterable[str]) -> dict[str, int]:
    """Return the ids of the groups with these codes, made where they are new."""
    gevraagd = list(codes)
    with schrijft("kernel"):
        Groep.objects.bulk_create((Groep(code=code) for code in gevraagd), ignore_conflicts=True)
    return dict(Groep.objects.filter(code__in=gevraagd).values_list("code", "pk"))


def groepcodes() -> dict[int, str]:
    """Return the code of every group by its id: for facts, whose events carry the id."""
    return dict(Groep.objects.values_list("pk", "code"))


def maak_lid(groep_id: int, gebruiker_id: int, van: date, tot: date | None = None) -> None:
    """Write that a user belongs to a group from `van` until `tot` (exclusive)."""
    with schrijft("kernel"):
        Groepslid.objects.get_or_create(
            groep_id=groep_id, gebruiker_id=gebruiker_id, van=van, defaults={"tot": tot}
        )


def beeindig_lidmaatschap(groep_id: int, gebruiker_id: int, tot: date, *, van: date | None = None) -> int:
    """End the running membership (only the one from `van`, if given); return how many rows that were.

    One that would not have lasted a day is removed: it never was.
    """
    rijen = Groepslid.objects.filter(Q(tot__isnull=True) | Q(tot__gt=tot))
    rijen = rijen.filter(groep_id=groep_id, gebruiker_id=gebruiker_id)
    rijen = rijen.filter(van=van) if van else rijen.filter(van__lte=tot)
    with schrijft("kernel"):
        weg, _per_model = rijen.filter(van__gte=tot).delete()
        return weg + rijen.filter(van__lt=tot).update(tot=tot)


def zet_rol(gebruiker_id: int, rol: Rol, van: date, tot: date | None = None) -> None:
    """Write that a user has a role from `van` until `tot` (exclusive)."""
    with schrijft("kernel"):
        Rolrecht.objects.update_or_create(
            gebruiker_id=gebruiker_id, rol=rol.value, van=van, defaults={"tot": tot}
        )


def beeindig_rol(gebruiker_id: int, rol: Rol, tot: date) -> int:
    """End a running role; return how many rows that were. One of today is removed: it never was."""
    rijen = Rolrecht.objects.filter(Q(tot__isnull=True) | Q(tot__gt=tot))
    rijen = rijen.filter(gebruiker_id=gebruiker_id, rol=rol.value, van__lte=tot)
    with schrijft("kernel"):
        weg, _per_model = rijen.filter(van__gte=tot).delete()
        return weg + rijen.filter(van__lt=tot).update(tot=tot)


def rollen_van(gebruiker_ids: Sequence[int], dag: date) -> dict[int, set[Rol]]:
    """Return the roles of each of these users that run on `dag`."""
    rijen = Rolrecht.objects.filter(gebruiker_id__in=gebruiker_ids, van__lte=dag)
    rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gt=dag))
    rollen: dict[int, set[Rol]] = {gebruiker_id: set() for gebruiker_id in gebruiker_ids}
    for gebruiker_id, rol in rijen.values_list("gebruiker_id", "rol"):
        rollen[gebruiker_id].add(Rol(rol))
    return rollen


def wie_mag(permissie: Permissie, gebruiker_ids: Sequence[int], dag: date) -> set[int]:
    """Return which of these users hold a role on `dag` that permits this; accounts that are closed never."""
    rollen = rollen_van(gebruiker_ids, dag)
    actief = Gebruiker.objects.filter(pk__in=gebruiker_ids, is_active=True).values_list("pk", flat=True)
    return {wie for wie in actief if permissie in permissies(frozenset(rollen[wie]))}


def bezette_namen(gebruikersnamen: Sequence[str]) -> set[str]:
    """Return which of these user names (in lower case) are taken, by whatever account."""
    gelezen = Gebruiker.objects.annotate(klein=Lower("gebruikersnaam")).filter(klein__in=gebruikersnamen)
    return set(gelezen.values_list("klein", flat=True))


def zet_wachtwoord(gebruiker_id: int, wachtwoord: str) -> None:
    """Give an account another password; who is logged in with the old one no longer is."""
    with schrijft("kernel"):
        Gebruiker.objects.filter(pk=gebruiker_id).update(password=make_password(wachtwoord))


def groepsleden(groep_ids: Sequence[int], dag: date) -> list[tuple[int, int]]:
    """Return (group, user) of every membership that runs on `dag`."""
    rijen = Groepslid.objects.filter(groep_id__in=groep_ids, van__lte=dag)
    rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gt=dag))
    return list(rijen.values_list("groep_id", "gebruiker_id"))
