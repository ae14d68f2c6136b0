"""What every text on the policy side is held to: there, not too long, and nobody to be recognised at once."""

from django.utils.translation import gettext as _

from samendoen.beleid.queries.verhaalvlaggen import Verhaalwoorden, uitleg, vlaggen_in
from samendoen.beleid.rules.anonimiteit import Vlagsoort
from samendoen.kernel.api import Domeinfout


def keur_lengte(tekst: str, veld: str, hoogstens: int) -> None:
    """Raise Domeinfout ("<veld>_leeg", "<veld>_te_lang") for an empty or too long text."""
    if not tekst.strip():
        raise Domeinfout(f"{veld}_leeg", _("Dit is leeg."), _("Vul het in."), veld=veld)
    if len(tekst) > hoogstens:
        raise Domeinfout(
            f"{veld}_te_lang",
            _("Dit is langer dan %(n)s tekens.") % {"n": hoogstens},
            _("Maak het korter."),
            veld=veld,
        )


def weiger_zwaar(tekst: str, veld: str) -> None:
    """Raise Domeinfout for a text that identifies by itself: it never enters the database."""
    gevonden = [v for v in vlaggen_in(Verhaalwoorden("", tekst)) if v.zwaar]
    if gevonden:
        lijst = ", ".join(f"{uitleg(v)[0]} ({v.fragment})" for v in gevonden)
        raise Domeinfout(
            "verhaal_herkenbaar",
            _("Hierin staat wat iemand meteen aanwijst: %(lijst)s.") % {"lijst": lijst},
            _("Haal het weg; pas dan wordt de tekst bewaard."),
            veld=veld,
        )


def weiger_naam(label: str, veld: str) -> None:
    """Raise Domeinfout for a label with a first name in it: an organisation or a role is told, no person."""
    from samendoen.beleid.definities.verhaal import kennis

    namen = kennis("").voornamen
    gevonden = [
        v.fragment
        for v in vlaggen_in(Verhaalwoorden("", f"wij zijn {label}"))
        if v.soort is Vlagsoort.NAAM and v.fragment in namen
    ]
    if gevonden:
        raise Domeinfout(
            "label_met_naam",
            _("Hierin staat een naam van een mens: %(naam)s.") % {"naam": ", ".join(gevonden)},
            _("Noem de organisatie of de rol, bijvoorbeeld 'een mantelzorger'."),
            veld=veld,
        )
