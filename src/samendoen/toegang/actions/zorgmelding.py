"""Meldpunt Bezorgd: somebody worries about somebody else, and may stay anonymous."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.inwoners.api import NieuweInwoner
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Wet, actie, schrijf
from samendoen.toegang.actions.controle import NieuweMelding
from samendoen.toegang.actions.registratie import neem_meldingen_op
from samendoen.toegang.models import Melding, Zorgmelding
from samendoen.toegang.rules import Kanaal, Melder


@dataclass(frozen=True, slots=True)
class Zorginvoer:
    """A worry as it was told. `inwoner` is whom it is about, if recognised, `nieuwe` somebody to register;
    without either `aanduiding` says who it may be ("man van nummer 12").

    With `anoniem` nothing of the reporter may be given: it would be kept.
    """

    kenmerk: UUID
    zorg: str
    ontvangen_op: date
    anoniem: bool
    aanduiding: str = ""
    inwoner: int | None = None
    nieuwe: NieuweInwoner | None = None
    spoed: bool = False
    leefgebieden: tuple[str, ...] = ()
    melder_naam: str = ""
    melder_telefoon: str = ""
    melder_relatie: str = ""


@actie("toegang", Permissie.MELDING_REGISTREREN)
def meld_zorgen(door: Actor, zorgen: Sequence[Zorginvoer]) -> list[int]:
    """Register worries about somebody; return the ids of the meldingen in the order asked.

    A known `kenmerk` gives what exists. No law yet: that is chosen when somebody wants help. Raises
    Domeinfout (with the field) without anything that says who it is about, for words of a reporter who is
    anonymous, and what `neem_meldingen_op` raises.
    """
    for zorg in zorgen:
        _controleer(zorg)
    ids = neem_meldingen_op(door, [(_melding(zorg), zorg.nieuwe) for zorg in zorgen])
    al = set(Zorgmelding.objects.filter(melding__in=ids).values_list("melding_id", flat=True))
    wie = Melding.objects.in_bulk(ids)
    paren = {pk: zorg for pk, zorg in zip(ids, zorgen, strict=True) if pk not in al}
    schrijf(
        Zorgmelding(
            melding_id=pk,
            inwoner_id=wie[pk].inwoner_id,
            wet=wie[pk].wet,
            aanduiding=zorg.aanduiding.strip(),
            anoniem=zorg.anoniem,
            melder_naam=zorg.melder_naam.strip(),
            melder_telefoon=zorg.melder_telefoon.strip(),
            melder_relatie=zorg.melder_relatie.strip(),
        )
        for pk, zorg in paren.items()
    )
    return ids


def _melding(zorg: Zorginvoer) -> NieuweMelding:
    return NieuweMelding(
        kenmerk=zorg.kenmerk,
        vraag=zorg.zorg,
        kanaal=Kanaal.MELDPUNT_BEZORGD.value,
        kader=Wet.GEEN.value,
        team="",
        ontvangen_op=zorg.ontvangen_op,
        inwoner=zorg.inwoner,
        leefgebieden=zorg.leefgebieden,
        spoed=zorg.spoed,
        melder=(Melder.ANONIEM if zorg.anoniem else Melder.ANDER).value,
        vrijwillig=False,
    )


def _controleer(zorg: Zorginvoer) -> None:
    van_melder = (zorg.melder_naam, zorg.melder_telefoon, zorg.melder_relatie)
    bekend = zorg.inwoner is not None or zorg.nieuwe is not None
    te_lang = any(
        len(tekst) > n for tekst, n in zip((zorg.aanduiding, *van_melder), (200, 120, 30, 120), strict=True)
    )
    for veld, mis, wat, doe in (
        (
            "aanduiding",
            not bekend and not zorg.aanduiding.strip(),
            _("Het is niet duidelijk over wie het gaat."),
            _("Zoek de inwoner, of schrijf op hoe de melder die persoon noemt."),
        ),
        (
            "anoniem",
            zorg.anoniem and any(tekst.strip() for tekst in van_melder),
            _("Wie anoniem meldt, mag niet met naam worden opgeslagen."),
            _("Laat naam, telefoon en relatie leeg."),
        ),
        ("aanduiding", te_lang, _("Een van de teksten over wie is te lang."), _("Maak de tekst korter.")),
    ):
        if mis:
            raise Domeinfout(f"zorg_{veld}", wat, doe, veld=veld)
