"""Recognising a resident: an exact question gives just enough to say "yes, that is me" (record 0007)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.inwoners.access import afgeschermd, leesbaar, loopt
from samendoen.inwoners.actions.gegevens import BSN_DOEL
from samendoen.inwoners.models import Gezinslid, Inwoner
from samendoen.inwoners.queries.huishoudens import huishoudens_van
from samendoen.inwoners.queries.kernen import NAAMVELDEN, naam_van
from samendoen.inwoners.rules import KORTSTE_NAAM, kaal_huisnummer, volledige_naam, zoeknamen
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, Permissie, dossiers_van, klok, log_inzage
from samendoen.kernel.velden import blinde_indexen
from samendoen.recht.api import Rechtsfout, eis_bsn, is_postcode, leeftijd, normaliseer_postcode
from samendoen.schil.api import datum_kort

MEESTE = 12
MEESTE_NAMEN = 5


@dataclass(frozen=True, slots=True)
class Herkenning:
    """Somebody who may be meant. Of a secret address only the name and birth date, and that it is secret.

    `leesbaar`: this actor has a grant, so that the page of this resident opens.
    """

    persoon_id: int
    naam: str
    geboortedatum_tekst: str
    plaats: str
    huishouden_id: int | None
    huisgenoten: tuple[str, ...]
    geheim: bool
    leesbaar: bool = False
    leeftijd: int = 0

    @property
    def regel(self) -> str:
        """Return the one line by which people tell two of the same name apart."""
        return ", ".join(deel for deel in (self.naam, self.geboortedatum_tekst, self.plaats) if deel)


def herken(
    door: Actor,
    *,
    naam: str = "",
    geboortedatum: date | None = None,
    bsn: str = "",
    postcode: str = "",
    huisnummer: str = "",
) -> list[Herkenning]:
    """Return who may be meant: by number, or by surname with birth date, or surname with address.

    Less than that gives nothing. First names before the surname do no harm, and three letters of a surname
    are enough; a shorter one must be all of it. A number that fails the check is a Domeinfout. Whose address
    is secret is found by number alone, by name only by who may read them. The look-up is in the read log.
    """
    eis_zoekrecht(door)
    rijen = _gezocht(naam, geboortedatum, bsn, postcode, huisnummer)
    if rijen is None:
        return []
    velden = (*NAAMVELDEN, "geboortedatum", "plaats")
    gevonden = list(rijen.order_by("achternaam", "geboortedatum", "pk").only(*velden)[:MEESTE])
    ids = [rij.pk for rij in gevonden]
    geheim, leesbaar_ = afgeschermd(ids), leesbaar(door, ids)
    getoond = [rij for rij in gevonden if bsn.strip() or rij.pk not in geheim - leesbaar_]
    wie = [rij.pk for rij in getoond]
    log_inzage(door, "herkennen", dossiers_van(wie), wie)
    return _herkenningen(getoond, geheim, leesbaar_)


def _gezocht(
    naam: str, geboortedatum: date | None, bsn: str, postcode: str, huisnummer: str
) -> QuerySet[Inwoner] | None:
    """Return the rows that an exact question asks for; None when it is not exact enough."""
    if bsn.strip():
        return Inwoner.objects.filter(bsn_index=blinde_indexen([eis_nummer(bsn)], BSN_DOEL)[0])
    op_naam = _op_naam(naam)
    if op_naam is None:
        return None
    if geboortedatum is not None:
        return op_naam.filter(geboortedatum=geboortedatum)
    if is_postcode("".join(postcode.split()).upper()) and kaal_huisnummer(huisnummer):
        return op_naam.filter(postcode=normaliseer_postcode(postcode), huisnummer=kaal_huisnummer(huisnummer))
    return None


def _op_naam(naam: str) -> QuerySet[Inwoner] | None:
    vragen = [
        Q(naam_zoek__contains=zoek) if len(zoek) >= KORTSTE_NAAM else Q(naam_zoek=zoek)
        for zoek in zoeknamen(naam)[:MEESTE_NAMEN]
    ]
    return Inwoner.objects.filter(reduce(or_, vragen)) if vragen else None


def eis_zoekrecht(door: Actor) -> None:
    """Refuse who may not search residents."""
    if not door.mag(Permissie.INWONER_ZOEKEN):
        raise Geweigerd(
            "geen_recht",
            _("Uw rol geeft hier geen recht op."),
            _("Vraag functioneel beheer om de rol die hierbij hoort."),
        )


def eis_nummer(bsn: str) -> str:
    """Return a number that passes the check, or raise Domeinfout; it never repeats the number."""
    try:
        return eis_bsn(bsn)
    except Rechtsfout as f:
        raise Domeinfout("inwoner_bsn", f.toelichting, f.doe, veld="bsn") from f


def _herkenningen(rijen: Iterable[Inwoner], geheim: set[int], leesbaar_: set[int]) -> list[Herkenning]:
    alle = list(rijen)
    open_ = [rij.pk for rij in alle if rij.pk not in geheim]
    huishoudens = huishoudens_van(open_)
    genoten = _huisgenoten(huishoudens.values())
    return [
        Herkenning(
            persoon_id=rij.pk,
            naam=naam_van(rij),
            geboortedatum_tekst=datum_kort(rij.geboortedatum),
            plaats="" if rij.pk in geheim else rij.plaats,
            huishouden_id=huishoudens.get(rij.pk),
            huisgenoten=tuple(
                n for persoon, n in genoten.get(huishoudens.get(rij.pk, 0), ()) if persoon != rij.pk
            ),
            geheim=rij.pk in geheim,
            leesbaar=rij.pk in leesbaar_,
            leeftijd=leeftijd(rij.geboortedatum, klok.vandaag()),
        )
        for rij in alle
    ]


def _huisgenoten(huishouden_ids: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
    """Return household -> (person, name) of who lives there; who hides elsewhere is left out."""
    leden = list(
        Gezinslid.objects.filter(loopt(), Q(huishouden__in=set(huishouden_ids)))
        .order_by("id")
        .values_list("huishouden_id", "inwoner_id")
    )
    personen = {persoon for _huishouden, persoon in leden}
    personen -= afgeschermd(personen)
    rijen = Inwoner.objects.filter(pk__in=personen).values_list("pk", *NAAMVELDEN)
    namen = {pk: volledige_naam(*delen) for pk, *delen in rijen}
    per: dict[int, list[tuple[int, str]]] = {}
    for huishouden, persoon in leden:
        if persoon in namen:
            per.setdefault(huishouden, []).append((persoon, namen[persoon]))
    return per
