"""Marks and judgments of safety as a professional sees them, and the tasks that they ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import niet_gevonden, veilig
from samendoen.casus.events import MERK, TAXATIE
from samendoen.casus.models import (
    MERKSOORTEN,
    OORDELEN_VEILIGHEID,
    Veiligheidsmerk,
    Veiligheidstaxatie,
)
from samendoen.casus.queries.taken import regisseurs
from samendoen.casus.rules import Merksoort, Onveiligheid, Status
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, gevuld, klok
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang, status, termijn_tekst
from samendoen.toegang.api import meldingkernen
from samendoen.werk.api import taakregel

OORDEELVORM = {Onveiligheid.ACUUT: "fout", Onveiligheid.STRUCTUREEL: "waarschuwing", Onveiligheid.GEEN: "ok"}
KIJKMOMENT, MERK_LOOPT_AF = "kijkmoment", "merk-loopt-af"
"""Codes of the task rules."""


@dataclass(frozen=True, slots=True)
class Merkbeeld:
    """A mark ready to show: about whom, what to do, and until when."""

    id: int
    soort: str
    wie: str
    instructie: str
    reden: str
    besloten_door: str
    van: str
    tot: str
    geldt: bool
    einde: str


@dataclass(frozen=True, slots=True)
class Taxatiebeeld:
    """A judgment ready to show; `laatste` is the one that holds."""

    id: int
    wie: str
    oordeel: SafeString
    woorden: str
    op: str
    door: str
    opnieuw: str
    ingetrokken: str
    laatste: bool


def geldend(rijen: QuerySet[Veiligheidsmerk], dag: date) -> QuerySet[Veiligheidsmerk]:
    """Keep the marks that hold on a day; one whose words were erased warns of nothing."""
    return rijen.filter(opgeheven_op=None, van__lte=dag, tot__gte=dag).exclude(instructie="")


def merken_van_casus(door: Actor, casus_id: int) -> list[Merkbeeld]:
    """Return the marks of a casus that this actor may read, those that hold first. The page logs it."""
    return _beelden(door, veilig(Veiligheidsmerk.objects.filter(casus=casus_id), door))


def geldende_merken(door: Actor, casus_id: int) -> list[Merkbeeld]:
    """Return the marks that hold today in a casus, of whom this actor may read; for who goes on a visit."""
    rijen = geldend(Veiligheidsmerk.objects.filter(casus=casus_id), klok.vandaag())
    return _beelden(door, veilig(rijen, door))


def _beelden(door: Actor, rijen: QuerySet[Veiligheidsmerk]) -> list[Merkbeeld]:
    alle = list(rijen.select_related("besloten_door").order_by("-tot", "-pk"))
    wie = namen(door, {rij.inwoner_id for rij in alle}) if alle else {}
    beelden = [_beeld(rij, wie) for rij in alle]
    return sorted(beelden, key=lambda b: not b.geldt)


def _beeld(rij: Veiligheidsmerk, wie: Mapping[int, str]) -> Merkbeeld:
    vandaag = klok.vandaag()
    geldt = rij.opgeheven_op is None and rij.van <= vandaag <= rij.tot and bool(rij.instructie)
    einde = _("Opgeheven op %(dag)s.") if rij.opgeheven_op else _("Afgelopen op %(dag)s.")
    return Merkbeeld(
        id=rij.pk,
        soort=str(MERKSOORTEN[Merksoort(rij.soort)]),
        wie=wie.get(rij.inwoner_id, ""),
        instructie=rij.instructie or _("De woorden zijn gewist."),
        reden=rij.reden,
        besloten_door=rij.besloten_door.naam,
        van=datum_lang(rij.van),
        tot=termijn_tekst(rij.tot, vandaag) if geldt else datum_lang(rij.tot),
        geldt=geldt,
        einde="" if geldt else einde % {"dag": datum_lang(rij.opgeheven_op or rij.tot)},
    )


def taxaties_van_casus(door: Actor, casus_id: int) -> list[Taxatiebeeld]:
    """Return the judgments of a casus that this actor may read, newest first."""
    rijen = veilig(Veiligheidstaxatie.objects.filter(casus=casus_id), door).select_related("door")
    alle = list(rijen.order_by("-op", "-pk"))
    wie = namen(door, {rij.inwoner_id for rij in alle}) if alle else {}
    geldt = _laatste(alle)
    return [_taxatie(rij, wie.get(rij.inwoner_id, ""), rij.pk in geldt) for rij in alle]


def _laatste(rijen: Iterable[Veiligheidstaxatie]) -> set[int]:
    """Return the judgment that holds for each person; the rows come newest first."""
    per: dict[int, int] = {}
    for rij in rijen:
        if rij.ingetrokken_op is None:
            per.setdefault(rij.inwoner_id, rij.pk)
    return set(per.values())


def _taxatie(rij: Veiligheidstaxatie, wie: str, laatste: bool) -> Taxatiebeeld:
    oordeel = Onveiligheid(rij.oordeel)
    return Taxatiebeeld(
        id=rij.pk,
        wie=wie,
        oordeel=status(OORDEELVORM[oordeel], str(OORDELEN_VEILIGHEID[oordeel])),
        woorden=rij.woorden or _("De woorden zijn gewist."),
        op=datum_lang(rij.op),
        door=rij.door.naam if rij.door else "Samendoen",
        opnieuw=termijn_tekst(rij.opnieuw_op, klok.vandaag()) if rij.opnieuw_op and laatste else "",
        ingetrokken=datum_lang(rij.ingetrokken_op) if rij.ingetrokken_op else "",
        laatste=laatste,
    )


def haal_merk(door: Actor, merk_id: int) -> Veiligheidsmerk:
    """Return a mark; NietGevonden when it is not this reader's to know."""
    rij = veilig(Veiligheidsmerk.objects.filter(pk=merk_id), door).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def haal_taxatie(door: Actor, taxatie_id: int) -> Veiligheidstaxatie:
    """Return a judgment; NietGevonden when it is not this reader's to know."""
    rij = veilig(Veiligheidstaxatie.objects.filter(pk=taxatie_id), door).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Warn at the head of a casus, and before a visit; "" when no mark holds that this actor may read."""
    zijn_er = "casus:veiligheid.merken" in gevuld(door, "casus", onderwerp_id)
    merken = geldende_merken(door, onderwerp_id) if zijn_er else []
    url = reverse("veiligheid", args=[onderwerp_id])
    return _waarschuwing(merken, url)


def paneel_melding(door: Actor, onderwerp_id: int) -> str:
    """Warn on the page of a question about somebody with a mark, who may read that person's casus."""
    kern = meldingkernen(door, [onderwerp_id]).get(onderwerp_id)
    if kern is None or not kern.herkend:
        return ""
    rijen = geldend(Veiligheidsmerk.objects.filter(inwoner=kern.persoon_id), klok.vandaag())
    zichtbare = veilig(rijen, door)
    casus = zichtbare.values_list("casus_id", flat=True).first()
    return _waarschuwing(_beelden(door, zichtbare), reverse("veiligheid", args=[casus])) if casus else ""


