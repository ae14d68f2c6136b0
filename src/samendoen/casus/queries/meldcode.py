"""A path of the meldcode as a professional sees it: what was written down, what is missing, what helps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.access import haal, leesbare_paden, niet_gevonden, werkt
from samendoen.casus.definities import Meldcode, meldcode
from samendoen.casus.events import MELDCODE
from samendoen.casus.models import (
    DOELGROEPEN,
    GEEN_TWEEDE,
    MELDBESLUITEN,
    PADSTATUSSEN,
    STAPSOORTEN,
    Meldcodepad,
    Meldcodepersoon,
    Meldcodestap,
    Regie,
)
from samendoen.casus.rules import (
    BEZIG,
    KETEN,
    MELDT,
    STAPPEN,
    Doelgroep,
    GeenTweede,
    Meldbesluit,
    Padstatus,
    Stapsoort,
    Taakrol,
    als_antwoorden,
    ontbreekt_stap,
)
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, klok, log_inzage, verloop
from samendoen.recht.api import WEEGVRAGEN, Besluit, weeg
from samendoen.schil.api import datum_lang, status, termijn_tekst

STATUSVORM = {
    Padstatus.LOOPT: "loopt",
    Padstatus.GEPAUZEERD: "pauze",
    Padstatus.AFGEROND: "ok",
    Padstatus.INGETROKKEN: "neutraal",
}


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """What was written down of a step, ready to show."""

    id: int
    naam: str
    op: str
    door: str
    woorden: str
    overgeslagen: bool
    keuzes: str
    antwoorden: tuple[tuple[str, str], ...]
    uitkomst: str
    besluit: str
    afgeweken: bool
    ingetrokken: str


@dataclass(frozen=True, slots=True)
class Stapbeeld:
    """One of the five steps: what helps, what stands, and what was written before."""

    code: str
    nummer: int
    titel: str
    doel: str
    vragen: tuple[str, ...]
    staat: Vastgelegd | None
    eerder: tuple[Vastgelegd, ...]
    stand: SafeString


@dataclass(frozen=True, slots=True)
class Padregel:
    """A path in a list: about whom, and how far it is."""

    id: int
    url: str
    wie: str
    doelgroep: str
    stand: SafeString
    begonnen: str
    voortgang: str
    bezig: bool


@dataclass(frozen=True, slots=True)
class Padbeeld:
    """Everything that the page of one path shows. `werkt`: something may be written down."""

    id: int
    casus_id: int
    wie: str
    definitie: Meldcode
    stand: SafeString
    status: Padstatus
    toelichting: str
    begonnen: str
    werkt: bool
    stappen: tuple[Stapbeeld, ...]
    keten: tuple[Vastgelegd, ...]
    ontbreekt: tuple[str, ...]
    tweede: str
    tweede_reden: str
    verloop: list[dict[str, Any]]

    @property
    def bezig(self) -> bool:
        """Return whether its steps can be written down."""
        return self.status in BEZIG


def haal_pad(door: Actor, pad_id: int) -> Meldcodepad:
    """Return a path; NietGevonden when it is not this reader's to know."""
    pad = leesbare_paden(door, pk=pad_id).first()
    if pad is None:
        raise niet_gevonden()
    return pad


def haal_stap(door: Actor, stap_id: int) -> Meldcodestap:
    """Return what was written down of a step, with its path; NietGevonden when it is not this reader's."""
    stap = Meldcodestap.objects.select_related("pad").filter(pk=stap_id).first()
    if stap is None or not leesbare_paden(door, pk=stap.pad_id).exists():
        raise niet_gevonden()
    return stap


def staande_stap(pad: Meldcodepad, soort: Stapsoort) -> Meldcodestap | None:
    """Return what stands at a step of a path that was authorised."""
    return pad.stappen.filter(soort=soort, ingetrokken_op=None).order_by("pk").last()


def over_wie(door: Actor, pad_ids: Iterable[int]) -> dict[int, str]:
    """Return path -> the names of those it is about; for paths that this actor may read."""
    rijen = list(Meldcodepersoon.objects.filter(pad__in=list(pad_ids)).order_by("pk"))
    bekend = namen(door, {p.inwoner_id for p in rijen})
    per: dict[int, list[str]] = {}
    for p in rijen:
        per.setdefault(p.pad_id, []).append(bekend.get(p.inwoner_id, _("Naam gewist")))
    return {pad: ", ".join(wie) for pad, wie in per.items()}


