"""A request of a provider: its page, and the two answers that a person gives by hand."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.berichten.actions.verkeer import werk_taken_bij
from samendoen.berichten.actions.verzoekantwoord import Afwijzing, neem_in_onderzoek, wijs_verzoeken_af
from samendoen.berichten.actions.verzoekterug import neem_antwoorden_terug
from samendoen.berichten.models import AFWIJSREDENEN
from samendoen.berichten.queries.verzoekbeeld import Verzoekbeeld, beeld
from samendoen.kernel.api import Permissie, Verzoek, log_inzage, poort
from samendoen.schil.api import Formulierpagina, Kruimel, behandel_formulier, kies, toon


class Afwijsformulier(forms.Form):
    """Why a request is refused."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Waarom wijst u dit verzoek af?"),
        choices=[("", gettext_lazy("Kies een reden")), *AFWIJSREDENEN.items()],
        error_messages=kies(gettext_lazy("Kies een reden.")),
    )
    woonplaats = forms.CharField(
        label=gettext_lazy("Code van de gemeente die betaalt"),
        help_text=gettext_lazy("Vier cijfers. Alleen nodig bij het woonplaatsbeginsel van de Jeugdwet."),
        required=False,
        max_length=4,
    )


@poort(Permissie.VOORZIENING_TOEWIJZEN)
def verzoek(request: Verzoek, verzoek_id: int) -> HttpResponse:
    """One request; logged."""
    v = beeld(request.actor, verzoek_id)
    log_inzage(request.actor, "verzoek", [v.dossier_id] if v.dossier_id else [])
    return toon(request, "berichten/verzoek.html", {"v": v, "kruimels": _kruimels(v)})


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def onderzoeken(request: Verzoek, verzoek_id: int) -> HttpResponse:
    """Tell the provider that we look into it, after asking once."""
    v = beeld(request.actor, verzoek_id)
    pagina = Formulierpagina(
        titel=_("Verzoek in onderzoek nemen"),
        knop=_("Neem in onderzoek"),
        gelukt=_("De aanbieder hoort dat het verzoek in onderzoek is."),
        terug=reverse("verzoek", args=[verzoek_id]),
        intro=v.titel,
        uitleg=_(
            "De aanbieder krijgt hiervan bericht. U hebt dan acht weken vanaf de dagtekening van het "
            "verzoek. Dit bericht kunt u niet terughalen."
        ),
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    return _vraag(request, v, form, pagina, lambda: neem_in_onderzoek(request.actor, [verzoek_id]))


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def afwijzen(request: Verzoek, verzoek_id: int) -> HttpResponse:
    """Refuse it, with a reason."""
    v = beeld(request.actor, verzoek_id)
    pagina = Formulierpagina(
        titel=_("Verzoek afwijzen"),
        knop=_("Wijs af"),
        gelukt=_("De aanbieder hoort dat het verzoek is afgewezen."),
        terug=reverse("verzoek", args=[verzoek_id]),
        intro=v.titel,
        uitleg=_(
            "De aanbieder krijgt bericht met deze reden. Dat kunt u niet terughalen: klopt het achteraf "
            "niet, vraag de aanbieder dan om een nieuw verzoek. De vraag van de inwoner blijft gewoon lopen."
        ),
        gevaar=True,
    )
    form = Afwijsformulier(request.POST if request.method == "POST" else None)
    if not v.jeugd:
        del form.fields["woonplaats"]

    def doe() -> None:
        reden, woonplaats = form.cleaned_data["reden"], form.cleaned_data.get("woonplaats", "")
        wijs_verzoeken_af(request.actor, [Afwijzing(verzoek_id, reden, woonplaats)])

    return _vraag(request, v, form, pagina, doe)


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def terugnemen(request: Verzoek, verzoek_id: int) -> HttpResponse:
    """Take back an answer that the provider does not have, after asking once."""
    v = beeld(request.actor, verzoek_id)
    pagina = Formulierpagina(
        titel=_("Antwoord terugnemen"),
        knop=_("Neem het antwoord terug"),
        gelukt=_("Het antwoord is terug. Het verzoek wacht weer op u."),
        terug=reverse("verzoek", args=[verzoek_id]),
        intro=v.titel,
        uitleg=_(
            "Dat kan alleen zolang de aanbieder het antwoord niet heeft: het is nog niet weg, het kwam niet "
            "aan, of de aanbieder keurde het af. Daarna geeft u een ander antwoord."
        ),
    )

    def doe() -> None:
        neem_antwoorden_terug(request.actor, [verzoek_id])
        werk_taken_bij()

    form = forms.Form(request.POST if request.method == "POST" else None)
    return _vraag(request, v, form, pagina, doe)


def _vraag(
    request: Verzoek, v: Verzoekbeeld, form: forms.Form, pagina: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    """Show the form or do what it asks; who sees the page of the form is logged as well."""
    log_inzage(request.actor, "verzoek", [v.dossier_id] if v.dossier_id else [])
    boven = [*_kruimels(v)[:-1], (_naam(v), pagina.terug)]
    return behandel_formulier(request, form, pagina, doe, boven)


def _naam(v: Verzoekbeeld) -> str:
    return _("Verzoek %(nr)s") % {"nr": v.id}


def _kruimels(v: Verzoekbeeld) -> list[Kruimel]:
    """Return the way to a request: by its question, or by the message it came in."""
    boven = (_("Melding"), v.melding_url) if v.melding_url else (_("Bericht"), v.bericht_url)
    return [boven, (_naam(v), "")]
