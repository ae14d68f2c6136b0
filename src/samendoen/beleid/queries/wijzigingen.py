"""What changed in a plan since it was read in: per line who, when, before and after, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.models import Planwijziging
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.kernel.api import Actor, Permissie
from samendoen.schil.api import datum_lang

REGELSOORTEN = {
    Regelsoort.THEMA: gettext_lazy("Thema"),
    Regelsoort.DOEL: gettext_lazy("Doel"),
    Regelsoort.ACTIVITEIT: gettext_lazy("Activiteit"),
}
VELDNAMEN = {
    "titel": gettext_lazy("Titel"),
    "code": gettext_lazy("Nummer"),
    "tevreden_als": gettext_lazy("Wanneer zijn we tevreden?"),
    "tellen": gettext_lazy("We tellen"),
    "vertellen": gettext_lazy("We vertellen"),
    "resultaat": gettext_lazy("Beloofd resultaat"),
    "partners": gettext_lazy("Partners"),
    "eigenaar": gettext_lazy("Eigenaar"),
    "toelichting": gettext_lazy("Toelichting"),
    "toegevoegd": gettext_lazy("Toegevoegd"),
    "plaats": gettext_lazy("Andere plaats"),
    "beeindigd": gettext_lazy("Beëindigd"),
    "hersteld": gettext_lazy("Hersteld"),
}
MEESTE = 200
ALLES_ANDERS = 0.25
"""Below this share of words in common a text is another one, and marks would only tire."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """Two texts with what went struck through and what came underlined: it reads without colour."""

    oud: SafeString
    nieuw: SafeString


def verschil(oud: str, nieuw: str) -> Verschil:
    """Return both texts with their differing words marked; two that have little in common as they are."""
    links, rechts = oud.split(), nieuw.split()
    vergelijker = SequenceMatcher(None, links, rechts, autojunk=False)
    if vergelijker.ratio() < ALLES_ANDERS:
        return Verschil(_gemerkt([("", " ".join(links))]), _gemerkt([("", " ".join(rechts))]))
    delen_l: list[tuple[str, str]] = []
    delen_r: list[tuple[str, str]] = []
    for soort, a, b, c, d in vergelijker.get_opcodes():
        gelijk = soort == "equal"
        if a != b:
            delen_l.append(("" if gelijk else "del", " ".join(links[a:b])))
        if c != d:
            delen_r.append(("" if gelijk else "ins", " ".join(rechts[c:d])))
    return Verschil(_gemerkt(delen_l), _gemerkt(delen_r))


def _gemerkt(delen: list[tuple[str, str]]) -> SafeString:
    return format_html_join(
        " ",
        "{}",
        ((format_html(f"<{merk}>{{}}</{merk}>", woorden) if merk else woorden,) for merk, woorden in delen),
    )


def wijzigingen_van(door: Actor, regels: Iterable[tuple[Regelsoort, int]]) -> list[dict[str, Any]]:
    """Return what changed in these lines, newest first, as rows of ready strings."""
    rijen: list[Planwijziging] = []
    for soort in Regelsoort:
        ids = [nummer for s, nummer in regels if s is soort]
        if ids:
            rijen += Planwijziging.objects.filter(regelsoort=soort, regel__in=ids).order_by("-pk")[:MEESTE]
    return als_regels(door, sorted(rijen, key=lambda r: -r.pk))


def als_regels(door: Actor, rijen: Sequence[Planwijziging]) -> list[dict[str, Any]]:
    """Return changes as a time line shows them; who did it, for who manages the plan."""
    namen = namen_van({rij.door_id for rij in rijen} | _eigenaren(rijen))
    mag = door.mag(Permissie.BELEID_BEHEREN)
    return [_regel(rij, namen, mag) for rij in rijen]


def _eigenaren(rijen: Sequence[Planwijziging]) -> set[int | None]:
    woorden = {w for rij in rijen if rij.veld == "eigenaar" for w in (rij.oud, rij.nieuw)}
    return {int(w) for w in woorden if w}


def namen_van(ids: Iterable[int | None]) -> dict[int, str]:
    """Return the names of colleagues by number; one query, none without any."""
    gevraagd = {nummer for nummer in ids if nummer is not None}
    if not gevraagd:
        return {}
    return dict(get_user_model().objects.filter(pk__in=gevraagd).values_list("pk", "naam"))


def _regel(rij: Planwijziging, namen: dict[int, str], mag: bool) -> dict[str, Any]:
    wie = namen.get(rij.door_id or 0, _("Samendoen")) if mag else ""
    # Who owns an activity is for who works on the plan.
    eigen = rij.veld == "eigenaar" and not mag
    return {
        "datum": datum_lang(localtime(rij.op).date()),
        "wat": _("Andere eigenaar") if eigen else _zin(rij, namen),
        "wie": wie,
        "toelichting": _("Waarom: %(reden)s") % {"reden": rij.reden} if rij.reden else "",
    }


def _zin(rij: Planwijziging, namen: dict[int, str]) -> SafeString | str:
    veld = str(VELDNAMEN.get(rij.veld, rij.veld))
    if rij.veld in {"toegevoegd", "beeindigd", "hersteld", "plaats"}:
        return veld
    oud, nieuw = rij.oud, rij.nieuw
    if rij.veld == "eigenaar":
        oud, nieuw = (namen.get(int(w), w) if w else "" for w in (oud, nieuw))
    v = verschil(oud, nieuw)
    leeg = _("leeg")
    return format_html(
        '{}: <span class="sd-verborgen">{} </span>{} <span aria-hidden="true">→</span>'
        '<span class="sd-verborgen"> {} </span> {}',
        veld,
        _("was"),
        v.oud or leeg,
        _("is nu"),
        v.nieuw or leeg,
    )
