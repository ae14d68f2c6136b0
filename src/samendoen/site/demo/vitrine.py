"""Households of the demo that were written by hand, for a tour: a readable story for each kind of login.

Their questions take the place of invented ones of the same team and year, so that every count stays exact.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from random import Random
from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import Field

from samendoen.kernel.definities import Code, Definitie, definitie_pad, lees_definitie, unieke_waarden
from samendoen.site.demo.definities import Kader, Kanaal, Meldingendemo, Vraag
from samendoen.site.demo.levensloop import LOOPT, Casusloop, Gegeven, Vast
from samendoen.site.demo.mensen import Gezin, Mens
from samendoen.site.demo.namen import Straat, burgerservicenummers
from samendoen.site.demo.plan import ZAAD, Voorval
from samendoen.site.demo.plandefinities import Besluitkader
from samendoen.site.demo.traject import Afspraak, Beslissing, Doelstuk, Traject, Versie, Verzoek
from samendoen.site.demo.verdieping import Onderzoekverhaal, Terugblikverhaal, Zorgverhaal, verdiep


class Persoon(Definitie):
    """Somebody of the story."""

    code: Code
    voornamen: str
    tussenvoegsel: str = ""
    achternaam: str
    geslacht: Literal["vrouw", "man"]
    geboortedatum: date
    rol: Literal["ouder", "kind", "partner", "overig"]
    voorkeurstaal: str = "nl"


class Adres(Definitie):
    """Where somebody lives since a day; the street does not exist."""

    kern: str
    straat: str
    huisnummer: int
    postcode: str
    sinds: date


class AnderHuis(Adres):
    """The home of the children's other parent."""

    ouder: Persoon


class Vraagverhaal(Definitie):
    """A question, as it came in; `gekoppeld_op` is when a further one joined the casus."""

    code: Code
    wie: Code
    team: str
    kader: Kader
    kanaal: Kanaal
    leefgebieden: tuple[Code, ...]
    tekst: str
    melder: Literal["zelf", "ander"] = "zelf"
    spoed: bool = False
    vrijwillig: bool = True
    zorgvrager: Literal[1, 2, 3] = 1
    ontvangen_op: date
    afloop: str
    klaar_op: date
    gekoppeld_op: date | None = None


class Actieverhaal(Definitie):
    """An action of the plan; its `code` stays the same in a next version."""

    code: Code
    niveau: str
    tekst: str
    wie: str
    aanbod: str = ""
    kader: Besluitkader | None = None
    product: Code | None = None
    niet_lichter: str = ""


class Doelverhaal(Definitie):
    """A goal of somebody; its `code` stays the same in a next version."""

    code: Code
    wie: Code
    leefgebied: Code
    tekst: str
    tevreden_als: str
    actie: tuple[Actieverhaal, ...] = Field(min_length=1)


class Versieverhaal(Definitie):
    """A version of the plan: who agrees, who does not and why, and what of the one before was done."""

    op: date
    vastgesteld_op: date | None = None
    evaluatie_op: date
    akkoord: tuple[Code, ...] = ()
    niet_akkoord: dict[Code, str] = Field(default_factory=dict)
    gedaan: tuple[Code, ...] = ()
    doel: tuple[Doelverhaal, ...] = Field(min_length=1)


class Besluitverhaal(Definitie):
    """What was decided on an application."""

    uitkomst: Literal["toegekend", "gedeeltelijk", "afgewezen"]
    besloten_op: date
    bekend_op: date | None = None
    toegewezen_op: date | None = None
    bevinding: str
    motivering: str
    omvang: str
    van: date
    tot: date | None = None
    aanbieder: str = ""


class Verzoekverhaal(Definitie):
    """An application for what an action says."""

    wie: Code
    actie: Code
    op: date
    motivering: str
    besluit: Besluitverhaal | None = None


class Casusverhaal(Definitie):
    """The casus of the household; directors are user names of the demo."""

    opent_op: date
    regisseur: str
    tweede: str = ""
    tweede_op: date | None = None
    versie: tuple[Versieverhaal, ...] = Field(min_length=1)
    verzoek: tuple[Verzoekverhaal, ...] = ()
    onderzoek: Onderzoekverhaal | None = None
    zorg: tuple[Zorgverhaal, ...] = ()
    terugblik: tuple[Terugblikverhaal, ...] = ()


class Gezinsverhaal(Adres):
    """One household with everything that happens to it."""

    code: Code
    geheim: bool = False
    mens: tuple[Persoon, ...] = Field(min_length=1)
    ander_huis: AnderHuis | None = None
    vraag: tuple[Vraagverhaal, ...] = Field(min_length=1)
    casus: Casusverhaal | None = None


class Verhalen(Definitie):
    """All households of the tour."""

    gezin: tuple[Gezinsverhaal, ...]


@lru_cache
def verhalen() -> tuple[Gezinsverhaal, ...]:
    """Return the stories. Raises Definitiefout."""
    gelezen = lees_definitie(definitie_pad("demo", "vitrine.toml"), Verhalen).gezin
    unieke_waarden("gezin", [gezin.code for gezin in gelezen])
    return gelezen


