"""The panel on the page of a casus: what was applied for, what holds, and who gives it."""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten import events
from samendoen.besluiten.access import binnen
from samendoen.besluiten.models import Aanvraag, Toewijzing, Voorziening
from samendoen.besluiten.queries.beeld import aanvraagstatus
from samendoen.besluiten.queries.levering import leveringszinnen
from samendoen.besluiten.queries.veranderlinks import veranderlinks
from samendoen.besluiten.queries.woorden import omvang_zin, periode_zin
from samendoen.besluiten.rules import Aanvraagstatus, Toewijzingstatus, Voorzieningstatus, Vorm
from samendoen.casus import api as casussen
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Permissie, gevuld, klok
from samendoen.schil.api import datum_lang, termijn_tekst
from samendoen.werk.api import laatste_dagen


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Return the panel for this reader, "" for who sees nothing here. The page of the casus logs it."""
    alle = binnen(Aanvraag.objects.filter(casus=onderwerp_id), door).select_related("product").order_by("-pk")
    aanvragen = list(alle) if "casus:besluiten" in gevuld(door, "casus", onderwerp_id) else []
    url = _aanvragen_url(door, onderwerp_id)
    if not aanvragen and not url:
        return ""
    wie = namen(door, {a.inwoner_id for a in aanvragen})
    alle_v = _wat_loopt([a.pk for a in aanvragen]) if aanvragen else []
    geldt = _zinnen(alle_v) | _te_beslissen(aanvragen) if aanvragen else {}
    links = {
        v.besluit.aanvraag_id: veranderlinks(door, v.pk, v.product.naam)
        for v in alle_v
        if v.status == Voorzieningstatus.GELDT
    }
    regels = [
        {
            "url": reverse("aanvraag", args=[a.pk]),
            "wat": f"{a.product.naam[:1].upper()}{a.product.naam[1:]}",
            "status": aanvraagstatus(a.status),
            "onder": _("%(naam)s, aangevraagd op %(dag)s")
            % {"naam": wie.get(a.inwoner_id, ""), "dag": datum_lang(a.aangevraagd_op)},
            "zinnen": geldt.get(a.pk, []),
            "doe": links.get(a.pk, ""),
        }
        for a in aanvragen
    ]
    mag = url and door.mag(Permissie.BESLUIT_NEMEN)
    doorbraak = reverse("doorbraak_nieuw", args=[onderwerp_id]) if mag else ""
    p = {"regels": regels, "aanvragen_url": url, "doorbraak_url": doorbraak}
    return render_to_string("besluiten/paneel.html", {"p": p})


def aanvraagknop(door: Actor, onderwerp_id: int) -> str:
    """Lead from looking back on a plan to an application, for who may prepare one."""
    url = _aanvragen_url(door, onderwerp_id)
    return render_to_string("besluiten/aanvraagknop.html", {"url": url}) if url else ""


def _aanvragen_url(door: Actor, casus_id: int) -> str:
    if not door.mag(Permissie.BESLUIT_VOORBEREIDEN):
        return ""
    if not casussen.loopt_te_lezen(door, casus_id):
        return ""
    return reverse("aanvraag_nieuw", args=[casus_id])


def _te_beslissen(aanvragen: Sequence[Aanvraag]) -> dict[int, list[str]]:
    """Return by application that waits until when the decision must be given."""
    wacht = [a.pk for a in aanvragen if a.status in (Aanvraagstatus.INGEDIEND, Aanvraagstatus.BESLOTEN)]
    vandaag = klok.vandaag()
    return {
        pk: [_("Besluit uiterlijk bekend op %(dag)s.") % {"dag": termijn_tekst(dag, vandaag)}]
        for pk, dag in (laatste_dagen(events.AANVRAAG, wacht) if wacht else {}).items()
    }


def _wat_loopt(aanvraag_ids: Iterable[int]) -> list[Voorziening]:
    """Return what holds, or was replaced, on these applications: one query."""
    rijen = Voorziening.objects.filter(
        besluit__aanvraag__in=list(aanvraag_ids),
        status__in=[Voorzieningstatus.GELDT.value, Voorzieningstatus.HERROEPEN.value],
    )
    return list(rijen.select_related("besluit", "product").order_by("pk"))


def _zinnen(alle: Sequence[Voorziening]) -> dict[int, list[str]]:
    """Return by application the sentences about what holds now, or was replaced but still runs."""
    wie = _toewijzingen([v.pk for v in alle]) if alle else {}
    gegeven = leveringszinnen([v.pk for v in alle]) if alle else {}
    zinnen: dict[int, list[str]] = {}
    for v in alle:
        if v.status == Voorzieningstatus.GELDT or v.pk in wie:
            zin = f"{omvang_zin(v.omvang, v.eenheid, v.frequentie)}, {periode_zin(v.van, v.tot)}"
            regels = [f"{zin}. {_wie(v, wie.get(v.pk, ''))}", *gegeven.get(v.pk, [])]
            zinnen.setdefault(v.besluit.aanvraag_id, []).extend(regels)
    return zinnen


def _toewijzingen(voorziening_ids: Sequence[int]) -> dict[int, str]:
    """Return by provision the name of who gives it, or will give it."""
    loopt = Q(status=Toewijzingstatus.GELDT.value) | Q(tot__gt=klok.vandaag())
    rijen = Toewijzing.objects.filter(loopt, voorziening__in=voorziening_ids).order_by("pk")
    return dict(rijen.values_list("voorziening_id", "aanbieder__naam"))


def _wie(v: Voorziening, aanbieder: str) -> str:
    if v.vorm == Vorm.PGB:
        return _("Met een persoonsgebonden budget.")
    return _("Van %(naam)s.") % {"naam": aanbieder} if aanbieder else _("Nog niet toegewezen.")
