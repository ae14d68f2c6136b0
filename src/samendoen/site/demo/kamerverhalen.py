"""Schema of what happens in the rooms around a plan: what is found, noted, looked back on, kept safe.

Every text is what somebody would type there; `door` is a user name of the demo.
"""

from datetime import date

from pydantic import Field

from samendoen.kernel.definities import Code, Definitie


class Bevindingverhaal(Definitie):
    """What was found on one life domain; offers by their name on the map."""

    leefgebied: Code
    situatie: str
    wens: str = ""
    eigen_kracht: str = ""
    netwerk: str = ""
    mantelzorg: str = ""
    algemeen: str = ""
    aanbod: tuple[str, ...] = ()
    cijfer: int | None = None


class Onderzochteverhaal(Definitie):
    """What was found with one person."""

    wie: Code
    clientondersteuning: str = ""
    eigen_plan: str = ""
    plan_ontvangen_op: date | None = None
    plan_tekst: str = ""
    plan_antwoord: str = ""
    verteld: tuple[str, ...] = ()
    samenwerking: str = ""
    conclusie: str = ""
    bevinding: tuple[Bevindingverhaal, ...] = Field(min_length=1)


class Onderzoeksverhaal(Definitie):
    """An investigation into questions: begun, talked through and reported on a day (None: not yet)."""

    code: Code
    vragen: tuple[Code, ...] = Field(min_length=1)
    op: date
    gesproken_op: date
    verstuurd_op: date | None = None
    mens: tuple[Onderzochteverhaal, ...] = Field(min_length=1)


class Doeluitslag(Definitie):
    """What is said of a goal (its code)."""

    doel: Code
    bereikt: str
    woorden: str
    vervolg: str = "doorgaan"
    reden: str = ""


class Uitkomst(Definitie):
    """How it is with one person by now."""

    wie: Code
    cijfer: int | None = None
    zonder_hulp: str = ""
    minder_problemen: str = ""


class Cijfer(Definitie):
    """The mark that somebody gives now on a life domain of an investigation (its code)."""

    onderzoek: Code
    wie: Code
    leefgebied: Code
    cijfer: int


class Evaluatieverhaal(Definitie):
    """Looking back on a version of the plan (its number)."""

    versie: int
    op: date
    volgende_op: date
    doel: tuple[Doeluitslag, ...] = Field(min_length=1)
    uitkomst: tuple[Uitkomst, ...] = ()
    cijfer: tuple[Cijfer, ...] = ()


class Partnerverhaal(Definitie):
    """A partner (name on the map) directs one life domain."""

    organisatie: str
    leefgebied: Code
    contact: str
    afspraak: str
    van: date
    bekijken_op: date


class Merkverhaal(Definitie):
    """A warning before a visit; decided by who directs."""

    wie: Code
    soort: str
    instructie: str
    reden: str
    van: date
    tot: date


class Taxatieverhaal(Definitie):
    """How safe somebody is judged to be on a day."""

    wie: Code
    oordeel: str
    woorden: str
    op: date
    opnieuw_op: date | None = None


class Stapverhaal(Definitie):
    """A step of the meldcode."""

    soort: Code
    op: date
    woorden: str
    keuzes: tuple[str, ...] = ()
    antwoorden: dict[str, bool] = Field(default_factory=dict)
    besluit: str = ""


class Meldcodeverhaal(Definitie):
    """A path of the meldcode; `klaar_op` is when it ended (None: it runs)."""

    code: Code
    doelgroep: str
    wie: tuple[Code, ...]
    op: date
    stap: tuple[Stapverhaal, ...] = Field(min_length=1)
    klaar_op: date | None = None


class Notitieverhaal(Definitie):
    """A note by a template, heading -> text; one that is not `klaar` waits to be finished."""

    sjabloon: Code
    wie: tuple[Code, ...]
    op: date
    met_wie: str = ""
    delen: dict[str, str]
    klaar: bool = True


class Zwaarteverhaal(Definitie):
    """How much the casus asks of who directs it, since a day."""

    intensiteit: Code
    op: date


class Pogingverhaal(Definitie):
    """One time that contact was sought."""

    op: date
    wijze: str
    uitkomst: str
    woorden: str = ""


class Eropafverhaal(Definitie):
    """Going to who did not ask: since, until (None: still), why another goes on or why this team goes.

    Whoever took the worry themselves (`opgenomen_door`, a user name) keeps it for a fortnight.
    """

    op: date
    tot: date | None = None
    reden: str
    door: str
    opgenomen_door: str = ""
    poging: tuple[Pogingverhaal, ...] = Field(min_length=1)


class Wachtverhaal(Definitie):
    """A call to who waits on a day, with the priority that was chosen then and what helps meanwhile."""

    op: date
    door: str
    prioriteit: Code
    reden: str
    uitkomst: str
    woorden: str
    verwachte_weken: int | None = None
    overbrugging: str = ""


class Puntverhaal(Definitie):
    """A casus, or a question (its code), on the agenda of a table; discussed when there is an outcome."""

    tafel: Code
    team: Code
    op: date
    geagendeerd_op: date
    door: str
    vraagcode: Code | None = None
    vraag: str
    uitkomst: str = ""
    verslag: str = ""
