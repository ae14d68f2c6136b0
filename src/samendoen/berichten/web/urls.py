"""URLs of the message traffic."""

from django.urls import path

from samendoen.berichten.web import betaling, verzoek, views

urlpatterns = [
    path("berichten/", views.lijst, name="berichten"),
    path("berichten/<int:bericht_id>/", views.bericht, name="bericht"),
    path("berichten/<int:bericht_id>/bericht.xml", views.xml, name="bericht_xml"),
    path("berichten/<int:bericht_id>/opnieuw/", views.herzenden, name="bericht_herzenden"),
    path("berichten/<int:bericht_id>/afhandelen/", views.afhandelen, name="bericht_afhandelen"),
    path("berichten/<int:bericht_id>/heropenen/", views.heropenen, name="bericht_heropenen"),
    path("berichten/<int:bericht_id>/verwerken/", views.verwerken, name="bericht_verwerken"),
    path("berichten/<int:bericht_id>/betalen/", betaling.betalen, name="bericht_betalen"),
    path(
        "berichten/<int:bericht_id>/betalingen/<int:betaling_id>/intrekken/",
        betaling.intrekken,
        name="bericht_betaling_intrekken",
    ),
    path("verzoeken/<int:verzoek_id>/", verzoek.verzoek, name="verzoek"),
    path("verzoeken/<int:verzoek_id>/onderzoeken/", verzoek.onderzoeken, name="verzoek_onderzoeken"),
    path("verzoeken/<int:verzoek_id>/terugnemen/", verzoek.terugnemen, name="verzoek_terugnemen"),
    path("verzoeken/<int:verzoek_id>/afwijzen/", verzoek.afwijzen, name="verzoek_afwijzen"),
]
