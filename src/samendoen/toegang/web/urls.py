"""URLs of the front door."""

from django.urls import path

from samendoen.toegang.web import (
    advies,
    api,
    bezorgd,
    brief,
    eropaf,
    opnemen,
    route,
    triage,
    veilig_thuis,
    views,
    wachtlijst,
)

WACHTEN = "meldingen/<int:melding_id>/wachten"
urlpatterns = [
    path("meldingen/", views.lijst, name="meldingen"),
    path("meldingen/nieuw/", opnemen.nieuw, name="melding_nieuw"),
    path("meldingen/nieuw/herkennen/", opnemen.herkennen, name="melding_herkennen"),
    path("meldingen/nieuw/voorstel/", opnemen.voorstel, name="melding_voorstel"),
    path("meldingen/<int:melding_id>/", views.toon_melding, name="melding"),
    path("meldingen/<int:melding_id>/triage/", triage.trieren, name="melding_trieren"),
    path("meldingen/<int:melding_id>/navraag/", triage.opvolgen, name="melding_opvolgen"),
    path("meldingen/<int:melding_id>/inwoner/", opnemen.koppelen, name="melding_koppelen"),
    path("meldingen/<int:melding_id>/brief/", brief.toon_brief, name="melding_brief"),
    path("meldingen/<int:melding_id>/brief.pdf", brief.als_pdf, name="melding_brief_pdf"),
    path("meldingen/<int:melding_id>/afhandelen/", views.afhandelen, name="melding_afhandelen"),
    path("meldingen/<int:melding_id>/heropenen/", views.heropenen, name="melding_heropenen"),
    path("meldingen/<int:melding_id>/intrekken/", views.intrekken, name="melding_intrekken"),
    path("wachtlijst/", wachtlijst.lijst, name="wachtlijst"),
    path(f"{WACHTEN}/", wachtlijst.plek, name="wachtplek"),
    path(f"{WACHTEN}/prioriteit/", wachtlijst.prioriteit, name="wachtprioriteit"),
    path(f"{WACHTEN}/contact/", wachtlijst.contact, name="wachtcontact"),
    path(
        f"{WACHTEN}/contact/<int:contact_id>/intrekken/",
        wachtlijst.contact_intrekken,
        name="wachtcontact_intrekken",
    ),
    path(f"{WACHTEN}/overbrugging/", wachtlijst.overbruggen, name="overbrugging_nieuw"),
    path(
        f"{WACHTEN}/overbrugging/<int:overbrugging_id>/stoppen/",
        wachtlijst.overbrugging_stoppen,
        name="overbrugging_stoppen",
    ),
    path(
        f"{WACHTEN}/overbrugging/<int:overbrugging_id>/intrekken/",
        wachtlijst.overbrugging_intrekken,
        name="overbrugging_intrekken",
    ),
    path("meldingen/bezorgd/", bezorgd.nieuw, name="melding_bezorgd"),
    path("meldingen/<int:melding_id>/korte-route/", route.volgen, name="melding_route"),
    path("meldingen/<int:melding_id>/korte-route/loslaten/", route.loslaten, name="melding_route_los"),
    path("eropaf/", eropaf.lijst, name="eropaf"),
    path("advies/", advies.adviezen, name="adviezen"),
    path("advies/<int:advies_id>/intrekken/", advies.intrekken, name="advies_intrekken"),
    path("meldingen/<int:melding_id>/contact/", eropaf.poging, name="poging_nieuw"),
    path(
        "meldingen/<int:melding_id>/contact/<int:poging_id>/intrekken/",
        eropaf.poging_intrekken,
        name="poging_intrekken",
    ),
    path("meldingen/<int:melding_id>/eropaf/", eropaf.besluit, name="eropaf_besluit"),
    path("meldingen/<int:melding_id>/eropaf/terugnemen/", eropaf.terug, name="eropaf_terug"),
    path("meldingen/veilig-thuis/", veilig_thuis.lijst, name="veilig_thuis"),
]
# For the API (decision record 0011): path below /api/v1 -> router.
routers = {"/meldingen": api.router}
