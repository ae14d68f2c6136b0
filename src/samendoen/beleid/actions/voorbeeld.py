"""Made-up stories, a market and initiatives, for the demo: written by the same actions as everything else."""

from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from samendoen.beleid.actions.dorpsbudget import (
    NieuweDorpsuitgave,
    boek_dorpsuitgaven,
    verdeel_dorpsbudget,
)
from samendoen.beleid.actions.initiatief import (
    Initiatiefgegevens,
    NieuwInitiatief,
    ken_initiatief_toe,
    schrijf_initiatieven_in,
    toets_initiatief,
    voorwaarden_van,
)
from samendoen.beleid.actions.initiatief_loop import Besluitinvoer, besluit_over_initiatief, houd_evaluatie
from samendoen.beleid.actions.markt import (
    Marktgegevens,
    Marktregelinvoer,
    doe_marktregel_af,
    plan_markt,
    publiceer_markt,
    zet_marktregels,
)
from samendoen.beleid.actions.verhaal import NieuwVerhaal, Toestemminginvoer, teken_verhalen_op, zet_beeld
from samendoen.beleid.actions.verhaal_einde import trek_verhaal_in
from samendoen.beleid.actions.verhaal_loop import bied_verhaal_aan, publiceer_verhaal, vlaggen_van
from samendoen.beleid.definities.verhaal import dorpen
from samendoen.beleid.definities.voorbeeld import (
    Voorbeeldbudget,
    Voorbeeldinitiatief,
    Voorbeeldmarkt,
    Voorbeeldverhaal,
    voorbeeld,
)
from samendoen.beleid.models import Doelstelling, Dorpsbudget, Dorpsdeel, Initiatief, Markt, Plan, Verhaal
from samendoen.beleid.rules.initiatief import Besluit
from samendoen.kernel.api import Actor, Permissie, actie, klok
from samendoen.kernel.definities import definitie_pad
from samendoen.organisatie.api import gemeente


@actie("beleid", Permissie.SYSTEEM)
def laad_voorbeeldverhalen(door: Actor) -> None:
    """Write the demo's stories, market and initiatives of the plans here; twice changes nothing."""
    alles = voorbeeld()
    codes = set(Plan.objects.values_list("code", flat=True))
    nummers = {v.code: _verhaal(door, v) for v in alles.verhaal if v.plan in codes}
    if alles.markt.plan in codes:
        _markt(door, alles.markt, nummers)
    for initiatief in alles.initiatief:
        if initiatief.plan in codes:
            _initiatief(door, initiatief)
    _dorpen(door, alles.dorpsbudget)


