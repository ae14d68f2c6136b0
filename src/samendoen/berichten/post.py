"""The second door of berichten: the traffic itself, for who has a database. `api` judges without one."""

from samendoen.berichten.actions.betaling import Betaling, betaal_declaraties
from samendoen.berichten.actions.ontvangst import ontvang
from samendoen.berichten.actions.verkeer import Ronde, Uitslag, doe_ronde, verwerk_bestand
from samendoen.berichten.actions.verwerking import verwerk
from samendoen.berichten.queries.betaling import te_betalen
from samendoen.berichten.queries.ruimte import bezwaren
from samendoen.berichten.transport import Levering, Transport
from samendoen.berichten.transport.mappen import Mappen

__all__ = [
    "Betaling", "Levering", "Mappen", "Ronde", "Transport", "Uitslag", "betaal_declaraties", "bezwaren",
    "doe_ronde", "ontvang", "te_betalen", "verwerk",
    "verwerk_bestand",
]  # fmt: skip