def paden_van_casus(door: Actor, casus_id: int) -> list[Padregel]:
    """Return the paths of a casus that this actor may read, those that run first."""
    paden = list(leesbare_paden(door, casus=casus_id).order_by("-begonnen_op", "-pk"))
    if not paden:
        return []
    wie = over_wie(door, [pad.pk for pad in paden])
    gezet: dict[int, set[str]] = {}
    rijen = Meldcodestap.objects.filter(pad__in=[p.pk for p in paden], ingetrokken_op=None)
    for pad, soort in rijen.values_list("pad_id", "soort"):
        gezet.setdefault(pad, set()).add(soort)
    regels = [_regel(pad, wie.get(pad.pk, ""), gezet.get(pad.pk, set())) for pad in paden]
    return sorted(regels, key=lambda r: not r.bezig)


def _regel(pad: Meldcodepad, wie: str, gezet: set[str]) -> Padregel:
    stand = Padstatus(pad.status)
    telling = {"n": len(STAPPEN) - len(ontbreekt_stap(gezet)), "alle": len(STAPPEN)}
    return Padregel(
        id=pad.pk,
        url=reverse("meldcode", args=[pad.pk]),
        wie=wie,
        doelgroep=str(DOELGROEPEN[Doelgroep(pad.doelgroep)]),
        stand=status(STATUSVORM[stand], str(PADSTATUSSEN[stand])),
        begonnen=datum_lang(pad.begonnen_op),
        voortgang=_("%(n)s van %(alle)s stappen") % telling,
        bezig=stand in BEZIG,
    )


def padbeeld(door: Actor, pad_id: int) -> Padbeeld:
    """Return one path; logged as a reading of the dossiers of all it is about. NietGevonden outside scope."""
    pad = haal_pad(door, pad_id)
    casus = haal(door, pad.casus_id)
    dossiers = Meldcodepersoon.objects.filter(pad=pad).values_list("dossier_id", flat=True)
    log_inzage(door, "meldcode", list(dossiers))
    definitie = meldcode(pad.doelgroep)
    rijen = list(Meldcodestap.objects.filter(pad=pad).select_related("door").order_by("pk"))
    alle = [(rij, _vastgelegd(rij, definitie)) for rij in rijen]
    stand = Padstatus(pad.status)
    return Padbeeld(
        id=pad.pk,
        casus_id=pad.casus_id,
        wie=over_wie(door, [pad.pk])[pad.pk],
        definitie=definitie,
        stand=status(STATUSVORM[stand], str(PADSTATUSSEN[stand])),
        status=stand,
        toelichting=_toelichting(pad),
        begonnen=datum_lang(pad.begonnen_op),
        werkt=werkt(door, casus),
        stappen=tuple(_stap(nr, code, definitie, alle) for nr, code in enumerate(STAPPEN, start=1)),
        keten=tuple(beeld for rij, beeld in reversed(alle) if rij.soort in KETEN),
        ontbreekt=_ontbreekt(pad, rijen),
        tweede=_tweede(pad.casus_id),
        tweede_reden=_tweede_reden(pad),
        verloop=[_gebeurd(r) for r in verloop(MELDCODE, pad.pk)],
    )


def _toelichting(pad: Meldcodepad) -> str:
    """Return why it waits or was taken back, and until when."""
    if pad.gepauzeerd_tot:
        zin = _("Verder kijken op %(dag)s.") % {"dag": termijn_tekst(pad.gepauzeerd_tot, klok.vandaag())}
        return f"{zin} {pad.reden}".strip()
    if pad.afgerond_op:
        return _("Afgerond op %(dag)s.") % {"dag": datum_lang(pad.afgerond_op)}
    return pad.reden


