"""Models of organisatie."""

from samendoen.organisatie.models.afwezigheid import Afwezigheid
from samendoen.organisatie.models.capaciteit import Capaciteit
from samendoen.organisatie.models.gemeente import Gemeente
from samendoen.organisatie.models.kern import Kern
from samendoen.organisatie.models.mandaat import BEVOEGDHEDEN, MANDAATROLLEN, Mandaat
from samendoen.organisatie.models.medewerker import REGISTRATIES, Medewerker
from samendoen.organisatie.models.periode import loopt_op
from samendoen.organisatie.models.team import TEAMSOORTEN, Team
from samendoen.organisatie.models.teamnaam import TeamNaam

__all__ = [
    "BEVOEGDHEDEN",
    "MANDAATROLLEN",
    "REGISTRATIES",
    "TEAMSOORTEN",
    "Afwezigheid",
    "Capaciteit",
    "Gemeente",
    "Kern",
    "Mandaat",
    "Medewerker",
    "Team",
    "TeamNaam",
    "loopt_op",
]
