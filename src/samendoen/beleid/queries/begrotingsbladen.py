"""The budgets of a plan as tables of ready strings."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.beleid.models import Plan
from samendoen.beleid.models.begroting import ZWAARTEN
from samendoen.beleid.queries.begroting import Gelezen, begrotingen
from samendoen.beleid.queries.begrotingswijzigingen import lichtregel, wijzigingentabel
from samendoen.beleid.queries.bevindingen import zin
from samendoen.beleid.queries.geld import soortnaam
from samendoen.beleid.queries.lichten import STATUS
from samendoen.beleid.rules import Kleur, Soort
from samendoen.beleid.rules.begroting import (
    Begroting,
    Besteding,
    Lichtregel,
    Zwaarte,
    controleer_begroting,
    geldlicht,
    prognose,
)
from samendoen.schil.api import Kolom as Tabelkolom
from samendoen.schil.api import Tabel, datum_zonder_dag, euro, status


def bladen(plan: Plan, mag_boeken: bool) -> list[dict[str, Any]]:
    """Return the budgets of a plan as tables of ready strings."""
    regel, licht = lichtregel(plan)
    return [_blad(gelezen, mag_boeken, regel) | {"licht": licht} for gelezen in begrotingen(plan)]


def _blad(g: Gelezen, mag_boeken: bool, licht: Lichtregel) -> dict[str, Any]:
    b = g.begroting
    return {
        "id": g.id,
        "wijzigingen": wijzigingentabel(g.id, mag_boeken),
        "titel": b.titel,
        "onderdeel": g.onderdeel,
        "bron": g.bron,
        "regels": _regels(g, mag_boeken),
        "over": _over(b),
        "besteed": [_besteed(g, jaar, licht) for jaar in _jaren(b)],
        "advies": _advies(b) if b.advies else None,
        "tekort": _tekort(b),
        "keuzen": _keuzen(b) if b.keuzen else None,
        "bevindingen": [zin(bevinding) for bevinding in controleer_begroting(g.document)],
    }


def _regels(g: Gelezen, mag_boeken: bool) -> Tabel:
    b = g.begroting
    kolommen = [
        Tabelkolom("naam", _("Waarvoor")),
        *(Tabelkolom(k.code, k.titel, getal=True, heel=True) for k in b.kolommen),
        Tabelkolom("soort", _("Soort"), heel=True),
    ]
    if mag_boeken:
        kolommen.append(Tabelkolom("boeken", _("Besteed")))
    rijen = [
        {
            "naam": r.naam,
            "onder": r.dekking,
            "soort": soortnaam(r.soort.value),
            "boeken": _boeklink(g.ids[r.code], r.naam),
            **{k.code: _bedrag(r.bedragen.get(k.code)) for k in b.kolommen},
        }
        for r in b.regels
    ]
    voet = {
        "naam": _("Totaal"),
        "soort": "",
        "boeken": "",
        **{k.code: euro(b.totaal(k.code)) for k in b.kolommen},
    }
    return Tabel(b.titel, kolommen, rijen, voet=voet, toon_titel=False)


def _bedrag(bedrag: int | None) -> str:
    return euro(bedrag) if bedrag is not None else "-"


def _over(b: Begroting) -> list[dict[str, str]]:
    """Return per column with a savings target what it is and what is left; also what is structural."""
    regels = []
    for k in b.kolommen:
        doel = [t for t in b.taakstellingen if t.kolom == k.code]
        if doel:
            wat = _("%(jaar)s: %(totaal)s min de taakstelling van %(taak)s; er blijft %(over)s over.")
            regels.append(
                wat
                % {
                    "jaar": k.titel,
                    "totaal": euro(b.totaal(k.code)),
                    "taak": euro(-b.taakstelling(k.code)),
                    "over": euro(b.over(k.code)),
                }
            )
        incidenteel = b.totaal(k.code, Soort.INCIDENTEEL)
        if incidenteel and incidenteel != b.totaal(k.code):
            wat = _("%(jaar)s: waarvan incidenteel %(bedrag)s.")
            regels.append(wat % {"jaar": k.titel, "bedrag": euro(incidenteel)})
    return [{"zin": regel} for regel in regels]


def _jaren(b: Begroting) -> list[int]:
    return sorted({besteding.jaar for besteding in b.bestedingen}, reverse=True)


def _besteed(g: Gelezen, jaar: int, licht: Lichtregel) -> dict[str, Any]:
    b = g.begroting
    namen = {r.code: r.naam for r in b.regels}
    rijen = [_bestederij(namen, besteding, licht) for besteding in b.bestedingen if besteding.jaar == jaar]
    beschikbaar, besteed = b.besteed(jaar)
    kolommen = [
        Tabelkolom("naam", _("Waarvoor")),
        Tabelkolom("beschikbaar", _("Beschikbaar"), getal=True, heel=True),
        Tabelkolom("besteed", _("Besteed"), getal=True, heel=True),
        Tabelkolom("verwacht", _("Verwacht"), getal=True, heel=True),
        Tabelkolom("licht", _("Geld")),
    ]
    straks = sum(verwacht(x) for x in b.bestedingen if x.jaar == jaar)
    voet = {
        "naam": _("Totaal"),
        "beschikbaar": euro(beschikbaar),
        "besteed": euro(besteed),
        "verwacht": euro(straks),
        "licht": "",
    }
    titel = _("Besteed in %(jaar)s") % {"jaar": jaar}
    return {"titel": titel, "tabel": Tabel(titel, kolommen, rijen, voet=voet, toon_titel=False)}


def verwacht(b: Besteding) -> int:
    """Return what will have been spent at the end of the year if it goes on like this; see `prognose`."""
    return prognose(b.besteed, b.tot or date(b.jaar, 12, 31))


def _bestederij(namen: dict[str, str], b: Besteding, licht: Lichtregel) -> dict[str, Any]:
    straks = verwacht(b)
    tot = b.tot or date(b.jaar, 12, 31)
    return {
        "naam": namen[b.regel],
        "onder": _("stand van %(dag)s") % {"dag": datum_zonder_dag(tot)},
        "beschikbaar": euro(b.beschikbaar),
        "besteed": euro(b.besteed),
        "verwacht": euro(straks),
        "licht": _licht(geldlicht(b.beschikbaar, straks, licht)),
    }


def _licht(kleur: Kleur) -> SafeString:
    woorden = {
        Kleur.GROEN: _("binnen het budget"),
        Kleur.ORANJE: _("iets boven het budget"),
        Kleur.ROOD: _("ver boven het budget"),
        Kleur.ONBEKEND: _("geen budget"),
    }
    return status(STATUS[kleur], woorden[kleur])


def _boeklink(regel_id: int, naam: str) -> SafeString:
    return format_html(
        '<a href="{}">{}<span class="sd-verborgen"> {}</span></a>',
        reverse("koers_besteding", args=[regel_id]),
        _("Bijwerken"),
        naam,
    )


def _advies(b: Begroting) -> Tabel:
    kolom = next(k for k in b.kolommen if k.code == b.advieskolom)
    per = {r.code: r for r in b.regels}
    kolommen = [
        Tabelkolom("naam", _("Waarvoor")),
        Tabelkolom("budget", _("Budget %(jaar)s") % {"jaar": kolom.titel}, getal=True, heel=True),
        Tabelkolom("advies", _("Advies"), getal=True, heel=True),
    ]
    rijen = []
    for a in b.advies:
        # Of two pieces of advice about one line only the first shows its budget.
        regel = per.pop(a.regel, None)
        budget = _bedrag(regel.bedragen.get(kolom.code)) if regel else "-"
        rijen.append({"naam": a.naam, "budget": budget, "advies": euro(a.bedrag)})
    voet = {"naam": _("Totaal"), "budget": euro(b.totaal(kolom.code)), "advies": euro(b.geadviseerd)}
    return Tabel(_("Advies"), kolommen, rijen, voet=voet, toon_titel=False)


def _tekort(b: Begroting) -> list[str]:
    """Say what the gap is, and what it is if the totals of the document are right."""
    if not b.advies:
        return []
    zinnen = [
        _("Geadviseerd is %(advies)s; er blijft %(over)s over. Het verschil is %(tekort)s.")
        % {
            "advies": euro(b.geadviseerd),
            "over": euro(b.over(b.advieskolom)),
            "tekort": euro(b.tekort),
        }
    ]
    g = b.genoemd
    if g and g.advies is not None and g.tekort is not None and g.tekort != b.tekort:
        wat = _("Het document zelf telt op tot %(advies)s en noemt een tekort van %(tekort)s.")
        zinnen.append(wat % {"advies": euro(g.advies), "tekort": euro(g.tekort)})
    return zinnen


def _keuzen(b: Begroting) -> dict[str, Any]:
    kolommen = [
        Tabelkolom("naam", _("Waarvoor")),
        *(Tabelkolom(z.value, str(ZWAARTEN[z]), getal=True, heel=True) for z in Zwaarte),
        Tabelkolom("gekozen", _("Gekozen"), heel=True),
    ]
    rijen = [
        {
            "naam": k.naam,
            **{z.value: _bedrag(k.bedragen.get(z)) for z in Zwaarte},
            "gekozen": str(ZWAARTEN[k.gekozen]) if k.gekozen else "-",
        }
        for k in b.keuzen
    ]
    titel = _("Licht, middel of zwaar")
    zin_ = _("Wat gekozen is, kost samen %(bedrag)s.") % {"bedrag": euro(b.gekozen)}
    return {"titel": titel, "tabel": Tabel(titel, kolommen, rijen, toon_titel=False), "zin": zin_}
