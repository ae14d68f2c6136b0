"""The report of an investigation: for whom a letter is, as it will look, and as it was sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, binnen
from samendoen.casus.models import (
    Bevinding,
    Casus,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
    Regie,
    Verslagbrief,
    Verslagdeel,
)
from samendoen.casus.queries import verslagtekst
from samendoen.casus.queries.verslagtekst import Gebiedstekst, Lezer, Persoonstekst
from samendoen.casus.rules import Onderzoekstatus, Spreker, Taakrol, sprekers_nodig
from samendoen.inwoners.api import (
    Geadresseerde,
    InwonerKern,
    Postadres,
    geadresseerden,
    gezag_over,
    kernen,
    postadressen,
)
from samendoen.kaart.api import AanbodWaarde, aanbod
from samendoen.kernel.api import SYSTEEM, Actor
from samendoen.organisatie.api import contactteksten, gemeente, leefgebieden
from samendoen.schil.api import Alinea, Blok, Brief, brief_als_json, brief_uit_json
from samendoen.toegang.api import Meldingkern, meldingkernen

Wie = Mapping[int, Betrokkenewaarde]
VERBORGEN = "Een deel van deze brief ziet u niet. Het gaat over iemand die u niet mag inzien."
GEWIST = "Deze woorden zijn gewist."


@dataclass(frozen=True, slots=True)
class Verslagontwerp:
    """A letter as it will be sent: to whom, the letter around it, and what it says of each person.

    `kader` holds the beginning; `einde` comes after the parts. `adres` is what this actor may know of it.
    `via` is the representative to whom the letter goes, if any. `post` is who by law reads about the
    people in it, and why. `buiten` has custody and is not in the casus: then `ontvanger` is the child on
    whose dossier this letter hangs.
    """

    onderzoek_id: int
    ontvanger: Betrokkenewaarde
    naam: str
    kader: Brief
    einde: tuple[Blok, ...]
    adres: Postadres | None
    delen: tuple[tuple[Betrokkenewaarde, tuple[Blok, ...]], ...]
    via: Geadresseerde | None
    post: tuple[Geadresseerde, ...]
    buiten: int | None = None

    @property
    def voor(self) -> int:
        """Return who reads this letter."""
        return self.buiten or self.ontvanger.persoon_id


def ontwerpen(door: Actor, op: Mapping[int, date]) -> list[Verslagontwerp]:
    """Return the letters of these investigations (-> the day on which they are dated), with what this actor
    may read.

    Everybody reads the own part; a child's part goes to who decides for it: under 12 the parents with
    custody, from 12 to 15 they and the child (Jeugdwet art. 7.3.2, 7.3.4). Who has custody and is not in the
    casus gets a letter of their own, with the part about the child alone. Without anybody who has custody it
    is addressed to "the parents of". A dozen reads, whatever the number.
    """
    onderzoeken = list(Onderzoek.objects.filter(pk__in=op).select_related("casus").order_by("pk"))
    bron = _lees(door, onderzoeken, op)
    return [ontwerp for o in onderzoeken for ontwerp in _van_onderzoek(o, bron)]


@dataclass(frozen=True, slots=True)
class _Bron:
    """Everything that the letters are made of."""

    op: Mapping[int, date]
    wie: Mapping[int, Wie]
    kernen: Mapping[int, InwonerKern]
    gezag: Mapping[int, Sequence[int]]
    adressen: Mapping[int, Postadres]
    post: Mapping[int, tuple[Geadresseerde, ...]]
    personen: Mapping[int, Sequence[Onderzochte]]
    bevindingen: Mapping[int, Sequence[Bevinding]]
    aanbod: Mapping[int, AanbodWaarde]
    meldingen: Mapping[int, Sequence[Meldingkern]]
    regisseurs: Mapping[int, str]
    gebieden: Mapping[str, str]
    gemeente: str
    gratis_hulp: str


def _lees(door: Actor, onderzoeken: Sequence[Onderzoek], op: Mapping[int, date]) -> _Bron:
    ids, casussen = [o.pk for o in onderzoeken], {o.casus_id for o in onderzoeken}
    wie = betrokkenen_van(door, casussen)
    alle = {p for rij in wie.values() for p in rij}
    bekend = kernen(door, alle)
    personen = list(binnen(Onderzochte.objects.filter(onderzoek__in=ids), door).order_by("pk"))
    rijen = Bevinding.objects.filter(onderzochte__in=[p.pk for p in personen]).order_by("volgorde", "pk")
    bevindingen = list(rijen)
    genoemd = {nummer for b in bevindingen for nummer in b.aanbod}
    deze, teksten = gemeente(), contactteksten()
    return _Bron(
        op=op,
        wie=wie,
        kernen=bekend,
        gezag=gezag_over(bekend),
        adressen=postadressen(door, alle),
        post=geadresseerden(door, alle),
        personen=_per(personen, "onderzoek_id"),
        bevindingen=_per(bevindingen, "onderzochte_id"),
        aanbod=aanbod(genoemd) if genoemd else {},
        meldingen=_meldingen(ids),
        regisseurs=_regisseurs(casussen),
        gebieden=leefgebieden(),
        gemeente=deze.naam if deze else "",
        gratis_hulp=teksten.get("clientondersteuning", ("", ""))[1],
    )


def _per(rijen: Iterable[Any], sleutel: str) -> dict[int, list[Any]]:
    per: dict[int, list[Any]] = {}
    for rij in rijen:
        per.setdefault(getattr(rij, sleutel), []).append(rij)
    return per


def _meldingen(onderzoek_ids: Sequence[int]) -> dict[int, list[Meldingkern]]:
    """Return investigation -> its questions; their days alone come into a letter."""
    paren = Onderzoekmelding.objects.filter(onderzoek__in=onderzoek_ids).order_by("melding_id")
    lijst = list(paren.values_list("onderzoek_id", "melding_id"))
    alle = meldingkernen(SYSTEEM, [melding for _o, melding in lijst])
    per: dict[int, list[Meldingkern]] = {}
    for onderzoek, melding in lijst:
        per.setdefault(onderzoek, []).append(alle[melding])
    return per


def _regisseurs(casus_ids: Iterable[int]) -> dict[int, str]:
    rijen = Regie.objects.filter(casus__in=list(casus_ids), rol=Taakrol.REGISSEUR).order_by("pk")
    return dict(rijen.values_list("casus_id", "gebruiker__naam"))


def _sprekers(kern: InwonerKern, op: date) -> frozenset[Spreker]:
    return sprekers_nodig(kern.geboortedatum, max(op, kern.geboortedatum))


def _van_onderzoek(onderzoek: Onderzoek, bron: _Bron) -> list[Verslagontwerp]:
    wie = bron.wie.get(onderzoek.casus_id, {})
    onderzocht = {p.inwoner_id: p for p in bron.personen.get(onderzoek.pk, ()) if p.inwoner_id in bron.kernen}
    per = _lezers(list(onderzocht), [p for p in wie if p in bron.kernen], bron, bron.op[onderzoek.pk])
    return [
        _ontwerp(onderzoek, wie, lezer, [onderzocht[p] for p in over], bron)
        if lezer in bron.kernen and lezer in wie
        else _buiten(onderzoek, wie, lezer, [onderzocht[p] for p in over], bron)
        for lezer, over in per
    ]


def _lezers(
    onderzocht: Sequence[int], betrokken: Sequence[int], bron: _Bron, op: date
) -> list[tuple[int, Sequence[int]]]:
    """Return (who gets a letter, about whom): everybody is in at least one."""
    sprekers = {p: _sprekers(bron.kernen[p], op) for p in onderzocht}

    def mag(lezer: int, over: int) -> bool:
        if lezer == over:
            return Spreker.ZELF in sprekers[over]
        return Spreker.OUDERS in sprekers[over] and lezer in bron.gezag.get(over, ())

    # In order, each once: also who has custody and is not in the casus.
    lezers = dict.fromkeys((*betrokken, *(h for p in onderzocht for h in bron.gezag.get(p, ()))))
    per = [(lezer, [p for p in onderzocht if mag(lezer, p)]) for lezer in lezers]
    gelezen = {p for _lezer, over in per for p in over}
    rest = [(p, [p]) for p in onderzocht if p not in gelezen]
    return [(lezer, over) for lezer, over in (*per, *rest) if over]


def _ontwerp(
    onderzoek: Onderzoek, wie: Wie, ontvanger: int, over: Sequence[Onderzochte], bron: _Bron
) -> Verslagontwerp:
    kern = bron.kernen[ontvanger]
    zelf = Spreker.ZELF in _sprekers(kern, bron.op[onderzoek.pk])
    eigen = next((p for p in over if p.inwoner_id == ontvanger), None)
    lezer = Lezer(kern.naam, kind=not zelf)
    opening = verslagtekst.opening(_dagen(onderzoek, bron), concept=onderzoek.status == Onderzoekstatus.LOOPT)
    kader = _kader(onderzoek, verslagtekst.aan(lezer), verslagtekst.aanhef(lezer), opening, bron)
    return Verslagontwerp(
        onderzoek_id=onderzoek.pk,
        ontvanger=wie[ontvanger],
        naam=kern.naam,
        kader=kader,
        einde=verslagtekst.einde(
            frozenset(p.wet for p in over),
            bron.regisseurs.get(onderzoek.casus_id, ""),
            bron.gratis_hulp,
            (eigen or over[0]).clientondersteuning,
        ),
        adres=bron.adressen.get(ontvanger),
        delen=_delen(wie, over, bron, ontvanger if zelf else None),
        via=next((g for g in bron.post.get(ontvanger, ()) if g.via), None),
        post=tuple(g for p in over for g in bron.post.get(p.inwoner_id, ())),
    )


def _kader(onderzoek: Onderzoek, aan: str, aanhef: str, blokken_: tuple[Blok, ...], bron: _Bron) -> Brief:
    return Brief(
        afzender=f"Gemeente {bron.gemeente}" if bron.gemeente else "",
        aan=(aan,),
        datum=bron.op[onderzoek.pk],
        kenmerk=kenmerk(onderzoek),
        onderwerp="Verslag van ons onderzoek",
        blokken=blokken_,
        aanhef=aanhef,
        slot=_slot(onderzoek.casus, bron),
    )


def _buiten(
    onderzoek: Onderzoek, wie: Wie, lezer: int, over: Sequence[Onderzochte], bron: _Bron
) -> Verslagontwerp:
    """Return the letter to who has custody and is not in the casus: about the children alone. It tells of no
    question but theirs, and of nobody else's words or address. It hangs on the dossier of the first child."""
    kinderen = [p.inwoner_id for p in over]
    adres = _adres_van_gezag(lezer, kinderen, bron)
    namen = [bron.kernen[pk].naam for pk in kinderen]
    dagen = _dagen(onderzoek, bron, kinderen)
    concept = onderzoek.status == Onderzoekstatus.LOOPT
    kader = _kader(
        onderzoek,
        adres.naam or verslagtekst.aan_gezag(namen),
        verslagtekst.aanhef_buiten(adres.naam),
        verslagtekst.opening_buiten(dagen, namen, concept=concept),
        bron,
    )
    regisseur = bron.regisseurs.get(onderzoek.casus_id, "")
    return Verslagontwerp(
        onderzoek_id=onderzoek.pk,
        ontvanger=wie[kinderen[0]],
        naam=adres.naam,
        kader=kader,
        einde=verslagtekst.einde(frozenset(p.wet for p in over), regisseur, bron.gratis_hulp, ""),
        adres=adres,
        delen=_delen(wie, over, bron),
        via=None,
        post=(),
        buiten=lezer,
    )