def _kenmerk(code: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo/beleid/{code}")


def _doel(plan: str, code: str) -> int:
    """Return a goal by its code: of the newest part of the plan that has it."""
    rijen = Doelstelling.objects.filter(thema__onderdeel__plan__code=plan, code=code)
    return rijen.order_by("-thema__onderdeel__jaar").values_list("pk", flat=True)[0]


def _verhaal(door: Actor, v: Voorbeeldverhaal) -> int:
    bekend = Verhaal.objects.filter(kenmerk=_kenmerk(v.code)).values_list("pk", flat=True).first()
    if bekend:
        return bekend
    vandaag = klok.vandaag()
    mag = Toestemminginvoer(
        "zelf",
        "formulier",
        f"demo-{v.code}",
        ("koers", "rapport", "markt"),
        vandaag,
        vandaag + timedelta(730),
    )
    nieuw = NieuwVerhaal(_kenmerk(v.code), _doel(v.plan, v.doel), v.titel, v.tekst, v.verteller, mag, v.dorp)
    [pk] = teken_verhalen_op(door, [nieuw])
    if v.beeld:
        zet_beeld(door, pk, definitie_pad("demo", v.beeld).read_bytes(), v.omschrijving)
    if v.staat != "concept":
        open_ = vlaggen_van(Verhaal.objects.get(pk=pk))
        bied_verhaal_aan(door, pk, 1, {s.sleutel: v.redenen.get(s.fragment, "") for s in open_})
    if v.staat in ("gepubliceerd", "ingetrokken"):
        publiceer_verhaal(door, pk)
    if v.staat == "ingetrokken":
        trek_verhaal_in(door, pk)
    return pk


def _markt(door: Actor, m: Voorbeeldmarkt, nummers: dict[str, int]) -> None:
    op = klok.vandaag() - timedelta(m.dagen_geleden)
    if Markt.objects.filter(plan__code=m.plan, jaar=op.year).exists():
        return
    markt = plan_markt(door, m.plan, Marktgegevens(m.titel, op, m.plaats, m.vraag))
    regels = [
        Marktregelinvoer(
            kenmerk=_kenmerk(f"markt/{nummer}"),
            markt=markt,
            soort=r.soort,
            titel=r.titel,
            tekst=r.tekst,
            begin=r.begin,
            einde=r.einde,
            herkomst=r.herkomst,
            van=r.van,
            vorm=r.vorm,
            doel=_doel(m.plan, r.doel) if r.doel else None,
            verhaal=nummers.get(r.verhaal),
            gevolg=r.gevolg,
            reden=r.reden,
        )
        for nummer, r in enumerate(m.regel)
    ]
    for pk, regel in zip(zet_marktregels(door, regels), m.regel, strict=True):
        if regel.afgedaan:
            doe_marktregel_af(door, pk)
    for deel in ("programma", "uitkomst"):
        publiceer_markt(door, markt, deel)


def _initiatief(door: Actor, i: Voorbeeldinitiatief) -> None:
    if Initiatief.objects.filter(kenmerk=_kenmerk(i.code)).exists():
        return
    vandaag = klok.vandaag()
    van = vandaag - timedelta(i.begin_dagen_geleden)
    gegevens = Initiatiefgegevens(
        i.naam,
        i.indiener,
        van,
        van + timedelta(i.dagen),
        i.eurocent,
        i.regel,
        i.jaar,
        omschrijving=i.omschrijving,
        doel=_doel(i.plan, i.doel),
        beoogd=i.beoogd,
        gronden=i.gronden,
        momenten=tuple(vandaag - timedelta(n) for n in i.momenten_dagen_geleden),
    )
    [pk] = schrijf_initiatieven_in(door, [NieuwInitiatief(_kenmerk(i.code), i.plan, gegevens)])
    oordeel = {code: ("voldoet", "Nagekeken met de indiener.") for code in voorwaarden_van(i.plan)}
    toets_initiatief(door, pk, oordeel | ({"hiaat": ("uitwerken", i.hiaat)} if i.hiaat else {}))
    if i.staat == "toets":
        return
    ken_initiatief_toe(door, pk)
    for moment in Initiatief.objects.get(pk=pk).momenten.filter(op__lte=vandaag):
        houd_evaluatie(door, moment.pk, moment.op, i.evaluatie)
    if i.staat in set(Besluit):
        besluit_over_initiatief(door, pk, Besluitinvoer(i.staat, i.reden, i.besteed_eurocent))


def _dorpen(door: Actor, b: Voorbeeldbudget) -> None:
    onze = gemeente()
    jaar = klok.vandaag().year
    if onze is None or not dorpen(onze.code) or Dorpsbudget.objects.filter(jaar=jaar).exists():
        return
    budget = verdeel_dorpsbudget(door, jaar, b.eurocent, dorpen(onze.code))
    delen = dict(Dorpsdeel.objects.filter(budget=budget).values_list("dorp", "pk"))
    boek_dorpsuitgaven(
        door,
        [
            NieuweDorpsuitgave(
                _kenmerk(f"uitgave/{u.dorp}"), delen[u.dorp], u.omschrijving, u.eurocent, klok.vandaag()
            )
            for u in b.uitgaven
            if u.dorp in delen
        ],
    )
