"""Views of one running clock: why its last day is that day, and what may move it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import probeer, toon
from samendoen.werk import queries
from samendoen.werk.actions.schorsing import hervat_termijn, schors_termijn
from samendoen.werk.actions.verdaging import verdaag_termijn
from samendoen.werk.queries import Termijnbeeld
from samendoen.werk.web.forms import HervatForm, SchorsForm, VerdaagForm


@poort(Permissie.WERK_ZIEN)
def toon_termijn(request: Verzoek, termijn_id: int) -> HttpResponse:
    """One clock with its explanation and, for who may, the forms that stop or move it."""
    return _pagina(request, queries.termijn(request.actor, termijn_id))


def _pagina(request: Verzoek, beeld: Termijnbeeld, **ingevuld: forms.Form) -> HttpResponse:
    vandaag = klok.vandaag()
    formulieren: dict[str, forms.Form] = {}
    if beeld.schorsgronden:
        formulieren["schors"] = SchorsForm(beeld.schorsgronden, initial={"van": vandaag})
    if beeld.staat_stil:
        formulieren["hervat"] = HervatForm(initial={"tot": vandaag})
    if beeld.kan_verdagen:
        formulieren["verdaag"] = VerdaagForm(beeld.hoogstens)
    # A form that was refused stands there with its errors, also when it no longer belongs there.
    kruimels = [(_("Vandaag"), reverse("vandaag")), (beeld.naam, "")]
    context = {"t": beeld, "kruimels": kruimels, "formulieren": formulieren | ingevuld}
    return toon(request, "werk/termijn.html", context)


def _verwerk(
    request: Verzoek,
    beeld: Termijnbeeld,
    naam: str,
    form: forms.Form,
    doe: Callable[[], int],
    bericht: str,
) -> HttpResponse:
    """Do what a valid form asks; else show the page again with what is wrong beside its field."""
    if probeer(form, doe):
        messages.success(request, bericht)
        return redirect("termijn_lopend", beeld.id)
    return _pagina(request, beeld, **{naam: form})


@poort(Permissie.TERMIJN_WIJZIGEN, "POST")
def schorsen(request: Verzoek, termijn_id: int) -> HttpResponse:
    """Let the clock stand still; sent twice it is done once."""
    beeld = queries.termijn(request.actor, termijn_id)
    form = SchorsForm(beeld.alle_gronden, request.POST)

    def doe() -> int:
        d = form.cleaned_data
        return schors_termijn(
            request.actor, termijn_id, d["van"], d["reden"], d["sleutel"], d["hersteltermijn"]
        )

    return _verwerk(request, beeld, "schors", form, doe, _("De termijn staat stil."))


@poort(Permissie.TERMIJN_WIJZIGEN, "POST")
def hervatten(request: Verzoek, termijn_id: int) -> HttpResponse:
    """Let the clock run again."""
    beeld = queries.termijn(request.actor, termijn_id)
    form = HervatForm(request.POST)

    def doe() -> int:
        return hervat_termijn(request.actor, termijn_id, form.cleaned_data["tot"])

    return _verwerk(request, beeld, "hervat", form, doe, _("De termijn loopt weer."))


@poort(Permissie.TERMIJN_WIJZIGEN, "POST")
def verdagen(request: Verzoek, termijn_id: int) -> HttpResponse:
    """Postpone the decision; sent twice it is done once."""
    beeld = queries.termijn(request.actor, termijn_id)
    form = VerdaagForm(beeld.hoogstens, request.POST)

    def doe() -> int:
        d = form.cleaned_data
        return verdaag_termijn(request.actor, termijn_id, d["dagen"], d["reden"], d["sleutel"])

    return _verwerk(request, beeld, "verdaag", form, doe, _("De beslissing is verdaagd."))
