"""What the letters about a complaint say, in plain Dutch (B1), with every part that the law asks.

Receipt (Awb art. 9:6), a copy for whom it is about (9:9), the end with findings, judgement and the way to
the ombudsman (9:12), not dealt with (9:8). A letter is Dutch whatever language the screen is in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samendoen.besluiten.rules.klacht import Afloop, Nietbehandeld, Oordeel
from samendoen.schil.api import Alinea, Blok, Kop, Lijst, datum_voluit, datum_zonder_dag

OORDEELZIN = {
    Oordeel.GEGROND: "Uw klacht is gegrond. Wij hadden anders met u moeten omgaan.",
    Oordeel.GEDEELTELIJK: "Uw klacht is voor een deel gegrond. Een deel hadden wij anders moeten doen.",
    Oordeel.ONGEGROND: "Uw klacht is ongegrond. Wij vinden dat wij goed met u zijn omgegaan.",
    Oordeel.GEEN: "Wij kunnen geen oordeel geven: wij weten niet zeker genoeg wat er is gebeurd.",
}
WAAROM_NIET = {
    Nietbehandeld.EERDER: "Wij hebben deze klacht al eerder behandeld (artikel 9:8, eerste lid, onder a).",
    Nietbehandeld.JAAR: "Het is langer dan een jaar geleden gebeurd (artikel 9:8, eerste lid, onder b).",
    Nietbehandeld.BEZWAAR: ("Tegen wat er gebeurde, kon u bezwaar maken (artikel 9:8, eerste lid, onder c)."),
    Nietbehandeld.BEROEP: (
        "Tegen wat er gebeurde, kunt of kon u in beroep bij de rechter (artikel 9:8, eerste lid, onder d)."
    ),
    Nietbehandeld.RECHTER: (
        "De zaak ligt bij de rechter, of het gaat om een strafzaak (artikel 9:8, eerste lid, onder e en f)."
    ),
    Nietbehandeld.BELANG: (
        "Uw belang, of het gewicht van wat er gebeurde, is te klein (artikel 9:8, tweede lid)."
    ),
}


@dataclass(frozen=True, slots=True)
class Klachtzaak:
    """What every letter about a complaint tells."""

    ontvangen_op: date
    gebeurd_op: date
    uiterlijk: date
    behandelaar: str
    over: str
    commissie: bool = False


def ontvangst(z: Klachtzaak) -> Iterator[Blok]:
    """Yield the letter that confirms the receipt."""
    yield Alinea(
        f"Op {datum_zonder_dag(z.ontvangen_op)} kregen wij uw klacht over wat er gebeurde op "
        f"{datum_zonder_dag(z.gebeurd_op)}. Wij vinden het belangrijk dat u dit hebt gemeld."
    )
    yield Kop("Wat gebeurt er nu?")
    wie = (
        "Een klachtencommissie kijkt naar uw klacht en geeft ons advies."
        if z.commissie
        else f"{z.behandelaar} behandelt uw klacht. Die heeft niets te maken met wat er gebeurde."
    )
    yield Alinea(
        f"{wie} Vaak helpt het om eerst met elkaar te praten. Wij bellen u daarover. Is uw klacht daarmee "
        "opgelost, dan is zij klaar."
    )
    yield Alinea(
        "Lukt dat niet, dan horen wij u en de medewerker over wie het gaat. De medewerker krijgt een kopie "
        "van uw klacht, maar kan uw klachtdossier niet inzien."
    )
    yield Alinea(
        f"U krijgt uiterlijk {datum_voluit(z.uiterlijk)} een brief met ons oordeel. Hebben wij meer tijd "
        "nodig? Dan laten wij u dat vóór die dag weten. Wij mogen er hoogstens vier weken langer over doen, "
        "of langer als u dat goed vindt."
    )
    yield Alinea("Een klacht indienen is gratis en heeft geen gevolgen voor de hulp die u krijgt.")


def afschrift(z: Klachtzaak) -> Iterator[Blok]:
    """Yield the copy for the employee whom it is about; the address of the complainant is not in it."""
    yield Alinea(
        f"Op {datum_zonder_dag(z.ontvangen_op)} kwam er een klacht binnen over uw optreden op "
        f"{datum_zonder_dag(z.gebeurd_op)}. U krijgt hierbij een kopie van wat er is geschreven."
    )
    yield Kop("De klacht")
    yield Alinea(z.over)
    yield Kop("Wat gebeurt er nu?")
    yield Alinea(
        f"{z.behandelaar} behandelt de klacht. U wordt gehoord en mag uw kant vertellen. Neem over deze "
        "klacht geen contact op met de inwoner. U hoort hoe de klacht afloopt."
    )


@dataclass(frozen=True, slots=True)
class Einde:
    """How a complaint ended."""

    afloop: Afloop
    op: date
    bevindingen: str = ""
    conclusies: str = ""
    oordeel: Oordeel | None = None
    grond: Nietbehandeld | None = None
    gehoord_op: date | None = None


def einde(z: Klachtzaak, e: Einde, ombudsman: str = "") -> Iterator[Blok]:
    """Yield the letter with which a complaint ends; `ombudsman`: the municipality's own, if it has one."""
    yield Alinea(
        f"Op {datum_zonder_dag(z.ontvangen_op)} kregen wij uw klacht over wat er gebeurde op "
        f"{datum_zonder_dag(z.gebeurd_op)}."
    )
    if e.afloop is Afloop.INFORMEEL:
        yield Alinea("U liet ons weten dat de klacht voor u is opgelost. Wij behandelen haar niet verder.")
        yield from _alineas("Wat hebben wij afgesproken?", e.bevindingen)
        yield Alinea("Bent u toch niet tevreden? Laat het ons weten. Dan gaan wij verder met uw klacht.")
        return
    if e.afloop is Afloop.INGETROKKEN:
        yield Alinea("U liet ons weten dat u uw klacht intrekt. Wij behandelen haar niet verder.")
        return
    if e.afloop is Afloop.NIET_BEHANDELD:
        yield Kop("Wij behandelen uw klacht niet")
        yield Alinea(f"{WAAROM_NIET[e.grond] if e.grond else ''} Dat staat in de Algemene wet bestuursrecht.")
        yield from _alineas("Toelichting", e.bevindingen)
    else:
        yield from _oordeel(e)
    yield from _ombudsman(ombudsman)


