"""Screens about arrangements: mandates (functional management) and absence (everybody at work here)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import NietGevonden, Permissie, Verzoek, poort
from samendoen.organisatie.actions import afwezigheid as afwezig_acties
from samendoen.organisatie.actions import mandaat as mandaat_acties
from samendoen.organisatie.queries import personen
from samendoen.organisatie.web.forms import AfwezigForm, BevestigForm, MandaatForm, TerugForm
from samendoen.organisatie.web.formulier import Formulierpagina, behandel
from samendoen.organisatie.web.tabellen import afwezigheidtabel, mandatentabel
from samendoen.schil.api import probeer, toon


def _kruimels(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Organisatie"), reverse("organisatie")), *verder]


@poort(Permissie.ORGANISATIE_BEHEREN)
def mandaten(request: Verzoek) -> HttpResponse:
    """All mandates that hold or will."""
    gegevens = {"tabel": mandatentabel(personen.mandaten()), "kruimels": _kruimels((_("Mandaten"), ""))}
    return toon(request, "organisatie/mandaten.html", gegevens)


@poort(Permissie.ORGANISATIE_BEHEREN, "GET", "HEAD", "POST")
def mandaat_nieuw(request: Verzoek) -> HttpResponse:
    """Give a mandate; sent twice it is one."""
    voor = request.GET.get("medewerker", "")
    begin = {"rol": f"m{voor}"} if voor.isdigit() else None
    form, terug = MandaatForm(request.POST or None, initial=begin), reverse("mandaten")
    pagina = Formulierpagina(
        _("Mandaat geven"),
        _("Mandaat geven"),
        _("Het mandaat is gegeven."),
        terug,
        _kruimels((_("Mandaten"), terug), (_("Mandaat geven"), "")),
    )
    return behandel(request, form, pagina, lambda: _geef(request, form))


def _geef(request: Verzoek, form: MandaatForm) -> int:
    ingevuld = form.cleaned_data
    medewerker_id, rol = form.houder()
    nieuw = mandaat_acties.NieuwMandaat(
        bevoegdheid=ingevuld["bevoegdheid"],
        kaders=tuple(ingevuld["kaders"]),
        medewerker_id=medewerker_id,
        rol=rol,
        teams=tuple(ingevuld["teams"]),
        tot_bedrag_eurocent=ingevuld["tot_bedrag"],
        tweede_handtekening=ingevuld["tweede_handtekening"],
        van=ingevuld["van"],
        tot=ingevuld["tot"],
        kenmerk=ingevuld["kenmerk"],
    )
    return mandaat_acties.geef_mandaat(request.actor, nieuw)


@poort(Permissie.ORGANISATIE_BEHEREN, "GET", "HEAD", "POST")
def mandaat_intrekken(request: Verzoek, mandaat_id: int) -> HttpResponse:
    """Ask once, then withdraw a mandate."""
    beeld, terug = personen.mandaat(mandaat_id), reverse("mandaten")
    pagina = Formulierpagina(
        _("Mandaat intrekken"),
        _("Intrekken"),
        _("Het mandaat is ingetrokken."),
        terug,
        _kruimels((_("Mandaten"), terug), (_("Mandaat intrekken"), "")),
        _("%(wie)s: %(bevoegdheid)s, %(kaders)s, %(grens)s. Vanaf vandaag geldt dit mandaat niet meer.")
        % beeld,
        gevaar=True,
    )
    form = BevestigForm(request.POST if request.method == "POST" else None)
    return behandel(request, form, pagina, lambda: mandaat_acties.trek_mandaat_in(request.actor, mandaat_id))


@poort(Permissie.AFWEZIGHEID_MELDEN, "GET", "HEAD", "POST")
def afwezig(request: Verzoek) -> HttpResponse:
    """Report oneself, or as a leader the own team, absent; and see who is away."""
    door = request.actor
    mijn = personen.mijn_medewerker(door)
    wie = [pk for pk, _naam in personen.te_melden(door)]
    if not wie:
        raise NietGevonden(
            "geen_medewerker",
            _("Bij dit account hoort geen medewerker, dus ook geen afwezigheid."),
            _("Vraag functioneel beheer om een medewerkersaccount."),
        )
    form = AfwezigForm(door, mijn.pk if mijn else None, request.POST or None)
    if request.method == "POST" and probeer(form, lambda: _meld(request, form)):
        messages.success(request, _("De afwezigheid is gemeld."))
        return redirect("afwezig")
    anderen = len(wie) > 1
    gegevens = {
        "form": form,
        "titel": _("Afwezigheid") if anderen else _("Mijn afwezigheid"),
        "tabel": afwezigheidtabel(personen.afwezigheid(wie, voorbij=not anderen), met_wie=anderen),
    }
    return toon(request, "organisatie/afwezig.html", gegevens)


def _meld(request: Verzoek, form: AfwezigForm) -> int:
    ingevuld = form.cleaned_data
    melding = afwezig_acties.Melding(
        ingevuld["medewerker"], ingevuld["van"], ingevuld["tot"], ingevuld["vervanger"]
    )
    return afwezig_acties.meld_afwezig(request.actor, melding)


@poort(Permissie.AFWEZIGHEID_MELDEN, "GET", "HEAD", "POST")
def afwezig_terug(request: Verzoek, afwezigheid_id: int) -> HttpResponse:
    """Say when somebody is back, or take an absence back before it begins."""
    mogelijk = [pk for pk, _naam in personen.te_melden(request.actor)]
    rijen = {rij["id"]: rij for rij in personen.afwezigheid(mogelijk)}
    beeld = rijen.get(str(afwezigheid_id))
    if beeld is None:
        raise NietGevonden(
            "niet_gevonden", _("Deze afwezigheid bestaat niet."), _("Ga terug naar het overzicht.")
        )
    form, terug = TerugForm(request.POST or None), reverse("afwezig")
    pagina = Formulierpagina(
        _("Afwezigheid beëindigen"),
        _("Opslaan"),
        _("De afwezigheid is beëindigd."),
        terug,
        [(_("Afwezig"), terug), (_("Beëindigen"), "")],
        _("%(wie)s is afwezig vanaf %(van)s. Terug: %(tot)s. Vervanger: %(vervanger)s.") % beeld,
    )
    return behandel(
        request,
        form,
        pagina,
        lambda: afwezig_acties.beeindig_afwezigheid(request.actor, afwezigheid_id, form.cleaned_data["tot"]),
    )
