"""State of residents."""

from samendoen.inwoners.models.huishouden import GEZINSROLLEN, Gezinslid, Huishouden
from samendoen.inwoners.models.inwoner import GESLACHTEN, KANALEN, TALEN, Inwoner
from samendoen.inwoners.models.relatie import RELATIESOORTEN, Gezag, Relatie

__all__ = [
    "GESLACHTEN",
    "GEZINSROLLEN",
    "KANALEN",
    "RELATIESOORTEN",
    "TALEN",
    "Gezag",
    "Gezinslid",
    "Huishouden",
    "Inwoner",
    "Relatie",
]
