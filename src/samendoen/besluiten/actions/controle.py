"""What is checked before something is written: each finding with its field and what to do."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samendoen.besluiten.models import Aanvraag, Product
from samendoen.besluiten.queries.aanbod import Aanbod
from samendoen.besluiten.rules import (
    GEEFT,
    GROOTSTE,
    JEUGD_TOT,
    KIESBAAR,
    MET_BUDGET,
    OUDSTE,
    Toewijzingswijze,
    Vorm,
    past_in_de_week,
)
from samendoen.kernel.api import Domeinfout, Wet, klok
from samendoen.schil.api import datum_zonder_dag

if TYPE_CHECKING:
    from samendoen.besluiten.actions.aanvraag import Lijsten, NieuweAanvraag
    from samendoen.besluiten.actions.besluit import NieuwBesluit

LANGSTE = 8000
LANGSTE_PERIODE = 20
MAATWERK = "maatwerk"
Bevinding = tuple[str, bool, str, str]


def eis(wat: str, bevindingen: Iterable[Bevinding]) -> None:
    """Raise Domeinfout with the field for the first (field, is wrong, what, what to do) that is wrong."""
    for veld, mis, zin, doe in bevindingen:
        if mis:
            raise Domeinfout(f"{wat}_{veld}", zin, doe, veld=veld)


def controleer_aanvraag(
    nieuw: "NieuweAanvraag", lijsten: "Lijsten", gevraagd: Collection[tuple[int, str]]
) -> None:
    """Raise Domeinfout for the first thing that cannot be; `gevraagd` is what waits for a decision."""
    eis("aanvraag", _wie_en_wat(nieuw, lijsten))
    eis("aanvraag", _past_bij_wie(nieuw, lijsten, gevraagd))
    eis("aanvraag", _actie(nieuw, lijsten))
    eis("aanvraag", (*_tekst("motivering", nieuw.motivering), *_dag_van_aanvraag(nieuw.aangevraagd_op)))


def _wie_en_wat(nieuw: "NieuweAanvraag", lijsten: "Lijsten") -> tuple[Bevinding, ...]:
    return (
        (
            "casus",
            lijsten.casussen[nieuw.casus].status != "open",
            _("Deze casus is gesloten."),
            _("Heropen eerst de casus."),
        ),
        (
            "persoon",
            (nieuw.casus, nieuw.persoon) not in lijsten.dossiers,
            _("Deze persoon hoort niet bij deze casus."),
            _("Kies iemand uit het huishouden."),
        ),
        (
            "product",
            nieuw.product not in lijsten.producten,
            _("Dit product bestaat niet."),
            _("Kies een product uit de lijst."),
        ),
    )


def _past_bij_wie(
    nieuw: "NieuweAanvraag", lijsten: "Lijsten", gevraagd: Collection[tuple[int, str]]
) -> tuple[Bevinding, ...]:
    product = lijsten.producten[nieuw.product]
    jaren = lijsten.leeftijden.get(nieuw.persoon, 0)
    return (
        (
            "product",
            product.wet == Wet.JEUGD and jaren >= JEUGD_TOT,
            _("Jeugdhulp is er tot 23 jaar (Jeugdwet artikel 1.1)."),
            _("Kies een product van de Wmo 2015, of kies een kind of jongere."),
        ),
        (
            "product",
            product.wet == Wet.GEEN and product.wet not in lijsten.dossiers[nieuw.casus, nieuw.persoon],
            _("Dit valt niet onder de Wmo of de Jeugdwet. Er is een eigen melding voor nodig."),
            _("Neem een melding op met als wettelijk kader: Geen bijzondere wet. Voeg die toe aan de casus."),
        ),
        (
            "product",
            not kan_op(product, nieuw.aangevraagd_op),
            _("Dit product kan op die dag niet worden aangevraagd."),
            _("Kies een product dat de gemeente nu geeft."),
        ),
        (
            "product",
            product.wet not in lijsten.dossiers[nieuw.casus, nieuw.persoon],
            _("Dit valt onder de %(wet)s; deze persoon heeft in deze casus geen vraag onder die wet.")
            % {"wet": Wet(product.wet).label},
            _("Neem eerst een melding op onder die wet en voeg die toe aan de casus."),
        ),
        (
            "product",
            (nieuw.persoon, nieuw.product) in gevraagd,
            _("Voor deze persoon is dit al aangevraagd; daarover is nog niet besloten."),
            _("Open de aanvraag die er is."),
        ),
    )


def kan_op(product: Product, dag: date) -> bool:
    """Tell whether a product can be applied for on a day."""
    return (product.van is None or product.van <= dag) and (product.tot is None or dag < product.tot)


def _actie(nieuw: "NieuweAanvraag", lijsten: "Lijsten") -> tuple[Bevinding, ...]:
    if nieuw.actie is None:
        return ()
    actie = lijsten.acties.get(nieuw.actie)
    hoort = actie is not None and (actie.casus_id, actie.persoon_id) == (nieuw.casus, nieuw.persoon)
    return (
        (
            "actie",
            not hoort,
            _("Deze actie staat niet in het plan van deze persoon."),
            _("Kies een actie van dezelfde persoon, of geen."),
        ),
        (
            "actie",
            actie is not None and actie.niveau != MAATWERK,
            _("Voor deze actie is geen besluit nodig: zij is geen maatwerk."),
            _("Kies een actie met maatwerk."),
        ),
    )


def _tekst(veld: str, tekst: str, leeg: str = "", doe: str = "") -> tuple[Bevinding, ...]:
    te_lang = _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE}
    return (
        (veld, bool(leeg) and not tekst.strip(), leeg, doe),
        (veld, len(tekst) > LANGSTE, te_lang, _("Maak de tekst korter.")),
    )


def _dag_van_aanvraag(op: date) -> tuple[Bevinding, ...]:
    vandaag = klok.vandaag()
    return (
        (
            "aangevraagd_op",
            op > vandaag,
            _("De dag van de aanvraag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        ),
        (
            "aangevraagd_op",
            op < vandaag - OUDSTE,
            _("De dag van de aanvraag ligt meer dan een jaar terug."),
            _("Controleer het jaartal."),
        ),
    )


def controleer_intrekking(aanvraag: Aanvraag, op: date) -> None:
    """Raise Domeinfout for a day on which nobody can have withdrawn."""
    eis(
        "intrekking",
        (
            (
                "op",
                not aanvraag.aangevraagd_op <= op <= klok.vandaag(),
                _("De dag ligt vóór de aanvraag of in de toekomst."),
                _("Kies een dag tussen de aanvraag en vandaag."),
            ),
        ),
    )


def controleer_besluit(nieuw: "NieuwBesluit", aanvraag: Aanvraag, aanbieders: Mapping[str, Aanbod]) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be decided like this."""
    lijst = _("Kies er een uit de lijst.")
    eis(
        "besluit",
        (
            ("uitkomst", nieuw.uitkomst not in set(KIESBAAR), _("Deze uitkomst bestaat niet."), lijst),
            ("vorm", nieuw.vorm not in set(Vorm), _("Deze vorm bestaat niet."), lijst),
            *_tekst(
                "motivering",
                nieuw.motivering,
                _("Een besluit zonder reden mag niet (Awb artikel 3:46)."),
                _("Schrijf op waarom u dit besluit."),
            ),
            *_tekst("bevinding", nieuw.bevinding),
            *_tekst("niet_lichter", nieuw.niet_lichter),
            (
                "besloten_op",
                not aanvraag.aangevraagd_op <= nieuw.besloten_op <= klok.vandaag(),
                _("De dag van het besluit ligt vóór de aanvraag of in de toekomst."),
                _("Kies een dag tussen de aanvraag en vandaag."),
            ),
        ),
    )
    if nieuw.uitkomst in GEEFT:
        eis("besluit", _wat_toegekend(nieuw, aanvraag.product))
        eis("besluit", _periode(nieuw))
        eis("besluit", _door_wie(nieuw, aanvraag.product, aanbieders))


