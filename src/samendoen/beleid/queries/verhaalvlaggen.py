"""The signs in a story that may tell who it is about, each explained with what one can do."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samendoen.beleid.definities.verhaal import kennis
from samendoen.beleid.rules.anonimiteit import Vlag, Vlagsoort, vlaggen
from samendoen.organisatie.api import gemeente
from samendoen.schil.api import aantal


@dataclass(frozen=True, slots=True)
class Verhaalwoorden:
    """Everything that is told: title, text, the words with the picture, and the village beside it."""

    titel: str
    tekst: str
    omschrijving: str = ""
    dorp: str = ""

    @property
    def geheel(self) -> str:
        """Return it as one text, each part on lines of its own."""
        return f"{self.titel}\n{self.tekst}\n{self.omschrijving}"


def vlaggen_in(woorden: Verhaalwoorden) -> tuple[Vlag, ...]:
    """Return the signs in a story, one of each kind."""
    onze = gemeente()
    gezien: dict[str, Vlag] = {}
    for vlag in vlaggen(woorden.geheel, kennis(onze.code if onze else ""), woorden.dorp):
        gezien.setdefault(vlag.sleutel, vlag)
    return tuple(gezien.values())


def uitleg(vlag: Vlag) -> tuple[str, str, str]:
    """Return what a sign is called, why it may identify, and what one can do."""
    naam, waarom, doe = _TEKSTEN[vlag.soort]()
    getallen = {"n": vlag.getal, "inwoners": aantal(vlag.getal), "fragment": vlag.fragment}
    if vlag.soort is Vlagsoort.LEEFTIJD and vlag.getal >= 20:
        doe = _("Schrijf een tiental: 'in de %(tien)s'.") % {"tien": _tiental(vlag.getal)}
    return naam, waarom % getallen, doe


def _tiental(leeftijd: int) -> str:
    woorden = (_("twintig"), _("dertig"), _("veertig"), _("vijftig"), _("zestig"), _("zeventig"))
    meer = (_("tachtig"), _("negentig"))
    alle = (*woorden, *meer)
    return alle[min(leeftijd // 10 - 2, len(alle) - 1)]


def gemarkeerd(woorden: Verhaalwoorden, gevonden: tuple[Vlag, ...]) -> SafeString:
    """Return the text with every sign marked, safe."""
    tekst, begin = woorden.tekst, len(woorden.titel) + 1
    uit: list[SafeString] = []
    plek = 0
    for vlag in sorted(gevonden, key=lambda v: v.begin):
        van, tot = vlag.begin - begin, vlag.eind - begin
        if plek <= van < tot <= len(tekst):
            uit += [format_html("{}", tekst[plek:van]), format_html("<mark>{}</mark>", tekst[van:tot])]
            plek = tot
    uit.append(format_html("{}", tekst[plek:]))
    return mark_safe("".join(uit).replace("\n", "<br>"))


def _zelf() -> str:
    return _("Dit wijst op zichzelf één mens aan.")


_TEKSTEN = {
    Vlagsoort.BSN: lambda: (_("BSN"), _zelf(), _("Haal het weg.")),
    Vlagsoort.REKENING: lambda: (_("Rekeningnummer"), _zelf(), _("Haal het weg.")),
    Vlagsoort.TELEFOON: lambda: (_("Telefoonnummer"), _zelf(), _("Haal het weg.")),
    Vlagsoort.EMAIL: lambda: (_("E-mailadres"), _zelf(), _("Haal het weg.")),
    Vlagsoort.POSTCODE: lambda: (_("Postcode"), _zelf(), _("Haal haar weg, of noem de gemeente.")),
    Vlagsoort.ADRES: lambda: (_("Adres"), _zelf(), _("Haal het weg, of schrijf 'in de buurt'.")),
    Vlagsoort.GEBOREN: lambda: (
        _("Geboortedatum"),
        _zelf(),
        _("Haal haar weg, of schrijf 'in de zeventig'."),
    ),
    Vlagsoort.NUMMER: lambda: (
        _("Lang nummer"),
        _("Dit kan het nummer van een dossier, pas of klant zijn."),
        _("Haal het weg."),
    ),
    Vlagsoort.ACCOUNT: lambda: (
        _("Account of website"),
        _("Daar staat vaak wie iemand is."),
        _("Haal het weg."),
    ),
    Vlagsoort.STRAAT: lambda: (
        _("Straat"),
        _("Wie er woont, weet dan wie het is."),
        _("Schrijf 'in de straat' of 'in de buurt'."),
    ),
    Vlagsoort.DATUM: lambda: (
        _("Datum"),
        _("Met een dag erbij is terug te vinden wat er gebeurde, en met wie."),
        _("Schrijf het jaargetijde of het jaar."),
    ),
    Vlagsoort.LEEFTIJD: lambda: (
        _("Leeftijd"),
        _("Een precieze leeftijd maakt herkennen makkelijk."),
        _("Schrijf 'jong kind', 'tiener' of 'jongvolwassen'."),
    ),
    Vlagsoort.NAAM: lambda: (
        _("Naam"),
        _("Dit kan de naam van een mens zijn."),
        _("Schrijf wie het is voor de verteller: 'mijn buurvrouw'. Of bedenk een andere naam, en zeg dat."),
    ),
    Vlagsoort.PLAATS: lambda: (
        _("Plaats"),
        _("Hoe kleiner de plaats, hoe sneller iemand is herkend."),
        _("Noem de gemeente of de streek."),
    ),
    Vlagsoort.KLEIN_DORP: lambda: (
        _("Klein dorp"),
        _("In %(fragment)s wonen ongeveer %(inwoners)s mensen: daar kent bijna iedereen elkaar."),
        _("Noem de gemeente of de streek in plaats van het dorp."),
    ),
    Vlagsoort.ZELDZAAM: lambda: (
        _("Zeldzaam bij elkaar"),
        _("Elk los zegt het weinig, maar dit alles samen past misschien maar op één mens."),
        _("Laat een van deze kenmerken weg, of maak er een ruimer van."),
    ),
}
