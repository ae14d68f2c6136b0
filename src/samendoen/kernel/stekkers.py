"""Stekkers: typed registries by which a lower context uses what a higher one knows.

A context fills them in `AppConfig.ready()`; nothing else writes them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from samendoen.kernel.rechten import Permissie

if TYPE_CHECKING:
    from samendoen.kernel.actor import Actor
    from samendoen.kernel.zoeken import Vindbaar

T = TypeVar("T")


class Register(Generic[T]):
    """A registry of one kind of stekker: key -> value, in order of registration."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self._inhoud: dict[str, T] = {}

    def meld_aan(self, sleutel: str, stekker: T) -> None:
        """Plug in; the same key twice is an error, unless it is the very same stekker."""
        if self._inhoud.get(sleutel, stekker) is not stekker:
            raise RuntimeError(f"Stekker {self.naam}: {sleutel} is taken")
        self._inhoud[sleutel] = stekker

    def geef(self, sleutel: str) -> T | None:
        """Return what is plugged in under `sleutel`, or None."""
        return self._inhoud.get(sleutel)

    def __iter__(self) -> Iterator[tuple[str, T]]:
        return iter(self._inhoud.items())

    def __len__(self) -> int:
        return len(self._inhoud)


@dataclass(frozen=True, slots=True)
class Volger:
    """Reacts to events of one kind by a job; `taak` is the name of an idempotent procrastinate task.

    The task gets one argument, `gebeurtenis_id`. It is deferred in the event's transaction.
    """

    gebeurtenissoort: str
    taak: str


@dataclass(frozen=True, slots=True)
class Taakvoorstel:
    """A task that a rule asks for. `sleutel` makes it the same task tomorrow."""

    sleutel: str
    tekst: str
    uitleg: str
    uiterlijk: date
    dossier_id: int | None
    groep_id: int | None
    gebruiker_id: int | None
    onderwerp_soort: str
    onderwerp_id: int


@dataclass(frozen=True, slots=True)
class Taakregel:
    """A rule that makes tasks. `voorstellen(dag)` returns all that should be open on that day;
    an open task of this rule that is no longer in it is closed by the engine.

    `herleid(sleutel)` says from which days a task was computed, in words; for who may see that task."""

    code: str
    omschrijving: str
    voorstellen: Callable[[date], Iterable[Taakvoorstel]]
    herleid: Callable[[str], Sequence[tuple[str, date]]] | None = None


@dataclass(frozen=True, slots=True)
class Wisser:
    """Erases what a context holds of a person under one law, and says how many rows that were."""

    modellen: tuple[str, ...]
    wis: Callable[[int, str], int]


