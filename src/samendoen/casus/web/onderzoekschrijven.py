"""Write in an investigation while one talks: saved as one types, and two writers see each other.

Without JavaScript the same form is sent by its button. htmx asks for the block `stand` alone: what was saved,
the new signs of what was read, and a choice where a colleague wrote in the same field.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.casus.actions.bevindingen import schrijf_bevindingen, schrijf_onderzochten
from samendoen.casus.actions.onderzoekinvoer import (
    Bevindinginvoer,
    Onderzochteinvoer,
    als_tekst,
    netjes,
    velden,
)
from samendoen.casus.models import Bevinding, Onderzochte
from samendoen.casus.queries.onderzoekschrijven import (
    Persoonsblad,
    aanbodkeuzes,
    gebiedblad,
    merken,
    persoonsblad,
    stand_van,
)
from samendoen.casus.rules import Samenvoeging, merk, voeg_samen
from samendoen.casus.web.onderzoek import naar_onderzoek
from samendoen.casus.web.onderzoekforms import (
    BevindingForm,
    Bewaarform,
    OnderzochteForm,
    zet_gelezen,
)
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, klok, poort
from samendoen.schil.api import toon

WERKEN = Permissie.CASUS_WERKEN


@dataclass(slots=True)
class Bewaring:
    """What came of saving, ready to show. `opnieuw` are fields whose text the server changed."""

    gelukt: bool
    zin: str
    gelezen: str
    botsingen: dict[str, SafeString]
    opnieuw: tuple[str, ...] = ()


@poort(WERKEN, "GET", "HEAD", "POST")
def gebied(request: Verzoek, casus_id: int, nummer: int, persoon_id: int, leefgebied: str) -> HttpResponse:
    """One life domain of somebody."""
    g = gebiedblad(request.actor, casus_id, nummer, persoon_id, leefgebied)
    p, rij = g.persoon, g.bevinding
    begin = _begin(rij, Bevindinginvoer.VELDEN)
    form = BevindingForm(
        request.POST or None,
        initial=begin,
        naam=p.mens.roepnaam,
        vraag=g.vraag,
        aanbod=aanbodkeuzes(leefgebied, rij.aanbod),
    )

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        waarden["aanbod"] = tuple(waarden["aanbod"] or ())
        invoer = Bevindinginvoer(p.onderzoek.pk, persoon_id, leefgebied, **waarden, gelezen=gelezen)
        return schrijf_bevindingen(request.actor, [invoer])[0]

    gegevens = {"g": g, "p": p, "titel": g.naam, "verder": g.verder, "verder_naam": g.verder_naam}
    return _antwoord(request, p, rij, form, schrijf, gegevens)


@poort(WERKEN, "GET", "HEAD", "POST")
def rond_persoon(request: Verzoek, casus_id: int, nummer: int, persoon_id: int) -> HttpResponse:
    """What goes for somebody on every life domain: conclusion, own plan, client support, what was told."""
    p = persoonsblad(request.actor, casus_id, nummer, persoon_id)
    if p.rij is None:
        return redirect("onderzoek_leefgebieden", casus_id, nummer, persoon_id)
    begin = _begin(p.rij, Onderzochteinvoer.VELDEN)
    form = OnderzochteForm(request.POST or None, initial=begin, naam=p.mens.roepnaam)

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        waarden["verteld"] = tuple(waarden["verteld"] or ())
        invoer = Onderzochteinvoer(p.onderzoek.pk, persoon_id, **waarden, gelezen=gelezen)
        return schrijf_onderzochten(request.actor, [invoer])[0]

    gegevens = {"p": p, "titel": _("Voor alle leefgebieden"), "verder": p.terug, "verder_naam": ""}
    return _antwoord(request, p, p.rij, form, schrijf, gegevens)


Rij = Bevinding | Onderzochte
Schrijf = Callable[[dict[str, Any], dict[str, str]], Samenvoeging]


def _begin(rij: Rij, namen: Sequence[str]) -> dict[str, Any]:
    return {veld: getattr(rij, veld) for veld in namen} | {"gelezen": zet_gelezen(merken(rij, namen))}


def _antwoord(
    request: Verzoek, p: Persoonsblad, rij: Rij, form: Bewaarform, schrijf: Schrijf, gegevens: dict[str, Any]
) -> HttpResponse:
    bewaring = None
    for veld in form.fields.values() if not p.loopt else ():
        veld.disabled = True
    if request.method == "POST":
        bewaring = _bewaar(rij, form, schrijf, request.actor.id)
        if bewaring.gelukt and not request.htmx:
            messages.success(request, _("Opgeslagen."))
            return redirect(gegevens["verder"] if request.POST.get("naar") == "verder" else p.terug)
    gegevens |= {
        "form": form,
        "b": bewaring,
        "velden": _velden(form, bewaring),
        "gelezen": bewaring.gelezen if bewaring else form["gelezen"].initial,
        "stand": bewaring.zin if bewaring else stand_van(rij),
        "kruimels": naar_onderzoek(p.blad, p.onderzoek.nummer, (gegevens["titel"], "")),
    }
    return toon(request, "casus/onderzoek_schrijven.html", gegevens, deel="stand")


def _velden(form: Bewaarform, bewaring: Bewaring | None) -> list[tuple[str, Any, SafeString | str, bool]]:
    """Return (name, field, the choice above it, whether its text must be shown anew) of each field."""
    botsingen = bewaring.botsingen if bewaring else {}
    opnieuw = bewaring.opnieuw if bewaring else ()
    return [
        (veld.name, veld, botsingen.get(veld.name, ""), veld.name in opnieuw)
        for veld in form
        if veld.name != "gelezen"
    ]


def _bewaar(rij: Rij, form: Bewaarform, schrijf: Schrijf, zelf: int | None) -> Bewaring:
    """Save what a valid form asks; say what came of it in a sentence."""
    namen = form.SOORT.VELDEN
    if not form.is_valid():
        eerste = next(iter(form.errors.values()))[0]
        zin = _("Niet opgeslagen. %(fout)s") % {"fout": eerste}
        return Bewaring(False, zin, str(form.data.get("gelezen", "")), {})
    staand = {veld: getattr(rij, veld) for veld in namen}
    waarden, gelezen = form.opgelost(staand)
    try:
        samen = schrijf(dict(waarden), gelezen)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        return _mislukt(rij, form, fout, zelf)
    rij.refresh_from_db()
    nu = merken(rij, namen)
    # What a colleague changed stays unread here, so that it is never mistaken for one's own.
    gelezen = {veld: gelezen.get(veld, merk("")) if veld in samen.van_ander else nu[veld] for veld in namen}
    gewijzigd = tuple(v for v in namen if waarden[v] != form.waarden()[v])
    if gewijzigd:
        form.toon_anders({veld: waarden[veld] for veld in gewijzigd})
    return Bewaring(True, _gelukt(form, rij, samen), zet_gelezen(gelezen), {}, gewijzigd)


def _mislukt(rij: Rij, form: Bewaarform, fout: Domeinfout, zelf: int | None) -> Bewaring:
    """Say why nothing was saved. Choices that were made about clashes stay made until all are."""
    rij.refresh_from_db()
    botsingen = _botsingen(rij, form, zelf) if fout.fout == "onderzoek_botst" else {}
    zin = f"{fout.toelichting} {fout.doe}".strip()
    form.add_error(fout.veld if fout.veld in form.fields else None, zin)
    return Bewaring(
        False, _("Niet opgeslagen. %(fout)s") % {"fout": zin}, zet_gelezen(form.merken()), botsingen
    )


def _gelukt(form: Bewaarform, rij: Rij, samen: Samenvoeging) -> str:
    zin = _("Opgeslagen om %(tijd)s.") % {"tijd": f"{klok.nu():%H:%M}"}
    if samen.van_ander:
        namen = ", ".join(str(form.fields[veld].label) for veld in samen.van_ander)
        zin += " " + _("Een collega schreef intussen bij: %(velden)s. Ververs de pagina om dat te lezen.") % {
            "velden": namen
        }
    return zin


def _botsingen(rij: Rij, form: Bewaarform, zelf: int | None) -> dict[str, SafeString]:
    """Return for each field that clashes what the colleague wrote, and what one can choose."""
    namen = form.SOORT.VELDEN
    mijn = {veld: als_tekst(waarde) for veld, waarde in form.waarden().items()}
    samen = voeg_samen(velden(rij, namen), mijn, form.merken())
    # Who wrote last in this row, unless that was oneself in another field since.
    wie = rij.bijgewerkt_door.naam if rij.bijgewerkt_door and rij.bijgewerkt_door_id != zelf else ""
    return {veld: _botsing(rij, form, veld, wie) for veld in samen.botst}


def _botsing(rij: Rij, form: Bewaarform, veld: str, wie: str) -> SafeString:
    hun = netjes(getattr(rij, veld))
    gezien = merk(als_tekst(hun))
    eerder = form.data.get(f"gezien_{veld}") == gezien
    gegevens = {
        "veld": veld,
        "label": form.fields[veld].label,
        "wie": wie,
        "hun": _leesbaar(form, veld, hun),
        "gezien": gezien,
        "keuze": form.data.get(f"keuze_{veld}") if eerder else "",
        "allebei": veld in form.SOORT.TEKSTEN,
    }
    return SafeString(render_to_string("casus/deel_botsing.html", gegevens))


def _leesbaar(form: Bewaarform, veld: str, waarde: Any) -> str:
    """Return a value as people read it."""
    keuzes = dict(getattr(form.fields[veld], "choices", ()))
    if isinstance(waarde, list):
        return ", ".join(str(keuzes.get(deel, deel)) for deel in waarde)
    if keuzes:
        return str(keuzes.get(waarde, keuzes.get(str(waarde), waarde)))
    return als_tekst(waarde)
