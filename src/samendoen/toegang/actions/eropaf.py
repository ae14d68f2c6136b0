"""ErOpAf: write down that contact was sought, and what is decided; each can be taken back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
)
from samendoen.toegang.access import haal_op_slot
from samendoen.toegang.actions.eropafhaken import (
    SOORT,
    besluitrij,
    eis_verkend,
    laatste_besluiten,
    lopende,
    neem_besluit_terug,
    over_dagen,
    pas_toe,
    vouw_rijen,
)
from samendoen.toegang.actions.melding import handel_meldingen_af, heropen_melding
from samendoen.toegang.events import EROPAF, ContactGezocht, ContactIngetrokken
from samendoen.toegang.models import Contactpoging, Eropaf, Eropafbesluit, Melding
from samendoen.toegang.rules import (
    EROPAF_EINDE,
    EROPAF_RITME,
    VERKENNEND,
    Eropafkeuze,
    Eropafstatus,
    Poginguitkomst,
    Pogingwijze,
    Uitkomst,
    Verkenninguitkomst,
    verkenning_loopt,
)
from samendoen.werk.api import (
    TermijnStart,
    heropen_termijnen,
    laat_taken_vervallen,
    laat_vervallen,
    start_termijnen,
    voltooi_termijnen,
)

LANGSTE = 4000


@dataclass(frozen=True, slots=True)
class Poginginvoer:
    """An attempt to write down. Without `volgende_op` the rhythm of the municipality says when again."""

    kenmerk: UUID
    melding: int
    op: date
    wijze: str
    uitkomst: str
    woorden: str = ""
    volgende_op: date | None = None


@dataclass(frozen=True, slots=True)
class Eropafinvoer:
    """A decision to write down, with its reason. Of an exploratory investigation `op` is the day it was
    asked, or the day its outcome (`uitkomst`) was told to who asked."""

    kenmerk: UUID
    melding: int
    besluit: str
    motivering: str
    op: date
    uitkomst: str = ""
    volgende_op: date | None = None


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def leg_pogingen_vast(door: Actor, pogingen: Sequence[Poginginvoer]) -> list[int]:
    """Write down attempts; return their ids in the order asked. A known `kenmerk` gives what exists.

    Raises NietGevonden or Geweigerd without the right on one of them; Domeinfout (with the field) where
    ErOpAf does not run, for an unknown code or an impossible day. All or nothing.
    """
    meldingen = haal_op_slot(door, [p.melding for p in pogingen])
    bekend = _bekend(Contactpoging, [p.kenmerk for p in pogingen])
    nieuw = [p for p in pogingen if p.kenmerk not in bekend]
    paden = _paden([p.melding for p in nieuw])
    for p in nieuw:
        _controleer_poging(p, paden[p.melding])
    rijen = schrijf(_poging(door, p, paden[p.melding], meldingen[p.melding]) for p in nieuw)
    paren = list(zip(nieuw, rijen, strict=True))
    leg_vast(door, *(_gezocht(p, rij, meldingen[p.melding]) for p, rij in paren))
    vouw_rijen(list({paden[p.melding].pk: paden[p.melding] for p in nieuw}.values()))
    laat_taken_vervallen(door, EROPAF_RITME, SOORT, [p.melding for p in nieuw])
    bekend |= {p.kenmerk: rij.pk for p, rij in paren}
    return [bekend[p.kenmerk] for p in pogingen]


def _bekend(model: type[Contactpoging | Eropafbesluit], kenmerken: Collection[UUID]) -> dict[UUID, int]:
    return dict(model.objects.filter(kenmerk__in=kenmerken).values_list("kenmerk", "pk"))


def _paden(melding_ids: Collection[int]) -> dict[int, Eropaf]:
    """Return the path of each melding; Domeinfout where none runs."""
    paden = lopende(melding_ids)
    for pk in melding_ids:
        if pk not in paden:
            raise Domeinfout(
                "eropaf_loopt_niet",
                _("Bij melding %(nr)s loopt geen ErOpAf.") % {"nr": pk},
                _("Ververs de pagina, of stuur de melding met triage naar ErOpAf."),
            )
    return paden


def _controleer_poging(p: Poginginvoer, pad: Eropaf) -> None:
    lijst = _("Kies er een uit de lijst.")
    _eis(
        "poging",
        ("wijze", p.wijze not in set(Pogingwijze), _("Deze manier bestaat niet."), lijst),
        ("uitkomst", p.uitkomst not in set(Poginguitkomst), _("Deze uitkomst bestaat niet."), lijst),
        *_dag(p.op, pad),
        _volgende(p.volgende_op, p.op),
        ("woorden", len(p.woorden) > LANGSTE, _("Deze tekst is te lang."), _("Maak de tekst korter.")),
    )


Bevinding = tuple[str, bool, str, str]


def _eis(wat: str, *bevindingen: Bevinding) -> None:
    for veld, mis, zin, doe in bevindingen:
        if mis:
            raise Domeinfout(f"{wat}_{veld}", zin, doe, veld=veld)


def _dag(op: date, pad: Eropaf) -> tuple[Bevinding, ...]:
    mis = not pad.begonnen_op <= op <= klok.vandaag()
    zin = _("Deze dag ligt vóór het begin van ErOpAf of in de toekomst.")
    return (("op", mis, zin, _("Kies een dag tussen het begin en vandaag.")),)


def _volgende(dag: date | None, op: date) -> Bevinding:
    mis = dag is not None and dag <= op
    return ("volgende_op", mis, _("De volgende keer ligt niet na deze dag."), _("Kies een latere dag."))


def _poging(door: Actor, p: Poginginvoer, pad: Eropaf, melding: Melding) -> Contactpoging:
    return Contactpoging(
        kenmerk=p.kenmerk,
        eropaf=pad,
        inwoner_id=melding.inwoner_id,
        wet=melding.wet,
        op=p.op,
        wijze=p.wijze,
        uitkomst=p.uitkomst,
        woorden=p.woorden.strip(),
        door_id=door.id,
    )


def _gezocht(p: Poginginvoer, rij: Contactpoging, melding: Melding) -> Vastlegging:
    gebeurtenis = ContactGezocht(
        poging=rij.pk, wijze=p.wijze, uitkomst=p.uitkomst, volgende_op=p.volgende_op or over_dagen(p.op)
    )
    return Vastlegging(
        gebeurtenis,
        rij.eropaf_id,
        p.op,
        dossier_id=melding.dossier_id,
        persoon_id=melding.inwoner_id,
        wet=melding.wet,
        inhoud={"woorden": rij.woorden},
    )


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def trek_poging_in(door: Actor, melding_id: int, poging_id: int) -> None:
    """Take back an attempt that was written down by mistake; taken back already changes nothing.

    Raises NietGevonden or Geweigerd without the right on the melding; Domeinfout for an attempt that is not
    of this melding, or where ErOpAf has ended.
    """
    melding = haal_op_slot(door, [melding_id])[melding_id]
    poging = (
        Contactpoging.objects.select_for_update().filter(pk=poging_id, eropaf__melding=melding_id).first()
    )
    if poging is None:
        raise Domeinfout(
            "poging_onbekend", _("Deze contactpoging hoort niet bij deze melding."), _("Ververs de pagina.")
        )
    if poging.ingetrokken:
        return
    pad = _paden([melding_id])[melding_id]
    gebeurtenis = next(
        g
        for g in van_onderwerp(EROPAF, [poging.eropaf_id])[poging.eropaf_id]
        if g.gegevens.get("poging") == poging_id
    )
    poging.ingetrokken = True
    poging.save(update_fields=["ingetrokken"])
    intrekking = Vastlegging(
        ContactIngetrokken(),
        poging.eropaf_id,
        klok.vandaag(),
        dossier_id=melding.dossier_id,
        herroept_id=gebeurtenis.pk,
    )
    leg_vast(door, intrekking)
    vouw_rijen([pad])


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def besluit_eropaf(door: Actor, besluiten: Sequence[Eropafinvoer]) -> list[int]:
    """Decide on the way, with a reason; return the ids in the order asked. A known `kenmerk` changes nothing.

    Letting go handles the melding. An exploratory investigation starts its clock of fourteen days (Wvggz
    art. 5:2) on the day it was asked; it stops on the day its outcome was told. Handing over is done by
    triage (`trieer_meldingen`), which asks the reason. Raises NietGevonden or Geweigerd without the right on
    one of them; Domeinfout (with the field) for what cannot be. All or nothing.
    """
    meldingen = haal_op_slot(door, [b.melding for b in besluiten])
    bekend = _bekend(Eropafbesluit, [b.kenmerk for b in besluiten])
    nieuw = [b for b in besluiten if b.kenmerk not in bekend]
    paden = _paden([b.melding for b in nieuw])
    for b in nieuw:
        _controleer_besluit(b, paden[b.melding], meldingen[b.melding])
    rijen = schrijf(_besluit(door, b, paden[b.melding], meldingen[b.melding]) for b in nieuw)
    weer = over_dagen(klok.vandaag())
    paren = list(zip(nieuw, rijen, strict=True))
    pas_toe(
        door,
        [
            (paden[b.melding], meldingen[b.melding], rij, b.volgende_op or weer, b.uitkomst)
            for b, rij in paren
        ],
    )
    _zet_klokken(door, nieuw, meldingen)
    los = [b for b in nieuw if EROPAF_EINDE.get(Eropafkeuze(b.besluit)) is Eropafstatus.LOSGELATEN]
    if los:
        handel_meldingen_af(door, [(b.melding, Uitkomst.LOSGELATEN.value, b.op) for b in los])
    bekend |= {b.kenmerk: rij.pk for b, rij in paren}
    return [bekend[b.kenmerk] for b in besluiten]


def _besluit(door: Actor, b: Eropafinvoer, pad: Eropaf, melding: Melding) -> Eropafbesluit:
    rij = besluitrij(door, pad, melding, Eropafkeuze(b.besluit), b.motivering, b.op)
    rij.kenmerk = b.kenmerk
    return rij


def _controleer_besluit(b: Eropafinvoer, pad: Eropaf, melding: Melding) -> None:
    keuzes = set(Eropafkeuze) - {Eropafkeuze.OVERDRAGEN}
    verteld = b.besluit == Eropafkeuze.VERKENNING_VERTELD
    loopt = verkenning_loopt(pad.verkenning_op, pad.verkenning_uitkomst)
    _eis(
        "eropaf",
        ("besluit", b.besluit not in keuzes, _("Dit besluit bestaat niet."), _("Kies uit de lijst.")),
        (
            "motivering",
            not b.motivering.strip(),
            _("De reden ontbreekt."),
            _("Schrijf kort op waarom u dit besluit."),
        ),
        ("motivering", len(b.motivering) > LANGSTE, _("Deze tekst is te lang."), _("Maak de tekst korter.")),
        *_dag(b.op, pad),
        _volgende(b.volgende_op, b.op),
        (
            "besluit",
            b.besluit == Eropafkeuze.CASUS and not melding.herkend,
            _("Het is nog niet bekend over wie het gaat."),
            _("Koppel eerst een inwoner aan de melding."),
        ),
        (
            "besluit",
            b.besluit == Eropafkeuze.VERKENNEND_ONDERZOEK and loopt,
            _("Het verkennend onderzoek loopt al."),
            _("Leg vast wat de uitkomst is, of kies iets anders."),
        ),
        (
            "besluit",
            verteld and not loopt,
            _("Er loopt geen verkennend onderzoek."),
            _("Begin het eerst, of kies iets anders."),
        ),
        (
            "uitkomst",
            verteld and b.uitkomst not in set(Verkenninguitkomst),
            _("De uitkomst van het verkennend onderzoek ontbreekt."),
            _("Kies een uitkomst."),
        ),
        (
            "uitkomst",
            bool(b.uitkomst) and not verteld,
            _("Deze uitkomst hoort bij een verkennend onderzoek."),
            _("Laat dit leeg."),
        ),
    )
    if verteld and pad.verkenning_op and b.op < pad.verkenning_op:
        raise Domeinfout(
            "eropaf_op",
            _("De uitkomst kan niet verteld zijn voordat om het onderzoek werd gevraagd."),
            _("Kies een latere dag."),
            veld="op",
        )
    if Eropafkeuze(b.besluit) in EROPAF_EINDE:
        eis_verkend(pad)


def _zet_klokken(door: Actor, besluiten: Sequence[Eropafinvoer], meldingen: Mapping[int, Melding]) -> None:
    starts = [
        TermijnStart(
            soort=VERKENNEND,
            start=b.op,
            dossier_id=meldingen[b.melding].dossier_id,
            onderwerp_soort=SOORT,
            onderwerp_id=b.melding,
            groep_id=meldingen[b.melding].team.groep_id,
        )
        for b in besluiten
        if b.besluit == Eropafkeuze.VERKENNEND_ONDERZOEK
    ]
    if starts:
        start_termijnen(door, starts)
    verteld = [(b.melding, b.op) for b in besluiten if b.besluit == Eropafkeuze.VERKENNING_VERTELD]
    if verteld:
        voltooi_termijnen(door, SOORT, verteld, soort=VERKENNEND)


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def neem_eropaf_terug(door: Actor, melding_id: int) -> None:
    """Take the last decision back: a mistake, or it was too soon. ErOpAf goes on as before it.

    Letting go reopens the melding; an investigation that was begun by mistake has no clock any more; one of
    which the outcome was told goes on. What triage handed over, triage brings back. Raises NietGevonden or
    Geweigerd without the right on it, Domeinfout when there is nothing to take back.
    """
    melding = haal_op_slot(door, [melding_id])[melding_id]
    rij = Eropaf.objects.select_for_update().filter(melding=melding).order_by("-pk").first()
    besluit = laatste_besluiten([rij.pk]).get(rij.pk) if rij else None
    if rij is None or besluit is None or rij.status in (Eropafstatus.OVERGEDRAGEN, Eropafstatus.VERVALLEN):
        raise Domeinfout(
            "eropaf_niets_terug",
            _("Er is geen besluit om terug te nemen."),
            _("Is de melding overgedragen? Stuur haar dan met triage terug naar ErOpAf."),
        )
    if rij.status == Eropafstatus.LOSGELATEN:
        heropen_melding(door, melding_id)
        return
    neem_besluit_terug(door, rij, melding, besluit)
    if besluit.besluit == Eropafkeuze.VERKENNEND_ONDERZOEK:
        laat_vervallen(door, SOORT, [melding_id], soort=VERKENNEND)
    elif besluit.besluit == Eropafkeuze.VERKENNING_VERTELD:
        heropen_termijnen(door, SOORT, [melding_id], soort=VERKENNEND)
