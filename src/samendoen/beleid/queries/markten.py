"""The pages of the accountability market, as ready strings."""

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.beleid.actions.markt import markt_onbekend
from samendoen.beleid.events.markt import MARKT
from samendoen.beleid.models import Markt, Marktregel, Verhaal
from samendoen.beleid.models.markt import GEVOLGEN, HERKOMSTEN, VORMEN
from samendoen.beleid.queries.verhaalbladen import kaart, mag_beheren
from samendoen.beleid.queries.verhalen import waarden
from samendoen.beleid.rules.markt import Gevolg, Herkomst, Marktdeel, Regelsoort, Vorm
from samendoen.beleid.rules.verhaal import Gebruik, Verhaalstaat
from samendoen.kernel.api import Actor, klok, verloop
from samendoen.schil.api import datum_lang, datum_zonder_dag, status


def lijst(door: Actor) -> list[dict[str, Any]]:
    """Return the markets that this reader may see, newest first."""
    rijen = Markt.objects.select_related("plan").order_by("-op", "-pk")
    return [
        {
            "titel": rij.titel,
            "url": reverse("koers_markt", args=[rij.pk]),
            "onder": f"{rij.plan.titel} ({rij.plan.gemeente})",
            "op": datum_lang(rij.op),
            "staat": _staat(rij),
        }
        for rij in rijen
        if rij.gepubliceerd or mag_beheren(door)
    ]


def _staat(rij: Markt) -> SafeString:
    if Marktdeel.UITKOMST in rij.gepubliceerd:
        return status("ok", _("Uitkomst gepubliceerd"))
    if Marktdeel.PROGRAMMA in rij.gepubliceerd:
        return status("info", _("Programma gepubliceerd"))
    return status("neutraal", _("In voorbereiding"))


def vindbaar(door: Actor, markt_id: int) -> Markt:
    """Return a market that this reader may see. Raises NietGevonden, also before anything was published."""
    rij = Markt.objects.select_related("plan").filter(pk=markt_id).first()
    if rij is None or not (rij.gepubliceerd or mag_beheren(door)):
        raise markt_onbekend()
    return rij


def een_regel(regel_id: int) -> Marktregel:
    """Return a line of a market. Raises NietGevonden."""
    rij = Marktregel.objects.select_related("markt").filter(pk=regel_id).first()
    if rij is None:
        raise markt_onbekend()
    return rij


def marktpagina(door: Actor, rij: Markt) -> dict[str, Any]:
    """Return the page of a market: what this reader may see of programme, contributions and outcome."""
    beheren = mag_beheren(door)
    regels = list(rij.regels.select_related("doel").order_by("begin", "pk"))
    per = {soort: [r for r in regels if r.soort == soort] for soort in Regelsoort}
    programma = beheren or Marktdeel.PROGRAMMA in rij.gepubliceerd
    uitkomst = beheren or Marktdeel.UITKOMST in rij.gepubliceerd
    verhalen = _verhalen(regels)
    return {
        "id": rij.pk,
        "titel": rij.titel,
        "plan": rij.plan.titel,
        "waar": ", ".join(deel for deel in (datum_lang(rij.op), rij.plaats) if deel),
        "vraag": rij.vraag,
        "beheren": beheren,
        "staat": _staat(rij),
        "delen": _delen(rij) if beheren else [],
        "programma": programma,
        "uitkomst": uitkomst,
        "agenda": [_agenda(r) for r in per[Regelsoort.AGENDA] if _staat_er(r)] if programma else [],
        "bijdragen": _bijdragen(per[Regelsoort.BIJDRAGE], verhalen) if programma else [],
        "gehoord": [_gehoord(r) for r in per[Regelsoort.GEHOORD] if _staat_er(r)] if uitkomst else [],
        "geschrapt": [_basis(r) for r in regels if not _staat_er(r)] if beheren else [],
        "regels": _geschiedenis(rij) if beheren else [],
    }


