"""Event kinds of initiatives and of the villages' budgets. Words and names of villages stand in the rows."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

INITIATIEF = "beleid.initiatief"
DORPSBUDGET = "beleid.dorpsbudget"


class InitiatiefIngediend(Gebeurtenissoort):
    """An initiative was written down to be judged by the conditions of a plan."""

    soort = "beleid.initiatief_ingediend"
    onderwerp = INITIATIEF
    plan: Code
    bedrag_eurocent: int


class InitiatiefGewijzigd(Gebeurtenissoort):
    """What was asked or agreed changed, before it got money."""

    soort = "beleid.initiatief_gewijzigd"
    onderwerp = INITIATIEF
    nummer: int
    bedrag_eurocent: int


class VoorwaardeGetoetst(Gebeurtenissoort):
    """One condition was judged."""

    soort = "beleid.voorwaarde_getoetst"
    onderwerp = INITIATIEF
    voorwaarde: Code
    uitkomst: Code


class InitiatiefToegekend(Gebeurtenissoort):
    """An initiative got money of a line of the budget, of one year, for a bounded time."""

    soort = "beleid.initiatief_toegekend"
    onderwerp = INITIATIEF
    regel: Code
    jaar: int
    bedrag_eurocent: int
    van: date
    tot: date


class InitiatiefAfgewezen(Gebeurtenissoort):
    """An initiative got no money."""

    soort = "beleid.initiatief_afgewezen"
    onderwerp = INITIATIEF


class EvaluatieGehouden(Gebeurtenissoort):
    """An initiative was looked back on, as was agreed at the start."""

    soort = "beleid.evaluatie_gehouden"
    onderwerp = INITIATIEF
    moment: int
    op: date


class EvaluatieTeruggenomen(Gebeurtenissoort):
    """An evaluation was a mistake; the moment is open again."""

    soort = "beleid.evaluatie_teruggenomen"
    onderwerp = INITIATIEF
    moment: int


class InitiatiefBesloten(Gebeurtenissoort):
    """After evaluation: structural, stop or tender; and what it cost."""

    soort = "beleid.initiatief_besloten"
    onderwerp = INITIATIEF
    besluit: Code
    besteed_eurocent: int


class InitiatiefHeropend(Gebeurtenissoort):
    """The last step (grant, refusal, decision) was taken back, with a reason."""

    soort = "beleid.initiatief_heropend"
    onderwerp = INITIATIEF


class DorpsbudgetVerdeeld(Gebeurtenissoort):
    """The subsidy budget of a year was divided over the villages by their inhabitants."""

    soort = "beleid.dorpsbudget_verdeeld"
    onderwerp = DORPSBUDGET
    jaar: int
    eurocent: int
    inwoners: int
    dorpen: int


class DorpsuitgaveGeboekt(Gebeurtenissoort):
    """A village spent of its budget."""

    soort = "beleid.dorpsuitgave_geboekt"
    onderwerp = DORPSBUDGET
    uitgave: int
    eurocent: int


class DorpsuitgaveIngetrokken(Gebeurtenissoort):
    """An expense of a village was a mistake."""

    soort = "beleid.dorpsuitgave_ingetrokken"
    onderwerp = DORPSBUDGET
    uitgave: int
