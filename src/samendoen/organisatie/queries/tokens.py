"""Reads of the screens about tokens of other systems."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Tokenregel, toegangstokens
from samendoen.organisatie.queries.schermen import NIETS
from samendoen.schil.api import datum_lang, status

VORM = {"geldig": "ok", "verlopen": "neutraal", "ingetrokken": "neutraal"}


def tokens(door: Actor) -> list[dict[str, str]]:
    """Return every token as ready strings, newest first; one that counts has a link to withdraw it."""
    stam = reverse("toegangstoken_intrekken", args=[0]).removesuffix("0/intrekken/")
    return [_rij(token, stam) for token in toegangstokens(door)]


def _rij(token: Tokenregel, stam: str) -> dict[str, str]:
    gebruikt, intrekken = token.laatst_gebruikt_op, _("Intrekken")
    namen = {"geldig": _("Geldig"), "verlopen": _("Verlopen"), "ingetrokken": _("Ingetrokken")}
    return {
        "naam": token.naam,
        "account": token.account,
        "gemaakt": _("%(dag)s door %(wie)s")
        % {"dag": datum_lang(token.gemaakt_op.date()), "wie": token.gemaakt_door},
        "tot_en_met": datum_lang(token.geldig_tot_en_met),
        "gebruikt": datum_lang(gebruikt) if gebruikt else NIETS,
        "stand": status(VORM[token.stand], namen[token.stand]),
        "actie": format_html(
            '<a href="{}" aria-label="{}: {}">{}</a>',
            f"{stam}{token.id}/intrekken/",
            intrekken,
            token.naam,
            intrekken,
        )
        if token.stand == "geldig"
        else "",
    }


def token(door: Actor, token_id: int) -> dict[str, str]:
    """Return the name and the account of one token; NietGevonden for an unknown one."""
    [regel] = toegangstokens(door, token_id)
    return {"naam": regel.naam, "account": regel.account}