def controleer_advies(nieuw: "NieuwBesluit") -> None:
    """Raise Domeinfout for what is no advice at all; what is missing is asked when somebody decides."""
    lijst = _("Kies er een uit de lijst.")
    eis(
        "besluit",
        (
            ("uitkomst", nieuw.uitkomst not in set(KIESBAAR), _("Deze uitkomst bestaat niet."), lijst),
            *_tekst("bevinding", nieuw.bevinding),
            *_tekst("niet_lichter", nieuw.niet_lichter),
            *_tekst(
                "motivering",
                nieuw.motivering,
                _("Een advies zonder reden helpt niet."),
                _("Schrijf op waarom u dit adviseert."),
            ),
        ),
    )


def _wat_toegekend(nieuw: "NieuwBesluit", product: Product) -> tuple[Bevinding, ...]:
    omvang, budget = nieuw.omvang, nieuw.wijze in MET_BUDGET
    invullen = _("Vul in hoeveel iemand krijgt.")
    return (
        (
            "niet_lichter",
            not product.eigen_uitgifte and not nieuw.niet_lichter.strip(),
            _("Bij maatwerk hoort waarom lichtere hulp niet genoeg is."),
            _("Schrijf op wat iemand zelf, het netwerk en voorzieningen voor iedereen niet kunnen oplossen."),
        ),
        (
            "wijze",
            nieuw.wijze not in set(Toewijzingswijze),
            _("Zo kan een aanbieder hulp niet krijgen toegewezen."),
            _("Kies er een uit de lijst."),
        ),
        (
            "wijze",
            nieuw.vorm == Vorm.PGB and nieuw.wijze != Toewijzingswijze.SPECIFIEK,
            _("Met een persoonsgebonden budget wijst u niets toe aan een aanbieder."),
            _("Kies dit product, in deze omvang."),
        ),
        ("omvang", omvang is None, _("De omvang ontbreekt."), invullen),
        ("omvang", omvang is not None and omvang <= 0, _("De omvang is nul of minder."), invullen),
        (
            "omvang",
            omvang is not None
            and (
                omvang > GROOTSTE
                or not (budget or past_in_de_week(omvang, product.eenheid, product.frequentie))
            ),
            _("Zo veel past niet in een week."),
            _("Controleer het getal."),
        ),
        (
            "tot",
            budget and nieuw.tot is None,
            _("Een budget heeft een laatste dag nodig."),
            _("Vul in tot en met welke dag het budget geldt."),
        ),
        (
            "omvang",
            omvang is not None and omvang != round(omvang, 2),
            _("De omvang heeft meer dan twee cijfers achter de komma."),
            _("Rond het getal af."),
        ),
    )