def _adres_van_gezag(lezer: int, kinderen: Sequence[int], bron: _Bron) -> Postadres:
    """Return the name and address of who has custody, as far as this actor may know them."""
    for kind in kinderen:
        for g in bron.post.get(kind, ()):
            if g.persoon_id == lezer:
                return Postadres(g.naam, g.regels, g.geheim)
    return Postadres("", (), geheim=False)


def _dagen(onderzoek: Onderzoek, bron: _Bron, over: Sequence[int] | None = None) -> list[date]:
    """Return when was asked (about these persons). That somebody else worried is not told."""
    alle = bron.meldingen.get(onderzoek.pk, ())
    return sorted(
        {m.ontvangen_op for m in alle if not m.afgeschermd and (over is None or m.persoon_id in over)}
    )


def _delen(
    wie: Wie, over: Sequence[Onderzochte], bron: _Bron, zelf: int | None = None
) -> tuple[tuple[Betrokkenewaarde, tuple[Blok, ...]], ...]:
    """Return what a letter says of each; `zelf` is who reads about themselves."""
    return tuple(
        (
            wie[p.inwoner_id],
            verslagtekst.over(_persoonstekst(p, bron), zelf=p.inwoner_id == zelf, alleen=len(over) == 1),
        )
        for p in over
    )


