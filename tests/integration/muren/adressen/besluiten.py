"""What besluiten adds to the table of URLs: who prepares, who decides, who assigns."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
VOORBEREIDEN = "consulent teamleider backoffice"
NEMEN = "consulent teamleider"
VAN_AANBIEDER = (
    "aanbieder",
    "aanbieder_wijzigen",
    "aanbieder_ruimte",
    "aanbieder_berichten",
    "contract_nieuw",
    "tarief_nieuw",
)
VAN_PRODUCT = ("product", "product_einde", "product_tarief")
VAN_AFSPRAAK = ("contract_einde", "contract_intrekken", "tarief_einde", "tarief_intrekken")
AANBOD = (
    "aanbieders",
    "aanbieder_nieuw",
    "productcodes",
    "productlijst_inlezen",
    "producten",
    "product_nieuw",
    *VAN_PRODUCT,
    *VAN_AANBIEDER,
    *VAN_AFSPRAAK,
)
VOOR_ROL = {"besluiten": VOORBEREIDEN, "geld": "backoffice", "toewijzingen_aflopend": VOORBEREIDEN}
VOOR_ROL |= dict.fromkeys(AANBOD, "backoffice beheer") | {"pgb": VOORBEREIDEN, "pgb_svb": "backoffice"}
VOOR_DOSSIER = {
    "aanvraag": WERK,
    "besluit": WERK,
    "besluit_brief": WERK,
    "voorziening": WERK,
    "aanvraag_nieuw": VOORBEREIDEN,
    "beslissen": VOORBEREIDEN,
    "aanvraag_intrekken": VOORBEREIDEN,
    "besluit_bekendmaken": VOORBEREIDEN,
    "voorziening_toewijzen": VOORBEREIDEN,
    "toewijzing_beeindigen": VOORBEREIDEN,
    "toewijzing_levering": VOORBEREIDEN,
    "voorziening_pgb": VOORBEREIDEN,
    "voorziening_zorgovereenkomst": VOORBEREIDEN,
}
POST_DOSSIER = {
    "besluit_meetekenen": NEMEN,
    "besluit_terugnemen": NEMEN,
    "levering_intrekken": VOORBEREIDEN,
}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of this team with an application that waits, a decision that does, and one assigned."""
    from django.apps import apps

    from samendoen.besluiten.models import Aanbieder, Product, Voorziening
    from tests.besluitmaker import beslis, maak_catalogus, maak_geldend, start, vraag, wijs
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    maak_catalogus()
    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    aanvraag: list[object] = [vraag(SYSTEEM, casus, ouder, product="rolstoel", motivering="KANARIEVRAAG")]
    open_: list[object] = [
        beslis(SYSTEEM, vraag(SYSTEEM, casus, ouder, product="woonvoorziening"), aanbieder="")
    ]
    geldt = maak_geldend(SYSTEEM, casus, ouder)
    bekend: list[object] = [Voorziening.objects.get(pk=geldt).besluit_id]
    toewijzing = wijs(SYSTEEM, geldt)
    van_een: list[object] = [Aanbieder.objects.get(agb="99990001").pk]
    soorten = {naam: naam.partition("_")[0].capitalize() for naam in VAN_AFSPRAAK}
    return {
        **dict.fromkeys(VAN_AANBIEDER, van_een),
        **{naam: [Product.objects.get(code="rolstoel").pk] for naam in VAN_PRODUCT},
        **{naam: [apps.get_model("besluiten", s).objects.latest("pk").pk] for naam, s in soorten.items()},
        "aanvraag": aanvraag,
        "besluit": bekend,
        "besluit_brief": bekend,
        "aanvraag_nieuw": [casus],
        "beslissen": aanvraag,
        "aanvraag_intrekken": aanvraag,
        "besluit_bekendmaken": open_,
        "besluit_meetekenen": open_,
        "besluit_terugnemen": open_,
        "voorziening": [geldt],
        "voorziening_toewijzen": [geldt],
        "voorziening_pgb": [geldt],
        "voorziening_zorgovereenkomst": [geldt],
        "toewijzing_beeindigen": [toewijzing],
        "toewijzing_levering": [toewijzing],
        "levering_intrekken": [toewijzing, start(SYSTEEM, toewijzing)],
    }
