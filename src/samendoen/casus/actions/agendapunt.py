"""Put a question or a casus on the agenda of a case table, discuss it, or move it to another meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, geweigerd, haal_op_slot
from samendoen.casus.actions.overlegrechten import (
    eis_gepland,
    haal_punten_op_slot,
    naar,
    vergrendel_overleggen,
)
from samendoen.casus.definities import tafels
from samendoen.casus.events import PuntBesproken, PuntGeagendeerd, PuntHeropend, PuntVerplaatst
from samendoen.casus.models import Agendapunt, Casus, Overleg
from samendoen.casus.rules import Puntstatus
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.toegang.api import meldingkernen
from samendoen.werk.api import NieuweTaak, maak_taak

LANGSTE = 4000


@dataclass(frozen=True, slots=True)
class Agendering:
    """What comes on the agenda of a meeting: a casus or a melding, and what one wants to discuss."""

    kenmerk: UUID
    overleg: int
    casus: int | None = None
    melding: int | None = None
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What a colleague (None: oneself) does after the meeting, and by when; `kenmerk` is the client's."""

    kenmerk: UUID
    tekst: str
    uiterlijk: date
    gebruiker: int | None = None


@dataclass(frozen=True, slots=True)
class Bespreking:
    """What came of an agenda item: a code of its table, the words, and perhaps a task."""

    punt: int
    uitkomst: str
    verslag: str = ""
    afspraak: Afspraak | None = None


@dataclass(frozen=True, slots=True)
class _Bron:
    inwoner: int
    wet: str
    dossier: int


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"punt_{veld}", wat, doe, veld=veld)


@actie("casus", Permissie.CASUS_WERKEN)
def agendeer_punten(door: Actor, invoer: Sequence[Agendering]) -> list[int]:
    """Put questions or casussen on agendas; return the ids in order. Known by its `kenmerk`, or there already
    (and not moved away): what exists.

    Any meeting may be chosen; what one puts on it one must be allowed to write about. It opens the dossier to
    nobody. Raises NietGevonden or Geweigerd; Domeinfout for a closed casus, or words that are too long.
    """
    overleggen = vergrendel_overleggen(a.overleg for a in invoer)
    bronnen = _bronnen(door, invoer)
    for a in invoer:
        _controleer_tekst("vraag", a.vraag)
    staat_er = _staat_er(overleggen)
    vers = [a for a in invoer if a.kenmerk not in staat_er and _sleutel(a) not in staat_er]
    rijen = schrijf(_rij(a, bronnen[a.casus, a.melding]) for a in {_sleutel(a): a for a in vers}.values())
    leg_vast(door, *(_geagendeerd(rij, overleggen[rij.overleg_id], None) for rij in rijen))
    staat_er |= {rij.kenmerk: rij.pk for rij in rijen}
    staat_er |= {(rij.overleg_id, rij.casus_id, rij.melding_id): rij.pk for rij in rijen}
    return [staat_er.get(a.kenmerk) or staat_er[_sleutel(a)] for a in invoer]


def _sleutel(a: Agendering) -> tuple[int, int | None, int | None]:
    return a.overleg, a.casus, a.melding


def _staat_er(overleggen: Mapping[int, Overleg]) -> dict[object, int]:
    uit: dict[object, int] = {}
    for rij in Agendapunt.objects.filter(overleg__in=overleggen).order_by("pk"):
        uit[rij.kenmerk] = rij.pk
        if rij.status != Puntstatus.VERPLAATST:
            uit[rij.overleg_id, rij.casus_id, rij.melding_id] = rij.pk
    return uit


