"""Everything that the page of an application shows: what is asked, what was found, what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.besluiten import events
from samendoen.besluiten.access import binnen, is_systeem
from samendoen.besluiten.models import (
    AANVRAAGSTATUSSEN,
    BESLUITSTATUSSEN,
    UITKOMSTEN,
    VOORZIENINGSTATUSSEN,
    Aanvraag,
    Advies,
    Besluit,
    Toewijzing,
    Voorziening,
)
from samendoen.besluiten.queries.bezwaartermijn import bezwaartermijn, open_voor_bezwaar
from samendoen.besluiten.queries.brief import brief_van, wie_krijgt
from samendoen.besluiten.queries.onderzoek import Bevinding, bevindingen
from samendoen.besluiten.queries.wijziging import Veranderbeeld, veranderbeeld
from samendoen.besluiten.queries.woorden import omvang_zin, periode_zin, vorm_zin
from samendoen.besluiten.queries.zinnen import ZINNEN
from samendoen.besluiten.rules import (
    Aanvraagstatus,
    Besluitstatus,
    Toewijzingstatus,
    Uitkomst,
    Voorzieningstatus,
    Vorm,
)
from samendoen.inwoners.api import Geadresseerde, kernen
from samendoen.kernel.api import Actor, Niveau, Wet, dossiers_van, haal, klok, van_onderwerp
from samendoen.schil.api import Klok, brief_html, datum_lang, euro_centen, status
from samendoen.toegang.api import bewijzen_van
from samendoen.werk.api import klokken_van

AANVRAAGVORM = {
    Aanvraagstatus.INGEDIEND: "loopt",
    Aanvraagstatus.BESLOTEN: "waarschuwing",
    Aanvraagstatus.BEKENDGEMAAKT: "ok",
    Aanvraagstatus.INGETROKKEN: "neutraal",
}
BESLUITVORM = {
    Besluitstatus.GENOMEN: "waarschuwing",
    Besluitstatus.TERUGGENOMEN: "neutraal",
    Besluitstatus.BEKENDGEMAAKT: "ok",
    Besluitstatus.GEWIJZIGD: "neutraal",
    Besluitstatus.HERROEPEN: "neutraal",
}
VOORZIENINGVORM = {
    Voorzieningstatus.VOORGENOMEN: "waarschuwing",
    Voorzieningstatus.GELDT: "ok",
    Voorzieningstatus.VERVALLEN: "neutraal",
    Voorzieningstatus.HERROEPEN: "neutraal",
}


@dataclass(frozen=True, slots=True)
class Toewijzingbeeld:
    """Who gives a provision, from when until when."""

    id: int
    aanbieder: str
    periode: str
    sinds: str
    geldt: bool


@dataclass(frozen=True, slots=True)
class Voorzieningbeeld:
    """What a decision grants."""

    id: int
    omvang: str
    periode: str
    vorm: str
    status: SafeString
    gekozen: str
    toewijzingen: tuple[Toewijzingbeeld, ...]
    te_wijzen: bool
    pgb: bool
    geldt: bool
    herbeoordelen: str


@dataclass(frozen=True, slots=True)
class Besluitbeeld:
    """A decision with its letter; `brief` is "" when it was erased. `bezwaar` explains the term to object."""

    id: int
    code: str
    uitkomst: str
    status: SafeString
    genomen: str
    getekend: str
    bedrag: str
    bekend: str
    te_laat: bool
    bezwaar: Klok | None
    open_voor_bezwaar: bool
    brief: str
    voorziening: Voorzieningbeeld | None
    wacht_op_handtekening: bool
    mag_tekenen: bool
    verandert: Veranderbeeld | None


@dataclass(frozen=True, slots=True)
class Aanvraagbeeld:
    """Everything about one application; `eigen`: the municipality hands over itself what is asked."""

    id: int
    titel: str
    wie: str
    inwoner_id: int
    omschrijving: str
    wet: str
    team_id: int
    status: Aanvraagstatus
    statuslabel: SafeString
    gevraagd: str
    gevraagd_op: str
    bewijs: tuple[tuple[str, bool], ...]
    eigen: bool
    casus_id: int
    casus_url: str
    klokken: tuple[Klok, ...]
    bevinding: Bevinding
    advies: str
    besluit: Besluitbeeld | None
    aan_wie: tuple[Geadresseerde, ...]
    eerder: tuple[tuple[str, str], ...]
    verloop: list[dict[str, str]]
    schrijfbaar: bool
    geldt: bool
    dossiers: tuple[int, ...]


def lees_aanvraag(door: Actor, aanvraag_id: int) -> Aanvraag:
    """Return an application to read; NietGevonden outside the scope."""
    rijen = Aanvraag.objects.select_related("product", "team")
    if is_systeem(door):
        return rijen.get(pk=aanvraag_id)
    return haal(rijen, door, aanvraag_id, niveau=Niveau.LEESBAAR)


def aanvraag_van_besluit(door: Actor, besluit_id: int) -> int:
    """Return to which application a decision belongs; NietGevonden outside the scope."""
    return haal(Besluit.objects.all(), door, besluit_id, niveau=Niveau.LEESBAAR).aanvraag_id


def besluiten_van(aanvraag: Aanvraag) -> list[Besluit]:
    """Return the decisions on an application that were not taken back, the last one first."""
    rijen = Besluit.objects.filter(aanvraag=aanvraag).exclude(status=Besluitstatus.TERUGGENOMEN.value)
    alle = list(rijen.select_related("besloten_door", "tweede_door").order_by("-pk"))
    for besluit in alle:
        besluit.aanvraag = aanvraag
    return alle


def beeld(door: Actor, aanvraag_id: int, besluit_id: int | None = None) -> Aanvraagbeeld:
    """Return an application with its last decision, or with the one asked; the page logs the reading."""
    aanvraag = lees_aanvraag(door, aanvraag_id)
    besluiten = besluiten_van(aanvraag)
    gekozen = next((b for b in besluiten if besluit_id in (None, b.pk)), None)
    wie = kernen(door, [aanvraag.inwoner_id]).get(aanvraag.inwoner_id)
    naam = aanvraag.product.naam
    aan_wie = wie_krijgt(door, aanvraag) if gekozen else ()
    anderen = [g.persoon_id for g in aan_wie if g.persoon_id not in (None, aanvraag.inwoner_id)]
    return Aanvraagbeeld(
        id=aanvraag.pk,
        titel=f"{naam[:1].upper()}{naam[1:]}",
        wie=_("%(naam)s (%(jaren)s jaar)") % {"naam": wie.naam, "jaren": wie.leeftijd} if wie else "",
        inwoner_id=aanvraag.inwoner_id,
        omschrijving=aanvraag.product.omschrijving,
        wet=_wet(aanvraag),
        team_id=aanvraag.team_id,
        status=Aanvraagstatus(aanvraag.status),
        statuslabel=aanvraagstatus(aanvraag.status),
        gevraagd=aanvraag.motivering,
        gevraagd_op=datum_lang(aanvraag.aangevraagd_op),
        bewijs=_bewijs(aanvraag),
        eigen=aanvraag.product.eigen_uitgifte,
        casus_id=aanvraag.casus_id,
        casus_url=casus_url(aanvraag.casus_id),
        klokken=klokken_van(door, events.AANVRAAG, aanvraag.pk),
        bevinding=bevindingen(door, aanvraag),
        advies=_advies(aanvraag),
        besluit=_besluitbeeld(door, gekozen) if gekozen else None,
        aan_wie=aan_wie,
        eerder=_eerder(besluiten, gekozen),
        verloop=_verloop(aanvraag),
        geldt=any(b.status == Besluitstatus.BEKENDGEMAAKT for b in besluiten),
        schrijfbaar=binnen(Aanvraag.objects.filter(pk=aanvraag.pk), door, Niveau.SCHRIJFBAAR).exists(),
        dossiers=(aanvraag.dossier_id, *(dossiers_van(anderen, door) if anderen else ())),
    )


def _bewijs(aanvraag: Aanvraag) -> tuple[tuple[str, bool], ...]:
    """Return what proof belongs to the short route of an application, and whether it was there."""
    namen = bewijzen_van(aanvraag.route) if aanvraag.route else {}
    alle = dict.fromkeys((*namen, *aanvraag.bewijs))
    return tuple((namen.get(code, code), code in aanvraag.bewijs) for code in alle)


def _wet(aanvraag: Aanvraag) -> str:
    eigen = aanvraag.product.grondslag
    return f"{eigen[:1].upper()}{eigen[1:]}" if eigen else str(Wet(aanvraag.wet).label)


def aanvraagstatus(code: str) -> SafeString:
    """Return the label of an application's status."""
    stand = Aanvraagstatus(code)
    return status(AANVRAAGVORM[stand], str(AANVRAAGSTATUSSEN[stand]))


