"""Keep an own question under a name, and take it away again."""

import re

from django.utils.translation import gettext as _

from samendoen.cijfers.events import VraagBewaard, VraagWeggehaald
from samendoen.cijfers.models import Eigenvraag
from samendoen.cijfers.queries.eigenvraag import beantwoord
from samendoen.cijfers.rules.keuze import Keuze, adres
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
)

MEESTE = 50
"""So many questions somebody keeps at most."""
LANGSTE = 80
# Eight digits in a row: the number of a person, a phone, an account.
_NUMMER = re.compile(r"(\d[ .-]?){8}")


@actie("cijfers", Permissie.CIJFERS_ZIEN)
def bewaar_vraag(door: Actor, naam: str, keuze: Keuze) -> int:
    """Keep a question for oneself; return its id. The same name and question again is harmless.

    Raises Domeinfout for a name that is empty, too long, taken or looks like a number of a person, for a
    question that cannot be answered, or when there are too many.
    """
    naam = " ".join(naam.split())
    assert door.id is not None
    _keur_naam(naam)
    beantwoord(door, keuze)
    eigen = Eigenvraag.objects.select_for_update().filter(gebruiker=door.id)
    staand = eigen.filter(naam=naam).first()
    if staand is not None:
        if staand.adres == adres(keuze):
            return staand.pk
        raise Domeinfout(
            "vraag_naam",
            _("U heeft al een vraag met deze naam."),
            _("Kies een andere naam, of haal de oude vraag weg."),
            veld="naam",
        )
    if eigen.count() >= MEESTE:
        raise Domeinfout(
            "vraag_naam",
            _("U heeft al %(n)s vragen bewaard.") % {"n": MEESTE},
            _("Haal eerst een vraag weg."),
            veld="naam",
        )
    rij = Eigenvraag.objects.create(gebruiker_id=door.id, naam=naam, adres=adres(keuze), bewaard_op=klok.nu())
    leg_vast(door, Vastlegging(VraagBewaard(feit=keuze.feit), rij.pk, klok.vandaag()))
    return rij.pk


def _keur_naam(naam: str) -> None:
    wat = ""
    if not naam:
        wat = _("De naam ontbreekt.")
    elif len(naam) > LANGSTE or not naam.isprintable():
        wat = _("Deze naam is te lang, of er staat een teken in dat niet kan.")
    elif _NUMMER.search(naam):
        wat = _("In deze naam staat een nummer dat van een mens kan zijn.")
    if wat:
        doe = _(
            "Schrijf kort waar de vraag over gaat (tot %(n)s tekens), zonder namen of nummers van mensen."
        )
        raise Domeinfout("vraag_naam", wat, doe % {"n": LANGSTE}, veld="naam")


@actie("cijfers", Permissie.CIJFERS_ZIEN)
def haal_vraag_weg(door: Actor, vraag_id: int) -> str:
    """Take an own question away; return its address, to keep it again. Raises NietGevonden for one of
    somebody else."""
    rij = Eigenvraag.objects.select_for_update().filter(pk=vraag_id, gebruiker=door.id).first()
    if rij is None:
        raise NietGevonden(
            "vraag_onbekend", _("Deze vraag is er niet (meer)."), _("Ga terug naar uw eigen vragen.")
        )
    adres_ = rij.adres
    rij.delete()
    leg_vast(door, Vastlegging(VraagWeggehaald(), vraag_id, klok.vandaag()))
    return adres_
