"""The report `trendrapportage`, twice a year: throughput and output with trend, chart and story."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from samendoen.beleid.queries.boom import boom
from samendoen.beleid.queries.rapport import delen
from samendoen.beleid.queries.rapport.cijfers import Cijfers, cijfers_tot, hoe_geteld, vol
from samendoen.beleid.queries.rapport.verhalen import Verhaalblok, Verhalen, ontvouw, vertel
from samendoen.beleid.rules.rapport import Alinea, Blok, Cel, Kolom, Kop, Opmerking, Rapportdocument, Tabel
from samendoen.organisatie.api import gemeente

NIVEAUS = {
    "throughput": "Verloop: wat er binnenkomt en hoe het gaat",
    "output": "Resultaat: wat er is gedaan",
    "outcome": "Effect: wat het voor mensen uitmaakt",
}
HALF_JAAR = 6


def trendrapportage(op: delen.Opdracht) -> Rapportdocument:
    """Return the report: of every published figure of these levels, and those that the plan's goals name."""
    doelen = [doel for deel in boom(op.plan, op.peildatum) for doel in deel.doelen]
    codes = set(chain.from_iterable(doel.indicatoren for doel in doelen))
    cijfers = cijfers_tot(op.peildatum, codes, ("throughput", "output"))
    blokken, verhalen = ontvouw(_blokken(op, cijfers, Verhalen(doel.id for doel in doelen)))
    helft = _("eerste helft") if op.peildatum.month <= HALF_JAAR else _("tweede helft")
    onze = gemeente()
    return Rapportdocument(
        soort="trendrapportage",
        titel=_("Trendrapportage %(helft)s %(jaar)s") % {"helft": helft, "jaar": op.peildatum.year},
        afzender=_("Gemeente %(naam)s") % {"naam": onze.naam} if onze else op.gemeente,
        onder=(op.plan.titel, op.stand),
        peildatum=op.peildatum,
        blokken=blokken,
        voet=delen.voet(
            op.plan, _("de gepubliceerde cijfers en het plan %(plan)s") % {"plan": op.plan.titel}
        ),
        gegevens=delen.gegevens(op, None, cijfers.grondslag, verhalen),
    )


def _blokken(op: delen.Opdracht, cijfers: Cijfers, verhalen: Verhalen) -> Iterator[Blok | Verhaalblok]:
    alle = cijfers.verslag.indicatoren if cijfers.verslag else ()
    if not alle:
        yield Opmerking(_("Er zijn geen cijfers."), (cijfers.zin(),))
    else:
        yield Kop(_("In het kort"))
        yield Alinea(cijfers.zin())
        yield _overzicht(cijfers)
    for niveau, titel in NIVEAUS.items():
        van = [een for een in alle if een.niveau == niveau]
        if van:
            yield Kop(titel)
            for een in van:
                yield from vol(een, 3)
    verteld = verhalen.alle()
    if verteld:
        yield Kop(_("Verhalen bij de cijfers"))
        for verhaal in verteld:
            yield from vertel(verhaal, 3)
    yield from hoe_geteld(cijfers)


def _overzicht(cijfers: Cijfers) -> Tabel:
    kolommen = (
        Kolom(_("Cijfer"), breedte=3),
        Kolom(_("Periode"), breedte=2),
        Kolom(_("Nu"), breedte=2),
        Kolom(_("Ontwikkeling"), breedte=4),
    )
    per = cijfers.verslag.indicatoren if cijfers.verslag else ()
    rijen = tuple(
        (Cel(een.naam), Cel(een.periode or "-"), Cel(een.waarde or "-"), Cel(een.ontwikkeling or "-"))
        for een in sorted(
            per, key=lambda een: list(NIVEAUS).index(een.niveau) if een.niveau in NIVEAUS else 9
        )
    )
    return Tabel(_("Alle cijfers van dit rapport"), kolommen, rijen)