def _waarschuwing(merken: list[Merkbeeld], url: str) -> str:
    return render_to_string("casus/paneel_merken.html", {"merken": merken, "url": url}) if merken else ""


def aanduiding_merk(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return whom each mark is about, of those that this actor may read."""
    return _over_wie(door, veilig(Veiligheidsmerk.objects.filter(pk__in=set(onderwerp_ids)), door))


def aanduiding_taxatie(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return whom each judgment is about, of those that this actor may read."""
    return _over_wie(door, veilig(Veiligheidstaxatie.objects.filter(pk__in=set(onderwerp_ids)), door))


def _over_wie(door: Actor, rijen: QuerySet[Veiligheidsmerk] | QuerySet[Veiligheidstaxatie]) -> dict[int, str]:
    paren = list(rijen.values_list("pk", "inwoner_id"))
    wie = namen(door, {persoon for _pk, persoon in paren})
    return {pk: wie[persoon] for pk, persoon in paren if persoon in wie}


def kijkmomenten(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director for everybody whose safety should be looked at again soon after `dag`.

    It hangs on no dossier: then nobody but the director sees that safety is looked at.
    """
    regel = taakregel(KIJKMOMENT)
    rijen = Veiligheidstaxatie.objects.filter(ingetrokken_op=None, casus__status=Status.OPEN)
    binnenkort = rijen.filter(opnieuw_op__lte=dag + regel.vooraf)
    per: dict[tuple[int, int], Veiligheidstaxatie] = {}
    for rij in rijen.filter(casus__in=binnenkort.values("casus")).order_by("-op", "-pk"):
        per.setdefault((rij.casus_id, rij.inwoner_id), rij)
    regie = regisseurs(casus for casus, _wie in per)
    for rij in sorted(per.values(), key=lambda r: r.pk):
        if rij.opnieuw_op is None or rij.opnieuw_op > dag + regel.vooraf:
            continue
        woorden = regel.schrijf(op=datum_lang(rij.op), dag=datum_lang(rij.opnieuw_op))
        yield taak(str(rij.pk), woorden, rij.opnieuw_op, regie[rij.casus_id], (TAXATIE, rij.pk))


def herleid_kijkmoment(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to look again was computed."""
    rij = Veiligheidstaxatie.objects.get(pk=int(sleutel))
    return [(_("Ingeschat"), rij.op)]


def aflopende_merken(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director for every mark that ends by itself soon after `dag`; on no dossier."""
    regel = taakregel(MERK_LOOPT_AF)
    rijen = Veiligheidsmerk.objects.filter(
        casus__status=Status.OPEN, opgeheven_op=None, tot__gte=dag, tot__lte=dag + regel.vooraf
    )
    alle = list(rijen.exclude(instructie="").order_by("pk"))
    regie = regisseurs(rij.casus_id for rij in alle)
    for rij in alle:
        # With the day in it: prolonged, it asks anew before that end.
        sleutel = f"{rij.pk}.{rij.tot.isoformat()}"
        yield taak(
            sleutel, regel.schrijf(dag=datum_lang(rij.tot)), rij.tot, regie[rij.casus_id], (MERK, rij.pk)
        )


def herleid_merk(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to decide on a mark was computed."""
    rij = Veiligheidsmerk.objects.get(pk=int(sleutel.partition(".")[0]))
    return [(_("Merk vanaf"), rij.van)]


def taak(
    sleutel: str, woorden: tuple[str, str], uiterlijk: date, wie: int, onderwerp: tuple[str, int]
) -> Taakvoorstel:
    """Return a task about safety for the director of a casus: on no dossier, so that only they see it."""
    tekst, uitleg = woorden
    soort, nummer = onderwerp
    return Taakvoorstel(
        sleutel=sleutel,
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=uiterlijk,
        dossier_id=None,
        groep_id=None,
        gebruiker_id=wie,
        onderwerp_soort=soort,
        onderwerp_id=nummer,
    )
