"""Reads of the screens: offers and organisations as ready strings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.kaart.access import haal_aanbod, haal_organisatie
from samendoen.kaart.models import DOELGROEPEN, NIVEAUS, TALEN, Aanbod, Locatie
from samendoen.kaart.models.organisatie import Herkomst
from samendoen.kaart.queries.waarden import lopend, met_woorden
from samendoen.kaart.rules import Ondersteuningsniveau
from samendoen.kernel.api import geheel
from samendoen.organisatie.api import kernen, leefgebieden
from samendoen.schil.api import datum_lang, status

PER_PAGINA = 50
SORTEERBAAR = {"naam", "organisatie__naam", "wachttijd_weken"}
NIVEAUVORM = {
    Ondersteuningsniveau.EIGEN_KRACHT: "ok",
    Ondersteuningsniveau.NETWERK: "ok",
    Ondersteuningsniveau.ALGEMEEN: "ok",
    Ondersteuningsniveau.BASISHULP: "info",
    Ondersteuningsniveau.MAATWERK: "waarschuwing",
}


@dataclass(frozen=True, slots=True)
class Aanbodbeeld:
    """Everything that the page of one offer shows."""

    id: int
    naam: str
    tekst: str
    organisatie_id: int
    organisatie: str
    feiten: list[tuple[str, str]]
    aanmelden: str
    contact: list[tuple[str, str, str]]
    herkomst: str
    aanname: bool
    gestopt: str


@dataclass(frozen=True, slots=True)
class Organisatiebeeld:
    """Everything that the page of one organisation shows."""

    id: int
    naam: str
    omschrijving: str
    contact: list[tuple[str, str, str]]
    locaties: list[dict[str, str]]
    aanbod: list[dict[str, str]]
    herkomst: str
    aanname: bool


def lijst(filters: Mapping[str, str], orde: str, pagina: int) -> tuple[list[dict[str, str]], Page[Any]]:
    """Return the offers of a page as ready strings, and the page: four queries."""
    rijen = _rijen(filters).order_by(orde, "pk")
    deel: Page[Any] = Paginator(rijen.values_list("pk", flat=True), PER_PAGINA).get_page(pagina)
    return regels(Aanbod.objects.filter(pk__in=list(deel.object_list)).order_by(orde, "pk")), deel


def _rijen(filters: Mapping[str, str]) -> QuerySet[Aanbod]:
    rijen = Aanbod.objects.all() if filters.get("gestopt") else lopend()
    if filters.get("leefgebied"):
        rijen = rijen.filter(leefgebieden__contains=[filters["leefgebied"]])
    if filters.get("niveau"):
        rijen = rijen.filter(niveau=filters["niveau"])
    kern = geheel(filters.get("kern", ""))
    if kern is not None:
        # Without a place it is there for the whole municipality.
        koppel = Aanbod.locaties.through.objects.filter(aanbod=OuterRef("pk"))
        rijen = rijen.filter(Exists(koppel.filter(locatie__kern=kern)) | ~Exists(koppel))
    return met_woorden(rijen, filters.get("q", ""))


def regels(rijen: QuerySet[Aanbod]) -> list[dict[str, str]]:
    """Return offers as rows of the table: with their organisation, places and life domains in words."""
    velden = ("id", "naam", "organisatie__naam", "niveau", "leefgebieden", "wachttijd_weken", "prijs")
    waarden = list(rijen.values(*velden, "gestopt_op"))
    plaatsen = _plaatsen([r["id"] for r in waarden])
    gebieden, overal = leefgebieden(), _("Hele gemeente")
    vormen = {n.value: status(NIVEAUVORM[n], str(naam)) for n, naam in NIVEAUS.items()}
    stam, gestopt = reverse("aanbod", args=[0]).removesuffix("0/"), status("neutraal", _("Gestopt"))
    return [
        {
            "url": f"{stam}{r['id']}/",
            "naam": r["naam"],
            "onder": r["organisatie__naam"],
            "niveau": gestopt if r["gestopt_op"] else vormen[r["niveau"]],
            "leefgebieden": ", ".join(gebieden.get(code, code) for code in r["leefgebieden"]),
            "waar": plaatsen.get(r["id"], overal),
            "wachttijd_weken": wachttijd(r["wachttijd_weken"]) or "–",
            "prijs": r["prijs"] or "–",
        }
        for r in waarden
    ]


def _plaatsen(ids: Sequence[int]) -> dict[int, str]:
    """Return the villages of offers that are not everywhere."""
    koppel = Aanbod.locaties.through
    velden = koppel.objects.filter(aanbod__in=ids).values_list("aanbod_id", "locatie__kern__naam")
    per: defaultdict[int, set[str]] = defaultdict(set)
    for aanbod, kern in velden:
        per[aanbod].add(kern)
    return {pk: ", ".join(sorted(namen)) for pk, namen in per.items()}


def wachttijd(weken: int | None) -> str:
    """Return a waiting time in words, "" when nobody told us."""
    if weken is None:
        return ""
    return ngettext("%(n)s week", "%(n)s weken", weken) % {"n": weken} if weken else _("Geen")


def aanbod(aanbod_id: int) -> Aanbodbeeld:
    """Return one offer, also a stopped one; NietGevonden for another id."""
    rij = haal_aanbod(aanbod_id)
    org, gebieden = rij.organisatie, leefgebieden()
    plekken = [
        f"{p.naam}, {p.kern.naam}" + (f" ({p.adres})" if p.adres else "")
        for p in rij.locaties.select_related("kern").order_by("naam")
    ]
    doelgroepen = [str(naam) for code, naam in DOELGROEPEN.items() if code in rij.doelgroepen]
    onbekend = _("Niet bekend")
    return Aanbodbeeld(
        id=rij.pk,
        naam=rij.naam,
        tekst=rij.tekst,
        organisatie_id=org.pk,
        organisatie=org.naam,
        feiten=[
            (_("Niveau"), status(NIVEAUVORM[Ondersteuningsniveau(rij.niveau)], rij.get_niveau_display())),
            (_("Leefgebieden"), ", ".join(gebieden.get(code, code) for code in rij.leefgebieden)),
            (_("Voor wie"), ", ".join(doelgroepen) or _("Iedereen")),
            (_("Waar"), "; ".join(plekken) or _("Hele gemeente")),
            (_("Kosten"), rij.prijs or onbekend),
            (_("Wachttijd"), wachttijd(rij.wachttijd_weken) or onbekend),
            (_("Talen"), ", ".join(str(TALEN.get(code, code)) for code in rij.talen) or onbekend),
        ],
        aanmelden=rij.aanmelden,
        contact=_contact(org),
        herkomst=herkomst(rij),
        aanname=rij.aanname,
        gestopt=datum_lang(rij.gestopt_op) if rij.gestopt_op else "",
    )


def organisatie(organisatie_id: int) -> Organisatiebeeld:
    """Return one organisation with its places and running offers; NietGevonden for another id."""
    rij = haal_organisatie(organisatie_id)
    plekken = rij.locaties.order_by("naam").values_list("naam", "kern__naam", "adres")
    return Organisatiebeeld(
        id=rij.pk,
        naam=rij.naam,
        omschrijving=rij.omschrijving,
        contact=_contact(rij),
        locaties=[{"naam": naam, "kern": kern, "adres": adres or "–"} for naam, kern, adres in plekken],
        aanbod=regels(lopend().filter(organisatie=rij).order_by("naam")),
        herkomst=herkomst(rij),
        aanname=rij.aanname,
    )


def _contact(rij: Any) -> list[tuple[str, str, str]]:
    """Return (label, text, link) of what is known of how to reach an organisation."""
    mogelijk = (
        (_("Telefoon"), rij.telefoon, f"tel:{rij.telefoon.replace(' ', '')}"),
        (_("E-mail"), rij.email, f"mailto:{rij.email}"),
        (_("Website"), rij.website, rij.website),
    )
    return [deel for deel in mogelijk if deel[1]]


def herkomst(rij: Herkomst) -> str:
    """Return in a sentence where this comes from, with the explanation that stands beside it."""
    if rij.aanname:
        zin = _("Aanname: dit staat in geen enkel document. Beheer kan het verbeteren.")
    elif rij.bron:
        zin = _("Bron: %(bron)s.") % {"bron": rij.bron}
    else:
        zin = _("Ingevoerd of bijgewerkt door beheer.")
    return f"{zin} {rij.toelichting}".strip()


def locaties_voor_keuze(organisatie_id: int) -> list[tuple[int, str]]:
    """Return (id, "place, village") of an organisation's places."""
    velden = Locatie.objects.filter(organisatie=organisatie_id).order_by("naam", "pk")
    return [(pk, f"{naam}, {kern}") for pk, naam, kern in velden.values_list("pk", "naam", "kern__naam")]


def filterkeuzes() -> dict[str, list[tuple[str, str]]]:
    """Return what the list can be narrowed by: life domains, levels, villages."""
    return {
        "leefgebieden": [("", _("Alle leefgebieden")), *leefgebieden().items()],
        "niveaus": [("", _("Alle niveaus")), *((n.value, str(naam)) for n, naam in NIVEAUS.items())],
        "kernen": [("", _("Alle kernen")), *((str(pk), naam) for pk, naam in kernen().items())],
    }
