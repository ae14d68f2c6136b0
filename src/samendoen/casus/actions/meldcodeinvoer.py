"""What is written down on a path of the meldcode, and what is asked of it before it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import leesbare_paden, niet_gevonden
from samendoen.casus.actions.veiligheidinvoer import eis_dag, eis_tekst, haal_om_te_schrijven
from samendoen.casus.definities import meldcode
from samendoen.casus.models import PADSTATUSSEN, Casus, Meldcodepad, Meldcodepersoon
from samendoen.casus.rules import (
    BEZIG,
    KETEN,
    PAD_OVERGANGEN,
    Doelgroep,
    Meldbesluit,
    Padstatus,
    Stapsoort,
)
from samendoen.kernel.api import Actor, Domeinfout
from samendoen.recht.api import WEEGVRAGEN


@dataclass(frozen=True, slots=True)
class NieuweMeldcode:
    """A path to begin, about the safety of these people of a casus."""

    kenmerk: UUID
    casus: int
    doelgroep: str
    personen: tuple[int, ...]
    op: date


@dataclass(frozen=True, slots=True)
class Stapinvoer:
    """What is written down of a step; left out (`overgeslagen`), the words say why.

    `keuzes` are codes of the definition, `antwoorden` weighing question -> yes or no, `besluit` what was
    decided at the last step. A step towards Veilig Thuis or the table needs no words.
    """

    kenmerk: UUID
    pad: int
    soort: str
    woorden: str
    op: date
    overgeslagen: bool = False
    keuzes: tuple[str, ...] = ()
    antwoorden: Mapping[str, bool] = field(default_factory=dict)
    besluit: str = ""


def haal_paden(door: Actor, ids: Sequence[int]) -> tuple[dict[int, Meldcodepad], dict[int, Casus]]:
    """Return these paths with their casus, locked, for who may write about everybody they are about.

    Raises NietGevonden for a path that is not this actor's to know, Geweigerd for one to read alone.
    """
    gevraagd = set(ids)
    van = dict(leesbare_paden(door, pk__in=gevraagd).values_list("pk", "casus_id"))
    if gevraagd - van.keys():
        raise niet_gevonden()
    wie = Meldcodepersoon.objects.filter(pad__in=van).values_list("pad__casus_id", "inwoner_id")
    casussen, _mogen = haal_om_te_schrijven(door, wie)
    rijen = Meldcodepad.objects.select_for_update().filter(pk__in=gevraagd).order_by("pk")
    return {pad.pk: pad for pad in rijen}, casussen


def naar(pad: Meldcodepad, overgang: str) -> Padstatus:
    """Return the status after this step; Domeinfout when it cannot be taken any more."""
    volgende = PAD_OVERGANGEN[Padstatus(pad.status)].get(overgang)
    if volgende is None:
        raise _status(pad)
    return volgende


def _status(pad: Meldcodepad) -> Domeinfout:
    return Domeinfout(
        "meldcode_status",
        _("Deze meldcode is %(status)s; dit kan nu niet.")
        % {"status": str(PADSTATUSSEN[Padstatus(pad.status)]).lower()},
        _("Ververs de pagina om te zien hoe het ervoor staat. Een afgeronde meldcode kunt u heropenen."),
    )


def controleer_begin(n: NieuweMeldcode) -> None:
    """Refuse a path that cannot be."""
    if n.doelgroep not in set(Doelgroep):
        raise Domeinfout(
            "meldcode_doelgroep",
            _("Deze groep bestaat niet."),
            _("Kies om wie het gaat."),
            veld="doelgroep",
        )
    if not n.personen or len(set(n.personen)) < len(n.personen):
        raise Domeinfout(
            "meldcode_personen",
            _("Er staat niet over wie het gaat, of iemand staat er twee keer."),
            _("Kies één of meer mensen."),
            veld="personen",
        )
    eis_dag("op", n.op)


def controleer_stap(s: Stapinvoer, pad: Meldcodepad) -> None:
    """Refuse a step that cannot be."""
    if s.soort not in set(Stapsoort):
        raise Domeinfout(
            "meldcode_soort", _("Deze stap bestaat niet."), _("Kies een stap uit de lijst."), veld="soort"
        )
    eis_dag("op", s.op)
    if s.soort in KETEN:
        if pad.status == Padstatus.INGETROKKEN:
            raise _status(pad)
        if s.woorden.strip():
            eis_tekst("woorden", s.woorden, "", "")
        return
    if pad.status not in BEZIG:
        raise _status(pad)
    eis_tekst("woorden", s.woorden, _wat(s), _("Schrijf het op. U kunt het later corrigeren."))
    if not s.overgeslagen:
        _controleer_inhoud(s, pad)


def _wat(s: Stapinvoer) -> str:
    if s.overgeslagen:
        return _("Er staat niet waarom u deze stap overslaat.")
    return _("Er staat nog niets over deze stap.")


def _controleer_inhoud(s: Stapinvoer, pad: Meldcodepad) -> None:
    bestaan = {keuze.code for keuze in meldcode(pad.doelgroep).van_stap(s.soort).keuzes}
    if set(s.keuzes) - bestaan:
        raise Domeinfout(
            "meldcode_keuzes",
            _("Deze keuze hoort niet bij deze stap."),
            _("Kies uit de lijst."),
            veld="keuzes",
        )
    if s.soort == Stapsoort.WEGEN:
        _eis_gewogen(s.antwoorden)
    if s.soort == Stapsoort.BESLISSEN and s.besluit not in set(Meldbesluit):
        raise Domeinfout(
            "meldcode_besluit", _("Er staat niet wat u beslist."), _("Kies een besluit."), veld="besluit"
        )


def _eis_gewogen(antwoorden: Mapping[str, bool]) -> None:
    """Refuse a weighing with an open question before one that decides: nobody is reported on a guess."""
    for vraag in WEEGVRAGEN:
        if vraag.sleutel not in antwoorden:
            raise Domeinfout(
                "meldcode_weegvraag",
                _("Nog niet beantwoord: %(vraag)s") % {"vraag": vraag.tekst},
                _("Antwoord met ja of nee. Twijfelt u? Vraag Veilig Thuis om advies."),
                veld=f"antwoord_{vraag.sleutel}",
            )
        if antwoorden[vraag.sleutel] is vraag.beslissend_antwoord:
            return


def eis_reden(veld: str, reden: str) -> str:
    """Return the reason; Domeinfout without one, or one that is too long."""
    return eis_tekst(veld, reden, _("Er staat niet waarom."), _("Schrijf kort op waarom."))