def _periode(nieuw: "NieuwBesluit") -> tuple[Bevinding, ...]:
    van, tot = nieuw.van, nieuw.tot
    jaartal = _("Controleer het jaartal.")
    return (
        ("van", van is None, _("De eerste dag ontbreekt."), _("Vul in vanaf welke dag de hulp geldt.")),
        (
            "van",
            van is not None and abs(van - nieuw.besloten_op) > OUDSTE,
            _("De eerste dag ligt meer dan een jaar van het besluit af."),
            jaartal,
        ),
        (
            "tot",
            van is not None and tot is not None and tot <= van,
            _("De periode eindigt voordat zij begint."),
            _("Kies een laatste dag op of na de eerste."),
        ),
        (
            "tot",
            van is not None and tot is not None and tot.year - van.year > LANGSTE_PERIODE,
            _("De periode duurt langer dan twintig jaar."),
            jaartal,
        ),
    )


def _door_wie(
    nieuw: "NieuwBesluit", product: Product, aanbieders: Mapping[str, Aanbod]
) -> tuple[Bevinding, ...]:
    pgb = nieuw.vorm == Vorm.PGB
    return (
        (
            "vorm",
            pgb and not product.pgb,
            _("Voor dit product is geen persoonsgebonden budget mogelijk."),
            _("Kies zorg in natura."),
        ),
        (
            "aanbieder",
            pgb and bool(nieuw.aanbieder),
            _("Met een persoonsgebonden budget kiest de inwoner zelf wie helpt."),
            _("Laat de aanbieder leeg."),
        ),
        *bevindingen_aanbieder(nieuw.aanbieder, product, aanbieders, nieuw.van),
    )


def bevindingen_aanbieder(
    agb: str, product: Product, aanbieders: Mapping[str, Aanbod], dag: date | None
) -> tuple[Bevinding, ...]:
    """Return what is wrong with asking this provider ("": nobody) to give this product from a day on."""
    bekend = aanbieders.get(agb)
    ooit = bekend is not None and bekend.levert(product.pk)
    nu = bekend is not None and bekend.levert(product.pk, dag)
    lijst = _("Kies een aanbieder uit de lijst.")
    woorden = {"naam": bekend.aanbieder.naam if bekend else "", "dag": datum_zonder_dag(dag) if dag else ""}
    return (
        ("aanbieder", bool(agb) and bekend is None, _("Deze aanbieder bestaat niet."), lijst),
        (
            "aanbieder",
            bekend is not None and not ooit,
            _("Deze aanbieder levert dit product niet."),
            lijst,
        ),
        (
            "aanbieder",
            ooit and not nu,
            _("Met %(naam)s is er op %(dag)s geen contract voor dit product.") % woorden,
            _("Kies een andere aanbieder, of vraag de backoffice naar het contract."),
        ),
    )
