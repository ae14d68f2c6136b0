"""Event kinds of the social map. Nothing on the map is about a resident."""

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

ORGANISATIE = "kaart.organisatie"
AANBOD = "kaart.aanbod"


class KaartIngelezen(Gebeurtenissoort):
    """The starting data of the map were read in, from the definition with this hash."""

    soort = "kaart.kaart_ingelezen"
    onderwerp = "kaart.kaart"
    gemeente: Code
    definitie: Hash
    organisaties: int
    locaties: int
    aanbod: int


class OrganisatieGemaakt(Gebeurtenissoort):
    """An organisation came on the map."""

    soort = "kaart.organisatie_gemaakt"
    onderwerp = ORGANISATIE


class OrganisatieGewijzigd(Gebeurtenissoort):
    """What the map says about an organisation changed."""

    soort = "kaart.organisatie_gewijzigd"
    onderwerp = ORGANISATIE


class LocatieGemaakt(Gebeurtenissoort):
    """An organisation got a place where people can go."""

    soort = "kaart.locatie_gemaakt"
    onderwerp = "kaart.locatie"
    organisatie: int


class AanbodGemaakt(Gebeurtenissoort):
    """An offer came on the map."""

    soort = "kaart.aanbod_gemaakt"
    onderwerp = AANBOD
    organisatie: int
    niveau: Code


class AanbodGewijzigd(Gebeurtenissoort):
    """What the map says about an offer changed."""

    soort = "kaart.aanbod_gewijzigd"
    onderwerp = AANBOD
    niveau: Code


class AanbodGestopt(Gebeurtenissoort):
    """From the day on which it occurred nobody is sent there any more."""

    soort = "kaart.aanbod_gestopt"
    onderwerp = AANBOD


class AanbodHervat(Gebeurtenissoort):
    """An offer that had stopped is there again."""

    soort = "kaart.aanbod_hervat"
    onderwerp = AANBOD
