"""Screens for functional management: organisation, teams, employees."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.organisatie.actions import medewerker as acties
from samendoen.organisatie.actions.team import hernoem_team
from samendoen.organisatie.queries import gemeente, personen, schermen
from samendoen.organisatie.rules import Registratiestand
from samendoen.organisatie.web.forms import GegevensForm, MedewerkerForm, RollenForm, TeamnaamForm, ToetsForm
from samendoen.organisatie.web.formulier import Formulierpagina, behandel
from samendoen.organisatie.web.tabellen import (
    afwezigheidtabel,
    capaciteittabel,
    mandatentabel,
    medewerkertabel,
    naamtabel,
    teamtabel,
)
from samendoen.schil.api import probeer, toon

BEHEER = Permissie.ORGANISATIE_BEHEREN


@poort(BEHEER)
def overzicht(request: Verzoek) -> HttpResponse:
    """The organisation at a glance: teams with their people and capacity."""
    verlopend = schermen.aantal_verlopend()
    gegevens = {
        "gemeente": gemeente(),
        "teams": teamtabel(schermen.teams()),
        "capaciteit": capaciteittabel(schermen.capaciteit()),
        "verlopend": ngettext(
            "Van %(n)s medewerker is de registratie verlopen of bijna verlopen.",
            "Van %(n)s medewerkers is de registratie verlopen of bijna verlopen.",
            verlopend,
        )
        % {"n": verlopend}
        if verlopend
        else "",
    }
    return toon(request, "organisatie/overzicht.html", gegevens)


@poort(BEHEER)
def team(request: Verzoek, code: str) -> HttpResponse:
    """One team: what it does, its names over time, its members and capacity."""
    beeld = schermen.team(code)
    gegevens = {
        "t": beeld,
        "namen": naamtabel(beeld.namen),
        "leden": medewerkertabel(beeld.leden, _("Leden"), met_teams=False),
        "capaciteit": capaciteittabel(beeld.capaciteit),
        "kruimels": [(_("Organisatie"), reverse("organisatie")), (beeld.naam, "")],
    }
    return toon(request, "organisatie/team.html", gegevens)


@poort(BEHEER, "GET", "HEAD", "POST")
def team_naam(request: Verzoek, code: str) -> HttpResponse:
    """Give a team another name from a day on."""
    beeld = schermen.team(code)
    form, terug = TeamnaamForm(request.POST or None), reverse("team", args=[code])
    kruimels = [(_("Organisatie"), reverse("organisatie")), (beeld.naam, terug), (_("Andere naam"), "")]
    pagina = Formulierpagina(
        _("Andere naam voor %(team)s") % {"team": beeld.naam},
        _("Naam opslaan"),
        _("De naam is vastgelegd."),
        terug,
        kruimels,
        _("Oude cijfers en brieven houden de naam van hun eigen dag."),
    )
    return behandel(
        request,
        form,
        pagina,
        lambda: hernoem_team(request.actor, code, form.cleaned_data["naam"], form.cleaned_data["van"]),
    )


@poort(BEHEER)
def medewerkers(request: Verzoek) -> HttpResponse:
    """Everybody who works here."""
    gegevens = {
        "tabel": medewerkertabel(schermen.medewerkers(), _("Medewerkers")),
        "kruimels": [(_("Organisatie"), reverse("organisatie")), (_("Medewerkers"), "")],
    }
    return toon(request, "organisatie/medewerkers.html", gegevens)


@poort(BEHEER)
def medewerker(request: Verzoek, medewerker_id: int) -> HttpResponse:
    """One employee: roles, teams, registration, mandates, absence, what happened."""
    beeld = personen.medewerker(medewerker_id)
    toets = ToetsForm(request.GET if "bedrag" in request.GET else None)
    uitkomst = ""
    if toets.is_bound and toets.is_valid():
        uitkomst = personen.toets(
            beeld.gebruiker_id, toets.cleaned_data["kader"], toets.cleaned_data["bedrag"]
        )
    gegevens = {
        "m": beeld,
        "let_op": beeld.registratiestand in schermen.STANDVORM,
        "verlopen": beeld.registratiestand is Registratiestand.VERLOPEN,
        "mandaten": mandatentabel(beeld.mandaten),
        "afwezigheid": afwezigheidtabel(beeld.afwezigheid, met_wie=False),
        "toets": toets,
        "uitkomst": uitkomst,
        "kruimels": _kruimels(beeld.naam),
    }
    return toon(request, "organisatie/medewerker.html", gegevens)


def _kruimels(*namen: str, url: str = "") -> list[tuple[str, str]]:
    """Return the crumbs of an employee's page, or of a page below it at `url`."""
    stam = [(_("Organisatie"), reverse("organisatie")), (_("Medewerkers"), reverse("medewerkers"))]
    eigen = [(naam, "") for naam in namen]
    return [*stam, (eigen[0][0], url), *eigen[1:]] if url else [*stam, *eigen]


