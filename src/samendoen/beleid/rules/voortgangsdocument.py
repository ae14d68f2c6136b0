"""The format of a progress report: goals, and per activity a result, three lights and an account.

What a part of the text is, its label says ("Resultaat:", "Tijd (indicator)", "Verantwoording"), not its
place: a document in another order reads the same. Where one activity ends and the next begins, the headings
of the file say; a text without headings is judged by the form of a title. A light that is a picture is not
in the text and is called "niet leesbaar", never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samendoen.beleid.rules.bron import Stuk, Stukken, loopt_door, tekst
from samendoen.beleid.rules.lichten import DRIE, Aspect

NIET_LEESBAAR = "niet leesbaar"
KLEURWOORDEN = {"groen": "groen", "oranje": "oranje", "geel": "oranje", "rood": "rood"}


class Etiket(StrEnum):
    """What a label announces."""

    DOEL = "doel"
    AGENDA = "agenda"
    RESULTAAT = "resultaat"
    KWALITEIT = "kwaliteit"
    TIJD = "tijd"
    GELD = "geld"
    VERANTWOORDING = "verantwoording"


ETIKETTEN = {
    Etiket.DOEL: re.compile(r"^wat willen we bereiken\b\s*\??:?", re.IGNORECASE),
    Etiket.AGENDA: re.compile(
        r"^wat (?:gaan|doen) we (?:er)?\s?(?:voor|daarvoor)(?: doen)?(?: in (?P<jaar>20\d\d))?\s*\??:?",
        re.IGNORECASE,
    ),
    Etiket.RESULTAAT: re.compile(r"^(?:beoogd )?resulta(?:at|ten)(?:\s*:|\s*$)", re.IGNORECASE),
    Etiket.KWALITEIT: re.compile(r"^kwaliteit(?:\s*\(indicator\)\s*:?|\s*:|\s*$)", re.IGNORECASE),
    Etiket.TIJD: re.compile(r"^tijd(?:\s*\(indicator\)\s*:?|\s*:|\s*$)", re.IGNORECASE),
    Etiket.GELD: re.compile(r"^geld(?:\s*\(indicator\)\s*:?|\s*:|\s*$)", re.IGNORECASE),
    Etiket.VERANTWOORDING: re.compile(r"^verantwoording(?:\s*:|\s*$)", re.IGNORECASE),
}
LICHTEN = {Etiket(aspect.value) for aspect in DRIE}
LANGSTE_TITEL = 260
_ZIN_IN_TITEL = re.compile(r"[.!?] +[A-Z]")
_WIJ = re.compile(r"^(we|wij)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lichtlezing:
    """A light: the colour that is written there, or "niet leesbaar"."""

    kleur: str
    stukken: Stukken = ()


@dataclass(frozen=True, slots=True)
class GelezenActiviteit:
    """An activity, with the result it promises, its lights and its account."""

    titel: Stukken
    toelichting: Stukken
    resultaat: Stukken
    lichten: dict[Aspect, Lichtlezing]
    verantwoording: Stukken


@dataclass(frozen=True, slots=True)
class GelezenDoel:
    """A goal with its activities; `thema`: what stands above it."""

    thema: Stukken
    titel: Stukken
    toelichting: Stukken
    activiteiten: tuple[GelezenActiviteit, ...]


@dataclass(frozen=True, slots=True)
class GelezenVoortgang:
    """What was read; `etiketten`: the labels themselves, `los`: what stands under no label."""

    jaar: int | None
    inleiding: Stukken
    doelen: tuple[GelezenDoel, ...]
    etiketten: Stukken
    los: Stukken


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph, the label it begins with if any, and what comes after that label."""

    stukken: Stukken
    etiket: Etiket | None = None
    kop: bool = False

    @property
    def tekst(self) -> str:
        """Return it as one text."""
        return tekst(self.stukken)


def is_voortgang(stukken: Sequence[Stuk]) -> bool:
    """Return whether a document has this format: a goal, and a result or an account."""
    soorten = {soort for stuk in stukken if (soort := _etiket(stuk)[0])}
    return Etiket.DOEL in soorten and bool(soorten & {Etiket.RESULTAAT, Etiket.VERANTWOORDING})


def zijn_etiketten(cellen: Sequence[str]) -> bool:
    """Return whether a row of a table is a row of labels: at least two of them, and nothing else."""
    gevuld = [_etiket(Stuk(0, cel)) for cel in cellen if cel.strip()]
    return len(gevuld) > 1 and all(soort and not rest for soort, rest in gevuld)


