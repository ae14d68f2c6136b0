"""Everything that the page of one resident shows, as ready strings; logged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.access import adres_dicht, afgeschermd, haal_inwoner, leesbaar
from samendoen.inwoners.models import (
    GESLACHTEN,
    GEZINSROLLEN,
    KANALEN,
    RELATIESOORTEN,
    TALEN,
    Gezag,
    Gezinslid,
    Inwoner,
    Relatie,
)
from samendoen.inwoners.queries.kernen import NAAMVELDEN, adresregels, naam_van
from samendoen.inwoners.rules import (
    Contactkanaal,
    Geslacht,
    Gezinsrol,
    Relatiesoort,
    volledige_naam,
)
from samendoen.kernel.api import Actor, Niveau, Permissie, dossiers_van, klok, log_inzage
from samendoen.recht.api import is_minderjarig, leeftijd, masker_bsn
from samendoen.schil.api import datum_zonder_dag

Feiten = list[tuple[str, str]]
Rij = dict[str, str]


@dataclass(frozen=True, slots=True)
class Huishoudenbeeld:
    """A household in which somebody lives now. `hoofdverblijf` False: the second home of a child."""

    id: int
    hoofdverblijf: bool
    leden: list[Rij]
    eerder: list[Rij]


@dataclass(frozen=True, slots=True)
class Inwonerbeeld:
    """The page of one resident. `adres` is empty for who may not see it, and for who has none.

    `geheim`: the address is secret; `adres_te_zien`: and nevertheless this actor may see it.
    """

    id: int
    naam: str
    feiten: Feiten
    contact: Feiten
    adres: tuple[str, ...]
    geheim: bool
    adres_te_zien: bool
    overleden: str
    minderjarig: bool
    huishoudens: list[Huishoudenbeeld]
    eerdere: list[str]
    gezag: list[Rij]
    gezag_over: list[Rij]
    relaties: list[Rij]
    schrijfbaar: bool


@dataclass(frozen=True, slots=True)
class Naam:
    """How this actor may name somebody: not at all, by name, or by name with a link to the page."""

    tekst: str
    url: str = ""


def inwoner(door: Actor, persoon_id: int) -> Inwonerbeeld:
    """Return one resident with household, custody and relations; NietGevonden outside the scope."""
    rij = haal_inwoner(door, persoon_id)
    log_inzage(door, "inwoner", dossiers_van([persoon_id], door), [persoon_id])
    schrijfbaar = _mag_wijzigen(door, persoon_id)
    leden, gezag, relaties = _leden(persoon_id), _gezag(persoon_id), _relaties(persoon_id)
    wie = (
        {lid.inwoner_id for lid in leden} | {g.inwoner_id for g in gezag} | {g.gezaghebber_id for g in gezag}
    )
    namen = namen_voor(door, wie | {r.ander_id for r in relaties if r.ander_id} | {persoon_id})
    geheim = bool(afgeschermd([persoon_id]))
    te_zien = not adres_dicht(door, [persoon_id], {persoon_id} if geheim else set())
    stam = reverse("inwoner", args=[persoon_id]) if schrijfbaar else ""
    return Inwonerbeeld(
        id=persoon_id,
        naam=naam_van(rij),
        feiten=_feiten(rij, schrijfbaar),
        contact=_contact(rij),
        adres=adresregels(rij) if te_zien else (),
        geheim=geheim,
        adres_te_zien=te_zien,
        overleden=datum_zonder_dag(rij.overleden_op) if rij.overleden_op else "",
        minderjarig=is_minderjarig(rij.geboortedatum, klok.vandaag()),
        huishoudens=_huishoudens(persoon_id, leden, namen, stam),
        eerdere=_eerdere(persoon_id, leden, namen),
        gezag=_gezagsrijen([g for g in gezag if g.inwoner_id == persoon_id], "gezaghebber_id", namen, stam),
        gezag_over=_gezagsrijen(
            [g for g in gezag if g.gezaghebber_id == persoon_id], "inwoner_id", namen, ""
        ),
        relaties=_relatierijen(relaties, namen, stam),
        schrijfbaar=schrijfbaar,
    )


def _mag_wijzigen(door: Actor, persoon_id: int) -> bool:
    return door.mag(Permissie.INWONER_WIJZIGEN) and bool(leesbaar(door, [persoon_id], Niveau.SCHRIJFBAAR))


def namen_voor(door: Actor, persoon_ids: Iterable[int]) -> dict[int, Naam]:
    """Return how this actor may name these residents; who must stay out of sight is left out.

    By a grant, with a link to the page; or because this actor may recognise people (decision record 0007),
    but then nobody who hides. Without either it is "somebody out of your scope".
    """
    ids = set(persoon_ids)
    open_ = leesbaar(door, ids)
    verborgen = afgeschermd(ids - open_)
    herkenbaar = ids - open_ - verborgen
    bekend = dict(
        (pk, volledige_naam(*delen))
        for pk, *delen in Inwoner.objects.filter(pk__in=ids - verborgen).values_list("pk", *NAAMVELDEN)
    )
    stam, buiten = reverse("inwoner", args=[0]).removesuffix("0/"), _("Iemand buiten uw werkgebied")
    mag = door.mag(Permissie.INWONER_ZOEKEN)
    return {
        pk: Naam(naam, f"{stam}{pk}/") if pk in open_ else Naam(naam if mag else buiten)
        for pk, naam in bekend.items()
        if pk in open_ or pk in herkenbaar
    }


def _leden(persoon_id: int) -> list[Gezinslid]:
    """Return all memberships of every household to which this person belongs or belonged."""
    van = Gezinslid.objects.filter(inwoner=persoon_id).values("huishouden")
    return list(Gezinslid.objects.filter(huishouden__in=van).order_by("van", "id"))


def _gezag(persoon_id: int) -> list[Gezag]:
    rijen = Gezag.objects.filter(Q(inwoner=persoon_id) | Q(gezaghebber=persoon_id)).order_by("van", "id")
    return [rij for rij in rijen if rij.tot is None or rij.tot > rij.van]


def _relaties(persoon_id: int) -> list[Relatie]:
    rijen = Relatie.objects.filter(inwoner=persoon_id).order_by("van", "id")
    return [rij for rij in rijen if rij.tot is None or rij.tot > rij.van]


def _feiten(rij: Inwoner, schrijfbaar: bool) -> Feiten:
    jaren = leeftijd(rij.geboortedatum, max(rij.geboortedatum, rij.overleden_op or klok.vandaag()))
    geboren = ngettext("%(dag)s (%(n)s jaar)", "%(dag)s (%(n)s jaar)", jaren) % {
        "dag": datum_zonder_dag(rij.geboortedatum),
        "n": jaren,
    }
    voluit = " ".join(deel for deel in (rij.voornamen, rij.tussenvoegsel, rij.achternaam) if deel)
    onbekend = _("Niet bekend")
    bsn = (rij.bsn if schrijfbaar else masker_bsn(rij.bsn)) if rij.bsn else onbekend
    return [
        (_("Volledige naam"), voluit),
        (_("Geboren"), geboren),
        (_("Geslacht"), str(GESLACHTEN[Geslacht(rij.geslacht)])),
        (_("Burgerservicenummer"), bsn),
    ]


def _contact(rij: Inwoner) -> Feiten:
    kanaal = str(KANALEN[Contactkanaal(rij.voorkeurskanaal)]) if rij.voorkeurskanaal else ""
    mogelijk = (
        (_("Telefoon"), rij.telefoon),
        (_("E-mail"), rij.email),
        (_("Liefst bereikt per"), kanaal.lower()),
        (
            _("Taal"),
            "" if rij.voorkeurstaal == "nl" else str(TALEN.get(rij.voorkeurstaal, rij.voorkeurstaal)),
        ),
        (_("Let op"), _("heeft moeite met lezen of schrijven") if rij.laaggeletterd else ""),
    )
    return [(naam, tekst) for naam, tekst in mogelijk if tekst]


def _loopt(van: date, tot: date | None) -> bool:
    return van <= klok.vandaag() and (tot is None or tot > klok.vandaag())


def _huishoudens(
    persoon_id: int, leden: Sequence[Gezinslid], namen: Mapping[int, Naam], stam: str
) -> list[Huishoudenbeeld]:
    hier = [lid for lid in leden if lid.inwoner_id == persoon_id and _loopt(lid.van, lid.tot)]
    rollen = {rol.value: str(naam) for rol, naam in GEZINSROLLEN.items()}
    beelden = []
    for mijn in sorted(hier, key=lambda lid: not lid.hoofdverblijf):
        samen = [lid for lid in leden if lid.huishouden_id == mijn.huishouden_id and lid.inwoner_id in namen]
        beelden.append(
            Huishoudenbeeld(
                mijn.huishouden_id,
                mijn.hoofdverblijf,
                [_lidrij(lid, namen, rollen, persoon_id, stam) for lid in samen if _loopt(lid.van, lid.tot)],
                [
                    _lidrij(lid, namen, rollen, persoon_id, "")
                    for lid in samen
                    # Only who lived there together with this resident.
                    if lid.tot is not None and mijn.van < lid.tot <= klok.vandaag() and lid.van < lid.tot
                ],
            )
        )
    return beelden


def _lidrij(
    lid: Gezinslid, namen: Mapping[int, Naam], rollen: Mapping[str, str], persoon_id: int, stam: str
) -> Rij:
    naam = namen[lid.inwoner_id]
    elders = "" if lid.hoofdverblijf else _("woont hier en op een ander adres")
    url = {"url": naam.url} if naam.url and lid.inwoner_id != persoon_id else {}
    return {
        **url,
        "naam": naam.tekst,
        "onder": elders,
        "rol": rollen[Gezinsrol(lid.rol).value],
        "sinds": datum_zonder_dag(lid.van),
        "tot": datum_zonder_dag(lid.tot) if lid.tot else "",
        "knop": _link(f"{stam}vertrek/{lid.huishouden_id}/{lid.inwoner_id}/", _("Vertrekt"), naam.tekst)
        if stam
        else "",
    }


def _link(url: str, tekst: str, wie: str) -> str:
    """Return a link in a row, whose full name a screen reader hears."""
    return format_html('<a href="{}" aria-label="{}: {}">{}</a>', url, tekst, wie, tekst)


def _eerdere(persoon_id: int, leden: Sequence[Gezinslid], namen: Mapping[int, Naam]) -> list[str]:
    """Return the households of before, newest first, each in a sentence with who lived there too."""
    voorbij = [
        lid
        for lid in reversed(leden)
        if lid.inwoner_id == persoon_id and lid.tot and lid.van < lid.tot <= klok.vandaag()
    ]
    return [_eerder(mijn, leden, namen) for mijn in voorbij]


def _eerder(mijn: Gezinslid, leden: Sequence[Gezinslid], namen: Mapping[int, Naam]) -> str:
    samen = [
        lid.inwoner_id
        for lid in leden
        if lid.huishouden_id == mijn.huishouden_id
        and lid.inwoner_id != mijn.inwoner_id
        and (mijn.tot is None or lid.van < mijn.tot)
        and (lid.tot is None or lid.tot > mijn.van)
    ]
    met = dict.fromkeys(namen[ander].tekst for ander in samen if ander in namen)
    delen = {"van": datum_zonder_dag(mijn.van), "tot": datum_zonder_dag(mijn.tot or mijn.van)}
    if met:
        return _("Van %(van)s tot %(tot)s met %(wie)s.") % {**delen, "wie": ", ".join(met)}
    # Who must stay out of sight is not called nobody.
    return (_("Van %(van)s tot %(tot)s.") if samen else _("Van %(van)s tot %(tot)s alleen.")) % delen


def _gezagsrijen(rijen: Sequence[Gezag], wie: str, namen: Mapping[int, Naam], stam: str) -> list[Rij]:
    uit = []
    for rij in rijen:
        ander: int = getattr(rij, wie)
        if ander not in namen:
            continue
        naam, loopt = namen[ander], _loopt(rij.van, rij.tot)
        uit.append(
            {
                **({"url": naam.url} if naam.url else {}),
                "naam": naam.tekst,
                "sinds": datum_zonder_dag(rij.van),
                "tot": datum_zonder_dag(rij.tot) if rij.tot else "–",
                "knop": _link(f"{stam}gezag/{ander}/einde/", _("Beëindigen"), naam.tekst)
                if stam and loopt
                else "",
            }
        )
    return uit


def _relatierijen(rijen: Sequence[Relatie], namen: Mapping[int, Naam], stam: str) -> list[Rij]:
    uit = []
    for rij in rijen:
        if rij.ander_id and rij.ander_id not in namen:
            continue
        naam = namen[rij.ander_id] if rij.ander_id else Naam(rij.naam)
        uit.append(
            {
                **({"url": naam.url} if naam.url else {}),
                "naam": naam.tekst,
                "onder": rij.toelichting,
                "soort": str(RELATIESOORTEN[Relatiesoort(rij.soort)]),
                "telefoon": rij.telefoon or "–",
                "sinds": datum_zonder_dag(rij.van),
                "tot": datum_zonder_dag(rij.tot) if rij.tot else "–",
                "knop": _link(f"{stam}relaties/{rij.pk}/einde/", _("Beëindigen"), naam.tekst)
                if stam and _loopt(rij.van, rij.tot)
                else "",
            }
        )
    return uit
