"""What besluiten adds to the tables of actions: everything hangs on the dossier of who applied."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
NEMEN = "consulent teamleider"
VOORBEREIDEN = "consulent teamleider backoffice"
OP_DOSSIER = {
    "besluiten.vraag_aan": VOORBEREIDEN,
    "besluiten.trek_aanvraag_in": VOORBEREIDEN,
    "besluiten.geef_advies": VOORBEREIDEN,
    # Within the mandate; that more is refused: test_besluit.
    "besluiten.neem_besluiten": NEMEN,
    "besluiten.herzie_besluiten": NEMEN,
    "besluiten.teken_mee": NEMEN,
    "besluiten.neem_terug": NEMEN,
    "besluiten.maak_bekend": VOORBEREIDEN,
    "besluiten.wijs_toe": VOORBEREIDEN,
    "besluiten.beeindig_toewijzingen": VOORBEREIDEN,
    "besluiten.meld_start": VOORBEREIDEN,
    "besluiten.meld_stop": VOORBEREIDEN,
    "besluiten.trek_start_in": VOORBEREIDEN,
    "besluiten.trek_stop_in": VOORBEREIDEN,
}
OP_DOSSIER |= {
    "besluiten.leg_pgb_vast": VOORBEREIDEN,
    "besluiten.beoordeel_zorgovereenkomsten": VOORBEREIDEN,
}
OP_ROL = {
    "besluiten.importeer_catalogus": "beheer backoffice",
    "besluiten.zet_berichtenverkeer": "beheer backoffice",
    "besluiten.importeer_productcodes": "beheer backoffice",
    "besluiten.voeg_producten_toe": "beheer backoffice",
    "besluiten.beeindig_producten": "beheer backoffice",
    "besluiten.voeg_aanbieders_toe": "beheer backoffice",
    "besluiten.wijzig_aanbieder": "beheer backoffice",
    "besluiten.meld_beschikbaarheid": "beheer backoffice",
    "besluiten.spreek_tarieven_af": "beheer backoffice",
    "besluiten.spreek_contracten_af": "beheer backoffice",
    "besluiten.beeindig_tarieven": "beheer backoffice",
    "besluiten.beeindig_contracten": "beheer backoffice",
    "besluiten.trek_tarieven_in": "beheer backoffice",
    "besluiten.trek_contracten_in": "beheer backoffice",
    "besluiten.boek_declaraties": "",
}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with an application in every state, and mandates that ask a second signature."""
    from samendoen.besluiten.api import Pgbinvoer, leg_pgb_vast
    from samendoen.besluiten.models import Voorziening
    from samendoen.organisatie.actions.mandaat import NieuwMandaat, geef_mandaat
    from samendoen.organisatie.actions.medewerker import zet_in_team
    from samendoen.organisatie.models import Medewerker
    from tests.besluitmaker import beslis, maak_catalogus, maak_geldend, start, stop, vraag, wijs
    from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
    from tests.maak import actor, maak_medewerker

    maak_catalogus()
    zet_in_team(SYSTEEM, Medewerker.objects.get(gebruiker=wereld.collega).pk, TEAM)
    tekenaar = maak_medewerker(Rol.TEAMLEIDER, [TEAM])
    for rol in (Rol.CONSULENT, Rol.TEAMLEIDER):
        samen = NieuwMandaat("besluit", ("wmo",), rol=rol, tweede_handtekening=True, van=VANDAAG)
        geef_mandaat(SYSTEEM, samen)

    def nieuw() -> tuple[int, int]:
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        return maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega), ouder

    casus, ouder = nieuw()
    ongetekend = beslis(actor(tekenaar), vraag(SYSTEEM, *nieuw()), omvang=Decimal(40))
    geldt = maak_geldend(SYSTEEM, *nieuw())
    begonnen, gestopt = (wijs(SYSTEEM, maak_geldend(SYSTEEM, *nieuw())) for _ in range(2))
    start(SYSTEEM, begonnen)
    start(SYSTEEM, gestopt)
    stop(SYSTEEM, gestopt)
    toegewezen = maak_geldend(SYSTEEM, *nieuw())
    budget = maak_geldend(SYSTEEM, *nieuw(), vorm="pgb", aanbieder="")
    leg_pgb_vast(SYSTEEM, [Pgbinvoer(budget, 500_000, toelichting="Het kan niet anders.")])
    return {
        "pgb": budget,
        "casus": casus,
        "ouder": ouder,
        "aanvraag": vraag(SYSTEEM, *nieuw()),
        "genomen": beslis(SYSTEEM, vraag(SYSTEEM, *nieuw())),
        "ongetekend": ongetekend,
        "geldt": geldt,
        "bekend": Voorziening.objects.get(pk=geldt).besluit.aanvraag_id,
        "toewijzing": wijs(SYSTEEM, toegewezen),
        "begonnen": begonnen,
        "gestopt": gestopt,
    }


def _aanvraag(w: Any) -> Any:
    from tests.besluitmaker import aanvraag

    return aanvraag(w.extra["casus"], w.extra["ouder"])


def _besluit(nummer: int) -> Any:
    from tests.besluitmaker import besluit

    return besluit(nummer)


