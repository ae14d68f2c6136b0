"""ErOpAf as its team reads it: the list, and what the page of a melding shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Niveau, Permissie, klok, log_inzage, zichtbaar
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import datum_lang, status, termijn_tekst
from samendoen.toegang.definities import eigen_eropafwijze
from samendoen.toegang.models import (
    EROPAFKEUZES,
    EROPAFSTATUSSEN,
    POGINGUITKOMSTEN,
    POGINGWIJZEN,
    Contactpoging,
    Eropaf,
    Eropafbesluit,
    Melding,
    Zorgmelding,
)
from samendoen.toegang.rules import (
    Eropafkeuze,
    Eropafstatus,
    Poginguitkomst,
    Pogingwijze,
    kort,
    verkenning_loopt,
)

PER_PAGINA = 50
VORM = {
    Eropafstatus.LOOPT: "loopt",
    Eropafstatus.LOSGELATEN: "ok",
    Eropafstatus.OVERGEDRAGEN: "ok",
    Eropafstatus.CASUS: "ok",
    Eropafstatus.VERVALLEN: "neutraal",
}
VELDEN = (
    "melding_id", "melding__dossier_id", "melding__inwoner_id", "melding__herkend", "melding__vraag",
    "melding__team__code", "melding__zorgmelding__aanduiding", "begonnen_op", "laatste_poging_op",
    "volgende_op", "verkenning_op", "verkenning_uitkomst", "aantal",
)  # fmt: skip


def lijst(door: Actor, pagina: int) -> tuple[list[dict[str, Any]], "Page[Any]"]:
    """Return what runs of what this actor may read, soonest next contact first, as ready strings; logged."""
    telt = Count("pogingen", filter=Q(pogingen__ingetrokken=False))
    rijen = Eropaf.objects.filter(
        status=Eropafstatus.LOOPT, melding__in=zichtbaar(Melding.objects.all(), door)
    ).annotate(aantal=telt)
    deel: Page[Any] = Paginator(rijen.order_by("volgende_op", "pk").values(*VELDEN), PER_PAGINA).get_page(
        pagina
    )
    ruw = list(deel.object_list)
    log_inzage(door, "eropaf", (r["melding__dossier_id"] for r in ruw))
    wie = namen(door, {r["melding__inwoner_id"] for r in ruw if r["melding__herkend"]})
    teams, vandaag = teamnamen(), klok.vandaag()
    return [_regel(r, wie, teams, vandaag) for r in ruw], deel


def _regel(
    r: Mapping[str, Any], wie: Mapping[int, str], teams: Mapping[str, str], vandaag: date
) -> dict[str, Any]:
    persoon = wie.get(r["melding__inwoner_id"], "") if r["melding__herkend"] else ""
    verkent = verkenning_loopt(r["verkenning_op"], r["verkenning_uitkomst"])
    laatste = r["laatste_poging_op"]
    aantal = ngettext("%(n)s poging", "%(n)s pogingen", r["aantal"]) % {"n": r["aantal"]}
    return {
        "url": reverse("melding", args=[r["melding_id"]]),
        "wie": persoon or r["melding__zorgmelding__aanduiding"] or _("Nog niet bekend"),
        "onder": kort(r["melding__vraag"]) or _("Melding %(nr)s") % {"nr": r["melding_id"]},
        "open": str((vandaag - r["begonnen_op"]).days),
        "laatste": f"{datum_lang(laatste)} ({aantal})" if laatste else _("Nog geen"),
        "volgende": termijn_tekst(r["volgende_op"], vandaag),
        "team": teams.get(r["melding__team__code"], r["melding__team__code"]),
        "stand": status("pauze", _("Verkennend onderzoek"))
        if verkent
        else status("loopt", _("Zoekt contact")),
    }


@dataclass(frozen=True, slots=True)
class Stap:
    """An attempt or a decision on the way, ready to show."""

    op: str
    wat: str
    woorden: str
    wie: str
    ingetrokken: bool
    intrek_url: str


@dataclass(frozen=True, slots=True)
class Padbeeld:
    """The path of a melding as its page shows it."""

    melding_id: int
    stand: SafeString
    loopt: bool
    sinds: str
    volgende: str
    te_laat: bool
    stappen: tuple[Stap, ...]
    schrijft: bool
    terug: str
    verkent: bool


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show the path on the page of its melding, and who reported a worry; "" where neither is."""
    zorg = Zorgmelding.objects.filter(melding=onderwerp_id).first()
    pad = Eropaf.objects.filter(melding=onderwerp_id).select_related("melding").order_by("-pk").first()
    if zorg is None and pad is None:
        return ""
    gegevens = {
        "zorg": zorg,
        "voorlezen": _voorlezen() if zorg else (),
        "p": padbeeld(door, pad) if pad else None,
    }
    return render_to_string("toegang/paneel_eropaf.html", gegevens)