def casus_url(casus_id: int) -> str:
    """Return the page of a casus."""
    try:
        return reverse("casus", args=[casus_id])
    except NoReverseMatch:
        return ""


def _advies(aanvraag: Aanvraag) -> str:
    if aanvraag.status != Aanvraagstatus.INGEDIEND:
        return ""
    advies = Advies.objects.select_related("gegeven_door").filter(aanvraag=aanvraag).first()
    if advies is None:
        return ""
    return _("Er ligt een advies van %(naam)s (%(dag)s): %(uitkomst)s.") % {
        "naam": advies.gegeven_door.naam if advies.gegeven_door else "Samendoen",
        "dag": datum_lang(advies.gegeven_op),
        "uitkomst": str(UITKOMSTEN[Uitkomst(advies.uitkomst)]).lower(),
    }


def _besluitbeeld(door: Actor, b: Besluit) -> Besluitbeeld:
    voorziening = voorziening_van(b)
    brief = brief_van(door, b, voorziening)
    stand = Besluitstatus(b.status)
    ingetrokken = b.uitkomst == Uitkomst.INGETROKKEN
    open_ = stand is Besluitstatus.GENOMEN and b.tweede_nodig and b.tweede_door_id is None
    return Besluitbeeld(
        id=b.pk,
        code=b.uitkomst,
        uitkomst=str(UITKOMSTEN[Uitkomst(b.uitkomst)]),
        status=status(BESLUITVORM[stand], str(BESLUITSTATUSSEN[stand])),
        genomen="" if ingetrokken else _op_door(b.besloten_op, b.besloten_door),
        getekend=_getekend(b),
        bedrag=_bedrag(b, voorziening),
        bekend=datum_lang(b.bekendgemaakt_op) if b.bekendgemaakt_op else "",
        te_laat=b.bekend_op_tijd is False,
        bezwaar=bezwaartermijn(b),
        open_voor_bezwaar=open_voor_bezwaar(b),
        brief=brief_html(brief, 3) if brief else "",
        voorziening=voorzieningbeeld(voorziening) if voorziening else None,
        wacht_op_handtekening=open_,
        mag_tekenen=open_ and b.besloten_door_id != door.id,
        verandert=veranderbeeld(b),
    )


