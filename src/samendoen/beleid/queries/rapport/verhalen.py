"""Stories in a report: told with consent for that, and findable again for when consent is withdrawn."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samendoen.beleid.queries.verhalen import Verhaalwaarde, verhalen_bij
from samendoen.beleid.rules.rapport import Alinea, Blok, Kop
from samendoen.beleid.rules.verhaal import Gebruik


class Verhaalblok:
    """A block that is a part of a story: it goes when its consent goes."""

    __slots__ = ("blok", "verhaal")

    def __init__(self, verhaal: int, blok: Blok) -> None:
        self.verhaal, self.blok = verhaal, blok


class Verhalen:
    """The stories that may stand in a report, by goal; remembers which were told."""

    def __init__(self, doelen: Iterable[int]) -> None:
        self._per = verhalen_bij(doelen, Gebruik.RAPPORT)

    def alle(self) -> list[Verhaalwaarde]:
        """Return every story, in the order of the goals."""
        return [verhaal for verhalen in self._per.values() for verhaal in verhalen]

    def bij(self, doel_id: int, niveau: int) -> Iterator[Blok | Verhaalblok]:
        """Yield the stories of a goal, each in blocks that belong to it."""
        for verhaal in self._per.get(doel_id, ()):
            yield from vertel(verhaal, niveau)


def vertel(verhaal: Verhaalwaarde, niveau: int) -> Iterator[Verhaalblok]:
    """Yield a story: title, words, who tells it (a role) and from where if that may be said."""
    wie = _("Verteld door %(wie)s") % {"wie": verhaal.verteller}
    waar = _("%(wie)s uit %(dorp)s") % {"wie": wie, "dorp": verhaal.dorp} if verhaal.dorp else wie
    yield Verhaalblok(verhaal.id, Kop(verhaal.titel, niveau))
    yield Verhaalblok(verhaal.id, Alinea(verhaal.tekst))
    yield Verhaalblok(verhaal.id, Alinea(f"{waar}.", stil=True))
    if verhaal.beeld is not None and verhaal.beeld.omschrijving:
        yield Verhaalblok(verhaal.id, Alinea(verhaal.beeld.omschrijving, _("Op het beeld"), stil=True))


def ontvouw(blokken: Iterable[Blok | Verhaalblok]) -> tuple[tuple[Blok, ...], dict[str, list[int]]]:
    """Return the blocks of a report, and per story the places (from 0) of the blocks that are its own."""
    uit: list[Blok] = []
    plaatsen: dict[str, list[int]] = {}
    for blok in blokken:
        if isinstance(blok, Verhaalblok):
            plaatsen.setdefault(str(blok.verhaal), []).append(len(uit))
            uit.append(blok.blok)
        else:
            uit.append(blok)
    return tuple(uit), plaatsen