def _voorlezen() -> tuple[str, ...]:
    return tuple(deel.zin for deel in eigen_eropafwijze().voorlezen)


def voorlezen() -> tuple[str, ...]:
    """Return what is read to who reports a worry."""
    return _voorlezen()


def padbeeld(door: Actor, pad: Eropaf) -> Padbeeld:
    """Return a path ready to show; for who has authorised its melding."""
    schrijfbaar = zichtbaar(Melding.objects.filter(pk=pad.melding_id), door, niveau=Niveau.SCHRIJFBAAR)
    mag = door.mag(Permissie.MELDING_AFHANDELEN) and schrijfbaar.exists()
    stand, vandaag = Eropafstatus(pad.status), klok.vandaag()
    loopt = stand is Eropafstatus.LOOPT
    besluiten = list(Eropafbesluit.objects.filter(eropaf=pad).select_related("door").order_by("pk"))
    geldend = [b for b in besluiten if not b.ingetrokken]
    terug = mag and geldend and stand not in (Eropafstatus.OVERGEDRAGEN, Eropafstatus.VERVALLEN)
    return Padbeeld(
        melding_id=pad.melding_id,
        stand=status(VORM[stand], str(EROPAFSTATUSSEN[stand])),
        loopt=loopt,
        sinds=datum_lang(pad.beeindigd_op or pad.begonnen_op),
        volgende=termijn_tekst(pad.volgende_op, vandaag) if pad.volgende_op else "",
        te_laat=bool(pad.volgende_op and pad.volgende_op < vandaag),
        stappen=_stappen(pad, besluiten, wijzigt=mag and loopt),
        schrijft=mag and loopt,
        terug=reverse("eropaf_terug", args=[pad.melding_id]) if terug else "",
        verkent=verkenning_loopt(pad.verkenning_op, pad.verkenning_uitkomst),
    )


def _stappen(pad: Eropaf, besluiten: list[Eropafbesluit], *, wijzigt: bool) -> tuple[Stap, ...]:
    """Return what happened, the latest day first."""
    pogingen = Contactpoging.objects.filter(eropaf=pad).select_related("door").order_by("pk")
    alle = [
        (
            p.op,
            Stap(
                op=datum_lang(p.op),
                wat=_("%(wijze)s: %(uitkomst)s")
                % {
                    "wijze": POGINGWIJZEN[Pogingwijze(p.wijze)],
                    "uitkomst": str(POGINGUITKOMSTEN[Poginguitkomst(p.uitkomst)]).lower(),
                },
                woorden=p.woorden,
                wie=p.door.naam if p.door else "",
                ingetrokken=p.ingetrokken,
                intrek_url=(
                    reverse("poging_intrekken", args=[pad.melding_id, p.pk])
                    if wijzigt and not p.ingetrokken
                    else ""
                ),
            ),
        )
        for p in pogingen
    ]
    alle += [
        (
            b.op,
            Stap(
                op=datum_lang(b.op),
                wat=_("Besluit: %(wat)s") % {"wat": EROPAFKEUZES[Eropafkeuze(b.besluit)]},
                woorden=b.motivering,
                wie=b.door.naam if b.door else "",
                ingetrokken=b.ingetrokken,
                intrek_url="",
            ),
        )
        for b in besluiten
    ]
    return tuple(stap for _op, stap in sorted(alle, key=lambda paar: paar[0], reverse=True))


def aanduiding_van(melding_id: int) -> str:
    """Return how the one whom a worry is about was named; for who has authorised the melding."""
    rij = Zorgmelding.objects.filter(melding=melding_id).values_list("aanduiding", flat=True).first()
    return rij or ""


def lopend_pad(melding_id: int) -> Eropaf | None:
    """Return the path that runs on a melding; for who has authorised it."""
    return Eropaf.objects.filter(melding=melding_id, status=Eropafstatus.LOOPT).first()
