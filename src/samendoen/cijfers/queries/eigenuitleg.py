"""What an answer to an own question is, in words: below the table, and on a sheet beside the figures."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.cijfers import definities
from samendoen.cijfers.queries.eigenvraag import Antwoord
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import naam_van
from samendoen.cijfers.queries.verantwoording import LICENTIES
from samendoen.cijfers.rules.keuze import GEEN
from samendoen.kernel import stekkers
from samendoen.schil.api import aantal, datum_lang


def gemeente() -> str:
    """Return the name of the municipality, "" when nobody plugged it in."""
    return next((naam() for _sleutel, naam in stekkers.gemeentenaam), "")


def uitleg_van(antwoord: Antwoord) -> list[tuple[str, str]]:
    """Return pairs of term and sentence: what was counted, of which day, what is hidden, what one may do."""
    return [
        (_("Wat telt"), _wat_telt(antwoord)),
        (_("Wat er staat"), antwoord.kruis.tabel.indicator.eenheid),
        *_kolommen(antwoord),
        *_alleen(antwoord),
        (_("Stand van"), datum_lang(antwoord.peildatum)),
        (_("Verborgen"), verborgen(antwoord)),
        *_gebruik(antwoord),
        (_("Bron"), f"Samendoen, {gemeente()}".rstrip(", ")),
    ]


def _wat_telt(antwoord: Antwoord) -> str:
    regel = _("Eén regel per %(korrel)s.") % {"korrel": antwoord.feit.naam}
    if antwoord.blad is None:
        return regel
    telt = antwoord.blad.telt
    alleen = _("Alleen %(telt)s. Dit is een deel van de gepubliceerde tabel '%(blad)s'.")
    return f"{regel} {alleen % {'telt': telt, 'blad': antwoord.blad.naam}}"


def _kolommen(antwoord: Antwoord) -> Iterator[tuple[str, str]]:
    for naam in antwoord.keuze.per:
        kolom = antwoord.feit.kolom(naam)
        if kolom is not None:
            yield uitsplitsingsnaam(naam), kolom.uitleg[:1].upper() + kolom.uitleg[1:] + "."
    dag = antwoord.kruis.tabel.indicator.periode
    if dag is not None and (kolom := antwoord.feit.kolom(dag.kolom)) is not None:
        yield _("Perioden"), _("Naar de %(dag)s.") % {"dag": kolom.uitleg}


def _alleen(antwoord: Antwoord) -> Iterator[tuple[str, str]]:
    keuze, gekozen = antwoord.keuze, antwoord.kruis.tabel.indicator
    delen = [
        f"{uitsplitsingsnaam(naam).lower()}: {_waarde(waarde, naam_van(gekozen, naam)(waarde))}"
        for naam, waarde in keuze.alleen
        if waarde
    ]
    if keuze.periode:
        delen.append(keuze.periode)
    if delen:
        yield _("Alleen"), "; ".join(delen)


def _waarde(waarde: str, naam: object) -> str:
    return _("onbekend") if waarde == GEEN else str(naam)


def verborgen(antwoord: Antwoord) -> str:
    """Return what of an answer is hidden and why, or that it holds all."""
    if not antwoord.buiten:
        return _("Niets: dit is voor gebruik binnen de gemeente.")
    if not antwoord.verborgen:
        return _("Niets: alle aantallen zijn groot genoeg.")
    zin = ngettext("%(n)s cijfer is verborgen.", "%(n)s cijfers zijn verborgen.", antwoord.verborgen) % {
        "n": aantal(antwoord.verborgen)
    }
    waarom = _(
        "Wat op 1 tot en met %(n)s mensen of zaken berust is verborgen, zodat niemand te herkennen is. Een "
        "ander cijfer is dan soms ook verborgen: anders is het kleine eruit te berekenen."
    )
    return f"{zin} {waarom % {'n': definities.drempel() - 1}}"


def _gebruik(antwoord: Antwoord) -> Iterator[tuple[str, str]]:
    if antwoord.buiten:
        naam, waar, _eu = LICENTIES[definities.licentie()]
        yield _("Licentie"), f"{naam} ({waar})"
        yield (
            _("Gebruik"),
            _("Dit mag naar buiten. De cijfers zijn beschermd bij het publiceren en veranderen niet meer."),
        )
    else:
        yield (
            _("Gebruik"),
            _("Alleen binnen de gemeente: hier staan ook kleine aantallen. Kies 'Voor buiten' om te delen."),
        )