@dataclass(slots=True)
class Vitrine:
    """The stories as values: the questions with those of the tour among them, and what is given of these."""

    voorvallen: list[Voorval]
    vast: Vast = field(default_factory=dict)
    trajecten: list[Traject] = field(default_factory=list)


def richt_in(demo: Meldingendemo, voorvallen: Sequence[Voorval], zaad: int = ZAAD) -> Vitrine:
    """Put the stories among the questions; one for whose questions there is no room is left out."""
    vitrine = Vitrine(list(voorvallen))
    nummers = burgerservicenummers(Random(f"{zaad}/bsn/vitrine"))
    groepen = {deel.telnaam: deel.teamgroep for deel in demo.verdeling}
    for verhaal in verhalen():
        plaatsen = _plaatsen(verhaal, vitrine)
        mensen = {p.code: _mens(verhaal, p, next(nummers)) for p in _personen(verhaal)}
        if plaatsen is None:
            continue
        gezin = _gezin(verhaal, mensen)
        casus = _casus(verhaal, gezin)
        for vraag, plaats in zip(verhaal.vraag, plaatsen, strict=True):
            voorval = _voorval(verhaal, vraag, demo, groepen)
            vitrine.voorvallen[plaats] = voorval
            gekoppeld = vraag.gekoppeld_op or (casus.opent_op if casus else None)
            vitrine.vast[voorval.kenmerk] = Gegeven(gezin, mensen[vraag.wie], casus, gekoppeld)
        if verhaal.casus and casus:
            vitrine.trajecten.append(_traject(verhaal, verhaal.casus, casus, mensen))
    vitrine.voorvallen.sort(key=lambda v: (v.ontvangen_op, v.kenmerk))
    return vitrine


def _kenmerk(*delen: str) -> UUID:
    return uuid5(NAMESPACE_URL, "/".join(("demo/vitrine", *delen)))


def _plaatsen(verhaal: Gezinsverhaal, vitrine: Vitrine) -> list[int] | None:
    """Return which questions give way: of the same team and year, the nearest day first."""
    bezet: set[int] = set()
    for vraag in verhaal.vraag:
        kan = [
            (abs(v.ontvangen_op - vraag.ontvangen_op), i)
            for i, v in enumerate(vitrine.voorvallen)
            if v.telnaam == vraag.team
            and v.ontvangen_op.year == vraag.ontvangen_op.year
            and v.kenmerk not in vitrine.vast
            and i not in bezet
        ]
        if not kan:
            return None
        bezet.add(min(kan)[1])
    # In the order of the questions, which is that of the days; which of them gives way does not matter.
    return sorted(bezet)


def _personen(verhaal: Gezinsverhaal) -> Iterator[Persoon]:
    yield from verhaal.mens
    if verhaal.ander_huis:
        yield verhaal.ander_huis.ouder


def _mens(verhaal: Gezinsverhaal, p: Persoon, bsn: str) -> Mens:
    return Mens(
        kenmerk=_kenmerk(verhaal.code, p.code),
        voornamen=p.voornamen,
        tussenvoegsel=p.tussenvoegsel,
        achternaam=p.achternaam,
        geslacht=p.geslacht,
        geboortedatum=p.geboortedatum,
        bsn=bsn,
        voorkeurstaal=p.voorkeurstaal,
    )


def _gezin(verhaal: Gezinsverhaal, mensen: Mapping[str, Mens]) -> Gezin:
    leden = [(mensen[p.code], p.rol) for p in verhaal.mens]
    kinderen = [(mens, rol) for mens, rol in leden if rol == "kind"]
    ander = verhaal.ander_huis
    huis = None
    if ander is not None:
        huis = _huis(verhaal, ander, [(mensen[ander.ouder.code], "ouder"), *kinderen], "ander")
    return _huis(verhaal, verhaal, leden, "huis", huis)


def _huis(
    verhaal: Gezinsverhaal,
    adres: Adres,
    leden: Sequence[tuple[Mens, str]],
    welk: str,
    ander_huis: Gezin | None = None,
) -> Gezin:
    return Gezin(
        kenmerk=_kenmerk(verhaal.code, welk),
        soort="gezin" if len(leden) > 1 else "alleen",
        straat=Straat(adres.straat, adres.postcode, adres.kern),
        huisnummer=adres.huisnummer,
        geheim=verhaal.geheim,
        sinds=adres.sinds,
        leden=tuple(leden),
        ander_huis=ander_huis,
        vitrine=True,
    )


