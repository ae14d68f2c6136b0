"""What the waiting list plugs in: panel, sentences, eraser, and the rule that asks to call."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.toegang import events
from samendoen.toegang.actions.registratie import SOORT
from samendoen.toegang.definities import eigen_wachtlijst
from samendoen.toegang.models import CONTACTUITKOMSTEN, Melding, Overbrugging, Wachtcontact, Wachtplek
from samendoen.toegang.queries import wachtlijst
from samendoen.toegang.queries.wachtenden import wachtend
from samendoen.toegang.rules import WACHTCONTACT, Contactuitkomst, volgend_contact


def meld_aan() -> None:
    """Fill the stekkers of the waiting list."""
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
    definitie = eigen_wachtlijst()
    velden = (
        "pk", "dossier_id", "team__groep_id", "route", "getrieerd_op", "wachtplek__prioriteit",
        "wachtplek__contact_op", "wachtplek__volgende_op",
    )  # fmt: skip
    for r in wachtend(Melding.objects.order_by("pk")).values(*velden).iterator():
        prioriteit = definitie.van(r["wachtplek__prioriteit"] or "", r["route"])
        sinds, laatste = r["getrieerd_op"], r["wachtplek__contact_op"]
        uiterlijk = volgend_contact(sinds, laatste, r["wachtplek__volgende_op"], prioriteit.weken)
        if uiterlijk > dag:
            continue
        yield Taakvoorstel(
            # With the day in it: after a call the next one is another task.
            sleutel=f"{r['pk']}.{uiterlijk.isoformat()}",
            tekst=_("Bel wie op de wachtlijst staat"),
            uitleg=_uitleg(sinds, laatste, prioriteit.naam, prioriteit.weken),
            uiterlijk=uiterlijk,
            dossier_id=r["dossier_id"],
            groep_id=r["team__groep_id"],
            gebruiker_id=None,
            onderwerp_soort=SOORT,
            onderwerp_id=r["pk"],
        )


def _uitleg(sinds: date, laatste: date | None, prioriteit: str, weken: int) -> str:
    woorden = {"dag": datum_lang(laatste or sinds), "prioriteit": prioriteit, "n": weken}
    if laatste is None:
        return (
            _(
                "Regel “wachtlijst”: deze vraag wacht sinds %(dag)s op het team, en nog niemand belde. Bij "
                "prioriteit %(prioriteit)s hoort een wachtende binnen %(n)s weken iets, of eerder als dat "
                "afgesproken is."
            )
            % woorden
        )
    return (
        _(
            "Regel “wachtlijst”: het laatste contact was op %(dag)s. Bij prioriteit %(prioriteit)s hoort een "
            "wachtende binnen %(n)s weken iets, of eerder als dat afgesproken is."
        )
        % woorden
    )


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
REGEL = Taakregel(WACHTCONTACT, "Wie op de wachtlijst staat, hoort binnen het ritme iets.", te_bellen)
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Wachtlijst"), "wachtlijst", Permissie.MELDING_AFHANDELEN, 25)
