"""What the letter says of a provision that is extended, changed or ended, in plain Dutch (B1).

The parts that every letter has (why, what one pays, how to object, who helps) come from `brieftekst`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from django.utils.translation import override

from samendoen.besluiten.queries.brieftekst import (
    JEUGD,
    Briefgegevens,
    Toegekend,
    betaalt,
    bezwaar,
    feiten,
    hulp,
    stel_op,
    waarom,
)
from samendoen.besluiten.queries.woorden import laatste_dag, omvang_zin
from samendoen.besluiten.rules import Uitkomst, Vorm
from samendoen.besluiten.rules.wijziging import Reden, Verandering
from samendoen.schil.api import Alinea, Blok, Brief, Feiten, Kop, datum_zonder_dag, euro_centen


@dataclass(frozen=True, slots=True)
class Wijzigingtekst:
    """What changes: `was` holds until `per`, `wordt` from then on (None: nothing, or nothing else).

    `oud_op` is when the decision that is changed was announced; `gevraagd`: somebody applied for it.
    """

    verandering: Verandering
    reden: str
    per: date
    oud_op: date
    gevraagd: bool
    was: Toegekend
    wordt: Toegekend | None = None
    naar: str = ""


def maak_wijzigingsbrief(g: Briefgegevens, w: Wijzigingtekst) -> Brief:
    """Return the letter, addressed by name alone; after a death to who is left behind."""
    g = replace(g, toegekend=w.wordt)
    with override("nl"):
        delen = (
            _ons_besluit(g, w),
            waarom(g, _redenzin(g, w)),
            _eigen_bijdrage(g, w),
            _hoe_verder(g, w),
            bezwaar(g),
            hulp(g),
        )
        blokken = (Alinea(_aanleiding(g, w)), *chain.from_iterable(delen))
        if w.reden == Reden.OVERLIJDEN:
            wie = f"nabestaanden van {g.naam}"
            return stel_op(g, _onderwerp(g, w), blokken, (f"De {wie}",), f"Beste {wie},")
        return stel_op(g, _onderwerp(g, w), blokken)


def _groot(tekst: str) -> str:
    return f"{tekst[:1].upper()}{tekst[1:]}"


def _onderwerp(g: Briefgegevens, w: Wijzigingtekst) -> str:
    geweigerd = g.uitkomst == Uitkomst.AFGEWEZEN
    if g.uitkomst == Uitkomst.GEDEELTELIJK:
        return "Wij keuren uw aanvraag voor een deel goed"
    if w.verandering is Verandering.VERLENGING:
        if geweigerd:
            return f"Wij verlengen {g.product} niet"
        return f"{_groot(g.product)}{g.voor_wie} gaat door"
    if w.verandering is Verandering.WIJZIGING:
        return (
            f"Wij veranderen {g.product} niet" if geweigerd else f"{_groot(g.product)}{g.voor_wie} verandert"
        )
    return f"{_groot(g.product)}{g.voor_wie} stopt"


def _aanleiding(g: Briefgegevens, w: Wijzigingtekst) -> str:
    if w.reden == Reden.OVERLIJDEN:
        return (
            f"Wij hoorden dat {g.naam} is overleden. Wij wensen u veel sterkte. {g.naam} kreeg van ons "
            f"{g.product}. In deze brief leest u wat wij daarover besluiten."
        )
    eerder = f"Op {datum_zonder_dag(w.oud_op)} kreeg u van ons een besluit over {g.product}{g.voor_wie}."
    if not w.gevraagd:
        return f"{eerder} Er is iets veranderd. Daarom nemen wij een besluit dat dit aanpast."
    wat = "te verlengen" if w.verandering is Verandering.VERLENGING else "te veranderen"
    gevraagd = f"Op {datum_zonder_dag(g.aangevraagd_op)} vroeg u ons om die hulp {wat}."
    return f"{eerder} {gevraagd} In deze brief leest u wat wij besluiten en waarom."


def _ons_besluit(g: Briefgegevens, w: Wijzigingtekst) -> Iterator[Blok]:
    yield Kop("Wat besluiten wij?")
    yield Alinea(_uitkomst(g, w))
    if w.wordt is None:
        return
    if w.verandering is Verandering.VERLENGING:
        yield Feiten(tuple(_verlengd(g, w, w.wordt)))
    else:
        yield Feiten(tuple(_was_wordt(g, w, w.wordt)))
    yield Alinea(f"Wat verder in het besluit van {datum_zonder_dag(w.oud_op)} staat, blijft gelden.")


def _uitkomst(g: Briefgegevens, w: Wijzigingtekst) -> str:
    if w.verandering is Verandering.BEEINDIGING:
        if w.per <= w.was.van:
            return "De hulp gaat niet door."
        return f"De hulp stopt. De laatste dag is {datum_zonder_dag(laatste_dag(w.per))}."
    if g.uitkomst == Uitkomst.AFGEWEZEN:
        return _geweigerd(g, w)
    deel = ""
    if g.uitkomst == Uitkomst.GEDEELTELIJK:
        deel = " Wij keuren uw aanvraag voor een deel goed: dit is minder of anders dan u hebt gevraagd."
    if w.verandering is Verandering.VERLENGING:
        tot = w.wordt.tot if w.wordt else None
        einde = f" tot en met {datum_zonder_dag(laatste_dag(tot))}" if tot else ""
        houdt = "U houdt" if g.zelf else f"{g.naam} houdt"
        return f"{houdt} {g.product}. De hulp gaat door{einde}.{deel}"
    return f"De hulp verandert vanaf {datum_zonder_dag(w.per)}. Tot die dag blijft alles zoals het is.{deel}"


def _geweigerd(g: Briefgegevens, w: Wijzigingtekst) -> str:
    if w.verandering is Verandering.WIJZIGING:
        return "Wij keuren uw aanvraag niet goed. De hulp blijft zoals hij is."
    tot = w.was.tot
    stopt = f" De laatste dag is {datum_zonder_dag(laatste_dag(tot))}. Daarna stopt de hulp." if tot else ""
    return f"Wij keuren uw aanvraag niet goed. Wij verlengen {g.product} niet.{stopt}"


def _verlengd(g: Briefgegevens, w: Wijzigingtekst, t: Toegekend) -> Iterator[tuple[str, str]]:
    for naam, waarde in feiten(g, t):
        if naam == "Budget":
            yield "Budget erbij", f"Ten hoogste {euro_centen(t.bedrag_eurocent)} voor de extra tijd"
        else:
            yield naam, waarde


def _was_wordt(g: Briefgegevens, w: Wijzigingtekst, t: Toegekend) -> Iterator[tuple[str, str]]:
    yield "Wat", f"{_groot(g.product)}. {g.omschrijving}"
    if w.per > w.was.van:
        yield f"Tot en met {datum_zonder_dag(laatste_dag(w.per))}", _een_regel(w.was)
    yield f"Vanaf {datum_zonder_dag(w.per)}", _een_regel(t)
    yield "Tot en met", datum_zonder_dag(laatste_dag(t.tot)) if t.tot else "geen einddatum"
    if t.vorm == Vorm.PGB:
        yield "Budget", f"Ten hoogste {euro_centen(t.bedrag_eurocent)}{'' if t.tot else ' per jaar'}"


def _een_regel(t: Toegekend) -> str:
    hoeveel = omvang_zin(t.omvang, t.eenheid, t.frequentie)
    if t.vorm == Vorm.PGB:
        return f"{hoeveel}, met een persoonsgebonden budget (pgb)"
    return f"{hoeveel}, van {t.aanbieder}" if t.aanbieder else hoeveel


def _redenzin(g: Briefgegevens, w: Wijzigingtekst) -> str:
    if w.reden == Reden.VERHUIZING:
        return _verhuizing(g, w)
    return {
        Reden.NOG_NODIG: "Wij keken samen met u terug. De hulp is nog nodig.",
        Reden.OP_VERZOEK_AANBIEDER: "Wie de hulp geeft, vroeg ons om dit aan te passen.",
        Reden.MEER_OF_MINDER: "Er is meer, minder of andere hulp nodig dan eerst.",
        Reden.ANDERE_VORM: "De hulp komt op een andere manier.",
        Reden.ANDERE_AANBIEDER: "Een andere organisatie gaat de hulp geven.",
        Reden.CONTRACT: "Onze afspraken met de organisatie die de hulp geeft, veranderen.",
        Reden.BEKOSTIGING: "Wij betalen deze hulp voortaan op een andere manier.",
        Reden.CORRECTIE: "In ons vorige besluit stond een fout. Die herstellen wij.",
        Reden.DOEL_BEREIKT: "Het doel van de hulp is bereikt.",
        Reden.WENS_INWONER: "U hebt ons laten weten dat u met de hulp wilt stoppen.",
        Reden.NIET_MEER_NODIG: "Deze hulp is niet meer nodig, of past niet meer.",
        Reden.OVERLIJDEN: "De hulp was alleen voor deze persoon en stopt daarom.",
        Reden.ANDERE_WET: "De hulp komt voortaan uit een andere wet.",
        Reden.HERINDELING: "Onze gemeente gaat op in een andere gemeente, die de hulp overneemt.",
        Reden.NA_STOP: "De organisatie die de hulp gaf, is daarmee gestopt.",
        Reden.TEN_ONRECHTE: "Wij hebben deze hulp ten onrechte toegekend.",
        "": "",
    }[w.reden]


def _verhuizing(g: Briefgegevens, w: Wijzigingtekst) -> str:
    wie = "U verhuist" if g.zelf else f"{g.naam} verhuist"
    if g.wet == JEUGD:
        wiens = "u" if g.zelf else g.naam
        return (
            f"{wie} naar de gemeente {w.naar}. Voor jeugdhulp geldt het woonplaatsbeginsel: de gemeente waar "
            f"{wiens} staat ingeschreven, zorgt voor de hulp. Dat is straks {w.naar}."
        )
    return (
        f"{wie} naar de gemeente {w.naar}. Een gemeente geeft deze hulp alleen aan haar eigen inwoners. Voor "
        f"hulp kunt u straks terecht bij {w.naar}."
    )


def _eigen_bijdrage(g: Briefgegevens, w: Wijzigingtekst) -> Iterator[Blok]:
    if w.verandering is not Verandering.BEEINDIGING:
        yield from betaalt(g)
    elif g.eigen_bijdrage and g.wet != JEUGD:
        yield Kop("Wat betaalt u zelf?")
        yield Alinea(
            "Betaalt u een eigen bijdrage aan het CAK? Voor deze hulp stopt die. Betaalt u te veel, dan "
            "krijgt u dat terug van het CAK."
        )


def _hoe_verder(g: Briefgegevens, w: Wijzigingtekst) -> Iterator[Blok]:
    yield Kop("Hoe gaat het verder?")
    if w.verandering is Verandering.BEEINDIGING:
        yield Alinea(_na_einde(w))
        if w.reden not in (Reden.OVERLIJDEN, Reden.VERHUIZING):
            yield Alinea("Hebt u later weer hulp nodig? Dan kunt u ons dat altijd vragen.")
        return
    if w.wordt is None:
        yield Alinea("Verandert er iets in de situatie? Dan kunt u ons opnieuw vragen om hulp.")
        return
    yield Alinea(_na_wijziging(w, w.wordt))
    yield Alinea(
        "Verandert er iets waardoor er meer, minder of andere hulp nodig is? Laat het ons snel weten."
    )


def _na_einde(w: Wijzigingtekst) -> str:
    wie = f"Wij laten {w.was.aanbieder} weten dat de hulp stopt." if w.was.aanbieder else ""
    if w.was.vorm == Vorm.PGB:
        wie = (
            "Wij laten de Sociale Verzekeringsbank (SVB) weten dat het budget stopt. Zeg de zorgovereenkomst "
            "op met wie de hulp geeft."
        )
    if w.reden == Reden.VERHUIZING:
        return (
            f"{wie} Vraag de hulp zo snel mogelijk aan bij de gemeente {w.naar}. Wij dragen over wat wij "
            "weten, maar alleen als u dat goed vindt."
        ).strip()
    return wie or "U hoeft niets te doen."


def _na_wijziging(w: Wijzigingtekst, t: Toegekend) -> str:
    if t.vorm == Vorm.PGB and w.was.vorm != Vorm.PGB:
        return (
            "U zoekt zelf iemand die de hulp geeft en maakt met die persoon een zorgovereenkomst. De Sociale "
            "Verzekeringsbank (SVB) betaalt de rekeningen uit uw budget."
        )
    if not t.aanbieder:
        return "U hoeft niets te doen." if t.vorm == w.was.vorm else "U hoort van ons wie de hulp gaat geven."
    if t.aanbieder != w.was.aanbieder:
        oud = f" Wij laten {w.was.aanbieder} weten dat de hulp daar stopt." if w.was.aanbieder else ""
        return f"{t.aanbieder} neemt contact met u op.{oud}"
    wat = "dat de hulp doorgaat" if w.verandering is Verandering.VERLENGING else "wat er verandert"
    return f"Wij laten {t.aanbieder} weten {wat}. U hoeft niets te doen."
