"""Own questions: staff asks the snapshot itself; what leaves the house is read from what was published.

Whoever asks for outside, and always the council, gets a part of a sheet (`queries/bladen.py`): a closed set
of figures, protected together when they were published. So no question tells more, whatever was asked before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.cijfers.definities.bladen import Blad, als_indicator, bladen
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.bladen import bladen_van, cellen, is_uit
from samendoen.cijfers.queries.eigenindicator import (
    Feitkeuzes,
    dag_van,
    eigen_indicator,
    feitkeuzes,
    fout,
)
from samendoen.cijfers.queries.kruis import Kruistabel, kruis_uit
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import Stand, Tabel, beschermd, maak_tabel, stand, tabel_uit
from samendoen.cijfers.rules.keuze import Keuze
from samendoen.kernel.api import Actor
from samendoen.schil.api import aantal, datum_zonder_dag

MEESTE_CELLEN = 2000
"""More is no table that anybody reads."""
Deel = Callable[[Sequence[str]], Tabel]


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer to an own question: rows by columns, and `delen`: the table by each choice of breakdowns
    that it shows (totals by fewer). For outside `blad` is the sheet that it is a part of."""

    keuze: Keuze
    feit: Feitkeuzes
    kruis: Kruistabel
    delen: Mapping[tuple[str, ...], Tabel]
    blad: Blad | None = None

    @property
    def buiten(self) -> bool:
        """Whether it may leave the house."""
        return self.kruis.tabel.beschermd

    @property
    def peildatum(self) -> date:
        """The day of the figures."""
        return self.kruis.tabel.peildatum

    @property
    def verborgen(self) -> int:
        """How many figures are hidden, totals included."""
        return sum(rij.onderdrukt for deel in self.delen.values() for rij in deel.rijen)


def voor_buiten(door: Actor, keuze: Keuze) -> bool:
    """Tell whether an answer is one that may leave the house: somebody asks so, or gets no other."""
    return beschermd(door, keuze.buiten)


def stand_voor(door: Actor, keuze: Keuze) -> Stand:
    """Return the snapshot or publication that a question is about. Raises as `tabellen.stand` does."""
    try:
        dag = date.fromisoformat(keuze.peildatum) if keuze.peildatum else None
    except ValueError:
        raise fout(
            "peildatum",
            _("'%(ruw)s' is geen datum.") % {"ruw": keuze.peildatum[:20]},
            _("Schrijf de peildatum als jjjj-mm-dd."),
        ) from None
    return stand(door, dag, voor_buiten(door, keuze))


def beantwoord(door: Actor, keuze: Keuze) -> Antwoord:
    """Answer an own question, under the rights of `door`.

    Raises Geweigerd without CIJFERS_ZIEN, and Domeinfout with the field for what cannot be: a column or
    period that does not exist, one without data, too many cells, or for outside what is on no sheet.
    """
    van = stand_voor(door, keuze)
    feit = feitkeuzes(keuze.feit)
    blad = kies_blad(feit, keuze) if van.publicatie else None
    maak = _uit_blad(blad, van, feit, keuze) if blad else _geteld(van, feit, keuze)
    delen: dict[tuple[str, ...], Tabel] = {}

    def deel(per: Sequence[str]) -> Tabel:
        return delen.setdefault(tuple(per), maak(per))

    if not deel(keuze.per).rijen:
        raise _zonder_gegevens(van, keuze)
    kruis = kruis_uit(deel, keuze.per)
    if len(kruis.rijen) * len(kruis.kolommen) > MEESTE_CELLEN:
        raise fout(
            "kolommen",
            _("Deze tabel heeft %(n)s vakjes: te veel om te lezen.")
            % {"n": aantal(len(kruis.rijen) * len(kruis.kolommen))},
            _("Kies een grovere kolom of een kortere periode (hoogstens %(n)s vakjes).")
            % {"n": aantal(MEESTE_CELLEN)},
        )
    return Antwoord(keuze, feit, kruis, delen, blad)


