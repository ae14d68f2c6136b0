"""What is checked before a provision is extended, changed or ended."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samendoen.besluiten.actions.controle import LANGSTE_PERIODE, Bevinding, eis
from samendoen.besluiten.models import Aanvraag, Besluit, Voorziening, Wijziging
from samendoen.besluiten.rules import (
    EEN_DAG,
    GEEFT,
    KIESBAAR,
    MET_BUDGET,
    Besluitstatus,
    Frequentie,
    Uitkomst,
    Voorzieningstatus,
)
from samendoen.besluiten.rules.wijziging import Reden, Verandering, mag_vanaf, redenen_bij
from samendoen.kernel.api import Wet, klok
from samendoen.recht.api import bepaal_woonplaats

if TYPE_CHECKING:
    from samendoen.besluiten.actions.wijziging import Wijzigingsbesluit

WAT = "wijziging"
LANGSTE_NAAM = 80


def controleer_wijziging(n: "Wijzigingsbesluit", v: Voorziening, aanvraag: Aanvraag, wie: str) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be decided like this.

    `wie` gives it now (AGB code; "": nobody).
    """
    eis(WAT, _mag(n, v, aanvraag))
    if n.uitkomst == Uitkomst.AFGEWEZEN:
        return
    eis(WAT, _reden(n))
    if n.verandering == Verandering.VERLENGING:
        _verlenging(n, v)
    elif n.verandering == Verandering.WIJZIGING:
        _wijziging(n, v, wie)
    else:
        _beeindiging(n, v)


def _mag(n: "Wijzigingsbesluit", v: Voorziening, aanvraag: Aanvraag) -> tuple[Bevinding, ...]:
    bezig = Wijziging.objects.filter(voorziening=v, besluit__status=Besluitstatus.GENOMEN.value)
    bekend = Besluit.objects.values_list("bekendgemaakt_op", flat=True).get(pk=v.besluit_id) or date.min
    lijst = _("Kies er een uit de lijst.")
    eigen = n.aanvraag is not None
    mogelijk = set(KIESBAAR) if eigen and n.verandering != Verandering.BEEINDIGING else {Uitkomst.TOEGEKEND}
    return (
        (
            "verandering",
            n.verandering not in set(Verandering),
            _("Zo kan een voorziening niet veranderen."),
            lijst,
        ),
        (
            "voorziening",
            v.status != Voorzieningstatus.GELDT,
            _("Deze voorziening geldt niet, of nog niet."),
            _("Maak eerst het besluit bekend, of neem een nieuw besluit."),
        ),
        (
            "voorziening",
            bezig.exists(),
            _("Over deze voorziening is al een besluit genomen dat nog niet bekend is."),
            _("Maak dat besluit eerst bekend, of neem het terug."),
        ),
        (
            "aanvraag",
            eigen and aanvraag.over_id != v.pk,
            _("Deze aanvraag gaat niet over deze voorziening."),
            _("Begin opnieuw op de pagina van de aanvraag."),
        ),
        ("uitkomst", n.uitkomst not in mogelijk, _("Deze uitkomst kan hier niet."), lijst),
        (
            "motivering",
            not n.motivering.strip(),
            _("Een besluit zonder reden mag niet (Awb artikel 3:46)."),
            _("Schrijf op waarom u dit besluit."),
        ),
        (
            "besloten_op",
            not max(bekend, aanvraag.aangevraagd_op) <= n.besloten_op <= klok.vandaag(),
            _("De dag van het besluit ligt vóór het vorige besluit of in de toekomst."),
            _("Kies een dag tussen het vorige besluit en vandaag."),
        ),
    )


def _reden(n: "Wijzigingsbesluit") -> tuple[Bevinding, ...]:
    past = n.reden in redenen_bij(Verandering(n.verandering))
    return (
        ("reden", not past, _("De reden ontbreekt, of past hier niet."), _("Kies een reden uit de lijst.")),
    )


def _te_lang(van: date, tot: date | None) -> Bevinding:
    return (
        "tot",
        tot is not None and tot.year - van.year > LANGSTE_PERIODE,
        _("De periode duurt langer dan twintig jaar."),
        _("Controleer het jaartal."),
    )


def _verlenging(n: "Wijzigingsbesluit", v: Voorziening) -> None:
    eis(
        WAT,
        (
            (
                "tot",
                v.tot is None,
                _("Deze voorziening heeft geen einddatum."),
                _("Verlengen is niet nodig."),
            ),
            (
                "tot",
                n.tot is None,
                _("De laatste dag ontbreekt."),
                _("Vul in tot en met welke dag de hulp doorgaat."),
            ),
            (
                "tot",
                v.tot is not None and n.tot is not None and n.tot <= v.tot,
                _("De hulp loopt al tot en met die dag."),
                _("Kies een latere dag, of kies Beëindigen."),
            ),
            _te_lang(v.van, n.tot),
            (
                "omvang",
                n.omvang is not None and n.omvang != v.omvang and v.frequentie != Frequentie.TOTAAL,
                _("Bij verlengen blijft de omvang gelijk."),
                _("Kies Wijzigen als iemand meer of minder hulp krijgt."),
            ),
        ),
    )


