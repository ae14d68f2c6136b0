"""Until when somebody can object to a decision, or appeal to the court."""

from django.utils.translation import gettext as _

from samendoen.besluiten.models import Besluit
from samendoen.besluiten.queries.brief import in_bezwaar
from samendoen.besluiten.rules import Uitkomst
from samendoen.kernel.api import klok
from samendoen.recht.api import bereken
from samendoen.schil.api import Klok
from samendoen.schil.api import klok as maak_klok


def open_voor_bezwaar(besluit: Besluit) -> bool:
    """Tell whether one can object to a decision: it was announced, and it is no decision on an objection
    itself, to which one appeals (Awb art. 7:1, 8:1)."""
    if besluit.bekendgemaakt_op is None or besluit.uitkomst == Uitkomst.INGETROKKEN:
        return False
    return not in_bezwaar([besluit])


def bezwaartermijn(besluit: Besluit) -> Klok | None:
    """Return the term to object or to appeal with its explanation, None when there is none; it is the
    resident's, so nobody here can be late with it."""
    if besluit.bekendgemaakt_op is None or besluit.uitkomst == Uitkomst.INGETROKKEN:
        return None
    termijn = bereken("bezwaar", besluit.bekendgemaakt_op)
    bezwaar = open_voor_bezwaar(besluit)
    return maak_klok(
        naam=_("Bezwaar maken kan tot en met") if bezwaar else _("Beroep kan tot en met"),
        start=termijn.start,
        uiterste=termijn.einde,
        vandaag=klok.vandaag(),
        stappen=[(s.datum, s.wat, s.grondslag) for s in termijn.stappen],
        waarschuwingen=termijn.waarschuwingen,
        grondslag=termijn.soort.grondslag,
        rekenen=True,
    )
