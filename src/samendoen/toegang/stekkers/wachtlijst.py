"""What the waiting list plugs in: panel, sentences, eraser, and the rule that asks to call."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.toegang import events
from samendoen.toegang.definities import Prioriteit, eigen_wachtlijst
from samendoen.toegang.models import CONTACTUITKOMSTEN, Melding, Overbrugging, Wachtcontact, Wachtplek
from samendoen.toegang.queries import wachtlijst
from samendoen.toegang.queries.wachtenden import wachtend
from samendoen.toegang.queries.wachtenden_achter import ZAKEN
from samendoen.toegang.queries.wachtfeit import WACHTLIJST
from samendoen.toegang.rules import WACHTCONTACT, Contactuitkomst, volgend_contact
from samendoen.toegang.stekkers.melding import TAAKVELDEN, meldingtaak
from samendoen.werk.api import taakregel


def meld_aan() -> None:
    """Fill the stekkers of the waiting list."""
    stekkers.feit.meld_aan("wachtlijst", WACHTLIJST)
    stekkers.zaken.meld_aan("wachtlijst", ZAKEN)
    stekkers.paneel.meld_aan("melding:wachtlijst", wachtlijst.paneel)
    stekkers.taakregel.meld_aan(REGEL.code, REGEL)
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase why this person was next, what was said, and what helped meanwhile in words."""
    van = {"inwoner_id": persoon_id, "wet": wet}
    return (
        Wachtplek.objects.filter(**van).exclude(reden="").update(reden="")
        + Wachtcontact.objects.filter(**van).exclude(woorden="").update(woorden="")
        + Overbrugging.objects.filter(**van).exclude(tekst="").update(tekst="")
    )


def te_bellen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the team of every question that waits and was to be called on `dag` at the latest."""
    definitie, regel = eigen_wachtlijst(), taakregel(WACHTCONTACT)
    for r in wachtend(Melding.objects.order_by("pk")).values(*VELDEN).iterator():
        prioriteit = definitie.van(r["wachtplek__prioriteit"] or "", r["route"])
        uiterlijk = _uiterlijk(r, prioriteit)
        if uiterlijk > dag:
            continue
        woorden = regel.schrijf(
            dag=datum_lang(r["getrieerd_op"]),
            contact=_laatste(r["wachtplek__contact_op"]),
            prioriteit=prioriteit.naam,
            weken=prioriteit.weken,
        )
        yield meldingtaak(r, uiterlijk, uiterlijk, woorden)  # after a call the next one is another task


VELDEN = (
    *TAAKVELDEN, "route", "getrieerd_op", "wachtplek__prioriteit",
    "wachtplek__contact_op", "wachtplek__volgende_op",
)  # fmt: skip


def _uiterlijk(r: Mapping[str, Any], prioriteit: Prioriteit) -> date:
    laatste, volgende = r["wachtplek__contact_op"], r["wachtplek__volgende_op"]
    return volgend_contact(r["getrieerd_op"], laatste, volgende, prioriteit.weken)


def _laatste(op: date | None) -> str:
    return _("het laatste contact was op %(dag)s") % {"dag": datum_lang(op)} if op else _("nog niemand belde")


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to call was computed."""
    [r] = Melding.objects.filter(pk=int(sleutel.partition(".")[0])).values(*VELDEN)
    prioriteit = eigen_wachtlijst().van(r["wachtplek__prioriteit"] or "", r["route"])
    sinds = r["wachtplek__contact_op"] or r["getrieerd_op"]
    dagen = (
        (_("Naar het team"), r["getrieerd_op"]),
        (_("Laatste contact"), r["wachtplek__contact_op"]),
        (_("Afgesproken dag"), r["wachtplek__volgende_op"]),
        (_("Na %(n)s weken") % {"n": prioriteit.weken}, sinds and sinds + timedelta(weeks=prioriteit.weken)),
    )
    return [(naam, dag) for naam, dag in dagen if dag is not None]


def _prioriteit(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    code = gegevens["prioriteit"]
    naam = next((p.naam for p in eigen_wachtlijst().prioriteit if p.code == code), code)
    return _("Prioriteit op de wachtlijst: %(naam)s.") % {"naam": naam}


def _contact(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    uitkomst = str(CONTACTUITKOMSTEN[Contactuitkomst(gegevens["uitkomst"])]).lower()
    return _("Gebeld over het wachten: %(uitkomst)s.") % {"uitkomst": uitkomst}


ZINNEN: dict[str, stekkers.Zin] = {
    events.WachtprioriteitGezet.soort: _prioriteit,
    events.WachtcontactVastgelegd.soort: _contact,
    events.WachtcontactIngetrokken.soort: stekkers.vaste_zin(
        gettext_lazy("Een contact over het wachten is ingetrokken: het was een vergissing.")
    ),
    events.OverbruggingGeboden.soort: stekkers.vaste_zin(
        gettext_lazy("Afgesproken wat helpt zolang de inwoner wacht.")
    ),
    events.OverbruggingGestopt.soort: stekkers.vaste_zin(
        gettext_lazy("Afgesproken wanneer de hulp tijdens het wachten stopt.")
    ),
    events.OverbruggingIngetrokken.soort: stekkers.vaste_zin(
        gettext_lazy("Hulp tijdens het wachten is ingetrokken: het was een vergissing.")
    ),
}
WISSER = stekkers.Wisser(("toegang.Wachtplek", "toegang.Wachtcontact", "toegang.Overbrugging"), wis)
REGEL = Taakregel(WACHTCONTACT, "Wie op de wachtlijst staat, hoort op tijd iets.", te_bellen, herleid)
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Wachtlijst"), "wachtlijst", Permissie.MELDING_AFHANDELEN, 25)
