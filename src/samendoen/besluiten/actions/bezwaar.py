"""Record an objection, let somebody handle it, let it go no further."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_bezwaar, haal_op_slot, is_systeem, naar_bezwaar
from samendoen.besluiten.actions.bekendmaking import BACKOFFICE
from samendoen.besluiten.actions.bezwaarpost import bewaar_brief, laatste_gebeurtenis, vast_bezwaar, zaak
from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.events import (
    BEZWAAR,
    BezwaarIngetrokken,
    BezwaarOntvangen,
    BezwaarTeruggezet,
    BezwaarToegedeeld,
)
from samendoen.besluiten.models import NAMENS, Besluit, Bezwaar
from samendoen.besluiten.queries import bezwaarbrief
from samendoen.besluiten.queries.betrokken import betrokken_bij, wie_kan_behandelen
from samendoen.besluiten.queries.bezwaartermijn import open_voor_bezwaar
from samendoen.besluiten.rules import Besluitstatus, Uitkomst
from samendoen.besluiten.rules.bezwaar import (
    TERMIJN,
    TERMIJN_COMMISSIE,
    Bezwaarstatus,
    Intrekreden,
    Namens,
)
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    actie,
    beeindig,
    ken_toe,
    klok,
    leg_vast,
    open_dossiers,
    schrijf,
)
from samendoen.organisatie.api import teams_bij_code
from samendoen.recht.api import beoordeel_tijdigheid
from samendoen.werk.api import TermijnStart, draag_termijnen_over, laat_vervallen, start_termijnen

INZIEN_NA_AANNAME = timedelta(weeks=2)
"""So long who took it down can still work on it, beside who handles it."""
LANGSTE_NAAM = 200


@dataclass(frozen=True, slots=True)
class NieuwBezwaar:
    """An objection to be. `kenmerk` is made by the client and makes a repeat harmless.

    `gepost_op`: the day of the postmark, when it came by post. `indiener` and `indieneradres` are of who
    objects for the resident; the letters go there (Awb art. 6:17).
    """

    kenmerk: UUID
    besluit: int
    ontvangen_op: date
    namens: str = Namens.INWONER.value
    gronden: str = ""
    gepost_op: date | None = None
    indiener: str = ""
    indieneradres: str = ""
    commissie: bool = False


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def registreer_bezwaren(door: Actor, nieuwe: Sequence[NieuwBezwaar]) -> list[int]:
    """Record objections, start their clocks, confirm the receipt; return their ids in the order asked.

    Each gets a dossier of its own, open to the back office of that law (to the team of the casus when there
    is none) and for a while to who took it down. The clock runs from the end of the term to object (Awb art.
    7:10). Too late is recorded all the same: whether there is an excuse is weighed with the decision (6:11).
    A known `kenmerk` gives what exists. Raises NietGevonden or Geweigerd without the right on a decision;
    Domeinfout for one that was not announced or was replaced, one to which an objection runs already, or
    days that cannot be.
    """
    besluiten = _besluiten(door, {n.besluit for n in nieuwe})
    rijen = Bezwaar.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    for n in eerste.values():
        controleer(n, besluiten[n.besluit])
    if eerste:
        bekend |= _schrijf(door, list(eerste.values()), besluiten)
    return [bekend[n.kenmerk] for n in nieuwe]


def _besluiten(door: Actor, ids: set[int]) -> dict[int, Besluit]:
    rijen = Besluit.objects.select_related("aanvraag__product", "aanvraag__team")
    return haal_op_slot(rijen, door, ids)


def controleer(n: NieuwBezwaar, besluit: Besluit) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    if besluit.status == Besluitstatus.HERROEPEN:
        raise Domeinfout(
            "bezwaar_besluit",
            _("Dit besluit is vervangen door een nieuw besluit."),
            _("Leg het bezwaar vast bij het nieuwe besluit (Awb artikel 6:19)."),
        )
    if besluit.bekendgemaakt_op is None or besluit.uitkomst == Uitkomst.INGETROKKEN:
        raise Domeinfout(
            "bezwaar_besluit",
            _("Tegen dit besluit kan nog geen bezwaar worden gemaakt: het is niet bekendgemaakt."),
            _("Leg het bezwaar vast als het besluit bekend is."),
        )
    if not open_voor_bezwaar(besluit):
        raise Domeinfout(
            "bezwaar_besluit",
            _("Dit besluit hoort bij een beslissing op bezwaar."),
            _("Daartegen staat beroep open bij de rechtbank (Awb artikel 7:1 en 8:1)."),
        )
    ander = n.namens != Namens.INWONER
    te_lang = max(len(n.gronden), len(n.indieneradres)) > LANGSTE
    eis(
        "bezwaar",
        (
            (
                "ontvangen_op",
                not besluit.besloten_op <= n.ontvangen_op <= klok.vandaag(),
                _("De dag van ontvangst ligt vóór het besluit of in de toekomst."),
                _("Kies een dag tussen het besluit en vandaag."),
            ),
            (
                "gepost_op",
                n.gepost_op is not None and not besluit.besloten_op <= n.gepost_op <= n.ontvangen_op,
                _("De dag van het poststempel kan niet kloppen."),
                _("Kies een dag tussen het besluit en de ontvangst, of laat het veld leeg."),
            ),
            (
                "namens",
                n.namens not in {c.value for c in NAMENS},
                _("Deze indiener bestaat niet."),
                _("Kies wie bezwaar maakt."),
            ),
            (
                "indiener",
                ander and not n.indiener.strip(),
                _("Vul de naam in van wie namens de inwoner bezwaar maakt."),
                _("Daar gaan de brieven heen."),
            ),
            (
                "indiener",
                len(n.indiener) > LANGSTE_NAAM,
                _("De naam is te lang."),
                _("Gebruik hoogstens 200 tekens."),
            ),
            ("gronden", te_lang, _("De tekst is te lang."), _("Maak hem korter.")),
        ),
    )


def _schrijf(
    door: Actor, nieuwe: Sequence[NieuwBezwaar], besluiten: Mapping[int, Besluit]
) -> dict[UUID, int]:
    van = [besluiten[n.besluit] for n in nieuwe]
    dossiers = open_dossiers(
        [b.wet for b in van], "bezwaar", [n.ontvangen_op for n in nieuwe], [b.inwoner_id for b in van]
    )
    rijen = [_rij(n, b, d.pk) for n, b, d in zip(nieuwe, van, dossiers, strict=True)]
    try:
        schrijf(rijen)
    except IntegrityError as fout:
        if "bezwaar_een_loopt" not in str(fout):
            raise
        raise Domeinfout(
            "bezwaar_loopt_al",
            _("Tegen dit besluit loopt al een bezwaar."),
            _("Werk in dat bezwaar verder. U vindt het bij de aanvraag."),
        ) from fout
    leg_vast(door, *(_ontvangen(rij, b) for rij, b in zip(rijen, van, strict=True)))
    groepen = {rij.pk: _groep(b) for rij, b in zip(rijen, van, strict=True)}
    _geef_toegang(door, rijen, groepen)
    termijnen = start_termijnen(
        door, [_klok(rij, b, groepen[rij.pk]) for rij, b in zip(rijen, van, strict=True)]
    )
    for rij, besluit, termijn in zip(rijen, van, termijnen, strict=True):
        rij.termijn_id, rij.besluit = termijn, besluit
        rij.save(update_fields=["termijn"])
        tekst = bezwaarbrief.ontvangst(zaak(rij), te_laat=not rij.tijdig)
        bewaar_brief(door, rij, "ontvangst", klok.vandaag(), tekst)
    return {rij.kenmerk: rij.pk for rij in rijen}


def _rij(n: NieuwBezwaar, besluit: Besluit, dossier_id: int) -> Bezwaar:
    assert besluit.bekendgemaakt_op is not None  # see controleer
    return Bezwaar(
        kenmerk=n.kenmerk,
        besluit_id=besluit.pk,
        dossier_id=dossier_id,
        inwoner_id=besluit.inwoner_id,
        wet=besluit.wet,
        ontvangen_op=n.ontvangen_op,
        gepost_op=n.gepost_op,
        namens=n.namens,
        indiener=n.indiener.strip() if n.namens != Namens.INWONER else "",
        indieneradres=n.indieneradres.strip() if n.namens != Namens.INWONER else "",
        gronden=n.gronden.strip(),
        tijdig=beoordeel_tijdigheid(besluit.bekendgemaakt_op, n.ontvangen_op, n.gepost_op).tijdig,
        commissie=n.commissie,
    )


def _ontvangen(rij: Bezwaar, besluit: Besluit) -> Vastlegging:
    gebeurtenis = BezwaarOntvangen(
        besluit=besluit.pk,
        uitkomst=besluit.uitkomst,
        kader=rij.wet,
        team=besluit.aanvraag.team.code,
        categorie=besluit.aanvraag.product.categorie,
        namens=rij.namens,
        tijdig=rij.tijdig,
        commissie=rij.commissie,
    )
    return vast_bezwaar(rij, gebeurtenis, rij.ontvangen_op, {"gronden": rij.gronden})


def _groep(besluit: Besluit) -> int:
    """Return the group that keeps watch over an objection: the back office of that law, else the team."""
    teams = teams_bij_code(klok.vandaag()).values()
    van_wet = (t.groep_id for t in teams if t.soort == BACKOFFICE and besluit.wet in t.kaders)
    return next(van_wet, besluit.aanvraag.team.groep_id)


def _geef_toegang(door: Actor, rijen: Sequence[Bezwaar], groepen: Mapping[int, int]) -> None:
    ken_toe(
        Toekenning(rij.dossier_id, Niveau.SCHRIJFBAAR, Grond.TEAM, rij.wet, groep_id=groepen[rij.pk])
        for rij in rijen
    )
    if not is_systeem(door):
        tot = klok.einde_van(klok.vandaag() + INZIEN_NA_AANNAME)
        ken_toe(
            Toekenning(
                rij.dossier_id, Niveau.SCHRIJFBAAR, Grond.AANNAME, rij.wet, gebruiker_id=door.id, tot=tot
            )
            for rij in rijen
        )


def _klok(rij: Bezwaar, besluit: Besluit, groep: int) -> TermijnStart:
    assert besluit.bekendgemaakt_op is not None  # see controleer
    return TermijnStart(
        soort=TERMIJN_COMMISSIE if rij.commissie else TERMIJN,
        start=besluit.bekendgemaakt_op,
        dossier_id=rij.dossier_id,
        onderwerp_soort=BEZWAAR,
        onderwerp_id=rij.pk,
        groep_id=groep,
    )


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def deel_bezwaar_toe(door: Actor, bezwaar_id: int, gebruiker_id: int) -> None:
    """Let somebody handle an objection: the dossier opens, the clock goes along. The same again is harmless.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout for who took part in the contested
    decision (Awb art. 7:5, 10:3 lid 3), may not decide, or when it was decided already.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    if rij.behandelaar_id == gebruiker_id:
        return
    naar_bezwaar(rij, "behandel")
    if gebruiker_id in betrokken_bij(rij.besluit):
        raise Domeinfout(
            "bezwaar_behandelaar",
            _("Deze collega werkte mee aan het bestreden besluit (Awb artikel 7:5 en 10:3)."),
            _("Kies iemand die er niet bij betrokken was."),
            veld="behandelaar",
        )
    if gebruiker_id not in {nummer for nummer, _naam in wie_kan_behandelen(rij.besluit)}:
        raise Domeinfout(
            "bezwaar_behandelaar",
            _("Deze collega mag geen besluiten nemen."),
            _("Kies iemand uit de lijst."),
            veld="behandelaar",
        )
    if rij.behandelaar_id is not None:
        beeindig(rij.dossier_id, Grond.LEIDING, gebruiker_id=rij.behandelaar_id)
        beeindig(rij.besluit.dossier_id, Grond.LEIDING, gebruiker_id=rij.behandelaar_id)
    rij.behandelaar_id = gebruiker_id
    rij.save(update_fields=["behandelaar"])
    # Also the dossier of the decision: it is considered anew in full (Awb art. 7:11).
    ken_toe(
        Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.LEIDING, rij.wet, gebruiker_id=gebruiker_id)
        for dossier in (rij.dossier_id, rij.besluit.dossier_id)
    )
    draag_termijnen_over(door, BEZWAAR, [rij.pk], gebruiker_id=gebruiker_id)
    leg_vast(door, vast_bezwaar(rij, BezwaarToegedeeld(gebruiker=gebruiker_id), klok.vandaag()))


