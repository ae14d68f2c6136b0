"""Lights in words and shapes, always with what they are worth: made up, or not readable in the source."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.beleid.models.agenda import ASPECTEN
from samendoen.beleid.queries.boom import ActiviteitWaarde, StandWaarde
from samendoen.beleid.rules import DRIE, ZWAARTE, Aspect, Kleur
from samendoen.schil.api import licht, status

# Our colours -> the lights and labels of schil.
LICHT = {Kleur.GROEN: "groen", Kleur.ORANJE: "oranje", Kleur.ROOD: "rood", Kleur.ONBEKEND: "grijs"}
STATUS = {Kleur.GROEN: "ok", Kleur.ORANJE: "waarschuwing", Kleur.ROOD: "fout", Kleur.ONBEKEND: "neutraal"}


def voorbeeld() -> SafeString:
    """Return the mark beside a light that was made up."""
    return format_html('<span class="bl-voorbeeld">{}</span>', _("voorbeeld"))


def concept() -> SafeString:
    """Return the mark beside what was not published yet."""
    return format_html('<span class="bl-concept">{}</span>', _("nog niet gepubliceerd"))


def een_licht(aspect: Aspect, stand: StandWaarde | None) -> SafeString:
    """Return one light, with the mark of what was made up."""
    kleur = stand.kleur if stand else Kleur.ONBEKEND
    beeld = licht(LICHT[kleur], str(ASPECTEN[aspect]))
    return (
        format_html('<span class="bl-licht">{} {}</span>', beeld, voorbeeld())
        if stand and stand.synthetisch
        else beeld
    )


def lichtlijst(lichten: Mapping[Aspect, StandWaarde], aspecten: Sequence[Aspect] = DRIE) -> SafeString:
    """Return the lights of an activity as a list.

    Without any: that they cannot be read in the source. One mark at the end when all of them are made up,
    and one when some are not published yet.
    """
    if not lichten:
        return status("neutraal", _("lichten niet leesbaar in de bron"))
    alle_synthetisch = len(lichten) == len(aspecten) and all(s.synthetisch for s in lichten.values())
    cellen = [
        licht(LICHT[lichten[aspect].kleur], str(ASPECTEN[aspect]))
        if alle_synthetisch
        else een_licht(aspect, lichten.get(aspect))
        for aspect in aspecten
    ]
    if alle_synthetisch:
        cellen.append(voorbeeld())
    if any(not stand.gepubliceerd for stand in lichten.values()):
        cellen.append(concept())
    punten = format_html_join("", "<li>{}</li>", ((cel,) for cel in cellen))
    return format_html('<ul class="sd-lichten">{}</ul>', punten)


def telling(activiteiten: Iterable[ActiviteitWaarde]) -> SafeString:
    """Return how many activities are on course and how many ask attention, counted by their worst light."""
    alle = list(activiteiten)
    per = Counter(activiteit.kleur for activiteit in alle if activiteit.lichten)
    zonder = sum(not activiteit.lichten for activiteit in alle)
    delen = [status(STATUS[kleur], _telwoord(kleur, per[kleur])) for kleur in ZWAARTE if per[kleur]]
    if zonder:
        zin = ngettext("%(n)s niet leesbaar in de bron", "%(n)s niet leesbaar in de bron", zonder)
        delen.append(status("neutraal", zin % {"n": zonder}))
    if any(activiteit.synthetisch for activiteit in alle):
        delen.append(voorbeeld())
    return mark_safe(" ".join(delen))


def _telwoord(kleur: Kleur, n: int) -> str:
    woorden = {
        Kleur.GROEN: ngettext("%(n)s op koers", "%(n)s op koers", n),
        Kleur.ORANJE: ngettext("%(n)s let op", "%(n)s let op", n),
        Kleur.ROOD: ngettext("%(n)s bijsturen", "%(n)s bijsturen", n),
        Kleur.ONBEKEND: ngettext("%(n)s nog niet bekend", "%(n)s nog niet bekend", n),
    }
    return woorden[kleur] % {"n": n}