@poort(BEHEER, "GET", "HEAD", "POST")
def medewerker_nieuw(request: Verzoek) -> HttpResponse:
    """Make an account; its password is shown once, here. Sent twice it is one employee."""
    form = MedewerkerForm(request.POST or None)
    wachtwoord = acties.nieuw_wachtwoord()
    gemaakt: list[acties.Account] = []
    if request.method == "POST" and probeer(form, lambda: gemaakt.append(_maak(request, form, wachtwoord))):
        account = gemaakt[0]
        return _wachtwoordpagina(request, account.medewerker_id, wachtwoord if account.nieuw else "")
    gegevens = {"form": form, "kruimels": _kruimels(_("Nieuwe medewerker"))}
    return toon(request, "organisatie/medewerker_nieuw.html", gegevens)


def _maak(request: Verzoek, form: MedewerkerForm, wachtwoord: str) -> acties.Account:
    ingevuld = form.cleaned_data
    nieuw = acties.NieuweMedewerker(
        gebruikersnaam=ingevuld["gebruikersnaam"],
        naam=ingevuld["naam"],
        email=ingevuld["email"],
        rollen=tuple(ingevuld["rollen"]),
        teams=tuple(ingevuld["teams"]),
        wachtwoord=wachtwoord,
        gegevens=form.gegevens(),
        kenmerk=ingevuld["kenmerk"],
    )
    return acties.maak_accounts(request.actor, [nieuw])[0]


def _wachtwoordpagina(request: Verzoek, medewerker_id: int, wachtwoord: str) -> HttpResponse:
    """Show a password once: it stands in this answer and nowhere else."""
    beeld = personen.medewerker(medewerker_id)
    url = reverse("medewerker", args=[medewerker_id])
    gegevens = {
        "m": beeld,
        "wachtwoord": wachtwoord,
        "kruimels": _kruimels(beeld.naam, _("Wachtwoord"), url=url),
    }
    return toon(request, "organisatie/wachtwoord.html", gegevens)


@poort(BEHEER, "GET", "HEAD", "POST")
def medewerker_wachtwoord(request: Verzoek, medewerker_id: int) -> HttpResponse:
    """Ask once, then give another password and show it."""
    if request.method == "POST":
        return _wachtwoordpagina(
            request, medewerker_id, acties.vernieuw_wachtwoord(request.actor, medewerker_id)
        )
    beeld = personen.medewerker(medewerker_id)
    url = reverse("medewerker", args=[medewerker_id])
    gegevens = {"m": beeld, "kruimels": _kruimels(beeld.naam, _("Nieuw wachtwoord"), url=url)}
    return toon(request, "organisatie/wachtwoord_vraag.html", gegevens)


@poort(BEHEER, "GET", "HEAD", "POST")
def medewerker_rollen(request: Verzoek, medewerker_id: int) -> HttpResponse:
    """Change roles and teams."""
    beeld = personen.medewerker(medewerker_id)
    begin = {"rollen": beeld.rolcodes, "teams": beeld.teamcodes}
    form = RollenForm(request.POST if request.method == "POST" else None, initial=begin)
    url = reverse("medewerker", args=[medewerker_id])
    pagina = Formulierpagina(
        _("Rollen en teams van %(naam)s") % {"naam": beeld.naam},
        _("Opslaan"),
        _("Rollen en teams zijn opgeslagen."),
        url,
        _kruimels(beeld.naam, _("Rollen en teams"), url=url),
        _("Een wijziging geldt meteen."),
    )
    return behandel(
        request,
        form,
        pagina,
        lambda: acties.zet_rollen_en_teams(
            request.actor, medewerker_id, form.cleaned_data["rollen"], form.cleaned_data["teams"]
        ),
    )


@poort(BEHEER, "GET", "HEAD", "POST")
def medewerker_gegevens(request: Verzoek, medewerker_id: int) -> HttpResponse:
    """Change job, hours and registration."""
    beeld = personen.medewerker(medewerker_id)
    begin = personen.gegevens(medewerker_id)
    form = GegevensForm(request.POST or None, initial=begin)
    url = reverse("medewerker", args=[medewerker_id])
    pagina = Formulierpagina(
        _("Gegevens van %(naam)s") % {"naam": beeld.naam},
        _("Opslaan"),
        _("De gegevens zijn opgeslagen."),
        url,
        _kruimels(beeld.naam, _("Gegevens"), url=url),
    )
    return behandel(
        request, form, pagina, lambda: acties.wijzig_gegevens(request.actor, medewerker_id, form.gegevens())
    )