def _bedrag(b: Besluit, v: Voorziening | None) -> str:
    if not b.bedrag_eurocent:
        return ""
    bedrag = euro_centen(b.bedrag_eurocent)
    zin = _("%(bedrag)s in deze periode") if v and v.tot else _("%(bedrag)s in een jaar")
    return zin % {"bedrag": bedrag}


def voorziening_van(b: Besluit) -> Voorziening | None:
    """Return what a decision grants, if anything."""
    return Voorziening.objects.select_related("product", "aanbieder").filter(besluit=b).first()


def _op_door(dag: date, gebruiker: Any) -> str:
    if gebruiker is None:
        return datum_lang(dag)
    return _("%(dag)s, door %(naam)s") % {"dag": datum_lang(dag), "naam": gebruiker.naam}


def _getekend(b: Besluit) -> str:
    if not b.tweede_nodig:
        return ""
    return b.tweede_door.naam if b.tweede_door else _("Nog niet: dit bedrag vraagt een tweede handtekening.")


def voorzieningbeeld(v: Voorziening) -> Voorzieningbeeld:
    """Return what was granted with who gives it, in words."""
    rijen = list(Toewijzing.objects.filter(voorziening=v).select_related("aanbieder").order_by("-pk"))
    bezet = any(rij.status == Toewijzingstatus.GELDT for rij in rijen)
    stand = Voorzieningstatus(v.status)
    periode = periode_zin(v.van, v.tot)
    if v.herroepen_per:
        woorden = {"periode": periode, "dag": datum_lang(v.herroepen_per)}
        periode = _("%(periode)s, vervangen per %(dag)s") % woorden
    return Voorzieningbeeld(
        id=v.pk,
        omvang=omvang_zin(v.omvang, v.eenheid, v.frequentie),
        periode=periode,
        vorm=vorm_zin(v.vorm, v.wijze),
        status=status(VOORZIENINGVORM[stand], str(VOORZIENINGSTATUSSEN[stand])),
        gekozen=v.aanbieder.naam if v.aanbieder else "",
        toewijzingen=tuple(_toewijzing(rij) for rij in rijen),
        pgb=v.vorm == Vorm.PGB,
        te_wijzen=stand is Voorzieningstatus.GELDT
        and v.vorm == Vorm.ZIN
        and not v.product.eigen_uitgifte
        and not bezet
        and not v.eindreden
        and not _voorbij(v),
        geldt=stand is Voorzieningstatus.GELDT,
        herbeoordelen=datum_lang(v.herbeoordelen_op) if v.herbeoordelen_op else "",
    )


