"""Everything that the page of an objection shows, and the pieces of it on other pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.besluiten.access import binnen, niet_gevonden
from samendoen.besluiten.events import BEZWAAR
from samendoen.besluiten.models import (
    AFZIEN,
    BEZWAARSTATUSSEN,
    BEZWAARUITKOMSTEN,
    BRIEFSOORTEN,
    GEBREKEN,
    HOREN,
    NAMENS,
    NIETONTVANKELIJK,
    UITKOMSTEN,
    Besluit,
    Bezwaar,
)
from samendoen.besluiten.queries.betrokken import betrokken_bij, vervangend_besluit
from samendoen.besluiten.queries.zaakbrief import brieven_van
from samendoen.besluiten.rules import Uitkomst
from samendoen.besluiten.rules.bezwaar import (
    VERVANGT,
    Afzien,
    Bezwaarstatus,
    Bezwaaruitkomst,
    Gebrek,
    Horen,
    Namens,
    Nietontvankelijk,
    dwangsom,
    mag_beslissen,
    per_dag,
)
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Niveau, gevuld, klok
from samendoen.kernel.api import verloop as gebeurtenissen
from samendoen.recht.api import beoordeel_tijdigheid
from samendoen.schil.api import Klok, datum_lang, euro_centen, status, termijn_tekst
from samendoen.werk.api import klokken_van, laatste_dagen

VORM = {
    Bezwaarstatus.ONTVANGEN: "loopt",
    Bezwaarstatus.BESLIST: "waarschuwing",
    Bezwaarstatus.BEKENDGEMAAKT: "ok",
    Bezwaarstatus.INGETROKKEN: "neutraal",
}
Feit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dwangsombeeld:
    """What deciding late costs so far: a sentence, and each day in default with its amount and the sum."""

    zin: str
    waarschuwing: str
    dagen: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Bezwaarbeeld:
    """An objection in words. `vervanging` is (url, sentence) about the decision in place of the first."""

    id: int
    wie: str
    status: Bezwaarstatus
    statuslabel: SafeString
    besluit: Feit
    tijdig: bool
    tijdigheid: str
    namens: Feit
    gronden: str
    behandelaar: str
    herstel: str
    herstel_open: bool
    horen: str
    gehoord: bool
    hoorverslag: str
    beslissing: tuple[Feit, ...]
    motivering: str
    vervanging: Feit | None
    dwangsom: Dwangsombeeld | None
    ingebreke: bool
    klokken: tuple[Klok, ...]
    termijn_id: int | None
    brieven: tuple[tuple[str, str, str], ...]
    verloop: tuple[dict[str, str], ...]
    betrokken: bool
    mag_vervangen: bool
    schrijfbaar: bool
    dossier_id: int


def bezwaarbeeld(door: Actor, bezwaar_id: int) -> Bezwaarbeeld:
    """Return an objection that this actor may read; NietGevonden outside the scope. The page logs it."""
    rijen = Bezwaar.objects.select_related("besluit__aanvraag__product", "behandelaar", "beslist_door")
    rij = binnen(rijen, door).filter(pk=bezwaar_id).first()
    if rij is None:
        raise niet_gevonden()
    stand = Bezwaarstatus(rij.status)
    return Bezwaarbeeld(
        id=rij.pk,
        wie=namen(door, [rij.inwoner_id]).get(rij.inwoner_id, ""),
        status=stand,
        statuslabel=bezwaarstatus(rij.status),
        besluit=(reverse("besluit", args=[rij.besluit_id]), besluitzin(rij.besluit)),
        tijdig=rij.tijdig,
        tijdigheid=_tijdigheid(rij),
        namens=(str(NAMENS[Namens(rij.namens)]), ", ".join([rij.indiener, *rij.indieneradres.splitlines()])),
        gronden=rij.gronden,
        behandelaar=rij.behandelaar.naam if rij.behandelaar else "",
        herstel=_herstel(rij),
        herstel_open=rij.hersteltermijn is not None and rij.hersteld_op is None,
        horen=_horen(rij),
        gehoord=rij.horen in (Horen.GEHOORD, Horen.AFGEZIEN),
        hoorverslag=rij.hoorverslag,
        beslissing=tuple(_beslissing(rij)),
        motivering=rij.motivering if rij.uitkomst else "",
        vervanging=_vervanging(rij),
        dwangsom=_dwangsom(rij),
        ingebreke=rij.ingebreke_op is not None,
        klokken=klokken_van(door, BEZWAAR, rij.pk),
        termijn_id=rij.termijn_id if stand in (Bezwaarstatus.ONTVANGEN, Bezwaarstatus.BESLIST) else None,
        brieven=tuple(_brieven(rij.pk)),
        verloop=tuple(_verloop(rij.pk)),
        betrokken=not mag_beslissen(door.id, betrokken_bij(rij.besluit)),
        mag_vervangen=_mag_vervangen(door, rij),
        schrijfbaar=binnen(Bezwaar.objects.filter(pk=rij.pk), door, Niveau.SCHRIJFBAAR).exists(),
        dossier_id=rij.dossier_id,
    )


def besluitzin(besluit: Besluit) -> str:
    """Return in words which decision it is: of which day, about what, and what it said."""
    woorden = {
        "dag": datum_lang(besluit.bekendgemaakt_op) if besluit.bekendgemaakt_op else "",
        "product": besluit.aanvraag.product.naam,
        "uitkomst": str(UITKOMSTEN[Uitkomst(besluit.uitkomst)]).lower(),
    }
    return _("Besluit van %(dag)s over %(product)s: %(uitkomst)s") % woorden


def bezwaarstatus(code: str) -> SafeString:
    """Return the label of an objection's status."""
    stand = Bezwaarstatus(code)
    return status(VORM[stand], str(BEZWAARSTATUSSEN[stand]))


