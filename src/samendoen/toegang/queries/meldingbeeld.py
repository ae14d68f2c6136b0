"""Everything that the page of one melding shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.api import kernen
from samendoen.kaart.api import organisaties
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Niveau, Permissie, Wet, haal, klok, log_inzage, tijdlijn, zichtbaar
from samendoen.organisatie.api import leefgebieden, teamnaam
from samendoen.recht.api import bereken
from samendoen.schil.api import Klok, datum_lang, termijn_tekst
from samendoen.schil.api import klok as maak_klok
from samendoen.toegang.access import triagestand
from samendoen.toegang.models import KANALEN, MELDERS, ROUTES, UITKOMSTEN, ZORGVRAGERS, Melding
from samendoen.toegang.queries.lijst import statuslabel
from samendoen.toegang.queries.triage import Voorstelbeeld, tafel, triagevragen, voorstelbeeld
from samendoen.toegang.rules import (
    AF_BIJ_LOKET,
    Kanaal,
    Melder,
    Route,
    Status,
    Uitkomst,
    Zorgvrager,
    afgeschermd,
)
from samendoen.werk.api import klokken_van

PLAN = "wmo-persoonlijk-plan"


@dataclass(frozen=True, slots=True)
class Wie:
    """Whom a melding is about. `url` is the page of that resident, "" where there is none."""

    naam: str
    toelichting: str
    geheim: bool
    url: str


@dataclass(frozen=True, slots=True)
class Besluitbeeld:
    """What triage decided; `toelichting` says what the law asks of an urgent one."""

    label: str
    op: str
    toelichting: str
    organisatie: str
    organisatie_url: str
    contact: str
    opvolgen: str
    opvolgen_op: date | None


@dataclass(frozen=True, slots=True)
class MeldingBeeld:
    """Everything that the page of one melding shows; `mag_*` says what its reader may do now."""

    id: int
    vraag: str
    team: str
    wet: str
    kanaal: str
    ontvangen: str
    ontvangen_op: date
    status: Status
    statuslabel: SafeString
    uitkomst: str
    afgehandeld: str
    bijzonder: tuple[tuple[str, str], ...]
    wie: Wie | None
    besluit: Besluitbeeld | None
    voorstel: Voorstelbeeld | None
    gezien: str
    bevestigd: str
    heeft_brief: bool
    afgeschermd: bool
    klokken: tuple[Klok, ...]
    van_inwoner: tuple[Klok, ...]
    panelen: tuple[str, ...]
    tijdlijn: list[dict[str, str]]
    volgende: int | None
    mag_trieren: bool
    mag_opvolgen: bool
    mag_koppelen: bool
    mag_afhandelen: bool
    mag_heropenen: bool
    mag_intrekken: bool


def melding(door: Actor, melding_id: int, voor: int | None = None) -> MeldingBeeld:
    """Return one melding with its clocks and 30 events before `voor`; logged. NietGevonden outside scope."""
    rij = haal(Melding.objects.select_related("team"), door, melding_id, niveau=Niveau.LEESBAAR)
    log_inzage(door, "melding", [rij.dossier_id])
    regels = tijdlijn([rij.dossier_id], voor)
    mag = _mag(door, rij)
    return MeldingBeeld(
        id=rij.pk,
        vraag=rij.vraag,
        team=teamnaam(rij.team.code),
        wet=str(Wet(rij.wet).label),
        kanaal=str(KANALEN[Kanaal(rij.kanaal)]),
        ontvangen=datum_lang(rij.ontvangen_op),
        ontvangen_op=rij.ontvangen_op,
        status=Status(rij.status),
        statuslabel=statuslabel(rij.status, rij.route, rij.spoed),
        uitkomst=str(UITKOMSTEN[Uitkomst(rij.uitkomst)]) if rij.uitkomst else "",
        afgehandeld=datum_lang(rij.afgehandeld_op) if rij.afgehandeld_op else "",
        bijzonder=_bijzonder(rij),
        wie=_wie(door, rij),
        besluit=_besluit(rij),
        voorstel=_voorstel(door, rij) if mag["mag_trieren"] else None,
        gezien=triagestand(rij),
        bevestigd=datum_lang(rij.bevestigd_op) if rij.bevestigd_op else "",
        heeft_brief=heeft_brief(rij),
        afgeschermd=afgeschermd(rij.kanaal),
        klokken=klokken_van(door, "toegang.melding", rij.pk),
        van_inwoner=_van_inwoner(rij),
        panelen=tuple(stekkers.panelen("melding", door, rij.pk)),
        tijdlijn=[_regel(r, rij.vraag) for r in regels],
        volgende=regels[-1]["id"] if len(regels) == 30 else None,
        **mag,
    )


def _mag(door: Actor, rij: Melding) -> dict[str, bool]:
    """Return what this actor may do with a melding as it stands now."""
    schrijfbaar = zichtbaar(Melding.objects.filter(pk=rij.pk), door, niveau=Niveau.SCHRIJFBAAR).exists()
    is_open, is_af = rij.status == Status.OPEN, rij.status == Status.AFGEHANDELD
    vragen = {
        "mag_trieren": (is_open, Permissie.MELDING_TRIEREN),
        "mag_opvolgen": (rij.opvolgen_op is not None, Permissie.MELDING_TRIEREN),
        "mag_koppelen": (not rij.herkend and (is_open or is_af), Permissie.MELDING_REGISTREREN),
        "mag_afhandelen": (is_open, Permissie.MELDING_AFHANDELEN),
        "mag_heropenen": (is_af and rij.opvolgen_op is None, Permissie.MELDING_TRIEREN),
        "mag_intrekken": (is_open, Permissie.MELDING_INTREKKEN),
    }
    return {naam: schrijfbaar and kan and door.mag(recht) for naam, (kan, recht) in vragen.items()}


def heeft_brief(rij: Melding) -> bool:
    """Tell whether there is a receipt to confirm: to somebody we know, who was not helped at once.

    Never to whom somebody else worries about at Meldpunt Bezorgd.
    """
    gewoon = rij.status != Status.INGETROKKEN and rij.route not in AF_BIJ_LOKET
    return rij.herkend and gewoon and not afgeschermd(rij.kanaal)


def _wie(door: Actor, rij: Melding) -> Wie | None:
    kern = kernen(door, [rij.inwoner_id]).get(rij.inwoner_id) if rij.herkend else None
    if kern is None:
        return None
    adres = stekkers.adres.geef("inwoners.inwoner")
    jaren = ngettext("%(n)s jaar", "%(n)s jaar", kern.leeftijd) % {"n": kern.leeftijd}
    toelichting = ", ".join(deel for deel in (jaren, kern.plaats) if deel)
    return Wie(kern.naam, toelichting, kern.geheim, adres(kern.persoon_id) if adres else "")


def _bijzonder(rij: Melding) -> tuple[tuple[str, str], ...]:
    """Return (name, value) of what is said about a question, the unremarkable left out."""
    namen = leefgebieden()
    feiten = (
        (_("Leefgebieden"), ", ".join(namen.get(code, code) for code in rij.leefgebieden)),
        (_("Valt ook onder"), ", ".join(str(Wet(wet).label) for wet in rij.mede_kaders)),
        (_("Wie meldt"), "" if rij.melder == Melder.ZELF else str(MELDERS[Melder(rij.melder)])),
        (_("Vrijwillig"), "" if rij.vrijwillig else _("Nee, de inwoner vraagt hier zelf niet om")),
        (
            _("Zorgvrager"),
            str(ZORGVRAGERS[Zorgvrager(rij.zorgvrager)]) if rij.zorgvrager else "",
        ),
    )
    return tuple((naam, waarde) for naam, waarde in feiten if waarde)


def _besluit(rij: Melding) -> Besluitbeeld | None:
    if not rij.route or rij.getrieerd_op is None:
        return None
    organisatie = url = ""
    if rij.organisatie_id is not None:
        organisatie = organisaties([rij.organisatie_id])[rij.organisatie_id].naam
        adres = stekkers.adres.geef("kaart.organisatie")
        url = adres(rij.organisatie_id) if adres else ""
    return Besluitbeeld(
        label=str(ROUTES[Route(rij.route)]),
        op=datum_lang(rij.getrieerd_op),
        toelichting=_bij_spoed(rij),
        organisatie=organisatie,
        organisatie_url=url,
        contact=rij.contact,
        opvolgen=termijn_tekst(rij.opvolgen_op, klok.vandaag()) if rij.opvolgen_op else "",
        opvolgen_op=rij.opvolgen_op,
    )


def _bij_spoed(rij: Melding) -> str:
    if rij.route != Route.SPOED or rij.wet != Wet.WMO or rij.status != Status.OPEN:
        return ""
    return _("Beslis meteen over een tijdelijke voorziening; het onderzoek gaat door (Wmo 2015 art. 2.3.3).")


def _voorstel(door: Actor, rij: Melding) -> Voorstelbeeld:
    return voorstelbeeld(tafel().stel_voor(triagevragen(door, [rij])[rij.pk]))


def _van_inwoner(rij: Melding) -> tuple[Klok, ...]:
    """Return the term that is the resident's, told and not watched (decision record 0009)."""
    if rij.wet != Wet.WMO or rij.status != Status.OPEN:
        return ()
    uitkomst = bereken(PLAN, rij.ontvangen_op)
    return (
        maak_klok(
            naam=_("Termijn van de inwoner: een persoonlijk plan inleveren"),
            start=rij.ontvangen_op,
            uiterste=uitkomst.einde,
            vandaag=klok.vandaag(),
            stappen=[(s.datum, s.wat, s.grondslag) for s in uitkomst.stappen],
            waarschuwingen=uitkomst.waarschuwingen,
            grondslag=uitkomst.soort.grondslag,
            rekenen=True,
        ),
    )


def _regel(regel: dict[str, Any], vraag: str) -> dict[str, str]:
    inhoud = regel["inhoud"]
    toen = inhoud.get("vraag", "")
    velden = ("reden", "toelichting", "motivering", "woorden")
    reden = next((inhoud[veld] for veld in velden if inhoud.get(veld)), "")
    return {
        # The question as it was then, only where it is another than the one that stands on the page.
        "toelichting": toen if toen and toen != vraag else reden,
        "datum": datum_lang(regel["datum"]),
        "wat": regel["zin"],
        "wie": regel["wie"],
        "soort": "waarschuwing" if regel["herroepen"] else "",
    }
