"""URLs of casus."""

from django.urls import path

from samendoen.casus.web import (
    api,
    consultatie,
    evaluatie,
    onderzoek,
    onderzoekschrijven,
    overdracht,
    plan,
    regie,
    veiligheid,
    verslag,
    views,
)

ONDERZOEK = "casussen/<int:casus_id>/onderzoeken/<int:nummer>"
urlpatterns = [
    path("casussen/", views.lijst, name="casussen"),
    path("meldingen/<int:melding_id>/casus/", views.openen, name="casus_openen"),
    path("meldingen/<int:melding_id>/casus/toevoegen/", views.toevoegen, name="casus_toevoegen"),
    path("casussen/<int:casus_id>/", views.toon_casus, name="casus"),
    path("casussen/<int:casus_id>/regie/", regie.overdragen, name="casus_regie"),
    path("casussen/<int:casus_id>/overdracht/", overdracht.aanvaarden, name="overdracht"),
    path("casussen/<int:casus_id>/overdracht/nieuw/", overdracht.nieuw, name="overdracht_nieuw"),
    path("casussen/<int:casus_id>/overdracht/weigeren/", overdracht.weigeren, name="overdracht_weigeren"),
    path("casussen/<int:casus_id>/overdracht/intrekken/", overdracht.intrekken, name="overdracht_intrekken"),
    path("casussen/<int:casus_id>/meelezen/", consultatie.nieuw, name="consultatie_nieuw"),
    path(
        "casussen/<int:casus_id>/meelezen/<int:consultatie_id>/stoppen/",
        consultatie.stoppen,
        name="consultatie_stoppen",
    ),
    path("casussen/<int:casus_id>/tweede/", regie.tweede, name="casus_tweede"),
    path("casussen/<int:casus_id>/erbij/", regie.erbij, name="casus_erbij"),
    path("casussen/<int:casus_id>/sluiten/", regie.sluiten, name="casus_sluiten"),
    path("casussen/<int:casus_id>/heropenen/", regie.heropenen, name="casus_heropenen"),
    path("casussen/<int:casus_id>/onderzoek/<int:melding_id>/", regie.onderzocht, name="casus_onderzocht"),
    path("casussen/<int:casus_id>/plan/", plan.brief, name="casus_plan"),
    path("casussen/<int:casus_id>/plan/schrijven/", plan.schrijven, name="plan_schrijven"),
    path("casussen/<int:casus_id>/plan/nieuw/", plan.nieuwe_versie, name="plan_nieuw"),
    path("casussen/<int:casus_id>/plan/vaststellen/", plan.vaststellen, name="plan_vaststellen"),
    path("casussen/<int:casus_id>/plan/weggooien/", plan.weggooien, name="plan_weggooien"),
    path("casussen/<int:casus_id>/plan/doel/", plan.doel, name="plan_doel_nieuw"),
    path("casussen/<int:casus_id>/plan/doel/<uuid:doel_id>/", plan.doel, name="plan_doel"),
    path("casussen/<int:casus_id>/plan/doel/<uuid:doel_id>/weg/", plan.doel_weg, name="plan_doel_weg"),
    path("casussen/<int:casus_id>/plan/doel/<uuid:doel_id>/actie/", plan.actie, name="plan_actie_nieuw"),
    path(
        "casussen/<int:casus_id>/plan/doel/<uuid:doel_id>/actie/<uuid:actie_id>/",
        plan.actie,
        name="plan_actie",
    ),
    path(
        "casussen/<int:casus_id>/plan/doel/<uuid:doel_id>/actie/<uuid:actie_id>/weg/",
        plan.actie_weg,
        name="plan_actie_weg",
    ),
    path("casussen/<int:casus_id>/acties/<int:actie_id>/", plan.afronden, name="actie_afronden"),
    path("casussen/<int:casus_id>/acties/<int:actie_id>/terug/", plan.terug, name="actie_terug"),
    path("casussen/<int:casus_id>/akkoord/<int:persoon_id>/", plan.akkoord, name="plan_akkoord"),
    path("casussen/<int:casus_id>/terugkijken/", evaluatie.nieuw, name="evaluatie_nieuw"),
    path("casussen/<int:casus_id>/terugkijken/<int:evaluatie_id>/", evaluatie.bekijken, name="evaluatie"),
    path(
        "casussen/<int:casus_id>/terugkijken/<int:evaluatie_id>/intrekken/",
        evaluatie.intrekken,
        name="evaluatie_intrekken",
    ),
    path("casussen/<int:casus_id>/onderzoek/", onderzoek.beginnen, name="onderzoek_beginnen"),
    path(f"{ONDERZOEK}/", onderzoek.toon_onderzoek, name="onderzoek"),
    path(f"{ONDERZOEK}/verslag/", verslag.verslag, name="onderzoek_verslag"),
    path(f"{ONDERZOEK}/verslag.pdf", verslag.als_pdf, name="onderzoek_verslag_pdf"),
    path(f"{ONDERZOEK}/weggooien/", onderzoek.weggooien, name="onderzoek_weggooien"),
    path(f"{ONDERZOEK}/meldingen/<int:melding_id>/", onderzoek.meenemen, name="onderzoek_meenemen"),
    path(f"{ONDERZOEK}/<int:persoon_id>/", onderzoekschrijven.rond_persoon, name="onderzoek_persoon"),
    path(
        f"{ONDERZOEK}/<int:persoon_id>/leefgebieden/", onderzoek.leefgebieden, name="onderzoek_leefgebieden"
    ),
    path(f"{ONDERZOEK}/<int:persoon_id>/cijfers/", onderzoek.cijfers, name="onderzoek_cijfers"),
    path(
        f"{ONDERZOEK}/<int:persoon_id>/gebied/<slug:leefgebied>/",
        onderzoekschrijven.gebied,
        name="onderzoek_gebied",
    ),
    path("casussen/<int:casus_id>/veiligheid/", veiligheid.overzicht, name="veiligheid"),
    path("casussen/<int:casus_id>/veiligheid/merk/", veiligheid.merk_zetten, name="merk_zetten"),
    path("casussen/<int:casus_id>/veiligheid/inschatten/", veiligheid.taxatie_nieuw, name="taxatie_nieuw"),
    path("veiligheid/merken/<int:merk_id>/", veiligheid.merk_verlengen, name="merk_verlengen"),
    path("veiligheid/merken/<int:merk_id>/opheffen/", veiligheid.merk_opheffen, name="merk_opheffen"),
    path("veiligheid/inschattingen/<int:taxatie_id>/", veiligheid.taxatie_opnieuw, name="taxatie_opnieuw"),
    path(
        "veiligheid/inschattingen/<int:taxatie_id>/intrekken/",
        veiligheid.taxatie_intrekken,
        name="taxatie_intrekken",
    ),
]
# For the API (decision record 0011): path below /api/v1 -> router.
routers = {"/casussen": api.router}