def _slot(casus: Casus, bron: _Bron) -> tuple[str, ...]:
    regels = (bron.regisseurs.get(casus.pk, ""), f"Gemeente {bron.gemeente}" if bron.gemeente else "")
    return ("Met vriendelijke groet,", *(regel for regel in regels if regel))


def kenmerk(onderzoek: Onderzoek) -> str:
    """Return by which number a report is known, also by who receives it."""
    return f"C{onderzoek.casus_id}-O{onderzoek.nummer}"


def _persoonstekst(p: Onderzochte, bron: _Bron) -> Persoonstekst:
    return Persoonstekst(
        persoon_id=p.inwoner_id,
        naam=bron.kernen[p.inwoner_id].naam,
        gebieden=tuple(_gebiedstekst(b, bron) for b in bron.bevindingen.get(p.pk, ())),
        conclusie=p.conclusie,
        samenwerking=p.samenwerking,
        eigen_plan=p.eigen_plan,
        plan_ontvangen_op=p.plan_ontvangen_op,
        plan_antwoord=p.plan_antwoord,
        verteld=frozenset(p.verteld),
        clientondersteuning=p.clientondersteuning,
    )


def _gebiedstekst(b: Bevinding, bron: _Bron) -> Gebiedstekst:
    bekeken = (bron.aanbod[nummer] for nummer in b.aanbod if nummer in bron.aanbod)
    return Gebiedstekst(
        naam=bron.gebieden.get(b.leefgebied, b.leefgebied),
        situatie=b.situatie,
        wens=b.wens,
        eigen_kracht=b.eigen_kracht,
        netwerk=b.netwerk,
        mantelzorg=b.mantelzorg,
        algemeen=b.algemeen,
        aanbod=tuple(f"{w.naam} ({w.organisatie})" for w in bekeken),
        cijfer=b.cijfer,
    )


