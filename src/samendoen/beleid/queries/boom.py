"""A plan as a tree of values, as it stood on a day: what the screens and the report both read."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from samendoen.beleid.access import GEPUBLICEERD
from samendoen.beleid.models import (
    Activiteit,
    Doelkoppeling,
    Doelstelling,
    Onderdeel,
    Plan,
    Stand,
    Thema,
    Verantwoording,
)
from samendoen.beleid.rules import AANDACHT, DRIE, Aspect, Deelsoort, Kleur, zwaarste
from samendoen.kernel.api import Domeinfout


@dataclass(frozen=True, slots=True)
class StandWaarde:
    """A light with the reason that was given for it."""

    kleur: Kleur
    peildatum: date
    toelichting: str
    synthetisch: bool
    gepubliceerd: bool = True


@dataclass(frozen=True, slots=True)
class VerantwoordingWaarde:
    """An account; `bron` names the document it comes from, if it does."""

    op: date
    tekst: str
    bron: str
    gepubliceerd: bool = True


@dataclass(frozen=True, slots=True)
class ActiviteitWaarde:
    """An activity with its lights and its account; `aspecten` are the lights that its agenda has."""

    id: int
    code: str
    titel: str
    resultaat: str
    partners: tuple[str, ...]
    bron: str
    lichten: dict[Aspect, StandWaarde]
    verantwoording: VerantwoordingWaarde | None
    aspecten: tuple[Aspect, ...] = DRIE

    @property
    def kleur(self) -> Kleur:
        """Return the colour of the light that asks most attention."""
        return zwaarste(licht.kleur for licht in self.lichten.values())

    @property
    def synthetisch(self) -> bool:
        """Return whether a light of it was made up."""
        return any(licht.synthetisch for licht in self.lichten.values())


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A goal of another part that this one serves, or that serves it. `aanname`: our reading."""

    id: int
    code: str
    titel: str
    aanname: bool
    toelichting: str


@dataclass(frozen=True, slots=True)
class DoelWaarde:
    """A goal with its activities, and with the goals of other parts that it hangs together with."""

    id: int
    code: str
    titel: str
    tevreden_als: str
    tellen: tuple[str, ...]
    vertellen: tuple[str, ...]
    niveau: str
    toelichting: str
    indicatoren: tuple[str, ...]
    bron: str
    dient: tuple[Verwijzing, ...]
    gediend: tuple[Verwijzing, ...]
    activiteiten: tuple[ActiviteitWaarde, ...]

    @property
    def indicator(self) -> str:
        """Return the indicator that was linked first, "" without any."""
        return self.indicatoren[0] if self.indicatoren else ""

    @property
    def vraagt_aandacht(self) -> bool:
        """Return whether an activity of it has an orange or red light."""
        return any(activiteit.kleur in AANDACHT for activiteit in self.activiteiten)


@dataclass(frozen=True, slots=True)
class ThemaWaarde:
    """A theme with its goals."""

    code: str
    titel: str
    doelen: tuple[DoelWaarde, ...]


@dataclass(frozen=True, slots=True)
class DeelWaarde:
    """A part of a plan with everything below it."""

    id: int
    code: str
    soort: Deelsoort
    titel: str
    jaar: int
    bron: str
    themas: tuple[ThemaWaarde, ...]
    aspecten: tuple[Aspect, ...] = DRIE

    @property
    def doelen(self) -> Iterator[DoelWaarde]:
        """Yield its goals."""
        for thema in self.themas:
            yield from thema.doelen

    @property
    def activiteiten(self) -> Iterator[ActiviteitWaarde]:
        """Yield its activities."""
        for doel in self.doelen:
            yield from doel.activiteiten


def boom(plan: Plan, peildatum: date, zicht: Q = GEPUBLICEERD) -> tuple[DeelWaarde, ...]:
    """Return the parts of a plan with their lights and accounts of `peildatum`; seven queries.

    What ended by then is left out. `zicht` says which lights and texts are seen: unless somebody who works
    on them asks, only what was published.
    """
    onderdelen = list(Onderdeel.objects.filter(plan=plan).order_by("-jaar", "volgorde"))
    aspecten = {d.pk: tuple(Aspect(a) for a in d.aspecten) for d in onderdelen}
    activiteiten = _activiteiten(plan, peildatum, zicht, aspecten)
    dient, gediend = _koppelingen(plan)
    doelen: dict[int, list[DoelWaarde]] = defaultdict(list)
    for doel in Doelstelling.objects.filter(loopt(peildatum), thema__onderdeel__plan=plan).order_by(
        "volgorde", "pk"
    ):
        doelen[doel.thema_id].append(
            DoelWaarde(
                id=doel.pk,
                code=doel.code,
                titel=doel.titel,
                tevreden_als=doel.tevreden_als,
                tellen=tuple(doel.tellen),
                vertellen=tuple(doel.vertellen),
                niveau=doel.niveau,
                toelichting=doel.toelichting,
                indicatoren=tuple(doel.indicatoren),
                bron=doel.bron,
                dient=tuple(dient[doel.pk]),
                gediend=tuple(gediend[doel.pk]),
                activiteiten=tuple(activiteiten[doel.pk]),
            )
        )
    themas: dict[int, list[ThemaWaarde]] = defaultdict(list)
    for thema in Thema.objects.filter(loopt(peildatum), onderdeel__plan=plan).order_by("volgorde", "pk"):
        themas[thema.onderdeel_id].append(ThemaWaarde(thema.code, thema.titel, tuple(doelen[thema.pk])))
    return tuple(
        DeelWaarde(
            d.pk, d.code, Deelsoort(d.soort), d.titel, d.jaar, d.bron, tuple(themas[d.pk]), aspecten[d.pk]
        )
        for d in onderdelen
    )


