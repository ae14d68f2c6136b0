"""Reading a message whose form is right, as that of nearly all is: the pace of every message.

One flat pass over the elements in their order, beside a plan of the kind. It gives a value for no message in
which level 1 finds something; whatever is not simply right is left to the reading that says why.
"""

from collections.abc import Callable
from functools import cache

from lxml import etree

from samendoen.berichten.rules.bericht import Groep, Waarde
from samendoen.berichten.rules.soorten import SOORTEN, Berichtsoort, Deel, Klasse
from samendoen.berichten.rules.waarden import Eis, Enkel

_Toets = Callable[[str], object]
_Fout = Callable[[str], Eis | None]
_Stap = tuple[str, str, bool, bool, "tuple[_Stap, ...]", _Toets, _Fout]
"""An element: tag, name, whether it must be there and may repeat, what is in it, the tests of its text."""
_Plan = tuple[_Stap, ...]

_GEEN_TEKST = Enkel("", (), bool)
_ATTRIBUUT = etree.XPath("boolean(//@*)")
_IS = b"="


class _Hapert(Exception):
    """Something is not simply right."""


def lees_vlot(inhoud: bytes, wortel: "etree._Element", soort: Berichtsoort) -> Groep | None:
    """Return what a message says, or None when its form is not simply right.

    `inhoud` is the file that was parsed into `wortel`.
    """
    if _heeft_attributen(inhoud, wortel):
        return None
    elementen, naam = list(wortel.iter()), soort.wortel.naam
    try:
        groep, aantal = _Lezing(elementen).groep(_plan(soort.code), naam, f"/{naam}", 0)
    except _Hapert:
        return None
    is_alles = aantal == len(elementen) and not any([element.tail for element in elementen])
    return groep if is_alles else None


def _heeft_attributen(inhoud: bytes, wortel: "etree._Element") -> bool:
    """Tell whether an element has attributes.

    Each costs a sign =, as do namespaces and the words of the declaration: no more signs, no attributes.
    """
    van_declaratie = inhoud.count(_IS, 0, inhoud.find(b"?>") + 1)
    if inhoud.count(_IS) == van_declaratie + len(wortel.nsmap):
        return False
    return bool(_ATTRIBUUT(wortel))


class _Lezing:
    """The elements of a message in document order, to be read group by group from a position on.

    That order and the number of children of each element make a tree: where every group has as many children
    as were read into it, and no element is left at the end, the tree is the one that the plan describes.
    """

    __slots__ = ("elementen", "tags", "teksten")

    def __init__(self, elementen: "list[etree._Element]") -> None:
        self.elementen = elementen
        self.tags = [*[element.tag for element in elementen], ""]
        self.teksten = [element.text or "" for element in elementen]

    def groep(self, plan: _Plan, naam: str, pad: str, hier: int) -> tuple[Groep, int]:
        """Return the group at a position and the position behind it. Raises _Hapert."""
        tags, teksten, plek, herhaald = self.tags, self.teksten, hier + 1, 0
        volgende = tags[plek]
        delen: dict[str, Waarde] = {}
        for tag, deel, verplicht, herhaalt, lager, klopt, fout in plan:
            if tag != volgende:
                if verplicht:
                    raise _Hapert
                continue
            if herhaalt:
                rij, plek = self.rij(tag, deel, lager, fout, pad, plek)
                delen[deel] = rij
                herhaald += len(rij) - 1
            elif lager:
                delen[deel], plek = self.groep(lager, deel, f"{pad}/{deel}", plek)
            else:
                tekst = teksten[plek]
                if not klopt(tekst) and fout(tekst) is not None:
                    raise _Hapert
                delen[deel] = tekst
                plek += 1
            volgende = tags[plek]
        if teksten[hier] or len(self.elementen[hier]) != len(delen) + herhaald:
            raise _Hapert
        return Groep(naam, pad, delen), plek

    def rij(
        self, tag: str, deel: str, lager: _Plan, fout: _Fout, pad: str, plek: int
    ) -> tuple[tuple[Groep | str, ...], int]:
        """Return what stands at a position as often as it repeats, and the position behind it."""
        rij: list[Groep | str] = []
        while self.tags[plek] == tag:
            if lager:
                groep, plek = self.groep(lager, deel, f"{pad}/{deel}[{len(rij) + 1}]", plek)
                rij.append(groep)
                continue
            tekst = self.teksten[plek]
            if fout(tekst) is not None:
                raise _Hapert
            rij.append(tekst)
            plek += 1
        return tuple(rij), plek


@cache
def _plan(code: str) -> _Plan:
    """Return how a kind of message is read."""
    return _van(SOORTEN[code].wortel)


def _van(klasse: Klasse) -> _Plan:
    return tuple(_stap(tag, deel) for tag, (_plek, deel) in klasse.plaatsen.items())


def _stap(tag: str, deel: Deel) -> _Stap:
    vast = (tag, deel.naam, deel.verplicht, deel.herhaalt)
    if isinstance(deel.soort, Klasse):
        return (*vast, _van(deel.soort), _GEEN_TEKST.klopt, _GEEN_TEKST.fout)
    return (*vast, (), deel.soort.klopt, deel.soort.fout)