def _oordeel(e: Einde) -> Iterator[Blok]:
    if e.gehoord_op:
        yield Alinea(f"Op {datum_zonder_dag(e.gehoord_op)} hebben wij u gehoord.")
    yield from _alineas("Wat hebben wij gezien en gehoord?", e.bevindingen)
    yield Kop("Wat vinden wij?")
    yield Alinea(OORDEELZIN[e.oordeel] if e.oordeel else "")
    yield from _alineas("Wat doen wij?", e.conclusies)


def _alineas(kop: str, tekst: str) -> Iterator[Blok]:
    if tekst.strip():
        yield Kop(kop)
        yield Alinea(tekst.strip())


def _ombudsman(eigen: str) -> Iterator[Blok]:
    """Yield how to go on (Awb art. 9:12 lid 2, 9:18): within a year, free of charge."""
    yield Kop("Bent u het er niet mee eens?")
    yield Alinea(
        "Tegen deze brief kunt u geen bezwaar maken. U kunt wel naar de ombudsman. Doe dat binnen een jaar "
        "na de datum van deze brief. Het is gratis."
    )
    if eigen:
        yield Alinea(eigen)
        return
    yield Lijst(
        (
            "Nationale ombudsman, Postbus 93122, 2509 AC Den Haag",
            "telefoon 0800 33 55 555 (gratis)",
            "nationaleombudsman.nl",
        )
    )
