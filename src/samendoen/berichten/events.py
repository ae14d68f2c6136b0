"""Event kinds of the message traffic: codes, numbers and days. What a message says stands in the message."""

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

BERICHT = "berichten.bericht"
VERZOEK = "berichten.verzoek"


class BerichtOntvangen(Gebeurtenissoort):
    """The bytes of a message are kept; what they are is not known yet."""

    soort = "berichten.bericht_ontvangen"
    onderwerp = BERICHT
    inhoud: Hash


class BerichtVerwerkt(Gebeurtenissoort):
    """A received message was judged and had its effects; `antwoord` is the message that answers it.

    `uitkomst` is its status from now on, `codes` what was found: retourcodes, or the rules of level 1.
    """

    soort = "berichten.bericht_verwerkt"
    onderwerp = BERICHT
    berichtsoort: Code
    tegenpartij: Code
    uitkomst: Code
    codes: tuple[Code, ...]
    antwoord: int | None


class BerichtKlaargezet(Gebeurtenissoort):
    """A message of ours is ready to go; `antwoord_op` is the message that it answers."""

    soort = "berichten.bericht_klaargezet"
    onderwerp = BERICHT
    berichtsoort: Code
    tegenpartij: Code
    inhoud: Hash
    antwoord_op: int | None


class BerichtAangeboden(Gebeurtenissoort):
    """A message of ours was handed to the transport, at this attempt."""

    soort = "berichten.bericht_aangeboden"
    onderwerp = BERICHT
    poging: int


class BerichtHerzonden(Gebeurtenissoort):
    """A message of ours goes once more, the very same: it was asked again, or somebody decided so."""

    soort = "berichten.bericht_herzonden"
    onderwerp = BERICHT


class BerichtBeantwoord(Gebeurtenissoort):
    """The other party answered a message of ours; `codes` are the retourcodes that say something."""

    soort = "berichten.bericht_beantwoord"
    onderwerp = BERICHT
    antwoord: int
    codes: tuple[Code, ...]


class BerichtMislukt(Gebeurtenissoort):
    """The transport of the other party refused a message of ours."""

    soort = "berichten.bericht_mislukt"
    onderwerp = BERICHT
    codes: tuple[Code, ...]


class SignaalAfgehandeld(Gebeurtenissoort):
    """Somebody settled what a message asked: a finding, an alarm."""

    soort = "berichten.signaal_afgehandeld"
    onderwerp = BERICHT


class SignaalHeropend(Gebeurtenissoort):
    """It was not settled after all: what the message asked is asked again."""

    soort = "berichten.signaal_heropend"
    onderwerp = BERICHT


class BerichtOpnieuwGeprobeerd(Gebeurtenissoort):
    """Somebody asked to process a received message now, and not when its time comes."""

    soort = "berichten.bericht_opnieuw_geprobeerd"
    onderwerp = BERICHT


class VerzoekOntvangen(Gebeurtenissoort):
    """A provider asks for something, or for a change; `melding` is the question that it became."""

    soort = "berichten.verzoek_ontvangen"
    onderwerp = VERZOEK
    berichtsoort: Code
    aanbieder: Code
    bericht: int
    melding: int | None
    toewijzingen: tuple[int, ...]


class VerzoekInOnderzoek(Gebeurtenissoort):
    """We told the provider, by this message, that we look into it."""

    soort = "berichten.verzoek_in_onderzoek"
    onderwerp = VERZOEK
    antwoord: int


class VerzoekAfgewezen(Gebeurtenissoort):
    """We told the provider, by this message and with this reason (WJ759), that we refuse it."""

    soort = "berichten.verzoek_afgewezen"
    onderwerp = VERZOEK
    antwoord: int
    reden: Code


class VerzoekToegewezen(Gebeurtenissoort):
    """These assignments grant it; the 301 with its reference is ready to go."""

    soort = "berichten.verzoek_toegewezen"
    onderwerp = VERZOEK
    toewijzingen: tuple[int, ...]


class VerzoekAntwoordTeruggenomen(Gebeurtenissoort):
    """The provider does not have this answer (319): it was taken back. `vorige` is the one before it."""

    soort = "berichten.verzoek_antwoord_teruggenomen"
    onderwerp = VERZOEK
    antwoord: int
    vorige: int | None