def sluit_toegang(rij: Bezwaar) -> None:
    """End what who handled it could do in the dossier of the decision; the objection stays readable."""
    if rij.behandelaar_id is not None:
        beeindig(rij.besluit.dossier_id, Grond.LEIDING, gebruiker_id=rij.behandelaar_id)


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def trek_bezwaar_in(door: Actor, bezwaar_id: int, reden: str, op: date) -> None:
    """Let an objection go no further: the objector withdrew (Awb art. 6:21), or it was a mistake of ours.

    The clock lapses; a withdrawal is confirmed by a letter. Again is harmless. Raises NietGevonden or
    Geweigerd without the right on it; Domeinfout when it was decided, or for a day that cannot be.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    if rij.status == Bezwaarstatus.INGETROKKEN:
        return
    rij.status = naar_bezwaar(rij, "trek_in")
    eis(
        "intrekking",
        (
            (
                "op",
                not rij.ontvangen_op <= op <= klok.vandaag(),
                _("De dag ligt vóór de ontvangst van het bezwaar of in de toekomst."),
                _("Kies een dag tussen de ontvangst en vandaag."),
            ),
            (
                "reden",
                reden not in {r.value for r in Intrekreden},
                _("Deze reden bestaat niet."),
                _("Kies een reden uit de lijst."),
            ),
        ),
    )
    rij.intrekreden = reden
    rij.save(update_fields=["status", "intrekreden"])
    laat_vervallen(door, BEZWAAR, [rij.pk])
    sluit_toegang(rij)
    leg_vast(door, vast_bezwaar(rij, BezwaarIngetrokken(reden=reden), op))
    if reden == Intrekreden.INDIENER:
        bewaar_brief(door, rij, "intrekking", op, bezwaarbrief.intrekking(zaak(rij)))


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def zet_bezwaar_terug(door: Actor, bezwaar_id: int) -> None:
    """Take a withdrawal back that was a mistake: the objection goes on and its clock starts anew, without the
    postponements and suspensions that it had. Who handles it is to be chosen again.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout when it was not withdrawn, or when
    another objection to the same decision runs by now.
    """
    rij = haal_bezwaar(door, bezwaar_id)
    rij.status = naar_bezwaar(rij, "zet_terug")
    if Bezwaar.objects.filter(besluit=rij.besluit, status=Bezwaarstatus.ONTVANGEN.value).exists():
        raise Domeinfout(
            "bezwaar_loopt_al",
            _("Tegen dit besluit loopt al een ander bezwaar."),
            _("Werk in dat bezwaar verder."),
        )
    if rij.behandelaar_id is not None:
        beeindig(rij.dossier_id, Grond.LEIDING, gebruiker_id=rij.behandelaar_id)
    rij.intrekreden, rij.behandelaar_id = "", None
    [rij.termijn_id] = start_termijnen(door, [_klok(rij, rij.besluit, _groep(rij.besluit))])
    rij.save(update_fields=["status", "intrekreden", "behandelaar", "termijn"])
    weg = laatste_gebeurtenis(rij, BezwaarIngetrokken)
    leg_vast(door, vast_bezwaar(rij, BezwaarTeruggezet(), klok.vandaag(), herroept=weg))
