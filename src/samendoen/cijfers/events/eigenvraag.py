"""Events of own questions that somebody keeps."""

from samendoen.kernel.api import Code, Gebeurtenissoort


class VraagBewaard(Gebeurtenissoort):
    """Somebody kept an own question, about this fact."""

    soort = "cijfers.vraag_bewaard"
    onderwerp = "cijfers.eigenvraag"
    feit: Code


class VraagWeggehaald(Gebeurtenissoort):
    """Somebody took an own question away that was kept."""

    soort = "cijfers.vraag_weggehaald"
    onderwerp = "cijfers.eigenvraag"