def _staat_er(r: Marktregel) -> bool:
    return r.geschrapt_op is None


def _delen(rij: Markt) -> list[dict[str, Any]]:
    namen = {Marktdeel.PROGRAMMA: _("programma"), Marktdeel.UITKOMST: _("uitkomst")}
    return [
        {"code": deel.value, "naam": naam, "open": deel in rij.gepubliceerd} for deel, naam in namen.items()
    ]


def _geschiedenis(rij: Markt) -> list[dict[str, str]]:
    return [
        {"datum": datum_lang(r["datum"]), "wat": r["zin"], "wie": r["wie"]} for r in verloop(MARKT, rij.pk)
    ]


def _verhalen(regels: Iterable[Marktregel]) -> dict[int, Any]:
    ids = {r.verhaal_id for r in regels if r.verhaal_id}
    rijen = Verhaal.objects.filter(pk__in=ids, staat=Verhaalstaat.GEPUBLICEERD)
    return {v.id: kaart(v) for v in waarden(rijen, Gebruik.MARKT, klok.vandaag())} if ids else {}


def _basis(r: Marktregel) -> dict[str, Any]:
    return {
        "id": r.pk,
        "titel": r.titel,
        "tekst": r.tekst,
        "van": r.van,
        "doel": f"{r.doel.code} {r.doel.titel}" if r.doel else "",
        "doel_url": reverse("koers_doel", args=[r.doel_id]) if r.doel_id else "",
        "url": reverse("koers_marktregel", args=[r.pk]),
    }


def _agenda(r: Marktregel) -> dict[str, Any]:
    begin = r.begin.strftime("%H:%M") if r.begin else ""
    einde = r.einde.strftime("%H:%M") if r.einde else ""
    return _basis(r) | {"tijd": " - ".join(deel for deel in (begin, einde) if deel)}


def _bijdragen(regels: Iterable[Marktregel], verhalen: dict[int, Any]) -> list[dict[str, Any]]:
    return [
        _basis(r)
        | {
            "herkomst": HERKOMSTEN[Herkomst(r.herkomst)],
            "vorm": VORMEN[Vorm(r.vorm)] if r.vorm else "",
            "verhaal": verhalen.get(r.verhaal_id or 0),
        }
        for r in regels
        if _staat_er(r)
    ]


def _gehoord(r: Marktregel) -> dict[str, Any]:
    return _basis(r) | {
        "gevolg": GEVOLGEN[Gevolg(r.gevolg)],
        "reden": r.reden,
        "bijstellen": r.gevolg == Gevolg.BIJSTELLEN,
        "afgedaan": datum_zonder_dag(r.afgedaan_op) if r.afgedaan_op else "",
    }


def verhaalkeuzes(markt: Markt) -> list[tuple[str, str]]:
    """Return the published stories of this plan that may be told on a market, and none."""
    rijen = Verhaal.objects.filter(
        staat=Verhaalstaat.GEPUBLICEERD, doel__thema__onderdeel__plan=markt.plan_id
    )
    gevonden = waarden(rijen.order_by("-pk"), Gebruik.MARKT, klok.vandaag())
    return [("", _("Geen verhaal")), *((str(v.id), v.titel) for v in gevonden)]


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show beside a goal what was heard about it on a market, once the outcome is published."""
    rijen = Marktregel.objects.filter(doel=onderwerp_id, soort=Regelsoort.GEHOORD, geschrapt_op=None)
    rijen = rijen.filter(markt__gepubliceerd__contains=[Marktdeel.UITKOMST.value])
    gevonden = [
        _gehoord(r) | {"markt": r.markt.titel, "markt_url": reverse("koers_markt", args=[r.markt_id])}
        for r in rijen.select_related("markt", "doel").order_by("-markt__op", "pk")
    ]
    if not gevonden:
        return ""
    return render_to_string("beleid/paneel_markt.html", {"gehoord": gevonden})
