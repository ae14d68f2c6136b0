"""The API as a whole: what the contexts offer under /api/v1, its errors, and its documentation.

Decision record 0011 says why it is like this.
"""

from typing import Any, cast

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_noop
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.docs import DocsBase
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser

from samendoen.casus.web import urls as casus
from samendoen.kernel.api import Invoerfout, Verzoek, Verzoekfout, van_uitzondering
from samendoen.schil.api import toon
from samendoen.site.web.api_uitleg import bewerkingen, gegevens
from samendoen.toegang.web import urls as toegang

CONTEXTEN = (toegang, casus)


class Json(Parser):
    """Reads JSON alone, and strictly: no NaN, no half characters."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the body. Raises Verzoekfout for another kind of content, ValueError for what is no JSON."""
        if request.content_type != "application/json":
            raise Verzoekfout(415)
        gelezen: dict[str, Any] = orjson.loads(request.body)
        return gelezen


class Uitleg(DocsBase):
    """A page of our own: the usual ones fetch scripts from elsewhere, or need inline ones."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Show every operation with what goes in and what comes out."""
        schema = api.get_openapi_schema(path_params=kwargs)
        inhoud = {"bewerkingen": bewerkingen(schema), "gegevens": gegevens(schema)}
        return toon(cast(Verzoek, request), "web/api_uitleg.html", inhoud)


class Api(NinjaAPI):
    """The API, with a document in the language that is asked for and the answer that every error has."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the OpenAPI document. Docstrings are for who reads the code: they stay out."""
        schema = super().get_openapi_schema(**kwargs)
        for deel in schema["components"]["schemas"].values():
            deel.pop("description", None)
        for methoden in schema["paths"].values():
            for bewerking in methoden.values():
                bewerking["responses"]["default"] = PROBLEEM
        schema["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        vertaald: OpenAPISchema = _vertaal(schema)
        return vertaald


PROBLEEM = {
    "description": gettext_noop("Wat er mis is, en wat u kunt doen (RFC 9457)."),
    "content": {"application/problem+json": {"schema": {"type": "object"}}},
}
TEKSTEN = frozenset({"summary", "description"})


def _vertaal(deel: Any) -> Any:
    """Return the document with what is for people in the language of the request."""
    if isinstance(deel, dict):
        return {sleutel: _tekst(sleutel, waarde) for sleutel, waarde in deel.items()}
    return [_vertaal(stuk) for stuk in deel] if isinstance(deel, list) else deel


def _tekst(sleutel: str, waarde: Any) -> Any:
    return gettext(waarde) if sleutel in TEKSTEN and waarde and isinstance(waarde, str) else _vertaal(waarde)


api = Api(
    title="Samendoen",
    version="1",
    docs=Uitleg(),
    parser=Json(),
    urls_namespace="api",
    openapi_extra={"security": [{"token": []}]},
)
for context in CONTEXTEN:
    for pad, router in context.routers.items():
        api.add_router(f"/v1{pad}", router)


@api.exception_handler(Http404)
@api.exception_handler(Exception)
def fout(request: HttpRequest, exc: Exception) -> HttpResponse:
    """Answer what went wrong as problem details; what nobody foresaw goes to `fouten.storing`."""
    gevonden = van_uitzondering(exc)
    if gevonden is None:
        raise exc
    return gevonden


@api.exception_handler(ValidationError)
def invoer(request: HttpRequest, exc: ValidationError) -> HttpResponse:
    """Answer input that does not fit: of its place only what names a field stays."""
    voor = {"body": 2, "query": 1, "path": 1}
    velden = [{**f, "loc": f["loc"][voor.get(f["loc"][0], 0) :]} for f in exc.errors]
    return fout(request, Invoerfout(velden))


@api.exception_handler(HttpError)
def onleesbaar(request: HttpRequest, exc: HttpError) -> HttpResponse:
    """Answer a body that could not be read; ninja says 400 to whatever the parser raised."""
    reden = exc.__cause__ if isinstance(exc.__cause__, Verzoekfout) else Verzoekfout(400)
    return fout(request, reden)