def als_json(ontwerp: Verslagontwerp) -> tuple[dict[str, Any], list[list[dict[str, Any]]]]:
    """Return the letter around it and its parts as JSON to keep, the parts in order. A secret address is
    not kept: who may know it adds it on reading."""
    adres, via = ontwerp.adres, ontwerp.via
    open_ = list(adres.regels) if adres and not adres.geheim else []
    kader = {**brief_als_json(ontwerp.kader), "adres": open_, "einde": blokken(ontwerp.einde)}
    if via is not None:
        kader |= {"aan": [*ontwerp.kader.aan, *via.per_adres], "adres": [], "via": True}
    return kader, [blokken(deel) for _over, deel in ontwerp.delen]


def blokken(inhoud: tuple[Blok, ...]) -> list[dict[str, Any]]:
    """Return blocks of a letter as JSON can keep them."""
    leeg = Brief("", (), date.min, "", "", inhoud)
    return list(brief_als_json(leeg)["blokken"])


def als_brief(ontwerp: Verslagontwerp) -> Brief:
    """Return a draft as a letter, with what its reader may know of the address."""
    delen = (blok for _over, deel in ontwerp.delen for blok in deel)
    eigen = ontwerp.adres.regels if ontwerp.adres else ()
    return replace(
        ontwerp.kader,
        aan=(*ontwerp.kader.aan, *(ontwerp.via.per_adres if ontwerp.via else eigen)),
        blokken=(*ontwerp.kader.blokken, *delen, *ontwerp.einde),
    )


def verstuurde_brief(door: Actor, brief: Verslagbrief, adres: Postadres | None) -> Brief | None:
    """Return a letter as it was sent, with the parts that this reader may read; None when it was erased.

    Who may not know a secret address sees none, also not that of a letter from before it became secret.
    """
    if brief.kader is None:
        return None
    gegevens = dict(brief.kader)
    toen, einde = tuple(gegevens.pop("adres")), gegevens.pop("einde")
    elders = gegevens.pop("via", False)
    alle = Verslagdeel.objects.filter(brief=brief).order_by("volgorde")
    mag = {deel.pk for deel in binnen(alle, door)}
    inhoud: list[dict[str, Any]] = []
    for deel in alle:
        if deel.pk not in mag:
            inhoud += blokken((Alinea(VERBORGEN),))
        else:
            inhoud += blokken((Alinea(GEWIST),)) if deel.blokken is None else deel.blokken
    gegevens["blokken"] = [*gegevens["blokken"], *inhoud, *einde]
    geheel = brief_uit_json(gegevens)
    if elders or adres is None or not adres.regels:
        return geheel
    return replace(geheel, aan=(*geheel.aan, *(toen or adres.regels)))