def _bronnen(door: Actor, invoer: Sequence[Agendering]) -> dict[tuple[int | None, int | None], _Bron]:
    """Return what each item is about, of what this actor may write about; refuses the whole otherwise."""
    if any((a.casus is None) == (a.melding is None) for a in invoer):
        raise fout(
            "casus", _("Het is niet duidelijk waar dit over gaat."), _("Kies een casus of een melding.")
        )
    casussen = haal_op_slot(door, {a.casus for a in invoer if a.casus})
    eis_open(casussen.values())
    begin = dict(Casus.objects.filter(pk__in=casussen).values_list("pk", "dossier__persoon_id"))
    uit: dict[tuple[int | None, int | None], _Bron] = {
        (pk, None): _Bron(begin[pk], c.wet, c.dossier_id) for pk, c in casussen.items()
    }
    gevraagd = {a.melding for a in invoer if a.melding}
    kernen = meldingkernen(door, gevraagd, schrijfbaar=True) if gevraagd else {}
    if gevraagd - kernen.keys():
        mist = gevraagd - kernen.keys()
        raise geweigerd(mag_lezen=meldingkernen(door, mist).keys() == mist)
    return uit | {(None, pk): _Bron(k.persoon_id, k.wet, k.dossier_id) for pk, k in kernen.items()}


def _controleer_tekst(veld: str, tekst: str) -> None:
    if len(tekst) > LANGSTE or "\x00" in tekst:
        te_lang = _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE}
        raise fout(veld, te_lang, _("Kort het in."))


def _rij(a: Agendering, bron: _Bron) -> Agendapunt:
    return Agendapunt(
        kenmerk=a.kenmerk,
        overleg_id=a.overleg,
        casus_id=a.casus,
        melding_id=a.melding,
        inwoner_id=bron.inwoner,
        wet=bron.wet,
        dossier_id=bron.dossier,
        vraag=a.vraag.strip(),
    )


def _geagendeerd(rij: Agendapunt, overleg: Overleg, van: int | None) -> Vastlegging:
    gebeurtenis = PuntGeagendeerd(
        overleg=rij.overleg_id, tafel=overleg.tafel, melding=rij.melding_id, casus=rij.casus_id, van=van
    )
    woorden = {"toelichting": rij.vraag} if rij.vraag else {}
    return _vast(gebeurtenis, rij, klok.vandaag(), woorden)


def _vast(gebeurtenis: object, rij: Agendapunt, op: date, inhoud: dict[str, str]) -> Vastlegging:
    wie = {"persoon_id": rij.inwoner_id, "wet": rij.wet} if inhoud else {}
    return Vastlegging(gebeurtenis, rij.pk, op, dossier_id=rij.dossier_id, inhoud=inhoud, **wie)  # type: ignore[arg-type]


@actie("casus", Permissie.CASUS_WERKEN)
def bespreek_punten(door: Actor, invoer: Sequence[Bespreking]) -> None:
    """Record what came of agenda items, on the day of their meeting; said again it replaces the former.

    Asks the right to write in the dossier, not a seat at the table. Raises NietGevonden or Geweigerd;
    Domeinfout with the field for an outcome that the table does not know, a meeting that is still to come,
    words that are too long, or a colleague who may not open the dossier.
    """
    punten = haal_punten_op_slot(door, [b.punt for b in invoer])
    kent = tafels()
    for b in invoer:
        punt = punten[b.punt]
        tafel = kent.get(punt.overleg.tafel)
        _controleer_bespreking(b, punt, tafel.uitkomsten() if tafel else {})
        punt.status = naar(punt, "bespreek").value
        punt.uitkomst, punt.verslag, punt.besproken_op = b.uitkomst, b.verslag.strip(), punt.overleg.op
    werk_bij(punten.values(), ["status", "uitkomst", "verslag", "besproken_op"])
    leg_vast(door, *(_besproken(punten[b.punt]) for b in invoer))
    for b in invoer:
        if b.afspraak is not None:
            maak_taak(door, _taak(b.afspraak, punten[b.punt]))


def _controleer_bespreking(b: Bespreking, punt: Agendapunt, uitkomsten: Mapping[str, str]) -> None:
    if b.uitkomst not in uitkomsten:
        raise fout("uitkomst", _("Deze uitkomst bestaat niet bij deze tafel."), _("Kies een uitkomst."))
    eis_gepland(punt.overleg)
    if punt.overleg.op > klok.vandaag():
        raise fout(
            "uitkomst",
            _("Dit overleg is nog niet geweest."),
            _("Leg de uitkomst vast op de dag zelf, of wijzig de dag van het overleg."),
        )
    _controleer_tekst("verslag", b.verslag)


