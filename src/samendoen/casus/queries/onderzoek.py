"""The page of an investigation: with whom, where one looks, what is written, and what is still missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.access import binnen, haal, haal_schrijfbaar, niet_gevonden, schrijfbaar, werkt_in
from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, Onderzochteinvoer
from samendoen.casus.models import (
    ONDERDELEN,
    ONDERZOEKSTATUSSEN,
    Bevinding,
    Casus,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
)
from samendoen.casus.queries.casus import KLAAR
from samendoen.casus.queries.gemis import persoonsbeeld
from samendoen.casus.queries.mensen import Mens, mensen_van
from samendoen.casus.queries.radar import radar
from samendoen.casus.queries.schrijven import Blad
from samendoen.casus.rules import Gemis, Onderzoekstatus, Status, ontbreekt
from samendoen.kernel.api import Actor, Permissie, gevuld, log_inzage
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import Klok, Kolom, Tabel, datum_lang, status
from samendoen.toegang.api import Meldingkern, meldingkernen
from samendoen.toegang.api import Status as Meldingstatus
from samendoen.werk.api import klokken_van_alle

VORM = {
    Onderzoekstatus.LOOPT: "loopt",
    Onderzoekstatus.AFGEROND: "ok",
    Onderzoekstatus.WEGGEGOOID: "neutraal",
}
KORT = 140
"""So many characters of what was written show on the page."""


@dataclass(frozen=True, slots=True)
class Gebiedregel:
    """A life domain in the list, ready to show."""

    code: str
    naam: str
    url: str
    stand: SafeString
    kort: str


@dataclass(frozen=True, slots=True)
class Gemisregel:
    """What is still missing, in words, where, and which article asks it."""

    tekst: str
    waar: str
    grondslag: str


@dataclass(frozen=True, slots=True)
class Persoonsdeel:
    """Everything of one person in an investigation."""

    mens: Mens
    gebieden: tuple[Gebiedregel, ...]
    rond: SafeString
    conclusie: str
    gemis: tuple[Gemisregel, ...]
    radar: SafeString | str
    cijfers: Tabel | None
    later: bool


@dataclass(frozen=True, slots=True)
class Onderzoeksbeeld:
    """Everything that the page of one investigation shows."""

    blad: Blad
    onderzoek: Onderzoek
    titel: str
    stand: SafeString
    sinds: str
    delen: tuple[Persoonsdeel, ...]
    anderen: tuple[Mens, ...]
    vragen: tuple[Meldingkern, ...]
    vrij: tuple[Meldingkern, ...]
    klokken: tuple[Klok, ...]
    schrijft: bool
    cijfert: bool

    @property
    def loopt(self) -> bool:
        """Return whether it runs."""
        return self.onderzoek.status == Onderzoekstatus.LOOPT


def haal_onderzoek(door: Actor, casus_id: int, nummer: int, *, schrijven: bool = False) -> Onderzoek:
    """Fetch and authorise an investigation by its number in the casus; refuses as access.haal does."""
    casus = haal_schrijfbaar(door, casus_id) if schrijven else haal(door, casus_id)
    rij = Onderzoek.objects.filter(casus=casus, nummer=nummer).first()
    if rij is None or rij.status == Onderzoekstatus.WEGGEGOOID:
        raise niet_gevonden()
    rij.casus = casus
    return rij


def onderzoeksbeeld(door: Actor, casus_id: int, nummer: int) -> Onderzoeksbeeld:
    """Return an investigation with those whose dossier this actor may read; logged. NietGevonden outside
    the scope."""
    onderzoek = haal_onderzoek(door, casus_id, nummer)
    blad = Blad(onderzoek.casus, mensen_van(door, casus_id))
    vragen, vrij = _vragen(door, onderzoek)
    dossiers = [*(m.dossier_id for m in blad.mensen.bekend), *(k.dossier_id for k in (*vragen, *vrij))]
    log_inzage(door, "onderzoek", dossiers)
    delen = _delen(door, onderzoek, blad)
    erin = {deel.mens.persoon_id for deel in delen}
    stand = Onderzoekstatus(onderzoek.status)
    mag = (
        schrijfbaar(Casus.objects.filter(pk=casus_id), door).exists()
        and onderzoek.casus.status == Status.OPEN
        and door.mag(Permissie.CASUS_WERKEN)
    )
    return Onderzoeksbeeld(
        blad=blad,
        onderzoek=onderzoek,
        titel=_("Onderzoek %(nr)s") % {"nr": onderzoek.nummer},
        stand=status(VORM[stand], str(ONDERZOEKSTATUSSEN[stand])),
        sinds=datum_lang(onderzoek.verstuurd_op or onderzoek.begonnen_op),
        delen=delen,
        anderen=tuple(m for m in blad.mensen.bekend if m.persoon_id not in erin),
        vragen=vragen,
        vrij=vrij,
        klokken=_klokken(door, vragen),
        schrijft=mag and stand is Onderzoekstatus.LOOPT,
        cijfert=mag and stand is Onderzoekstatus.AFGEROND,
    )


def _vragen(door: Actor, onderzoek: Onderzoek) -> tuple[tuple[Meldingkern, ...], tuple[Meldingkern, ...]]:
    """Return the questions it is into, and the open ones of the casus that have no investigation."""
    van_casus = list(onderzoek.casus.meldingen.order_by("pk").values_list("melding_id", flat=True))
    erin = dict(
        Onderzoekmelding.objects.filter(melding__in=van_casus).values_list("melding_id", "onderzoek_id")
    )
    kernen = meldingkernen(door, van_casus)
    eigen = tuple(k for pk, k in sorted(kernen.items()) if erin.get(pk) == onderzoek.pk)
    vrij = tuple(k for pk, k in sorted(kernen.items()) if pk not in erin and k.status == Meldingstatus.OPEN)
    return eigen, vrij


def _klokken(door: Actor, vragen: Sequence[Meldingkern]) -> tuple[Klok, ...]:
    per = klokken_van_alle(door, "toegang.melding", [k.id for k in vragen])
    return tuple(klok for k in vragen for klok in per.get(k.id, ()) if klok.stand not in KLAAR)


def _delen(door: Actor, onderzoek: Onderzoek, blad: Blad) -> tuple[Persoonsdeel, ...]:
    rijen = binnen(Onderzochte.objects.filter(onderzoek=onderzoek), door).prefetch_related("bevindingen")
    per = {p.inwoner_id: p for p in rijen.order_by("pk")}
    namen = leefgebieden()
    return tuple(
        _deel(onderzoek, m, per[m.persoon_id], namen) for m in blad.mensen.bekend if m.persoon_id in per
    )


def _deel(onderzoek: Onderzoek, mens: Mens, p: Onderzochte, namen: Mapping[str, str]) -> Persoonsdeel:
    bevindingen = op_volgorde(p.bevindingen.all())
    gemis = ontbreekt(persoonsbeeld(p, bevindingen))
    return Persoonsdeel(
        mens=mens,
        gebieden=tuple(regel(onderzoek, mens, b, namen) for b in bevindingen),
        rond=_vulling(sum(bool(getattr(p, v)) for v in Onderzochteinvoer.VELDEN), vol=6),
        conclusie=p.conclusie,
        gemis=tuple(gemisregel(g, namen) for g in gemis),
        radar=radar([b.cijfer for b in bevindingen], [b.cijfer_later for b in bevindingen]),
        cijfers=_cijfertabel(mens, bevindingen, namen),
        later=any(b.cijfer_later for b in bevindingen),
    )


def op_volgorde(rijen: Iterable[Bevinding]) -> list[Bevinding]:
    """Return the life domains in the order in which one looks at them."""
    return sorted(rijen, key=lambda b: (b.volgorde, b.pk))


def regel(onderzoek: Onderzoek, mens: Mens, b: Bevinding, namen: Mapping[str, str]) -> Gebiedregel:
    """Return a life domain of somebody for a list."""
    gevuld = sum(bool(getattr(b, v)) for v in Bevindinginvoer.VELDEN)
    tekst = b.situatie or b.wens
    return Gebiedregel(
        code=b.leefgebied,
        naam=namen.get(b.leefgebied, b.leefgebied),
        url=reverse(
            "onderzoek_gebied", args=[onderzoek.casus_id, onderzoek.nummer, mens.persoon_id, b.leefgebied]
        ),
        stand=_vulling(gevuld, vol=6),
        kort=tekst if len(tekst) <= KORT else f"{tekst[:KORT].rstrip()}…",
    )


def _vulling(gevuld: int, vol: int) -> SafeString:
    """Return whether something is written here, and whether it is about all of it."""
    if not gevuld:
        return status("neutraal", _("Nog leeg"))
    return status("ok", _("Beschreven")) if gevuld >= vol else status("loopt", _("Begonnen"))


def gemisregel(g: Gemis, namen: Mapping[str, str]) -> Gemisregel:
    """Return what is missing, ready to show."""
    waar = ", ".join(namen.get(code, code) for code in g.gebieden)
    return Gemisregel(str(ONDERDELEN[g.onderdeel]), waar, g.grondslag)


def _cijfertabel(mens: Mens, rijen: Sequence[Bevinding], namen: Mapping[str, str]) -> Tabel | None:
    if not any(b.cijfer or b.cijfer_later for b in rijen):
        return None
    met_later = any(b.cijfer_later for b in rijen)
    kolommen = [
        Kolom("naam", _("Leefgebied")),
        Kolom("nu", _("Bij het begin"), getal=True),
    ]
    if met_later:
        kolommen += [Kolom("later", _("Later"), getal=True), Kolom("verschil", _("Verschil"), getal=True)]
    regels = [
        {
            "naam": f"{n}. {namen.get(b.leefgebied, b.leefgebied)}",
            "nu": _cijfer(b.cijfer),
            "later": _cijfer(b.cijfer_later),
            "verschil": _verschil(b),
        }
        for n, b in enumerate(rijen, start=1)
    ]
    titel = _("De cijfers van %(naam)s") % {"naam": mens.roepnaam}
    return Tabel(titel, kolommen, regels, toon_titel=False)


def _cijfer(cijfer: int | None) -> str:
    return "" if cijfer is None else str(cijfer)


def _verschil(b: Bevinding) -> str:
    if b.cijfer is None or b.cijfer_later is None:
        return ""
    verschil = b.cijfer_later - b.cijfer
    return _("gelijk") if not verschil else f"{verschil:+d}".replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Paneelregel:
    """An investigation in the panel of its casus."""

    naam: str
    url: str
    stand: SafeString
    onder: str


def regels_van_casus(door: Actor, casus_id: int) -> list[Paneelregel]:
    """Return the investigations of a casus, newest first, for its page; for who has authorised the casus."""
    rijen = Onderzoek.objects.filter(casus=casus_id).exclude(status=Onderzoekstatus.WEGGEGOOID)
    mag = binnen(Onderzochte.objects.filter(onderzoek__casus=casus_id), door)
    per: dict[int, int] = {}
    for onderzoek in Bevinding.objects.filter(onderzochte__in=mag).values_list(
        "onderzochte__onderzoek_id", flat=True
    ):
        per[onderzoek] = per.get(onderzoek, 0) + 1
    return [
        Paneelregel(
            naam=_("Onderzoek %(nr)s") % {"nr": o.nummer},
            url=reverse("onderzoek", args=[casus_id, o.nummer]),
            stand=status(VORM[Onderzoekstatus(o.status)], str(ONDERZOEKSTATUSSEN[Onderzoekstatus(o.status)])),
            onder=_("%(gebieden)s, %(dag)s")
            % {
                "gebieden": ngettext("%(n)s leefgebied", "%(n)s leefgebieden", per.get(o.pk, 0))
                % {"n": per.get(o.pk, 0)},
                "dag": datum_lang(o.verstuurd_op or o.begonnen_op),
            },
        )
        for o in rijen.order_by("-nummer")
    ]


@dataclass(frozen=True, slots=True)
class Begin:
    """What the form begins with: the number of the one that runs, the questions without an investigation,
    who asked them, and the id of the last one that was sent."""

    loopt: int | None
    vragen: tuple[tuple[int, str], ...]
    vragers: tuple[int, ...]
    vorige: int | None


def begin_van(door: Actor, casus: Casus) -> Begin:
    """Return what beginning an investigation of a casus starts from; for who has authorised the casus."""
    per = {o.status: o for o in Onderzoek.objects.filter(casus=casus).order_by("nummer")}
    loopt, vorige = per.get(Onderzoekstatus.LOOPT.value), per.get(Onderzoekstatus.AFGEROND.value)
    _eigen, vrij = _vragen(door, Onderzoek(casus=casus))
    return Begin(
        loopt=loopt.nummer if loopt else None,
        vragen=tuple(
            (k.id, _("Melding %(nr)s van %(dag)s") % {"nr": k.id, "dag": datum_lang(k.ontvangen_op)})
            for k in vrij
        ),
        vragers=tuple(dict.fromkeys(k.persoon_id for k in vrij)),
        vorige=vorige.pk if vorige else None,
    )


def nummer_van(onderzoek_id: int) -> int:
    """Return the number in its casus of an investigation that was just made or authorised."""
    return int(Onderzoek.objects.values_list("nummer", flat=True).get(pk=onderzoek_id))


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Lead from a casus to its investigations, or to beginning one."""
    mag = werkt_in(door, onderwerp_id)
    zijn_er = "casus:onderzoek" in gevuld(door, "casus", onderwerp_id)
    loopt = zijn_er and _loopt(onderwerp_id)
    gegevens = {
        "regels": regels_van_casus(door, onderwerp_id) if zijn_er else [],
        "begin_url": reverse("onderzoek_beginnen", args=[onderwerp_id]) if mag and not loopt else "",
    }
    return render_to_string("casus/paneel_onderzoek.html", gegevens) if any(gegevens.values()) else ""


def _loopt(casus_id: int) -> bool:
    return Onderzoek.objects.filter(casus=casus_id, status=Onderzoekstatus.LOOPT).exists()


def loopt_naar(melding_id: int) -> int | None:
    """Return the number of the running investigation into a question, if any; for who has authorised it."""
    rij = Onderzoekmelding.objects.filter(melding=melding_id, onderzoek__status=Onderzoekstatus.LOOPT)
    return rij.values_list("onderzoek__nummer", flat=True).first()
