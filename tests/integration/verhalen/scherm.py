"""What somebody sees in a story: a page, or everything that is reached from it."""

import html as html_
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebruiker
from tests.maak import aangemelde_client

LINK = re.compile(r'\b(?:href|src|hx-get)="(/[^"#]*)')
NIET = re.compile(r"^/(static|afmelden|uitloggen|uitleg|begrippen|woordenlijst)")


@dataclass(frozen=True)
class Antwoord:
    """What came back for one address."""

    status: int
    tekst: str


def klant(wie: Actor) -> Client:
    """Return the browser of somebody."""
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id or 0))


def pagina(wie: Actor, naam: str, *args: object) -> str:
    """Return a page that opens, its white space taken together."""
    antwoord = klant(wie).get(reverse(naam, args=args))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def haal(client: Client, adres: str, **koppen: str) -> Antwoord:
    """Get one address; of a letter in PDF the words in it, of any other file its content."""
    antwoord: Any = client.get(adres, headers=koppen)
    rauw = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    try:
        delen = PdfReader(io.BytesIO(rauw)).pages if rauw.startswith(b"%PDF") else ()
        tekst = " ".join(deel.extract_text() for deel in delen)
    except PdfReadError:  # a file that somebody attached
        tekst = ""
    return Antwoord(antwoord.status_code, " ".join(tekst.split()) or rauw.decode(errors="replace"))


def bereik(client: Client, begin: Iterable[str], meest: int = 150) -> dict[str, Antwoord]:
    """Follow every link and fragment from these addresses; return what came back, by address."""
    gevonden: dict[str, Antwoord] = {}
    wacht = list(begin)
    while wacht and len(gevonden) < meest:
        adres = wacht.pop(0)
        if adres in gevonden:
            continue
        gevonden[adres] = antwoord = haal(client, adres)
        links = map(html_.unescape, LINK.findall(antwoord.tekst))
        wacht += [link for link in links if link not in gevonden and not NIET.match(link)]
    return gevonden


def zoek(client: Client, woorden: str) -> str:
    """Ask the search of the whole installation; return what it shows."""
    antwoord = client.post(reverse("zoek"), {"q": woorden}, follow=True)
    assert antwoord.status_code == 200
    tekst: str = antwoord.content.decode()
    return tekst
