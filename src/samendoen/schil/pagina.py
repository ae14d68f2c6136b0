"""One view, one template: the whole page, or for htmx one named block of it."""

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.template.base import Template
from django.template.context import make_context
from django.template.loader_tags import BlockContext, BlockNode, ExtendsNode
from django.utils.cache import patch_vary_headers


def toon(
    request: HttpRequest,
    sjabloon: str,
    gegevens: Mapping[str, Any] | None = None,
    *,
    deel: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the page, or only its block `deel` when htmx asks for a part of it.

    Going back in history always gets the whole page. Caches are told that both exist.
    """
    volledig = loader.get_template(sjabloon)
    htmx = getattr(request, "htmx", None)
    alleen_deel = bool(deel and htmx and not htmx.history_restore_request)
    if alleen_deel:
        inhoud = _deel(volledig.template, deel, request, gegevens)  # type: ignore[attr-defined]
    else:
        inhoud = volledig.render(dict(gegevens or {}), request)
    antwoord = HttpResponse(inhoud, status=status)
    if deel:
        patch_vary_headers(antwoord, ["HX-Request"])
    return antwoord


def _deel(sjabloon: Template, naam: str, request: HttpRequest, gegevens: Mapping[str, Any] | None) -> str:
    """Render one block as the most specific template defines it."""
    context = make_context(dict(gegevens or {}), request)
    with context.bind_template(sjabloon), context.render_context.push_state(sjabloon):
        blokken = BlockContext()
        for knoop in sjabloon.nodelist.get_nodes_by_type(ExtendsNode):
            blokken.add_blocks(cast(ExtendsNode, knoop).blocks)
        losse = [cast(BlockNode, knoop) for knoop in sjabloon.nodelist.get_nodes_by_type(BlockNode)]
        blokken.add_blocks({blok.name: blok for blok in losse})
        blok = blokken.get_block(naam)
        if blok is None:
            raise LookupError(f"{sjabloon.name} has no block {naam}")
        context.render_context["block_context"] = blokken
        return str(blok.render(context))
