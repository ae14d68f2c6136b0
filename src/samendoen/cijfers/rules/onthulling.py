"""Which figures would say something about single people, and are therefore hidden."""

from samendoen.cijfers.rules.uitdrukking import Uitkomst


def te_klein(uitkomst: Uitkomst, drempel: int) -> bool:
    """Return whether this figure rests on 1 up to `drempel` - 1 people or cases.

    Of a share neither side may be that small: who is in it nor who is not. Zero is no secret.
    """
    aantallen = [uitkomst.teller]
    if uitkomst.noemer is not None:
        aantallen += [uitkomst.noemer, uitkomst.noemer - uitkomst.teller]
    return any(0 < aantal < drempel for aantal in aantallen)