def _besproken(punt: Agendapunt) -> Vastlegging:
    gebeurtenis = PuntBesproken(tafel=punt.overleg.tafel, uitkomst=punt.uitkomst)
    woorden = {"toelichting": punt.verslag} if punt.verslag else {}
    return _vast(gebeurtenis, punt, punt.overleg.op, woorden)


def _taak(a: Afspraak, punt: Agendapunt) -> NieuweTaak:
    return NieuweTaak(
        sleutel=a.kenmerk,
        notitie=a.tekst,
        uiterlijk=a.uiterlijk,
        dossier_id=punt.dossier_id,
        gebruiker_id=a.gebruiker,
        onderwerp_soort="casus.casus" if punt.casus_id else "toegang.melding",
        onderwerp_id=punt.casus_id or punt.melding_id,
    )


@actie("casus", Permissie.CASUS_WERKEN)
def heropen_punt(door: Actor, punt_id: int) -> None:
    """Take back that an item was discussed: it stands open again, its words stay. Raises NietGevonden or
    Geweigerd; Domeinfout when it was not discussed."""
    punt = haal_punten_op_slot(door, [punt_id])[punt_id]
    punt.status = naar(punt, "heropen").value
    punt.uitkomst, punt.besproken_op = "", None
    werk_bij([punt], ["status", "uitkomst", "besproken_op"])
    leg_vast(door, _vast(PuntHeropend(), punt, klok.vandaag(), {}))


@actie("casus", Permissie.CASUS_WERKEN)
def verplaats_punten(door: Actor, verplaatsingen: Sequence[tuple[int, int]]) -> list[int]:
    """Move (item, meeting): it stays on the old agenda as moved, and stands on the new one; return the new
    ids. Moved there already: nothing changes.

    Raises NietGevonden or Geweigerd; Domeinfout for an item that was discussed, or the same meeting.
    """
    doel = dict(verplaatsingen)
    overleggen = vergrendel_overleggen(doel.values())
    punten = haal_punten_op_slot(door, doel)
    staat_er = verhuis(door, punten, doel, overleggen)
    return [staat_er[doel[pk], punten[pk].casus_id, punten[pk].melding_id] for pk, _o in verplaatsingen]


def verhuis(
    door: Actor, punten: Mapping[int, Agendapunt], doel: Mapping[int, int], overleggen: Mapping[int, Overleg]
) -> dict[object, int]:
    """Move these items (item -> meeting), for an action that locked and authorised both; return what stands
    on the new agendas: (meeting, casus, melding) -> item. Raises as verplaats_punten does."""
    open_ = [
        p for pk, p in punten.items() if not (p.status == Puntstatus.VERPLAATST and p.naar_id == doel[pk])
    ]
    for punt in open_:
        if punt.overleg_id == doel[punt.pk]:
            raise fout("overleg", _("Het punt staat al op deze agenda."), _("Kies een ander overleg."))
        punt.status, punt.naar_id = naar(punt, "verplaats").value, doel[punt.pk]
    werk_bij(open_, ["status", "naar"])
    staat_er = _staat_er(overleggen)
    nieuw = [p for p in open_ if (p.naar_id, p.casus_id, p.melding_id) not in staat_er]
    rijen = schrijf(_kopie(p) for p in nieuw)
    leg_vast(
        door,
        *(_vast(PuntVerplaatst(naar=doel[p.pk]), p, klok.vandaag(), {}) for p in open_),
        *(_geagendeerd(r, overleggen[r.overleg_id], p.overleg_id) for r, p in zip(rijen, nieuw, strict=True)),
    )
    return staat_er | {(r.overleg_id, r.casus_id, r.melding_id): r.pk for r in rijen}


def _kopie(punt: Agendapunt) -> Agendapunt:
    assert punt.naar_id is not None
    return Agendapunt(
        kenmerk=uuid5(punt.kenmerk, str(punt.naar_id)),
        overleg_id=punt.naar_id,
        casus_id=punt.casus_id,
        melding_id=punt.melding_id,
        inwoner_id=punt.inwoner_id,
        wet=punt.wet,
        dossier_id=punt.dossier_id,
        vraag=punt.vraag,
    )
