"""Reads of werk; every one starts from what the asker may see."""

from samendoen.werk.queries.klokken import Termijnbeeld, klokken_van, laatste_dagen, termijn
from samendoen.werk.queries.vandaag import DELEN, SORTEERBAAR, Deel, Vraag, vandaag

__all__ = [
    "DELEN",
    "SORTEERBAAR",
    "Deel",
    "Termijnbeeld",
    "Vraag",
    "klokken_van",
    "laatste_dagen",
    "termijn",
    "vandaag",
]