Kolomtype = Literal["code", "datum", "geheel", "janee", "pseudoniem"]
Privacyklasse = Literal["geen", "pseudoniem", "band"]


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a fact: type and privacy class. There is no class for anything personal.

    `benoem` gives the names that people read for the codes in this column; a code without a name
    is shown as it is. `geordend`: the names come in an order of their own (a ladder), else by alphabet.
    """

    naam: str
    type: Kolomtype
    privacy: Privacyklasse
    uitleg: str
    benoem: Callable[[], Mapping[str, str]] | None = None
    geordend: bool = False


@dataclass(frozen=True, slots=True)
class Feitsoort:
    """A fact that a context offers to `cijfers`: one row per `korrel`, folded from events.

    `rijen(peilmoment)` yields batches of rows: tuples in the order of `kolommen`, as known at that
    moment, which is the last one of the day (events recorded at or before it count; see `feitbron`).
    A `pseudoniem` column carries the person's id; `cijfers` replaces it. A fact that only knows the
    present is `alleen_nu`: it is in the snapshot of yesterday, never in one of an earlier day.
    Facts that are folded from the same events name the same `samen`: it yields (name, batch) of all of
    them in one reading, and a snapshot then asks for that alone.
    """

    naam: str
    korrel: str
    kolommen: tuple[Kolom, ...]
    rijen: Callable[[Any], Iterator[Sequence[tuple[Any, ...]]]]
    alleen_nu: bool = False
    samen: Callable[[Any], Iterator[tuple[str, Sequence[tuple[Any, ...]]]]] | None = None


@dataclass(frozen=True, slots=True)
class Navigatiepunt:
    """An entry of the main navigation, shown to who holds the permission (None: to everybody).

    `onder` is the url name of the entry that it lies below: it stands in the row that the pages of that
    entry and its own share, not in the bar.
    """

    label: Any
    url_naam: str
    permissie: Permissie | None
    volgorde: int
    onder: str = ""


class Zin(Protocol):
    """Makes the sentence that the timeline shows, from an event's data and personal content."""

    def __call__(self, gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str: ...


class Adres(Protocol):
    """Gives the URL of an object by its id."""

    def __call__(self, onderwerp_id: int) -> str: ...


class Aanduiding(Protocol):
    """Gives by id the few words by which people recognise an object (the beginning of a question).

    In one query, whatever their number, and only of what this actor may read: the others are left out.
    """

    def __call__(self, door: "Actor", onderwerp_ids: Iterable[int]) -> Mapping[int, str]: ...


class Paneel(Protocol):
    """Renders a fragment that another context's page shows, for this actor and subject; "" for nothing.

    Plugged in under "page:who fills it" ("casus:besluiten"); the page shows `panelen("casus", ...)`.
    """

    def __call__(self, door: "Actor", onderwerp_id: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Vulling:
    """The rows of a part of a page, about whomever, as SQL: 'casus_notitie WHERE casus_id = %(id)s'.

    Plugged in under "page:part"; `kernel.vulling.gevuld` tells which parts have any.
    """

    rijen: str


@dataclass(frozen=True, slots=True)
class Zaken:
    """What stands behind a fact, live: from a figure to what it counts, for who may see that.

    `velden` gives per column of the fact the lookup of the model; those in `tekst` are "" when empty, the
    others null. `lijst(door, voorwaarde, pagina)`, with a Q, returns rows of ready strings with a "url", and
    the page, under the actor's own rights, and logs what was read. `kolommen` are key and heading.
    """

    permissie: Permissie
    velden: Mapping[str, str]
    kolommen: tuple[tuple[str, Any], ...]
    lijst: Callable[["Actor", Any, int], tuple[list[dict[str, Any]], Any]]
    tekst: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Eigencijfer:
    """One figure of somebody's own work as it stands now, beside the mean of the colleagues in their team.

    `gemiddeld` is None where too few colleagues would give away what one of them does.
    """

    naam: str
    eigen: float
    gemiddeld: float | None
    url: str = ""


class Eigenwerk(Protocol):
    """Counts an actor's own work, live, for that actor alone; an empty sequence when there is none."""

    def __call__(self, door: "Actor") -> Sequence[Eigencijfer]: ...


class Opgepakt(Protocol):
    """Gives the rows that say that somebody works on an object, by an expression for its id (OuterRef).

    Plugged in under "subject:who": "toegang.melding:casus" gives what joins a question to a casus.
    """

    def __call__(self, onderwerp: Any) -> Any: ...


class Zoekbron(Protocol):
    """Yields everything of a context that is to be found, to fill `kernel.Zoekregel` anew."""

    def __call__(self) -> "Iterable[Vindbaar]": ...


volger: Register[tuple[Volger, ...]] = Register("volger")
taakregel: Register[Taakregel] = Register("taakregel")
paneel: Register[Paneel] = Register("paneel")
vulling: Register[Vulling] = Register("vulling")
bestanden: Register[Callable[[], Iterable[str]]] = Register("bestanden")
"""Names of the files that a context refers to; what nobody names, the cleaner deletes."""
opgepakt: Register[Opgepakt] = Register("opgepakt")
zoekbron: Register[Zoekbron] = Register("zoekbron")
feit: Register[Feitsoort] = Register("feit")
zaken: Register[Zaken] = Register("zaken")
eigenwerk: Register[Eigenwerk] = Register("eigenwerk")
wisser: Register[Wisser] = Register("wisser")
adres: Register[Adres] = Register("adres")
aanduiding: Register[Aanduiding] = Register("aanduiding")
soortnaam: Register[Any] = Register("soortnaam")
"""The word for a kind of object ("melding"), translated when shown."""
gebeurteniszin: Register[Zin] = Register("gebeurteniszin")
navigatie: Register[Navigatiepunt] = Register("navigatie")
begin: Register[Navigatiepunt] = Register("begin")
"""What somebody may begin from Vandaag, as buttons: taking a melding."""
gemeentenaam: Register[Callable[[], str]] = Register("gemeentenaam")


def panelen(pagina: str, door: "Actor", onderwerp_id: int) -> list[str]:
    """Return the fragments that other contexts show on this page, in order of registration, empty ones
    left out. Each is safe mark-up: who fills a panel escapes."""
    alle = (vul(door, onderwerp_id) for sleutel, vul in paneel if sleutel.partition(":")[0] == pagina)
    return [fragment for fragment in alle if fragment]


def vaste_zin(tekst: Any) -> Zin:
    """Return a timeline sentence that is the same for every event of its kind; translated when shown."""

    def zin(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
        return str(tekst)

    return zin