def antwoorden_voor_buiten(publicatie: Publicatie) -> Iterator[Tabel]:
    """Yield every table that an own question for outside can be answered from: a question shows a part of one
    of them, never anything else. For who audits what leaves the house."""
    van = Stand(None, publicatie)
    for blad in bladen():
        if is_uit(publicatie, blad):
            for volgorde in publicatie.tabellen[blad.code]["tabellen"]:
                per = tuple(volgorde.split(",")) if volgorde else ()
                yield maak_tabel(als_indicator(blad), per, cellen(publicatie, blad, per, {}), van)


def _geteld(van: Stand, feit: Feitkeuzes, keuze: Keuze) -> Deel:
    gekozen = eigen_indicator(feit, keuze)
    return lambda per: tabel_uit(van, gekozen, per)


def _uit_blad(blad: Blad, van: Stand, feit: Feitkeuzes, keuze: Keuze) -> Deel:
    publicatie = van.publicatie
    assert publicatie is not None
    gekozen = eigen_indicator(feit, keuze, blad.telt)
    if not is_uit(publicatie, blad):
        raise fout(
            "buiten",
            _("'%(naam)s' is op %(dag)s niet gepubliceerd.")
            % {"naam": blad.naam, "dag": datum_zonder_dag(publicatie.peildatum)},
            _("Kies een andere vraag, of wacht op de volgende publicatie."),
        )
    alleen = alleen_van(keuze)
    return lambda per: maak_tabel(gekozen, tuple(per), cellen(publicatie, blad, per, alleen), van)


def alleen_van(keuze: Keuze) -> dict[str, str]:
    """Return of which columns a question takes one value, the year of its period among them."""
    alleen = {naam: waarde for naam, waarde in keuze.alleen if waarde}
    return alleen | ({"jaar": keuze.periode} if keuze.periode else {})


def kies_blad(feit: Feitkeuzes, keuze: Keuze) -> Blad:
    """Return the smallest sheet that a question is a part of. Raises Domeinfout, which says what there is."""
    alle = bladen_van(feit.soort.naam)
    namen = "; ".join(blad.naam for blad in alle)
    if not alle:
        raise fout(
            "feit",
            _("Over '%(wat)s' gaan geen eigen vragen naar buiten.") % {"wat": feit.naam},
            _("Kies een ander onderwerp, of stel de vraag voor binnen."),
        )
    if keuze.maat != "aantal":
        raise fout("maat", _("Naar buiten gaan alleen aantallen."), _("Kies bij 'Wat' voor Aantal."))
    eigen_indicator(feit, keuze)
    nodig = {*keuze.per, *alleen_van(keuze)}
    for blad in alle:
        if nodig <= set(blad.per) and ("jaar" not in nodig or blad.periode == dag_van(feit, keuze)):
            return blad
    if keuze.periode and not keuze.periode.isdigit():
        raise fout("periode", _("Naar buiten gaan alleen hele jaren."), _("Kies een jaar."))
    wat = ", ".join(uitsplitsingsnaam(naam).lower() for naam in nodig)
    raise fout(
        "rijen",
        _("De combinatie %(wat)s gaat niet naar buiten: zo'n tabel zou mensen kunnen verraden.")
        % {"wat": wat},
        _("Naar buiten kunt u (een deel van) deze tabellen krijgen: %(namen)s.") % {"namen": namen},
    )


def _zonder_gegevens(van: Stand, keuze: Keuze) -> Exception:
    wat = _("Voor deze keuze staat er niets in de cijfers van %(dag)s.")
    veld = "periode" if keuze.periode else "w1"
    doe = _("Kies een andere periode of waarde.") if keuze.per else _("Kies een ander onderwerp.")
    return fout(veld, wat % {"dag": datum_zonder_dag(van.peildatum)}, doe)
