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
    """A goal is measured by this indicator too from now on; None, in old events: by none."""

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


class RapportGepubliceerd(Gebeurtenissoort):
    """A report went out to the council."""

    soort = "beleid.rapport_gepubliceerd"
    onderwerp = RAPPORT


class RapportVerbeterd(Gebeurtenissoort):
    """A report takes the place of this other one, once it is published."""

    soort = "beleid.rapport_verbeterd"
    onderwerp = RAPPORT
    verbetert: int


class RapportVernietigd(Gebeurtenissoort):
    """The bytes of a report were destroyed; that it was there, with its hash, stays."""

    soort = "beleid.rapport_vernietigd"
    onderwerp = RAPPORT
    reden: Code


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


class IndicatorLosgemaakt(Gebeurtenissoort):
    """A goal is no longer measured by this indicator."""

    soort = "beleid.indicator_losgemaakt"
    onderwerp = DOELSTELLING
    indicator: Code


class VerantwoordingAangeboden(Gebeurtenissoort):
    """The account of an activity, this text, was offered for publication with the lights beside it."""

    soort = "beleid.verantwoording_aangeboden"
    onderwerp = ACTIVITEIT
    aanbieding: int
    tekst: Hash


class VerantwoordingGoedgekeurd(Gebeurtenissoort):
    """Somebody else approved what was offered: it is published."""

    soort = "beleid.verantwoording_goedgekeurd"
    onderwerp = ACTIVITEIT
    aanbieding: int


class VerantwoordingTeruggestuurd(Gebeurtenissoort):
    """Somebody else sent back what was offered, with a remark."""

    soort = "beleid.verantwoording_teruggestuurd"
    onderwerp = ACTIVITEIT
    aanbieding: int


class VerantwoordingIngetrokken(Gebeurtenissoort):
    """Who offered it took it back before it was judged."""

    soort = "beleid.verantwoording_ingetrokken"
    onderwerp = ACTIVITEIT
    aanbieding: int


class VerantwoordingVerlopen(Gebeurtenissoort):
    """What was offered is on offer no more: a text or a light changed since."""

    soort = "beleid.verantwoording_verlopen"
    onderwerp = ACTIVITEIT
    aanbieding: int


class PublicatieTeruggehaald(Gebeurtenissoort):
    """What was approved is published no more."""

    soort = "beleid.publicatie_teruggehaald"
    onderwerp = ACTIVITEIT
    aanbieding: int


class RegelToegevoegd(Gebeurtenissoort):
    """A theme, goal or activity was added to a plan on screen."""

    soort = "beleid.regel_toegevoegd"
    onderwerp = PLAN
    regelsoort: Code
    regel: int


class RegelGewijzigd(Gebeurtenissoort):
    """These fields of a theme, goal or activity changed, to this version; the words stand in the rows."""

    soort = "beleid.regel_gewijzigd"
    onderwerp = PLAN
    regelsoort: Code
    regel: int
    velden: tuple[Code, ...]
    regelversie: int


class RegelVerplaatst(Gebeurtenissoort):
    """A theme, goal or activity got another place among its own."""

    soort = "beleid.regel_verplaatst"
    onderwerp = PLAN
    regelsoort: Code
    regel: int
    plaats: int


class RegelBeeindigd(Gebeurtenissoort):
    """A theme, goal or activity ended on a day; what was written of it stays."""

    soort = "beleid.regel_beeindigd"
    onderwerp = PLAN
    regelsoort: Code
    regel: int
    op: date


class RegelHersteld(Gebeurtenissoort):
    """A theme, goal or activity that had ended runs again."""

    soort = "beleid.regel_hersteld"
    onderwerp = PLAN
    regelsoort: Code
    regel: int


class RapportdagGepland(Gebeurtenissoort):
    """A plan reports on this day; its owners are asked so many days before."""

    soort = "beleid.rapportdag_gepland"
    onderwerp = PLAN
    rapportdag: int
    dag: date
    dagen_vooraf: int
    dagen_herinnering: int


class RapportdagVervallen(Gebeurtenissoort):
    """A plan does not report on that day after all."""

    soort = "beleid.rapportdag_vervallen"
    onderwerp = PLAN
    rapportdag: int
