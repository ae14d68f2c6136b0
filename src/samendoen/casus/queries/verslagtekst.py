"""The report of an investigation in words: plain Dutch (B1), made of what was written once.

A letter is Dutch whatever language the screen is in, so its sentences are no texts to translate. What it
says of a person stands apart from the letter around it: each can be read, and erased, by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samendoen.casus.rules import WMO, Clientondersteuning, EigenPlan, Verteld
from samendoen.schil.api import Alinea, Blok, Feiten, Kop, Lijst, datum_zonder_dag

PLANNEN = {EigenPlan.PERSOONLIJK: "persoonlijk plan", EigenPlan.FAMILIEGROEP: "familiegroepsplan"}
GRATIS_HULP = "U kunt gratis hulp krijgen van een onafhankelijke cliëntondersteuner. Die denkt met u mee."


@dataclass(frozen=True, slots=True)
class Gebiedstekst:
    """What was found on one life domain."""

    naam: str
    situatie: str
    wens: str
    eigen_kracht: str
    netwerk: str
    mantelzorg: str
    algemeen: str
    aanbod: tuple[str, ...]
    cijfer: int | None


@dataclass(frozen=True, slots=True)
class Persoonstekst:
    """What was found with one person."""

    persoon_id: int
    naam: str
    gebieden: tuple[Gebiedstekst, ...]
    conclusie: str
    samenwerking: str
    eigen_plan: str
    plan_ontvangen_op: date | None
    plan_antwoord: str
    verteld: frozenset[str]
    clientondersteuning: str


@dataclass(frozen=True, slots=True)
class Lezer:
    """To whom the letter goes; to the parents of a child that does not decide itself."""

    naam: str
    kind: bool


def over(p: Persoonstekst, *, zelf: bool, alleen: bool) -> tuple[Blok, ...]:
    """Return what a letter says of one person: to that person (`zelf`), or to who decides for them. With
    more people in it (not `alleen`) every heading says about whom it is."""
    wie = p.naam.partition(" ")[0]
    voor = "" if alleen else f"{wie}: "
    return (
        *_conclusie(p, voor),
        *(blok for g in p.gebieden for blok in _gebied(g, wie, voor, zelf=zelf)),
        *_eigen_plan(p, wie, voor, zelf=zelf),
        *_samenwerking(p, voor),
        *_verteld(p, voor),
    )


def _kop(voor: str, tekst: str) -> Kop:
    return Kop(f"{voor}{tekst[:1].lower()}{tekst[1:]}" if voor else tekst)


def _conclusie(p: Persoonstekst, voor: str) -> Iterator[Blok]:
    if p.conclusie:
        yield _kop(voor, "Wat is onze conclusie?")
        yield from alineas(p.conclusie)


def alineas(tekst: str) -> Iterator[Blok]:
    """Yield a paragraph for each that somebody typed."""
    yield from (Alinea(deel.strip()) for deel in tekst.split("\n\n") if deel.strip())


def _gebied(g: Gebiedstekst, wie: str, voor: str, *, zelf: bool) -> Iterator[Blok]:
    terecht = "\n".join(deel for deel in (*g.aanbod, g.algemeen) if deel)
    regels = (
        ("Hoe het nu gaat", g.situatie),
        ("Wat u wilt" if zelf else f"Wat {wie} wil", g.wens),
        ("Wat u zelf kunt" if zelf else f"Wat {wie} zelf kan", g.eigen_kracht),
        ("Wat mensen om u heen doen" if zelf else f"Wat mensen om {wie} heen doen", g.netwerk),
        ("Uw mantelzorger" if zelf else "De mantelzorger", g.mantelzorg),
        ("Hulp waar iedereen terechtkan", terecht),
        ("Uw cijfer" if zelf else f"Het cijfer van {wie}", _cijfer(g.cijfer)),
    )
    gevuld = tuple((naam, tekst) for naam, tekst in regels if tekst)
    if gevuld:
        yield _kop(voor, g.naam)
        yield Feiten(gevuld)


def _cijfer(cijfer: int | None) -> str:
    return "" if cijfer is None else f"{cijfer} (van de 10)"


def _eigen_plan(p: Persoonstekst, wie: str, voor: str, *, zelf: bool) -> Iterator[Blok]:
    if p.eigen_plan not in PLANNEN:
        return
    plan = PLANNEN[EigenPlan(p.eigen_plan)]
    van = f"uw {plan}" if zelf else f"het {plan} van {wie}"
    op = f"Op {datum_zonder_dag(p.plan_ontvangen_op)} kregen wij" if p.plan_ontvangen_op else "Wij kregen"
    yield _kop(voor, "Uw eigen plan" if zelf else "Het eigen plan")
    yield Alinea(f"{op} {van}.")
    if p.plan_antwoord:
        yield from alineas(p.plan_antwoord)


def _samenwerking(p: Persoonstekst, voor: str) -> Iterator[Blok]:
    if p.samenwerking:
        yield _kop(voor, "Met wie stemmen wij af?")
        yield from alineas(p.samenwerking)


def _verteld(p: Persoonstekst, voor: str) -> Iterator[Blok]:
    zinnen = {
        Verteld.BIJDRAGE: "wat de hulp kan kosten (de eigen bijdrage)",
        Verteld.PGB: "dat u kunt kiezen voor een persoonsgebonden budget (pgb), en wat dat betekent",
    }
    punten = tuple(zin for code, zin in zinnen.items() if code in p.verteld)
    if punten:
        yield _kop(voor, "Wat hebben wij u verteld?")
        yield Lijst(punten)


def opening(gevraagd_op: Sequence[date], *, concept: bool) -> tuple[Blok, ...]:
    """Return how the letter begins."""
    blokken: list[Blok] = []
    if concept:
        blokken.append(Alinea("Dit is een concept. Wij praten er nog met u over."))
    samen = "Daarna hebben wij samen gekeken hoe het gaat en wat er kan helpen."
    verslag = "In deze brief leest u wat wij hebben besproken en wat wij hebben gevonden."
    if gevraagd_op:
        dagen = _opsomming([datum_zonder_dag(dag) for dag in gevraagd_op])
        vraag = "kregen wij een vraag" if len(gevraagd_op) == 1 else "kregen wij vragen"
        eerst = f"Op {dagen} {vraag} over uw situatie. {samen}"
    else:
        eerst = "Wij hebben opnieuw samen gekeken hoe het gaat en wat er kan helpen."
    blokken.append(Alinea(f"{eerst} {verslag}"))
    return tuple(blokken)


def opening_buiten(
    gevraagd_op: Sequence[date], kinderen: Sequence[str], *, concept: bool
) -> tuple[Blok, ...]:
    """Return how the letter begins to who has custody and was not in the talks."""
    wie = _opsomming([naam.partition(" ")[0] for naam in kinderen])
    blokken = [Alinea("Dit is een concept. Wij praten er nog over.")] if concept else []
    eerst = ""
    if gevraagd_op:
        vraag = "kregen wij een vraag" if len(gevraagd_op) == 1 else "kregen wij vragen"
        eerst = f"Op {_opsomming([datum_zonder_dag(dag) for dag in gevraagd_op])} {vraag} over {wie}. "
    waarom = f"U hebt gezag over {wie}. Daarom krijgt u dit verslag. U leest alleen wat over {wie} gaat."
    return (*blokken, Alinea(eerst + waarom))


def aan_gezag(kinderen: Sequence[str]) -> str:
    """Return the first line of the address of who has custody and whose name one may not know."""
    return f"De ouder met gezag over {_opsomming(kinderen)}"


def aanhef_buiten(naam: str) -> str:
    """Return the salutation to who has custody; without a name when one may not know it."""
    return aanhef(Lezer(naam, kind=False)) if naam else "Beste ouder,"


def einde(
    wetten: frozenset[str], regisseur: str, gratis_hulp: str, clientondersteuning: str
) -> tuple[Blok, ...]:
    """Return how the letter ends: what one can do now, and where to ask (Wmo 2015 art. 2.3.5 lid 2)."""
    verder = ["Met dit verslag maken wij samen een plan: wie doet wat, en wanneer."]
    if WMO in wetten:
        verder.append(
            "Hebt u hulp op maat nodig? Dan kunt u die nu aanvragen. Wij beslissen binnen twee weken na uw "
            "aanvraag."
        )
    hulp = gratis_hulp or GRATIS_HULP
    if clientondersteuning == Clientondersteuning.JA:
        hulp = f"U wilt graag hulp van een onafhankelijke cliëntondersteuner. {hulp}"
    return (
        Kop("Hoe gaat het verder?"),
        Alinea(" ".join(verder)),
        Kop("Klopt er iets niet?"),
        Alinea(f"Laat het ons weten. Bel of mail {regisseur}. Wij bewaren uw opmerkingen bij dit verslag."),
        Kop("Wilt u gratis hulp?"),
        Alinea(hulp),
    )


def aan(lezer: Lezer) -> str:
    """Return the first line of the address."""
    return f"De ouder(s) of verzorger(s) van {lezer.naam}" if lezer.kind else lezer.naam


def aanhef(lezer: Lezer) -> str:
    """Return the greeting."""
    return "Beste ouder(s) of verzorger(s)," if lezer.kind else f"Beste {lezer.naam},"


def _opsomming(delen: Sequence[str]) -> str:
    *eerste, laatste = delen
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
