"""What goes wrong in the API, as problem details (RFC 9457): what is wrong, and what to do.

`type` is about:blank: the status says the class, `title` its name. Beside `detail` stand `fout` (a short
stable code, as the commands print it), `doe` (what to do) and, for input, `fouten` by field.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden

API_PAD = "/api/"
UITLEG = "/api/docs"
"""The page about the API: for people, so with their session and in the look of the rest."""
SOORT = "application/problem+json"
VELDFOUTEN = 50
"""Errors of fields that are named at most: a thousand more say nothing new."""

TITELS: dict[int, Promise] = {
    400: gettext_lazy("Onleesbaar verzoek"),
    401: gettext_lazy("Niet aangemeld"),
    403: gettext_lazy("Geen recht"),
    404: gettext_lazy("Niet gevonden"),
    405: gettext_lazy("Kan hier niet"),
    409: gettext_lazy("Kan nu niet"),
    413: gettext_lazy("Te groot"),
    415: gettext_lazy("Geen JSON"),
    422: gettext_lazy("Onjuiste invoer"),
    500: gettext_lazy("Storing"),
}
# Status -> (code, what is wrong, what to do), where the domain has no sentence of its own.
VASTE: dict[int, tuple[str, Promise, Promise]] = {
    400: (
        "onleesbaar",
        gettext_lazy("Dit verzoek kan niet worden gelezen."),
        gettext_lazy("Stuur geldige JSON in UTF-8."),
    ),
    401: (
        "niet_aangemeld",
        gettext_lazy("Dit verzoek heeft geen geldig toegangstoken."),
        gettext_lazy(
            "Stuur het token mee als 'Authorization: Bearer ...', of vraag functioneel beheer om een nieuw."
        ),
    ),
    404: (
        "onbekend_adres",
        gettext_lazy("Dit adres bestaat niet in de API."),
        gettext_lazy("Kijk op /api/docs welke adressen er zijn."),
    ),
    405: (
        "methode",
        gettext_lazy("Deze methode kan niet op dit adres."),
        gettext_lazy("Kijk in de kop Allow welke wel kan."),
    ),
    413: (
        "te_groot",
        gettext_lazy("Dit verzoek is te groot."),
        gettext_lazy("Maak de tekst korter, of verdeel het over meer verzoeken."),
    ),
    415: (
        "geen_json",
        gettext_lazy("De inhoud van dit verzoek is geen JSON."),
        gettext_lazy("Stuur JSON met de kop 'Content-Type: application/json'."),
    ),
    500: (
        "storing",
        gettext_lazy("Er ging bij ons iets mis. Er is niets half opgeslagen."),
        gettext_lazy("Probeer het later opnieuw, met hetzelfde kenmerk."),
    ),
}


class Verzoekfout(Exception):
    """A request that cannot be taken as it is; `status` is a key of VASTE."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Invoerfout(Exception):
    """Input that does not fit, as pydantic says it: mappings with `loc` (the field), `type` and `ctx`."""

    def __init__(self, fouten: Sequence[Mapping[str, Any]]) -> None:
        super().__init__(len(fouten))
        self.fouten = fouten


@dataclass(frozen=True, slots=True)
class Veldfout:
    """What is wrong with one field; `veld` is "" for the whole, and "doelen.0.tekst" inside a list."""

    veld: str
    fout: str
    toelichting: str
    doe: str


def is_api(request: HttpRequest) -> bool:
    """Tell whether a request is for the API: those know tokens and JSON, no sessions and pages."""
    return request.path_info.startswith(API_PAD) and request.path_info != UITLEG


def probleem(
    status: int, fout: str, toelichting: str, doe: str = "", fouten: Iterable[Veldfout] = ()
) -> HttpResponse:
    """Return the answer that says what is wrong."""
    inhoud: dict[str, Any] = {
        "type": "about:blank",
        "title": str(TITELS[status]),
        "status": status,
        "detail": toelichting,
        "fout": fout,
        "doe": doe,
    }
    velden = [
        {"veld": v.veld, "fout": v.fout, "toelichting": v.toelichting, "doe": v.doe}
        for v in list(fouten)[:VELDFOUTEN]
    ]
    if velden:
        inhoud["fouten"] = velden
    antwoord = HttpResponse(orjson.dumps(inhoud), status=status, content_type=SOORT)
    if status == 401:
        antwoord.headers["WWW-Authenticate"] = "Bearer"
    return antwoord


def vast(status: int) -> HttpResponse:
    """Return the answer for a status of VASTE."""
    fout, toelichting, doe = VASTE[status]
    return probleem(status, fout, str(toelichting), str(doe))


def van_uitzondering(fout: Exception) -> HttpResponse | None:
    """Return the answer for what was raised; None for what nobody foresaw."""
    match fout:
        case Domeinfout():
            return _van_domein(fout)
        case Verzoekfout():
            return vast(fout.status)
        case Invoerfout():
            return _onjuiste_invoer(fout.fouten)
        case RequestDataTooBig():
            return vast(413)
        case Http404():
            return vast(404)
        case BadRequest() | SuspiciousOperation() | UnreadablePostError():
            return vast(400)
    return None