def _vastgelegd(rij: Meldcodestap, definitie: Meldcode) -> Vastgelegd:
    soort = Stapsoort(rij.soort)
    keuzes = definitie.van_stap(rij.soort).keuzes if soort in STAPPEN else ()
    antwoorden = als_antwoorden(rij.antwoorden)
    return Vastgelegd(
        id=rij.pk,
        naam=str(STAPSOORTEN[soort]),
        op=datum_lang(rij.op),
        door=rij.door.naam if rij.door else "Samendoen",
        woorden=rij.woorden,
        overgeslagen=rij.overgeslagen,
        keuzes=", ".join(keuze.naam for keuze in keuzes if keuze.code in rij.met_wie),
        antwoorden=tuple(
            (v.tekst, _("Ja") if antwoorden[v.sleutel] else _("Nee"))
            for v in WEEGVRAGEN
            if v.sleutel in antwoorden
        ),
        uitkomst=UITKOMSTEN[weeg(antwoorden).besluit]() if antwoorden else "",
        besluit=str(MELDBESLUITEN[Meldbesluit(rij.besluit)]) if rij.besluit else "",
        afgeweken=rij.afgeweken,
        ingetrokken=datum_lang(rij.ingetrokken_op) if rij.ingetrokken_op else "",
    )


UITKOMSTEN = {
    Besluit.MELDEN: lambda: _("De weging leidt tot: melden bij Veilig Thuis."),
    Besluit.HULP: lambda: _("De weging leidt tot: zelf hulp bieden of regelen, en volgen of het helpt."),
    Besluit.AFSLUITEN: lambda: _("De weging leidt tot: afsluiten, er is geen vermoeden meer."),
}


def _stap(
    nummer: int, code: Stapsoort, definitie: Meldcode, alle: Sequence[tuple[Meldcodestap, Vastgelegd]]
) -> Stapbeeld:
    van = [beeld for rij, beeld in alle if rij.soort == code]
    staat = next((beeld for beeld in reversed(van) if not beeld.ingetrokken), None)
    hulp = definitie.van_stap(code.value)
    if staat is None:
        stand = status("neutraal", _("Nog niet"))
    else:
        stand = status("pauze", _("Overgeslagen")) if staat.overgeslagen else status("ok", _("Vastgelegd"))
    return Stapbeeld(
        code=code.value,
        nummer=nummer,
        titel=hulp.titel,
        doel=hulp.doel,
        vragen=hulp.vragen,
        staat=staat,
        eerder=tuple(beeld for beeld in reversed(van) if beeld is not staat),
        stand=stand,
    )


def _ontbreekt(pad: Meldcodepad, rijen: Iterable[Meldcodestap]) -> tuple[str, ...]:
    """Return in words what a path that is not ended still misses; nothing is locked by it."""
    if pad.status not in BEZIG:
        return ()
    staand = {rij.soort: rij for rij in rijen if rij.ingetrokken_op is None}
    mist = [meldcode(pad.doelgroep).van_stap(s.value).titel for s in ontbreekt_stap(staand)]
    besluit = staand[Stapsoort.BESLISSEN].besluit if Stapsoort.BESLISSEN in staand else ""
    if besluit in MELDT and Stapsoort.VT_MELDING not in staand:
        mist.append(_("U besliste om te melden, maar de melding bij Veilig Thuis staat hier nog niet."))
    if not pad.geen_tweede and not _tweede(pad.casus_id):
        mist.append(_("Er is geen tweede professional, en er staat niet waarom."))
    return tuple(mist)


def _tweede(casus_id: int) -> str:
    rij = Regie.objects.filter(casus=casus_id, rol=Taakrol.TWEEDE, tot=None)
    return rij.values_list("gebruiker__naam", flat=True).first() or ""


def _tweede_reden(pad: Meldcodepad) -> str:
    if not pad.geen_tweede:
        return ""
    reden = str(GEEN_TWEEDE[GeenTweede(pad.geen_tweede)])
    return f"{reden}. {pad.geen_tweede_woorden}".strip() if pad.geen_tweede_woorden else f"{reden}."


def _gebeurd(r: dict[str, Any]) -> dict[str, Any]:
    return {
        "datum": datum_lang(r["datum"]),
        "wat": r["zin"],
        "wie": r["wie"],
        "soort": "waarschuwing" if r["herroepen"] else "",
    }


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return whom each path is about, of those that this actor may read."""
    return over_wie(door, leesbare_paden(door, pk__in=set(onderwerp_ids)).values_list("pk", flat=True))