def _toewijzing(w: Any) -> Any:
    from samendoen.besluiten.api import NieuweToewijzing

    return NieuweToewijzing(uuid4(), w.extra["geldt"], "99990001", VANDAAG)


def _start(w: Any) -> Any:
    from samendoen.besluiten.api import Startmelding

    return Startmelding(w.extra["toewijzing"], VANDAAG, uuid4())


def _stop(w: Any) -> Any:
    from samendoen.besluiten.api import Stopmelding

    return Stopmelding(w.extra["begonnen"], VANDAAG, VANDAAG, "19", uuid4())


def _pgb(w: Any) -> Any:
    from samendoen.besluiten.api import Pgbinvoer

    return Pgbinvoer(w.extra["pgb"], 500_000, toelichting="Anders lukt het niet.")


def _product() -> Any:
    from samendoen.besluiten.api import NieuwProduct

    return NieuwProduct("was en strijk", "huishouden", "De was.", "uur", "per_week", 3000, VANDAAG)


def _aanbieder() -> int:
    from samendoen.besluiten.models import Aanbieder

    return Aanbieder.objects.get(agb="99990001").pk


def _afspraak(soort: str) -> int:
    """Return the latest tariff or contract, which no later one follows."""
    from django.apps import apps

    return int(apps.get_model("besluiten", soort).objects.filter(tot=None).latest("van").pk)


def _nieuwe_aanbieder() -> Any:
    from samendoen.besluiten.api import NieuweAanbieder

    return NieuweAanbieder("99991234", "Zorg op Maat", "Vianen")


def _verteld() -> Any:
    from samendoen.besluiten.api import Beschikbaarheidinvoer

    return Beschikbaarheidinvoer(_aanbieder(), 20, 3, VANDAAG)


def _tarief() -> Any:
    from samendoen.besluiten.api import NieuwTarief

    return NieuwTarief("hulp_bij_het_huishouden", "99990001", 4000, date(2029, 1, 1))


def _contract() -> Any:
    from samendoen.besluiten.api import NieuwContract

    return NieuwContract("99990001", ("hulp_bij_het_huishouden",), date(2029, 1, 1))


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "besluiten.zet_berichtenverkeer": lambda w, r: ([("99990001", VANDAAG)],),
    "besluiten.importeer_catalogus": lambda w, r: ("1961",),
    "besluiten.vraag_aan": lambda w, r: ([_aanvraag(w)],),
    "besluiten.trek_aanvraag_in": lambda w, r: (w.extra["aanvraag"], VANDAAG),
    "besluiten.geef_advies": lambda w, r: (_besluit(w.extra["aanvraag"]),),
    "besluiten.neem_besluiten": lambda w, r: ([_besluit(w.extra["aanvraag"])],),
    "besluiten.herzie_besluiten": lambda w, r: ([_besluit(w.extra["bekend"])],),
    "besluiten.teken_mee": lambda w, r: (w.extra["ongetekend"],),
    "besluiten.neem_terug": lambda w, r: (w.extra["genomen"],),
    "besluiten.maak_bekend": lambda w, r: ([(w.extra["genomen"], VANDAAG)],),
    "besluiten.wijs_toe": lambda w, r: ([_toewijzing(w)],),
    "besluiten.beeindig_toewijzingen": lambda w, r: ([(w.extra["toewijzing"], VANDAAG)],),
    "besluiten.meld_start": lambda w, r: ([_start(w)],),
    "besluiten.meld_stop": lambda w, r: ([_stop(w)],),
    "besluiten.trek_start_in": lambda w, r: ([(w.extra["begonnen"], VANDAAG)],),
    "besluiten.trek_stop_in": lambda w, r: ([(w.extra["gestopt"], VANDAAG, VANDAAG, "19")],),
    "besluiten.boek_declaraties": lambda w, r: ([],),
    "besluiten.leg_pgb_vast": lambda w, r: ([_pgb(w)],),
    "besluiten.beoordeel_zorgovereenkomsten": lambda w, r: ([(w.extra["pgb"], VANDAAG)],),
    "besluiten.voeg_producten_toe": lambda w, r: ([_product()],),
    "besluiten.beeindig_producten": lambda w, r: ([(_afspraak("Product"), date(2030, 1, 1))],),
    "besluiten.importeer_productcodes": lambda w, r: (b"categorie;code;naam\n45;45A04;Ambulant",),
    "besluiten.voeg_aanbieders_toe": lambda w, r: ([_nieuwe_aanbieder()],),
    "besluiten.wijzig_aanbieder": lambda w, r: (_aanbieder(), "Zorg op Maat", "Vianen"),
    "besluiten.meld_beschikbaarheid": lambda w, r: ([_verteld()],),
    "besluiten.spreek_tarieven_af": lambda w, r: ([_tarief()],),
    "besluiten.spreek_contracten_af": lambda w, r: ([_contract()],),
    "besluiten.beeindig_tarieven": lambda w, r: ([(_afspraak("Tarief"), date(2030, 1, 1))],),
    "besluiten.beeindig_contracten": lambda w, r: ([(_afspraak("Contract"), date(2030, 1, 1))],),
    "besluiten.trek_tarieven_in": lambda w, r: ([_afspraak("Tarief")],),
    "besluiten.trek_contracten_in": lambda w, r: ([_afspraak("Contract")],),
}