def loopt(dag: date) -> Q:
    """Return which lines of a plan had not ended on a day."""
    return Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gt=dag)


def nieuwste_agenda(delen: tuple[DeelWaarde, ...]) -> DeelWaarde:
    """Return the agenda of the latest year. Raises Domeinfout when a plan has none."""
    for deel in delen:
        if deel.soort is Deelsoort.JAARAGENDA:
            return deel
    raise Domeinfout(
        "geen_jaaragenda",
        "Dit plan heeft nog geen jaaragenda; er valt nog geen voortgang te melden.",
        "Lees eerst een plan met een jaaragenda in.",
    )


def _activiteiten(
    plan: Plan, peildatum: date, zicht: Q, aspecten: dict[int, tuple[Aspect, ...]]
) -> dict[int, list[ActiviteitWaarde]]:
    rijen = Activiteit.objects.filter(loopt(peildatum), doelstelling__thema__onderdeel__plan=plan)
    alle = rijen.select_related("doelstelling__thema").order_by("volgorde", "pk")
    ids = [rij.pk for rij in alle]
    lichten = standen_op(ids, peildatum, zicht)
    teksten = verantwoordingen_op(ids, peildatum, zicht)
    per: dict[int, list[ActiviteitWaarde]] = defaultdict(list)
    for rij in alle:
        per[rij.doelstelling_id].append(
            ActiviteitWaarde(
                id=rij.pk,
                code=rij.code,
                titel=rij.titel,
                resultaat=rij.resultaat,
                partners=tuple(rij.partners),
                bron=rij.bron,
                lichten=lichten.get(rij.pk, {}),
                verantwoording=teksten.get(rij.pk),
                aspecten=aspecten[rij.doelstelling.thema.onderdeel_id],
            )
        )
    return per


def standen_op(
    activiteiten: list[int], peildatum: date, zicht: Q = GEPUBLICEERD
) -> dict[int, dict[Aspect, StandWaarde]]:
    """Return the lights of activities as they stood on a day; what `rules.vouw` folds, in one query."""
    rijen = Stand.objects.filter(zicht, activiteit__in=activiteiten, peildatum__lte=peildatum)
    per: dict[int, dict[Aspect, StandWaarde]] = defaultdict(dict)
    for rij in rijen.order_by("activiteit", "aspect", "-peildatum", "-pk").distinct("activiteit", "aspect"):
        per[rij.activiteit_id][Aspect(rij.aspect)] = StandWaarde(
            Kleur(rij.kleur),
            rij.peildatum,
            rij.toelichting,
            rij.synthetisch,
            rij.gepubliceerd_op is not None,
        )
    # In the order of the aspects, as every report has them.
    return {nummer: {a: lichten[a] for a in Aspect if a in lichten} for nummer, lichten in per.items()}


def verantwoordingen_op(
    activiteiten: list[int], peildatum: date, zicht: Q = GEPUBLICEERD
) -> dict[int, VerantwoordingWaarde]:
    """Return the accounts of activities as they were on a day; one query."""
    rijen = Verantwoording.objects.filter(zicht, activiteit__in=activiteiten, op__lte=peildatum)
    return {
        rij.activiteit_id: VerantwoordingWaarde(rij.op, rij.tekst, rij.bron, rij.gepubliceerd_op is not None)
        for rij in rijen.order_by("activiteit", "-op", "-pk").distinct("activiteit")
    }


def _koppelingen(plan: Plan) -> tuple[dict[int, list[Verwijzing]], dict[int, list[Verwijzing]]]:
    """Return per goal the goals it serves, and those that serve it."""
    dient: dict[int, list[Verwijzing]] = defaultdict(list)
    gediend: dict[int, list[Verwijzing]] = defaultdict(list)
    rijen = Doelkoppeling.objects.filter(van__thema__onderdeel__plan=plan).select_related("van", "naar")
    for rij in rijen.order_by("pk"):
        for bij, ander in ((dient[rij.van_id], rij.naar), (gediend[rij.naar_id], rij.van)):
            bij.append(Verwijzing(ander.pk, ander.code, ander.titel, rij.aanname, rij.toelichting))
    return dient, gediend
