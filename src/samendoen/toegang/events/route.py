"""Event kinds of the short route of a melding. The answers are content."""

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash


class RouteGekozen(Gebeurtenissoort):
    """A short route was chosen, or its answers changed: which questions have one, which proof there is."""

    soort = "toegang.route_gekozen"
    onderwerp = "toegang.melding"
    route: Code
    definitie: Hash
    beantwoord: tuple[Code, ...]
    bewijs: tuple[Code, ...]


class RouteLosgelaten(Gebeurtenissoort):
    """The question walks the full path after all."""

    soort = "toegang.route_losgelaten"
    onderwerp = "toegang.melding"
