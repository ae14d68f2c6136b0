"""What a file with figures may name here, and what is wrong with it in words."""

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.rules.metinglijst import GROOTSTE, LANGSTE, MEESTE_REGELS, Bekend, Fout
from samendoen.kernel.api import klok
from samendoen.organisatie.api import kernen

LANGST_GENOEMD = 60


def bekend() -> Bekend:
    """Return the indicators, the villages of this municipality and the day."""
    codes = {*definities.indicatoren(), *definities.externe_indicatoren()}
    return Bekend(codes, {naam.casefold(): naam for naam in kernen().values()}, klok.vandaag())


def foutzin(fout: Fout) -> str:
    """Return what is wrong and what to do about it, in a sentence."""
    waarde = fout.waarde if len(fout.waarde) <= LANGST_GENOEMD else f"{fout.waarde[:LANGST_GENOEMD]}…"
    naam, _streep, soort = fout.code.partition("_")
    if soort == "lang":
        zin = _("De kolom %(kolom)s is langer dan %(n)s tekens. Maak de tekst korter.")
        return zin % {"kolom": naam, "n": LANGSTE[naam]}
    return _zinnen()[fout.code] % {"waarde": waarde, "n": MEESTE_REGELS, "mb": GROOTSTE // 1024 // 1024}


def _zinnen() -> dict[str, str]:
    return {
        "te_groot": _("Het bestand is groter dan %(mb)s MB. Knip het in delen."),
        "codering": _("Het bestand is geen tekst in UTF-8. Bewaar het als CSV UTF-8."),
        "csv": _("Het bestand is geen CSV. Bewaar het als CSV UTF-8."),
        "leeg": _(
            "Het bestand is leeg. Zet de namen van de kolommen op de eerste regel en daaronder de cijfers."
        ),
        "te_veel": _(
            "Het bestand heeft %(waarde)s regels; hoogstens %(n)s kunnen er tegelijk. Knip het in delen."
        ),
        "kolom": _("Deze kolommen ontbreken: %(waarde)s. Zet hun namen op de eerste regel."),
        "indicator": _("De indicator '%(waarde)s' bestaat niet. Zoek de code op de pagina van het cijfer."),
        "periode": _("'%(waarde)s' is geen periode. Schrijf 2024, 2024-K1 of 2024-05."),
        "periode_toekomst": _("%(waarde)s ligt in de toekomst. Verwachtingen horen hier niet."),
        "gebiedsoort": _("De soort gebied '%(waarde)s' bestaat niet. Schrijf gemeente, regio, land of dorp."),
        "gebied_leeg": _("Het gebied ontbreekt. Schrijf de naam ervan."),
        "land": _("'%(waarde)s' is geen land. Schrijf Nederland."),
        "dorp": _("'%(waarde)s' is geen kern van deze gemeente. Schrijf de naam zoals bij Organisatie."),
        "waarde": _(
            "'%(waarde)s' is geen getal met hoogstens 4 decimalen. Laat de regel weg als er geen cijfer is."
        ),
        "waarde_leeg": _("De waarde ontbreekt. Laat de regel weg als er geen cijfer is."),
        "waarde_duizend": _(
            "'%(waarde)s' kan twee getallen zijn. Schrijf duizendtallen zonder punt of komma."
        ),
        "dubbel": _("Hetzelfde cijfer van dezelfde bron staat al op regel %(waarde)s. Laat er één staan."),
    }