def _tijdigheid(rij: Bezwaar) -> str:
    assert rij.besluit.bekendgemaakt_op is not None  # one objects to what was announced
    oordeel = beoordeel_tijdigheid(rij.besluit.bekendgemaakt_op, rij.ontvangen_op, rij.gepost_op)
    return f"{oordeel.uitleg} ({oordeel.grondslag})"


def _herstel(rij: Bezwaar) -> str:
    if rij.hersteltermijn is None:
        return ""
    wat = ", ".join(str(GEBREKEN[Gebrek(g)]) for g in rij.gebreken)
    if rij.hersteld_op is not None:
        return _("Aangevuld op %(dag)s: %(wat)s.") % {"dag": datum_lang(rij.hersteld_op), "wat": wat}
    return _("Gevraagd om aan te vullen uiterlijk %(dag)s: %(wat)s.") % {
        "dag": datum_lang(rij.hersteltermijn),
        "wat": wat,
    }


def _horen(rij: Bezwaar) -> str:
    stand = str(HOREN[Horen(rij.horen)])
    if rij.horen == Horen.AFGEZIEN:
        return f"{stand}: {AFZIEN[Afzien(rij.afzien)]}"
    return f"{stand}, {datum_lang(rij.horen_op)}" if rij.horen_op else stand


def _beslissing(rij: Bezwaar) -> Iterable[Feit]:
    if not rij.uitkomst or rij.beslist_op is None:
        return
    uitkomst = str(BEZWAARUITKOMSTEN[Bezwaaruitkomst(rij.uitkomst)])
    reden = f": {NIETONTVANKELIJK[Nietontvankelijk(rij.reden)]}" if rij.reden else ""
    yield _("Uitkomst"), f"{uitkomst}{reden}"
    wie = rij.beslist_door.naam if rij.beslist_door else "Samendoen"
    yield _("Beslist"), _("%(dag)s, door %(naam)s") % {"dag": datum_lang(rij.beslist_op), "naam": wie}
    if rij.verschoonbaar is not None:
        yield _("Te laat te verschonen"), _("ja") if rij.verschoonbaar else _("nee")
    if rij.bekendgemaakt_op and rij.beroep_tot:
        te_laat = "" if rij.op_tijd else f" ({_('na de termijn')})"
        yield _("Bekendgemaakt"), f"{datum_lang(rij.bekendgemaakt_op)}{te_laat}"
        yield _("Beroep kan tot en met"), datum_lang(rij.beroep_tot)
    if rij.dwangsom_eurocent:
        yield _("Dwangsom"), euro_centen(rij.dwangsom_eurocent)


def _mag_vervangen(door: Actor, rij: Bezwaar) -> bool:
    """Tell whether this actor may write where the decision in place of the first is announced, if any is."""
    if rij.status != Bezwaarstatus.BESLIST or rij.uitkomst not in VERVANGT:
        return True
    return binnen(Besluit.objects.filter(pk=rij.besluit_id), door, Niveau.SCHRIJFBAAR).exists()


def _vervanging(rij: Bezwaar) -> Feit | None:
    if rij.uitkomst not in VERVANGT:
        return None
    nieuw = vervangend_besluit(rij)
    if nieuw is None:
        return reverse("beslissen", args=[rij.besluit.aanvraag_id]), ""
    zin = _("Nieuw besluit: %(uitkomst)s") % {"uitkomst": str(UITKOMSTEN[Uitkomst(nieuw.uitkomst)]).lower()}
    return reverse("besluit", args=[nieuw.pk]), zin


