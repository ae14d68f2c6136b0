"""Notes as one reads them: in a list, whole, and on the page of the casus."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import bijlagen, haal, niet_gevonden, notities, werkt_in
from samendoen.casus.actions.notitieinvoer import Woorden, woorden_van
from samendoen.casus.definities import sjablonen
from samendoen.casus.models import NOTITIESTATUSSEN, WIJZEN, Notitie, Notitiepersoon
from samendoen.casus.queries.bijlage import Bijlageregel, regels
from samendoen.casus.queries.mensen import Mensen, mensen_van
from samendoen.casus.queries.schrijven import Blad, formulierblad
from samendoen.casus.rules import Notitiestatus, Wijze
from samendoen.kernel.api import Actor, Niveau, Permissie, gevuld, klok, log_inzage
from samendoen.schil.api import datum_lang, status

OP_PANEEL = 5
KORT = 160
VORM = {
    Notitiestatus.CONCEPT: "loopt",
    Notitiestatus.KLAAR: "ok",
    Notitiestatus.VERVANGEN: "neutraal",
    Notitiestatus.INGETROKKEN: "waarschuwing",
}
NIET_WEG = [s.value for s in Notitiestatus if s is not Notitiestatus.WEGGEGOOID]


@dataclass(frozen=True, slots=True)
class Notitieregel:
    """A note in a list. `label` says how it stands, "" for one that counts."""

    nummer: int
    url: str
    naam: str
    dag: str
    wie: str
    over: str
    kort: str
    label: SafeString | str


@dataclass(frozen=True, slots=True)
class Notitiebeeld:
    """A note as one reads it. `wijst` leads to the note it replaces or that replaced it; `mag` are the steps
    that this reader may take."""

    blad: Blad
    rij: Notitie
    naam: str
    label: SafeString
    dag: str
    wijze: str
    woorden: Woorden
    wie: str
    over: str
    lezers: str
    gekozen: bool
    wijst: tuple[tuple[str, str], ...]
    mag: frozenset[str]
    bijlagen: tuple[Bijlageregel, ...] = ()


def sjabloonnaam(code: str) -> str:
    """Return the name of a template; its code when the definitions know it no longer."""
    sjabloon = sjablonen().get(code)
    return sjabloon.naam if sjabloon else code


def leesbare(door: Actor, casus_id: int, *, niveau: Niveau = Niveau.LEESBAAR) -> QuerySet[Notitie]:
    """Return the notes of a casus that this actor may read (or write), the newest first, without those thrown
    away."""
    personen = Prefetch("personen", Notitiepersoon.objects.order_by("pk"))
    rijen = notities(door, [casus_id], niveau=niveau).filter(status__in=NIET_WEG)
    rijen = rijen.select_related("begonnen_door").prefetch_related(personen)
    return rijen.order_by("-op", "-nummer")


def haal_notitie(door: Actor, casus_id: int, nummer: int, *, schrijven: bool = False) -> Notitie:
    """Return a note of a casus; NietGevonden for what this actor may not read (or write)."""
    niveau = Niveau.SCHRIJFBAAR if schrijven else Niveau.LEESBAAR
    rijen = notities(door, [casus_id], niveau=niveau).select_related("begonnen_door", "bijgewerkt_door")
    rij = rijen.filter(nummer=nummer, status__in=NIET_WEG).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def notitielijst(door: Actor, casus_id: int) -> tuple[Blad, list[Notitieregel]]:
    """Return the notes of a casus that this actor may read; logged. NietGevonden outside the scope."""
    blad = Blad(haal(door, casus_id), mensen_van(door, casus_id))
    rijen = list(leesbare(door, casus_id))
    log_inzage(door, "notities", [d for rij in rijen for d in dossiers(rij)])
    return blad, [regel(rij, blad.mensen) for rij in rijen]


def dossiers(rij: Notitie) -> list[int]:
    """Return the dossiers of those about whom a note is, whose persons were fetched."""
    return [p.dossier_id for p in rij.personen.all() if p.over]


def regel(rij: Notitie, mensen: Mensen) -> Notitieregel:
    """Return a note as a list shows it; its persons were fetched."""
    stand = Notitiestatus(rij.status)
    pagina = "notitie_schrijven" if stand is Notitiestatus.CONCEPT else "notitie"
    return Notitieregel(
        nummer=rij.nummer,
        url=reverse(pagina, args=[rij.casus_id, rij.nummer]),
        naam=sjabloonnaam(rij.sjabloon),
        dag=datum_lang(rij.op),
        wie=rij.begonnen_door.naam if rij.begonnen_door else "Samendoen",
        over=_namen(mensen, (p.inwoner_id for p in rij.personen.all() if p.over)),
        kort=_kort(rij),
        label="" if stand is Notitiestatus.KLAAR else status(VORM[stand], str(NOTITIESTATUSSEN[stand])),
    )


def _namen(mensen: Mensen, personen: Iterable[int]) -> str:
    wie = mensen.per_id()
    return ", ".join(wie[p].roepnaam if p in wie else _("iemand anders") for p in personen)


def _kort(rij: Notitie) -> str:
    if rij.woorden is None:
        return _("De woorden zijn gewist.")
    tekst = " ".join(" ".join(d.tekst for d in woorden_van(rij).delen).split())
    return tekst if len(tekst) <= KORT else tekst[:KORT].rsplit(" ", 1)[0] + " …"


def notitiebeeld(door: Actor, casus_id: int, nummer: int) -> Notitiebeeld:
    """Return a note whole; logged. NietGevonden for what this actor may not read."""
    rij = haal_notitie(door, casus_id, nummer)
    blad = Blad(haal(door, casus_id), mensen_van(door, casus_id))
    log_inzage(door, "notitie", dossiers(rij))
    stand = Notitiestatus(rij.status)
    mag_schrijven = door.mag(Permissie.CASUS_WERKEN) and (
        notities(door, [casus_id], niveau=Niveau.SCHRIJFBAAR).filter(pk=rij.pk).exists()
    )
    bij = bijlagen(door, casus_id).filter(notitie=rij).select_related("toegevoegd_door").order_by("pk")
    return Notitiebeeld(
        blad=blad,
        rij=rij,
        naam=sjabloonnaam(rij.sjabloon),
        label=status(VORM[stand], str(NOTITIESTATUSSEN[stand])),
        dag=datum_lang(rij.op),
        wijze=str(WIJZEN[Wijze(rij.wijze)]) if rij.wijze else "",
        woorden=woorden_van(rij),
        wie=_wanneer(rij),
        over=_namen(blad.mensen, (p.inwoner_id for p in rij.personen.all() if p.over)),
        lezers=_namen(blad.mensen, (p.inwoner_id for p in rij.personen.all() if p.leest)),
        gekozen=rij.lezers_gekozen,
        wijst=_wijst(door, rij),
        mag=_stappen(stand, rij, blad) if mag_schrijven else frozenset(),
        bijlagen=tuple(regels(door, casus_id, bij, mag=mag_schrijven and blad.open)),
    )


def _stappen(stand: Notitiestatus, rij: Notitie, blad: Blad) -> frozenset[str]:
    bij = {"voeg_toe"} if blad.open else set()
    mag = {
        Notitiestatus.CONCEPT: {"schrijf", *bij},
        Notitiestatus.KLAAR: {"trek_in", *bij}
        | ({"verbeter"} if blad.open and rij.woorden and not rij.schonen_sinds else set()),
        Notitiestatus.INGETROKKEN: {"zet_terug"},
    }
    return frozenset(mag.get(stand, ())) | ({"schoon"} if rij.schonen_sinds else set())


def _wanneer(rij: Notitie) -> str:
    wie = rij.begonnen_door.naam if rij.begonnen_door else "Samendoen"
    if rij.afgerond_op is None:
        return _("%(naam)s schrijft hieraan.") % {"naam": wie}
    op = rij.afgerond_op.astimezone(klok.NEDERLAND)
    gegevens = {"naam": wie, "dag": datum_lang(op.date()), "tijd": f"{op:%H:%M}"}
    return _("Geschreven door %(naam)s, afgerond op %(dag)s om %(tijd)s.") % gegevens


def _wijst(door: Actor, rij: Notitie) -> tuple[tuple[str, str], ...]:
    uit = []
    if rij.verbetert_id is not None:
        nummer = Notitie.objects.values_list("nummer", flat=True).get(pk=rij.verbetert_id)
        url = reverse("notitie", args=[rij.casus_id, nummer])
        uit.append((_("Komt in de plaats van notitie %(nr)s") % {"nr": nummer}, url))
    later = notities(door, [rij.casus_id]).filter(verbetert=rij.pk, status__in=NIET_WEG)
    for nummer, stand in later.order_by("nummer").values_list("nummer", "status"):
        klaar = stand != Notitiestatus.CONCEPT
        vervangen, concept = (
            _("Vervangen door notitie %(nr)s"),
            _("Verbeterd in concept: notitie %(nr)s"),
        )
        zin = vervangen if klaar else concept
        url = reverse("notitie" if klaar else "notitie_schrijven", args=[rij.casus_id, nummer])
        uit.append((zin % {"nr": nummer}, url))
    return tuple(uit)


@dataclass(frozen=True, slots=True)
class Schrijfblad:
    """What stands around the form of a note."""

    blad: Blad
    rij: Notitie
    naam: str
    hulp: Mapping[str, str]
    over: str
    lezers: str

    @property
    def loopt(self) -> bool:
        """Return whether one may still write in it."""
        return self.rij.status == Notitiestatus.CONCEPT

    @property
    def url(self) -> str:
        """Return where the form sends to."""
        return reverse("notitie_schrijven", args=[self.blad.id, self.rij.nummer])


def schrijfblad(door: Actor, casus_id: int, nummer: int) -> Schrijfblad:
    """Return what the form of a note shows; logged. Refuses who may not write in the casus (404, 403) or
    about everybody in the note (404)."""
    blad = formulierblad(door, casus_id)
    return schrijfblad_van(blad, haal_notitie(door, casus_id, nummer, schrijven=True))


def schrijfblad_van(blad: Blad, rij: Notitie) -> Schrijfblad:
    """Return what the form of a note shows, of a note and a casus that were authorised."""
    sjabloon = sjablonen().get(rij.sjabloon)
    return Schrijfblad(
        blad=blad,
        rij=rij,
        naam=sjabloonnaam(rij.sjabloon),
        hulp={kop.code: kop.hulp for kop in sjabloon.kop} if sjabloon else {},
        over=_namen(blad.mensen, (p.inwoner_id for p in rij.personen.all() if p.over)),
        lezers=_namen(blad.mensen, (p.inwoner_id for p in rij.personen.all() if p.leest)),
    )


def notities_voor(door: Actor, casus_id: int, persoon_id: int) -> tuple[Blad, list[Notitiebeeld]]:
    """Return the notes that somebody of the household may read, the oldest first, for the print that one
    hands over; logged. Only of those that this actor may read, and that count; not one that is to be cleaned
    first."""
    blad = Blad(haal(door, casus_id), mensen_van(door, casus_id))
    blad.mens(persoon_id)
    leest = Notitiepersoon.objects.filter(inwoner=persoon_id, leest=True).values("notitie")
    rijen = leesbare(door, casus_id).filter(status=Notitiestatus.KLAAR, pk__in=leest, schonen_sinds=None)
    alle: Sequence[Notitie] = list(reversed(rijen))
    log_inzage(door, "notities-afdruk", [d for rij in alle for d in dossiers(rij)])
    return blad, [_afdruk(blad, rij) for rij in alle]


def _afdruk(blad: Blad, rij: Notitie) -> Notitiebeeld:
    return Notitiebeeld(
        blad=blad,
        rij=rij,
        naam=sjabloonnaam(rij.sjabloon),
        label=SafeString(""),
        dag=datum_lang(rij.op),
        wijze=str(WIJZEN[Wijze(rij.wijze)]) if rij.wijze else "",
        woorden=woorden_van(rij),
        wie=_wanneer(rij),
        over=_namen(blad.mensen, (p.inwoner_id for p in rij.personen.all() if p.over)),
        lezers="",
        gekozen=rij.lezers_gekozen,
        wijst=(),
        mag=frozenset(),
    )


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus the newest notes that this reader may read, and where one writes more."""
    zijn_er = "casus:notities" in gevuld(door, "casus", onderwerp_id)
    rijen = list(leesbare(door, onderwerp_id)[: OP_PANEEL + 1]) if zijn_er else []
    werkt = werkt_in(door, onderwerp_id)
    if not rijen and not werkt:
        return ""
    mensen = mensen_van(door, onderwerp_id) if rijen else Mensen((), 0)
    gegevens = {
        "regels": [regel(rij, mensen) for rij in rijen[:OP_PANEEL]],
        "alle_url": reverse("notities", args=[onderwerp_id]) if len(rijen) > OP_PANEEL else "",
        "nieuw_url": reverse("notitie_nieuw", args=[onderwerp_id]) if werkt else "",
        "bezoek_url": reverse("huisbezoek", args=[onderwerp_id]) if werkt else "",
        "zoek_url": reverse("casus_zoeken", args=[onderwerp_id]),
    }
    return render_to_string("casus/paneel_notities.html", {"p": gegevens})
