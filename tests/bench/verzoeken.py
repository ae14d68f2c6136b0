"""The requests that are measured, as a browser or another system sends them."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.conf import settings
from django.test import Client
from django.urls import reverse

from samendoen.kernel.models import Gebruiker
from tests.bench.dienst import Dienst
from tests.bench.verkeer import Lijn, Mislukt, Verzoek

MELDINGEN = "/api/v1/meldingen"
VRAAG = "Mijn moeder kan de trap niet meer op en ik maak me zorgen over hoe het verder moet."


class Velden(HTMLParser):
    """Reads the fields of the first form that is sent by POST, with what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.waarden: dict[str, str] = {}
        self._binnen = False
        self._keuze = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an input, and of what is chosen in a list."""
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            # The language choice in the shell is a form too: it names no field of ours.
            self._binnen = a.get("method") == "post" and not a.get("action")
        if not self._binnen or (not a.get("name") and tag != "option"):
            return
        if tag in {"input", "textarea"} and a.get("type") not in {"radio", "checkbox", "submit"}:
            self.waarden[a["name"]] = a.get("value", "")
        if tag == "input" and a.get("type") in {"radio", "checkbox"} and "checked" in a:
            self.waarden[a["name"]] = a.get("value", "")
        if tag == "select":
            self._keuze = a["name"]
        if tag == "option" and "selected" in a:
            self.waarden[self._keuze] = a.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """Stop at the end of the form."""
        if tag == "form":
            self._binnen = False


def met_token(geheim: str) -> dict[str, str]:
    """Return the headers of another system."""
    return {"Authorization": f"Bearer {geheim}", "Content-Type": "application/json"}


def aangemeld(gebruiker_id: int) -> dict[str, str]:
    """Return the headers of a browser in which this user is logged in."""
    client = Client()
    client.force_login(Gebruiker.objects.get(pk=gebruiker_id))
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"}


def pagina(pad: str, koppen: dict[str, str]) -> Callable[[int], Verzoek]:
    """Return the same GET again and again."""
    verzoek = Verzoek("GET", pad, 200, koppen=koppen)
    return lambda _n: verzoek


def opname_api(geheim: str, team: str, dag: str) -> Callable[[int], Verzoek]:
    """Return a new melding by the API, each time."""

    def maak(_n: int) -> Verzoek:
        melding: dict[str, Any] = {
            "kenmerk": str(uuid4()),
            "vraag": VRAAG,
            "kader": "wmo",
            "kanaal": "website",
            "ontvangen_op": dag,
            "team": team,
        }
        return Verzoek("POST", MELDINGEN, 201, json.dumps(melding).encode(), met_token(geheim))

    return maak


def opname_formulier(dienst: Dienst, gebruiker_id: int, team: str, dag: str) -> Callable[[int], Verzoek]:
    """Return a new melding by the form, each time; the form itself is fetched once, and not counted."""
    koppen = aangemeld(gebruiker_id)
    lijn = Lijn(dienst.poort)
    html = lijn.doe(Verzoek("GET", "/meldingen/nieuw/", 200, koppen=koppen)).decode()
    lezer = Velden()
    lezer.feed(html)
    velden = lezer.waarden | {"vraag": VRAAG, "kader": "wmo", "kanaal": "telefoon", "ontvangen_op": dag}
    # Which of these the form asks depends on its version; a resident nobody knows is the plainest.
    velden |= {n: w for n, w in {"team": team, "inwoner": "onbekend"}.items() if f'name="{n}"' in html}
    if "csrfmiddlewaretoken" not in velden:
        raise Mislukt("The form for a melding has no token against forgery")
    koppen = _met_bewijs(koppen, velden["csrfmiddlewaretoken"])

    def maak(_n: int) -> Verzoek:
        return Verzoek(
            "POST", "/meldingen/nieuw/", 302, urlencode(velden | {"kenmerk": str(uuid4())}).encode(), koppen
        )

    return maak


def _met_bewijs(koppen: dict[str, str], bewijs: str) -> dict[str, str]:
    """Return the headers of a form: the cookie of the token against forgery and its field must agree."""
    return koppen | {
        "Cookie": f"{koppen['Cookie']}; {settings.CSRF_COOKIE_NAME}={bewijs}",
        "Content-Type": "application/x-www-form-urlencoded",
    }


def zoek_in_casus(gebruiker_id: int, casus: int) -> Callable[[int], Verzoek]:
    """Return the search for a word in all that was written in a casus."""
    bewijs = "b" * 32
    inhoud = urlencode({"csrfmiddlewaretoken": bewijs, "q": "schuld"}).encode()
    koppen = _met_bewijs(aangemeld(gebruiker_id), bewijs)
    verzoek = Verzoek("POST", reverse("casus_zoeken", args=[casus]), 200, inhoud, koppen)
    return lambda _n: verzoek


def zoek_api(geheim: str, bsn: str) -> Callable[[int], Verzoek]:
    """Return the search for the meldingen of one resident."""
    verzoek = Verzoek("POST", f"{MELDINGEN}/zoek", 200, json.dumps({"bsn": bsn}).encode(), met_token(geheim))
    return lambda _n: verzoek
