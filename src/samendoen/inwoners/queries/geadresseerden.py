"""To whom a letter about a resident goes, and why: oneself, who has custody, or a representative."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from samendoen.inwoners.access import inwoners, loopt
from samendoen.inwoners.models import Relatie
from samendoen.inwoners.queries.huishoudens import gezag_over
from samendoen.inwoners.queries.kernen import Postadres, postadressen
from samendoen.inwoners.rules import Relatiesoort
from samendoen.kernel.api import Actor, klok
from samendoen.recht.api import Post, Postregel, post_aan

HOEDANIGHEDEN = {
    Post.ZELF: gettext_lazy("De inwoner zelf"),
    Post.GEZAG: gettext_lazy("Heeft gezag"),
    Post.CURATOR: gettext_lazy("Curator"),
    Post.MENTOR: gettext_lazy("Mentor"),
    Post.BEWINDVOERDER: gettext_lazy("Bewindvoerder"),
    Post.GEMACHTIGDE: gettext_lazy("Gemachtigde"),
    Post.VERTEGENWOORDIGER: gettext_lazy("Wettelijk vertegenwoordiger"),
}
SOORTEN = [Post.CURATOR, Post.MENTOR, Post.BEWINDVOERDER, Post.GEMACHTIGDE, Post.VERTEGENWOORDIGER]


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """Who receives a letter. `persoon_id` is None for somebody who is not registered. `regels` is empty when
    this actor may not know the address (`geheim`), or when there is none. `via`: the letter itself goes
    there, in care of this representative. `naam` is empty for whom this actor may not know."""

    post: Post
    persoon_id: int | None
    naam: str
    hoedanigheid: str
    regels: tuple[str, ...]
    geheim: bool
    waarom: str
    grondslag: str
    via: bool

    @property
    def per_adres(self) -> tuple[str, ...]:
        """Return the lines below the resident's name in a letter that goes by way of this representative."""
        adres = () if self.geheim else self.regels
        return (f"p/a {self.hoedanigheid.lower()} {self.naam}".rstrip(), *adres)


def geadresseerden(
    door: Actor, persoon_ids: Iterable[int], *, geld: bool = False, op: date | None = None
) -> dict[int, tuple[Geadresseerde, ...]]:
    """Return resident -> who receives a letter about that resident on a day (today), of those whom this actor
    may read; the first is to whom the letter itself goes. A handful of reads, whatever the number.

    `geld`: the letter is about money. A child of whom nobody recorded who has custody gets one addressee
    without a name. The address of somebody outside this actor's scope is not given.
    """
    dag = op or klok.vandaag()
    rijen = inwoners(door, persoon_ids)
    geboren = dict(rijen.values_list("pk", "geboortedatum"))
    ids = set(geboren)
    gezag = gezag_over(ids, dag)
    relaties = _relaties(ids, dag)
    anderen = {r.ander_id for rij in relaties.values() for r in rij if r.ander_id}
    adressen = postadressen(door, ids | anderen | {houder for rij in gezag.values() for houder in rij})
    uit = {}
    for pk, datum in geboren.items():
        van = relaties.get(pk, [])
        regels = post_aan(datum, max(dag, datum), frozenset(Post(r.soort) for r in van), geld=geld)
        uit[pk] = tuple(g for r in regels for g in _van_regel(pk, r, van, gezag.get(pk, ()), adressen))
    return uit


def _relaties(ids: Iterable[int], dag: date) -> dict[int, list[Relatie]]:
    soorten = [Relatiesoort(soort.value).value for soort in SOORTEN]
    per: dict[int, list[Relatie]] = defaultdict(list)
    for rij in Relatie.objects.filter(loopt(dag), inwoner__in=list(ids), soort__in=soorten).order_by("pk"):
        per[rij.inwoner_id].append(rij)
    return per


def _van_regel(
    pk: int,
    regel: Postregel,
    relaties: Sequence[Relatie],
    houders: Sequence[int],
    adressen: Mapping[int, Postadres],
) -> list[Geadresseerde]:
    if regel.aan is Post.ZELF:
        return [_inwoner(pk, regel, adressen)]
    if regel.aan is Post.GEZAG:
        bekend = [_inwoner(houder, regel, adressen) for houder in houders]
        return bekend or [_niemand(regel)]
    return [
        _inwoner(r.ander_id, regel, adressen) if r.ander_id else _buiten(r, regel)
        for r in relaties
        if r.soort == regel.aan
    ]


def _inwoner(pk: int, regel: Postregel, adressen: Mapping[int, Postadres]) -> Geadresseerde:
    adres = adressen.get(pk, Postadres("", (), geheim=False))
    return _maak(regel, pk, adres.naam, adres.regels, geheim=adres.geheim)


def _buiten(rij: Relatie, regel: Postregel) -> Geadresseerde:
    regels = tuple(deel.strip() for deel in rij.adres.split(",") if deel.strip())
    return _maak(regel, None, rij.naam, regels, geheim=False)


def _niemand(regel: Postregel) -> Geadresseerde:
    return _maak(regel, None, "", (), geheim=False)


def _maak(
    regel: Postregel, pk: int | None, naam: str, regels: tuple[str, ...], *, geheim: bool
) -> Geadresseerde:
    return Geadresseerde(
        post=regel.aan,
        persoon_id=pk,
        naam=naam,
        hoedanigheid=str(HOEDANIGHEDEN[regel.aan]),
        regels=regels,
        geheim=geheim,
        waarom=regel.uitleg,
        grondslag=regel.grondslag,
        via=regel.via,
    )