def _wijziging(n: "Wijzigingsbesluit", v: Voorziening, wie: str) -> None:
    per, vorm = n.per, n.vorm or v.vorm
    zelfde = (n.omvang in (None, v.omvang), vorm == v.vorm, n.aanbieder in ("", wie))
    eis(
        WAT,
        (
            ("per", per is None, _("De eerste dag ontbreekt."), _("Vul in vanaf welke dag dit verandert.")),
            (
                "per",
                per is not None and (per < v.van or (v.tot is not None and per >= v.tot)),
                _("Die dag ligt buiten de periode van de voorziening."),
                _("Kies een dag in de periode. Verleng de voorziening eerst als zij afloopt."),
            ),
            *_niet_terug(n, per),
            (
                "omvang",
                all(zelfde),
                _("Er verandert niets aan de omvang, de vorm of de aanbieder."),
                _("Verander iets, of kies Verlengen of Beëindigen voor een andere laatste dag."),
            ),
            (
                "vorm",
                vorm != v.vorm and v.wijze in MET_BUDGET,
                _("De aanbieder krijgt een budget; dat wordt niet zomaar een persoonsgebonden budget."),
                _("Beëindig de hulp en vraag een nieuwe voorziening aan."),
            ),
            (
                "vorm",
                n.reden == Reden.ANDERE_VORM and vorm == v.vorm,
                _("De vorm blijft gelijk."),
                _("Kies de andere vorm, of een andere reden."),
            ),
            (
                "aanbieder",
                n.reden == Reden.ANDERE_AANBIEDER and zelfde[2],
                _("De aanbieder blijft gelijk."),
                _("Kies een andere aanbieder, of een andere reden."),
            ),
            (
                "tot",
                per is not None and n.tot is not None and n.tot <= per,
                _("De periode eindigt voordat zij begint."),
                _("Kies een laatste dag op of na de eerste."),
            ),
            _te_lang(v.van, n.tot),
        ),
    )


def _beeindiging(n: "Wijzigingsbesluit", v: Voorziening) -> None:
    per = n.per
    eis(
        WAT,
        (
            ("per", per is None, _("De laatste dag ontbreekt."), _("Vul de laatste dag van de hulp in.")),
            (
                "per",
                per is not None and v.tot is not None and per >= v.tot,
                _("De hulp eindigt dan al vanzelf."),
                _("Kies een eerdere dag."),
            ),
            *_niet_terug(n, per),
            (
                "per",
                n.reden == Reden.OVERLIJDEN and per is not None and per - EEN_DAG > klok.vandaag(),
                _("De dag van overlijden ligt in de toekomst."),
                _("Vul de dag van overlijden in."),
            ),
            *_verhuizing(n, v),
        ),
    )


def _niet_terug(n: "Wijzigingsbesluit", per: date | None) -> tuple[Bevinding, ...]:
    te_vroeg = per is not None and not mag_vanaf(Reden(n.reden), per, n.besloten_op)
    return (
        (
            "per",
            te_vroeg,
            _("Om deze reden kan de hulp niet veranderen voordat de inwoner het weet."),
            _("Kies een dag na vandaag; denk aan de tijd die de brief nodig heeft."),
        ),
    )


def _verhuizing(n: "Wijzigingsbesluit", v: Voorziening) -> tuple[Bevinding, ...]:
    if n.reden != Reden.VERHUIZING:
        return ()
    woonplaats = bepaal_woonplaats(n.naar, verblijf=n.verblijf, brp_voor_verblijf="hier")
    return (
        (
            "naar",
            not n.naar.strip(),
            _("De nieuwe gemeente ontbreekt."),
            _("Vul in naar welke gemeente iemand gaat."),
        ),
        (
            "naar",
            len(n.naar) > LANGSTE_NAAM,
            _("De naam van de gemeente is te lang."),
            _("Vul alleen de naam van de gemeente in."),
        ),
        (
            "verblijf",
            v.wet == Wet.JEUGD and woonplaats.gemeente == "hier",
            f"{woonplaats.uitleg} {_('Deze gemeente blijft dus verantwoordelijk (Jeugdwet artikel 1.1).')}",
            _("Beëindig de hulp niet om deze reden."),
        ),
    )


def geeft(n: "Wijzigingsbesluit") -> bool:
    """Tell whether a decision lets help go on, in its new form."""
    return n.uitkomst in GEEFT and n.verandering != Verandering.BEEINDIGING
