"""The reports that were frozen: who may read which, their versions, their bytes, what differs between two.

The council and everybody else who only reads gets what was published; who manages the plans gets all.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samendoen.beleid.models import Rapport, Rapportbestand
from samendoen.beleid.models.rapport import RAPPORTSOORTEN, VORMEN
from samendoen.beleid.queries.rapport.bladzij import inhoud_html
from samendoen.beleid.rules.rapport import Rapportdocument, uit_json
from samendoen.beleid.rules.rapport.verschil import Soort, Verschil, verschillen
from samendoen.kernel.api import Actor, Domeinfout, NietGevonden, Permissie
from samendoen.schil.api import datum_lang, datum_zonder_dag, euro, status


def rapport_onbekend() -> NietGevonden:
    """Return the error for a report that does not exist, or that this reader may not see yet."""
    return NietGevonden(
        "rapport_onbekend",
        _("Dit rapport bestaat niet in deze vorm."),
        _("Kies een rapport uit de lijst."),
    )


def haal(door: Actor, rapport_id: int) -> Rapport:
    """Return a report that this actor may read. Raises NietGevonden."""
    rij = _zichtbaar(door).filter(pk=rapport_id).first()
    if rij is None:
        raise rapport_onbekend()
    return rij


def _zichtbaar(door: Actor) -> QuerySet[Rapport]:
    rijen = Rapport.objects.select_related(
        "plan", "publicatie__door", "maker", "verbetert", "verbetering__publicatie", "vernietiging"
    )
    if door.mag(Permissie.BELEID_BEHEREN):
        return rijen
    return rijen.filter(publicatie__isnull=False)


def versienummer(rij: Rapport) -> int:
    """Return which version of a report this is, counted from 1."""
    nummer = 1
    while rij.verbetert is not None:
        nummer, rij = nummer + 1, rij.verbetert
    return nummer


def document_van(rapport_id: int) -> Rapportdocument | None:
    """Return a frozen report as blocks, None when its bytes were destroyed."""
    inhoud = Rapportbestand.objects.filter(rapport=rapport_id, vorm="json").values_list("inhoud", flat=True)
    bytes_ = inhoud.first()
    return uit_json(json.loads(bytes(bytes_))) if bytes_ is not None else None


def rapporten(door: Actor) -> list[dict[str, Any]]:
    """Return the reports that this actor may read, newest first, as rows of ready strings; three queries."""
    rijen = list(_zichtbaar(door).order_by("-pk"))
    vormen: dict[int, list[str]] = {}
    bestanden = Rapportbestand.objects.filter(rapport__in=rijen).values_list("rapport_id", "vorm")
    for nummer, vorm in bestanden:
        vormen.setdefault(nummer, []).append(vorm)
    return [
        {
            "titel": rij.titel,
            "url": reverse("koers_rapport_blad", args=[rij.pk]),
            "onder": f"{RAPPORTSOORTEN[rij.soort]}, {rij.plan.titel}",
            "peildatum": datum_lang(rij.peildatum),
            "staat": _staat(rij),
            "gemaakt": datum_lang(localtime(rij.gemaakt_op).date()),
            "downloads": downloads(rij, vormen.get(rij.pk, [])),
        }
        for rij in rijen
    ]


def _staat(rij: Rapport) -> SafeString:
    """Return where a report stands, for its readers."""
    if hasattr(rij, "vernietiging"):
        return status("fout", _("Vernietigd"))
    if not hasattr(rij, "publicatie"):
        return status("pauze", _("Concept: de raad ziet het niet"))
    opvolger = getattr(rij, "verbetering", None)
    if opvolger is not None and hasattr(opvolger, "publicatie"):
        return status("waarschuwing", _("Verbeterd: er is een nieuwe versie"))
    return status("ok", _("Gepubliceerd"))


def downloads(rij: Rapport, vormen: list[str]) -> SafeString:
    """Return links to a report in every form that is there, in the order of the forms."""
    wat = _("%(vorm)s van %(titel)s, %(dag)s")
    namen = {"html": "HTML", "pdf": "PDF", "docx": "Word", "json": "JSON"}
    return format_html_join(
        " ",
        '<a class="bl-download" href="{}" download><span aria-hidden="true">{}</span>'
        '<span class="sd-verborgen">{}</span></a>',
        (
            (
                reverse("koers_rapport", args=[rij.pk, vorm]),
                namen[vorm],
                wat % {"vorm": namen[vorm], "titel": rij.titel, "dag": datum_zonder_dag(rij.peildatum)},
            )
            for vorm in VORMEN
            if vorm in vormen
        ),
    )


def blad(door: Actor, rapport_id: int) -> dict[str, Any]:
    """Return the page of a report: how it stands, its versions, what it says. Raises NietGevonden."""
    rij = haal(door, rapport_id)
    document = document_van(rij.pk)
    beheert = door.mag(Permissie.BELEID_BEHEREN)
    gepubliceerd = hasattr(rij, "publicatie")
    return {
        "id": rij.pk,
        "titel": rij.titel,
        "staat": _staat(rij),
        "feiten": _feiten(rij, beheert),
        "eerder": _versie(door, rij.verbetert) if rij.verbetert else None,
        "later": _versie(door, getattr(rij, "verbetering", None)),
        "wijziging": rij.wijziging,
        "reden": rij.reden,
        "vernietigd": _vernietigd(rij),
        "inhoud": inhoud_html(document, "div") if document else "",
        "downloads": downloads(rij, list(rij.bestanden.values_list("vorm", flat=True))),
        "mag_publiceren": door.mag(Permissie.BELEID_PUBLICEREN)
        and not gepubliceerd
        and document
        and rij.maker_id != door.id,
        "wacht": beheert and not gepubliceerd and document and rij.maker_id == door.id,
        "mag_verbeteren": beheert and gepubliceerd and document and not hasattr(rij, "verbetering"),
        "anderen": _anderen(door, rij),
    }


def _feiten(rij: Rapport, beheert: bool) -> list[tuple[str, str]]:
    feiten = [
        (_("Soort"), str(RAPPORTSOORTEN[rij.soort])),
        (_("Stand van"), datum_lang(rij.peildatum)),
        (_("Versie"), str(versienummer(rij))),
        (_("Gemaakt op"), datum_lang(localtime(rij.gemaakt_op).date())),
    ]
    if beheert:
        feiten.append((_("Gemaakt door"), rij.maker.naam if rij.maker else "Samendoen"))
    if hasattr(rij, "publicatie"):
        feiten.append((_("Gepubliceerd op"), datum_lang(localtime(rij.publicatie.gepubliceerd_op).date())))
        if beheert:
            door = rij.publicatie.door
            feiten.append((_("Gepubliceerd door"), door.naam if door else "Samendoen"))
    return [*feiten, (_("Kenmerk"), rij.inhoud_hash[:12])]


def _versie(door: Actor, rij: Rapport | None) -> dict[str, str] | None:
    """Return another version of a report, for who may read it."""
    if rij is None or not (door.mag(Permissie.BELEID_BEHEREN) or hasattr(rij, "publicatie")):
        return None
    return {
        "url": reverse("koers_rapport_blad", args=[rij.pk]),
        "naam": _("versie %(n)s") % {"n": versienummer(rij)},
        "wijziging": rij.wijziging,
        "reden": rij.reden,
        "concept": "" if hasattr(rij, "publicatie") else _("nog een concept"),
    }


def _vernietigd(rij: Rapport) -> str:
    if not hasattr(rij, "vernietiging"):
        return ""
    zin = _("Op %(dag)s zijn de bestanden van dit rapport vernietigd: %(reden)s.")
    reden = str(rij.vernietiging.get_reden_display())
    dag = datum_lang(localtime(rij.vernietiging.vernietigd_op).date())
    return zin % {"dag": dag, "reden": reden[:1].lower() + reden[1:]}


def _anderen(door: Actor, rij: Rapport) -> list[tuple[int, str]]:
    """Return the reports of the same kind and plan that one may lay beside this one."""
    zelfde = _zichtbaar(door).filter(plan=rij.plan, soort=rij.soort, vernietiging__isnull=True)
    zin = _("%(titel)s, stand van %(dag)s, gemaakt op %(gemaakt)s")
    return [
        (
            ander.pk,
            zin
            % {
                "titel": ander.titel,
                "dag": datum_zonder_dag(ander.peildatum),
                "gemaakt": datum_zonder_dag(localtime(ander.gemaakt_op).date()),
            },
        )
        for ander in zelfde.exclude(pk=rij.pk).order_by("-pk")
    ]


def verschil(door: Actor, oud_id: int, nieuw_id: int) -> dict[str, Any]:
    """Return what differs between two reports of one kind. Raises NietGevonden, Domeinfout."""
    oud, nieuw = haal(door, oud_id), haal(door, nieuw_id)
    if oud.soort != nieuw.soort:
        raise Domeinfout(
            "rapporten_verschillen_van_soort",
            _("Dit zijn twee soorten rapporten."),
            _("Leg twee rapporten van een soort naast elkaar."),
        )
    a, b = document_van(oud.pk), document_van(nieuw.pk)
    gevonden = verschillen(a, b) if a and b else ()
    groepen: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for een in gevonden:
        groepen.setdefault(een.plek, []).append(_verschilregel(een))
    return {
        "oud": _naam(oud),
        "nieuw": _naam(nieuw),
        "weg": not (a and b),
        "aantal": len(gevonden),
        "groepen": [(" \N{RIGHTWARDS ARROW} ".join(plek) or _("Bovenaan"), r) for plek, r in groepen.items()],
    }


def _naam(rij: Rapport) -> dict[str, str]:
    zin = _("%(titel)s, stand van %(dag)s (%(kenmerk)s)")
    naam = zin % {
        "titel": rij.titel,
        "dag": datum_zonder_dag(rij.peildatum),
        "kenmerk": rij.inhoud_hash[:12],
    }
    return {"naam": naam, "url": reverse("koers_rapport_blad", args=[rij.pk])}


def _verschilregel(een: Verschil) -> dict[str, Any]:
    woord = {Soort.ERBIJ: _("Erbij"), Soort.WEG: _("Weg"), Soort.ANDERS: _("Anders")}[een.soort]
    return {
        "wat": een.wat,
        "woord": woord,
        "stukken": [
            {"tekst": stuk.tekst, "weg": stuk.soort is Soort.WEG, "erbij": stuk.soort is Soort.ERBIJ}
            for stuk in een.stukken
        ],
        "meer": _meer(een.eurocent),
    }


def _meer(eurocent: int | None) -> str:
    if not eurocent:
        return ""
    return (_("%(bedrag)s meer") if eurocent > 0 else _("%(bedrag)s minder")) % {
        "bedrag": euro(abs(eurocent))
    }


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file of a report, byte for byte."""

    naam: str
    soort: str
    inhoud: bytes
    hash: str


def bestand(door: Actor, rapport_id: int, vorm: str) -> Bestand:
    """Return one form of a report that this actor may read. Raises NietGevonden."""
    rapport = haal(door, rapport_id)
    rij = Rapportbestand.objects.filter(rapport=rapport, vorm=vorm).first()
    if rij is None:
        raise rapport_onbekend()
    nummer = versienummer(rapport)
    versie = f"-versie-{nummer}" if nummer > 1 else ""
    naam = f"{rapport.soort}-{rapport.plan.code}-{rapport.peildatum.isoformat()}{versie}.{vorm}"
    return Bestand(naam, VORMEN[vorm], bytes(rij.inhoud), rij.hash)
