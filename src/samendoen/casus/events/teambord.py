"""Events of dividing the work in a team. What the next director should know is content."""

from samendoen.casus.events.casus import CASUS
from samendoen.kernel.api import Code, Gebeurtenissoort, Hash


class IntensiteitGezet(Gebeurtenissoort):
    """How much this casus asks; `definitie` is the hash of the weights that then held."""

    soort = "casus.intensiteit_gezet"
    onderwerp = CASUS
    intensiteit: Code
    definitie: Hash


class OverdrachtToegelicht(Gebeurtenissoort):
    """The leader moved this casus to a colleague, and wrote down what that colleague should know."""

    soort = "casus.overdracht_toegelicht"
    onderwerp = CASUS
    van: int
    naar: int
