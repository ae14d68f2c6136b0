"""The search screen: one box for residents, numbers, words in questions, and what is on the map.

What somebody looks for is personal. It is sent in a form, never in an address, and kept in the session for
a few minutes, encrypted: so that the way back from a result leads to the results again.
"""

from base64 import b64decode, b64encode
from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, klok, ontsleutel, poort, versleutel
from samendoen.schil.api import toon
from samendoen.site.web.zoekuitslag import zoek_alles
from samendoen.site.web.zoekvraag import LANGSTE, ontleed

SLEUTEL, DOEL = "zoek", "site.zoek"
BEWAARD = timedelta(minutes=15)


@poort(None, "GET", "HEAD", "POST")
def zoek(request: Verzoek) -> HttpResponse:
    """Take a question and show what was found; without one, what may be asked."""
    if request.method == "POST":
        _onthoud(request, " ".join(request.POST.get("q", "").replace("\x00", " ").split())[:LANGSTE])
        return redirect("zoek")
    vraag = _herinner(request)
    context = {
        "vraag": vraag,
        "uitslag": zoek_alles(request.actor, ontleed(vraag)) if vraag else None,
        "voorbeelden": _voorbeelden(request),
    }
    return toon(request, "web/zoek.html", context)


def _onthoud(request: Verzoek, vraag: str) -> None:
    if not vraag:
        request.session.pop(SLEUTEL, None)
        return
    geheim = b64encode(versleutel(vraag, DOEL)).decode()
    request.session[SLEUTEL] = {"vraag": geheim, "op": klok.nu().isoformat()}


def _herinner(request: Verzoek) -> str:
    """Return the question of a moment ago, "" when it is too old or cannot be read any more."""
    bewaard = request.session.get(SLEUTEL)
    if not bewaard or klok.nu() - datetime.fromisoformat(bewaard["op"]) > BEWAARD:
        return ""
    try:
        return ontsleutel(b64decode(bewaard["vraag"]), DOEL)
    except Domeinfout:
        return ""


def _voorbeelden(request: Verzoek) -> list[tuple[str, str]]:
    """Return (what one types, what that finds) of what this actor may look for."""
    mag = request.actor.mag
    inwoners = [
        ("Jansen 12-03-1980", _("een inwoner, op achternaam en geboortedatum")),
        ("4141 AB 12 Jansen", _("een inwoner, op adres en achternaam")),
        ("123456782", _("een inwoner, op burgerservicenummer")),
    ]
    werk = [
        (_("melding 12"), _("een melding of casus, op nummer")),
        (_("traplift"), _("meldingen waarin dit woord staat, als u ze mag lezen")),
    ]
    return [
        *(inwoners if mag(Permissie.INWONER_ZOEKEN) else []),
        *(werk if mag(Permissie.WERK_ZIEN) else []),
        (_("eetgroep"), _("hulp en activiteiten op de sociale kaart")),
    ]
