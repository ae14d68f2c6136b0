"""Begin an investigation: into which questions, about whom, and perhaps with the words of an earlier one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, eis_open, haal_op_slot
from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.actions.onderzoek import Mogen, eis_schrijfbaar
from samendoen.casus.actions.onderzoekgebeurtenissen import bijgewerkt, gekozen, geschreven, stempel
from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, NieuwOnderzoek, Onderzochteinvoer
from samendoen.casus.actions.rechten import meldingen_van
from samendoen.casus.events import OnderzoekBegonnen
from samendoen.casus.models import Bevinding, Casus, Onderzochte, Onderzoek, Onderzoekmelding
from samendoen.casus.rules import Onderzoekstatus
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
)
from samendoen.organisatie.api import leefgebieden
from samendoen.toegang.api import Meldingkern, Routekern, routekernen
from samendoen.toegang.api import Status as Meldingstatus

Bronnen = Mapping[tuple[int, int], Onderzochte]
"""(investigation, person) -> what is copied of that person."""


@dataclass(slots=True)
class _Begin:
    """One investigation that is about to begin, with what is known of it by then."""

    nieuw: NieuwOnderzoek
    casus: Casus
    meldingen: list[Meldingkern]
    bron: Onderzoek | None
    personen: dict[int, Betrokkenewaarde] = field(default_factory=dict)
    routes: Mapping[int, Routekern] = field(default_factory=dict)


@actie("casus", Permissie.CASUS_WERKEN)
def begin_onderzoeken(door: Actor, nieuwe: Sequence[NieuwOnderzoek]) -> list[int]:
    """Begin investigations; return their ids in the order asked. A known `kenmerk` gives what exists.

    The life domains that the questions name come first, each for who asked; more are chosen afterwards. Of a
    question with a short route these are the domains of that route, with what was answered there. A
    copy takes over the words, offers and marks about those whom this actor may write about; the later mark
    becomes the present one.
    Raises NietGevonden or Geweigerd without the right on one of the casussen or persons, Domeinfout for a
    closed casus, an investigation that runs already ("onderzoek_loopt"), a question that has one or is not
    of this casus, or an impossible day. All or nothing.
    """
    casussen = haal_op_slot(door, [n.casus for n in nieuwe])
    rijen = Onderzoek.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    alle = bekend | (_begin(door, list(eerste.values()), casussen) if eerste else {})
    return [alle[n.kenmerk] for n in nieuwe]


def _begin(door: Actor, nieuwe: Sequence[NieuwOnderzoek], casussen: Mapping[int, Casus]) -> dict[UUID, int]:
    ids = [n.casus for n in nieuwe]
    eis_open(casussen[pk] for pk in ids)
    _weiger_lopend(ids)
    vrij = _vrije_meldingen(ids)
    eerder = Onderzoek.objects.in_bulk([n.kopie_van for n in nieuwe if n.kopie_van])
    begin = [_controleer(n, casussen[n.casus], vrij.get(n.casus, {}), eerder) for n in nieuwe]
    routes = routekernen(k.id for b in begin for k in b.meldingen)
    for b in begin:
        b.routes = {k.id: routes[k.id] for k in b.meldingen if k.id in routes}
    mogen = betrokkenen_van(door, ids, schrijven=True)
    bronnen = _bronnen([b.bron.pk for b in begin if b.bron])
    for b in begin:
        _kies_personen(door, b, mogen, bronnen)
    try:
        with transaction.atomic():
            return _schrijf(door, begin, bronnen)
    except IntegrityError as fout:
        if "onderzoek_een_loopt" not in str(fout):
            raise
        _weiger_lopend(ids)
        raise


def _weiger_lopend(casus_ids: Sequence[int]) -> None:
    dubbel = len(set(casus_ids)) < len(casus_ids)
    loopt = Onderzoek.objects.filter(casus__in=casus_ids, status=Onderzoekstatus.LOOPT).order_by("pk").first()
    if loopt is not None or dubbel:
        raise Domeinfout(
            "onderzoek_loopt",
            _("In deze casus loopt al onderzoek %(nr)s.") % {"nr": loopt.nummer if loopt else 1},
            _("Werk verder in dat onderzoek, en neem de nieuwe vraag daarin mee."),
        )


def _vrije_meldingen(casus_ids: Iterable[int]) -> dict[int, dict[int, Meldingkern]]:
    """Return casus -> its open questions that have no investigation yet, in order of coming in."""
    kernen = [(c, k) for c, k in meldingen_van(casus_ids) if k.status == Meldingstatus.OPEN]
    bezet = set(
        Onderzoekmelding.objects.filter(melding__in=[k.id for _c, k in kernen]).values_list(
            "melding_id", flat=True
        )
    )
    per: dict[int, dict[int, Meldingkern]] = {}
    for casus, kern in kernen:
        if kern.id not in bezet:
            per.setdefault(casus, {})[kern.id] = kern
    return per


def _controleer(
    nieuw: NieuwOnderzoek, casus: Casus, vrij: Mapping[int, Meldingkern], bronnen: Mapping[int, Onderzoek]
) -> _Begin:
    bron = bronnen.get(nieuw.kopie_van or 0)
    gevraagd = tuple(vrij) if nieuw.meldingen is None else nieuw.meldingen
    fouten = (
        (
            "op",
            not casus.geopend_op <= nieuw.op <= klok.vandaag(),
            _("De dag waarop het onderzoek begint, ligt vóór de opening van de casus of in de toekomst."),
            _("Kies een dag tussen de opening en vandaag."),
        ),
        (
            "meldingen",
            not set(gevraagd) <= vrij.keys(),
            _("Deze melding hoort niet bij de casus, is niet open, of is al onderzocht."),
            _("Kies een melding uit de lijst."),
        ),
        (
            "kopie_van",
            nieuw.kopie_van is not None
            and (bron is None or bron.casus_id != casus.pk or bron.status != Onderzoekstatus.AFGEROND),
            _("Van dit onderzoek kunt u geen kopie maken."),
            _("Kies een onderzoek van deze casus waarvan het verslag is verstuurd."),
        ),
    )
    weiger_eerste("onderzoek", fouten)
    return _Begin(nieuw, casus, [vrij[pk] for pk in dict.fromkeys(gevraagd)], bron)


def _kies_personen(door: Actor, b: _Begin, mogen: Mogen, bronnen: Bronnen) -> None:
    """Fill in about whom it is: as asked, else who asked, else the person with whom the casus began."""
    gevraagd = b.nieuw.personen or tuple(k.persoon_id for k in b.meldingen)
    if not gevraagd and b.bron is None:
        per_dossier = {w.dossier_id: w.persoon_id for w in mogen.get(b.casus.pk, {}).values()}
        gevraagd = tuple(filter(None, [per_dossier.get(b.casus.dossier_id)]))
    b.personen = {p: eis_schrijfbaar(door, mogen, b.casus.pk, p) for p in dict.fromkeys(gevraagd)}
    van_casus, bron = mogen.get(b.casus.pk, {}), b.bron.pk if b.bron else 0
    b.personen |= {p: van_casus[p] for o, p in bronnen if o == bron and p in van_casus}


def _schrijf(door: Actor, begin: Sequence[_Begin], bronnen: Bronnen) -> dict[UUID, int]:
    ids = [b.casus.pk for b in begin]
    hoogste = dict(Onderzoek.objects.filter(casus__in=ids).values_list("casus_id").annotate(Max("nummer")))
    onderzoeken = schrijf(
        Onderzoek(
            kenmerk=b.nieuw.kenmerk,
            casus=b.casus,
            nummer=hoogste.get(b.casus.pk, 0) + 1,
            begonnen_op=b.nieuw.op,
            kopie_van=b.bron,
        )
        for b in begin
    )
    paren = list(zip(onderzoeken, begin, strict=True))
    schrijf(Onderzoekmelding(onderzoek=o, melding_id=k.id) for o, b in paren for k in b.meldingen)
    personen = schrijf(
        _nieuwe_onderzochte(door, o, wie, bronnen.get((b.bron.pk if b.bron else 0, wie.persoon_id)))
        for o, b in paren
        for wie in b.personen.values()
    )
    per = {(p.onderzoek_id, p.inwoner_id): p for p in personen}
    gebieden = leefgebieden()
    bevindingen = [
        rij
        for o, b in paren
        for wie in b.personen
        for rij in _nieuwe_bevindingen(door, per[o.pk, wie], b, bronnen, gebieden)
    ]
    schrijf(bevindingen)
    leg_vast(door, *_begonnen(paren, personen, bevindingen))
    return {o.kenmerk: o.pk for o in onderzoeken}


def _bronnen(onderzoek_ids: Sequence[int]) -> Bronnen:
    """Return (investigation, person) -> what is copied of that person, with the findings."""
    if not onderzoek_ids:
        return {}
    rijen = Onderzochte.objects.filter(onderzoek__in=onderzoek_ids).order_by("pk")
    rijen = rijen.prefetch_related("bevindingen")
    return {(p.onderzoek_id, p.inwoner_id): p for p in rijen}


def _nieuwe_onderzochte(
    door: Actor, onderzoek: Onderzoek, wie: Betrokkenewaarde, bron: Onderzochte | None
) -> Onderzochte:
    rij = Onderzochte(onderzoek=onderzoek, inwoner_id=wie.persoon_id, wet=wie.wet, dossier_id=wie.dossier_id)
    if bron is not None:
        for veld in Onderzochteinvoer.VELDEN:
            setattr(rij, veld, getattr(bron, veld))
        # Offered, told and concluded is what must be done anew.
        rij.clientondersteuning, rij.conclusie, rij.verteld = "", "", []
        stempel(rij, door)
    return rij


def _nieuwe_bevindingen(
    door: Actor,
    onderzochte: Onderzochte,
    b: _Begin,
    bronnen: Bronnen,
    namen: Mapping[str, str],
) -> list[Bevinding]:
    """Return the domains that the questions of this person name, then those of the copy."""
    persoon = onderzochte.inwoner_id
    eigen = [k for k in b.meldingen if k.persoon_id == persoon]
    korte = [b.routes[k.id] for k in eigen if k.id in b.routes]
    genoemd = {code for k in eigen if k.id not in b.routes for code in k.leefgebieden}
    genoemd |= {code for route in korte for code in route.leefgebieden}
    eerst = [code for code in namen if code in genoemd]
    bron = bronnen.get((b.bron.pk if b.bron else 0, persoon))
    eerder = {r.leefgebied: r for r in bron.bevindingen.all()} if bron else {}
    later = [r.leefgebied for r in sorted(eerder.values(), key=lambda r: (r.volgorde, r.pk))]
    rijen = []
    for n, code in enumerate(dict.fromkeys([*eerst, *later])):
        rij = Bevinding(
            onderzochte=onderzochte, inwoner_id=persoon, wet=onderzochte.wet, leefgebied=code, volgorde=n
        )
        if code in eerder:
            for veld in Bevindinginvoer.VELDEN:
                setattr(rij, veld, getattr(eerder[code], veld))
            if eerder[code].cijfer_later is not None:
                rij.cijfer = eerder[code].cijfer_later
            stempel(rij, door)
        neem_antwoorden_over(door, rij, korte)
        rijen.append(rij)
    return rijen


def neem_antwoorden_over(door: Actor, rij: Bevinding, routes: Sequence[Routekern]) -> bool:
    """Fill in on a life domain what was answered on a short route, where nothing is written yet; tell whether
    there was anything. The row is not saved."""
    leeg = {
        veld: tekst
        for route in routes
        for (code, veld), tekst in route.teksten.items()
        if code == rij.leefgebied and not getattr(rij, veld)
    }
    for veld, tekst in leeg.items():
        setattr(rij, veld, tekst)
    if leeg:
        stempel(rij, door)
    return bool(leeg)


def _begonnen(
    paren: Sequence[tuple[Onderzoek, _Begin]], personen: Sequence[Onderzochte], rijen: Sequence[Bevinding]
) -> list[Vastlegging]:
    per: dict[int, list[Bevinding]] = {}
    for rij in rijen:
        per.setdefault(rij.onderzochte_id, []).append(rij)
    uit = []
    for o, b in paren:
        gebeurtenis = OnderzoekBegonnen(
            casus=o.casus_id,
            team=b.casus.team.code,
            meldingen=tuple(k.id for k in b.meldingen),
            kopie_van=o.kopie_van_id,
        )
        uit.append(Vastlegging(gebeurtenis, o.pk, o.begonnen_op, dossier_id=b.casus.dossier_id))
    op = {o.pk: o.begonnen_op for o, _b in paren}
    for p in personen:
        eigen = per.get(p.pk, [])
        uit.append(gekozen(p, [r.leefgebied for r in eigen], op[p.onderzoek_id]))
        if p.versie:
            uit.append(bijgewerkt(p, op[p.onderzoek_id]))
        uit += [geschreven(p, r, op[p.onderzoek_id]) for r in eigen if r.versie]
    return uit
