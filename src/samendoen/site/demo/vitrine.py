"""Households of the demo that were written by hand, for a tour: a readable story for each kind of login.

Their questions take the place of invented ones of the same team and year, so that every count stays exact.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from samendoen.site.demo.definities import Meldingendemo, Vraag
from samendoen.site.demo.kamers import Gebeurd, Wie, gebeurd
from samendoen.site.demo.levensloop import LOOPT, Casusloop, Eropafgang, Gegeven, Vast
from samendoen.site.demo.mensen import Gezin, Mens
from samendoen.site.demo.namen import Straat, burgerservicenummers
from samendoen.site.demo.plan import ZAAD, Voorval
from samendoen.site.demo.traject import Afspraak, Beslissing, Doelstuk, Traject, Versie, Verzoek
from samendoen.site.demo.verhalen import (
    Adres,
    Besluitverhaal,
    Casusverhaal,
    Doelverhaal,
    Gezinsverhaal,
    Persoon,
    Versieverhaal,
    Verzoekverhaal,
    Vraagverhaal,
    kenmerk_van,
    verhalen,
)


@dataclass(slots=True)
class Vitrine:
    """The stories as values: the questions with those of the tour among them, and what is given of these."""

    voorvallen: list[Voorval]
    vast: Vast = field(default_factory=dict)
    trajecten: list[Traject] = field(default_factory=list)
    gebeurd: list[Gebeurd] = field(default_factory=list)


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
            vitrine.vast[voorval.kenmerk] = _gegeven(verhaal, vraag, gezin, mensen[vraag.wie], casus)
        if verhaal.casus and casus:
            vitrine.trajecten.append(_traject(verhaal, verhaal.casus, casus, mensen))
        vitrine.gebeurd += gebeurd(verhaal, Wie(verhaal.code, gezin, casus, mensen))
    vitrine.voorvallen.sort(key=lambda v: (v.ontvangen_op, v.kenmerk))
    return vitrine


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
        kenmerk=kenmerk_van(verhaal.code, p.code),
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
        kenmerk=kenmerk_van(verhaal.code, welk),
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
        kenmerk=kenmerk_van(verhaal.code, "vraag", vraag.code),
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


def _gegeven(
    verhaal: Gezinsverhaal, vraag: Vraagverhaal, gezin: Gezin, wie: Mens, casus: Casusloop | None
) -> Gegeven:
    erheen = vraag.eropaf
    return Gegeven(
        gezin=gezin,
        wie=wie,
        casus=casus,
        gekoppeld_op=vraag.gekoppeld_op or (casus.opent_op if casus else None),
        met_verslag=vraag.code in verhaal.onderzocht,
        eropaf=Eropafgang(erheen.op, erheen.tot, erheen.reden, erheen.opgenomen_door) if erheen else None,
    )


def _casus(verhaal: Gezinsverhaal, gezin: Gezin) -> Casusloop | None:
    if verhaal.casus is None:
        return None
    return Casusloop(
        kenmerk=kenmerk_van(verhaal.code, "casus"),
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
        gedaan=tuple((kenmerk_van(verhaal.code, "actie", code), "gedaan") for code in v.gedaan),
    )


def _doel(verhaal: Gezinsverhaal, doel: Doelverhaal, mensen: Mapping[str, Mens]) -> Doelstuk:
    return Doelstuk(
        kenmerk=kenmerk_van(verhaal.code, "doel", doel.code),
        wie=mensen[doel.wie],
        leefgebied=doel.leefgebied,
        tekst=doel.tekst,
        tevreden_als=doel.tevreden_als,
        afspraken=tuple(
            Afspraak(
                kenmerk=kenmerk_van(verhaal.code, "actie", a.code),
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
        kenmerk=kenmerk_van(verhaal.code, "verzoek", v.actie),
        casus=casus,
        wie=wie,
        product=product,
        afspraak=kenmerk_van(verhaal.code, "actie", v.actie),
        op=v.op,
        motivering=v.motivering,
        beslissing=None if v.besluit is None else _beslissing(verhaal, v.actie, v.besluit),
    )


def _beslissing(verhaal: Gezinsverhaal, actie: str, b: Besluitverhaal) -> Beslissing:
    return Beslissing(
        kenmerk=kenmerk_van(verhaal.code, "besluit", actie),
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
        toewijzing=kenmerk_van(verhaal.code, "toewijzing", actie),
    )
