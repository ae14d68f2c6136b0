"""URLs of besluiten."""

from django.urls import path

from samendoen.besluiten.web import (
    aanbieders,
    aflopend,
    afspraken,
    beslissen,
    geld,
    kort,
    levering,
    productlijst,
    toewijzen,
    views,
    wijzigen,
)

urlpatterns = [
    path("besluiten/", views.lijst, name="besluiten"),
    path("besluiten/<int:besluit_id>/", views.besluit, name="besluit"),
    path("besluiten/<int:besluit_id>/brief.pdf", views.brief, name="besluit_brief"),
    path("besluiten/<int:besluit_id>/bekendmaken/", views.bekendmaken, name="besluit_bekendmaken"),
    path("besluiten/<int:besluit_id>/meetekenen/", views.meetekenen, name="besluit_meetekenen"),
    path("besluiten/<int:besluit_id>/terugnemen/", views.terugnemen, name="besluit_terugnemen"),
    path("geld/", geld.geld, name="geld"),
    path("casussen/<int:casus_id>/aanvragen/", beslissen.aanvragen_view, name="aanvraag_nieuw"),
    path("meldingen/<int:melding_id>/aanvragen/", kort.kort_aanvragen, name="aanvraag_kort"),
    path("aanvragen/<int:aanvraag_id>/", views.aanvraag, name="aanvraag"),
    path("aanvragen/<int:aanvraag_id>/beslissen/", beslissen.beslissen_view, name="beslissen"),
    path("aanvragen/<int:aanvraag_id>/intrekken/", views.intrekken, name="aanvraag_intrekken"),
    path("voorzieningen/<int:voorziening_id>/", toewijzen.voorziening, name="voorziening"),
    path("voorzieningen/<int:voorziening_id>/toewijzen/", toewijzen.toewijzen, name="voorziening_toewijzen"),
    *(
        path(
            f"voorzieningen/<int:voorziening_id>/{pad}/",
            wijzigen.wijzigen,
            {"verandering": verandering},
            name=f"voorziening_{pad}",
        )
        for pad, verandering in wijzigen.PADEN.items()
    ),
    path(
        "voorzieningen/<int:voorziening_id>/aanvragen/",
        wijzigen.wijziging_aanvragen,
        name="voorziening_aanvragen",
    ),
    path("toewijzingen/aflopend/", aflopend.toewijzingen_aflopend, name="toewijzingen_aflopend"),
    path("toewijzingen/<int:toewijzing_id>/beeindigen/", toewijzen.beeindigen, name="toewijzing_beeindigen"),
    path("toewijzingen/<int:toewijzing_id>/levering/", levering.levering, name="toewijzing_levering"),
    path(
        "toewijzingen/<int:toewijzing_id>/levering/<int:levering_id>/intrekken/",
        levering.intrekken,
        name="levering_intrekken",
    ),
    path("aanbieders/", aanbieders.aanbieders, name="aanbieders"),
    path("aanbieders/nieuw/", aanbieders.nieuw, name="aanbieder_nieuw"),
    path("aanbieders/<int:aanbieder_id>/", aanbieders.aanbieder, name="aanbieder"),
    path("aanbieders/<int:aanbieder_id>/wijzigen/", aanbieders.wijzigen, name="aanbieder_wijzigen"),
    path("aanbieders/<int:aanbieder_id>/ruimte/", aanbieders.ruimte_melden, name="aanbieder_ruimte"),
    path("aanbieders/<int:aanbieder_id>/berichten/", aanbieders.berichten, name="aanbieder_berichten"),
    path("aanbieders/<int:aanbieder_id>/contract/", afspraken.contract_nieuw, name="contract_nieuw"),
    path("aanbieders/<int:aanbieder_id>/tarief/", afspraken.tarief_nieuw, name="tarief_nieuw"),
    path("contracten/<int:contract_id>/einde/", afspraken.contract_einde, name="contract_einde"),
    path("contracten/<int:contract_id>/intrekken/", afspraken.contract_intrekken, name="contract_intrekken"),
    path("tarieven/<int:tarief_id>/einde/", afspraken.tarief_einde, name="tarief_einde"),
    path("tarieven/<int:tarief_id>/intrekken/", afspraken.tarief_intrekken, name="tarief_intrekken"),
    path("productcodes/", productlijst.productcodes, name="productcodes"),
    path("productcodes/inlezen/", productlijst.inlezen, name="productlijst_inlezen"),
]