def _van_domein(fout: Domeinfout) -> HttpResponse:
    """A refusal is 403 or 404; what one field says is 422; what cannot be as things stand is 409."""
    status = {NietGevonden: 404, Geweigerd: 403}.get(type(fout), 422 if fout.veld else 409)
    velden = [Veldfout(fout.veld, fout.fout, fout.toelichting, fout.doe)] if fout.veld else []
    return probleem(status, fout.fout, fout.toelichting, fout.doe, velden)


def _onjuiste_invoer(fouten: Sequence[Mapping[str, Any]]) -> HttpResponse:
    velden = [_veldfout(fout) for fout in fouten]
    toelichting = _("De invoer klopt niet op %(n)s punten.") % {"n": len(velden)}
    if len(velden) == 1:
        toelichting = velden[0].toelichting
    return probleem(422, "invoer", toelichting, _("Verbeter wat bij 'fouten' staat."), velden)


def _veldfout(fout: Mapping[str, Any]) -> Veldfout:
    veld = ".".join(str(deel) for deel in fout["loc"])
    soort = str(fout["type"])
    wat, doe = ZINNEN.get(soort, ONBEKEND)
    gegevens = {sleutel: waarde for sleutel, waarde in fout.get("ctx", {}).items() if sleutel in GETALLEN}
    return Veldfout(veld, soort, str(wat) % gegevens, str(doe) % gegevens)


_DAG = (gettext_lazy("Dit is geen datum."), gettext_lazy("Schrijf een datum als 2024-06-03."))
_UUID = (gettext_lazy("Dit is geen UUID."), gettext_lazy("Maak voor elk nieuw verzoek een eigen UUID."))
_GEHEEL = (
    gettext_lazy("Dit is geen geheel getal."),
    gettext_lazy("Schrijf alleen cijfers, niet als tekst."),
)
_TEKST = (gettext_lazy("Dit is geen tekst."), gettext_lazy("Zet de tekst tussen aanhalingstekens."))
_JANEE = (
    gettext_lazy("Dit is geen ja of nee."),
    gettext_lazy("Schrijf true of false, niet als tekst."),
)
_LIJST = (gettext_lazy("Dit is geen lijst."), gettext_lazy("Zet de waarden tussen vierkante haken."))
_GEHEEL_DING = (gettext_lazy("Dit is geen JSON-object."), gettext_lazy("Stuur velden tussen accolades."))
ONBEKEND = (gettext_lazy("Deze waarde klopt niet."), gettext_lazy("Kijk op /api/docs wat hier mag staan."))
# Numbers that a sentence may repeat; never what was sent.
GETALLEN = frozenset({"max_length", "min_length", "ge", "le", "gt", "lt"})
ZINNEN: dict[str, tuple[Promise, Promise]] = {
    "missing": (gettext_lazy("Dit veld ontbreekt."), gettext_lazy("Stuur het mee.")),
    "extra_forbidden": (
        gettext_lazy("Dit veld bestaat niet."),
        gettext_lazy("Laat het weg, of kijk op /api/docs hoe het heet."),
    ),
    "nulteken": (
        gettext_lazy("In deze tekst staat een teken dat niet bewaard kan worden."),
        gettext_lazy("Haal het nulteken (\\u0000) weg."),
    ),
    "string_too_long": (
        gettext_lazy("Deze tekst is langer dan %(max_length)s tekens."),
        gettext_lazy("Maak de tekst korter."),
    ),
    "string_too_short": (gettext_lazy("Deze tekst is te kort."), gettext_lazy("Vul dit veld in.")),
    "too_long": (
        gettext_lazy("Deze lijst heeft meer dan %(max_length)s waarden."),
        gettext_lazy("Stuur er minder."),
    ),
    "greater_than_equal": (
        gettext_lazy("Dit getal is kleiner dan %(ge)s."),
        gettext_lazy("Kies een groter getal."),
    ),
    "less_than_equal": (
        gettext_lazy("Dit getal is groter dan %(le)s."),
        gettext_lazy("Kies een kleiner getal."),
    ),
    "enum": (
        gettext_lazy("Deze waarde bestaat niet."),
        gettext_lazy("Kies een waarde uit de lijst op /api/docs."),
    ),
    "string_type": _TEKST,
    "string_unicode": _TEKST,
    "geen_dag": _DAG,
    "uuid_type": _UUID,
    "uuid_parsing": _UUID,
    "int_type": _GEHEEL,
    "int_parsing": _GEHEEL,
    "int_parsing_size": _GEHEEL,
    "bool_type": _JANEE,
    "list_type": _LIJST,
    "tuple_type": _LIJST,
    "model_type": _GEHEEL_DING,
    "model_attributes_type": _GEHEEL_DING,
    "dict_type": _GEHEEL_DING,
}
