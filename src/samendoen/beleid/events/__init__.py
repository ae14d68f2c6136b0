"""Event kinds of the policy cycle. Words of people (reasons, accounts) stand in the rows only."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

PLAN = "beleid.plan"
DOELSTELLING = "beleid.doelstelling"
ACTIVITEIT = "beleid.activiteit"
RAPPORT = "beleid.rapport"
BEGROTINGSREGEL = "beleid.begrotingsregel"
LEZING = "beleid.lezing"


class PlanGeimporteerd(Gebeurtenissoort):
    """A plan was read in from the definition with this hash."""

    soort = "beleid.plan_geimporteerd"
    onderwerp = PLAN
    plan: Code
    definitie: Hash
    doelen: int
    activiteiten: int
    mutaties: int


class StandGezet(Gebeurtenissoort):
    """A light of an activity was set, as it stood on `peildatum`."""

    soort = "beleid.stand_gezet"
    onderwerp = ACTIVITEIT
    aspect: Code
    kleur: Code
    peildatum: date
    synthetisch: bool


class VerantwoordingGewijzigd(Gebeurtenissoort):
    """The account of an activity has another text, with this hash."""

    soort = "beleid.verantwoording_gewijzigd"
    onderwerp = ACTIVITEIT
    tekst: Hash


class IndicatorGekoppeld(Gebeurtenissoort):
    """A goal is measured by this indicator from now on; None: by none."""

    soort = "beleid.indicator_gekoppeld"
    onderwerp = DOELSTELLING
    indicator: Code | None


class BestedingGeboekt(Gebeurtenissoort):
    """What was spent of a line of the budget in a year, up to a day, in euro cents."""

    soort = "beleid.besteding_geboekt"
    onderwerp = BEGROTINGSREGEL
    jaar: int
    besteed_eurocent: int
    tot: date


class RapportGemaakt(Gebeurtenissoort):
    """A report was frozen: of which plan and day, and the hash of what it says."""

    soort = "beleid.rapport_gemaakt"
    onderwerp = RAPPORT
    rapportsoort: Code
    plan: Code
    peildatum: date
    inhoud: Hash


class DocumentGelezen(Gebeurtenissoort):
    """A document with this hash was read for a plan; how much of what was found."""

    soort = "beleid.document_gelezen"
    onderwerp = LEZING
    document: Hash
    doelen: int
    activiteiten: int
    mutaties: int
    niet_geplaatst: int


class LezingVerbeterd(Gebeurtenissoort):
    """An activity of a reading was corrected, or left out; both are counted from 1."""

    soort = "beleid.lezing_verbeterd"
    onderwerp = LEZING
    doel: int
    activiteit: int
    weglaten: bool


class LezingOvergenomen(Gebeurtenissoort):
    """A reading became this part of its plan."""

    soort = "beleid.lezing_overgenomen"
    onderwerp = LEZING
    onderdeel: int


class LezingWeggelegd(Gebeurtenissoort):
    """A reading was put away; the plan stayed as it was."""

    soort = "beleid.lezing_weggelegd"
    onderwerp = LEZING
