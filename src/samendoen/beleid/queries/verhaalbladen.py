"""The pages of stories, as ready strings: the list, one story, the panel beside a goal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions.verhaal import verhaal_onbekend
from samendoen.beleid.actions.verhaal_loop import schrijvers, vlaggen_van, woorden_van
from samendoen.beleid.definities.verhaal import dorpen
from samendoen.beleid.events.verhaal import VERHAAL
from samendoen.beleid.models import Doelstelling, Plan, Toestemming, Verhaal
from samendoen.beleid.models.verhaal import GEBRUIKEN, GEVERS, VERTELLERS, WIJZEN
from samendoen.beleid.queries.verhaalvlaggen import gemarkeerd, uitleg
from samendoen.beleid.queries.verhalen import (
    Verhaalwaarde,
    rapporten_met,
    toestemmingen_van,
    verhalen_bij,
    waarden,
)
from samendoen.beleid.rules.anonimiteit import Vlag
from samendoen.beleid.rules.verhaal import (
    LEVEND,
    Daad,
    Gebruik,
    Gever,
    Verhaalstaat,
    Verteller,
    Wijze,
    wordt,
)
from samendoen.kernel.api import Actor, Permissie, klok, verloop
from samendoen.organisatie.api import gemeente
from samendoen.schil.api import datum_lang, datum_zonder_dag, status, termijn_tekst

_SOORT = {
    Verhaalstaat.CONCEPT: "neutraal",
    Verhaalstaat.AANGEBODEN: "waarschuwing",
    Verhaalstaat.GEPUBLICEERD: "ok",
}


@dataclass(frozen=True, slots=True)
class Kaart:
    """A published story as a reader sees it."""

    titel: str
    tekst: str
    door: str
    url: str
    beeld_url: str
    filmpje: bool
    omschrijving: str


def kaart(v: Verhaalwaarde) -> Kaart:
    """Return a story as a reader sees it."""
    bij = _("Verteld door %(wie)s uit %(dorp)s.") if v.dorp else _("Verteld door %(wie)s.")
    return Kaart(
        titel=v.titel,
        tekst=v.tekst,
        door=bij % {"wie": v.verteller, "dorp": v.dorp},
        url=reverse("koers_verhaal", args=[v.id]),
        beeld_url=reverse("koers_verhaal_bestand", args=[v.id]) if v.beeld else "",
        filmpje=bool(v.beeld and v.beeld.filmpje),
        omschrijving=v.beeld.omschrijving if v.beeld else "",
    )


def mag_beheren(door: Actor) -> bool:
    """Tell whether this reader may see what is not published."""
    return door.mag(Permissie.BELEID_BEHEREN)


def gepubliceerd() -> list[dict[str, Any]]:
    """Return the published stories by goal, newest first."""
    doelen = Doelstelling.objects.filter(verhalen__staat=Verhaalstaat.GEPUBLICEERD).distinct()
    volgorde = doelen.select_related("thema__onderdeel__plan").order_by("thema__onderdeel", "volgorde")
    per = {d.pk: d for d in volgorde}
    gevonden = verhalen_bij(per)
    return [
        {
            "titel": f"{d.code} {d.titel}",
            "plan": d.thema.onderdeel.plan.titel,
            "url": reverse("koers_doel", args=[d.pk]),
            "verhalen": [kaart(v) for v in gevonden[d.pk]],
        }
        for d in per.values()
        if d.pk in gevonden
    ]


def werkvoorraad() -> list[dict[str, Any]]:
    """Return every story as a row for who keeps them; those that ended hold no words."""
    rijen = list(Verhaal.objects.select_related("doel").order_by("-pk"))
    mag = toestemmingen_van(rij.pk for rij in rijen)
    return [
        {
            "titel": str(rij.titel) if rij.titel else _("Verhaal %(nr)s (gewist)") % {"nr": rij.pk},
            "url": reverse("koers_verhaal", args=[rij.pk]),
            "onder": f"{rij.doel.code} {rij.doel.titel}",
            "staat": status(_SOORT.get(Verhaalstaat(rij.staat), "pauze"), rij.get_staat_display()),
            "tot": _tot(mag.get(rij.pk), rij),
        }
        for rij in rijen
    ]


def _tot(t: Toestemming | None, rij: Verhaal) -> str:
    if t is None or Verhaalstaat(rij.staat) not in LEVEND:
        return ""
    return termijn_tekst(t.tot, klok.vandaag())


def vindbaar(door: Actor, verhaal_id: int) -> Verhaal:
    """Return a story that this reader may see: one that is published with consent; who keeps them, all.

    Raises NietGevonden, also for one that waits: that there is one is not told.
    """
    rij = Verhaal.objects.select_related("doel__thema__onderdeel__plan").filter(pk=verhaal_id).first()
    if rij is None or not (mag_beheren(door) or _te_zien(rij)):
        raise verhaal_onbekend()
    return rij


def _te_zien(rij: Verhaal) -> bool:
    return rij.staat == Verhaalstaat.GEPUBLICEERD and bool(waarden([rij], Gebruik.KOERS, klok.vandaag()))


def verhaalpagina(door: Actor, rij: Verhaal) -> dict[str, Any]:
    """Return the page of a story for this reader, who may see it."""
    doel = rij.doel
    blad: dict[str, Any] = {
        "id": rij.pk,
        "titel": str(rij.titel or _("Verhaal %(nr)s") % {"nr": rij.pk}),
        "doel": f"{doel.code} {doel.titel}",
        "doel_url": reverse("koers_doel", args=[doel.pk]),
        "plan": doel.thema.onderdeel.plan.titel,
        "beheren": mag_beheren(door),
    }
    gezien = waarden([rij], None, klok.vandaag()) if rij.tekst else []
    if gezien:
        blad["kaart"] = kaart(gezien[0])
    return blad | _beheerdeel(door, rij) if blad["beheren"] else blad


def _beheerdeel(door: Actor, rij: Verhaal) -> dict[str, Any]:
    staat = Verhaalstaat(rij.staat)
    open_ = vlaggen_van(rij) if staat in LEVEND else ()
    redenen = {str(b.vlag): str(b.reden) for b in rij.bevestigingen.all()}
    zelf = door.id is not None and door.id in schrijvers(rij.pk)
    return {
        "staat": status(_SOORT.get(staat, "pauze"), rij.get_staat_display()),
        "levend": staat in LEVEND,
        "concept": staat is Verhaalstaat.CONCEPT,
        "wacht": staat is Verhaalstaat.AANGEBODEN,
        "publiceren": staat is Verhaalstaat.AANGEBODEN and not zelf and door.mag(Permissie.BELEID_PUBLICEREN),
        "terug": wordt(Daad.HAAL_TERUG, staat) is not None,
        "reden": str(rij.reden or ""),
        "tekst": gemarkeerd(woorden_van(rij), open_) if rij.tekst else "",
        "vlaggen": vlagregels(open_, redenen),
        "open": sum(1 for v in open_ if not redenen.get(v.sleutel)),
        "toestemmingen": _toestemmingen(rij),
        "rapporten": len(rapporten_met(rij.pk)),
        "regels": [
            {"datum": datum_lang(r["datum"]), "wat": r["zin"], "wie": r["wie"]}
            for r in verloop(VERHAAL, rij.pk)
        ],
    }


def vlagregels(open_: Sequence[Vlag], redenen: dict[str, str]) -> list[dict[str, str]]:
    """Return signs: what they are, why they may identify, what one can do, the reason that was given."""
    regels = []
    for vlag in open_:
        naam, waarom, doe = uitleg(vlag)
        regels.append(
            {
                "naam": naam,
                "fragment": vlag.fragment,
                "waarom": waarom,
                "doe": doe,
                "reden": redenen.get(vlag.sleutel, ""),
            }
        )
    return regels


def _toestemmingen(rij: Verhaal) -> list[dict[str, Any]]:
    return [
        {
            "code": f"{t.code[:4]}-{t.code[4:]}",
            "gever": GEVERS[Gever(t.gever)],
            "wijze": f"{WIJZEN[Wijze(t.wijze)]}, {t.vindplaats}",
            "gebruik": [str(GEBRUIKEN[Gebruik(g)]) for g in t.gebruik],
            "gegeven": datum_zonder_dag(t.gegeven_op),
            "tot": datum_zonder_dag(t.tot),
            "ingetrokken": datum_zonder_dag(t.ingetrokken_op) if t.ingetrokken_op else "",
        }
        for t in rij.toestemmingen.order_by("-pk")
    ]


def bewijs(rij: Verhaal) -> dict[str, Any]:
    """Return the sheet that a teller keeps: what was agreed, and how to take it back."""
    onze = gemeente()
    return {
        "gemeente": onze.naam if onze else "",
        "titel": str(rij.titel or ""),
        "verteller": str(VERTELLERS[Verteller(rij.verteller)]),
        "t": _toestemmingen(rij)[0],
    }


def doelkeuzes(plan: Plan | None = None) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the goals to choose from, of one plan or all, by part of a plan."""
    groepen: dict[str, list[tuple[int, str]]] = {}
    rijen = Doelstelling.objects.select_related("thema__onderdeel__plan").filter(beeindigd_op=None)
    rijen = rijen.filter(thema__onderdeel__plan=plan) if plan else rijen
    orde = ("thema__onderdeel__plan__titel", "-thema__onderdeel__jaar", "thema__volgorde", "volgorde")
    for d in rijen.order_by(*orde):
        deel = d.thema.onderdeel
        groepen.setdefault(f"{deel.plan.titel}: {deel.titel}", []).append((d.pk, f"{d.code} {d.titel}"))
    return list(groepen.items())


def dorpkeuzes() -> list[tuple[str, str]]:
    """Return the villages of this municipality to choose from, and none."""
    onze = gemeente()
    namen: Iterable[str] = sorted(dorpen(onze.code)) if onze else ()
    return [("", _("Niet noemen")), *((naam, naam) for naam in namen)]


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show the published stories beside a goal, and to who may where one writes another down."""
    mag = mag_beheren(door)
    verhalen = [kaart(v) for v in verhalen_bij([onderwerp_id]).get(onderwerp_id, [])]
    if not verhalen and not mag:
        return ""
    gegevens = {
        "verhalen": verhalen,
        "nieuw_url": f"{reverse('koers_verhaal_nieuw')}?doel={onderwerp_id}" if mag else "",
    }
    return render_to_string("beleid/paneel_verhalen.html", {"p": gegevens})