def lees_voortgang(stukken: Sequence[Stuk]) -> GelezenVoortgang:
    """Read a document in this format. Every piece comes back, in a place or in `los`."""
    lezer = _Lezer()
    for alinea in alineas(stukken, lezer.etiketten):
        lezer.neem(alinea)
    return lezer.klaar()


def _etiket(stuk: Stuk) -> tuple[Etiket | None, str]:
    """Return the label that a line begins with, and the rest of the line."""
    kaal = stuk.tekst.strip()
    for soort, zoek in ETIKETTEN.items():
        if past := zoek.match(kaal):
            rest = kaal[past.end() :].strip()
            if soort in LICHTEN and rest and rest.casefold() not in KLEURWOORDEN:
                continue
            return soort, rest
    return None, kaal


def alineas(stukken: Sequence[Stuk], etiketten: list[Stuk]) -> list[Alinea]:
    """Return a text as paragraphs. A label begins one; a blank line, or another kind of line, ends one."""
    uit: list[Alinea] = []
    nu: list[Stuk] = []

    def sluit() -> None:
        if nu:
            uit.append(Alinea(tuple(nu), kop=all(stuk.kop for stuk in nu)))
            nu.clear()

    for stuk in stukken:
        soort, rest = _etiket(stuk)
        if soort:
            sluit()
            woord = stuk.tekst.strip()
            etiketten.append(Stuk(stuk.nr, woord[: len(woord) - len(rest)].strip()))
            nu.extend([Stuk(stuk.nr, rest)] if rest else [])
            uit.append(Alinea((), soort))
        elif not stuk.tekst.strip():
            sluit()
        else:
            if nu and not loopt_door(nu[-1], stuk):
                sluit()
            nu.append(stuk)
    sluit()
    return uit


@dataclass(slots=True)
class _Activiteit:
    titel: list[Stuk] = field(default_factory=list)
    delen: dict[Etiket | None, list[Alinea]] = field(default_factory=dict)

    def af(self) -> GelezenActiviteit:
        def stukken(soort: Etiket | None) -> Stukken:
            return tuple(stuk for alinea in self.delen.get(soort, ()) for stuk in alinea.stukken)

        return GelezenActiviteit(
            titel=tuple(self.titel),
            toelichting=stukken(None),
            resultaat=stukken(Etiket.RESULTAAT),
            lichten={
                aspect: _licht(stukken(Etiket(aspect.value)))
                for aspect in DRIE
                if Etiket(aspect.value) in self.delen
            },
            verantwoording=stukken(Etiket.VERANTWOORDING),
        )


def _licht(stukken: Stukken) -> Lichtlezing:
    return Lichtlezing(KLEURWOORDEN.get(tekst(stukken).casefold().rstrip("."), NIET_LEESBAAR), stukken)


@dataclass(slots=True)
class _Doel:
    thema: Stukken
    titel: list[Alinea] = field(default_factory=list)
    inhoud: list[Alinea] = field(default_factory=list)
    in_agenda: bool = False


class _Lezer:
    """Takes paragraphs one by one and cuts them into goals; each goal is cut into activities at the end."""

    def __init__(self) -> None:
        self.etiketten: list[Stuk] = []
        self.vooraf: list[Alinea] = []
        self.doelen: list[_Doel] = []

    def neem(self, alinea: Alinea) -> None:
        """Take the next paragraph or label."""
        if alinea.etiket is Etiket.DOEL:
            self.doelen.append(_Doel(self._thema()))
        elif not self.doelen:
            self.vooraf.append(alinea)
        elif alinea.etiket is Etiket.AGENDA:
            self.doelen[-1].in_agenda = True
        else:
            doel = self.doelen[-1]
            (doel.inhoud if doel.in_agenda else doel.titel).append(alinea)

    def _jaartal(self) -> int | None:
        """Return the year of the agenda: the first one that a label names."""
        gevonden = [ETIKETTEN[Etiket.AGENDA].match(stuk.tekst) for stuk in self.etiketten]
        return next((int(past["jaar"]) for past in gevonden if past and past["jaar"]), None)

    def _thema(self) -> Stukken:
        """Return the heading right above a goal, taken from the end of what came before it."""
        bron = self.doelen[-1].inhoud if self.doelen else self.vooraf
        if bron and _is_thema(bron[-1]):
            return bron.pop().stukken
        return ()

    def klaar(self) -> GelezenVoortgang:
        """Return everything that was taken."""
        los: list[Stuk] = []
        doelen = []
        for doel in self.doelen:
            activiteiten, over = _activiteiten(doel.inhoud)
            los.extend(over)
            titel, *uitleg = [a.stukken for a in doel.titel] or [()]
            rest = tuple(stuk for deel in uitleg for stuk in deel)
            doelen.append(GelezenDoel(doel.thema, titel, rest, tuple(activiteiten)))
        inleiding = tuple(stuk for alinea in self.vooraf for stuk in alinea.stukken)
        return GelezenVoortgang(self._jaartal(), inleiding, tuple(doelen), tuple(self.etiketten), tuple(los))