def _voorbij(v: Voorziening) -> bool:
    return v.tot is not None and v.tot <= klok.vandaag()


def _toewijzing(rij: Toewijzing) -> Toewijzingbeeld:
    return Toewijzingbeeld(
        id=rij.pk,
        aanbieder=rij.aanbieder.naam,
        periode=periode_zin(rij.van, rij.tot) if rij.tot != rij.van else _("niet begonnen"),
        sinds=datum_lang(rij.toegewezen_op),
        geldt=rij.status == Toewijzingstatus.GELDT,
    )


def _eerder(besluiten: Iterable[Besluit], gekozen: Besluit | None) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            reverse("besluit", args=[b.pk]),
            _("Besluit van %(dag)s: %(uitkomst)s")
            % {
                "dag": datum_lang(b.besloten_op),
                "uitkomst": str(UITKOMSTEN[Uitkomst(b.uitkomst)]).lower(),
            },
        )
        for b in besluiten
        if gekozen is None or b.pk != gekozen.pk
    )


def _verloop(aanvraag: Aanvraag) -> list[dict[str, str]]:
    """Return what happened with this application and what it granted, the latest first."""
    voorzieningen = list(Voorziening.objects.filter(besluit__aanvraag=aanvraag).values_list("pk", flat=True))
    rijen = van_onderwerp(events.AANVRAAG, [aanvraag.pk]).get(aanvraag.pk, [])
    if voorzieningen:
        for van_een in van_onderwerp(events.VOORZIENING, voorzieningen).values():
            rijen = [*rijen, *van_een]
    return [
        {
            "datum": datum_lang(rij.voorgevallen_op),
            "wat": ZINNEN[rij.soort](rij.gegevens, {}),
            "soort": "besluit" if rij.soort == events.BesluitBekendgemaakt.soort else "",
        }
        for rij in sorted(rijen, key=lambda rij: -rij.pk)
    ]


def te_wijzen_q(dag: date) -> Any:
    """Return the condition on an application that help in kind holds and nobody gives it yet."""
    zonder = Voorziening.objects.filter(
        besluit__aanvraag=OuterRef("pk"),
        status=Voorzieningstatus.GELDT.value,
        vorm=Vorm.ZIN.value,
        product__eigen_uitgifte=False,
        eindreden="",
    ).exclude(tot__lte=dag)
    bezet = Toewijzing.objects.filter(voorziening=OuterRef("pk"), status=Toewijzingstatus.GELDT.value)
    return Exists(zonder.exclude(Exists(bezet)))