def _dwangsom(rij: Bezwaar) -> Dwangsombeeld | None:
    if rij.ingebreke_op is None or rij.status == Bezwaarstatus.INGETROKKEN:
        return None
    uiterste = laatste_dagen(BEZWAAR, [rij.pk], {rij.pk: klok.vandaag()}).get(rij.pk)
    kosten = dwangsom(uiterste, rij.ingebreke_op, klok.vandaag(), rij.bekendgemaakt_op) if uiterste else None
    if kosten is None:
        return None
    woorden = {
        "ontvangen": datum_lang(rij.ingebreke_op),
        "eerste": datum_lang(kosten.eerste_dag),
        "dagen": kosten.dagen,
        "bedrag": euro_centen(kosten.bedrag_eurocent),
    }
    if not kosten.dagen:
        zin = _("In gebreke gesteld op %(ontvangen)s. Zonder beslissing begint de dwangsom op %(eerste)s.")
    else:
        zin = _("In gebreke gesteld op %(ontvangen)s. Sinds %(eerste)s: %(dagen)s dagen, samen %(bedrag)s.")
    return Dwangsombeeld(
        zin=zin % woorden,
        waarschuwing=" ".join(kosten.waarschuwingen),
        dagen=tuple(
            (datum_lang(dag), euro_centen(een), euro_centen(samen)) for dag, een, samen in per_dag(kosten)
        ),
    )


def _brieven(bezwaar_id: int) -> Iterable[tuple[str, str, str]]:
    for brief in brieven_van(BEZWAAR, bezwaar_id):
        url = reverse("zaakbrief", args=[brief.pk]) if brief.brief is not None else ""
        yield url, str(BRIEFSOORTEN[brief.soort]), datum_lang(brief.op)


def _verloop(bezwaar_id: int) -> Iterable[dict[str, str]]:
    for regel in gebeurtenissen(BEZWAAR, bezwaar_id):
        yield {
            "datum": datum_lang(regel["datum"]),
            "wat": regel["zin"],
            "wie": regel["wie"],
            "toelichting": _("Daarna teruggenomen.") if regel["herroepen"] else "",
        }


def paneel_casus(door: Actor, onderwerp_id: int) -> str:
    """Return the panel on the page of a casus: that there is an objection, and how long it may take.

    What it says stands in its own dossier, so the way to it is for who may read that. The page logs it.
    """
    if "casus:bezwaar" not in gevuld(door, "casus", onderwerp_id):
        return ""
    besluiten = binnen(Besluit.objects.filter(aanvraag__casus=onderwerp_id), door)
    return _paneel(door, Bezwaar.objects.filter(besluit__in=besluiten))


def paneel_aanvraag(door: Actor, aanvraag_id: int) -> str:
    """Return the same on the page of an application, for who reads that."""
    return _paneel(door, Bezwaar.objects.filter(besluit__aanvraag=aanvraag_id))


def _paneel(door: Actor, rijen: QuerySet[Bezwaar]) -> str:
    alle = list(rijen.select_related("besluit__aanvraag__product").order_by("-pk"))
    if not alle:
        return ""
    leest = set(
        binnen(Bezwaar.objects.filter(pk__in=[b.pk for b in alle]), door).values_list("pk", flat=True)
    )
    dagen = laatste_dagen(BEZWAAR, [b.pk for b in alle])
    regels = [
        {
            "url": reverse("bezwaar", args=[b.pk]) if b.pk in leest else "",
            "nummer": b.pk,
            "status": bezwaarstatus(b.status),
            "zin": besluitzin(b.besluit),
            "onder": _paneelzin(b, dagen.get(b.pk)),
        }
        for b in alle
    ]
    return render_to_string("besluiten/bezwaar/paneel.html", {"regels": regels})


def _paneelzin(b: Bezwaar, uiterlijk: date | None) -> str:
    if b.status in (Bezwaarstatus.ONTVANGEN, Bezwaarstatus.BESLIST) and uiterlijk:
        return _("Beslissing uiterlijk bekend op %(dag)s.") % {
            "dag": termijn_tekst(uiterlijk, klok.vandaag())
        }
    if b.bekendgemaakt_op and b.uitkomst:
        return _("%(uitkomst)s, bekendgemaakt op %(dag)s.") % {
            "uitkomst": BEZWAARUITKOMSTEN[Bezwaaruitkomst(b.uitkomst)],
            "dag": datum_lang(b.bekendgemaakt_op),
        }
    return ""


def kop_van(door: Actor, bezwaar_ids: Sequence[int]) -> dict[int, str]:
    """Return of whom each objection is that this actor may read: the words by which people know it."""
    rijen = binnen(Bezwaar.objects.filter(pk__in=bezwaar_ids), door)
    alle = list(rijen.values_list("pk", "inwoner_id"))
    wie = namen(door, {inwoner for _pk, inwoner in alle}) if alle else {}
    return {pk: wie[inwoner] for pk, inwoner in alle if inwoner in wie}