def _is_thema(alinea: Alinea) -> bool:
    kaal = alinea.tekst
    kort = len(kaal) <= 100 and len(kaal.split()) <= 14
    return alinea.etiket is None and (alinea.kop or (kort and not re.search(r"[.!?]$", kaal)))


def _activiteiten(inhoud: Sequence[Alinea]) -> tuple[list[GelezenActiviteit], list[Stuk]]:
    """Cut what stands under "Wat gaan we ervoor doen" into activities; also what belongs to none."""
    knip = _met_koppen if any(a.kop for a in inhoud if a.etiket is None) else _zonder_koppen
    ruw, los = knip(inhoud)
    return [activiteit.af() for activiteit in ruw], los


def _met_koppen(inhoud: Sequence[Alinea]) -> tuple[list[_Activiteit], list[Stuk]]:
    gevonden: list[_Activiteit] = []
    los: list[Stuk] = []
    onder: Etiket | None = None
    vorige_kop = False
    for alinea in inhoud:
        is_kop = alinea.kop and alinea.etiket is None
        if is_kop and not (vorige_kop and gevonden):
            gevonden.append(_Activiteit(list(alinea.stukken)))
            onder = None
        elif is_kop:
            gevonden[-1].titel.extend(alinea.stukken)
        elif not gevonden:
            los.extend(alinea.stukken)
        elif alinea.etiket is not None:
            onder = alinea.etiket
            gevonden[-1].delen.setdefault(onder, [])
        else:
            gevonden[-1].delen.setdefault(onder, []).append(alinea)
        vorige_kop = is_kop
    return gevonden, los


def _zonder_koppen(inhoud: Sequence[Alinea]) -> tuple[list[_Activiteit], list[Stuk]]:
    """A label that comes back begins a new activity: its title is somewhere in the text right above."""
    gevonden: list[_Activiteit] = []
    los: list[Stuk] = []
    onder: Etiket | None = None
    wacht: list[Alinea] = []

    def leg_neer(stuk_tekst: Sequence[Alinea]) -> None:
        if gevonden:
            gevonden[-1].delen.setdefault(onder, []).extend(stuk_tekst)
        else:
            los.extend(stuk for alinea in stuk_tekst for stuk in alinea.stukken)

    for alinea in inhoud:
        if alinea.etiket is None:
            wacht.append(alinea)
            continue
        begint = not gevonden or alinea.etiket in gevonden[-1].delen
        titel = (0 if not gevonden else kies_titel(wacht)) if begint and wacht else None
        if titel is not None:
            leg_neer(wacht[:titel])
            gevonden.append(_Activiteit(list(wacht[titel].stukken), {None: wacht[titel + 1 :]}))
        else:
            if begint:
                gevonden.append(_Activiteit()) if not gevonden else None
            leg_neer(wacht)
        wacht = []
        onder = alinea.etiket
        gevonden[-1].delen.setdefault(onder, [])
    leg_neer(wacht)
    return gevonden, los


def kies_titel(alineas_: Sequence[Alinea]) -> int | None:
    """Return which of these paragraphs is the title of what comes after them, None if none looks like one.

    A title is one sentence or less. The best has one paragraph of explanation below it, begins with "we"
    and has an account above it; of equals the last one counts.
    """
    beste: tuple[int, int] | None = None
    for i, alinea in enumerate(alineas_):
        kaal = alinea.tekst
        if len(kaal) > LANGSTE_TITEL or _ZIN_IN_TITEL.search(kaal) or not kaal[:1].isupper():
            continue
        onder = len(alineas_) - 1 - i
        punten = 2 * (onder == 1) + 3 * bool(_WIJ.match(kaal)) + (i > 0) - 2 * (onder == 0)
        if beste is None or (punten, i) >= beste:
            beste = (punten, i)
    return beste[1] if beste else None
