"""Use cases of adding themes, goals and activities to a plan on screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samendoen.beleid.actions.regels import (
    MODELLEN,
    Regel,
    controleer_velden,
    eis_loopt,
    eis_reden,
    haal_regel,
    leg_vast_bij,
    schrijf_geschiedenis,
)
from samendoen.beleid.events import RegelToegevoegd
from samendoen.beleid.models import Activiteit, Doelstelling, Onderdeel, Thema
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.beleid.rules.planregels import netjes, volgend_nummer
from samendoen.kernel.api import Actor, NietGevonden, Permissie, actie, klok, op_beurt
from samendoen.schil.api import datum_zonder_dag


@dataclass(frozen=True, slots=True)
class NieuwThema:
    """A theme for a part of a plan. `kenmerk` is made by the client: sent again it is the same theme."""

    kenmerk: UUID
    onderdeel: int
    titel: str


@dataclass(frozen=True, slots=True)
class NieuwDoel:
    """A goal for a theme, and why it comes."""

    kenmerk: UUID
    thema: int
    titel: str
    reden: str
    tevreden_als: str = ""
    tellen: tuple[str, ...] = ()
    vertellen: tuple[str, ...] = ()
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class NieuweActiviteit:
    """An activity for a goal, with what it promises, with whom, and who gives the account of it."""

    kenmerk: UUID
    doel: int
    titel: str
    resultaat: str
    partners: tuple[str, ...] = ()
    eigenaar: int | None = None


@actie("beleid", Permissie.BELEID_BEHEREN)
def voeg_themas_toe(door: Actor, nieuwe: Sequence[NieuwThema]) -> list[int]:
    """Add themes at the end of their part and return their numbers; sent again they are there once.

    Raises Domeinfout for a title that is missing or too long, NietGevonden for an unknown part.
    """
    ids = []
    for n in nieuwe:
        onderdeel = Onderdeel.objects.filter(pk=n.onderdeel).first()
        if onderdeel is None:
            raise NietGevonden(
                "onderdeel_onbekend",
                _("Dit onderdeel van het plan bestaat niet."),
                _("Kies een onderdeel op de pagina Koers."),
            )
        ids.append(_voeg_toe(door, Regelsoort.THEMA, n.kenmerk, onderdeel, {"titel": n.titel}, ""))
    return ids


@actie("beleid", Permissie.BELEID_BEHEREN)
def voeg_doelen_toe(door: Actor, nieuwe: Sequence[NieuwDoel]) -> list[int]:
    """Add goals at the end of their theme, with a reason; as voeg_themas_toe."""
    ids = []
    for n in nieuwe:
        thema = haal_regel(Regelsoort.THEMA, n.thema)
        eis_reden(n.reden)
        velden = {
            "titel": n.titel,
            "tevreden_als": n.tevreden_als,
            "tellen": list(n.tellen),
            "vertellen": list(n.vertellen),
            "toelichting": n.toelichting,
        }
        ids.append(_voeg_toe(door, Regelsoort.DOEL, n.kenmerk, thema, velden, n.reden))
    return ids


@actie("beleid", Permissie.BELEID_BEHEREN)
def voeg_activiteiten_toe(door: Actor, nieuwe: Sequence[NieuweActiviteit]) -> list[int]:
    """Add activities at the end of their goal; as voeg_themas_toe."""
    ids = []
    for n in nieuwe:
        doel = haal_regel(Regelsoort.DOEL, n.doel)
        velden = {
            "titel": n.titel,
            "resultaat": n.resultaat,
            "partners": list(n.partners),
            "eigenaar": n.eigenaar,
        }
        ids.append(_voeg_toe(door, Regelsoort.ACTIVITEIT, n.kenmerk, doel, velden, ""))
    return ids


def _voeg_toe(
    door: Actor, soort: Regelsoort, kenmerk: UUID, ouder: Any, velden: dict[str, Any], reden: str
) -> int:
    """Add one line below another, unless it is there already; return its number."""
    model, in_, _pad = MODELLEN[soort]
    op_beurt(f"beleid.{in_}.{ouder.pk}")
    bestaat: Regel | None = model.objects.filter(kenmerk=kenmerk).first()
    if bestaat is not None:
        return bestaat.pk
    if not isinstance(ouder, Onderdeel):
        eis_loopt(ouder)
    schoon = {veld: netjes(waarde) for veld, waarde in velden.items()}
    controleer_velden(soort, schoon)
    if "eigenaar" in schoon:
        schoon["eigenaar_id"] = schoon.pop("eigenaar")
    naast = model.objects.filter(**{in_: ouder})
    laatste = naast.aggregate(n=Max("volgorde"))["n"] or 0
    rij: Regel = model(
        **{in_: ouder},
        kenmerk=kenmerk,
        code=_code(soort, ouder, schoon["titel"]),
        volgorde=laatste + 1,
        bron=_("toegevoegd op %(dag)s") % {"dag": datum_zonder_dag(klok.vandaag())},
        **schoon,
    )
    rij.save(force_insert=True)
    schrijf_geschiedenis(door, soort, rij, [("toegevoegd", "", rij.titel)], reden)
    leg_vast_bij(door, soort, rij, RegelToegevoegd(regelsoort=soort.value, regel=rij.pk))
    return rij.pk


def _code(soort: Regelsoort, ouder: Any, titel: object) -> str:
    """Return a code that is not taken: themes and goals are numbered on, an activity has its own name."""
    if soort is Regelsoort.THEMA:
        themas = Thema.objects.filter(onderdeel=ouder).order_by("volgorde")
        codes = list(themas.values_list("code", flat=True))
        return volgend_nummer(codes, codes)
    if soort is Regelsoort.DOEL:
        doelen = Doelstelling.objects.order_by("volgorde").values_list("code", flat=True)
        eigen = list(doelen.filter(thema=ouder)) or [f"{ouder.code}.0"]
        return volgend_nummer(eigen, doelen.filter(thema__onderdeel=ouder.onderdeel_id))
    bezet = set(Activiteit.objects.filter(doelstelling=ouder).values_list("code", flat=True))
    naam = slugify(str(titel))[:50] or "activiteit"
    return naam if naam not in bezet else f"{naam}-{len(bezet) + 1}"
