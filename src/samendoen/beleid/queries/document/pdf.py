"""A PDF as lines, in the order in which the file writes them; bold lines are headings."""

import io
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.queries.document.fout import onleesbaar
from samendoen.beleid.rules.bron import Deel, Stuk

WIT = 1.65
"""Lines further apart than so many times the height of the letter stand in different paragraphs."""


def lees(naam: str, inhoud: bytes, grootst: int) -> tuple[Deel, ...]:
    """Return the lines of a PDF. Raises Domeinfout when it is none, damaged or locked."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        lezer = PdfReader(io.BytesIO(inhoud))
        if lezer.is_encrypted and not lezer.decrypt(""):
            raise onleesbaar(naam, _("er zit een wachtwoord op"))
        bladen = [_regels(blad) for blad in lezer.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError) as fout:
        raise onleesbaar(naam, _("het bestand is beschadigd")) from fout
    nummer = count(1)
    delen: list[Deel] = []
    for blad in bladen:
        for i, regel in enumerate(blad):
            tekst = " ".join(regel.tekst.split())
            begin = "\f" if i == 0 else ""
            if regel.wit_erboven:
                delen.append(Stuk(next(nummer), ""))
            delen.append(Stuk(next(nummer), f"{begin}{tekst}", kop=regel.vet))
    return tuple(delen)


@dataclass(slots=True)
class _Regel:
    y: float
    hoogte: float
    wit_erboven: bool
    delen: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        return "".join(tekst for tekst, _vet in self.delen)

    @property
    def vet(self) -> bool:
        return all(vet for tekst, vet in self.delen if tekst.strip())


def _regels(blad: Any) -> list[_Regel]:
    """Return the lines of one page."""
    regels: list[_Regel] = []

    def neem(tekst: str, cm: Any, tm: Any, lettertype: Any, grootte: float) -> None:
        if not tekst.strip():
            if regels:
                regels[-1].delen.append((" ", True))
            return
        # The place on the page: the matrix of the text within that of the page.
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        hoogte = abs(grootte * (tm[2] * cm[1] + tm[3] * cm[3])) or 10.0
        vet = "bold" in str((lettertype or {}).get("/BaseFont", "")).casefold()
        vorige = regels[-1] if regels else None
        if vorige is None or abs(vorige.y - y) > hoogte * 0.3:
            sprong = (vorige.y - y) / hoogte if vorige else 0.0
            regels.append(_Regel(y, hoogte, wit_erboven=vorige is not None and not 0 < sprong <= WIT))
        regels[-1].delen.append((tekst.replace("\n", " "), vet))

    blad.extract_text(visitor_text=neem)
    return [regel for regel in regels if regel.tekst.strip()]
