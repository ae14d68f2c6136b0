"""The sentences by which events about providers, contracts and tariffs stand on a timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.events import aanbod, pgb
from samendoen.besluiten.queries.namen import aanbiedernaam, productnaam
from samendoen.besluiten.queries.woorden import periode_zin
from samendoen.kernel.stekkers import Zin
from samendoen.schil.api import euro_centen

Gegevens = Mapping[str, Any]
Inhoud = Mapping[str, str]


def _naam(tekst: Any) -> Zin:
    """Return a sentence in which the provider is named."""

    def zin(gegevens: Gegevens, inhoud: Inhoud) -> str:
        return str(tekst) % {"naam": aanbiedernaam(gegevens["aanbieder"])}

    return zin


def _vast(tekst: Any) -> Zin:
    def zin(gegevens: Gegevens, inhoud: Inhoud) -> str:
        return str(tekst)

    return zin


def _dag(waarde: str | None) -> date | None:
    return date.fromisoformat(waarde) if waarde else None


def _periode(gegevens: Gegevens) -> str:
    van = _dag(gegevens["van"])
    assert van is not None
    return periode_zin(van, _dag(gegevens["tot"]))


def _contract(gegevens: Gegevens, inhoud: Inhoud) -> str:
    woorden = {"naam": aanbiedernaam(gegevens["aanbieder"]), "periode": _periode(gegevens)}
    return _("Contract met %(naam)s, %(periode)s.") % woorden


def _tarief(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Tarief voor %(product)s: %(bedrag)s, %(periode)s.") % {
        "product": productnaam(gegevens["product"]),
        "bedrag": euro_centen(gegevens["eurocent"]),
        "periode": _periode(gegevens),
    }


def _lijst(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return (
        _("Productlijst ingelezen: %(nieuw)s nieuw, %(gewijzigd)s gewijzigd, %(beeindigd)s beëindigd.")
        % gegevens
    )


def _product(tekst: Any) -> Zin:
    """Return a sentence in which the product is named."""

    def zin(gegevens: Gegevens, inhoud: Inhoud) -> str:
        return str(tekst) % {"product": productnaam(gegevens["product"])}

    return zin


def _budget(gegevens: Gegevens, inhoud: Inhoud) -> str:
    bedrag = euro_centen(gegevens["budget_eurocent"])
    return _("Persoonsgebonden budget vastgelegd: %(bedrag)s per jaar.") % {"bedrag": bedrag}


def _overeenkomst(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Zorgovereenkomst akkoord.") if gegevens["op"] else _("Zorgovereenkomst niet akkoord.")


AANBODZINNEN: dict[str, Zin] = {
    aanbod.AanbiederToegevoegd.soort: _naam(gettext_lazy("Aanbieder toegevoegd: %(naam)s.")),
    aanbod.AanbiederGewijzigd.soort: _naam(gettext_lazy("Gegevens gewijzigd van %(naam)s.")),
    aanbod.BeschikbaarheidGemeld.soort: _naam(gettext_lazy("Plaatsen of wachttijd verteld door %(naam)s.")),
    aanbod.ContractAfgesproken.soort: _contract,
    aanbod.ContractEindigt.soort: _vast(gettext_lazy("Het einde van een contract veranderde.")),
    aanbod.ContractIngetrokken.soort: _vast(gettext_lazy("Een contract is ingetrokken: een vergissing.")),
    aanbod.TariefAfgesproken.soort: _tarief,
    aanbod.TariefEindigt.soort: _vast(gettext_lazy("Het einde van een tarief veranderde.")),
    aanbod.TariefIngetrokken.soort: _vast(gettext_lazy("Een tarief is ingetrokken: een vergissing.")),
    aanbod.ProductlijstIngelezen.soort: _lijst,
    aanbod.ProductToegevoegd.soort: _product(gettext_lazy("Product toegevoegd: %(product)s.")),
    aanbod.ProductEindigt.soort: _product(gettext_lazy("Tot wanneer %(product)s kan, is veranderd.")),
    pgb.PgbVastgelegd.soort: _budget,
    pgb.ZorgovereenkomstBeoordeeld.soort: _overeenkomst,
}
