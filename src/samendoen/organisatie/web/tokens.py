"""Screens for functional management: which other systems come in, by which account and until when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    NieuwToegangstoken,
    Permissie,
    Tokenuitgifte,
    Verzoek,
    maak_toegangstoken,
    poort,
    tokenaccounts,
    trek_toegangstoken_in,
)
from samendoen.organisatie.actions import medewerker as acties
from samendoen.organisatie.queries import tokens as lezen
from samendoen.organisatie.web.forms import BevestigForm, SysteemForm, TokenForm
from samendoen.organisatie.web.formulier import Formulierpagina, behandel
from samendoen.organisatie.web.tabellen import tokentabel
from samendoen.schil.api import probeer, toon

BEHEER = Permissie.TOEGANGSTOKEN_BEHEREN


def _kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    stam = [(_("Organisatie"), reverse("organisatie")), (_("Toegangstokens"), reverse("toegangstokens"))]
    return [*stam, *verder] if verder else [stam[0], (stam[1][0], "")]


@poort(BEHEER)
def overzicht(request: Verzoek) -> HttpResponse:
    """Every token there is or was."""
    gegevens = {"tabel": tokentabel(lezen.tokens(request.actor)), "kruimels": _kruimels()}
    return toon(request, "organisatie/tokens.html", gegevens)


@poort(BEHEER, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Make a token; its secret is shown once, here. Sent twice it is one token."""
    accounts, kruimels = tokenaccounts(request.actor), _kruimels((_("Nieuw token"), ""))
    form = TokenForm(accounts, request.POST or None, initial={"account": request.GET.get("account", "")})
    gemaakt: list[Tokenuitgifte] = []
    if request.method == "POST" and probeer(form, lambda: gemaakt.append(_maak(request, form))):
        uitgifte = gemaakt[0]
        t = lezen.token(request.actor, uitgifte.id)
        return toon(
            request, "organisatie/token.html", {"t": t, "geheim": uitgifte.geheim, "kruimels": kruimels}
        )
    gegevens = {"form": form, "accounts": accounts, "kruimels": kruimels}
    return toon(request, "organisatie/token_nieuw.html", gegevens)


def _maak(request: Verzoek, form: TokenForm) -> Tokenuitgifte:
    ingevuld = form.cleaned_data
    nieuw_token = NieuwToegangstoken(
        kenmerk=ingevuld["kenmerk"],
        gebruiker_id=ingevuld["account"],
        naam=ingevuld["naam"],
        geldig_tot_en_met=ingevuld["geldig_tot_en_met"],
    )
    return maak_toegangstoken(request.actor, nieuw_token)


@poort(Permissie.ORGANISATIE_BEHEREN, "GET", "HEAD", "POST")
def systeem_nieuw(request: Verzoek) -> HttpResponse:
    """Make the account of another system: with roles and teams, and without a password."""
    form = SysteemForm(request.POST or None)
    gemaakt: list[acties.Account] = []
    if request.method == "POST" and probeer(form, lambda: gemaakt.append(_maak_systeem(request, form))):
        messages.success(request, _("Het systeemaccount is gemaakt. Maak nu het token."))
        return redirect(f"{reverse('toegangstoken_nieuw')}?account={gemaakt[0].gebruiker_id}")
    kruimels = _kruimels((_("Nieuw systeemaccount"), ""))
    return toon(request, "organisatie/systeem_nieuw.html", {"form": form, "kruimels": kruimels})


def _maak_systeem(request: Verzoek, form: SysteemForm) -> acties.Account:
    ingevuld = form.cleaned_data
    nieuw_account = acties.NieuweMedewerker(
        gebruikersnaam=ingevuld["gebruikersnaam"],
        naam=ingevuld["naam"],
        rollen=tuple(ingevuld["rollen"]),
        teams=tuple(ingevuld["teams"]),
        kenmerk=ingevuld["kenmerk"],
    )
    return acties.maak_accounts(request.actor, [nieuw_account])[0]


@poort(BEHEER, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, token_id: int) -> HttpResponse:
    """Ask once, then withdraw a token."""
    beeld, terug = lezen.token(request.actor, token_id), reverse("toegangstokens")
    pagina = Formulierpagina(
        _("Token intrekken"),
        _("Intrekken"),
        _("Het token is ingetrokken."),
        terug,
        _kruimels((_("Token intrekken"), "")),
        _("%(naam)s van %(account)s. Wat met dit token werkt, komt er meteen niet meer in.") % beeld,
        gevaar=True,
    )
    form = BevestigForm(request.POST if request.method == "POST" else None)
    return behandel(request, form, pagina, lambda: trek_toegangstoken_in(request.actor, token_id))
