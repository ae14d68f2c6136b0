"""Models of werk."""

from samendoen.werk.models.taak import Taak
from samendoen.werk.models.termijn import Schorsing, Termijn, Verdaging

__all__ = ["Schorsing", "Taak", "Termijn", "Verdaging"]
