"""Event kinds of stories. What was told stands in the row alone, encrypted, and goes when consent ends."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

VERHAAL = "beleid.verhaal"


class VerhaalOpgetekend(Gebeurtenissoort):
    """A story was written down beside a goal: whose (a role), and the consent that came first."""

    soort = "beleid.verhaal_opgetekend"
    onderwerp = VERHAAL
    doel: int
    verteller: Code
    gever: Code
    wijze: Code
    gebruik: tuple[Code, ...]
    gegeven_op: date
    tot: date


class VerhaalGewijzigd(Gebeurtenissoort):
    """A story has other words, or stands beside another goal."""

    soort = "beleid.verhaal_gewijzigd"
    onderwerp = VERHAAL
    doel: int
    nummer: int


class BeeldGezet(Gebeurtenissoort):
    """A picture or a clip came with a story, without what the device had written in it."""

    soort = "beleid.beeld_gezet"
    onderwerp = VERHAAL
    beeldsoort: Code
    bytes: int


class BeeldWeggehaald(Gebeurtenissoort):
    """The picture or clip of a story was removed."""

    soort = "beleid.beeld_weggehaald"
    onderwerp = VERHAAL


class VerhaalAangeboden(Gebeurtenissoort):
    """A story waits for somebody else to publish it; so many signs were looked at and left with a reason."""

    soort = "beleid.verhaal_aangeboden"
    onderwerp = VERHAAL
    nummer: int
    bevestigd: int


class VerhaalGepubliceerd(Gebeurtenissoort):
    """A story may be seen, for what its teller consented to."""

    soort = "beleid.verhaal_gepubliceerd"
    onderwerp = VERHAAL
    nummer: int


class VerhaalTeruggehaald(Gebeurtenissoort):
    """A story is a draft again."""

    soort = "beleid.verhaal_teruggehaald"
    onderwerp = VERHAAL


class ToestemmingVerlengd(Gebeurtenissoort):
    """Consent was given anew: for what, and until when."""

    soort = "beleid.toestemming_verlengd"
    onderwerp = VERHAAL
    gever: Code
    wijze: Code
    gebruik: tuple[Code, ...]
    gegeven_op: date
    tot: date


class VerhaalIngetrokken(Gebeurtenissoort):
    """Consent was withdrawn: words and picture are gone, everywhere. Reports that hold them are told."""

    soort = "beleid.verhaal_ingetrokken"
    onderwerp = VERHAAL
    rapporten: tuple[int, ...]


class VerhaalVerlopen(Gebeurtenissoort):
    """Consent ended on its last day: words and picture are gone here."""

    soort = "beleid.verhaal_verlopen"
    onderwerp = VERHAAL


class VerhaalWeggegooid(Gebeurtenissoort):
    """A draft was thrown away: words and picture are gone."""

    soort = "beleid.verhaal_weggegooid"
    onderwerp = VERHAAL