def _voorval(
    verhaal: Gezinsverhaal, vraag: Vraagverhaal, demo: Meldingendemo, groepen: Mapping[str, str]
) -> Voorval:
    return Voorval(
        kenmerk=_kenmerk(verhaal.code, "vraag", vraag.code),
        telnaam=vraag.team,
        teamgroep=groepen[vraag.team],  # type: ignore[arg-type]
        kader=vraag.kader,
        kanaal=vraag.kanaal,
        vraag=Vraag(
            code=vraag.code,
            tekst=vraag.tekst,
            kaders=(vraag.kader,),
            leefgebieden=vraag.leefgebieden,
            kanalen=(vraag.kanaal,),
            teamgroep=groepen[vraag.team],
            levensfase="volwassene",
            melder=vraag.melder,
            zorgvrager=vraag.zorgvrager,
            vrijwillig=vraag.vrijwillig,
            spoed=vraag.spoed,
        ),
        invulling={},
        ontvangen_op=vraag.ontvangen_op,
        afloop=vraag.afloop,
        klaar_op=vraag.klaar_op,
    )


def _casus(verhaal: Gezinsverhaal, gezin: Gezin) -> Casusloop | None:
    if verhaal.casus is None:
        return None
    return Casusloop(
        kenmerk=_kenmerk(verhaal.code, "casus"),
        gezin=gezin,
        telnaam=verhaal.vraag[0].team,
        opent_op=verhaal.casus.opent_op,
        einde=LOOPT,
        meldingen=[],
        door=verhaal.casus.regisseur,
    )


def _traject(
    verhaal: Gezinsverhaal, verteld: Casusverhaal, casus: Casusloop, mensen: Mapping[str, Mens]
) -> Traject:
    traject = Traject(casus, verteld.regisseur)
    traject.versies = [
        _versie(verhaal, casus, v, nummer, mensen) for nummer, v in enumerate(verteld.versie, 1)
    ]
    producten = {a.code: a.product for v in verteld.versie for d in v.doel for a in d.actie if a.product}
    traject.verzoeken = [
        _verzoek(verhaal, casus, v, producten[v.actie], mensen[v.wie]) for v in verteld.verzoek
    ]
    traject.onderzoek, traject.zorgen, traject.terugblikken = verdiep(
        casus, verteld.onderzoek, verteld.zorg, verteld.terugblik, mensen, partial(_kenmerk, verhaal.code)
    )
    if verteld.tweede and verteld.tweede_op:
        traject.tweede = (verteld.tweede, verteld.tweede_op)
    return traject


def _versie(
    verhaal: Gezinsverhaal, casus: Casusloop, v: Versieverhaal, nummer: int, mensen: Mapping[str, Mens]
) -> Versie:
    return Versie(
        casus=casus,
        nummer=nummer,
        op=v.op,
        doelen=tuple(_doel(verhaal, doel, mensen) for doel in v.doel),
        evaluatie_op=v.evaluatie_op,
        vastgesteld_op=v.vastgesteld_op,
        oordelen=(
            *((mensen[wie], "akkoord", "") for wie in v.akkoord),
            *((mensen[wie], "niet_akkoord", waarom) for wie, waarom in v.niet_akkoord.items()),
        ),
        gedaan=tuple((_kenmerk(verhaal.code, "actie", code), "gedaan") for code in v.gedaan),
    )


def _doel(verhaal: Gezinsverhaal, doel: Doelverhaal, mensen: Mapping[str, Mens]) -> Doelstuk:
    return Doelstuk(
        kenmerk=_kenmerk(verhaal.code, "doel", doel.code),
        wie=mensen[doel.wie],
        leefgebied=doel.leefgebied,
        tekst=doel.tekst,
        tevreden_als=doel.tevreden_als,
        afspraken=tuple(
            Afspraak(
                kenmerk=_kenmerk(verhaal.code, "actie", a.code),
                niveau=a.niveau,
                tekst=a.tekst,
                wie=a.wie,
                niet_lichter=a.niet_lichter,
                aanbod=a.aanbod,
                product=a.product or "",
                wet=a.kader or "",
            )
            for a in doel.actie
        ),
    )


def _verzoek(verhaal: Gezinsverhaal, casus: Casusloop, v: Verzoekverhaal, product: str, wie: Mens) -> Verzoek:
    return Verzoek(
        kenmerk=_kenmerk(verhaal.code, "verzoek", v.actie),
        casus=casus,
        wie=wie,
        product=product,
        afspraak=_kenmerk(verhaal.code, "actie", v.actie),
        op=v.op,
        motivering=v.motivering,
        beslissing=None if v.besluit is None else _beslissing(verhaal, v.actie, v.besluit),
    )


def _beslissing(verhaal: Gezinsverhaal, actie: str, b: Besluitverhaal) -> Beslissing:
    return Beslissing(
        kenmerk=_kenmerk(verhaal.code, "besluit", actie),
        uitkomst=b.uitkomst,
        motivering=b.motivering,
        bevinding=b.bevinding,
        besloten_op=b.besloten_op,
        bekend_op=b.bekend_op,
        omvang=Decimal(b.omvang),
        van=b.van,
        tot=b.tot,
        aanbieder=b.aanbieder,
        toegewezen_op=b.toegewezen_op,
        toewijzing=_kenmerk(verhaal.code, "toewijzing", actie),
    )
