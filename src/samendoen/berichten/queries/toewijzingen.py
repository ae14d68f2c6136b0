"""What a provider must hear: per client and provider the assignments that differ from what we sent last."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from django.utils import timezone

from samendoen.berichten.models import Berichtregel
from samendoen.berichten.queries.toekenning import Toekenning, toekenningen
from samendoen.berichten.rules.inhoud import toets
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.berichten.rules.toewijzingsbericht import Client, Product, Toewijzingsbericht
from samendoen.besluiten.api import Toewijzingkern, uit_te_wisselen
from samendoen.inwoners.api import Clientgegevens, clientgegevens
from samendoen.kernel.api import klok
from samendoen.organisatie.api import GemeenteWaarde, gemeente

STANDAARD = {"wmo": "wmo", "jeugd": "jw"}
"""The law of an assignment -> the standard of its messages."""
KLASSE = "ToegewezenProduct"
GENERIEK = "generiek"
"""What is assigned is a budget alone: without a product."""
EEN_DAG = timedelta(days=1)
BSN, PRODUCT, OMVANG = "bsn", "product", "omvang"
"""Why no message can be made: what is missing, or (a rule of level 2) what does not fit."""


@dataclass(frozen=True, slots=True)
class TeSturen:
    """A 301 to make: all of one client at one provider, of which `gewijzigd` is news.

    `beletsel` says why it cannot be made, "" when it can.
    """

    wet: str
    aanbieder: str
    persoon_id: int
    dossier_id: int
    kernen: Sequence[Toewijzingkern]
    gewijzigd: Sequence[Toewijzingkern]
    momenten: Sequence[datetime]
    bericht: Toewijzingsbericht | None
    beletsel: str
    verzoeken: Mapping[int, Sequence[int]]
    """Request that this grants for the first time -> its assignments in here."""


def op_te_stellen() -> list[TeSturen]:
    """Return the messages that are to be made now; some queries, whatever their number.

    Of each client at each provider of whom something changed: all that holds today or later, and what
    changed since the message before (OP087).
    """
    kernen = uit_te_wisselen()
    verstuurd = _verstuurd(kern.id for kern in kernen)
    nieuws = {
        kern.id
        for kern in kernen
        if vingerafdruk(kern) != verstuurd.get(kern.id, ("", None))[0]
        and not (kern.verwijderd and kern.id not in verstuurd)
    }
    groepen: dict[tuple[str, str, int], list[Toewijzingkern]] = {}
    for kern in kernen:
        groepen.setdefault((kern.wet, kern.aanbieder, kern.persoon_id), []).append(kern)
    te_doen = {sleutel: groep for sleutel, groep in groepen.items() if any(k.id in nieuws for k in groep)}
    clienten = clientgegevens(persoon for _wet, _aanbieder, persoon in te_doen)
    hier = gemeente()
    if hier is None:
        return []
    toegekend = toekenningen((kern for groep in te_doen.values() for kern in groep), nieuws, verstuurd)
    maak = partial(_te_sturen, hier=hier, nieuws=nieuws, verstuurd=verstuurd, toegekend=toegekend)
    return [maak(groep, client=clienten.get(persoon)) for (_w, _a, persoon), groep in te_doen.items()]


def vingerafdruk(kern: Toewijzingkern) -> str:
    """Return a mark of what a message says of an assignment; when it changes, the provider must hear it."""
    delen = (
        kern.categorie, kern.productcode, kern.van, kern.tot, kern.volume, kern.eenheid, kern.frequentie,
        kern.budget_eurocent, kern.reden_wijziging,
    )  # fmt: skip
    return hashlib.sha256("|".join(map(str, delen)).encode()).hexdigest()


Verstuurd = dict[int, tuple[str, datetime | None]]
"""Assignment -> what we sent last: the mark of it, and the moment of assigning in it."""


def _verstuurd(ids: Iterable[int]) -> Verstuurd:
    regels = Berichtregel.objects.filter(
        toewijzing__in=list(ids), klasse=KLASSE, bericht__richting=Richting.UIT.value
    ).exclude(bericht__status=Status.MISLUKT.value)
    velden = regels.order_by("pk").values_list("toewijzing_id", "vingerafdruk", "toegewezen_op")
    return {nummer: (merk, moment) for nummer, merk, moment in velden if nummer}


def _te_sturen(
    groep: Sequence[Toewijzingkern],
    *,
    client: Clientgegevens | None,
    hier: GemeenteWaarde,
    nieuws: set[int],
    verstuurd: Verstuurd,
    toegekend: Mapping[int, Toekenning],
) -> TeSturen:
    vandaag = klok.vandaag()
    kernen = [
        k for k in groep if k.id in nieuws or (not k.verwijderd and (k.tot is None or k.tot > vandaag))
    ]  # fmt: skip
    eerste, gewijzigd = kernen[0], [k for k in kernen if k.id in nieuws]
    momenten = [_moment(kern, nieuws, verstuurd) for kern in kernen]
    verzoeken: dict[int, list[int]] = {}
    for kern in kernen:
        if kern.id in toegekend and toegekend[kern.id].nieuw:
            verzoeken.setdefault(toegekend[kern.id].verzoek, []).append(kern.id)
    producten = [
        _product(kern, moment, toegekend.get(kern.id)) for kern, moment in zip(kernen, momenten, strict=True)
    ]
    bericht, beletsel = _bericht(kernen, producten, client, hier)
    return TeSturen(
        wet=eerste.wet,
        aanbieder=eerste.aanbieder,
        persoon_id=eerste.persoon_id,
        dossier_id=eerste.dossier_id,
        kernen=kernen,
        gewijzigd=gewijzigd,
        momenten=momenten,
        bericht=bericht,
        beletsel=beletsel,
        verzoeken=verzoeken,
    )


def _moment(kern: Toewijzingkern, nieuws: set[int], verstuurd: Verstuurd) -> datetime:
    """Return when this was assigned as it is now: what changed, now; else as we said before."""
    eerder = verstuurd.get(kern.id)
    if eerder is not None and eerder[1] is not None and kern.id not in nieuws:
        return timezone.localtime(eerder[1])
    nu = klok.nu()
    if eerder is None and kern.toegewezen_op < nu.date():
        return datetime.combine(kern.toegewezen_op, time(12), nu.tzinfo)
    return nu.replace(microsecond=0)


def _bericht(
    kernen: Sequence[Toewijzingkern],
    producten: Sequence[Product],
    client: Clientgegevens | None,
    hier: GemeenteWaarde,
) -> tuple[Toewijzingsbericht | None, str]:
    """Return the message, or why there can be none."""
    if client is None or not client.bsn:
        return None, BSN
    if not all(kern.categorie or kern.wijze == GENERIEK for kern in kernen):
        return None, PRODUCT
    bericht = Toewijzingsbericht(
        standaard=STANDAARD[kernen[0].wet],
        gemeente=hier.code,
        aanbieder=kernen[0].aanbieder,
        client=_client(client, hier.naam),
        producten=producten,
    )
    proef = bericht.maak("0", klok.vandaag())
    return (None, OMVANG) if toets(proef) else (bericht, "")


def _client(c: Clientgegevens, gemeentenaam: str) -> Client:
    return Client(
        bsn=c.bsn, geboortedatum=c.geboortedatum, geslacht=c.geslacht, achternaam=c.achternaam,
        tussenvoegsel=c.tussenvoegsel, voornamen=c.voornamen, voorletters=c.voorletters, straat=c.straat,
        huisnummer=c.huisnummer, postcode=c.postcode, plaats=c.plaats, telefoon=c.telefoon, geheim=c.geheim,
        gemeente=gemeentenaam,
    )  # fmt: skip


def _product(kern: Toewijzingkern, moment: datetime, toegekend: Toekenning | None) -> Product:
    einde = None if kern.tot is None else kern.van if kern.verwijderd else kern.tot - EEN_DAG
    return Product(
        nummer=kern.id, categorie=kern.categorie, code=kern.productcode, toegewezen_op=moment,
        ingang=kern.van, einde=einde, reden_wijziging=kern.reden_wijziging, volume=kern.volume,
        eenheid=kern.eenheid, frequentie=kern.frequentie, budget=kern.budget_eurocent,
        referentie=toegekend.referentie if toegekend else "",
    )  # fmt: skip
