"""A 301: all that is assigned to one provider for one client (OP087), made from values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from samendoen.berichten.rules.bericht import Bericht, Inhoud, maak
from samendoen.berichten.rules.berichtkop import maak_kop
from samendoen.berichten.rules.soorten import SOORTEN

GESLACHT = {"man": "1", "vrouw": "2"}
EIGEN_NAAM = "1"
"""NaamGebruik: the own name, without that of a partner."""
BRP_ADRES, CORRESPONDENTIE = "01", "02"
NEDERLAND, LANDNUMMER = "NL", "31"
_HUIS = re.compile(r"0*([0-9]{1,5})([a-z])?([0-9a-z]{1,4})?")


@dataclass(frozen=True, slots=True)
class Client:
    """A client as a 301 names him. `geheim`: where he lives is not in it; `gemeente` is whom to ask then."""

    bsn: str
    geboortedatum: date
    geslacht: str
    achternaam: str
    tussenvoegsel: str
    voornamen: str
    voorletters: str
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    telefoon: str
    geheim: bool
    gemeente: str


@dataclass(frozen=True, slots=True)
class Product:
    """What is assigned, in the codes of the standard; `einde` is the last day. Amounts in whole eurocents.

    With `budget` there is no volume. `categorie` and `code` "": a budget for whatever is needed.
    """

    nummer: int
    categorie: str
    code: str
    toegewezen_op: datetime
    ingang: date
    einde: date | None
    reden_wijziging: str = ""
    volume: int | None = None
    eenheid: str = ""
    frequentie: str = ""
    budget: int | None = None
    referentie: str = ""


@dataclass(frozen=True, slots=True)
class Toewijzingsbericht:
    """What a 301 says; `standaard` is wmo or jw."""

    standaard: str
    gemeente: str
    aanbieder: str
    client: Client
    producten: Sequence[Product]

    def maak(self, identificatie: str, dagtekening: date) -> Bericht:
        """Return the message with this identity, of this day."""
        soort = SOORTEN[f"{self.standaard.upper()}301"]
        kop = maak_kop(soort, self.gemeente, self.aanbieder, identificatie, dagtekening)
        return maak(soort, {"Header": kop, "Client": _client(self.client, self.producten)})


def _client(client: Client, producten: Sequence[Product]) -> Inhoud:
    return {
        "Bsn": client.bsn,
        "Geboortedatum": {"Datum": client.geboortedatum},
        "Geslacht": GESLACHT.get(client.geslacht, "0"),
        "Naam": {
            "Geslachtsnaam": {
                "Achternaam": client.achternaam,
                "Voorvoegsel": client.tussenvoegsel[:10] or None,
            },
            "Voornamen": client.voornamen or None,
            "Voorletters": re.sub(r"[^A-Za-z]", "", client.voorletters).upper()[:6] or None,
            "NaamGebruik": EIGEN_NAAM,
        },
        "Contactgegevens": {"Contact": [_contact(client)]},
        "ToegewezenProducten": {"ToegewezenProduct": [_product(product) for product in producten]},
    }


def _contact(client: Client) -> Inhoud:
    """Return where the client lives. Of a secret address only that the municipality knows it (IV047)."""
    huis = _HUIS.fullmatch(client.huisnummer)
    if client.geheim or not client.postcode or huis is None:
        return {
            "Soort": CORRESPONDENTIE,
            "Organisatie": f"Gemeente {client.gemeente}"[:35],
            "Telefoon": _telefoon(client),
        }
    nummer, letter, toevoeging = huis.groups()
    return {
        "Soort": BRP_ADRES,
        "Adres": {
            "Huis": {
                "Huisnummer": nummer,
                "Huisletter": letter.upper() if letter else None,
                "HuisnummerToevoeging": toevoeging.upper() if toevoeging else None,
            },
            "Postcode": client.postcode.replace(" ", ""),
            "Straatnaam": client.straat[:24] or None,
            "Plaatsnaam": client.plaats or None,
            "LandCode": NEDERLAND,
        },
        "Telefoon": _telefoon(client),
    }


def _telefoon(client: Client) -> Inhoud | None:
    cijfers = re.sub(r"[^0-9+]", "", client.telefoon).replace("+31", "0").replace("0031", "0")
    if not re.fullmatch(r"0[0-9]{9}", cijfers):
        return None
    return {"Telefoon01": {"Telefoonnummer": cijfers, "Landnummer": LANDNUMMER}}


def _product(product: Product) -> Inhoud:
    categorie: Inhoud = {"Categorie": product.categorie, "Code": product.code or None}
    omvang: Inhoud = {
        "Volume": product.volume if product.volume is not None else "",
        "Eenheid": product.eenheid,
        "Frequentie": product.frequentie,
    }
    return {
        "ToewijzingNummer": product.nummer,
        "ReferentieAanbieder": product.referentie or None,
        "Product": categorie if product.categorie else None,
        "Toewijzingsdatum": product.toegewezen_op.date(),
        "Toewijzingstijd": product.toegewezen_op.time().replace(microsecond=0, tzinfo=None),
        "Ingangsdatum": product.ingang,
        "Einddatum": product.einde,
        "RedenWijziging": product.reden_wijziging or None,
        "Omvang": omvang if product.volume is not None else None,
        "Budget": product.budget,
    }
