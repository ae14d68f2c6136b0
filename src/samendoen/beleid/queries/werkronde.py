"""Where a plan stands before a day of reporting: per activity what is there and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Max

from samendoen.beleid.events import ACTIVITEIT
from samendoen.beleid.models import Aanbieding, Activiteit, Onderdeel, Plan, Rapportdag, Stand, Verantwoording
from samendoen.beleid.queries.boom import loopt
from samendoen.beleid.rules import Deelsoort
from samendoen.beleid.rules.jaar import Aanbodstaat, Mist, Ronde, Werkstand, aan_de_beurt, ronde, wat_mist
from samendoen.kernel.api import klok
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.werk.api import taakregel

VRAAG, GEMIST = "verantwoording", "verantwoording-gemist"
LANGSTE_TAAK = 200


@dataclass(frozen=True, slots=True)
class Werkregel:
    """An activity of the round: what it has, and what it misses."""

    activiteit: Activiteit
    stand: Werkstand
    mist: tuple[Mist, ...]


@dataclass(frozen=True, slots=True)
class Werkronde:
    """The round of a plan on a day: for which report, since when, how urgent, and every activity of it."""

    rapportdag: Rapportdag
    sinds: date | None
    ronde: Ronde
    regels: tuple[Werkregel, ...]


def rondes(dag: date, plannen: list[Plan] | None = None) -> list[Werkronde]:
    """Return the round of every plan (or of these) in which something is asked on `dag`, or soon will be."""
    rijen = Rapportdag.objects.filter(vervallen_op=None).select_related("plan").order_by("plan", "dag")
    if plannen is not None:
        rijen = rijen.filter(plan__in=plannen)
    per: dict[int, list[Rapportdag]] = {}
    for rij in rijen:
        per.setdefault(rij.plan_id, []).append(rij)
    uit = []
    for dagen in per.values():
        beurt = aan_de_beurt([r.dag for r in dagen], dag)
        if beurt is None:
            continue
        sinds, wanneer = beurt
        rapportdag = next(r for r in dagen if r.dag == wanneer)
        hoe = ronde(dag, rapportdag.dag, rapportdag.dagen_vooraf, rapportdag.dagen_herinnering)
        uit.append(Werkronde(rapportdag, sinds, hoe, tuple(_regels(rapportdag.plan_id, sinds, dag))))
    return uit


def _regels(plan_id: int, sinds: date | None, dag: date) -> Iterator[Werkregel]:
    deel = Onderdeel.objects.filter(plan=plan_id, soort=Deelsoort.JAARAGENDA).order_by("-jaar", "volgorde")
    agenda = deel.first()
    if agenda is None:
        return
    pad = "doelstelling__thema"
    rijen = list(
        Activiteit.objects.filter(loopt(dag), **{f"{pad}__onderdeel": agenda})
        .filter(doelstelling__beeindigd_op=None, doelstelling__thema__beeindigd_op=None)
        .select_related("doelstelling", "eigenaar")
        .order_by(f"{pad}__volgorde", "doelstelling__volgorde", "volgorde", "pk")
    )
    ids = [rij.pk for rij in rijen]
    lichten, teksten, aanbod = _lichten(ids, sinds), _teksten(ids, sinds), _aanbod(ids, sinds)
    for rij in rijen:
        stand = Werkstand(
            eigenaar=rij.eigenaar_id is not None,
            lichten=len(lichten.get(rij.pk, set()) & set(agenda.aspecten)),
            aspecten=len(agenda.aspecten),
            tekst=rij.pk in teksten,
            aanbod=aanbod.get(rij.pk),
        )
        yield Werkregel(rij, stand, wat_mist(stand))


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time.max, klok.NEDERLAND)


def _lichten(ids: list[int], sinds: date | None) -> dict[int, set[str]]:
    standen = Stand.objects.filter(activiteit__in=ids, synthetisch=False)
    if sinds is not None:
        standen = standen.filter(peildatum__gt=sinds)
    per: dict[int, set[str]] = {}
    for nummer, aspect in standen.values_list("activiteit_id", "aspect").distinct():
        per.setdefault(nummer, set()).add(aspect)
    return per


def _teksten(ids: list[int], sinds: date | None) -> set[int]:
    teksten = Verantwoording.objects.filter(activiteit__in=ids, bron="")
    if sinds is not None:
        teksten = teksten.filter(op__gt=sinds)
    return set(teksten.values_list("activiteit_id", flat=True))


def _aanbod(ids: list[int], sinds: date | None) -> dict[int, Aanbodstaat]:
    """Return what came of the newest offer since the report before; what lapsed counts as none."""
    rijen = Aanbieding.objects.filter(activiteit__in=ids)
    if sinds is not None:
        rijen = rijen.filter(aangeboden_op__gt=_moment(sinds))
    nieuwste = rijen.values("activiteit").annotate(pk_max=Max("pk")).values_list("pk_max", flat=True)
    staten = Aanbieding.objects.filter(pk__in=list(nieuwste)).values_list("activiteit_id", "staat")
    return {nummer: Aanbodstaat(staat) for nummer, staat in staten}


def vragen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every owner whose account is asked and not offered; without an owner the adviser's."""
    regel = taakregel(VRAAG)
    for r in rondes(dag):
        if r.ronde in (Ronde.GEVRAAGD, Ronde.HERINNERD, Ronde.TE_LAAT):
            variant = "" if r.ronde is Ronde.GEVRAAGD else "herinnering"
            for w in _te_doen(r):
                # Late and without an owner: the other rule asks the adviser.
                vervangt = None if r.ronde is Ronde.TE_LAAT else r.rapportdag.adviseur_id
                wie = w.activiteit.eigenaar_id or vervangt
                tekst, uitleg = regel.schrijf(
                    variant,
                    activiteit=w.activiteit.titel,
                    dag=datum_lang(r.rapportdag.dag),
                    vooraf=r.rapportdag.dagen_vooraf,
                )
                if wie is not None:
                    yield _voorstel(r, w, wie, tekst, uitleg)


def gemist(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the adviser for every account that was not offered in time."""
    regel = taakregel(GEMIST)
    for r in rondes(dag):
        if r.ronde is Ronde.TE_LAAT and r.rapportdag.adviseur_id is not None:
            for w in _te_doen(r):
                tekst, uitleg = regel.schrijf(activiteit=w.activiteit.titel, dag=datum_lang(r.rapportdag.dag))
                yield _voorstel(r, w, r.rapportdag.adviseur_id, tekst, uitleg)


def _te_doen(r: Werkronde) -> Iterator[Werkregel]:
    klaar = (Aanbodstaat.OPEN, Aanbodstaat.GOEDGEKEURD)
    return (w for w in r.regels if w.stand.aanbod not in klaar)


def _voorstel(r: Werkronde, w: Werkregel, wie: int, tekst: str, uitleg: str) -> Taakvoorstel:
    return Taakvoorstel(
        sleutel=f"{r.rapportdag.pk}.{w.activiteit.pk}",
        tekst=tekst if len(tekst) <= LANGSTE_TAAK else f"{tekst[: LANGSTE_TAAK - 1]}…",
        uitleg=uitleg,
        uiterlijk=r.rapportdag.dag,
        dossier_id=None,
        groep_id=None,
        gebruiker_id=wie,
        onderwerp_soort=ACTIVITEIT,
        onderwerp_id=w.activiteit.pk,
    )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which a task was computed."""
    rij = Rapportdag.objects.get(pk=int(sleutel.partition(".")[0]))
    return [(rij.titel, rij.dag)]
