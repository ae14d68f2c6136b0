"""Reads of werk; every one starts from what the asker may see."""

from samendoen.werk.queries.klokken import (
    Termijnbeeld,
    klokken_van,
    klokken_van_alle,
    laatste_dagen,
    lopende_termijnen,
    termijn,
)
from samendoen.werk.queries.taak import Taakbeeld, taak
from samendoen.werk.queries.vandaag import DELEN, SORTEERBAAR, Deel, Vraag, vandaag

__all__ = [
    "DELEN",
    "SORTEERBAAR",
    "Deel",
    "Taakbeeld",
    "Termijnbeeld",
    "Vraag",
    "klokken_van",
    "klokken_van_alle",
    "laatste_dagen",
    "lopende_termijnen",
    "taak",
    "termijn",
    "vandaag",
]
