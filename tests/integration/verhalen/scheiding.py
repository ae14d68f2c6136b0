"""The story of a divorce: two parents, two children, two homes; told by the actions people take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4

from samendoen.besluiten.api import maak_bekend
from samendoen.besluiten.models import Voorziening
from samendoen.casus.api import (
    Akkoordinvoer,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    NieuweBijlage,
    Uitkomstinvoer,
    begin_meldcodes,
    leg_akkoorden_vast,
    leg_evaluaties_vast,
    leg_stappen_vast,
    rond_meldcode_af,
    schrijf_bevindingen,
    schrijf_onderzochten,
    stel_plannen_vast,
    taxeer_veiligheid,
    verstuur_verslagen,
    voeg_bijlage_toe,
    voeg_meldingen_toe,
    zet_merken,
    zet_tweede,
)
from samendoen.casus.models import Doel, Plan
from samendoen.inwoners.api import (
    Gegevenswijziging,
    NieuwGezag,
    NieuwHuishouden,
    Vertrek,
    gezinsleden_vertrekken,
    huishouden_van,
    leg_gezag_vast,
    vorm_huishoudens,
    wijzig_inwoners,
)
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.toegang.api import (
    NieuweMelding,
    Triagebesluit,
    handel_melding_af,
    registreer_meldingen,
    trieer_meldingen,
)
from tests.besluitmaker import beslis, vraag, wijs
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_inwoner, maak_partnerregie, schrijf
from tests.maak import maak_gemeente
from tests.notitiemaker import klaar
from tests.onderzoekmaker import begin, bevinding, kies, onderzochte, vol
from tests.veiligheidmaker import meldcode, merk, stap, taxatie

VIANEN = "gebiedsteam_vianen"
WOORD = "KANARIEWOORD"
"""What the mother says, in confidence."""
STRAAT, POSTCODE = "Kanariestraat", "4143 ZX"
"""Where she lives now; secret."""
JEUGDHULP = "99990008"


@dataclass(frozen=True)
class Gezin:
    """The four of them."""

    moeder: int
    vader: int
    zoon: int
    dochter: int

    @property
    def kinderen(self) -> tuple[int, int]:
        """Both children."""
        return self.zoon, self.dochter


def maak_vier() -> Gezin:
    """Register the household while they live together; both parents have custody."""
    maak_gemeente()
    moeder, vader = (
        maak_inwoner("Fatima", date(1985, 3, 12)),
        maak_inwoner("Kees", date(1983, 8, 1)),
    )
    zoon, dochter = maak_inwoner("Sami", date(2014, 1, 20)), maak_inwoner("Noor", date(2016, 2, 1))
    rollen = ((moeder, "ouder"), (vader, "ouder"), (zoon, "kind"), (dochter, "kind"))
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), date(2023, 6, 3), rollen)])
    paren = [(kind, ouder) for kind in (zoon, dochter) for ouder in (moeder, vader)]
    leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, ouder, date(2020, 1, 1)) for kind, ouder in paren])
    return Gezin(moeder, vader, zoon, dochter)


def neem_op(door: Actor, persoon: int, kader: str, kanaal: str, vraag_: str, team: str = TEAM) -> int:
    """Take a question; nobody decided yet where it goes."""
    nieuw = NieuweMelding(
        uuid4(), vraag_, kanaal, kader, team, klok.vandaag(), inwoner=persoon, melder="ander"
    )
    return registreer_meldingen(door, [nieuw])[0]


def naar_team(door: Actor, melding: int, team: str = TEAM) -> int:
    """Decide that a team works on it."""
    trieer_meldingen(door, [Triagebesluit(melding, "team", team, reden="Het gezin heeft één team.")])
    return melding


def school_meldt(joke: Actor, gezin: Gezin) -> int:
    """The school reports that Noor is absent: the casus of the four begins."""
    melding = naar_team(joke, neem_op(joke, gezin.dochter, "jeugd", "school", "Noor is vaak afwezig."))
    return maak_casus(joke, melding)


def schulden(joke: Actor, casus: int, gezin: Gezin) -> int:
    """There are debts too; that question comes into the same casus."""
    melding = naar_team(joke, neem_op(joke, gezin.moeder, "schuldhulp", "telefoon", "De huur loopt achter."))
    voeg_meldingen_toe(joke, [(casus, melding)])
    return melding


def gesprek_over_schulden(joke: Actor, casus: int, melding: int) -> None:
    """The talk is held within its clock; Avres directs the debts, the rest stays."""
    handel_melding_af(joke, melding, "doorverwezen", klok.vandaag())
    maak_partnerregie(joke, casus, bekijken_op=date(2024, 9, 9))


def twee_huizen(joke: Actor, gezin: Gezin) -> None:
    """The father moves to Vianen, the mother and children to an address that is secret."""
    huis = huishouden_van(gezin.vader)
    assert huis is not None
    gezinsleden_vertrekken(joke, [Vertrek(huis, gezin.vader, klok.vandaag())])
    leden = ((gezin.vader, "ouder"), (gezin.zoon, "kind"), (gezin.dochter, "kind"))
    vorm_huishoudens(
        joke, [NieuwHuishouden(uuid4(), klok.vandaag(), leden, ook_hier=frozenset(gezin.kinderen))]
    )
    geheim = {"straat": STRAAT, "huisnummer": "7", "postcode": POSTCODE, "geheimhouding": True}
    wijzig_inwoners(joke, [Gegevenswijziging(wie, geheim) for wie in (gezin.moeder, *gezin.kinderen)])
    nieuw = {"straat": "Voorstraat", "huisnummer": "1", "postcode": "4131 LT", "plaats": "Vianen"}
    wijzig_inwoners(joke, [Gegevenswijziging(gezin.vader, nieuw)])


def veilig_thuis_meldt(gezin: Gezin) -> int:
    """Veilig Thuis sends a report on Noor."""
    return neem_op(SYSTEEM, gezin.dochter, "jeugd", "veilig_thuis", "Politie was aan de deur.")


def zorgen(joke: Actor, piet: Actor, casus: int, melding: int, gezin: Gezin) -> int:
    """The report comes into the casus; a second professional, a mark, a judgment, and the meldcode."""
    voeg_meldingen_toe(joke, [(casus, naar_team(joke, melding))])
    zet_tweede(joke, casus, piet.id)
    zet_merken(
        joke, [merk(casus, gezin.moeder, f"{WOORD}: bel nooit op vrijdag.", soort="veiligheid", dagen=60)]
    )
    taxeer_veiligheid(joke, [taxatie(casus, gezin.dochter, "Zij schrikt van de bel.", dagen=14)])
    [pad] = begin_meldcodes(joke, [meldcode(casus, *gezin.kinderen)])
    leg_stappen_vast(joke, [stap(pad, soort) for soort in ("signalen", "overleg", "gesprek", "wegen")])
    leg_stappen_vast(joke, [stap(pad, "beslissen", besluit="melden_en_hulp")])
    leg_stappen_vast(joke, [stap(pad, "vt_melding")])
    return pad


def veilig_thuis_belt_terug(joke: Actor, casus: int, pad: int, gezin: Gezin) -> None:
    """Veilig Thuis answers; it is calm now; the path ends."""
    leg_stappen_vast(joke, [stap(pad, "vt_terugkoppeling", "Zij volgen ons plan.")])
    rond_meldcode_af(joke, pad)
    taxeer_veiligheid(joke, [taxatie(casus, gezin.dochter, "Rustig.", oordeel="geen", dagen=0)])


def onderzoek(joke: Actor, casus: int, gezin: Gezin) -> int:
    """Joke talks with each apart; what the mother says stands in her part alone."""
    alle = (gezin.moeder, gezin.vader, *gezin.kinderen)
    nummer = begin(joke, casus, *alle)
    for persoon in alle:
        kies(joke, nummer, persoon, "veiligheid")
    woorden = {gezin.moeder: f"{WOORD} ik ben bang.", gezin.vader: "Ik mis de kinderen."}
    schrijf_bevindingen(
        joke,
        [
            bevinding(nummer, wie, "veiligheid", situatie=woorden.get(wie, "Rustig op school."))
            for wie in alle
        ],
    )
    besluit = {gezin.moeder: f"{WOORD} Een eigen huis geeft rust."}
    schrijf_onderzochten(
        joke, [onderzochte(nummer, wie, conclusie=besluit.get(wie, "Afspraken helpen.")) for wie in alle]
    )
    verstuur_verslagen(joke, [(nummer, klok.vandaag())])
    return nummer


def dossier_van_moeder(joke: Actor, casus: int, gezin: Gezin) -> int:
    """A note and a file, about the mother; return the file."""
    klaar(joke, casus, gezin.moeder, tekst=f"{WOORD} hij stond voor de deur.")
    nieuw = NieuweBijlage(uuid4(), casus, gezin.moeder, "aangifte.pdf", f"%PDF-1.7\n{WOORD}\n".encode())
    return voeg_bijlage_toe(joke, nieuw)


def plan(joke: Actor, casus: int, gezin: Gezin, terug: date) -> None:
    """A goal for each; the mother does not agree with everything, and says why."""
    doelen = [
        doel(gezin.moeder, actie(tekst=f"{WOORD} haar zus blijft slapen."), tekst=f"{WOORD} veilig wonen."),
        doel(gezin.vader, actie(tekst="Hij belt op zondag."), tekst="De kinderen zien."),
        doel(gezin.zoon, actie("basishulp", "Wekelijks gesprek."), tekst="Weer voetballen."),
        doel(
            gezin.dochter,
            actie("algemeen", "De schoolmaatschappelijk werker."),
            tekst="Elke dag naar school.",
        ),
    ]
    nummer = schrijf(joke, casus, doelen, terug)
    oordelen = [
        Akkoordinvoer(nummer, gezin.moeder, "niet_akkoord", klok.vandaag(), f"{WOORD} nee.", ("zelf",)),
        Akkoordinvoer(nummer, gezin.vader, "akkoord", klok.vandaag(), "", ("zelf",)),
    ]
    leg_akkoorden_vast(joke, oordelen)
    stel_plannen_vast(joke, [(nummer, klok.vandaag())])


def hulp_voor_sami(joke: Actor, casus: int, gezin: Gezin) -> int:
    """Apply for help under the Jeugdwet."""
    return vraag(joke, casus, gezin.zoon, product="jeugdhulp_ambulant")


def besluit_over_sami(joke: Actor, aanvraag: int) -> int:
    """Decide, announce and assign at once."""
    van = klok.vandaag() + timedelta(days=10)
    besluit = beslis(joke, aanvraag, van=van, tot=van + timedelta(days=182), aanbieder=JEUGDHULP)
    maak_bekend(joke, [(besluit, klok.vandaag())])
    wijs(joke, Voorziening.objects.get(besluit=besluit).pk, aanbieder=JEUGDHULP)
    return besluit


def vader_vraagt_hulp(bram: Actor, gezin: Gezin) -> int:
    """The father asks help of his own in Vianen; his colleague there has a casus of his household."""
    melding = neem_op(bram, gezin.vader, "wmo", "inloop", "Ik red het niet alleen.", VIANEN)
    return maak_casus(bram, naar_team(bram, melding, VIANEN))


def vader_wordt_geholpen(bram: Actor, casus: int, gezin: Gezin, terug: date) -> None:
    """His own investigation, report and plan."""
    verstuur_verslagen(bram, [(vol(bram, casus, gezin.vader), klok.vandaag())])
    nummer = schrijf(bram, casus, [doel(gezin.vader, actie(), tekst="Een eigen plek.")], terug)
    stel_plannen_vast(bram, [(nummer, klok.vandaag())])


def kijk_terug(door: Actor, casus: int, woorden: Mapping[int, str], volgende: date) -> None:
    """Look back on the plan that holds, with what each says of it."""
    nummer = Plan.objects.get(casus=casus, status="vastgesteld").pk
    doelen = list(Doel.objects.filter(plan=nummer).order_by("volgorde"))
    uitslagen = tuple(
        Doeluitslaginvoer(d.kenmerk, "bereikt", woorden.get(d.inwoner_id, "Het gaat goed.")) for d in doelen
    )
    mensen = tuple(Uitkomstinvoer(wie, "loopt", 8) for wie in sorted({d.inwoner_id for d in doelen}))
    leg_evaluaties_vast(door, [Evaluatieinvoer(uuid4(), nummer, klok.vandaag(), volgende, uitslagen, mensen)])
