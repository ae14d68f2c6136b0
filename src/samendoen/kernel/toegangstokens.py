"""Keys of other systems: made, withdrawn, listed, and recognised when a request brings one.

A token gives what its account may: roles and teams, nothing more. The account belongs to a system, not to
a person: it cannot log in by password, so that the read log names the system and nobody else.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samendoen.kernel import klok
from samendoen.kernel.acties import actie, schrijft
from samendoen.kernel.actor import Actor, maak_actor
from samendoen.kernel.events import ToegangstokenGemaakt, ToegangstokenIngetrokken
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import Vastlegging, leg_vast
from samendoen.kernel.models import Gebruiker, Toegangstoken
from samendoen.kernel.rechten import Permissie, Rol

VOORVOEGSEL = "sd_"
"""How a token begins, so that a scanner of source code knows one that leaked."""
HOOGSTENS = timedelta(days=366)
EEN_DAG = timedelta(days=1)
# Each request of another system asks this: as one statement, without a model, it costs a third.
_WIE = """
SELECT t.id, t.laatst_gebruikt_op, g.id, g.naam,
    ARRAY(SELECT r.rol FROM kernel_rolrecht r
        WHERE r.gebruiker_id = g.id AND r.van <= %(dag)s AND (r.tot IS NULL OR r.tot > %(dag)s)),
    ARRAY(SELECT l.groep_id FROM kernel_groepslid l
        WHERE l.gebruiker_id = g.id AND l.van <= %(dag)s AND (l.tot IS NULL OR l.tot > %(dag)s))
FROM kernel_toegangstoken t JOIN kernel_gebruiker g ON g.id = t.gebruiker_id
WHERE t.afdruk = %(afdruk)s AND t.ingetrokken_op IS NULL AND t.tot > %(dag)s
    AND g.is_active AND g.password LIKE %(systeem)s
