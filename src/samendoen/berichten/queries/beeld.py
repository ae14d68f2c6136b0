"""One message for its page: what it is, what was found, its lines, its answer, its conversation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.berichten.access import (
    haal_om_te_lezen,
    is_systeem,
    leesbaar,
    leesbare_verzoeken,
    niet_gevonden,
)
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.models.verzoek import VERZOEKSTATUSSEN
from samendoen.berichten.queries import aandacht
from samendoen.berichten.queries.betaling import betaalstand
from samendoen.berichten.queries.lijst import met_stand, uiterlijk
from samendoen.berichten.queries.vraagt import TERUGGENOMEN
from samendoen.berichten.queries.woorden import (
    KLASSEN,
    NIVEAUS,
    pad_te_lezen,
    soort_zin,
    stand_label,
    tegenpartij,
    wat_te_doen,
)
from samendoen.berichten.rules.inhoudsopgave import GEEN_OPMERKING
from samendoen.berichten.rules.toestand import OVERGANGEN, Richting, Status
from samendoen.berichten.rules.verzoekstand import Verzoekstatus
from samendoen.besluiten.api import Betalingkern, Toewijzingregel, aanbiedernamen, toewijzingsregels
from samendoen.casus.api import casuskernen
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, HeeftRecht, Niveau, Permissie, klok
from samendoen.schil.api import datum_lang, datum_zonder_dag, euro_centen, status

PER_PAGINA = 50
HOOGSTENS = 100
"""So many messages of a conversation are shown, and so many assignments have one together."""
AF_TE_HANDELEN = frozenset(
    {
        Status.AFWIJKEND,
        Status.GEWEIGERD,
        Status.MISLUKT,
        Status.AFGEKEURD,
        Status.BEANTWOORD,
        Status.VERWERKT,
    }
)
"""What asks something of a person here; the others ask it of the system, or of the provider by a term."""
Rij = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Berichtbeeld:
    """A message in ready strings. `dossiers` and `personen` are whom the reader sees something of."""

    id: int
    titel: str
    label: SafeString
    van_ons: bool
    feiten: Sequence[tuple[str, Any]]
    stand: aandacht.Stand
    uiterlijk: SafeString | str
    bevindingen: Sequence[Rij]
    regels: Sequence[Rij]
    deel: Page[Any]
    verborgen: bool
    gesprek: Sequence[Rij]
    verzoeken: Sequence[tuple[str, str]]
    downloaden: bool
    herzenden: bool
    afhandelen: bool
    heropenen: bool
    verwerken: bool
    betalen: bool
    betalingen: Sequence[tuple[str, str]]
    dossiers: frozenset[int]
    personen: frozenset[int]


def beeld(door: Actor, pk: int, pagina: int) -> Berichtbeeld:
    """Return a message that this actor may read; NietGevonden outside the scope. The page logs it."""
    betaling = betaalstand(haal_om_te_lezen(door, pk))
    rij = met_stand(Bericht.objects.filter(pk=pk)).annotate(bewaard=Q(ruw__isnull=False))
    r: Rij = rij.values(*aandacht.VELDEN, "bevindingen", "eerste_id", "bewaard").get()
    vandaag, wie = klok.vandaag(), aanbiedernamen()
    stand = aandacht.stand_van(r, vandaag)
    zicht = regels_in_zicht(door, pk)
    deel: Page[Berichtregel] = Paginator(zicht.leesbaar, PER_PAGINA).get_page(pagina)
    nummers = {regel.toewijzing_id for regel in zicht.leesbaar if regel.toewijzing_id}
    toewijzingen = toewijzingsregels(door, nummers) if nummers else {}
    # Of an invoice about more people the conversations of all of them would say nothing.
    over = () if r["dossier_id"] is None else nummers or zicht.toewijzingen_van_vraag
    schrijft = mag_schrijven(door, r["dossier_id"])
    return Berichtbeeld(
        id=pk,
        titel=soort_zin(r["soort"]),
        label=stand_label(r["status"], met_bevinding=r["met_bevinding"]),
        van_ons=r["richting"] == Richting.UIT,
        feiten=_feiten(r, wie),
        stand=stand,
        uiterlijk=uiterlijk(stand, vandaag),
        bevindingen=[_bevinding(r["soort"], b) for b in r["bevindingen"]],
        regels=_regels(door, deel.object_list, zicht.namen, toewijzingen, r),
        deel=deel,
        verborgen=zicht.verborgen,
        gesprek=_gesprek(door, r, over, wie, vandaag),
        verzoeken=_verzoeken(door, pk),
        downloaden=r["bewaard"] and zicht.heel and bool(zicht.dossiers(r["dossier_id"]) or zicht.personen),
        herzenden=schrijft
        and "herzend" in OVERGANGEN[Status(r["status"])]
        and r["bewaard"]
        and r["fout"] != TERUGGENOMEN,
        afhandelen=schrijft
        and bool(stand.wie)
        and r["status"] in AF_TE_HANDELEN
        and not (r["verzoek"] or betaling.over),
        betalen=schrijft and betaling.over > 0,
        betalingen=[_betaling(pk, b, schrijft=schrijft) for b in betaling.betalingen],
        heropenen=schrijft
        and r["afgehandeld_op"] is not None
        and r["fout"] != TERUGGENOMEN
        and not betaling.betalingen,
        verwerken=schrijft and r["status"] == Status.ONTVANGEN and bool(r["fout"]),
        dossiers=frozenset(zicht.dossiers(r["dossier_id"])),
        personen=zicht.personen,
    )


def _betaling(pk: int, b: Betalingkern, *, schrijft: bool) -> tuple[str, str]:
    """Return a payment in words, and where it is taken back ("" for who may not)."""
    woorden = _("%(bedrag)s op %(dag)s") % {"bedrag": euro_centen(b.eurocent), "dag": datum_lang(b.op)}
    return woorden, reverse("bericht_betaling_intrekken", args=[pk, b.id]) if schrijft else ""


def _verzoeken(door: Actor, pk: int) -> list[tuple[str, str]]:
    """Return the requests in a message that this actor may read: (address, words)."""
    rijen = leesbare_verzoeken(door).filter(bericht=pk).order_by("pk")
    return [
        (
            reverse("verzoek", args=[nummer]),
            _("Verzoek %(nr)s: %(stand)s")
            % {"nr": nummer, "stand": str(VERZOEKSTATUSSEN[Verzoekstatus(stand)]).lower()},
        )
        for nummer, stand in rijen.values_list("pk", "status")
    ]


def mag_schrijven(door: Actor, dossier_id: int | None) -> bool:
    """Tell whether this actor may decide something about a message on this dossier, or on none."""
    if not door.mag(Permissie.VOORZIENING_TOEWIJZEN):
        return False
    if dossier_id is None or is_systeem(door):
        return True
    return Bericht.objects.filter(
        HeeftRecht("dossier_id", door, Niveau.SCHRIJFBAAR), dossier=dossier_id
    ).exists()


@dataclass(frozen=True, slots=True)
class Zicht:
    """The lines of a message as far as somebody may see them. `heel`: that is all of them."""

    leesbaar: Sequence[Berichtregel]
    verborgen: bool
    personen: frozenset[int]
    namen: Mapping[int, str]
    toewijzingen_van_vraag: frozenset[int]

    @property
    def heel(self) -> bool:
        """Tell whether nothing of the message is out of sight."""
        return not self.verborgen

    def dossiers(self, eigen: int | None) -> set[int]:
        """Return the dossiers that the lines, and the message itself, are about."""
        return {pk for pk in (eigen, *(regel.dossier_id for regel in self.leesbaar)) if pk}


def regels_in_zicht(door: Actor, pk: int) -> Zicht:
    """Return the lines of a message that this actor may read, in order, and of whom."""
    alle = list(Berichtregel.objects.filter(bericht=pk).order_by("volgnummer"))
    mag = set(_leesbare_dossiers(door, {regel.dossier_id for regel in alle if regel.dossier_id}))
    personen = {regel.inwoner_id for regel in alle if regel.inwoner_id}
    wie = namen(door, personen) if personen else {}
    leesbaar_ = [
        regel
        for regel in alle
        if (regel.dossier_id is None or regel.dossier_id in mag)
        and (regel.inwoner_id is None or regel.inwoner_id in wie)
    ]
    vraag = Berichtregel.objects.filter(bericht__antwoorden=pk, toewijzing__isnull=False)
    return Zicht(
        leesbaar=leesbaar_,
        verborgen=len(leesbaar_) < len(alle),
        personen=frozenset(r.inwoner_id for r in leesbaar_ if r.inwoner_id),
        namen=wie,
        toewijzingen_van_vraag=frozenset(vraag.values_list("toewijzing_id", flat=True)[:HOOGSTENS])
        if not any(regel.toewijzing_id for regel in alle)
        else frozenset(),
    )


def _leesbare_dossiers(door: Actor, ids: set[int]) -> Iterable[int]:
    if is_systeem(door) or not ids:
        return ids
    regels = Berichtregel.objects.filter(HeeftRecht("dossier_id", door, Niveau.LEESBAAR), dossier__in=ids)
    return regels.values_list("dossier_id", flat=True).distinct()


def _feiten(r: Rij, wie: Mapping[str, str]) -> list[tuple[str, Any]]:
    van_ons = r["richting"] == Richting.UIT
    feiten: list[tuple[str, Any]] = [
        (_("Aan") if van_ons else _("Van"), tegenpartij(r, wie)),
        (_("Gemaakt") if van_ons else _("Ontvangen"), datum_lang(aandacht.dag_van(r["op"]))),
    ]
    if van_ons and r["aangeboden_op"]:
        feiten.append((_("Verstuurd"), datum_lang(aandacht.dag_van(r["aangeboden_op"]))))
    if r["verwerkt_op"]:
        woord = _("Beantwoord") if van_ons else _("Verwerkt")
        feiten.append((woord, datum_lang(aandacht.dag_van(r["verwerkt_op"]))))
    if r["afgehandeld_op"]:
        feiten.append((_("Afgehandeld"), datum_lang(r["afgehandeld_op"])))
    if r["identificatie"]:
        feiten.append((_("Kenmerk van het bericht"), r["identificatie"]))
    if r["dagtekening"]:
        feiten.append((_("Dagtekening"), datum_zonder_dag(r["dagtekening"])))
    return feiten


def _bevinding(soort: str, b: Mapping[str, Any]) -> Rij:
    return {
        "wat": wat_te_doen(soort, b),
        "waar": pad_te_lezen(str(b["pad"])),
        "regel": " ".join(filter(None, (str(b["regel"]), str(b.get("retourcode", ""))))),
        "tegen": str(NIVEAUS.get(int(b["niveau"]), "")),
    }


def _regels(
    door: Actor,
    regels: Iterable[Berichtregel],
    wie: Mapping[int, str],
    toewijzingen: Mapping[int, Toewijzingregel],
    r: Rij,
) -> list[Rij]:
    casussen = casuskernen(door, {t.casus_id for t in toewijzingen.values() if t.casus_id})
    return [_regel(regel, wie, toewijzingen, set(casussen), r) for regel in regels]


def _regel(
    regel: Berichtregel,
    wie: Mapping[int, str],
    toewijzingen: Mapping[int, Toewijzingregel],
    casussen: set[int],
    r: Rij,
) -> Rij:
    t = toewijzingen.get(regel.toewijzing_id or 0)
    rij: Rij = {
        "wat": str(KLASSEN.get(regel.klasse, regel.klasse)),
        "onder": wie.get(regel.inwoner_id or 0, "") if regel.klasse == "Client" or t else "",
        "toewijzing": format_html('<a href="{}">{}</a>', t.url, _("%(product)s, toewijzing %(nr)s")
                                  % {"product": t.product, "nr": t.id}) if t else "",
        "casus": format_html('<a href="{}">{}</a>', reverse("casus", args=[t.casus_id]),
                             _("Casus %(nr)s") % {"nr": t.casus_id}) if t and t.casus_id in casussen else "",
        "oordeel": _oordeel(regel, r),
    }  # fmt: skip
    return rij


def _oordeel(regel: Berichtregel, r: Rij) -> SafeString | str:
    codes = [code for code in regel.retourcodes if code not in GEEN_OPMERKING]
    if codes:
        return status("fout", _("afgekeurd: %(codes)s") % {"codes": ", ".join(codes)})
    if r["status"] in (Status.BEANTWOORD, Status.VERWERKT, Status.AFGEKEURD) and r["antwoord_op_id"] is None:
        return status("ok", _("in orde"))
    return ""


def _gesprek(
    door: Actor, r: Rij, toewijzingen: Iterable[int], wie: Mapping[str, str], vandaag: date
) -> list[Rij]:
    """Return every message about the same assignments, and what answers each, in the order of time."""
    over = list(toewijzingen)[:HOOGSTENS]
    kern = {pk for pk in (r["pk"], r["antwoord_op_id"], r["eerste_id"]) if pk}
    bron = Q(pk__in=kern) | Q(antwoord_op__in=kern) | Q(eerste__in=kern)
    if over:
        erover = Berichtregel.objects.filter(toewijzing__in=over).values("bericht")
        bron |= Q(pk__in=erover) | Q(antwoord_op__in=erover)
    rijen = met_stand(leesbaar(door)).filter(bron).order_by("op", "pk")
    return [_beurt(b, r["pk"], wie, vandaag) for b in rijen.values(*aandacht.VELDEN)[:HOOGSTENS]]


def _beurt(b: Rij, hier: int, wie: Mapping[str, str], vandaag: date) -> Rij:
    stand = aandacht.stand_van(b, vandaag)
    richting = _("Van ons aan %(wie)s") if b["richting"] == Richting.UIT else _("Van %(wie)s aan ons")
    zin = soort_zin(b["soort"])
    return {
        "datum": datum_lang(aandacht.dag_van(b["op"])),
        "wat": _("%(bericht)s (dit bericht)") % {"bericht": zin} if b["pk"] == hier else zin,
        "url": "" if b["pk"] == hier else reverse("bericht", args=[b["pk"]]),
        "wie": richting % {"wie": tegenpartij(b, wie)},
        "toelichting": stand.zin if stand.wie else "",
        "soort": "waarschuwing" if stand.wie == "wij" else "",
    }


def xml_van(door: Actor, pk: int) -> tuple[bytes, str, Zicht, int | None]:
    """Return the bytes of a message, a name for the file, whom it is about, and its dossier.

    Only for who may read everything in it, and only when it is known whom that is: a read that cannot be
    logged is none. NietGevonden otherwise.
    """
    rij = haal_om_te_lezen(door, pk)
    zicht = regels_in_zicht(door, pk)
    if not zicht.heel or not (zicht.dossiers(rij.dossier_id) or zicht.personen) or rij.ruw is None:
        raise niet_gevonden()
    return bytes(rij.ruw), f"{rij.soort or 'bericht'}-{rij.pk}.xml", zicht, rij.dossier_id
