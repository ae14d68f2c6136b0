"""Choose which cells are hidden: proven where the system is small, well where it is large.

What decides is the size of the question and never the clock: the same tables always give the same answer.
Two different answers to one question would together show more than each of them.
"""

import numpy as np

from samendoen.cijfers.queries.onthulling.benadering import snoei, vul_aan
from samendoen.cijfers.queries.onthulling.exact import los_op
from samendoen.cijfers.queries.onthulling.toets import Toets
from samendoen.cijfers.rules.onthulling.vraagstuk import Keuze, Vraagstuk

MEESTE_CELLEN = 700
MEESTE_EISEN = 150
"""Up to here the best choice is looked for and proven."""


def kies(vraagstuk: Vraagstuk) -> tuple[frozenset[int], bool, tuple[int, ...]]:
    """Return the cells to hide, whether that is proven the least, and the cells that cannot be protected.

    Those last ones would give themselves away even if all were hidden.
    """
    toets = Toets(vraagstuk)
    toets.verberg(np.array([cel.keuze is not Keuze.OPEN for cel in vraagstuk.cellen]))
    tekort = []
    for cel in vraagstuk.eisen:
        haalbaar = toets.breedte(cel) if vraagstuk.cellen[cel].keuze is not Keuze.OPEN else 0
        if haalbaar < vraagstuk.breedte:
            tekort.append(cel)
            toets.nodig[cel] = haalbaar
    keus = np.array([cel.keuze is Keuze.DICHT for cel in vraagstuk.cellen])
    keus = snoei(toets, vul_aan(toets, keus))
    klein = len(vraagstuk.cellen) <= MEESTE_CELLEN and len(vraagstuk.eisen) <= MEESTE_EISEN
    bewezen = False
    if klein:
        keus, bewezen = los_op(toets, keus)
    dicht = frozenset(int(cel) for cel in np.nonzero(keus)[0])
    return dicht, bewezen, tuple(tekort)