"""


@dataclass(frozen=True, slots=True)
class NieuwToegangstoken:
    """A token to be, valid through `geldig_tot_en_met`. `kenmerk` makes a repeat harmless."""

    kenmerk: UUID
    gebruiker_id: int
    naam: str
    geldig_tot_en_met: date


@dataclass(frozen=True, slots=True)
class Tokenuitgifte:
    """A token that was made, with the secret that is shown once; "" when it was made before."""

    id: int
    geheim: str


@dataclass(frozen=True, slots=True)
class Tokenregel:
    """A token as the list shows it. `stand`: geldig, verlopen, ingetrokken."""

    id: int
    naam: str
    account: str
    gemaakt_op: datetime
    gemaakt_door: str
    geldig_tot_en_met: date
    laatst_gebruikt_op: date | None
    stand: str


@actie("kernel", Permissie.TOEGANGSTOKEN_BEHEREN)
def maak_toegangstoken(door: Actor, nieuw: NieuwToegangstoken) -> Tokenuitgifte:
    """Make a token for a system account; the secret is in the answer and is kept nowhere.

    A known `kenmerk` changes nothing. Raises Domeinfout (with the field) for an account that is none of a
    system, an empty name, or an end that is past or more than a year away.
    """
    bekend = Toegangstoken.objects.filter(kenmerk=nieuw.kenmerk).values_list("pk", flat=True).first()
    if bekend is not None:
        return Tokenuitgifte(bekend, "")
    _controleer(nieuw)
    geheim = VOORVOEGSEL + secrets.token_urlsafe(32)
    rij = Toegangstoken.objects.create(
        kenmerk=nieuw.kenmerk,
        gebruiker_id=nieuw.gebruiker_id,
        naam=nieuw.naam.strip(),
        afdruk=afdruk(geheim),
        gemaakt_op=klok.nu(),
        gemaakt_door_id=door.id,
        tot=nieuw.geldig_tot_en_met + EEN_DAG,
    )
    gebeurtenis = ToegangstokenGemaakt(gebruiker=rij.gebruiker_id, tot=rij.tot)
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    return Tokenuitgifte(rij.pk, geheim)


def _controleer(nieuw: NieuwToegangstoken) -> None:
    vandaag = klok.vandaag()
    if not nieuw.naam.strip():
        raise Domeinfout(
            "naam_leeg", _("De naam ontbreekt."), _("Schrijf op waarvoor dit token is."), veld="naam"
        )
    if not systeemaccounts().filter(pk=nieuw.gebruiker_id).exists():
        raise Domeinfout(
            "geen_systeemaccount",
            _("Dit is geen account van een systeem."),
            _("Kies een account uit de lijst, of maak eerst een systeemaccount."),
            veld="account",
        )
    if not vandaag <= nieuw.geldig_tot_en_met <= vandaag + HOOGSTENS:
        raise Domeinfout(
            "token_einde",
            _("Een token is geldig tot en met een dag binnen een jaar."),
            _("Kies een dag tussen vandaag en over een jaar."),
            veld="geldig_tot_en_met",
        )


@actie("kernel", Permissie.TOEGANGSTOKEN_BEHEREN)
def trek_toegangstoken_in(door: Actor, token_id: int) -> None:
    """Withdraw a token, as of now; one that is withdrawn already stays as it is."""
    rij = Toegangstoken.objects.select_for_update(no_key=True).filter(pk=token_id).first()
    if rij is None:
        raise _onbekend()
    if rij.ingetrokken_op is not None:
        return
    rij.ingetrokken_op = klok.nu()
    rij.save(update_fields=["ingetrokken_op"])
    leg_vast(door, Vastlegging(ToegangstokenIngetrokken(), rij.pk, klok.vandaag()))


def systeemaccounts() -> QuerySet[Gebruiker]:
    """Return the accounts of systems: active, and without a password to log in with."""
    rijen = Gebruiker.objects.filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return rijen.order_by("naam", "pk")


def tokenaccounts(door: Actor) -> list[tuple[int, str]]:
    """Return (id, name) of the accounts for which a token can be made, for who manages them."""
    _eis_beheer(door)
    return list(systeemaccounts().values_list("pk", "naam"))


def toegangstokens(door: Actor, token_id: int | None = None) -> list[Tokenregel]:
    """Return every token (or this one), newest first, for who manages them; NietGevonden for an unknown."""
    _eis_beheer(door)
    rijen = Toegangstoken.objects.select_related("gebruiker", "gemaakt_door").order_by("-pk")
    gevonden = [_regel(rij) for rij in (rijen if token_id is None else rijen.filter(pk=token_id))]
    if token_id is not None and not gevonden:
        raise _onbekend()
    return gevonden


def _regel(rij: Toegangstoken) -> Tokenregel:
    verlopen = rij.tot <= klok.vandaag()
    return Tokenregel(
        id=rij.pk,
        naam=rij.naam,
        account=rij.gebruiker.naam,
        gemaakt_op=rij.gemaakt_op,
        gemaakt_door=rij.gemaakt_door.naam if rij.gemaakt_door else "Samendoen",
        geldig_tot_en_met=rij.tot - EEN_DAG,
        laatst_gebruikt_op=rij.laatst_gebruikt_op,
        stand="ingetrokken" if rij.ingetrokken_op else "verlopen" if verlopen else "geldig",
    )


def afdruk(geheim: str) -> str:
    """Return what is kept of a secret."""
    return sha256(geheim.encode()).hexdigest()


def actor_van_token(geheim: str) -> Actor | None:
    """Return who acts with this token; None when it is unknown, withdrawn or past, or its account is off.

    One query, and once a day one write: that it was used.
    """
    dag = klok.vandaag()
    with connection.cursor() as cursor:
        cursor.execute(
            _WIE, {"afdruk": afdruk(geheim), "dag": dag, "systeem": f"{UNUSABLE_PASSWORD_PREFIX}%"}
        )
        rij = cursor.fetchone()
    if rij is None:
        return None
    token_id, gebruikt, gebruiker_id, naam, rollen, groepen = rij
    if gebruikt != dag:
        with schrijft("kernel"):
            Toegangstoken.objects.filter(pk=token_id).update(laatst_gebruikt_op=dag)
    return maak_actor(gebruiker_id, naam, frozenset(Rol(rol) for rol in rollen), frozenset(groepen))


def _eis_beheer(door: Actor) -> None:
    if not door.mag(Permissie.TOEGANGSTOKEN_BEHEREN):
        raise Geweigerd(
            "geen_recht", _("Alleen functioneel beheer ziet de toegangstokens."), _("Vraag het hun.")
        )


def _onbekend() -> NietGevonden:
    return NietGevonden(
        "niet_gevonden", _("Dit toegangstoken bestaat niet."), _("Ga terug naar het overzicht.")
    )
