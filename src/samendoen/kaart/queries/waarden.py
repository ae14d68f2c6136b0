"""Values that other contexts read: offers and organisations."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from samendoen.kaart.models import NIVEAUS, Aanbod, Organisatie
from samendoen.kaart.rules import Ondersteuningsniveau, woorden

MEESTE_TREFFERS = 20


@dataclass(frozen=True, slots=True)
class AanbodWaarde:
    """An offer as another context may know it. `gestopt`: nobody is sent there any more."""

    id: int
    naam: str
    organisatie_id: int
    organisatie: str
    niveau: str
    niveaunaam: str
    leefgebieden: tuple[str, ...]
    tekst: str
    aanmelden: str
    gestopt: bool


@dataclass(frozen=True, slots=True)
class OrganisatieWaarde:
    """An organisation as another context may know it."""

    id: int
    naam: str
    telefoon: str
    email: str
    website: str


def lopend() -> QuerySet[Aanbod]:
    """Return the offers that one can be sent to."""
    return Aanbod.objects.filter(gestopt_op=None)


def aanbod_voor_keuze(leefgebieden: Collection[str] = (), niveau: str | None = None) -> list[tuple[int, str]]:
    """Return (id, "offer (organisation)") of what can be chosen; of any of these life domains."""
    rijen = lopend()
    if leefgebieden:
        rijen = rijen.filter(Q(leefgebieden__overlap=list(leefgebieden)) | Q(leefgebieden=[]))
    if niveau:
        rijen = rijen.filter(niveau=niveau)
    velden = rijen.order_by("naam", "pk").values_list("pk", "naam", "organisatie__naam")
    return [(pk, f"{naam} ({organisatie})") for pk, naam, organisatie in velden]


def niveaunamen() -> dict[str, str]:
    """Return the levels of support, code -> name, lightest first."""
    return {niveau.value: str(naam) for niveau, naam in NIVEAUS.items()}


def organisaties_voor_keuze() -> list[tuple[int, str]]:
    """Return (id, name) of every organisation on the map."""
    return list(Organisatie.objects.order_by("naam").values_list("pk", "naam"))


def aanbod(ids: Iterable[int]) -> dict[int, AanbodWaarde]:
    """Return these offers, also the stopped ones: an old plan still names them."""
    return {w.id: w for w in _waarden(Aanbod.objects.filter(pk__in=set(ids)))}


def organisaties(ids: Iterable[int]) -> dict[int, OrganisatieWaarde]:
    """Return these organisations."""
    velden = ("pk", "naam", "telefoon", "email", "website")
    rijen = Organisatie.objects.filter(pk__in=set(ids)).values_list(*velden)
    return {rij[0]: OrganisatieWaarde(*rij) for rij in rijen}


def zoek_aanbod(vraag: str) -> list[AanbodWaarde]:
    """Return at most twenty running offers in which every word of `vraag` occurs; [] without words."""
    return _waarden(met_woorden(lopend(), vraag), MEESTE_TREFFERS) if woorden(vraag) else []


def met_woorden(rijen: QuerySet[Aanbod], vraag: str) -> QuerySet[Aanbod]:
    """Keep the offers in which every word occurs."""
    for woord in woorden(vraag):
        rijen = rijen.filter(zoektekst__contains=woord)
    return rijen


def _waarden(rijen: QuerySet[Aanbod], hoogstens: int | None = None) -> list[AanbodWaarde]:
    namen = niveaunamen()
    velden = rijen.order_by("naam", "pk").values(
        "id", "naam", "organisatie_id", "organisatie__naam", "niveau", "leefgebieden", "tekst", "aanmelden",
        "gestopt_op",
    )  # fmt: skip
    return [
        AanbodWaarde(
            id=r["id"],
            naam=r["naam"],
            organisatie_id=r["organisatie_id"],
            organisatie=r["organisatie__naam"],
            niveau=Ondersteuningsniveau(r["niveau"]),
            niveaunaam=namen[r["niveau"]],
            leefgebieden=tuple(r["leefgebieden"]),
            tekst=r["tekst"],
            aanmelden=r["aanmelden"],
            gestopt=r["gestopt_op"] is not None,
        )
        for r in velden[:hoogstens]
    ]
